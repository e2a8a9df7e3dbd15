//! Dates, times and decimals as text, by the rules Flink takes from Java: the one place for JSON, CAST and print.
//!
//! Everything works on borrowed bytes and civil-calendar arithmetic (proleptic Gregorian, as java.time); no time zone
//! data and no allocation. Sources: `TimeFormats.java` of flink-formats-common, `java.math.BigDecimal`,
//! `Double.toString`.

use std::fmt::Write as _;

pub const MILLIS_PER_DAY: i64 = 86_400_000;
const NANOS_PER_SECOND: i64 = 1_000_000_000;

/// Days since 1970-01-01 of a civil date; the caller has checked month and day.
/// Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
pub fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = i64::from((month + 9) % 12);
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a count of days since 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u32;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

pub fn is_leap_year(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

pub fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A moment with full precision, before it is cut to a column's unit: seconds since the epoch and nanoseconds of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub seconds: i64,
    pub nanos: u32,
}

impl Moment {
    /// In units of which `per_second` make a second (1, 10^3, 10^6 or 10^9); `None` beyond 64 bits.
    pub fn in_units(self, per_second: i64) -> Option<i64> {
        let sub = i64::from(self.nanos) / (NANOS_PER_SECOND / per_second);
        self.seconds.checked_mul(per_second)?.checked_add(sub)
    }
}

/// How timestamps stand in text: `json.timestamp-format.standard`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimestampStandard {
    /// `2026-03-20 10:00:00.123`, local-zone timestamps with a trailing `Z`.
    #[default]
    Sql,
    /// `2026-03-20T10:00:00.123`, local-zone timestamps with a trailing `Z`.
    Iso8601,
    /// As ISO-8601, local-zone timestamps with any offset.
    Iso8601WithOffset,
}

/// `yyyy-MM-dd`, a real date, nothing around it.
pub fn parse_date(text: &[u8]) -> Option<i64> {
    let (days, rest) = take_date(text, false)?;
    rest.is_empty().then_some(days)
}

/// `HH:mm:ss` with up to nine digits of fraction, as nanoseconds of the day.
pub fn parse_time(text: &[u8]) -> Option<i64> {
    let (nanos, rest) = take_time(text, false)?;
    rest.is_empty().then_some(nanos)
}

/// A TIMESTAMP without zone in the given standard.
pub fn parse_timestamp(text: &[u8], standard: TimestampStandard) -> Option<Moment> {
    let (moment, rest) = take_timestamp(text, standard)?;
    rest.is_empty().then_some(moment)
}

/// A TIMESTAMP_LTZ in the given standard, as a moment of UTC.
pub fn parse_timestamp_ltz(text: &[u8], standard: TimestampStandard) -> Option<Moment> {
    let (moment, rest) = take_timestamp(text, standard)?;
    match standard {
        TimestampStandard::Sql | TimestampStandard::Iso8601 => (rest == b"Z").then_some(moment),
        TimestampStandard::Iso8601WithOffset => {
            let offset = if rest == b"Z" { 0 } else { parse_offset(rest)? };
            Some(Moment { seconds: moment.seconds - offset, nanos: moment.nanos })
        }
    }
}

