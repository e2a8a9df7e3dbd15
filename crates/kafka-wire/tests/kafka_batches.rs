//! Batches that Kafka's own client library wrote, with each codec, beside what Kafka's log cleaner left of them
//! (`conformance/kafka/test.sh write`): what is read, and what compaction leaves, must be the same.

use bytes::Bytes;
use headwater_kafka_wire::{Compression, Record, RecordBatch, compact};

const RECORDS: u32 = 300;
const TIME: i64 = 1_700_000_000_000;

const CODECS: [(&str, Compression); 5] = [
    ("none", Compression::None),
    ("gzip", Compression::Gzip),
    ("snappy", Compression::Snappy),
    ("lz4", Compression::Lz4),
    ("zstd", Compression::Zstd),
];

#[expect(clippy::disallowed_methods, reason = "a fixture")]
fn fixture(name: &str) -> RecordBatch {
    let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    RecordBatch::parse(Bytes::from(std::fs::read(path).expect("a fixture"))).expect("a sound batch")
}

fn records(batch: &RecordBatch) -> Vec<Record> {
    batch.records().expect("readable").map(|record| record.expect("sound")).collect()
}

/// What `Batches.java` appends under a number.
fn check_record(codec: Compression, record: &Record) {
    let number = record.offset_delta;
    let key = (number % 10 != 9).then(|| format!("key{}", number % 17));
    let times = if number == 150 && codec != Compression::None { 15_000 } else { number as usize % 4 };
    let value = (number % 11 != 10).then(|| format!("value {number};").repeat(times));
    assert_eq!(record.key.as_deref(), key.as_ref().map(String::as_bytes), "{number}");
    assert_eq!(record.value.as_deref(), value.as_ref().map(String::as_bytes), "{number}");
    assert_eq!(record.timestamp, TIME + i64::from(number * 3 % 50));
    let headers: Vec<_> = record.headers.iter().collect();
    let of = format!("of {number}");
    let expected = [("name", Some(of.as_bytes())), ("null", None)];
    assert_eq!(headers, if number.is_multiple_of(5) { &expected[..] } else { &[] }, "{number}");
}

#[test]
fn the_records_of_every_codec_are_those_that_the_producer_appended() {
    for (name, codec) in CODECS {
        let batch = fixture(&format!("{name}.batch"));
        assert_eq!(batch.header.compression, codec);
        let records = records(&batch);
        assert_eq!(records.len(), RECORDS as usize, "{name}");
        records.iter().for_each(|record| check_record(codec, record));
    }
}

#[test]
fn what_compaction_leaves_is_what_kafkas_cleaner_leaves() {
    for (name, codec) in CODECS {
        let batch = fixture(&format!("{name}.batch"));
        let ours = compact::retain(&batch, &|delta| delta % 3 == 0).expect("retained");
        let ours = RecordBatch::parse(ours).expect("its checksum and lengths hold");
        let theirs = fixture(&format!("{name}.cleaned"));
        assert_eq!(records(&ours), records(&theirs), "{name}");
        assert_eq!(ours.header.compression, codec);
        // Another encoder's bytes have another checksum.
        let header =
            |batch: &RecordBatch| headwater_kafka_wire::BatchHeader { crc: 0, ..batch.header.clone() };
        assert_eq!(header(&ours), header(&theirs), "{name}");
        assert!(ours.into_bytes().len() < batch.into_bytes().len(), "{name}");
    }
}

#[test]
fn one_raw_block_of_snappy_is_read_as_well() {
    let plain = fixture("none.batch");
    let mut bytes = plain.clone().into_bytes().to_vec();
    let packed = snap::raw::Encoder::new().compress_vec(&bytes[61..]).expect("packed");
    bytes.truncate(61);
    bytes.extend(packed);
    let length = bytes.len() as u32 - 12;
    bytes[8..12].copy_from_slice(&length.to_be_bytes());
    bytes[22] = 2;
    let crc = crc32c::crc32c(&bytes[21..]);
    bytes[17..21].copy_from_slice(&crc.to_be_bytes());
    let packed = RecordBatch::parse(bytes.into()).expect("a batch");
    assert_eq!(records(&packed), records(&plain));
}

#[test]
fn the_empty_batch_that_kafkas_cleaner_leaves_is_a_batch_without_records() {
    let empty = fixture("empty.batch");
    assert!(empty.is_empty());
    assert_eq!((empty.header.base_offset, empty.header.last_offset_delta), (0, 41));
    assert_eq!(
        (empty.header.producer_id, empty.header.producer_epoch, empty.header.base_sequence),
        (77, 3, 12)
    );
    assert_eq!(records(&empty), []);
}
