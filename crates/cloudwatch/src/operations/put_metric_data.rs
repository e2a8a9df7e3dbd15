//! PutMetricData: stores numbers, durable when it answers; all of a request or none.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html>
//!
//! Data of entities is stored as any other: what an entity adds on AWS is a link to a page of its console.

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_metrics::{Measured, Resolution, Sample, Summary};
use headwater_types::limits::{
    METRIC_AGE_S_MAX, METRIC_AHEAD_S_MAX, METRIC_DATA_COUNT_MAX, METRIC_VALUE_EXPONENT_MAX,
    METRIC_VALUES_COUNT_MAX,
};
use headwater_types::{Scope, Timestamp};

use crate::{CloudWatch, asked, fault};

impl Handle<model::PutMetricData> for CloudWatch {
    async fn handle(&self, call: &Call, input: model::PutMetricDataInput) -> Result<Void, Fault> {
        if input.namespace.starts_with("AWS/") {
            return Err(fault::value_of("Namespace", &input.namespace));
        }
        let plain = input.metric_data.unwrap_or_default();
        let of_entities = input.entity_metric_data.unwrap_or_default();
        let data =
            named(plain, "MetricData").chain(of_entities.into_iter().enumerate().flat_map(|(at, entity)| {
                let list = format!("EntityMetricData.member.{}.MetricData", at + 1);
                named(entity.metric_data.unwrap_or_default(), &list).collect::<Vec<_>>()
            }));
        let data: Vec<(String, model::MetricDatum)> = data.collect();
        if data.is_empty() {
            return Err(fault::missing("The parameter MetricData is required."));
        }
        if data.len() > METRIC_DATA_COUNT_MAX {
            return Err(fault::value(format!(
                "The collection MetricData must not have a size greater than {METRIC_DATA_COUNT_MAX}."
            )));
        }
        let now = self.clock.now();
        let measured =
            data.into_iter().map(|(path, datum)| measured(&call.scope, &input.namespace, &path, datum, now));
        let measured = measured.collect::<Result<Vec<_>, _>>()?;
        self.metrics.put(measured).await.map_err(fault::of)?;
        Ok(Void)
    }
}

/// Each datum with its place, as messages name it.
fn named(
    data: Vec<model::MetricDatum>,
    list: &str,
) -> impl Iterator<Item = (String, model::MetricDatum)> + use<> {
    let list = list.to_owned();
    data.into_iter().enumerate().map(move |(at, datum)| (format!("{list}.member.{}", at + 1), datum))
}

fn measured(
    scope: &Scope,
    namespace: &str,
    path: &str,
    datum: model::MetricDatum,
    now: Timestamp,
) -> Result<Measured, Fault> {
    let summary = summary(path, &datum)?;
    let at = time(path, datum.timestamp, now)?;
    let resolution = match datum.storage_resolution {
        Some(1) => Resolution::High,
        None | Some(60) => Resolution::Standard,
        Some(other) => return Err(fault::value_of(&format!("{path}.StorageResolution"), other)),
    };
    let unit = asked::unit(datum.unit.as_ref()).unwrap_or_default();
    let metric = asked::metric(scope, namespace, &datum.metric_name, datum.dimensions);
    if let Some(name) = asked::doubled(&metric) {
        return Err(fault::value(format!("The dimension {name} of {path} stands twice.")));
    }
    Ok(Measured { metric, unit, sample: Sample { at, resolution, summary } })
}

fn time(path: &str, given: Option<Timestamp>, now: Timestamp) -> Result<Timestamp, Fault> {
    let at = given.unwrap_or(now);
    let age_s = now.as_secs().saturating_sub(at.as_secs());
    let refused =
        |rule: &str| Err(fault::value(format!("The parameter {path}.Timestamp must specify a time {rule}.")));
    match age_s {
        ahead if ahead < -METRIC_AHEAD_S_MAX => refused("no more than two hours in the future"),
        behind if behind > METRIC_AGE_S_MAX => refused("within the last two weeks"),
        _ => Ok(at),
    }
}

fn summary(path: &str, datum: &model::MetricDatum) -> Result<Summary, Fault> {
    let both = |one: &str, other: &str| {
        Err(fault::combination(format!(
            "The parameters {path}.{one} and {path}.{other} are mutually exclusive and you have specified both."
        )))
    };
    let values = datum.values.as_deref().filter(|values| !values.is_empty());
    match (datum.value, values, &datum.statistic_values) {
        (Some(_), Some(_), _) => both("Value", "Values"),
        (Some(_), _, Some(_)) => both("Value", "StatisticValues"),
        (_, Some(_), Some(_)) => both("Values", "StatisticValues"),
        (Some(value), None, None) => Ok(Summary::of(legal(&format!("{path}.Value"), value)?)),
        (None, Some(values), None) => of_values(path, values, datum.counts.as_deref()),
        (None, None, Some(set)) => of_set(path, set),
        (None, None, None) => Err(fault::missing(format!(
            "At least one of the parameters {path}.Value, {path}.Values or {path}.StatisticValues must be specified."
        ))),
    }
}

