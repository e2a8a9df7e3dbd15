//! A plan as a running graph of operators.
//!
//! Nodes stand in an arena, inputs before what reads them, each knowing the node and port above it. Elements are pushed in at a
//! source and come out at the top, in order; nothing runs by itself and nothing waits. What windows emit comes out in turns of a bounded
//! number of rows: while [`Pipeline::holds_output`], nothing more should be pushed before [`Pipeline::resume`]. What reads sources and
//! writes sinks is the job's business.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::SchemaRef;
use bytes::Bytes;
use headwater_runtime::{Clock, Entropy};

use super::chunk::{Chunk, Element, SplitId, WATERMARK_MAX};
use super::error::ExecError;
use super::eval::{Compiled, EvalContext, Zone};
use super::operators::calc::{Filter, Project, arrow_schema};
use super::operators::group_aggregate::GroupAggregate;
use super::operators::union::Union;
use super::operators::watermark::WatermarkAssign;
use super::operators::window::{Assigner, WindowTable, gcd};
use super::operators::window_aggregate::WindowAggregate;
use super::operators::{Operator, Room};
use super::state::{PieceId, StateChanges};
use crate::expr::{Expr, ExprKind};
use crate::functions::ScalarFunction;
use crate::plan::{Plan, PlanNode, Window};
use crate::table::TableDef;
use crate::types::LogicalType;

/// What a job's settings change about its operators.
#[derive(Clone)]
pub struct PipelineOptions {
    pub clock: Clock,
    pub entropy: Entropy,
    /// `table.local-time-zone`
    pub zone: Zone,
    /// `pipeline.auto-watermark-interval`
    pub watermark_interval_ms: i64,
    /// `table.exec.mini-batch.enabled`
    pub mini_batch: bool,
}

/// Where a node's output goes: the node above and its port; `None` at the top.
type Above = Option<(usize, usize)>;

struct Node {
    operator: Box<dyn Operator>,
    above: Above,
}

/// A table to be read, and what of it.
pub struct SourcePort {
    pub table: Arc<TableDef>,
    /// Indices of the table's columns, in the order of the schema.
    pub columns: Vec<usize>,
    pub schema: SchemaRef,
    above: Above,
}

pub struct Pipeline {
    nodes: Vec<Node>,
    pub sources: Vec<SourcePort>,
    values: Vec<(RecordBatch, Above)>,
    /// What comes out at the top.
    pub schema: SchemaRef,
    emitted: Vec<Vec<Element>>,
    /// What may still leave in this turn.
    room: Room,
}

/// How far watermarks must be told apart: 0 where nothing above looks at them.
type Quantum = i64;

impl Pipeline {
    /// `plan` without its sink.
    pub fn new(plan: &Plan, options: &PipelineOptions) -> Result<Self, ExecError> {
        let mut pipeline = Self {
            nodes: Vec::new(),
            sources: Vec::new(),
            values: Vec::new(),
            schema: arrow_schema(&plan.schema),
            emitted: Vec::new(),
            room: Room::TURN,
        };
        pipeline.add(plan, None, 0, options)?;
        Ok(pipeline)
    }

