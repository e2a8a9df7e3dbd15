//! GetMetricStatistics: statistics of one metric, period by period, in no particular order on AWS and in time's here.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html>

use std::collections::BTreeMap;

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_metrics::{Period, Unit};
use headwater_types::limits::METRIC_STATISTICS_POINTS_MAX;

use crate::statistic::{Refused, Statistic};
use crate::{CloudWatch, asked, fault};

impl Handle<model::GetMetricStatistics> for CloudWatch {
    async fn handle(
        &self,
        call: &Call,
        input: model::GetMetricStatisticsInput,
    ) -> Result<model::GetMetricStatisticsOutput, Fault> {
        let period_s = asked::period("Period", input.period)?;
        asked::check_order(input.start_time, input.end_time)?;
        let wanted = Wanted::parse(&input)?;
        let start = asked::rounded_start(input.start_time, period_s, self.clock.now());
        let seconds = input.end_time.as_secs().saturating_sub(start.as_secs());
        let count = seconds / period_s;
        if count > METRIC_STATISTICS_POINTS_MAX as i64 {
            return Err(fault::combination(format!(
                "You have requested up to {count} datapoints, which exceeds the limit of \
                 {METRIC_STATISTICS_POINTS_MAX}. You may reduce the datapoints requested by increasing Period, or \
                 decreasing the time range."
            )));
        }
        let metric = asked::metric(&call.scope, &input.namespace, &input.metric_name, input.dimensions);
        let unit = asked::unit(input.unit.as_ref());
        // Without a unit each has points of its own, so there may be more than periods.
        let points_max = METRIC_STATISTICS_POINTS_MAX * model_units();
        let time = (start, input.end_time);
        let all = self.metrics.read(&metric, unit.as_ref(), time, period_s, points_max).await;
        let all = all.map_err(fault::of)?;
        let points = all.iter().flat_map(|series| {
            series.periods.iter().filter_map(|period| wanted.datapoint(&series.unit, period))
        });
        Ok(model::GetMetricStatisticsOutput {
            label: Some(input.metric_name),
            datapoints: Some(points.collect()),
        })
    }
}

fn model_units() -> usize {
    // As many as the model names.
    27
}

struct Wanted {
    plain: Vec<Statistic>,
    extended: Vec<(String, Statistic)>,
}

impl Wanted {
    fn parse(input: &model::GetMetricStatisticsInput) -> Result<Self, Fault> {
        let plain = input.statistics.iter().flatten();
        let plain = plain.map(|statistic| {
            Statistic::parse(statistic.as_str()).map_err(|_| fault::value_of("Statistics", statistic))
        });
        let plain = plain.collect::<Result<Vec<_>, _>>()?;
        let mut extended = Vec::new();
        for text in input.extended_statistics.iter().flatten() {
            let statistic = Statistic::parse(text).map_err(|refused| match refused {
                Refused::Unknown => fault::value_of("ExtendedStatistics", text),
                Refused::NotOffered => {
                    fault::value(format!("The extended statistic {text} is not offered by Headwater."))
                }
            })?;
            extended.push((text.clone(), statistic));
        }
        if plain.is_empty() && extended.is_empty() {
            return Err(fault::missing(
                "At least one of the parameters Statistics or ExtendedStatistics must be specified.",
            ));
        }
        Ok(Self { plain, extended })
    }

    /// `None` where nothing that was asked for is known.
    fn datapoint(&self, unit: &Unit, period: &Period) -> Option<model::Datapoint> {
        let summary = &period.summary;
        let plain =
            |statistic: Statistic| self.plain.contains(&statistic).then(|| statistic.of(summary)).flatten();
        let extended: BTreeMap<String, f64> = self
            .extended
            .iter()
            .filter_map(|(text, statistic)| Some((text.clone(), statistic.of(summary)?)))
            .collect();
        if self.plain.is_empty() && extended.is_empty() {
            return None;
        }
        Some(model::Datapoint {
            timestamp: Some(period.start),
            sample_count: plain(Statistic::SampleCount),
            average: plain(Statistic::Average),
            sum: plain(Statistic::Sum),
            minimum: plain(Statistic::Minimum),
            maximum: plain(Statistic::Maximum),
            unit: Some(model::StandardUnit::from(unit.as_str().to_owned())),
            extended_statistics: (!extended.is_empty()).then_some(extended),
        })
    }
}
