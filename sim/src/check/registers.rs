//! Items: each is a register, and its history must be linearizable.

use headwater_runtime::history::{Model, explain};

use crate::history::{OnRegister, Seen};

pub fn check(seen: &Seen) -> Result<(), String> {
    for (key, history) in &seen.registers {
        if explain(&Register, history).is_none() {
            let mut shown = history.clone();
            shown.sort_by_key(|timed| timed.called);
            let lines: Vec<String> = shown
                .iter()
                .map(|timed| format!("  {}..{:?} {:?}", timed.called, timed.answered, timed.operation))
                .collect();
            return Err(format!("the history of item {key} is not linearizable:\n{}", lines.join("\n")));
        }
    }
    Ok(())
}

struct Register;

impl Model for Register {
    type State = Option<u64>;
    type Operation = OnRegister;

    fn start(&self) -> Option<u64> {
        None
    }

    fn after(&self, state: &Option<u64>, operation: &OnRegister) -> Option<Option<u64>> {
        match operation {
            OnRegister::Read(value) => (value == state).then_some(*state),
            OnRegister::Write(to) => Some(*to),
            OnRegister::Swap { from, to } => (from == state).then_some(*to),
            OnRegister::NotSwapped { from } => (from != state).then_some(*state),
        }
    }
}

#[cfg(test)]
mod tests {
    use headwater_runtime::history::Timed;

    use super::*;

    #[test]
    fn two_swaps_from_one_value_are_seen() {
        let swap = |to, called| Timed {
            operation: OnRegister::Swap { from: None, to: Some(to) },
            called,
            answered: Some(called + 1),
        };
        let mut seen = Seen::default();
        seen.registers.insert("a".to_owned(), vec![swap(1, 1)]);
        check(&seen).unwrap();
        seen.registers.insert("b".to_owned(), vec![swap(1, 1), swap(2, 3)]);
        assert!(check(&seen).unwrap_err().contains("item b"));
    }
}
