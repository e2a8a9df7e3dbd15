//! The rules that derive a result type from operand types, as Flink's planner does.
//!
//! Flink takes Calcite's rules with its own DECIMAL arithmetic (precision capped at 38, at least 6 fractional digits
//! kept where digits must go) and its own aggregate results.
//! Source: `LogicalTypeMerging` and `FlinkTypeSystem` of Apache Flink; every row is held by the table test below.

use super::{DECIMAL_PRECISION_MAX, DataType, DayTimeUnit, LENGTH_MAX, LogicalType, RowField, YearMonthUnit};

/// Fractional digits that a DECIMAL result keeps when its digits exceed 38.
const DECIMAL_SCALE_KEPT: u8 = 6;

/// An exact number's digits: all of them, and those after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    pub precision: u8,
    pub scale: u8,
}

impl From<Digits> for LogicalType {
    fn from(digits: Digits) -> Self {
        LogicalType::Decimal { precision: digits.precision, scale: digits.scale }
    }
}

/// The DECIMAL that holds every value of an exact numeric type.
pub fn digits_of(logical: &LogicalType) -> Option<Digits> {
    let (precision, scale) = match logical {
        LogicalType::TinyInt => (3, 0),
        LogicalType::SmallInt => (5, 0),
        LogicalType::Int => (10, 0),
        LogicalType::BigInt => (19, 0),
        LogicalType::Decimal { precision, scale } => (*precision, *scale),
        _ => return None,
    };
    Some(Digits { precision, scale })
}

pub fn decimal_sum(a: Digits, b: Digits) -> Digits {
    let scale = a.scale.max(b.scale);
    let whole = (a.precision - a.scale).max(b.precision - b.scale);
    fitted(u32::from(whole) + u32::from(scale) + 1, scale.into())
}

pub fn decimal_product(a: Digits, b: Digits) -> Digits {
    fitted(u32::from(a.precision) + u32::from(b.precision) + 1, u32::from(a.scale) + u32::from(b.scale))
}

pub fn decimal_quotient(a: Digits, b: Digits) -> Digits {
    let scale = u32::from(DECIMAL_SCALE_KEPT).max(u32::from(a.scale) + u32::from(b.precision) + 1);
    fitted(u32::from(a.precision - a.scale) + u32::from(b.scale) + scale, scale)
}

pub fn decimal_remainder(a: Digits, b: Digits) -> Digits {
    let scale = a.scale.max(b.scale);
    let whole = (a.precision - a.scale).min(b.precision - b.scale);
    fitted(u32::from(whole) + u32::from(scale), scale.into())
}

/// `ROUND(x, places)` with a constant number of places.
pub fn decimal_rounded(x: Digits, places: i32) -> Digits {
    if places >= i32::from(x.scale) {
        return x;
    }
    let whole = 1 + x.precision - x.scale;
    if places < 0 {
        return Digits { precision: whole.min(DECIMAL_PRECISION_MAX), scale: 0 };
    }
    let scale = places as u8;
    Digits { precision: whole + scale, scale }
}

/// Caps the precision at 38: the digits before the point stay, those after it shrink to no fewer than six.
fn fitted(precision: u32, scale: u32) -> Digits {
    let max = u32::from(DECIMAL_PRECISION_MAX);
    if precision <= max {
        return Digits { precision: precision as u8, scale: scale as u8 };
    }
    let whole = precision - scale;
    let kept = scale.min(DECIMAL_SCALE_KEPT.into());
    Digits { precision: DECIMAL_PRECISION_MAX, scale: max.saturating_sub(whole).max(kept) as u8 }
}

/// What `SUM` of a column of this type is, or None where it cannot be summed.
pub fn sum_type(logical: &LogicalType) -> Option<LogicalType> {
    match logical {
        LogicalType::Decimal { scale, .. } => {
            Some(LogicalType::Decimal { precision: DECIMAL_PRECISION_MAX, scale: *scale })
        }
        other if other.is_numeric() => Some(other.clone()),
        _ => None,
    }
}

