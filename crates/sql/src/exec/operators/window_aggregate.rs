//! Aggregation per window and key: each group once, when its window is over.
//!
//! A row is late for a window that is over (end - 1 <= watermark) and counts in those that are not; it is dropped and
//! counted only where it is late for all of them. Windows without rows do not exist and emit nothing. At the end of
//! bounded input the last watermark closes every event-time window; processing-time windows wait for the clock.
//! Source: `WindowOperator.java`, `SlicingWindowOperator.java`.

use std::collections::BTreeMap;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::SchemaRef;
use bytes::Bytes;

use super::Operator;
use super::groups::{Groups, Shape, retractions};
use super::window::{Assigner, Span, Times, timestamp_column};
use crate::exec::chunk::{Chunk, Element};
use crate::exec::error::ExecError;
use crate::exec::eval::EvalContext;
use crate::exec::key::key_writers;
use crate::exec::scalar::Writer;
use crate::exec::state::{PieceId, StateChanges};
use crate::expr::AggregateCall;
use crate::plan::{Schema, TimeAttribute, Window, WindowProperty};

/// Rows of one output chunk at most.
const OUTPUT_ROWS: usize = 8_192;

pub struct WindowAggregate {
    window: Window,
    assigner: Assigner,
    shape: Shape,
    properties: Vec<WindowProperty>,
    schema: SchemaRef,
    context: EvalContext,
    open: BTreeMap<Span, Groups>,
    watermark: i64,
    late: u64,
    /// Pieces of closed windows, to be deleted with the next checkpoint.
    closed: StateChanges,
    /// Rows of the chunk at hand by window, kept for its allocations.
    selections: Vec<(Span, Vec<u32>)>,
}

impl WindowAggregate {
    #[allow(clippy::too_many_arguments)] // the fields of one plan node and its surroundings
    pub fn new(
        window: Window,
        assigner: Assigner,
        keys: &[usize],
        aggregates: &[AggregateCall],
        properties: Vec<WindowProperty>,
        input: &Schema,
        retracts: bool,
        schema: SchemaRef,
        context: EvalContext,
    ) -> Result<Self, ExecError> {
        let shape = Shape::new(keys, aggregates, input, retracts)?;
        Ok(Self {
            window,
            assigner,
            shape,
            properties,
            schema,
            context,
            open: BTreeMap::new(),
            watermark: i64::MIN,
            late: 0,
            closed: StateChanges::default(),
            selections: Vec::new(),
        })
    }

    fn is_event_time(&self) -> bool {
        self.window.time == TimeAttribute::Rowtime
    }

    /// Sorts a chunk's rows by window.
    fn select(&mut self, chunk: &Chunk) -> Result<(), ExecError> {
        let times = Times::of(&self.window, &chunk.batch, &self.context)?;
        let event_time = self.is_event_time();
        self.selections.iter_mut().for_each(|(_, rows)| rows.clear());
        let mut used = 0;
        let mut last = usize::MAX;
        for row in 0..chunk.rows() {
            let Some(time) = times.get(row) else {
                return Err(ExecError::NullRowtime { column: self.window_column_name(chunk) });
            };
            let mut in_time = false;
            let (assigner, selections, watermark) = (&self.assigner, &mut self.selections, self.watermark);
            assigner.each(assigner.local(time), |span| {
                // Neighbouring rows mostly share their window, and the window seen last is not late.
                if last < used && selections[last].0 == span {
                    selections[last].1.push(row as u32);
                    in_time = true;
                    return;
                }
                if event_time && assigner.fires_at(span) <= watermark {
                    return;
                }
                in_time = true;
                let place =
                    selections[..used].iter().position(|(known, _)| *known == span).unwrap_or_else(|| {
                        if used == selections.len() {
                            selections.push((span, Vec::new()));
                        }
                        selections[used].0 = span;
                        used += 1;
                        used - 1
                    });
                selections[place].1.push(row as u32);
                last = place;
            });
            self.late += u64::from(!in_time);
        }
        self.selections.truncate(used);
        Ok(())
    }

    fn window_column_name(&self, chunk: &Chunk) -> String {
        chunk.batch.schema_ref().field(self.window.time_column).name().clone()
    }

    /// Closes every window that is over at `now`, the earliest first.
    fn fire(&mut self, now: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        while let Some(entry) = self.open.first_entry() {
            if self.assigner.fires_at(*entry.key()) > now {
                break;
            }
            let (span, mut groups) = entry.remove_entry();
            groups.close(&mut self.closed);
            self.emit(span, &groups, out)?;
        }
        Ok(())
    }

