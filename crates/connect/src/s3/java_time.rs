//! Java's `DateTimeFormatter` patterns, formatting only and with the US locale's texts and weeks, as prefixes use them.
//!
//! A pattern is checked whole when it is parsed, so that a wrong one fails when a delivery stream is created and never when
//! an object is due. <https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html>

use chrono::{DateTime, Datelike, Offset, Timelike};
use chrono_tz::{OffsetName, Tz};

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
    #[error("the pattern has the reserved character {0:?}")]
    Reserved(char),
    #[error("pattern letter {0} is not offered in this form")]
    NotOffered(char),
}

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

    pub fn format(&self, time: &DateTime<Tz>) -> String {
        let mut out = String::new();
        for item in &self.0 {
            match item {
                Item::Literal(text) => out.push_str(text),
                Item::Field(letter, count) => out.push_str(&field(*letter, *count, time)),
            }
        }
        out
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

fn field(letter: char, count: usize, time: &DateTime<Tz>) -> String {
    match letter {
        'y' => year(time.year_ce().1 as i64, count),
        'u' => year(i64::from(time.year()), count),
        'Y' => year(i64::from(week_of_year(time).0), count),
        'M' | 'L' => match count {
            1 | 2 => number(time.month(), count),
            _ => text(MONTHS[time.month0() as usize], count),
        },
        'd' => number(time.day(), count),
        'D' => number(time.ordinal(), count),
        'E' => text(weekday(time), count.max(3)),
        'e' | 'c' => match count {
            1 | 2 => number(time.weekday().num_days_from_sunday() + 1, count),
            _ => text(weekday(time), count),
        },
        'w' => number(week_of_year(time).1, count),
        'W' => number((time.day0() + first_weekday_of_month(time)) / 7 + 1, count),
        'F' => number(time.day0() / 7 + 1, count),
        'Q' | 'q' => quarter(time.month0() / 3 + 1, count),
        'G' => match count {
            4 => "Anno Domini".to_owned(),
            5 => "A".to_owned(),
            _ => "AD".to_owned(),
        },
        'a' => if time.hour() < 12 { "AM" } else { "PM" }.to_owned(),
        'H' => number(time.hour(), count),
        'k' => number(if time.hour() == 0 { 24 } else { time.hour() }, count),
        'K' => number(time.hour() % 12, count),
        'h' => number(time.hour12().1, count),
        'm' => number(time.minute(), count),
        's' => number(time.second(), count),
        'S' => format!("{:09}", time.nanosecond())[..count].to_owned(),
        'n' => number(time.nanosecond(), count),
        'A' => padded(
            u64::from(time.num_seconds_from_midnight()) * 1000 + u64::from(time.nanosecond()) / 1_000_000,
            count,
        ),
        'N' => padded(
            u64::from(time.num_seconds_from_midnight()) * 1_000_000_000 + u64::from(time.nanosecond()),
            count,
        ),
        'V' => time.timezone().name().to_owned(),
        'z' => time.offset().abbreviation().unwrap_or_else(|| time.timezone().name()).to_owned(),
        _ => zone_offset(letter, count, time.offset().fix().local_minus_utc()),
    }
}

fn number(value: u32, width: usize) -> String {
    padded(u64::from(value), width)
}

fn padded(value: u64, width: usize) -> String {
    format!("{value:0width$}")
}

/// Two letters mean two digits; more pad.
fn year(year: i64, count: usize) -> String {
    if count == 2 { format!("{:02}", year.rem_euclid(100)) } else { format!("{year:0count$}") }
}

/// Three letters the short form, four the full one, five the narrow one.
fn text(full: &str, count: usize) -> String {
    match count {
        3 => full[..3].to_owned(),
        4 => full.to_owned(),
        _ => full[..1].to_owned(),
    }
}

fn weekday(time: &DateTime<Tz>) -> &'static str {
    DAYS[time.weekday().num_days_from_sunday() as usize]
}

fn quarter(quarter: u32, count: usize) -> String {
    match count {
        3 => format!("Q{quarter}"),
        4 => ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"][quarter as usize - 1].to_owned(),
        5 => quarter.to_string(),
        _ => number(quarter, count),
    }
}

/// How many days after Sunday the month begins.
fn first_weekday_of_month(time: &DateTime<Tz>) -> u32 {
    (time.weekday().num_days_from_sunday() + 35 - time.day0()) % 7
}

/// US weeks: they begin on Sunday, and the week that holds January 1 is the first of its year.
fn week_of_year(time: &DateTime<Tz>) -> (i32, u32) {
    let ordinal = time.ordinal0();
    let weekday = time.weekday().num_days_from_sunday();
    let days_in_year = if time.date_naive().leap_year() { 366 } else { 365 };
    // The week's Saturday falls into the next year: then this is that year's first week.
    if ordinal + (6 - weekday) >= days_in_year {
        return (time.year() + 1, 1);
    }
    let january_first = (weekday + 371 - ordinal) % 7;
    (time.year(), (ordinal + january_first) / 7 + 1)
}

