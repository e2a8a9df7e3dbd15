//! Makes a plan read and compute no more than its output needs: filters sink to right above the watermark, projections merge, and every
//! scan keeps only the columns that somebody reads, which is what makes decoding of JSON fast.
//!
//! Nothing here changes what the query means: a filter never passes a watermark (which must see every row), an expression that is not
//! deterministic is never moved, merged or evaluated twice.

use headwater_types::limits::SQL_DEPTH_MAX;

use super::{Plan, PlanNode};
use crate::expr::{Expr, ExprKind};
use crate::functions::ScalarFunction;

/// How high merged expressions may become: a view on a view on a view is not one expression without end.
const HEIGHT_MAX: usize = 2 * SQL_DEPTH_MAX;

/// Expressions that a filter may gain when it moves below a projection.
const GROWTH_MAX: usize = 1_000;

impl Plan {
    /// The same plan with filters low, projections merged and columns pruned. The output columns stay as they are.
    pub(crate) fn pruned(self) -> Plan {
        let all: Vec<usize> = (0..self.schema.len()).collect();
        let plan = self.with_low_filters();
        let (plan, places) = plan.keeping(&all);
        // The node on top may keep a column more than asked for, or another order.
        let plan = if places.iter().copied().eq(0..plan.schema.len()) { plan } else { plan.picking(&places) };
        plan.merged()
    }

    fn picking(self, columns: &[usize]) -> Plan {
        let exprs = columns
            .iter()
            .map(|column| {
                let of = &self.schema[*column];
                (of.name.clone(), Expr::column(*column, of.data_type.clone()))
            })
            .collect();
        Plan::project(self, exprs)
    }

    /// Rebuilds the node over changed inputs; the columns of the inputs are the same.
    fn map_inputs(self, change: &mut impl FnMut(Plan) -> Plan) -> Plan {
        let mut plan = self;
        match &mut plan.node {
            PlanNode::Scan { .. } | PlanNode::Values { .. } => {}
            PlanNode::Union { inputs } => {
                *inputs = std::mem::take(inputs).into_iter().map(&mut *change).collect();
            }
            PlanNode::WatermarkAssign { input, .. }
            | PlanNode::Filter { input, .. }
            | PlanNode::Project { input, .. }
            | PlanNode::WindowTable { input, .. }
            | PlanNode::WindowAggregate { input, .. }
            | PlanNode::GroupAggregate { input, .. }
            | PlanNode::Sink { input, .. } => {
                let taken = std::mem::replace(&mut **input, Plan::values(Vec::new(), Vec::new()));
                **input = change(taken);
            }
        }
        plan
    }

    /// Moves every filter as far down as it may go.
    fn with_low_filters(self) -> Plan {
        match self.node {
            PlanNode::Filter { input, predicate } => sink_filter(input.with_low_filters(), predicate),
            _ => self.map_inputs(&mut Plan::with_low_filters),
        }
    }

    /// Merges projections that stand on projections.
    fn merged(self) -> Plan {
        let plan = self.map_inputs(&mut Plan::merged);
        let PlanNode::Project { input, exprs } = plan.node else { return plan };
        if changes_nothing(&exprs, &plan.schema, &input) {
            return *input;
        }
        let PlanNode::Project { exprs: inner, .. } = &input.node else {
            return Plan::project(*input, named(exprs, &plan.schema));
        };
        if !mergeable(&exprs, inner) {
            return Plan::project(*input, named(exprs, &plan.schema));
        }
        let PlanNode::Project { input: below, exprs: inner } = input.node else {
            return Plan::project(*input, named(exprs, &plan.schema));
        };
        let exprs = exprs.into_iter().map(|expr| substituted(expr, &inner)).collect();
        Plan::project(*below, named(exprs, &plan.schema))
    }

