//! What this face offers, and what it does not and why; a test holds that every operation of the model stands here once.

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_wire::cost::unavailable;
use headwater_aws_wire::{AnswerCost, NotOffered, Offered, OperationTable, always};

use crate::CloudWatch;

/// The operations of the service.
pub static TABLE: OperationTable<CloudWatch> =
    OperationTable { service: &model::SERVICE, offered: OFFERED, not_offered: NOT_OFFERED, admit: always };

/// A hundred thousand points, as numbers and as text.
const DATA_COST: AnswerCost = AnswerCost::of(12 * 1024 * 1024, unavailable);

const OFFERED: &[Offered<CloudWatch>] = &[
    Offered::new::<model::PutMetricData>(),
    Offered::new::<model::ListMetrics>(),
    Offered::new::<model::GetMetricStatistics>(),
    Offered::new::<model::GetMetricData>().costing(DATA_COST),
];

const ALARMS: &str = "alarms are not evaluated yet; watch /metrics with Prometheus and its alert manager";
const DASHBOARDS: &str = "there are no dashboards; Grafana's CloudWatch data source draws these metrics";
const INSIGHTS: &str = "rules over logs need logs, and this server keeps none";
const METRIC_STREAMS: &str =
    "metrics are read with GetMetricData or from /metrics; nothing pushes them elsewhere yet";
const ANOMALIES: &str = "no model of expected values is learned here";
const TAGS: &str = "what CloudWatch tags (alarms, rules, streams of metrics) is not offered";
const LATER_MODEL: &str = "it configures OpenTelemetry data sets, which this server does not keep";

const NOT_OFFERED: &[NotOffered] = &[
    NotOffered { name: "AssociateDatasetKmsKey", reason: LATER_MODEL },
    NotOffered { name: "CreateResourceMetricsConfiguration", reason: LATER_MODEL },
    NotOffered { name: "DeleteAlarmMuteRule", reason: ALARMS },
    NotOffered { name: "DeleteAlarms", reason: ALARMS },
    NotOffered { name: "DeleteAnomalyDetector", reason: ANOMALIES },
    NotOffered { name: "DeleteDashboards", reason: DASHBOARDS },
    NotOffered { name: "DeleteInsightRules", reason: INSIGHTS },
    NotOffered { name: "DeleteMetricDataQueryDefinition", reason: LATER_MODEL },
    NotOffered { name: "DeleteMetricStream", reason: METRIC_STREAMS },
    NotOffered { name: "DeleteResourceMetricsConfiguration", reason: LATER_MODEL },
    NotOffered { name: "DescribeAlarmContributors", reason: ALARMS },
    NotOffered { name: "DescribeAlarmHistory", reason: ALARMS },
    NotOffered { name: "DescribeAlarms", reason: ALARMS },
    NotOffered { name: "DescribeAlarmsForMetric", reason: ALARMS },
    NotOffered { name: "DescribeAnomalyDetectors", reason: ANOMALIES },
    NotOffered { name: "DescribeInsightRules", reason: INSIGHTS },
    NotOffered { name: "DisableAlarmActions", reason: ALARMS },
    NotOffered { name: "DisableInsightRules", reason: INSIGHTS },
    NotOffered { name: "DisassociateDatasetKmsKey", reason: LATER_MODEL },
    NotOffered { name: "EnableAlarmActions", reason: ALARMS },
    NotOffered { name: "EnableInsightRules", reason: INSIGHTS },
    NotOffered { name: "GetAlarmMuteRule", reason: ALARMS },
    NotOffered { name: "GetDashboard", reason: DASHBOARDS },
    NotOffered { name: "GetDataset", reason: LATER_MODEL },
    NotOffered { name: "GetInsightRuleReport", reason: INSIGHTS },
    NotOffered { name: "GetMetricDataQueryDefinition", reason: LATER_MODEL },
    NotOffered { name: "GetMetricStream", reason: METRIC_STREAMS },
    NotOffered { name: "GetMetricWidgetImage", reason: DASHBOARDS },
    NotOffered { name: "GetOTelEnrichment", reason: LATER_MODEL },
    NotOffered { name: "GetResourceMetricsConfiguration", reason: LATER_MODEL },
    NotOffered { name: "ListAlarmMuteRules", reason: ALARMS },
    NotOffered { name: "ListDashboards", reason: DASHBOARDS },
    NotOffered { name: "ListManagedInsightRules", reason: INSIGHTS },
    NotOffered { name: "ListMetricDataQueryDefinitions", reason: LATER_MODEL },
    NotOffered { name: "ListMetricStreams", reason: METRIC_STREAMS },
    NotOffered { name: "ListTagsForResource", reason: TAGS },
    NotOffered { name: "PutAlarmMuteRule", reason: ALARMS },
    NotOffered { name: "PutAnomalyDetector", reason: ANOMALIES },
    NotOffered { name: "PutCompositeAlarm", reason: ALARMS },
    NotOffered { name: "PutDashboard", reason: DASHBOARDS },
    NotOffered { name: "PutInsightRule", reason: INSIGHTS },
    NotOffered { name: "PutLogAlarm", reason: ALARMS },
    NotOffered { name: "PutManagedInsightRules", reason: INSIGHTS },
    NotOffered { name: "PutMetricAlarm", reason: ALARMS },
    NotOffered { name: "PutMetricDataQueryDefinition", reason: LATER_MODEL },
    NotOffered { name: "PutMetricStream", reason: METRIC_STREAMS },
    NotOffered { name: "SetAlarmState", reason: ALARMS },
    NotOffered { name: "StartMetricStreams", reason: METRIC_STREAMS },
    NotOffered { name: "StartOTelEnrichment", reason: LATER_MODEL },
    NotOffered { name: "StopMetricStreams", reason: METRIC_STREAMS },
    NotOffered { name: "StopOTelEnrichment", reason: LATER_MODEL },
    NotOffered { name: "TagResource", reason: TAGS },
    NotOffered { name: "UntagResource", reason: TAGS },
    NotOffered { name: "UpdateOTelEnrichment", reason: LATER_MODEL },
    NotOffered { name: "UpdateResourceMetricsConfiguration", reason: LATER_MODEL },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_model_is_offered_or_refused_with_a_reason() {
        assert_eq!(TABLE.gaps(), Vec::<String>::new());
    }

    #[test]
    fn the_coverage_page_is_what_the_table_says() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md");
        headwater_aws_wire::coverage::check_section(&path, "CloudWatch", &TABLE.coverage());
    }
}
