//! From types as written to logical types, with their bounds checked.

use crate::ast::{IntervalUnits, PlainType, TypeKind, TypeName};
use crate::error::{Position, SqlError, SqlResult};
use crate::functions::TimeUnit;
use crate::types::{
    DECIMAL_PRECISION_MAX, DataType, DayTimeUnit, FRACTION_DIGITS_MAX, LENGTH_MAX, LogicalType, RowField,
    TIMESTAMP_PRECISION_DEFAULT, YearMonthUnit,
};

pub(super) fn bind_type(name: &TypeName) -> SqlResult<DataType> {
    let logical = match &name.kind {
        TypeKind::Plain { name: plain, arguments } => plain_type(*plain, arguments, name.position)?,
        TypeKind::Interval(units) => interval_type(*units),
        TypeKind::Array(element) => LogicalType::Array(Box::new(bind_type(element)?)),
        TypeKind::Multiset(element) => LogicalType::Multiset(Box::new(bind_type(element)?)),
        TypeKind::Map(key, value) => LogicalType::Map(Box::new(bind_type(key)?), Box::new(bind_type(value)?)),
        TypeKind::Row(fields) => {
            let mut bound: Vec<RowField> = Vec::with_capacity(fields.len());
            for field in fields {
                if bound.iter().any(|known| known.name == field.name.value) {
                    let message = format!("the row has two fields '{}'", field.name.value);
                    return Err(SqlError::at(field.name.position, message));
                }
                bound.push(RowField {
                    name: field.name.value.clone(),
                    data_type: bind_type(&field.data_type)?,
                });
            }
            LogicalType::Row(bound)
        }
    };
    Ok(logical.with_nullability(!name.not_null))
}

/// The type of an interval with these units; in expressions all intervals of months, and all of milliseconds, are alike.
pub(super) fn interval_type(units: IntervalUnits) -> LogicalType {
    match units.from {
        TimeUnit::Year | TimeUnit::Quarter | TimeUnit::Month => {
            LogicalType::IntervalYearMonth(YearMonthUnit::Month)
        }
        _ => LogicalType::IntervalDayTime(DayTimeUnit::Second),
    }
}

fn plain_type(name: PlainType, arguments: &[u32], position: Position) -> SqlResult<LogicalType> {
    let most = if name == PlainType::Decimal { 2 } else { 1 };
    if arguments.len() > most {
        return Err(SqlError::at(position, format!("this type takes at most {most} numbers in parentheses")));
    }
    let length = |default: u32| match arguments.first() {
        None => Ok(default),
        Some(0) => Err(SqlError::at(position, "a length is at least 1")),
        Some(length) => Ok((*length).min(LENGTH_MAX)),
    };
    let digits = |default: u8| match arguments.first() {
        None => Ok(default),
        Some(digits) if *digits <= u32::from(FRACTION_DIGITS_MAX) => Ok(*digits as u8),
        Some(_) => {
            Err(SqlError::at(position, format!("a time has at most {FRACTION_DIGITS_MAX} fractional digits")))
        }
    };
    Ok(match name {
        PlainType::Boolean => LogicalType::Boolean,
        PlainType::TinyInt => LogicalType::TinyInt,
        PlainType::SmallInt => LogicalType::SmallInt,
        PlainType::Int => LogicalType::Int,
        PlainType::BigInt => LogicalType::BigInt,
        PlainType::Float => LogicalType::Float,
        PlainType::Double => LogicalType::Double,
        PlainType::Decimal => decimal_type(arguments, position)?,
        PlainType::Char => LogicalType::Char(length(1)?),
        PlainType::Varchar => LogicalType::Varchar(length(LENGTH_MAX)?),
        PlainType::String => LogicalType::STRING,
        PlainType::Binary => LogicalType::Binary(length(1)?),
        PlainType::Varbinary => LogicalType::Varbinary(length(LENGTH_MAX)?),
        PlainType::Bytes => LogicalType::BYTES,
        PlainType::Date => LogicalType::Date,
        PlainType::Time => LogicalType::Time(digits(0)?),
        PlainType::Timestamp => LogicalType::Timestamp(digits(TIMESTAMP_PRECISION_DEFAULT)?),
        PlainType::TimestampLtz => LogicalType::TimestampLtz(digits(TIMESTAMP_PRECISION_DEFAULT)?),
    })
}

fn decimal_type(arguments: &[u32], position: Position) -> SqlResult<LogicalType> {
    let precision = arguments.first().copied().unwrap_or(10);
    let scale = arguments.get(1).copied().unwrap_or(0);
    if !(1..=u32::from(DECIMAL_PRECISION_MAX)).contains(&precision) {
        let message = format!("a DECIMAL has 1 to {DECIMAL_PRECISION_MAX} digits, not {precision}");
        return Err(SqlError::at(position, message));
    }
    if scale > precision {
        let message = format!("a DECIMAL of {precision} digits cannot have {scale} of them after the point");
        return Err(SqlError::at(position, message));
    }
    Ok(LogicalType::Decimal { precision: precision as u8, scale: scale as u8 })
}
