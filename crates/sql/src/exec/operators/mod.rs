//! The streaming operators: each takes elements from below and gives elements to the one above.
//!
//! An operator finishes everything a watermark triggers before it forwards the watermark.

pub mod calc;
pub mod group_aggregate;
mod groups;
pub mod union;
pub mod watermark;
pub mod window;
pub mod window_aggregate;

use bytes::Bytes;

use super::chunk::{Chunk, Element, SplitEvent, SplitId};
use super::error::ExecError;
use super::state::{PieceId, StateChanges};

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
