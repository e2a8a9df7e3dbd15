//! When requests are due.
//!
//! With a rate, request `i` of a lane is due at a fixed time whatever the answers do, and its latency counts from then:
//! a stall shows in every request it held back (no coordinated omission). A lane that is on time sleeps; the lateness of
//! the sleep itself is the client's and does not count.

use std::time::Duration;

use headwater_runtime::Clock;

/// One lane's schedule.
pub struct Pace {
    clock: Clock,
    /// Of the next request; moves by `interval`.
    due: Duration,
    interval: Option<Duration>,
}

impl Pace {
    /// `requests_per_second` is this lane's share; lanes are spread over one interval by `share` in `0.0..1.0`.
    pub fn new(clock: Clock, start: Duration, requests_per_second: Option<f64>, share: f64) -> Self {
        let interval = requests_per_second.map(|rate| Duration::from_secs_f64((1.0 / rate).min(3600.0)));
        let due = start + interval.unwrap_or_default().mul_f64(share);
        Self { clock, due, interval }
    }

    /// Waits until the next request is due and gives the moment its latency counts from.
    pub async fn next(&mut self) -> Duration {
        let Some(interval) = self.interval else { return self.clock.monotonic() };
        let due = self.due;
        self.due += interval;
        let now = self.clock.monotonic();
        if now < due {
            self.clock.sleep(due - now).await;
            return self.clock.monotonic();
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use headwater_types::Timestamp;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_late_lane_counts_from_when_the_request_was_due() {
        let (clock, time) = Clock::manual(Timestamp(1_000));
        let mut pace = Pace::new(clock.clone(), clock.monotonic(), Some(10.0), 0.0);
        assert_eq!(pace.next().await, Duration::from_millis(1_000));
        // The answer took 350 ms: the three requests due meanwhile count from 1.1, 1.2 and 1.3 s.
        time.advance(Duration::from_millis(350));
        for due in [1_100, 1_200, 1_300] {
            assert_eq!(pace.next().await, Duration::from_millis(due));
        }
    }

    #[tokio::test]
    async fn without_a_rate_requests_follow_at_once() {
        let (clock, time) = Clock::manual(Timestamp(5));
        let mut pace = Pace::new(clock, Duration::ZERO, None, 0.5);
        time.advance(Duration::from_millis(7));
        assert_eq!(pace.next().await, Duration::from_millis(12));
    }
}
