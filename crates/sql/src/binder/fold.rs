//! What is known when the query is planned: conversions of literals and arithmetic of intervals.
//!
//! Only conversions that cannot fail and lose nothing are made here; everything else stays for the evaluator, so that there is one
//! implementation of every rounding and every error.

use super::literal::{parse_date, parse_time, parse_timestamp};
use crate::types::value::decimal_text;
use crate::types::{LogicalType, TimestampValue, Value, rules};

/// A literal of type `from` as a literal of type `to`, if that is a plain matter.
pub(super) fn cast_literal(value: &Value, from: &LogicalType, to: &LogicalType) -> Option<Value> {
    use LogicalType as T;
    if value.is_null() {
        return Some(Value::Null);
    }
    match (value, to) {
        (Value::Int(n), _) if to.is_integer() => in_range(*n, to).then_some(Value::Int(*n)),
        (Value::Int(n), T::Decimal { precision, scale }) => rescaled(i128::from(*n), 0, *precision, *scale),
        (Value::Int(n), T::Double) if n.unsigned_abs() <= 1 << 53 => Some(Value::Float(*n as f64)),
        (Value::Int(n), T::Float) if n.unsigned_abs() <= 1 << 24 => Some(Value::Float(*n as f64)),
        (Value::Decimal(n), T::Decimal { precision, scale }) => {
            rescaled(*n, rules::digits_of(from)?.scale, *precision, *scale)
        }
        (Value::Decimal(n), T::Double) => {
            decimal_text(*n, rules::digits_of(from)?.scale).parse().ok().map(Value::Float)
        }
        (Value::Float(x), T::Double) => Some(Value::Float(*x)),
        (Value::Float(x), T::Float) => Some(Value::Float(f64::from(*x as f32))),
        (Value::String(s), _) => string_literal(s, to),
        (Value::Date(days), T::Timestamp(_)) => {
            Some(Value::Timestamp(TimestampValue::from_millis(i64::from(*days) * 86_400_000)))
        }
        (Value::Timestamp(t), T::Timestamp(digits)) => Some(Value::Timestamp(t.truncated(*digits))),
        (Value::Months(_), T::IntervalYearMonth(_)) | (Value::Millis(_), T::IntervalDayTime(_)) => {
            Some(value.clone())
        }
        _ => None,
    }
}

fn string_literal(text: &std::sync::Arc<str>, to: &LogicalType) -> Option<Value> {
    use LogicalType as T;
    match to {
        T::Varchar(n) if text.chars().count() <= *n as usize => Some(Value::String(text.clone())),
        T::Char(n) if text.chars().count() == *n as usize => Some(Value::String(text.clone())),
        T::Boolean if text.eq_ignore_ascii_case("true") => Some(Value::Boolean(true)),
        T::Boolean if text.eq_ignore_ascii_case("false") => Some(Value::Boolean(false)),
        T::Date => parse_date(text).map(Value::Date),
        T::Time(_) => parse_time(text).map(|(millis, _)| Value::Time(millis as i32)),
        T::Timestamp(digits) => parse_timestamp(text).map(|(t, _)| Value::Timestamp(t.truncated(*digits))),
        _ if to.is_integer() => {
            let number: i64 = text.trim().parse().ok()?;
            in_range(number, to).then_some(Value::Int(number))
        }
        _ => None,
    }
}

fn in_range(n: i64, to: &LogicalType) -> bool {
    match to {
        LogicalType::TinyInt => i8::try_from(n).is_ok(),
        LogicalType::SmallInt => i16::try_from(n).is_ok(),
        LogicalType::Int => i32::try_from(n).is_ok(),
        _ => true,
    }
}

/// `n / 10^from` with `scale` digits after the point; None if digits would be lost or there are more than `precision`.
fn rescaled(n: i128, from: u8, precision: u8, scale: u8) -> Option<Value> {
    let up = u32::from(scale.checked_sub(from)?);
    let scaled = n.checked_mul(10_i128.checked_pow(up)?)?;
    (scaled.unsigned_abs() < 10_u128.pow(u32::from(precision))).then_some(Value::Decimal(scaled))
}

/// A literal with its sign turned.
pub(super) fn negated(value: &Value) -> Option<Value> {
    match value {
        Value::Int(n) => n.checked_neg().map(Value::Int),
        Value::Float(x) => Some(Value::Float(-x)),
        Value::Decimal(n) => Some(Value::Decimal(-n)),
        Value::Months(n) => n.checked_neg().map(Value::Months),
        Value::Millis(n) => n.checked_neg().map(Value::Millis),
        _ => None,
    }
}

/// The sum of two intervals of one kind.
pub(super) fn interval_sum(a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Months(a), Value::Months(b)) => a.checked_add(*b).map(Value::Months),
        (Value::Millis(a), Value::Millis(b)) => a.checked_add(*b).map(Value::Millis),
        _ => None,
    }
}

/// An interval times an integer.
pub(super) fn interval_times(interval: &Value, factor: &Value) -> Option<Value> {
    match (interval, factor) {
        (Value::Months(n), Value::Int(k)) => i32::try_from(*k).ok()?.checked_mul(*n).map(Value::Months),
        (Value::Millis(n), Value::Int(k)) => n.checked_mul(*k).map(Value::Millis),
        _ => None,
    }
}
