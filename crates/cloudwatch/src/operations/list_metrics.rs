//! ListMetrics: which metrics have had data within two weeks, 500 a page.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html>

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_metrics::{Dimension, Listed, Metric, SeriesFilter};
use headwater_types::Scope;
use headwater_types::limits::{METRIC_AGE_S_MAX, METRICS_LISTED_MAX};

use crate::{CloudWatch, fault};

/// The one value of `RecentlyActive`.
const THREE_HOURS_S: i64 = 3 * 3_600;

impl Handle<model::ListMetrics> for CloudWatch {
    async fn handle(
        &self,
        call: &Call,
        input: model::ListMetricsInput,
    ) -> Result<model::ListMetricsOutput, Fault> {
        let others =
            input.owning_account.as_deref().is_some_and(|owner| owner != call.scope.account.as_str());
        if others {
            return Err(fault::value("OwningAccount is another account; accounts are not linked here."));
        }
        let from = input.next_token.as_deref().map(|token| unsealed(&call.scope, token)).transpose()?;
        let age_s = if input.recently_active.is_some() { THREE_HOURS_S } else { METRIC_AGE_S_MAX };
        let filter = SeriesFilter {
            scope: call.scope.clone(),
            namespace: input.namespace,
            name: input.metric_name,
            dimensions: input.dimensions.unwrap_or_default().into_iter().map(|d| (d.name, d.value)).collect(),
            active_since: self.clock.now().plus_millis(-age_s * 1000),
        };
        let page = self.metrics.list(&filter, from.as_ref(), METRICS_LISTED_MAX);
        let accounts = input.include_linked_accounts == Some(true);
        let owners = accounts.then(|| vec![call.scope.account.as_str().to_owned(); page.metrics.len()]);
        Ok(model::ListMetricsOutput {
            metrics: Some(page.metrics.iter().map(|Listed(metric)| told(metric)).collect()),
            next_token: page.next.as_deref().map(sealed),
            owning_accounts: owners,
        })
    }
}

fn told(metric: &Metric) -> model::Metric {
    let dimension = |one: &Dimension| model::Dimension { name: one.name.clone(), value: one.value.clone() };
    model::Metric {
        namespace: Some(metric.namespace.clone()),
        metric_name: Some(metric.name.clone()),
        dimensions: Some(metric.dimensions().iter().map(dimension).collect()),
    }
}

/// A token is the first metric of its page.
fn sealed(metric: &Metric) -> String {
    let dimensions: Vec<_> = metric.dimensions().iter().map(|one| (&one.name, &one.value)).collect();
    let text = serde_json::json!([metric.namespace, metric.name, dimensions]).to_string();
    URL_SAFE_NO_PAD.encode(text)
}

fn unsealed(scope: &Scope, token: &str) -> Result<Metric, Fault> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok();
    let parts = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let (namespace, name, dimensions): (String, String, Vec<(String, String)>) =
        parts.ok_or_else(|| fault::value("The value for parameter NextToken is invalid."))?;
    let dimensions = dimensions.into_iter().map(|(name, value)| Dimension { name, value }).collect();
    Ok(Metric::new(scope.clone(), namespace, name, dimensions))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_metric_and_others_are_refused() {
        let dimensions = vec![Dimension { name: "a".into(), value: "ü/=".into() }];
        let metric = Metric::new(Scope::default(), "n", "m", dimensions);
        assert_eq!(unsealed(&Scope::default(), &sealed(&metric)), Ok(metric));
        for bad in ["", "x", "e30", &URL_SAFE_NO_PAD.encode("[1,2,3]")] {
            assert!(unsealed(&Scope::default(), bad).is_err(), "{bad}");
        }
    }
}
