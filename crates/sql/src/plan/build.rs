//! Makes nodes of a plan, each with the traits that follow from its inputs.
//!
//! These are the only places where a schema, a changelog mode or a unique key is derived.

use std::sync::Arc;

use super::{ChangelogMode, Column, Plan, PlanNode, Schema, TimeAttribute, Window, WindowProperty};
use crate::expr::{AggregateCall, Expr, ExprKind};
use crate::functions::ScalarFunction;
use crate::table::TableDef;
use crate::types::{DataType, LogicalType};

impl Plan {
    /// Reads these columns of a table, none of them computed.
    pub(crate) fn scan(
        table: Arc<TableDef>,
        columns: Vec<usize>,
        changelog: ChangelogMode,
        bounded: bool,
    ) -> Plan {
        let schema: Schema = columns
            .iter()
            .map(|index| {
                let column = &table.columns[*index];
                Column::new(&column.name, column.data_type.clone())
            })
            .collect();
        let key: Option<Vec<usize>> = table
            .primary_key
            .iter()
            .map(|name| columns.iter().position(|index| table.columns[*index].name == *name))
            .collect();
        // A key that is not enforced says nothing of rows that are only ever appended.
        let unique_keys =
            key.filter(|key| !key.is_empty() && !changelog.is_append_only()).into_iter().collect();
        Plan { node: PlanNode::Scan { table, columns }, schema, changelog, unique_keys, bounded }
    }

    pub(crate) fn watermark_assign(input: Plan, rowtime: usize, watermark: Expr) -> Plan {
        let mut columns = input.schema.to_vec();
        columns[rowtime].time = Some(TimeAttribute::Rowtime);
        let (changelog, bounded) = (input.changelog, input.bounded);
        let unique_keys = input.unique_keys.clone();
        let node = PlanNode::WatermarkAssign { input: Box::new(input), rowtime, watermark };
        Plan { node, schema: columns.into(), changelog, unique_keys, bounded }
    }

    pub(crate) fn filter(input: Plan, predicate: Expr) -> Plan {
        Plan {
            schema: input.schema.clone(),
            changelog: input.changelog,
            unique_keys: input.unique_keys.clone(),
            bounded: input.bounded,
            node: PlanNode::Filter { input: Box::new(input), predicate },
        }
    }

    /// The expressions under their names.
    pub(crate) fn project(input: Plan, exprs: Vec<(String, Expr)>) -> Plan {
        let (names, exprs): (Vec<_>, Vec<_>) = exprs.into_iter().unzip();
        let schema: Schema = names
            .into_iter()
            .zip(&exprs)
            .map(|(name, expr)| Column {
                name,
                data_type: expr.data_type.clone(),
                time: time_of(expr, &input),
            })
            .collect();
        let place = |column: &usize| exprs.iter().position(|expr| expr.as_column() == Some(*column));
        let unique_keys = input
            .unique_keys
            .iter()
            .filter_map(|key| key.iter().map(place).collect::<Option<Vec<_>>>())
            .collect();
        let (changelog, bounded) = (input.changelog, input.bounded);
        Plan {
            node: PlanNode::Project { input: Box::new(input), exprs },
            schema,
            changelog,
            unique_keys,
            bounded,
        }
    }

    pub(crate) fn window_table(input: Plan, window: Window) -> Plan {
        let mut columns = input.schema.to_vec();
        let time_type = window_time_type(&input, &window);
        columns[window.time_column].time = None;
        let stamp = LogicalType::Timestamp(3).not_null();
        columns.push(Column::new("window_start", stamp.clone()));
        columns.push(Column::new("window_end", stamp));
        columns.push(Column {
            name: "window_time".to_owned(),
            data_type: time_type,
            time: Some(window.time),
        });
        let (changelog, bounded) = (input.changelog, input.bounded);
        let node = PlanNode::WindowTable { input: Box::new(input), window };
        Plan { node, schema: columns.into(), changelog, unique_keys: Vec::new(), bounded }
    }