/// What `AVG`, and with it the variances and deviations, of a column of this type is: integers stay integers.
pub fn avg_type(logical: &LogicalType) -> Option<LogicalType> {
    match logical {
        LogicalType::Decimal { scale, .. } => Some(LogicalType::Decimal {
            precision: DECIMAL_PRECISION_MAX,
            scale: (*scale).max(DECIMAL_SCALE_KEPT),
        }),
        other if other.is_numeric() => Some(other.clone()),
        _ => None,
    }
}

/// The smallest type that holds the values of both, as CASE, COALESCE, IN, UNION and VALUES need it; None where
/// the types have nothing in common.
pub fn common_type(a: &DataType, b: &DataType) -> Option<DataType> {
    let nullable = a.nullable || b.nullable;
    Some(common_logical(&a.logical, &b.logical)?.with_nullability(nullable))
}

/// [`common_type`] of them all; None for no types.
pub fn common_type_of<'a>(types: impl IntoIterator<Item = &'a DataType>) -> Option<DataType> {
    let mut types = types.into_iter();
    let first = types.next()?.clone();
    types.try_fold(first, |common, next| common_type(&common, next))
}

fn common_logical(a: &LogicalType, b: &LogicalType) -> Option<LogicalType> {
    use LogicalType as T;
    if a == b {
        return Some(a.clone());
    }
    match (a, b) {
        (T::Null, other) | (other, T::Null) => Some(other.clone()),
        (x, y) if x.is_numeric() && y.is_numeric() => Some(common_numeric(x, y)),
        (T::Char(n), T::Char(m))
        | (T::Char(n), T::Varchar(m))
        | (T::Varchar(n), T::Char(m))
        | (T::Varchar(n), T::Varchar(m)) => Some(T::Varchar(*n.max(m))),
        (T::Binary(n), T::Binary(m))
        | (T::Binary(n), T::Varbinary(m))
        | (T::Varbinary(n), T::Binary(m))
        | (T::Varbinary(n), T::Varbinary(m)) => Some(T::Varbinary(*n.max(m))),
        (T::Time(p), T::Time(q)) => Some(T::Time(*p.max(q))),
        (T::Timestamp(p), T::Timestamp(q)) => Some(T::Timestamp(*p.max(q))),
        (T::TimestampLtz(p), T::TimestampLtz(q)) => Some(T::TimestampLtz(*p.max(q))),
        // The first of the two kinds wins, in whatever clock the session has.
        (T::Timestamp(p), T::TimestampLtz(q)) => Some(T::Timestamp(*p.max(q))),
        (T::TimestampLtz(p), T::Timestamp(q)) => Some(T::TimestampLtz(*p.max(q))),
        (T::IntervalYearMonth(_), T::IntervalYearMonth(_)) => {
            Some(T::IntervalYearMonth(YearMonthUnit::YearToMonth))
        }
        (T::IntervalDayTime(_), T::IntervalDayTime(_)) => Some(T::IntervalDayTime(DayTimeUnit::DayToSecond)),
        (T::Array(x), T::Array(y)) => Some(T::Array(Box::new(common_type(x, y)?))),
        (T::Multiset(x), T::Multiset(y)) => Some(T::Multiset(Box::new(common_type(x, y)?))),
        (T::Map(k, v), T::Map(l, w)) => {
            Some(T::Map(Box::new(common_type(k, l)?), Box::new(common_type(v, w)?)))
        }
        (T::Row(x), T::Row(y)) if x.len() == y.len() => {
            let fields = x.iter().zip(y.iter()).map(|(f, g)| {
                Some(RowField { name: f.name.clone(), data_type: common_type(&f.data_type, &g.data_type)? })
            });
            Some(T::Row(fields.collect::<Option<Vec<_>>>()?))
        }
        _ => None,
    }
}

