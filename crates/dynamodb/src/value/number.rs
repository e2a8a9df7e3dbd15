//! Numbers: up to 38 significant decimal digits, magnitudes from 1E-130 to below 1E+126, and zero.
//!
//! A number is `coefficient * 10^exponent` with no trailing zero in the coefficient, so equal numbers are equal bit by bit.
//! Arithmetic is exact: a result that 38 digits cannot hold is an error, never a rounded value.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number>

use std::cmp::Ordering;
use std::fmt;

/// Significant digits of a number.
const DIGITS_MAX: u32 = 38;
/// Power of ten of the first digit of the largest number.
const MAGNITUDE_MAX: i64 = 125;
/// Power of ten of the first digit of the smallest number above zero.
const MAGNITUDE_MIN: i64 = -130;
const COEFFICIENT_END: u128 = 10u128.pow(DIGITS_MAX);

/// An exact decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    negative: bool,
    /// 0 for zero, else without trailing zeros and below 10^38.
    coefficient: u128,
    exponent: i16,
}

/// Why something is no number of the service. The texts are the service's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    #[error("The parameter cannot be converted to a numeric value{}{}", if .0.is_empty() { "" } else { ": " }, .0)]
    NotNumeric(String),
    #[error("Number overflow. Attempting to store a number with magnitude larger than supported range")]
    Overflow,
    #[error("Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    Underflow,
    #[error("Attempting to store more than 38 significant digits in a Number")]
    TooPrecise,
}

impl Number {
    pub const ZERO: Self = Self { negative: false, coefficient: 0, exponent: 0 };

