//! DirectPut records in the store: one RecordBatch v2 per put, null keys, so that they read as any stream's do.

use bytes::Bytes;
use headwater_kafka_wire::{BatchBuilder, NewRecord, RecordBatch};
use headwater_store::StoredBatch;
use headwater_types::Timestamp;

use super::feed::Arrived;

/// The batch of one put. There must be at least one record.
pub(super) fn encode(records: &[Bytes], now: Timestamp) -> Bytes {
    let bytes: usize =
        records.iter().map(|record| record.len() + BatchBuilder::RECORD_OVERHEAD_BYTES_MAX).sum();
    let mut batch = BatchBuilder::with_capacity(bytes, now.as_millis());
    for record in records {
        batch.push(NewRecord { key: None, value: Some(&record[..]), headers: &[] });
    }
    batch.finish()
}

/// The records of a stored batch from `from` on. Their bytes are the batch's.
pub(super) fn decode(batch: StoredBatch, from: u64, into: &mut Vec<Arrived>) -> Result<(), String> {
    let base = batch.base_offset.0;
    let arrival = batch.append_time;
    let parsed = RecordBatch::parse_trusted(batch.payload).map_err(|error| error.to_string())?;
    let mut records = parsed.records().map_err(|error| error.to_string())?;
    let skip = from.saturating_sub(base).min(u64::from(batch.record_count)) as u32;
    records.advance_by_records(skip).map_err(|error| error.to_string())?;
    for record in records {
        let record = record.map_err(|error| error.to_string())?;
        into.push(Arrived {
            offset: base + u64::from(record.offset_delta),
            arrival,
            data: record.value.unwrap_or_default(),
            sequence_number: None,
            sub_sequence: None,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use headwater_types::Offset;

    #[test]
    fn a_batch_reads_back_from_any_record() {
        let records: Vec<Bytes> = [&b"a"[..], b"", b"ccc"].into_iter().map(Bytes::from_static).collect();
        let batch = StoredBatch {
            base_offset: Offset(40),
            record_count: 3,
            append_time: Timestamp(9),
            payload: encode(&records, Timestamp(1)),
        };
        for skip in 0..3 {
            let mut read = Vec::new();
            decode(batch.clone(), 40 + skip, &mut read).unwrap();
            let expected: Vec<_> = (skip..3).map(|i| (40 + i, records[i as usize].clone())).collect();
            assert_eq!(read.iter().map(|r| (r.offset, r.data.clone())).collect::<Vec<_>>(), expected);
            assert!(
                read.iter().all(|record| record.arrival == Timestamp(9)),
                "the store's time, not the put's"
            );
        }
    }
}
