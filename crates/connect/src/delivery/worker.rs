//! One delivery stream at work: buffer, plan, upload, commit, again.
//!
//! ```text
//! Buffering --(commit: pending object)--> Planned --(upload)--> Uploaded --(commit: progress, no pending, trim)--> Buffering
//! ```
//!
//! Exactly once: the pending object names its ranges and its key before anything is uploaded, and the positions move in
//! the commit that removes it. A crash anywhere leaves either no pending object (the records are read again) or one that is
//! made again, byte for byte, under the same key, or is found standing and left alone. Records that the source gave up
//! meanwhile are counted and never take a standing object with them: what is left of its ranges is planned anew, under
//! another key. [`Worker::turn`] takes one step; a test that drops the worker between two turns is a crash there.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_store::{Commit, CommitError, Expect, Precondition, StateChange, Trim};
use headwater_types::{Offset, Timestamp};
use tokio::sync::watch;

use super::buffer::{Buffer, Hints};
use super::destination::names;
use super::error::{AttemptError, DeliveryError};
use super::feed::{Cursor, Extent, Feed, PAGE_BYTES};
use super::model::{
    DIRECT_PUT_LOG, Delivered, DeliveryStream, LogRange, PendingObject, Progress, RECENT_OBJECTS,
};
use super::status::{Activity, LastError};
use super::upload::{self, Attempt};
use super::{Entry, Shared, encode, keys, load};

/// The first wait after a failed attempt; it doubles up to the longest.
const RETRY_FIRST: Duration = Duration::from_secs(1);
const RETRY_LONGEST: Duration = Duration::from_secs(60);
/// Records that come while a buffer waits for its interval are gathered this long before they are read: a wake-up and a
/// read for many commits, not for each.
const GATHER: Duration = Duration::from_millis(100);
/// Records that expire under a delivery that stays behind are told of this often.
const EXPIRY_WARNING_EVERY: Duration = Duration::from_secs(3600);
/// The type of failed records in the error prefix.
const CONVERSION_FAILED: &str = "format-conversion-failed";

pub(super) struct Worker {
    shared: Arc<Shared>,
    entry: Arc<Entry>,
    config: watch::Receiver<Arc<DeliveryStream>>,
    feed: Feed,
    progress: Progress,
    buffer: Buffer,
    cursors: Vec<Cursor>,
    /// The source's logs when last asked, for pruning the positions of those that are gone, and counting what they held.
    known: BTreeMap<String, Extent>,
    /// Records of logs that are gone, until the next object carries the number.
    missed: u64,
    /// When records were last said to have expired.
    expiry_warned: Option<Timestamp>,
    stage: Stage,
    failures: u32,
    failing_since: Option<Timestamp>,
}

enum Stage {
    /// State must be read from the store first.
    Fresh,
    Buffering,
    Planned(Planned),
    Uploaded(Planned, upload::Uploaded),
}

struct Planned {
    object: PendingObject,
    stored: Bytes,
    /// An earlier attempt may have written the object without our knowing.
    may_exist: bool,
}

/// What to do after a turn.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Again,
    /// Until the source has more, the time has passed or the configuration changes.
    Wait(Option<Duration>),
    /// Until the time has passed or the configuration changes.
    Retry(Duration),
}

impl Worker {
    pub fn new(shared: Arc<Shared>, entry: Arc<Entry>) -> Self {
        let config = entry.config.subscribe();
        let feed = shared.feed(&config.borrow());
        Self {
            shared,
            entry,
            config,
            feed,
            progress: Progress::default(),
            buffer: Buffer::default(),
            cursors: Vec::new(),
            known: BTreeMap::new(),
            missed: 0,
            expiry_warned: None,
            stage: Stage::Fresh,
            failures: 0,
            failing_since: None,
        }
    }

