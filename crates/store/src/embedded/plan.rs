//! Decide: turns the commits of a group into frames, or into the reason why not, against the heads as they will be.
//!
//! Pure but for look-ups. A plan can be thrown away: nothing is published before its frames are durable.

use bytes::Bytes;
use hashbrown::HashMap;
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};

use super::changes::Changes;
use super::frame::frame_len;
use super::queue::Pending;
use crate::api::{
    Append, AppendReceipt, Bounds, Commit, CommitError, Expect, Precondition, Receipt, StateChange,
};

/// The epoch a dropped partition is said to be in.
pub const DROPPED_EPOCH: u32 = u32::MAX;

/// What a partition will look like once the group is durable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Unknown,
    Known(Bounds),
    Dropped,
}

/// Looks up what is published.
pub trait Lookup {
    fn head(&self, partition: PartitionId) -> Head;
    fn state(&self, key: &[u8]) -> Result<Option<Bytes>, CommitError>;
}

pub enum PlannedFrame {
    Append {
        lsn: Lsn,
        commit_end: bool,
        partition: PartitionId,
        epoch: u32,
        receipt: AppendReceipt,
        record_count: u32,
        payload: Bytes,
        crc: u32,
    },
    Changes {
        lsn: Lsn,
        changes: Changes,
        encoded: Vec<u8>,
    },
}

impl PlannedFrame {
    pub fn frame_len(&self) -> usize {
        match self {
            PlannedFrame::Append { payload, .. } => frame_len(payload.len()),
            PlannedFrame::Changes { encoded, .. } => frame_len(encoded.len()),
        }
    }
}

/// A group of commits, decided.
pub struct Plan<'a> {
    published: &'a dyn Lookup,
    now: Timestamp,
    last_lsn: Lsn,
    heads: HashMap<PartitionId, Head>,
    state: HashMap<Bytes, Option<Bytes>>,
    pub frames: Vec<PlannedFrame>,
}

impl<'a> Plan<'a> {
    pub fn new(published: &'a dyn Lookup, last_lsn: Lsn, now: Timestamp) -> Self {
        Self { published, now, last_lsn, heads: HashMap::new(), state: HashMap::new(), frames: Vec::new() }
    }

    pub fn last_lsn(&self) -> Lsn {
        self.last_lsn
    }

    pub fn bytes(&self) -> usize {
        self.frames.iter().map(PlannedFrame::frame_len).sum()
    }

    /// Decides one commit: its frames are added and its receipt given, or nothing changes.
    pub fn decide(&mut self, pending: &mut Pending) -> Result<Receipt, CommitError> {
        let commit = std::mem::take(&mut pending.commit);
        self.check(&commit.preconditions)?;
        let mut undo = Vec::new();
        let frames_before = self.frames.len();
        let decided = self.decide_parts(commit, &pending.crcs, &mut undo);
        if decided.is_err() {
            self.frames.truncate(frames_before);
            for (partition, head) in undo.into_iter().rev() {
                self.heads.insert(partition, head);
            }
        }
        decided
    }

    fn check(&self, preconditions: &[Precondition]) -> Result<(), CommitError> {
        for Precondition { key, expect } in preconditions {
            let value = match self.state.get(key) {
                Some(planned) => planned.clone(),
                None => self.published.state(key)?,
            };
            let holds = match expect {
                Expect::Absent => value.is_none(),
                Expect::Present => value.is_some(),
                Expect::Value(expected) => value.as_ref() == Some(expected),
            };
            if !holds {
                return Err(CommitError::PreconditionFailed { key: key.clone() });
            }
        }
        Ok(())
    }

