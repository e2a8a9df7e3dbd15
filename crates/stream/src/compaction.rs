//! Compaction by key of partitions that hold RecordBatches: how the store reads and rewrites them.
//!
//! Which partitions are compacted is a setting in the store ([`CompactionPolicy`](headwater_store::CompactionPolicy)); no
//! Kinesis stream has one. A record without a key and the markers of transactions are kept for ever, a record without a
//! value is a tombstone, as in Kafka. A compressed batch is compacted and compressed again with its own codec; what is no
//! batch, or unfolds beyond the bound of its codec, stays as it is. A sealed one (decision 6) hides its keys, so that its whole partition is refused.

use bytes::Bytes;
use headwater_kafka_wire::{BatchError, RecordBatch, compact};
use headwater_store::{Compact, KeyedRecord, NotCompactable};

use crate::encryption::is_sealed;

/// Reads and rewrites RecordBatches for the store.
pub struct RecordBatches;

impl Compact for RecordBatches {
    fn records(&self, payload: &Bytes, visit: &mut dyn FnMut(KeyedRecord<'_>)) -> Result<(), NotCompactable> {
        let batch = parse(payload)?;
        // Told only when all of it could be read: half of a batch is none.
        let records: Vec<_> =
            batch.records().and_then(|records| records.collect::<Result<_, _>>()).map_err(unreadable)?;
        for record in &records {
            let key = record.key.as_deref().filter(|_| !batch.header.is_control);
            let is_tombstone = record.value.is_none();
            visit(KeyedRecord { offset_delta: record.offset_delta, key, is_tombstone });
        }
        Ok(())
    }

    fn retain(&self, payload: &Bytes, keep: &dyn Fn(u32) -> bool) -> Result<Bytes, NotCompactable> {
        compact::retain(&parse(payload)?, keep).map_err(unreadable)
    }

    fn nothing(&self, offsets: u32) -> Bytes {
        compact::empty(offsets)
    }
}

fn parse(payload: &Bytes) -> Result<RecordBatch, NotCompactable> {
    if is_sealed(payload) {
        return Err(NotCompactable::Encrypted);
    }
    RecordBatch::parse_trusted(payload.clone()).map_err(unreadable)
}

fn unreadable(error: BatchError) -> NotCompactable {
    NotCompactable::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use headwater_kafka_wire::{BatchBuilder, NewRecord};
    use headwater_runtime::{Clock, Entropy, SimDisk};
    use headwater_store::{Append, Commit, CompactionPolicy, EmbeddedConfig, EmbeddedStore, Store};
    use headwater_types::{Offset, PartitionId};

    use super::*;
    use crate::encryption::DataKey;

    fn batch(records: &[(&str, Option<&str>)]) -> Bytes {
        let mut builder = BatchBuilder::with_capacity(64, 1_700_000_000_000);
        for (key, value) in records {
            let (key, value) = (Some(key.as_bytes()), value.map(str::as_bytes));
            builder.push(NewRecord { key, value, headers: &[] });
        }
        builder.finish()
    }

    fn keys(payload: &Bytes) -> Result<Vec<(u32, Option<String>, bool)>, NotCompactable> {
        let mut found = Vec::new();
        RecordBatches.records(payload, &mut |KeyedRecord { offset_delta, key, is_tombstone }| {
            let key = key.map(|key| String::from_utf8(key.to_vec()).expect("text"));
            found.push((offset_delta, key, is_tombstone));
        })?;
        Ok(found)
    }

    #[test]
    fn keys_and_tombstones_are_told_and_sealed_or_broken_batches_are_told_apart() {
        let payload = batch(&[("a", Some("1")), ("b", None)]);
        let found = keys(&payload).expect("readable");
        assert_eq!(found, [(0, Some("a".to_owned()), false), (1, Some("b".to_owned()), true)]);
        assert_eq!(keys(&RecordBatches.nothing(5)), Ok(Vec::new()));
        let sealed = DataKey::new(1, &[7; 32], Entropy::seeded(1)).seal(PartitionId(1), 2, &payload);
        assert_eq!(keys(&sealed), Err(NotCompactable::Encrypted));
        for broken in [&b"short"[..], &payload[..payload.len() - 1]] {
            let told = keys(&Bytes::copy_from_slice(broken));
            assert!(matches!(told, Err(NotCompactable::Unreadable(_))), "{told:?}");
        }
    }

    #[tokio::test]
    async fn a_changelog_of_record_batches_compacts_to_its_latest_values() {
        let config = EmbeddedConfig {
            journal_file_bytes: 32 << 10,
            journal_first_file_bytes: 32 << 10,
            tail_cache_bytes: 0,
            compact: Some(Arc::new(RecordBatches)),
            ..EmbeddedConfig::new("/data")
        };
        let store = EmbeddedStore::open(config, Arc::new(SimDisk::new()), Clock::system()).expect("opens");
        let (log, filler) = (PartitionId(1), PartitionId(2));
        let append = async |partition, payload: Bytes, record_count| {
            let append = Append { partition, expected_offset: None, epoch: 0, payload, record_count };
            store.commit(Commit { appends: vec![append], ..Commit::default() }).await.expect("stored");
        };
        let mut latest = BTreeMap::new();
        for round in 0..50 {
            let texts: Vec<_> =
                (0..3).map(|n| (format!("k{}", (round * 3 + n) % 7), round.to_string())).collect();
            let records: Vec<_> = texts.iter().map(|(key, value)| (&key[..], Some(&value[..]))).collect();
            append(log, batch(&records), 3).await;
            latest.extend(texts);
        }
        append(log, batch(&[("k0", None)]), 1).await;
        latest.remove("k0");
        for _ in 0..10 {
            append(filler, Bytes::from(vec![7; 20 << 10]), 1).await;
        }
        store.checkpoint().expect("taken");
        let done = store.compact(log, &CompactionPolicy::default()).expect("compacted");
        assert_eq!(done.records_removed, 151 - 7, "six values and a tombstone are left");
        let mut found = BTreeMap::new();
        let mut next = Offset::ZERO;
        while next < Offset(151) {
            let page = store.read(log, next, 1 << 20).await.expect("readable");
            for stored in page.batches {
                assert_eq!(stored.base_offset, next, "offsets are dense");
                next = next.plus(u64::from(stored.record_count));
                // What a Kafka client would check, checksum included.
                let batch = RecordBatch::parse(stored.payload).expect("a batch");
                assert_eq!(batch.header.last_offset_delta as u32 + 1, stored.record_count);
                for record in batch.records().expect("readable") {
                    let record = record.expect("sound");
                    let text = |bytes: Bytes| String::from_utf8(bytes.to_vec()).expect("text");
                    found.insert(text(record.key.expect("a key")), record.value.map(text));
                }
            }
        }
        assert_eq!(found.remove("k0"), Some(None), "the tombstone is still told");
        let latest: BTreeMap<_, _> = latest.into_iter().map(|(key, value)| (key, Some(value))).collect();
        assert_eq!(found, latest);
        store.close();
    }

    /// Batches of Kafka's own library: 300 records of 17 keys and some without, appended twice.
    #[tokio::test]
    #[expect(clippy::disallowed_methods, reason = "fixtures of the wire crate")]
    async fn compressed_batches_compact_and_stay_compressed() {
        let config = EmbeddedConfig {
            journal_file_bytes: 32 << 10,
            journal_first_file_bytes: 32 << 10,
            tail_cache_bytes: 0,
            compact: Some(Arc::new(RecordBatches)),
            ..EmbeddedConfig::new("/data")
        };
        let store = EmbeddedStore::open(config, Arc::new(SimDisk::new()), Clock::system()).expect("opens");
        let append = async |partition, payload: Bytes, record_count| {
            let append = Append { partition, expected_offset: None, epoch: 0, payload, record_count };
            store.commit(Commit { appends: vec![append], ..Commit::default() }).await.expect("stored");
        };
        let codecs = ["gzip", "snappy", "lz4", "zstd"];
        for (number, codec) in codecs.iter().enumerate() {
            let path = format!("{}/../kafka-wire/fixtures/{codec}.batch", env!("CARGO_MANIFEST_DIR"));
            let payload = Bytes::from(std::fs::read(path).expect("a fixture"));
            append(PartitionId(number as u64 + 1), payload.clone(), 300).await;
            append(PartitionId(number as u64 + 1), payload, 300).await;
        }
        for _ in 0..10 {
            append(PartitionId(9), Bytes::from(vec![7; 20 << 10]), 1).await;
        }
        store.checkpoint().expect("taken");
        for (number, codec) in codecs.iter().enumerate() {
            let log = PartitionId(number as u64 + 1);
            let done = store.compact(log, &CompactionPolicy::default()).expect("compacted");
            assert_eq!(done.records_removed, 540 - 17, "{codec}: the newest of each key is left");
            let (mut kept, mut unkeyed) = (BTreeMap::new(), 0);
            for stored in store.read(log, Offset::ZERO, 1 << 20).await.expect("readable").batches {
                let batch = RecordBatch::parse(stored.payload).expect("a batch");
                assert_eq!(batch.header.last_offset_delta, 299);
                assert_eq!(format!("{:?}", batch.header.compression).to_lowercase(), *codec);
                for record in batch.records().expect("readable") {
                    let record = record.expect("sound");
                    let offset = stored.base_offset.0 + u64::from(record.offset_delta);
                    match record.key {
                        Some(key) => assert_eq!(kept.insert(key, offset), None, "one of each key"),
                        None => unkeyed += 1,
                    }
                }
            }
            assert_eq!((kept.len(), unkeyed), (17, 60), "{codec}");
            assert!(kept.values().all(|offset| *offset > 300 + 270), "{kept:?}");
        }
        store.close();
    }
}
