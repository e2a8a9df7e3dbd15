//! A job's place in the store: its record, its checkpoint, its state; and the catalog.
//!
//! | key | value |
//! |---|---|
//! | `sql/job/<id>` | the job's record, JSON |
//! | `sql/checkpoint/<id>` | the last checkpoint's manifest, JSON |
//! | `sql/state/<id>/<flow><operator><slice><epoch><part>` | one piece of state; the numbers big-endian |
//! | `sql/table/<account>/<region>/<name>`, `sql/view/…` | a persistent table or view, JSON |
//!
//! A checkpoint is one commit: output records, the manifest, changed pieces, deletions. State beyond what a commit carries goes
//! ahead in commits of its own; such pieces carry the checkpoint's epoch, and a restore leaves out every piece whose
//! epoch the manifest has not reached. The manifest's old value is a precondition, so that of two runs of one job only one goes on.

use std::ops::Range;

use bytes::{BufMut, Bytes, BytesMut};
use headwater_store::{ReadError, StateChange, Store};
use headwater_types::{Scope, Timestamp};
use serde::{Deserialize, Serialize};

use super::flow::FlowManifest;
use super::session::Session;
use super::status::{JobId, JobState};
use crate::exec::state::PieceId;

/// Entries read at once from the store.
const SCAN_PAGE: usize = 256;
/// The number, among a flow's operators, of its file sink.
pub const SINK_OPERATOR: u16 = u16::MAX;
/// The number, among the first flow's operators, of output that waits to be put.
pub const OUTBOX_OPERATOR: u16 = u16::MAX - 1;

/// A job as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JobRecord {
    pub id: JobId,
    pub account: String,
    pub region: String,
    pub name: String,
    pub sql: String,
    /// What the statement was bound against.
    pub session: Session,
    pub is_query: bool,
    pub state: JobState,
    pub error: Option<String>,
    pub restarts: u32,
    pub submitted_ms: i64,
    pub finished_ms: Option<i64>,
}

impl JobRecord {
    pub fn scope(&self) -> Scope {
        let account = headwater_types::AccountId::parse(&self.account).unwrap_or_default();
        let region = headwater_types::Region::parse(&self.region).unwrap_or_default();
        Scope { account, region }
    }

    pub fn submitted(&self) -> Timestamp {
        Timestamp(self.submitted_ms)
    }

    pub fn put(&self) -> StateChange {
        // A record is made of text and numbers: writing it cannot fail.
        StateChange::Put {
            key: job_key(&self.id),
            value: serde_json::to_vec(self).unwrap_or_default().into(),
        }
    }
}

/// What a checkpoint says beside the pieces of state.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    pub epoch: u64,
    pub at_ms: i64,
    pub flows: Vec<FlowManifest>,
}

pub fn job_key(id: &JobId) -> Bytes {
    format!("sql/job/{id}").into()
}

pub fn manifest_key(id: &JobId) -> Bytes {
    format!("sql/checkpoint/{id}").into()
}

pub fn table_key(scope: &Scope, kind: &str, name: &str) -> Bytes {
    format!("sql/{kind}/{}/{}/{name}", scope.account, scope.region).into()
}

/// All keys that begin with `prefix`.
pub fn all_below(prefix: &str) -> Range<Bytes> {
    let mut end = prefix.as_bytes().to_vec();
    end.push(0xFF);
    Bytes::copy_from_slice(prefix.as_bytes())..Bytes::from(end)
}

pub fn state_prefix(id: &JobId) -> String {
    format!("sql/state/{id}/")
}

/// The key of one piece of one operator of one flow.
pub fn piece_key(id: &JobId, flow: u16, operator: u16, piece: PieceId) -> Bytes {
    let prefix = state_prefix(id);
    let mut key = BytesMut::with_capacity(prefix.len() + 24);
    key.put_slice(prefix.as_bytes());
    key.put_u16(flow);
    key.put_u16(operator);
    // Flipping the sign makes the order of bytes that of numbers.
    key.put_u64((piece.slice as u64) ^ (1 << 63));
    key.put_u64(piece.epoch);
    key.put_u32(piece.part);
    key.freeze()
}

/// Flow, operator and piece of a key's bytes behind the prefix.
pub fn piece_of(suffix: &[u8]) -> Option<(u16, u16, PieceId)> {
    let mut rest = suffix;
    let flow = u16::from_be_bytes(crate::exec::key::take(&mut rest)?);
    let operator = u16::from_be_bytes(crate::exec::key::take(&mut rest)?);
    let slice = (u64::from_be_bytes(crate::exec::key::take(&mut rest)?) ^ (1 << 63)) as i64;
    let epoch = u64::from_be_bytes(crate::exec::key::take(&mut rest)?);
    let part = u32::from_be_bytes(crate::exec::key::take(&mut rest)?);
    rest.is_empty().then_some((flow, operator, PieceId { slice, epoch, part }))
}

/// Calls `each` with every entry of a range, in order.
pub async fn scan_all(
    store: &dyn Store,
    range: Range<Bytes>,
    mut each: impl FnMut(Bytes, Bytes),
) -> Result<(), ReadError> {
    let mut from = range.start;
    loop {
        let page = store.scan(from.clone()..range.end.clone(), SCAN_PAGE).await?;
        let last = page.len() < SCAN_PAGE;
        for (key, value) in page {
            // The next page begins right behind this key.
            from = [&key[..], &[0]].concat().into();
            each(key, value);
        }
        if last {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_order_and_read_back() {
        let id = JobId::parse(&"a".repeat(32)).expect("an id");
        let piece = |slice, epoch, part| PieceId { slice, epoch, part };
        let pieces = [
            piece(i64::MIN, 0, 0),
            piece(-5, 9, 1),
            piece(0, 1, 0),
            piece(0, 1, 1),
            piece(0, 2, 0),
            piece(7, 0, 0),
        ];
        let keys: Vec<Bytes> = pieces.iter().map(|p| piece_key(&id, 1, 2, *p)).collect();
        assert!(keys.is_sorted());
        for (key, piece) in keys.iter().zip(pieces) {
            assert_eq!(piece_of(&key[state_prefix(&id).len()..]), Some((1, 2, piece)));
        }
        assert_eq!(piece_of(b"short"), None);
    }
}