    /// Adds a plan's node and everything below it.
    fn add(
        &mut self,
        plan: &Plan,
        above: Above,
        quantum: Quantum,
        options: &PipelineOptions,
    ) -> Result<(), ExecError> {
        let context = EvalContext {
            clock: options.clock.clone(),
            entropy: options.entropy.clone(),
            zone: options.zone,
            watermark: None,
        };
        let schema = arrow_schema(&plan.schema);
        match &plan.node {
            PlanNode::Scan { table, columns } => {
                self.sources.push(SourcePort {
                    table: table.clone(),
                    columns: columns.clone(),
                    schema,
                    above,
                });
                Ok(())
            }
            PlanNode::Values { rows } => {
                let batch = values_batch(rows, &schema, &context)?;
                self.values.push((batch, above));
                Ok(())
            }
            PlanNode::WatermarkAssign { input, rowtime, watermark } => {
                let name = input.schema[*rowtime].name.clone();
                let expr = Compiled::new(watermark, &input.schema)?;
                let interval = options.watermark_interval_ms;
                let quantum = if quantum == 0 { QUANTUM_UNSEEN_MS } else { quantum };
                let operator = WatermarkAssign::new(expr, *rowtime, name, interval, quantum, context);
                self.over(operator, input, above, 0, options)
            }
            PlanNode::Filter { input, predicate } => {
                let quantum = if uses_watermark(predicate) { 1 } else { quantum };
                let operator = Filter { predicate: Compiled::new(predicate, &input.schema)?, context };
                self.over(operator, input, above, quantum, options)
            }
            PlanNode::Project { input, exprs } => {
                let quantum = if exprs.iter().any(uses_watermark) { 1 } else { quantum };
                let compiled = exprs.iter().map(|expr| Compiled::new(expr, &input.schema));
                let operator = Project { exprs: compiled.collect::<Result<_, _>>()?, schema, context };
                self.over(operator, input, above, quantum, options)
            }
            PlanNode::WindowTable { input, window } => {
                let assigner = assigner(window, input, options.zone)?;
                let operator = WindowTable { window: window.clone(), assigner, schema, context };
                self.over(operator, input, above, quantum, options)
            }
            PlanNode::WindowAggregate { input, window, keys, aggregates, properties } => {
                let assigner = assigner(window, input, options.zone)?;
                let quantum = gcd(quantum, assigner.quantum_ms());
                let operator = WindowAggregate::new(
                    window.clone(),
                    assigner,
                    keys,
                    aggregates,
                    properties.clone(),
                    &input.schema,
                    !input.changelog.is_append_only(),
                    schema,
                    context,
                )?;
                self.over(operator, input, above, quantum, options)
            }
            PlanNode::GroupAggregate { input, keys, aggregates } => {
                let operator = GroupAggregate::new(
                    keys,
                    aggregates,
                    &input.schema,
                    !input.changelog.is_append_only(),
                    schema,
                    plan.changelog.update_before,
                    options.mini_batch,
                )?;
                self.over(operator, input, above, quantum, options)
            }
            PlanNode::Union { inputs } => {
                let node = self.node(Box::new(Union::new(inputs.len(), schema)), above);
                for (port, input) in inputs.iter().enumerate() {
                    self.add(input, Some((node, port)), quantum, options)?;
                }
                Ok(())
            }
            PlanNode::Sink { .. } => Err(ExecError::Internal("a sink inside a query".to_owned())),
        }
    }

    fn node(&mut self, operator: Box<dyn Operator>, above: Above) -> usize {
        self.nodes.push(Node { operator, above });
        self.emitted.push(Vec::new());
        self.nodes.len() - 1
    }

    fn over(
        &mut self,
        operator: impl Operator + 'static,
        input: &Plan,
        above: Above,
        quantum: Quantum,
        options: &PipelineOptions,
    ) -> Result<(), ExecError> {
        let node = self.node(Box::new(operator), above);
        self.add(input, Some((node, 0)), quantum, options)
    }

    /// Emits constant rows. Call once, before anything is pushed, and not after a restore.
    pub fn start(&mut self, out: &mut Vec<Element>) -> Result<(), ExecError> {
        for (batch, above) in std::mem::take(&mut self.values) {
            if batch.num_rows() > 0 {
                self.deliver(above, Element::Rows(Chunk::inserts(batch)), out)?;
            }
            self.deliver(above, Element::Watermark(WATERMARK_MAX), out)?;
        }
        Ok(())
    }

    /// Pushes what a source read; what comes out at the top is added to `out`.
    pub fn push(&mut self, source: usize, element: Element, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let above = self.sources[source].above;
        self.deliver(above, element, out)
    }

    /// The first row of a source's chunk that an operator above fails on by itself, if one does.
    pub fn failing_row(&self, source: usize, chunk: &Chunk) -> Option<usize> {
        (0..chunk.rows()).find(|row| {
            let mut above = self.sources[source].above;
            let mut rows = chunk.slice(*row, 1);
            while let Some((node, _)) = above {
                match self.nodes[node].operator.stateless(&rows) {
                    Ok(Some(next)) => rows = next,
                    Ok(None) => return false,
                    Err(_) => return true,
                }
                above = self.nodes[node].above;
            }
            false
        })
    }

    /// Tells every operator the wall clock.
    pub fn tick(&mut self, now: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        for node in 0..self.nodes.len() {
            let mut emitted = std::mem::take(&mut self.emitted[node]);
            self.nodes[node].operator.tick(now, &mut emitted)?;
            self.forward(node, emitted, out)?;
            self.drain(node, out)?;
        }
        Ok(())
    }

    /// Whether rows wait for [`Pipeline::resume`].
    pub fn holds_output(&self) -> bool {
        self.nodes.iter().any(|node| node.operator.holds_output())
    }

    /// Begins a turn: what was emitted before has gone its way. What waits comes out as far as there is room.
    pub fn resume(&mut self, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.room = Room::TURN;
        // The uppermost first: what it holds came first.
        (0..self.nodes.len()).try_for_each(|node| self.drain(node, out))
    }

