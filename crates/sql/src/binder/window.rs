//! Windows that rows are grouped by: those of GROUP BY with their auxiliary functions, and those of a window table function below.
//!
//! Both become one [`Window`]. A window table function whose window columns are grouped by is taken out of the plan again: its
//! aggregate assigns the windows itself.

use super::expr::ExprBinder;
use crate::ast::{self, Call};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::{Expr, ExprKind};
use crate::functions::ScalarFunction;
use crate::plan::{Plan, PlanNode, TimeAttribute, Window, WindowKind, WindowProperty, WindowStyle};
use crate::types::{LogicalType, Value};

/// A window that rows are grouped by.
#[derive(Clone, Debug)]
pub(super) struct GroupWindow {
    kind: WindowKind,
    /// The time attribute: of a group window over the rows below, of a table function over its own input.
    time: Expr,
    attribute: TimeAttribute,
    style: WindowStyle,
    /// What a table function's SESSION is partitioned by, over the rows that are grouped.
    pub partition: Vec<Expr>,
    /// Of a table function: the window columns of the rows that are grouped.
    columns: Vec<(usize, WindowProperty)>,
    pub position: Position,
}

/// The rows that a windowed aggregate reads.
pub(super) struct WindowInput {
    pub plan: Plan,
    /// Where columns went, if any moved; None for the window's own.
    pub moved: Option<Vec<Option<usize>>>,
    /// The time attribute over `plan`.
    pub time: Expr,
    /// Predicates on the window alone, which hold of a group as of each of its rows; their columns are numbers of [`PROPERTIES`].
    pub above: Vec<Expr>,
}

/// The columns that a window table function adds, in their order.
pub(super) const PROPERTIES: [WindowProperty; 3] =
    [WindowProperty::Start, WindowProperty::End, WindowProperty::Rowtime];

/// Group window functions, and the suffixes of their auxiliaries.
const GROUP_WINDOWS: &[&str] = &["TUMBLE", "HOP", "SESSION"];
const AUXILIARIES: &[(&str, WindowProperty)] = &[
    ("_START", WindowProperty::Start),
    ("_END", WindowProperty::End),
    ("_ROWTIME", WindowProperty::Rowtime),
    ("_PROCTIME", WindowProperty::Proctime),
];

/// The group window function that an expression of GROUP BY calls, if it does.
pub(super) fn group_window_name(expr: &ast::Expr) -> Option<(&'static str, &Call)> {
    let ast::ExprKind::Call(call) = &expr.kind else { return None };
    let name = GROUP_WINDOWS.iter().find(|known| call.name.last().eq_ignore_ascii_case(known))?;
    Some((name, call))
}

