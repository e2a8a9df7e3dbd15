//! Records with keys in a format of the tests' own, and what compaction may leave of them.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_runtime::Entropy;

use super::rig::Rig;
use super::*;
use crate::compact::{Compact, KeyedRecord, NotCompactable};

/// The partition of random scenarios that holds such records.
pub const KEYED: u64 = 6;

/// A batch is `B` and records of four bytes and a value: offset delta, flags (1 has a key, 2 tombstone), key, length. `N` is an
/// empty one, `E` is encrypted, all else cannot be read.
pub struct Plain;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainRecord {
    pub delta: u32,
    pub key: Option<u8>,
    /// `None` is a tombstone.
    pub value: Option<Vec<u8>>,
}

pub fn encode(records: &[PlainRecord]) -> Bytes {
    let mut bytes = vec![b'B'];
    for PlainRecord { delta, key, value } in records {
        let flags = u8::from(key.is_some()) | u8::from(value.is_none()) << 1;
        let value = value.as_deref().unwrap_or_default();
        bytes.extend([*delta as u8, flags, key.unwrap_or(0), value.len() as u8]);
        bytes.extend(value);
    }
    bytes.into()
}

pub fn decode(payload: &[u8]) -> Result<Vec<PlainRecord>, NotCompactable> {
    let unreadable = || NotCompactable::Unreadable("not a batch".into());
    let mut rest = match payload.split_first() {
        Some((b'N', _)) => return Ok(Vec::new()),
        Some((b'E', _)) => return Err(NotCompactable::Encrypted),
        Some((b'B', rest)) => rest,
        _ => return Err(unreadable()),
    };
    let mut records = Vec::new();
    while let Some(([delta, flags, key, len], after)) = rest.split_first_chunk::<4>() {
        let (value, after) = after.split_at_checked(usize::from(*len)).ok_or_else(unreadable)?;
        records.push(PlainRecord {
            delta: u32::from(*delta),
            key: (flags & 1 != 0).then_some(*key),
            value: (flags & 2 == 0).then(|| value.to_vec()),
        });
        rest = after;
    }
    Ok(records)
}

impl Compact for Plain {
    fn records(&self, payload: &Bytes, visit: &mut dyn FnMut(KeyedRecord<'_>)) -> Result<(), NotCompactable> {
        for PlainRecord { delta, key, value } in decode(payload)? {
            let key = key.map(|key| [key]);
            visit(KeyedRecord {
                offset_delta: delta,
                key: key.as_ref().map(|key| &key[..]),
                is_tombstone: value.is_none(),
            });
        }
        Ok(())
    }

    fn retain(&self, payload: &Bytes, keep: &dyn Fn(u32) -> bool) -> Result<Bytes, NotCompactable> {
        let mut records = decode(payload)?;
        records.retain(|record| keep(record.delta));
        assert!(!records.is_empty());
        Ok(encode(&records))
    }

    fn nothing(&self, offsets: u32) -> Bytes {
        [&b"N"[..], &offsets.to_le_bytes()].concat().into()
    }
}

/// A batch of one to four records of few keys.
pub fn random_batch(entropy: &Entropy) -> (Bytes, u32) {
    let count = 1 + entropy.below(4) as u32;
    let record = |delta| PlainRecord {
        delta,
        key: (entropy.below(12) > 0).then(|| entropy.below(9) as u8),
        value: (entropy.below(5) > 0).then(|| {
            let mut value = vec![0; entropy.below(200) as usize];
            entropy.fill(&mut value);
            value
        }),
    };
    (encode(&(0..count).map(record).collect::<Vec<_>>()), count)
}

/// The records of a partition by their offsets.
pub type Records = BTreeMap<u64, PlainRecord>;

pub fn records_of<'a>(batches: impl Iterator<Item = (u64, &'a Bytes)>) -> Records {
    let of_batch = |(base, payload): (u64, &Bytes)| {
        let records = decode(payload).expect("a batch of the tests");
        records.into_iter().map(move |record| (base + u64::from(record.delta), record)).collect::<Vec<_>>()
    };
    batches.flat_map(of_batch).collect()
}

/// Holds what is read of a partition against what was appended: every offset is answered for, no record differs, and of
/// every key the newest is there, or a tombstone with nothing before it.
pub fn check_compacted(rig: &Rig, partition: PartitionId, appended: &Records, context: &str) -> Records {
    let bounds = rig.shared.bounds_of(partition).expect(context);
    let batches = rig.read_all(partition).unwrap_or_else(|error| panic!("{context}: {error}"));
    let mut next = batches.first().map_or(bounds.end, |first| first.base_offset);
    assert!(next <= bounds.log_start || batches.is_empty(), "{context}: the log starts late");
    for batch in &batches {
        assert_eq!(batch.base_offset, next, "{context}: offsets are dense");
        next = next.plus(u64::from(batch.record_count));
    }
    assert_eq!(next, bounds.end, "{context}: nothing is missing at the end");
    assert!(batches.iter().map(|batch| batch.append_time).is_sorted(), "{context}: times go back");
    let found = records_of(batches.iter().map(|batch| (batch.base_offset.0, &batch.payload)));
    for (offset, record) in &found {
        assert_eq!(appended.get(offset), Some(record), "{context}: offset {offset}");
    }
    let live = || appended.range(bounds.log_start.0..);
    for (offset, record) in live() {
        let Some(key) = record.key else {
            assert!(found.contains_key(offset), "{context}: a record without a key went at {offset}");
            continue;
        };
        let newer = live().any(|(other, record)| other > offset && record.key == Some(key));
        if newer || found.contains_key(offset) {
            continue;
        }
        assert!(record.value.is_none(), "{context}: the newest of key {key} went at {offset}");
        let older = found.iter().find(|(other, record)| *other < offset && record.key == Some(key));
        assert_eq!(older, None, "{context}: a deleted key {key} came back");
    }
    found
}
