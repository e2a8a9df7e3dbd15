//! Unbounded aggregation: every row changes its group's result, and every change goes out.
//!
//! A group's first row is `+I`; a changed result is `-U` and `+U` (only `+U` where the edge above takes updates by key); a row that
//! changes nothing is silent; a group whose rows were all taken back is `-D`. Row by row, this is Flink's changelog exactly;
//! with mini-batches the changes of one chunk collapse per group.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use bytes::Bytes;

use super::Operator;
use super::groups::{Groups, Shape};
use crate::exec::chunk::{Chunk, Element, RowKind};
use crate::exec::error::ExecError;
use crate::exec::key::key_writers;
use crate::exec::scalar::{Scalar, Writer};
use crate::exec::state::{PieceId, StateChanges};
use crate::expr::AggregateCall;
use crate::plan::Schema;

pub struct GroupAggregate {
    shape: Shape,
    groups: Groups,
    schema: SchemaRef,
    /// Whether `-U` rows are wanted above.
    update_before: bool,
    /// `table.exec.mini-batch.enabled`: changes of one chunk collapse.
    mini_batch: bool,
}

impl GroupAggregate {
    pub fn new(
        keys: &[usize],
        aggregates: &[AggregateCall],
        input: &Schema,
        retracts: bool,
        schema: SchemaRef,
        update_before: bool,
        mini_batch: bool,
    ) -> Result<Self, ExecError> {
        let shape = Shape::new(keys, aggregates, input, retracts)?;
        let groups = shape.groups()?;
        Ok(Self { shape, groups, schema, update_before, mini_batch })
    }

    /// A group's results, and behind them what a result that looks the same may still differ in.
    fn values(&self, group: u32) -> Vec<Scalar<'static>> {
        let accumulators = self.groups.accumulators();
        let values = accumulators.iter().map(|a| a.value(group as usize).owned());
        let hidden = accumulators.iter().flat_map(|a| a.hidden(group as usize));
        values.chain(hidden).collect()
    }
}

/// Changes on their way out.
struct Changes {
    kinds: Vec<RowKind>,
    keys: Vec<Writer>,
    values: Vec<Writer>,
}

impl Changes {
    fn push(
        &mut self,
        kind: RowKind,
        groups: &Groups,
        group: u32,
        values: &[Scalar<'_>],
    ) -> Result<(), ExecError> {
        self.kinds.push(kind);
        groups.write_key(group, &mut self.keys)?;
        for (writer, value) in self.values.iter_mut().zip(values) {
            writer.push(value)?;
        }
        Ok(())
    }
}

impl GroupAggregate {
    /// Tells a group's change from what it was (`None` for not there) to what it is now.
    fn tell(
        &mut self,
        group: u32,
        before: Option<Vec<Scalar<'static>>>,
        changes: &mut Changes,
    ) -> Result<(), ExecError> {
        let exists = self.groups.count(group) > 0;
        match (before, exists) {
            (None, false) => {}
            (None, true) => {
                let now = self.values(group);
                changes.push(RowKind::Insert, &self.groups, group, &now)?;
            }
            (Some(before), false) => {
                changes.push(RowKind::Delete, &self.groups, group, &before)?;
                self.groups.reset(group);
            }
            (Some(before), true) => {
                let now = self.values(group);
                if now != before {
                    if self.update_before {
                        changes.push(RowKind::UpdateBefore, &self.groups, group, &before)?;
                    }
                    changes.push(RowKind::UpdateAfter, &self.groups, group, &now)?;
                }
            }
        }
        Ok(())
    }
}

impl Operator for GroupAggregate {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let columns = chunk.batch.columns();
        let keys = self.shape.key_reader(&chunk.batch);
        let key_count = self.shape.key_types.len();
        let value_types = self.schema.fields()[key_count..].iter().map(|f| f.data_type().clone());
        let mut changes = Changes {
            kinds: Vec::with_capacity(chunk.rows() * 2),
            keys: key_writers(&self.shape.key_types, chunk.rows() * 2),
            values: value_types.map(|t| Writer::new(&t, chunk.rows() * 2)).collect(),
        };
        // In mini-batch mode: the groups of this chunk in order of arrival, with what they were before it.
        let mut pending: Vec<(u32, Option<Vec<Scalar<'static>>>)> = Vec::new();
        let mut seen = hashbrown::HashSet::new();
        for row in 0..chunk.rows() {
            let group = self.groups.group_of(&keys, row);
            let retraction = chunk.kind(row).is_retraction();
            if retraction && self.groups.count(group) == 0 {
                // What was never added cannot be taken back.
                continue;
            }
            let first_seen = !self.mini_batch || seen.insert(group);
            let before = (first_seen && self.groups.count(group) > 0).then(|| self.values(group));
            self.groups.update_one(columns, row as u32, group, retraction)?;
            if !self.mini_batch {
                self.tell(group, before, &mut changes)?;
            } else if first_seen {
                pending.push((group, before));
            }
        }
        for (group, before) in pending {
            self.tell(group, before, &mut changes)?;
        }
        if changes.kinds.is_empty() {
            return Ok(());
        }
        let arrays = changes.keys.into_iter().chain(changes.values).map(Writer::finish).collect::<Vec<_>>();
        let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(changes.kinds.len()));
        let batch = RecordBatch::try_new_with_options(self.schema.clone(), arrays, &options)?;
        let inserts_only = changes.kinds.iter().all(|kind| *kind == RowKind::Insert);
        let kinds = (!inserts_only).then(|| changes.kinds.into());
        out.push(Element::Rows(Chunk { batch, kinds, split: chunk.split }));
        Ok(())
    }

    fn snapshot(&mut self, epoch: u64, changes: &mut StateChanges) {
        self.groups.snapshot(0, epoch, changes);
    }

    fn restore(&mut self, piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        self.groups.restore(piece, value)
    }

    fn state_bytes(&self) -> usize {
        self.groups.bytes()
    }
}
