//! `EXPLAIN`, `DESCRIBE`, `SHOW CREATE`: a plan as text, in the form that users of Flink know from its optimized execution plan.
//!
//! Filters and projections show as one `Calc`; with CHANGELOG_MODE each line ends with the kinds of rows that its operator emits.

mod definition;
mod expr;

use std::fmt::Write;

pub use definition::{Definition, DescribedColumn, describe, show_create};
pub(crate) use expr::{SO_FAR, expr_text};

use crate::expr::AggregateCall;
use crate::plan::{Column, Plan, PlanNode, TimeAttribute, Window, WindowKind, WindowProperty, WindowStyle};

/// The plan under Flink's heading, one operator a line, inputs below and indented.
pub fn explain(plans: &[Plan], changelog_mode: bool) -> String {
    let mut text = String::from("== Optimized Execution Plan ==\n");
    for (place, plan) in plans.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        Printer { text: &mut text, changelog_mode }.plan(plan, "", "");
    }
    text
}

struct Printer<'a> {
    text: &'a mut String,
    changelog_mode: bool,
}

impl Printer<'_> {
    /// `first` stands before the operator's own line, `rest` before those of its inputs.
    fn plan(&mut self, plan: &Plan, first: &str, rest: &str) {
        let (line, inputs) = operator(plan);
        let mode = match (&plan.node, self.changelog_mode) {
            (_, false) => String::new(),
            (PlanNode::Sink { .. }, true) => ", changelogMode=[NONE]".to_owned(),
            (_, true) => format!(", changelogMode={}", plan.changelog),
        };
        // A String takes any text.
        let _ = writeln!(self.text, "{first}{line}{mode})");
        let last = inputs.len().saturating_sub(1);
        for (place, input) in inputs.into_iter().enumerate() {
            let (own, below) = if place == last { ("+- ", "   ") } else { (":- ", ":  ") };
            self.plan(input, &format!("{rest}{own}"), &format!("{rest}{below}"));
        }
    }
}

/// The operator without its closing parenthesis, and what stands below it.
fn operator(plan: &Plan) -> (String, Vec<&Plan>) {
    match &plan.node {
        PlanNode::Project { input, exprs } => {
            let (below, predicate) = match &input.node {
                PlanNode::Filter { input, predicate } => (input.as_ref(), Some(predicate)),
                _ => (input.as_ref(), None),
            };
            let columns = &below.schema;
            let select = exprs.iter().zip(plan.schema.iter()).map(|(expr, column)| {
                let text = expr_text(expr, columns);
                if text == column.name { text } else { format!("{text} AS {}", column.name) }
            });
            let select = select.collect::<Vec<_>>().join(", ");
            let filter = predicate
                .map(|predicate| format!(", where=[{}]", expr_text(predicate, columns)))
                .unwrap_or_default();
            (format!("Calc(select=[{select}]{filter}"), vec![below])
        }
        PlanNode::Filter { input, predicate } => {
            let predicate = expr_text(predicate, &input.schema);
            (format!("Calc(select=[{}], where=[{predicate}]", names(&plan.schema)), vec![input])
        }
        _ => (other_operator(plan), plan.inputs()),
    }
}

fn other_operator(plan: &Plan) -> String {
    match &plan.node {
        PlanNode::Scan { table, .. } => format!(
            "TableSourceScan(table=[[default_catalog, default_database, {}]], fields=[{}]",
            table.name,
            names(&plan.schema)
        ),
        PlanNode::WatermarkAssign { input, rowtime, watermark } => format!(
            "WatermarkAssigner(rowtime=[{}], watermark=[{}]",
            input.schema[*rowtime].name,
            expr_text(watermark, &input.schema)
        ),
        PlanNode::WindowTable { input, window } => {
            format!("WindowTableFunction(window=[{}]", table_window(window, &input.schema))
        }
        PlanNode::WindowAggregate { input, window, keys, aggregates, properties } => {
            windowed(plan, input, window, keys, aggregates, properties)
        }
        PlanNode::GroupAggregate { input, keys, aggregates } => {
            let select = selected(plan, input, keys, aggregates);
            format!("GroupAggregate({}select=[{}]", group_by(input, keys), select.join(", "))
        }
        PlanNode::Union { .. } => format!("Union(all=[true], union=[{}]", names(&plan.schema)),
        PlanNode::Values { rows } => {
            let row = |row: &Vec<_>| {
                let values: Vec<String> = row.iter().map(|value| expr_text(value, &[])).collect();
                format!("{{ {} }}", values.join(", "))
            };
            let tuples: Vec<String> = rows.iter().map(row).collect();
            format!("Values(fields=[{}], tuples=[[{}]]", names(&plan.schema), tuples.join(", "))
        }
        PlanNode::Sink { table, .. } => {
            let name = format!("default_catalog.default_database.{}", table.name);
            format!("Sink(table=[{name}], fields=[{}]", names(&plan.schema))
        }
        // Shown by their caller.
        PlanNode::Project { .. } | PlanNode::Filter { .. } => "Calc(".to_owned(),
    }
}

