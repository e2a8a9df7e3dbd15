//! One JSON scalar as a value of one type, with Flink's coercions.
//!
//! Flink reads numbers as `Jackson` does and strings as Java's `parse…` functions do, so `"3"` and `4.0` are both INTs
//! but `"4.0"` is not. Source: `JsonParserToRowDataConverters.java`. `None` means the value does not fit the type.

use std::borrow::Cow;

use super::scan::{Kind, Raw, unescape};

/// The characters of a scalar: a string's value, any other scalar's own text. Objects and arrays have none.
pub(super) fn scalar_text<'a>(json: &'a [u8], raw: Raw) -> Option<Cow<'a, [u8]>> {
    match raw.kind {
        Kind::Escaped => {
            let mut value = Vec::with_capacity((raw.end - raw.start) as usize);
            unescape(raw.text(json), &mut value);
            Some(Cow::Owned(value))
        }
        Kind::Object | Kind::Array | Kind::Missing | Kind::Null => None,
        _ => Some(Cow::Borrowed(raw.text(json))),
    }
}

/// Java's `String.trim`: everything up to and including the space goes.
fn trim(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|b| *b > b' ').unwrap_or(text.len());
    let end = text.iter().rposition(|b| *b > b' ').map_or(start, |last| last + 1);
    &text[start..end]
}

fn number_from_text<T: std::str::FromStr>(text: &[u8]) -> Option<T> {
    std::str::from_utf8(trim(text)).ok()?.parse().ok()
}

pub(super) fn boolean(json: &[u8], raw: Raw) -> Option<bool> {
    match raw.kind {
        Kind::True => Some(true),
        Kind::False => Some(false),
        // Boolean.parseBoolean: whatever is not "true" is false.
        _ => scalar_text(json, raw).map(|text| trim(&text).eq_ignore_ascii_case(b"true")),
    }
}

/// INT and BIGINT: a number with a fraction is cut towards zero, one beyond the type is an error.
pub(super) fn integer(json: &[u8], raw: Raw, min: i64, max: i64) -> Option<i64> {
    let value = match raw.kind {
        Kind::Integer => parse_i64(raw.text(json))?,
        Kind::Float => {
            let value: f64 = number_from_text(raw.text(json))?;
            // 2^63 itself does not fit, and every double below it does.
            (value >= min as f64 && value < max as f64 + 1.0).then_some(value as i64)?
        }
        _ => number_from_text(&scalar_text(json, raw)?)?,
    };
    (min..=max).contains(&value).then_some(value)
}

/// TINYINT and SMALLINT, which Flink always reads from the text: `4.0` does not parse.
pub(super) fn small_integer(json: &[u8], raw: Raw, min: i64, max: i64) -> Option<i64> {
    let value = number_from_text(&scalar_text(json, raw)?)?;
    (min..=max).contains(&value).then_some(value)
}

/// Digits of an integer that a scan has checked.
fn parse_i64(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text.split_first() {
        Some((b'-', digits)) => (true, digits),
        _ => (false, text),
    };
    if digits.len() <= 18 {
        let value = digits.iter().fold(0i64, |sum, b| sum * 10 + i64::from(b - b'0'));
        return Some(if negative { -value } else { value });
    }
    number_from_text(text)
}

pub(super) fn double(json: &[u8], raw: Raw) -> Option<f64> {
    match raw.kind {
        Kind::Integer | Kind::Float => number_from_text(raw.text(json)),
        _ => java_double(trim(&scalar_text(json, raw)?)),
    }
}

pub(super) fn float(json: &[u8], raw: Raw) -> Option<f32> {
    match raw.kind {
        Kind::Integer | Kind::Float => number_from_text(raw.text(json)),
        _ => {
            let text = scalar_text(json, raw)?;
            let text = trim(&text);
            number_from_text(text)
                .filter(|f: &f32| f.is_finite())
                .or_else(|| java_double(text).map(|d| d as f32))
        }
    }
}

