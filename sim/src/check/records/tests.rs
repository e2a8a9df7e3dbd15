//! Histories made up to be wrong, each in one way: the check must see every one of them.

use super::*;
use crate::history::Record;

const SHARD: &str = "shardId-000000000000";

fn put(data: &str, called: u64, acknowledged: Option<(&str, u64)>) -> Put {
    let outcome = match acknowledged {
        None => PutOutcome::Unknown,
        Some((sequence, answered)) => {
            PutOutcome::Acknowledged { shard: SHARD.to_owned(), sequence: sequence.to_owned(), answered }
        }
    };
    Put { stream: "s", key: "k".to_owned(), data: data.to_owned(), called, outcome }
}

fn held(records: &[(&str, &str)]) -> Final {
    let records = records
        .iter()
        .map(|(sequence, data)| Record {
            sequence: (*sequence).to_owned(),
            key: "k".to_owned(),
            data: (*data).to_owned(),
        })
        .collect();
    let shard =
        Shard { stream: "s", name: SHARD.to_owned(), parents: Vec::new(), range: (0, u128::MAX), records };
    Final { shards: vec![shard], direct: Default::default(), from_stream: Default::default() }
}

fn read(after: Option<&str>, records: &[(&str, &str)], called: u64) -> Read {
    let records = held(records).shards.remove(0).records;
    Read {
        stream: "s",
        shard: SHARD.to_owned(),
        after: after.map(str::to_owned),
        records,
        called,
        answered: called + 1,
    }
}

fn seen() -> Seen {
    let mut seen = Seen::default();
    seen.puts = vec![put("a", 1, Some(("10", 2))), put("b", 3, Some(("11", 4)))];
    seen
}

#[track_caller]
fn expect(seen: &Seen, ended: &Final, complaint: &str) {
    let found = check(seen, ended).err().unwrap_or_default();
    assert!(found.contains(complaint), "{found:?}");
}

#[test]
fn what_is_right_passes() {
    let mut seen = seen();
    seen.reads.push(read(None, &[("10", "a")], 5));
    seen.reads.push(read(Some("10"), &[], 3));
    seen.reads.push(read(Some("11"), &[], 9));
    check(&seen, &held(&[("10", "a"), ("11", "b")])).unwrap();
}

#[test]
fn lost_altered_doubled_foreign_and_refused_records_are_seen() {
    expect(&seen(), &held(&[("10", "a")]), "lost: b");
    expect(&seen(), &held(&[("10", "b"), ("11", "a")]), "the put of b comes before the put of a");
    expect(&seen(), &held(&[("10", "a"), ("11", "a")]), "twice");
    expect(&seen(), &held(&[("10", "a"), ("11", "b"), ("12", "c")]), "nobody sent c");
    expect(&seen(), &held(&[("11", "a"), ("11", "b")]), "follows");
    let mut seen = seen();
    seen.puts.push(put("c", 3, None));
    seen.puts[2].outcome = PutOutcome::Refused("why".to_owned());
    expect(&seen, &held(&[("10", "a"), ("11", "b"), ("12", "c")]), "c was refused");
}

#[test]
fn an_altered_record_is_seen_where_order_alone_would_not_tell() {
    let mut seen = seen();
    seen.puts = vec![put("a", 1, Some(("10", 9))), put("b", 2, Some(("11", 9)))];
    expect(&seen, &held(&[("10", "b"), ("11", "a")]), "altered");
}

#[test]
fn pages_with_gaps_without_what_was_there_and_with_what_never_was_are_seen() {
    let ended = held(&[("10", "a"), ("11", "b")]);
    let with = |read: Read| {
        let mut seen = seen();
        seen.reads = vec![read];
        seen
    };
    expect(&with(read(None, &[("11", "b")], 9)), &ended, "no piece");
    expect(&with(read(Some("10"), &[], 9)), &ended, "empty behind Some(\"10\") comes before the put of b");
    expect(&with(read(Some("11"), &[("12", "ghost")], 9)), &ended, "no piece");
    expect(&with(read(Some("12"), &[], 9)), &ended, "never durable");
}
