//! The one writer: decides a group, writes it with one write and one fdatasync, publishes it, answers.
//!
//! Order is everything here: nothing is published before the sync returned, nothing is answered before it is published,
//! and after a failed sync nothing is ever written again.

use std::io;
use std::sync::Arc;

use headwater_types::Offset;

use super::answers::{Answer, Others, tell, tell_through_the_first};
use super::frame::FrameKind;
use super::plan::{Plan, PlannedFrame};
use super::published::Entry;
use super::queue::{Pending, Wake};
use super::scan::Chain;
use super::shared::Shared;
use super::sync::atomic::Ordering;
use super::tail::{Encoded, Tail};
use crate::api::{CommitError, StateChange, StateEvent};

/// How long the journal rests before a mark says that its last group was durable, so that later damage to that group
/// is known from a torn tail.
const MARK_AFTER: std::time::Duration = std::time::Duration::from_millis(500);

/// "Too many open files", in the system and in the process; the standard library has no kind for them.
const ENFILE: i32 = 23;
const EMFILE: i32 = 24;

pub struct Committer {
    shared: Arc<Shared>,
    tail: Tail,
    /// Of the last group, as far as it is known here.
    untold: Option<Others>,
}

/// Why a group was not made durable.
enum Failure {
    /// Nothing was written; the next group may succeed.
    DiskFull,
    /// As `DiskFull`, for want of something else than space.
    Overloaded,
    /// The journal can no longer be trusted; nothing of this group was written.
    Broken(String),
    /// As `Broken`, and this group may or may not be durable.
    Unknown(String),
}

impl Committer {
    pub fn new(shared: Arc<Shared>, tail: Tail) -> Self {
        Self { shared, tail, untold: None }
    }

    /// Works until the queue is stopped and empty.
    pub fn run(mut self) {
        let _guard = PanicGuard(self.shared.clone());
        loop {
            if let Some(batch) = self.shared.queue.take_waiting() {
                self.commit_batch(batch);
                continue;
            }
            // There is time for it now.
            self.tell();
            let timeout = (!self.tail.marked).then_some(MARK_AFTER);
            match self.shared.queue.take(timeout) {
                Wake::Work(batch) => self.commit_batch(batch),
                Wake::Idle => self.rest(),
                Wake::Stopped => break,
            }
        }
        self.close();
    }

    /// Waits for nobody to tell others how their commits went.
    pub fn tell(&mut self) {
        self.untold = None;
    }

    /// Nothing came for a while: says in the journal that all before is durable.
    pub fn rest(&mut self) {
        if !self.tail.marked {
            self.mark(FrameKind::Mark);
        }
    }

    /// Leaves a mark that the journal was left in order.
    pub fn close(&mut self) {
        self.tell();
        if self.shared.broken().is_none() {
            self.mark(FrameKind::Close);
            if let Err(error) = self.tail.file.file.sync_data() {
                tracing::warn!(%error, "the journal could not be synced at shutdown; what was acknowledged is durable");
            }
        }
    }

    /// Works off a batch in groups of bounded size.
    pub fn commit_batch(&mut self, batch: Vec<Pending>) {
        let mut batch = batch.into_iter().peekable();
        while batch.peek().is_some() {
            let mut group = Vec::new();
            let mut bytes = 0;
            while let Some(next) =
                batch.next_if(|p| bytes == 0 || bytes + p.bytes <= self.shared.config.group_bytes_max)
            {
                bytes += next.bytes;
                group.push(next);
            }
            self.commit_group(group);
        }
    }

    fn commit_group(&mut self, group: Vec<Pending>) {
        if let Some(why) = self.shared.broken() {
            return answer_all(group, &CommitError::Stopped(why));
        }
        let shared = self.shared.clone();
        let mut plan = Plan::new(&*shared, self.tail.lsn, shared.clock.now());
        let mut answers: Vec<Answer> = Vec::with_capacity(group.len());
        for mut pending in group {
            let decided = plan.decide(&mut pending);
            answers.push((pending, decided));
        }
        let durable = if plan.frames.is_empty() { Ok(()) } else { self.make_durable(&plan) };
        if let Err(failure) = durable {
            return self.fail(answers, failure);
        }
        if self.shared.disk_full.load(Ordering::Relaxed) && !plan.frames.is_empty() {
            self.shared.disk_full.store(false, Ordering::Relaxed);
            tracing::info!("the disk has room again");
        }
        let committed = answers.iter().filter(|(_, decided)| decided.is_ok()).count();
        self.shared.commits.fetch_add(committed as u64, Ordering::Relaxed);
        let spent = std::mem::take(&mut plan.frames);
        self.untold = tell_through_the_first(answers, spent);
    }

    fn make_durable(&mut self, plan: &Plan<'_>) -> Result<(), Failure> {
        self.make_room(plan.bytes())?;
        let group = self.tail.encode(plan);
        self.write()?;
        self.tail.advance(&group, plan.last_lsn());
        let Encoded { bytes, places, .. } = group;
        self.shared.groups.fetch_add(1, Ordering::Relaxed);
        self.shared.journal_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        let placed = plan.frames.iter().zip(&places);
        let payloads = placed.filter_map(|(frame, place)| match frame {
            PlannedFrame::Append { payload, .. } => Some((*place, payload.clone())),
            PlannedFrame::Changes { .. } => None,
        });
        self.shared.cache.push(self.tail.generation(), payloads);
        self.publish(plan, &places);
        Ok(())
    }

