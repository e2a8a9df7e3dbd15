//! The store as a few maps: what it should say after any number of commits, and random commits to try it with.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use headwater_runtime::Entropy;
use headwater_types::{Lsn, Timestamp};

use super::keyed::{KEYED, check_compacted, random_batch, records_of};
use super::rig::Rig;
use super::*;
use crate::api::{Append, Expect, Precondition, Seal, StateChange, Trim};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub partitions: BTreeMap<u64, ModelPartition>,
    pub dropped: BTreeSet<u64>,
    pub state: BTreeMap<Bytes, Bytes>,
    pub lsn: u64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelPartition {
    pub batches: Vec<(u64, u32, Timestamp, Bytes)>,
    pub log_start: u64,
    pub end: u64,
    pub epoch: u32,
}

impl Model {
    /// Whether the commit goes through, by the contract alone.
    pub fn admits(&self, commit: &Commit) -> bool {
        let mut after = self.clone();
        after.try_apply(commit, &mut std::iter::repeat(Timestamp(0))).is_some()
    }

    /// Applies a commit that went through.
    pub fn apply(&mut self, commit: &Commit, receipt: &Receipt) {
        let mut times = receipt.appends.iter().map(|append| append.append_time);
        self.try_apply(commit, &mut times).expect("the model admits what the store admitted");
        assert_eq!(receipt.lsn, Lsn(self.lsn));
    }

    /// Applies a commit whose outcome is unknown, with the times the store would have given.
    pub fn predict(&mut self, commit: &Commit, now: Timestamp) {
        let mut last = BTreeMap::new();
        let mut times = Vec::new();
        for append in &commit.appends {
            let id = append.partition.0;
            let known =
                self.partitions.get(&id).and_then(|p| p.batches.last().map(|b| b.2)).unwrap_or_default();
            let time = last.get(&id).copied().unwrap_or(known).max(now);
            last.insert(id, time);
            times.push(time);
        }
        self.try_apply(commit, &mut times.into_iter()).expect("the model admits it");
    }

    fn try_apply(&mut self, commit: &Commit, times: &mut dyn Iterator<Item = Timestamp>) -> Option<()> {
        for Precondition { key, expect } in &commit.preconditions {
            let holds = match expect {
                Expect::Absent => !self.state.contains_key(key),
                Expect::Present => self.state.contains_key(key),
                Expect::Value(value) => self.state.get(key) == Some(value),
            };
            holds.then_some(())?;
        }
        for append in &commit.appends {
            let id = append.partition.0;
            (!self.dropped.contains(&id)).then_some(())?;
            let partition = self.partitions.entry(id).or_default();
            (append.epoch == partition.epoch).then_some(())?;
            append.expected_offset.is_none_or(|expected| expected.0 == partition.end).then_some(())?;
            partition.batches.push((
                partition.end,
                append.record_count,
                times.next()?,
                append.payload.clone(),
            ));
            partition.end += u64::from(append.record_count);
        }
        for seal in &commit.seals {
            (!self.dropped.contains(&seal.partition.0)).then_some(())?;
            let partition = self.partitions.entry(seal.partition.0).or_default();
            seal.expected_end.is_none_or(|expected| expected.0 == partition.end).then_some(())?;
            (seal.next_epoch > partition.epoch).then_some(())?;
            partition.epoch = seal.next_epoch;
        }
        for trim in &commit.trims {
            if let Some(partition) = self.partitions.get_mut(&trim.partition.0) {
                partition.log_start = partition.log_start.max(trim.before.0.min(partition.end));
            }
        }
        for id in &commit.drops {
            self.partitions.remove(&id.0);
            self.dropped.insert(id.0);
        }
        for change in &commit.state {
            match change {
                StateChange::Put { key, value } => drop(self.state.insert(key.clone(), value.clone())),
                StateChange::Delete { key } => drop(self.state.remove(key)),
            }
        }
        self.lsn += 1;
        Some(())
    }

