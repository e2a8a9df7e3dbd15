//! Trying again: pauses that double and are not the same for all, a few times. What must be tried for ever is tried by whoever
//! asked, who also knows when to stop.

use std::future::Future;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy};

use crate::transport::CallError;

const ATTEMPTS_MAX: u32 = 4;
const PAUSE_MIN: Duration = Duration::from_millis(50);

/// A pause that grows with the failures before it: between half of it and all.
pub fn pause(shortest: Duration, longest: Duration, failures: u32, entropy: &Entropy) -> Duration {
    let whole = (shortest * 2u32.pow(failures.min(16))).min(longest);
    whole / 2 + whole / 2 * entropy.below(1_000) as u32 / 1_000
}

/// Calls until there is an answer, a refusal for good, or enough.
pub async fn patiently<T, F>(clock: &Clock, entropy: &Entropy, call: impl Fn() -> F) -> Result<T, CallError>
where
    F: Future<Output = Result<T, CallError>>,
{
    let mut failures = 0;
    loop {
        match call().await {
            Err(error) if error.is_passing() && failures + 1 < ATTEMPTS_MAX => {
                clock.sleep(pause(PAUSE_MIN, PAUSE_MIN * 16, failures, entropy)).await;
                failures += 1;
            }
            answer => return answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_passes_is_tried_again_and_what_does_not_is_told() {
        for (failures, code, calls) in
            [(2, "ThrottlingException", 3), (9, "ThrottlingException", 4), (9, "ValidationException", 1)]
        {
            let (made, clock, entropy) = (Cell::new(0), Clock::system(), Entropy::seeded(1));
            let answer = patiently(&clock, &entropy, || {
                made.set(made.get() + 1);
                let error = CallError::Refused { status: 400, code: code.into(), message: String::new() };
                std::future::ready(if made.get() > failures { Ok(()) } else { Err(error) })
            });
            assert_eq!((answer.await.is_ok(), made.get()), (failures < 4, calls), "{code}");
        }
    }

    #[test]
    fn pauses_grow_to_their_bound() {
        let entropy = Entropy::seeded(3);
        for failures in 0..40 {
            let whole = Duration::from_millis(100 << failures.min(5));
            let pause = pause(Duration::from_millis(100), Duration::from_millis(3_200), failures, &entropy);
            assert!(pause >= whole / 2 && pause <= whole, "{failures}: {pause:?}");
        }
    }
}
