//! An embedded store without threads, on a simulated disk, driven step by step: the same calls give the same disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::{Clock, Entropy, ManualTime, SimDisk};
use headwater_types::Timestamp;

use super::super::compaction::{CompactError, Compacted};
use super::super::queue::Wake;
use super::keyed::{KEYED, Plain};
use super::*;
use crate::compact::CompactionPolicy;

pub const DIR: &str = "/data";

pub fn small(dir: impl Into<PathBuf>) -> EmbeddedConfig {
    EmbeddedConfig {
        journal_file_bytes: 24 << 10,
        journal_first_file_bytes: 6 << 10,
        tail_cache_bytes: 16 << 10,
        checkpoint_bytes: 4 << 10,
        journal_keep_bytes: 8 << 10,
        rewrite_bytes: 12 << 10,
        segment_own_bytes: 6 << 10,
        segment_bytes_max: 20 << 10,
        segment_block_bytes: 4 << 10,
        compact: Some(Arc::new(Plain)),
        entropy: Entropy::seeded(1),
        ..EmbeddedConfig::new(dir)
    }
}

pub struct Rig {
    pub disk: SimDisk,
    pub time: ManualTime,
    pub shared: Arc<Shared>,
    committer: Committer,
    _lock: Box<dyn DiskLock>,
}

impl Rig {
    pub fn open(disk: &SimDisk) -> Result<Self, OpenError> {
        Self::open_with(disk, small(DIR))
    }

    pub fn open_with(disk: &SimDisk, config: EmbeddedConfig) -> Result<Self, OpenError> {
        let (clock, time) = Clock::manual(Timestamp(1_000_000));
        let (shared, committer, lock) = Shared::open(config, Arc::new(disk.clone()), clock)?;
        Ok(Self { disk: disk.clone(), time, shared, committer, _lock: lock })
    }

    /// Commits as one batch; the answers in order.
    pub fn commit_all(&mut self, commits: Vec<Commit>) -> Vec<Result<Receipt, CommitError>> {
        let mut submitted: Vec<_> = commits.into_iter().map(|commit| self.shared.submit(commit)).collect();
        self.commit_queued();
        submitted
            .drain(..)
            .map(|answered| {
                answered.and_then(|mut receiver| receiver.try_recv().expect("every commit is answered"))
            })
            .collect()
    }

    /// Commits everything that was submitted.
    pub fn commit_queued(&mut self) {
        if let Wake::Work(batch) = self.shared.queue.take(Some(Duration::ZERO)) {
            self.committer.commit_batch(batch);
            self.committer.tell();
        }
    }

    pub fn commit(&mut self, commit: Commit) -> Result<Receipt, CommitError> {
        self.commit_all(vec![commit]).pop().expect("one answer")
    }

    pub fn is_disk_full(&self) -> bool {
        self.shared.disk_full.load(std::sync::atomic::Ordering::Relaxed)
    }

    pub fn prepare(&self) {
        self.shared.preparer.work_once(&self.shared.files);
    }

    pub fn checkpoint(&self) -> Result<(), super::base::BaseError> {
        self.shared.checkpoint()
    }

    /// Rewrites what is worth it, as the thread for it does.
    pub fn rewrite(&self) -> Result<(), super::rewrite::RewriteError> {
        while self.shared.rewrite()? {}
        Ok(())
    }

    /// Compacts what is settled of the partition of keyed records, however little of it is new.
    pub fn compact(&self, policy: &CompactionPolicy) -> Result<Compacted, CompactError> {
        self.shared.compact_partition(PartitionId(KEYED), policy, &Plain, true)
    }

    /// Moves everything to the tier that may be there.
    pub fn move_to_tier(&self) -> Result<(), super::tiering::TierError> {
        self.shared.tiering.work_once(&self.shared)
    }

    /// What the commit thread does when it rests.
    pub fn idle(&mut self) {
        self.committer.rest();
    }

    pub fn close(mut self) {
        self.committer.close();
    }

    pub fn read(
        &self,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> Result<ReadPage, ReadError> {
        self.shared.read_blocking(partition, from, bytes_max)
    }

    /// Every batch of a partition from its start to its end.
    pub fn read_all(&self, partition: PartitionId) -> Result<Vec<crate::api::StoredBatch>, ReadError> {
        let mut all: Vec<crate::api::StoredBatch> = Vec::new();
        let mut at = self.shared.bounds_of(partition)?.log_start;
        loop {
            let page = self.read(partition, at, 4096)?;
            let Some(last) = page.batches.last() else { return Ok(all) };
            at = last.base_offset.plus(u64::from(last.record_count));
            all.extend(page.batches);
        }
    }

    pub fn get(&self, key: &str) -> Result<Option<Bytes>, ReadError> {
        match self.shared.state_in_memory(key.as_bytes())? {
            Some(known) => Ok(known),
            None => self.shared.state_in_base(key.as_bytes()),
        }
    }

    pub fn state(&self) -> Result<Vec<(Bytes, Bytes)>, ReadError> {
        let range = Bytes::new()..Bytes::from_static(b"\xff");
        match self.shared.scan_in_memory(&range, usize::MAX) {
            Some(scanned) => scanned,
            None => self.shared.scan_state(range, usize::MAX),
        }
    }
}

/// The journal files on a disk, oldest first.
pub fn journal_files(disk: &SimDisk) -> Vec<PathBuf> {
    let dir = Path::new(DIR).join("journal");
    let names = disk.list(&dir).expect("the journal's directory exists");
    names.iter().filter(|name| name.ends_with(".journal")).map(|name| dir.join(name)).collect()
}

/// The journal files and then the segments on a disk, oldest first.
pub fn log_files(disk: &SimDisk) -> Vec<PathBuf> {
    let segments = disk.files_under(&Path::new(DIR).join("segments"));
    [journal_files(disk), segments].concat()
}
