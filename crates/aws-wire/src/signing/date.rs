//! The dates of a signature: `X-Amz-Date` in the basic form of ISO 8601, or the `Date` header.

use chrono::{DateTime, NaiveDateTime, Utc};
use headwater_types::Timestamp;

/// A moment to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date(DateTime<Utc>);

impl Date {
    /// `20150830T123600Z`, or as HTTP writes dates.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let basic =
            || NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok().filter(|_| text.len() == 16);
        let http = || DateTime::parse_from_rfc2822(text).ok().map(|date| date.naive_utc());
        let date = basic().or_else(http)?.and_utc();
        // Four digits of a year: what is beyond could not be written again in the form that is signed.
        (1970..=9999).contains(&chrono::Datelike::year(&date)).then_some(Self(date))
    }

    pub(crate) fn at(time: Timestamp) -> Self {
        Self(DateTime::from_timestamp_millis(time.as_millis()).unwrap_or(DateTime::UNIX_EPOCH))
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Self {
        let shifted = chrono::TimeDelta::try_seconds(seconds).and_then(|by| self.0.checked_add_signed(by));
        Self(shifted.unwrap_or(self.0))
    }

    pub(crate) fn as_secs(self) -> i64 {
        self.0.timestamp()
    }

    /// `20150830T123600Z`.
    pub(crate) fn basic(self) -> String {
        self.0.format("%Y%m%dT%H%M%SZ").to_string()
    }

    /// `20150830`.
    pub(crate) fn day(self) -> String {
        self.0.format("%Y%m%d").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        for text in ["20150830T123600Z", "Sun, 30 Aug 2015 12:36:00 GMT"] {
            let date = Date::parse(text).expect(text);
            assert_eq!((date.basic().as_str(), date.day().as_str()), ("20150830T123600Z", "20150830"));
        }
        for bad in
            ["", "201", "20150830", "20150830T123600", "20151330T123600Z", "2015-08-30T12:36:00Z", "now"]
        {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
