//! Date and time arithmetic: intervals, EXTRACT, FLOOR and CEIL, differences.
//!
//! A wall-clock value is nanoseconds since 1970-01-01T00:00 in 128 bits, so that DATE, TIME and TIMESTAMPs of every precision compute
//! alike; adding a constant interval of milliseconds to a TIMESTAMP, which every watermark does, stays in 64 bits.

use std::sync::Arc;

use arrow_array::types::{TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType};
use arrow_array::{ArrayRef, PrimitiveArray};
use arrow_schema::{DataType as ArrowType, TimeUnit as ArrowUnit};
use headwater_connect::format::text::{
    Fraction, civil_from_days, days_from_civil, days_in_month, write_date, write_time,
};

use super::arith::nulls_of;
use super::{Col, Fault};
use crate::exec::scalar::{Reader, Scalar, Writer, stamp_values};
use crate::functions::{ScalarFunction as F, TimeUnit as U};
use crate::types::LogicalType as T;

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// Datetime plus or minus an interval.
pub(super) fn plus(
    function: F,
    stamp: &Col,
    interval: &Col,
    rows: usize,
    (stamp_type, interval_type): (&T, &T),
    arrow: &ArrowType,
) -> Result<ArrayRef, Fault> {
    let sign = if function == F::DatetimeMinus { -1 } else { 1 };
    if let (ArrowType::Timestamp(unit, _), T::IntervalDayTime(_)) = (arrow, interval_type) {
        return Ok(plus_millis(stamp, interval, rows, sign, *unit, arrow));
    }
    let (stamps, intervals) = (Reader::new(&stamp.array), Reader::new(&interval.array));
    let mut out = Writer::new(arrow, rows);
    for row in 0..rows {
        let (value, by) = (stamps.get(stamp.at(row)), intervals.get(interval.at(row)));
        if value.is_null() || by.is_null() {
            out.push_null();
            continue;
        }
        let by = sign * by.int();
        let months = matches!(interval_type, T::IntervalYearMonth(_));
        out.push(&match (value, stamp_type) {
            (Scalar::Int(days), T::Date) if months => {
                Scalar::Int(add_months(i128::from(days) * DAY, by).div_euclid(DAY) as i64)
            }
            (Scalar::Int(days), T::Date) => Scalar::Int(days + by.div_euclid(86_400_000)),
            (Scalar::Int(millis), T::Time(_)) if months => Scalar::Int(millis),
            (Scalar::Int(millis), T::Time(_)) => Scalar::Int((millis + by).rem_euclid(86_400_000)),
            (Scalar::Nanos(nanos), _) if months => Scalar::Nanos(add_months(nanos, by)),
            (Scalar::Nanos(nanos), _) => Scalar::Nanos(nanos + i128::from(by) * 1_000_000),
            (value, logical) => return Err(Fault(format!("{} is no {logical}", value.kind_name()))),
        })?;
    }
    Ok(out.finish())
}

fn plus_millis(
    stamp: &Col,
    interval: &Col,
    rows: usize,
    sign: i64,
    unit: ArrowUnit,
    arrow: &ArrowType,
) -> ArrayRef {
    use arrow_array::cast::AsArray;
    use arrow_array::types::DurationMillisecondType;
    let (values, nanos) = stamp_values(stamp.array.as_ref(), unit);
    let factor = sign * (1_000_000 / nanos);
    let by = interval.array.as_primitive::<DurationMillisecondType>();
    let sum =
        |row: usize| values[stamp.at(row)].wrapping_add(by.value(interval.at(row)).wrapping_mul(factor));
    let sums: Vec<i64> = (0..rows).map(sum).collect();
    let nulls = nulls_of(stamp, interval, rows);
    match unit {
        ArrowUnit::Microsecond => Arc::new(
            PrimitiveArray::<TimestampMicrosecondType>::new(sums.into(), nulls).with_data_type(arrow.clone()),
        ),
        ArrowUnit::Nanosecond => Arc::new(
            PrimitiveArray::<TimestampNanosecondType>::new(sums.into(), nulls).with_data_type(arrow.clone()),
        ),
        _ => Arc::new(
            PrimitiveArray::<TimestampMillisecondType>::new(sums.into(), nulls).with_data_type(arrow.clone()),
        ),
    }
}

/// The same day and time some months later; a day that does not exist becomes the month's last.
fn add_months(nanos: i128, months: i64) -> i128 {
    let days = nanos.div_euclid(DAY) as i64;
    let (year, month, day) = civil_from_days(days);
    let total = year * 12 + i64::from(month) - 1 + months;
    let (year, month) = (total.div_euclid(12), total.rem_euclid(12) as u32 + 1);
    let day = day.min(days_in_month(year, month));
    i128::from(days_from_civil(year, month, day)) * DAY + nanos.rem_euclid(DAY)
}

