//! @generated from `models/cloudwatch.json` by `cargo xtask codegen`: do not edit.
//!
//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::Timestamp;

use crate::operation::Void;
use crate::schema;
use crate::{open_enum, structure};

pub static ACCOUNT_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionConfiguration {
    pub alarm_tags_propagation: Option<AlarmTagsPropagation>,
}

pub static ACTION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ActionConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmTagsPropagation", required: false, shape: &ALARM_TAGS_PROPAGATION_SHAPE },
    ],
    checked: &[0],
};
pub static ACTION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ACTION_CONFIGURATION);

structure!(ActionConfiguration = ACTION_CONFIGURATION { alarm_tags_propagation });

pub static ACTION_LOG_LINE_COUNT: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

pub static ACTION_LOG_LINE_ROLE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ACTION_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static ACTIONS_ENABLED: schema::Shape = schema::Shape::Boolean;

open_enum!(ActionsSuppressedBy {
    WaitPeriod = "WaitPeriod",
    ExtensionPeriod = "ExtensionPeriod",
    Alarm = "Alarm",
});

pub static ACTIONS_SUPPRESSED_BY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["WaitPeriod", "ExtensionPeriod", "Alarm"] });

pub static ACTIONS_SUPPRESSED_REASON: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] });

pub static AGGREGATION_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

pub static ALARM_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1600) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmContributor {
    pub contributor_id: String,
    pub contributor_attributes: BTreeMap<String, String>,
    pub state_reason: String,
    pub state_transitioned_timestamp: Option<Timestamp>,
}

pub static ALARM_CONTRIBUTOR: schema::Structure = schema::Structure {
    name: "AlarmContributor",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ContributorId", required: true, shape: &CONTRIBUTOR_ID },
        schema::Member { name: "ContributorAttributes", required: true, shape: &CONTRIBUTOR_ATTRIBUTES },
        schema::Member { name: "StateReason", required: true, shape: &STATE_REASON },
        schema::Member { name: "StateTransitionedTimestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ALARM_CONTRIBUTOR_SHAPE: schema::Shape = schema::Shape::Structure(&ALARM_CONTRIBUTOR);

structure!(AlarmContributor = ALARM_CONTRIBUTOR { contributor_id, contributor_attributes, state_reason, state_transitioned_timestamp });

pub static ALARM_CONTRIBUTORS: schema::Shape = schema::Shape::List { member: &ALARM_CONTRIBUTOR_SHAPE, length: schema::Length { min: None, max: None } };

pub static ALARM_DESCRIPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1024) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmHistoryItem {
    pub alarm_name: Option<String>,
    pub alarm_contributor_id: Option<String>,
    pub alarm_type: Option<AlarmType>,
    pub timestamp: Option<Timestamp>,
    pub history_item_type: Option<HistoryItemType>,
    pub history_summary: Option<String>,
    pub history_data: Option<String>,
    pub alarm_contributor_attributes: Option<BTreeMap<String, String>>,
}

pub static ALARM_HISTORY_ITEM: schema::Structure = schema::Structure {
    name: "AlarmHistoryItem",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "AlarmContributorId", required: false, shape: &CONTRIBUTOR_ID },
        schema::Member { name: "AlarmType", required: false, shape: &ALARM_TYPE },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "HistoryItemType", required: false, shape: &HISTORY_ITEM_TYPE },
        schema::Member { name: "HistorySummary", required: false, shape: &HISTORY_SUMMARY },
        schema::Member { name: "HistoryData", required: false, shape: &HISTORY_DATA },
        schema::Member { name: "AlarmContributorAttributes", required: false, shape: &CONTRIBUTOR_ATTRIBUTES },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static ALARM_HISTORY_ITEM_SHAPE: schema::Shape = schema::Shape::Structure(&ALARM_HISTORY_ITEM);

structure!(AlarmHistoryItem = ALARM_HISTORY_ITEM { alarm_name, alarm_contributor_id, alarm_type, timestamp, history_item_type, history_summary, history_data, alarm_contributor_attributes });

pub static ALARM_HISTORY_ITEMS: schema::Shape = schema::Shape::List { member: &ALARM_HISTORY_ITEM_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(AlarmMuteRuleStatus {
    Scheduled = "SCHEDULED",
    Active = "ACTIVE",
    Expired = "EXPIRED",
});

pub static ALARM_MUTE_RULE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["SCHEDULED", "ACTIVE", "EXPIRED"] });

pub static ALARM_MUTE_RULE_STATUSES: schema::Shape = schema::Shape::List { member: &ALARM_MUTE_RULE_STATUS, length: schema::Length { min: None, max: None } };

pub static ALARM_MUTE_RULE_SUMMARIES: schema::Shape = schema::Shape::List { member: &ALARM_MUTE_RULE_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmMuteRuleSummary {
    pub alarm_mute_rule_arn: Option<String>,
    pub expire_date: Option<Timestamp>,
    pub status: Option<AlarmMuteRuleStatus>,
    pub mute_type: Option<String>,
    pub last_updated_timestamp: Option<Timestamp>,
}

pub static ALARM_MUTE_RULE_SUMMARY: schema::Structure = schema::Structure {
    name: "AlarmMuteRuleSummary",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmMuteRuleArn", required: false, shape: &ARN },
        schema::Member { name: "ExpireDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Status", required: false, shape: &ALARM_MUTE_RULE_STATUS },
        schema::Member { name: "MuteType", required: false, shape: &MUTE_TYPE },
        schema::Member { name: "LastUpdatedTimestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static ALARM_MUTE_RULE_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&ALARM_MUTE_RULE_SUMMARY);

structure!(AlarmMuteRuleSummary = ALARM_MUTE_RULE_SUMMARY { alarm_mute_rule_arn, expire_date, status, mute_type, last_updated_timestamp });

pub static ALARM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static ALARM_NAME_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static ALARM_NAMES: schema::Shape = schema::Shape::List { member: &ALARM_NAME, length: schema::Length { min: None, max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmPromQLCriteria {
    pub query: String,
    pub pending_period: Option<i32>,
    pub recovery_period: Option<i32>,
}

pub static ALARM_PROM_QL_CRITERIA: schema::Structure = schema::Structure {
    name: "AlarmPromQLCriteria",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Query", required: true, shape: &QUERY },
        schema::Member { name: "PendingPeriod", required: false, shape: &PENDING_PERIOD },
        schema::Member { name: "RecoveryPeriod", required: false, shape: &RECOVERY_PERIOD },
    ],
    checked: &[0, 1, 2],
};
pub static ALARM_PROM_QL_CRITERIA_SHAPE: schema::Shape = schema::Shape::Structure(&ALARM_PROM_QL_CRITERIA);

structure!(AlarmPromQLCriteria = ALARM_PROM_QL_CRITERIA { query, pending_period, recovery_period });

pub static ALARM_RULE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(10240) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlarmTagsPropagation {
    pub enabled: bool,
    pub included_tag_keys: Option<Vec<String>>,
    pub excluded_tag_keys: Option<Vec<String>>,
}

pub static ALARM_TAGS_PROPAGATION: schema::Structure = schema::Structure {
    name: "AlarmTagsPropagation",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &ALARM_TAGS_PROPAGATION_ENABLED },
        schema::Member { name: "IncludedTagKeys", required: false, shape: &ALARM_TAGS_PROPAGATION_TAG_KEYS },
        schema::Member { name: "ExcludedTagKeys", required: false, shape: &ALARM_TAGS_PROPAGATION_TAG_KEYS },
    ],
    checked: &[0, 1, 2],
};
pub static ALARM_TAGS_PROPAGATION_SHAPE: schema::Shape = schema::Shape::Structure(&ALARM_TAGS_PROPAGATION);

structure!(AlarmTagsPropagation = ALARM_TAGS_PROPAGATION { enabled, included_tag_keys, excluded_tag_keys });

pub static ALARM_TAGS_PROPAGATION_ENABLED: schema::Shape = schema::Shape::Boolean;

pub static ALARM_TAGS_PROPAGATION_TAG_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] });

pub static ALARM_TAGS_PROPAGATION_TAG_KEYS: schema::Shape = schema::Shape::List { member: &ALARM_TAGS_PROPAGATION_TAG_KEY, length: schema::Length { min: Some(1), max: Some(50) } };

open_enum!(AlarmType {
    CompositeAlarm = "CompositeAlarm",
    MetricAlarm = "MetricAlarm",
    LogAlarm = "LogAlarm",
});

pub static ALARM_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CompositeAlarm", "MetricAlarm", "LogAlarm"] });

pub static ALARM_TYPES: schema::Shape = schema::Shape::List { member: &ALARM_TYPE, length: schema::Length { min: None, max: None } };

pub static AMAZON_RESOURCE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnomalyDetector {
    pub anomaly_detector_id: Option<String>,
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub stat: Option<String>,
    pub configuration: Option<AnomalyDetectorConfiguration>,
    pub state_value: Option<AnomalyDetectorStateValue>,
    pub metric_characteristics: Option<MetricCharacteristics>,
    pub single_metric_anomaly_detector: Option<SingleMetricAnomalyDetector>,
    pub metric_math_anomaly_detector: Option<MetricMathAnomalyDetector>,
}

pub static ANOMALY_DETECTOR: schema::Structure = schema::Structure {
    name: "AnomalyDetector",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AnomalyDetectorId", required: false, shape: &ANOMALY_DETECTOR_ID },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Stat", required: false, shape: &ANOMALY_DETECTOR_METRIC_STAT },
        schema::Member { name: "Configuration", required: false, shape: &ANOMALY_DETECTOR_CONFIGURATION_SHAPE },
        schema::Member { name: "StateValue", required: false, shape: &ANOMALY_DETECTOR_STATE_VALUE },
        schema::Member { name: "MetricCharacteristics", required: false, shape: &METRIC_CHARACTERISTICS_SHAPE },
        schema::Member { name: "SingleMetricAnomalyDetector", required: false, shape: &SINGLE_METRIC_ANOMALY_DETECTOR_SHAPE },
        schema::Member { name: "MetricMathAnomalyDetector", required: false, shape: &METRIC_MATH_ANOMALY_DETECTOR_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static ANOMALY_DETECTOR_SHAPE: schema::Shape = schema::Shape::Structure(&ANOMALY_DETECTOR);

structure!(AnomalyDetector = ANOMALY_DETECTOR { anomaly_detector_id, namespace, metric_name, dimensions, stat, configuration, state_value, metric_characteristics, single_metric_anomaly_detector, metric_math_anomaly_detector });

open_enum!(AnomalyDetectorAdaptationSpeed {
    Fast = "FAST",
    Normal = "NORMAL",
    Slow = "SLOW",
});

pub static ANOMALY_DETECTOR_ADAPTATION_SPEED: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FAST", "NORMAL", "SLOW"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnomalyDetectorConfiguration {
    pub excluded_time_ranges: Option<Vec<Range>>,
    pub metric_timezone: Option<String>,
    pub adaptation_speed: Option<AnomalyDetectorAdaptationSpeed>,
    pub outlier_filtering_strength: Option<AnomalyDetectorOutlierFilteringStrength>,
}

pub static ANOMALY_DETECTOR_CONFIGURATION: schema::Structure = schema::Structure {
    name: "AnomalyDetectorConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ExcludedTimeRanges", required: false, shape: &ANOMALY_DETECTOR_EXCLUDED_TIME_RANGES },
        schema::Member { name: "MetricTimezone", required: false, shape: &ANOMALY_DETECTOR_METRIC_TIMEZONE },
        schema::Member { name: "AdaptationSpeed", required: false, shape: &ANOMALY_DETECTOR_ADAPTATION_SPEED },
        schema::Member { name: "OutlierFilteringStrength", required: false, shape: &ANOMALY_DETECTOR_OUTLIER_FILTERING_STRENGTH },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ANOMALY_DETECTOR_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ANOMALY_DETECTOR_CONFIGURATION);

structure!(AnomalyDetectorConfiguration = ANOMALY_DETECTOR_CONFIGURATION { excluded_time_ranges, metric_timezone, adaptation_speed, outlier_filtering_strength });

pub static ANOMALY_DETECTOR_EXCLUDED_TIME_RANGES: schema::Shape = schema::Shape::List { member: &RANGE_SHAPE, length: schema::Length { min: None, max: None } };

pub static ANOMALY_DETECTOR_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[A-Za-z0-9_./:%()+-]+", matcher: "[A-Za-z0-9_./:%()+-]+" }), values: &[] });

pub static ANOMALY_DETECTOR_IDS: schema::Shape = schema::Shape::List { member: &ANOMALY_DETECTOR_ID, length: schema::Length { min: None, max: Some(50) } };

pub static ANOMALY_DETECTOR_METRIC_STAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: Some(50) }, pattern: Some(schema::Pattern { text: "(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tc|tm|ts|wm)(\\d{1,2}(\\.\\d{0,10})?|100)|[ou]\\d+(\\.\\d*)?)(_E|_L|_H)?|(TM|TC|TS|WM)\\(((((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?:((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%|((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%:(((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?)\\)|(TM|TC|TS|WM|PR)\\(((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)):((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?|((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?:(\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))\\)", matcher: "(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tc|tm|ts|wm)(\\d{1,2}(\\.\\d{0,10})?|100)|[ou]\\d+(\\.\\d*)?)(_E|_L|_H)?|(TM|TC|TS|WM)\\(((((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?:((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%|((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%:(((\\d{1,2})(\\.\\d{0,10})?|100(\\.0{0,10})?)%)?)\\)|(TM|TC|TS|WM|PR)\\(((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)):((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?|((\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))?:(\\d+(\\.\\d{0,10})?|(\\d+(\\.\\d{0,10})?[Ee][+-]?\\d+)))\\)" }), values: &[] });

pub static ANOMALY_DETECTOR_METRIC_TIMEZONE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: Some(50) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

open_enum!(AnomalyDetectorOutlierFilteringStrength {
    Minimal = "MINIMAL",
    Moderate = "MODERATE",
    Strict = "STRICT",
});

pub static ANOMALY_DETECTOR_OUTLIER_FILTERING_STRENGTH: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["MINIMAL", "MODERATE", "STRICT"] });

open_enum!(AnomalyDetectorStateValue {
    PendingTraining = "PENDING_TRAINING",
    TrainedInsufficientData = "TRAINED_INSUFFICIENT_DATA",
    Trained = "TRAINED",
});

pub static ANOMALY_DETECTOR_STATE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PENDING_TRAINING", "TRAINED_INSUFFICIENT_DATA", "TRAINED"] });

open_enum!(AnomalyDetectorType {
    SingleMetric = "SINGLE_METRIC",
    MetricMath = "METRIC_MATH",
});

pub static ANOMALY_DETECTOR_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["SINGLE_METRIC", "METRIC_MATH"] });

pub static ANOMALY_DETECTOR_TYPES: schema::Shape = schema::Shape::List { member: &ANOMALY_DETECTOR_TYPE, length: schema::Length { min: None, max: Some(2) } };

pub static ANOMALY_DETECTORS: schema::Shape = schema::Shape::List { member: &ANOMALY_DETECTOR_SHAPE, length: schema::Length { min: None, max: None } };

pub static ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1600) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateDatasetKmsKeyInput {
    pub dataset_identifier: String,
    pub kms_key_arn: String,
}

pub static ASSOCIATE_DATASET_KMS_KEY_INPUT: schema::Structure = schema::Structure {
    name: "AssociateDatasetKmsKeyInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DatasetIdentifier", required: true, shape: &DATASET_IDENTIFIER },
        schema::Member { name: "KmsKeyArn", required: true, shape: &KMS_KEY_ARN },
    ],
    checked: &[0, 1],
};
pub static ASSOCIATE_DATASET_KMS_KEY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ASSOCIATE_DATASET_KMS_KEY_INPUT);

structure!(AssociateDatasetKmsKeyInput = ASSOCIATE_DATASET_KMS_KEY_INPUT { dataset_identifier, kms_key_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateDatasetKmsKeyOutput {
}

pub static ASSOCIATE_DATASET_KMS_KEY_OUTPUT: schema::Structure = schema::Structure {
    name: "AssociateDatasetKmsKeyOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static ASSOCIATE_DATASET_KMS_KEY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ASSOCIATE_DATASET_KMS_KEY_OUTPUT);

structure!(AssociateDatasetKmsKeyOutput = ASSOCIATE_DATASET_KMS_KEY_OUTPUT {  });

pub static ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static ATTRIBUTE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static AWS_QUERY_ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static BATCH_FAILURES: schema::Shape = schema::Shape::List { member: &PARTIAL_FAILURE_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(ComparisonOperator {
    GreaterThanOrEqualToThreshold = "GreaterThanOrEqualToThreshold",
    GreaterThanThreshold = "GreaterThanThreshold",
    LessThanThreshold = "LessThanThreshold",
    LessThanOrEqualToThreshold = "LessThanOrEqualToThreshold",
    LessThanLowerOrGreaterThanUpperThreshold = "LessThanLowerOrGreaterThanUpperThreshold",
    LessThanLowerThreshold = "LessThanLowerThreshold",
    GreaterThanUpperThreshold = "GreaterThanUpperThreshold",
});

pub static COMPARISON_OPERATOR: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompositeAlarm {
    pub actions_enabled: Option<bool>,
    pub alarm_actions: Option<Vec<String>>,
    pub alarm_arn: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    pub alarm_description: Option<String>,
    pub alarm_name: Option<String>,
    pub alarm_rule: Option<String>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub ok_actions: Option<Vec<String>>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<Timestamp>,
    pub state_value: Option<StateValue>,
    pub state_transitioned_timestamp: Option<Timestamp>,
    pub actions_suppressed_by: Option<ActionsSuppressedBy>,
    pub actions_suppressed_reason: Option<String>,
    pub actions_suppressor: Option<String>,
    pub actions_suppressor_wait_period: Option<i32>,
    pub actions_suppressor_extension_period: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static COMPOSITE_ALARM: schema::Structure = schema::Structure {
    name: "CompositeAlarm",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmArn", required: false, shape: &ALARM_ARN },
        schema::Member { name: "AlarmConfigurationUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "AlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "AlarmRule", required: false, shape: &ALARM_RULE },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "StateReason", required: false, shape: &STATE_REASON },
        schema::Member { name: "StateReasonData", required: false, shape: &STATE_REASON_DATA },
        schema::Member { name: "StateUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "StateValue", required: false, shape: &STATE_VALUE },
        schema::Member { name: "StateTransitionedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ActionsSuppressedBy", required: false, shape: &ACTIONS_SUPPRESSED_BY },
        schema::Member { name: "ActionsSuppressedReason", required: false, shape: &ACTIONS_SUPPRESSED_REASON },
        schema::Member { name: "ActionsSuppressor", required: false, shape: &ALARM_ARN },
        schema::Member { name: "ActionsSuppressorWaitPeriod", required: false, shape: &SUPPRESSOR_PERIOD },
        schema::Member { name: "ActionsSuppressorExtensionPeriod", required: false, shape: &SUPPRESSOR_PERIOD },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
};
pub static COMPOSITE_ALARM_SHAPE: schema::Shape = schema::Shape::Structure(&COMPOSITE_ALARM);

structure!(CompositeAlarm = COMPOSITE_ALARM { actions_enabled, alarm_actions, alarm_arn, alarm_configuration_updated_timestamp, alarm_description, alarm_name, alarm_rule, insufficient_data_actions, ok_actions, state_reason, state_reason_data, state_updated_timestamp, state_value, state_transitioned_timestamp, actions_suppressed_by, actions_suppressed_reason, actions_suppressor, actions_suppressor_wait_period, actions_suppressor_extension_period, action_configuration });

pub static COMPOSITE_ALARMS: schema::Shape = schema::Shape::List { member: &COMPOSITE_ALARM_SHAPE, length: schema::Length { min: None, max: None } };

pub static CONTRIBUTOR_ATTRIBUTES: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE, length: schema::Length { min: Some(0), max: Some(150) } };

pub static CONTRIBUTOR_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(16) }, pattern: None, values: &[] });

pub static COUNTS: schema::Shape = schema::Shape::List { member: &DATAPOINT_VALUE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateResourceMetricsConfigurationInput {
    pub resource_arn: String,
    pub metric_selections: Option<Vec<ResourceMetricSelection>>,
}

pub static CREATE_RESOURCE_METRICS_CONFIGURATION_INPUT: schema::Structure = schema::Structure {
    name: "CreateResourceMetricsConfigurationInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "MetricSelections", required: false, shape: &RESOURCE_METRIC_SELECTION_LIST },
    ],
    checked: &[0, 1],
};
pub static CREATE_RESOURCE_METRICS_CONFIGURATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_RESOURCE_METRICS_CONFIGURATION_INPUT);

structure!(CreateResourceMetricsConfigurationInput = CREATE_RESOURCE_METRICS_CONFIGURATION_INPUT { resource_arn, metric_selections });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateResourceMetricsConfigurationOutput {
    pub resource_metrics_configuration: ResourceMetricsConfiguration,
}

pub static CREATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateResourceMetricsConfigurationOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceMetricsConfiguration", required: true, shape: &RESOURCE_METRICS_CONFIGURATION_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT);

structure!(CreateResourceMetricsConfigurationOutput = CREATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT { resource_metrics_configuration });

pub static DASHBOARD_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DASHBOARD_BODY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DASHBOARD_ENTRIES: schema::Shape = schema::Shape::List { member: &DASHBOARD_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardEntry {
    pub dashboard_name: Option<String>,
    pub dashboard_arn: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub size: Option<i64>,
}

pub static DASHBOARD_ENTRY: schema::Structure = schema::Structure {
    name: "DashboardEntry",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardName", required: false, shape: &DASHBOARD_NAME },
        schema::Member { name: "DashboardArn", required: false, shape: &DASHBOARD_ARN },
        schema::Member { name: "LastModified", required: false, shape: &LAST_MODIFIED },
        schema::Member { name: "Size", required: false, shape: &SIZE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DASHBOARD_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&DASHBOARD_ENTRY);

structure!(DashboardEntry = DASHBOARD_ENTRY { dashboard_name, dashboard_arn, last_modified, size });

pub static DASHBOARD_ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DASHBOARD_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DASHBOARD_NAME_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DASHBOARD_NAMES: schema::Shape = schema::Shape::List { member: &DASHBOARD_NAME, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardValidationMessage {
    pub data_path: Option<String>,
    pub message: Option<String>,
}

pub static DASHBOARD_VALIDATION_MESSAGE: schema::Structure = schema::Structure {
    name: "DashboardValidationMessage",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DataPath", required: false, shape: &DATA_PATH },
        schema::Member { name: "Message", required: false, shape: &MESSAGE },
    ],
    checked: &[0, 1],
};
pub static DASHBOARD_VALIDATION_MESSAGE_SHAPE: schema::Shape = schema::Shape::Structure(&DASHBOARD_VALIDATION_MESSAGE);

structure!(DashboardValidationMessage = DASHBOARD_VALIDATION_MESSAGE { data_path, message });

pub static DASHBOARD_VALIDATION_MESSAGES: schema::Shape = schema::Shape::List { member: &DASHBOARD_VALIDATION_MESSAGE_SHAPE, length: schema::Length { min: None, max: None } };

pub static DATA_PATH: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datapoint {
    pub timestamp: Option<Timestamp>,
    pub sample_count: Option<f64>,
    pub average: Option<f64>,
    pub sum: Option<f64>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub unit: Option<StandardUnit>,
    pub extended_statistics: Option<BTreeMap<String, f64>>,
}

pub static DATAPOINT: schema::Structure = schema::Structure {
    name: "Datapoint",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "SampleCount", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Average", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Sum", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Minimum", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Maximum", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
        schema::Member { name: "ExtendedStatistics", required: false, shape: &DATAPOINT_VALUE_MAP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static DATAPOINT_SHAPE: schema::Shape = schema::Shape::Structure(&DATAPOINT);

structure!(Datapoint = DATAPOINT { timestamp, sample_count, average, sum, minimum, maximum, unit, extended_statistics });

pub static DATAPOINT_VALUE: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

pub static DATAPOINT_VALUE_MAP: schema::Shape = schema::Shape::Map { key: &EXTENDED_STATISTIC, value: &DATAPOINT_VALUE, length: schema::Length { min: None, max: None } };

pub static DATAPOINT_VALUES: schema::Shape = schema::Shape::List { member: &DATAPOINT_VALUE, length: schema::Length { min: None, max: None } };

pub static DATAPOINTS: schema::Shape = schema::Shape::List { member: &DATAPOINT_SHAPE, length: schema::Length { min: None, max: None } };

pub static DATAPOINTS_TO_ALARM: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static DATASET_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default", matcher: "arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default" }), values: &[] });

pub static DATASET_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(7), max: Some(7) }, pattern: Some(schema::Pattern { text: "default", matcher: "default" }), values: &[] });

pub static DATASET_IDENTIFIER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "(default|arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default)", matcher: "(default|arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\\d{12}:dataset/default)" }), values: &[] });

