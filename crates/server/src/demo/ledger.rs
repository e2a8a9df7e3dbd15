//! What the generator sent and the server acknowledged: the truth that everything downstream is compared with.

use std::collections::{BTreeMap, HashSet};

use headwater_types::Timestamp;

/// A click event as the generator makes it.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: u64,
    pub user: u32,
    pub page: &'static str,
    pub action: Action,
    pub event_time: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    View,
    Click,
    /// Moves event time on without taking part in any window, so that the last windows close.
    Heartbeat,
}

impl Action {
    pub fn as_str(self) -> &'static str {
        match self {
            Action::View => "view",
            Action::Click => "click",
            Action::Heartbeat => "heartbeat",
        }
    }
}

/// Views of one page in one window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageViews {
    pub count: u64,
    pub users: HashSet<u32>,
}

/// Everything acknowledged so far, aggregated as the SQL jobs aggregate it.
#[derive(Debug)]
pub struct Ledger {
    window_ms: i64,
    acknowledged: BitSet,
    views: BTreeMap<(Timestamp, &'static str), PageViews>,
    clicks: BTreeMap<(Timestamp, u32), u64>,
}

impl Ledger {
    pub fn new(window_ms: i64) -> Self {
        assert!(window_ms > 0, "a window has a length");
        Self { window_ms, acknowledged: BitSet::default(), views: BTreeMap::new(), clicks: BTreeMap::new() }
    }

    pub fn acknowledge(&mut self, event: &Event) {
        assert!(self.acknowledged.insert(event.id), "event {} is acknowledged once", event.id);
        let start = event.event_time.as_millis();
        let window = Timestamp(start - start.rem_euclid(self.window_ms));
        match event.action {
            Action::View => {
                let views = self.views.entry((window, event.page)).or_default();
                views.count += 1;
                views.users.insert(event.user);
            }
            Action::Click => *self.clicks.entry((window, event.user)).or_default() += 1,
            Action::Heartbeat => {}
        }
    }

    pub fn acknowledged(&self) -> &BitSet {
        &self.acknowledged
    }

    /// What the page-view job must have put out: window start and page to views and distinct users.
    pub fn page_views(&self) -> BTreeMap<(Timestamp, String), (u64, u64)> {
        let row = |(key, views): (&(Timestamp, &str), &PageViews)| {
            ((key.0, key.1.to_owned()), (views.count, views.users.len() as u64))
        };
        self.views.iter().map(row).collect()
    }

    /// What the frequent-clicker job must have put out: window start and user to clicks, from `clicks_min` on.
    pub fn frequent_clickers(&self, clicks_min: u64) -> BTreeMap<(Timestamp, String), u64> {
        let frequent = self.clicks.iter().filter(|(_, clicks)| **clicks >= clicks_min);
        frequent.map(|((window, user), clicks)| ((*window, user_name(*user)), *clicks)).collect()
    }
}

/// The name a user has in events and results.
pub fn user_name(user: u32) -> String {
    format!("user-{user:06}")
}

/// A set of dense ids, one bit each, so that hours of a fast demo fit in memory.
#[derive(Clone, Debug, Default)]
pub struct BitSet {
    words: Vec<u64>,
    len: u64,
}

impl BitSet {
    /// `false` when it was there already.
    pub fn insert(&mut self, id: u64) -> bool {
        let (word, bit) = ((id / 64) as usize, 1u64 << (id % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let fresh = self.words[word] & bit == 0;
        self.words[word] |= bit;
        self.len += u64::from(fresh);
        fresh
    }

    pub fn len(&self) -> u64 {
        self.len
    }

    /// How many ids of `self` are not in `other`.
    pub fn missing_in(&self, other: &BitSet) -> u64 {
        let word = |index: usize| other.words.get(index).copied().unwrap_or(0);
        self.words.iter().enumerate().map(|(index, bits)| u64::from((bits & !word(index)).count_ones())).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: u64, user: u32, action: Action, at: i64) -> Event {
        Event { id, user, page: "/home", action, event_time: Timestamp(at) }
    }

    #[test]
    fn views_and_clicks_fall_into_their_tumbling_windows() {
        let mut ledger = Ledger::new(5_000);
        ledger.acknowledge(&event(0, 1, Action::View, 4_999));
        ledger.acknowledge(&event(1, 1, Action::View, 0));
        ledger.acknowledge(&event(2, 2, Action::View, 5_000));
        ledger.acknowledge(&event(3, 7, Action::Click, 9_999));
        ledger.acknowledge(&event(4, 7, Action::Click, 5_000));
        ledger.acknowledge(&event(5, 0, Action::Heartbeat, 99_000));
        let views = ledger.page_views();
        assert_eq!(views[&(Timestamp(0), "/home".to_owned())], (2, 1));
        assert_eq!(views[&(Timestamp(5_000), "/home".to_owned())], (1, 1));
        assert_eq!(ledger.frequent_clickers(2)[&(Timestamp(5_000), "user-000007".to_owned())], 2);
        assert!(ledger.frequent_clickers(3).is_empty());
        assert_eq!(ledger.acknowledged().len(), 6);
    }

    #[test]
    fn a_bit_set_tells_new_from_seen_and_what_another_lacks() {
        let (mut all, mut some) = (BitSet::default(), BitSet::default());
        for id in [0, 63, 64, 1_000] {
            assert!(all.insert(id));
        }
        assert!(!all.insert(64));
        some.insert(63);
        assert_eq!((all.len(), all.missing_in(&some), some.missing_in(&all)), (4, 3, 0));
    }
}
