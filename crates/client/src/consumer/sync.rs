//! Which leases the table lacks and which it no longer needs: decisions over a listing of shards and the leases, without calls.
//!
//! A shard's lease is made when its parents are processed, by whoever ended them. What is decided here is the beginning, and what
//! an end that was never reached left out. The listing must be older than the leases, or a shard that was just processed would
//! look like one that nobody began.
//! Source: `docs/lease-lifecycle.md` of the Kinesis Client Library.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::config::InitialPosition;
use super::lease::Lease;
use super::position::Position;
use super::stream_api::Shard;

/// For a table without leases: of the shards that were open at the initial position.
pub fn first_leases(open_then: &[Shard], initial: InitialPosition) -> Vec<Lease> {
    let lease =
        |shard: &Shard| Lease::new(&shard.id, shard.parents.clone(), shard.range, position_of(initial));
    open_then.iter().map(lease).collect()
}

fn position_of(initial: InitialPosition) -> Position {
    match initial {
        InitialPosition::TrimHorizon => Position::TrimHorizon,
        InitialPosition::Latest => Position::Latest,
        InitialPosition::AtTimestamp(_) => Position::AtTimestamp,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Processed to its end.
    Done,
    /// Processed now, or about to be.
    InWork,
    /// Its turn comes when its parents are done.
    Later,
    /// Before where the application begins.
    Skipped,
}

/// For a table that has leases: what is missing of all shards of the stream.
pub fn missing_leases(shards: &[Shard], leases: &[Lease], initial: InitialPosition) -> Vec<Lease> {
    let by_id: BTreeMap<&str, &Shard> = shards.iter().map(|shard| (shard.id.as_str(), shard)).collect();
    let leased: HashMap<&str, &Lease> = leases.iter().map(|lease| (lease.key.as_str(), lease)).collect();
    let passed = with_leased_descendants(&by_id, &leased);
    let mut fates: HashMap<&str, Fate> = HashMap::new();
    let mut missing = Vec::new();
    // Ids count up, so parents come before their children.
    for (id, shard) in &by_id {
        let fate = if let Some(lease) = leased.get(id) {
            if lease.is_done() { Fate::Done } else { Fate::InWork }
        } else if passed.contains(id) {
            Fate::Done
        } else {
            let parents: Vec<Fate> =
                shard.parents.iter().filter_map(|parent| fates.get(parent.as_str()).copied()).collect();
            let (fate, position) = fate_of(shard, &parents, initial);
            if let Some(position) = position {
                missing.push(Lease::new(id, shard.parents.clone(), shard.range, position));
            }
            fate
        };
        fates.insert(id, fate);
    }
    missing.extend(other_parents(&by_id, &leased, &fates, initial));
    missing
}

/// Of a shard without a lease and without descendants that have one: what becomes of it, and where it begins if now.
fn fate_of(shard: &Shard, parents: &[Fate], initial: InitialPosition) -> (Fate, Option<Position>) {
    if parents.iter().any(|fate| matches!(fate, Fate::InWork | Fate::Later)) {
        return (Fate::Later, None);
    }
    if parents.contains(&Fate::Done) {
        return (Fate::InWork, Some(Position::TrimHorizon));
    }
    match initial {
        InitialPosition::Latest if !shard.is_open => (Fate::Skipped, None),
        _ => (Fate::InWork, Some(position_of(initial))),
    }
}

/// Shards below which somebody works already: they were processed, or stand before where the application began.
fn with_leased_descendants<'a>(
    by_id: &BTreeMap<&'a str, &'a Shard>,
    leased: &HashMap<&str, &Lease>,
) -> HashSet<&'a str> {
    let mut passed = HashSet::new();
    for (id, shard) in by_id.iter().rev() {
        if leased.contains_key(id) || passed.contains(id) {
            passed.extend(
                shard
                    .parents
                    .iter()
                    .filter_map(|parent| by_id.get_key_value(parent.as_str()))
                    .map(|(id, _)| *id),
            );
        }
    }
    passed
}

/// A merge has two parents. Where one is worked on and the other was skipped, the Java library's workers wait for a lease of the other,
/// too, before they make the child's.
fn other_parents<'a>(
    by_id: &BTreeMap<&'a str, &'a Shard>,
    leased: &HashMap<&str, &Lease>,
    fates: &HashMap<&str, Fate>,
    initial: InitialPosition,
) -> Vec<Lease> {
    let waits =
        |shard: &&&Shard| shard.parents.len() == 2 && fates.get(shard.id.as_str()) == Some(&Fate::Later);
    let skipped = by_id.values().filter(waits).flat_map(|shard| &shard.parents).filter(|parent| {
        fates.get(parent.as_str()) == Some(&Fate::Skipped) && !leased.contains_key(parent.as_str())
    });
    let shard = skipped.filter_map(|parent| by_id.get(parent.as_str()));
    shard
        .map(|shard| Lease::new(&shard.id, shard.parents.clone(), shard.range, position_of(initial)))
        .collect()
}

