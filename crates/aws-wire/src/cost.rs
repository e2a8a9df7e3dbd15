//! What an answer may cost in memory, told before the work for it begins, so that the server can wait for room or refuse.

use crate::Fault;

/// The most that an operation needs at once: what it reads, and the answer made of it. What is not needed is given back as
/// soon as the answer is made.
#[derive(Clone, Copy, Debug)]
pub struct AnswerCost {
    pub bytes: usize,
    /// What it makes do with, where it may answer less than it has. A handler sees it as [`crate::Call::answer_bytes`].
    pub bytes_reduced: Option<usize>,
    /// What clients are told where there is no room; they retry it.
    pub refusal: fn() -> Fault,
}

impl AnswerCost {
    /// Of operations that say nothing: their answers are small.
    pub const SMALL: Self = Self { bytes: 0, bytes_reduced: None, refusal: unavailable };

    pub const fn of(bytes: usize, refusal: fn() -> Fault) -> Self {
        Self { bytes, bytes_reduced: None, refusal }
    }

    pub const fn or_reduced(self, bytes: usize) -> Self {
        Self { bytes_reduced: Some(bytes), ..self }
    }
}

/// The service's error for what it cannot do now; every SDK retries it.
pub fn unavailable() -> Fault {
    Fault::unavailable(
        "too many large answers are being made and read at once, over all or by this address; retry",
    )
}

/// Where a service has an error for readers that ask for more than can be given, clients slow down at it.
pub fn throughput_exceeded() -> Fault {
    let message = "Too much is being read at once, over all or by this address; reduce the frequency or size of requests.";
    Fault::client("ProvisionedThroughputExceededException", message)
}
