//! The payload of a `Changes` frame: what a commit does besides appending.
//!
//! It holds outcomes, not wishes: a trim is already clamped, a seal already decided, so that replay needs no decision.
//! Sans-IO; the decoder bounds every length by the bytes there are.

use bytes::Bytes;
use headwater_types::{Offset, PartitionId};

use crate::api::StateChange;

/// Decided changes, in the order in which they take effect.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub seals: Vec<(PartitionId, u32)>,
    pub trims: Vec<(PartitionId, Offset)>,
    pub drops: Vec<PartitionId>,
    pub state: Vec<StateChange>,
}

const SEAL: u8 = 1;
const TRIM: u8 = 2;
const DROP: u8 = 3;
const PUT: u8 = 4;
const DELETE: u8 = 5;

impl Changes {
    pub fn encode(&self, out: &mut Vec<u8>) {
        for (partition, epoch) in &self.seals {
            out.push(SEAL);
            out.extend_from_slice(&partition.0.to_le_bytes());
            out.extend_from_slice(&epoch.to_le_bytes());
        }
        for (partition, before) in &self.trims {
            out.push(TRIM);
            out.extend_from_slice(&partition.0.to_le_bytes());
            out.extend_from_slice(&before.0.to_le_bytes());
        }
        for partition in &self.drops {
            out.push(DROP);
            out.extend_from_slice(&partition.0.to_le_bytes());
        }
        for change in &self.state {
            match change {
                StateChange::Put { key, value } => {
                    out.push(PUT);
                    put_bytes(out, key);
                    put_bytes(out, value);
                }
                StateChange::Delete { key } => {
                    out.push(DELETE);
                    put_bytes(out, key);
                }
            }
        }
    }

    /// `None` when the bytes are not what [`Changes::encode`] writes. Keys and values are slices of `bytes`.
    pub fn decode(bytes: &Bytes) -> Option<Self> {
        let mut changes = Self::default();
        let mut rest = Cursor { bytes, at: 0 };
        while rest.at < bytes.len() {
            match rest.u8()? {
                SEAL => changes.seals.push((PartitionId(rest.u64()?), rest.u32()?)),
                TRIM => changes.trims.push((PartitionId(rest.u64()?), Offset(rest.u64()?))),
                DROP => changes.drops.push(PartitionId(rest.u64()?)),
                PUT => changes.state.push(StateChange::Put { key: rest.slice()?, value: rest.slice()? }),
                DELETE => changes.state.push(StateChange::Delete { key: rest.slice()? }),
                _ => return None,
            }
        }
        Some(changes)
    }
}

/// Bytes the encoding of a state change takes.
pub fn state_change_len(change: &StateChange) -> usize {
    match change {
        StateChange::Put { key, value } => 9 + key.len() + value.len(),
        StateChange::Delete { key } => 5 + key.len(),
    }
}

/// The most bytes a seal, trim or drop takes.
pub const SMALL_CHANGE_BYTES: usize = 17;

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    out.extend_from_slice(bytes);
}

struct Cursor<'a> {
    bytes: &'a Bytes,
    at: usize,
}

impl Cursor<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(N)?)?;
        self.at += N;
        taken.try_into().ok()
    }

    fn u8(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn slice(&mut self) -> Option<Bytes> {
        let len = self.u32()? as usize;
        let end = self.at.checked_add(len).filter(|end| *end <= self.bytes.len())?;
        let slice = self.bytes.slice(self.at..end);
        self.at = end;
        Some(slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Bytes {
        let changes = Changes {
            seals: vec![(PartitionId(1), 2)],
            trims: vec![(PartitionId(1), Offset(9))],
            drops: vec![PartitionId(7)],
            state: vec![
                StateChange::Put { key: Bytes::from_static(b"k"), value: Bytes::from_static(b"value") },
                StateChange::Delete { key: Bytes::from_static(b"gone") },
            ],
        };
        let mut out = Vec::new();
        changes.encode(&mut out);
        out.into()
    }

    #[test]
    fn changes_read_back_as_written() {
        let mut again = Vec::new();
        Changes::decode(&sample()).expect("decodes").encode(&mut again);
        assert_eq!(again, sample());
    }

    #[test]
    fn every_truncation_inside_a_change_is_refused_and_none_panics() {
        let bytes = sample();
        let whole = (0..bytes.len()).filter(|len| Changes::decode(&bytes.slice(..*len)).is_some()).count();
        assert_eq!(whole, 5, "only the borders between changes decode");
        let mut huge = vec![PUT];
        huge.extend_from_slice(&u32::MAX.to_le_bytes());
        assert!(Changes::decode(&huge.into()).is_none());
    }
}
