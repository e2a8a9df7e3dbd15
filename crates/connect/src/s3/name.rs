//! Object names: `<evaluated prefix><stream>-<version>-yyyy-MM-dd-HH-mm-ss-<uuid><extension>`.
//! Source: <https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html>

use chrono::TimeZone;
use chrono_tz::Tz;
use headwater_runtime::Entropy;
use headwater_types::Timestamp;

use super::expression::{Evaluation, PrefixError, PrefixTemplate, RANDOM_STRING_CHARS};
use crate::format::date_pattern::{Moment, Pattern};

/// What is put behind a prefix that says nothing of time.
const DEFAULT_TIME_PREFIX: &str = "yyyy/MM/dd/HH/";
const SUFFIX_TIME: &str = "yyyy-MM-dd-HH-mm-ss";

/// How a destination's objects are named. Checked when made; naming cannot fail.
#[derive(Clone, Debug)]
pub struct ObjectNames {
    prefix: PrefixTemplate,
    error_prefix: PrefixTemplate,
    zone: Tz,
    stream: String,
    version: u64,
    extension: String,
    time_prefix: Pattern,
    suffix_time: Pattern,
}

/// The parts of a destination's configuration that names come from.
#[derive(Clone, Copy, Debug)]
pub struct NameRule<'a> {
    pub prefix: &'a str,
    pub error_output_prefix: &'a str,
    /// An IANA name; UTC where empty.
    pub time_zone: &'a str,
    pub stream: &'a str,
    pub version: u64,
    /// With its dot, or empty.
    pub extension: &'a str,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameRuleError {
    #[error(transparent)]
    Prefix(#[from] PrefixError),
    #[error("the time zone {0:?} is unknown; give an IANA name such as Europe/Berlin")]
    UnknownTimeZone(String),
}

impl ObjectNames {
    pub fn new(rule: NameRule<'_>) -> Result<Self, NameRuleError> {
        let prefix = PrefixTemplate::parse(rule.prefix)?;
        let error_prefix = PrefixTemplate::parse(rule.error_output_prefix)?;
        if prefix.has_error_output_type() {
            return Err(PrefixError::ErrorTypeInPrefix.into());
        }
        if prefix.has_expressions() && error_prefix.is_empty() {
            return Err(PrefixError::ErrorPrefixMissing.into());
        }
        if error_prefix.has_expressions() && !error_prefix.has_error_output_type() {
            return Err(PrefixError::ErrorTypeMissing.into());
        }
        Ok(Self {
            prefix,
            error_prefix,
            zone: parse_zone(rule.time_zone)?,
            stream: rule.stream.to_owned(),
            version: rule.version,
            extension: rule.extension.to_owned(),
            time_prefix: Pattern::parse(DEFAULT_TIME_PREFIX).expect("the default pattern is legal"),
            suffix_time: Pattern::parse(SUFFIX_TIME).expect("the default pattern is legal"),
        })
    }

    /// The name of an object whose oldest record arrived at `oldest`.
    pub fn object(&self, oldest: Timestamp, entropy: &Entropy) -> String {
        let time = self.local(oldest);
        let mut random_string = || random_string(entropy);
        let mut with = Evaluation { oldest: &time, random_string: &mut random_string, error_output_type: "" };
        let mut prefix = self.prefix.evaluate(&mut with);
        if !self.prefix.has_timestamp() {
            prefix.push_str(&self.time_prefix.format(&Moment::in_zone(&time)));
        }
        format!("{prefix}{}{}", self.suffix(oldest, entropy), self.extension)
    }

    /// The name of an object of failed records, `error_output_type` such as `format-conversion-failed`.
    pub fn error_object(&self, oldest: Timestamp, error_output_type: &str, entropy: &Entropy) -> String {
        let time = self.local(oldest);
        let mut random_string = || random_string(entropy);
        let mut with = Evaluation { oldest: &time, random_string: &mut random_string, error_output_type };
        let prefix = if self.error_prefix.has_expressions() {
            self.error_prefix.evaluate(&mut with)
        } else {
            // Without an expression the type and the hour are put behind what the user wrote.
            let written = if self.error_prefix.is_empty() { &self.prefix } else { &self.error_prefix };
            format!(
                "{}{error_output_type}/{}",
                written.evaluate(&mut with),
                self.time_prefix.format(&Moment::in_zone(&time))
            )
        };
        format!("{prefix}{}", self.suffix(oldest, entropy))
    }

    fn suffix(&self, oldest: Timestamp, entropy: &Entropy) -> String {
        let time = self.suffix_time.format(&Moment::in_zone(&self.local(oldest)));
        format!("{}-{}-{time}-{}", self.stream, self.version, entropy.uuid())
    }

    fn local(&self, time: Timestamp) -> chrono::DateTime<Tz> {
        let epoch = chrono::DateTime::UNIX_EPOCH;
        let utc = chrono::DateTime::from_timestamp_millis(time.as_millis()).unwrap_or(epoch);
        self.zone.from_utc_datetime(&utc.naive_utc())
    }
}

