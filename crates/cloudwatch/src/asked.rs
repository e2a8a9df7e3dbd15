//! What both reading operations take alike: metrics by their dimensions, times and periods.

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_wire::Fault;
use headwater_metrics::{Dimension, Metric, Unit};
use headwater_types::{Scope, Timestamp};

use crate::fault;

pub(crate) fn metric(
    scope: &Scope,
    namespace: &str,
    name: &str,
    dimensions: Option<Vec<model::Dimension>>,
) -> Metric {
    let dimensions = dimensions.unwrap_or_default().into_iter();
    let dimensions = dimensions.map(|one| Dimension { name: one.name, value: one.value }).collect();
    Metric::new(scope.clone(), namespace, name, dimensions)
}

/// The name of the first dimension that stands twice.
pub(crate) fn doubled(metric: &Metric) -> Option<&str> {
    // They are in the order of their names.
    metric.dimensions().windows(2).find(|two| two[0].name == two[1].name).map(|two| two[0].name.as_str())
}

pub(crate) fn unit(unit: Option<&model::StandardUnit>) -> Option<Unit> {
    unit.map(|unit| Unit::new(unit.as_str()))
}

/// One of the short periods, or whole minutes.
pub(crate) fn period(parameter: &str, given: i32) -> Result<i64, Fault> {
    match given {
        1 | 5 | 10 | 20 | 30 => Ok(i64::from(given)),
        minutes if minutes > 0 && minutes % 60 == 0 => Ok(i64::from(minutes)),
        _ => Err(fault::value(format!(
            "The parameter {parameter} must be 1, 5, 10, 20, 30, or a multiple of 60; it is {given}."
        ))),
    }
}

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

/// Start times are rounded down as the points of their age are kept, or to a short period.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html>
pub(crate) fn rounded_start(start: Timestamp, period_s: i64, now: Timestamp) -> Timestamp {
    let age_s = now.as_secs() - start.as_secs();
    let to_s = match age_s {
        age if age > 63 * DAY_S => HOUR_S,
        age if age > 15 * DAY_S => 300,
        age if age > 3 * HOUR_S || period_s >= 60 => 60,
        _ => period_s,
    };
    Timestamp((start.as_secs() - start.as_secs().rem_euclid(to_s)) * 1000)
}

/// Start before end.
pub(crate) fn check_order(start: Timestamp, end: Timestamp) -> Result<(), Fault> {
    if start < end {
        return Ok(());
    }
    Err(fault::value("The parameter StartTime must be less than the parameter EndTime."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_rounded_by_their_age() {
        let now = Timestamp(1_795_420_800_000);
        let start = |age_s: i64, period_s| {
            let rounded = rounded_start(Timestamp(now.0 - age_s * 1000 + 432), period_s, now);
            (now.0 - rounded.0) / 1000
        };
        assert_eq!(start(61, 60), 120);
        assert_eq!(start(61, 10), 70);
        assert_eq!(start(61, 1), 61);
        assert_eq!(start(4 * HOUR_S + 1, 1), 4 * HOUR_S + 60);
        assert_eq!(start(16 * DAY_S + 1, 60), 16 * DAY_S + 300);
        assert_eq!(start(64 * DAY_S + 1, 60), 64 * DAY_S + HOUR_S);
    }

    #[test]
    fn periods_are_short_ones_or_whole_minutes() {
        for (given, legal) in
            [(1, true), (30, true), (60, true), (86_400, true), (7, false), (90, false), (0, false)]
        {
            assert_eq!(period("Period", given).is_ok(), legal, "{given}");
        }
    }
}