    /// Works until told to stop. Being stopped is like a crash: everything that matters is in the store.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        loop {
            let turn = tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                turn = self.turn() => turn,
            };
            let limit = match turn {
                Turn::Again => continue,
                Turn::Wait(limit) => limit,
                Turn::Retry(pause) => Some(pause),
            };
            let waits_for_data = matches!(turn, Turn::Wait(_));
            let (clock, feed, cursors) = (self.shared.clock.clone(), self.feed.clone(), self.cursors.clone());
            let timeout = async {
                match limit {
                    Some(limit) => clock.sleep(limit).await,
                    None => std::future::pending().await,
                }
            };
            let data = async {
                let failed = match waits_for_data {
                    true => feed.wait(&cursors).await.is_err(),
                    false => true,
                };
                if let (false, Turn::Wait(Some(limit))) = (failed, turn) {
                    clock.sleep(limit.min(GATHER)).await;
                }
                if failed {
                    // The next turn's read tells what is wrong with the source; here only the time counts.
                    match waits_for_data && limit.is_none() {
                        true => clock.sleep(RETRY_FIRST).await,
                        false => std::future::pending().await,
                    }
                }
            };
            tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                _ = self.config.changed() => {}
                () = data => {}
                () = timeout => {}
            }
        }
    }

    /// One step. What fails is noted in the status and tried again later.
    pub async fn turn(&mut self) -> Turn {
        let result = match std::mem::replace(&mut self.stage, Stage::Fresh) {
            Stage::Fresh => self.load().await,
            Stage::Buffering => self.fill_and_plan().await,
            Stage::Planned(planned) => self.upload(planned).await,
            Stage::Uploaded(planned, uploaded) => self.commit(planned, uploaded).await,
        };
        let turn = match result {
            Ok(turn) => {
                if !matches!(self.stage, Stage::Planned(_) | Stage::Uploaded(..)) {
                    (self.failures, self.failing_since) = (0, None);
                }
                turn
            }
            Err(error) => Turn::Retry(self.note_failure(&error)),
        };
        self.publish();
        turn
    }

    /// Begins from what the store says.
    async fn load(&mut self) -> Result<Turn, AttemptError> {
        let id = self.entry.id;
        let loaded = async {
            let progress = load::<Progress>(&*self.shared.store, keys::progress(id)).await?;
            let pending = load::<PendingObject>(&*self.shared.store, keys::pending(id)).await?;
            Ok::<_, DeliveryError>((progress, pending))
        };
        let (progress, pending) = loaded.await.map_err(|error| AttemptError::Source(error.to_string()))?;
        self.progress = progress.map(|(progress, _)| progress).unwrap_or_default();
        self.buffer = Buffer::default();
        self.stage = match pending {
            Some((object, stored)) => Stage::Planned(Planned { object, stored, may_exist: true }),
            None => Stage::Buffering,
        };
        Ok(Turn::Again)
    }

    async fn fill_and_plan(&mut self) -> Result<Turn, AttemptError> {
        self.stage = Stage::Buffering;
        let stream = self.config.borrow_and_update().clone();
        let hints = Hints::of(&stream.destination);
        let caught_up = self.fill(hints).await?;
        match self.buffer.wait(hints, self.shared.clock.now(), caught_up) {
            Some(Duration::ZERO) => {
                self.plan(&stream).await?;
                Ok(Turn::Again)
            }
            _ if !caught_up => Ok(Turn::Again),
            wait => Ok(Turn::Wait(wait)),
        }
    }

    /// Reads one page of every log, as far as the buffer has room. Answers whether there was no more to read.
    async fn fill(&mut self, hints: Hints) -> Result<bool, AttemptError> {
        self.cursors = self.survey().await?;
        let mut caught_up = true;
        for index in 0..self.cursors.len() {
            if self.buffer.is_full(hints) {
                return Ok(false);
            }
            let cursor = &self.cursors[index];
            let page = self.feed.read(&cursor.log, cursor.next, PAGE_BYTES).await?;
            // Records missing behind others that are read now, or were before, are found out when the object is made.
            let skips = page.skips_at_once(cursor.next);
            if skips && self.buffer.skip(&cursor.log, cursor.next + page.skipped) {
                self.buffer.expired += page.skipped;
                self.warn_of_expiry(page.skipped);
            }
            let cursor = &mut self.cursors[index];
            cursor.next += if skips { page.skipped } else { 0 };
            let taken = self.buffer.take(&cursor.log, cursor.next, &page.records, hints);
            if taken < page.records.len() {
                return Ok(false);
            }
            self.buffer.advance(&cursor.log, cursor.next, page.next);
            cursor.next = page.next;
            if page.ends {
                self.buffer.end(&cursor.log, page.next);
            }
            // A log that ends may have opened its children to reading.
            caught_up &= page.caught_up && !page.ends;
        }
        Ok(caught_up)
    }

    /// Which logs can be read. Those that are gone since the last time are counted.
    async fn survey(&mut self) -> Result<Vec<Cursor>, AttemptError> {
        let logs = self.feed.logs(&self.progress, &self.buffer).await?;
        let gone = self.left_behind_in_gone_logs(&logs.known);
        if gone > 0 {
            self.missed += gone;
            self.warn_of_expiry(gone);
        }
        self.known = logs.known;
        Ok(logs.readable)
    }

    /// Records of logs that were there when last asked, are not now, and were not read to their end.
    fn left_behind_in_gone_logs(&self, known: &BTreeMap<String, Extent>) -> u64 {
        let gone = self.known.iter().filter(|(log, _)| !known.contains_key(*log));
        let left = gone.map(|(log, extent)| {
            let planned = self.planned_range(log);
            let is_read = self.progress.finished.contains(log)
                || self.buffer.has_ended(log)
                || planned.is_some_and(|range| range.ends);
            let next = self.buffer.next(log).or_else(|| planned.map(|range| range.to));
            let next = next.or_else(|| self.progress.next.get(log).copied());
            let end = extent.end.filter(|_| !is_read).unwrap_or(0);
            end.saturating_sub(next.unwrap_or(extent.start))
        });
        left.sum()
    }

    /// What the pending object holds of a log.
    fn planned_range(&self, log: &str) -> Option<&LogRange> {
        match &self.stage {
            Stage::Planned(planned) | Stage::Uploaded(planned, _) => {
                planned.object.ranges.iter().find(|range| range.log == log)
            }
            Stage::Fresh | Stage::Buffering => None,
        }
    }

    /// Says now and then that the source gave records up before they were delivered.
    fn warn_of_expiry(&mut self, records: u64) {
        let now = self.shared.clock.now();
        let is_quiet = |since: Timestamp| now.millis_since(since) < EXPIRY_WARNING_EVERY.as_millis() as i64;
        if !self.expiry_warned.is_some_and(is_quiet) {
            self.expiry_warned = Some(now);
            tracing::warn!(stream = %self.entry.arn, records, "records expired before delivery: it is further behind than its source's retention");
        }
    }

    /// Makes the buffer an object that will be delivered whatever happens.
    async fn plan(&mut self, stream: &DeliveryStream) -> Result<(), AttemptError> {
        let buffer = std::mem::take(&mut self.buffer);
        // Until it is committed the buffer is only memory: a failure here reads the same records again.
        self.stage = Stage::Fresh;
        let object = PendingObject {
            key: String::new(),
            error_key: String::new(),
            destination: stream.destination.clone(),
            version: stream.version,
            ranges: buffer.ranges,
            records: buffer.records,
            bytes: buffer.bytes,
            oldest_ms: buffer.oldest.unwrap_or_default().as_millis(),
            planned_ms: self.shared.clock.now().as_millis(),
            expired: buffer.expired + std::mem::take(&mut self.missed),
        };
        self.store_plan(object, Expect::Absent).await
    }

    /// Gives an object its names, and makes it the one that is pending.
    async fn store_plan(&mut self, mut object: PendingObject, expect: Expect) -> Result<(), AttemptError> {
        let oldest = Timestamp(object.oldest_ms);
        let names = names(&object.destination, &self.entry.arn.name, object.version)
            .map_err(|error| AttemptError::Pack(error.to_string()))?;
        object.key = names.object(oldest, &self.shared.entropy);
        object.error_key = names.error_object(oldest, CONVERSION_FAILED, &self.shared.entropy);
        let stored = encode(&object);
        let key = keys::pending(self.entry.id);
        let commit = Commit {
            preconditions: vec![
                Precondition { key: keys::stream(&self.entry.arn), expect: Expect::Present },
                Precondition { key: key.clone(), expect },
            ],
            state: vec![StateChange::Put { key, value: stored.clone() }],
            ..Commit::default()
        };
        self.shared.store.commit(commit).await?;
        self.stage = Stage::Planned(Planned { object, stored, may_exist: false });
        Ok(())
    }

    async fn upload(&mut self, mut planned: Planned) -> Result<Turn, AttemptError> {
        self.note_activity(Activity::Delivering);
        let arn = &self.entry.arn;
        let attempt = upload::attempt(&self.shared, arn, &self.feed, &planned.object, planned.may_exist);
        match attempt.await {
            Ok(Attempt::Uploaded(uploaded)) => {
                self.stage = Stage::Uploaded(planned, uploaded);
                Ok(Turn::Again)
            }
            Ok(Attempt::Short) => self.shorten(planned).await,
            Err(error) => {
                let no_bucket =
                    matches!(&error, AttemptError::Object(crate::object::ObjectError::NoSuchBucket { .. }));
                planned.may_exist = !no_bucket && (planned.may_exist || !error.certainly_not_written());
                let version = self.config.borrow_and_update().version;
                if !planned.may_exist && version != planned.object.version {
                    // The destination was changed and nothing stands at the old one: plan anew for the new one.
                    self.forget(planned).await?;
                } else if self.has_expired(&planned.object) {
                    self.give_up(planned, &error).await?;
                } else {
                    self.stage = Stage::Planned(planned);
                    // Shards may close and go while an object waits. What the source says to that, the next reading tells.
                    let _ = self.survey().await;
                }
                Err(error)
            }
        }
    }

    /// Plans anew what the source still has of an object: under another name, as an attempt under this one may yet land.
    async fn shorten(&mut self, planned: Planned) -> Result<Turn, AttemptError> {
        let Planned { mut object, stored, may_exist } = planned;
        let mut oldest = None;
        let mut lost = 0;
        let mut ranges = Vec::new();
        for range in std::mem::take(&mut object.ranges) {
            let page = self.feed.read(&range.log, range.from, 1).await?;
            let is_gone = page.is_gone || page.next <= range.from;
            let kept = if is_gone { range.to } else { range.to.min(range.from + page.skipped) };
            lost += kept - range.from;
            if let Some(first) = page.records.first().filter(|_| kept < range.to) {
                oldest = Some(oldest.map_or(first.arrival, |oldest: Timestamp| oldest.min(first.arrival)));
            }
            ranges.push(LogRange { from: kept, ..range });
        }
        if lost > 0 {
            self.warn_of_expiry(lost);
        }
        object.expired += lost;
        object.records = ranges.iter().map(|range| range.to - range.from).sum();
        object.ranges = ranges;
        object.oldest_ms = oldest.map_or(object.oldest_ms, Timestamp::as_millis);
        if object.ranges.iter().all(|range| range.from == range.to) {
            let mut next = self.moved_past(&object);
            next.expired_records += object.expired;
            self.move_on(Planned { object, stored, may_exist }, next).await?;
            return Ok(Turn::Again);
        }
        self.store_plan(object, Expect::Value(stored)).await?;
        Ok(Turn::Again)
    }

    /// Takes a pending object back; its records are buffered again.
    async fn forget(&mut self, planned: Planned) -> Result<(), AttemptError> {
        let key = keys::pending(self.entry.id);
        let commit = Commit {
            preconditions: vec![Precondition { key: key.clone(), expect: Expect::Value(planned.stored) }],
            state: vec![StateChange::Delete { key }],
            ..Commit::default()
        };
        self.shared.store.commit(commit).await?;
        Ok(())
    }

    /// Direct puts are kept for a time when they cannot be delivered; a stream's records have its own retention.
    fn has_expired(&self, object: &PendingObject) -> bool {
        let age = self.shared.clock.now().millis_since(Timestamp(object.oldest_ms)).max(0) as u128;
        let retention = self.shared.config.undelivered_retention;
        retention.is_some_and(|retention| age > retention.as_millis())
            && matches!(self.feed, Feed::DirectPut { .. })
    }

    async fn give_up(&mut self, planned: Planned, why: &AttemptError) -> Result<(), AttemptError> {
        let records = planned.object.records;
        tracing::error!(stream = %self.entry.arn, records, error = %why, "gave up records after the retention of undelivered data");
        let mut next = self.moved_past(&planned.object);
        next.expired_records += records + planned.object.expired;
        self.move_on(planned, next).await
    }

    /// The object stands: the positions move and the pending object goes, at once.
    async fn commit(&mut self, planned: Planned, uploaded: upload::Uploaded) -> Result<Turn, AttemptError> {
        let object = &planned.object;
        let mut next = self.moved_past(object);
        next.records += uploaded.records;
        next.bytes += uploaded.bytes;
        next.failed_records += uploaded.failed_records;
        next.expired_records += object.expired;
        next.objects += 1;
        let key = if uploaded.records > 0 { &object.key } else { &object.error_key };
        next.recent.insert(
            0,
            Delivered {
                bucket: object.destination.bucket().to_owned(),
                key: key.clone(),
                records: uploaded.records + uploaded.failed_records,
                bytes: uploaded.bytes,
                at_ms: self.shared.clock.now().as_millis(),
            },
        );
        next.recent.truncate(RECENT_OBJECTS);
        // A commit whose outcome is unknown is looked up again: the stage stays fresh.
        self.move_on(planned, next).await?;
        Ok(Turn::Again)
    }

    /// The progress with an object's ranges behind it.
    fn moved_past(&self, object: &PendingObject) -> Progress {
        let mut next = self.progress.clone();
        for range in &object.ranges {
            if range.ends {
                next.next.remove(&range.log);
                next.finished.push(range.log.clone());
            } else {
                next.next.insert(range.log.clone(), range.to);
            }
        }
        if !self.known.is_empty() {
            next.next.retain(|log, _| self.known.contains_key(log));
            next.finished.retain(|log| self.known.contains_key(log));
        }
        next
    }

    async fn move_on(&mut self, planned: Planned, next: Progress) -> Result<(), AttemptError> {
        let (pending, id) = (keys::pending(self.entry.id), self.entry.id);
        let trims = match &self.feed {
            Feed::DirectPut { partition, .. } => {
                let before = next.next.get(DIRECT_PUT_LOG).copied().unwrap_or(0);
                vec![Trim { partition: *partition, before: Offset(before) }]
            }
            Feed::Kinesis { .. } => Vec::new(),
        };
        let commit = Commit {
            preconditions: vec![Precondition { key: pending.clone(), expect: Expect::Value(planned.stored) }],
            trims,
            state: vec![
                StateChange::Put { key: keys::progress(id), value: encode(&next) },
                StateChange::Delete { key: pending },
            ],
            ..Commit::default()
        };
        self.shared.store.commit(commit).await?;
        self.progress = next;
        self.stage = Stage::Buffering;
        Ok(())
    }

    /// How long to wait before the next attempt.
    fn note_failure(&mut self, error: &AttemptError) -> Duration {
        let now = self.shared.clock.now();
        self.failures += 1;
        let since = *self.failing_since.get_or_insert(now);
        match error {
            // Somebody else moved the state: read it and go on.
            AttemptError::Commit(CommitError::PreconditionFailed { .. }) if self.failures == 1 => {
                return Duration::ZERO;
            }
            _ => {}
        }
        let config = self.config.borrow().clone();
        let logging = config.destination.logging.as_ref().filter(|logging| logging.enabled == Some(true));
        let log_group = logging.and_then(|logging| logging.group.as_deref());
        tracing::warn!(stream = %self.entry.arn, attempts = self.failures, log_group, %error, "delivery failed and will be tried again");
        let mut live = self.entry.live.lock();
        live.last_error = Some(LastError { at: now, message: error.to_string() });
        live.activity = Activity::Retrying { attempts: self.failures, since };
        let doublings = (self.failures - 1).min(16);
        RETRY_FIRST.saturating_mul(1 << doublings).min(RETRY_LONGEST)
    }

    fn note_activity(&self, activity: Activity) {
        if self.failures == 0 {
            self.entry.live.lock().activity = activity;
        }
    }

    /// Shows the state of things to whoever asks for the status.
    fn publish(&self) {
        let pending = match &self.stage {
            Stage::Planned(planned) | Stage::Uploaded(planned, _) => Some(&planned.object),
            Stage::Fresh | Stage::Buffering => None,
        };
        let mut live = self.entry.live.lock();
        live.buffered_records = self.buffer.records + pending.map_or(0, |object| object.records);
        live.buffered_bytes = self.buffer.bytes + pending.map_or(0, |object| object.bytes);
        live.buffered_since = pending.map(|object| Timestamp(object.oldest_ms)).or(self.buffer.oldest);
        if !matches!(self.stage, Stage::Fresh) {
            live.progress.clone_from(&self.progress);
            live.progress.expired_records +=
                self.missed + self.buffer.expired + pending.map_or(0, |object| object.expired);
        }
        if self.failures == 0 && pending.is_none() {
            live.activity = Activity::Buffering;
        }
    }
}
