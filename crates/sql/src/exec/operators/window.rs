//! Which windows a time falls into, and the window table function that only says so.
//!
//! Windows lie on wall-clock time: of a TIMESTAMP its own, of a TIMESTAMP_LTZ that of the session's zone. A window is over once the
//! watermark reaches its end minus one millisecond. Source: `TimeWindow.getWindowStartWithOffset`, `SliceAssigners.java`.

use std::sync::Arc;

use arrow_array::types::TimestampMillisecondType;
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, UInt32Array};
use arrow_schema::{DataType, SchemaRef};
use headwater_types::limits::SQL_WINDOWS_PER_ROW_MAX;

use super::Operator;
use crate::exec::chunk::{Chunk, Element};
use crate::exec::error::ExecError;
use crate::exec::eval::{EvalContext, Zone};
use crate::exec::scalar::stamp_values;
use crate::plan::{TimeAttribute, Window, WindowKind};

/// Start and end in wall-clock milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First in order: windows fire by their end.
    pub end: i64,
    pub start: i64,
}

/// Assigns windows.
#[derive(Clone, Debug)]
pub struct Assigner {
    kind: WindowKind,
    zone: Zone,
}

impl Assigner {
    /// `local_zone` says whether the time column is a TIMESTAMP_LTZ.
    pub fn new(window: &Window, local_zone: bool, zone: Zone) -> Result<Self, ExecError> {
        let per_row = match &window.kind {
            WindowKind::Tumble { .. } => 1,
            WindowKind::Hop { slide_ms, size_ms, .. } => size_ms / slide_ms + 1,
            WindowKind::Cumulate { step_ms, max_ms, .. } => max_ms / step_ms,
            WindowKind::Session { .. } => {
                return Err(ExecError::Permanent("SESSION windows are not offered yet".to_owned()));
            }
        };
        if per_row > SQL_WINDOWS_PER_ROW_MAX {
            return Err(ExecError::Permanent(format!(
                "each row would fall into {per_row} windows, of at most {SQL_WINDOWS_PER_ROW_MAX}; use a longer slide or step"
            )));
        }
        Ok(Self { kind: window.kind.clone(), zone: if local_zone { zone } else { Zone::UTC } })
    }

    /// The grid (milliseconds) on which windows begin and end, if it is one for every zone offset.
    pub fn quantum_ms(&self) -> i64 {
        if self.zone != Zone::UTC {
            return 1;
        }
        match &self.kind {
            WindowKind::Tumble { size_ms, offset_ms } => gcd(*size_ms, *offset_ms),
            WindowKind::Hop { slide_ms, size_ms, offset_ms } => gcd(gcd(*slide_ms, *size_ms), *offset_ms),
            WindowKind::Cumulate { step_ms, offset_ms, .. } => gcd(*step_ms, *offset_ms),
            WindowKind::Session { .. } => 1,
        }
    }

    /// Wall-clock milliseconds of a value of the time column.
    pub fn local(&self, instant: i64) -> i64 {
        self.zone.to_local(instant)
    }

    /// The watermark at which a window is over.
    pub fn fires_at(&self, span: Span) -> i64 {
        self.zone.to_instant(span.end) - 1
    }

    /// Calls `each` with every window of a wall-clock time, the earliest end first for CUMULATE, the latest for HOP.
    #[inline]
    pub fn each(&self, local: i64, mut each: impl FnMut(Span)) {
        match &self.kind {
            WindowKind::Tumble { size_ms, offset_ms } => {
                let start = local - (local - offset_ms).rem_euclid(*size_ms);
                each(Span { start, end: start + size_ms });
            }
            WindowKind::Hop { slide_ms, size_ms, offset_ms } => {
                let mut start = local - (local - offset_ms).rem_euclid(*slide_ms);
                while start > local - size_ms {
                    each(Span { start, end: start + size_ms });
                    start -= slide_ms;
                }
            }
            WindowKind::Cumulate { step_ms, max_ms, offset_ms } => {
                let start = local - (local - offset_ms).rem_euclid(*max_ms);
                let mut end = start + ((local - start) / step_ms + 1) * step_ms;
                while end <= start + max_ms {
                    each(Span { start, end });
                    end += step_ms;
                }
            }
            WindowKind::Session { .. } => {}
        }
    }
}

/// The greatest common divisor, at least 1; an offset of 0 divides everything.
pub fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// A chunk's times in wall-clock milliseconds.
pub enum Times<'a> {
    Column {
        values: &'a [i64],
        per_milli: i64,
        array: &'a dyn Array,
    },
    /// Processing time: every row is now.
    Now(i64),
}