fn zone_offset(letter: char, count: usize, seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let colon = |out: String| if rest > 0 { format!("{out}:{rest:02}") } else { out };
    match (letter, count) {
        ('X', _) if seconds == 0 => "Z".to_owned(),
        ('Z', 5) if seconds == 0 => "Z".to_owned(),
        ('O', _) | ('Z', 4) if seconds == 0 => "GMT".to_owned(),
        ('O', 1) if minutes == 0 => format!("GMT{sign}{hours}"),
        ('O', 1) => colon(format!("GMT{sign}{hours}:{minutes:02}")),
        ('O', _) | ('Z', 4) => colon(format!("GMT{sign}{hours:02}:{minutes:02}")),
        ('X' | 'x', 1) if minutes == 0 => format!("{sign}{hours:02}"),
        ('X' | 'x', 3) => format!("{sign}{hours:02}:{minutes:02}"),
        ('X' | 'x', 5) | ('Z', 5) => colon(format!("{sign}{hours:02}:{minutes:02}")),
        ('X' | 'x', 4) if rest > 0 => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    /// Expected values follow the tables of Java's `DateTimeFormatter` and `WeekFields.of(Locale.US)`.
    fn check(zone: Tz, millis: i64, cases: &[(&str, &str)]) {
        let time = zone.timestamp_millis_opt(millis).unwrap();
        for (pattern, expected) in cases {
            assert_eq!(Pattern::parse(pattern).unwrap().format(&time), *expected, "{pattern}");
        }
    }

    #[test]
    fn fields_print_as_java_prints_them() {
        // 2026-11-03T04:05:06.789Z, a Tuesday
        check(
            Tz::UTC,
            1_793_678_706_789,
            &[
                ("yyyy/MM/dd/HH/", "2026/11/03/04/"),
                ("y-M-d H:m:s", "2026-11-3 4:5:6"),
                ("yy u uuuu", "26 2026 2026"),
                ("MMM MMMM MMMMM", "Nov November N"),
                ("E EEE EEEE EEEEE", "Tue Tue Tuesday T"),
                ("D DDD", "307 307"),
                ("hh a KK kk", "04 AM 04 04"),
                ("SSS SSSSSS", "789 789000"),
                ("Q QQ QQQ QQQQ", "4 04 Q4 4th quarter"),
                ("w ww W YYYY e", "45 45 1 2026 3"),
                ("X XX XXX x xx xxx Z ZZZZ ZZZZZ O", "Z Z Z +00 +0000 +00:00 +0000 GMT Z GMT"),
                ("VV z G", "UTC UTC AD"),
                ("'year='yyyy'/month='MM", "year=2026/month=11"),
                ("''yyyy'o''clock'", "'2026o'clock"),
                ("yyyy[-MM]", "2026-11"),
            ],
        );
    }

    #[test]
    fn a_zone_shifts_the_day_and_names_itself() {
        // 2026-07-01T03:30:00Z is the evening before in New York, in daylight saving time
        check(
            Tz::America__New_York,
            1_782_876_600_000,
            &[
                ("yyyy-MM-dd HH:mm z XXX O ZZZZ", "2026-06-30 23:30 EDT -04:00 GMT-4 GMT-04:00"),
                ("hh a", "11 PM"),
            ],
        );
        check(Tz::Asia__Kolkata, 1_782_876_600_000, &[("X xxx O", "+0530 +05:30 GMT+5:30")]);
    }

    #[test]
    fn the_week_around_new_year_belongs_to_the_year_of_its_saturday() {
        // 2026-12-27 is a Sunday, 2026-12-31 a Thursday, 2027-01-01 a Friday
        check(Tz::UTC, 1_798_329_600_000, &[("yyyy-MM-dd YYYY-ww", "2026-12-27 2027-01")]);
        check(Tz::UTC, 1_798_761_600_000, &[("yyyy-MM-dd YYYY-ww", "2027-01-01 2027-01")]);
        check(Tz::UTC, 1_798_243_200_000, &[("yyyy-MM-dd YYYY-ww", "2026-12-26 2026-52")]);
    }

    #[test]
    fn wrong_patterns_are_told_apart() {
        for (pattern, expected) in [
            ("yyyy-b", PatternError::UnknownLetter('b')),
            ("HHH", PatternError::TooMany('H')),
            ("'open", PatternError::UnfinishedQuote),
            ("yyyy#", PatternError::Reserved('#')),
            ("zzzz", PatternError::NotOffered('z')),
        ] {
            assert_eq!(Pattern::parse(pattern).unwrap_err(), expected, "{pattern}");
        }
    }
}
