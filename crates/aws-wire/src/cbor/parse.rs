//! CBOR of any shape (RFC 8949): definite and indefinite lengths, half to double precision, tags passed through.

use std::borrow::Cow;

use crate::raw::{Bounds, Number, ParseError, Raw};

/// The one value a body consists of.
pub fn parse(body: &[u8]) -> Result<Raw<'_>, ParseError> {
    let mut parser = Parser { body, at: 0, bounds: Bounds::default() };
    let value = parser.value(0)?;
    if parser.at < body.len() {
        return Err(parser.error("something follows the value"));
    }
    Ok(value)
}

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;
const BREAK: u8 = 0xff;

struct Parser<'a> {
    body: &'a [u8],
    at: usize,
    bounds: Bounds,
}

/// The first byte of an item and the number behind it.
struct Head {
    major: u8,
    /// The low five bits.
    info: u8,
    /// `None` for an indefinite length.
    argument: Option<u64>,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Result<Raw<'a>, ParseError> {
        self.bounds.enter(depth).map_err(|what| self.error(what))?;
        let head = self.head()?;
        match (head.major, head.argument) {
            (UNSIGNED, Some(value)) => Ok(Raw::Number(integer(value, false))),
            (NEGATIVE, Some(value)) => Ok(Raw::Number(integer(value, true))),
            (BYTES, length) => Ok(Raw::Bytes(self.string_bytes(BYTES, length)?)),
            (TEXT, length) => self.text(length).map(Raw::String),
            (ARRAY, length) => self.array(length, depth),
            (MAP, length) => self.map(length, depth),
            // The one tag of this protocol says that a number is a time, which the schema knows.
            (TAG, Some(_)) => self.value(depth + 1),
            (_, argument) => self.simple(head.info, argument),
        }
    }

    fn head(&mut self) -> Result<Head, ParseError> {
        let first = self.take(1)?[0];
        let (major, info) = (first >> 5, first & 0x1f);
        let argument = match info {
            0..24 => Some(u64::from(info)),
            24..28 => {
                let bytes = self.take(1 << (info - 24))?;
                Some(bytes.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)))
            }
            31 if matches!(major, BYTES | TEXT | ARRAY | MAP) => None,
            _ => return Err(self.error("a malformed item")),
        };
        Ok(Head { major, info, argument })
    }

    fn simple(&self, info: u8, argument: Option<u64>) -> Result<Raw<'a>, ParseError> {
        let bits = argument.unwrap_or_default();
        match info {
            20 => Ok(Raw::Boolean(false)),
            21 => Ok(Raw::Boolean(true)),
            // Null and undefined.
            22 | 23 => Ok(Raw::Null),
            25 => Ok(Raw::Number(Number::Double(half(bits as u16)))),
            26 => Ok(Raw::Number(Number::Double(f64::from(f32::from_bits(bits as u32))))),
            27 => Ok(Raw::Number(Number::Double(f64::from_bits(bits)))),
            _ => Err(self.error("an unknown simple value")),
        }
    }

    fn text(&mut self, length: Option<u64>) -> Result<Cow<'a, str>, ParseError> {
        let start = self.at;
        let error = ParseError { what: "text that is not UTF-8", at: start };
        match self.string_bytes(TEXT, length)? {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| error),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| error),
        }
    }

    /// A string of either kind; one of indefinite length comes in pieces of its own kind.
    fn string_bytes(&mut self, major: u8, length: Option<u64>) -> Result<Cow<'a, [u8]>, ParseError> {
        if let Some(length) = length {
            return self.take_long(length).map(Cow::Borrowed);
        }
        let mut whole = Vec::new();
        while !self.skip_break() {
            match self.head()? {
                Head { major: piece, argument: Some(length), .. } if piece == major => {
                    whole.extend_from_slice(self.take_long(length)?);
                }
                _ => return Err(self.error("a malformed piece of a string")),
            }
        }
        Ok(Cow::Owned(whole))
    }

    fn array(&mut self, length: Option<u64>, depth: usize) -> Result<Raw<'a>, ParseError> {
        // No capacity from the wire: a length costs nothing to claim.
        let mut items = Vec::new();
        let mut left = length;
        while self.has_next(&mut left) {
            items.push(self.value(depth + 1)?);
        }
        Ok(Raw::List(items))
    }

    fn map(&mut self, length: Option<u64>, depth: usize) -> Result<Raw<'a>, ParseError> {
        let mut members = Vec::new();
        let mut left = length;
        while self.has_next(&mut left) {
            let head = self.head()?;
            if head.major != TEXT {
                return Err(self.error("a map's key that is not text"));
            }
            let name = self.text(head.argument)?;
            members.push((name, self.value(depth + 1)?));
        }
        Ok(Raw::Object(members))
    }

    /// Whether a container goes on: by its count, or until the break.
    fn has_next(&mut self, left: &mut Option<u64>) -> bool {
        match left {
            Some(0) => false,
            Some(count) => {
                *count -= 1;
                true
            }
            None => !self.skip_break(),
        }
    }

    fn skip_break(&mut self) -> bool {
        let there = self.body.get(self.at) == Some(&BREAK);
        self.at += usize::from(there);
        there
    }

    fn take_long(&mut self, length: u64) -> Result<&'a [u8], ParseError> {
        let length = usize::try_from(length).map_err(|_| self.error("a torn item"))?;
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], ParseError> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.body.len());
        let end = end.ok_or_else(|| self.error("a torn item"))?;
        let taken = &self.body[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn error(&self, what: &'static str) -> ParseError {
        ParseError { what, at: self.at }
    }
}

