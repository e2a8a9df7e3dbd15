//! GROUP BY: keys, aggregates and group windows, and what may stand above them.
//!
//! A grouped clause is bound over the rows below; aggregates and window properties become columns numbered after them.
//! [`Grouped::rewrite`] then turns each expression into one over the rows that the aggregation emits, and refuses a column that is
//! neither key nor inside an aggregate.

use std::collections::HashMap;

use super::expr::ExprBinder;
use super::window::{GroupWindow, PROPERTIES, WindowInput};
use crate::ast::{self, Call};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::{AggregateCall, Expr, ExprKind};
use crate::functions::AggregateFunction;
use crate::plan::{Plan, WindowProperty};
use crate::types::{DataType, LogicalType, Value, rules};

/// What the clauses of one grouped query have asked for so far.
pub(super) struct Grouping {
    /// Columns of the rows below; the numbers from here on mean `asked`.
    width: usize,
    /// Where the query begins, for what is wrong with the grouping as a whole.
    position: Position,
    pub keys: Vec<Expr>,
    pub window: Option<GroupWindow>,
    asked: Vec<Asked>,
    /// What the query calls the columns asked for, where it does.
    names: Vec<Option<String>>,
    /// Where the columns of the rows below were named, for messages.
    noted: HashMap<usize, (Position, String)>,
}

/// A column that the aggregation adds.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    Aggregate(PendingCall),
    Property(WindowProperty),
}

/// An aggregate whose arguments are still expressions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PendingCall {
    function: AggregateFunction,
    args: Vec<Expr>,
    distinct: bool,
    filter: Option<Expr>,
    data_type: DataType,
}

/// An aggregation that stands in the plan, and where its columns are.
pub(super) struct Grouped {
    pub plan: Plan,
    grouping: Grouping,
    /// Of each key, of each column asked for: its column in the plan.
    key_columns: Vec<usize>,
    asked_columns: Vec<usize>,
}

/// The clause that the arguments of an aggregate are bound in.
const INSIDE: &str = "an aggregate function";

impl Grouping {
    pub(super) fn new(width: usize, position: Position) -> Self {
        Self {
            width,
            position,
            keys: Vec::new(),
            window: None,
            asked: Vec::new(),
            names: Vec::new(),
            noted: HashMap::new(),
        }
    }

    /// Remembers where the column under `bound` was named.
    pub(super) fn note_column(&mut self, bound: &Expr, name: &ast::Name) {
        let noted = &mut self.noted;
        bound.visit_columns(&mut |index| {
            noted.entry(index).or_insert_with(|| (name.position(), ast::display::name(name)));
        });
    }

    fn ask(&mut self, asked: Asked, data_type: DataType) -> Expr {
        let place = self.asked.iter().position(|known| *known == asked).unwrap_or_else(|| {
            self.asked.push(asked);
            self.names.push(None);
            self.asked.len() - 1
        });
        Expr::column(self.width + place, data_type)
    }

    /// Takes the query's name for a column asked for, so that the plan says it too.
    pub(super) fn name(&mut self, expr: &Expr, name: &str) {
        let place = expr.as_column().and_then(|column| column.checked_sub(self.width));
        if let Some(known) = place.and_then(|place| self.names.get_mut(place)) {
            known.get_or_insert_with(|| name.to_owned());
        }
    }

    pub(super) fn ask_property(&mut self, property: WindowProperty, data_type: DataType) -> Expr {
        self.ask(Asked::Property(property), data_type)
    }

    /// Puts the aggregation on top of `input`: a projection of keys and arguments, then the aggregate itself.
    pub(super) fn build(self, input: Plan) -> SqlResult<Grouped> {
        let window = match &self.window {
            Some(window) => Some(window.clone()),
            None => GroupWindow::of_table_function(&input, &self.keys, self.position),
        };
        match window {
            Some(window) => self.build_windowed(input, window),
            None => self.build_unbounded(input),
        }
    }

