//! Any bytes as a Kafka RecordBatch, checked and unchecked: records or an error, never more memory than the bytes' own, or than
//! compressed ones may unfold to. What compaction leaves of it must be a batch again, with the records that were to stay.
#![no_main]

use bytes::Bytes;
use headwater_kafka_wire::{Compression, RecordBatch, UNPACKED_BYTES_MAX, compact};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let bytes = Bytes::copy_from_slice(data);
    // The checksum keeps mutations out of the first; the second is how stored batches are read.
    for parsed in [RecordBatch::parse(bytes.clone()), RecordBatch::parse_trusted(bytes)] {
        let Ok(batch) = parsed else { continue };
        let Ok(records) = batch.records() else { continue };
        let plain = batch.header.compression == Compression::None;
        let most = if plain { data.len() } else { UNPACKED_BYTES_MAX };
        let held: usize = records
            .map_while(Result::ok)
            .map(|record| {
                let headers: usize = record.headers.iter().map(|(name, value)| name.len() + value.map_or(0, <[u8]>::len)).sum();
                headers + record.key.map_or(0, |key| key.len()) + record.value.map_or(0, |value| value.len())
            })
            .sum();
        assert!(held <= most, "{held} bytes out of {}", data.len());
        compacted(&batch);
    }
});

fn compacted(batch: &RecordBatch) {
    let keep = |delta: u32| delta % 2 == 0;
    let Ok(records) = batch.records().and_then(|records| records.collect::<Result<Vec<_>, _>>()) else { return };
    let kept: Vec<_> = records.into_iter().filter(|record| keep(record.offset_delta)).collect();
    if kept.is_empty() {
        return;
    }
    let left = compact::retain(batch, &keep).expect("all of it could be read");
    let left = RecordBatch::parse(left).expect("a batch");
    let read: Vec<_> = left.records().expect("readable").map(|record| record.expect("sound")).collect();
    assert_eq!(read, kept);
}
