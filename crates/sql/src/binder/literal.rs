//! From literals as written to values and their types.

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::types::interval_type;
use crate::ast::{IntervalUnits, Literal};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
use crate::functions::TimeUnit;
use crate::types::{DECIMAL_PRECISION_MAX, LogicalType, TimestampValue, Value};

const MILLIS_PER_SECOND: i64 = 1_000;
const MILLIS_PER_MINUTE: i64 = 60 * MILLIS_PER_SECOND;
const MILLIS_PER_HOUR: i64 = 60 * MILLIS_PER_MINUTE;
const MILLIS_PER_DAY: i64 = 24 * MILLIS_PER_HOUR;

pub(super) fn bind_literal(literal: &Literal, position: Position) -> SqlResult<Expr> {
    let refused = |message: String| SqlError::at(position, message);
    Ok(match literal {
        Literal::Null => Expr::literal(Value::Null, LogicalType::Null),
        Literal::Boolean(value) => Expr::literal(Value::Boolean(*value), LogicalType::Boolean),
        Literal::Integer(text) => integer(text).ok_or_else(|| out_of_range(text, position))?,
        Literal::Decimal(text) => decimal(text).ok_or_else(|| out_of_range(text, position))?,
        Literal::Approximate(text) => match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Expr::literal(Value::Float(value), LogicalType::Double),
            _ => return Err(out_of_range(text, position)),
        },
        Literal::String(text) => {
            let length = text.chars().count() as u32;
            Expr::literal(Value::string(text), LogicalType::Char(length))
        }
        Literal::Bytes(bytes) => {
            Expr::literal(Value::Bytes(bytes.as_slice().into()), LogicalType::Binary(bytes.len() as u32))
        }
        Literal::Date(text) => {
            let date = parse_date(text)
                .ok_or_else(|| refused(format!("'{text}' is no date; write it as yyyy-MM-dd")))?;
            Expr::literal(Value::Date(date), LogicalType::Date)
        }
        Literal::Time(text) => {
            let (millis, _) = parse_time(text)
                .ok_or_else(|| refused(format!("'{text}' is no time of day; write it as HH:mm:ss")))?;
            Expr::literal(Value::Time(millis as i32), LogicalType::Time(0))
        }
        Literal::Timestamp(text) => {
            let (value, digits) = parse_timestamp(text).ok_or_else(|| {
                refused(format!("'{text}' is no timestamp; write it as yyyy-MM-dd HH:mm:ss"))
            })?;
            Expr::literal(Value::Timestamp(value), LogicalType::Timestamp(digits))
        }
        Literal::Interval { text, negative, units } => {
            check_leading_digits(text, *units, position)?;
            let value = parse_interval(text, *units)
                .ok_or_else(|| refused(format!("'{text}' is no interval of {}", unit_names(*units))))?;
            let value = if *negative { value.checked_neg() } else { Some(value) };
            let value = value.and_then(|v| interval_value(v, *units));
            let value = value.ok_or_else(|| refused(format!("the interval '{text}' is too long")))?;
            Expr::literal(value, interval_type(*units))
        }
    })
}

fn out_of_range(text: &str, position: Position) -> SqlError {
    SqlError::at(position, format!("the number {text} is out of range"))
}

fn integer(text: &str) -> Option<Expr> {
    let value: i64 = text.parse().ok()?;
    let logical = if i32::try_from(value).is_ok() { LogicalType::Int } else { LogicalType::BigInt };
    Some(Expr::literal(Value::Int(value), logical))
}

/// `1.50` is DECIMAL(3, 2); `1.` is an integer.
fn decimal(text: &str) -> Option<Expr> {
    let (whole, fraction) = text.split_once('.')?;
    if fraction.is_empty() {
        return integer(whole);
    }
    let digits = format!("{}{fraction}", whole.trim_start_matches('0'));
    let scale = fraction.len();
    let precision = digits.len();
    if precision > usize::from(DECIMAL_PRECISION_MAX) {
        return None;
    }
    let unscaled: i128 = digits.parse().ok()?;
    let logical = LogicalType::Decimal { precision: precision as u8, scale: scale as u8 };
    Some(Expr::literal(Value::Decimal(unscaled), logical))
}