    /// Goes on to the next file when the group does not fit into this one.
    fn make_room(&mut self, bytes: usize) -> Result<(), Failure> {
        let (shared, this) = (self.shared.clone(), self.tail.generation());
        if self.tail.has_room_for(bytes, shared.config.journal_bytes_for(this)) {
            return Ok(());
        }
        let next = shared.preparer.take(this + 1, &shared.files).map_err(|error| {
            match (error.kind(), error.raw_os_error()) {
                (io::ErrorKind::StorageFull, _) => Failure::DiskFull,
                // Somebody else's open files are no reason to stop for good.
                (_, Some(ENFILE | EMFILE)) => Failure::Overloaded,
                _ => shared.break_down(Failure::Broken, "creating a journal file", &error),
            }
        })?;
        let previous = self.tail.encode_end();
        self.write()?;
        shared.checkpointer.sealed(this, Chain { previous, lsn: self.tail.lsn });
        shared.preparer.want(this + 2, shared.config.journal_bytes_for(this + 2));
        self.tail.go_on_to(next, previous);
        Ok(())
    }

    /// Writes what was encoded at the tail and syncs, without moving the tail.
    fn write(&mut self) -> Result<(), Failure> {
        let written = self.tail.write();
        let file = &self.tail.file.file;
        match written {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::StorageFull => {
                // Part may have been written: cut it off durably before saying that nothing was.
                let cut = file.set_len(u64::from(self.tail.position)).and_then(|()| file.sync_data());
                return Err(match cut {
                    Ok(()) => Failure::DiskFull,
                    Err(error) => {
                        self.shared.break_down(Failure::Unknown, "cutting off a short write", &error)
                    }
                });
            }
            Err(error) => {
                return Err(self.shared.break_down(Failure::Unknown, "writing the journal", &error));
            }
        }
        file.sync_data()
            .map_err(|error| self.shared.break_down(Failure::Unknown, "syncing the journal", &error))
    }

    /// A mark need not be written, but for a store that stopped it must not be.
    fn mark(&mut self, kind: FrameKind) {
        if self.shared.broken().is_some() {
            self.tail.marked = true;
            return;
        }
        if let Err(error) = self.tail.mark(kind) {
            // The next group overwrites whatever part was written.
            tracing::warn!(%error, "a mark could not be written to the journal");
        }
    }

    fn publish(&self, plan: &Plan<'_>, places: &[u32]) {
        let generation = self.tail.generation();
        let mut born = false;
        let woken = {
            let mut published = self.shared.published.write();
            for (frame, position) in plan.frames.iter().zip(places) {
                match frame {
                    PlannedFrame::Append { partition, receipt, record_count, payload, crc, .. } => {
                        let entry = Entry {
                            base_offset: receipt.base_offset.0,
                            append_time: receipt.append_time.0,
                            position: *position,
                            len: payload.len() as u32,
                            record_count: *record_count,
                            crc: *crc,
                        };
                        born |= receipt.base_offset == Offset::ZERO;
                        let continues = published.apply_append(*partition, generation, entry);
                        assert!(continues, "a decided append continues its partition");
                    }
                    PlannedFrame::Changes { changes, .. } => {
                        born |= !changes.seals.is_empty();
                        published.apply_changes(changes);
                    }
                }
            }
            published.lsn = plan.last_lsn();
            self.shared.overlay_bytes.store(published.overlay_bytes(), Ordering::Relaxed);
            if published.overlay_bytes() > self.shared.config.checkpoint_bytes {
                self.shared.checkpointer.want();
            }
            published.take_woken()
        };
        if born {
            self.shared.born.notify.notify_waiters();
        }
        woken.iter().for_each(|changed| changed.notify.notify_waiters());
        self.broadcast(plan);
    }

    fn broadcast(&self, plan: &Plan<'_>) {
        let events = self.shared.events.lock();
        let Some(events) = events.as_ref().filter(|events| events.receiver_count() > 0) else { return };
        for frame in &plan.frames {
            let PlannedFrame::Changes { lsn, changes, .. } = frame else { continue };
            for change in &changes.state {
                let (key, value) = match change {
                    StateChange::Put { key, value } => (key.clone(), Some(value.clone())),
                    StateChange::Delete { key } => (key.clone(), None),
                };
                let _ = events.send(StateEvent { lsn: *lsn, key, value });
            }
        }
    }

    fn fail(&mut self, answers: Vec<Answer>, failure: Failure) {
        // Told once, however many clients try again until there is room.
        if matches!(failure, Failure::DiskFull) && !self.shared.disk_full.swap(true, Ordering::Relaxed) {
            tracing::error!("the disk is full; nothing can be stored until there is room");
        }
        let error = match failure {
            Failure::DiskFull => CommitError::DiskFull,
            Failure::Overloaded => CommitError::Overloaded,
            Failure::Broken(why) => CommitError::Stopped(why),
            Failure::Unknown(why) => CommitError::UnknownOutcome(why),
        };
        // A refusal may rest on a commit of the same group that did not happen: it gets the group's error too.
        answer_all(answers.into_iter().map(|(pending, _)| pending), &error);
    }
}

/// A commit thread that panicked takes nobody with it: those who wait learn that the outcome is unknown, those who
/// come learn that the store has stopped.
struct PanicGuard(Arc<Shared>);

impl Drop for PanicGuard {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.break_down(|_| (), "the commit thread", &io::Error::other("it panicked"));
            if let Wake::Work(waiting) = self.0.queue.take(None) {
                drop(waiting);
            }
        }
    }
}

fn answer_all(group: impl IntoIterator<Item = Pending>, error: &CommitError) {
    tell(group.into_iter().map(|pending| (pending, Err(error.clone()))));
}
