//! What happened in the last minutes: a bounded ring of samples per stream and shard, so that a page opened late shows
//! the past. Cumulative counters come in, rates come out.
//!
//! Memory: [`CONSOLE_SAMPLES_MAX`] samples of 24 bytes for each stream and each of at most [`CONSOLE_SHARDS_WITH_HISTORY_MAX`](headwater_types::limits) shards
//! (15 MB when all are there); shards beyond show their present rates and no past.

use std::collections::VecDeque;
use std::time::Duration;

use headwater_types::limits::{CONSOLE_SAMPLES_MAX, SHARD_WRITE_BYTES_PER_S, SHARD_WRITE_RECORDS_PER_S};

use crate::source::ShardCounters;
use crate::view::{Rates, Series, rounded};

/// Length of the window over which a shard's load is judged.
pub const LOAD_WINDOW_SAMPLES: usize = 10;
/// Length of the window over which throttles are counted.
pub const THROTTLE_WINDOW_SAMPLES: usize = 60;

/// One second's rates, small.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sample {
    pub in_records: f32,
    pub in_bytes: f32,
    pub out_records: f32,
    pub out_bytes: f32,
    pub write_throttles: f32,
    pub read_throttles: f32,
}

impl Sample {
    /// The rates between two readings of the counters. Counters that went back (a new incarnation of the thing) count
    /// from 0.
    pub(crate) fn between(before: &ShardCounters, now: &ShardCounters, elapsed: Duration) -> Self {
        let seconds = elapsed.as_secs_f64().max(1e-3);
        let rate = |before: u64, now: u64| {
            let grown = now.checked_sub(before).unwrap_or(now);
            (grown as f64 / seconds) as f32
        };
        Self {
            in_records: rate(before.in_records, now.in_records),
            in_bytes: rate(before.in_bytes, now.in_bytes),
            out_records: rate(before.out_records, now.out_records),
            out_bytes: rate(before.out_bytes, now.out_bytes),
            write_throttles: rate(before.write_throttles, now.write_throttles),
            read_throttles: rate(before.read_throttles, now.read_throttles),
        }
    }

    pub(crate) fn add(&mut self, other: &Sample) {
        self.in_records += other.in_records;
        self.in_bytes += other.in_bytes;
        self.out_records += other.out_records;
        self.out_bytes += other.out_bytes;
        self.write_throttles += other.write_throttles;
        self.read_throttles += other.read_throttles;
    }

    pub(crate) fn rates(&self) -> Rates {
        let rounded = |value: f32| rounded(f64::from(value));
        Rates {
            in_records: rounded(self.in_records),
            in_bytes: rounded(self.in_bytes),
            out_records: rounded(self.out_records),
            out_bytes: rounded(self.out_bytes),
            write_throttles: rounded(self.write_throttles),
            read_throttles: rounded(self.read_throttles),
        }
    }

    /// Write load against a shard's limit; 1 is the limit.
    pub(crate) fn load(&self) -> f64 {
        load(f64::from(self.in_records), f64::from(self.in_bytes))
    }
}

/// Against what a shard takes: 1 MiB/s or 1,000 records/s, whichever comes first.
pub(crate) fn load(records_per_s: f64, bytes_per_s: f64) -> f64 {
    (records_per_s / f64::from(SHARD_WRITE_RECORDS_PER_S)).max(bytes_per_s / SHARD_WRITE_BYTES_PER_S as f64)
}

/// The last samples, the newest last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ring(VecDeque<Sample>);

impl Ring {
    pub(crate) fn push(&mut self, sample: Sample) {
        if self.0.len() == CONSOLE_SAMPLES_MAX {
            self.0.pop_front();
        }
        self.0.push_back(sample);
    }

    fn last(&self, count: usize) -> impl Iterator<Item = &Sample> {
        self.0.iter().skip(self.0.len().saturating_sub(count))
    }

    /// Mean load of the last ten seconds.
    pub(crate) fn load(&self) -> f64 {
        let (mut records, mut bytes, mut count) = (0.0, 0.0, 0.0);
        for sample in self.last(LOAD_WINDOW_SAMPLES) {
            records += f64::from(sample.in_records);
            bytes += f64::from(sample.in_bytes);
            count += 1.0;
        }
        if count == 0.0 { 0.0 } else { load(records / count, bytes / count) }
    }

    pub(crate) fn write_throttles(&self, samples: usize) -> u64 {
        self.last(samples).map(|s| f64::from(s.write_throttles)).sum::<f64>().round() as u64
    }

    pub(crate) fn loads(&self) -> Vec<f64> {
        self.0.iter().map(|sample| rounded(sample.load())).collect()
    }

    pub(crate) fn series(&self) -> Series {
        let column = |of: fn(&Sample) -> f32| self.0.iter().map(|s| rounded(f64::from(of(s)))).collect();
        Series {
            in_records: column(|s| s.in_records),
            in_bytes: column(|s| s.in_bytes),
            out_records: column(|s| s.out_records),
            out_bytes: column(|s| s.out_bytes),
            throttles: column(|s| s.write_throttles + s.read_throttles),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_come_from_what_the_counters_grew_by() {
        let before = ShardCounters { in_records: 100, in_bytes: 1_000, ..Default::default() };
        let now =
            ShardCounters { in_records: 600, in_bytes: 3_000, write_throttles: 4, ..Default::default() };
        let sample = Sample::between(&before, &now, Duration::from_millis(2_000));
        assert_eq!((sample.in_records, sample.in_bytes, sample.write_throttles), (250.0, 1_000.0, 2.0));
    }

    #[test]
    fn counters_that_begin_again_do_not_make_a_negative_or_giant_rate() {
        let before = ShardCounters { in_records: 1_000_000, ..Default::default() };
        let now = ShardCounters { in_records: 50, ..Default::default() };
        assert_eq!(Sample::between(&before, &now, Duration::from_secs(1)).in_records, 50.0);
    }

    #[test]
    fn the_ring_forgets_what_is_older_than_five_minutes() {
        let mut ring = Ring::default();
        for n in 0..(CONSOLE_SAMPLES_MAX + 20) {
            ring.push(Sample { in_records: n as f32, ..Default::default() });
        }
        let series = ring.series();
        assert_eq!(series.in_records.len(), CONSOLE_SAMPLES_MAX);
        assert_eq!(series.in_records[0], 20.0);
    }

    #[test]
    fn load_is_judged_by_the_nearer_limit_over_ten_seconds() {
        assert_eq!(load(500.0, 0.0), 0.5);
        assert_eq!(load(10.0, 1_048_576.0), 1.0);
        let mut ring = Ring::default();
        for _ in 0..50 {
            ring.push(Sample { in_records: 1_000.0, ..Default::default() });
        }
        for _ in 0..10 {
            ring.push(Sample { in_records: 100.0, ..Default::default() });
        }
        assert!((ring.load() - 0.1).abs() < 1e-6);
    }
}
