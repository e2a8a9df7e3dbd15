//! CAST, TRY_CAST and literals.
//!
//! Numbers narrow as Java's casts do (integers wrap, floats saturate), DECIMALs round HALF_UP and are NULL beyond their
//! precision, strings are trimmed before they are parsed and fail the job when they do not parse.
//! Source: flink-table-planner `functions/casting/*CastRule.java`, `BinaryStringDataUtil.java`.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::types::Decimal128Type;
use arrow_array::{Array, ArrayRef, new_null_array};
use arrow_schema::DataType as ArrowType;
use headwater_connect::format::json::convert::java_double;
use headwater_connect::format::text::{
    DecimalFault, Fraction, days_from_civil, days_in_month, parse_decimal, write_date, write_decimal_plain,
    write_double, write_float, write_time,
};

use super::datetime::write_timestamp_text;
use super::decimal::rescale;
use super::{EvalContext, Fault, Zone, nested};
use crate::exec::error::ExecError;
use crate::exec::scalar::{Reader, Scalar, Writer};
use crate::expr::CastMode;
use crate::types::{LogicalType as T, Value};

const NANOS_PER_DAY: i128 = 86_400_000_000_000;
const NANOS_PER_MILLI: i128 = 1_000_000;

/// Every value of `array` as the other type.
pub(super) fn cast(
    array: &ArrayRef,
    from: &T,
    to: &T,
    mode: CastMode,
    context: &EvalContext,
) -> Result<ArrayRef, Fault> {
    if matches!(from, T::Null) {
        return Ok(new_null_array(&to.to_arrow(), array.len()));
    }
    if passes_unchanged(from, to) {
        return retyped(array, to);
    }
    if from.is_constructed() && to.is_constructed() {
        return nested::cast(array, from, to, mode, context);
    }
    let reader = Reader::new(array);
    let mut out = Writer::new(&to.to_arrow(), array.len());
    for row in 0..array.len() {
        if array.is_null(row) {
            out.push_null();
            continue;
        }
        let value = if from.is_constructed() {
            Ok(Scalar::Text(Cow::Owned(nested::text(array, row, from, context.zone))))
        } else {
            cast_scalar(reader.get(row), from, to, context.zone)
        };
        match value {
            Ok(value) => out.push(&value)?,
            Err(_) if mode == CastMode::Null => out.push_null(),
            Err(fault) => return Err(fault),
        }
    }
    Ok(out.finish())
}

/// Whether the values stay as they are, whatever they are.
fn passes_unchanged(from: &T, to: &T) -> bool {
    match (from, to) {
        (T::Char(n), T::Varchar(m)) | (T::Varchar(n), T::Varchar(m)) => n <= m,
        (T::Binary(n), T::Varbinary(m)) | (T::Varbinary(n), T::Varbinary(m)) => n <= m,
        (T::Timestamp(p), T::Timestamp(q)) | (T::TimestampLtz(p), T::TimestampLtz(q)) => {
            p <= q && from.to_arrow() == to.to_arrow()
        }
        (T::Decimal { precision, scale }, T::Decimal { precision: p, scale: s }) => {
            scale == s && precision <= p
        }
        (T::IntervalDayTime(_), T::IntervalDayTime(_))
        | (T::IntervalYearMonth(_), T::IntervalYearMonth(_)) => true,
        _ => from == to,
    }
}

/// The same values under a type whose arrays look alike (a DECIMAL of another precision).
fn retyped(array: &ArrayRef, to: &T) -> Result<ArrayRef, Fault> {
    use arrow_array::cast::AsArray;
    let wanted = to.to_arrow();
    if *array.data_type() == wanted {
        return Ok(array.clone());
    }
    match wanted {
        ArrowType::Decimal128(..) => {
            Ok(Arc::new(array.as_primitive::<Decimal128Type>().clone().with_data_type(wanted)))
        }
        other => Err(Fault::new(format!("{} beside {other}", array.data_type()))),
    }
}

