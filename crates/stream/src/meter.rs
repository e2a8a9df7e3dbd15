//! The rates of the service as token buckets: pure arithmetic over a monotonic time that the caller gives.
//!
//! Writes: 1,000 records and 1 MiB a second per shard, keys included, with a tank as deep as the largest record the stream
//! allows. Reads: 5 calls a second per shard; 2 MiB a second, where an answer that overdraws the bucket closes the shard for
//! as long as its bytes take, at least a second (a full 10 MiB answer: five seconds).
//! Source: <https://docs.aws.amazon.com/streams/latest/dev/large-records.html>,
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>

use std::time::Duration;

use headwater_types::limits;

/// Tokens in millionths, so that refilling needs no floating point and loses nothing.
const MICRO: u64 = 1_000_000;

/// A bucket that holds up to `capacity` tokens and gains `rate_per_s` each second. Starts full.
#[derive(Clone, Debug)]
pub struct TokenBucket {
    rate_per_s: u64,
    capacity_micro: u64,
    available_micro: u64,
    refilled: Duration,
}

impl TokenBucket {
    pub fn full(rate_per_s: u64, capacity: u64, now: Duration) -> Self {
        let capacity_micro = capacity * MICRO;
        Self { rate_per_s, capacity_micro, available_micro: capacity_micro, refilled: now }
    }

    fn refill(&mut self, now: Duration) {
        let elapsed_us = now.saturating_sub(self.refilled).as_micros();
        // Tokens per second are micro-tokens per microsecond.
        let gained = elapsed_us.saturating_mul(u128::from(self.rate_per_s));
        let available = u128::from(self.available_micro).saturating_add(gained);
        self.available_micro = available.min(u128::from(self.capacity_micro)) as u64;
        self.refilled += Duration::from_micros(elapsed_us as u64);
    }

    fn holds(&self, tokens: u64) -> bool {
        tokens * MICRO <= self.available_micro
    }

    fn spend(&mut self, tokens: u64) {
        self.available_micro = self.available_micro.saturating_sub(tokens * MICRO);
    }

    /// Takes `tokens` if they are there.
    pub fn take(&mut self, tokens: u64, now: Duration) -> bool {
        self.refill(now);
        let enough = self.holds(tokens);
        if enough {
            self.spend(tokens);
        }
        enough
    }

    /// How long until `tokens` are there (capped at a full bucket).
    pub fn wait_for(&mut self, tokens: u64, now: Duration) -> Duration {
        self.refill(now);
        let wanted = (tokens * MICRO).min(self.capacity_micro);
        Duration::from_micros(wanted.saturating_sub(self.available_micro).div_ceil(self.rate_per_s.max(1)))
    }
}

/// What one shard takes.
#[derive(Clone, Debug)]
pub struct WriteMeter {
    records: TokenBucket,
    bytes: TokenBucket,
}

impl WriteMeter {
    /// `record_bytes_max` is the largest record the stream allows: the depth of the tank.
    pub fn new(record_bytes_max: usize, now: Duration) -> Self {
        let records = u64::from(limits::SHARD_WRITE_RECORDS_PER_S);
        let bytes = limits::SHARD_WRITE_BYTES_PER_S;
        Self {
            records: TokenBucket::full(records, records, now),
            bytes: TokenBucket::full(bytes, bytes.max(record_bytes_max as u64), now),
        }
    }

    /// Takes one record of `bytes` (data and key) if both buckets allow it.
    pub fn admit(&mut self, bytes: usize, now: Duration) -> bool {
        self.records.refill(now);
        self.bytes.refill(now);
        let admitted = self.records.holds(1) && self.bytes.holds(bytes as u64);
        if admitted {
            self.records.spend(1);
            self.bytes.spend(bytes as u64);
        }
        admitted
    }

    /// Follows a change of the largest record.
    pub fn set_record_bytes_max(&mut self, record_bytes_max: usize) {
        let capacity = limits::SHARD_WRITE_BYTES_PER_S.max(record_bytes_max as u64) * MICRO;
        self.bytes.capacity_micro = capacity;
        self.bytes.available_micro = self.bytes.available_micro.min(capacity);
    }
}

/// What one shard gives out to all its polling readers together.
#[derive(Clone, Debug)]
pub struct ReadMeter {
    calls: TokenBucket,
    bytes: TokenBucket,
    closed_until: Duration,
}