/// A flat datetime as wall-clock nanoseconds.
pub(super) fn wall_clock(value: &Scalar<'_>, logical: &T, zone: super::Zone) -> Option<i128> {
    Some(match (value, logical) {
        (Scalar::Int(days), T::Date) => i128::from(*days) * DAY,
        (Scalar::Int(millis), T::Time(_)) => i128::from(*millis) * 1_000_000,
        (Scalar::Nanos(nanos), T::TimestampLtz(_)) => {
            let millis = zone.to_local(nanos.div_euclid(1_000_000) as i64);
            i128::from(millis) * 1_000_000 + nanos.rem_euclid(1_000_000)
        }
        (Scalar::Nanos(nanos), _) => *nanos,
        _ => return None,
    })
}

/// `EXTRACT(unit FROM datetime)`.
pub(super) fn extract(unit: U, nanos: i128) -> i64 {
    let days = nanos.div_euclid(DAY) as i64;
    let of_day = nanos.rem_euclid(DAY);
    let (year, month, day) = civil_from_days(days);
    let iso_weekday = (days + 3).rem_euclid(7) + 1;
    match unit {
        U::Millennium => (year - 1).div_euclid(1000) + 1,
        U::Century => (year - 1).div_euclid(100) + 1,
        U::Decade => year.div_euclid(10),
        U::Year => year,
        U::IsoYear => iso_week(days).0,
        U::Quarter => i64::from((month - 1) / 3 + 1),
        U::Month => month.into(),
        U::Week => iso_week(days).1,
        U::Day => day.into(),
        U::DayOfWeek => iso_weekday % 7 + 1,
        U::IsoDayOfWeek => iso_weekday,
        U::DayOfYear => days - days_from_civil(year, 1, 1) + 1,
        U::Hour => (of_day / (3600 * SECOND)) as i64,
        U::Minute => (of_day / (60 * SECOND) % 60) as i64,
        U::Second => (of_day / SECOND % 60) as i64,
        U::Millisecond => (of_day / 1_000_000 % 60_000) as i64,
        U::Microsecond => (of_day / 1_000 % 60_000_000) as i64,
        U::Nanosecond => (of_day % (60 * SECOND)) as i64,
        U::Epoch => nanos.div_euclid(SECOND) as i64,
    }
}

/// ISO year and week: the week belongs to the year its Thursday is in.
fn iso_week(days: i64) -> (i64, i64) {
    let thursday = days - (days + 3).rem_euclid(7) + 3;
    let (year, _, _) = civil_from_days(thursday);
    (year, (thursday - days_from_civil(year, 1, 1)) / 7 + 1)
}

/// `EXTRACT(unit FROM interval)`.
pub(super) fn extract_interval(unit: U, value: i64, months: bool) -> i64 {
    match unit {
        U::Year if months => value / 12,
        U::Month if months => value % 12,
        U::Quarter if months => value % 12 / 3 + 1,
        _ if months => 0,
        U::Day => value / 86_400_000,
        U::Hour => value / 3_600_000 % 24,
        U::Minute => value / 60_000 % 60,
        U::Second => value / 1000 % 60,
        U::Millisecond => value % 60_000,
        U::Epoch => value / 1000,
        _ => 0,
    }
}

/// `FLOOR(x TO unit)` of wall-clock nanoseconds.
pub(super) fn floor(unit: U, nanos: i128) -> i128 {
    let days = nanos.div_euclid(DAY) as i64;
    let (year, month, _) = civil_from_days(days);
    let first = |year: i64, month: u32| i128::from(days_from_civil(year, month, 1)) * DAY;
    let step = |step: i128| nanos.div_euclid(step) * step;
    match unit {
        U::Millennium => first((year - 1).div_euclid(1000) * 1000 + 1, 1),
        U::Century => first((year - 1).div_euclid(100) * 100 + 1, 1),
        U::Decade => first(year.div_euclid(10) * 10, 1),
        U::Year | U::IsoYear => first(year, 1),
        U::Quarter => first(year, (month - 1) / 3 * 3 + 1),
        U::Month => first(year, month),
        // Flink's weeks begin on Sunday.
        U::Week => i128::from(days - (days + 4).rem_euclid(7)) * DAY,
        U::Day | U::DayOfWeek | U::IsoDayOfWeek | U::DayOfYear => step(DAY),
        U::Hour => step(3600 * SECOND),
        U::Minute => step(60 * SECOND),
        U::Second | U::Epoch => step(SECOND),
        U::Millisecond => step(1_000_000),
        U::Microsecond => step(1_000),
        U::Nanosecond => nanos,
    }
}