    fn drain(&mut self, node: usize, out: &mut Vec<Element>) -> Result<(), ExecError> {
        while !self.room.is_empty() && self.nodes[node].operator.holds_output() {
            let mut emitted = std::mem::take(&mut self.emitted[node]);
            self.nodes[node].operator.resume(&mut self.room, &mut emitted)?;
            self.forward(node, emitted, out)?;
        }
        Ok(())
    }

    fn deliver(&mut self, to: Above, element: Element, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let Some((node, port)) = to else {
            out.push(element);
            return Ok(());
        };
        let mut emitted = std::mem::take(&mut self.emitted[node]);
        let operator = &mut self.nodes[node].operator;
        match element {
            Element::Rows(chunk) => operator.rows(port, chunk, &mut emitted)?,
            Element::Watermark(at) => operator.watermark(port, at, &mut emitted)?,
            Element::Split(event) => operator.split(event, &mut emitted)?,
        }
        self.forward(node, emitted, out)?;
        self.drain(node, out)
    }

    fn forward(
        &mut self,
        node: usize,
        mut emitted: Vec<Element>,
        out: &mut Vec<Element>,
    ) -> Result<(), ExecError> {
        let above = self.nodes[node].above;
        for element in emitted.drain(..) {
            self.deliver(above, element, out)?;
        }
        // The vector goes back for its allocation.
        self.emitted[node] = emitted;
        Ok(())
    }

    /// What every operator changed since its last snapshot, by operator number.
    pub fn snapshot(&mut self, epoch: u64) -> Vec<(u16, StateChanges)> {
        let snapshot = |(index, node): (usize, &mut Node)| {
            let mut changes = StateChanges::default();
            node.operator.snapshot(epoch, &mut changes);
            (index as u16, changes)
        };
        self.nodes.iter_mut().enumerate().map(snapshot).collect()
    }

    /// Takes back one piece of an operator, in order of pieces.
    pub fn restore(&mut self, operator: u16, piece: PieceId, value: &Bytes) -> Result<(), ExecError> {
        match self.nodes.get_mut(usize::from(operator)) {
            Some(node) => node.operator.restore(piece, value),
            None => Err(ExecError::BadCheckpoint(format!("there is no operator {operator}"))),
        }
    }

    pub fn late_records(&self) -> u64 {
        self.nodes.iter().map(|node| node.operator.late_records()).sum()
    }

    /// The watermark of each split of a source.
    pub fn split_watermarks(&self, source: usize) -> Vec<(SplitId, i64)> {
        let mut above = self.sources[source].above;
        while let Some((node, _)) = above {
            let watermarks = self.nodes[node].operator.split_watermarks();
            if !watermarks.is_empty() {
                return watermarks;
            }
            above = self.nodes[node].above;
        }
        Vec::new()
    }

    pub fn state_bytes(&self) -> usize {
        self.nodes.iter().map(|node| node.operator.state_bytes()).sum()
    }
}

/// How often the watermark is told where no operator looks at it: for display only.
const QUANTUM_UNSEEN_MS: i64 = 60_000;

fn assigner(window: &Window, input: &Plan, zone: Zone) -> Result<Assigner, ExecError> {
    let logical = &input.schema[window.time_column].data_type.logical;
    Assigner::new(window, matches!(logical, LogicalType::TimestampLtz(_)), zone)
}

fn uses_watermark(expr: &Expr) -> bool {
    let own = matches!(&expr.kind, ExprKind::Call { function: ScalarFunction::CurrentWatermark, .. });
    own || expr.children().into_iter().any(uses_watermark)
}

fn values_batch(
    rows: &[Vec<Expr>],
    schema: &SchemaRef,
    context: &EvalContext,
) -> Result<RecordBatch, ExecError> {
    let one = RecordBatchOptions::new().with_row_count(Some(1));
    let none = RecordBatch::try_new_with_options(Arc::new(arrow_schema::Schema::empty()), Vec::new(), &one)?;
    let mut columns = Vec::with_capacity(schema.fields().len());
    for (index, field) in schema.fields().iter().enumerate() {
        let cells = rows
            .iter()
            .map(|row| Compiled::new(&row[index], &[])?.eval(&none, context))
            .collect::<Result<Vec<_>, _>>()?;
        let arrays: Vec<&dyn arrow_array::Array> = cells.iter().map(AsRef::as_ref).collect();
        columns.push(match arrays.is_empty() {
            true => arrow_array::new_empty_array(field.data_type()),
            false => arrow_select::concat::concat(&arrays)?,
        });
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    Ok(RecordBatch::try_new_with_options(schema.clone(), columns, &options)?)
}