/// The common type of two different numeric types: the wider integer, the DECIMAL that holds both, or an approximate.
fn common_numeric(a: &LogicalType, b: &LogicalType) -> LogicalType {
    use LogicalType as T;
    match (a, b) {
        // Of the two approximate types the first wins, which is a quirk of Calcite that shows in every result.
        (T::Float, T::Double) => T::Float,
        (T::Double, _) | (_, T::Double) => T::Double,
        // FLOAT absorbs integers, but a DECIMAL beside it makes a DOUBLE.
        (T::Float, T::Decimal { .. }) | (T::Decimal { .. }, T::Float) => T::Double,
        (T::Float, _) | (_, T::Float) => T::Float,
        (T::Decimal { .. }, _) | (_, T::Decimal { .. }) => match (digits_of(a), digits_of(b)) {
            (Some(x), Some(y)) => {
                let scale = x.scale.max(y.scale);
                let whole = (x.precision - x.scale).max(y.precision - y.scale);
                let precision = (whole + scale).min(DECIMAL_PRECISION_MAX);
                // Digits before the point win: a scale that no longer fits shrinks.
                T::Decimal { precision, scale: scale.min(DECIMAL_PRECISION_MAX - whole) }
            }
            _ => T::Double,
        },
        _ => {
            let width = |t: &T| digits_of(t).map_or(0, |d| d.precision);
            if width(a) >= width(b) { a.clone() } else { b.clone() }
        }
    }
}

/// The length of a concatenation, capped as VARCHAR is.
pub fn concat_length(a: u32, b: u32) -> u32 {
    a.saturating_add(b).min(LENGTH_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(precision: u8, scale: u8) -> Digits {
        Digits { precision, scale }
    }

    #[test]
    fn decimal_arithmetic_has_flinks_digits() {
        // FLINK.md 2.3 and Flink 2.3.0 itself; INT is DECIMAL(10, 0).
        assert_eq!(decimal_quotient(digits(10, 0), digits(2, 1)), digits(17, 6));
        assert_eq!(decimal_quotient(digits(10, 2), digits(10, 0)), digits(21, 13));
        assert_eq!(decimal_quotient(digits(38, 4), digits(10, 2)), digits(38, 6));
        assert_eq!(decimal_sum(digits(10, 2), digits(10, 0)), digits(13, 2));
        assert_eq!(decimal_sum(digits(10, 2), digits(38, 4)), digits(38, 4));
        assert_eq!(decimal_product(digits(10, 2), digits(10, 2)), digits(21, 4));
        assert_eq!(decimal_product(digits(38, 4), digits(38, 4)), digits(38, 6));
        assert_eq!(decimal_remainder(digits(10, 2), digits(10, 0)), digits(10, 2));
    }

    #[test]
    fn rounding_keeps_the_digits_it_is_asked_for() {
        for (places, expect) in [(1, (10, 1)), (0, (9, 0)), (-1, (9, 0)), (5, (10, 2)), (i32::MIN, (9, 0))] {
            assert_eq!(decimal_rounded(digits(10, 2), places), digits(expect.0, expect.1), "{places}");
        }
    }

    #[test]
    fn no_two_decimals_make_one_beyond_the_bounds() {
        for precision in 1..=DECIMAL_PRECISION_MAX {
            for other in 1..=DECIMAL_PRECISION_MAX {
                for (scale, other_scale) in [(0, 0), (precision, 0), (0, other), (precision, other)] {
                    let (a, b) = (digits(precision, scale), digits(other, other_scale));
                    for rule in [decimal_sum, decimal_product, decimal_quotient, decimal_remainder] {
                        let result = rule(a, b);
                        assert!(result.precision <= DECIMAL_PRECISION_MAX, "{a:?} {b:?} {result:?}");
                        assert!(result.scale <= result.precision.max(1), "{a:?} {b:?} {result:?}");
                    }
                    let common = common_numeric(&LogicalType::from(a), &LogicalType::from(b));
                    let common = digits_of(&common).unwrap();
                    assert!(common.precision <= DECIMAL_PRECISION_MAX && common.scale <= common.precision);
                }
            }
        }
    }

    #[test]
    fn sums_widen_decimals_only_and_averages_of_integers_stay_integers() {
        let decimal = LogicalType::Decimal { precision: 10, scale: 2 };
        assert_eq!(sum_type(&LogicalType::TinyInt), Some(LogicalType::TinyInt));
        assert_eq!(sum_type(&decimal), Some(LogicalType::Decimal { precision: 38, scale: 2 }));
        assert_eq!(avg_type(&LogicalType::Int), Some(LogicalType::Int));
        assert_eq!(avg_type(&decimal), Some(LogicalType::Decimal { precision: 38, scale: 6 }));
        assert_eq!(sum_type(&LogicalType::STRING), None);
    }
}
