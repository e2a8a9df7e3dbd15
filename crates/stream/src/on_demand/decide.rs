//! Which shards of an on-demand stream to split and which to merge: pure, from what each one took and what the stream's
//! peaks ask for.

use headwater_types::{HashKey, ShardId, Timestamp, limits};

use crate::error::StreamError;
use crate::model::{Peak, Shard};
use crate::reshard::Reshard;
use crate::traffic::Middle;

/// A shard takes so much of its capacity before it is split: 500 KB/s of a MB/s, or 500 of 1,000 records/s.
const HOT: f64 = 0.5;
/// Two neighbours that take less together are cold: merged they are still far from hot.
const COLD: f64 = 0.25;

/// An open shard and what it took since the last round.
#[derive(Clone, Debug)]
pub(crate) struct ShardLoad {
    pub shard: Shard,
    pub bytes_per_s: f64,
    pub records_per_s: f64,
    pub middle: Middle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Split(ShardId, HashKey),
    Merge(ShardId, ShardId),
}

/// How many shards are wanted, and from when on a shard is too young to be merged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub shards: usize,
    pub shards_max: usize,
    pub merge_opened_before: Timestamp,
}

impl ShardLoad {
    /// Part of the shard's capacity that is used, by bytes or by records, whichever is more.
    fn usage(&self) -> f64 {
        let bytes = self.bytes_per_s / limits::SHARD_WRITE_BYTES_PER_S as f64;
        bytes.max(self.records_per_s / f64::from(limits::SHARD_WRITE_RECORDS_PER_S))
    }

    /// Where to split it; `None` where that would not divide the load, or the range.
    fn split_key(&self) -> Option<HashKey> {
        let key = match self.middle {
            Middle::OneKey => return None,
            Middle::At(key) => key,
            Middle::Unknown => self.shard.range.middle(),
        };
        self.shard.range.split_at(key).map(|_| key)
    }
}

/// How many shards carry twice a peak.
pub(crate) fn shards_for_peak(peak: &Peak) -> u32 {
    let bytes = (2 * peak.bytes_per_s).div_ceil(limits::SHARD_WRITE_BYTES_PER_S);
    let records = (2 * peak.records_per_s).div_ceil(u64::from(limits::SHARD_WRITE_RECORDS_PER_S));
    u32::try_from(bytes.max(records)).unwrap_or(u32::MAX)
}

/// The splits and merges of one round, over the open shards in the order of their ranges. A shard is in one step at most.
pub(crate) fn steps(open: &[ShardLoad], wanted: Wanted) -> Vec<Step> {
    let splits = splits(open, wanted);
    if splits.is_empty() { merges(open, wanted) } else { splits }
}

/// Every hot shard, and the busiest ones besides until there are as many as wanted.
fn splits(open: &[ShardLoad], wanted: Wanted) -> Vec<Step> {
    let mut candidates: Vec<&ShardLoad> = open.iter().collect();
    let by_usage_then_width = |a: &&ShardLoad, b: &&ShardLoad| {
        let width = |load: &ShardLoad| load.shard.range.width_less_one();
        b.usage().total_cmp(&a.usage()).then(width(b).cmp(&width(a)))
    };
    candidates.sort_by(by_usage_then_width);
    let mut steps = Vec::new();
    for load in candidates {
        let count = open.len() + steps.len();
        let is_asked_for = load.usage() > HOT || count < wanted.shards;
        if !is_asked_for || count >= wanted.shards_max {
            break;
        }
        steps.extend(load.split_key().map(|key| Step::Split(load.shard.id, key)));
    }
    steps
}

/// The coldest neighbours, down to as many as wanted.
fn merges(open: &[ShardLoad], wanted: Wanted) -> Vec<Step> {
    let is_old = |load: &ShardLoad| load.shard.opened < wanted.merge_opened_before;
    let mut pairs: Vec<(f64, usize)> = open
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| pair.iter().all(is_old))
        .map(|(index, pair)| (pair[0].usage() + pair[1].usage(), index))
        .filter(|(usage, _)| *usage < COLD)
        .collect();
    // Even halves first where nothing else tells pairs apart.
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(((a.1 % 2), a.1).cmp(&((b.1 % 2), b.1))));
    let mut merged = vec![false; open.len()];
    let mut steps = Vec::new();
    for (_, index) in pairs {
        if open.len() - steps.len() <= wanted.shards {
            break;
        }
        if merged[index] || merged[index + 1] {
            continue;
        }
        (merged[index], merged[index + 1]) = (true, true);
        steps.push(Step::Merge(open[index].shard.id, open[index + 1].shard.id));
    }
    steps
}

