//! Groups of rows by key with the state of every aggregate: what windows and unbounded aggregates share.
//!
//! Groups are numbered in order of arrival. Between snapshots the touched ones are listed, so that a checkpoint costs what
//! changed. A snapshot's entries are a group (tag 0: key, row count, accumulators) or a distinct value (tag 1 + aggregate).

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::DataType as ArrowType;
use bytes::Bytes;

use crate::exec::aggregate::{Accumulators, GroupedRows};
use crate::exec::error::ExecError;
use crate::exec::key::{Interner, KeyReader, take, take_bytes, unpack_key};
use crate::exec::scalar::Writer;
use crate::exec::state::{PieceId, SliceLog, StateChanges};
use crate::expr::AggregateCall;
use crate::plan::Schema;
use crate::types::LogicalType;

/// What is grouped by what.
pub(super) struct Shape {
    pub keys: Vec<usize>,
    pub key_types: Vec<ArrowType>,
    calls: Vec<(AggregateCall, Vec<LogicalType>)>,
    /// Whether the input takes rows back.
    pub retracts: bool,
}

impl Shape {
    pub(super) fn new(
        keys: &[usize],
        calls: &[AggregateCall],
        input: &Schema,
        retracts: bool,
    ) -> Result<Self, ExecError> {
        let logical = |column: &usize| input[*column].data_type.logical.clone();
        if let Some(nested) = keys.iter().map(logical).find(LogicalType::is_constructed) {
            return Err(ExecError::Permanent(format!("grouping by {nested} is not offered yet")));
        }
        let calls =
            calls.iter().map(|call| (call.clone(), call.args.iter().map(logical).collect())).collect();
        let key_types = keys.iter().map(|key| input[*key].data_type.to_arrow()).collect();
        let shape = Self { keys: keys.to_vec(), key_types, calls, retracts };
        // What the aggregates refuse is told before the job runs.
        shape.groups()?;
        Ok(shape)
    }

    pub(super) fn groups(&self) -> Result<Groups, ExecError> {
        let accumulators = self
            .calls
            .iter()
            .map(|(call, types)| Accumulators::new(call, types, self.retracts))
            .collect::<Result<_, _>>()?;
        Ok(Groups { accumulators, ..Groups::default() })
    }

    pub(super) fn key_reader<'a>(&self, batch: &'a RecordBatch) -> KeyReader<'a> {
        KeyReader::new(self.keys.iter().map(|key| batch.column(*key)))
    }
}

#[derive(Default)]
pub(super) struct Groups {
    keys: Interner,
    /// Rows in each group, those taken back subtracted.
    counts: Vec<i64>,
    accumulators: Vec<Accumulators>,
    /// Groups touched since the last snapshot, and for each group whether it is among them.
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    log: SliceLog,
    scratch: Vec<u8>,
    numbers: Vec<u32>,
}

impl Groups {
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Rows of a group.
    pub(super) fn count(&self, group: u32) -> i64 {
        self.counts[group as usize]
    }

    /// The number of a row's group, made if it is new.
    #[inline]
    pub(super) fn group_of(&mut self, keys: &KeyReader<'_>, row: usize) -> u32 {
        self.scratch.clear();
        keys.write(row, &mut self.scratch);
        let (group, new) = self.keys.intern(&self.scratch);
        if new {
            self.grow();
        }
        group
    }

    fn grow(&mut self) {
        self.counts.push(0);
        self.is_touched.push(false);
        let groups = self.counts.len();
        // In steps, so that many new groups do not resize every accumulator each.
        if groups > self.capacity() {
            let room = groups.next_power_of_two();
            self.accumulators.iter_mut().for_each(|a| a.grow(room));
            self.scratch.reserve(64);
            self.numbers.reserve(64);
        }
    }

    /// Groups the accumulators have room for.
    fn capacity(&self) -> usize {
        let before = self.counts.len() - 1;
        if before == 0 { 0 } else { before.next_power_of_two() }
    }

    #[inline]
    fn touch(&mut self, group: u32, sign: i64) {
        self.counts[group as usize] += sign;
        if !std::mem::replace(&mut self.is_touched[group as usize], true) {
            self.touched.push(group);
        }
    }

    /// Adds rows, in order, each to the group of its key.
    pub(super) fn update(
        &mut self,
        columns: &[ArrayRef],
        keys: &KeyReader<'_>,
        rows: &[u32],
        retractions: &[bool],
    ) -> Result<(), ExecError> {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        for (place, row) in rows.iter().enumerate() {
            let group = self.group_of(keys, *row as usize);
            let sign = if retractions.get(place).copied().unwrap_or(false) { -1 } else { 1 };
            self.touch(group, sign);
            numbers.push(group);
        }
        let grouped = GroupedRows { rows, groups: &numbers, retractions };
        for accumulator in &mut self.accumulators {
            accumulator.update(columns, &grouped)?;
        }
        self.numbers = numbers;
        Ok(())
    }

