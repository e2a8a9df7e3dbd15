//! The work of the store's threads, done step by step by whoever opened it: for a simulation, which has one thread and
//! decides when what happens.
//!
//! Each step is what the thread of its name does between two waits. Nothing is written but in a step, so a commit is
//! answered only by [`Steps::commit`].

use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Disk, DiskLock};

use super::committer::Committer;
use super::queue::Wake;
use super::sync::Mutex;
use super::{EmbeddedConfig, EmbeddedStore, OpenError, Shared};

/// What the threads of a store would do.
pub struct Steps {
    shared: Arc<Shared>,
    committer: Committer,
    lock: Box<dyn DiskLock>,
}

/// What the commit thread found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    Some,
    Nothing,
    /// The store was closed and everything that waited is done.
    Closed,
}

impl EmbeddedStore {
    /// As [`EmbeddedStore::open`], without threads: the steps are the caller's to take.
    pub fn open_stepped(
        config: EmbeddedConfig,
        disk: Arc<dyn Disk>,
        clock: Clock,
    ) -> Result<(Arc<Self>, Steps), OpenError> {
        let (shared, committer, lock) = Shared::open(config, disk, clock)?;
        let steps = Steps { shared: shared.clone(), committer, lock };
        Ok((Arc::new(Self { shared, threads: Mutex::new(Vec::new()), lock: Mutex::new(None) }), steps))
    }
}

impl Steps {
    /// Commits what waits.
    pub fn commit(&mut self) -> Committed {
        match self.shared.queue.take(Some(Duration::ZERO)) {
            Wake::Work(batch) => {
                self.committer.commit_batch(batch);
                self.committer.tell();
                Committed::Some
            }
            Wake::Idle => Committed::Nothing,
            Wake::Stopped => Committed::Closed,
        }
    }

    /// What the commit thread does when nothing came for a while.
    pub fn rest(&mut self) {
        self.committer.rest();
    }

    /// Prepares the next journal file, if that is wanted.
    pub fn prepare(&self) {
        self.shared.preparer.work_once(&self.shared.files);
    }

    /// Takes a checkpoint, if that is wanted. One that fails is wanted again.
    pub fn checkpoint(&self) {
        self.shared.checkpointer.work_once(&self.shared);
    }

    /// Rewrites sealed files, if that is wanted.
    pub fn rewrite(&self) {
        self.shared.rewriter.work_once(&self.shared);
    }

    /// The last step, once the store was closed: gives the directory back.
    pub fn close(mut self) {
        self.committer.close();
        self.shared.end();
        drop(self.lock);
    }
}