/// `+hh:mm` or `-hh:mm`, in seconds.
fn parse_offset(text: &[u8]) -> Option<i64> {
    let sign = match text.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = match text.len() {
        6 if text[3] == b':' => (two_digits(&text[1..])?, two_digits(&text[4..])?),
        5 => (two_digits(&text[1..])?, two_digits(&text[3..])?),
        _ => return None,
    };
    (hours <= 18 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

fn take_timestamp(text: &[u8], standard: TimestampStandard) -> Option<(Moment, &[u8])> {
    let (days, rest) = take_date(text, true)?;
    let (separator, rest) = rest.split_first()?;
    let iso = standard != TimestampStandard::Sql;
    let expected: &[u8] = if iso { b"Tt" } else { b" " };
    if !expected.contains(separator) {
        return None;
    }
    let (nanos, rest) = take_time(rest, iso)?;
    let seconds = days * 86_400 + nanos.div_euclid(NANOS_PER_SECOND);
    Some((Moment { seconds, nanos: (nanos % NANOS_PER_SECOND) as u32 }, rest))
}

pub(crate) fn two_digits(text: &[u8]) -> Option<u32> {
    let (tens, ones) = (text.first()?.wrapping_sub(b'0'), text.get(1)?.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
}

/// Inside a timestamp java.time is lenient: the 30th of February is its last day.
fn take_date(text: &[u8], lenient: bool) -> Option<(i64, &[u8])> {
    if text.len() < 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let year = i64::from(two_digits(text)? * 100 + two_digits(&text[2..])?);
    let (month, day) = (two_digits(&text[5..])?, two_digits(&text[8..])?);
    if !(1..=12).contains(&month) || day == 0 || day > 31 {
        return None;
    }
    let last = days_in_month(year, month);
    if day > last && !lenient {
        return None;
    }
    Some((days_from_civil(year, month, day.min(last)), &text[10..]))
}

/// `HH:mm:ss[.fraction]`; ISO also allows `HH:mm`.
fn take_time(text: &[u8], seconds_optional: bool) -> Option<(i64, &[u8])> {
    if text.len() < 5 || text[2] != b':' {
        return None;
    }
    let (hour, minute) = (two_digits(text)?, two_digits(&text[3..])?);
    if hour > 23 || minute > 59 {
        return None;
    }
    let minutes = i64::from(hour * 60 + minute);
    if text.get(5) != Some(&b':') {
        return seconds_optional.then_some((minutes * 60 * NANOS_PER_SECOND, &text[5..]));
    }
    let second = two_digits(&text[6..])?;
    if second > 59 {
        return None;
    }
    let (fraction, rest) = take_fraction(&text[8..])?;
    Some(((minutes * 60 + i64::from(second)) * NANOS_PER_SECOND + fraction, rest))
}

/// An optional `.` with up to nine digits, as nanoseconds.
fn take_fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    if text.first() != Some(&b'.') {
        return Some((0, text));
    }
    let digits = text[1..].iter().take_while(|b| b.is_ascii_digit()).count();
    if digits > 9 {
        return None;
    }
    let value = text[1..=digits].iter().fold(0i64, |sum, b| sum * 10 + i64::from(b - b'0'));
    Some((value * 10i64.pow(9 - digits as u32), &text[1 + digits..]))
}

/// Appends `yyyy-MM-dd`.
pub fn write_date(out: &mut Vec<u8>, days: i64) {
    let (year, month, day) = civil_from_days(days);
    if (0..=9999).contains(&year) {
        push_padded(out, year as u64, 4);
    } else {
        // java.time writes a sign and all digits beyond four.
        out.push(if year < 0 { b'-' } else { b'+' });
        push_padded(out, year.unsigned_abs(), 4);
    }
    out.push(b'-');
    push_padded(out, u64::from(month), 2);
    out.push(b'-');
    push_padded(out, u64::from(day), 2);
}

/// How many digits of a second's fraction are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fraction {
    /// As many as needed, none for a whole second: `10:00:00.12`.
    Trimmed,
    /// Exactly this many, cut, not rounded: `10:00:00.120`.
    Fixed(u8),
}

/// Appends `HH:mm:ss` and the fraction of a time of day in nanoseconds.
pub fn write_time(out: &mut Vec<u8>, nanos_of_day: i64, fraction: Fraction) {
    let seconds = nanos_of_day / NANOS_PER_SECOND;
    push_padded(out, (seconds / 3600) as u64, 2);
    out.push(b':');
    push_padded(out, (seconds / 60 % 60) as u64, 2);
    out.push(b':');
    push_padded(out, (seconds % 60) as u64, 2);
    let nanos = (nanos_of_day % NANOS_PER_SECOND) as u64;
    let digits = match fraction {
        Fraction::Fixed(digits) => digits.min(9),
        Fraction::Trimmed if nanos == 0 => 0,
        Fraction::Trimmed => {
            let mut digits = 9;
            let mut rest = nanos;
            while rest.is_multiple_of(10) {
                rest /= 10;
                digits -= 1;
            }
            digits
        }
    };
    if digits > 0 {
        out.push(b'.');
        push_padded(out, nanos / 10u64.pow(u32::from(9 - digits)), digits as usize);
    }
}

/// Appends date, separator and time of a timestamp given in units of which `per_second` make a second.
pub fn write_timestamp(out: &mut Vec<u8>, value: i64, per_second: i64, separator: u8, fraction: Fraction) {
    let seconds = value.div_euclid(per_second);
    let nanos = value.rem_euclid(per_second) * (NANOS_PER_SECOND / per_second);
    write_date(out, seconds.div_euclid(86_400));
    out.push(separator);
    write_time(out, seconds.rem_euclid(86_400) * NANOS_PER_SECOND + nanos, fraction);
}

fn push_padded(out: &mut Vec<u8>, value: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let mut at = digits.len();
    let mut rest = value;
    while rest > 0 || digits.len() - at < width {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    out.extend_from_slice(&digits[at..]);
}

/// Why a text is not a decimal of the asked type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalFault {
    /// Not a number at all.
    Syntax,
    /// A number with more integer digits than the type holds (Flink makes it NULL).
    Overflow,
}

/// A number in `BigDecimal` syntax as the unscaled value of DECIMAL(`precision`, `scale`), rounded HALF_UP.
pub fn parse_decimal(text: &[u8], precision: u8, scale: i8) -> Result<i128, DecimalFault> {
    let (negative, unsigned) = match text.first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let mantissa_len = unsigned.iter().position(|b| matches!(b, b'e' | b'E')).unwrap_or(unsigned.len());
    let exponent = match unsigned.get(mantissa_len + 1..) {
        Some(digits) => parse_exponent(digits)?,
        None if mantissa_len < unsigned.len() => return Err(DecimalFault::Syntax),
        None => 0,
    };
    let mantissa = &unsigned[..mantissa_len];
    let point = mantissa.iter().position(|&b| b == b'.').unwrap_or(mantissa.len());
    let fraction = mantissa.get(point + 1..).unwrap_or_default();
    let digits = || mantissa[..point].iter().chain(fraction);
    if digits().next().is_none() || !digits().all(u8::is_ascii_digit) {
        return Err(DecimalFault::Syntax);
    }
    let total = (point + fraction.len()) as i64;
    // The digit string, read as an integer, times 10^shift is the unscaled value.
    let shift = exponent - fraction.len() as i64 + i64::from(scale);
    let kept = total + shift.min(0);
    let mut value: i128 = 0;
    for (index, digit) in digits().enumerate() {
        let digit = i128::from(digit - b'0');
        if (index as i64) < kept {
            value = value.checked_mul(10).and_then(|v| v.checked_add(digit)).ok_or(DecimalFault::Overflow)?;
        } else {
            if index as i64 == kept && digit >= 5 {
                value += 1;
            }
            break;
        }
    }
    if shift > 0 && value != 0 {
        let factor = u32::try_from(shift).ok().filter(|s| *s <= 38).ok_or(DecimalFault::Overflow)?;
        value = value.checked_mul(10i128.pow(factor)).ok_or(DecimalFault::Overflow)?;
    }
    if value >= 10i128.pow(u32::from(precision)) {
        return Err(DecimalFault::Overflow);
    }
    Ok(if negative { -value } else { value })
}

fn parse_exponent(text: &[u8]) -> Result<i64, DecimalFault> {
    let text = std::str::from_utf8(text).map_err(|_| DecimalFault::Syntax)?;
    let exponent: i64 = text.parse().map_err(|_| DecimalFault::Syntax)?;
    if exponent.abs() > 1_000_000 { Err(DecimalFault::Overflow) } else { Ok(exponent) }
}

/// Appends a decimal with all digits of its scale: `12.50`.
pub fn write_decimal_plain(out: &mut Vec<u8>, unscaled: i128, scale: i8) {
    if unscaled < 0 {
        out.push(b'-');
    }
    let digits = unscaled.unsigned_abs().to_string();
    let scale = scale.max(0) as usize;
    if digits.len() > scale {
        out.extend_from_slice(&digits.as_bytes()[..digits.len() - scale]);
    } else {
        out.push(b'0');
    }
    if scale > 0 {
        out.push(b'.');
        out.resize(out.len() + scale.saturating_sub(digits.len()), b'0');
        out.extend_from_slice(&digits.as_bytes()[digits.len().saturating_sub(scale)..]);
    }
}

/// Appends a decimal as `BigDecimal.stripTrailingZeros().toString()`: `1`, `0.12`, `1E+1`, `2.7E-8`.
pub fn write_decimal_stripped(out: &mut Vec<u8>, unscaled: i128, scale: i8) {
    if unscaled == 0 {
        out.push(b'0');
        return;
    }
    let (mut value, mut scale) = (unscaled, i32::from(scale));
    while value % 10 == 0 {
        value /= 10;
        scale -= 1;
    }
    let digits = value.unsigned_abs().to_string();
    let adjusted = digits.len() as i32 - 1 - scale;
    if scale >= 0 && adjusted >= -6 {
        return write_decimal_plain(out, value, scale as i8);
    }
    if value < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits.as_bytes()[..1]);
    if digits.len() > 1 {
        out.push(b'.');
        out.extend_from_slice(&digits.as_bytes()[1..]);
    }
    out.extend_from_slice(if adjusted < 0 { b"E-" } else { b"E+" });
    out.extend_from_slice(adjusted.unsigned_abs().to_string().as_bytes());
}

