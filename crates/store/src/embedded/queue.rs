//! The bounded queue in front of the commit thread.

use std::time::Duration;

use tokio::sync::oneshot;

use super::answers::Told;
use super::sync::{Condvar, Mutex};
use crate::api::{Commit, CommitError};

/// A commit with its place in the order of all commits.
pub struct Pending {
    pub commit: Commit,
    /// CRC-32C of each append's payload, computed by the caller so that producers share the work.
    pub crcs: Vec<u32>,
    /// Journal bytes the commit will take at most.
    pub bytes: usize,
    pub answer: oneshot::Sender<Told>,
}

pub struct Queue {
    bytes_max: usize,
    commits_max: usize,
    inner: Mutex<Inner>,
    ready: Condvar,
}

#[derive(Default)]
struct Inner {
    pending: Vec<Pending>,
    bytes: usize,
    /// Why no more commits are taken.
    stopped: Option<String>,
}

/// What the commit thread wakes up for.
pub enum Wake {
    Work(Vec<Pending>),
    /// Nothing came within the time.
    Idle,
    /// The queue is stopped and empty.
    Stopped,
}

impl Queue {
    pub fn new(bytes_max: usize, commits_max: usize) -> Self {
        Self { bytes_max, commits_max, inner: Mutex::default(), ready: Condvar::new() }
    }

    pub fn push(&self, pending: Pending) -> Result<(), CommitError> {
        let mut inner = self.inner.lock();
        if let Some(why) = &inner.stopped {
            return Err(CommitError::Stopped(why.clone()));
        }
        // One commit always fits, however large.
        let full = !inner.pending.is_empty() && inner.bytes + pending.bytes > self.bytes_max;
        if full || inner.pending.len() >= self.commits_max {
            return Err(CommitError::Overloaded);
        }
        inner.bytes += pending.bytes;
        inner.pending.push(pending);
        if inner.pending.len() == 1 {
            self.ready.notify_one();
        }
        Ok(())
    }

    /// Takes everything that waits, if anything does.
    pub fn take_waiting(&self) -> Option<Vec<Pending>> {
        let mut inner = self.inner.lock();
        inner.bytes = 0;
        (!inner.pending.is_empty()).then(|| std::mem::take(&mut inner.pending))
    }

    /// Takes everything that waits; waits for it up to `timeout`, or for ever.
    pub fn take(&self, timeout: Option<Duration>) -> Wake {
        let mut inner = self.inner.lock();
        while inner.pending.is_empty() {
            if inner.stopped.is_some() {
                return Wake::Stopped;
            }
            match timeout {
                None => self.ready.wait(&mut inner),
                Some(timeout) => {
                    if self.ready.wait_for(&mut inner, timeout).timed_out() && inner.pending.is_empty() {
                        return Wake::Idle;
                    }
                }
            }
        }
        inner.bytes = 0;
        Wake::Work(std::mem::take(&mut inner.pending))
    }

    /// Takes no more commits; what waits is still worked off. The first reason stays.
    pub fn stop(&self, why: &str) {
        self.inner.lock().stopped.get_or_insert_with(|| why.to_owned());
        self.ready.notify_all();
    }
}