pub static DEFINITION_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(64) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9-]{1,64}", matcher: "[a-zA-Z0-9-]{1,64}" }), values: &[] });

pub static DEFINITION_PATH: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: Some(schema::Pattern { text: "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}]+", matcher: "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAlarmMuteRuleInput {
    pub alarm_mute_rule_name: String,
}

pub static DELETE_ALARM_MUTE_RULE_INPUT: schema::Structure = schema::Structure {
    name: "DeleteAlarmMuteRuleInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmMuteRuleName", required: true, shape: &NAME },
    ],
    checked: &[0],
};
pub static DELETE_ALARM_MUTE_RULE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ALARM_MUTE_RULE_INPUT);

structure!(DeleteAlarmMuteRuleInput = DELETE_ALARM_MUTE_RULE_INPUT { alarm_mute_rule_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAlarmsInput {
    pub alarm_names: Vec<String>,
}

pub static DELETE_ALARMS_INPUT: schema::Structure = schema::Structure {
    name: "DeleteAlarmsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmNames", required: true, shape: &ALARM_NAMES },
    ],
    checked: &[0],
};
pub static DELETE_ALARMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ALARMS_INPUT);

structure!(DeleteAlarmsInput = DELETE_ALARMS_INPUT { alarm_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAnomalyDetectorInput {
    pub anomaly_detector_id: Option<String>,
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub stat: Option<String>,
    pub single_metric_anomaly_detector: Option<SingleMetricAnomalyDetector>,
    pub metric_math_anomaly_detector: Option<MetricMathAnomalyDetector>,
}

pub static DELETE_ANOMALY_DETECTOR_INPUT: schema::Structure = schema::Structure {
    name: "DeleteAnomalyDetectorInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AnomalyDetectorId", required: false, shape: &ANOMALY_DETECTOR_ID },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Stat", required: false, shape: &ANOMALY_DETECTOR_METRIC_STAT },
        schema::Member { name: "SingleMetricAnomalyDetector", required: false, shape: &SINGLE_METRIC_ANOMALY_DETECTOR_SHAPE },
        schema::Member { name: "MetricMathAnomalyDetector", required: false, shape: &METRIC_MATH_ANOMALY_DETECTOR_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static DELETE_ANOMALY_DETECTOR_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ANOMALY_DETECTOR_INPUT);

structure!(DeleteAnomalyDetectorInput = DELETE_ANOMALY_DETECTOR_INPUT { anomaly_detector_id, namespace, metric_name, dimensions, stat, single_metric_anomaly_detector, metric_math_anomaly_detector });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAnomalyDetectorOutput {
}

pub static DELETE_ANOMALY_DETECTOR_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteAnomalyDetectorOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_ANOMALY_DETECTOR_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ANOMALY_DETECTOR_OUTPUT);

structure!(DeleteAnomalyDetectorOutput = DELETE_ANOMALY_DETECTOR_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDashboardsInput {
    pub dashboard_names: Vec<String>,
}

pub static DELETE_DASHBOARDS_INPUT: schema::Structure = schema::Structure {
    name: "DeleteDashboardsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardNames", required: true, shape: &DASHBOARD_NAMES },
    ],
    checked: &[0],
};
pub static DELETE_DASHBOARDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_DASHBOARDS_INPUT);

structure!(DeleteDashboardsInput = DELETE_DASHBOARDS_INPUT { dashboard_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDashboardsOutput {
}

pub static DELETE_DASHBOARDS_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteDashboardsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_DASHBOARDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_DASHBOARDS_OUTPUT);

structure!(DeleteDashboardsOutput = DELETE_DASHBOARDS_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInsightRulesInput {
    pub rule_names: Vec<String>,
}

pub static DELETE_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "DeleteInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleNames", required: true, shape: &INSIGHT_RULE_NAMES },
    ],
    checked: &[0],
};
pub static DELETE_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_INSIGHT_RULES_INPUT);

structure!(DeleteInsightRulesInput = DELETE_INSIGHT_RULES_INPUT { rule_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInsightRulesOutput {
    pub failures: Option<Vec<PartialFailure>>,
}

pub static DELETE_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Failures", required: false, shape: &BATCH_FAILURES },
    ],
    checked: &[0],
};
pub static DELETE_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_INSIGHT_RULES_OUTPUT);

structure!(DeleteInsightRulesOutput = DELETE_INSIGHT_RULES_OUTPUT { failures });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMetricDataQueryDefinitionInput {
    pub id: String,
}

pub static DELETE_METRIC_DATA_QUERY_DEFINITION_INPUT: schema::Structure = schema::Structure {
    name: "DeleteMetricDataQueryDefinitionInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &DEFINITION_ID },
    ],
    checked: &[0],
};
pub static DELETE_METRIC_DATA_QUERY_DEFINITION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_METRIC_DATA_QUERY_DEFINITION_INPUT);

structure!(DeleteMetricDataQueryDefinitionInput = DELETE_METRIC_DATA_QUERY_DEFINITION_INPUT { id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMetricDataQueryDefinitionOutput {
}

pub static DELETE_METRIC_DATA_QUERY_DEFINITION_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteMetricDataQueryDefinitionOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_METRIC_DATA_QUERY_DEFINITION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_METRIC_DATA_QUERY_DEFINITION_OUTPUT);

structure!(DeleteMetricDataQueryDefinitionOutput = DELETE_METRIC_DATA_QUERY_DEFINITION_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMetricStreamInput {
    pub name: String,
}

pub static DELETE_METRIC_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "DeleteMetricStreamInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &METRIC_STREAM_NAME },
    ],
    checked: &[0],
};
pub static DELETE_METRIC_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_METRIC_STREAM_INPUT);

structure!(DeleteMetricStreamInput = DELETE_METRIC_STREAM_INPUT { name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMetricStreamOutput {
}

pub static DELETE_METRIC_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteMetricStreamOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_METRIC_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_METRIC_STREAM_OUTPUT);

structure!(DeleteMetricStreamOutput = DELETE_METRIC_STREAM_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourceMetricsConfigurationInput {
    pub resource_arn: String,
}

pub static DELETE_RESOURCE_METRICS_CONFIGURATION_INPUT: schema::Structure = schema::Structure {
    name: "DeleteResourceMetricsConfigurationInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN },
    ],
    checked: &[0],
};
pub static DELETE_RESOURCE_METRICS_CONFIGURATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_RESOURCE_METRICS_CONFIGURATION_INPUT);

structure!(DeleteResourceMetricsConfigurationInput = DELETE_RESOURCE_METRICS_CONFIGURATION_INPUT { resource_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourceMetricsConfigurationOutput {
}

pub static DELETE_RESOURCE_METRICS_CONFIGURATION_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteResourceMetricsConfigurationOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_RESOURCE_METRICS_CONFIGURATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_RESOURCE_METRICS_CONFIGURATION_OUTPUT);

structure!(DeleteResourceMetricsConfigurationOutput = DELETE_RESOURCE_METRICS_CONFIGURATION_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmContributorsInput {
    pub alarm_name: String,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ALARM_CONTRIBUTORS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmContributorsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: true, shape: &ALARM_NAME },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_ALARM_CONTRIBUTORS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARM_CONTRIBUTORS_INPUT);

structure!(DescribeAlarmContributorsInput = DESCRIBE_ALARM_CONTRIBUTORS_INPUT { alarm_name, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmContributorsOutput {
    pub alarm_contributors: Vec<AlarmContributor>,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ALARM_CONTRIBUTORS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmContributorsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmContributors", required: true, shape: &ALARM_CONTRIBUTORS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_ALARM_CONTRIBUTORS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARM_CONTRIBUTORS_OUTPUT);

structure!(DescribeAlarmContributorsOutput = DESCRIBE_ALARM_CONTRIBUTORS_OUTPUT { alarm_contributors, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmHistoryInput {
    pub alarm_name: Option<String>,
    pub alarm_contributor_id: Option<String>,
    pub alarm_types: Option<Vec<AlarmType>>,
    pub history_item_type: Option<HistoryItemType>,
    pub start_date: Option<Timestamp>,
    pub end_date: Option<Timestamp>,
    pub max_records: Option<i32>,
    pub next_token: Option<String>,
    pub scan_by: Option<ScanBy>,
}

pub static DESCRIBE_ALARM_HISTORY_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmHistoryInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "AlarmContributorId", required: false, shape: &CONTRIBUTOR_ID },
        schema::Member { name: "AlarmTypes", required: false, shape: &ALARM_TYPES },
        schema::Member { name: "HistoryItemType", required: false, shape: &HISTORY_ITEM_TYPE },
        schema::Member { name: "StartDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "EndDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "MaxRecords", required: false, shape: &MAX_RECORDS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "ScanBy", required: false, shape: &SCAN_BY },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static DESCRIBE_ALARM_HISTORY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARM_HISTORY_INPUT);

structure!(DescribeAlarmHistoryInput = DESCRIBE_ALARM_HISTORY_INPUT { alarm_name, alarm_contributor_id, alarm_types, history_item_type, start_date, end_date, max_records, next_token, scan_by });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmHistoryOutput {
    pub alarm_history_items: Option<Vec<AlarmHistoryItem>>,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ALARM_HISTORY_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmHistoryOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmHistoryItems", required: false, shape: &ALARM_HISTORY_ITEMS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_ALARM_HISTORY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARM_HISTORY_OUTPUT);

structure!(DescribeAlarmHistoryOutput = DESCRIBE_ALARM_HISTORY_OUTPUT { alarm_history_items, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsForMetricInput {
    pub metric_name: String,
    pub namespace: String,
    pub statistic: Option<Statistic>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<StandardUnit>,
}

pub static DESCRIBE_ALARMS_FOR_METRIC_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmsForMetricInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricName", required: true, shape: &METRIC_NAME },
        schema::Member { name: "Namespace", required: true, shape: &NAMESPACE },
        schema::Member { name: "Statistic", required: false, shape: &STATISTIC },
        schema::Member { name: "ExtendedStatistic", required: false, shape: &EXTENDED_STATISTIC },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Period", required: false, shape: &PERIOD },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static DESCRIBE_ALARMS_FOR_METRIC_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARMS_FOR_METRIC_INPUT);

structure!(DescribeAlarmsForMetricInput = DESCRIBE_ALARMS_FOR_METRIC_INPUT { metric_name, namespace, statistic, extended_statistic, dimensions, period, unit });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsForMetricOutput {
    pub metric_alarms: Option<Vec<MetricAlarm>>,
}

pub static DESCRIBE_ALARMS_FOR_METRIC_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmsForMetricOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricAlarms", required: false, shape: &METRIC_ALARMS },
    ],
    checked: &[0],
};
pub static DESCRIBE_ALARMS_FOR_METRIC_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARMS_FOR_METRIC_OUTPUT);

structure!(DescribeAlarmsForMetricOutput = DESCRIBE_ALARMS_FOR_METRIC_OUTPUT { metric_alarms });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsInput {
    pub alarm_names: Option<Vec<String>>,
    pub alarm_name_prefix: Option<String>,
    pub alarm_types: Option<Vec<AlarmType>>,
    pub children_of_alarm_name: Option<String>,
    pub parents_of_alarm_name: Option<String>,
    pub state_value: Option<StateValue>,
    pub action_prefix: Option<String>,
    pub max_records: Option<i32>,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ALARMS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmNames", required: false, shape: &ALARM_NAMES },
        schema::Member { name: "AlarmNamePrefix", required: false, shape: &ALARM_NAME_PREFIX },
        schema::Member { name: "AlarmTypes", required: false, shape: &ALARM_TYPES },
        schema::Member { name: "ChildrenOfAlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "ParentsOfAlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "StateValue", required: false, shape: &STATE_VALUE },
        schema::Member { name: "ActionPrefix", required: false, shape: &ACTION_PREFIX },
        schema::Member { name: "MaxRecords", required: false, shape: &MAX_RECORDS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static DESCRIBE_ALARMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARMS_INPUT);

structure!(DescribeAlarmsInput = DESCRIBE_ALARMS_INPUT { alarm_names, alarm_name_prefix, alarm_types, children_of_alarm_name, parents_of_alarm_name, state_value, action_prefix, max_records, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAlarmsOutput {
    pub composite_alarms: Option<Vec<CompositeAlarm>>,
    pub metric_alarms: Option<Vec<MetricAlarm>>,
    pub log_alarms: Option<Vec<LogAlarm>>,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ALARMS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAlarmsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "CompositeAlarms", required: false, shape: &COMPOSITE_ALARMS },
        schema::Member { name: "MetricAlarms", required: false, shape: &METRIC_ALARMS },
        schema::Member { name: "LogAlarms", required: false, shape: &LOG_ALARMS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DESCRIBE_ALARMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ALARMS_OUTPUT);

structure!(DescribeAlarmsOutput = DESCRIBE_ALARMS_OUTPUT { composite_alarms, metric_alarms, log_alarms, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAnomalyDetectorsInput {
    pub anomaly_detector_ids: Option<Vec<String>>,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub anomaly_detector_types: Option<Vec<AnomalyDetectorType>>,
}

pub static DESCRIBE_ANOMALY_DETECTORS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAnomalyDetectorsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AnomalyDetectorIds", required: false, shape: &ANOMALY_DETECTOR_IDS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "MaxResults", required: false, shape: &MAX_RETURNED_RESULTS_COUNT },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "AnomalyDetectorTypes", required: false, shape: &ANOMALY_DETECTOR_TYPES },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static DESCRIBE_ANOMALY_DETECTORS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ANOMALY_DETECTORS_INPUT);

structure!(DescribeAnomalyDetectorsInput = DESCRIBE_ANOMALY_DETECTORS_INPUT { anomaly_detector_ids, next_token, max_results, namespace, metric_name, dimensions, anomaly_detector_types });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAnomalyDetectorsOutput {
    pub anomaly_detectors: Option<Vec<AnomalyDetector>>,
    pub next_token: Option<String>,
}

pub static DESCRIBE_ANOMALY_DETECTORS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAnomalyDetectorsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AnomalyDetectors", required: false, shape: &ANOMALY_DETECTORS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_ANOMALY_DETECTORS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ANOMALY_DETECTORS_OUTPUT);

structure!(DescribeAnomalyDetectorsOutput = DESCRIBE_ANOMALY_DETECTORS_OUTPUT { anomaly_detectors, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInsightRulesInput {
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

pub static DESCRIBE_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "DescribeInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "MaxResults", required: false, shape: &INSIGHT_RULE_MAX_RESULTS },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_INSIGHT_RULES_INPUT);

structure!(DescribeInsightRulesInput = DESCRIBE_INSIGHT_RULES_INPUT { next_token, max_results });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInsightRulesOutput {
    pub next_token: Option<String>,
    pub insight_rules: Option<Vec<InsightRule>>,
}

pub static DESCRIBE_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "InsightRules", required: false, shape: &INSIGHT_RULES },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_INSIGHT_RULES_OUTPUT);

structure!(DescribeInsightRulesOutput = DESCRIBE_INSIGHT_RULES_OUTPUT { next_token, insight_rules });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimension {
    pub name: String,
    pub value: String,
}

pub static DIMENSION: schema::Structure = schema::Structure {
    name: "Dimension",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &DIMENSION_NAME },
        schema::Member { name: "Value", required: true, shape: &DIMENSION_VALUE },
    ],
    checked: &[0, 1],
};
pub static DIMENSION_SHAPE: schema::Shape = schema::Shape::Structure(&DIMENSION);

structure!(Dimension = DIMENSION { name, value });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DimensionFilter {
    pub name: String,
    pub value: Option<String>,
}

pub static DIMENSION_FILTER: schema::Structure = schema::Structure {
    name: "DimensionFilter",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &DIMENSION_NAME },
        schema::Member { name: "Value", required: false, shape: &DIMENSION_VALUE },
    ],
    checked: &[0, 1],
};
pub static DIMENSION_FILTER_SHAPE: schema::Shape = schema::Shape::Structure(&DIMENSION_FILTER);

structure!(DimensionFilter = DIMENSION_FILTER { name, value });

pub static DIMENSION_FILTERS: schema::Shape = schema::Shape::List { member: &DIMENSION_FILTER_SHAPE, length: schema::Length { min: None, max: Some(10) } };

pub static DIMENSION_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static DIMENSION_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static DIMENSIONS: schema::Shape = schema::Shape::List { member: &DIMENSION_SHAPE, length: schema::Length { min: None, max: Some(30) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableAlarmActionsInput {
    pub alarm_names: Vec<String>,
}

pub static DISABLE_ALARM_ACTIONS_INPUT: schema::Structure = schema::Structure {
    name: "DisableAlarmActionsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmNames", required: true, shape: &ALARM_NAMES },
    ],
    checked: &[0],
};
pub static DISABLE_ALARM_ACTIONS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISABLE_ALARM_ACTIONS_INPUT);

structure!(DisableAlarmActionsInput = DISABLE_ALARM_ACTIONS_INPUT { alarm_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableInsightRulesInput {
    pub rule_names: Vec<String>,
}

pub static DISABLE_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "DisableInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleNames", required: true, shape: &INSIGHT_RULE_NAMES },
    ],
    checked: &[0],
};
pub static DISABLE_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISABLE_INSIGHT_RULES_INPUT);

structure!(DisableInsightRulesInput = DISABLE_INSIGHT_RULES_INPUT { rule_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableInsightRulesOutput {
    pub failures: Option<Vec<PartialFailure>>,
}

pub static DISABLE_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "DisableInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Failures", required: false, shape: &BATCH_FAILURES },
    ],
    checked: &[0],
};
pub static DISABLE_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISABLE_INSIGHT_RULES_OUTPUT);

structure!(DisableInsightRulesOutput = DISABLE_INSIGHT_RULES_OUTPUT { failures });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateDatasetKmsKeyInput {
    pub dataset_identifier: String,
}

pub static DISASSOCIATE_DATASET_KMS_KEY_INPUT: schema::Structure = schema::Structure {
    name: "DisassociateDatasetKmsKeyInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DatasetIdentifier", required: true, shape: &DATASET_IDENTIFIER },
    ],
    checked: &[0],
};
pub static DISASSOCIATE_DATASET_KMS_KEY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISASSOCIATE_DATASET_KMS_KEY_INPUT);

structure!(DisassociateDatasetKmsKeyInput = DISASSOCIATE_DATASET_KMS_KEY_INPUT { dataset_identifier });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateDatasetKmsKeyOutput {
}

pub static DISASSOCIATE_DATASET_KMS_KEY_OUTPUT: schema::Structure = schema::Structure {
    name: "DisassociateDatasetKmsKeyOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static DISASSOCIATE_DATASET_KMS_KEY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISASSOCIATE_DATASET_KMS_KEY_OUTPUT);

structure!(DisassociateDatasetKmsKeyOutput = DISASSOCIATE_DATASET_KMS_KEY_OUTPUT {  });

pub static DURATION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(50) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableAlarmActionsInput {
    pub alarm_names: Vec<String>,
}

pub static ENABLE_ALARM_ACTIONS_INPUT: schema::Structure = schema::Structure {
    name: "EnableAlarmActionsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmNames", required: true, shape: &ALARM_NAMES },
    ],
    checked: &[0],
};
pub static ENABLE_ALARM_ACTIONS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ENABLE_ALARM_ACTIONS_INPUT);

structure!(EnableAlarmActionsInput = ENABLE_ALARM_ACTIONS_INPUT { alarm_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableInsightRulesInput {
    pub rule_names: Vec<String>,
}

pub static ENABLE_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "EnableInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleNames", required: true, shape: &INSIGHT_RULE_NAMES },
    ],
    checked: &[0],
};
pub static ENABLE_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ENABLE_INSIGHT_RULES_INPUT);

structure!(EnableInsightRulesInput = ENABLE_INSIGHT_RULES_INPUT { rule_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableInsightRulesOutput {
    pub failures: Option<Vec<PartialFailure>>,
}

pub static ENABLE_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "EnableInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Failures", required: false, shape: &BATCH_FAILURES },
    ],
    checked: &[0],
};
pub static ENABLE_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ENABLE_INSIGHT_RULES_OUTPUT);

structure!(EnableInsightRulesOutput = ENABLE_INSIGHT_RULES_OUTPUT { failures });

pub static END_TIME_OFFSET: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: Some(2592000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    pub key_attributes: Option<BTreeMap<String, String>>,
    pub attributes: Option<BTreeMap<String, String>>,
}

pub static ENTITY: schema::Structure = schema::Structure {
    name: "Entity",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "KeyAttributes", required: false, shape: &ENTITY_KEY_ATTRIBUTES_MAP },
        schema::Member { name: "Attributes", required: false, shape: &ENTITY_ATTRIBUTES_MAP },
    ],
    checked: &[0, 1],
};
pub static ENTITY_SHAPE: schema::Shape = schema::Shape::Structure(&ENTITY);

structure!(Entity = ENTITY { key_attributes, attributes });

pub static ENTITY_ATTRIBUTES_MAP: schema::Shape = schema::Shape::Map { key: &ENTITY_ATTRIBUTES_MAP_KEY_STRING, value: &ENTITY_ATTRIBUTES_MAP_VALUE_STRING, length: schema::Length { min: Some(0), max: Some(10) } };

pub static ENTITY_ATTRIBUTES_MAP_KEY_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] });

pub static ENTITY_ATTRIBUTES_MAP_VALUE_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

pub static ENTITY_KEY_ATTRIBUTES_MAP: schema::Shape = schema::Shape::Map { key: &ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING, value: &ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING, length: schema::Length { min: Some(2), max: Some(4) } };

