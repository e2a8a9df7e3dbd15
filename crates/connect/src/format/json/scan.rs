//! Finds where values begin and end in a JSON text, without copying and without building anything.
//!
//! A scan checks the whole grammar, so that a conversion that follows can trust a span. Two deliberate liberties, both
//! Flink's: control characters may stand raw inside strings, and what follows the top-level value is not looked at.
//! Nesting is bounded by [`JSON_DEPTH_MAX`]; nothing here recurses deeper or allocates.

use headwater_types::limits::JSON_DEPTH_MAX;

/// Why a text is not JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at byte {at}")]
pub struct Malformed {
    pub what: &'static str,
    pub at: usize,
}

/// The kind of a scanned value. Strings carry whether they hold escapes, numbers whether they are integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The field did not occur.
    Missing,
    Null,
    True,
    False,
    Integer,
    Float,
    /// A string whose bytes are its value.
    Plain,
    /// A string with at least one backslash.
    Escaped,
    Object,
    Array,
}

/// A value's kind and span. A string's span lies inside its quotes, every other span is the value's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
}

impl Raw {
    pub const MISSING: Raw = Raw { kind: Kind::Missing, start: 0, end: 0 };

    pub fn text<'a>(&self, json: &'a [u8]) -> &'a [u8] {
        &json[self.start as usize..self.end as usize]
    }
}

/// A place in a JSON text. The text is at most 4 GiB (the formats refuse longer messages long before).
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    json: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(json: &'a [u8], at: usize) -> Self {
        Self { json, at }
    }

    /// The whole text the cursor stands in.
    pub fn json(&self) -> &'a [u8] {
        self.json
    }

    pub fn fail(&self, what: &'static str) -> Malformed {
        Malformed { what, at: self.at }
    }

    #[inline]
    pub fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.json.get(self.at) {
            self.at += 1;
        }
    }

    #[inline]
    pub fn peek(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    /// Steps over `byte` if it comes next.
    #[inline]
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// A string whose opening quote comes next.
    #[inline]
    pub fn string(&mut self) -> Result<Raw, Malformed> {
        if !self.eat(b'"') {
            return Err(self.fail("expected a string"));
        }
        let start = self.at as u32;
        let mut kind = Kind::Plain;
        loop {
            self.at += distance_to_quote_or_backslash(&self.json[self.at..]);
            match self.peek() {
                Some(b'"') => {
                    let end = self.at as u32;
                    self.at += 1;
                    return Ok(Raw { kind, start, end });
                }
                Some(_) => {
                    kind = Kind::Escaped;
                    self.escape()?;
                }
                None => return Err(self.fail("unterminated string")),
            }
        }
    }

    /// A backslash comes next; checks what it escapes.
    #[cold]
    fn escape(&mut self) -> Result<(), Malformed> {
        match self.json.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => {
                let digits = self.json.get(self.at + 2..self.at + 6).unwrap_or_default();
                if digits.len() != 4 || !digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(self.fail("bad unicode escape"));
                }
                self.at += 6;
            }
            _ => return Err(self.fail("bad escape")),
        }
        Ok(())
    }

    /// Any value; leading white space is skipped.
    #[inline]
    pub fn value(&mut self, depth: usize) -> Result<Raw, Malformed> {
        self.skip_space();
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b't') => self.word(b"true", Kind::True),
            Some(b'f') => self.word(b"false", Kind::False),
            Some(b'n') => self.word(b"null", Kind::Null),
            Some(_) => Err(self.fail("unexpected character")),
            None => Err(self.fail("unexpected end of input")),
        }
    }

    fn word(&mut self, word: &'static [u8], kind: Kind) -> Result<Raw, Malformed> {
        if !self.json[self.at..].starts_with(word) {
            return Err(self.fail("unknown token"));
        }
        let start = self.at as u32;
        self.at += word.len();
        if self.peek().is_some_and(|b| b.is_ascii_alphanumeric()) {
            return Err(self.fail("unknown token"));
        }
        Ok(Raw { kind, start, end: self.at as u32 })
    }

    fn number(&mut self) -> Result<Raw, Malformed> {
        let start = self.at as u32;
        let mut kind = Kind::Integer;
        self.eat(b'-');
        if self.eat(b'0') {
            if self.peek().is_some_and(|b| b.is_ascii_digit()) {
                return Err(self.fail("leading zero in a number"));
            }
        } else {
            self.digits()?;
        }
        if self.eat(b'.') {
            kind = Kind::Float;
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            kind = Kind::Float;
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        if self.peek().is_some_and(|b| b.is_ascii_alphabetic() || b == b'.') {
            return Err(self.fail("unexpected character in a number"));
        }
        Ok(Raw { kind, start, end: self.at as u32 })
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), Malformed> {
        let from = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == from { Err(self.fail("expected a digit")) } else { Ok(()) }
    }

    fn object(&mut self, depth: usize) -> Result<Raw, Malformed> {
        let start = self.at as u32;
        self.fields(depth, |_, _| ())?;
        Ok(Raw { kind: Kind::Object, start, end: self.at as u32 })
    }

    fn array(&mut self, depth: usize) -> Result<Raw, Malformed> {
        let start = self.at as u32;
        self.elements(depth, |_| ())?;
        Ok(Raw { kind: Kind::Array, start, end: self.at as u32 })
    }

    /// The object that begins here: calls `field` with each key and value.
    #[inline]
    pub fn fields(&mut self, depth: usize, mut field: impl FnMut(Raw, Raw)) -> Result<(), Malformed> {
        if depth >= JSON_DEPTH_MAX {
            return Err(self.fail("nested too deeply"));
        }
        if !self.eat(b'{') {
            return Err(self.fail("expected an object"));
        }
        self.skip_space();
        if self.eat(b'}') {
            return Ok(());
        }
        loop {
            self.skip_space();
            let key = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.fail("expected ':'"));
            }
            let value = self.value(depth + 1)?;
            field(key, value);
            self.skip_space();
            if self.eat(b',') {
                continue;
            }
            return if self.eat(b'}') { Ok(()) } else { Err(self.fail("expected ',' or '}'")) };
        }
    }

    /// The array that begins here: calls `element` with each value.
    pub fn elements(&mut self, depth: usize, mut element: impl FnMut(Raw)) -> Result<(), Malformed> {
        if depth >= JSON_DEPTH_MAX {
            return Err(self.fail("nested too deeply"));
        }
        if !self.eat(b'[') {
            return Err(self.fail("expected an array"));
        }
        self.skip_space();
        if self.eat(b']') {
            return Ok(());
        }
        loop {
            element(self.value(depth + 1)?);
            self.skip_space();
            if self.eat(b',') {
                continue;
            }
            return if self.eat(b']') { Ok(()) } else { Err(self.fail("expected ',' or ']'")) };
        }
    }
}

