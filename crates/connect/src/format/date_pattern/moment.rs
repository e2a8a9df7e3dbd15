//! A time taken apart into the fields that patterns write.

use chrono::{DateTime, Datelike, Offset, Timelike};
use chrono_tz::{OffsetName, Tz};

use crate::format::text::{civil_from_days, days_from_civil};

const NANOS_PER_SECOND: i128 = 1_000_000_000;
const SECONDS_PER_DAY: i64 = 86_400;

/// A wall-clock time, perhaps in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment<'a> {
    pub year: i64,
    /// From 1.
    pub month: u32,
    /// Of the month, from 1.
    pub day: u32,
    pub second_of_day: u32,
    pub nanos_of_second: u32,
    pub zone: Option<Zone<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone<'a> {
    pub offset_seconds: i32,
    /// `Europe/Berlin`
    pub id: &'a str,
    /// `CEST`, or the id where there is none.
    pub abbreviation: &'a str,
}

impl<'a> Moment<'a> {
    /// Of nanoseconds since the epoch as a wall clock that shows them in UTC, which belongs to no zone.
    pub fn of_wall_clock(nanos: i128) -> Self {
        let seconds = nanos.div_euclid(NANOS_PER_SECOND) as i64;
        let (year, month, day) = civil_from_days(seconds.div_euclid(SECONDS_PER_DAY));
        Self {
            year,
            month,
            day,
            second_of_day: seconds.rem_euclid(SECONDS_PER_DAY) as u32,
            nanos_of_second: nanos.rem_euclid(NANOS_PER_SECOND) as u32,
            zone: None,
        }
    }

    pub fn in_zone(time: &'a DateTime<Tz>) -> Self {
        let id = time.timezone().name();
        Self {
            year: i64::from(time.year()),
            month: time.month(),
            day: time.day(),
            second_of_day: time.num_seconds_from_midnight(),
            nanos_of_second: time.nanosecond().min(999_999_999),
            zone: Some(Zone {
                offset_seconds: time.offset().fix().local_minus_utc(),
                id,
                abbreviation: time.offset().abbreviation().unwrap_or(id),
            }),
        }
    }

    pub fn hour(&self) -> u32 {
        self.second_of_day / 3600
    }

    /// Of the year, from 0.
    pub fn ordinal0(&self) -> u32 {
        (self.days() - days_from_civil(self.year, 1, 1)) as u32
    }

    /// 0 is Sunday.
    pub fn weekday(&self) -> u32 {
        (self.days() + 4).rem_euclid(7) as u32
    }

    pub fn days_in_year(&self) -> u32 {
        (days_from_civil(self.year + 1, 1, 1) - days_from_civil(self.year, 1, 1)) as u32
    }

    fn days(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day)
    }
}