pub static ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(32) }, pattern: None, values: &[] });

pub static ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityMetricData {
    pub entity: Option<Entity>,
    pub metric_data: Option<Vec<MetricDatum>>,
}

pub static ENTITY_METRIC_DATA: schema::Structure = schema::Structure {
    name: "EntityMetricData",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Entity", required: false, shape: &ENTITY_SHAPE },
        schema::Member { name: "MetricData", required: false, shape: &METRIC_DATA },
    ],
    checked: &[0, 1],
};
pub static ENTITY_METRIC_DATA_SHAPE: schema::Shape = schema::Shape::Structure(&ENTITY_METRIC_DATA);

structure!(EntityMetricData = ENTITY_METRIC_DATA { entity, metric_data });

pub static ENTITY_METRIC_DATA_LIST: schema::Shape = schema::Shape::List { member: &ENTITY_METRIC_DATA_SHAPE, length: schema::Length { min: None, max: None } };

pub static ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvaluationCriteria {
    pub prom_ql_criteria: Option<AlarmPromQLCriteria>,
}

pub static EVALUATION_CRITERIA: schema::Structure = schema::Structure {
    name: "EvaluationCriteria",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "PromQLCriteria", required: false, shape: &ALARM_PROM_QL_CRITERIA_SHAPE },
    ],
    checked: &[0],
};
pub static EVALUATION_CRITERIA_SHAPE: schema::Shape = schema::Shape::Structure(&EVALUATION_CRITERIA);

structure!(EvaluationCriteria = EVALUATION_CRITERIA { prom_ql_criteria });

pub static EVALUATION_INTERVAL: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(10), max: Some(3600) });

pub static EVALUATION_PERIODS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

open_enum!(EvaluationState {
    PartialData = "PARTIAL_DATA",
    EvaluationFailure = "EVALUATION_FAILURE",
    EvaluationError = "EVALUATION_ERROR",
});

pub static EVALUATION_STATE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvaluationWindow {
    pub wall_clock_window: Option<WallClockWindow>,
    pub sliding_window: Option<SlidingWindow>,
}

pub static EVALUATION_WINDOW: schema::Structure = schema::Structure {
    name: "EvaluationWindow",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "WallClockWindow", required: false, shape: &WALL_CLOCK_WINDOW_SHAPE },
        schema::Member { name: "SlidingWindow", required: false, shape: &SLIDING_WINDOW_SHAPE },
    ],
    checked: &[0, 1],
};
pub static EVALUATION_WINDOW_SHAPE: schema::Shape = schema::Shape::Structure(&EVALUATION_WINDOW);

structure!(EvaluationWindow = EVALUATION_WINDOW { wall_clock_window, sliding_window });

pub static EXCEPTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] });

pub static EXTENDED_STATISTIC: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXTENDED_STATISTICS: schema::Shape = schema::Shape::List { member: &EXTENDED_STATISTIC, length: schema::Length { min: Some(1), max: Some(10) } };

pub static FAILURE_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static FAILURE_DESCRIPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static FAILURE_RESOURCE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static FAULT_DESCRIPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAlarmMuteRuleInput {
    pub alarm_mute_rule_name: String,
}

pub static GET_ALARM_MUTE_RULE_INPUT: schema::Structure = schema::Structure {
    name: "GetAlarmMuteRuleInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmMuteRuleName", required: true, shape: &NAME },
    ],
    checked: &[0],
};
pub static GET_ALARM_MUTE_RULE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ALARM_MUTE_RULE_INPUT);

structure!(GetAlarmMuteRuleInput = GET_ALARM_MUTE_RULE_INPUT { alarm_mute_rule_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAlarmMuteRuleOutput {
    pub name: Option<String>,
    pub alarm_mute_rule_arn: Option<String>,
    pub description: Option<String>,
    pub rule: Option<Rule>,
    pub mute_targets: Option<MuteTargets>,
    pub start_date: Option<Timestamp>,
    pub expire_date: Option<Timestamp>,
    pub status: Option<AlarmMuteRuleStatus>,
    pub last_updated_timestamp: Option<Timestamp>,
    pub mute_type: Option<String>,
}

pub static GET_ALARM_MUTE_RULE_OUTPUT: schema::Structure = schema::Structure {
    name: "GetAlarmMuteRuleOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: false, shape: &NAME },
        schema::Member { name: "AlarmMuteRuleArn", required: false, shape: &ARN },
        schema::Member { name: "Description", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "Rule", required: false, shape: &RULE_SHAPE },
        schema::Member { name: "MuteTargets", required: false, shape: &MUTE_TARGETS_SHAPE },
        schema::Member { name: "StartDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ExpireDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Status", required: false, shape: &ALARM_MUTE_RULE_STATUS },
        schema::Member { name: "LastUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "MuteType", required: false, shape: &MUTE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static GET_ALARM_MUTE_RULE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ALARM_MUTE_RULE_OUTPUT);

structure!(GetAlarmMuteRuleOutput = GET_ALARM_MUTE_RULE_OUTPUT { name, alarm_mute_rule_arn, description, rule, mute_targets, start_date, expire_date, status, last_updated_timestamp, mute_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDashboardInput {
    pub dashboard_name: String,
}

pub static GET_DASHBOARD_INPUT: schema::Structure = schema::Structure {
    name: "GetDashboardInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardName", required: true, shape: &DASHBOARD_NAME },
    ],
    checked: &[0],
};
pub static GET_DASHBOARD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DASHBOARD_INPUT);

structure!(GetDashboardInput = GET_DASHBOARD_INPUT { dashboard_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDashboardOutput {
    pub dashboard_arn: Option<String>,
    pub dashboard_body: Option<String>,
    pub dashboard_name: Option<String>,
}

pub static GET_DASHBOARD_OUTPUT: schema::Structure = schema::Structure {
    name: "GetDashboardOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardArn", required: false, shape: &DASHBOARD_ARN },
        schema::Member { name: "DashboardBody", required: false, shape: &DASHBOARD_BODY },
        schema::Member { name: "DashboardName", required: false, shape: &DASHBOARD_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static GET_DASHBOARD_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DASHBOARD_OUTPUT);

structure!(GetDashboardOutput = GET_DASHBOARD_OUTPUT { dashboard_arn, dashboard_body, dashboard_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDatasetInput {
    pub dataset_identifier: String,
}

pub static GET_DATASET_INPUT: schema::Structure = schema::Structure {
    name: "GetDatasetInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DatasetIdentifier", required: true, shape: &DATASET_IDENTIFIER },
    ],
    checked: &[0],
};
pub static GET_DATASET_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DATASET_INPUT);

structure!(GetDatasetInput = GET_DATASET_INPUT { dataset_identifier });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDatasetOutput {
    pub dataset_id: String,
    pub arn: String,
    pub kms_key_arn: Option<String>,
}

pub static GET_DATASET_OUTPUT: schema::Structure = schema::Structure {
    name: "GetDatasetOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DatasetId", required: true, shape: &DATASET_ID },
        schema::Member { name: "Arn", required: true, shape: &DATASET_ARN },
        schema::Member { name: "KmsKeyArn", required: false, shape: &KMS_KEY_ARN },
    ],
    checked: &[0, 1, 2],
};
pub static GET_DATASET_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DATASET_OUTPUT);

structure!(GetDatasetOutput = GET_DATASET_OUTPUT { dataset_id, arn, kms_key_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInsightRuleReportInput {
    pub rule_name: String,
    pub start_time: Timestamp,
    pub end_time: Timestamp,
    pub period: i32,
    pub max_contributor_count: Option<i32>,
    pub metrics: Option<Vec<String>>,
    pub order_by: Option<String>,
}

pub static GET_INSIGHT_RULE_REPORT_INPUT: schema::Structure = schema::Structure {
    name: "GetInsightRuleReportInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleName", required: true, shape: &INSIGHT_RULE_NAME },
        schema::Member { name: "StartTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EndTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "Period", required: true, shape: &PERIOD },
        schema::Member { name: "MaxContributorCount", required: false, shape: &INSIGHT_RULE_UNBOUND_INTEGER },
        schema::Member { name: "Metrics", required: false, shape: &INSIGHT_RULE_METRIC_LIST },
        schema::Member { name: "OrderBy", required: false, shape: &INSIGHT_RULE_ORDER_BY },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static GET_INSIGHT_RULE_REPORT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_INSIGHT_RULE_REPORT_INPUT);

structure!(GetInsightRuleReportInput = GET_INSIGHT_RULE_REPORT_INPUT { rule_name, start_time, end_time, period, max_contributor_count, metrics, order_by });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInsightRuleReportOutput {
    pub key_labels: Option<Vec<String>>,
    pub aggregation_statistic: Option<String>,
    pub aggregate_value: Option<f64>,
    pub approximate_unique_count: Option<i64>,
    pub contributors: Option<Vec<InsightRuleContributor>>,
    pub metric_datapoints: Option<Vec<InsightRuleMetricDatapoint>>,
}

pub static GET_INSIGHT_RULE_REPORT_OUTPUT: schema::Structure = schema::Structure {
    name: "GetInsightRuleReportOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "KeyLabels", required: false, shape: &INSIGHT_RULE_CONTRIBUTOR_KEY_LABELS },
        schema::Member { name: "AggregationStatistic", required: false, shape: &INSIGHT_RULE_AGGREGATION_STATISTIC },
        schema::Member { name: "AggregateValue", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "ApproximateUniqueCount", required: false, shape: &INSIGHT_RULE_UNBOUND_LONG },
        schema::Member { name: "Contributors", required: false, shape: &INSIGHT_RULE_CONTRIBUTORS },
        schema::Member { name: "MetricDatapoints", required: false, shape: &INSIGHT_RULE_METRIC_DATAPOINTS },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static GET_INSIGHT_RULE_REPORT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_INSIGHT_RULE_REPORT_OUTPUT);

structure!(GetInsightRuleReportOutput = GET_INSIGHT_RULE_REPORT_OUTPUT { key_labels, aggregation_statistic, aggregate_value, approximate_unique_count, contributors, metric_datapoints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataInput {
    pub metric_data_queries: Vec<MetricDataQuery>,
    pub start_time: Timestamp,
    pub end_time: Timestamp,
    pub next_token: Option<String>,
    pub scan_by: Option<ScanBy>,
    pub max_datapoints: Option<i32>,
    pub label_options: Option<LabelOptions>,
}

pub static GET_METRIC_DATA_INPUT: schema::Structure = schema::Structure {
    name: "GetMetricDataInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricDataQueries", required: true, shape: &METRIC_DATA_QUERIES },
        schema::Member { name: "StartTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EndTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "ScanBy", required: false, shape: &SCAN_BY },
        schema::Member { name: "MaxDatapoints", required: false, shape: &GET_METRIC_DATA_MAX_DATAPOINTS },
        schema::Member { name: "LabelOptions", required: false, shape: &LABEL_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static GET_METRIC_DATA_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_DATA_INPUT);

structure!(GetMetricDataInput = GET_METRIC_DATA_INPUT { metric_data_queries, start_time, end_time, next_token, scan_by, max_datapoints, label_options });

pub static GET_METRIC_DATA_LABEL_TIMEZONE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static GET_METRIC_DATA_MAX_DATAPOINTS: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataOutput {
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    pub next_token: Option<String>,
    pub messages: Option<Vec<MessageData>>,
}

pub static GET_METRIC_DATA_OUTPUT: schema::Structure = schema::Structure {
    name: "GetMetricDataOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricDataResults", required: false, shape: &METRIC_DATA_RESULTS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "Messages", required: false, shape: &METRIC_DATA_RESULT_MESSAGES },
    ],
    checked: &[0, 1, 2],
};
pub static GET_METRIC_DATA_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_DATA_OUTPUT);

structure!(GetMetricDataOutput = GET_METRIC_DATA_OUTPUT { metric_data_results, next_token, messages });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataQueryDefinitionInput {
    pub id: String,
}

pub static GET_METRIC_DATA_QUERY_DEFINITION_INPUT: schema::Structure = schema::Structure {
    name: "GetMetricDataQueryDefinitionInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &DEFINITION_ID },
    ],
    checked: &[0],
};
pub static GET_METRIC_DATA_QUERY_DEFINITION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_DATA_QUERY_DEFINITION_INPUT);

structure!(GetMetricDataQueryDefinitionInput = GET_METRIC_DATA_QUERY_DEFINITION_INPUT { id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricDataQueryDefinitionOutput {
    pub id: String,
    pub arn: String,
    pub path: String,
    pub expression: String,
    pub r#type: QueryType,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

pub static GET_METRIC_DATA_QUERY_DEFINITION_OUTPUT: schema::Structure = schema::Structure {
    name: "GetMetricDataQueryDefinitionOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &DEFINITION_ID },
        schema::Member { name: "Arn", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "Path", required: true, shape: &DEFINITION_PATH },
        schema::Member { name: "Expression", required: true, shape: &METRIC_EXPRESSION_STRING },
        schema::Member { name: "Type", required: true, shape: &QUERY_TYPE },
        schema::Member { name: "CreatedAt", required: true, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static GET_METRIC_DATA_QUERY_DEFINITION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_DATA_QUERY_DEFINITION_OUTPUT);

structure!(GetMetricDataQueryDefinitionOutput = GET_METRIC_DATA_QUERY_DEFINITION_OUTPUT { id, arn, path, expression, r#type, created_at, updated_at });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStatisticsInput {
    pub namespace: String,
    pub metric_name: String,
    pub dimensions: Option<Vec<Dimension>>,
    pub start_time: Timestamp,
    pub end_time: Timestamp,
    pub period: i32,
    pub statistics: Option<Vec<Statistic>>,
    pub extended_statistics: Option<Vec<String>>,
    pub unit: Option<StandardUnit>,
}

pub static GET_METRIC_STATISTICS_INPUT: schema::Structure = schema::Structure {
    name: "GetMetricStatisticsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: true, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: true, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "StartTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EndTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "Period", required: true, shape: &PERIOD },
        schema::Member { name: "Statistics", required: false, shape: &STATISTICS },
        schema::Member { name: "ExtendedStatistics", required: false, shape: &EXTENDED_STATISTICS },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static GET_METRIC_STATISTICS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_STATISTICS_INPUT);

structure!(GetMetricStatisticsInput = GET_METRIC_STATISTICS_INPUT { namespace, metric_name, dimensions, start_time, end_time, period, statistics, extended_statistics, unit });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStatisticsOutput {
    pub label: Option<String>,
    pub datapoints: Option<Vec<Datapoint>>,
}

pub static GET_METRIC_STATISTICS_OUTPUT: schema::Structure = schema::Structure {
    name: "GetMetricStatisticsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Label", required: false, shape: &METRIC_LABEL },
        schema::Member { name: "Datapoints", required: false, shape: &DATAPOINTS },
    ],
    checked: &[0, 1],
};
pub static GET_METRIC_STATISTICS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_STATISTICS_OUTPUT);

structure!(GetMetricStatisticsOutput = GET_METRIC_STATISTICS_OUTPUT { label, datapoints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStreamInput {
    pub name: String,
}

pub static GET_METRIC_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "GetMetricStreamInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &METRIC_STREAM_NAME },
    ],
    checked: &[0],
};
pub static GET_METRIC_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_STREAM_INPUT);

structure!(GetMetricStreamInput = GET_METRIC_STREAM_INPUT { name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricStreamOutput {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub include_filters: Option<Vec<MetricStreamFilter>>,
    pub exclude_filters: Option<Vec<MetricStreamFilter>>,
    pub firehose_arn: Option<String>,
    pub role_arn: Option<String>,
    pub state: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub last_update_date: Option<Timestamp>,
    pub output_format: Option<MetricStreamOutputFormat>,
    pub statistics_configurations: Option<Vec<MetricStreamStatisticsConfiguration>>,
    pub include_linked_accounts_metrics: Option<bool>,
}

pub static GET_METRIC_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "GetMetricStreamOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Arn", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "Name", required: false, shape: &METRIC_STREAM_NAME },
        schema::Member { name: "IncludeFilters", required: false, shape: &METRIC_STREAM_FILTERS },
        schema::Member { name: "ExcludeFilters", required: false, shape: &METRIC_STREAM_FILTERS },
        schema::Member { name: "FirehoseArn", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "RoleArn", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "State", required: false, shape: &METRIC_STREAM_STATE },
        schema::Member { name: "CreationDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "LastUpdateDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "OutputFormat", required: false, shape: &METRIC_STREAM_OUTPUT_FORMAT },
        schema::Member { name: "StatisticsConfigurations", required: false, shape: &METRIC_STREAM_STATISTICS_CONFIGURATIONS },
        schema::Member { name: "IncludeLinkedAccountsMetrics", required: false, shape: &INCLUDE_LINKED_ACCOUNTS_METRICS },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static GET_METRIC_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_STREAM_OUTPUT);

structure!(GetMetricStreamOutput = GET_METRIC_STREAM_OUTPUT { arn, name, include_filters, exclude_filters, firehose_arn, role_arn, state, creation_date, last_update_date, output_format, statistics_configurations, include_linked_accounts_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricWidgetImageInput {
    pub metric_widget: String,
    pub output_format: Option<String>,
}

pub static GET_METRIC_WIDGET_IMAGE_INPUT: schema::Structure = schema::Structure {
    name: "GetMetricWidgetImageInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricWidget", required: true, shape: &METRIC_WIDGET },
        schema::Member { name: "OutputFormat", required: false, shape: &OUTPUT_FORMAT },
    ],
    checked: &[0, 1],
};
pub static GET_METRIC_WIDGET_IMAGE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_WIDGET_IMAGE_INPUT);

structure!(GetMetricWidgetImageInput = GET_METRIC_WIDGET_IMAGE_INPUT { metric_widget, output_format });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMetricWidgetImageOutput {
    pub metric_widget_image: Option<Bytes>,
}

pub static GET_METRIC_WIDGET_IMAGE_OUTPUT: schema::Structure = schema::Structure {
    name: "GetMetricWidgetImageOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricWidgetImage", required: false, shape: &METRIC_WIDGET_IMAGE },
    ],
    checked: &[0],
};
pub static GET_METRIC_WIDGET_IMAGE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_METRIC_WIDGET_IMAGE_OUTPUT);

structure!(GetMetricWidgetImageOutput = GET_METRIC_WIDGET_IMAGE_OUTPUT { metric_widget_image });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetOTelEnrichmentInput {
}

pub static GET_O_TEL_ENRICHMENT_INPUT: schema::Structure = schema::Structure {
    name: "GetOTelEnrichmentInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static GET_O_TEL_ENRICHMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_O_TEL_ENRICHMENT_INPUT);

structure!(GetOTelEnrichmentInput = GET_O_TEL_ENRICHMENT_INPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetOTelEnrichmentOutput {
    pub status: OTelEnrichmentStatus,
    pub include_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub exclude_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

pub static GET_O_TEL_ENRICHMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "GetOTelEnrichmentOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Status", required: true, shape: &O_TEL_ENRICHMENT_STATUS },
        schema::Member { name: "IncludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "ExcludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "CreatedAt", required: false, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static GET_O_TEL_ENRICHMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_O_TEL_ENRICHMENT_OUTPUT);

structure!(GetOTelEnrichmentOutput = GET_O_TEL_ENRICHMENT_OUTPUT { status, include_filters, exclude_filters, created_at, updated_at });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourceMetricsConfigurationInput {
    pub resource_arn: String,
}

pub static GET_RESOURCE_METRICS_CONFIGURATION_INPUT: schema::Structure = schema::Structure {
    name: "GetResourceMetricsConfigurationInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN },
    ],
    checked: &[0],
};
pub static GET_RESOURCE_METRICS_CONFIGURATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_METRICS_CONFIGURATION_INPUT);

structure!(GetResourceMetricsConfigurationInput = GET_RESOURCE_METRICS_CONFIGURATION_INPUT { resource_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourceMetricsConfigurationOutput {
    pub resource_metrics_configuration: ResourceMetricsConfiguration,
}

pub static GET_RESOURCE_METRICS_CONFIGURATION_OUTPUT: schema::Structure = schema::Structure {
    name: "GetResourceMetricsConfigurationOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceMetricsConfiguration", required: true, shape: &RESOURCE_METRICS_CONFIGURATION_SHAPE },
    ],
    checked: &[0],
};
pub static GET_RESOURCE_METRICS_CONFIGURATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_METRICS_CONFIGURATION_OUTPUT);

structure!(GetResourceMetricsConfigurationOutput = GET_RESOURCE_METRICS_CONFIGURATION_OUTPUT { resource_metrics_configuration });

pub static HISTORY_DATA: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(4095) }, pattern: None, values: &[] });

open_enum!(HistoryItemType {
    ConfigurationUpdate = "ConfigurationUpdate",
    StateUpdate = "StateUpdate",
    Action = "Action",
    AlarmContributorStateUpdate = "AlarmContributorStateUpdate",
    AlarmContributorAction = "AlarmContributorAction",
});

pub static HISTORY_ITEM_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction"] });

pub static HISTORY_SUMMARY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static INCLUDE_LINKED_ACCOUNTS: schema::Shape = schema::Shape::Boolean;

pub static INCLUDE_LINKED_ACCOUNTS_METRICS: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InsightRule {
    pub name: String,
    pub state: String,
    pub schema: String,
    pub definition: String,
    pub managed_rule: Option<bool>,
    pub apply_on_transformed_logs: Option<bool>,
}

pub static INSIGHT_RULE: schema::Structure = schema::Structure {
    name: "InsightRule",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &INSIGHT_RULE_NAME },
        schema::Member { name: "State", required: true, shape: &INSIGHT_RULE_STATE },
        schema::Member { name: "Schema", required: true, shape: &INSIGHT_RULE_SCHEMA },
        schema::Member { name: "Definition", required: true, shape: &INSIGHT_RULE_DEFINITION },
        schema::Member { name: "ManagedRule", required: false, shape: &INSIGHT_RULE_IS_MANAGED },
        schema::Member { name: "ApplyOnTransformedLogs", required: false, shape: &INSIGHT_RULE_ON_TRANSFORMED_LOGS },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static INSIGHT_RULE_SHAPE: schema::Shape = schema::Shape::Structure(&INSIGHT_RULE);

structure!(InsightRule = INSIGHT_RULE { name, state, schema, definition, managed_rule, apply_on_transformed_logs });

pub static INSIGHT_RULE_AGGREGATION_STATISTIC: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InsightRuleContributor {
    pub keys: Vec<String>,
    pub approximate_aggregate_value: f64,
    pub datapoints: Vec<InsightRuleContributorDatapoint>,
}

pub static INSIGHT_RULE_CONTRIBUTOR: schema::Structure = schema::Structure {
    name: "InsightRuleContributor",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Keys", required: true, shape: &INSIGHT_RULE_CONTRIBUTOR_KEYS },
        schema::Member { name: "ApproximateAggregateValue", required: true, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "Datapoints", required: true, shape: &INSIGHT_RULE_CONTRIBUTOR_DATAPOINTS },
    ],
    checked: &[0, 1, 2],
};
pub static INSIGHT_RULE_CONTRIBUTOR_SHAPE: schema::Shape = schema::Shape::Structure(&INSIGHT_RULE_CONTRIBUTOR);