    fn build_unbounded(self, input: Plan) -> SqlResult<Grouped> {
        let mut below = Below::default();
        let keys: Vec<usize> = self.keys.iter().map(|key| below.place(key)).collect();
        let (calls, names) = self.calls(&mut below);
        let input = below.project(input);
        let key_columns: Vec<usize> = (0..keys.len()).collect();
        let asked_columns = (0..calls.len()).map(|i| keys.len() + i).collect();
        let plan = Plan::group_aggregate(input, keys, calls, names);
        Ok(Grouped { plan, grouping: self, key_columns, asked_columns })
    }

    fn build_windowed(self, input: Plan, window: GroupWindow) -> SqlResult<Grouped> {
        if !input.changelog.is_append_only() {
            return Err(SqlError::not_offered(window.position, "a window over rows that change"));
        }
        let WindowInput { plan: input, moved, time, above } = window.input_of(input)?;
        let mut below = Below { moved, ..Below::default() };
        // Keys that are the window's own columns become properties of the aggregate.
        let mut properties: Vec<WindowProperty> = Vec::new();
        let mut property_place = |property: WindowProperty| {
            properties.iter().position(|known| *known == property).unwrap_or_else(|| {
                properties.push(property);
                properties.len() - 1
            })
        };
        let mut keys = Vec::new();
        let mut key_places = Vec::new();
        for key in &self.keys {
            key_places.push(match window.property_of(key) {
                Some(property) => Err(property_place(property)),
                None => {
                    keys.push(below.place(key));
                    Ok(keys.len() - 1)
                }
            });
        }
        let (calls, mut names) = self.calls(&mut below);
        let mut asked_places = Vec::new();
        let mut next_call = 0;
        for asked in &self.asked {
            asked_places.push(match asked {
                Asked::Aggregate(_) => {
                    next_call += 1;
                    Ok(keys.len() + next_call - 1)
                }
                Asked::Property(property) => Err(property_place(*property)),
            });
        }
        let mut above_places = Vec::new();
        for predicate in &above {
            predicate
                .visit_columns(&mut |number| above_places.push((number, property_place(PROPERTIES[number]))));
        }
        names.extend(properties.iter().map(|property| property_name(*property).to_owned()));
        let first_property = keys.len() + calls.len();
        let column = |place: Result<usize, usize>| place.unwrap_or_else(|property| first_property + property);
        let partition = window.partition.iter().map(|column| below.place(column)).collect::<Vec<_>>();
        if let Some(lost) = below.lost {
            let what =
                format!("'{}' of a window inside an expression of its aggregation", window.column_name(lost));
            return Err(SqlError::not_offered(window.position, what));
        }
        let time_column = below.place_moved(time);
        let input = below.project(input);
        let window = window.placed(time_column, partition, &keys)?;
        let mut plan = Plan::window_aggregate(input, window, keys, calls, properties, names);
        for mut predicate in above {
            predicate.map_columns(&mut |number| {
                let place = above_places.iter().find(|(known, _)| *known == number);
                first_property + place.map_or(0, |(_, place)| *place)
            });
            plan = Plan::filter(plan, predicate);
        }
        let key_columns = key_places.into_iter().map(column).collect();
        let asked_columns = asked_places.into_iter().map(column).collect();
        Ok(Grouped { plan, grouping: self, key_columns, asked_columns })
    }

    /// The aggregates over the columns that `below` gives their arguments, with names for them.
    fn calls(&self, below: &mut Below) -> (Vec<AggregateCall>, Vec<String>) {
        let (mut calls, mut names) = (Vec::new(), Vec::new());
        for (asked, name) in self.asked.iter().zip(&self.names) {
            let Asked::Aggregate(call) = asked else { continue };
            names.push(name.clone().unwrap_or_else(|| format!("$agg{}", calls.len())));
            calls.push(AggregateCall {
                function: call.function,
                args: call.args.iter().map(|arg| below.place(arg)).collect(),
                distinct: call.distinct,
                filter: call.filter.as_ref().map(|filter| below.place(filter)),
                data_type: call.data_type.clone(),
            });
        }
        (calls, names)
    }
}