fn cast_scalar<'a>(value: Scalar<'a>, from: &T, to: &T, zone: Zone) -> Result<Scalar<'a>, Fault> {
    if to.is_character() {
        return Ok(Scalar::Text(sized(to_text(value, from, zone)?, to)));
    }
    if from.is_character() {
        let parsed = parse(value.text(), to, zone);
        return parsed.ok_or_else(|| Fault(format!("cannot cast '{}' to {to}", value.text())));
    }
    let refused = || Err(Fault(format!("cannot cast {from} to {to}")));
    Ok(match (value, from, to) {
        (Scalar::Boolean(v), _, T::Boolean) => Scalar::Boolean(v),
        (Scalar::Boolean(v), ..) => number(f64::from(u8::from(v)), Some(i64::from(v)), to)?,
        (Scalar::Int(v), _, T::Boolean) => Scalar::Boolean(v != 0),
        (Scalar::Float(v), _, T::Boolean) => Scalar::Boolean(v != 0.0),
        (Scalar::Decimal(v), _, T::Boolean) => Scalar::Boolean(v != 0),
        (Scalar::Decimal(v), T::Decimal { scale, .. }, T::Decimal { precision, scale: to }) => {
            rescale(v, *scale, *to, *precision).map_or(Scalar::Null, Scalar::Decimal)
        }
        (Scalar::Decimal(v), T::Decimal { scale, .. }, to) if to.is_integer() => {
            narrow((v / 10i128.pow(u32::from(*scale))) as i64, to)
        }
        (Scalar::Decimal(v), T::Decimal { scale, .. }, to) => {
            let mut text = Vec::new();
            write_decimal_plain(&mut text, v, *scale as i8);
            number(java_double(&text).unwrap_or(f64::NAN), None, to)?
        }
        (Scalar::Int(v), from, to) if from.is_integer() || to.is_interval() || from.is_interval() => {
            number(v as f64, Some(v), to)?
        }
        (Scalar::Float(v), from, T::Decimal { precision, scale }) => {
            let mut text = String::new();
            if matches!(from, T::Float) {
                write_float(&mut text, v as f32)
            } else {
                write_double(&mut text, v)
            }
            decimal_from(text.as_bytes(), *precision, *scale).unwrap_or(Scalar::Null)
        }
        (Scalar::Float(v), ..) => number(v, None, to)?,
        (Scalar::Bytes(v), _, T::Binary(n)) => {
            let mut bytes = v.into_owned();
            bytes.resize(*n as usize, 0);
            Scalar::Bytes(Cow::Owned(bytes))
        }
        (Scalar::Bytes(v), _, T::Varbinary(n)) => {
            let kept = v.len().min(*n as usize);
            Scalar::Bytes(Cow::Owned(v[..kept].to_vec()))
        }
        (value, from, to) => return datetime(value, from, to, zone).map_or_else(refused, Ok),
    })
}

/// Between DATE, TIME, TIMESTAMP and TIMESTAMP_LTZ.
fn datetime<'a>(value: Scalar<'a>, from: &T, to: &T, zone: Zone) -> Option<Scalar<'a>> {
    let local = |nanos: i128| {
        let millis = zone.to_local(nanos.div_euclid(NANOS_PER_MILLI) as i64);
        i128::from(millis) * NANOS_PER_MILLI + nanos.rem_euclid(NANOS_PER_MILLI)
    };
    let instant = |nanos: i128| {
        let millis = zone.to_instant(nanos.div_euclid(NANOS_PER_MILLI) as i64);
        i128::from(millis) * NANOS_PER_MILLI + nanos.rem_euclid(NANOS_PER_MILLI)
    };
    let wall_clock = match (value, from) {
        (Scalar::Nanos(v), T::Timestamp(_)) => v,
        (Scalar::Nanos(v), T::TimestampLtz(p)) => {
            if let T::TimestampLtz(q) = to {
                return Some(Scalar::Nanos(truncated(v, *p.min(q))));
            }
            local(v)
        }
        (Scalar::Int(days), T::Date) => i128::from(days) * NANOS_PER_DAY,
        (Scalar::Int(millis), T::Time(_)) => i128::from(millis) * NANOS_PER_MILLI,
        _ => return None,
    };
    Some(match to {
        T::Timestamp(p) => Scalar::Nanos(truncated(wall_clock, *p)),
        T::TimestampLtz(p) => Scalar::Nanos(truncated(instant(wall_clock), *p)),
        T::Date if !matches!(from, T::Time(_)) => Scalar::Int(wall_clock.div_euclid(NANOS_PER_DAY) as i64),
        T::Time(_) if !matches!(from, T::Date) => {
            Scalar::Int((wall_clock.rem_euclid(NANOS_PER_DAY) / NANOS_PER_MILLI) as i64)
        }
        _ => return None,
    })
}