    fn decide_parts(
        &mut self,
        commit: Commit,
        crcs: &[u32],
        undo: &mut Vec<(PartitionId, Head)>,
    ) -> Result<Receipt, CommitError> {
        let lsn = Lsn(self.last_lsn.0 + 1);
        let mut receipts = Vec::with_capacity(commit.appends.len());
        for (append, crc) in commit.appends.into_iter().zip(crcs) {
            receipts.push(self.append(lsn, append, *crc, undo)?);
        }
        let mut changes = Changes::default();
        for seal in &commit.seals {
            let mut bounds = self.known(seal.partition, seal.next_epoch)?;
            if let Some(expected) = seal.expected_end.filter(|expected| *expected != bounds.end) {
                return Err(CommitError::OffsetMismatch {
                    partition: seal.partition,
                    expected,
                    actual: bounds.end,
                });
            }
            if seal.next_epoch <= bounds.epoch {
                let (given, current) = (seal.next_epoch, bounds.epoch);
                return Err(CommitError::Fenced { partition: seal.partition, given, current });
            }
            bounds.epoch = seal.next_epoch;
            self.set_head(seal.partition, Head::Known(bounds), undo);
            changes.seals.push((seal.partition, seal.next_epoch));
        }
        for trim in &commit.trims {
            let Head::Known(mut bounds) = self.head(trim.partition) else { continue };
            let start = trim.before.min(bounds.end);
            if start > bounds.log_start {
                bounds.log_start = start;
                self.set_head(trim.partition, Head::Known(bounds), undo);
                changes.trims.push((trim.partition, start));
            }
        }
        for partition in commit.drops {
            self.set_head(partition, Head::Dropped, undo);
            changes.drops.push(partition);
        }
        changes.state = commit.state;
        self.finish(lsn, changes, receipts.is_empty());
        Ok(Receipt { lsn, appends: receipts })
    }

    fn append(
        &mut self,
        lsn: Lsn,
        append: Append,
        crc: u32,
        undo: &mut Vec<(PartitionId, Head)>,
    ) -> Result<AppendReceipt, CommitError> {
        let Append { partition, expected_offset, epoch, payload, record_count } = append;
        let mut bounds = self.known(partition, epoch)?;
        if epoch != bounds.epoch {
            return Err(CommitError::Fenced { partition, given: epoch, current: bounds.epoch });
        }
        if let Some(expected) = expected_offset.filter(|expected| *expected != bounds.end) {
            return Err(CommitError::OffsetMismatch { partition, expected, actual: bounds.end });
        }
        let base_offset = bounds.end;
        let end = base_offset.0.checked_add(u64::from(record_count)).filter(|end| *end < u64::MAX);
        bounds.end = Offset(end.ok_or(CommitError::Malformed("the partition has no offsets left"))?);
        bounds.last_append_time = bounds.last_append_time.max(self.now);
        let receipt = AppendReceipt { base_offset, append_time: bounds.last_append_time };
        self.set_head(partition, Head::Known(bounds), undo);
        let commit_end = false;
        self.frames.push(PlannedFrame::Append {
            lsn,
            commit_end,
            partition,
            epoch,
            receipt,
            record_count,
            payload,
            crc,
        });
        Ok(receipt)
    }

    /// Nothing can fail any more: the commit takes its LSN, its last frame ends it, its state becomes the group's.
    fn finish(&mut self, lsn: Lsn, changes: Changes, no_appends: bool) {
        self.last_lsn = lsn;
        let mut encoded = Vec::new();
        changes.encode(&mut encoded);
        if encoded.is_empty() && !no_appends {
            if let Some(PlannedFrame::Append { commit_end, .. }) = self.frames.last_mut() {
                *commit_end = true;
            }
            return;
        }
        for change in &changes.state {
            match change {
                StateChange::Put { key, value } => drop(self.state.insert(key.clone(), Some(value.clone()))),
                StateChange::Delete { key } => drop(self.state.insert(key.clone(), None)),
            }
        }
        self.frames.push(PlannedFrame::Changes { lsn, changes, encoded });
    }

    fn head(&self, partition: PartitionId) -> Head {
        self.heads.get(&partition).copied().unwrap_or_else(|| self.published.head(partition))
    }

    fn known(&self, partition: PartitionId, given: u32) -> Result<Bounds, CommitError> {
        match self.head(partition) {
            Head::Known(bounds) => Ok(bounds),
            Head::Unknown => Ok(Bounds::default()),
            Head::Dropped => Err(CommitError::Fenced { partition, given, current: DROPPED_EPOCH }),
        }
    }

    fn set_head(&mut self, partition: PartitionId, head: Head, undo: &mut Vec<(PartitionId, Head)>) {
        undo.push((partition, self.head(partition)));
        self.heads.insert(partition, head);
    }
}
