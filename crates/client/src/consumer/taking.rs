//! Which leases a worker takes: a decision over what it saw of the table, with the time passed in, so that all of it is tested
//! without a table.
//!
//! No clock but the observer's own decides: a lease is free when nobody has it, or when its counter has not moved for the
//! failover time while this worker looked. Shares are equal by count. What is free is taken first, the longest free before;
//! only where nothing is free, one is taken from whoever has most. The rules are those of the Kinesis Client Library's second
//! version, whose workers decide the same way beside ours.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

use headwater_runtime::Entropy;

use super::lease::Lease;

/// What is very old is taken whatever the shares say: its worker is gone, and those whose turn it were do not come.
const VERY_OLD_FAILOVERS: u32 = 3;
/// What a leader leaves alone for so long it does not give away: it is dead, though its lock may not be free for minutes. One that lives sees
/// a lease expire at its second look, and by itself looks every two failover times.
const LEFT_ALONE_FAILOVERS: u32 = 5;

/// When each lease last showed a sign of its owner.
#[derive(Debug, Default)]
pub struct Observed {
    seen: HashMap<String, Seen>,
}

#[derive(Debug)]
struct Seen {
    counter: u64,
    owner: Option<String>,
    since: Duration,
}

#[derive(Clone, Debug)]
pub struct Rules {
    pub failover: Duration,
    pub leases_max: usize,
    pub steal_max: usize,
    /// Whether a leader gives leases away. Then only what it leaves alone is taken.
    pub is_led: bool,
}

/// What a worker is to do, and what it saw.
#[derive(Debug, Default)]
pub struct Decision {
    /// The leases to take now, most urgent first.
    pub keys: Vec<String>,
    /// Leases that are there for whoever comes, and those of them that have been so for long.
    pub free: usize,
    pub very_old: usize,
    /// Workers that hold leases, and this one.
    pub workers: usize,
    /// How many this worker lacks to its share.
    pub needed: usize,
}

impl Observed {
    /// Takes in all leases as they were at `now`; what is no longer there is forgotten.
    pub fn see(&mut self, leases: &[Lease], now: Duration) {
        let there: HashSet<&str> = leases.iter().map(|lease| lease.key.as_str()).collect();
        self.seen.retain(|key, _| there.contains(key.as_str()));
        for lease in leases {
            let is_same = |seen: &Seen| seen.counter == lease.counter && seen.owner == lease.owner;
            if !self.seen.get(&lease.key).is_some_and(is_same) {
                let (counter, owner) = (lease.counter, lease.owner.clone());
                self.seen.insert(lease.key.clone(), Seen { counter, owner, since: now });
            }
        }
    }

    /// How long nothing has moved.
    fn still_for(&self, lease: &Lease, now: Duration) -> Duration {
        self.seen.get(&lease.key).map_or(Duration::ZERO, |seen| now.saturating_sub(seen.since))
    }

    /// Whether it is there for whoever comes.
    fn is_free(&self, lease: &Lease, now: Duration, rules: &Rules) -> bool {
        let still = self.still_for(lease, now);
        match rules.is_led {
            true => still > rules.failover * LEFT_ALONE_FAILOVERS,
            false => lease.owner.is_none() || still > rules.failover,
        }
    }

    pub fn decide(
        &self,
        leases: &[Lease],
        me: &str,
        now: Duration,
        rules: &Rules,
        chance: &Entropy,
    ) -> Decision {
        let (mut free, held): (Vec<&Lease>, Vec<&Lease>) =
            leases.iter().partition(|lease| self.is_free(lease, now, rules));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::from([(me, 0)]);
        for owner in held.iter().filter_map(|lease| lease.owner.as_deref()) {
            *counts.entry(owner).or_default() += 1;
        }
        let mine = counts[me];
        let target = leases.len().div_ceil(counts.len()).min(rules.leases_max);
        let needed = target.saturating_sub(mine);
        let room = rules.leases_max.saturating_sub(mine);
        // Workers that look at the same time are not to want the same.
        shuffle(&mut free, chance);
        free.sort_by_key(|lease| std::cmp::Reverse(self.still_for(lease, now)));
        let is_very_old = |lease: &&&Lease| self.still_for(lease, now) > rules.failover * VERY_OLD_FAILOVERS;
        let very_old = free.iter().take_while(is_very_old).count();
        let keys = if free.is_empty() && rules.is_led {
            Vec::new()
        } else if free.is_empty() {
            self.steal(&held, &counts, needed, target, rules, chance)
        } else {
            let count = needed.max(very_old.min(room));
            free.iter().take(count).map(|lease| lease.key.clone()).collect()
        };
        Decision { keys, free: free.len(), very_old, workers: counts.len(), needed }
    }

