//! Aggregation per window and key: each group once, when its window is over.
//!
//! A row is late for a window that is over (end - 1 <= watermark) and counts in those that are not; it is dropped and
//! counted only where it is late for all of them. Windows without rows do not exist and emit nothing. At the end of
//! bounded input the last watermark closes every event-time window; processing-time windows wait for the clock.
//! A window that is over leaves in batches and stays whole in the state until its last group has left; the watermark that closed it
//! follows its rows. A checkpoint in between keeps the number of the group that is next: groups keep their numbers when restored.
//! Source: `WindowOperator.java`, `SlicingWindowOperator.java`.

use std::collections::BTreeMap;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::SchemaRef;
use bytes::Bytes;

use super::groups::{Groups, Shape, retractions};
use super::window::{Assigner, Span, Times, timestamp_column};
use super::{Operator, Room};
use crate::exec::chunk::{Chunk, Element};
use crate::exec::error::ExecError;
use crate::exec::eval::EvalContext;
use crate::exec::key::{key_writers, take};
use crate::exec::scalar::Writer;
use crate::exec::state::{PieceId, StateChanges};
use crate::expr::AggregateCall;
use crate::plan::{Schema, TimeAttribute, Window, WindowProperty};

pub struct WindowAggregate {
    window: Window,
    assigner: Assigner,
    shape: Shape,
    properties: Vec<WindowProperty>,
    schema: SchemaRef,
    context: EvalContext,
    open: BTreeMap<Span, Groups>,
    /// Of event time; of processing time the latest time seen, which does not go back where the clock does.
    watermark: i64,
    /// Whether the watermark is still to be told above, behind the rows of windows that it closed.
    untold: bool,
    /// The window of which some groups have left.
    firing: Option<Firing>,
    late: u64,
    /// Pieces of closed windows, to be deleted with the next checkpoint.
    closed: StateChanges,
    /// Rows of the chunk at hand by window, kept for its allocations.
    selections: Vec<(Span, Vec<u32>)>,
}