/// Days since the epoch of `yyyy-MM-dd`.
pub(super) fn parse_date(text: &str) -> Option<i32> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let all_digits =
        [year, month, day].iter().all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    if parts.next().is_some() || year.len() != 4 || month.len() > 2 || day.len() > 2 || !all_digits {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    i32::try_from(date.signed_duration_since(NaiveDate::default()).num_days()).ok()
}

/// Milliseconds of the day and nanoseconds of the millisecond of `HH:mm:ss[.fraction]`, with how many digits the fraction has.
pub(super) fn parse_time(text: &str) -> Option<(i64, FractionOfTime)> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // The library would also read blanks, signs and leap seconds.
    if !clock.bytes().all(|b| b.is_ascii_digit() || b == b':') {
        return None;
    }
    let time = NaiveTime::parse_from_str(clock, "%H:%M:%S").ok().filter(|time| time.nanosecond() == 0)?;
    let nanos: u32 = if fraction.is_empty() { 0 } else { format!("{fraction:0<9}").parse().ok()? };
    let millis =
        i64::from(time.num_seconds_from_midnight()) * MILLIS_PER_SECOND + i64::from(nanos / 1_000_000);
    Some((millis, FractionOfTime { nanos_of_milli: nanos % 1_000_000, digits: fraction.len() as u8 }))
}

/// What a time's text says beyond milliseconds.
pub(super) struct FractionOfTime {
    nanos_of_milli: u32,
    digits: u8,
}

/// `yyyy-MM-dd[ HH:mm:ss[.fraction]]` and the number of fractional digits.
pub(super) fn parse_timestamp(text: &str) -> Option<(TimestampValue, u8)> {
    let (date, time) = match text.split_once(' ') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day_millis = i64::from(parse_date(date)?) * MILLIS_PER_DAY;
    let Some(time) = time else { return Some((TimestampValue::from_millis(day_millis), 0)) };
    let (millis, fraction) = parse_time(time)?;
    let value = TimestampValue { millis: day_millis + millis, nanos_of_milli: fraction.nanos_of_milli };
    Some((value, fraction.digits))
}

/// The first number of an interval has two digits unless its unit says more: `INTERVAL '100' SECOND(3)`.
fn check_leading_digits(text: &str, units: IntervalUnits, position: Position) -> SqlResult<()> {
    const DIGITS_DEFAULT: u32 = 2;
    let digits = text.trim().trim_start_matches(['-', '+']);
    let digits = digits.find(|c: char| !c.is_ascii_digit()).map_or(digits, |end| &digits[..end]);
    let count = digits.trim_start_matches('0').len() as u32;
    if count <= units.from_precision.unwrap_or(DIGITS_DEFAULT) {
        return Ok(());
    }
    let unit = units.from.name();
    let message = format!("the interval '{text}' has {count} digits before its first separator");
    Err(SqlError::at(position, message).with_hint(format!("allow for them: {unit}({count})")))
}

/// Months or milliseconds of an interval's text, without the sign before it.
fn parse_interval(text: &str, units: IntervalUnits) -> Option<i64> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let value = match units.to {
        None => single_field(text, units.from)?,
        Some(TimeUnit::Month) if units.from == TimeUnit::Year => {
            let (years, months) = text.split_once('-')?;
            let months = number(months).filter(|m| *m < 12)?;
            number(years)?.checked_mul(12)?.checked_add(months)?
        }
        Some(to) => day_time_fields(text, units.from, to)?,
    };
    value.checked_mul(sign)
}