/// Splits the widest shards until `target` are open, all at once: for warm throughput.
pub(crate) fn grow(plan: &mut Reshard<'_>, target: usize) -> Result<(), StreamError> {
    loop {
        let mut open = plan.open_shards();
        let missing = target.saturating_sub(open.len());
        if missing == 0 {
            return Ok(());
        }
        open.sort_by_key(|shard| std::cmp::Reverse(shard.range.width_less_one()));
        for shard in open.iter().take(missing) {
            plan.split(shard.id, shard.range.middle())?;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use headwater_types::{HashKeyRange, Offset, PartitionId};

    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000_000);

    /// Even shards, each with a part of its capacity used by records.
    fn loads(usages: &[f64]) -> Vec<ShardLoad> {
        let count = NonZeroU32::new(usages.len() as u32).expect("shards");
        let shard = |index: usize, range| Shard {
            id: ShardId(index as u32),
            range,
            parent: None,
            adjacent_parent: None,
            partition: PartitionId(index as u64),
            epoch: 0,
            start: Offset::ZERO,
            created_s: 0,
            opened: Timestamp(0),
            closed: None,
        };
        let load = |(index, (range, usage)): (usize, (HashKeyRange, &f64))| ShardLoad {
            shard: shard(index, range),
            bytes_per_s: 0.0,
            records_per_s: usage * 1_000.0,
            middle: Middle::Unknown,
        };
        HashKeyRange::uniform(count).zip(usages).enumerate().map(load).collect()
    }

    fn wanted(shards: usize) -> Wanted {
        Wanted { shards, shards_max: 200, merge_opened_before: NOW }
    }

    fn split_ids(steps: &[Step]) -> Vec<u32> {
        let id = |step: &Step| match step {
            Step::Split(shard, _) => Some(shard.0),
            Step::Merge(..) => None,
        };
        steps.iter().filter_map(id).collect()
    }

    #[test]
    fn twice_the_peak_is_carried_by_bytes_and_by_records() {
        let peak = |bytes_per_s, records_per_s| Peak { at: NOW, bytes_per_s, records_per_s };
        assert_eq!(shards_for_peak(&peak(0, 0)), 0);
        assert_eq!(shards_for_peak(&peak(2 * 1024 * 1024, 0)), 4);
        assert_eq!(shards_for_peak(&peak(2 * 1024 * 1024 + 1, 0)), 5);
        assert_eq!(shards_for_peak(&peak(10, 5_001)), 11);
    }

    #[test]
    fn hot_shards_are_split_and_others_are_not() {
        assert_eq!(split_ids(&steps(&loads(&[0.4, 0.51, 0.5, 0.9]), wanted(4))), [3, 1]);
        assert_eq!(steps(&loads(&[0.5, 0.5, 0.5, 0.5]), wanted(4)), []);
    }

    #[test]
    fn the_busiest_are_split_until_as_many_as_wanted_are_there() {
        assert_eq!(split_ids(&steps(&loads(&[0.1, 0.3, 0.2, 0.0]), wanted(6))), [1, 2]);
        assert_eq!(split_ids(&steps(&loads(&[0.1; 4]), wanted(100))).len(), 4, "a round doubles at most");
    }

    #[test]
    fn a_stream_does_not_grow_beyond_its_limit() {
        let limited = Wanted { shards_max: 5, ..wanted(8) };
        assert_eq!(split_ids(&steps(&loads(&[0.9; 4]), limited)), [0]);
    }

    #[test]
    fn a_shard_is_split_where_its_traffic_is_halved_and_one_hot_key_is_left_alone() {
        let mut open = loads(&[0.9, 0.9]);
        open[0].middle = Middle::At(HashKey(1_000));
        open[1].middle = Middle::OneKey;
        assert_eq!(steps(&open, wanted(2)), [Step::Split(ShardId(0), HashKey(1_000))]);
    }

    #[test]
    fn cold_neighbours_are_merged_down_to_what_is_wanted() {
        let merge = |a, b| Step::Merge(ShardId(a), ShardId(b));
        assert_eq!(steps(&loads(&[0.0; 8]), wanted(4)), [merge(0, 1), merge(2, 3), merge(4, 5), merge(6, 7)]);
        assert_eq!(steps(&loads(&[0.0; 8]), wanted(7)), [merge(0, 1)]);
        assert_eq!(steps(&loads(&[0.2, 0.2, 0.01, 0.02, 0.2]), wanted(4)), [merge(2, 3)]);
        assert_eq!(steps(&loads(&[0.2; 8]), wanted(4)), [], "not cold");
        let young = Wanted { merge_opened_before: Timestamp(0), ..wanted(4) };
        assert_eq!(steps(&loads(&[0.0; 8]), young), []);
    }
}
