//! GetMetricData: statistics of many metrics, and metric math over them.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html>
//!
//! A page holds so many points, counted through the results in their order; a token says how many came before. Labels are
//! taken as they are given: their `${…}` parts are not filled in.

use std::collections::{BTreeMap, HashSet};

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::{METRIC_QUERIES_COUNT_MAX, METRIC_QUERY_POINTS_MAX};
use headwater_types::{Scope, Timestamp};

use crate::math::{self, Answer, Query, Series, Source};
use crate::statistic::{Refused, Statistic};
use crate::{CloudWatch, asked, fault};

impl Handle<model::GetMetricData> for CloudWatch {
    async fn handle(
        &self,
        call: &Call,
        input: model::GetMetricDataInput,
    ) -> Result<model::GetMetricDataOutput, Fault> {
        let before = input.next_token.as_deref().map_or(Ok(0), |token| {
            token.parse::<usize>().map_err(|_| Fault::client("InvalidNextToken", "The NextToken is invalid."))
        })?;
        let points_max = match input.max_datapoints {
            None => METRIC_QUERY_POINTS_MAX,
            Some(given) => usize::try_from(given)
                .ok()
                .filter(|given| (1..=METRIC_QUERY_POINTS_MAX).contains(given))
                .ok_or_else(|| {
                    fault::query(format!("MaxDatapoints must be from 1 to {METRIC_QUERY_POINTS_MAX}"))
                })?,
        };
        if input.start_time >= input.end_time {
            return Err(fault::query("The parameter StartTime must be less than the parameter EndTime."));
        }
        check(&input.metric_data_queries)?;
        let time = (input.start_time, input.end_time);
        let mut queries = Vec::with_capacity(input.metric_data_queries.len());
        let mut left = METRIC_QUERY_POINTS_MAX;
        for asked in input.metric_data_queries {
            queries.push(self.query(&call.scope, asked, time, &mut left).await?);
        }
        let answers = math::evaluate(&queries).map_err(fault::query)?;
        let is_descending =
            input.scan_by.as_ref().is_none_or(|order| order.as_str() == "TimestampDescending");
        Ok(page(answers, is_descending, before, points_max))
    }
}

/// What can be told of the queries without their data.
fn check(queries: &[model::MetricDataQuery]) -> Result<(), Fault> {
    if queries.is_empty() || queries.len() > METRIC_QUERIES_COUNT_MAX {
        return Err(fault::query(format!(
            "The collection MetricDataQueries must have a size from 1 to {METRIC_QUERIES_COUNT_MAX}"
        )));
    }
    let mut ids = HashSet::new();
    for query in queries {
        let id = &query.id;
        if !math::is_id(id) {
            return Err(fault::query(format!(
                "The value {id} for parameter MetricDataQueries.member.Id is not matching the expected pattern \
                 ^[a-z][a-zA-Z0-9_]*$"
            )));
        }
        if !ids.insert(id) {
            return Err(fault::query(format!(
                "The values for parameter id in MetricDataQueries are not unique: {id}"
            )));
        }
        if query.metric_stat.is_some() == query.expression.is_some() {
            return Err(fault::query(format!(
                "Exactly one of the parameters MetricStat and Expression must be specified for {id}"
            )));
        }
    }
    if queries.iter().all(|query| query.return_data == Some(false)) {
        return Err(fault::query("At least one of the queries must return data."));
    }
    Ok(())
}

impl CloudWatch {
    async fn query(
        &self,
        scope: &Scope,
        asked: model::MetricDataQuery,
        time: (Timestamp, Timestamp),
        left: &mut usize,
    ) -> Result<Query, Fault> {
        if asked.account_id.as_ref().is_some_and(|account| account != scope.account.as_str()) {
            return Err(fault::query("AccountId is another account; accounts are not linked here"));
        }
        let (label, source) = match (asked.metric_stat, asked.expression) {
            (Some(stat), _) => {
                let name = stat.metric.metric_name.clone();
                let series = self.read_stat(scope, stat, time, *left).await?;
                *left = left.saturating_sub(series.points.len());
                (name, Source::Metric(series))
            }
            (None, Some(text)) => {
                (None, Source::Expression(math::parse(&text).map_err(|error| refused(&asked.id, &error))?))
            }
            (None, None) => return Err(fault::query("a query has neither MetricStat nor Expression")),
        };
        Ok(Query {
            label: asked.label.or(label).unwrap_or_else(|| asked.id.clone()),
            is_returned: asked.return_data != Some(false),
            id: asked.id,
            source,
        })
    }