/// How far the next quote or backslash is; the length when there is none. Eight bytes a step, since field names and
/// values are short and a call into a vectorised search costs more than it saves.
#[inline]
fn distance_to_quote_or_backslash(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let zero_bytes = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let mut chunks = bytes.chunks_exact(8);
    let mut at = 0;
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("a chunk has eight bytes"));
        let hits = zero_bytes(word ^ (ONES * b'"' as u64)) | zero_bytes(word ^ (ONES * b'\\' as u64));
        if hits != 0 {
            // Only bits above a true hit can be false, so the lowest one is exact.
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = chunks.remainder();
    at + rest.iter().position(|&b| b == b'"' || b == b'\\').unwrap_or(rest.len())
}

/// Appends the value of an escaped string whose grammar a scan has checked. Lone surrogates become U+FFFD.
pub fn unescape(escaped: &[u8], out: &mut Vec<u8>) {
    let mut at = 0;
    while at < escaped.len() {
        let run = escaped[at..].iter().position(|&b| b == b'\\').unwrap_or(escaped.len() - at);
        out.extend_from_slice(&escaped[at..at + run]);
        at += run;
        let Some(&code) = escaped.get(at + 1) else { return };
        at += 2;
        match code {
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'u' => at += push_unicode(&escaped[at..], out),
            other => out.push(other),
        }
    }
}

/// `rest` begins with the four digits of a `\u` escape; answers how many bytes of it were used.
fn push_unicode(rest: &[u8], out: &mut Vec<u8>) -> usize {
    let first = hex4(rest).unwrap_or(0xFFFD);
    let mut used = 4;
    let mut code = first;
    if (0xD800..0xDC00).contains(&first)
        && rest.get(4..6) == Some(b"\\u")
        && let Some(low) = rest.get(6..).and_then(hex4)
        && (0xDC00..0xE000).contains(&low)
    {
        code = 0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00);
        used = 10;
    }
    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    used
}

fn hex4(text: &[u8]) -> Option<u32> {
    let digits = std::str::from_utf8(text.get(..4)?).ok()?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(json: &str) -> Result<Raw, Malformed> {
        Cursor::new(json.as_bytes(), 0).value(0)
    }

    #[test]
    fn values_are_found_with_their_kind_and_span() {
        for (json, kind, text) in [
            (r#" "ab" "#, Kind::Plain, "ab"),
            (r#""a\"b""#, Kind::Escaped, r#"a\"b"#),
            ("-12", Kind::Integer, "-12"),
            ("1.5e3,", Kind::Float, "1.5e3"),
            ("true", Kind::True, "true"),
            ("null", Kind::Null, "null"),
            (r#"{"a":[1,{"b":"}"}]} x"#, Kind::Object, r#"{"a":[1,{"b":"}"}]}"#),
            ("[ ]", Kind::Array, "[ ]"),
        ] {
            let raw = scan(json).expect(json);
            assert_eq!((raw.kind, raw.text(json.as_bytes())), (kind, text.as_bytes()), "{json}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        for bad in [
            "",
            "{",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            "[1,]",
            "[1 2]",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "nul",
            "truex",
            r#""abc"#,
            r#""\x""#,
            r#""\u12g4""#,
            "'a'",
            "{a:1}",
            "1.2.3",
        ] {
            assert!(scan(bad).is_err(), "{bad}");
        }
        assert_eq!(scan(r#"{"a":1 "b":2}"#).expect_err("a comma is missing").at, 7);
    }

    #[test]
    fn deep_nesting_is_refused_before_the_stack_is_in_danger() {
        let deep = "[".repeat(1_000_000);
        assert_eq!(scan(&deep).expect_err("too deep").what, "nested too deeply");
    }

    #[test]
    fn a_quote_is_found_at_every_distance() {
        for distance in 0..40 {
            for mark in [b'"', b'\\'] {
                let mut bytes = vec![b'\x22' ^ 1; distance];
                bytes.push(mark);
                bytes.extend_from_slice(b"tail\"");
                assert_eq!(distance_to_quote_or_backslash(&bytes), distance);
            }
        }
    }

    #[test]
    fn escapes_become_their_characters() {
        let mut out = Vec::new();
        unescape(br#"a\n\t\"\\\/\u00e9\ud83d\ude00\ud83dz"#, &mut out);
        assert_eq!(String::from_utf8(out).expect("utf-8"), "a\n\t\"\\/é😀\u{FFFD}z");
    }
}
