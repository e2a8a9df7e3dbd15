//! Java's date patterns (`yyyy-MM-dd HH:mm:ss.SSS`), for DATE_FORMAT, TO_TIMESTAMP, FROM_UNIXTIME and their like.
//!
//! The letters Flink's users write: y u M L d D E a H h k K m s S n, quoted text and literals. Other letters are refused
//! when the pattern is compiled. Source: `java.time.format.DateTimeFormatter`.

use headwater_connect::format::text::{civil_from_days, days_from_civil, days_in_month};

const NANOS_PER_SECOND: i128 = 1_000_000_000;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A pattern made ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Token>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Field(u8, usize),
    Text(String),
}

impl Pattern {
    /// `Err` names the letter that is not offered.
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let mut tokens = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            if first == '\'' {
                let (text, after) = quoted(rest)?;
                tokens.push(Token::Text(text));
                rest = after;
            } else if first.is_ascii_alphabetic() {
                if !"yuMLdDEaHhkKmsSn".contains(first) {
                    return Err(format!("date pattern letter '{first}' is not offered"));
                }
                let length = rest.chars().take_while(|c| *c == first).count();
                tokens.push(Token::Field(first as u8, length));
                rest = &rest[length..];
            } else {
                tokens.push(Token::Text(first.to_string()));
                rest = &rest[first.len_utf8()..];
            }
        }
        Ok(Self(tokens))
    }

    /// The text of a wall-clock time in nanoseconds since the epoch.
    pub(crate) fn format(&self, nanos: i128) -> String {
        let seconds = nanos.div_euclid(NANOS_PER_SECOND) as i64;
        let fraction = nanos.rem_euclid(NANOS_PER_SECOND) as u64;
        let days = seconds.div_euclid(86_400);
        let of_day = seconds.rem_euclid(86_400) as u64;
        let (year, month, day) = civil_from_days(days);
        let hour = of_day / 3600;
        let mut out = String::new();
        for token in &self.0 {
            let (letter, length) = match token {
                Token::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Token::Field(letter, length) => (*letter, *length),
            };
            let number = match letter {
                b'y' | b'u' if length == 2 => year.rem_euclid(100) as u64,
                b'y' | b'u' => year.unsigned_abs(),
                b'M' | b'L' if length >= 3 => {
                    let name = MONTHS[month as usize - 1];
                    out.push_str(if length == 3 { &name[..3] } else { name });
                    continue;
                }
                b'M' | b'L' => month.into(),
                b'd' => day.into(),
                b'D' => (days - days_from_civil(year, 1, 1) + 1) as u64,
                b'E' => {
                    let name = WEEKDAYS[(days + 3).rem_euclid(7) as usize];
                    out.push_str(if length <= 3 { &name[..3] } else { name });
                    continue;
                }
                b'a' => {
                    out.push_str(if hour < 12 { "AM" } else { "PM" });
                    continue;
                }
                b'H' => hour,
                b'h' => (hour + 11) % 12 + 1,
                b'k' => (hour + 23) % 24 + 1,
                b'K' => hour % 12,
                b'm' => of_day / 60 % 60,
                b's' => of_day % 60,
                b'S' => {
                    let digits = format!("{fraction:09}");
                    out.push_str(&digits[..length.min(9)]);
                    continue;
                }
                _ => fraction,
            };
            out.push_str(&format!("{number:0length$}"));
        }
        out
    }

    /// The wall-clock time a text stands for; fields that the pattern lacks are those of 1970-01-01T00:00.
    pub(crate) fn parse(&self, text: &str) -> Option<i128> {
        let mut rest = text;
        let (mut year, mut month, mut day) = (1970, 1, 1);
        let (mut hour, mut minute, mut second, mut nanos, mut afternoon) = (0, 0, 0, 0i128, None);
        for (index, token) in self.0.iter().enumerate() {
            let (letter, length) = match token {
                Token::Text(literal) => {
                    rest = rest.strip_prefix(literal.as_str())?;
                    continue;
                }
                Token::Field(letter, length) => (*letter, *length),
            };
            match letter {
                b'M' | b'L' if length >= 3 => {
                    let place = MONTHS.iter().position(|name| {
                        let name = if length == 3 { &name[..3] } else { name };
                        rest.get(..name.len()).is_some_and(|text| text.eq_ignore_ascii_case(name))
                    })?;
                    rest = &rest[if length == 3 { 3 } else { MONTHS[place].len() }..];
                    month = place as i64 + 1;
                    continue;
                }
                b'a' => {
                    let half = rest.get(..2)?;
                    afternoon = Some(half.eq_ignore_ascii_case("PM"));
                    rest = &rest[2..];
                    continue;
                }
                b'E' => {
                    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                    rest = &rest[letters..];
                    continue;
                }
                _ => {}
            }
            // Digits run on where nothing but another field follows: then the pattern's count decides.
            let adjacent = matches!(self.0.get(index + 1), Some(Token::Field(..)));
            let most = if adjacent || letter == b'S' {
                length
            } else {
                length.max(if letter == b'y' { 10 } else { 2 })
            };
            let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            if digits == 0 || (length > 1 && digits < length) {
                return None;
            }
            let value: i64 = rest[..digits].parse().ok()?;
            rest = &rest[digits..];
            match letter {
                b'y' | b'u' => year = if length == 2 { 2000 + value } else { value },
                b'M' | b'L' => month = value,
                b'd' => day = value,
                b'D' => {
                    month = 1;
                    day = value;
                }
                b'H' | b'K' | b'h' | b'k' => hour = value,
                b'm' => minute = value,
                b's' => second = value,
                b'S' => nanos = i128::from(value) * 10i128.pow(9 - (digits as u32).min(9)),
                _ => nanos = value.into(),
            }
        }
        if let Some(afternoon) = afternoon {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        let legal = rest.is_empty()
            && (0..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month as u32).into()
            && hour < 24
            && minute < 60
            && second < 60;
        if !legal {
            return None;
        }
        let days = days_from_civil(year, month as u32, day as u32);
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second;
        Some(i128::from(seconds) * NANOS_PER_SECOND + nanos)
    }
}