    /// Holds a store against the model, byte for byte.
    pub fn check(&self, rig: &Rig, context: &str) {
        let broken = rig.shared.broken();
        assert!(broken.as_ref().is_none_or(|why| !why.contains("damaged")), "{context}: {broken:?}");
        let published = rig.shared.published.read();
        assert_eq!(published.lsn, Lsn(self.lsn), "{context}");
        let known: BTreeSet<u64> = published.partitions.keys().map(|id| id.0).collect();
        drop(published);
        assert_eq!(known, self.partitions.keys().copied().collect(), "{context}");
        for (id, partition) in &self.partitions {
            let id = PartitionId(*id);
            let bounds = rig.shared.bounds_of(id).expect(context);
            let expected = (partition.log_start, partition.end, partition.epoch);
            assert_eq!((bounds.log_start.0, bounds.end.0, bounds.epoch), expected, "{context} {id}");
            if id.0 == KEYED {
                let appended = records_of(partition.batches.iter().map(|batch| (batch.0, &batch.3)));
                check_compacted(rig, id, &appended, context);
                continue;
            }
            let read = rig.read_all(id).unwrap_or_else(|error| panic!("{context}: {error}"));
            let read: Vec<_> = read
                .into_iter()
                .map(|b| (b.base_offset.0, b.record_count, b.append_time, b.payload))
                .collect();
            let live = |b: &&(u64, u32, Timestamp, Bytes)| b.0 + u64::from(b.1) > partition.log_start;
            let expected: Vec<_> = partition.batches.iter().filter(live).cloned().collect();
            assert!(read == expected, "{context} {id}: read {} of {} batches", read.len(), expected.len());
            assert!(expected.iter().map(|b| b.2).is_sorted(), "{context} {id}: times go back");
        }
        for id in &self.dropped {
            let gone = rig.shared.bounds_of(PartitionId(*id));
            assert!(matches!(gone, Err(ReadError::UnknownPartition(_))), "{context} p{id}");
        }
        let state = rig.state().unwrap_or_else(|error| panic!("{context}: {error}"));
        assert_eq!(state, self.state.clone().into_iter().collect::<Vec<_>>(), "{context}");
    }
}

/// A commit that more often than not goes through.
pub fn random_commit(model: &Model, entropy: &Entropy) -> Commit {
    let mut commit = Commit::default();
    let chance = |one_in: u64| entropy.below(one_in) == 0;
    for _ in 0..entropy.below(4) {
        let partition = 1 + entropy.below(5);
        let known = model.partitions.get(&partition).cloned().unwrap_or_default();
        let expected_offset = match entropy.below(8) {
            0 => Some(Offset(known.end + 1)),
            1 if commit.appends.iter().all(|append| append.partition.0 != partition) => {
                Some(Offset(known.end))
            }
            _ => None,
        };
        let len = [0, 1, 40, 300, 1500, 6000][entropy.below(6) as usize];
        let mut payload = vec![0; len];
        entropy.fill(&mut payload);
        commit.appends.push(Append {
            partition: PartitionId(partition),
            expected_offset,
            epoch: known.epoch.saturating_sub(u32::from(chance(20))),
            payload: payload.into(),
            record_count: 1 + entropy.below(3) as u32,
        });
    }
    if chance(3) {
        let (payload, record_count) = random_batch(entropy);
        let epoch = model.partitions.get(&KEYED).map_or(0, |known| known.epoch);
        let partition = PartitionId(KEYED);
        commit.appends.push(Append { partition, expected_offset: None, epoch, payload, record_count });
    }
    for _ in 0..entropy.below(4) {
        let key = key(entropy);
        commit.state.push(match entropy.below(3) {
            0 => StateChange::Delete { key },
            _ => StateChange::Put { key, value: entropy.uuid().into() },
        });
    }
    let partition = PartitionId(1 + entropy.below(5));
    if chance(10) {
        let next_epoch = model.partitions.get(&partition.0).map_or(0, |p| p.epoch) + entropy.below(3) as u32;
        commit.seals.push(Seal { partition, expected_end: None, next_epoch });
    }
    if chance(5) {
        let end = model.partitions.get(&partition.0).map_or(0, |p| p.end);
        commit.trims.push(Trim { partition, before: Offset(entropy.below(end + 2)) });
    }
    if chance(60) {
        commit.drops.push(partition);
    }
    if chance(4) {
        let key = key(entropy);
        let expect = match (entropy.below(4), model.state.get(&key)) {
            (0, _) => Expect::Present,
            (1, _) => Expect::Value("never".into()),
            (_, Some(value)) => Expect::Value(value.clone()),
            (_, None) => Expect::Absent,
        };
        commit.preconditions.push(Precondition { key, expect });
    }
    commit
}

fn key(entropy: &Entropy) -> Bytes {
    format!("key/{}", entropy.below(30)).into()
}
