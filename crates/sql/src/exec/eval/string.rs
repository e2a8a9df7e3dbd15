//! String functions on code points, as Flink counts them.

use std::borrow::Cow;

use headwater_types::limits::SQL_STRING_BYTES_MAX;

use super::Fault;
use crate::functions::TrimSide;

/// A LIKE pattern taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LikeToken {
    /// `%`
    Any,
    /// `_`
    One,
    Char(char),
}

pub(super) fn like_pattern(pattern: &str, escape: Option<char>) -> Result<Vec<LikeToken>, Fault> {
    let mut tokens = Vec::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        tokens.push(match c {
            c if Some(c) == escape => match chars.next() {
                Some(next @ ('%' | '_')) => LikeToken::Char(next),
                Some(next) if Some(next) == escape => LikeToken::Char(next),
                _ => return Err(Fault(format!("invalid escape in LIKE pattern '{pattern}'"))),
            },
            '%' => LikeToken::Any,
            '_' => LikeToken::One,
            c => LikeToken::Char(c),
        });
    }
    Ok(tokens)
}

/// Greedy matching with one point of return: linear for patterns of one `%`, never exponential.
pub(super) fn like(text: &str, pattern: &[LikeToken]) -> bool {
    let mut rest = text.chars();
    let mut at = 0;
    let mut back: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        match pattern.get(at) {
            Some(LikeToken::Any) => {
                at += 1;
                back = Some((at, rest.clone()));
                continue;
            }
            None if rest.as_str().is_empty() => return true,
            token => {
                let mut ahead = rest.clone();
                let matched = match (token, ahead.next()) {
                    (Some(LikeToken::One), Some(_)) => true,
                    (Some(LikeToken::Char(wanted)), Some(c)) => *wanted == c,
                    _ => false,
                };
                if matched {
                    rest = ahead;
                    at += 1;
                    continue;
                }
            }
        }
        // Let the last `%` take one character more.
        let Some((after, from)) = &mut back else { return false };
        if from.next().is_none() {
            return false;
        }
        at = *after;
        rest = from.clone();
    }
}

/// `SUBSTRING(s, from, length)`: from 1, negative from the end, 0 as 1.
pub(super) fn substring(text: &str, from: i64, length: Option<i64>) -> &str {
    let count = text.chars().count() as i64;
    if from > count || length.is_some_and(|l| l <= 0) {
        return "";
    }
    let start = match from {
        0 => 0,
        from if from > 0 => from - 1,
        from if count + from >= 0 => count + from,
        _ => return "",
    };
    let end = length.map_or(count, |l| count.min(start.saturating_add(l)));
    slice(text, start as usize, end as usize)
}

/// Characters `start..end`.
pub(super) fn slice(text: &str, start: usize, end: usize) -> &str {
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let from = places.nth(start).unwrap_or(text.len());
    let to = if end > start { places.nth(end - start - 1).unwrap_or(text.len()) } else { from };
    &text[from..to]
}

pub(super) fn trim<'a>(text: &'a str, chars: &str, side: TrimSide) -> &'a str {
    let strip = |c: char| chars.contains(c);
    match side {
        TrimSide::Both => text.trim_matches(strip),
        TrimSide::Leading => text.trim_start_matches(strip),
        TrimSide::Trailing => text.trim_end_matches(strip),
    }
}

/// LPAD and RPAD; NULL (None) for a negative length, or where nothing can be padded with.
pub(super) fn pad(text: &str, length: i64, pad: &str, left: bool) -> Result<Option<String>, Fault> {
    let count = text.chars().count();
    let Ok(length) = usize::try_from(length) else { return Ok(None) };
    if length <= count {
        return Ok(Some(slice(text, 0, length).to_owned()));
    }
    if pad.is_empty() {
        return Ok(None);
    }
    bounded(length)?;
    let filler: String = pad.chars().cycle().take(length - count).collect();
    Ok(Some(if left { format!("{filler}{text}") } else { format!("{text}{filler}") }))
}

pub(super) fn repeat(text: &str, times: i64) -> Result<String, Fault> {
    let times = times.max(0) as usize;
    bounded(text.len().saturating_mul(times))?;
    Ok(text.repeat(times))
}

/// A query must not make strings without bound.
pub(super) fn bounded(bytes: usize) -> Result<(), Fault> {
    if bytes > SQL_STRING_BYTES_MAX {
        return Err(Fault(format!("a string of {bytes} bytes is over the limit of {SQL_STRING_BYTES_MAX}")));
    }
    Ok(())
}

/// First letter of each word upper case, the rest lower; words are runs of letters and digits.
pub(super) fn init_cap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        if inside {
            out.extend(c.to_lowercase())
        } else {
            out.extend(c.to_uppercase())
        }
        inside = c.is_alphanumeric();
    }
    out
}

pub(super) fn split_index(text: &str, delimiter: &str, index: i64) -> Option<String> {
    if delimiter.is_empty() || text.is_empty() {
        return None;
    }
    text.split(delimiter).nth(usize::try_from(index).ok()?).map(str::to_owned)
}

/// Java's `$1` in a replacement is Rust's `${1}`.
pub(super) fn java_replacement(text: &str) -> Cow<'_, str> {
    if !text.contains(['$', '\\']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('$') => out.push_str("$$"),
                Some(next) => out.push(next),
                None => {}
            },
            '$' => {
                let mut group = String::new();
                while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                    group.push(digit);
                }
                out.push_str(&format!("${{{group}}}"));
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(text: &str, pattern: &str) -> bool {
        like(text, &like_pattern(pattern, Some('\\')).expect("legal"))
    }

    #[test]
    fn like_knows_percent_underscore_and_escapes() {
        for (text, pattern, expected) in [
            ("page/1", "page%", true),
            ("page", "page%", true),
            ("apage", "page%", false),
            ("abcabd", "%ab_", true),
            ("abcabde", "%ab_", false),
            ("50%", "50\\%", true),
            ("500", "50\\%", false),
            ("", "%", true),
            ("", "_", false),
            ("éa", "_a", true),
            ("aaab", "%a%b", true),
        ] {
            assert_eq!(matches(text, pattern), expected, "{text} like {pattern}");
        }
        let long = "a".repeat(5_000);
        assert!(!matches(&long, &"%a".repeat(50).replace("%a", "%a%b")));
    }

    #[test]
    fn substrings_count_code_points() {
        assert_eq!(substring("héllo", 2, Some(3)), "éll");
        assert_eq!(substring("héllo", -3, None), "llo");
        assert_eq!(substring("héllo", 0, Some(1)), "h");
        assert_eq!(substring("héllo", 9, None), "");
        assert_eq!(substring("héllo", -9, None), "");
    }

    #[test]
    fn padding_and_repeating_are_bounded() {
        assert_eq!(pad("ab", 5, "xy", true), Ok(Some("xyxab".to_owned())));
        assert_eq!(pad("abc", 2, "x", false), Ok(Some("ab".to_owned())));
        assert_eq!(pad("abc", -1, "x", false), Ok(None));
        assert!(pad("a", i64::MAX, "x", true).is_err());
        assert!(repeat("abc", i64::MAX).is_err());
    }

    #[test]
    fn java_groups_become_rust_groups() {
        assert_eq!(java_replacement("$1-\\$"), "${1}-$$");
    }
}