/// Text between quotes, `''` for a quote, and what follows it.
fn quoted(rest: &str) -> Result<(String, &str), String> {
    let inner = &rest[1..];
    if let Some(after) = inner.strip_prefix('\'') {
        return Ok(("'".to_owned(), after));
    }
    let mut text = String::new();
    let mut at = 0;
    while let Some(end) = inner[at..].find('\'') {
        text.push_str(&inner[at..at + end]);
        at += end + 1;
        if !inner[at..].starts_with('\'') {
            return Ok((text, &inner[at..]));
        }
        text.push('\'');
        at += 1;
    }
    Err("a quote in a date pattern is not closed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: i128 = 1_774_000_805_120_000_000;

    #[test]
    fn patterns_are_written_and_read_back() {
        for (pattern, text) in [
            ("yyyy-MM-dd HH:mm:ss.SSS", "2026-03-20 10:00:05.120"),
            ("yyyy-MM-dd'T'HH:mm:ss.SSS", "2026-03-20T10:00:05.120"),
            ("yyyyMMddHHmmssSSS", "20260320100005120"),
            ("dd MMM yyyy hh:mm:ss.SSS a", "20 Mar 2026 10:00:05.120 AM"),
        ] {
            let compiled = Pattern::new(pattern).expect(pattern);
            assert_eq!(compiled.format(MOMENT), text, "{pattern}");
            assert_eq!(compiled.parse(text), Some(MOMENT), "{pattern}");
        }
        assert_eq!(Pattern::new("EEEE, D").expect("legal").format(MOMENT), "Friday, 79");
    }

    #[test]
    fn impossible_texts_and_patterns_are_refused() {
        let date = Pattern::new("yyyy-MM-dd").expect("legal");
        for bad in ["2026-02-30", "2026-3-1", "2026-03-01x", "", "x"] {
            assert_eq!(date.parse(bad), None, "{bad}");
        }
        assert!(Pattern::new("yyyy-QQ").is_err());
        assert!(Pattern::new("'open").is_err());
    }
}
