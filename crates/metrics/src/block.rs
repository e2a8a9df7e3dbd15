//! A block of points: one state key. Says which generation of puts it already has, so that a fold that a crash cut short is
//! simply done again.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::coding::{Damaged, Reader};
use crate::summary::Summary;
use crate::tier::Tier;

const VERSION: u8 = 1;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Block {
    /// The newest generation whose puts are in.
    pub folded: u64,
    /// By their place in the block.
    pub points: BTreeMap<u8, Summary>,
}

/// Where a second lies: the start of its block, and its point's place there.
pub(crate) fn place(tier: Tier, at_s: i64) -> (i64, u8) {
    let start = at_s - at_s.rem_euclid(tier.block_s());
    // A block has at most 256 points, which a test of the tiers holds.
    (start, ((at_s - start) / tier.point_s()) as u8)
}

/// The points of one block that wait to be folded.
pub(crate) type Points = BTreeMap<u8, Summary>;

pub(crate) fn add(points: &mut Points, at: u8, summary: &Summary) {
    match points.get_mut(&at) {
        Some(held) => held.merge(summary),
        None => {
            points.insert(at, summary.clone());
        }
    }
}

impl Block {
    pub fn encode(&self) -> Bytes {
        let mut out = Vec::with_capacity(16 + self.points.len() * 12);
        out.push(VERSION);
        out.extend_from_slice(&self.folded.to_le_bytes());
        for (at, summary) in &self.points {
            out.push(*at);
            summary.encode(&mut out);
        }
        out.into()
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader(bytes);
        if reader.byte()? != VERSION {
            return Err(Damaged("a block of a version this server does not know"));
        }
        let mut block = Self { folded: u64::from_le_bytes(reader.array()?), points: BTreeMap::new() };
        while !reader.is_empty() {
            let at = reader.byte()?;
            block.points.insert(at, Summary::decode(&mut reader)?);
        }
        Ok(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_block_comes_back() {
        let mut block = Block { folded: 9, points: BTreeMap::new() };
        add(&mut block.points, 3, &Summary::of(1.5));
        add(&mut block.points, 3, &Summary::of(2.5));
        add(&mut block.points, 14, &Summary::of_set(4.0, 10.0, 1.0, 4.0));
        assert_eq!(Block::decode(&block.encode()), Ok(block));
    }

    #[test]
    fn seconds_find_their_places() {
        assert_eq!(place(Tier::Minute, 900 + 61), (900, 1));
        assert_eq!(place(Tier::Hour, 86_400 * 3 + 3_600 * 23 + 3_599), (86_400 * 3, 23));
        assert_eq!(place(Tier::Second, 119), (60, 59));
    }

    proptest! {
        #[test]
        fn bytes_of_any_kind_are_decoded_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Block::decode(&bytes);
        }
    }
}
