//! UpdateShardCount, decided: which shards to split and which to merge for a target.
//!
//! The service grows by splitting every open shard in two and merging back what is too many, and shrinks by merging alone
//! (observed: 4 to 5 leaves 15 shards listed, 10 to 13 leaves 37, 5 to 3 leaves 7). Merges are spread evenly over the hash
//! space, so that ranges differ by a factor of two at most where they were even before.
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html>

use headwater_types::StreamArn;

use crate::error::StreamError;
use crate::model::Shard;
use crate::reshard::Reshard;

/// Refuses targets beyond double or below half of the open shards.
pub(crate) fn check_target(stream: &StreamArn, open: u32, target: u32) -> Result<(), StreamError> {
    if target > open.saturating_mul(2) {
        return Err(StreamError::ScaleUpTooFar { stream: stream.clone(), open, target });
    }
    if target.saturating_mul(2) < open {
        return Err(StreamError::ScaleDownTooFar { stream: stream.clone(), open, target });
    }
    Ok(())
}

/// Brings the open shards to `target`, which [`check_target`] allows.
pub(crate) fn scale(plan: &mut Reshard<'_>, target: usize) -> Result<(), StreamError> {
    let open = plan.open_shards();
    if target > open.len() {
        let mut missing = target - open.len();
        for shard in &open {
            // A shard too narrow to be halved stays; there are 2^128 keys, so only a chain of a hundred splits gets there.
            if shard.range.split_at(shard.range.middle()).is_some() {
                plan.split(shard.id, shard.range.middle())?;
                missing = missing.saturating_sub(1);
            }
        }
        if missing > 0 {
            return Err(StreamError::ShardCountOutOfRange(target as u32));
        }
    }
    let pieces = plan.open_shards();
    for pair in merges(&pieces, target) {
        plan.merge(pair[0].id, pair[1].id)?;
    }
    Ok(())
}

/// The neighbours to merge so that `target` groups of one or two remain, the pairs spread evenly.
fn merges(pieces: &[Shard], target: usize) -> impl Iterator<Item = &[Shard]> {
    let count = pieces.len();
    assert!(target <= count && count <= 2 * target, "{count} shards become {target} by pairs");
    (0..target)
        .map(move |group| &pieces[group * count / target..(group + 1) * count / target])
        .filter(|group| group.len() == 2)
}