/// How far the rows of a window have left.
#[derive(Clone, Copy)]
struct Firing {
    span: Span,
    next_group: u32,
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
            untold: false,
            firing: None,
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
        let times = match Times::of(&self.window, &chunk.batch, &self.context)? {
            Times::Now(now) => Times::Now(now.max(self.watermark)),
            times => times,
        };
        let event_time = self.is_event_time();
        self.selections.iter_mut().for_each(|(_, rows)| rows.clear());
        let mut used = 0;
        let mut last = usize::MAX;
        for row in 0..chunk.rows() {
            let Some(time) = times.get(row) else {
                return Err(ExecError::null_rowtime(self.window_column_name(chunk)));
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

    /// The first window if it is over.
    fn due(&self) -> Option<Span> {
        let first = *self.open.first_key_value()?.0;
        (self.assigner.fires_at(first) <= self.watermark).then_some(first)
    }

    /// Emits one batch of a window that is over, from the group that is next; the next one, or `None` once all have left.
    fn emit(
        &self,
        Firing { span, next_group }: Firing,
        room: &mut Room,
        out: &mut Vec<Element>,
    ) -> Result<Option<Firing>, ExecError> {
        let Some(groups) = self.open.get(&span) else { return Ok(None) };
        let (keys, fields) = (self.shape.key_types.len(), self.schema.fields());
        let values = fields.len() - self.properties.len();
        let capacity = room.rows.min(groups.len() - next_group as usize);
        let mut key_columns = key_writers(&self.shape.key_types, capacity);
        let mut value_columns: Vec<Writer> =
            fields[keys..values].iter().map(|f| Writer::new(f.data_type(), capacity)).collect();
        let (mut group, mut rows) = (next_group, 0);
        while (group as usize) < groups.len() && !room.is_empty() {
            if groups.count(group) > 0 {
                let bytes = groups.write(group, &mut key_columns, &mut value_columns)?;
                room.take(1, bytes);
                rows += 1;
            }
            group += 1;
        }
        if rows > 0 {
            let mut columns: Vec<ArrayRef> =
                key_columns.into_iter().chain(value_columns).map(Writer::finish).collect();
            for (property, field) in self.properties.iter().zip(&fields[values..]) {
                columns.push(timestamp_column(vec![self.property(*property, span); rows], field.data_type()));
            }
            let options = RecordBatchOptions::new().with_row_count(Some(rows));
            let batch = RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)?;
            out.push(Element::Rows(Chunk::inserts(batch)));
        }
        Ok(((group as usize) < groups.len()).then_some(Firing { span, next_group: group }))
    }

    fn property(&self, property: WindowProperty, span: Span) -> i64 {
        match property {
            WindowProperty::Start => span.start,
            WindowProperty::End => span.end,
            WindowProperty::Rowtime => self.assigner.fires_at(span),
            WindowProperty::Proctime => self.context.clock.now().as_millis(),
        }
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
        if self.is_event_time() {
            self.watermark = self.watermark.max(at);
            self.untold = true;
        } else {
            out.push(Element::Watermark(at));
        }
        Ok(())
    }

    fn tick(&mut self, now: i64, _out: &mut Vec<Element>) -> Result<(), ExecError> {
        if !self.is_event_time() {
            self.watermark = self.watermark.max(now);
        }
        Ok(())
    }

    fn holds_output(&self) -> bool {
        self.untold || self.due().is_some()
    }

    /// Closes the windows that are over, the earliest first, and then tells the watermark.
    fn resume(&mut self, room: &mut Room, out: &mut Vec<Element>) -> Result<(), ExecError> {
        while !room.is_empty()
            && let Some(span) = self.due()
        {
            self.untold |= self.is_event_time();
            let begun = self.firing.take().filter(|firing| firing.span == span);
            self.firing = self.emit(begun.unwrap_or(Firing { span, next_group: 0 }), room, out)?;
            if self.firing.is_none()
                && let Some(mut groups) = self.open.remove(&span)
            {
                groups.close(&mut self.closed);
            }
        }
        if self.untold && self.due().is_none() {
            self.untold = false;
            out.push(Element::Watermark(self.watermark));
        }
        Ok(())
    }

    fn snapshot(&mut self, epoch: u64, changes: &mut StateChanges) {
        changes.deletes.append(&mut self.closed.deletes);
        for (span, groups) in &mut self.open {
            groups.snapshot(slice_of(*span), epoch, changes);
        }
        // One small piece that is always there: without it a restored job would take late rows for timely ones.
        let mut own = Vec::with_capacity(36);
        own.extend_from_slice(&self.watermark.to_le_bytes());
        own.extend_from_slice(&self.late.to_le_bytes());
        if let Some(Firing { span, next_group }) = self.firing {
            own.extend_from_slice(&span.start.to_le_bytes());
            own.extend_from_slice(&span.end.to_le_bytes());
            own.extend_from_slice(&next_group.to_le_bytes());
        }
        changes.puts.push((OWN_PIECE, own.into()));
    }

    fn restore(&mut self, piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        if piece == OWN_PIECE {
            return self
                .restore_own(value)
                .ok_or_else(|| ExecError::BadCheckpoint("the watermark of a window is damaged".to_owned()));
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
    fn restore_own(&mut self, mut value: &[u8]) -> Option<()> {
        let bytes = &mut value;
        self.watermark = i64::from_le_bytes(take(bytes)?);
        if !self.is_event_time() {
            // The clock may stand elsewhere on this machine.
            self.watermark = self.watermark.min(self.context.clock.now().as_millis());
        }
        self.late = u64::from_le_bytes(take(bytes)?);
        if !bytes.is_empty() {
            let (start, end) = (i64::from_le_bytes(take(bytes)?), i64::from_le_bytes(take(bytes)?));
            let next_group = u32::from_le_bytes(take(bytes)?);
            self.firing = Some(Firing { span: Span { start, end }, next_group });
        }
        bytes.is_empty().then_some(())
    }

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
