//! Any bytes as a Kafka RecordBatch, checked and unchecked: records or an error, never more memory than the bytes' own.
#![no_main]

use bytes::Bytes;
use headwater_kafka_wire::RecordBatch;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let bytes = Bytes::copy_from_slice(data);
    // The checksum keeps mutations out of the first; the second is how stored batches are read.
    for parsed in [RecordBatch::parse(bytes.clone()), RecordBatch::parse_trusted(bytes)] {
        let Ok(records) = parsed.and_then(|batch| batch.records()) else { continue };
        let held: usize = records
            .map_while(Result::ok)
            .map(|record| {
                let headers: usize = record.headers.iter().map(|(name, value)| name.len() + value.map_or(0, <[u8]>::len)).sum();
                headers + record.key.map_or(0, |key| key.len()) + record.value.map_or(0, |value| value.len())
            })
            .sum();
        assert!(held <= data.len(), "{held} bytes out of {}", data.len());
    }
});