    /// Keeps at least the wanted columns: the plan, and where each wanted column is in it.
    fn keeping(self, wanted: &[usize]) -> (Plan, Vec<usize>) {
        match self.node {
            PlanNode::Scan { ref table, ref columns } => {
                let mut kept = sorted(wanted);
                if kept.is_empty() && !columns.is_empty() {
                    // Rows without columns would lose their number.
                    kept.push(0);
                }
                let table_columns = kept.iter().map(|column| columns[*column]).collect();
                let plan = Plan::scan(table.clone(), table_columns, self.changelog, self.bounded);
                (plan, places(wanted, &kept))
            }
            PlanNode::Values { .. } => (self, wanted.to_vec()),
            PlanNode::WatermarkAssign { input, rowtime, watermark } => {
                let mut below = wanted.to_vec();
                below.push(rowtime);
                watermark.visit_columns(&mut |column| below.push(column));
                let below = sorted(&below);
                let (input, at) = input.keeping(&below);
                let place = |column: usize| at[place_in(&below, column)];
                let watermark = moved(watermark, &place);
                let plan = Plan::watermark_assign(input, place(rowtime), watermark);
                (plan, wanted.iter().map(|column| place(*column)).collect())
            }
            PlanNode::Filter { input, predicate } => {
                let mut below = wanted.to_vec();
                predicate.visit_columns(&mut |column| below.push(column));
                let below = sorted(&below);
                let (input, at) = input.keeping(&below);
                let place = |column: usize| at[place_in(&below, column)];
                let predicate = moved(predicate, &place);
                (Plan::filter(input, predicate), wanted.iter().map(|column| place(*column)).collect())
            }
            PlanNode::Project { input, exprs } => {
                let kept = sorted(wanted);
                let mut below = Vec::new();
                for column in &kept {
                    exprs[*column].visit_columns(&mut |column| below.push(column));
                }
                let below = sorted(&below);
                let (input, at) = input.keeping(&below);
                let place = |column: usize| at[place_in(&below, column)];
                let exprs = kept
                    .iter()
                    .map(|column| (self.schema[*column].name.clone(), moved(exprs[*column].clone(), &place)));
                let exprs: Vec<_> = exprs.collect();
                if exprs.is_empty() {
                    return (input, Vec::new());
                }
                (Plan::project(input, exprs), places(wanted, &kept))
            }
            PlanNode::Union { inputs } => {
                let kept = sorted(wanted);
                let inputs = inputs.into_iter().map(|input| {
                    let (input, at) = input.keeping(&kept);
                    if at.iter().copied().eq(0..input.schema.len()) { input } else { input.picking(&at) }
                });
                (Plan::union(inputs.collect()), places(wanted, &kept))
            }
            PlanNode::WindowTable { input, mut window } => {
                let width = input.schema.len();
                let mut below: Vec<usize> = wanted.iter().copied().filter(|column| *column < width).collect();
                below.push(window.time_column);
                let mut session = Vec::new();
                if let super::WindowKind::Session { partition, .. } = &window.kind {
                    session = partition.clone();
                }
                below.extend(&session);
                let below = sorted(&below);
                let (input, at) = input.keeping(&below);
                let place = |column: usize| at[place_in(&below, column)];
                window.time_column = place(window.time_column);
                if let super::WindowKind::Session { partition, .. } = &mut window.kind {
                    *partition = session.into_iter().map(place).collect();
                }
                let new_width = input.schema.len();
                let output = |column: &usize| match column.checked_sub(width) {
                    Some(of_window) => new_width + of_window,
                    None => place(*column),
                };
                let output = wanted.iter().map(output).collect();
                (Plan::window_table(input, window), output)
            }
            // Their inputs are projections of exactly what they need.
            PlanNode::WindowAggregate { .. } | PlanNode::GroupAggregate { .. } | PlanNode::Sink { .. } => {
                let plan = self.map_inputs(&mut |input| {
                    let all: Vec<usize> = (0..input.schema.len()).collect();
                    let (input, at) = input.keeping(&all);
                    if at.iter().copied().eq(0..input.schema.len()) { input } else { input.picking(&at) }
                });
                (plan, wanted.to_vec())
            }
        }
    }
}