    async fn read_stat(
        &self,
        scope: &Scope,
        stat: model::MetricStat,
        (start, end): (Timestamp, Timestamp),
        left: usize,
    ) -> Result<Series, Fault> {
        let period_s = asked::period("MetricStat.Period", stat.period)?;
        let statistic = Statistic::parse(&stat.stat).map_err(|refused| match refused {
            Refused::Unknown => {
                fault::query(format!("The value {} for parameter Stat is invalid", stat.stat))
            }
            Refused::NotOffered => {
                fault::query(format!("The statistic {} is not offered by Headwater", stat.stat))
            }
        })?;
        let named = |name: Option<String>, member: &str| {
            name.ok_or_else(|| fault::query(format!("The parameter MetricStat.Metric.{member} is required")))
        };
        let namespace = named(stat.metric.namespace, "Namespace")?;
        let name = named(stat.metric.metric_name, "MetricName")?;
        let metric = asked::metric(scope, &namespace, &name, stat.metric.dimensions);
        let unit = asked::unit(stat.unit.as_ref());
        let start = asked::rounded_start(start, period_s, self.clock.now());
        let all = self.metrics.read(&metric, unit.as_ref(), (start, end), period_s, left).await;
        let mut whole = BTreeMap::new();
        for series in all.map_err(fault::of)? {
            for period in series.periods {
                match whole.get_mut(&period.start) {
                    None => {
                        whole.insert(period.start, period.summary);
                    }
                    Some(other) => headwater_metrics::Summary::merge(other, &period.summary),
                }
            }
        }
        let points = whole.iter().filter_map(|(at, summary)| Some((at.as_secs(), statistic.of(summary)?)));
        Ok(Series { start_s: start.as_secs(), end_s: end.as_secs(), period_s, points: points.collect() })
    }
}

fn refused(id: &str, error: &str) -> Fault {
    fault::query(format!("Error in expression '{id}': {error}"))
}

/// The points from one on, through all results.
fn page(
    answers: Vec<Answer>,
    is_descending: bool,
    before: usize,
    points_max: usize,
) -> model::GetMetricDataOutput {
    let mut results = Vec::with_capacity(answers.len());
    let (mut seen, end) = (0, before.saturating_add(points_max));
    let total: usize = answers.iter().map(|answer| answer.points.len()).sum();
    for answer in answers {
        let count = answer.points.len();
        let mut points: Vec<(i64, f64)> = answer.points.into_iter().collect();
        if is_descending {
            points.reverse();
        }
        let from = before.clamp(seen, seen + count) - seen;
        let to = end.clamp(seen, seen + count) - seen;
        let shown = &points[from..to];
        seen += count;
        let status = if seen > end { model::StatusCode::PartialData } else { model::StatusCode::Complete };
        results.push(model::MetricDataResult {
            id: Some(answer.id),
            label: Some(answer.label),
            timestamps: Some(shown.iter().map(|(at_s, _)| Timestamp(at_s * 1000)).collect()),
            values: Some(shown.iter().map(|(_, value)| *value).collect()),
            status_code: Some(status),
            messages: None,
        });
    }
    model::GetMetricDataOutput {
        metric_data_results: Some(results),
        next_token: (total > end).then(|| end.to_string()),
        messages: Some(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_point_once() {
        let answer = |id: &str, count: i64| Answer {
            id: id.into(),
            label: id.into(),
            points: (0..count).map(|at| (at * 60, at as f64)).collect(),
        };
        for size in [1, 2, 3, 7, 100] {
            let (mut before, mut seen) = (0, Vec::new());
            loop {
                let output = page(vec![answer("a", 3), answer("b", 0), answer("c", 4)], true, before, size);
                for result in output.metric_data_results.unwrap() {
                    seen.extend(
                        result.values.unwrap().into_iter().map(|value| (result.id.clone().unwrap(), value)),
                    );
                }
                let Some(token) = output.next_token else { break };
                before = token.parse().unwrap();
            }
            seen.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            let values: Vec<f64> = seen.iter().map(|(_, value)| *value).collect();
            assert_eq!(values, [2.0, 1.0, 0.0, 3.0, 2.0, 1.0, 0.0], "pages of {size}");
        }
    }
}
