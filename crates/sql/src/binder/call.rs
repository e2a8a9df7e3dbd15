//! Function calls: the table's functions, the forms with rules of their own, and the way to aggregates.

use super::coerce::{cast_to, null_of, stores_into, to_common};
use super::expr::{ExprBinder, case_of, equal};
use super::operators::arithmetic;
use super::suggest::nearest;
use crate::ast::{self, Call};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
use crate::functions::{
    NOT_OFFERED, Nullability, Param, ResultType, ScalarDef, ScalarFunction as F, TimeUnit, aggregate_named,
    function_names, scalars_named,
};
use crate::types::{DataType, DayTimeUnit, LogicalType, Value, YearMonthUnit, rules};

/// Functions that are EXTRACT under another name.
const EXTRACTS: &[(&str, TimeUnit)] = &[
    ("YEAR", TimeUnit::Year),
    ("QUARTER", TimeUnit::Quarter),
    ("MONTH", TimeUnit::Month),
    ("WEEK", TimeUnit::Week),
    ("DAYOFMONTH", TimeUnit::Day),
    ("DAYOFWEEK", TimeUnit::DayOfWeek),
    ("DAYOFYEAR", TimeUnit::DayOfYear),
    ("HOUR", TimeUnit::Hour),
    ("MINUTE", TimeUnit::Minute),
    ("SECOND", TimeUnit::Second),
];