fn number(digits: &str) -> Option<i64> {
    let digits = digits.trim();
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn single_field(text: &str, unit: TimeUnit) -> Option<i64> {
    match unit {
        TimeUnit::Year => number(text)?.checked_mul(12),
        TimeUnit::Quarter => number(text)?.checked_mul(3),
        TimeUnit::Month => number(text),
        TimeUnit::Second => seconds(text),
        _ => number(text)?.checked_mul(unit_millis(unit)?),
    }
}

/// Milliseconds of `ss[.fff]`; digits beyond the millisecond are dropped.
fn seconds(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    number(fraction)?;
    let millis: i64 = format!("{:0<3.3}", fraction.trim()).parse().ok()?;
    number(whole)?.checked_mul(MILLIS_PER_SECOND)?.checked_add(millis)
}

fn unit_millis(unit: TimeUnit) -> Option<i64> {
    Some(match unit {
        TimeUnit::Week => 7 * MILLIS_PER_DAY,
        TimeUnit::Day => MILLIS_PER_DAY,
        TimeUnit::Hour => MILLIS_PER_HOUR,
        TimeUnit::Minute => MILLIS_PER_MINUTE,
        TimeUnit::Second => MILLIS_PER_SECOND,
        _ => return None,
    })
}

/// `d hh:mm:ss.fff` from one unit to another; every field but the first is below its bound.
fn day_time_fields(text: &str, from: TimeUnit, to: TimeUnit) -> Option<i64> {
    const FIELDS: [TimeUnit; 4] = [TimeUnit::Day, TimeUnit::Hour, TimeUnit::Minute, TimeUnit::Second];
    let first = FIELDS.iter().position(|unit| *unit == from)?;
    let last = FIELDS.iter().position(|unit| *unit == to).filter(|last| *last > first)?;
    let parts: Vec<&str> = text.split([' ', ':']).filter(|part| !part.is_empty()).collect();
    if parts.len() != last - first + 1 {
        return None;
    }
    let mut total: i64 = 0;
    for (place, (unit, part)) in FIELDS[first..=last].iter().zip(parts).enumerate() {
        let millis = single_field(part, *unit)?;
        let bound = match unit {
            TimeUnit::Hour => MILLIS_PER_DAY,
            TimeUnit::Minute => MILLIS_PER_HOUR,
            _ => MILLIS_PER_MINUTE,
        };
        if place > 0 && millis >= bound {
            return None;
        }
        total = total.checked_add(millis)?;
    }
    Some(total)
}

fn interval_value(value: i64, units: IntervalUnits) -> Option<Value> {
    match interval_type(units) {
        LogicalType::IntervalYearMonth(_) => i32::try_from(value).ok().map(Value::Months),
        _ => Some(Value::Millis(value)),
    }
}

fn unit_names(units: IntervalUnits) -> String {
    match units.to {
        Some(to) => format!("{} TO {}", units.from.name(), to.name()),
        None => units.from.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_flink_reads_them_and_no_other_way() {
        for (text, expect) in [
            ("1970-01-02", Some((86_400_000, 0, 0))),
            ("1970-01-01 00:00:01", Some((1_000, 0, 0))),
            ("1970-1-1 0:0:1.5", Some((1_500, 0, 1))),
            ("1969-12-31 23:59:59.999999999", Some((-1, 999_999, 9))),
            ("0001-01-01 00:00:00", Some((-62_135_596_800_000, 0, 0))),
            ("1970-01-01T00:00:01", None),
            ("1970-02-30 00:00:00", None),
            ("1970-01-01 24:00:00", None),
            ("1970-01-01 23:59:60", None),
            ("1970-01-01 10: 1:02", None),
            ("1970-01-01 10:01", None),
            ("1970-01-01 10:01:02.1234567890", None),
            ("70-01-01", None),
            ("", None),
        ] {
            let read =
                parse_timestamp(text).map(|(value, digits)| (value.millis, value.nanos_of_milli, digits));
            assert_eq!(read, expect, "{text}");
        }
    }

    #[test]
    fn intervals_are_milliseconds_or_months() {
        use TimeUnit::{Day, Hour, Minute, Month, Second, Week, Year};
        for (text, from, to, expect) in [
            ("5", Second, None, Some(5_000)),
            ("1.25", Second, None, Some(1_250)),
            ("-2", Minute, None, Some(-120_000)),
            ("1", Week, None, Some(604_800_000)),
            ("1 02:03:04.567", Day, Some(Second), Some(93_784_567)),
            ("10:30", Hour, Some(Minute), Some(37_800_000)),
            ("1:60", Hour, Some(Minute), None),
            ("1-2", Year, Some(Month), Some(14)),
            ("1-12", Year, Some(Month), None),
            ("2", Year, None, Some(24)),
            ("x", Day, None, None),
            ("1 2", Day, Some(Second), None),
            ("99999999999999999999", Second, None, None),
        ] {
            let units = IntervalUnits { from, from_precision: None, to, to_precision: None };
            assert_eq!(parse_interval(text, units), expect, "{text}");
        }
    }
}
