//! What compaction by key needs of a RecordBatch v2: batches with fewer records for the same offsets, and batches without.
//!
//! As Kafka's cleaner does, everything of the header stays but what follows from the records: length, count, largest
//! timestamp and checksum. Base offset, last offset delta and the producer's fields keep saying what was appended, and
//! records that were compressed are compressed again, with the same codec.
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

use bytes::{BufMut, Bytes, BytesMut};

use crate::batch::RecordBatch;
use crate::codec;
use crate::header::{
    ATTRIBUTES_AT, BatchError, COUNT_AT, CRC_AT, Compression, HEADER_BYTES, LENGTH_END, MAGIC,
};
use crate::records::Records;

const MAX_TIMESTAMP_AT: usize = 35;

/// The batch with those records only whose offset delta `keep` wants; it must want one.
pub fn retain(batch: &RecordBatch, keep: &dyn Fn(u32) -> bool) -> Result<Bytes, BatchError> {
    let codec = batch.header.compression;
    let unpacked = batch.unpacked()?;
    let mut kept = Vec::with_capacity(unpacked.len());
    let (mut count, mut max_timestamp) = (0i32, i64::MIN);
    let mut records = Records::new(unpacked.clone(), &batch.header);
    loop {
        let from = records.position();
        let Some(record) = records.next() else { break };
        let record = record?;
        if keep(record.offset_delta) {
            kept.extend_from_slice(&unpacked[from..records.position()]);
            count += 1;
            max_timestamp = max_timestamp.max(record.timestamp);
        }
    }
    assert!(count > 0, "a batch of which nothing is left is an empty one");
    let packed = if codec == Compression::None { kept } else { codec::pack(codec, &kept)? };
    let mut bytes = BytesMut::with_capacity(HEADER_BYTES + packed.len());
    bytes.put_slice(&batch.bytes()[..HEADER_BYTES]);
    bytes.put_slice(&packed);
    if !batch.header.is_log_append_time {
        bytes[MAX_TIMESTAMP_AT..MAX_TIMESTAMP_AT + 8].copy_from_slice(&max_timestamp.to_be_bytes());
    }
    Ok(sealed(bytes, count))
}

/// A batch without records that stands for so many offsets.
pub fn empty(offsets: u32) -> Bytes {
    assert!((1..=i32::MAX as u32).contains(&offsets), "as many offsets as a batch can stand for");
    let mut bytes = BytesMut::with_capacity(HEADER_BYTES);
    bytes.put_i64(0); // base offset
    bytes.put_i32(0); // length, below
    bytes.put_i32(-1); // partition leader epoch
    bytes.put_i8(MAGIC);
    bytes.put_u32(0); // checksum, below
    bytes.put_i16(0); // attributes
    bytes.put_i32((offsets - 1) as i32);
    bytes.put_i64(-1); // base timestamp
    bytes.put_i64(-1); // max timestamp
    bytes.put_i64(-1); // producer id
    bytes.put_i16(-1); // producer epoch
    bytes.put_i32(-1); // base sequence
    bytes.put_i32(0); // count
    sealed(bytes, 0)
}

fn sealed(mut bytes: BytesMut, count: i32) -> Bytes {
    let length = (bytes.len() - LENGTH_END) as i32;
    bytes[8..LENGTH_END].copy_from_slice(&length.to_be_bytes());
    bytes[COUNT_AT..HEADER_BYTES].copy_from_slice(&count.to_be_bytes());
    let crc = crc32c::crc32c(&bytes[ATTRIBUTES_AT..]);
    bytes[CRC_AT..ATTRIBUTES_AT].copy_from_slice(&crc.to_be_bytes());
    bytes.freeze()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::{BatchBuilder, NewRecord};

    fn batch(records: usize) -> RecordBatch {
        let mut builder = BatchBuilder::with_capacity(64, 1_700_000_000_000);
        for number in 0..records {
            let (key, value) = (format!("key{number}"), vec![number as u8; 10 * number]);
            let value = (number % 3 > 0).then_some(&value[..]);
            builder.push(NewRecord { key: Some(key.as_bytes()), value, headers: &[] });
        }
        RecordBatch::parse(builder.finish()).expect("a batch")
    }

    #[test]
    fn any_choice_of_records_is_a_batch_of_the_same_offsets() {
        let whole = batch(6);
        let all: Vec<_> = whole.records().expect("readable").map(|record| record.expect("sound")).collect();
        for choice in 1u32..64 {
            let kept = retain(&whole, &|delta| choice & (1 << delta) != 0).expect("retained");
            let kept = RecordBatch::parse(kept).expect("its checksum and lengths hold");
            let found: Vec<_> =
                kept.records().expect("readable").map(|record| record.expect("sound")).collect();
            let expected: Vec<_> =
                all.iter().filter(|record| choice & (1 << record.offset_delta) != 0).cloned().collect();
            assert_eq!(found, expected, "{choice:b}");
            assert_eq!(kept.header.last_offset_delta, 5);
            assert_eq!(kept.header.record_count, choice.count_ones());
        }
    }

    #[test]
    fn an_empty_batch_says_how_many_offsets_it_stands_for() {
        for offsets in [1, 2, 1_000_000, i32::MAX as u32] {
            let batch = RecordBatch::parse(empty(offsets)).expect("a batch, its checksum included");
            assert!(batch.is_empty());
            assert_eq!(batch.header.last_offset_delta as u32, offsets - 1);
            assert_eq!(batch.records().expect("readable").count(), 0);
        }
        assert!(!batch(1).is_empty());
    }
}
