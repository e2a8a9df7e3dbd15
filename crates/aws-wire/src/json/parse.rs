//! JSON of any shape (RFC 8259, strict), borrowed from the body where no escape stands in the way.

use std::borrow::Cow;

use crate::raw::{Bounds, Number, ParseError, Raw};

/// The one value a text consists of.
pub fn parse(text: &[u8]) -> Result<Raw<'_>, ParseError> {
    let mut parser = Parser { text, at: 0, bounds: Bounds::default() };
    let value = parser.value(0)?;
    parser.space();
    if parser.at < text.len() {
        return Err(parser.error("something follows the value"));
    }
    Ok(value)
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    bounds: Bounds,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Result<Raw<'a>, ParseError> {
        self.bounds.enter(depth).map_err(|what| self.error(what))?;
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Ok(Raw::String(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word(b"true", Raw::Boolean(true)),
            Some(b'f') => self.word(b"false", Raw::Boolean(false)),
            Some(b'n') => self.word(b"null", Raw::Null),
            _ => Err(self.error("no value")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Raw<'a>, ParseError> {
        self.at += 1;
        let mut members = Vec::new();
        if self.skip_if(b'}') {
            return Ok(Raw::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            if !self.skip_if(b':') {
                return Err(self.error("no colon after a name"));
            }
            members.push((name, self.value(depth + 1)?));
            if self.skip_if(b'}') {
                return Ok(Raw::Object(members));
            }
            if !self.skip_if(b',') {
                return Err(self.error("no comma between members"));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Raw<'a>, ParseError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.skip_if(b']') {
            return Ok(Raw::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.skip_if(b']') {
                return Ok(Raw::List(items));
            }
            if !self.skip_if(b',') {
                return Err(self.error("no comma between elements"));
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, ParseError> {
        if self.peek() != Some(b'"') {
            return Err(self.error("no string"));
        }
        let start = self.at + 1;
        let rest = &self.text[start..];
        let stop = memchr::memchr2(b'"', b'\\', rest).ok_or_else(|| self.error("a string without end"))?;
        let plain = self.utf8(start, start + stop)?;
        self.at = start + stop;
        if rest[stop] == b'"' {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        self.escaped_string(plain.to_owned()).map(Cow::Owned)
    }

    /// The rest of a string from its first backslash on.
    fn escaped_string(&mut self, mut out: String) -> Result<String, ParseError> {
        loop {
            let rest = &self.text[self.at..];
            let stop =
                memchr::memchr2(b'"', b'\\', rest).ok_or_else(|| self.error("a string without end"))?;
            out.push_str(self.utf8(self.at, self.at + stop)?);
            self.at += stop + 1;
            if rest[stop] == b'"' {
                return Ok(out);
            }
            out.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, ParseError> {
        let kind = self.peek().ok_or_else(|| self.error("a string without end"))?;
        self.at += 1;
        Ok(match kind {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode_escape()?,
            _ => return Err(self.error("an unknown escape")),
        })
    }

    /// A lone surrogate becomes the replacement character: it has no meaning that could be kept.
    fn unicode_escape(&mut self) -> Result<char, ParseError> {
        let first = self.four_hex_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        if !self.text[self.at..].starts_with(b"\\u") {
            return Ok(char::REPLACEMENT_CHARACTER);
        }
        let before_second = self.at;
        self.at += 2;
        let second = self.four_hex_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            self.at = before_second;
            return Ok(char::REPLACEMENT_CHARACTER);
        }
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four_hex_digits(&mut self) -> Result<u32, ParseError> {
        let digits = self.text.get(self.at..self.at + 4).ok_or_else(|| self.error("a torn escape"))?;
        let mut code = 0;
        for &digit in digits {
            let digit = char::from(digit)
                .to_digit(16)
                .ok_or_else(|| self.error("an escape that is not hexadecimal"))?;
            code = code << 4 | digit;
        }
        self.at += 4;
        Ok(code)
    }

    /// Valid UTF-8 without control characters.
    fn utf8(&self, from: usize, to: usize) -> Result<&'a str, ParseError> {
        let bytes = &self.text[from..to];
        if let Some(at) = bytes.iter().position(|&b| b < 0x20) {
            return Err(ParseError { what: "a control character in a string", at: from + at });
        }
        std::str::from_utf8(bytes)
            .map_err(|e| ParseError { what: "text that is not UTF-8", at: from + e.valid_up_to() })
    }

    fn number(&mut self) -> Result<Raw<'a>, ParseError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading = self.peek();
        match self.digits() {
            0 => return Err(self.error("a number without digits")),
            2.. if leading == Some(b'0') => return Err(self.error("a number with a leading zero")),
            _ => {}
        }
        let mut whole = true;
        if self.peek() == Some(b'.') {
            self.at += 1;
            whole = false;
            if self.digits() == 0 {
                return Err(self.error("a fraction without digits"));
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            whole = false;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.error("an exponent without digits"));
            }
        }
        let text = std::str::from_utf8(&self.text[start..self.at]).expect("digits are ASCII");
        if whole && let Ok(integer) = text.parse() {
            return Ok(Raw::Number(Number::Integer(integer)));
        }
        let double = text.parse().map_err(|_| self.error("not a number"))?;
        Ok(Raw::Number(Number::Double(double)))
    }

    /// Passes over digits and counts them.
    fn digits(&mut self) -> usize {
        let count = self.text[self.at..].iter().take_while(|b| b.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn word(&mut self, word: &[u8], value: Raw<'a>) -> Result<Raw<'a>, ParseError> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.error("no value"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes over white space and, if it comes next, over `byte`.
    fn skip_if(&mut self, byte: u8) -> bool {
        self.space();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn error(&self, what: &'static str) -> ParseError {
        ParseError { what, at: self.at }
    }
}

#[cfg(test)]
mod tests {
    use headwater_types::limits::{WIRE_DEPTH_MAX, WIRE_VALUES_MAX};

    use super::*;

    #[test]
    fn values_of_every_kind_are_read() {
        let text = br#" {"a":[1,-2.5e1,true,false,null],"b":{"c":"\u00e4\ud83d\ude00\n\/"},"d":"plain","e":12345678901234567890} "#;
        let string = |s: &str| Raw::String(Cow::Owned(s.to_owned()));
        let expected = Raw::Object(vec![
            (
                "a".into(),
                Raw::List(vec![
                    Raw::Number(Number::Integer(1)),
                    Raw::Number(Number::Double(-25.0)),
                    Raw::Boolean(true),
                    Raw::Boolean(false),
                    Raw::Null,
                ]),
            ),
            ("b".into(), Raw::Object(vec![("c".into(), string("ä😀\n/"))])),
            ("d".into(), string("plain")),
            ("e".into(), Raw::Number(Number::Double(12_345_678_901_234_567_890.0))),
        ]);
        assert_eq!(parse(text), Ok(expected));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        let cases: &[&[u8]] = &[
            b"",
            b" ",
            b"{",
            b"}",
            b"[1,]",
            b"{\"a\":1,}",
            b"{\"a\" 1}",
            b"{a:1}",
            b"01",
            b"-",
            b"1.",
            b".5",
            b"1e",
            b"+1",
            b"tru",
            b"nul",
            b"\"a",
            b"\"\\x\"",
            b"\"\\u12\"",
            b"\"\n\"",
            b"\"\xff\"",
            b"{} {}",
            b"hello",
            b"NaN",
            b"'a'",
        ];
        for case in cases {
            assert!(parse(case).is_err(), "{}", String::from_utf8_lossy(case));
        }
    }

    #[test]
    fn a_lone_surrogate_becomes_the_replacement_character() {
        assert_eq!(parse(br#""\ud800x""#), Ok(Raw::String("\u{fffd}x".into())));
        assert_eq!(parse(br#""\ud800\u0041""#), Ok(Raw::String("\u{fffd}A".into())));
    }

    #[test]
    fn depth_and_number_of_values_are_bounded() {
        let deep = "[".repeat(WIRE_DEPTH_MAX + 2);
        assert_eq!(parse(deep.as_bytes()).map_err(|e| e.what), Err("values nested too deeply"));
        let wide = format!("[{}0]", "0,".repeat(WIRE_VALUES_MAX));
        assert_eq!(parse(wide.as_bytes()).map_err(|e| e.what), Err("too many values"));
    }
}