/// The nearest earlier point that `digits` fractional digits can write.
pub(super) fn truncated(nanos: i128, digits: u8) -> i128 {
    let step = 10i128.pow(u32::from(9 - digits.min(9)));
    nanos.div_euclid(step) * step
}

/// A number as another numeric type; `whole` is its exact value where it is an integer.
fn number(value: f64, whole: Option<i64>, to: &T) -> Result<Scalar<'static>, Fault> {
    Ok(match to {
        T::Float => Scalar::Float(f64::from(whole.map_or(value as f32, |w| w as f32))),
        T::Double => Scalar::Float(whole.map_or(value, |w| w as f64)),
        T::Decimal { precision, scale } => {
            let exact = whole.map_or(value as i128, i128::from);
            rescale(exact, 0, *scale, *precision).map_or(Scalar::Null, Scalar::Decimal)
        }
        T::BigInt => Scalar::Int(whole.unwrap_or(value as i64)),
        T::Int => Scalar::Int(whole.map_or(value as i32, |w| w as i32).into()),
        T::SmallInt => Scalar::Int((whole.map_or(value as i32, |w| w as i32) as i16).into()),
        T::TinyInt => Scalar::Int((whole.map_or(value as i32, |w| w as i32) as i8).into()),
        to if to.is_interval() => Scalar::Int(whole.unwrap_or(value as i64)),
        to => return Err(Fault(format!("cannot cast a number to {to}"))),
    })
}

fn narrow(value: i64, to: &T) -> Scalar<'static> {
    Scalar::Int(match to {
        T::TinyInt => (value as i8).into(),
        T::SmallInt => (value as i16).into(),
        T::Int => (value as i32).into(),
        _ => value,
    })
}

/// A flat value as text, the way CAST … AS STRING and nested texts show it.
pub(super) fn to_text<'a>(value: Scalar<'a>, from: &T, zone: Zone) -> Result<Cow<'a, str>, Fault> {
    let mut out = Vec::new();
    match (value, from) {
        (Scalar::Text(text), _) => return Ok(text),
        (Scalar::Bytes(bytes), _) => return Ok(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())),
        (Scalar::Boolean(v), _) => return Ok(Cow::Borrowed(if v { "TRUE" } else { "FALSE" })),
        (Scalar::Decimal(v), T::Decimal { scale, .. }) => write_decimal_plain(&mut out, v, *scale as i8),
        (Scalar::Float(v), _) => {
            let mut text = String::new();
            if matches!(from, T::Float) {
                write_float(&mut text, v as f32)
            } else {
                write_double(&mut text, v)
            }
            return Ok(Cow::Owned(text));
        }
        (Scalar::Int(v), T::Date) => write_date(&mut out, v),
        (Scalar::Int(v), T::Time(p)) => {
            write_time(&mut out, v * 1_000_000, Fraction::Fixed((*p).min(3)));
        }
        (Scalar::Int(v), T::IntervalYearMonth(_)) => {
            let sign = if v < 0 { '-' } else { '+' };
            return Ok(Cow::Owned(format!("{sign}{}-{:02}", v.abs() / 12, v.abs() % 12)));
        }
        (Scalar::Int(v), T::IntervalDayTime(_)) => {
            let (sign, v) = (if v < 0 { '-' } else { '+' }, v.unsigned_abs());
            let (days, seconds) = (v / 86_400_000, v / 1000);
            let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
            let text = format!("{sign}{days} {hours:02}:{minutes:02}:{:02}.{:03}", seconds % 60, v % 1000);
            return Ok(Cow::Owned(text));
        }
        (Scalar::Int(v), _) => return Ok(Cow::Owned(v.to_string())),
        (Scalar::Nanos(v), T::TimestampLtz(p)) => {
            let millis = zone.to_local(v.div_euclid(NANOS_PER_MILLI) as i64);
            let local = i128::from(millis) * NANOS_PER_MILLI + v.rem_euclid(NANOS_PER_MILLI);
            write_timestamp_text(&mut out, local, *p, b' ');
        }
        (Scalar::Nanos(v), T::Timestamp(p)) => write_timestamp_text(&mut out, v, *p, b' '),
        (value, from) => return Err(Fault(format!("{} of {from} has no text", value.kind_name()))),
    }
    String::from_utf8(out).map(Cow::Owned).map_err(|_| Fault::new("text is not UTF-8"))
}