/// Puts a filter on top of a plan, or further down where that means the same.
fn sink_filter(input: Plan, predicate: Expr) -> Plan {
    if !predicate.is_deterministic() {
        return Plan::filter(input, predicate);
    }
    match input.node {
        PlanNode::Filter { input: below, predicate: lower } if lower.is_deterministic() => {
            sink_filter(*below, Expr::logic(ScalarFunction::And, vec![lower, predicate]))
        }
        PlanNode::Project { input: below, exprs }
            if exprs.iter().all(Expr::is_deterministic) && stays_small(&predicate, &exprs) =>
        {
            let predicate = substituted(predicate, &exprs);
            Plan::project(sink_filter(*below, predicate), named(exprs, &input.schema))
        }
        PlanNode::Union { inputs } => {
            Plan::union(inputs.into_iter().map(|input| sink_filter(input, predicate.clone())).collect())
        }
        PlanNode::WindowTable { input: below, window } if reads_only(&predicate, below.schema.len()) => {
            Plan::window_table(sink_filter(*below, predicate), window)
        }
        _ => Plan::filter(input, predicate),
    }
}

/// Whether a predicate with every column replaced by what computes it is no much larger expression: over several levels of queries it might
/// double at each.
fn stays_small(predicate: &Expr, exprs: &[Expr]) -> bool {
    let mut growth = 0;
    predicate.visit_columns(&mut |column| growth += exprs[column].size() - 1);
    let height = exprs.iter().map(Expr::height).max().unwrap_or(0);
    growth <= GROWTH_MAX && predicate.height() + height <= HEIGHT_MAX
}

/// Whether a projection gives its input back as it is.
fn changes_nothing(exprs: &[Expr], schema: &super::Schema, input: &Plan) -> bool {
    exprs.len() == input.schema.len()
        && exprs.iter().enumerate().all(|(place, expr)| expr.as_column() == Some(place))
        && schema.iter().zip(input.schema.iter()).all(|(ours, theirs)| ours.name == theirs.name)
}

fn reads_only(expr: &Expr, width: usize) -> bool {
    let mut within = true;
    expr.visit_columns(&mut |column| within &= column < width);
    within
}

fn named(exprs: Vec<Expr>, schema: &super::Schema) -> Vec<(String, Expr)> {
    schema.iter().map(|column| column.name.clone()).zip(exprs).collect()
}

/// The expression with every column replaced by what computes it.
fn substituted(expr: Expr, by: &[Expr]) -> Expr {
    if let ExprKind::Column(column) = expr.kind {
        return by[column].clone();
    }
    let mut expr = expr;
    for child in expr.children_mut() {
        let column = Expr::column(0, child.data_type.clone());
        let taken = std::mem::replace(child, column);
        *child = substituted(taken, by);
    }
    expr
}

/// Whether computing `inner` inside `outer` evaluates nothing twice and nothing that is not the same each time.
fn mergeable(outer: &[Expr], inner: &[Expr]) -> bool {
    let height = |exprs: &[Expr]| exprs.iter().map(Expr::height).max().unwrap_or(0);
    if height(outer) + height(inner) > HEIGHT_MAX {
        return false;
    }
    let mut uses = vec![0_usize; inner.len()];
    for expr in outer {
        expr.visit_columns(&mut |column| uses[column] += 1);
    }
    inner.iter().zip(uses).all(|(expr, uses)| {
        let trivial = matches!(expr.kind, ExprKind::Column(_) | ExprKind::Literal(_));
        trivial || (uses <= 1 && expr.is_deterministic())
    })
}

fn sorted(columns: &[usize]) -> Vec<usize> {
    let mut columns = columns.to_vec();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn place_in(kept: &[usize], column: usize) -> usize {
    // Every column asked for was put into `kept` before.
    kept.binary_search(&column).unwrap_or_default()
}

fn places(wanted: &[usize], kept: &[usize]) -> Vec<usize> {
    wanted.iter().map(|column| place_in(kept, *column)).collect()
}

fn moved(mut expr: Expr, place: &impl Fn(usize) -> usize) -> Expr {
    expr.map_columns(&mut |column| place(column));
    expr
}
