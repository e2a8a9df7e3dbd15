//! Statistics by their names, and what they are of a summary.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html>

use headwater_metrics::Summary;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Statistic {
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum,
    /// From 0 to 100.
    Percentile(f64),
    /// What part of the numbers, in percent, lies above the one bound and not above the other.
    PercentileRank(f64, f64),
}

/// Statistics of the service that are not made here: they need values that summaries do not keep.
const NOT_OFFERED: &[&str] = &["tm", "wm", "tc", "ts", "iqm"];

/// Why a text names no statistic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    Unknown,
    NotOffered,
}

impl Statistic {
    pub fn parse(text: &str) -> Result<Self, Refused> {
        match text {
            "SampleCount" => return Ok(Self::SampleCount),
            "Average" => return Ok(Self::Average),
            "Sum" => return Ok(Self::Sum),
            "Minimum" => return Ok(Self::Minimum),
            "Maximum" => return Ok(Self::Maximum),
            _ => {}
        }
        let lower = text.to_ascii_lowercase();
        if let Some(bounds) = lower.strip_prefix("pr(").and_then(|rest| rest.strip_suffix(')')) {
            return rank(bounds).ok_or(Refused::Unknown);
        }
        if NOT_OFFERED.iter().any(|name| lower.starts_with(name)) {
            return Err(Refused::NotOffered);
        }
        let percent = lower.strip_prefix('p').filter(|digits| is_decimal(digits));
        let percent = percent.and_then(|digits| digits.parse::<f64>().ok());
        percent
            .filter(|percent| (0.0..=100.0).contains(percent))
            .map(Self::Percentile)
            .ok_or(Refused::Unknown)
    }

    /// `None` where the numbers were given as sums, so that nobody knows.
    pub fn of(self, summary: &Summary) -> Option<f64> {
        match self {
            Self::SampleCount => Some(summary.count()),
            Self::Average => Some(summary.average()),
            Self::Sum => Some(summary.sum()),
            Self::Minimum => Some(summary.min()),
            Self::Maximum => Some(summary.max()),
            Self::Percentile(percent) => summary.percentile(percent),
            Self::PercentileRank(above, up_to) => {
                summary.count_between(above, up_to).map(|count| count / summary.count() * 100.0)
            }
        }
    }
}

/// Digits with at most one point among them: no sign, no exponent, no word.
fn is_decimal(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.len() <= 16
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn rank(bounds: &str) -> Option<Statistic> {
    let (above, up_to) = bounds.split_once(':')?;
    let bound = |text: &str, open: f64| match text.trim() {
        "" => Some(open),
        digits => digits.parse::<f64>().ok().filter(|bound| bound.is_finite()),
    };
    let (above, up_to) = (bound(above, f64::NEG_INFINITY)?, bound(up_to, f64::INFINITY)?);
    (above < up_to).then_some(Statistic::PercentileRank(above, up_to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_are_known_by_name_and_others_refused() {
        for (text, statistic) in [
            ("Average", Ok(Statistic::Average)),
            ("p99", Ok(Statistic::Percentile(99.0))),
            ("p99.95", Ok(Statistic::Percentile(99.95))),
            ("PR(:300)", Ok(Statistic::PercentileRank(f64::NEG_INFINITY, 300.0))),
            ("PR(100:300)", Ok(Statistic::PercentileRank(100.0, 300.0))),
            ("tm90", Err(Refused::NotOffered)),
            ("IQM", Err(Refused::NotOffered)),
            ("p101", Err(Refused::Unknown)),
            ("p-1", Err(Refused::Unknown)),
            ("pinf", Err(Refused::Unknown)),
            ("p", Err(Refused::Unknown)),
            ("PR(5:1)", Err(Refused::Unknown)),
            ("average", Err(Refused::Unknown)),
            ("", Err(Refused::Unknown)),
        ] {
            assert_eq!(Statistic::parse(text), statistic, "{text}");
        }
    }

    #[test]
    fn what_sums_hide_is_not_made_up() {
        let set = Summary::of_set(4.0, 10.0, 1.0, 4.0);
        assert_eq!(Statistic::Average.of(&set), Some(2.5));
        assert_eq!(Statistic::Percentile(50.0).of(&set), None);
        let mut values = Summary::repeated(1.0, 3.0);
        values.merge(&Summary::of(10.0));
        assert_eq!(Statistic::Percentile(75.0).of(&values), Some(1.0));
        assert_eq!(Statistic::PercentileRank(f64::NEG_INFINITY, 5.0).of(&values), Some(75.0));
    }
}
