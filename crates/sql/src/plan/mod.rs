//! The logical plan: a tree of streaming operators, each with its columns and the traits of the edge above it.
//!
//! Every node says what its rows are (`schema`), which kinds of changes it emits (`changelog`), which column sets
//! identify a row (`unique_keys`) and which columns are time attributes (`Column::time`). Executors read these traits and derive
//! none. Expressions see the columns of the node's one input by index; operators that group, window or sort name columns by
//! index, never expressions: the binder puts a projection below them.

pub(crate) mod build;
pub(crate) mod prune;

use std::sync::Arc;

pub use crate::changelog::ChangelogMode;

use crate::expr::{AggregateCall, Expr};
use crate::table::TableDef;
use crate::types::DataType;

/// One operator with everything below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub node: PlanNode,
    /// The columns of the rows it emits.
    pub schema: Schema,
    /// The kinds of rows it emits.
    pub changelog: ChangelogMode,
    /// Sets of output columns of which no two live rows have the same values; the first is the one to key by.
    pub unique_keys: Vec<Vec<usize>>,
    /// Whether the input ends by itself.
    pub bounded: bool,
}

/// Columns in order. Names may repeat in the middle of a plan; expressions use indices.
pub type Schema = Arc<[Column]>;

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub data_type: DataType,
    pub time: Option<TimeAttribute>,
}

/// What makes a TIMESTAMP column one that windows can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeAttribute {
    /// Event time: the stream's watermark speaks of this column.
    Rowtime,
    /// Processing time: the column holds the wall clock of the projection that wrote `PROCTIME()`; windows over it fire by the clock.
    Proctime,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PlanNode {
    /// Reads a table. Output column i is the table's column `columns[i]`, physical or metadata: only what the query uses.
    Scan { table: Arc<TableDef>, columns: Vec<usize> },
    /// Takes the watermark from `watermark` (a TIMESTAMP or TIMESTAMP_LTZ of up to 3 digits over the input) as its running
    /// maximum per shard; rows pass through unchanged. A row whose `rowtime` column is NULL fails the job. Nothing that drops
    /// rows stands below it, so that a filter never holds the watermark back.
    WatermarkAssign { input: Box<Plan>, rowtime: usize, watermark: Expr },
    /// Keeps rows whose BOOLEAN predicate is TRUE.
    Filter { input: Box<Plan>, predicate: Expr },
    /// Output column i is `exprs[i]`.
    Project { input: Box<Plan>, exprs: Vec<Expr> },
    /// Window table function used without aggregation right above: every row once per window it falls into, followed by
    /// window_start, window_end and window_time. Passes the watermark on; drops nothing as late.
    WindowTable { input: Box<Plan>, window: Window },
    /// Aggregates per window and key and emits each group once, when its window closes. Output: the key columns, one
    /// column per aggregate, one per window property.
    WindowAggregate {
        input: Box<Plan>,
        window: Window,
        keys: Vec<usize>,
        aggregates: Vec<AggregateCall>,
        properties: Vec<WindowProperty>,
    },
    /// Aggregates per key over all rows so far and emits every change. Output: the key columns, one column per aggregate.
    /// No aggregates: SELECT DISTINCT. No keys: one group, of which an unbounded query emits nothing before its first row.
    GroupAggregate { input: Box<Plan>, keys: Vec<usize>, aggregates: Vec<AggregateCall> },
    /// UNION ALL of inputs with equal logical types.
    Union { inputs: Vec<Plan> },
    /// Constant rows, each expression over no columns. Bounded.
    Values { rows: Vec<Vec<Expr>> },
    /// Writes to a table: input column i goes to the i-th of the table's written columns (`TableDef::written_columns`).
    Sink { input: Box<Plan>, table: Arc<TableDef>, overwrite: bool },
}

/// A window over one time attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub kind: WindowKind,
    /// The input's time attribute column.
    pub time_column: usize,
    pub time: TimeAttribute,
    pub style: WindowStyle,
}

/// Sizes and offsets in milliseconds; sizes are positive. Windows start at `ts - floorMod(ts - offset, size)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowKind {
    Tumble {
        size_ms: i64,
        offset_ms: i64,
    },
    /// One window each `slide_ms`; the size need not be a multiple of it in a group window.
    Hop {
        slide_ms: i64,
        size_ms: i64,
        offset_ms: i64,
    },
    /// Growing windows from the same start: each `step_ms` until `max_ms`, a multiple of the step.
    Cumulate {
        step_ms: i64,
        max_ms: i64,
        offset_ms: i64,
    },
    /// Rows of the same partition that are at most `gap_ms` apart. Of a window aggregate, the partition is its keys.
    Session {
        gap_ms: i64,
        partition: Vec<usize>,
    },
}

/// How the query wrote the window; the differences Flink makes between the two are few but visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowStyle {
    /// `GROUP BY TUMBLE(ts, …)`
    Group,
    /// `FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), …))`
    TableFunction,
}

/// What an aggregate tells of its window. Start and end are TIMESTAMP(3) NOT NULL, of a TIMESTAMP_LTZ in the session's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowProperty {
    Start,
    End,
    /// End minus one millisecond, of the time column's type: the result's own time attribute (`*_ROWTIME`, window_time).
    Rowtime,
    /// The result's processing-time attribute (`*_PROCTIME`).
    Proctime,
}

impl Plan {
    /// The nodes directly below, in order.
    pub fn inputs(&self) -> Vec<&Plan> {
        match &self.node {
            PlanNode::Scan { .. } | PlanNode::Values { .. } => Vec::new(),
            PlanNode::Union { inputs } => inputs.iter().collect(),
            PlanNode::WatermarkAssign { input, .. }
            | PlanNode::Filter { input, .. }
            | PlanNode::Project { input, .. }
            | PlanNode::WindowTable { input, .. }
            | PlanNode::WindowAggregate { input, .. }
            | PlanNode::GroupAggregate { input, .. }
            | PlanNode::Sink { input, .. } => vec![input],
        }
    }

    /// The column that carries the watermark, if the stream has one.
    pub fn rowtime_column(&self) -> Option<usize> {
        self.schema.iter().position(|c| c.time == Some(TimeAttribute::Rowtime))
    }
}

impl Column {
    pub fn new(name: impl Into<String>, data_type: DataType) -> Self {
        Self { name: name.into(), data_type, time: None }
    }
}