/// A double as Java writes it: `1.0`, `1.5`, `1.0E10`, `1.0E-4`, `NaN`, `Infinity`.
pub fn write_double(out: &mut String, value: f64) {
    if value.is_finite() {
        let magnitude = value.abs();
        let plain = magnitude == 0.0 || (1e-3..1e7).contains(&magnitude);
        write_floating(out, if plain { format!("{value:?}") } else { format!("{value:e}") }, plain);
    } else {
        write_non_finite(out, value);
    }
}

/// A float as Java writes it; shortest digits that read back as the same 32-bit value.
pub fn write_float(out: &mut String, value: f32) {
    if value.is_finite() {
        let magnitude = value.abs();
        let plain = magnitude == 0.0 || (1e-3..1e7).contains(&magnitude);
        write_floating(out, if plain { format!("{value:?}") } else { format!("{value:e}") }, plain);
    } else {
        write_non_finite(out, f64::from(value));
    }
}

fn write_non_finite(out: &mut String, value: f64) {
    out.push_str(match value {
        v if v.is_nan() => "NaN",
        v if v > 0.0 => "Infinity",
        _ => "-Infinity",
    });
}

fn write_floating(out: &mut String, shortest: String, plain: bool) {
    if plain {
        out.push_str(&shortest);
        return;
    }
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    out.push_str(mantissa);
    if !mantissa.contains('.') {
        out.push_str(".0");
    }
    let _ = write!(out, "E{exponent}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn civil_days_round_trip_over_four_centuries_and_before_the_epoch() {
        for days in (-800_000..800_000).step_by(97) {
            let (y, m, d) = civil_from_days(days);
            assert_eq!(days_from_civil(y, m, d), days);
        }
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
    }

    #[test]
    fn timestamps_of_each_standard_are_told_apart() {
        let moment = Some(Moment { seconds: 1_774_000_800, nanos: 120_000_000 });
        assert_eq!(parse_timestamp(b"2026-03-20 10:00:00.12", TimestampStandard::Sql), moment);
        assert_eq!(parse_timestamp(b"2026-03-20T10:00:00.12", TimestampStandard::Iso8601), moment);
        assert_eq!(parse_timestamp(b"2026-03-20T10:00:00.12", TimestampStandard::Sql), None);
        assert_eq!(parse_timestamp(b"2026-03-20 10:00:00.12", TimestampStandard::Iso8601), None);
        assert_eq!(parse_timestamp_ltz(b"2026-03-20 10:00:00.12Z", TimestampStandard::Sql), moment);
        assert_eq!(parse_timestamp_ltz(b"2026-03-20 10:00:00.12", TimestampStandard::Sql), None);
        let with_offset =
            parse_timestamp_ltz(b"2026-03-20T12:00:00.12+02:00", TimestampStandard::Iso8601WithOffset);
        assert_eq!(with_offset, moment);
    }

    #[test]
    fn impossible_dates_and_times_are_refused() {
        for bad in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01x", ""] {
            assert_eq!(parse_date(bad.as_bytes()), None, "{bad}");
        }
        for bad in ["24:00:00", "10:60:00", "10:00:60", "10:00", "10:00:00.1234567890"] {
            assert_eq!(parse_time(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(parse_date(b"2024-02-29"), Some(19_782));
        let last_of_month = parse_timestamp(b"2026-02-28 00:00:00", TimestampStandard::Sql);
        assert_eq!(parse_timestamp(b"2026-02-30 00:00:00", TimestampStandard::Sql), last_of_month);
    }

    #[test]
    fn a_timestamp_before_the_epoch_is_written_as_it_reads() {
        let text = written(|out| write_timestamp(out, -1, 1000, b'T', Fraction::Fixed(3)));
        assert_eq!(text, "1969-12-31T23:59:59.999");
        let text = written(|out| write_timestamp(out, 1_774_000_800_120, 1000, b' ', Fraction::Trimmed));
        assert_eq!(text, "2026-03-20 10:00:00.12");
    }

    #[test]
    fn decimals_round_half_up_and_overflow_is_told_from_nonsense() {
        assert_eq!(parse_decimal(b"12.345", 10, 2), Ok(1235));
        assert_eq!(parse_decimal(b"-12.345", 10, 2), Ok(-1235));
        assert_eq!(parse_decimal(b"0.004", 10, 2), Ok(0));
        assert_eq!(parse_decimal(b"1.5e3", 10, 2), Ok(150_000));
        assert_eq!(parse_decimal(b"15e-1", 10, 2), Ok(150));
        assert_eq!(parse_decimal(b"0.009e-5", 10, 2), Ok(0));
        assert_eq!(parse_decimal(b"99.995", 4, 2), Err(DecimalFault::Overflow));
        assert_eq!(parse_decimal(b"1e400", 38, 0), Err(DecimalFault::Overflow));
        for bad in ["", ".", "-", "1.2.3", "1e", "abc", "1 "] {
            assert_eq!(parse_decimal(bad.as_bytes(), 10, 2), Err(DecimalFault::Syntax), "{bad}");
        }
    }

    #[test]
    fn decimals_are_written_as_big_decimal_writes_them() {
        let stripped = |v, s| written(|out| write_decimal_stripped(out, v, s));
        let plain = |v, s| written(|out| write_decimal_plain(out, v, s));
        assert_eq!(stripped(10_000, 4), "1");
        assert_eq!(stripped(100, 1), "1E+1");
        assert_eq!(stripped(27, 9), "2.7E-8");
        assert_eq!(stripped(-120, 3), "-0.12");
        assert_eq!(stripped(0, 3), "0");
        assert_eq!(plain(1250, 2), "12.50");
        assert_eq!(plain(-5, 3), "-0.005");
        assert_eq!(plain(7, 0), "7");
    }

    #[test]
    fn doubles_are_written_as_java_writes_them() {
        let double = |v| {
            let mut out = String::new();
            write_double(&mut out, v);
            out
        };
        assert_eq!(double(1.0), "1.0");
        assert_eq!(double(0.001), "0.001");
        assert_eq!(double(1e7), "1.0E7");
        assert_eq!(double(1.25e-5), "1.25E-5");
        assert_eq!(double(-0.0), "-0.0");
        assert_eq!(double(f64::NAN), "NaN");
        assert_eq!(double(123_456.789), "123456.789");
    }
}
