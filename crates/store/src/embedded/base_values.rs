//! Values of the base: each ends with a CRC of its key and itself, because redb checks its pages on repair and not on
//! every read. Sans-IO.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};

use super::base::{BaseError, CHECKPOINT, Checkpoint};
use super::compaction::CleanMark;
use super::scan::Chain;
use super::tiered::Tiered;
use crate::api::Bounds;

/// A value with the CRC of its key and itself behind it.
pub fn sealed(key: &[u8], value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len() + 4);
    out.extend_from_slice(value);
    out.extend_from_slice(&crc32c::crc32c_append(crc32c::crc32c(key), value).to_le_bytes());
    out
}

fn unsealed<'a>(key: &[u8], bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (value, crc) = bytes.split_last_chunk::<4>()?;
    (crc32c::crc32c_append(crc32c::crc32c(key), value) == u32::from_le_bytes(*crc)).then_some(value)
}

pub fn checked(key: &[u8], bytes: &[u8]) -> Result<Bytes, BaseError> {
    let value = unsealed(key, bytes);
    let lossy = || format!("the value of key {}", key.escape_ascii());
    value.map(Bytes::copy_from_slice).ok_or_else(|| BaseError::Corrupt(lossy()))
}

fn words<const N: usize>(bytes: &[u8]) -> Option<[u64; N]> {
    let bytes = bytes.get(..8 * N).filter(|b| b.len() == bytes.len())?;
    let mut words = [0; N];
    for (word, chunk) in words.iter_mut().zip(bytes.chunks_exact(8)) {
        *word = u64::from_le_bytes(chunk.try_into().ok()?);
    }
    Some(words)
}

fn encode_words(key: &[u8], words: &[u64]) -> Vec<u8> {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    sealed(key, &bytes)
}

pub fn encode_bounds(partition: &PartitionId, bounds: &Bounds) -> Vec<u8> {
    let Bounds { log_start, end, epoch, last_append_time } = bounds;
    let words = [log_start.0, end.0, u64::from(*epoch), last_append_time.0 as u64];
    encode_words(&partition.0.to_le_bytes(), &words)
}

pub fn decode_bounds(partition: &PartitionId, bytes: &[u8]) -> Option<Bounds> {
    let [log_start, end, epoch, time] = words(unsealed(&partition.0.to_le_bytes(), bytes)?)?;
    Some(Bounds {
        log_start: Offset(log_start),
        end: Offset(end),
        epoch: u32::try_from(epoch).ok()?,
        last_append_time: Timestamp(time as i64),
    })
}

pub fn encode_checkpoint(checkpoint: &Checkpoint) -> Vec<u8> {
    let Checkpoint { applied, next_generation, chain } = checkpoint;
    let words = [applied.0, *next_generation, u64::from(chain.previous), chain.lsn.0];
    encode_words(CHECKPOINT.as_bytes(), &words)
}

pub fn decode_checkpoint(bytes: &[u8]) -> Option<Checkpoint> {
    let [applied, next_generation, previous, lsn] = words(unsealed(CHECKPOINT.as_bytes(), bytes)?)?;
    let chain = Chain { previous: u32::try_from(previous).ok()?, lsn: Lsn(lsn) };
    Some(Checkpoint { applied: Lsn(applied), next_generation, chain })
}

pub fn encode_marks(partition: &PartitionId, marks: &[CleanMark]) -> Vec<u8> {
    let words: Vec<u64> = marks.iter().flat_map(|mark| [mark.until.0, mark.since.0 as u64]).collect();
    encode_words(&partition.0.to_le_bytes(), &words)
}

pub fn decode_marks(partition: &PartitionId, bytes: &[u8]) -> Option<Vec<CleanMark>> {
    let body = unsealed(&partition.0.to_le_bytes(), bytes)?;
    let mark = |chunk: &[u8]| {
        let [until, since] = words(chunk)?;
        Some(CleanMark { until: Offset(until), since: Timestamp(since as i64) })
    };
    body.chunks(16).map(mark).collect()
}

pub fn encode_tiered(file: u64, tiered: Tiered) -> Vec<u8> {
    let Tiered { tag, bytes, crc } = tiered;
    encode_words(&file.to_le_bytes(), &[tag, bytes, u64::from(crc)])
}

pub fn decode_tiered(file: u64, bytes: &[u8]) -> Option<Tiered> {
    let [tag, bytes, crc] = words(unsealed(&file.to_le_bytes(), bytes)?)?;
    Some(Tiered { tag, bytes, crc: u32::try_from(crc).ok()? })
}

/// Keys and values of one table from both ends, as far as its pages can be followed.
pub fn from_both_ends<K: Ord>(
    forward: impl Iterator<Item = Result<(K, Bytes), BaseError>>,
    backward: impl Iterator<Item = Result<(K, Bytes), BaseError>>,
) -> BTreeMap<K, Bytes> {
    let mut rows: BTreeMap<K, Bytes> = BTreeMap::new();
    for side in [&mut { forward } as &mut dyn Iterator<Item = _>, &mut { backward }] {
        loop {
            // redb panics on some kinds of rot.
            let next = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| side.next()));
            let Ok(Some(Ok((key, value)))) = next else { break };
            if rows.insert(key, value).is_some() {
                break;
            }
        }
    }
    rows
}
