//! What shards took, as far as scaling needs it: a sample of where in a shard's range its records fall, for the key that
//! halves the traffic, and the counters as the last round over the streams saw them.

use std::collections::HashMap;
use std::time::Duration;

use headwater_types::{HashKey, HashKeyRange, ShardId};

const KEYS: usize = 64;
/// Fewer keys than that say nothing.
const KEYS_MIN: usize = 16;

/// The counters as a round saw them.
#[derive(Debug, Default)]
pub(crate) struct LastRound {
    /// Monotonic.
    pub at: Duration,
    /// Records and bytes of each shard of each stream (by its number), cumulative.
    pub seen: HashMap<(u64, ShardId), (u64, u64)>,
}

/// The hash keys of the last batches, one of each: a batch that is sampled costs one MD5.
#[derive(Debug, Default)]
pub(crate) struct HashSample {
    /// Of length [`KEYS`] once something was noted: most shards never are.
    keys: Vec<u128>,
    taken: u64,
}

/// Where to split a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Middle {
    /// Not enough is known.
    Unknown,
    /// Half of the traffic lies below the key.
    At(HashKey),
    /// Most of it is one key's, which no split divides.
    OneKey,
}

impl HashSample {
    /// Which record of a batch of `count` to note, so that all places of batches come up.
    pub fn pick(&self, count: usize) -> usize {
        (self.taken.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % count.max(1)
    }

    pub fn note(&mut self, key: HashKey) {
        self.keys.resize(KEYS, 0);
        self.keys[self.taken as usize % KEYS] = key.0;
        self.taken += 1;
    }

    /// The middle of the traffic since the sample was last asked, within a range.
    pub fn take_middle(&mut self, range: &HashKeyRange) -> Middle {
        let known = (self.taken as usize).min(KEYS);
        self.taken = 0;
        if known < KEYS_MIN {
            return Middle::Unknown;
        }
        let mut keys = self.keys[..known].to_vec();
        keys.sort_unstable();
        let largest = keys.chunk_by(|a, b| a == b).map(<[u128]>::len).max().unwrap_or(0);
        if largest * 4 >= known * 3 {
            return Middle::OneKey;
        }
        let median = keys[known / 2];
        // Where nothing lies below the median it goes to the left, with whatever shares its key.
        let at = match keys[0] == median {
            false => Some(median),
            true => keys.into_iter().find(|key| *key > median),
        };
        let legal = at.map(HashKey).filter(|key| range.split_at(*key).is_some());
        legal.map_or(Middle::Unknown, Middle::At)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn middle(keys: &[u128]) -> Middle {
        let mut sample = HashSample::default();
        keys.iter().for_each(|key| sample.note(HashKey(*key)));
        sample.take_middle(&HashKeyRange::new(HashKey(0), HashKey(1_000_000)).expect("in order"))
    }

    #[test]
    fn the_middle_halves_what_was_seen() {
        let keys: Vec<u128> = (0..40).map(|index| 500_000 + index * 10).collect();
        assert_eq!(middle(&keys), Middle::At(HashKey(500_200)));
        assert_eq!(middle(&keys[..10]), Middle::Unknown);
        assert_eq!(middle(&[]), Middle::Unknown);
    }

    #[test]
    fn one_key_is_not_divided_and_two_are_told_apart() {
        assert_eq!(middle(&[77; 40]), Middle::OneKey);
        let mut two = vec![100; 25];
        two.extend([200; 15]);
        assert_eq!(middle(&two), Middle::At(HashKey(200)));
        two.reverse();
        assert_eq!(middle(&two), Middle::At(HashKey(200)));
    }

    #[test]
    fn only_the_newest_keys_count() {
        let mut keys = vec![1; 1_000];
        keys.extend((0..64).map(|index| 700_000 + index));
        assert_eq!(middle(&keys), Middle::At(HashKey(700_032)));
    }
}