    /// Reads `-12.5e3` and the like. White space and anything else around the number is refused.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let refuse = || NumberError::NotNumeric(text.chars().take(256).collect());
        let (negative, unsigned) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, power) = match unsigned.find(['e', 'E']) {
            Some(at) => (&unsigned[..at], exponent(&unsigned[at + 1..]).ok_or_else(refuse)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        if whole.is_empty() && fraction.is_empty() || !digits().all(|b| b.is_ascii_digit()) {
            return Err(refuse());
        }
        let count = digits().count();
        let leading = digits().take_while(|b| *b == b'0').count();
        if leading == count {
            return Ok(Self::ZERO);
        }
        let trailing = fraction.bytes().rev().chain(whole.bytes().rev()).take_while(|b| *b == b'0').count();
        let significant = count - leading - trailing;
        // How far the last significant digit stands from the point.
        let scale = power.saturating_add(trailing as i64).saturating_sub(fraction.len() as i64);
        check_magnitude(scale.saturating_add(significant as i64 - 1))?;
        if significant > DIGITS_MAX as usize {
            return Err(NumberError::TooPrecise);
        }
        let fold = |sum: u128, digit: u8| sum * 10 + u128::from(digit - b'0');
        let coefficient = digits().skip(leading).take(significant).fold(0, fold);
        Ok(Self { negative, coefficient, exponent: scale as i16 })
    }

    pub fn is_zero(&self) -> bool {
        self.coefficient == 0
    }

    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// How many digits it has, without zeros at either end.
    pub fn significant_digits(&self) -> u32 {
        self.coefficient.checked_ilog10().map_or(0, |log| log + 1)
    }

    pub fn negated(self) -> Self {
        Self { negative: !self.negative && !self.is_zero(), ..self }
    }

    /// The exact sum.
    pub fn plus(self, other: Self) -> Result<Self, NumberError> {
        if self.is_zero() {
            return Ok(other);
        }
        if other.is_zero() {
            return Ok(self);
        }
        let (high, low) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        // `low` ends in a digit that is not zero, so whatever 38 digits cannot reach from there is too precise.
        let shift = (i32::from(high.exponent) - i32::from(low.exponent)) as u32;
        let scaled = 10u128.checked_pow(shift).and_then(|power| high.coefficient.checked_mul(power));
        let scaled = scaled.ok_or(NumberError::TooPrecise)?;
        let (negative, coefficient) = if high.negative == low.negative {
            (high.negative, scaled.checked_add(low.coefficient).ok_or(NumberError::TooPrecise)?)
        } else if scaled >= low.coefficient {
            (high.negative, scaled - low.coefficient)
        } else {
            (low.negative, low.coefficient - scaled)
        };
        Self::normal(negative, coefficient, i64::from(low.exponent))
    }

    pub fn minus(self, other: Self) -> Result<Self, NumberError> {
        self.plus(other.negated())
    }

    /// The whole number nearest to zero, saturated.
    pub fn to_i64(self) -> i64 {
        let magnitude = if self.exponent >= 0 {
            10i128.checked_pow(self.exponent as u32).and_then(|p| (self.coefficient as i128).checked_mul(p))
        } else {
            let power = 10i128.checked_pow(self.exponent.unsigned_abs().into());
            Some(power.map_or(0, |power| self.coefficient as i128 / power))
        };
        let magnitude = magnitude.unwrap_or(i128::MAX);
        let signed = if self.negative { -magnitude } else { magnitude };
        signed.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }

    fn normal(negative: bool, mut coefficient: u128, mut exponent: i64) -> Result<Self, NumberError> {
        if coefficient == 0 {
            return Ok(Self::ZERO);
        }
        while coefficient.is_multiple_of(10) {
            coefficient /= 10;
            exponent += 1;
        }
        check_magnitude(exponent + i64::from(coefficient.ilog10()))?;
        if coefficient >= COEFFICIENT_END {
            return Err(NumberError::TooPrecise);
        }
        Ok(Self { negative, coefficient, exponent: exponent as i16 })
    }

    /// Power of ten of the first digit. Not for zero.
    fn magnitude(&self) -> i32 {
        i32::from(self.exponent) + self.coefficient.ilog10() as i32
    }

    /// The coefficient with as many zeros behind it as make 38 digits.
    fn aligned(&self) -> u128 {
        self.coefficient * 10u128.pow(DIGITS_MAX - self.significant_digits())
    }

    /// Bytes that compare as the numbers do, all of one length: sign, magnitude, digits; complemented below zero.
    pub fn to_ordered(self) -> [u8; 18] {
        let mut out = [0; 18];
        if self.is_zero() {
            out[0] = 1;
            return out;
        }
        out[1] = (i64::from(self.magnitude()) - MAGNITUDE_MIN) as u8;
        out[2..].copy_from_slice(&self.aligned().to_be_bytes());
        if self.negative {
            out[1..].iter_mut().for_each(|byte| *byte = !*byte);
        } else {
            out[0] = 2;
        }
        out
    }

    /// The parts as they are stored: sign, exponent, coefficient.
    pub(super) fn parts(&self) -> (bool, i16, u128) {
        (self.negative, self.exponent, self.coefficient)
    }

    /// `None` unless the parts are what [`Self::parts`] gave.
    pub(super) fn of_parts(negative: bool, exponent: i16, coefficient: u128) -> Option<Self> {
        let number = Self { negative, coefficient, exponent };
        Self::normal(negative, coefficient, exponent.into()).ok().filter(|normal| *normal == number)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::normal(value < 0, value.unsigned_abs().into(), 0).expect("nineteen digits always fit")
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_ordered().cmp(&other.to_ordered())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In plain digits, as the service answers: `1e2` reads `100`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.coefficient.to_string();
        let sign = if self.negative { "-" } else { "" };
        if self.is_zero() {
            return f.write_str("0");
        }
        let point = digits.len() as i64 + i64::from(self.exponent);
        if self.exponent >= 0 {
            write!(f, "{sign}{digits}{:0<1$}", "", self.exponent as usize)
        } else if point > 0 {
            let (whole, fraction) = digits.split_at(point as usize);
            write!(f, "{sign}{whole}.{fraction}")
        } else {
            write!(f, "{sign}0.{:0<1$}{digits}", "", point.unsigned_abs() as usize)
        }
    }
}