/// Whether the lease of a shard that is done has served: its children are being processed and its parents' leases are gone; or
/// the stream no longer knows the shard.
pub fn has_served(lease: &Lease, leases: &HashMap<&str, &Lease>, shards: Option<&HashSet<String>>) -> bool {
    if !lease.is_done() || lease.parents.iter().any(|parent| leases.contains_key(parent.as_str())) {
        return false;
    }
    if shards.is_some_and(|shards| !shards.contains(&lease.key)) {
        return true;
    }
    let is_begun = |child: &String| {
        let position = leases.get(child.as_str()).map(|lease| &lease.checkpoint);
        position.is_some_and(|position| !matches!(position, Position::TrimHorizon | Position::AtTimestamp))
    };
    !lease.children.is_empty() && lease.children.iter().all(is_begun)
}

#[cfg(test)]
mod tests {
    use headwater_types::Timestamp;

    use super::*;

    fn shard(number: u32, parents: &[u32], is_open: bool) -> Shard {
        let parents = parents.iter().map(|parent| id(*parent)).collect();
        Shard { id: id(number), parents, range: None, is_open }
    }

    fn id(number: u32) -> String {
        format!("shardId-{number:012}")
    }

    fn lease(number: u32, position: Position) -> Lease {
        Lease::new(&id(number), Vec::new(), None, position)
    }

    /// The example of the client library's own text: 0 and 1 merge into 6, 2 and 3 into 7, these into 8; 5 is split into 9 and 10.
    fn stream() -> Vec<Shard> {
        vec![
            shard(0, &[], false),
            shard(1, &[], false),
            shard(2, &[], false),
            shard(3, &[], false),
            shard(4, &[], true),
            shard(5, &[], false),
            shard(6, &[0, 1], false),
            shard(7, &[2, 3], false),
            shard(8, &[6, 7], true),
            shard(9, &[5], true),
            shard(10, &[5], true),
        ]
    }

    fn missing(leases: &[Lease], initial: InitialPosition) -> Vec<(String, Position)> {
        let missing = missing_leases(&stream(), leases, initial);
        missing.into_iter().map(|lease| (lease.key, lease.checkpoint)).collect()
    }

    #[test]
    fn gaps_are_filled_as_the_client_librarys_text_has_it() {
        let leases = [4, 5, 7].map(|number| lease(number, Position::record("1", None)));
        assert_eq!(missing(&leases, InitialPosition::Latest), [(id(6), Position::Latest)]);
        let horizon = [(id(0), Position::TrimHorizon), (id(1), Position::TrimHorizon)];
        assert_eq!(missing(&leases, InitialPosition::TrimHorizon), horizon);
        let timed = [(id(0), Position::AtTimestamp), (id(1), Position::AtTimestamp)];
        assert_eq!(missing(&leases, InitialPosition::AtTimestamp(Timestamp(200))), timed);
    }

    #[test]
    fn children_wait_for_their_parents_and_begin_when_these_are_done() {
        let all =
            |position: Position| (0..6).map(|number| lease(number, position.clone())).collect::<Vec<_>>();
        assert_eq!(missing(&all(Position::record("1", None)), InitialPosition::TrimHorizon), []);
        let children = [6, 7, 9, 10].map(|number| (id(number), Position::TrimHorizon));
        assert_eq!(missing(&all(Position::ShardEnd), InitialPosition::Latest), children);
    }

    #[test]
    fn what_was_processed_and_cleaned_away_does_not_come_back() {
        let leases = [4, 8, 9, 10].map(|number| lease(number, Position::TrimHorizon));
        for initial in [InitialPosition::TrimHorizon, InitialPosition::Latest] {
            assert_eq!(missing(&leases, initial), []);
        }
        // One child was made, then its maker ended: the other is made by whoever comes.
        let leases = [4, 8, 9].map(|number| lease(number, Position::TrimHorizon));
        assert_eq!(missing(&leases, InitialPosition::Latest), [(id(10), Position::TrimHorizon)]);
    }

    #[test]
    fn a_lease_serves_until_its_children_are_begun() {
        let mut parent = lease(5, Position::ShardEnd);
        parent.children = vec![id(9), id(10)];
        let served = |leases: &[Lease], shards: Option<&HashSet<String>>| {
            has_served(&parent, &leases.iter().map(|lease| (lease.key.as_str(), lease)).collect(), shards)
        };
        let begun = Position::record("2", None);
        assert!(!served(&[lease(9, begun.clone())], None), "a child has no lease");
        assert!(
            !served(&[lease(9, begun.clone()), lease(10, Position::TrimHorizon)], None),
            "one is not begun"
        );
        assert!(served(&[lease(9, begun), lease(10, Position::ShardEnd)], None));
        assert!(served(&[], Some(&HashSet::from([id(9)]))), "the stream no longer knows it");
        assert!(!served(&[], Some(&HashSet::from([id(5)]))));
    }
}