/// A number of major type 0 or 1: the second means `-1 - value`.
fn integer(value: u64, negative: bool) -> Number {
    match (i64::try_from(value), negative) {
        (Ok(value), false) => Number::Integer(value),
        (Ok(value), true) => Number::Integer(-1 - value),
        (Err(_), false) => Number::Double(value as f64),
        (Err(_), true) => Number::Double(-1.0 - value as f64),
    }
}

/// IEEE 754 half precision.
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if bits >> 15 == 1 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        let digit = |c: u8| char::from(c).to_digit(16).expect("hexadecimal") as u8;
        hex.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
    }

    /// From RFC 8949, appendix A.
    #[test]
    fn the_rfcs_examples_are_read() {
        let integer = |value| Raw::Number(Number::Integer(value));
        let double = |value| Raw::Number(Number::Double(value));
        let list = |values: &[i64]| Raw::List(values.iter().map(|v| integer(*v)).collect());
        let cases = [
            ("00", integer(0)),
            ("1818", integer(24)),
            ("1b000000e8d4a51000", integer(1_000_000_000_000)),
            ("1bffffffffffffffff", double(18_446_744_073_709_551_615.0)),
            ("20", integer(-1)),
            ("3903e7", integer(-1000)),
            ("f93c00", double(1.0)),
            ("f90001", double(5.960_464_477_539_063e-8)),
            ("f9c400", double(-4.0)),
            ("fa47c35000", double(100_000.0)),
            ("fbc010666666666666", double(-4.1)),
            ("f4", Raw::Boolean(false)),
            ("f6", Raw::Null),
            ("c11a514b67b0", integer(1_363_896_240)),
            ("4401020304", Raw::Bytes(Cow::Owned(vec![1, 2, 3, 4]))),
            ("5f42010243030405ff", Raw::Bytes(Cow::Owned(vec![1, 2, 3, 4, 5]))),
            ("62c3bc", Raw::String("ü".into())),
            ("7f657374726561646d696e67ff", Raw::String("streaming".into())),
            ("83010203", list(&[1, 2, 3])),
            ("9f0102ff", list(&[1, 2])),
            ("a161610c", Raw::Object(vec![("a".into(), integer(12))])),
            (
                "bf61610161629f0203ffff",
                Raw::Object(vec![("a".into(), integer(1)), ("b".into(), list(&[2, 3]))]),
            ),
        ];
        for (hex, expected) in cases {
            assert_eq!(parse(&bytes(hex)), Ok(expected), "{hex}");
        }
    }

    #[test]
    fn what_is_not_cbor_is_refused() {
        let cases = [
            "",
            "18",
            "1c",
            "41",
            "5bffffffffffffffff",
            "9b7fffffffffffffff",
            "9f",
            "bf6161",
            "a10000",
            "61ff",
            "ff",
            "0000",
            "5f6161ff",
            "1f",
            "f800",
            "7f",
            "df",
        ];
        for hex in cases {
            assert!(parse(&bytes(hex)).is_err(), "{hex}");
        }
    }

    #[test]
    fn depth_is_bounded_for_containers_and_tags() {
        for byte in [0x81, 0x9f, 0xc1] {
            let deep = vec![byte; 1_000_000];
            assert_eq!(parse(&deep).map_err(|e| e.what), Err("values nested too deeply"));
        }
    }
}