structure!(InsightRuleContributor = INSIGHT_RULE_CONTRIBUTOR { keys, approximate_aggregate_value, datapoints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InsightRuleContributorDatapoint {
    pub timestamp: Timestamp,
    pub approximate_value: f64,
}

pub static INSIGHT_RULE_CONTRIBUTOR_DATAPOINT: schema::Structure = schema::Structure {
    name: "InsightRuleContributorDatapoint",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Timestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "ApproximateValue", required: true, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
    ],
    checked: &[0, 1],
};
pub static INSIGHT_RULE_CONTRIBUTOR_DATAPOINT_SHAPE: schema::Shape = schema::Shape::Structure(&INSIGHT_RULE_CONTRIBUTOR_DATAPOINT);

structure!(InsightRuleContributorDatapoint = INSIGHT_RULE_CONTRIBUTOR_DATAPOINT { timestamp, approximate_value });

pub static INSIGHT_RULE_CONTRIBUTOR_DATAPOINTS: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_CONTRIBUTOR_DATAPOINT_SHAPE, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_CONTRIBUTOR_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static INSIGHT_RULE_CONTRIBUTOR_KEY_LABEL: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static INSIGHT_RULE_CONTRIBUTOR_KEY_LABELS: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_CONTRIBUTOR_KEY_LABEL, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_CONTRIBUTOR_KEYS: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_CONTRIBUTOR_KEY, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_CONTRIBUTORS: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_CONTRIBUTOR_SHAPE, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_DEFINITION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(8192) }, pattern: Some(schema::Pattern { text: "[\\x00-\\x7F]+", matcher: "[\\x00-\\x7F]+" }), values: &[] });

pub static INSIGHT_RULE_IS_MANAGED: schema::Shape = schema::Shape::Boolean;

pub static INSIGHT_RULE_MAX_RESULTS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(500) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InsightRuleMetricDatapoint {
    pub timestamp: Timestamp,
    pub unique_contributors: Option<f64>,
    pub max_contributor_value: Option<f64>,
    pub sample_count: Option<f64>,
    pub average: Option<f64>,
    pub sum: Option<f64>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
}

pub static INSIGHT_RULE_METRIC_DATAPOINT: schema::Structure = schema::Structure {
    name: "InsightRuleMetricDatapoint",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Timestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "UniqueContributors", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "MaxContributorValue", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "SampleCount", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "Average", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "Sum", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "Minimum", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
        schema::Member { name: "Maximum", required: false, shape: &INSIGHT_RULE_UNBOUND_DOUBLE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static INSIGHT_RULE_METRIC_DATAPOINT_SHAPE: schema::Shape = schema::Shape::Structure(&INSIGHT_RULE_METRIC_DATAPOINT);

structure!(InsightRuleMetricDatapoint = INSIGHT_RULE_METRIC_DATAPOINT { timestamp, unique_contributors, max_contributor_value, sample_count, average, sum, minimum, maximum });

pub static INSIGHT_RULE_METRIC_DATAPOINTS: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_METRIC_DATAPOINT_SHAPE, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_METRIC_LIST: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_METRIC_NAME, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_METRIC_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(32) }, pattern: Some(schema::Pattern { text: "[\\x20-\\x7E]+", matcher: "[\\x20-\\x7E]+" }), values: &[] });

pub static INSIGHT_RULE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[\\x20-\\x7E]+", matcher: "[\\x20-\\x7E]+" }), values: &[] });

pub static INSIGHT_RULE_NAMES: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_NAME, length: schema::Length { min: None, max: None } };

pub static INSIGHT_RULE_ON_TRANSFORMED_LOGS: schema::Shape = schema::Shape::Boolean;

pub static INSIGHT_RULE_ORDER_BY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(32) }, pattern: Some(schema::Pattern { text: "[\\x20-\\x7E]+", matcher: "[\\x20-\\x7E]+" }), values: &[] });

pub static INSIGHT_RULE_SCHEMA: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static INSIGHT_RULE_STATE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(32) }, pattern: Some(schema::Pattern { text: "[\\x20-\\x7E]+", matcher: "[\\x20-\\x7E]+" }), values: &[] });

pub static INSIGHT_RULE_UNBOUND_DOUBLE: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

pub static INSIGHT_RULE_UNBOUND_INTEGER: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

pub static INSIGHT_RULE_UNBOUND_LONG: schema::Shape = schema::Shape::Long(schema::Range { min: None, max: None });

pub static INSIGHT_RULES: schema::Shape = schema::Shape::List { member: &INSIGHT_RULE_SHAPE, length: schema::Length { min: None, max: None } };

pub static KMS_KEY_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(20), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:[a-zA-Z0-9-]+:kms:[a-zA-Z0-9-]+:\\d{12}:key/[a-f0-9-]+", matcher: "arn:[a-zA-Z0-9-]+:kms:[a-zA-Z0-9-]+:\\d{12}:key/[a-f0-9-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelOptions {
    pub timezone: Option<String>,
}

pub static LABEL_OPTIONS: schema::Structure = schema::Structure {
    name: "LabelOptions",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Timezone", required: false, shape: &GET_METRIC_DATA_LABEL_TIMEZONE },
    ],
    checked: &[0],
};
pub static LABEL_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&LABEL_OPTIONS);

structure!(LabelOptions = LABEL_OPTIONS { timezone });

pub static LAST_MODIFIED: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAlarmMuteRulesInput {
    pub alarm_name: Option<String>,
    pub statuses: Option<Vec<AlarmMuteRuleStatus>>,
    pub max_records: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_ALARM_MUTE_RULES_INPUT: schema::Structure = schema::Structure {
    name: "ListAlarmMuteRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: false, shape: &NAME },
        schema::Member { name: "Statuses", required: false, shape: &ALARM_MUTE_RULE_STATUSES },
        schema::Member { name: "MaxRecords", required: false, shape: &MAX_RECORDS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1, 2, 3],
};
pub static LIST_ALARM_MUTE_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_ALARM_MUTE_RULES_INPUT);

structure!(ListAlarmMuteRulesInput = LIST_ALARM_MUTE_RULES_INPUT { alarm_name, statuses, max_records, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAlarmMuteRulesOutput {
    pub alarm_mute_rule_summaries: Option<Vec<AlarmMuteRuleSummary>>,
    pub next_token: Option<String>,
}

pub static LIST_ALARM_MUTE_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "ListAlarmMuteRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmMuteRuleSummaries", required: false, shape: &ALARM_MUTE_RULE_SUMMARIES },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_ALARM_MUTE_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_ALARM_MUTE_RULES_OUTPUT);

structure!(ListAlarmMuteRulesOutput = LIST_ALARM_MUTE_RULES_OUTPUT { alarm_mute_rule_summaries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDashboardsInput {
    pub dashboard_name_prefix: Option<String>,
    pub next_token: Option<String>,
}

pub static LIST_DASHBOARDS_INPUT: schema::Structure = schema::Structure {
    name: "ListDashboardsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardNamePrefix", required: false, shape: &DASHBOARD_NAME_PREFIX },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_DASHBOARDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_DASHBOARDS_INPUT);

structure!(ListDashboardsInput = LIST_DASHBOARDS_INPUT { dashboard_name_prefix, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDashboardsOutput {
    pub dashboard_entries: Option<Vec<DashboardEntry>>,
    pub next_token: Option<String>,
}

pub static LIST_DASHBOARDS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListDashboardsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardEntries", required: false, shape: &DASHBOARD_ENTRIES },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_DASHBOARDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_DASHBOARDS_OUTPUT);

structure!(ListDashboardsOutput = LIST_DASHBOARDS_OUTPUT { dashboard_entries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListManagedInsightRulesInput {
    pub resource_arn: String,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

pub static LIST_MANAGED_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "ListManagedInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "MaxResults", required: false, shape: &INSIGHT_RULE_MAX_RESULTS },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_MANAGED_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_MANAGED_INSIGHT_RULES_INPUT);

structure!(ListManagedInsightRulesInput = LIST_MANAGED_INSIGHT_RULES_INPUT { resource_arn, next_token, max_results });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListManagedInsightRulesOutput {
    pub managed_rules: Option<Vec<ManagedRuleDescription>>,
    pub next_token: Option<String>,
}

pub static LIST_MANAGED_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "ListManagedInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ManagedRules", required: false, shape: &MANAGED_RULE_DESCRIPTIONS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_MANAGED_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_MANAGED_INSIGHT_RULES_OUTPUT);

structure!(ListManagedInsightRulesOutput = LIST_MANAGED_INSIGHT_RULES_OUTPUT { managed_rules, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricDataQueryDefinitionsInput {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_METRIC_DATA_QUERY_DEFINITIONS_INPUT: schema::Structure = schema::Structure {
    name: "ListMetricDataQueryDefinitionsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MaxResults", required: false, shape: &MAX_RESULTS },
        schema::Member { name: "NextToken", required: false, shape: &METRIC_DATA_QUERY_DEFINITION_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_METRIC_DATA_QUERY_DEFINITIONS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRIC_DATA_QUERY_DEFINITIONS_INPUT);

structure!(ListMetricDataQueryDefinitionsInput = LIST_METRIC_DATA_QUERY_DEFINITIONS_INPUT { max_results, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricDataQueryDefinitionsOutput {
    pub items: Vec<MetricDataQueryDefinitionSummary>,
    pub next_token: Option<String>,
}

pub static LIST_METRIC_DATA_QUERY_DEFINITIONS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListMetricDataQueryDefinitionsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Items", required: true, shape: &METRIC_DATA_QUERY_DEFINITION_SUMMARIES },
        schema::Member { name: "NextToken", required: false, shape: &METRIC_DATA_QUERY_DEFINITION_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_METRIC_DATA_QUERY_DEFINITIONS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRIC_DATA_QUERY_DEFINITIONS_OUTPUT);

structure!(ListMetricDataQueryDefinitionsOutput = LIST_METRIC_DATA_QUERY_DEFINITIONS_OUTPUT { items, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricStreamsInput {
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

pub static LIST_METRIC_STREAMS_INPUT: schema::Structure = schema::Structure {
    name: "ListMetricStreamsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_METRIC_STREAMS_MAX_RESULTS },
    ],
    checked: &[0, 1],
};
pub static LIST_METRIC_STREAMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRIC_STREAMS_INPUT);

structure!(ListMetricStreamsInput = LIST_METRIC_STREAMS_INPUT { next_token, max_results });

pub static LIST_METRIC_STREAMS_MAX_RESULTS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(500) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricStreamsOutput {
    pub next_token: Option<String>,
    pub entries: Option<Vec<MetricStreamEntry>>,
}

pub static LIST_METRIC_STREAMS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListMetricStreamsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "Entries", required: false, shape: &METRIC_STREAM_ENTRIES },
    ],
    checked: &[0, 1],
};
pub static LIST_METRIC_STREAMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRIC_STREAMS_OUTPUT);

structure!(ListMetricStreamsOutput = LIST_METRIC_STREAMS_OUTPUT { next_token, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricsInput {
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<DimensionFilter>>,
    pub next_token: Option<String>,
    pub recently_active: Option<RecentlyActive>,
    pub include_linked_accounts: Option<bool>,
    pub owning_account: Option<String>,
}

pub static LIST_METRICS_INPUT: schema::Structure = schema::Structure {
    name: "ListMetricsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSION_FILTERS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "RecentlyActive", required: false, shape: &RECENTLY_ACTIVE },
        schema::Member { name: "IncludeLinkedAccounts", required: false, shape: &INCLUDE_LINKED_ACCOUNTS },
        schema::Member { name: "OwningAccount", required: false, shape: &ACCOUNT_ID },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static LIST_METRICS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRICS_INPUT);

structure!(ListMetricsInput = LIST_METRICS_INPUT { namespace, metric_name, dimensions, next_token, recently_active, include_linked_accounts, owning_account });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMetricsOutput {
    pub metrics: Option<Vec<Metric>>,
    pub next_token: Option<String>,
    pub owning_accounts: Option<Vec<String>>,
}

pub static LIST_METRICS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListMetricsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Metrics", required: false, shape: &METRICS },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "OwningAccounts", required: false, shape: &OWNING_ACCOUNTS },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_METRICS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_METRICS_OUTPUT);

structure!(ListMetricsOutput = LIST_METRICS_OUTPUT { metrics, next_token, owning_accounts });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceInput {
    pub resource_arn: String,
}

pub static LIST_TAGS_FOR_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "ListTagsForResourceInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &AMAZON_RESOURCE_NAME },
    ],
    checked: &[0],
};
pub static LIST_TAGS_FOR_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_RESOURCE_INPUT);

structure!(ListTagsForResourceInput = LIST_TAGS_FOR_RESOURCE_INPUT { resource_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceOutput {
    pub tags: Option<Vec<Tag>>,
}

pub static LIST_TAGS_FOR_RESOURCE_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTagsForResourceOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0],
};
pub static LIST_TAGS_FOR_RESOURCE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_RESOURCE_OUTPUT);

structure!(ListTagsForResourceOutput = LIST_TAGS_FOR_RESOURCE_OUTPUT { tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogAlarm {
    pub alarm_name: Option<String>,
    pub alarm_arn: Option<String>,
    pub alarm_description: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub state_value: Option<StateValue>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<Timestamp>,
    pub scheduled_query_configuration: Option<ScheduledQueryConfiguration>,
    pub query_results_to_evaluate: Option<i32>,
    pub query_results_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<ComparisonOperator>,
    pub treat_missing_data: Option<String>,
    pub state_transitioned_timestamp: Option<Timestamp>,
    pub evaluation_state: Option<EvaluationState>,
    pub action_log_line_count: Option<i32>,
    pub action_log_line_role_arn: Option<String>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static LOG_ALARM: schema::Structure = schema::Structure {
    name: "LogAlarm",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "AlarmArn", required: false, shape: &ALARM_ARN },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "AlarmConfigurationUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "StateValue", required: false, shape: &STATE_VALUE },
        schema::Member { name: "StateReason", required: false, shape: &STATE_REASON },
        schema::Member { name: "StateReasonData", required: false, shape: &STATE_REASON_DATA },
        schema::Member { name: "StateUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ScheduledQueryConfiguration", required: false, shape: &SCHEDULED_QUERY_CONFIGURATION_SHAPE },
        schema::Member { name: "QueryResultsToEvaluate", required: false, shape: &QUERY_RESULTS_TO_EVALUATE },
        schema::Member { name: "QueryResultsToAlarm", required: false, shape: &QUERY_RESULTS_TO_ALARM },
        schema::Member { name: "Threshold", required: false, shape: &THRESHOLD },
        schema::Member { name: "ComparisonOperator", required: false, shape: &COMPARISON_OPERATOR },
        schema::Member { name: "TreatMissingData", required: false, shape: &TREAT_MISSING_DATA },
        schema::Member { name: "StateTransitionedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "EvaluationState", required: false, shape: &EVALUATION_STATE },
        schema::Member { name: "ActionLogLineCount", required: false, shape: &ACTION_LOG_LINE_COUNT },
        schema::Member { name: "ActionLogLineRoleArn", required: false, shape: &ACTION_LOG_LINE_ROLE_ARN },
        schema::Member { name: "WarmUpConfiguration", required: false, shape: &WARM_UP_CONFIGURATION_SHAPE },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
};
pub static LOG_ALARM_SHAPE: schema::Shape = schema::Shape::Structure(&LOG_ALARM);

structure!(LogAlarm = LOG_ALARM { alarm_name, alarm_arn, alarm_description, alarm_configuration_updated_timestamp, actions_enabled, ok_actions, alarm_actions, insufficient_data_actions, state_value, state_reason, state_reason_data, state_updated_timestamp, scheduled_query_configuration, query_results_to_evaluate, query_results_to_alarm, threshold, comparison_operator, treat_missing_data, state_transitioned_timestamp, evaluation_state, action_log_line_count, action_log_line_role_arn, warm_up_configuration, action_configuration });

pub static LOG_ALARMS: schema::Shape = schema::Shape::List { member: &LOG_ALARM_SHAPE, length: schema::Length { min: None, max: None } };

pub static LOG_GROUP_IDENTIFIERS: schema::Shape = schema::Shape::List { member: &AMAZON_RESOURCE_NAME, length: schema::Length { min: Some(1), max: Some(50) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedRule {
    pub template_name: String,
    pub resource_arn: String,
    pub tags: Option<Vec<Tag>>,
}

pub static MANAGED_RULE: schema::Structure = schema::Structure {
    name: "ManagedRule",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "TemplateName", required: true, shape: &TEMPLATE_NAME },
        schema::Member { name: "ResourceARN", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static MANAGED_RULE_SHAPE: schema::Shape = schema::Shape::Structure(&MANAGED_RULE);

structure!(ManagedRule = MANAGED_RULE { template_name, resource_arn, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedRuleDescription {
    pub template_name: Option<String>,
    pub resource_arn: Option<String>,
    pub rule_state: Option<ManagedRuleState>,
}

pub static MANAGED_RULE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ManagedRuleDescription",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "TemplateName", required: false, shape: &TEMPLATE_NAME },
        schema::Member { name: "ResourceARN", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "RuleState", required: false, shape: &MANAGED_RULE_STATE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static MANAGED_RULE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&MANAGED_RULE_DESCRIPTION);

structure!(ManagedRuleDescription = MANAGED_RULE_DESCRIPTION { template_name, resource_arn, rule_state });

pub static MANAGED_RULE_DESCRIPTIONS: schema::Shape = schema::Shape::List { member: &MANAGED_RULE_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedRuleState {
    pub rule_name: String,
    pub state: String,
}

pub static MANAGED_RULE_STATE: schema::Structure = schema::Structure {
    name: "ManagedRuleState",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleName", required: true, shape: &INSIGHT_RULE_NAME },
        schema::Member { name: "State", required: true, shape: &INSIGHT_RULE_STATE },
    ],
    checked: &[0, 1],
};
pub static MANAGED_RULE_STATE_SHAPE: schema::Shape = schema::Shape::Structure(&MANAGED_RULE_STATE);

structure!(ManagedRuleState = MANAGED_RULE_STATE { rule_name, state });

pub static MANAGED_RULES: schema::Shape = schema::Shape::List { member: &MANAGED_RULE_SHAPE, length: schema::Length { min: None, max: None } };

pub static MAX_RECORDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static MAX_RESULTS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static MAX_RETURNED_RESULTS_COUNT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageData {
    pub code: Option<String>,
    pub value: Option<String>,
}

pub static MESSAGE_DATA: schema::Structure = schema::Structure {
    name: "MessageData",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Code", required: false, shape: &MESSAGE_DATA_CODE },
        schema::Member { name: "Value", required: false, shape: &MESSAGE_DATA_VALUE },
    ],
    checked: &[0, 1],
};
pub static MESSAGE_DATA_SHAPE: schema::Shape = schema::Shape::Structure(&MESSAGE_DATA);

structure!(MessageData = MESSAGE_DATA { code, value });

pub static MESSAGE_DATA_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static MESSAGE_DATA_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metric {
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
}

pub static METRIC: schema::Structure = schema::Structure {
    name: "Metric",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
    ],
    checked: &[0, 1, 2],
};
pub static METRIC_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC);

structure!(Metric = METRIC { namespace, metric_name, dimensions });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricAlarm {
    pub alarm_name: Option<String>,
    pub alarm_arn: Option<String>,
    pub alarm_description: Option<String>,
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub state_value: Option<StateValue>,
    pub state_reason: Option<String>,
    pub state_reason_data: Option<String>,
    pub state_updated_timestamp: Option<Timestamp>,
    pub metric_name: Option<String>,
    pub namespace: Option<String>,
    pub statistic: Option<Statistic>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<StandardUnit>,
    pub evaluation_periods: Option<i32>,
    pub datapoints_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<ComparisonOperator>,
    pub treat_missing_data: Option<String>,
    pub evaluate_low_sample_count_percentile: Option<String>,
    pub metrics: Option<Vec<MetricDataQuery>>,
    pub threshold_metric_id: Option<String>,
    pub evaluation_state: Option<EvaluationState>,
    pub state_transitioned_timestamp: Option<Timestamp>,
    pub evaluation_window: Option<EvaluationWindow>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub evaluation_criteria: Option<EvaluationCriteria>,
    pub evaluation_interval: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static METRIC_ALARM: schema::Structure = schema::Structure {
    name: "MetricAlarm",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: false, shape: &ALARM_NAME },
        schema::Member { name: "AlarmArn", required: false, shape: &ALARM_ARN },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "AlarmConfigurationUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "StateValue", required: false, shape: &STATE_VALUE },
        schema::Member { name: "StateReason", required: false, shape: &STATE_REASON },
        schema::Member { name: "StateReasonData", required: false, shape: &STATE_REASON_DATA },
        schema::Member { name: "StateUpdatedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "Statistic", required: false, shape: &STATISTIC },
        schema::Member { name: "ExtendedStatistic", required: false, shape: &EXTENDED_STATISTIC },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Period", required: false, shape: &PERIOD },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
        schema::Member { name: "EvaluationPeriods", required: false, shape: &EVALUATION_PERIODS },
        schema::Member { name: "DatapointsToAlarm", required: false, shape: &DATAPOINTS_TO_ALARM },
        schema::Member { name: "Threshold", required: false, shape: &THRESHOLD },
        schema::Member { name: "ComparisonOperator", required: false, shape: &COMPARISON_OPERATOR },
        schema::Member { name: "TreatMissingData", required: false, shape: &TREAT_MISSING_DATA },
        schema::Member { name: "EvaluateLowSampleCountPercentile", required: false, shape: &EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE },
        schema::Member { name: "Metrics", required: false, shape: &METRIC_DATA_QUERIES },
        schema::Member { name: "ThresholdMetricId", required: false, shape: &METRIC_ID },
        schema::Member { name: "EvaluationState", required: false, shape: &EVALUATION_STATE },
        schema::Member { name: "StateTransitionedTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "EvaluationWindow", required: false, shape: &EVALUATION_WINDOW_SHAPE },
        schema::Member { name: "WarmUpConfiguration", required: false, shape: &WARM_UP_CONFIGURATION_SHAPE },
        schema::Member { name: "EvaluationCriteria", required: false, shape: &EVALUATION_CRITERIA_SHAPE },
        schema::Member { name: "EvaluationInterval", required: false, shape: &EVALUATION_INTERVAL },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33],
};
pub static METRIC_ALARM_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_ALARM);

structure!(MetricAlarm = METRIC_ALARM { alarm_name, alarm_arn, alarm_description, alarm_configuration_updated_timestamp, actions_enabled, ok_actions, alarm_actions, insufficient_data_actions, state_value, state_reason, state_reason_data, state_updated_timestamp, metric_name, namespace, statistic, extended_statistic, dimensions, period, unit, evaluation_periods, datapoints_to_alarm, threshold, comparison_operator, treat_missing_data, evaluate_low_sample_count_percentile, metrics, threshold_metric_id, evaluation_state, state_transitioned_timestamp, evaluation_window, warm_up_configuration, evaluation_criteria, evaluation_interval, action_configuration });

pub static METRIC_ALARMS: schema::Shape = schema::Shape::List { member: &METRIC_ALARM_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricCharacteristics {
    pub periodic_spikes: Option<bool>,
}

pub static METRIC_CHARACTERISTICS: schema::Structure = schema::Structure {
    name: "MetricCharacteristics",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "PeriodicSpikes", required: false, shape: &PERIODIC_SPIKES },
    ],
    checked: &[0],
};
pub static METRIC_CHARACTERISTICS_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_CHARACTERISTICS);

structure!(MetricCharacteristics = METRIC_CHARACTERISTICS { periodic_spikes });

pub static METRIC_DATA: schema::Shape = schema::Shape::List { member: &METRIC_DATUM_SHAPE, length: schema::Length { min: None, max: None } };

pub static METRIC_DATA_QUERIES: schema::Shape = schema::Shape::List { member: &METRIC_DATA_QUERY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDataQuery {
    pub id: String,
    pub metric_stat: Option<MetricStat>,
    pub expression: Option<String>,
    pub label: Option<String>,
    pub return_data: Option<bool>,
    pub period: Option<i32>,
    pub account_id: Option<String>,
}

pub static METRIC_DATA_QUERY: schema::Structure = schema::Structure {
    name: "MetricDataQuery",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &METRIC_ID },
        schema::Member { name: "MetricStat", required: false, shape: &METRIC_STAT_SHAPE },
        schema::Member { name: "Expression", required: false, shape: &METRIC_EXPRESSION },
        schema::Member { name: "Label", required: false, shape: &METRIC_LABEL },
        schema::Member { name: "ReturnData", required: false, shape: &RETURN_DATA },
        schema::Member { name: "Period", required: false, shape: &PERIOD },
        schema::Member { name: "AccountId", required: false, shape: &ACCOUNT_ID },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static METRIC_DATA_QUERY_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_DATA_QUERY);

structure!(MetricDataQuery = METRIC_DATA_QUERY { id, metric_stat, expression, label, return_data, period, account_id });

pub static METRIC_DATA_QUERY_DEFINITION_NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: Some(schema::Pattern { text: "[A-Za-z0-9_-]+", matcher: "[A-Za-z0-9_-]+" }), values: &[] });

pub static METRIC_DATA_QUERY_DEFINITION_SUMMARIES: schema::Shape = schema::Shape::List { member: &METRIC_DATA_QUERY_DEFINITION_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDataQueryDefinitionSummary {
    pub id: String,
    pub path: String,
    pub r#type: QueryType,
    pub updated_at: Option<Timestamp>,
}

pub static METRIC_DATA_QUERY_DEFINITION_SUMMARY: schema::Structure = schema::Structure {
    name: "MetricDataQueryDefinitionSummary",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &DEFINITION_ID },
        schema::Member { name: "Path", required: true, shape: &DEFINITION_PATH },
        schema::Member { name: "Type", required: true, shape: &QUERY_TYPE },
        schema::Member { name: "UpdatedAt", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static METRIC_DATA_QUERY_DEFINITION_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_DATA_QUERY_DEFINITION_SUMMARY);

structure!(MetricDataQueryDefinitionSummary = METRIC_DATA_QUERY_DEFINITION_SUMMARY { id, path, r#type, updated_at });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDataResult {
    pub id: Option<String>,
    pub label: Option<String>,
    pub timestamps: Option<Vec<Timestamp>>,
    pub values: Option<Vec<f64>>,
    pub status_code: Option<StatusCode>,
    pub messages: Option<Vec<MessageData>>,
}

pub static METRIC_DATA_RESULT: schema::Structure = schema::Structure {
    name: "MetricDataResult",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: false, shape: &METRIC_ID },
        schema::Member { name: "Label", required: false, shape: &METRIC_LABEL },
        schema::Member { name: "Timestamps", required: false, shape: &TIMESTAMPS },
        schema::Member { name: "Values", required: false, shape: &DATAPOINT_VALUES },
        schema::Member { name: "StatusCode", required: false, shape: &STATUS_CODE },
        schema::Member { name: "Messages", required: false, shape: &METRIC_DATA_RESULT_MESSAGES },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static METRIC_DATA_RESULT_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_DATA_RESULT);

structure!(MetricDataResult = METRIC_DATA_RESULT { id, label, timestamps, values, status_code, messages });

pub static METRIC_DATA_RESULT_MESSAGES: schema::Shape = schema::Shape::List { member: &MESSAGE_DATA_SHAPE, length: schema::Length { min: None, max: None } };

pub static METRIC_DATA_RESULTS: schema::Shape = schema::Shape::List { member: &METRIC_DATA_RESULT_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricDatum {
    pub metric_name: String,
    pub dimensions: Option<Vec<Dimension>>,
    pub timestamp: Option<Timestamp>,
    pub value: Option<f64>,
    pub statistic_values: Option<StatisticSet>,
    pub values: Option<Vec<f64>>,
    pub counts: Option<Vec<f64>>,
    pub unit: Option<StandardUnit>,
    pub storage_resolution: Option<i32>,
}

pub static METRIC_DATUM: schema::Structure = schema::Structure {
    name: "MetricDatum",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricName", required: true, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Value", required: false, shape: &DATAPOINT_VALUE },
        schema::Member { name: "StatisticValues", required: false, shape: &STATISTIC_SET_SHAPE },
        schema::Member { name: "Values", required: false, shape: &VALUES },
        schema::Member { name: "Counts", required: false, shape: &COUNTS },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
        schema::Member { name: "StorageResolution", required: false, shape: &STORAGE_RESOLUTION },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static METRIC_DATUM_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_DATUM);

structure!(MetricDatum = METRIC_DATUM { metric_name, dimensions, timestamp, value, statistic_values, values, counts, unit, storage_resolution });

pub static METRIC_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

pub static METRIC_EXPRESSION_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(65536) }, pattern: None, values: &[] });

pub static METRIC_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static METRIC_LABEL: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricMathAnomalyDetector {
    pub metric_data_queries: Option<Vec<MetricDataQuery>>,
}

pub static METRIC_MATH_ANOMALY_DETECTOR: schema::Structure = schema::Structure {
    name: "MetricMathAnomalyDetector",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "MetricDataQueries", required: false, shape: &METRIC_DATA_QUERIES },
    ],
    checked: &[0],
};
pub static METRIC_MATH_ANOMALY_DETECTOR_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_MATH_ANOMALY_DETECTOR);

structure!(MetricMathAnomalyDetector = METRIC_MATH_ANOMALY_DETECTOR { metric_data_queries });

pub static METRIC_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static METRIC_NAME_LIST: schema::Shape = schema::Shape::List { member: &METRIC_NAME, length: schema::Length { min: Some(1), max: Some(500) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStat {
    pub metric: Metric,
    pub period: i32,
    pub stat: String,
    pub unit: Option<StandardUnit>,
}

pub static METRIC_STAT: schema::Structure = schema::Structure {
    name: "MetricStat",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Metric", required: true, shape: &METRIC_SHAPE },
        schema::Member { name: "Period", required: true, shape: &PERIOD },
        schema::Member { name: "Stat", required: true, shape: &STAT },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static METRIC_STAT_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_STAT);

structure!(MetricStat = METRIC_STAT { metric, period, stat, unit });

pub static METRIC_STREAM_ENTRIES: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStreamEntry {
    pub arn: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub last_update_date: Option<Timestamp>,
    pub name: Option<String>,
    pub firehose_arn: Option<String>,
    pub state: Option<String>,
    pub output_format: Option<MetricStreamOutputFormat>,
}

pub static METRIC_STREAM_ENTRY: schema::Structure = schema::Structure {
    name: "MetricStreamEntry",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Arn", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "CreationDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "LastUpdateDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Name", required: false, shape: &METRIC_STREAM_NAME },
        schema::Member { name: "FirehoseArn", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "State", required: false, shape: &METRIC_STREAM_STATE },
        schema::Member { name: "OutputFormat", required: false, shape: &METRIC_STREAM_OUTPUT_FORMAT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static METRIC_STREAM_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_STREAM_ENTRY);

structure!(MetricStreamEntry = METRIC_STREAM_ENTRY { arn, creation_date, last_update_date, name, firehose_arn, state, output_format });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStreamFilter {
    pub namespace: Option<String>,
    pub metric_names: Option<Vec<String>>,
}

pub static METRIC_STREAM_FILTER: schema::Structure = schema::Structure {
    name: "MetricStreamFilter",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricNames", required: false, shape: &METRIC_STREAM_FILTER_METRIC_NAMES },
    ],
    checked: &[0, 1],
};
pub static METRIC_STREAM_FILTER_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_STREAM_FILTER);

structure!(MetricStreamFilter = METRIC_STREAM_FILTER { namespace, metric_names });

pub static METRIC_STREAM_FILTER_METRIC_NAMES: schema::Shape = schema::Shape::List { member: &METRIC_NAME, length: schema::Length { min: None, max: None } };

pub static METRIC_STREAM_FILTERS: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_FILTER_SHAPE, length: schema::Length { min: None, max: None } };

