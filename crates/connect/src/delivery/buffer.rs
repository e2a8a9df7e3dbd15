//! When an object is due: a buffer of log ranges, not of records. Pure: it is told what was read and what time it is.
//!
//! A buffer is full by size at once. By interval it is due only when nothing more is there to read: a backlog (a stream
//! read from its beginning, the wait after an outage) goes out in objects of full size, not in one per page.

use std::time::Duration;

use headwater_types::Timestamp;

use super::feed::Arrived;
use super::model::{Destination, LogRange};

/// Bytes of a "MB" in buffering hints.
const MB: u64 = 1024 * 1024;

/// When to deliver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hints {
    pub bytes: u64,
    /// Zero delivers as soon as there is anything.
    pub interval: Duration,
}

impl Hints {
    pub fn of(destination: &Destination) -> Self {
        Self {
            bytes: u64::from(destination.size_mbs) * MB,
            interval: Duration::from_secs(u64::from(destination.interval_secs)),
        }
    }
}

/// What has been read beyond the delivered position and not yet made into an object.
#[derive(Debug, Default)]
pub struct Buffer {
    /// In the order in which their logs were first read.
    pub ranges: Vec<LogRange>,
    pub records: u64,
    pub bytes: u64,
    /// Arrival of the oldest record.
    pub oldest: Option<Timestamp>,
    /// Records that the source gave up before they were read.
    pub expired: u64,
}

impl Buffer {
    pub fn is_empty(&self) -> bool {
        self.records == 0
    }

    /// Where reading a log goes on, if the buffer holds anything of it.
    pub fn next(&self, log: &str) -> Option<u64> {
        self.ranges.iter().find(|range| range.log == log).map(|range| range.to)
    }

    pub fn has_ended(&self, log: &str) -> bool {
        self.ranges.iter().any(|range| range.log == log && range.ends)
    }

    /// Takes records of one log, which follow those taken before, until the size is reached. Answers how many it took.
    pub fn take(&mut self, log: &str, from: u64, records: &[Arrived], hints: Hints) -> usize {
        let mut taken = 0;
        let mut to = from;
        for record in records {
            if self.is_full(hints) {
                break;
            }
            taken += 1;
            to = record.offset + 1;
            self.records += 1;
            self.bytes += record.data.len() as u64;
            self.oldest = Some(self.oldest.map_or(record.arrival, |oldest| oldest.min(record.arrival)));
        }
        self.advance(log, from, to);
        taken
    }

    /// Moves a log's range on: over records taken, or over offsets that hold none.
    pub fn advance(&mut self, log: &str, from: u64, to: u64) {
        match self.ranges.iter_mut().find(|range| range.log == log) {
            Some(range) => range.to = range.to.max(to),
            None => self.ranges.push(LogRange { log: log.to_owned(), from, to, ends: false }),
        }
    }

    /// Goes over records that the source has given up, up to `to`. False where records before them are buffered: those
    /// have expired as well, and the gap is counted with them.
    pub fn skip(&mut self, log: &str, to: u64) -> bool {
        match self.ranges.iter_mut().find(|range| range.log == log) {
            Some(range) if range.from < range.to => {
                range.to = range.to.max(to);
                false
            }
            Some(range) => {
                (range.from, range.to) = (to, to);
                true
            }
            None => {
                self.ranges.push(LogRange { log: log.to_owned(), from: to, to, ends: false });
                true
            }
        }
    }

    /// The log was read to where it ends for ever.
    pub fn end(&mut self, log: &str, at: u64) {
        self.advance(log, at, at);
        if let Some(range) = self.ranges.iter_mut().find(|range| range.log == log) {
            range.ends = true;
        }
    }

    pub fn is_full(&self, hints: Hints) -> bool {
        self.bytes >= hints.bytes
    }