impl ExprBinder<'_> {
    pub(super) fn call(&mut self, call: &Call) -> SqlResult<Expr> {
        let position = call.name.position();
        let name = call.name.last().to_ascii_uppercase();
        if call.name.0.len() > 1 {
            return Err(SqlError::at(
                position,
                format!("unknown function '{}'", ast::display::name(&call.name)),
            ));
        }
        if let Some(over) = &call.over {
            return Err(SqlError::not_offered(over.position, "OVER"));
        }
        if let Some(function) = aggregate_named(&name) {
            return self.aggregate(function, call);
        }
        if call.filter.is_some() || call.distinct || call.star {
            let what = if call.star {
                "*"
            } else if call.distinct {
                "DISTINCT"
            } else {
                "FILTER"
            };
            return Err(SqlError::at(
                position,
                format!("{name} is no aggregate function and takes no {what}"),
            ));
        }
        if let Some(bound) = self.window_auxiliary(&name, call)? {
            return Ok(bound);
        }
        if let Some(bound) = self.special_call(&name, call)? {
            return Ok(bound);
        }
        let args = call.args.iter().map(|arg| self.bind(arg)).collect::<SqlResult<Vec<_>>>()?;
        apply(&name, args, call)
    }

    /// Calls that are another expression written as a call.
    fn special_call(&mut self, name: &str, call: &Call) -> SqlResult<Option<Expr>> {
        let position = call.name.position();
        let takes = |count: usize, usage: &str| match call.args.len() == count {
            true => Ok(()),
            false => Err(wrong_count(usage, call)),
        };
        match name {
            "IF" => {
                takes(3, "IF(condition, then, else)")?;
                let condition = self.condition(&call.args[0])?;
                let nullable = condition.data_type.nullable;
                let results = vec![self.bind_typed(&call.args[1])?, self.bind_typed(&call.args[2])?];
                let mut bound = case_of(vec![condition], results, position)?;
                bound.data_type.nullable |= nullable;
                Ok(Some(bound))
            }
            "NULLIF" => {
                takes(2, "NULLIF(value, null value)")?;
                let (value, other) = (self.bind_typed(&call.args[0])?, self.bind_typed(&call.args[1])?);
                let condition = equal(value.clone(), other, position)?;
                let null = null_of(&value.data_type.logical);
                case_of(vec![condition], vec![null, value], position).map(Some)
            }
            "MOD" => {
                takes(2, "MOD(dividend, divisor)")?;
                let (left, right) = (self.bind(&call.args[0])?, self.bind(&call.args[1])?);
                arithmetic(F::Remainder, left, right, position).map(Some)
            }
            "PI" | "E" => {
                takes(0, &format!("{name}()"))?;
                let value = if name == "PI" { std::f64::consts::PI } else { std::f64::consts::E };
                Ok(Some(Expr::literal(Value::Float(value), LogicalType::Double)))
            }
            "TO_TIMESTAMP_LTZ" => self.instant_of_number(call),
            _ => match EXTRACTS.iter().find(|(known, _)| *known == name) {
                Some((_, unit)) => {
                    takes(1, &format!("{name}(time)"))?;
                    self.extract(*unit, &call.args[0], position).map(Some)
                }
                None => Ok(None),
            },
        }
    }

    /// The numeric forms of TO_TIMESTAMP_LTZ; None for those of strings, which stand in the table.
    fn instant_of_number(&mut self, call: &Call) -> SqlResult<Option<Expr>> {
        let Some(first) = call.args.first() else { return Ok(None) };
        let value = self.bind_typed(first)?;
        if !value.data_type.logical.is_numeric() {
            return Ok(None);
        }
        let precision = match call.args.get(1).map(|arg| self.bind(arg)).transpose()? {
            None => 3,
            Some(precision) => match precision.as_literal() {
                Some(Value::Int(0)) => 0,
                Some(Value::Int(3)) => 3,
                _ => {
                    let message = "the precision of TO_TIMESTAMP_LTZ is 0 (seconds) or 3 (milliseconds)";
                    return Err(SqlError::at(call.args[1].position, message));
                }
            },
        };
        if call.args.len() > 2 {
            return Err(wrong_count("TO_TIMESTAMP_LTZ(number [, precision])", call));
        }
        let to = if value.data_type.logical.is_integer() { LogicalType::BigInt } else { LogicalType::Double };
        let args = vec![cast_to(value, &to)];
        let function = F::ToTimestampLtz { precision };
        Ok(Some(Expr::call(function, args, LogicalType::TimestampLtz(3).nullable())))
    }

    fn extract(&mut self, unit: TimeUnit, operand: &ast::Expr, position: Position) -> SqlResult<Expr> {
        let bound = self.bind_typed(operand)?;
        let logical = &bound.data_type.logical;
        if !logical.is_datetime() && !logical.is_interval() {
            return Err(SqlError::at(
                position,
                format!("{} is taken of a time, not of {logical}", unit.name()),
            ));
        }
        let data_type = LogicalType::BigInt.with_nullability(bound.data_type.nullable);
        Ok(Expr::call(F::Extract(unit), vec![bound], data_type))
    }

    /// Forms whose syntax is not that of a call.
    pub(super) fn special_form(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        use ast::ExprKind as K;
        let position = expr.position;
        match &expr.kind {
            K::Extract { unit, operand } => self.extract(*unit, operand, position),
            K::RoundTo { ceil, operand, unit } => self.round_to(*ceil, operand, *unit, position),
            K::Trim { side, characters, operand } => {
                let text = self.bind(operand)?;
                let characters = match characters {
                    Some(characters) => self.bind(characters)?,
                    None => Expr::literal(Value::string(" "), LogicalType::Char(1)),
                };
                let args = texts(vec![text, characters], position, "TRIM")?;
                let nullable = args.iter().any(|arg| arg.data_type.nullable);
                let logical = varying(&args[0].data_type.logical);
                Ok(Expr::call(F::Trim(*side), args, logical.with_nullability(nullable)))
            }
            K::Position { needle, text } => {
                let args = texts(vec![self.bind(needle)?, self.bind(text)?], position, "POSITION")?;
                let nullable = args.iter().any(|arg| arg.data_type.nullable);
                Ok(Expr::call(F::Position, args, LogicalType::Int.with_nullability(nullable)))
            }
            K::TimestampAdd { unit, count, time } => self.timestamp_add(*unit, count, time, position),
            K::TimestampDiff { unit, from, to } => self.timestamp_diff(*unit, from, to, position),
            K::DatetimeDifference { left, right, units } => {
                let (left, right) = (self.bind_typed(left)?, self.bind_typed(right)?);
                let logical = super::types::interval_type(*units);
                if matches!(logical, LogicalType::IntervalYearMonth(_)) {
                    return Err(SqlError::not_offered(position, "a difference in months"));
                }
                let (left, right) = datetimes_alike(left, right, position)?;
                let nullable = left.data_type.nullable || right.data_type.nullable;
                Ok(Expr::call(F::DatetimeDifference, vec![left, right], logical.with_nullability(nullable)))
            }
            K::InQuery { .. } => Err(SqlError::not_offered(position, "IN with a subquery")),
            K::Exists(_) => Err(SqlError::not_offered(position, "EXISTS")),
            K::Subquery(_) => Err(SqlError::not_offered(position, "a subquery as a value")),
            K::Descriptor(_) => {
                Err(SqlError::at(position, "DESCRIPTOR stands only in a window table function"))
            }
            _ => Err(SqlError::not_offered(position, "this expression")),
        }
    }

    fn round_to(
        &mut self,
        ceil: bool,
        operand: &ast::Expr,
        unit: TimeUnit,
        position: Position,
    ) -> SqlResult<Expr> {
        let bound = self.bind_typed(operand)?;
        let data_type = bound.data_type.clone();
        let of_day = !matches!(
            unit,
            TimeUnit::Hour
                | TimeUnit::Minute
                | TimeUnit::Second
                | TimeUnit::Millisecond
                | TimeUnit::Microsecond
        );
        let fits = match data_type.logical {
            LogicalType::Date => of_day,
            LogicalType::Time(_) => !of_day,
            LogicalType::Timestamp(_) | LogicalType::TimestampLtz(_) => true,
            _ => false,
        };
        let rounds = matches!(
            unit,
            TimeUnit::Millennium
                | TimeUnit::Century
                | TimeUnit::Decade
                | TimeUnit::Year
                | TimeUnit::Quarter
                | TimeUnit::Month
                | TimeUnit::Week
                | TimeUnit::Day
                | TimeUnit::Hour
                | TimeUnit::Minute
                | TimeUnit::Second
                | TimeUnit::Millisecond
        );
        if !fits || !rounds {
            let name = if ceil { "CEIL" } else { "FLOOR" };
            let message = format!("{name} of {} to {} is not defined", data_type.logical, unit.name());
            return Err(SqlError::at(position, message));
        }
        let function = if ceil { F::CeilTo(unit) } else { F::FloorTo(unit) };
        Ok(Expr::call(function, vec![bound], data_type))
    }

    /// `TIMESTAMPADD(unit, count, time)` is `time + count * INTERVAL '1' unit`.
    fn timestamp_add(
        &mut self,
        unit: TimeUnit,
        count: &ast::Expr,
        time: &ast::Expr,
        position: Position,
    ) -> SqlResult<Expr> {
        let (count, time) = (self.bind_typed(count)?, self.bind_typed(time)?);
        if !count.data_type.logical.is_integer() {
            let message =
                format!("TIMESTAMPADD adds a whole number of units, not {}", count.data_type.logical);
            return Err(SqlError::at(position, message));
        }
        let months =
            |n| Expr::literal(Value::Months(n), LogicalType::IntervalYearMonth(YearMonthUnit::Month));
        let millis = |n| Expr::literal(Value::Millis(n), LogicalType::IntervalDayTime(DayTimeUnit::Second));
        let one = match unit {
            TimeUnit::Year => months(12),
            TimeUnit::Quarter => months(3),
            TimeUnit::Month => months(1),
            TimeUnit::Week => millis(7 * 86_400_000),
            TimeUnit::Day => millis(86_400_000),
            TimeUnit::Hour => millis(3_600_000),
            TimeUnit::Minute => millis(60_000),
            TimeUnit::Second => millis(1_000),
            other => {
                return Err(SqlError::not_offered(position, format!("TIMESTAMPADD of {}", other.name())));
            }
        };
        let below_day = matches!(unit, TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second);
        let time = match time.data_type.logical {
            LogicalType::Date if below_day => cast_to(time, &LogicalType::Timestamp(6)),
            _ => time,
        };
        let interval = arithmetic(F::Times, one, count, position)?;
        arithmetic(F::Plus, time, interval, position)
    }

    fn timestamp_diff(
        &mut self,
        unit: TimeUnit,
        from: &ast::Expr,
        to: &ast::Expr,
        position: Position,
    ) -> SqlResult<Expr> {
        let counted = matches!(
            unit,
            TimeUnit::Year
                | TimeUnit::Quarter
                | TimeUnit::Month
                | TimeUnit::Week
                | TimeUnit::Day
                | TimeUnit::Hour
                | TimeUnit::Minute
                | TimeUnit::Second
        );
        if !counted {
            return Err(SqlError::not_offered(position, format!("TIMESTAMPDIFF in {}", unit.name())));
        }
        let (from, to) = (self.bind_typed(from)?, self.bind_typed(to)?);
        let (from, to) = datetimes_alike(from, to, position)?;
        let nullable = from.data_type.nullable || to.data_type.nullable;
        Ok(Expr::call(F::TimestampDiff(unit), vec![from, to], LogicalType::Int.with_nullability(nullable)))
    }
}