pub static METRIC_STREAM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static METRIC_STREAM_NAMES: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_NAME, length: schema::Length { min: None, max: None } };

open_enum!(MetricStreamOutputFormat {
    Json = "json",
    Opentelemetry0_7 = "opentelemetry0.7",
    Opentelemetry1_0 = "opentelemetry1.0",
});

pub static METRIC_STREAM_OUTPUT_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &["json", "opentelemetry0.7", "opentelemetry1.0"] });

pub static METRIC_STREAM_STATE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static METRIC_STREAM_STATISTIC: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static METRIC_STREAM_STATISTICS_ADDITIONAL_STATISTICS: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_STATISTIC, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStreamStatisticsConfiguration {
    pub include_metrics: Vec<MetricStreamStatisticsMetric>,
    pub additional_statistics: Vec<String>,
}

pub static METRIC_STREAM_STATISTICS_CONFIGURATION: schema::Structure = schema::Structure {
    name: "MetricStreamStatisticsConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeMetrics", required: true, shape: &METRIC_STREAM_STATISTICS_INCLUDE_METRICS },
        schema::Member { name: "AdditionalStatistics", required: true, shape: &METRIC_STREAM_STATISTICS_ADDITIONAL_STATISTICS },
    ],
    checked: &[0, 1],
};
pub static METRIC_STREAM_STATISTICS_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_STREAM_STATISTICS_CONFIGURATION);

structure!(MetricStreamStatisticsConfiguration = METRIC_STREAM_STATISTICS_CONFIGURATION { include_metrics, additional_statistics });

pub static METRIC_STREAM_STATISTICS_CONFIGURATIONS: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_STATISTICS_CONFIGURATION_SHAPE, length: schema::Length { min: None, max: None } };

pub static METRIC_STREAM_STATISTICS_INCLUDE_METRICS: schema::Shape = schema::Shape::List { member: &METRIC_STREAM_STATISTICS_METRIC_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricStreamStatisticsMetric {
    pub namespace: String,
    pub metric_name: String,
}

pub static METRIC_STREAM_STATISTICS_METRIC: schema::Structure = schema::Structure {
    name: "MetricStreamStatisticsMetric",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: true, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: true, shape: &METRIC_NAME },
    ],
    checked: &[0, 1],
};
pub static METRIC_STREAM_STATISTICS_METRIC_SHAPE: schema::Shape = schema::Shape::Structure(&METRIC_STREAM_STATISTICS_METRIC);

structure!(MetricStreamStatisticsMetric = METRIC_STREAM_STATISTICS_METRIC { namespace, metric_name });

pub static METRIC_WIDGET: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static METRIC_WIDGET_IMAGE: schema::Shape = schema::Shape::Blob(schema::Length { min: None, max: None });

pub static METRICS: schema::Shape = schema::Shape::List { member: &METRIC_SHAPE, length: schema::Length { min: None, max: None } };

pub static MUTE_TARGET_ALARM_NAME_LIST: schema::Shape = schema::Shape::List { member: &NAME, length: schema::Length { min: None, max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MuteTargets {
    pub alarm_names: Vec<String>,
}

pub static MUTE_TARGETS: schema::Structure = schema::Structure {
    name: "MuteTargets",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmNames", required: true, shape: &MUTE_TARGET_ALARM_NAME_LIST },
    ],
    checked: &[0],
};
pub static MUTE_TARGETS_SHAPE: schema::Shape = schema::Shape::Structure(&MUTE_TARGETS);

structure!(MuteTargets = MUTE_TARGETS { alarm_names });

pub static MUTE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static NAMESPACE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[^:].*", matcher: "[^:].*" }), values: &[] });

pub static NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static O_TEL_ENRICHMENT_METRIC_NAME_LIST: schema::Shape = schema::Shape::List { member: &METRIC_NAME, length: schema::Length { min: Some(0), max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OTelEnrichmentMetricSelector {
    pub namespace: String,
    pub metric_names: Option<Vec<String>>,
}

pub static O_TEL_ENRICHMENT_METRIC_SELECTOR: schema::Structure = schema::Structure {
    name: "OTelEnrichmentMetricSelector",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: true, shape: &NAMESPACE },
        schema::Member { name: "MetricNames", required: false, shape: &O_TEL_ENRICHMENT_METRIC_NAME_LIST },
    ],
    checked: &[0, 1],
};
pub static O_TEL_ENRICHMENT_METRIC_SELECTOR_SHAPE: schema::Shape = schema::Shape::Structure(&O_TEL_ENRICHMENT_METRIC_SELECTOR);

structure!(OTelEnrichmentMetricSelector = O_TEL_ENRICHMENT_METRIC_SELECTOR { namespace, metric_names });

pub static O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST: schema::Shape = schema::Shape::List { member: &O_TEL_ENRICHMENT_METRIC_SELECTOR_SHAPE, length: schema::Length { min: Some(0), max: Some(100) } };

open_enum!(OTelEnrichmentStatus {
    Running = "Running",
    Stopped = "Stopped",
});

pub static O_TEL_ENRICHMENT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Running", "Stopped"] });

pub static ONLY_START_EVALUATING_AFTER_WARM_UP_PERIOD_ENDS: schema::Shape = schema::Shape::Boolean;

pub static OUTPUT_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static OWNING_ACCOUNTS: schema::Shape = schema::Shape::List { member: &ACCOUNT_ID, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartialFailure {
    pub failure_resource: Option<String>,
    pub exception_type: Option<String>,
    pub failure_code: Option<String>,
    pub failure_description: Option<String>,
}

pub static PARTIAL_FAILURE: schema::Structure = schema::Structure {
    name: "PartialFailure",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "FailureResource", required: false, shape: &FAILURE_RESOURCE },
        schema::Member { name: "ExceptionType", required: false, shape: &EXCEPTION_TYPE },
        schema::Member { name: "FailureCode", required: false, shape: &FAILURE_CODE },
        schema::Member { name: "FailureDescription", required: false, shape: &FAILURE_DESCRIPTION },
    ],
    checked: &[0, 1, 2, 3],
};
pub static PARTIAL_FAILURE_SHAPE: schema::Shape = schema::Shape::Structure(&PARTIAL_FAILURE);

structure!(PartialFailure = PARTIAL_FAILURE { failure_resource, exception_type, failure_code, failure_description });

pub static PENDING_PERIOD: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(86400) });

pub static PERIOD: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static PERIODIC_SPIKES: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutAlarmMuteRuleInput {
    pub name: String,
    pub description: Option<String>,
    pub rule: Rule,
    pub mute_targets: Option<MuteTargets>,
    pub tags: Option<Vec<Tag>>,
    pub start_date: Option<Timestamp>,
    pub expire_date: Option<Timestamp>,
}

pub static PUT_ALARM_MUTE_RULE_INPUT: schema::Structure = schema::Structure {
    name: "PutAlarmMuteRuleInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &NAME },
        schema::Member { name: "Description", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "Rule", required: true, shape: &RULE_SHAPE },
        schema::Member { name: "MuteTargets", required: false, shape: &MUTE_TARGETS_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "StartDate", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ExpireDate", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static PUT_ALARM_MUTE_RULE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_ALARM_MUTE_RULE_INPUT);

structure!(PutAlarmMuteRuleInput = PUT_ALARM_MUTE_RULE_INPUT { name, description, rule, mute_targets, tags, start_date, expire_date });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutAnomalyDetectorInput {
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub stat: Option<String>,
    pub configuration: Option<AnomalyDetectorConfiguration>,
    pub metric_characteristics: Option<MetricCharacteristics>,
    pub single_metric_anomaly_detector: Option<SingleMetricAnomalyDetector>,
    pub metric_math_anomaly_detector: Option<MetricMathAnomalyDetector>,
}

pub static PUT_ANOMALY_DETECTOR_INPUT: schema::Structure = schema::Structure {
    name: "PutAnomalyDetectorInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Stat", required: false, shape: &ANOMALY_DETECTOR_METRIC_STAT },
        schema::Member { name: "Configuration", required: false, shape: &ANOMALY_DETECTOR_CONFIGURATION_SHAPE },
        schema::Member { name: "MetricCharacteristics", required: false, shape: &METRIC_CHARACTERISTICS_SHAPE },
        schema::Member { name: "SingleMetricAnomalyDetector", required: false, shape: &SINGLE_METRIC_ANOMALY_DETECTOR_SHAPE },
        schema::Member { name: "MetricMathAnomalyDetector", required: false, shape: &METRIC_MATH_ANOMALY_DETECTOR_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static PUT_ANOMALY_DETECTOR_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_ANOMALY_DETECTOR_INPUT);

structure!(PutAnomalyDetectorInput = PUT_ANOMALY_DETECTOR_INPUT { namespace, metric_name, dimensions, stat, configuration, metric_characteristics, single_metric_anomaly_detector, metric_math_anomaly_detector });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutAnomalyDetectorOutput {
    pub anomaly_detector_id: Option<String>,
}

pub static PUT_ANOMALY_DETECTOR_OUTPUT: schema::Structure = schema::Structure {
    name: "PutAnomalyDetectorOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AnomalyDetectorId", required: false, shape: &ANOMALY_DETECTOR_ID },
    ],
    checked: &[0],
};
pub static PUT_ANOMALY_DETECTOR_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_ANOMALY_DETECTOR_OUTPUT);

structure!(PutAnomalyDetectorOutput = PUT_ANOMALY_DETECTOR_OUTPUT { anomaly_detector_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutCompositeAlarmInput {
    pub actions_enabled: Option<bool>,
    pub alarm_actions: Option<Vec<String>>,
    pub alarm_description: Option<String>,
    pub alarm_name: String,
    pub alarm_rule: String,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub ok_actions: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub actions_suppressor: Option<String>,
    pub actions_suppressor_wait_period: Option<i32>,
    pub actions_suppressor_extension_period: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static PUT_COMPOSITE_ALARM_INPUT: schema::Structure = schema::Structure {
    name: "PutCompositeAlarmInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "AlarmName", required: true, shape: &ALARM_NAME },
        schema::Member { name: "AlarmRule", required: true, shape: &ALARM_RULE },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "ActionsSuppressor", required: false, shape: &ALARM_ARN },
        schema::Member { name: "ActionsSuppressorWaitPeriod", required: false, shape: &SUPPRESSOR_PERIOD },
        schema::Member { name: "ActionsSuppressorExtensionPeriod", required: false, shape: &SUPPRESSOR_PERIOD },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static PUT_COMPOSITE_ALARM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_COMPOSITE_ALARM_INPUT);

structure!(PutCompositeAlarmInput = PUT_COMPOSITE_ALARM_INPUT { actions_enabled, alarm_actions, alarm_description, alarm_name, alarm_rule, insufficient_data_actions, ok_actions, tags, actions_suppressor, actions_suppressor_wait_period, actions_suppressor_extension_period, action_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDashboardInput {
    pub dashboard_name: String,
    pub dashboard_body: String,
    pub tags: Option<Vec<Tag>>,
}

pub static PUT_DASHBOARD_INPUT: schema::Structure = schema::Structure {
    name: "PutDashboardInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardName", required: true, shape: &DASHBOARD_NAME },
        schema::Member { name: "DashboardBody", required: true, shape: &DASHBOARD_BODY },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_DASHBOARD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_DASHBOARD_INPUT);

structure!(PutDashboardInput = PUT_DASHBOARD_INPUT { dashboard_name, dashboard_body, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDashboardOutput {
    pub dashboard_validation_messages: Option<Vec<DashboardValidationMessage>>,
}

pub static PUT_DASHBOARD_OUTPUT: schema::Structure = schema::Structure {
    name: "PutDashboardOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "DashboardValidationMessages", required: false, shape: &DASHBOARD_VALIDATION_MESSAGES },
    ],
    checked: &[0],
};
pub static PUT_DASHBOARD_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_DASHBOARD_OUTPUT);

structure!(PutDashboardOutput = PUT_DASHBOARD_OUTPUT { dashboard_validation_messages });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutInsightRuleInput {
    pub rule_name: String,
    pub rule_state: Option<String>,
    pub rule_definition: String,
    pub tags: Option<Vec<Tag>>,
    pub apply_on_transformed_logs: Option<bool>,
}

pub static PUT_INSIGHT_RULE_INPUT: schema::Structure = schema::Structure {
    name: "PutInsightRuleInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "RuleName", required: true, shape: &INSIGHT_RULE_NAME },
        schema::Member { name: "RuleState", required: false, shape: &INSIGHT_RULE_STATE },
        schema::Member { name: "RuleDefinition", required: true, shape: &INSIGHT_RULE_DEFINITION },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "ApplyOnTransformedLogs", required: false, shape: &INSIGHT_RULE_ON_TRANSFORMED_LOGS },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static PUT_INSIGHT_RULE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_INSIGHT_RULE_INPUT);

structure!(PutInsightRuleInput = PUT_INSIGHT_RULE_INPUT { rule_name, rule_state, rule_definition, tags, apply_on_transformed_logs });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutInsightRuleOutput {
}

pub static PUT_INSIGHT_RULE_OUTPUT: schema::Structure = schema::Structure {
    name: "PutInsightRuleOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static PUT_INSIGHT_RULE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_INSIGHT_RULE_OUTPUT);

structure!(PutInsightRuleOutput = PUT_INSIGHT_RULE_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutLogAlarmInput {
    pub alarm_name: String,
    pub alarm_description: Option<String>,
    pub scheduled_query_configuration: ScheduledQueryConfiguration,
    pub action_log_line_count: Option<i32>,
    pub action_log_line_role_arn: Option<String>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub query_results_to_evaluate: i32,
    pub query_results_to_alarm: i32,
    pub threshold: f64,
    pub comparison_operator: ComparisonOperator,
    pub treat_missing_data: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static PUT_LOG_ALARM_INPUT: schema::Structure = schema::Structure {
    name: "PutLogAlarmInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: true, shape: &ALARM_NAME },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "ScheduledQueryConfiguration", required: true, shape: &SCHEDULED_QUERY_CONFIGURATION_SHAPE },
        schema::Member { name: "ActionLogLineCount", required: false, shape: &ACTION_LOG_LINE_COUNT },
        schema::Member { name: "ActionLogLineRoleArn", required: false, shape: &ACTION_LOG_LINE_ROLE_ARN },
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "QueryResultsToEvaluate", required: true, shape: &QUERY_RESULTS_TO_EVALUATE },
        schema::Member { name: "QueryResultsToAlarm", required: true, shape: &QUERY_RESULTS_TO_ALARM },
        schema::Member { name: "Threshold", required: true, shape: &THRESHOLD },
        schema::Member { name: "ComparisonOperator", required: true, shape: &COMPARISON_OPERATOR },
        schema::Member { name: "TreatMissingData", required: false, shape: &TREAT_MISSING_DATA },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "WarmUpConfiguration", required: false, shape: &WARM_UP_CONFIGURATION_SHAPE },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
pub static PUT_LOG_ALARM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_LOG_ALARM_INPUT);

structure!(PutLogAlarmInput = PUT_LOG_ALARM_INPUT { alarm_name, alarm_description, scheduled_query_configuration, action_log_line_count, action_log_line_role_arn, actions_enabled, ok_actions, alarm_actions, insufficient_data_actions, query_results_to_evaluate, query_results_to_alarm, threshold, comparison_operator, treat_missing_data, tags, warm_up_configuration, action_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutManagedInsightRulesInput {
    pub managed_rules: Vec<ManagedRule>,
}

pub static PUT_MANAGED_INSIGHT_RULES_INPUT: schema::Structure = schema::Structure {
    name: "PutManagedInsightRulesInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ManagedRules", required: true, shape: &MANAGED_RULES },
    ],
    checked: &[0],
};
pub static PUT_MANAGED_INSIGHT_RULES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_MANAGED_INSIGHT_RULES_INPUT);

structure!(PutManagedInsightRulesInput = PUT_MANAGED_INSIGHT_RULES_INPUT { managed_rules });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutManagedInsightRulesOutput {
    pub failures: Option<Vec<PartialFailure>>,
}

pub static PUT_MANAGED_INSIGHT_RULES_OUTPUT: schema::Structure = schema::Structure {
    name: "PutManagedInsightRulesOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Failures", required: false, shape: &BATCH_FAILURES },
    ],
    checked: &[0],
};
pub static PUT_MANAGED_INSIGHT_RULES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_MANAGED_INSIGHT_RULES_OUTPUT);

