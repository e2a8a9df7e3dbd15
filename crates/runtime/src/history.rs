//! Whether a history of concurrent operations is linearizable: whether each can have happened at one moment between its
//! call and its answer, so that one after the other they do what the model says.
//!
//! The search is that of Wing and Gong ("Testing and verifying concurrent objects", 1993) with Lowe's memory of what was
//! tried (2017). An operation that was never answered may have happened at any time after its call, or not at all. One
//! object at a time: a history of many objects is linearizable if that of each is (Herlihy and Wing 1990).
//!
//! Where the answers themselves name the places of all operations in one order, as those of a log do, no search is needed:
//! [`out_of_order`].

use std::collections::BTreeSet;

/// What a single object does, one operation after the other.
pub trait Model {
    type State: Clone + Ord;
    type Operation;

    fn start(&self) -> Self::State;

    /// The state after an operation that saw what this one saw; `None` where it cannot have seen that in this state.
    fn after(&self, state: &Self::State, operation: &Self::Operation) -> Option<Self::State>;
}

/// An operation with its moments, which are of one order for all clients. An answer is after its call.
#[derive(Clone, Debug)]
pub struct Timed<O> {
    pub operation: O,
    pub called: u64,
    /// `None` where the outcome is not known.
    pub answered: Option<u64>,
}

/// More than this many operations at once, answered or not, are not searched through.
pub const OPERATIONS_MAX: usize = 4096;

/// The operations in an order that explains them all, as indexes into the history, those left out that never happened;
/// `None` where there is no such order.
pub fn explain<M: Model>(model: &M, history: &[Timed<M::Operation>]) -> Option<Vec<usize>> {
    assert!(history.len() <= OPERATIONS_MAX, "a history of {} operations", history.len());
    let mut by_call: Vec<usize> = (0..history.len()).collect();
    by_call.sort_by_key(|index| history[*index].called);
    let unanswered = history.iter().filter(|timed| timed.answered.is_none()).count();
    let mut search = Search { model, history, by_call, tried: BTreeSet::new(), order: Vec::new() };
    let done = vec![0; history.len().div_ceil(64)];
    search.go_on(&model.start(), done, history.len() - unanswered).then_some(search.order)
}

struct Search<'h, M: Model> {
    model: &'h M,
    history: &'h [Timed<M::Operation>],
    by_call: Vec<usize>,
    /// Sets of operations done, with the state they led to, from which there is no way on.
    tried: BTreeSet<(Vec<u64>, M::State)>,
    order: Vec<usize>,
}

impl<M: Model> Search<'_, M> {
    /// Whether what is not done can follow on a state. As deep as the history is long.
    fn go_on(&mut self, state: &M::State, done: Vec<u64>, answered_left: usize) -> bool {
        if answered_left == 0 {
            return true;
        }
        if self.tried.contains(&(done.clone(), state.clone())) {
            return false;
        }
        let is_done = |index: usize| done[index / 64] >> (index % 64) & 1 == 1;
        // Nothing may come before what was answered before it was called.
        let pending = || self.by_call.iter().copied().filter(|index| !is_done(*index));
        let first_answer = pending().filter_map(|index| self.history[index].answered).min();
        let horizon = first_answer.expect("an answered operation is left");
        let candidates: Vec<usize> =
            pending().take_while(|index| self.history[*index].called < horizon).collect();
        for index in candidates {
            let timed = &self.history[index];
            let Some(next) = self.model.after(state, &timed.operation) else { continue };
            let mut with = done.clone();
            with[index / 64] |= 1 << (index % 64);
            self.order.push(index);
            let left = answered_left - usize::from(timed.answered.is_some());
            if self.go_on(&next, with, left) {
                return true;
            }
            self.order.pop();
        }
        self.tried.insert((done, state.clone()));
        false
    }
}

/// An operation whose answer names its place among the states of its object. State `n` has place `2 n`, and what leads
/// from it to the next has `2 n + 1`.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    pub place: u64,
    pub called: u64,
    /// `None` where it was not answered, and its place is known otherwise.
    pub answered: Option<u64>,
}

