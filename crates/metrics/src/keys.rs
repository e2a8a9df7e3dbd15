//! The family `metrics/` of the store's keys; docs/STATE.md describes it.

use std::ops::Range;

use bytes::Bytes;

use crate::series::SeriesId;
use crate::tier::Tier;

/// Which generation of puts is folded.
pub(crate) const FOLDED: &str = "metrics/folded";
const SERIES: &str = "metrics/series/";
const PENDING: &str = "metrics/pending/";

pub(crate) fn folded() -> Bytes {
    Bytes::from_static(FOLDED.as_bytes())
}

pub(crate) fn series(id: SeriesId) -> Bytes {
    format!("{SERIES}{:016x}", id.0).into()
}

pub(crate) fn all_series() -> Range<Bytes> {
    under(SERIES.to_owned())
}

pub(crate) fn series_id(key: &[u8]) -> Option<SeriesId> {
    hex(key.strip_prefix(SERIES.as_bytes())?).map(SeriesId)
}

pub(crate) fn pending(generation: u64, put: u64) -> Bytes {
    format!("{PENDING}{generation:016x}/{put:016x}").into()
}

pub(crate) fn all_pending() -> Range<Bytes> {
    under(PENDING.to_owned())
}

pub(crate) fn pending_of(generation: u64) -> Range<Bytes> {
    under(format!("{PENDING}{generation:016x}/"))
}

pub(crate) fn pending_generation(key: &[u8]) -> Option<u64> {
    let (generation, _) = key.strip_prefix(PENDING.as_bytes())?.split_at_checked(16)?;
    hex(generation)
}

/// A block of points that begins at that second.
pub(crate) fn block(id: SeriesId, tier: Tier, start_s: i64) -> Bytes {
    format!("{}{:016x}", tier_prefix(id, tier), start_s.max(0)).into()
}

/// The blocks that begin from one second up to before another.
pub(crate) fn blocks(id: SeriesId, tier: Tier, starts_s: Range<i64>) -> Range<Bytes> {
    block(id, tier, starts_s.start)..block(id, tier, starts_s.end)
}

pub(crate) fn block_start(key: &[u8]) -> Option<i64> {
    let digits = key.len().checked_sub(16)?;
    hex(&key[digits..]).map(|start| start as i64)
}

fn tier_prefix(id: SeriesId, tier: Tier) -> String {
    format!("metrics/data/{:016x}/{}/", id.0, char::from(tier.letter()))
}

fn under(prefix: String) -> Range<Bytes> {
    let mut end = prefix.clone().into_bytes();
    // Every prefix here ends with a slash, which is not the last of all bytes.
    if let Some(last) = end.last_mut() {
        *last += 1;
    }
    prefix.into()..end.into()
}

fn hex(digits: &[u8]) -> Option<u64> {
    u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back_and_stand_in_the_order_of_time() {
        assert_eq!(series_id(&series(SeriesId(77))), Some(SeriesId(77)));
        assert_eq!(pending_generation(&pending(5, 9)), Some(5));
        assert_eq!(block_start(&block(SeriesId(1), Tier::Hour, 86_400)), Some(86_400));
        assert!(block(SeriesId(1), Tier::Hour, 86_400) < block(SeriesId(1), Tier::Hour, 1_700_000_000));
        assert!(pending_of(5).contains(&pending(5, u64::MAX)) && !pending_of(5).contains(&pending(6, 0)));
    }
}
