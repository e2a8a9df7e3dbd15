//! Where a reader of a shard is and when it may ask again: what polling and subscriptions have in common.

use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy};

use super::config::ConsumerConfig;
use super::metrics::Counters;
use super::position::Position;
use super::retry::pause;
use super::source::Read;
use super::stream_api::{Page, Start};
use crate::transport::CallError;

/// After so many failures in a row it is told.
const SILENT_FAILURES_MAX: u32 = 3;

/// How often a way of reading may ask.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Between two calls.
    pub gap: Duration,
    /// After the first failure, and at most.
    pub backoff_min: Duration,
    pub backoff_max: Duration,
}

pub struct Cursor {
    pub config: Arc<ConsumerConfig>,
    pub clock: Clock,
    pub counters: Arc<Counters>,
    entropy: Entropy,
    pub shard: String,
    /// Where this worker began.
    from: Position,
    /// Behind what was read since.
    after: Option<String>,
    /// Before this time nothing is asked.
    due: Duration,
    failures: u32,
}

impl Cursor {
    pub fn new(
        config: Arc<ConsumerConfig>,
        clock: Clock,
        entropy: Entropy,
        counters: Arc<Counters>,
        shard: &str,
        from: Position,
    ) -> Self {
        let shard = shard.to_owned();
        Self { config, clock, counters, entropy, shard, from, after: None, due: Duration::ZERO, failures: 0 }
    }

    /// Waits until a call may be made.
    pub async fn rest(&self) {
        self.clock.sleep(self.due.saturating_sub(self.clock.monotonic())).await;
    }

    /// Waits until a call may be made, and counts it as made.
    pub async fn begin_call(&mut self, pace: Pace) {
        self.rest().await;
        self.rest_for(pace.gap);
    }

    pub fn rest_for(&mut self, pause: Duration) {
        self.due = self.clock.monotonic() + pause;
    }

    /// Whence to read on.
    pub fn start(&self) -> Start<'_> {
        let (after, initial) = (self.after.as_deref(), self.config.initial_position);
        Start { after, position: &self.from, initial }
    }

    /// Takes a page in, behind which it stands then. `after` is where that is, where the page says or has it.
    pub fn take(&mut self, page: Page, after: Option<String>, is_end: bool) -> Read {
        self.after = after.or(self.after.take());
        Read {
            records: page.records,
            millis_behind_latest: page.millis_behind_latest,
            end: is_end.then_some(page.child_shards),
        }
    }

    /// What a try came to: what was read, or `None` when it is to be tried again.
    pub fn settle(&mut self, tried: Result<Option<Read>, CallError>, pace: Pace) -> Option<Read> {
        match tried {
            Ok(Some(read)) => {
                self.failures = 0;
                Some(read)
            }
            Ok(None) => None,
            Err(error) if error.code() == "ResourceNotFoundException" => {
                tracing::warn!(shard = self.shard, %error, "the shard is gone");
                Some(Read::gone())
            }
            Err(error) => {
                self.back_off(&error, pace);
                None
            }
        }
    }

    fn back_off(&mut self, error: &CallError, pace: Pace) {
        self.counters.error(error.code());
        let pause = pause(pace.backoff_min, pace.backoff_max, self.failures, &self.entropy);
        if self.failures > SILENT_FAILURES_MAX {
            tracing::warn!(shard = self.shard, %error, ?pause, "the shard cannot be read, trying again");
        }
        self.failures += 1;
        self.rest_for(pause);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        gap: Duration::from_millis(200),
        backoff_min: Duration::from_secs(1),
        backoff_max: Duration::from_secs(8),
    };

    fn cursor() -> Cursor {
        let config = Arc::new(ConsumerConfig::new("s", "a"));
        let (clock, entropy) = (Clock::system(), Entropy::seeded(1));
        Cursor::new(config, clock, entropy, Arc::default(), "shardId-000000000000", Position::TrimHorizon)
    }

    fn refused(code: &str) -> Result<Option<Read>, CallError> {
        Err(CallError::Refused { status: 400, code: code.into(), message: String::new() })
    }

    #[test]
    fn pauses_grow_with_failures_and_end_with_success() {
        let mut cursor = cursor();
        for failures in 0..6 {
            let before = cursor.clock.monotonic();
            assert!(cursor.settle(refused("ProvisionedThroughputExceededException"), PACE).is_none());
            let after = cursor.clock.monotonic();
            let whole = Duration::from_secs(1 << failures.min(3));
            assert!(cursor.due - before >= whole / 2, "{failures}");
            assert!(cursor.due.saturating_sub(after) <= whole, "{failures}");
        }
        assert!(cursor.settle(Ok(Some(Read::gone())), PACE).is_some());
        assert_eq!(cursor.failures, 0);
        assert_eq!(cursor.counters.read().errors_by_code["ProvisionedThroughputExceededException"], 6);
    }

    #[test]
    fn a_shard_that_is_gone_has_ended() {
        let read = cursor().settle(refused("ResourceNotFoundException"), PACE);
        assert_eq!(read.and_then(|read| read.end).map(|children| children.len()), Some(0));
    }

    #[test]
    fn a_page_without_records_leaves_the_cursor_where_it_was() {
        let mut cursor = cursor();
        cursor.take(Page::default(), Some("7".into()), false);
        cursor.take(Page::default(), None, false);
        assert_eq!(cursor.start().after, Some("7"));
    }
}