/// Calls the table's function of this name, in the shape that the arguments fit.
fn apply(name: &str, args: Vec<Expr>, call: &Call) -> SqlResult<Expr> {
    let position = call.name.position();
    let shapes: Vec<&ScalarDef> = scalars_named(name).collect();
    if shapes.is_empty() && NOT_OFFERED.binary_search(&name).is_ok() {
        return Err(SqlError::not_offered(position, format!("the function {name}")));
    }
    if shapes.is_empty() {
        let error = SqlError::at(position, format!("unknown function '{}'", call.name.last()));
        return Err(nearest(error, name, function_names().into_iter()));
    }
    for shape in &shapes {
        if shape.params.accepts_count(args.len())
            && let Some(bound) = fit(shape, args.clone(), position)?
        {
            return Ok(bound);
        }
    }
    let usages: Vec<String> = shapes.iter().map(|shape| shape.usage()).collect();
    if !shapes.iter().any(|shape| shape.params.accepts_count(args.len())) {
        return Err(wrong_count(&usages.join(" or "), call));
    }
    let given: Vec<String> = args.iter().map(|arg| arg.data_type.logical.to_string()).collect();
    let error = SqlError::at(position, format!("{name}({}) is not defined", given.join(", ")));
    Err(error.with_hint(format!("it is {}", usages.join(" or "))))
}