/// Two operations, as indexes, of which the second was called after the first was answered, and stands before it. Two
/// that lead from one state to the next are such a pair, too.
pub fn out_of_order(placed: &[Placed]) -> Option<(usize, usize)> {
    let stands_before = |later: &Placed, earlier: &Placed| {
        later.place < earlier.place || (later.place == earlier.place && later.place % 2 == 1)
    };
    placed.iter().enumerate().find_map(|(first, earlier)| {
        let answered = earlier.answered?;
        let found = placed.iter().position(|later| later.called > answered && stands_before(later, earlier));
        found.map(|second| (first, second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that is read, written and compared.
    struct Register;

    #[derive(Clone, Debug)]
    enum On {
        Read(u64),
        Write(u64),
        Swapped { from: u64, to: u64 },
        NotSwapped { from: u64 },
    }

    impl Model for Register {
        type State = u64;
        type Operation = On;

        fn start(&self) -> u64 {
            0
        }

        fn after(&self, state: &u64, on: &On) -> Option<u64> {
            match on {
                On::Read(seen) => (seen == state).then_some(*state),
                On::Write(new) => Some(*new),
                On::Swapped { from, to } => (from == state).then_some(*to),
                On::NotSwapped { from } => (from != state).then_some(*state),
            }
        }
    }

    fn check(history: &[(On, u64, Option<u64>)]) -> bool {
        let timed: Vec<_> = history
            .iter()
            .map(|(operation, called, answered)| Timed {
                operation: operation.clone(),
                called: *called,
                answered: *answered,
            })
            .collect();
        explain(&Register, &timed).is_some()
    }

    #[test]
    fn what_overlaps_may_stand_in_either_order_and_what_does_not_may_not() {
        let write = (On::Write(1), 1, Some(5));
        assert!(check(&[write.clone(), (On::Read(0), 2, Some(3))]));
        assert!(check(&[write.clone(), (On::Read(1), 2, Some(3)), (On::Read(1), 4, Some(6))]));
        assert!(!check(&[write.clone(), (On::Read(1), 2, Some(3)), (On::Read(0), 4, Some(6))]), "went back");
        assert!(!check(&[write.clone(), (On::Read(0), 6, Some(7))]), "stale");
        assert!(!check(&[write, (On::Read(2), 6, Some(7))]), "from nowhere");
    }

    #[test]
    fn what_was_never_answered_may_have_happened_late_or_never() {
        let lost = (On::Write(7), 1, None);
        assert!(check(&[lost.clone(), (On::Read(0), 2, Some(3)), (On::Read(7), 4, Some(5))]));
        assert!(check(&[lost.clone(), (On::Read(0), 2, Some(3))]));
        assert!(!check(&[lost.clone(), (On::Read(7), 2, Some(3)), (On::Read(0), 4, Some(5))]));
        assert!(!check(&[(On::Read(7), 0, Some(1)), lost]), "before it was called");
    }

    #[test]
    fn places_that_go_back_are_seen() {
        let placed = |place, called, answered| Placed { place, called, answered: Some(answered) };
        assert_eq!(out_of_order(&[placed(1, 1, 5), placed(0, 3, 4), placed(2, 6, 7), placed(2, 8, 9)]), None);
        assert_eq!(out_of_order(&[placed(3, 1, 5), placed(2, 6, 7)]), Some((0, 1)), "stale");
        assert_eq!(out_of_order(&[placed(1, 1, 5), placed(1, 6, 7)]), Some((0, 1)), "twice the same step");
        let lost = Placed { place: 3, called: 1, answered: None };
        assert_eq!(out_of_order(&[lost, placed(1, 2, 3)]), None);
    }

    #[test]
    fn of_two_that_compare_one_wins() {
        let swap = |to, called| (On::Swapped { from: 0, to }, called, Some(called + 5));
        assert!(check(&[swap(1, 1), (On::NotSwapped { from: 0 }, 2, Some(4))]));
        assert!(!check(&[swap(1, 1), swap(2, 2)]));
        assert!(!check(&[(On::NotSwapped { from: 0 }, 1, Some(2))]));
    }
}