structure!(PutManagedInsightRulesOutput = PUT_MANAGED_INSIGHT_RULES_OUTPUT { failures });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricAlarmInput {
    pub alarm_name: String,
    pub alarm_description: Option<String>,
    pub actions_enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_data_actions: Option<Vec<String>>,
    pub metric_name: Option<String>,
    pub namespace: Option<String>,
    pub statistic: Option<Statistic>,
    pub extended_statistic: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub period: Option<i32>,
    pub unit: Option<StandardUnit>,
    pub evaluation_periods: Option<i32>,
    pub datapoints_to_alarm: Option<i32>,
    pub threshold: Option<f64>,
    pub comparison_operator: Option<ComparisonOperator>,
    pub treat_missing_data: Option<String>,
    pub evaluate_low_sample_count_percentile: Option<String>,
    pub metrics: Option<Vec<MetricDataQuery>>,
    pub tags: Option<Vec<Tag>>,
    pub threshold_metric_id: Option<String>,
    pub evaluation_window: Option<EvaluationWindow>,
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    pub evaluation_criteria: Option<EvaluationCriteria>,
    pub evaluation_interval: Option<i32>,
    pub action_configuration: Option<ActionConfiguration>,
}

pub static PUT_METRIC_ALARM_INPUT: schema::Structure = schema::Structure {
    name: "PutMetricAlarmInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: true, shape: &ALARM_NAME },
        schema::Member { name: "AlarmDescription", required: false, shape: &ALARM_DESCRIPTION },
        schema::Member { name: "ActionsEnabled", required: false, shape: &ACTIONS_ENABLED },
        schema::Member { name: "OKActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "AlarmActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "InsufficientDataActions", required: false, shape: &RESOURCE_LIST },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "Statistic", required: false, shape: &STATISTIC },
        schema::Member { name: "ExtendedStatistic", required: false, shape: &EXTENDED_STATISTIC },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Period", required: false, shape: &PERIOD },
        schema::Member { name: "Unit", required: false, shape: &STANDARD_UNIT },
        schema::Member { name: "EvaluationPeriods", required: false, shape: &EVALUATION_PERIODS },
        schema::Member { name: "DatapointsToAlarm", required: false, shape: &DATAPOINTS_TO_ALARM },
        schema::Member { name: "Threshold", required: false, shape: &THRESHOLD },
        schema::Member { name: "ComparisonOperator", required: false, shape: &COMPARISON_OPERATOR },
        schema::Member { name: "TreatMissingData", required: false, shape: &TREAT_MISSING_DATA },
        schema::Member { name: "EvaluateLowSampleCountPercentile", required: false, shape: &EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE },
        schema::Member { name: "Metrics", required: false, shape: &METRIC_DATA_QUERIES },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "ThresholdMetricId", required: false, shape: &METRIC_ID },
        schema::Member { name: "EvaluationWindow", required: false, shape: &EVALUATION_WINDOW_SHAPE },
        schema::Member { name: "WarmUpConfiguration", required: false, shape: &WARM_UP_CONFIGURATION_SHAPE },
        schema::Member { name: "EvaluationCriteria", required: false, shape: &EVALUATION_CRITERIA_SHAPE },
        schema::Member { name: "EvaluationInterval", required: false, shape: &EVALUATION_INTERVAL },
        schema::Member { name: "ActionConfiguration", required: false, shape: &ACTION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26],
};
pub static PUT_METRIC_ALARM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_ALARM_INPUT);

structure!(PutMetricAlarmInput = PUT_METRIC_ALARM_INPUT { alarm_name, alarm_description, actions_enabled, ok_actions, alarm_actions, insufficient_data_actions, metric_name, namespace, statistic, extended_statistic, dimensions, period, unit, evaluation_periods, datapoints_to_alarm, threshold, comparison_operator, treat_missing_data, evaluate_low_sample_count_percentile, metrics, tags, threshold_metric_id, evaluation_window, warm_up_configuration, evaluation_criteria, evaluation_interval, action_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricDataInput {
    pub namespace: String,
    pub metric_data: Option<Vec<MetricDatum>>,
    pub entity_metric_data: Option<Vec<EntityMetricData>>,
    pub strict_entity_validation: Option<bool>,
}

pub static PUT_METRIC_DATA_INPUT: schema::Structure = schema::Structure {
    name: "PutMetricDataInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Namespace", required: true, shape: &NAMESPACE },
        schema::Member { name: "MetricData", required: false, shape: &METRIC_DATA },
        schema::Member { name: "EntityMetricData", required: false, shape: &ENTITY_METRIC_DATA_LIST },
        schema::Member { name: "StrictEntityValidation", required: false, shape: &STRICT_ENTITY_VALIDATION },
    ],
    checked: &[0, 1, 2, 3],
};
pub static PUT_METRIC_DATA_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_DATA_INPUT);

structure!(PutMetricDataInput = PUT_METRIC_DATA_INPUT { namespace, metric_data, entity_metric_data, strict_entity_validation });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricDataQueryDefinitionInput {
    pub id: Option<String>,
    pub path: String,
    pub expression: String,
    pub r#type: QueryType,
    pub tags: Option<Vec<Tag>>,
}

pub static PUT_METRIC_DATA_QUERY_DEFINITION_INPUT: schema::Structure = schema::Structure {
    name: "PutMetricDataQueryDefinitionInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: false, shape: &DEFINITION_ID },
        schema::Member { name: "Path", required: true, shape: &DEFINITION_PATH },
        schema::Member { name: "Expression", required: true, shape: &METRIC_EXPRESSION_STRING },
        schema::Member { name: "Type", required: true, shape: &QUERY_TYPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static PUT_METRIC_DATA_QUERY_DEFINITION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_DATA_QUERY_DEFINITION_INPUT);

structure!(PutMetricDataQueryDefinitionInput = PUT_METRIC_DATA_QUERY_DEFINITION_INPUT { id, path, expression, r#type, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricDataQueryDefinitionOutput {
    pub id: String,
    pub arn: String,
    pub path: String,
    pub expression: String,
    pub r#type: QueryType,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

pub static PUT_METRIC_DATA_QUERY_DEFINITION_OUTPUT: schema::Structure = schema::Structure {
    name: "PutMetricDataQueryDefinitionOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Id", required: true, shape: &DEFINITION_ID },
        schema::Member { name: "Arn", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "Path", required: true, shape: &DEFINITION_PATH },
        schema::Member { name: "Expression", required: true, shape: &METRIC_EXPRESSION_STRING },
        schema::Member { name: "Type", required: true, shape: &QUERY_TYPE },
        schema::Member { name: "CreatedAt", required: true, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static PUT_METRIC_DATA_QUERY_DEFINITION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_DATA_QUERY_DEFINITION_OUTPUT);

structure!(PutMetricDataQueryDefinitionOutput = PUT_METRIC_DATA_QUERY_DEFINITION_OUTPUT { id, arn, path, expression, r#type, created_at, updated_at });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricStreamInput {
    pub name: String,
    pub include_filters: Option<Vec<MetricStreamFilter>>,
    pub exclude_filters: Option<Vec<MetricStreamFilter>>,
    pub firehose_arn: String,
    pub role_arn: String,
    pub output_format: MetricStreamOutputFormat,
    pub tags: Option<Vec<Tag>>,
    pub statistics_configurations: Option<Vec<MetricStreamStatisticsConfiguration>>,
    pub include_linked_accounts_metrics: Option<bool>,
}

pub static PUT_METRIC_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "PutMetricStreamInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Name", required: true, shape: &METRIC_STREAM_NAME },
        schema::Member { name: "IncludeFilters", required: false, shape: &METRIC_STREAM_FILTERS },
        schema::Member { name: "ExcludeFilters", required: false, shape: &METRIC_STREAM_FILTERS },
        schema::Member { name: "FirehoseArn", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "RoleArn", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "OutputFormat", required: true, shape: &METRIC_STREAM_OUTPUT_FORMAT },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "StatisticsConfigurations", required: false, shape: &METRIC_STREAM_STATISTICS_CONFIGURATIONS },
        schema::Member { name: "IncludeLinkedAccountsMetrics", required: false, shape: &INCLUDE_LINKED_ACCOUNTS_METRICS },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static PUT_METRIC_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_STREAM_INPUT);

structure!(PutMetricStreamInput = PUT_METRIC_STREAM_INPUT { name, include_filters, exclude_filters, firehose_arn, role_arn, output_format, tags, statistics_configurations, include_linked_accounts_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricStreamOutput {
    pub arn: Option<String>,
}

pub static PUT_METRIC_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "PutMetricStreamOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Arn", required: false, shape: &AMAZON_RESOURCE_NAME },
    ],
    checked: &[0],
};
pub static PUT_METRIC_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_METRIC_STREAM_OUTPUT);

structure!(PutMetricStreamOutput = PUT_METRIC_STREAM_OUTPUT { arn });

pub static QUERY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(10000) }, pattern: None, values: &[] });

pub static QUERY_RESULTS_TO_ALARM: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static QUERY_RESULTS_TO_EVALUATE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static QUERY_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(10000) }, pattern: None, values: &[] });

open_enum!(QueryType {
    Promql = "PROMQL",
    Sql = "SQL",
    MetricMath = "METRIC_MATH",
});

pub static QUERY_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PROMQL", "SQL", "METRIC_MATH"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Range {
    pub start_time: Timestamp,
    pub end_time: Timestamp,
}

pub static RANGE: schema::Structure = schema::Structure {
    name: "Range",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "StartTime", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EndTime", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static RANGE_SHAPE: schema::Shape = schema::Shape::Structure(&RANGE);

structure!(Range = RANGE { start_time, end_time });

open_enum!(RecentlyActive {
    Pt3h = "PT3H",
});

pub static RECENTLY_ACTIVE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PT3H"] });

pub static RECOVERY_PERIOD: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(86400) });

pub static RESOURCE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(20), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\\d{12}:.+", matcher: "arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\\d{12}:.+" }), values: &[] });

pub static RESOURCE_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static RESOURCE_LIST: schema::Shape = schema::Shape::List { member: &RESOURCE_NAME, length: schema::Length { min: None, max: Some(5) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceMetricSelection {
    pub include_metrics: Vec<String>,
}

pub static RESOURCE_METRIC_SELECTION: schema::Structure = schema::Structure {
    name: "ResourceMetricSelection",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeMetrics", required: true, shape: &METRIC_NAME_LIST },
    ],
    checked: &[0],
};
pub static RESOURCE_METRIC_SELECTION_SHAPE: schema::Shape = schema::Shape::Structure(&RESOURCE_METRIC_SELECTION);

structure!(ResourceMetricSelection = RESOURCE_METRIC_SELECTION { include_metrics });

pub static RESOURCE_METRIC_SELECTION_LIST: schema::Shape = schema::Shape::List { member: &RESOURCE_METRIC_SELECTION_SHAPE, length: schema::Length { min: Some(1), max: Some(1) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceMetricsConfiguration {
    pub resource_arn: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub metric_selections: Option<Vec<ResourceMetricSelection>>,
}

pub static RESOURCE_METRICS_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ResourceMetricsConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "CreatedAt", required: true, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: true, shape: &TIMESTAMP },
        schema::Member { name: "MetricSelections", required: false, shape: &RESOURCE_METRIC_SELECTION_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static RESOURCE_METRICS_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&RESOURCE_METRICS_CONFIGURATION);

structure!(ResourceMetricsConfiguration = RESOURCE_METRICS_CONFIGURATION { resource_arn, created_at, updated_at, metric_selections });

pub static RESOURCE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static RESOURCE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static RETURN_DATA: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    pub schedule: Schedule,
}

pub static RULE: schema::Structure = schema::Structure {
    name: "Rule",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Schedule", required: true, shape: &SCHEDULE_SHAPE },
    ],
    checked: &[0],
};
pub static RULE_SHAPE: schema::Shape = schema::Shape::Structure(&RULE);

structure!(Rule = RULE { schedule });

open_enum!(ScanBy {
    TimestampDescending = "TimestampDescending",
    TimestampAscending = "TimestampAscending",
});

pub static SCAN_BY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["TimestampDescending", "TimestampAscending"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    pub expression: String,
    pub duration: String,
    pub timezone: Option<String>,
}

pub static SCHEDULE: schema::Structure = schema::Structure {
    name: "Schedule",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Expression", required: true, shape: &EXPRESSION },
        schema::Member { name: "Duration", required: true, shape: &DURATION },
        schema::Member { name: "Timezone", required: false, shape: &TIMEZONE },
    ],
    checked: &[0, 1, 2],
};
pub static SCHEDULE_SHAPE: schema::Shape = schema::Shape::Structure(&SCHEDULE);

structure!(Schedule = SCHEDULE { expression, duration, timezone });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleConfiguration {
    pub schedule_expression: String,
    pub start_time_offset: i64,
    pub end_time_offset: Option<i64>,
}

pub static SCHEDULE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ScheduleConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ScheduleExpression", required: true, shape: &SCHEDULE_EXPRESSION },
        schema::Member { name: "StartTimeOffset", required: true, shape: &START_TIME_OFFSET },
        schema::Member { name: "EndTimeOffset", required: false, shape: &END_TIME_OFFSET },
    ],
    checked: &[0, 1, 2],
};
pub static SCHEDULE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SCHEDULE_CONFIGURATION);

structure!(ScheduleConfiguration = SCHEDULE_CONFIGURATION { schedule_expression, start_time_offset, end_time_offset });

pub static SCHEDULE_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduledQueryConfiguration {
    pub query_string: String,
    pub log_group_identifiers: Option<Vec<String>>,
    pub query_arn: Option<String>,
    pub scheduled_query_role_arn: String,
    pub schedule_configuration: ScheduleConfiguration,
    pub aggregation_expression: String,
    pub tags: Option<Vec<Tag>>,
}

pub static SCHEDULED_QUERY_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ScheduledQueryConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "QueryString", required: true, shape: &QUERY_STRING },
        schema::Member { name: "LogGroupIdentifiers", required: false, shape: &LOG_GROUP_IDENTIFIERS },
        schema::Member { name: "QueryARN", required: false, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "ScheduledQueryRoleARN", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "ScheduleConfiguration", required: true, shape: &SCHEDULE_CONFIGURATION_SHAPE },
        schema::Member { name: "AggregationExpression", required: true, shape: &AGGREGATION_EXPRESSION },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static SCHEDULED_QUERY_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SCHEDULED_QUERY_CONFIGURATION);

structure!(ScheduledQueryConfiguration = SCHEDULED_QUERY_CONFIGURATION { query_string, log_group_identifiers, query_arn, scheduled_query_role_arn, schedule_configuration, aggregation_expression, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetAlarmStateInput {
    pub alarm_name: String,
    pub state_value: StateValue,
    pub state_reason: String,
    pub state_reason_data: Option<String>,
}

pub static SET_ALARM_STATE_INPUT: schema::Structure = schema::Structure {
    name: "SetAlarmStateInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AlarmName", required: true, shape: &ALARM_NAME },
        schema::Member { name: "StateValue", required: true, shape: &STATE_VALUE },
        schema::Member { name: "StateReason", required: true, shape: &STATE_REASON },
        schema::Member { name: "StateReasonData", required: false, shape: &STATE_REASON_DATA },
    ],
    checked: &[0, 1, 2, 3],
};
pub static SET_ALARM_STATE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SET_ALARM_STATE_INPUT);

structure!(SetAlarmStateInput = SET_ALARM_STATE_INPUT { alarm_name, state_value, state_reason, state_reason_data });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SingleMetricAnomalyDetector {
    pub account_id: Option<String>,
    pub namespace: Option<String>,
    pub metric_name: Option<String>,
    pub dimensions: Option<Vec<Dimension>>,
    pub stat: Option<String>,
}

pub static SINGLE_METRIC_ANOMALY_DETECTOR: schema::Structure = schema::Structure {
    name: "SingleMetricAnomalyDetector",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "AccountId", required: false, shape: &ACCOUNT_ID },
        schema::Member { name: "Namespace", required: false, shape: &NAMESPACE },
        schema::Member { name: "MetricName", required: false, shape: &METRIC_NAME },
        schema::Member { name: "Dimensions", required: false, shape: &DIMENSIONS },
        schema::Member { name: "Stat", required: false, shape: &ANOMALY_DETECTOR_METRIC_STAT },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static SINGLE_METRIC_ANOMALY_DETECTOR_SHAPE: schema::Shape = schema::Shape::Structure(&SINGLE_METRIC_ANOMALY_DETECTOR);

structure!(SingleMetricAnomalyDetector = SINGLE_METRIC_ANOMALY_DETECTOR { account_id, namespace, metric_name, dimensions, stat });

pub static SIZE: schema::Shape = schema::Shape::Long(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlidingWindow {
}

pub static SLIDING_WINDOW: schema::Structure = schema::Structure {
    name: "SlidingWindow",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static SLIDING_WINDOW_SHAPE: schema::Shape = schema::Shape::Structure(&SLIDING_WINDOW);

structure!(SlidingWindow = SLIDING_WINDOW {  });

open_enum!(StandardUnit {
    Seconds = "Seconds",
    Microseconds = "Microseconds",
    Milliseconds = "Milliseconds",
    Bytes = "Bytes",
    Kilobytes = "Kilobytes",
    Megabytes = "Megabytes",
    Gigabytes = "Gigabytes",
    Terabytes = "Terabytes",
    Bits = "Bits",
    Kilobits = "Kilobits",
    Megabits = "Megabits",
    Gigabits = "Gigabits",
    Terabits = "Terabits",
    Percent = "Percent",
    Count = "Count",
    BytesSecond = "Bytes/Second",
    KilobytesSecond = "Kilobytes/Second",
    MegabytesSecond = "Megabytes/Second",
    GigabytesSecond = "Gigabytes/Second",
    TerabytesSecond = "Terabytes/Second",
    BitsSecond = "Bits/Second",
    KilobitsSecond = "Kilobits/Second",
    MegabitsSecond = "Megabits/Second",
    GigabitsSecond = "Gigabits/Second",
    TerabitsSecond = "Terabits/Second",
    CountSecond = "Count/Second",
    None = "None",
});

pub static STANDARD_UNIT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartMetricStreamsInput {
    pub names: Vec<String>,
}

pub static START_METRIC_STREAMS_INPUT: schema::Structure = schema::Structure {
    name: "StartMetricStreamsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Names", required: true, shape: &METRIC_STREAM_NAMES },
    ],
    checked: &[0],
};
pub static START_METRIC_STREAMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_METRIC_STREAMS_INPUT);

structure!(StartMetricStreamsInput = START_METRIC_STREAMS_INPUT { names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartMetricStreamsOutput {
}

pub static START_METRIC_STREAMS_OUTPUT: schema::Structure = schema::Structure {
    name: "StartMetricStreamsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static START_METRIC_STREAMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_METRIC_STREAMS_OUTPUT);

structure!(StartMetricStreamsOutput = START_METRIC_STREAMS_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartOTelEnrichmentInput {
    pub include_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub exclude_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
}

pub static START_O_TEL_ENRICHMENT_INPUT: schema::Structure = schema::Structure {
    name: "StartOTelEnrichmentInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "ExcludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
    ],
    checked: &[0, 1],
};
pub static START_O_TEL_ENRICHMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_O_TEL_ENRICHMENT_INPUT);

structure!(StartOTelEnrichmentInput = START_O_TEL_ENRICHMENT_INPUT { include_filters, exclude_filters });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartOTelEnrichmentOutput {
    pub include_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub exclude_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

pub static START_O_TEL_ENRICHMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "StartOTelEnrichmentOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "ExcludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "CreatedAt", required: false, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static START_O_TEL_ENRICHMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_O_TEL_ENRICHMENT_OUTPUT);

structure!(StartOTelEnrichmentOutput = START_O_TEL_ENRICHMENT_OUTPUT { include_filters, exclude_filters, created_at, updated_at });

pub static START_TIME_OFFSET: schema::Shape = schema::Shape::Long(schema::Range { min: Some(1), max: Some(2592000) });

pub static STAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static STATE_REASON: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1023) }, pattern: None, values: &[] });

pub static STATE_REASON_DATA: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(4000) }, pattern: None, values: &[] });

open_enum!(StateValue {
    Ok = "OK",
    Alarm = "ALARM",
    InsufficientData = "INSUFFICIENT_DATA",
});

pub static STATE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["OK", "ALARM", "INSUFFICIENT_DATA"] });

open_enum!(Statistic {
    SampleCount = "SampleCount",
    Average = "Average",
    Sum = "Sum",
    Minimum = "Minimum",
    Maximum = "Maximum",
});

pub static STATISTIC: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["SampleCount", "Average", "Sum", "Minimum", "Maximum"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatisticSet {
    pub sample_count: f64,
    pub sum: f64,
    pub minimum: f64,
    pub maximum: f64,
}

pub static STATISTIC_SET: schema::Structure = schema::Structure {
    name: "StatisticSet",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "SampleCount", required: true, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Sum", required: true, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Minimum", required: true, shape: &DATAPOINT_VALUE },
        schema::Member { name: "Maximum", required: true, shape: &DATAPOINT_VALUE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static STATISTIC_SET_SHAPE: schema::Shape = schema::Shape::Structure(&STATISTIC_SET);

structure!(StatisticSet = STATISTIC_SET { sample_count, sum, minimum, maximum });

pub static STATISTICS: schema::Shape = schema::Shape::List { member: &STATISTIC, length: schema::Length { min: Some(1), max: Some(5) } };

open_enum!(StatusCode {
    Complete = "Complete",
    InternalError = "InternalError",
    PartialData = "PartialData",
    Forbidden = "Forbidden",
});

pub static STATUS_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Complete", "InternalError", "PartialData", "Forbidden"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopMetricStreamsInput {
    pub names: Vec<String>,
}

pub static STOP_METRIC_STREAMS_INPUT: schema::Structure = schema::Structure {
    name: "StopMetricStreamsInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Names", required: true, shape: &METRIC_STREAM_NAMES },
    ],
    checked: &[0],
};
pub static STOP_METRIC_STREAMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_METRIC_STREAMS_INPUT);