impl ExprBinder<'_> {
    /// `TUMBLE(ts, INTERVAL '1' MINUTE)` of GROUP BY, or the same arguments of an auxiliary function.
    pub(super) fn group_window(&mut self, name: &str, call: &Call) -> SqlResult<GroupWindow> {
        let position = call.name.position();
        let usage = match name {
            "HOP" => "HOP(time, slide, size)",
            "SESSION" => "SESSION(time, gap)",
            _ => "TUMBLE(time, size)",
        };
        let wanted = if name == "HOP" { 3 } else { 2 };
        if call.args.len() == wanted + 1 {
            return Err(SqlError::not_offered(call.args[wanted].position, "the alignment of a group window"));
        }
        if call.args.len() != wanted {
            return Err(SqlError::at(position, format!("a window is {usage}")));
        }
        let time = ExprBinder::scalar(self.scope, "GROUP BY").bind(&call.args[0])?;
        let attribute = time.as_column().and_then(|column| self.scope.columns[column].time);
        let Some(attribute) = attribute else {
            return Err(no_time_attribute(call.args[0].position, &ast::display::expr(&call.args[0])));
        };
        let mut lengths = Vec::new();
        for arg in &call.args[1..] {
            lengths.push(self.window_length(arg)?);
        }
        let kind = match name {
            "HOP" => WindowKind::Hop { slide_ms: lengths[0], size_ms: lengths[1], offset_ms: 0 },
            "SESSION" => WindowKind::Session { gap_ms: lengths[0], partition: Vec::new() },
            _ => WindowKind::Tumble { size_ms: lengths[0], offset_ms: 0 },
        };
        let style = WindowStyle::Group;
        Ok(GroupWindow { kind, time, attribute, style, partition: Vec::new(), columns: Vec::new(), position })
    }

    /// A positive interval literal in milliseconds.
    pub(super) fn window_length(&mut self, arg: &ast::Expr) -> SqlResult<i64> {
        match self.interval_literal(arg)? {
            millis if millis > 0 => Ok(millis),
            _ => Err(SqlError::at(arg.position, "a window's length is positive")),
        }
    }

    pub(super) fn interval_literal(&mut self, arg: &ast::Expr) -> SqlResult<i64> {
        match ExprBinder::scalar(self.scope, "a window").bind(arg)?.as_literal() {
            Some(Value::Millis(millis)) => Ok(*millis),
            Some(Value::Months(_)) => {
                Err(SqlError::at(arg.position, "a window's length is counted in days or less, not in months"))
            }
            _ => Err(SqlError::at(
                arg.position,
                "a window's length is an interval literal such as INTERVAL '1' MINUTE",
            )),
        }
    }

    /// `TUMBLE_START(ts, INTERVAL '1' MINUTE)` and its siblings; None for any other function.
    pub(super) fn window_auxiliary(&mut self, name: &str, call: &Call) -> SqlResult<Option<Expr>> {
        let position = call.name.position();
        if GROUP_WINDOWS.contains(&name) {
            return Err(SqlError::at(position, format!("{name} stands in GROUP BY; here it has no value"))
                .with_hint(format!("{name}_START and {name}_END give the window's bounds")));
        }
        let found = GROUP_WINDOWS.iter().find_map(|window| {
            let suffix = name.strip_prefix(window)?;
            let (_, property) = AUXILIARIES.iter().find(|(known, _)| *known == suffix)?;
            Some((*window, *property))
        });
        let Some((window_name, property)) = found else { return Ok(None) };
        let asked = self.group_window(window_name, call)?;
        let Some(window) = self.grouping.as_ref().and_then(|grouping| grouping.window.clone()) else {
            let message = format!(
                "{name} stands only in the SELECT or HAVING of a query with GROUP BY {window_name}(…)"
            );
            return Err(SqlError::at(position, message));
        };
        if asked.kind != window.kind || asked.time != window.time {
            let message = format!("{name} does not match the window in GROUP BY");
            let error = SqlError::at(position, message);
            return Err(
                error.with_hint(format!("write {name} with the same arguments as {}", window.call_text()))
            );
        }
        if property == WindowProperty::Rowtime && window.attribute == TimeAttribute::Proctime {
            let message = format!("{name} needs an event time window, this one is over processing time");
            return Err(SqlError::at(position, message).with_hint(format!("use {window_name}_PROCTIME")));
        }
        let data_type = match property {
            WindowProperty::Start | WindowProperty::End => LogicalType::Timestamp(3),
            WindowProperty::Proctime => LogicalType::TimestampLtz(3),
            WindowProperty::Rowtime => match window.time.data_type.logical {
                LogicalType::TimestampLtz(_) => LogicalType::TimestampLtz(3),
                _ => LogicalType::Timestamp(3),
            },
        };
        match &mut self.grouping {
            Some(grouping) => Ok(Some(grouping.ask_property(property, data_type.not_null()))),
            None => Ok(None),
        }
    }
}

pub(super) fn no_time_attribute(position: Position, text: &str) -> SqlError {
    SqlError::at(position, format!("'{text}' is no time attribute, so no window can be over it"))
        .with_hint("declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME()")
}