/// An IANA time zone; UTC where empty.
pub fn parse_zone(name: &str) -> Result<Tz, NameRuleError> {
    if name.is_empty() {
        return Ok(Tz::UTC);
    }
    name.parse().map_err(|_| NameRuleError::UnknownTimeZone(name.to_owned()))
}

fn random_string(entropy: &Entropy) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (0..RANDOM_STRING_CHARS).map(|_| char::from(ALPHABET[entropy.below(62) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-03T23:05:06Z
    const OLDEST: Timestamp = Timestamp(1_793_747_106_000);

    fn names(prefix: &str, error_prefix: &str, zone: &str) -> ObjectNames {
        let rule = NameRule {
            prefix,
            error_output_prefix: error_prefix,
            time_zone: zone,
            stream: "orders",
            version: 3,
            extension: ".gz",
        };
        ObjectNames::new(rule).unwrap()
    }

    fn without_uuid(name: &str) -> String {
        let (front, extension) = name.strip_suffix(".gz").map_or((name, ""), |front| (front, ".gz"));
        format!("{}{extension}", &front[..front.len() - 37])
    }

    #[test]
    fn prefixes_evaluate_as_on_aws() {
        let suffix = "orders-3-2026-11-03-23-05-06.gz";
        for (prefix, expected) in [
            ("", "2026/11/03/23/"),
            ("raw/", "raw/2026/11/03/23/"),
            // No slash is put between.
            ("raw", "raw2026/11/03/23/"),
            ("!{timestamp:yyyy}/!{timestamp:'day='DDD}/", "2026/day=307/"),
            ("year=!{timestamp:yyyy}/month=!{timestamp:MM}/", "year=2026/month=11/"),
        ] {
            let error_prefix =
                if prefix.contains("!{") { "errors/!{firehose:error-output-type}/" } else { "" };
            let name = names(prefix, error_prefix, "").object(OLDEST, &Entropy::seeded(1));
            assert_eq!(without_uuid(&name), format!("{expected}{suffix}"), "{prefix}");
        }
    }

    #[test]
    fn a_zone_governs_prefix_and_suffix() {
        let name = names("", "", "Asia/Tokyo").object(OLDEST, &Entropy::seeded(1));
        assert_eq!(without_uuid(&name), "2026/11/04/08/orders-3-2026-11-04-08-05-06.gz");
    }

    #[test]
    fn a_random_string_has_eleven_characters_and_is_fresh_each_time() {
        let prefix = "!{firehose:random-string}/!{firehose:random-string}/!{timestamp:yyyy}/";
        let name = names(prefix, "!{firehose:error-output-type}", "").object(OLDEST, &Entropy::seeded(1));
        let parts: Vec<&str> = name.split('/').collect();
        assert_eq!((parts[0].len(), parts[1].len(), parts[2]), (11, 11, "2026"));
        assert_ne!(parts[0], parts[1]);
    }

    #[test]
    fn a_random_string_alone_is_no_timestamp() {
        let name = names("!{firehose:random-string}/", "!{firehose:error-output-type}/", "");
        assert!(name.object(OLDEST, &Entropy::seeded(1))[11..].starts_with("/2026/11/03/23/orders-3-"));
    }

    #[test]
    fn failed_records_go_below_their_error_type() {
        for (prefix, error_prefix, expected) in [
            ("", "", "format-conversion-failed/2026/11/03/23/"),
            ("raw/", "", "raw/format-conversion-failed/2026/11/03/23/"),
            ("raw/", "bad/", "bad/format-conversion-failed/2026/11/03/23/"),
            (
                "",
                "bad/!{firehose:error-output-type}/!{timestamp:yyyy}/",
                "bad/format-conversion-failed/2026/",
            ),
        ] {
            let names = names(prefix, error_prefix, "");
            let name = names.error_object(OLDEST, "format-conversion-failed", &Entropy::seeded(1));
            let expected = format!("{expected}orders-3-2026-11-03-23-05-06");
            assert_eq!(without_uuid(&name), expected, "{prefix:?} {error_prefix:?}");
        }
    }

    #[test]
    fn prefixes_that_aws_refuses_are_refused() {
        let rule = |prefix, error_output_prefix, time_zone| {
            let rule =
                NameRule { prefix, error_output_prefix, time_zone, stream: "s", version: 1, extension: "" };
            ObjectNames::new(rule).unwrap_err()
        };
        assert_eq!(rule("!{timestamp:yyyy}/", "", ""), PrefixError::ErrorPrefixMissing.into());
        assert_eq!(rule("!{firehose:error-output-type}/", "e/", ""), PrefixError::ErrorTypeInPrefix.into());
        assert_eq!(rule("", "!{timestamp:yyyy}/", ""), PrefixError::ErrorTypeMissing.into());
        assert_eq!(rule("", "", "Mars/Olympus"), NameRuleError::UnknownTimeZone("Mars/Olympus".into()));
    }
}
