//! Tells those who wait how their commits went.
//!
//! Waking a task from outside its runtime costs more than waking it from within, and the first of a group that is woken is likely to
//! push the commit thread off its processor, before it has told the others or begun the next group. So it tells one alone, and
//! hands it the answers of the others, to be told on the thread that it runs on. Should that one not be polled (a task may wait
//! for a later commit first) or be gone, the commit thread tells them itself: after its next group, or at once when there is none.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::sync::oneshot;

use super::plan::PlannedFrame;
use super::queue::Pending;
use super::sync::Mutex;
use crate::api::{CommitError, Receipt};

/// Groups up to this size are told one by one: there is little to win. (The scheduler's tests have only small ones.)
const ONE_BY_ONE_MAX: usize = if cfg!(feature = "shuttle") { 1 } else { 8 };

/// A commit and how it went.
pub type Answer = (Pending, Result<Receipt, CommitError>);

/// What the first of a group is told.
pub struct Told {
    result: Result<Receipt, CommitError>,
    /// Dropped, and thereby told, as soon as this is taken up; also where nobody takes it up.
    _others: Option<Others>,
}

/// The answers of the rest of a group; whoever holds them tells them when he lets go.
pub struct Others(Arc<Mutex<Untold>>);

#[derive(Default)]
struct Untold {
    answers: Vec<Answer>,
    /// Kept for no other reason than to be freed off the commit thread.
    _spent: Vec<PlannedFrame>,
}

/// How a commit went, once that is known.
pub struct Answered(oneshot::Receiver<Told>);

pub fn channel() -> (oneshot::Sender<Told>, Answered) {
    let (sender, receiver) = oneshot::channel();
    (sender, Answered(receiver))
}

/// Tells a group, all but the first of it through the first. Gives what the caller must let go when he can wait no longer.
pub fn tell_through_the_first(mut answers: Vec<Answer>, spent: Vec<PlannedFrame>) -> Option<Others> {
    if answers.len() <= ONE_BY_ONE_MAX {
        tell(answers);
        return None;
    }
    let (first, result) = answers.swap_remove(0);
    let untold = Arc::new(Mutex::new(Untold { answers, _spent: spent }));
    // Nobody may be listening any more: then the others are told here, as the refused answer is dropped.
    let _ = first.answer.send(Told { result, _others: Some(Others(untold.clone())) });
    Some(Others(untold))
}

/// Tells each.
pub fn tell(answers: impl IntoIterator<Item = Answer>) {
    for (pending, result) in answers {
        // Nobody may be listening any more; the commit stands all the same.
        let _ = pending.answer.send(Told { result, _others: None });
    }
}

impl Drop for Others {
    fn drop(&mut self) {
        let untold = std::mem::take(&mut *self.0.lock());
        tell(untold.answers);
    }
}

impl Future for Answered {
    type Output = Result<Receipt, CommitError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let told = ready!(Pin::new(&mut self.0).poll(context));
        let lost = |_| Err(CommitError::UnknownOutcome("the commit thread ended".into()));
        Poll::Ready(told.map_or_else(lost, |told| told.result))
    }
}

#[cfg(test)]
impl Answered {
    /// What was told, if anything was.
    pub fn try_recv(&mut self) -> Option<Result<Receipt, CommitError>> {
        self.0.try_recv().ok().map(|told| told.result)
    }
}