impl ReadMeter {
    pub fn new(now: Duration) -> Self {
        let calls = u64::from(limits::SHARD_READS_PER_S);
        let bytes = limits::SHARD_READ_BYTES_PER_S;
        Self {
            calls: TokenBucket::full(calls, calls, now),
            bytes: TokenBucket::full(bytes, bytes, now),
            closed_until: now,
        }
    }

    /// Takes one call; its bytes are settled by [`ReadMeter::settle`] once they are known.
    pub fn admit(&mut self, now: Duration) -> bool {
        now >= self.closed_until && self.calls.take(1, now)
    }

    /// Pays for the bytes of an answer that was given.
    pub fn settle(&mut self, bytes: usize, now: Duration) {
        if !self.bytes.take(bytes as u64, now) {
            let micros = (bytes as u64 * MICRO).div_ceil(limits::SHARD_READ_BYTES_PER_S);
            self.closed_until = now + Duration::from_micros(micros).max(Duration::from_secs(1));
            self.bytes = TokenBucket::full(
                limits::SHARD_READ_BYTES_PER_S,
                limits::SHARD_READ_BYTES_PER_S,
                self.closed_until,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: usize = 1024 * 1024;

    fn at(millis: u64) -> Duration {
        Duration::from_millis(1_000_000 + millis)
    }

    #[test]
    fn a_shard_takes_a_thousand_records_and_then_one_a_millisecond() {
        let mut meter = WriteMeter::new(MIB, at(0));
        assert_eq!((0..1_200).filter(|_| meter.admit(10, at(0))).count(), 1_000);
        assert!(!meter.admit(10, at(0)));
        assert!(meter.admit(10, at(1)));
        assert!(!meter.admit(10, at(1)));
        assert_eq!((0..1_200).filter(|_| meter.admit(10, at(600_000))).count(), 1_000);
    }

    #[test]
    fn a_shard_takes_a_mebibyte_a_second() {
        let mut meter = WriteMeter::new(MIB, at(0));
        assert!(meter.admit(MIB, at(0)));
        assert!(!meter.admit(1024, at(0)));
        assert!(meter.admit(512 * 1024, at(500)));
        assert!(!meter.admit(1024, at(500)));
    }

    #[test]
    fn a_stream_of_large_records_has_a_tank_as_deep_as_its_largest() {
        let mut meter = WriteMeter::new(10 * MIB, at(0));
        assert!(meter.admit(10 * MIB, at(0)));
        assert!(!meter.admit(MIB, at(900)));
        assert!(meter.admit(MIB, at(1_000)));
        assert!(!meter.admit(10 * MIB, at(10_900)));
        assert!(meter.admit(10 * MIB, at(11_000)));
    }

    #[test]
    fn the_sixth_read_of_a_second_is_refused() {
        let mut meter = ReadMeter::new(at(0));
        assert_eq!((0..8).filter(|_| meter.admit(at(0))).count(), 5);
        assert!(!meter.admit(at(199)));
        assert!(meter.admit(at(200)));
    }

    #[test]
    fn a_full_answer_closes_the_shard_for_five_seconds() {
        let mut meter = ReadMeter::new(at(0));
        assert!(meter.admit(at(0)));
        meter.settle(10 * MIB, at(0));
        assert!(!meter.admit(at(4_999)));
        assert!(meter.admit(at(5_000)));
    }

    #[test]
    fn more_than_two_mebibytes_close_the_shard_for_a_second() {
        let mut meter = ReadMeter::new(at(0));
        for _ in 0..2 {
            assert!(meter.admit(at(0)));
            meter.settle(MIB, at(0));
        }
        assert!(meter.admit(at(0)));
        meter.settle(1024, at(0));
        assert!(!meter.admit(at(999)));
        assert!(meter.admit(at(1_000)));
    }

    #[test]
    fn waiting_for_tokens_says_how_long() {
        let mut bucket = TokenBucket::full(1_000, 100, at(0));
        assert_eq!(bucket.wait_for(100, at(0)), Duration::ZERO);
        assert!(bucket.take(100, at(0)));
        assert_eq!(bucket.wait_for(50, at(0)), Duration::from_millis(50));
        assert_eq!(bucket.wait_for(5_000, at(50)), Duration::from_millis(50));
    }
}
