//! Records: what was acknowledged is there, byte for byte and in order; what is there was sent, once; every page that was
//! read is a piece of what is there.
//!
//! A shard is a log: its final content gives the order of all appends, and each answer its place in it. So a history is
//! linearizable exactly if no operation stands in that order before one that was answered before it was called.

use std::collections::{BTreeMap, BTreeSet};

use headwater_runtime::history::{Placed, out_of_order};
use md5::{Digest, Md5};

use super::{Final, Shard};
use crate::history::{Put, PutOutcome, Read, Record, Seen};

type Puts<'s> = BTreeMap<&'s str, &'s Put>;

pub fn check(seen: &Seen, ended: &Final) -> Result<(), String> {
    let puts: Puts<'_> = seen.puts.iter().map(|put| (put.data.as_str(), put)).collect();
    let mut found = BTreeSet::new();
    for shard in &ended.shards {
        each_was_sent(shard, &puts, &mut found)?;
        rises(shard)?;
        stands_above_parents(shard, ended)?;
        keeps_the_order_of_calls(shard, &puts, &seen.reads)?;
    }
    for put in &seen.puts {
        is_there_if_acknowledged(put, ended)?;
    }
    seen.reads.iter().try_for_each(|read| was_a_piece(read, ended))
}

fn each_was_sent<'f>(shard: &'f Shard, puts: &Puts<'_>, found: &mut BTreeSet<&'f str>) -> Result<(), String> {
    let place = format!("{} {}", shard.stream, shard.name);
    for record in &shard.records {
        let shown = outline(&record.data);
        let put = puts.get(record.data.as_str()).ok_or_else(|| format!("{place}: nobody sent {shown}"))?;
        if put.stream != shard.stream || put.key != record.key {
            return Err(format!("{place}: {shown} was sent to {} under {}", put.stream, put.key));
        }
        if let PutOutcome::Refused(why) = &put.outcome {
            return Err(format!("{place}: {shown} was refused with {why} and is there"));
        }
        if !found.insert(record.data.as_str()) {
            return Err(format!("{place}: {shown} is there twice and was sent once"));
        }
        let hash = u128::from_be_bytes(Md5::digest(record.key.as_bytes()).into());
        if hash < shard.range.0 || hash > shard.range.1 {
            return Err(format!("{place}: {shown} belongs into another shard"));
        }
    }
    Ok(())
}

fn rises(shard: &Shard) -> Result<(), String> {
    let falls = shard.records.windows(2).find(|pair| rank(&pair[0].sequence) >= rank(&pair[1].sequence));
    falls.map_or(Ok(()), |pair| {
        Err(format!("{} {}: {} follows {}", shard.stream, shard.name, pair[1].sequence, pair[0].sequence))
    })
}

fn stands_above_parents(shard: &Shard, ended: &Final) -> Result<(), String> {
    let Some(first) = shard.records.first() else { return Ok(()) };
    let parents = ended
        .shards
        .iter()
        .filter(|other| other.stream == shard.stream && shard.parents.contains(&other.name));
    for last in parents.filter_map(|parent| parent.records.last()) {
        if rank(&last.sequence) >= rank(&first.sequence) {
            return Err(format!("{} begins below its parent's {}", shard.name, last.sequence));
        }
    }
    Ok(())
}

/// Every append has its place, and so has every page that found nothing more: it saw the shard as long as where it stood.
fn keeps_the_order_of_calls(shard: &Shard, puts: &Puts<'_>, reads: &[Read]) -> Result<(), String> {
    let mut shown = Vec::new();
    let mut placed = Vec::new();
    for (index, record) in shard.records.iter().enumerate() {
        let Some(put) = puts.get(record.data.as_str()) else { continue };
        let answered = match put.outcome {
            PutOutcome::Acknowledged { answered, .. } => Some(answered),
            _ => None,
        };
        placed.push(Placed { place: 2 * index as u64 + 1, called: put.called, answered });
        shown.push(format!("the put of {}", outline(&put.data)));
    }
    let ours = reads.iter().filter(|read| read.stream == shard.stream && read.shard == shard.name);
    for read in ours.filter(|read| read.records.is_empty()) {
        let place = 2 * place_behind(read.after.as_deref(), &shard.records)? as u64;
        placed.push(Placed { place, called: read.called, answered: Some(read.answered) });
        shown.push(format!("the page that was empty behind {:?}", read.after));
    }
    out_of_order(&placed).map_or(Ok(()), |(earlier, later)| {
        let place = format!("{} {}", shard.stream, shard.name);
        Err(format!("{place}: {} comes before {}, which was answered by then", shown[later], shown[earlier]))
    })
}

fn is_there_if_acknowledged(put: &Put, ended: &Final) -> Result<(), String> {
    let PutOutcome::Acknowledged { shard, sequence, .. } = &put.outcome else { return Ok(()) };
    let held = find(put.stream, shard, ended)?.records.iter().find(|record| record.sequence == *sequence);
    let shown = outline(&put.data);
    match held {
        None => Err(format!("lost: {shown}, acknowledged as {} {shard} {sequence}", put.stream)),
        Some(held) if held.data != put.data => {
            Err(format!("altered: {shown} reads as {} at {sequence}", outline(&held.data)))
        }
        Some(_) => Ok(()),
    }
}

/// What follows the place where the reader stood, without a gap.
fn was_a_piece(read: &Read, ended: &Final) -> Result<(), String> {
    let held = &find(read.stream, &read.shard, ended)?.records;
    let from = place_behind(read.after.as_deref(), held)?;
    if held.get(from..from + read.records.len()) == Some(&read.records) {
        return Ok(());
    }
    let place = format!("a page of {} {} behind {:?}", read.stream, read.shard, read.after);
    let first = read.records.first().map(|record| outline(&record.data));
    Err(format!("{place} is no piece of the shard; it begins with {first:?}"))
}

/// How many records there are up to one, with it; none before the beginning.
fn place_behind(after: Option<&str>, held: &[Record]) -> Result<usize, String> {
    let Some(after) = after else { return Ok(0) };
    let at = held.iter().position(|record| record.sequence == after);
    Ok(1 + at.ok_or_else(|| format!("{after} was read and is gone; it was never durable"))?)
}

fn find<'f>(stream: &str, name: &str, ended: &'f Final) -> Result<&'f Shard, String> {
    let found = ended.shards.iter().find(|shard| shard.stream == stream && shard.name == name);
    found.ok_or_else(|| format!("lost: shard {name} of {stream}"))
}

/// Sequence numbers are compared as numbers.
fn rank(sequence: &str) -> (usize, &str) {
    (sequence.len(), sequence)
}

fn outline(data: &str) -> &str {
    data.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests;
