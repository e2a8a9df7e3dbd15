//! Record batches against a byte layout checked by hand, as a round trip, and under arbitrary damage.

use bytes::Bytes;
use headwater_kafka_wire::header::HEADER_BYTES;
use headwater_kafka_wire::{BatchBuilder, BatchError, Compression, Header, NewRecord, RecordBatch};
use proptest::prelude::*;

fn batch_of(records: &[NewRecord<'_>]) -> Bytes {
    let mut builder = BatchBuilder::with_capacity(0, 1_700_000_000_123);
    records.iter().for_each(|record| builder.push(*record));
    builder.finish()
}

fn with_checksum(mut bytes: Vec<u8>) -> Bytes {
    let crc = crc32c::crc32c(&bytes[21..]);
    bytes[17..21].copy_from_slice(&crc.to_be_bytes());
    bytes.into()
}

/// Laid out by hand from the field table of the Kafka documentation.
#[test]
fn the_bytes_are_those_of_the_documentation() {
    let headers = [Header { name: "h", value: Some(b"v") }];
    let batch = batch_of(&[
        NewRecord { key: Some(b"key"), value: Some(b"value"), headers: &[] },
        NewRecord { key: None, value: Some(b""), headers: &headers },
    ]);
    #[rustfmt::skip]
    let expected: &[u8] = &[
        0, 0, 0, 0, 0, 0, 0, 0,                         // base offset
        0, 0, 0, 75,                                    // length after this field: 49 + 15 + 11
        0xff, 0xff, 0xff, 0xff,                         // partition leader epoch -1
        2,                                              // magic
        0, 0, 0, 0,                                     // checksum, filled in below
        0, 0,                                           // attributes
        0, 0, 0, 1,                                     // last offset delta
        0, 0, 0x01, 0x8b, 0xcf, 0xe5, 0x68, 0x7b,       // base timestamp 1,700,000,000,123
        0, 0, 0x01, 0x8b, 0xcf, 0xe5, 0x68, 0x7b,       // max timestamp
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, // producer id -1
        0xff, 0xff,                                     // producer epoch -1
        0xff, 0xff, 0xff, 0xff,                         // base sequence -1
        0, 0, 0, 2,                                     // record count
        28,                                             // record 0: length 14
        0, 0, 0,                                        // attributes, timestamp delta, offset delta
        6, b'k', b'e', b'y',
        10, b'v', b'a', b'l', b'u', b'e',
        0,                                              // no headers
        20,                                             // record 1: length 10
        0, 0, 2,
        1,                                              // null key
        0,                                              // empty value
        2,                                              // one header
        2, b'h', 2, b'v',
    ];
    assert_eq!(batch, with_checksum(expected.to_vec()));
}

/// The CRC-32C check value of RFC 3720, so that a wrong polynomial cannot agree with itself.
#[test]
fn the_checksum_is_castagnolis() {
    assert_eq!(crc32c::crc32c(b"123456789"), 0xe306_9283);
}

#[test]
fn a_reader_may_start_in_the_middle() {
    let batch = batch_of(&[
        NewRecord { key: Some(b"a"), value: Some(b"0"), headers: &[] },
        NewRecord { key: Some(b"b"), value: Some(b"1"), headers: &[] },
        NewRecord { key: Some(b"c"), value: Some(b"2"), headers: &[] },
    ]);
    let mut records = RecordBatch::parse(batch).expect("just built").records().expect("uncompressed");
    records.advance_by_records(2).expect("well formed");
    let last = records.next().expect("one is left").expect("well formed");
    assert_eq!((last.offset_delta, last.key.as_deref()), (2, Some(&b"c"[..])));
    assert!(records.next().is_none());
}

#[test]
fn damage_is_told_apart() {
    let good = batch_of(&[NewRecord { key: Some(b"key"), value: Some(b"value"), headers: &[] }]);
    let damaged = |at: usize, to: u8| {
        let mut bytes = good.to_vec();
        bytes[at] = to;
        bytes
    };
    let parse = |bytes: Vec<u8>| RecordBatch::parse(bytes.into()).map(|_| ());
    assert!(matches!(parse(good[..60].to_vec()), Err(BatchError::Short { .. })));
    assert!(matches!(parse(good[..good.len() - 1].to_vec()), Err(BatchError::Length { .. })));
    assert_eq!(parse(damaged(16, 1)), Err(BatchError::Magic(1)));
    assert!(matches!(parse(damaged(good.len() - 1, 9)), Err(BatchError::Checksum { .. })));
    assert!(matches!(parse(damaged(57, 0x7f)), Err(BatchError::Count { .. })));
    assert!(matches!(parse(damaged(60, 0)), Err(BatchError::Count { count: 0, .. })));
    for (codec, expected) in
        [(1, Compression::Gzip), (2, Compression::Snappy), (3, Compression::Lz4), (4, Compression::Zstd)]
    {
        let packed = RecordBatch::parse(with_checksum(damaged(22, codec))).expect("the frame is right");
        let told = packed.records().err();
        assert!(matches!(told, Some(BatchError::Packed { codec, .. }) if codec == expected), "{told:?}");
    }
    let unknown = RecordBatch::parse(with_checksum(damaged(22, 5))).expect("the frame is right");
    assert_eq!(unknown.records().err(), Some(BatchError::UnknownCodec(5)));
}

#[test]
fn a_value_longer_than_its_record_is_refused() {
    let good = batch_of(&[NewRecord { key: Some(b"key"), value: Some(b"value"), headers: &[] }]);
    let mut bytes = good.to_vec();
    bytes[HEADER_BYTES + 8] = 0x7e; // the value's length
    let batch = RecordBatch::parse(with_checksum(bytes)).expect("the frame is right");
    let mut records = batch.records().expect("uncompressed");
    assert_eq!(records.next(), Some(Err(BatchError::Record { index: 0, what: "value" })));
    assert_eq!(records.next(), None);
}

type OwnedRecord = (Option<Vec<u8>>, Option<Vec<u8>>, Vec<(String, Option<Vec<u8>>)>);

fn any_record() -> impl Strategy<Value = OwnedRecord> {
    let bytes = || proptest::option::of(proptest::collection::vec(any::<u8>(), 0..200));
    (bytes(), bytes(), proptest::collection::vec(("[a-zé]{0,9}", bytes()), 0..4))
}

proptest! {
    #[test]
    fn what_was_built_reads_back(records in proptest::collection::vec(any_record(), 1..40)) {
        let mut builder = BatchBuilder::with_capacity(64, 77);
        for (key, value, headers) in &records {
            let headers: Vec<_> =
                headers.iter().map(|(name, value)| Header { name, value: value.as_deref() }).collect();
            builder.push(NewRecord { key: key.as_deref(), value: value.as_deref(), headers: &headers });
        }
        let length = builder.len();
        let batch = RecordBatch::parse(builder.finish()).expect("just built");
        prop_assert_eq!(batch.clone().into_bytes().len(), length);
        let read: Vec<_> = batch.records().expect("uncompressed").collect::<Result<_, _>>().expect("well formed");
        prop_assert_eq!(read.len(), records.len());
        for (index, (record, (key, value, headers))) in read.iter().zip(&records).enumerate() {
            prop_assert_eq!(record.offset_delta as usize, index);
            prop_assert_eq!(record.timestamp, 77);
            prop_assert_eq!(record.key.as_deref(), key.as_deref());
            prop_assert_eq!(record.value.as_deref(), value.as_deref());
            let read_headers: Vec<_> =
                record.headers.iter().map(|(name, value)| (name.to_owned(), value.map(<[u8]>::to_vec))).collect();
            prop_assert_eq!(&read_headers, headers);
        }
    }

    /// Whatever stands in the bytes, a decoder ends, within the records that the header claims.
    #[test]
    fn no_damage_makes_a_decoder_panic(
        records in proptest::collection::vec(any_record(), 1..6),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut builder = BatchBuilder::with_capacity(64, 77);
        for (key, value, _) in &records {
            builder.push(NewRecord { key: key.as_deref(), value: value.as_deref(), headers: &[] });
        }
        let mut bytes = builder.finish().to_vec();
        for (at, to) in damage {
            let at = HEADER_BYTES + at.index(bytes.len() - HEADER_BYTES);
            bytes[at] = to;
        }
        let _ = RecordBatch::parse(Bytes::copy_from_slice(&bytes[..cut.index(bytes.len())]));
        let batch = RecordBatch::parse(with_checksum(bytes)).expect("the header is untouched");
        let claimed = batch.header.record_count as usize;
        prop_assert!(batch.records().expect("uncompressed").count() <= claimed);
    }
}