    fn emit(&self, span: Span, groups: &Groups, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let live: Vec<u32> = (0..groups.len() as u32).filter(|group| groups.count(*group) > 0).collect();
        let (keys, fields) = (self.shape.key_types.len(), self.schema.fields());
        let values = fields.len() - self.properties.len();
        for part in live.chunks(OUTPUT_ROWS) {
            let mut key_columns = key_writers(&self.shape.key_types, part.len());
            let mut value_columns: Vec<Writer> =
                fields[keys..values].iter().map(|f| Writer::new(f.data_type(), part.len())).collect();
            for group in part {
                groups.write(*group, &mut key_columns, &mut value_columns)?;
            }
            let mut columns: Vec<ArrayRef> =
                key_columns.into_iter().chain(value_columns).map(Writer::finish).collect();
            for (property, field) in self.properties.iter().zip(&fields[values..]) {
                let value = match property {
                    WindowProperty::Start => span.start,
                    WindowProperty::End => span.end,
                    WindowProperty::Rowtime => self.assigner.fires_at(span),
                    WindowProperty::Proctime => self.context.clock.now().as_millis(),
                };
                columns.push(timestamp_column(vec![value; part.len()], field.data_type()));
            }
            let options = RecordBatchOptions::new().with_row_count(Some(part.len()));
            let batch = RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)?;
            out.push(Element::Rows(Chunk::inserts(batch)));
        }
        Ok(())
    }
}

impl Operator for WindowAggregate {
    fn rows(&mut self, _port: usize, chunk: Chunk, _out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.select(&chunk)?;
        let keys = self.shape.key_reader(&chunk.batch);
        for (span, rows) in &self.selections {
            let groups = match self.open.entry(*span) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => entry.insert(self.shape.groups()?),
            };
            groups.update(chunk.batch.columns(), &keys, rows, &retractions(&chunk, rows))?;
        }
        Ok(())
    }

    fn watermark(&mut self, _port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.watermark = self.watermark.max(at);
        if self.is_event_time() {
            self.fire(at, out)?;
        }
        out.push(Element::Watermark(at));
        Ok(())
    }

    fn tick(&mut self, now: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        if self.is_event_time() { Ok(()) } else { self.fire(now, out) }
    }

    fn snapshot(&mut self, epoch: u64, changes: &mut StateChanges) {
        changes.deletes.append(&mut self.closed.deletes);
        for (span, groups) in &mut self.open {
            groups.snapshot(slice_of(*span), epoch, changes);
        }
        // One small piece that is always there: without it a restored job would take late rows for timely ones.
        let mut own = Vec::with_capacity(16);
        own.extend_from_slice(&self.watermark.to_le_bytes());
        own.extend_from_slice(&self.late.to_le_bytes());
        changes.puts.push((OWN_PIECE, own.into()));
    }

    fn restore(&mut self, piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        if piece == OWN_PIECE {
            let (watermark, late) = value.split_at_checked(8).unwrap_or_default();
            let number = |bytes: &[u8]| bytes.try_into().map(i64::from_le_bytes);
            let damaged = |_| ExecError::BadCheckpoint("the watermark of a window is damaged".to_owned());
            self.watermark = number(watermark).map_err(damaged)?;
            self.late = number(late).map_err(damaged)? as u64;
            return Ok(());
        }
        let span = self.span_of(piece.slice);
        let groups = match self.open.entry(span) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => entry.insert(self.shape.groups()?),
        };
        groups.restore(piece, value)
    }

    fn late_records(&self) -> u64 {
        self.late
    }

    fn state_bytes(&self) -> usize {
        self.open.values().map(Groups::bytes).sum()
    }
}

const OWN_PIECE: PieceId = PieceId { slice: i64::MIN, epoch: 0, part: 0 };

/// A window's number among the operator's slices: its end names it, since no two windows of one operator end together.
fn slice_of(span: Span) -> i64 {
    span.end
}

impl WindowAggregate {
    fn span_of(&self, end: i64) -> Span {
        // The window that ends there is the one its last millisecond falls into.
        let mut found = Span { start: end, end };
        self.assigner.each(end - 1, |span| {
            if span.end == end {
                found = span;
            }
        });
        found
    }
}