fn property_name(property: WindowProperty) -> &'static str {
    match property {
        WindowProperty::Start => "window_start",
        WindowProperty::End => "window_end",
        WindowProperty::Rowtime => "window_time",
        WindowProperty::Proctime => "window_proctime",
    }
}

/// The projection below an aggregation, each expression once.
#[derive(Default)]
struct Below {
    exprs: Vec<Expr>,
    /// Where the input's columns went when a window table function was taken out from under them.
    moved: Option<Vec<Option<usize>>>,
    /// A column that went nowhere and is read all the same.
    lost: Option<usize>,
}

impl Below {
    /// The column that will hold this expression over the original input.
    fn place(&mut self, expr: &Expr) -> usize {
        let mut expr = expr.clone();
        if let Some(moved) = &self.moved {
            let lost = &mut self.lost;
            expr.map_columns(&mut |column| {
                moved[column].unwrap_or_else(|| {
                    *lost = Some(column);
                    column
                })
            });
        }
        self.place_moved(expr)
    }

    /// The column that will hold this expression over the input as it is now.
    fn place_moved(&mut self, expr: Expr) -> usize {
        self.exprs.iter().position(|known| *known == expr).unwrap_or_else(|| {
            self.exprs.push(expr);
            self.exprs.len() - 1
        })
    }

    fn project(self, input: Plan) -> Plan {
        let named = self.exprs.into_iter().enumerate().map(|(place, expr)| {
            let name = match expr.as_column() {
                Some(column) => input.schema[column].name.clone(),
                None => format!("$f{place}"),
            };
            (name, expr)
        });
        let named: Vec<_> = named.collect();
        if named.is_empty() {
            // COUNT(*) alone: rows without columns would lose their number.
            let one = Expr::literal(Value::Int(0), LogicalType::Int);
            return Plan::project(input, vec![("$f0".to_owned(), one)]);
        }
        Plan::project(input, named)
    }
}

impl Grouped {
    /// The expression over the rows of the aggregation.
    pub(super) fn rewrite(&self, expr: Expr) -> SqlResult<Expr> {
        if let Some(place) = self.grouping.keys.iter().position(|key| *key == expr) {
            return Ok(self.output(self.key_columns[place]));
        }
        if let ExprKind::Column(index) = expr.kind {
            return match index.checked_sub(self.grouping.width) {
                Some(asked) => Ok(self.output(self.asked_columns[asked])),
                None => Err(self.not_grouped(index)),
            };
        }
        let mut expr = self.with_grouped_prefix(expr);
        for child in expr.children_mut() {
            let taken = std::mem::replace(child, Expr::literal(Value::Null, LogicalType::Null));
            *child = self.rewrite(taken)?;
        }
        Ok(expr)
    }

    /// A chain whose first steps are a key begins with the key instead.
    fn with_grouped_prefix(&self, mut expr: Expr) -> Expr {
        let ExprKind::Chain { first, steps } = &mut expr.kind else { return expr };
        let key = self.grouping.keys.iter().find(|key| match &key.kind {
            ExprKind::Chain { first: start, steps: begun } => start == first && steps.starts_with(begun),
            _ => false,
        });
        if let Some(key) = key
            && let ExprKind::Chain { steps: begun, .. } = &key.kind
        {
            steps.drain(..begun.len());
            **first = key.clone();
        }
        expr
    }

    fn output(&self, column: usize) -> Expr {
        Expr::column(column, self.plan.schema[column].data_type.clone())
    }

