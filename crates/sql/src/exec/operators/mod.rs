//! The streaming operators: each takes elements from below and gives elements to the one above.
//!
//! An operator finishes everything a watermark triggers before it forwards the watermark. What that is may be much (a window of millions
//! of groups), so it leaves in batches: an operator emits while there is [`Room`], says that it holds more, and is asked again once what
//! it gave has gone its way. Its state says at any time what has left, so a checkpoint may fall in between.

pub mod calc;
pub mod group_aggregate;
mod groups;
pub mod union;
pub mod watermark;
pub mod window;
pub mod window_aggregate;

use bytes::Bytes;
use headwater_types::limits::SQL_OUTPUT_BYTES_MAX;

use super::chunk::{Chunk, Element, SplitEvent, SplitId};
use super::error::ExecError;
use super::state::{PieceId, StateChanges};

/// How much may leave in this turn, over all operators of a pipeline; one batch may go over the bytes by one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub rows: usize,
    pub bytes: usize,
}

impl Room {
    /// Of one turn.
    pub const TURN: Room = Room { rows: FIRING_ROWS_MAX, bytes: SQL_OUTPUT_BYTES_MAX };

    pub fn is_empty(self) -> bool {
        self.rows == 0 || self.bytes == 0
    }

    pub fn take(&mut self, rows: usize, bytes: usize) {
        self.rows = self.rows.saturating_sub(rows);
        self.bytes = self.bytes.saturating_sub(bytes);
    }
}

/// Rows that windows emit in one turn of a pipeline at most.
pub const FIRING_ROWS_MAX: usize = 8_192;

/// One node of a running job.
pub trait Operator: Send {
    /// Rows from the input numbered `port` (0 but for UNION).
    fn rows(&mut self, port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError>;

    /// No row before `at` (milliseconds) comes any more on this port.
    fn watermark(&mut self, _port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        out.push(Element::Watermark(at));
        Ok(())
    }

    /// Something happened to a split of the source below.
    fn split(&mut self, event: SplitEvent, out: &mut Vec<Element>) -> Result<(), ExecError> {
        out.push(Element::Split(event));
        Ok(())
    }

    /// The wall clock moved on (milliseconds): processing-time windows may fire.
    fn tick(&mut self, _now: i64, _out: &mut Vec<Element>) -> Result<(), ExecError> {
        Ok(())
    }

    /// Whether rows or a watermark wait for room to leave.
    fn holds_output(&self) -> bool {
        false
    }

    /// Emits what waits, as far as there is room.
    fn resume(&mut self, _room: &mut Room, _out: &mut Vec<Element>) -> Result<(), ExecError> {
        Ok(())
    }

    /// What the operator makes of a chunk where that depends on nothing else, computed without changing anything: to find the row that
    /// fails.
    fn stateless(&self, _chunk: &Chunk) -> Result<Option<Chunk>, ExecError> {
        Ok(None)
    }

    /// Writes what changed since the last snapshot.
    fn snapshot(&mut self, _epoch: u64, _changes: &mut StateChanges) {}

    /// Takes one piece back, in order of [`PieceId`].
    fn restore(&mut self, _piece: PieceId, _value: &Bytes) -> Result<(), ExecError> {
        Err(ExecError::BadCheckpoint("state of an operator that keeps none".to_owned()))
    }

    /// Rows dropped as late since the operator was made or restored.
    fn late_records(&self) -> u64 {
        0
    }

    /// The watermark of each split of the source below, of the operator that takes it.
    fn split_watermarks(&self) -> Vec<(SplitId, i64)> {
        Vec::new()
    }

    /// Bytes of state in memory, about.
    fn state_bytes(&self) -> usize {
        0
    }
}