/// The power behind an `e`; so large a one that nothing fits it where it has too many digits.
fn exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

fn check_magnitude(magnitude: i64) -> Result<(), NumberError> {
    match magnitude {
        ..MAGNITUDE_MIN => Err(NumberError::Underflow),
        MAGNITUDE_MIN..=MAGNITUDE_MAX => Ok(()),
        _ => Err(NumberError::Overflow),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn numbers_are_answered_in_plain_digits() {
        let longest = "12345678901234567890123456789012345678";
        for (given, answered) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("007", "7"),
            ("1e2", "100"),
            ("1.50", "1.5"),
            ("-12.5E-3", "-0.0125"),
            (".5", "0.5"),
            ("5.", "5"),
            ("+3", "3"),
            ("0e999", "0"),
            (longest, longest),
        ] {
            assert_eq!(number(given).to_string(), answered, "{given}");
        }
        assert_eq!(number("1e125").to_string().len(), 126);
        assert_eq!(number("1e-130").to_string().len(), 132);
    }

    #[test]
    fn what_is_no_number_of_the_service_is_refused_with_its_words() {
        use NumberError::*;
        let not_numeric = |text: &str| NotNumeric(text.to_owned());
        for text in ["", " 1", "1 ", "-", ".", "e5", "1e", "1e+", "0x10", "NaN", "1.2.3", "--1", "١"] {
            assert_eq!(Number::parse(text), Err(not_numeric(text)), "{text:?}");
        }
        assert_eq!(Number::parse("1e126"), Err(Overflow));
        assert_eq!(Number::parse("-1e99999999999999999999"), Err(Overflow));
        assert_eq!(Number::parse("9.9e-131"), Err(Underflow));
        assert_eq!(Number::parse("123456789012345678901234567890123456789"), Err(TooPrecise));
        assert_eq!(not_numeric("").to_string(), "The parameter cannot be converted to a numeric value");
        assert_eq!(not_numeric("a").to_string(), "The parameter cannot be converted to a numeric value: a");
    }

    #[test]
    fn sums_are_exact_or_refused() {
        let sum = |a: &str, b: &str| number(a).plus(number(b)).map(|n| n.to_string());
        assert_eq!(sum("0.1", "0.2").as_deref(), Ok("0.3"));
        assert_eq!(sum("1e37", "1").as_deref(), Ok("10000000000000000000000000000000000001"));
        assert_eq!(sum("1e38", "1"), Err(NumberError::TooPrecise));
        assert_eq!(sum("1e38", "-1").map(|n| n.len()), Ok(38));
        assert_eq!(sum("1e125", "1e-130"), Err(NumberError::TooPrecise));
        assert_eq!(sum("9e125", "1e125"), Err(NumberError::Overflow));
        assert_eq!(sum("5", "-5").as_deref(), Ok("0"));
    }

    proptest! {
        #[test]
        fn order_and_arithmetic_are_those_of_the_integers(a: i64, b: i64) {
            let (x, y) = (Number::from(a), Number::from(b));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.to_string(), a.to_string());
            prop_assert_eq!(x.to_i64(), a);
            let sum = i128::from(a) + i128::from(b);
            prop_assert_eq!(x.plus(y).map(|n| n.to_string()), Ok(sum.to_string()));
            let difference = i128::from(a) - i128::from(b);
            prop_assert_eq!(x.minus(y).map(|n| n.to_string()), Ok(difference.to_string()));
        }

        #[test]
        fn numbers_read_back_as_written(negative: bool, digits in "[1-9][0-9]{0,36}[1-9]", power in -92i32..88) {
            let text = format!("{}{digits}e{power}", if negative { "-" } else { "" });
            let read = number(&text);
            prop_assert_eq!(number(&read.to_string()), read);
            let (sign, exponent, coefficient) = read.parts();
            prop_assert_eq!(Number::of_parts(sign, exponent, coefficient), Some(read));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[-+.eE0-9]{0,60}") {
            let _ = Number::parse(&text);
        }
    }
}