    /// How long to wait for the object; zero when it is due. `None` while there is nothing to deliver.
    pub fn wait(&self, hints: Hints, now: Timestamp, caught_up: bool) -> Option<Duration> {
        let oldest = self.oldest.filter(|_| !self.is_empty())?;
        if self.is_full(hints) {
            return Some(Duration::ZERO);
        }
        let age = Duration::from_millis(now.millis_since(oldest).max(0) as u64);
        let left = hints.interval.saturating_sub(age);
        // Behind its source the buffer goes on filling; the next page decides.
        if left.is_zero() && !caught_up { None } else { Some(left) }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    const HINTS: Hints = Hints { bytes: 100, interval: Duration::from_secs(60) };

    fn records(from: u64, count: u64, bytes: usize, arrival: i64) -> Vec<Arrived> {
        let record = |offset| Arrived {
            offset,
            arrival: Timestamp(arrival),
            data: Bytes::from(vec![b'x'; bytes]),
            sequence_number: None,
            sub_sequence: None,
        };
        (from..from + count).map(record).collect()
    }

    #[test]
    fn size_makes_it_due_at_the_record_that_reaches_it() {
        let mut buffer = Buffer::default();
        assert_eq!(buffer.take("a", 5, &records(5, 10, 30, 0), HINTS), 4);
        assert_eq!((buffer.bytes, buffer.next("a")), (120, Some(9)));
        assert_eq!(buffer.wait(HINTS, Timestamp(0), false), Some(Duration::ZERO));
        assert_eq!(buffer.take("b", 0, &records(0, 1, 1, 0), HINTS), 0, "full is full for every log");
    }

    #[test]
    fn the_interval_counts_from_the_oldest_record() {
        let mut buffer = Buffer::default();
        assert_eq!(buffer.wait(HINTS, Timestamp(1_000_000), true), None, "nothing, nothing due");
        buffer.take("a", 0, &records(0, 1, 1, 10_000), HINTS);
        buffer.take("b", 0, &records(0, 1, 1, 4_000), HINTS);
        buffer.take("a", 1, &records(1, 1, 1, 50_000), HINTS);
        assert_eq!(buffer.wait(HINTS, Timestamp(50_000), true), Some(Duration::from_secs(14)));
        assert_eq!(buffer.wait(HINTS, Timestamp(64_000), true), Some(Duration::ZERO));
    }

    #[test]
    fn a_backlog_goes_on_filling_whatever_its_age() {
        let mut buffer = Buffer::default();
        buffer.take("a", 0, &records(0, 1, 1, 0), HINTS);
        assert_eq!(buffer.wait(HINTS, Timestamp(999_999), false), None);
        assert_eq!(buffer.wait(HINTS, Timestamp(999_999), true), Some(Duration::ZERO));
    }

    #[test]
    fn zero_buffering_is_due_with_the_first_record() {
        let mut buffer = Buffer::default();
        let zero = Hints { interval: Duration::ZERO, ..HINTS };
        buffer.take("a", 0, &records(0, 1, 1, 7), zero);
        assert_eq!(buffer.wait(zero, Timestamp(7), true), Some(Duration::ZERO));
    }

    #[test]
    fn a_clock_that_goes_back_makes_nothing_due() {
        let mut buffer = Buffer::default();
        buffer.take("a", 0, &records(0, 1, 1, 90_000), HINTS);
        assert_eq!(buffer.wait(HINTS, Timestamp(0), true), Some(Duration::from_secs(60)));
    }

    #[test]
    fn ranges_keep_the_order_in_which_logs_were_first_read() {
        let mut buffer = Buffer::default();
        buffer.take("parent", 0, &records(0, 1, 1, 0), HINTS);
        buffer.end("parent", 1);
        buffer.take("child", 1, &records(1, 1, 1, 0), HINTS);
        let logs: Vec<_> = buffer.ranges.iter().map(|range| (range.log.as_str(), range.ends)).collect();
        assert_eq!(logs, [("parent", true), ("child", false)]);
    }
}
