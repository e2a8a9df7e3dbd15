//! Windows: the group windows of GROUP BY with their auxiliary functions, and window table functions in FROM.
//!
//! Both become one [`Window`]. A window table function whose window columns are grouped by is taken out of the plan again: its
//! aggregate assigns the windows itself.

use super::expr::ExprBinder;
use crate::ast::{self, Call, TableArg, TableArgValue, TableFunction};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
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
}

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
    fn window_length(&mut self, arg: &ast::Expr) -> SqlResult<i64> {
        match self.interval_literal(arg)? {
            millis if millis > 0 => Ok(millis),
            _ => Err(SqlError::at(arg.position, "a window's length is positive")),
        }
    }

    fn interval_literal(&mut self, arg: &ast::Expr) -> SqlResult<i64> {
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

fn no_time_attribute(position: Position, text: &str) -> SqlError {
    SqlError::at(position, format!("'{text}' is no time attribute, so no window can be over it"))
        .with_hint("declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME()")
}

impl GroupWindow {
    /// The window of the table function below `input`, if the keys hold its start and its end.
    pub(super) fn of_table_function(input: &Plan, keys: &[Expr]) -> Option<GroupWindow> {
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
            position: Position::NONE,
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
            return Ok(WindowInput { plan: input, moved: None, time: self.time.clone() });
        }
        match without_window(input) {
            Some((plan, moved, time)) => {
                let time = Expr::column(time, plan.schema[time].data_type.clone());
                Ok(WindowInput { plan, moved: Some(moved), time })
            }
            None => {
                let what = "a filter or expression over window columns below their aggregation";
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

/// The plan without its window table function, where each column went, and the column of the time attribute; None where a window
/// column is used on the way.
fn without_window(plan: Plan) -> Option<(Plan, Vec<Option<usize>>, usize)> {
    match plan.node {
        PlanNode::WindowTable { input, window } => {
            let width = input.schema.len();
            let moved = (0..width + 3).map(|column| (column < width).then_some(column)).collect();
            Some((*input, moved, window.time_column))
        }
        PlanNode::Filter { input, predicate } => {
            let (input, moved, time) = without_window(*input)?;
            let predicate = moved_expr(predicate, &moved)?;
            Some((Plan::filter(input, predicate), moved, time))
        }
        PlanNode::Project { input, exprs } => {
            let (input, moved, time) = without_window(*input)?;
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
            Some((Plan::project(input, kept), places, time))
        }
        _ => None,
    }
}

fn moved_expr(mut expr: Expr, moved: &[Option<usize>]) -> Option<Expr> {
    let mut gone = false;
    expr.map_columns(&mut |column| {
        gone |= moved[column].is_none();
        moved[column].unwrap_or(column)
    });
    (!gone).then_some(expr)
}

/// The arguments of a window table function under their names.
struct WindowArgs<'a> {
    function: &'a str,
    names: &'static [&'static str],
    values: Vec<Option<&'a TableArg>>,
    position: Position,
}

/// Parameters of each window table function, in order; OFFSET may be left out.
const TABLE_FUNCTIONS: &[(&str, &[&str])] = &[
    ("TUMBLE", &["DATA", "TIMECOL", "SIZE", "OFFSET"]),
    ("HOP", &["DATA", "TIMECOL", "SLIDE", "SIZE", "OFFSET"]),
    ("CUMULATE", &["DATA", "TIMECOL", "STEP", "SIZE", "OFFSET"]),
    ("SESSION", &["DATA", "TIMECOL", "GAP"]),
];

/// Whether this is a window table function, by its upper-case name.
pub(super) fn is_window_function(name: &str) -> bool {
    TABLE_FUNCTIONS.iter().any(|(known, _)| *known == name)
}

/// The table argument of a window table function.
pub(super) fn window_input(function: &TableFunction) -> SqlResult<(&ast::TableRef, &[ast::Expr])> {
    let args = WindowArgs::of(function)?;
    match &args.required("DATA")?.value {
        TableArgValue::Table { input, partition_by } => Ok((input, partition_by)),
        TableArgValue::Expr(expr) => {
            Err(SqlError::at(expr.position, "the first argument is a table: write TABLE name"))
        }
    }
}

/// Puts the window table function on top of its table.
pub(super) fn bind_window_function(
    function: &TableFunction,
    input: Plan,
    binder: &mut ExprBinder<'_>,
    partition_by: &[ast::Expr],
) -> SqlResult<Plan> {
    let args = WindowArgs::of(function)?;
    if !input.changelog.is_append_only() {
        return Err(SqlError::not_offered(args.position, "a window over rows that change"));
    }
    let (time_column, time) = args.time_column(&input)?;
    let kind = args.kind(binder, partition_by)?;
    Ok(Plan::window_table(input, Window { kind, time_column, time, style: WindowStyle::TableFunction }))
}

impl<'a> WindowArgs<'a> {
    fn of(function: &'a TableFunction) -> SqlResult<Self> {
        let name = function.name.last();
        let position = function.name.position();
        let known = TABLE_FUNCTIONS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
        let Some((known, names)) = known else {
            return Err(SqlError::not_offered(position, format!("the table function {name}")));
        };
        let mut values: Vec<Option<&TableArg>> = vec![None; names.len()];
        for (place, arg) in function.args.iter().enumerate() {
            let place = match &arg.name {
                None => Some(place).filter(|place| *place < names.len()),
                Some(name) => names.iter().position(|known| name.value.eq_ignore_ascii_case(known)),
            };
            match place {
                Some(place) if values[place].is_none() => values[place] = Some(arg),
                _ => {
                    let message = format!("{known} does not take this argument");
                    let hint = format!("it is {known}({})", names.join(", "));
                    return Err(SqlError::at(arg.position, message).with_hint(hint));
                }
            }
        }
        Ok(Self { function: known, names, values, position })
    }

    fn given(&self, name: &str) -> Option<&'a TableArg> {
        let place = self.names.iter().position(|known| *known == name)?;
        self.values[place]
    }

    fn required(&self, name: &str) -> SqlResult<&'a TableArg> {
        self.given(name).ok_or_else(|| {
            let message = format!("{} lacks its {name}", self.function);
            let hint = format!("it is {}({})", self.function, self.names.join(", "));
            SqlError::at(self.position, message).with_hint(hint)
        })
    }

    fn time_column(&self, input: &Plan) -> SqlResult<(usize, TimeAttribute)> {
        let arg = self.required("TIMECOL")?;
        let column = match &arg.value {
            TableArgValue::Expr(ast::Expr { kind: ast::ExprKind::Descriptor(columns), .. })
                if columns.len() == 1 =>
            {
                &columns[0]
            }
            _ => return Err(SqlError::at(arg.position, "the time column is written as DESCRIPTOR(column)")),
        };
        let Some(index) = input.schema.iter().position(|known| known.name == column.value) else {
            let error = SqlError::at(column.position, format!("unknown column '{}'", column.value));
            let known = input.schema.iter().map(|known| known.name.as_str());
            return Err(super::suggest::nearest(error, &column.value, known));
        };
        match input.schema[index].time {
            Some(time) => Ok((index, time)),
            None => Err(no_time_attribute(column.position, &column.value)),
        }
    }

    fn length(&self, name: &str, binder: &mut ExprBinder<'_>) -> SqlResult<i64> {
        let arg = self.required(name)?;
        match &arg.value {
            TableArgValue::Expr(expr) => binder.window_length(expr),
            TableArgValue::Table { .. } => Err(SqlError::at(arg.position, format!("{name} is an interval"))),
        }
    }

    fn offset(&self, binder: &mut ExprBinder<'_>) -> SqlResult<i64> {
        match self.given("OFFSET").map(|arg| (&arg.value, arg.position)) {
            None => Ok(0),
            Some((TableArgValue::Expr(expr), _)) => binder.interval_literal(expr),
            Some((_, position)) => Err(SqlError::at(position, "OFFSET is an interval")),
        }
    }

    fn kind(&self, binder: &mut ExprBinder<'_>, partition_by: &[ast::Expr]) -> SqlResult<WindowKind> {
        if self.function != "SESSION"
            && let Some(key) = partition_by.first()
        {
            return Err(SqlError::at(key.position, format!("{} takes no PARTITION BY", self.function)));
        }
        let multiple = |of: &str, part: &str, whole_ms: i64, part_ms: i64| match whole_ms % part_ms {
            0 => Ok(()),
            _ => {
                let message = format!(
                    "the {of} of {} is a multiple of its {part}; {whole_ms} ms is none of {part_ms} ms",
                    self.function
                );
                Err(SqlError::at(self.position, message))
            }
        };
        match self.function {
            "HOP" => {
                let (slide_ms, size_ms) = (self.length("SLIDE", binder)?, self.length("SIZE", binder)?);
                multiple("size", "slide", size_ms, slide_ms)?;
                Ok(WindowKind::Hop { slide_ms, size_ms, offset_ms: self.offset(binder)? })
            }
            "CUMULATE" => {
                let (step_ms, max_ms) = (self.length("STEP", binder)?, self.length("SIZE", binder)?);
                multiple("size", "step", max_ms, step_ms)?;
                Ok(WindowKind::Cumulate { step_ms, max_ms, offset_ms: self.offset(binder)? })
            }
            "SESSION" => {
                let gap_ms = self.length("GAP", binder)?;
                let mut partition = Vec::new();
                for key in partition_by {
                    let bound = binder.bind(key)?;
                    partition.push(
                        bound
                            .as_column()
                            .ok_or_else(|| SqlError::at(key.position, "PARTITION BY takes columns here"))?,
                    );
                }
                Ok(WindowKind::Session { gap_ms, partition })
            }
            _ => Ok(WindowKind::Tumble {
                size_ms: self.length("SIZE", binder)?,
                offset_ms: self.offset(binder)?,
            }),
        }
    }
}