impl GroupWindow {
    /// The window of the table function below `input`, if the keys hold its start and its end.
    pub(super) fn of_table_function(input: &Plan, keys: &[Expr], position: Position) -> Option<GroupWindow> {
        let columns: Vec<(usize, WindowProperty)> = (0..input.schema.len())
            .filter_map(|column| Some((column, window_property(input, column)?)))
            .collect();
        let grouped =
            |property| keys.iter().filter_map(Expr::as_column).any(|key| columns.contains(&(key, property)));
        if !grouped(WindowProperty::Start) || !grouped(WindowProperty::End) {
            return None;
        }
        let (window, inner) = window_below(input)?;
        let time = Expr::column(window.time_column, inner.schema[window.time_column].data_type.clone());
        let partition = match &window.kind {
            WindowKind::Session { partition, .. } => partition
                .iter()
                .map(|column| (0..input.schema.len()).find(|c| passes_through(input, *c, *column)))
                .collect::<Option<Vec<_>>>()?,
            _ => Vec::new(),
        };
        let partition =
            partition.into_iter().map(|c| Expr::column(c, input.schema[c].data_type.clone())).collect();
        Some(GroupWindow {
            kind: window.kind.clone(),
            time,
            attribute: window.time,
            style: WindowStyle::TableFunction,
            partition,
            columns,
            position,
        })
    }

    pub(super) fn property_of(&self, key: &Expr) -> Option<WindowProperty> {
        let column = key.as_column()?;
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, property)| *property)
    }

    pub(super) fn column_name(&self, column: usize) -> &'static str {
        match self.columns.iter().find(|(known, _)| *known == column) {
            Some((_, WindowProperty::Start)) => "window_start",
            Some((_, WindowProperty::End)) => "window_end",
            _ => "window_time",
        }
    }

    /// The rows to aggregate: for a table function, those below it.
    pub(super) fn input_of(&self, input: Plan) -> SqlResult<WindowInput> {
        if self.style == WindowStyle::Group {
            let time = self.time.clone();
            return Ok(WindowInput { plan: input, moved: None, time, above: Vec::new() });
        }
        match without_window(input) {
            Some(Unwindowed { plan, moved, time, above }) => {
                let time = Expr::column(time, plan.schema[time].data_type.clone());
                Ok(WindowInput { plan, moved: Some(moved), time, above })
            }
            None => {
                let what = "an expression over window and other columns below their aggregation";
                Err(SqlError::not_offered(self.position, what))
            }
        }
    }

    /// The window over the aggregate's own input columns.
    pub(super) fn placed(
        self,
        time_column: usize,
        partition: Vec<usize>,
        keys: &[usize],
    ) -> SqlResult<Window> {
        let kind = match self.kind {
            WindowKind::Session { gap_ms, .. } => {
                let same =
                    partition.len() == keys.len() && partition.iter().all(|column| keys.contains(column));
                if self.style == WindowStyle::TableFunction && !same {
                    let what = "a SESSION partitioned by other columns than those of GROUP BY";
                    return Err(SqlError::not_offered(self.position, what));
                }
                WindowKind::Session { gap_ms, partition: keys.to_vec() }
            }
            other => other,
        };
        Ok(Window { kind, time_column, time: self.attribute, style: self.style })
    }

    fn call_text(&self) -> String {
        match &self.kind {
            WindowKind::Tumble { size_ms, .. } => format!("TUMBLE of {size_ms} ms"),
            WindowKind::Hop { slide_ms, size_ms, .. } => format!("HOP of {size_ms} ms each {slide_ms} ms"),
            WindowKind::Cumulate { step_ms, max_ms, .. } => {
                format!("CUMULATE to {max_ms} ms each {step_ms} ms")
            }
            WindowKind::Session { gap_ms, .. } => format!("SESSION of {gap_ms} ms"),
        }
    }
}

/// Which window column of a table function below comes out as this column, through filters and projections alone.
fn window_property(plan: &Plan, column: usize) -> Option<WindowProperty> {
    match &plan.node {
        PlanNode::Filter { input, .. } => window_property(input, column),
        PlanNode::Project { input, exprs } => window_property(input, exprs[column].as_column()?),
        PlanNode::WindowTable { input, .. } => match column.checked_sub(input.schema.len())? {
            0 => Some(WindowProperty::Start),
            1 => Some(WindowProperty::End),
            _ => Some(WindowProperty::Rowtime),
        },
        _ => None,
    }
}