    /// Adds one row to a group whose number is known.
    pub(super) fn update_one(
        &mut self,
        columns: &[ArrayRef],
        row: u32,
        group: u32,
        retraction: bool,
    ) -> Result<(), ExecError> {
        self.touch(group, if retraction { -1 } else { 1 });
        let retractions = [retraction];
        let grouped = GroupedRows {
            rows: &[row],
            groups: &[group],
            retractions: if retraction { &retractions } else { &[] },
        };
        for accumulator in &mut self.accumulators {
            accumulator.update(columns, &grouped)?;
        }
        Ok(())
    }

    pub(super) fn reset(&mut self, group: u32) {
        self.counts[group as usize] = 0;
        self.accumulators.iter_mut().for_each(|a| a.reset(group as usize));
    }

    /// The accumulators, whose values a caller compares before and after a row.
    pub(super) fn accumulators(&self) -> &[Accumulators] {
        &self.accumulators
    }

    /// Appends a group's key and then its aggregates' values; says about how many bytes they are.
    pub(super) fn write(
        &self,
        group: u32,
        keys: &mut [Writer],
        values: &mut [Writer],
    ) -> Result<usize, ExecError> {
        let key = self.keys.get(group);
        unpack_key(key, keys)?;
        let mut bytes = key.len();
        for (accumulator, writer) in self.accumulators.iter().zip(values) {
            let value = accumulator.value(group as usize);
            bytes += size_of::<i64>() + value.heap_bytes();
            writer.push(&value)?;
        }
        Ok(bytes)
    }

    pub(super) fn write_key(&self, group: u32, keys: &mut [Writer]) -> Result<(), ExecError> {
        unpack_key(self.keys.get(group), keys)
    }

    /// Bytes of memory held, about.
    pub(super) fn bytes(&self) -> usize {
        let accumulators: usize = self.accumulators.iter().map(Accumulators::bytes).sum();
        self.keys.bytes() + self.counts.len() * 9 + accumulators
    }

    /// Writes what changed since the last snapshot, or everything where the log has outgrown the state.
    pub(super) fn snapshot(&mut self, slice: i64, epoch: u64, changes: &mut StateChanges) {
        if self.touched.is_empty() {
            return;
        }
        let rewrite = self.log.wants_rewrite(self.bytes());
        if rewrite {
            self.log.delete(changes);
            self.touched = (0..self.keys.len() as u32).collect();
        }
        // Numbers are given anew at restore, in the order of the entries.
        self.touched.sort_unstable();
        let mut writer = self.log.writer(slice, epoch, changes);
        for group in self.touched.drain(..) {
            let key = self.keys.get(group);
            writer.entry(|out| {
                out.push(0);
                out.extend_from_slice(&(key.len() as u32).to_le_bytes());
                out.extend_from_slice(key);
                out.extend_from_slice(&self.counts[group as usize].to_le_bytes());
                self.accumulators.iter().for_each(|a| a.save_group(group as usize, out));
            });
            self.is_touched[group as usize] = false;
        }
        for (index, accumulator) in self.accumulators.iter_mut().enumerate() {
            accumulator.save_distinct(rewrite, |value| {
                writer.entry(|out| {
                    out.push(1 + index as u8);
                    out.extend_from_slice(value);
                });
            });
        }
    }

    /// Takes back a piece that [`Groups::snapshot`] wrote; pieces come in its order.
    pub(super) fn restore(&mut self, piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        self.log.restored(piece, value.len());
        let mut rest: &[u8] = value;
        while !rest.is_empty() {
            self.restore_entry(&mut rest).ok_or_else(|| {
                let PieceId { slice, epoch, part } = piece;
                let place = format!("slice {slice}, epoch {epoch}, part {part}");
                ExecError::BadCheckpoint(format!("{place} of an aggregate's state is damaged"))
            })?;
        }
        Ok(())
    }

    fn restore_entry(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let [tag] = take::<1>(bytes)?;
        if tag > 0 {
            return self.accumulators.get_mut(usize::from(tag) - 1)?.load_distinct(bytes);
        }
        let (group, new) = self.keys.intern(take_bytes(bytes)?);
        if new {
            self.grow();
        }
        self.counts[group as usize] = i64::from_le_bytes(take(bytes)?);
        for accumulator in &mut self.accumulators {
            accumulator.load_group(group as usize, bytes)?;
        }
        Some(())
    }

    /// Deletes what the store holds of a slice that is over.
    pub(super) fn close(&mut self, changes: &mut StateChanges) {
        self.log.delete(changes);
    }
}

/// Of each row of a chunk's selection, whether it takes an earlier one back; empty where none does.
pub(super) fn retractions(chunk: &crate::exec::Chunk, rows: &[u32]) -> Vec<bool> {
    match &chunk.kinds {
        None => Vec::new(),
        Some(kinds) => rows.iter().map(|row| kinds[*row as usize].is_retraction()).collect(),
    }
}
