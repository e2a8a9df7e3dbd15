//! The session's time zone (`table.local-time-zone`): where TIMESTAMP_LTZ and wall-clock time meet.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;

/// A time zone by its IANA name, or UTC, which costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Option<Tz>);

impl Zone {
    pub const UTC: Zone = Zone(None);

    /// An IANA name such as `Asia/Shanghai`; `None` where there is no such zone.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "UTC" | "Z" | "GMT" | "default" => Some(Self::UTC),
            _ => name.parse().ok().map(|zone| Self(Some(zone))),
        }
    }

    /// Wall-clock milliseconds of an instant.
    pub fn to_local(self, instant_ms: i64) -> i64 {
        instant_ms + self.offset_ms_at(instant_ms)
    }

    /// The instant of wall-clock milliseconds. In the gap of a DST change the clock goes on with the offset before it; of
    /// two instants with one wall clock the earlier is taken, as java.time does.
    pub fn to_instant(self, local_ms: i64) -> i64 {
        if self.0.is_none() {
            return local_ms;
        }
        let day = 86_400_000;
        let (before, after) = (self.offset_ms_at(local_ms - day), self.offset_ms_at(local_ms + day));
        for offset in [before, after] {
            let instant = local_ms - offset;
            if self.offset_ms_at(instant) == offset {
                return instant;
            }
        }
        local_ms - before
    }

    fn offset_ms_at(self, instant_ms: i64) -> i64 {
        let Some(zone) = self.0 else { return 0 };
        match chrono::DateTime::from_timestamp_millis(instant_ms) {
            Some(instant) => {
                let offset = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
                i64::from(offset.local_minus_utc()) * 1000
            }
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wall_clock_and_instant_convert_over_a_change_of_offset() {
        let berlin = Zone::parse("Europe/Berlin").expect("a zone");
        // 2026-03-29T00:59:59Z is 01:59:59 local; a second later it is 03:00.
        let last = 1_774_745_999_000;
        assert_eq!(berlin.to_local(last), last + 3_600_000);
        assert_eq!(berlin.to_local(last + 1000), last + 1000 + 7_200_000);
        assert_eq!(berlin.to_instant(berlin.to_local(last)), last);
        assert_eq!(berlin.to_instant(berlin.to_local(last + 1000)), last + 1000);
        assert_eq!(Zone::parse("Mars/Olympus"), None);
    }
}
