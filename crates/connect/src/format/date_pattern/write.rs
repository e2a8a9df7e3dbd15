//! Writing: every field as Java prints it.

use super::{DAYS, Item, MONTHS, Moment, Pattern};

impl Pattern {
    /// The time as text. Of a time without a zone, the fields of zones are empty; [`Pattern::of_wall_clock`] refuses them beforehand.
    pub fn format(&self, time: &Moment<'_>) -> String {
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

fn field(letter: char, count: usize, time: &Moment<'_>) -> String {
    let (hour, second, nanos) = (time.hour(), time.second_of_day, time.nanos_of_second);
    match letter {
        // Of the era: before the year 1 came 1 BC.
        'y' => year(if time.year > 0 { time.year } else { 1 - time.year }, count),
        'u' => year(time.year, count),
        'Y' => year(week_of_year(time).0, count),
        'M' | 'L' => match count {
            1 | 2 => number(time.month, count),
            _ => text(MONTHS[time.month as usize - 1], count),
        },
        'd' => number(time.day, count),
        'D' => number(time.ordinal0() + 1, count),
        'E' => text(DAYS[time.weekday() as usize], count.max(3)),
        'e' | 'c' => match count {
            1 | 2 => number(time.weekday() + 1, count),
            _ => text(DAYS[time.weekday() as usize], count),
        },
        'w' => number(week_of_year(time).1, count),
        'W' => number((time.day - 1 + first_weekday_of_month(time)) / 7 + 1, count),
        'F' => number((time.day - 1) / 7 + 1, count),
        'Q' | 'q' => quarter((time.month - 1) / 3 + 1, count),
        'G' => match (count, time.year > 0) {
            (4, true) => "Anno Domini",
            (4, false) => "Before Christ",
            (5, true) => "A",
            (5, false) => "B",
            (_, true) => "AD",
            (_, false) => "BC",
        }
        .to_owned(),
        'a' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        'H' => number(hour, count),
        'k' => number((hour + 23) % 24 + 1, count),
        'K' => number(hour % 12, count),
        'h' => number((hour + 11) % 12 + 1, count),
        'm' => number(second / 60 % 60, count),
        's' => number(second % 60, count),
        'S' => format!("{nanos:09}")[..count].to_owned(),
        'n' => number(nanos, count),
        'A' => padded(u64::from(second) * 1_000 + u64::from(nanos) / 1_000_000, count),
        'N' => padded(u64::from(second) * 1_000_000_000 + u64::from(nanos), count),
        _ => match (&time.zone, letter) {
            (None, _) => String::new(),
            (Some(zone), 'V') => zone.id.to_owned(),
            (Some(zone), 'z') => zone.abbreviation.to_owned(),
            (Some(zone), _) => zone_offset(letter, count, zone.offset_seconds),
        },
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

fn quarter(quarter: u32, count: usize) -> String {
    match count {
        3 => format!("Q{quarter}"),
        4 => ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"][quarter as usize - 1].to_owned(),
        5 => quarter.to_string(),
        _ => number(quarter, count),
    }
}

/// How many days after Sunday the month begins.
fn first_weekday_of_month(time: &Moment<'_>) -> u32 {
    (time.weekday() + 36 - time.day) % 7
}

/// US weeks: they begin on Sunday, and the week that holds January 1 is the first of its year.
fn week_of_year(time: &Moment<'_>) -> (i64, u32) {
    let (ordinal, weekday) = (time.ordinal0(), time.weekday());
    // The week's Saturday falls into the next year: then this is that year's first week.
    if ordinal + (6 - weekday) >= time.days_in_year() {
        return (time.year + 1, 1);
    }
    let january_first = (weekday + 371 - ordinal) % 7;
    (time.year, (ordinal + january_first) / 7 + 1)
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
