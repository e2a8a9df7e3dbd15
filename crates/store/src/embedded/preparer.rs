//! Makes the next journal file before it is needed, on a thread of its own.

use std::io;

use super::files::{JournalFile, JournalFiles};
use super::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Preparer {
    inner: Mutex<Inner>,
    changed: Condvar,
}

#[derive(Default)]
struct Inner {
    wanted: Option<(u64, u32)>,
    working: bool,
    /// The commit thread waits: stop filling with zeros.
    hurry: bool,
    ready: Option<JournalFile>,
    stopped: bool,
}

impl Preparer {
    /// Asks for the file of a generation, pre-written up to `bytes`.
    pub fn want(&self, generation: u64, bytes: u32) {
        self.inner.lock().wanted = Some((generation, bytes));
        self.changed.notify_all();
    }

    /// The file of a generation: the prepared one, or one made now.
    pub fn take(&self, generation: u64, files: &JournalFiles) -> io::Result<JournalFile> {
        let mut inner = self.inner.lock();
        inner.wanted = None;
        inner.hurry = true;
        while inner.working {
            self.changed.wait(&mut inner);
        }
        inner.hurry = false;
        match inner.ready.take() {
            Some(file) if file.header.generation == generation => Ok(file),
            _ => {
                drop(inner);
                files.create(generation, 0, &|| true)
            }
        }
    }

    /// Prepares what is wanted until stopped.
    pub fn run(&self, files: &JournalFiles) {
        loop {
            let mut inner = self.inner.lock();
            while inner.wanted.is_none() && !inner.stopped {
                self.changed.wait(&mut inner);
            }
            if inner.stopped {
                return;
            }
            drop(inner);
            self.work_once(files);
        }
    }

    /// Prepares what is wanted now, if anything is.
    pub fn work_once(&self, files: &JournalFiles) {
        let mut inner = self.inner.lock();
        let Some((generation, bytes)) = inner.wanted.take() else { return };
        inner.working = true;
        drop(inner);
        let made = files.create(generation, bytes, &|| self.inner.lock().hurry);
        let mut inner = self.inner.lock();
        inner.working = false;
        match made {
            Ok(file) => inner.ready = Some(file),
            Err(error) => {
                tracing::warn!(%error, generation, "the next journal file could not be prepared; check the disk's free space");
            }
        }
        self.changed.notify_all();
    }

    pub fn stop(&self) {
        let mut inner = self.inner.lock();
        inner.stopped = true;
        inner.hurry = true;
        self.changed.notify_all();
    }
}