/// `CEIL(x TO unit)`: the next boundary, or the value itself where it is one.
pub(super) fn ceil(unit: U, nanos: i128) -> i128 {
    let floor_at = floor(unit, nanos);
    if floor_at == nanos {
        return nanos;
    }
    match unit {
        U::Millennium => floor(unit, add_months(floor_at, 12_000)),
        U::Century => floor(unit, add_months(floor_at, 1_200)),
        U::Decade => add_months(floor_at, 120),
        U::Year | U::IsoYear => add_months(floor_at, 12),
        U::Quarter => add_months(floor_at, 3),
        U::Month => add_months(floor_at, 1),
        U::Week => floor_at + 7 * DAY,
        U::Day | U::DayOfWeek | U::IsoDayOfWeek | U::DayOfYear => floor_at + DAY,
        U::Hour => floor_at + 3600 * SECOND,
        U::Minute => floor_at + 60 * SECOND,
        U::Second | U::Epoch => floor_at + SECOND,
        U::Millisecond => floor_at + 1_000_000,
        U::Microsecond => floor_at + 1_000,
        U::Nanosecond => nanos,
    }
}

/// `TIMESTAMPDIFF(unit, from, to)`: whole units, towards zero.
pub(super) fn difference(unit: U, from: i128, to: i128) -> i64 {
    let units = |size: i128| ((to - from) / size) as i64;
    let months = || {
        let index = |nanos: i128| {
            let (year, month, _) = civil_from_days(nanos.div_euclid(DAY) as i64);
            year * 12 + i64::from(month)
        };
        let mut months = index(to) - index(from);
        // A month counts only once its day and time are reached.
        if months > 0 && add_months(from, months) > to {
            months -= 1;
        } else if months < 0 && add_months(from, months) < to {
            months += 1;
        }
        months
    };
    match unit {
        U::Year | U::IsoYear => months() / 12,
        U::Quarter => months() / 3,
        U::Month => months(),
        U::Decade => months() / 120,
        U::Century => months() / 1_200,
        U::Millennium => months() / 12_000,
        U::Week => units(7 * DAY),
        U::Day | U::DayOfWeek | U::IsoDayOfWeek | U::DayOfYear => units(DAY),
        U::Hour => units(3600 * SECOND),
        U::Minute => units(60 * SECOND),
        U::Second | U::Epoch => units(SECOND),
        U::Millisecond => units(1_000_000),
        U::Microsecond => units(1_000),
        U::Nanosecond => units(1),
    }
}

/// Appends a timestamp with at least `precision` digits of fraction, and more only where it has them.
pub fn write_timestamp_text(out: &mut Vec<u8>, nanos: i128, precision: u8, separator: u8) {
    write_date(out, nanos.div_euclid(DAY) as i64);
    out.push(separator);
    let of_day = nanos.rem_euclid(DAY) as i64;
    let mut digits = 9u8;
    let mut fraction = of_day % 1_000_000_000;
    while digits > precision && fraction % 10 == 0 {
        fraction /= 10;
        digits -= 1;
    }
    write_time(out, of_day, Fraction::Fixed(digits));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i128 {
        super::super::cast::parse_timestamp_lenient(text).expect(text)
    }

    #[test]
    fn months_are_added_with_the_last_day_kept_legal() {
        assert_eq!(add_months(at("2026-01-31 10:00:00"), 1), at("2026-02-28 10:00:00"));
        assert_eq!(add_months(at("2024-02-29"), -12), at("2023-02-28"));
    }

    #[test]
    fn units_are_extracted_floored_and_ceiled() {
        let moment = at("2026-03-20 10:11:12.345678");
        for (unit, expected) in
            [(U::Quarter, 1), (U::Week, 12), (U::DayOfWeek, 6), (U::DayOfYear, 79), (U::Millisecond, 12_345)]
        {
            assert_eq!(extract(unit, moment), expected, "{unit:?}");
        }
        assert_eq!(floor(U::Minute, moment), at("2026-03-20 10:11:00"));
        assert_eq!(ceil(U::Month, moment), at("2026-04-01"));
        assert_eq!(ceil(U::Day, at("2026-03-20")), at("2026-03-20"));
        assert_eq!(extract(U::IsoYear, at("2027-01-01")), 2026);
    }

    #[test]
    fn differences_count_whole_units_towards_zero() {
        assert_eq!(difference(U::Month, at("2026-01-31"), at("2026-02-27")), 0);
        assert_eq!(difference(U::Month, at("2026-01-15"), at("2026-03-15")), 2);
        assert_eq!(difference(U::Day, at("2026-01-02"), at("2026-01-01 12:00:00")), 0);
        assert_eq!(difference(U::Year, at("2026-06-01"), at("2024-06-02")), -1);
    }
}