/// `Double.parseDouble`: also `NaN`, `Infinity` and a trailing type letter; not Rust's `inf`.
pub fn java_double(text: &[u8]) -> Option<f64> {
    let unsigned = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    match unsigned {
        b"NaN" => return Some(f64::NAN),
        b"Infinity" if text[0] == b'-' => return Some(f64::NEG_INFINITY),
        b"Infinity" => return Some(f64::INFINITY),
        _ => {}
    }
    if !unsigned.first().is_some_and(|b| b.is_ascii_digit() || *b == b'.') {
        return None;
    }
    let text = match text.split_last() {
        Some((b'd' | b'D' | b'f' | b'F', number)) => number,
        _ => text,
    };
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// An object or array as STRING: its JSON text without the white space between tokens, as Jackson prints a tree.
pub(super) fn write_compact(json: &[u8], out: &mut Vec<u8>) {
    let mut in_string = false;
    let mut at = 0;
    while at < json.len() {
        let byte = json[at];
        match byte {
            b'\\' if in_string => {
                out.push(byte);
                at += 1;
                out.extend(json.get(at));
                at += 1;
                continue;
            }
            b'"' => in_string = !in_string,
            b' ' | b'\n' | b'\r' | b'\t' if !in_string => {
                at += 1;
                continue;
            }
            _ => {}
        }
        out.push(byte);
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Cursor;
    use super::*;

    fn raw(json: &str) -> Raw {
        Cursor::new(json.as_bytes(), 0).value(0).expect("json")
    }

    fn int(json: &str) -> Option<i64> {
        integer(json.as_bytes(), raw(json), i32::MIN.into(), i32::MAX.into())
    }

    #[test]
    fn integers_are_coerced_as_flink_coerces_them() {
        assert_eq!(int("3"), Some(3));
        assert_eq!(int("-2147483648"), Some(-2_147_483_648));
        assert_eq!(int("2147483648"), None);
        assert_eq!(int("4.9"), Some(4));
        assert_eq!(int("1e3"), Some(1000));
        assert_eq!(int(r#"" +3 ""#), Some(3));
        assert_eq!(int(r#""4.0""#), None);
        assert_eq!(int("true"), None);
        assert_eq!(int("{}"), None);
        let big = "9223372036854775807";
        assert_eq!(integer(big.as_bytes(), raw(big), i64::MIN, i64::MAX), Some(i64::MAX));
        let over = "9223372036854775808";
        assert_eq!(integer(over.as_bytes(), raw(over), i64::MIN, i64::MAX), None);
    }

    #[test]
    fn booleans_take_any_scalar() {
        let read = |json: &str| boolean(json.as_bytes(), raw(json));
        assert_eq!(read("true"), Some(true));
        assert_eq!(read(r#"" TRUE ""#), Some(true));
        assert_eq!(read(r#""yes""#), Some(false));
        assert_eq!(read("1"), Some(false));
        assert_eq!(read("[]"), None);
    }

    #[test]
    fn doubles_from_strings_follow_java() {
        assert_eq!(java_double(b"1.5"), Some(1.5));
        assert_eq!(java_double(b"1.5f"), Some(1.5));
        assert_eq!(java_double(b"-Infinity"), Some(f64::NEG_INFINITY));
        assert!(java_double(b"NaN").is_some_and(f64::is_nan));
        for bad in ["inf", "infinity", "nan", "", "1.5x", "d"] {
            assert_eq!(java_double(bad.as_bytes()), None, "{bad}");
        }
    }

    #[test]
    fn nested_json_read_as_text_loses_only_its_white_space() {
        let mut out = Vec::new();
        write_compact(br#"{ "a" : [ 1 , "x \" y" ] }"#, &mut out);
        assert_eq!(String::from_utf8(out).expect("utf-8"), r#"{"a":[1,"x \" y"]}"#);
    }
}
