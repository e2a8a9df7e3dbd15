//! Reading a shard with GetRecords: at most five calls a second, which all that poll the shard share, and none while what was read
//! before is not processed.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>

use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy};

use super::config::ConsumerConfig;
use super::metrics::Counters;
use super::position::Position;
use super::retry::pause;
use super::source::Read;
use super::stream_api::{self, Page, Start};
use crate::transport::{CallError, Transport};

/// Five calls a second.
const GAP: Duration = Duration::from_millis(200);
const BACKOFF_MIN: Duration = Duration::from_millis(200);
const BACKOFF_MAX: Duration = Duration::from_secs(10);

pub struct Poller<K> {
    pub transport: Arc<K>,
    pub config: Arc<ConsumerConfig>,
    pub clock: Clock,
    pub entropy: Entropy,
    pub counters: Arc<Counters>,
    shard: String,
    /// Where this worker began.
    from: Position,
    /// The last record that was read since.
    after: Option<String>,
    iterator: Option<String>,
    /// Before this time nothing is asked.
    due: Duration,
    failures: u32,
}

impl<K: Transport> Poller<K> {
    pub fn new(
        transport: Arc<K>,
        config: Arc<ConsumerConfig>,
        clock: Clock,
        entropy: Entropy,
        counters: Arc<Counters>,
        shard: &str,
        from: Position,
    ) -> Self {
        let shard = shard.to_owned();
        let (after, iterator, due, failures) = (None, None, Duration::ZERO, 0);
        Self { transport, config, clock, entropy, counters, shard, from, after, iterator, due, failures }
    }

    /// Waits until a call may be made.
    pub async fn rest(&self) {
        self.clock.sleep(self.due.saturating_sub(self.clock.monotonic())).await;
    }

    /// The next page, which may be empty. Tries until there is one.
    pub async fn next(&mut self) -> Read {
        loop {
            self.rest().await;
            self.due = self.clock.monotonic() + GAP;
            match self.read().await {
                Ok(read) => {
                    self.failures = 0;
                    return read;
                }
                Err(error) if error.code() == "ResourceNotFoundException" => {
                    tracing::warn!(shard = self.shard, %error, "the shard is gone");
                    return Read::gone();
                }
                Err(error) => self.back_off(&error),
            }
        }
    }

    async fn read(&mut self) -> Result<Read, CallError> {
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => {
                let start = Start {
                    after: self.after.as_deref(),
                    position: &self.from,
                    initial: self.config.initial_position,
                };
                let body = start.for_iterator(&self.config.stream, &self.shard);
                stream_api::iterator(&*self.transport, body).await?
            }
        };
        let page = stream_api::records(&*self.transport, &iterator, self.config.records_max).await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                // An expired one is made anew; any other can be used again.
                self.iterator = (error.code() != "ExpiredIteratorException").then_some(iterator);
                return Err(error);
            }
        };
        if page.next_shard_iterator.is_none() && page.child_shards.is_empty() {
            return Err(CallError::Malformed("a shard's end without children".into()));
        }
        Ok(self.take(page))
    }

    fn take(&mut self, page: Page) -> Read {
        if let Some(last) = page.records.last() {
            self.after = Some(last.sequence_number.clone());
        }
        let is_end = page.next_shard_iterator.is_none();
        if page.records.is_empty() && page.millis_behind_latest == 0 {
            self.due = self.clock.monotonic() + self.config.poll_interval;
        }
        self.iterator = page.next_shard_iterator;
        Read {
            records: page.records,
            millis_behind_latest: page.millis_behind_latest,
            end: is_end.then_some(page.child_shards),
        }
    }

    fn back_off(&mut self, error: &CallError) {
        self.counters.error(error.code());
        let pause = pause(BACKOFF_MIN, BACKOFF_MAX, self.failures, &self.entropy);
        if self.failures > 3 {
            tracing::warn!(shard = self.shard, %error, ?pause, "the shard cannot be read, trying again");
        }
        self.failures += 1;
        self.due = self.clock.monotonic() + pause;
    }
}
