//! Time: the wall clock for what users see, a monotonic clock for durations. Tests turn both by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use headwater_types::Timestamp;

/// A handle to the time. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    System { started: std::time::Instant },
    Manual(Arc<Turned>),
}

/// What a manual clock shows: the wall's time is `elapsed` and `skew` together.
struct Turned {
    elapsed_ms: AtomicI64,
    skew_ms: AtomicI64,
}

impl Clock {
    /// The machine's clock.
    #[allow(clippy::disallowed_methods)] // the one door
    pub fn system() -> Self {
        Self(Source::System { started: std::time::Instant::now() })
    }

    /// A clock that stands at `start` until the returned handle moves it.
    pub fn manual(start: Timestamp) -> (Self, ManualTime) {
        let elapsed_ms = AtomicI64::new(start.as_millis());
        let turned = Arc::new(Turned { elapsed_ms, skew_ms: AtomicI64::new(0) });
        (Self(Source::Manual(turned.clone())), ManualTime(turned))
    }

    /// Wall-clock time. It may jump; use [`Clock::monotonic`] for durations.
    #[allow(clippy::disallowed_methods)] // the one door
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System { .. } => {
                let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                Timestamp(since_epoch.map_or(0, |d| d.as_millis() as i64))
            }
            Source::Manual(turned) => {
                let skew_ms = turned.skew_ms.load(Ordering::SeqCst);
                Timestamp(turned.elapsed_ms.load(Ordering::SeqCst) + skew_ms)
            }
        }
    }

    /// Time since an arbitrary fixed point; never goes back.
    pub fn monotonic(&self) -> Duration {
        match &self.0 {
            Source::System { started } => started.elapsed(),
            Source::Manual(turned) => {
                Duration::from_millis(turned.elapsed_ms.load(Ordering::SeqCst).max(0) as u64)
            }
        }
    }

    /// Waits on tokio's timer, which a test can pause and advance.
    pub async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// Moves a manual [`Clock`].
#[derive(Clone)]
pub struct ManualTime(Arc<Turned>);

impl ManualTime {
    pub fn advance(&self, duration: Duration) {
        self.0.elapsed_ms.fetch_add(duration.as_millis() as i64, Ordering::SeqCst);
    }

    /// Sets both clocks.
    pub fn set(&self, to: Timestamp) {
        self.0.skew_ms.store(0, Ordering::SeqCst);
        self.0.elapsed_ms.store(to.as_millis(), Ordering::SeqCst);
    }

    /// The wall clock jumps, forwards or back, as when somebody sets it; the monotonic one goes on.
    pub fn jump(&self, millis: i64) {
        self.0.skew_ms.fetch_add(millis, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_moves_only_when_told() {
        let (clock, time) = Clock::manual(Timestamp(5_000));
        assert_eq!(clock.now(), Timestamp(5_000));
        time.advance(Duration::from_millis(250));
        assert_eq!(clock.now(), Timestamp(5_250));
        assert_eq!(clock.monotonic(), Duration::from_millis(5_250));
    }

    #[test]
    fn a_jump_of_the_wall_leaves_the_monotonic_clock_alone() {
        let (clock, time) = Clock::manual(Timestamp(5_000));
        time.jump(-3_000);
        assert_eq!(clock.now(), Timestamp(2_000));
        assert_eq!(clock.monotonic(), Duration::from_millis(5_000));
    }
}