    fn not_grouped(&self, column: usize) -> SqlError {
        let (position, name) =
            self.grouping.noted.get(&column).cloned().unwrap_or((Position::NONE, format!("column {column}")));
        SqlError::at(position, format!("'{name}' is neither in GROUP BY nor inside an aggregate function"))
            .with_hint(format!("group by it, or aggregate it: MAX({name})"))
    }
}

impl ExprBinder<'_> {
    pub(super) fn aggregate(&mut self, function: AggregateFunction, call: &Call) -> SqlResult<Expr> {
        let position = call.name.position();
        let name = call.name.last().to_ascii_uppercase();
        if self.grouping.is_none() {
            let message = if self.clause == INSIDE {
                format!("{name} cannot stand inside another aggregate function")
            } else {
                format!("{name} is an aggregate function and cannot stand in {}", self.clause)
            };
            let error = SqlError::at(position, message);
            return Err(if self.clause == "WHERE" {
                error.with_hint("filter groups with HAVING")
            } else {
                error
            });
        }
        let mut inner = ExprBinder::scalar(self.scope, INSIDE);
        let args = call.args.iter().map(|arg| inner.bind_typed(arg)).collect::<SqlResult<Vec<_>>>()?;
        let mut in_filter = ExprBinder::scalar(self.scope, "FILTER");
        let filter = call.filter.as_ref().map(|filter| in_filter.condition(filter)).transpose()?;
        let logical = aggregate_type(function, &args, call)?;
        let nullable = !matches!(function, AggregateFunction::Count | AggregateFunction::Sum0);
        let data_type = logical.with_nullability(nullable);
        // DISTINCT changes nothing of the largest and smallest.
        let distinct = call.distinct && !matches!(function, AggregateFunction::Min | AggregateFunction::Max);
        let pending = PendingCall { function, args, distinct, filter, data_type: data_type.clone() };
        match &mut self.grouping {
            Some(grouping) => Ok(grouping.ask(Asked::Aggregate(pending), data_type)),
            None => Err(SqlError::at(position, format!("{name} cannot stand here"))),
        }
    }
}

/// The result type of an aggregate; refuses arguments that it does not take.
fn aggregate_type(function: AggregateFunction, args: &[Expr], call: &Call) -> SqlResult<LogicalType> {
    use AggregateFunction as A;
    let position = call.name.position();
    let name = call.name.last().to_ascii_uppercase();
    if call.star && function != A::Count {
        return Err(SqlError::at(position, format!("{name} takes an argument, not *")));
    }
    let fits = match function {
        A::Count => args.len() == usize::from(!call.star),
        A::ListAgg => (1..=2).contains(&args.len()),
        _ => args.len() == 1,
    };
    if !fits {
        return Err(SqlError::at(position, format!("{name} does not take {} arguments", args.len())));
    }
    let Some(first) = args.first().map(|arg| &arg.data_type.logical) else { return Ok(LogicalType::BigInt) };
    let result = match function {
        A::Count => Some(LogicalType::BigInt),
        A::Sum | A::Sum0 => rules::sum_type(first),
        A::Avg | A::StddevPop | A::StddevSamp | A::VarPop | A::VarSamp => rules::avg_type(first),
        A::Min | A::Max => (!first.is_constructed()).then(|| first.clone()),
        A::FirstValue | A::LastValue => Some(first.clone()),
        A::ListAgg => first.is_character().then_some(LogicalType::STRING),
    };
    if let (A::ListAgg, Some(separator)) = (function, args.get(1))
        && !(separator.data_type.logical.is_character() && separator.as_literal().is_some())
    {
        return Err(SqlError::at(position, "the separator of LISTAGG is a string literal"));
    }
    result.ok_or_else(|| {
        let error = SqlError::at(position, format!("{name}({first}) is not defined"));
        match function {
            A::Sum | A::Sum0 | A::Avg => error.with_hint(format!("{name} takes numbers")),
            A::ListAgg => error.with_hint("LISTAGG takes strings"),
            _ => error,
        }
    })
}
