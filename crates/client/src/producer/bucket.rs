//! A shard's allowance: records and bytes that refill with time, a second's worth kept at most. A record larger than what is
//! there goes when anything is there, and is paid off by waiting.

use std::time::Duration;

use super::config::RateLimit;

#[derive(Clone, Debug)]
pub struct Bucket {
    limit: Option<RateLimit>,
    records: f64,
    bytes: f64,
    filled: Duration,
}

impl Bucket {
    pub fn new(limit: Option<RateLimit>, now: Duration) -> Self {
        let full = limit.unwrap_or(RateLimit::DEFAULT);
        Self { limit, records: full.records_per_s.into(), bytes: full.bytes_per_s.into(), filled: now }
    }

    /// When the next record may go: now or later.
    pub fn open_at(&mut self, now: Duration) -> Duration {
        let Some(limit) = self.limit else { return now };
        let passed = now.saturating_sub(self.filled).as_secs_f64();
        let (record_rate, byte_rate) =
            (f64::from(limit.records_per_s.max(1)), f64::from(limit.bytes_per_s.max(1)));
        self.filled = now;
        self.records = (self.records + passed * record_rate).min(record_rate);
        self.bytes = (self.bytes + passed * byte_rate).min(byte_rate);
        let wait = ((1.0 - self.records) / record_rate).max((1.0 - self.bytes) / byte_rate);
        // A wait of nanoseconds rounds to none, and would be asked for again at once.
        if wait <= 0.0 { now } else { now + Duration::from_secs_f64(wait).max(Duration::from_millis(1)) }
    }

    pub fn take(&mut self, bytes: usize) {
        self.records -= 1.0;
        self.bytes -= bytes as f64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_lets_through_what_the_limit_says() {
        let limit = RateLimit { records_per_s: 10, bytes_per_s: 1_000 };
        let mut bucket = Bucket::new(Some(limit), Duration::ZERO);
        let mut sent_in_ten_s = 0;
        for millis in 0..10_000 {
            let now = Duration::from_millis(millis);
            while bucket.open_at(now) <= now {
                bucket.take(200);
                sent_in_ten_s += 1;
            }
        }
        // Five a second by their bytes, and a second's worth that was there.
        assert!((50..=56).contains(&sent_in_ten_s), "{sent_in_ten_s}");
    }
}