impl<'a> Times<'a> {
    pub fn of(window: &Window, batch: &'a RecordBatch, context: &EvalContext) -> Result<Self, ExecError> {
        if window.time == TimeAttribute::Proctime {
            return Ok(Self::Now(context.clock.now().as_millis()));
        }
        let array = batch.column(window.time_column);
        match array.data_type() {
            DataType::Timestamp(unit, _) => {
                let (values, nanos) = stamp_values(array.as_ref(), *unit);
                Ok(Self::Column { values, per_milli: 1_000_000 / nanos, array })
            }
            other => Err(ExecError::Internal(format!("a window over {other}"))),
        }
    }

    /// The time of a row, NULL aside.
    #[inline]
    pub fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::Now(now) => Some(*now),
            Self::Column { values, per_milli, array } => {
                array.is_valid(row).then(|| values[row].div_euclid(*per_milli))
            }
        }
    }
}

/// Every row once per window it falls into, with window_start, window_end and window_time behind its columns.
pub struct WindowTable {
    pub window: Window,
    pub assigner: Assigner,
    pub schema: SchemaRef,
    pub context: EvalContext,
}

impl Operator for WindowTable {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let times = Times::of(&self.window, &chunk.batch, &self.context)?;
        let (mut places, mut starts, mut ends, mut instants) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in 0..chunk.rows() {
            // A row without a time falls into no window.
            let Some(time) = times.get(row) else { continue };
            self.assigner.each(self.assigner.local(time), |span| {
                places.push(row as u32);
                starts.push(span.start);
                ends.push(span.end);
                instants.push(self.assigner.fires_at(span));
            });
        }
        let kinds = chunk.kinds.as_ref().map(|kinds| places.iter().map(|row| kinds[*row as usize]).collect());
        let rows = arrow_select::take::take_record_batch(&chunk.batch, &UInt32Array::from(places))?;
        let mut columns = rows.columns().to_vec();
        let first = columns.len();
        for (index, values) in [starts, ends, instants].into_iter().enumerate() {
            columns.push(timestamp_column(values, self.schema.field(first + index).data_type()));
        }
        let batch = RecordBatch::try_new(self.schema.clone(), columns)?;
        out.push(Element::Rows(Chunk { batch, kinds, split: chunk.split }));
        Ok(())
    }
}

/// Milliseconds as a column of a TIMESTAMP type of at most 3 digits.
pub fn timestamp_column(values: Vec<i64>, data_type: &DataType) -> ArrayRef {
    Arc::new(
        PrimitiveArray::<TimestampMillisecondType>::new(values.into(), None)
            .with_data_type(data_type.clone()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::WindowStyle;

    fn spans(kind: WindowKind, at: i64) -> Vec<(i64, i64)> {
        let window = Window { kind, time_column: 0, time: TimeAttribute::Rowtime, style: WindowStyle::Group };
        let assigner = Assigner::new(&window, false, Zone::UTC).expect("a window");
        let mut spans = Vec::new();
        assigner.each(at, |span| spans.push((span.start, span.end)));
        spans
    }

    #[test]
    fn tumbling_windows_lie_on_their_grid_before_the_epoch_too() {
        let tumble = |offset_ms| WindowKind::Tumble { size_ms: 10, offset_ms };
        assert_eq!(spans(tumble(0), 9), [(0, 10)]);
        assert_eq!(spans(tumble(0), 10), [(10, 20)]);
        assert_eq!(spans(tumble(0), -1), [(-10, 0)]);
        assert_eq!(spans(tumble(3), 2), [(-7, 3)]);
    }

    #[test]
    fn hopping_windows_overlap_and_need_not_be_multiples() {
        let hop = WindowKind::Hop { slide_ms: 4, size_ms: 10, offset_ms: 0 };
        assert_eq!(spans(hop.clone(), 9), [(8, 18), (4, 14), (0, 10)]);
        assert_eq!(spans(hop, 11), [(8, 18), (4, 14)]);
    }

    #[test]
    fn cumulating_windows_grow_from_one_start() {
        let cumulate = WindowKind::Cumulate { step_ms: 2, max_ms: 6, offset_ms: 0 };
        assert_eq!(spans(cumulate.clone(), 3), [(0, 4), (0, 6)]);
        assert_eq!(spans(cumulate, 6), [(6, 8), (6, 10), (6, 12)]);
    }

    #[test]
    fn a_window_that_would_multiply_rows_without_bound_is_refused() {
        let kind = WindowKind::Hop { slide_ms: 1, size_ms: 86_400_000, offset_ms: 0 };
        let window = Window { kind, time_column: 0, time: TimeAttribute::Rowtime, style: WindowStyle::Group };
        assert!(Assigner::new(&window, false, Zone::UTC).is_err());
    }
}