structure!(StopMetricStreamsInput = STOP_METRIC_STREAMS_INPUT { names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopMetricStreamsOutput {
}

pub static STOP_METRIC_STREAMS_OUTPUT: schema::Structure = schema::Structure {
    name: "StopMetricStreamsOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static STOP_METRIC_STREAMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_METRIC_STREAMS_OUTPUT);

structure!(StopMetricStreamsOutput = STOP_METRIC_STREAMS_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopOTelEnrichmentInput {
}

pub static STOP_O_TEL_ENRICHMENT_INPUT: schema::Structure = schema::Structure {
    name: "StopOTelEnrichmentInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static STOP_O_TEL_ENRICHMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_O_TEL_ENRICHMENT_INPUT);

structure!(StopOTelEnrichmentInput = STOP_O_TEL_ENRICHMENT_INPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopOTelEnrichmentOutput {
}

pub static STOP_O_TEL_ENRICHMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "StopOTelEnrichmentOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static STOP_O_TEL_ENRICHMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_O_TEL_ENRICHMENT_OUTPUT);

structure!(StopOTelEnrichmentOutput = STOP_O_TEL_ENRICHMENT_OUTPUT {  });

pub static STORAGE_RESOLUTION: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static STRICT_ENTITY_VALIDATION: schema::Shape = schema::Shape::Boolean;

pub static STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static SUPPRESSOR_PERIOD: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

pub static TAG: schema::Structure = schema::Structure {
    name: "Tag",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Key", required: true, shape: &TAG_KEY },
        schema::Member { name: "Value", required: true, shape: &TAG_VALUE },
    ],
    checked: &[0, 1],
};
pub static TAG_SHAPE: schema::Shape = schema::Shape::Structure(&TAG);

structure!(Tag = TAG { key, value });

pub static TAG_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] });

pub static TAG_KEY_LIST: schema::Shape = schema::Shape::List { member: &TAG_KEY, length: schema::Length { min: None, max: None } };

pub static TAG_LIST: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceInput {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

pub static TAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "TagResourceInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "Tags", required: true, shape: &TAG_LIST },
    ],
    checked: &[0, 1],
};
pub static TAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_RESOURCE_INPUT);

structure!(TagResourceInput = TAG_RESOURCE_INPUT { resource_arn, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceOutput {
}

pub static TAG_RESOURCE_OUTPUT: schema::Structure = schema::Structure {
    name: "TagResourceOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static TAG_RESOURCE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_RESOURCE_OUTPUT);

structure!(TagResourceOutput = TAG_RESOURCE_OUTPUT {  });

pub static TAG_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] });

pub static TEMPLATE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[0-9A-Za-z][\\-\\.\\_0-9A-Za-z]{0,126}[0-9A-Za-z]", matcher: "[0-9A-Za-z][\\-\\.\\_0-9A-Za-z]{0,126}[0-9A-Za-z]" }), values: &[] });

pub static THRESHOLD: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

pub static TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

pub static TIMESTAMPS: schema::Shape = schema::Shape::List { member: &TIMESTAMP, length: schema::Length { min: None, max: None } };

pub static TIMEZONE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(50) }, pattern: None, values: &[] });

pub static TREAT_MISSING_DATA: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

pub static UNTAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "UntagResourceInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &AMAZON_RESOURCE_NAME },
        schema::Member { name: "TagKeys", required: true, shape: &TAG_KEY_LIST },
    ],
    checked: &[0, 1],
};
pub static UNTAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_RESOURCE_INPUT);

structure!(UntagResourceInput = UNTAG_RESOURCE_INPUT { resource_arn, tag_keys });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceOutput {
}

pub static UNTAG_RESOURCE_OUTPUT: schema::Structure = schema::Structure {
    name: "UntagResourceOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
    ],
    checked: &[],
};
pub static UNTAG_RESOURCE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_RESOURCE_OUTPUT);

structure!(UntagResourceOutput = UNTAG_RESOURCE_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateOTelEnrichmentInput {
    pub include_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub exclude_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
}

pub static UPDATE_O_TEL_ENRICHMENT_INPUT: schema::Structure = schema::Structure {
    name: "UpdateOTelEnrichmentInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "ExcludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_O_TEL_ENRICHMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_O_TEL_ENRICHMENT_INPUT);

structure!(UpdateOTelEnrichmentInput = UPDATE_O_TEL_ENRICHMENT_INPUT { include_filters, exclude_filters });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateOTelEnrichmentOutput {
    pub include_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub exclude_filters: Option<Vec<OTelEnrichmentMetricSelector>>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

pub static UPDATE_O_TEL_ENRICHMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateOTelEnrichmentOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "IncludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "ExcludeFilters", required: false, shape: &O_TEL_ENRICHMENT_METRIC_SELECTOR_LIST },
        schema::Member { name: "CreatedAt", required: false, shape: &TIMESTAMP },
        schema::Member { name: "UpdatedAt", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_O_TEL_ENRICHMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_O_TEL_ENRICHMENT_OUTPUT);

structure!(UpdateOTelEnrichmentOutput = UPDATE_O_TEL_ENRICHMENT_OUTPUT { include_filters, exclude_filters, created_at, updated_at });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateResourceMetricsConfigurationInput {
    pub resource_arn: String,
    pub metric_selections: Option<Vec<ResourceMetricSelection>>,
}

pub static UPDATE_RESOURCE_METRICS_CONFIGURATION_INPUT: schema::Structure = schema::Structure {
    name: "UpdateResourceMetricsConfigurationInput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "MetricSelections", required: false, shape: &RESOURCE_METRIC_SELECTION_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_RESOURCE_METRICS_CONFIGURATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_RESOURCE_METRICS_CONFIGURATION_INPUT);

structure!(UpdateResourceMetricsConfigurationInput = UPDATE_RESOURCE_METRICS_CONFIGURATION_INPUT { resource_arn, metric_selections });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateResourceMetricsConfigurationOutput {
    pub resource_metrics_configuration: ResourceMetricsConfiguration,
}

pub static UPDATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateResourceMetricsConfigurationOutput",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "ResourceMetricsConfiguration", required: true, shape: &RESOURCE_METRICS_CONFIGURATION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT);

structure!(UpdateResourceMetricsConfigurationOutput = UPDATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT { resource_metrics_configuration });

pub static VALIDATION_EXCEPTION_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static VALUES: schema::Shape = schema::Shape::List { member: &DATAPOINT_VALUE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WallClockWindow {
    pub timezone: Option<String>,
}

pub static WALL_CLOCK_WINDOW: schema::Structure = schema::Structure {
    name: "WallClockWindow",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "Timezone", required: false, shape: &TIMEZONE },
    ],
    checked: &[0],
};
pub static WALL_CLOCK_WINDOW_SHAPE: schema::Shape = schema::Shape::Structure(&WALL_CLOCK_WINDOW);

structure!(WallClockWindow = WALL_CLOCK_WINDOW { timezone });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmUpConfiguration {
    pub warm_up_period_duration_in_minutes: i32,
    pub only_start_evaluating_after_warm_up_period_ends: Option<bool>,
}

pub static WARM_UP_CONFIGURATION: schema::Structure = schema::Structure {
    name: "WarmUpConfiguration",
    package: "com.amazonaws.cloudwatch.v20100801",
    members: &[
        schema::Member { name: "WarmUpPeriodDurationInMinutes", required: true, shape: &WARM_UP_PERIOD_DURATION_IN_MINUTES },
        schema::Member { name: "OnlyStartEvaluatingAfterWarmUpPeriodEnds", required: false, shape: &ONLY_START_EVALUATING_AFTER_WARM_UP_PERIOD_ENDS },
    ],
    checked: &[0, 1],
};
pub static WARM_UP_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&WARM_UP_CONFIGURATION);

structure!(WarmUpConfiguration = WARM_UP_CONFIGURATION { warm_up_period_duration_in_minutes, only_start_evaluating_after_warm_up_period_ends });

pub static WARM_UP_PERIOD_DURATION_IN_MINUTES: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(2880) });

pub struct AssociateDatasetKmsKey;

static ASSOCIATE_DATASET_KMS_KEY_OPERATION: schema::Operation = schema::Operation {
    name: "AssociateDatasetKmsKey",
    input: Some(&ASSOCIATE_DATASET_KMS_KEY_INPUT),
    output: Some(&ASSOCIATE_DATASET_KMS_KEY_OUTPUT),
    errors: &["KmsAccessDeniedException", "KmsKeyNotFoundException", "ConflictException", "KmsKeyDisabledException", "ResourceNotFoundException"],
};

impl crate::Operation for AssociateDatasetKmsKey {
    type Input = AssociateDatasetKmsKeyInput;
    type Output = AssociateDatasetKmsKeyOutput;
    const SCHEMA: &'static schema::Operation = &ASSOCIATE_DATASET_KMS_KEY_OPERATION;
}

pub struct CreateResourceMetricsConfiguration;

static CREATE_RESOURCE_METRICS_CONFIGURATION_OPERATION: schema::Operation = schema::Operation {
    name: "CreateResourceMetricsConfiguration",
    input: Some(&CREATE_RESOURCE_METRICS_CONFIGURATION_INPUT),
    output: Some(&CREATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT),
    errors: &["ConflictException", "ResourceNotFoundException"],
};

impl crate::Operation for CreateResourceMetricsConfiguration {
    type Input = CreateResourceMetricsConfigurationInput;
    type Output = CreateResourceMetricsConfigurationOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_RESOURCE_METRICS_CONFIGURATION_OPERATION;
}

pub struct DeleteAlarmMuteRule;

static DELETE_ALARM_MUTE_RULE_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteAlarmMuteRule",
    input: Some(&DELETE_ALARM_MUTE_RULE_INPUT),
    output: None,
    errors: &[],
};

impl crate::Operation for DeleteAlarmMuteRule {
    type Input = DeleteAlarmMuteRuleInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_ALARM_MUTE_RULE_OPERATION;
}

pub struct DeleteAlarms;

static DELETE_ALARMS_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteAlarms",
    input: Some(&DELETE_ALARMS_INPUT),
    output: None,
    errors: &["ResourceNotFound", "ResourceConflict"],
};

impl crate::Operation for DeleteAlarms {
    type Input = DeleteAlarmsInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_ALARMS_OPERATION;
}

pub struct DeleteAnomalyDetector;

static DELETE_ANOMALY_DETECTOR_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteAnomalyDetector",
    input: Some(&DELETE_ANOMALY_DETECTOR_INPUT),
    output: Some(&DELETE_ANOMALY_DETECTOR_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException"],
};

impl crate::Operation for DeleteAnomalyDetector {
    type Input = DeleteAnomalyDetectorInput;
    type Output = DeleteAnomalyDetectorOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_ANOMALY_DETECTOR_OPERATION;
}

pub struct DeleteDashboards;

static DELETE_DASHBOARDS_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteDashboards",
    input: Some(&DELETE_DASHBOARDS_INPUT),
    output: Some(&DELETE_DASHBOARDS_OUTPUT),
    errors: &["InvalidParameterValueException", "InternalServiceFault", "ConflictException"],
};

impl crate::Operation for DeleteDashboards {
    type Input = DeleteDashboardsInput;
    type Output = DeleteDashboardsOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_DASHBOARDS_OPERATION;
}

pub struct DeleteInsightRules;

static DELETE_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteInsightRules",
    input: Some(&DELETE_INSIGHT_RULES_INPUT),
    output: Some(&DELETE_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for DeleteInsightRules {
    type Input = DeleteInsightRulesInput;
    type Output = DeleteInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_INSIGHT_RULES_OPERATION;
}

pub struct DeleteMetricDataQueryDefinition;

static DELETE_METRIC_DATA_QUERY_DEFINITION_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteMetricDataQueryDefinition",
    input: Some(&DELETE_METRIC_DATA_QUERY_DEFINITION_INPUT),
    output: Some(&DELETE_METRIC_DATA_QUERY_DEFINITION_OUTPUT),
    errors: &[],
};

impl crate::Operation for DeleteMetricDataQueryDefinition {
    type Input = DeleteMetricDataQueryDefinitionInput;
    type Output = DeleteMetricDataQueryDefinitionOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_METRIC_DATA_QUERY_DEFINITION_OPERATION;
}

pub struct DeleteMetricStream;

static DELETE_METRIC_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteMetricStream",
    input: Some(&DELETE_METRIC_STREAM_INPUT),
    output: Some(&DELETE_METRIC_STREAM_OUTPUT),
    errors: &["InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for DeleteMetricStream {
    type Input = DeleteMetricStreamInput;
    type Output = DeleteMetricStreamOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_METRIC_STREAM_OPERATION;
}

pub struct DeleteResourceMetricsConfiguration;

static DELETE_RESOURCE_METRICS_CONFIGURATION_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteResourceMetricsConfiguration",
    input: Some(&DELETE_RESOURCE_METRICS_CONFIGURATION_INPUT),
    output: Some(&DELETE_RESOURCE_METRICS_CONFIGURATION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for DeleteResourceMetricsConfiguration {
    type Input = DeleteResourceMetricsConfigurationInput;
    type Output = DeleteResourceMetricsConfigurationOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_RESOURCE_METRICS_CONFIGURATION_OPERATION;
}

pub struct DescribeAlarmContributors;

static DESCRIBE_ALARM_CONTRIBUTORS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAlarmContributors",
    input: Some(&DESCRIBE_ALARM_CONTRIBUTORS_INPUT),
    output: Some(&DESCRIBE_ALARM_CONTRIBUTORS_OUTPUT),
    errors: &["InvalidNextToken", "ResourceNotFoundException"],
};

impl crate::Operation for DescribeAlarmContributors {
    type Input = DescribeAlarmContributorsInput;
    type Output = DescribeAlarmContributorsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ALARM_CONTRIBUTORS_OPERATION;
}

pub struct DescribeAlarmHistory;

static DESCRIBE_ALARM_HISTORY_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAlarmHistory",
    input: Some(&DESCRIBE_ALARM_HISTORY_INPUT),
    output: Some(&DESCRIBE_ALARM_HISTORY_OUTPUT),
    errors: &["InvalidNextToken"],
};

impl crate::Operation for DescribeAlarmHistory {
    type Input = DescribeAlarmHistoryInput;
    type Output = DescribeAlarmHistoryOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ALARM_HISTORY_OPERATION;
}

pub struct DescribeAlarms;

static DESCRIBE_ALARMS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAlarms",
    input: Some(&DESCRIBE_ALARMS_INPUT),
    output: Some(&DESCRIBE_ALARMS_OUTPUT),
    errors: &["InvalidNextToken"],
};

impl crate::Operation for DescribeAlarms {
    type Input = DescribeAlarmsInput;
    type Output = DescribeAlarmsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ALARMS_OPERATION;
}

pub struct DescribeAlarmsForMetric;

static DESCRIBE_ALARMS_FOR_METRIC_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAlarmsForMetric",
    input: Some(&DESCRIBE_ALARMS_FOR_METRIC_INPUT),
    output: Some(&DESCRIBE_ALARMS_FOR_METRIC_OUTPUT),
    errors: &[],
};

impl crate::Operation for DescribeAlarmsForMetric {
    type Input = DescribeAlarmsForMetricInput;
    type Output = DescribeAlarmsForMetricOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ALARMS_FOR_METRIC_OPERATION;
}

pub struct DescribeAnomalyDetectors;

static DESCRIBE_ANOMALY_DETECTORS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAnomalyDetectors",
    input: Some(&DESCRIBE_ANOMALY_DETECTORS_INPUT),
    output: Some(&DESCRIBE_ANOMALY_DETECTORS_OUTPUT),
    errors: &["InvalidNextToken", "InternalServiceFault", "InvalidParameterValueException", "InvalidParameterCombinationException"],
};

impl crate::Operation for DescribeAnomalyDetectors {
    type Input = DescribeAnomalyDetectorsInput;
    type Output = DescribeAnomalyDetectorsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ANOMALY_DETECTORS_OPERATION;
}

pub struct DescribeInsightRules;

static DESCRIBE_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeInsightRules",
    input: Some(&DESCRIBE_INSIGHT_RULES_INPUT),
    output: Some(&DESCRIBE_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidNextToken"],
};

impl crate::Operation for DescribeInsightRules {
    type Input = DescribeInsightRulesInput;
    type Output = DescribeInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_INSIGHT_RULES_OPERATION;
}

pub struct DisableAlarmActions;

static DISABLE_ALARM_ACTIONS_OPERATION: schema::Operation = schema::Operation {
    name: "DisableAlarmActions",
    input: Some(&DISABLE_ALARM_ACTIONS_INPUT),
    output: None,
    errors: &[],
};

impl crate::Operation for DisableAlarmActions {
    type Input = DisableAlarmActionsInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DISABLE_ALARM_ACTIONS_OPERATION;
}

pub struct DisableInsightRules;

static DISABLE_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "DisableInsightRules",
    input: Some(&DISABLE_INSIGHT_RULES_INPUT),
    output: Some(&DISABLE_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for DisableInsightRules {
    type Input = DisableInsightRulesInput;
    type Output = DisableInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &DISABLE_INSIGHT_RULES_OPERATION;
}

pub struct DisassociateDatasetKmsKey;

static DISASSOCIATE_DATASET_KMS_KEY_OPERATION: schema::Operation = schema::Operation {
    name: "DisassociateDatasetKmsKey",
    input: Some(&DISASSOCIATE_DATASET_KMS_KEY_INPUT),
    output: Some(&DISASSOCIATE_DATASET_KMS_KEY_OUTPUT),
    errors: &["ConflictException", "ResourceNotFoundException"],
};

impl crate::Operation for DisassociateDatasetKmsKey {
    type Input = DisassociateDatasetKmsKeyInput;
    type Output = DisassociateDatasetKmsKeyOutput;
    const SCHEMA: &'static schema::Operation = &DISASSOCIATE_DATASET_KMS_KEY_OPERATION;
}

pub struct EnableAlarmActions;

static ENABLE_ALARM_ACTIONS_OPERATION: schema::Operation = schema::Operation {
    name: "EnableAlarmActions",
    input: Some(&ENABLE_ALARM_ACTIONS_INPUT),
    output: None,
    errors: &[],
};

impl crate::Operation for EnableAlarmActions {
    type Input = EnableAlarmActionsInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &ENABLE_ALARM_ACTIONS_OPERATION;
}

pub struct EnableInsightRules;

static ENABLE_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "EnableInsightRules",
    input: Some(&ENABLE_INSIGHT_RULES_INPUT),
    output: Some(&ENABLE_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "LimitExceededException"],
};

impl crate::Operation for EnableInsightRules {
    type Input = EnableInsightRulesInput;
    type Output = EnableInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &ENABLE_INSIGHT_RULES_OPERATION;
}

pub struct GetAlarmMuteRule;

