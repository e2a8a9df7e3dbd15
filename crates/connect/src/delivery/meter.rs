//! How much a delivery stream takes by direct put each second. Buckets of one second, refilled continuously.

use std::time::Duration;

use headwater_types::{Region, limits};

#[derive(Debug)]
pub(super) struct PutMeter {
    bytes: Bucket,
    requests: Bucket,
    records: Bucket,
}

impl PutMeter {
    /// The limits of a region, or as many times them as the stream was created for: the hint is in MB each second.
    pub(super) fn new(region: &Region, hint_mbs: Option<u32>, now: Duration) -> Self {
        let (bytes, requests, records) = match region.as_str() {
            "us-east-1" | "us-west-2" | "eu-west-1" => (
                limits::DELIVERY_PUT_BYTES_PER_S_LARGE_REGIONS,
                limits::DELIVERY_PUT_REQUESTS_PER_S_LARGE_REGIONS,
                limits::DELIVERY_PUT_RECORDS_PER_S_LARGE_REGIONS,
            ),
            _ => (
                limits::DELIVERY_PUT_BYTES_PER_S,
                limits::DELIVERY_PUT_REQUESTS_PER_S,
                limits::DELIVERY_PUT_RECORDS_PER_S,
            ),
        };
        // The three limits scale together.
        let times = hint_mbs.map_or(1, |hint| (u64::from(hint) * 1024 * 1024).div_ceil(bytes)).max(1);
        Self {
            bytes: Bucket::new(bytes * times, now),
            requests: Bucket::new(requests * times, now),
            records: Bucket::new(records * times, now),
        }
    }

    /// How many of a request's records are within the limits, from the first on; they are then counted.
    pub(super) fn admit(&mut self, sizes: impl Iterator<Item = usize>, now: Duration) -> usize {
        if !self.requests.take(1, now) {
            return 0;
        }
        sizes
            .take_while(|&size| {
                self.records.has(1, now) && self.bytes.take(size as u64, now) && self.records.take(1, now)
            })
            .count()
    }
}

#[derive(Debug)]
struct Bucket {
    per_second: u64,
    /// In billionths of a unit, so that short gaps refill exactly.
    level: u128,
    filled: Duration,
}

const UNIT: u128 = 1_000_000_000;

impl Bucket {
    fn new(per_second: u64, now: Duration) -> Self {
        Self { per_second, level: u128::from(per_second) * UNIT, filled: now }
    }

    fn refill(&mut self, now: Duration) {
        let gap = now.saturating_sub(self.filled).as_nanos();
        let full = u128::from(self.per_second) * UNIT;
        self.level = (self.level + gap.min(UNIT) * u128::from(self.per_second)).min(full);
        self.filled = self.filled.max(now);
    }

    fn has(&mut self, units: u64, now: Duration) -> bool {
        self.refill(now);
        self.level >= u128::from(units) * UNIT
    }

    fn take(&mut self, units: u64, now: Duration) -> bool {
        let has = self.has(units, now);
        if has {
            self.level -= u128::from(units) * UNIT;
        }
        has
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_takes_a_mebibyte_and_the_next_another() {
        let mut meter = PutMeter::new(&Region::parse("eu-central-1").unwrap(), None, Duration::ZERO);
        let batch = || std::iter::repeat_n(1024, 1500);
        assert_eq!(meter.admit(batch(), Duration::ZERO), 1024);
        assert_eq!(meter.admit(batch(), Duration::ZERO), 0);
        assert_eq!(meter.admit(batch(), Duration::from_millis(500)), 512);
        assert_eq!(meter.admit(batch(), Duration::from_secs(60)), 1024, "no credit builds up");
    }

    #[test]
    fn requests_count_also_when_they_are_small() {
        let mut meter = PutMeter::new(&Region::default(), None, Duration::ZERO);
        let admitted = (0..3000).filter(|_| meter.admit([1].into_iter(), Duration::ZERO) == 1).count();
        assert_eq!(admitted, 2000);
    }

    #[test]
    fn a_hint_scales_all_three() {
        let mut meter = PutMeter::new(&Region::default(), Some(10), Duration::ZERO);
        let admitted = (0..9000).filter(|_| meter.admit([1].into_iter(), Duration::ZERO) == 1).count();
        assert_eq!(admitted, 4000);
    }
}