/// Cut to a VARCHAR's length, padded or cut to a CHAR's.
fn sized<'a>(text: Cow<'a, str>, to: &T) -> Cow<'a, str> {
    let (length, pad) = match to {
        T::Char(n) => (*n as usize, true),
        T::Varchar(n) => (*n as usize, false),
        _ => return text,
    };
    if text.len() <= length && !pad {
        return text;
    }
    if let Some((cut, _)) = text.char_indices().nth(length) {
        return Cow::Owned(text[..cut].to_owned());
    }
    let missing = length - text.chars().count();
    if pad && missing > 0 { Cow::Owned(format!("{text}{}", " ".repeat(missing))) } else { text }
}

/// A string as another type; `None` where it does not parse.
fn parse(text: &str, to: &T, zone: Zone) -> Option<Scalar<'static>> {
    let trimmed = text.trim_matches(|c: char| c <= ' ');
    Some(match to {
        // The one type whose text is not trimmed.
        T::Boolean => Scalar::Boolean(match text.to_ascii_lowercase().as_str() {
            "t" | "true" | "y" | "yes" | "1" => true,
            "f" | "false" | "n" | "no" | "0" => false,
            _ => return None,
        }),
        T::TinyInt => Scalar::Int(parse_integer(trimmed).filter(|v| i8::try_from(*v).is_ok())?),
        T::SmallInt => Scalar::Int(parse_integer(trimmed).filter(|v| i16::try_from(*v).is_ok())?),
        T::Int => Scalar::Int(parse_integer(trimmed).filter(|v| i32::try_from(*v).is_ok())?),
        T::BigInt => Scalar::Int(parse_integer(trimmed)?),
        T::Float => Scalar::Float(f64::from(java_double(trimmed.as_bytes())? as f32)),
        T::Double => Scalar::Float(java_double(trimmed.as_bytes())?),
        T::Decimal { precision, scale } => decimal_from(trimmed.as_bytes(), *precision, *scale)?,
        T::Date => Scalar::Int(parse_date_strict(trimmed)?),
        T::Time(_) => Scalar::Int((parse_time_lenient(trimmed)? / NANOS_PER_MILLI) as i64),
        T::Timestamp(p) => Scalar::Nanos(truncated(parse_timestamp_lenient(trimmed)?, *p)),
        T::TimestampLtz(p) => {
            let (text, zone) = match trimmed.strip_suffix('Z') {
                Some(text) => (text, Zone::UTC),
                None => (trimmed, zone),
            };
            let local = parse_timestamp_lenient(text)?;
            let millis = zone.to_instant(local.div_euclid(NANOS_PER_MILLI) as i64);
            let nanos = i128::from(millis) * NANOS_PER_MILLI + local.rem_euclid(NANOS_PER_MILLI);
            Scalar::Nanos(truncated(nanos, *p))
        }
        T::Binary(n) => {
            let mut bytes = text.as_bytes().to_vec();
            bytes.resize(*n as usize, 0);
            Scalar::Bytes(Cow::Owned(bytes))
        }
        T::Varbinary(n) => {
            let bytes = text.as_bytes();
            Scalar::Bytes(Cow::Owned(bytes[..bytes.len().min(*n as usize)].to_vec()))
        }
        _ => return None,
    })
}