fn of_values(path: &str, values: &[f64], counts: Option<&[f64]>) -> Result<Summary, Fault> {
    if values.len() > METRIC_VALUES_COUNT_MAX {
        return Err(fault::value(format!(
            "The collection {path}.Values must not have a size greater than {METRIC_VALUES_COUNT_MAX}."
        )));
    }
    let counts = counts.filter(|counts| !counts.is_empty());
    if counts.is_some_and(|counts| counts.len() != values.len()) {
        return Err(fault::value(format!(
            "The parameters {path}.Values and {path}.Counts must be of the same size."
        )));
    }
    let mut whole: Option<Summary> = None;
    for (at, value) in values.iter().enumerate() {
        let value = legal(&format!("{path}.Values.member.{}", at + 1), *value)?;
        let count = counts.map_or(1.0, |counts| counts[at]);
        if !(count > 0.0 && count <= bound()) {
            return Err(fault::value_of(&format!("{path}.Counts.member.{}", at + 1), count));
        }
        let one = Summary::repeated(value, count);
        match &mut whole {
            Some(whole) => whole.merge(&one),
            None => whole = Some(one),
        }
    }
    whole.ok_or_else(|| fault::missing(format!("The parameter {path}.Values is empty.")))
}

fn of_set(path: &str, set: &model::StatisticSet) -> Result<Summary, Fault> {
    let name = |member: &str| format!("{path}.StatisticValues.{member}");
    let count = legal(&name("SampleCount"), set.sample_count)?;
    let (min, max) = (legal(&name("Minimum"), set.minimum)?, legal(&name("Maximum"), set.maximum)?);
    let sum = legal(&name("Sum"), set.sum)?;
    if count <= 0.0 {
        return Err(fault::value_of(&name("SampleCount"), count));
    }
    if min > max {
        return Err(fault::combination(format!(
            "The parameter {} must not be greater than {}.",
            name("Minimum"),
            name("Maximum")
        )));
    }
    Ok(Summary::of_set(count, sum, min, max))
}

fn bound() -> f64 {
    f64::from(METRIC_VALUE_EXPONENT_MAX).exp2()
}

fn legal(parameter: &str, value: f64) -> Result<f64, Fault> {
    if value.is_finite() && value.abs() <= bound() {
        Ok(value)
    } else {
        Err(fault::value_of(parameter, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_420_800_000);

    fn code(datum: model::MetricDatum) -> &'static str {
        match measured(&Scope::default(), "n", "MetricData.member.1", datum, NOW) {
            Ok(_) => "ok",
            Err(fault) => fault.code,
        }
    }

    fn datum() -> model::MetricDatum {
        model::MetricDatum { metric_name: "m".into(), ..Default::default() }
    }

    #[test]
    fn what_the_service_refuses_is_refused() {
        let set = |count, min, max| {
            Some(model::StatisticSet { sample_count: count, sum: 1.0, minimum: min, maximum: max })
        };
        let at = |seconds: i64| Some(NOW.plus_millis(seconds * 1000));
        let (value, combination) = ("InvalidParameterValueException", "InvalidParameterCombinationException");
        let one = || model::MetricDatum { value: Some(1.0), ..datum() };
        let cases = [
            (datum(), "MissingRequiredParameterException"),
            (one(), "ok"),
            (model::MetricDatum { value: Some(f64::NAN), ..datum() }, value),
            (model::MetricDatum { value: Some(f64::INFINITY), ..datum() }, value),
            (model::MetricDatum { value: Some(361f64.exp2()), ..datum() }, value),
            (model::MetricDatum { value: Some(360f64.exp2()), ..datum() }, "ok"),
            (model::MetricDatum { statistic_values: set(2.0, 0.0, 1.0), ..one() }, combination),
            (model::MetricDatum { values: Some(vec![1.0]), ..one() }, combination),
            (model::MetricDatum { statistic_values: set(2.0, 0.0, 1.0), ..datum() }, "ok"),
            (model::MetricDatum { statistic_values: set(0.0, 0.0, 1.0), ..datum() }, value),
            (model::MetricDatum { statistic_values: set(2.0, 1.0, 0.0), ..datum() }, combination),
            (model::MetricDatum { values: Some(vec![1.0; 150]), ..datum() }, "ok"),
            (model::MetricDatum { values: Some(vec![1.0; 151]), ..datum() }, value),
            (model::MetricDatum { values: Some(vec![1.0]), counts: Some(vec![1.0, 2.0]), ..datum() }, value),
            (model::MetricDatum { values: Some(vec![1.0]), counts: Some(vec![-1.0]), ..datum() }, value),
            (model::MetricDatum { timestamp: at(7_200), ..one() }, "ok"),
            (model::MetricDatum { timestamp: at(7_201), ..one() }, value),
            (model::MetricDatum { timestamp: at(-14 * 86_400), ..one() }, "ok"),
            (model::MetricDatum { timestamp: at(-14 * 86_400 - 1), ..one() }, value),
            (model::MetricDatum { storage_resolution: Some(1), ..one() }, "ok"),
            (model::MetricDatum { storage_resolution: Some(5), ..one() }, value),
        ];
        for (datum, expected) in cases {
            let shown = format!("{datum:?}");
            assert_eq!(code(datum), expected, "{shown}");
        }
    }

    #[test]
    fn values_and_counts_add_up() {
        let datum =
            model::MetricDatum { values: Some(vec![1.0, 5.0]), counts: Some(vec![3.0, 1.0]), ..datum() };
        let summary = measured(&Scope::default(), "n", "p", datum, NOW).unwrap().sample.summary;
        assert_eq!((summary.count(), summary.sum(), summary.min(), summary.max()), (4.0, 8.0, 1.0, 5.0));
        assert_eq!(summary.percentile(75.0), Some(1.0));
    }
}