/// Whether this column is, through filters and projections alone, that column of the window table function's input.
fn passes_through(plan: &Plan, column: usize, of_input: usize) -> bool {
    match &plan.node {
        PlanNode::Filter { input, .. } => passes_through(input, column, of_input),
        PlanNode::Project { input, exprs } => {
            exprs[column].as_column().is_some_and(|column| passes_through(input, column, of_input))
        }
        PlanNode::WindowTable { .. } => column == of_input,
        _ => false,
    }
}

fn window_below(plan: &Plan) -> Option<(&Window, &Plan)> {
    match &plan.node {
        PlanNode::Filter { input, .. } | PlanNode::Project { input, .. } => window_below(input),
        PlanNode::WindowTable { input, window } => Some((window, input)),
        _ => None,
    }
}

/// A plan without its window table function.
struct Unwindowed {
    plan: Plan,
    /// Where each column went; None for those of the window.
    moved: Vec<Option<usize>>,
    /// The column of the time attribute.
    time: usize,
    above: Vec<Expr>,
}

/// None where a window column is used on the way for more than to choose windows.
fn without_window(plan: Plan) -> Option<Unwindowed> {
    match plan.node {
        PlanNode::WindowTable { input, window } => {
            let width = input.schema.len();
            let moved =
                (0..width + PROPERTIES.len()).map(|column| (column < width).then_some(column)).collect();
            Some(Unwindowed { plan: *input, moved, time: window.time_column, above: Vec::new() })
        }
        PlanNode::Filter { input, predicate } => {
            let conjuncts = match predicate.kind {
                ExprKind::Call { function: ScalarFunction::And, args } => args,
                _ => vec![predicate],
            };
            let (of_window, others): (Vec<Expr>, Vec<Expr>) =
                conjuncts.into_iter().partition(|conjunct| is_of_window(conjunct, &input));
            let of_window: Vec<Expr> = of_window.into_iter().map(|c| over_properties(c, &input)).collect();
            let mut below = without_window(*input)?;
            below.above.extend(of_window);
            let others = others.into_iter().map(|conjunct| moved_expr(conjunct, &below.moved));
            let others = others.collect::<Option<Vec<_>>>()?;
            let plan = match others.len() {
                0 => below.plan,
                1 => Plan::filter(below.plan, others.into_iter().next()?),
                _ => Plan::filter(below.plan, Expr::logic(ScalarFunction::And, others)),
            };
            Some(Unwindowed { plan, ..below })
        }
        PlanNode::Project { input, exprs } => {
            let Unwindowed { plan: input, moved, time, above } = without_window(*input)?;
            let mut kept = Vec::new();
            let mut places = Vec::with_capacity(exprs.len());
            for (expr, column) in exprs.into_iter().zip(plan.schema.iter()) {
                let gone = expr.as_column().is_some_and(|column| moved[column].is_none());
                places.push((!gone).then_some(kept.len()));
                if !gone {
                    kept.push((column.name.clone(), moved_expr(expr, &moved)?));
                }
            }
            let time_column = Expr::column(time, input.schema[time].data_type.clone());
            kept.push((input.schema[time].name.clone(), time_column));
            let time = kept.len() - 1;
            Some(Unwindowed { plan: Plan::project(input, kept), moved: places, time, above })
        }
        _ => None,
    }
}

/// Whether an expression reads window columns and nothing else.
fn is_of_window(expr: &Expr, input: &Plan) -> bool {
    let (mut any, mut all) = (false, true);
    expr.visit_columns(&mut |column| {
        any = true;
        all &= window_property(input, column).is_some();
    });
    any && all && expr.is_deterministic()
}

/// The same expression over the numbers of [`PROPERTIES`].
fn over_properties(mut expr: Expr, input: &Plan) -> Expr {
    expr.map_columns(&mut |column| {
        let property = window_property(input, column);
        PROPERTIES.iter().position(|known| Some(*known) == property).unwrap_or_default()
    });
    expr
}

fn moved_expr(mut expr: Expr, moved: &[Option<usize>]) -> Option<Expr> {
    let mut gone = false;
    expr.map_columns(&mut |column| {
        gone |= moved[column].is_none();
        moved[column].unwrap_or(column)
    });
    (!gone).then_some(expr)
}