    fn steal(
        &self,
        held: &[&Lease],
        counts: &BTreeMap<&str, usize>,
        needed: usize,
        target: usize,
        rules: &Rules,
        chance: &Entropy,
    ) -> Vec<String> {
        let Some((most_loaded, most)) = counts.iter().max_by_key(|(_, count)| **count) else {
            return Vec::new();
        };
        let over = most.saturating_sub(target);
        // One that has just its share gives one to whoever lacks more than one.
        let count = if over == 0 && *most == target && needed > 1 { 1 } else { needed.min(over) };
        let mut candidates: Vec<&&Lease> =
            held.iter().filter(|lease| lease.owner.as_deref() == Some(*most_loaded)).collect();
        shuffle(&mut candidates, chance);
        let taken = candidates.into_iter().take(count.min(rules.steal_max));
        taken.map(|lease| lease.key.clone()).collect()
    }
}

/// Fisher and Yates.
fn shuffle<T>(items: &mut [T], chance: &Entropy) {
    for last in (1..items.len()).rev() {
        items.swap(last, chance.below(last as u64 + 1) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::super::position::Position;
    use super::*;

    const FAILOVER: Duration = Duration::from_secs(10);

    fn rules() -> Rules {
        Rules { failover: FAILOVER, leases_max: usize::MAX, steal_max: 1, is_led: false }
    }

    fn lease(number: usize, owner: Option<&str>, counter: u64) -> Lease {
        let mut lease = Lease::new(&format!("shard-{number:03}"), Vec::new(), None, Position::TrimHorizon);
        lease.owner = owner.map(str::to_owned);
        lease.counter = counter;
        lease
    }

    /// What is decided at `now` seconds about leases first seen at 0.
    fn decided(leases: &[Lease], me: &str, now: u64, rules: &Rules) -> Vec<String> {
        let mut observed = Observed::default();
        observed.see(leases, Duration::ZERO);
        observed.decide(leases, me, Duration::from_secs(now), rules, &Entropy::seeded(now)).keys
    }

    #[test]
    fn a_worker_alone_takes_all_and_two_take_halves() {
        let nobodys: Vec<Lease> = (0..8).map(|number| lease(number, None, 0)).collect();
        assert_eq!(decided(&nobodys, "a", 0, &rules()).len(), 8);
        let mut shared = nobodys;
        shared[..3].iter_mut().for_each(|lease| lease.owner = Some("b".into()));
        assert_eq!(decided(&shared, "a", 0, &rules()).len(), 4, "the share of two workers");
        let bounded = Rules { leases_max: 2, ..rules() };
        assert_eq!(decided(&shared, "a", 0, &bounded).len(), 2);
    }

    #[test]
    fn what_does_not_move_for_the_failover_time_is_free() {
        let leases: Vec<Lease> = (0..4).map(|number| lease(number, Some("b"), 7)).collect();
        assert_eq!(decided(&leases, "a", 9, &rules()).len(), 1, "one is taken from whoever has all");
        assert_eq!(decided(&leases, "a", 11, &rules()).len(), 4, "and all when they are free");
    }

    #[test]
    fn a_counter_that_moves_keeps_a_lease() {
        let mut observed = Observed::default();
        for second in 0..60 {
            let at = Duration::from_secs(second);
            let leases = [lease(0, Some("b"), second), lease(1, Some("a"), second)];
            observed.see(&leases, at);
            let decision = observed.decide(&leases, "a", at, &rules(), &Entropy::seeded(second));
            assert!(decision.keys.is_empty());
            assert_eq!((decision.free, decision.workers, decision.needed), (0, 2, 0));
        }
    }

    #[test]
    fn the_longest_free_is_taken_first() {
        let mut observed = Observed::default();
        let mut leases: Vec<Lease> = (0..6).map(|number| lease(number, Some("dead"), 1)).collect();
        for (at, lease) in (0..6).map(|number| (Duration::from_secs(number), number as usize)) {
            observed.see(&leases[..lease + 1], at);
        }
        leases.extend((6..10).map(|number| lease(number, Some("a"), 1)));
        let bounded = Rules { leases_max: 6, ..rules() };
        let at = Duration::from_secs(20);
        observed.see(&leases, at);
        let taken = observed.decide(&leases, "a", at, &bounded, &Entropy::seeded(1));
        assert_eq!(taken.keys, ["shard-000", "shard-001"]);
        assert_eq!((taken.free, taken.workers, taken.needed), (6, 1, 2));
    }

    #[test]
    fn very_old_leases_are_taken_beyond_the_share() {
        let mut leases: Vec<Lease> = (0..4).map(|number| lease(number, None, 0)).collect();
        leases.extend((4..8).map(|number| lease(number, Some("a"), 0)));
        leases.extend((8..12).map(|number| lease(number, Some("b"), 0)));
        let mut observed = Observed::default();
        observed.see(&leases, Duration::ZERO);
        for lease in &mut leases[4..] {
            lease.counter += 1;
        }
        let at = Duration::from_secs(31);
        observed.see(&leases, at);
        let decision = observed.decide(&leases, "a", at, &rules(), &Entropy::seeded(1));
        assert_eq!((decision.keys.len(), decision.very_old), (4, 4));
    }

    #[test]
    fn beside_a_leader_only_what_it_leaves_alone_is_taken() {
        let led = Rules { is_led: true, ..rules() };
        let mut leases: Vec<Lease> = (0..2).map(|number| lease(number, None, 0)).collect();
        leases.extend((2..8).map(|number| lease(number, Some("dead"), 7)));
        assert!(decided(&leases, "a", 50, &led).is_empty(), "a leader that lives has given them away by now");
        assert_eq!(decided(&leases, "a", 51, &led).len(), 8);
        let bounded = Rules { leases_max: 3, ..led };
        assert_eq!(decided(&leases, "a", 51, &bounded).len(), 3);
    }

    /// Workers look at a table each in its turn, and write on condition; some die. In the end those that live share all leases,
    /// and nothing moves any more.
    #[test]
    fn fleets_come_to_rest_with_equal_shares() {
        for seed in 0..40u64 {
            let entropy = Entropy::seeded(seed);
            let (shards, workers) = (1 + entropy.below(40) as usize, 1 + entropy.below(6) as usize);
            let dead = entropy.below(workers as u64) as usize;
            let mut table: Vec<Lease> = (0..shards).map(|number| lease(number, None, 0)).collect();
            let mut views: Vec<Observed> = (0..workers).map(|_| Observed::default()).collect();
            let mut last_change = 0;
            for round in 0..300u64 {
                let at = Duration::from_secs(round * 5);
                // From this round on the dead do nothing.
                let first = if round < 100 { 0 } else { dead };
                for (worker, view) in views.iter_mut().enumerate().skip(first) {
                    let me = format!("worker-{worker}");
                    for lease in table.iter_mut().filter(|lease| lease.owner.as_ref() == Some(&me)) {
                        lease.counter += 1;
                    }
                    let seen = table.clone();
                    view.see(&seen, at);
                    for key in view.decide(&seen, &me, at, &rules(), &entropy).keys {
                        let lease = table.iter_mut().find(|lease| lease.key == key).unwrap();
                        lease.owner = Some(me.clone());
                        lease.counter += 1;
                        last_change = round;
                    }
                }
            }
            let mut counts: HashMap<String, usize> =
                (dead..workers).map(|worker| (format!("worker-{worker}"), 0)).collect();
            for lease in &table {
                *counts.get_mut(lease.owner.as_ref().unwrap()).expect("the living own all") += 1;
            }
            let (most, least) = (counts.values().max().unwrap(), counts.values().min().unwrap());
            assert!(most - least <= 1 || *most == 1, "seed {seed}: {counts:?}");
            assert!(last_change < 280, "seed {seed}: leases still move in round {last_change}");
        }
    }
}