/// Digits with an optional sign; a fraction is checked and dropped, as Flink's string parser does.
fn parse_integer(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = whole.strip_prefix(['+', '-']).unwrap_or(whole);
    let legal = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !legal(fraction) || !legal(digits) || (digits.is_empty() && fraction.is_empty()) {
        return None;
    }
    if digits.is_empty() { Some(0) } else { whole.parse().ok() }
}

fn decimal_from(text: &[u8], precision: u8, scale: u8) -> Option<Scalar<'static>> {
    match parse_decimal(text, precision, scale as i8) {
        Ok(value) => Some(Scalar::Decimal(value)),
        Err(DecimalFault::Overflow) => Some(Scalar::Null),
        Err(DecimalFault::Syntax) => None,
    }
}

/// `yyyy-[M]M-[d]d[ [H]H:[m]m:[s]s[.fraction]]`, in nanoseconds: what CAST and TO_TIMESTAMP read without a pattern. As in
/// java.time's smart mode, the 30th of February is its last day.
pub(super) fn parse_timestamp_lenient(text: &str) -> Option<i128> {
    let (date, time) = match text.split_once(' ') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let (year, month, day) = date_parts(date)?;
    let day = (day as u32).min(days_in_month(year, month));
    let nanos = time.map_or(Some(0), parse_time_lenient)?;
    Some(i128::from(days_from_civil(year, month, day)) * NANOS_PER_DAY + nanos)
}

/// The date of `yyyy-[M]M-[d]d`, with a time behind it or not, as days; here a day must exist.
pub(super) fn parse_date_strict(text: &str) -> Option<i64> {
    let (year, month, day) = date_parts(text.split_once(' ').map_or(text, |(date, _)| date))?;
    (day <= days_in_month(year, month).into()).then(|| days_from_civil(year, month, day as u32))
}

/// Year, month and a day up to 31.
fn date_parts(text: &str) -> Option<(i64, u32, i64)> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4, 4)?;
    let (month, day) = (digits(parts.next()?, 1, 2)?, digits(parts.next()?, 1, 2)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month as u32, day))
}

fn parse_time_lenient(text: &str) -> Option<i128> {
    let (clock, fraction) = match text.split_once('.') {
        Some((clock, fraction)) => (clock, fraction),
        None => (text, ""),
    };
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (digits(parts.next()?, 1, 2)?, digits(parts.next()?, 1, 2)?);
    let second = parts.next().map_or(Some(0), |part| digits(part, 1, 2))?;
    if hour > 23
        || minute > 59
        || second > 59
        || fraction.len() > 9
        || !fraction.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let sub: i128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    let seconds = i128::from(hour * 3600 + minute * 60 + second);
    Some(seconds * 1_000_000_000 + sub * 10i128.pow(9 - fraction.len() as u32))
}

fn digits(text: &str, least: usize, most: usize) -> Option<i64> {
    let legal = (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if legal { text.parse().ok() } else { None }
}

/// A constant as an array of one element.
pub fn value_to_array(value: &Value, logical: &T) -> Result<ArrayRef, ExecError> {
    let arrow = logical.to_arrow();
    if value.is_null() {
        return Ok(new_null_array(&arrow, 1));
    }
    if logical.is_constructed() {
        return nested::value_to_array(value, logical);
    }
    let scalar = match value {
        Value::Boolean(v) => Scalar::Boolean(*v),
        Value::Int(v) | Value::Millis(v) => Scalar::Int(*v),
        Value::Float(v) => Scalar::Float(*v),
        Value::Decimal(v) => Scalar::Decimal(*v),
        Value::String(v) => Scalar::Text(Cow::Borrowed(v)),
        Value::Bytes(v) => Scalar::Bytes(Cow::Borrowed(v)),
        Value::Date(v) | Value::Time(v) | Value::Months(v) => Scalar::Int((*v).into()),
        Value::Timestamp(v) => {
            Scalar::Nanos(i128::from(v.millis) * NANOS_PER_MILLI + i128::from(v.nanos_of_milli))
        }
        Value::Null | Value::List(_) | Value::Map(_) => Scalar::Null,
    };
    let mut out = Writer::new(&arrow, 1);
    out.push(&scalar)?;
    Ok(out.finish())
}