fn wrong_count(usage: &str, call: &Call) -> SqlError {
    let (name, count) = (call.name.last().to_ascii_uppercase(), call.args.len());
    let noun = if count == 1 { "argument" } else { "arguments" };
    SqlError::at(call.name.position(), format!("{name} does not take {count} {noun}"))
        .with_hint(format!("it is {usage}"))
}

/// The call in this shape, or None where an argument does not fit.
fn fit(shape: &ScalarDef, args: Vec<Expr>, position: Position) -> SqlResult<Option<Expr>> {
    let params: Vec<Param> = (0..args.len()).map(|i| shape.params.at(i)).collect();
    let alike = params.contains(&Param::Alike);
    let args = if alike { to_common(args, position, shape.name)?.0 } else { args };
    let element = match args.first().map(|arg| &arg.data_type.logical) {
        Some(LogicalType::Array(element)) => Some(element.logical.clone()),
        _ => None,
    };
    let mut bound = Vec::with_capacity(args.len());
    for (arg, param) in args.into_iter().zip(params) {
        match argument(arg, param, element.as_ref()) {
            Some(arg) => bound.push(arg),
            None => return Ok(None),
        }
    }
    let mut nullables = bound.iter().map(|arg| arg.data_type.nullable);
    let nullable = match shape.nullability {
        Nullability::FromArgs => nullables.any(|n| n),
        Nullability::FromAllArgs => nullables.all(|n| n),
        Nullability::Always => true,
        Nullability::Never => false,
    };
    let bound = completed(shape, bound);
    let Some(logical) = result_type(&shape.result, &bound) else { return Ok(None) };
    Ok(Some(Expr::call(shape.function, bound, logical.with_nullability(nullable))))
}

/// Arguments that the call may leave out and the evaluator always gets.
fn completed(shape: &ScalarDef, mut args: Vec<Expr>) -> Vec<Expr> {
    let missing = match shape.function {
        F::Trim(_) if args.len() == 1 => Expr::literal(Value::string(" "), LogicalType::Char(1)),
        F::Round | F::Truncate if args.len() == 1 => Expr::literal(Value::Int(0), LogicalType::Int),
        _ => return args,
    };
    args.push(missing);
    args
}

