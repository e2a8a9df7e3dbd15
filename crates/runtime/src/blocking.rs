//! Work that blocks a thread: on tokio's threads for it, or, in a simulation, which has one thread, as a task.
//!
//! A simulation says so once for its thread ([`simulate`]); whoever has work that blocks need not know.

use std::cell::RefCell;
use std::time::Duration;

use tokio::task::JoinHandle;

use crate::Entropy;

thread_local! {
    /// Where a simulated thread of this one takes how long its work waits.
    static SIMULATED: RefCell<Option<(Entropy, u64)>> = const { RefCell::new(None) };
}

/// From now on [`spawn`] makes tasks on this thread, each of which waits up to `wait_ms_max` before it does its work.
pub fn simulate(entropy: Entropy, wait_ms_max: u64) {
    SIMULATED.set(Some((entropy, wait_ms_max)));
}

/// Runs work that blocks, beside everything else.
#[allow(clippy::disallowed_methods)] // the one door
pub fn spawn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    let wait = SIMULATED.with_borrow(|simulated| {
        let (entropy, wait_ms_max) = simulated.as_ref()?;
        Some(Duration::from_millis(entropy.below(wait_ms_max + 1)))
    });
    match wait {
        None => tokio::task::spawn_blocking(work),
        Some(wait) => tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            work()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simulated_work_runs_on_the_thread_that_asked() {
        let here = std::thread::current().id();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let ran_on = || runtime.block_on(async { spawn(|| std::thread::current().id()).await.unwrap() });
        assert_ne!(ran_on(), here);
        simulate(Entropy::seeded(1), 2);
        assert_eq!(ran_on(), here);
    }
}
