//! Reading: the date and the time of day that a text stands for.

use super::{Item, MONTHS, Pattern};
use crate::format::text::{days_from_civil, days_in_month};

const NANOS_PER_SECOND: i128 = 1_000_000_000;

impl Pattern {
    /// The wall-clock time a text stands for, in nanoseconds since the epoch as if in UTC; fields that the pattern lacks are those of 1970-01-01T00:00.
    pub fn read(&self, text: &str) -> Option<i128> {
        let mut rest = text;
        let (mut year, mut month, mut day) = (1970, 1, 1);
        let (mut hour, mut minute, mut second, mut nanos, mut afternoon) = (0, 0, 0, 0i128, None);
        for (index, item) in self.0.iter().enumerate() {
            let (letter, length) = match item {
                Item::Literal(literal) => {
                    rest = rest.strip_prefix(literal.as_str())?;
                    continue;
                }
                Item::Field(letter, length) => (*letter, *length),
            };
            match letter {
                'M' | 'L' if length >= 3 => {
                    let place = MONTHS.iter().position(|name| {
                        let name = if length == 3 { &name[..3] } else { name };
                        rest.get(..name.len()).is_some_and(|text| text.eq_ignore_ascii_case(name))
                    })?;
                    rest = &rest[if length == 3 { 3 } else { MONTHS[place].len() }..];
                    month = place as i64 + 1;
                    continue;
                }
                'a' => {
                    let half = rest.get(..2)?;
                    afternoon = Some(half.eq_ignore_ascii_case("PM"));
                    rest = &rest[2..];
                    continue;
                }
                'E' => {
                    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                    rest = &rest[letters..];
                    continue;
                }
                _ => {}
            }
            // Digits run on where nothing but another field follows: then the pattern's count decides.
            let adjacent = matches!(self.0.get(index + 1), Some(Item::Field(..)));
            let most = if adjacent || letter == 'S' {
                length
            } else {
                length.max(if letter == 'y' { 10 } else { 2 })
            };
            let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            if digits == 0 || (length > 1 && digits < length) {
                return None;
            }
            let value: i64 = rest[..digits].parse().ok()?;
            rest = &rest[digits..];
            match letter {
                'y' | 'u' => year = if length == 2 { 2000 + value } else { value },
                'M' | 'L' => month = value,
                'd' => day = value,
                'D' => {
                    month = 1;
                    day = value;
                }
                'H' | 'K' | 'h' | 'k' => hour = value,
                'm' => minute = value,
                's' => second = value,
                'S' => nanos = i128::from(value) * 10i128.pow(9 - (digits as u32).min(9)),
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