fn windowed(
    plan: &Plan,
    input: &Plan,
    window: &Window,
    keys: &[usize],
    aggregates: &[AggregateCall],
    properties: &[WindowProperty],
) -> String {
    let mut select = selected(plan, input, keys, aggregates);
    let first = keys.len() + aggregates.len();
    for (place, property) in properties.iter().enumerate() {
        let function = match property {
            WindowProperty::Start => "start",
            WindowProperty::End => "end",
            WindowProperty::Rowtime => "rowtime",
            WindowProperty::Proctime => "proctime",
        };
        select.push(format!("{function}('w$) AS {}", plan.schema[first + place].name));
    }
    let (operator, text) = match window.style {
        WindowStyle::Group => ("GroupWindowAggregate", group_window(window, &input.schema)),
        WindowStyle::TableFunction => ("WindowAggregate", table_window(window, &input.schema)),
    };
    format!("{operator}({}window=[{text}], select=[{}]", group_by(input, keys), select.join(", "))
}

fn group_by(input: &Plan, keys: &[usize]) -> String {
    if keys.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = keys.iter().map(|key| input.schema[*key].name.as_str()).collect();
    format!("groupBy=[{}], ", names.join(", "))
}

/// Keys and aggregates as `page`, `COUNT(*) AS view_count`.
fn selected(plan: &Plan, input: &Plan, keys: &[usize], aggregates: &[AggregateCall]) -> Vec<String> {
    let mut select: Vec<String> = keys.iter().map(|key| input.schema[*key].name.clone()).collect();
    for (call, column) in aggregates.iter().zip(&plan.schema[keys.len()..]) {
        select.push(format!("{} AS {}", aggregate_text(call, &input.schema), column.name));
    }
    select
}

fn aggregate_text(call: &AggregateCall, columns: &[Column]) -> String {
    let name = call.function.name();
    let args: Vec<&str> = call.args.iter().map(|arg| columns[*arg].name.as_str()).collect();
    let args = if args.is_empty() { "*".to_owned() } else { args.join(", ") };
    let distinct = if call.distinct { "DISTINCT " } else { "" };
    let filter = call.filter.map(|filter| format!(" FILTER {}", columns[filter].name)).unwrap_or_default();
    format!("{name}({distinct}{args}){filter}")
}

/// `TumblingGroupWindow('w$, event_time, 60000)`
fn group_window(window: &Window, columns: &[Column]) -> String {
    let time = &columns[window.time_column].name;
    match &window.kind {
        WindowKind::Tumble { size_ms, .. } => format!("TumblingGroupWindow('w$, {time}, {size_ms})"),
        WindowKind::Hop { slide_ms, size_ms, .. } => {
            format!("SlidingGroupWindow('w$, {time}, {size_ms}, {slide_ms})")
        }
        WindowKind::Session { gap_ms, .. } => format!("SessionGroupWindow('w$, {time}, {gap_ms})"),
        WindowKind::Cumulate { .. } => table_window(window, columns),
    }
}

/// `TUMBLE(time_col=[event_time], size=[1 min])`
fn table_window(window: &Window, columns: &[Column]) -> String {
    let time = &columns[window.time_column].name;
    let clock = match window.time {
        TimeAttribute::Rowtime => "",
        TimeAttribute::Proctime => ", proctime",
    };
    let offset = |offset_ms: i64| match offset_ms {
        0 => String::new(),
        other => format!(", offset=[{}]", duration(other)),
    };
    let parts = match &window.kind {
        WindowKind::Tumble { size_ms, offset_ms } => {
            format!("TUMBLE(time_col=[{time}], size=[{}]{}", duration(*size_ms), offset(*offset_ms))
        }
        WindowKind::Hop { slide_ms, size_ms, offset_ms } => {
            let (size, slide) = (duration(*size_ms), duration(*slide_ms));
            format!("HOP(time_col=[{time}], size=[{size}], slide=[{slide}]{}", offset(*offset_ms))
        }
        WindowKind::Cumulate { step_ms, max_ms, offset_ms } => {
            let (max, step) = (duration(*max_ms), duration(*step_ms));
            format!("CUMULATE(time_col=[{time}], max_size=[{max}], step=[{step}]{}", offset(*offset_ms))
        }
        WindowKind::Session { gap_ms, partition } => {
            let keys: Vec<&str> = partition.iter().map(|key| columns[*key].name.as_str()).collect();
            let keys = if keys.is_empty() {
                String::new()
            } else {
                format!(", partition keys=[{}]", keys.join(", "))
            };
            format!("SESSION(time_col=[{time}], gap=[{}]{keys}", duration(*gap_ms))
        }
    };
    format!("{parts}{clock})")
}

/// The largest unit that is whole: `1 min`, `90 s`.
fn duration(millis: i64) -> String {
    for (unit_ms, unit) in [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s")] {
        if millis != 0 && millis % unit_ms == 0 {
            return format!("{} {unit}", millis / unit_ms);
        }
    }
    format!("{millis} ms")
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
}