fn argument(arg: Expr, param: Param, element: Option<&LogicalType>) -> Option<Expr> {
    let logical = arg.data_type.logical.clone();
    let wanted = match param {
        Param::Text => LogicalType::STRING,
        Param::Int => LogicalType::Int,
        Param::BigInt => LogicalType::BigInt,
        Param::Number | Param::Double => LogicalType::Double,
        Param::Timestamp => LogicalType::Timestamp(3),
        Param::Element => element?.clone(),
        Param::Alike | Param::Array | Param::Map | Param::Collection => logical.clone(),
    };
    if logical == LogicalType::Null && !matches!(param, Param::Array | Param::Map | Param::Collection) {
        return (wanted != LogicalType::Null).then(|| null_of(&wanted));
    }
    match param {
        Param::Text if logical.is_character() => Some(arg),
        Param::Int | Param::BigInt if logical.is_integer() => Some(cast_to(arg, &wanted)),
        Param::Number if logical.is_numeric() => Some(arg),
        Param::Double if logical.is_numeric() => Some(cast_to(arg, &wanted)),
        Param::Timestamp if logical.is_timestamp() => Some(arg),
        Param::Alike => Some(arg),
        Param::Array if matches!(logical, LogicalType::Array(_)) => Some(arg),
        Param::Map if matches!(logical, LogicalType::Map(..)) => Some(arg),
        Param::Collection if logical.is_constructed() && !matches!(logical, LogicalType::Row(_)) => Some(arg),
        Param::Element if stores_into(&logical, &wanted) => Some(cast_to(arg, &wanted)),
        _ => None,
    }
}

fn result_type(result: &ResultType, args: &[Expr]) -> Option<LogicalType> {
    let of = |index: usize| args.get(index).map(|arg| &arg.data_type.logical);
    match result {
        ResultType::Is(logical) => Some(logical.clone()),
        ResultType::Of(index) => of(*index).cloned(),
        ResultType::Common => of(0).cloned(),
        ResultType::VaryingOf(index) => of(*index).map(varying),
        ResultType::Whole => Some(match of(0)? {
            LogicalType::Decimal { precision, .. } => {
                LogicalType::Decimal { precision: *precision, scale: 0 }
            }
            other => other.clone(),
        }),
        ResultType::Rounded => Some(match (of(0)?, args.get(1).and_then(Expr::as_literal)) {
            (decimal @ LogicalType::Decimal { .. }, Some(Value::Int(places))) => {
                rules::decimal_rounded(rules::digits_of(decimal)?, i32::try_from(*places).ok()?).into()
            }
            (other, _) => other.clone(),
        }),
        ResultType::MapKeys | ResultType::MapValues => match of(0)? {
            LogicalType::Map(key, value) => {
                let element: &DataType = if matches!(result, ResultType::MapKeys) { key } else { value };
                Some(LogicalType::Array(Box::new(element.clone())))
            }
            _ => None,
        },
    }
}

/// VARCHAR of the same length.
fn varying(logical: &LogicalType) -> LogicalType {
    match logical {
        LogicalType::Char(n) => LogicalType::Varchar((*n).max(1)),
        other => other.clone(),
    }
}

fn texts(args: Vec<Expr>, position: Position, what: &str) -> SqlResult<Vec<Expr>> {
    args.into_iter()
        .map(|arg| match &arg.data_type.logical {
            LogicalType::Null => Ok(null_of(&LogicalType::STRING)),
            text if text.is_character() => Ok(arg),
            other => Err(SqlError::at(position, format!("{what} takes strings, not {other}"))),
        })
        .collect()
}

/// Two times in one type; a DATE beside a TIMESTAMP is its midnight.
fn datetimes_alike(left: Expr, right: Expr, position: Position) -> SqlResult<(Expr, Expr)> {
    let (l, r) = (&left.data_type.logical, &right.data_type.logical);
    let common = if l.is_datetime() && r.is_datetime() {
        match (l, r) {
            (LogicalType::Date, stamp) | (stamp, LogicalType::Date) if stamp.is_timestamp() => {
                Some(stamp.clone())
            }
            (LogicalType::Timestamp(_), LogicalType::TimestampLtz(_))
            | (LogicalType::TimestampLtz(_), LogicalType::Timestamp(_)) => None,
            _ => super::coerce::comparison_type(l, r),
        }
    } else {
        None
    };
    let Some(common) = common else {
        return Err(SqlError::at(position, format!("there is no difference of {l} and {r}")));
    };
    Ok((cast_to(left, &common), cast_to(right, &common)))
}