    /// `names` are those of the aggregates, then of the properties.
    pub(crate) fn window_aggregate(
        input: Plan,
        window: Window,
        keys: Vec<usize>,
        aggregates: Vec<AggregateCall>,
        properties: Vec<WindowProperty>,
        names: Vec<String>,
    ) -> Plan {
        let mut columns = key_columns(&input, &keys);
        let mut names = names.into_iter();
        let mut next_name = || names.next().unwrap_or_default();
        columns.extend(aggregates.iter().map(|call| Column::new(next_name(), call.data_type.clone())));
        for property in &properties {
            let (data_type, time) = match property {
                WindowProperty::Start | WindowProperty::End => (LogicalType::Timestamp(3).not_null(), None),
                WindowProperty::Rowtime => (window_time_type(&input, &window), Some(window.time)),
                WindowProperty::Proctime => {
                    (LogicalType::TimestampLtz(3).not_null(), Some(TimeAttribute::Proctime))
                }
            };
            columns.push(Column { name: next_name(), data_type, time });
        }
        let bounded = input.bounded;
        let first_property = keys.len() + aggregates.len();
        let mut unique: Vec<usize> = (0..keys.len()).collect();
        let identifies = properties.iter().position(|p| *p != WindowProperty::Proctime);
        let unique_keys = match identifies {
            Some(place) => {
                unique.push(first_property + place);
                vec![unique]
            }
            None => Vec::new(),
        };
        let input = Box::new(input);
        let node = PlanNode::WindowAggregate { input, window, keys, aggregates, properties };
        Plan { node, schema: columns.into(), changelog: ChangelogMode::APPEND, unique_keys, bounded }
    }

    /// `names` are those of the aggregates.
    pub(crate) fn group_aggregate(
        input: Plan,
        keys: Vec<usize>,
        aggregates: Vec<AggregateCall>,
        names: Vec<String>,
    ) -> Plan {
        let mut columns = key_columns(&input, &keys);
        columns.extend(
            names.into_iter().zip(&aggregates).map(|(name, call)| Column::new(name, call.data_type.clone())),
        );
        let changelog = ChangelogMode {
            update_before: true,
            update_after: true,
            delete: !input.changelog.is_append_only(),
        };
        let bounded = input.bounded;
        let unique_keys = vec![(0..keys.len()).collect()];
        let node = PlanNode::GroupAggregate { input: Box::new(input), keys, aggregates };
        Plan { node, schema: columns.into(), changelog, unique_keys, bounded }
    }

    /// Inputs of equal logical types; the names are the first's.
    pub(crate) fn union(inputs: Vec<Plan>) -> Plan {
        let mut columns = inputs.first().map(|input| input.schema.to_vec()).unwrap_or_default();
        for input in &inputs[1..] {
            for (column, other) in columns.iter_mut().zip(input.schema.iter()) {
                column.data_type.nullable |= other.data_type.nullable;
                column.time = column.time.filter(|time| other.time == Some(*time));
            }
        }
        let changelog = inputs.iter().fold(ChangelogMode::APPEND, |mode, input| mode.union(input.changelog));
        let bounded = inputs.iter().all(|input| input.bounded);
        Plan {
            node: PlanNode::Union { inputs },
            schema: columns.into(),
            changelog,
            unique_keys: Vec::new(),
            bounded,
        }
    }

    /// Rows of constant expressions, all of these columns' types.
    pub(crate) fn values(rows: Vec<Vec<Expr>>, columns: Vec<Column>) -> Plan {
        Plan {
            node: PlanNode::Values { rows },
            schema: columns.into(),
            changelog: ChangelogMode::APPEND,
            unique_keys: Vec::new(),
            bounded: true,
        }
    }

    pub(crate) fn sink(input: Plan, table: Arc<TableDef>, overwrite: bool) -> Plan {
        Plan {
            schema: input.schema.clone(),
            changelog: input.changelog,
            unique_keys: input.unique_keys.clone(),
            bounded: input.bounded,
            node: PlanNode::Sink { input: Box::new(input), table, overwrite },
        }
    }
}

/// A projection keeps a time attribute that passes through, and makes one of PROCTIME().
fn time_of(expr: &Expr, input: &Plan) -> Option<TimeAttribute> {
    match &expr.kind {
        ExprKind::Column(index) => input.schema[*index].time,
        ExprKind::Call { function: ScalarFunction::Proctime, .. } => Some(TimeAttribute::Proctime),
        _ => None,
    }
}

/// Keys of a group are values like any other: they carry no watermark on.
fn key_columns(input: &Plan, keys: &[usize]) -> Vec<Column> {
    keys.iter().map(|key| Column { time: None, ..input.schema[*key].clone() }).collect()
}

/// The type of `window_time` and `*_ROWTIME`: the time column's kind, in milliseconds.
fn window_time_type(input: &Plan, window: &Window) -> DataType {
    match input.schema[window.time_column].data_type.logical {
        LogicalType::TimestampLtz(_) => LogicalType::TimestampLtz(3).not_null(),
        _ => LogicalType::Timestamp(3).not_null(),
    }
}
