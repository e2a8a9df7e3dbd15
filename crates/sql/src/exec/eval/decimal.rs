//! DECIMAL arithmetic: exact, then rounded HALF_UP to the result's scale; more digits than the result holds give NULL.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Decimal128Type;
use arrow_array::{Array, ArrayRef, Decimal128Array};
use arrow_buffer::i256;

use super::{Col, Fault};
use crate::functions::ScalarFunction as F;
use crate::types::LogicalType;

/// 10^`exponent` in 256 bits.
fn power_of_ten(exponent: u32) -> i256 {
    i256::from_i128(10).wrapping_pow(exponent)
}

/// `value / 10^digits`, rounded half away from zero.
pub(crate) fn drop_digits(value: i256, digits: u32) -> i256 {
    if digits == 0 { value } else { divide_half_up(value, power_of_ten(digits)) }
}

fn divide_half_up(value: i256, divisor: i256) -> i256 {
    let quotient = value.wrapping_div(divisor);
    let rest = value.wrapping_sub(quotient.wrapping_mul(divisor));
    let twice = rest.wrapping_abs().wrapping_add(rest.wrapping_abs());
    if twice < divisor.wrapping_abs() {
        return quotient;
    }
    let negative = (value < i256::ZERO) != (divisor < i256::ZERO);
    if negative { quotient.wrapping_sub(i256::ONE) } else { quotient.wrapping_add(i256::ONE) }
}

/// The unscaled value at another scale, or `None` if it has more than `precision` digits there.
pub(crate) fn rescale(value: i128, from: u8, to: u8, precision: u8) -> Option<i128> {
    let wide = i256::from_i128(value);
    let scaled = if to >= from {
        wide.wrapping_mul(power_of_ten(u32::from(to - from)))
    } else {
        drop_digits(wide, u32::from(from - to))
    };
    fit(scaled, precision)
}

/// `None` where the value has more than `precision` digits.
pub(crate) fn fit(value: i256, precision: u8) -> Option<i128> {
    value.to_i128().filter(|v| v.unsigned_abs() < 10u128.pow(u32::from(precision)))
}

/// `a / b` at `scale`, as AVG divides a sum by a count.
pub(crate) fn divide_to_scale(
    a: i128,
    a_scale: u8,
    b: i128,
    b_scale: u8,
    scale: u8,
    precision: u8,
) -> Option<i128> {
    let shift = i32::from(scale) + i32::from(b_scale) - i32::from(a_scale);
    let (mut numerator, mut denominator) = (i256::from_i128(a), i256::from_i128(b));
    if shift >= 0 {
        numerator = numerator.checked_mul(power_of_ten(shift as u32))?;
    } else {
        denominator = denominator.checked_mul(power_of_ten(shift.unsigned_abs()))?;
    }
    fit(divide_half_up(numerator, denominator), precision)
}

pub(super) fn binary(
    function: F,
    left: &Col,
    right: &Col,
    rows: usize,
    (left_type, right_type, result): (&LogicalType, &LogicalType, &LogicalType),
) -> Result<ArrayRef, Fault> {
    let digits = |t: &LogicalType| match t {
        LogicalType::Decimal { precision, scale } => Ok((*precision, *scale)),
        other => Err(Fault::new(format!("{other} beside a DECIMAL"))),
    };
    let ((_, a_scale), (_, b_scale)) = (digits(left_type)?, digits(right_type)?);
    let (precision, scale) = digits(result)?;
    let (a, b) = (left.array.as_primitive::<Decimal128Type>(), right.array.as_primitive::<Decimal128Type>());
    let common = a_scale.max(b_scale);
    let mut values: Vec<Option<i128>> = Vec::with_capacity(rows);
    for row in 0..rows {
        let (i, j) = (left.at(row), right.at(row));
        if a.is_null(i) || b.is_null(j) {
            values.push(None);
            continue;
        }
        let (x, y) = (a.value(i), b.value(j));
        if matches!(function, F::Divide | F::Remainder) && y == 0 {
            return Err(Fault::new("division by zero"));
        }
        if function == F::Divide {
            values.push(divide_to_scale(x, a_scale, y, b_scale, scale, precision));
            continue;
        }
        let aligned = |v: i128, s: u8| i256::from_i128(v).wrapping_mul(power_of_ten(u32::from(common - s)));
        let (exact, exact_scale) = match function {
            F::Times => (i256::from_i128(x).wrapping_mul(i256::from_i128(y)), a_scale + b_scale),
            F::Plus => (aligned(x, a_scale).wrapping_add(aligned(y, b_scale)), common),
            F::Minus => (aligned(x, a_scale).wrapping_sub(aligned(y, b_scale)), common),
            _ => (aligned(x, a_scale).wrapping_rem(aligned(y, b_scale)), common),
        };
        values.push(match scale.checked_sub(exact_scale) {
            Some(more) => fit(exact.wrapping_mul(power_of_ten(more.into())), precision),
            None => fit(drop_digits(exact, u32::from(exact_scale - scale)), precision),
        });
    }
    let array = Decimal128Array::from(values).with_data_type(result.to_arrow());
    Ok(Arc::new(array))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_round_half_up_away_from_zero() {
        // 12.35 / 3 in DECIMAL(21, 13)
        assert_eq!(divide_to_scale(1235, 2, 3, 0, 13, 21), Some(41_166_666_666_667));
        assert_eq!(divide_to_scale(-5, 1, 1, 0, 0, 10), Some(-1));
        assert_eq!(divide_to_scale(5, 1, 1, 0, 0, 10), Some(1));
        assert_eq!(divide_to_scale(4, 1, 1, 0, 0, 10), Some(0));
    }

    #[test]
    fn rescaling_rounds_and_tells_overflow() {
        assert_eq!(rescale(12_345, 3, 2, 10), Some(1235));
        assert_eq!(rescale(1, 0, 4, 5), Some(10_000));
        assert_eq!(rescale(99_999, 0, 2, 6), None);
        assert_eq!(rescale(10i128.pow(37), 0, 10, 38), None);
    }
}
