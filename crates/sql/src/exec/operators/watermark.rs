//! Takes the watermark: a running maximum per split, the minimum over splits, told between rows exactly where it moves.
//!
//! As in Flink a split's watermark is told when it has advanced by more than the interval since last told, right after the row
//! that moved it, and when the source has caught up. What nothing above can see is not told: a chunk is cut only where the
//! combined watermark passes a multiple of `quantum`, the grid on which all windows above begin and end.
//! Source: `WatermarkAssignerOperator.java`; per split as `FLIP-27` sources with watermark push-down.

use std::collections::BTreeMap;

use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::Operator;
use crate::exec::chunk::{Chunk, Element, SplitEvent, SplitId, WATERMARK_MAX};
use crate::exec::error::ExecError;
use crate::exec::eval::{Compiled, EvalContext};
use crate::exec::scalar::stamp_values;
use crate::exec::state::{PieceId, StateChanges};

pub struct WatermarkAssign {
    expr: Compiled,
    rowtime: usize,
    rowtime_name: String,
    interval_ms: i64,
    quantum_ms: i64,
    context: EvalContext,
    splits: BTreeMap<SplitId, Split>,
    /// The combined watermark last told.
    told: i64,
    changed: bool,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Split {
    /// The running maximum.
    current: i64,
    /// What of it is told.
    told: i64,
    idle: bool,
}

/// What a checkpoint keeps.
#[derive(Serialize, Deserialize)]
struct Saved {
    told: i64,
    splits: Vec<(u32, Split)>,
}

impl WatermarkAssign {
    /// `quantum_ms` is at least 1.
    pub fn new(
        expr: Compiled,
        rowtime: usize,
        rowtime_name: String,
        interval_ms: i64,
        quantum_ms: i64,
        context: EvalContext,
    ) -> Self {
        Self {
            expr,
            rowtime,
            rowtime_name,
            interval_ms,
            quantum_ms,
            context,
            splits: BTreeMap::new(),
            told: i64::MIN,
            changed: false,
        }
    }

    /// The lowest of the splits that count.
    fn combined(&self) -> i64 {
        let active = self.splits.values().filter(|split| !split.idle);
        active.map(|split| split.told).min().unwrap_or(i64::MIN)
    }

    /// As [`Self::combined`], without one split.
    fn others(&self, split: SplitId) -> i64 {
        let others = self.splits.iter().filter(|(id, other)| **id != split && !other.idle);
        others.map(|(_, other)| other.told).min().unwrap_or(i64::MAX)
    }

    /// The watermark of each row.
    fn watermarks(&self, chunk: &Chunk) -> Result<ArrayRef, ExecError> {
        if chunk.batch.column(self.rowtime).null_count() > 0 {
            return Err(ExecError::null_rowtime(self.rowtime_name.clone()));
        }
        self.expr.eval(&chunk.batch, &self.context)
    }

    fn tell(&mut self, out: &mut Vec<Element>) {
        let combined = self.combined();
        // Nothing was heard of a time yet at 0, where every watermark begins.
        if combined > self.told.max(0) {
            self.told = combined;
            out.push(Element::Watermark(combined));
        }
    }
}

/// Whether windows on the grid of `quantum` see a difference between two watermarks: one ends at `end` when it reaches `end - 1`.
fn crosses(quantum: i64, from: i64, to: i64) -> bool {
    let cell = |watermark: i64| watermark.saturating_add(1).div_euclid(quantum);
    to > from && cell(from) != cell(to)
}

impl Operator for WatermarkAssign {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let watermarks = self.watermarks(&chunk)?;
        let (values, nanos) = match watermarks.data_type() {
            DataType::Timestamp(unit, _) => stamp_values(watermarks.as_ref(), *unit),
            other => return Err(ExecError::Internal(format!("a watermark of type {other}"))),
        };
        let per_milli = 1_000_000 / nanos;
        let others = self.others(chunk.split);
        let mut split = *self.splits.entry(chunk.split).or_insert(NEW_SPLIT);
        split.idle = false;
        self.changed = true;
        let mut from = 0;
        for (row, value) in values.iter().enumerate() {
            if watermarks.is_null(row) {
                continue;
            }
            split.current = split.current.max(value.div_euclid(per_milli));
            // The first comparison decides nearly always.
            if split.current.saturating_sub(split.told) <= self.interval_ms {
                continue;
            }
            split.told = split.current;
            let combined = split.told.min(others);
            if crosses(self.quantum_ms, self.told, combined) {
                out.push(Element::Rows(chunk.slice(from, row + 1 - from)));
                from = row + 1;
                self.told = combined;
                out.push(Element::Watermark(combined));
            }
        }
        self.splits.insert(chunk.split, split);
        match from {
            0 => out.push(Element::Rows(chunk)),
            from if from < chunk.rows() => out.push(Element::Rows(chunk.slice(from, chunk.rows() - from))),
            _ => {}
        }
        Ok(())
    }

    /// A watermark from below can only be the end of everything.
    fn watermark(&mut self, _port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        if at == WATERMARK_MAX {
            self.told = at;
            out.push(Element::Watermark(at));
        }
        Ok(())
    }

    fn split(&mut self, event: SplitEvent, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.changed = true;
        match event {
            SplitEvent::Added { split, parents } => {
                let inherited = parents.iter().flatten().filter_map(|parent| self.splits.get(parent));
                // A merged shard goes on where the slower parent stood.
                let watermark = inherited.map(|parent| parent.told).min().unwrap_or(NEW_SPLIT.told);
                let new = Split { current: watermark, told: watermark, idle: false };
                self.splits.entry(split).or_insert(new);
            }
            SplitEvent::CaughtUp(split) => {
                if let Some(split) = self.splits.get_mut(&split) {
                    split.told = split.current;
                }
            }
            SplitEvent::Idle(split) => {
                if let Some(split) = self.splits.get_mut(&split) {
                    split.told = split.current;
                    split.idle = true;
                }
            }
            SplitEvent::Finished(split) => {
                self.splits.remove(&split);
            }
        }
        self.tell(out);
        Ok(())
    }

    fn stateless(&self, chunk: &Chunk) -> Result<Option<Chunk>, ExecError> {
        self.watermarks(chunk).map(|_| Some(chunk.clone()))
    }

    fn snapshot(&mut self, epoch: u64, changes: &mut StateChanges) {
        if !std::mem::take(&mut self.changed) {
            return;
        }
        let splits = self.splits.iter().map(|(id, split)| (id.0, *split)).collect();
        // One small piece, always under the same name.
        let _ = epoch;
        if let Ok(value) = serde_json::to_vec(&Saved { told: self.told, splits }) {
            changes.puts.push((PieceId { slice: 0, epoch: 0, part: 0 }, value.into()));
        }
    }

    fn split_watermarks(&self) -> Vec<(SplitId, i64)> {
        self.splits.iter().map(|(id, split)| (*id, split.current)).collect()
    }

    fn restore(&mut self, _piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        let saved: Saved =
            serde_json::from_slice(value).map_err(|error| ExecError::BadCheckpoint(error.to_string()))?;
        self.told = saved.told;
        self.splits = saved.splits.into_iter().map(|(id, split)| (SplitId(id), split)).collect();
        Ok(())
    }
}

/// Before its first row. Flink's watermark is never below 0.
const NEW_SPLIT: Split = Split { current: 0, told: 0, idle: false };

#[cfg(test)]
mod tests;
