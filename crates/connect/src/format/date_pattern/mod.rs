//! Java's `DateTimeFormatter` patterns (`yyyy-MM-dd HH:mm:ss.SSS`) with the US locale's texts and weeks: what prefixes of object names, SQL's
//! DATE_FORMAT and TO_TIMESTAMP and the start of a stream's source are written in.
//!
//! A pattern is checked whole when it is parsed, so that a wrong one fails when a delivery stream or job is made and never when a time is
//! due. [`Pattern::format`] writes every field; [`Pattern::read`] takes the fields that make a date and a time of day.
//! <https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html>

mod moment;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use moment::Moment;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Item>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Literal(String),
    /// A letter and how often it stands there.
    Field(char, usize),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    #[error("unknown pattern letter: {0}")]
    UnknownLetter(char),
    #[error("too many pattern letters: {0}")]
    TooMany(char),
    #[error("the pattern has an unfinished quote")]
    UnfinishedQuote,
    #[error("the pattern has the reserved character '{0}'")]
    Reserved(char),
    #[error("pattern letter {0} is not offered in this form")]
    NotOffered(char),
    #[error("pattern letter {0} needs a zone, and a time of day has none")]
    NeedsZone(char),
    #[error("pattern letter {0} can be written, not read")]
    NotRead(char),
}

/// Months and days of the week as Java writes them in full.
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
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Letters of which a text can be read back; the day of the week is passed over.
const READ: &str = "yuMLdDEaHhkKmsSn";

impl Pattern {
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let mut items = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\'' => push_literal(&mut items, &quoted(&mut chars)?),
                'a'..='z' | 'A'..='Z' => {
                    let mut count = 1;
                    while chars.next_if_eq(&c).is_some() {
                        count += 1;
                    }
                    check(c, count)?;
                    items.push(Item::Field(c, count));
                }
                // Optional sections always print: every field is known when formatting.
                '[' | ']' => {}
                '{' | '}' | '#' => return Err(PatternError::Reserved(c)),
                other => push_literal(&mut items, other.encode_utf8(&mut [0; 4])),
            }
        }
        Ok(Self(items))
    }

    /// A pattern that [`Pattern::format`] writes of a time without a zone.
    pub fn of_wall_clock(text: &str) -> Result<Self, PatternError> {
        let pattern = Self::parse(text)?;
        let of_a_zone = pattern.fields().find(|letter| "VzOXxZ".contains(*letter));
        of_a_zone.map_or(Ok(pattern), |letter| Err(PatternError::NeedsZone(letter)))
    }

    /// A pattern that [`Pattern::read`] reads.
    pub fn for_reading(text: &str) -> Result<Self, PatternError> {
        let pattern = Self::parse(text)?;
        let unread = pattern.fields().find(|letter| !READ.contains(*letter));
        unread.map_or(Ok(pattern), |letter| Err(PatternError::NotRead(letter)))
    }

    fn fields(&self) -> impl Iterator<Item = char> + '_ {
        self.0.iter().filter_map(|item| match item {
            Item::Field(letter, _) => Some(*letter),
            Item::Literal(_) => None,
        })
    }
}

fn push_literal(items: &mut Vec<Item>, text: &str) {
    match items.last_mut() {
        Some(Item::Literal(literal)) => literal.push_str(text),
        _ => items.push(Item::Literal(text.to_owned())),
    }
}

/// What stands up to the closing quote; two quotes are one, also when nothing stands between.
fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<String, PatternError> {
    let mut text = String::new();
    let mut is_empty = true;
    loop {
        match chars.next() {
            None => return Err(PatternError::UnfinishedQuote),
            Some('\'') if chars.next_if_eq(&'\'').is_some() => text.push('\''),
            Some('\'') => return Ok(if is_empty { "'".to_owned() } else { text }),
            Some(c) => text.push(c),
        }
        is_empty = false;
    }
}

/// The most letters a field takes.
fn check(letter: char, count: usize) -> Result<(), PatternError> {
    let count_max = match letter {
        'y' | 'u' | 'Y' | 'A' | 'N' | 'n' => 19,
        'M' | 'L' | 'E' | 'Q' | 'q' | 'G' | 'X' | 'x' | 'Z' => 5,
        'd' | 'H' | 'h' | 'k' | 'K' | 'm' | 's' | 'w' => 2,
        'D' => 3,
        'S' => 9,
        'a' | 'W' | 'F' => 1,
        'e' | 'c' => 5,
        'z' => 4,
        'V' => 2,
        'O' => 4,
        'p' | 'B' | 'g' | 'v' => return Err(PatternError::NotOffered(letter)),
        other => return Err(PatternError::UnknownLetter(other)),
    };
    if count > count_max {
        return Err(PatternError::TooMany(letter));
    }
    match (letter, count) {
        // Full zone names need a table of their own; one V and two or three O are no fields at all in Java.
        ('z', 4) | ('V', 1) | ('O', 2 | 3) | ('c', 2) => Err(PatternError::NotOffered(letter)),
        _ => Ok(()),
    }
}