static GET_ALARM_MUTE_RULE_OPERATION: schema::Operation = schema::Operation {
    name: "GetAlarmMuteRule",
    input: Some(&GET_ALARM_MUTE_RULE_INPUT),
    output: Some(&GET_ALARM_MUTE_RULE_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for GetAlarmMuteRule {
    type Input = GetAlarmMuteRuleInput;
    type Output = GetAlarmMuteRuleOutput;
    const SCHEMA: &'static schema::Operation = &GET_ALARM_MUTE_RULE_OPERATION;
}

pub struct GetDashboard;

static GET_DASHBOARD_OPERATION: schema::Operation = schema::Operation {
    name: "GetDashboard",
    input: Some(&GET_DASHBOARD_INPUT),
    output: Some(&GET_DASHBOARD_OUTPUT),
    errors: &["InvalidParameterValueException", "DashboardNotFoundError", "InternalServiceFault"],
};

impl crate::Operation for GetDashboard {
    type Input = GetDashboardInput;
    type Output = GetDashboardOutput;
    const SCHEMA: &'static schema::Operation = &GET_DASHBOARD_OPERATION;
}

pub struct GetDataset;

static GET_DATASET_OPERATION: schema::Operation = schema::Operation {
    name: "GetDataset",
    input: Some(&GET_DATASET_INPUT),
    output: Some(&GET_DATASET_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for GetDataset {
    type Input = GetDatasetInput;
    type Output = GetDatasetOutput;
    const SCHEMA: &'static schema::Operation = &GET_DATASET_OPERATION;
}

pub struct GetInsightRuleReport;

static GET_INSIGHT_RULE_REPORT_OPERATION: schema::Operation = schema::Operation {
    name: "GetInsightRuleReport",
    input: Some(&GET_INSIGHT_RULE_REPORT_INPUT),
    output: Some(&GET_INSIGHT_RULE_REPORT_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "ResourceNotFoundException"],
};

impl crate::Operation for GetInsightRuleReport {
    type Input = GetInsightRuleReportInput;
    type Output = GetInsightRuleReportOutput;
    const SCHEMA: &'static schema::Operation = &GET_INSIGHT_RULE_REPORT_OPERATION;
}

pub struct GetMetricData;

static GET_METRIC_DATA_OPERATION: schema::Operation = schema::Operation {
    name: "GetMetricData",
    input: Some(&GET_METRIC_DATA_INPUT),
    output: Some(&GET_METRIC_DATA_OUTPUT),
    errors: &["InvalidNextToken"],
};

impl crate::Operation for GetMetricData {
    type Input = GetMetricDataInput;
    type Output = GetMetricDataOutput;
    const SCHEMA: &'static schema::Operation = &GET_METRIC_DATA_OPERATION;
}

pub struct GetMetricDataQueryDefinition;

static GET_METRIC_DATA_QUERY_DEFINITION_OPERATION: schema::Operation = schema::Operation {
    name: "GetMetricDataQueryDefinition",
    input: Some(&GET_METRIC_DATA_QUERY_DEFINITION_INPUT),
    output: Some(&GET_METRIC_DATA_QUERY_DEFINITION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for GetMetricDataQueryDefinition {
    type Input = GetMetricDataQueryDefinitionInput;
    type Output = GetMetricDataQueryDefinitionOutput;
    const SCHEMA: &'static schema::Operation = &GET_METRIC_DATA_QUERY_DEFINITION_OPERATION;
}

pub struct GetMetricStatistics;

static GET_METRIC_STATISTICS_OPERATION: schema::Operation = schema::Operation {
    name: "GetMetricStatistics",
    input: Some(&GET_METRIC_STATISTICS_INPUT),
    output: Some(&GET_METRIC_STATISTICS_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException", "InternalServiceFault"],
};

impl crate::Operation for GetMetricStatistics {
    type Input = GetMetricStatisticsInput;
    type Output = GetMetricStatisticsOutput;
    const SCHEMA: &'static schema::Operation = &GET_METRIC_STATISTICS_OPERATION;
}

pub struct GetMetricStream;

static GET_METRIC_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "GetMetricStream",
    input: Some(&GET_METRIC_STREAM_INPUT),
    output: Some(&GET_METRIC_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException"],
};

impl crate::Operation for GetMetricStream {
    type Input = GetMetricStreamInput;
    type Output = GetMetricStreamOutput;
    const SCHEMA: &'static schema::Operation = &GET_METRIC_STREAM_OPERATION;
}

pub struct GetMetricWidgetImage;

static GET_METRIC_WIDGET_IMAGE_OPERATION: schema::Operation = schema::Operation {
    name: "GetMetricWidgetImage",
    input: Some(&GET_METRIC_WIDGET_IMAGE_INPUT),
    output: Some(&GET_METRIC_WIDGET_IMAGE_OUTPUT),
    errors: &[],
};

impl crate::Operation for GetMetricWidgetImage {
    type Input = GetMetricWidgetImageInput;
    type Output = GetMetricWidgetImageOutput;
    const SCHEMA: &'static schema::Operation = &GET_METRIC_WIDGET_IMAGE_OPERATION;
}

pub struct GetOTelEnrichment;

static GET_O_TEL_ENRICHMENT_OPERATION: schema::Operation = schema::Operation {
    name: "GetOTelEnrichment",
    input: Some(&GET_O_TEL_ENRICHMENT_INPUT),
    output: Some(&GET_O_TEL_ENRICHMENT_OUTPUT),
    errors: &[],
};

impl crate::Operation for GetOTelEnrichment {
    type Input = GetOTelEnrichmentInput;
    type Output = GetOTelEnrichmentOutput;
    const SCHEMA: &'static schema::Operation = &GET_O_TEL_ENRICHMENT_OPERATION;
}

pub struct GetResourceMetricsConfiguration;

static GET_RESOURCE_METRICS_CONFIGURATION_OPERATION: schema::Operation = schema::Operation {
    name: "GetResourceMetricsConfiguration",
    input: Some(&GET_RESOURCE_METRICS_CONFIGURATION_INPUT),
    output: Some(&GET_RESOURCE_METRICS_CONFIGURATION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for GetResourceMetricsConfiguration {
    type Input = GetResourceMetricsConfigurationInput;
    type Output = GetResourceMetricsConfigurationOutput;
    const SCHEMA: &'static schema::Operation = &GET_RESOURCE_METRICS_CONFIGURATION_OPERATION;
}

pub struct ListAlarmMuteRules;

static LIST_ALARM_MUTE_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "ListAlarmMuteRules",
    input: Some(&LIST_ALARM_MUTE_RULES_INPUT),
    output: Some(&LIST_ALARM_MUTE_RULES_OUTPUT),
    errors: &["InvalidNextToken", "ResourceNotFoundException"],
};

impl crate::Operation for ListAlarmMuteRules {
    type Input = ListAlarmMuteRulesInput;
    type Output = ListAlarmMuteRulesOutput;
    const SCHEMA: &'static schema::Operation = &LIST_ALARM_MUTE_RULES_OPERATION;
}

pub struct ListDashboards;

static LIST_DASHBOARDS_OPERATION: schema::Operation = schema::Operation {
    name: "ListDashboards",
    input: Some(&LIST_DASHBOARDS_INPUT),
    output: Some(&LIST_DASHBOARDS_OUTPUT),
    errors: &["InvalidParameterValueException", "InternalServiceFault"],
};

impl crate::Operation for ListDashboards {
    type Input = ListDashboardsInput;
    type Output = ListDashboardsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_DASHBOARDS_OPERATION;
}

pub struct ListManagedInsightRules;

static LIST_MANAGED_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "ListManagedInsightRules",
    input: Some(&LIST_MANAGED_INSIGHT_RULES_INPUT),
    output: Some(&LIST_MANAGED_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "InvalidNextToken"],
};

impl crate::Operation for ListManagedInsightRules {
    type Input = ListManagedInsightRulesInput;
    type Output = ListManagedInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &LIST_MANAGED_INSIGHT_RULES_OPERATION;
}

pub struct ListMetricDataQueryDefinitions;

static LIST_METRIC_DATA_QUERY_DEFINITIONS_OPERATION: schema::Operation = schema::Operation {
    name: "ListMetricDataQueryDefinitions",
    input: Some(&LIST_METRIC_DATA_QUERY_DEFINITIONS_INPUT),
    output: Some(&LIST_METRIC_DATA_QUERY_DEFINITIONS_OUTPUT),
    errors: &[],
};

impl crate::Operation for ListMetricDataQueryDefinitions {
    type Input = ListMetricDataQueryDefinitionsInput;
    type Output = ListMetricDataQueryDefinitionsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_METRIC_DATA_QUERY_DEFINITIONS_OPERATION;
}

pub struct ListMetricStreams;

static LIST_METRIC_STREAMS_OPERATION: schema::Operation = schema::Operation {
    name: "ListMetricStreams",
    input: Some(&LIST_METRIC_STREAMS_INPUT),
    output: Some(&LIST_METRIC_STREAMS_OUTPUT),
    errors: &["InvalidNextToken", "InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for ListMetricStreams {
    type Input = ListMetricStreamsInput;
    type Output = ListMetricStreamsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_METRIC_STREAMS_OPERATION;
}

pub struct ListMetrics;

static LIST_METRICS_OPERATION: schema::Operation = schema::Operation {
    name: "ListMetrics",
    input: Some(&LIST_METRICS_INPUT),
    output: Some(&LIST_METRICS_OUTPUT),
    errors: &["InternalServiceFault", "InvalidParameterValueException"],
};

impl crate::Operation for ListMetrics {
    type Input = ListMetricsInput;
    type Output = ListMetricsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_METRICS_OPERATION;
}

pub struct ListTagsForResource;

static LIST_TAGS_FOR_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "ListTagsForResource",
    input: Some(&LIST_TAGS_FOR_RESOURCE_INPUT),
    output: Some(&LIST_TAGS_FOR_RESOURCE_OUTPUT),
    errors: &["InvalidParameterValueException", "ResourceNotFoundException", "InternalServiceFault"],
};

impl crate::Operation for ListTagsForResource {
    type Input = ListTagsForResourceInput;
    type Output = ListTagsForResourceOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TAGS_FOR_RESOURCE_OPERATION;
}

pub struct PutAlarmMuteRule;

static PUT_ALARM_MUTE_RULE_OPERATION: schema::Operation = schema::Operation {
    name: "PutAlarmMuteRule",
    input: Some(&PUT_ALARM_MUTE_RULE_INPUT),
    output: None,
    errors: &["LimitExceededFault"],
};

impl crate::Operation for PutAlarmMuteRule {
    type Input = PutAlarmMuteRuleInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_ALARM_MUTE_RULE_OPERATION;
}

pub struct PutAnomalyDetector;

static PUT_ANOMALY_DETECTOR_OPERATION: schema::Operation = schema::Operation {
    name: "PutAnomalyDetector",
    input: Some(&PUT_ANOMALY_DETECTOR_INPUT),
    output: Some(&PUT_ANOMALY_DETECTOR_OUTPUT),
    errors: &["LimitExceededException", "InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException"],
};

impl crate::Operation for PutAnomalyDetector {
    type Input = PutAnomalyDetectorInput;
    type Output = PutAnomalyDetectorOutput;
    const SCHEMA: &'static schema::Operation = &PUT_ANOMALY_DETECTOR_OPERATION;
}

pub struct PutCompositeAlarm;

static PUT_COMPOSITE_ALARM_OPERATION: schema::Operation = schema::Operation {
    name: "PutCompositeAlarm",
    input: Some(&PUT_COMPOSITE_ALARM_INPUT),
    output: None,
    errors: &["LimitExceededFault"],
};

impl crate::Operation for PutCompositeAlarm {
    type Input = PutCompositeAlarmInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_COMPOSITE_ALARM_OPERATION;
}

pub struct PutDashboard;

static PUT_DASHBOARD_OPERATION: schema::Operation = schema::Operation {
    name: "PutDashboard",
    input: Some(&PUT_DASHBOARD_INPUT),
    output: Some(&PUT_DASHBOARD_OUTPUT),
    errors: &["DashboardInvalidInputError", "InternalServiceFault", "ConflictException"],
};

impl crate::Operation for PutDashboard {
    type Input = PutDashboardInput;
    type Output = PutDashboardOutput;
    const SCHEMA: &'static schema::Operation = &PUT_DASHBOARD_OPERATION;
}

pub struct PutInsightRule;

static PUT_INSIGHT_RULE_OPERATION: schema::Operation = schema::Operation {
    name: "PutInsightRule",
    input: Some(&PUT_INSIGHT_RULE_INPUT),
    output: Some(&PUT_INSIGHT_RULE_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "LimitExceededException"],
};

impl crate::Operation for PutInsightRule {
    type Input = PutInsightRuleInput;
    type Output = PutInsightRuleOutput;
    const SCHEMA: &'static schema::Operation = &PUT_INSIGHT_RULE_OPERATION;
}

pub struct PutLogAlarm;

static PUT_LOG_ALARM_OPERATION: schema::Operation = schema::Operation {
    name: "PutLogAlarm",
    input: Some(&PUT_LOG_ALARM_INPUT),
    output: None,
    errors: &["LimitExceededFault", "ResourceConflict"],
};

impl crate::Operation for PutLogAlarm {
    type Input = PutLogAlarmInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_LOG_ALARM_OPERATION;
}

pub struct PutManagedInsightRules;

static PUT_MANAGED_INSIGHT_RULES_OPERATION: schema::Operation = schema::Operation {
    name: "PutManagedInsightRules",
    input: Some(&PUT_MANAGED_INSIGHT_RULES_INPUT),
    output: Some(&PUT_MANAGED_INSIGHT_RULES_OUTPUT),
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for PutManagedInsightRules {
    type Input = PutManagedInsightRulesInput;
    type Output = PutManagedInsightRulesOutput;
    const SCHEMA: &'static schema::Operation = &PUT_MANAGED_INSIGHT_RULES_OPERATION;
}

pub struct PutMetricAlarm;

static PUT_METRIC_ALARM_OPERATION: schema::Operation = schema::Operation {
    name: "PutMetricAlarm",
    input: Some(&PUT_METRIC_ALARM_INPUT),
    output: None,
    errors: &["LimitExceededFault"],
};

impl crate::Operation for PutMetricAlarm {
    type Input = PutMetricAlarmInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_METRIC_ALARM_OPERATION;
}

pub struct PutMetricData;

static PUT_METRIC_DATA_OPERATION: schema::Operation = schema::Operation {
    name: "PutMetricData",
    input: Some(&PUT_METRIC_DATA_INPUT),
    output: None,
    errors: &["InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException", "InternalServiceFault"],
};

impl crate::Operation for PutMetricData {
    type Input = PutMetricDataInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_METRIC_DATA_OPERATION;
}

pub struct PutMetricDataQueryDefinition;

static PUT_METRIC_DATA_QUERY_DEFINITION_OPERATION: schema::Operation = schema::Operation {
    name: "PutMetricDataQueryDefinition",
    input: Some(&PUT_METRIC_DATA_QUERY_DEFINITION_INPUT),
    output: Some(&PUT_METRIC_DATA_QUERY_DEFINITION_OUTPUT),
    errors: &["ConflictException", "LimitExceededException", "ResourceNotFoundException"],
};

impl crate::Operation for PutMetricDataQueryDefinition {
    type Input = PutMetricDataQueryDefinitionInput;
    type Output = PutMetricDataQueryDefinitionOutput;
    const SCHEMA: &'static schema::Operation = &PUT_METRIC_DATA_QUERY_DEFINITION_OPERATION;
}

pub struct PutMetricStream;

static PUT_METRIC_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "PutMetricStream",
    input: Some(&PUT_METRIC_STREAM_INPUT),
    output: Some(&PUT_METRIC_STREAM_OUTPUT),
    errors: &["ConcurrentModificationException", "InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException", "InvalidParameterCombinationException"],
};

impl crate::Operation for PutMetricStream {
    type Input = PutMetricStreamInput;
    type Output = PutMetricStreamOutput;
    const SCHEMA: &'static schema::Operation = &PUT_METRIC_STREAM_OPERATION;
}

pub struct SetAlarmState;

static SET_ALARM_STATE_OPERATION: schema::Operation = schema::Operation {
    name: "SetAlarmState",
    input: Some(&SET_ALARM_STATE_INPUT),
    output: None,
    errors: &["ResourceNotFound", "InvalidFormatFault"],
};

impl crate::Operation for SetAlarmState {
    type Input = SetAlarmStateInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &SET_ALARM_STATE_OPERATION;
}

pub struct StartMetricStreams;

static START_METRIC_STREAMS_OPERATION: schema::Operation = schema::Operation {
    name: "StartMetricStreams",
    input: Some(&START_METRIC_STREAMS_INPUT),
    output: Some(&START_METRIC_STREAMS_OUTPUT),
    errors: &["InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for StartMetricStreams {
    type Input = StartMetricStreamsInput;
    type Output = StartMetricStreamsOutput;
    const SCHEMA: &'static schema::Operation = &START_METRIC_STREAMS_OPERATION;
}

pub struct StartOTelEnrichment;

static START_O_TEL_ENRICHMENT_OPERATION: schema::Operation = schema::Operation {
    name: "StartOTelEnrichment",
    input: Some(&START_O_TEL_ENRICHMENT_INPUT),
    output: Some(&START_O_TEL_ENRICHMENT_OUTPUT),
    errors: &["ValidationException"],
};

impl crate::Operation for StartOTelEnrichment {
    type Input = StartOTelEnrichmentInput;
    type Output = StartOTelEnrichmentOutput;
    const SCHEMA: &'static schema::Operation = &START_O_TEL_ENRICHMENT_OPERATION;
}

pub struct StopMetricStreams;

static STOP_METRIC_STREAMS_OPERATION: schema::Operation = schema::Operation {
    name: "StopMetricStreams",
    input: Some(&STOP_METRIC_STREAMS_INPUT),
    output: Some(&STOP_METRIC_STREAMS_OUTPUT),
    errors: &["InternalServiceFault", "InvalidParameterValueException", "MissingRequiredParameterException"],
};

impl crate::Operation for StopMetricStreams {
    type Input = StopMetricStreamsInput;
    type Output = StopMetricStreamsOutput;
    const SCHEMA: &'static schema::Operation = &STOP_METRIC_STREAMS_OPERATION;
}

pub struct StopOTelEnrichment;

static STOP_O_TEL_ENRICHMENT_OPERATION: schema::Operation = schema::Operation {
    name: "StopOTelEnrichment",
    input: Some(&STOP_O_TEL_ENRICHMENT_INPUT),
    output: Some(&STOP_O_TEL_ENRICHMENT_OUTPUT),
    errors: &[],
};

impl crate::Operation for StopOTelEnrichment {
    type Input = StopOTelEnrichmentInput;
    type Output = StopOTelEnrichmentOutput;
    const SCHEMA: &'static schema::Operation = &STOP_O_TEL_ENRICHMENT_OPERATION;
}

pub struct TagResource;

static TAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "TagResource",
    input: Some(&TAG_RESOURCE_INPUT),
    output: Some(&TAG_RESOURCE_OUTPUT),
    errors: &["InvalidParameterValueException", "ResourceNotFoundException", "ConcurrentModificationException", "InternalServiceFault", "ConflictException"],
};

impl crate::Operation for TagResource {
    type Input = TagResourceInput;
    type Output = TagResourceOutput;
    const SCHEMA: &'static schema::Operation = &TAG_RESOURCE_OPERATION;
}

pub struct UntagResource;

static UNTAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "UntagResource",
    input: Some(&UNTAG_RESOURCE_INPUT),
    output: Some(&UNTAG_RESOURCE_OUTPUT),
    errors: &["InvalidParameterValueException", "ResourceNotFoundException", "ConcurrentModificationException", "InternalServiceFault", "ConflictException"],
};

impl crate::Operation for UntagResource {
    type Input = UntagResourceInput;
    type Output = UntagResourceOutput;
    const SCHEMA: &'static schema::Operation = &UNTAG_RESOURCE_OPERATION;
}

pub struct UpdateOTelEnrichment;

static UPDATE_O_TEL_ENRICHMENT_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateOTelEnrichment",
    input: Some(&UPDATE_O_TEL_ENRICHMENT_INPUT),
    output: Some(&UPDATE_O_TEL_ENRICHMENT_OUTPUT),
    errors: &["ValidationException", "ResourceNotFoundException"],
};

impl crate::Operation for UpdateOTelEnrichment {
    type Input = UpdateOTelEnrichmentInput;
    type Output = UpdateOTelEnrichmentOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_O_TEL_ENRICHMENT_OPERATION;
}

pub struct UpdateResourceMetricsConfiguration;

static UPDATE_RESOURCE_METRICS_CONFIGURATION_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateResourceMetricsConfiguration",
    input: Some(&UPDATE_RESOURCE_METRICS_CONFIGURATION_INPUT),
    output: Some(&UPDATE_RESOURCE_METRICS_CONFIGURATION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for UpdateResourceMetricsConfiguration {
    type Input = UpdateResourceMetricsConfigurationInput;
    type Output = UpdateResourceMetricsConfigurationOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_RESOURCE_METRICS_CONFIGURATION_OPERATION;
}

pub static SERVICE: schema::Service = schema::Service {
    name: "cloudwatch",
    target_prefix: "GraniteServiceVersion20100801",
    signing_name: "monitoring",
    iam_prefix: "cloudwatch",
    api_version: "2010-08-01",
    protocols: &["smithy-rpc-v2-cbor", "json", "query"],
    xml_namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    query_compatible: true,
    operations: &[
        &ASSOCIATE_DATASET_KMS_KEY_OPERATION,
        &CREATE_RESOURCE_METRICS_CONFIGURATION_OPERATION,
        &DELETE_ALARM_MUTE_RULE_OPERATION,
        &DELETE_ALARMS_OPERATION,
        &DELETE_ANOMALY_DETECTOR_OPERATION,
        &DELETE_DASHBOARDS_OPERATION,
        &DELETE_INSIGHT_RULES_OPERATION,
        &DELETE_METRIC_DATA_QUERY_DEFINITION_OPERATION,
        &DELETE_METRIC_STREAM_OPERATION,
        &DELETE_RESOURCE_METRICS_CONFIGURATION_OPERATION,
        &DESCRIBE_ALARM_CONTRIBUTORS_OPERATION,
        &DESCRIBE_ALARM_HISTORY_OPERATION,
        &DESCRIBE_ALARMS_OPERATION,
        &DESCRIBE_ALARMS_FOR_METRIC_OPERATION,
        &DESCRIBE_ANOMALY_DETECTORS_OPERATION,
        &DESCRIBE_INSIGHT_RULES_OPERATION,
        &DISABLE_ALARM_ACTIONS_OPERATION,
        &DISABLE_INSIGHT_RULES_OPERATION,
        &DISASSOCIATE_DATASET_KMS_KEY_OPERATION,
        &ENABLE_ALARM_ACTIONS_OPERATION,
        &ENABLE_INSIGHT_RULES_OPERATION,
        &GET_ALARM_MUTE_RULE_OPERATION,
        &GET_DASHBOARD_OPERATION,
        &GET_DATASET_OPERATION,
        &GET_INSIGHT_RULE_REPORT_OPERATION,
        &GET_METRIC_DATA_OPERATION,
        &GET_METRIC_DATA_QUERY_DEFINITION_OPERATION,
        &GET_METRIC_STATISTICS_OPERATION,
        &GET_METRIC_STREAM_OPERATION,
        &GET_METRIC_WIDGET_IMAGE_OPERATION,
        &GET_O_TEL_ENRICHMENT_OPERATION,
        &GET_RESOURCE_METRICS_CONFIGURATION_OPERATION,
        &LIST_ALARM_MUTE_RULES_OPERATION,
        &LIST_DASHBOARDS_OPERATION,
        &LIST_MANAGED_INSIGHT_RULES_OPERATION,
        &LIST_METRIC_DATA_QUERY_DEFINITIONS_OPERATION,
        &LIST_METRIC_STREAMS_OPERATION,
        &LIST_METRICS_OPERATION,
        &LIST_TAGS_FOR_RESOURCE_OPERATION,
        &PUT_ALARM_MUTE_RULE_OPERATION,
        &PUT_ANOMALY_DETECTOR_OPERATION,
        &PUT_COMPOSITE_ALARM_OPERATION,
        &PUT_DASHBOARD_OPERATION,
        &PUT_INSIGHT_RULE_OPERATION,
        &PUT_LOG_ALARM_OPERATION,
        &PUT_MANAGED_INSIGHT_RULES_OPERATION,
        &PUT_METRIC_ALARM_OPERATION,
        &PUT_METRIC_DATA_OPERATION,
        &PUT_METRIC_DATA_QUERY_DEFINITION_OPERATION,
        &PUT_METRIC_STREAM_OPERATION,
        &SET_ALARM_STATE_OPERATION,
        &START_METRIC_STREAMS_OPERATION,
        &START_O_TEL_ENRICHMENT_OPERATION,
        &STOP_METRIC_STREAMS_OPERATION,
        &STOP_O_TEL_ENRICHMENT_OPERATION,
        &TAG_RESOURCE_OPERATION,
        &UNTAG_RESOURCE_OPERATION,
        &UPDATE_O_TEL_ENRICHMENT_OPERATION,
        &UPDATE_RESOURCE_METRICS_CONFIGURATION_OPERATION,
    ],
    errors: &[
        schema::Error { name: "ConcurrentModificationException", code: "ConcurrentModificationException", status: 429 },
        schema::Error { name: "ConflictException", code: "ConflictException", status: 409 },
        schema::Error { name: "DashboardInvalidInputError", code: "InvalidParameterInput", status: 400 },
        schema::Error { name: "DashboardNotFoundError", code: "ResourceNotFound", status: 404 },
        schema::Error { name: "InternalServiceFault", code: "InternalServiceError", status: 500 },
        schema::Error { name: "InvalidFormatFault", code: "InvalidFormat", status: 400 },
        schema::Error { name: "InvalidNextToken", code: "InvalidNextToken", status: 400 },
        schema::Error { name: "InvalidParameterCombinationException", code: "InvalidParameterCombination", status: 400 },
        schema::Error { name: "InvalidParameterValueException", code: "InvalidParameterValue", status: 400 },
        schema::Error { name: "KmsAccessDeniedException", code: "KmsAccessDeniedException", status: 400 },
        schema::Error { name: "KmsKeyDisabledException", code: "KmsKeyDisabledException", status: 400 },
        schema::Error { name: "KmsKeyNotFoundException", code: "KmsKeyNotFoundException", status: 400 },
        schema::Error { name: "LimitExceededException", code: "LimitExceededException", status: 400 },
        schema::Error { name: "LimitExceededFault", code: "LimitExceeded", status: 400 },
        schema::Error { name: "MissingRequiredParameterException", code: "MissingParameter", status: 400 },
        schema::Error { name: "ResourceConflict", code: "ResourceConflict", status: 409 },
        schema::Error { name: "ResourceNotFound", code: "ResourceNotFound", status: 404 },
        schema::Error { name: "ResourceNotFoundException", code: "ResourceNotFoundException", status: 404 },
        schema::Error { name: "ValidationException", code: "ValidationError", status: 400 },
    ],
};
