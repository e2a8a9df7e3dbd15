//! @generated from `models/dynamodb.json` by `cargo xtask codegen`: do not edit.
//!
//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::Timestamp;

use crate::operation::Void;
use crate::schema;
use crate::{open_enum, structure};

open_enum!(ApproximateCreationDateTimePrecision {
    Millisecond = "MILLISECOND",
    Microsecond = "MICROSECOND",
});

pub static APPROXIMATE_CREATION_DATE_TIME_PRECISION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["MILLISECOND", "MICROSECOND"] });

pub static ARCHIVAL_REASON: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArchivalSummary {
    pub archival_date_time: Option<Timestamp>,
    pub archival_reason: Option<String>,
    pub archival_backup_arn: Option<String>,
}

pub static ARCHIVAL_SUMMARY: schema::Structure = schema::Structure {
    name: "ArchivalSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ArchivalDateTime", required: false, shape: &DATE },
        schema::Member { name: "ArchivalReason", required: false, shape: &ARCHIVAL_REASON },
        schema::Member { name: "ArchivalBackupArn", required: false, shape: &BACKUP_ARN },
    ],
    checked: &[0, 1, 2],
};
pub static ARCHIVAL_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&ARCHIVAL_SUMMARY);

structure!(ArchivalSummary = ARCHIVAL_SUMMARY { archival_date_time, archival_reason, archival_backup_arn });

open_enum!(AttributeAction {
    Add = "ADD",
    Put = "PUT",
    Delete = "DELETE",
});

pub static ATTRIBUTE_ACTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ADD", "PUT", "DELETE"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeDefinition {
    pub attribute_name: String,
    pub attribute_type: ScalarAttributeType,
}

pub static ATTRIBUTE_DEFINITION: schema::Structure = schema::Structure {
    name: "AttributeDefinition",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeName", required: true, shape: &KEY_SCHEMA_ATTRIBUTE_NAME },
        schema::Member { name: "AttributeType", required: true, shape: &SCALAR_ATTRIBUTE_TYPE },
    ],
    checked: &[0, 1],
};
pub static ATTRIBUTE_DEFINITION_SHAPE: schema::Shape = schema::Shape::Structure(&ATTRIBUTE_DEFINITION);

structure!(AttributeDefinition = ATTRIBUTE_DEFINITION { attribute_name, attribute_type });

pub static ATTRIBUTE_DEFINITIONS: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_DEFINITION_SHAPE, length: schema::Length { min: None, max: None } };

pub static ATTRIBUTE_MAP: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

pub static ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: Some(65535) }, pattern: None, values: &[] });

pub static ATTRIBUTE_NAME_LIST: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_NAME, length: schema::Length { min: Some(1), max: None } };

pub static ATTRIBUTE_UPDATES: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_UPDATE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValue {
    pub s: Option<String>,
    pub n: Option<String>,
    pub b: Option<Bytes>,
    pub ss: Option<Vec<String>>,
    pub ns: Option<Vec<String>>,
    pub bs: Option<Vec<Bytes>>,
    pub m: Option<BTreeMap<String, AttributeValue>>,
    pub l: Option<Vec<AttributeValue>>,
    pub null: Option<bool>,
    pub bool: Option<bool>,
}

pub static ATTRIBUTE_VALUE: schema::Structure = schema::Structure {
    name: "AttributeValue",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "S", required: false, shape: &STRING_ATTRIBUTE_VALUE },
        schema::Member { name: "N", required: false, shape: &NUMBER_ATTRIBUTE_VALUE },
        schema::Member { name: "B", required: false, shape: &BINARY_ATTRIBUTE_VALUE },
        schema::Member { name: "SS", required: false, shape: &STRING_SET_ATTRIBUTE_VALUE },
        schema::Member { name: "NS", required: false, shape: &NUMBER_SET_ATTRIBUTE_VALUE },
        schema::Member { name: "BS", required: false, shape: &BINARY_SET_ATTRIBUTE_VALUE },
        schema::Member { name: "M", required: false, shape: &MAP_ATTRIBUTE_VALUE },
        schema::Member { name: "L", required: false, shape: &LIST_ATTRIBUTE_VALUE },
        schema::Member { name: "NULL", required: false, shape: &NULL_ATTRIBUTE_VALUE },
        schema::Member { name: "BOOL", required: false, shape: &BOOLEAN_ATTRIBUTE_VALUE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static ATTRIBUTE_VALUE_SHAPE: schema::Shape = schema::Shape::Structure(&ATTRIBUTE_VALUE);

structure!(AttributeValue = ATTRIBUTE_VALUE { s, n, b, ss, ns, bs, m, l, null, bool });

pub static ATTRIBUTE_VALUE_LIST: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValueUpdate {
    pub value: Option<AttributeValue>,
    pub action: Option<AttributeAction>,
}

pub static ATTRIBUTE_VALUE_UPDATE: schema::Structure = schema::Structure {
    name: "AttributeValueUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Value", required: false, shape: &ATTRIBUTE_VALUE_SHAPE },
        schema::Member { name: "Action", required: false, shape: &ATTRIBUTE_ACTION },
    ],
    checked: &[0, 1],
};
pub static ATTRIBUTE_VALUE_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&ATTRIBUTE_VALUE_UPDATE);

structure!(AttributeValueUpdate = ATTRIBUTE_VALUE_UPDATE { value, action });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingPolicyDescription {
    pub policy_name: Option<String>,
    pub target_tracking_scaling_policy_configuration: Option<AutoScalingTargetTrackingScalingPolicyConfigurationDescription>,
}

pub static AUTO_SCALING_POLICY_DESCRIPTION: schema::Structure = schema::Structure {
    name: "AutoScalingPolicyDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "PolicyName", required: false, shape: &AUTO_SCALING_POLICY_NAME },
        schema::Member { name: "TargetTrackingScalingPolicyConfiguration", required: false, shape: &AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static AUTO_SCALING_POLICY_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_POLICY_DESCRIPTION);

structure!(AutoScalingPolicyDescription = AUTO_SCALING_POLICY_DESCRIPTION { policy_name, target_tracking_scaling_policy_configuration });

pub static AUTO_SCALING_POLICY_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &AUTO_SCALING_POLICY_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

pub static AUTO_SCALING_POLICY_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: Some(schema::Pattern { text: "\\p{Print}+", matcher: "\\p{Print}+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingPolicyUpdate {
    pub policy_name: Option<String>,
    pub target_tracking_scaling_policy_configuration: AutoScalingTargetTrackingScalingPolicyConfigurationUpdate,
}

pub static AUTO_SCALING_POLICY_UPDATE: schema::Structure = schema::Structure {
    name: "AutoScalingPolicyUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "PolicyName", required: false, shape: &AUTO_SCALING_POLICY_NAME },
        schema::Member { name: "TargetTrackingScalingPolicyConfiguration", required: true, shape: &AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_UPDATE_SHAPE },
    ],
    checked: &[0, 1],
};
pub static AUTO_SCALING_POLICY_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_POLICY_UPDATE);

structure!(AutoScalingPolicyUpdate = AUTO_SCALING_POLICY_UPDATE { policy_name, target_tracking_scaling_policy_configuration });

pub static AUTO_SCALING_ROLE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1600) }, pattern: Some(schema::Pattern { text: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*", matcher: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingSettingsDescription {
    pub minimum_units: Option<i64>,
    pub maximum_units: Option<i64>,
    pub auto_scaling_disabled: Option<bool>,
    pub auto_scaling_role_arn: Option<String>,
    pub scaling_policies: Option<Vec<AutoScalingPolicyDescription>>,
}

pub static AUTO_SCALING_SETTINGS_DESCRIPTION: schema::Structure = schema::Structure {
    name: "AutoScalingSettingsDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "MinimumUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "MaximumUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "AutoScalingDisabled", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "AutoScalingRoleArn", required: false, shape: &STRING },
        schema::Member { name: "ScalingPolicies", required: false, shape: &AUTO_SCALING_POLICY_DESCRIPTION_LIST },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_SETTINGS_DESCRIPTION);

structure!(AutoScalingSettingsDescription = AUTO_SCALING_SETTINGS_DESCRIPTION { minimum_units, maximum_units, auto_scaling_disabled, auto_scaling_role_arn, scaling_policies });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingSettingsUpdate {
    pub minimum_units: Option<i64>,
    pub maximum_units: Option<i64>,
    pub auto_scaling_disabled: Option<bool>,
    pub auto_scaling_role_arn: Option<String>,
    pub scaling_policy_update: Option<AutoScalingPolicyUpdate>,
}

pub static AUTO_SCALING_SETTINGS_UPDATE: schema::Structure = schema::Structure {
    name: "AutoScalingSettingsUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "MinimumUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "MaximumUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "AutoScalingDisabled", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "AutoScalingRoleArn", required: false, shape: &AUTO_SCALING_ROLE_ARN },
        schema::Member { name: "ScalingPolicyUpdate", required: false, shape: &AUTO_SCALING_POLICY_UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static AUTO_SCALING_SETTINGS_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_SETTINGS_UPDATE);

structure!(AutoScalingSettingsUpdate = AUTO_SCALING_SETTINGS_UPDATE { minimum_units, maximum_units, auto_scaling_disabled, auto_scaling_role_arn, scaling_policy_update });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingTargetTrackingScalingPolicyConfigurationDescription {
    pub disable_scale_in: Option<bool>,
    pub scale_in_cooldown: Option<i32>,
    pub scale_out_cooldown: Option<i32>,
    pub target_value: f64,
}

pub static AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "AutoScalingTargetTrackingScalingPolicyConfigurationDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "DisableScaleIn", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "ScaleInCooldown", required: false, shape: &INTEGER_OBJECT },
        schema::Member { name: "ScaleOutCooldown", required: false, shape: &INTEGER_OBJECT },
        schema::Member { name: "TargetValue", required: true, shape: &DOUBLE_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_DESCRIPTION);

structure!(AutoScalingTargetTrackingScalingPolicyConfigurationDescription = AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_DESCRIPTION { disable_scale_in, scale_in_cooldown, scale_out_cooldown, target_value });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AutoScalingTargetTrackingScalingPolicyConfigurationUpdate {
    pub disable_scale_in: Option<bool>,
    pub scale_in_cooldown: Option<i32>,
    pub scale_out_cooldown: Option<i32>,
    pub target_value: f64,
}

pub static AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_UPDATE: schema::Structure = schema::Structure {
    name: "AutoScalingTargetTrackingScalingPolicyConfigurationUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "DisableScaleIn", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "ScaleInCooldown", required: false, shape: &INTEGER_OBJECT },
        schema::Member { name: "ScaleOutCooldown", required: false, shape: &INTEGER_OBJECT },
        schema::Member { name: "TargetValue", required: true, shape: &DOUBLE_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_UPDATE);

structure!(AutoScalingTargetTrackingScalingPolicyConfigurationUpdate = AUTO_SCALING_TARGET_TRACKING_SCALING_POLICY_CONFIGURATION_UPDATE { disable_scale_in, scale_in_cooldown, scale_out_cooldown, target_value });

pub static AVAILABILITY_ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static BACKFILLING: schema::Shape = schema::Shape::Boolean;

pub static BACKUP_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(37), max: Some(1024) }, pattern: None, values: &[] });

pub static BACKUP_CREATION_DATE_TIME: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BackupDescription {
    pub backup_details: Option<BackupDetails>,
    pub source_table_details: Option<SourceTableDetails>,
    pub source_table_feature_details: Option<SourceTableFeatureDetails>,
}

pub static BACKUP_DESCRIPTION: schema::Structure = schema::Structure {
    name: "BackupDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupDetails", required: false, shape: &BACKUP_DETAILS_SHAPE },
        schema::Member { name: "SourceTableDetails", required: false, shape: &SOURCE_TABLE_DETAILS_SHAPE },
        schema::Member { name: "SourceTableFeatureDetails", required: false, shape: &SOURCE_TABLE_FEATURE_DETAILS_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static BACKUP_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&BACKUP_DESCRIPTION);

structure!(BackupDescription = BACKUP_DESCRIPTION { backup_details, source_table_details, source_table_feature_details });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BackupDetails {
    pub backup_arn: String,
    pub backup_name: String,
    pub backup_size_bytes: Option<i64>,
    pub backup_status: BackupStatus,
    pub backup_type: BackupType,
    pub backup_creation_date_time: Timestamp,
    pub backup_expiry_date_time: Option<Timestamp>,
}

pub static BACKUP_DETAILS: schema::Structure = schema::Structure {
    name: "BackupDetails",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupArn", required: true, shape: &BACKUP_ARN },
        schema::Member { name: "BackupName", required: true, shape: &BACKUP_NAME },
        schema::Member { name: "BackupSizeBytes", required: false, shape: &BACKUP_SIZE_BYTES },
        schema::Member { name: "BackupStatus", required: true, shape: &BACKUP_STATUS },
        schema::Member { name: "BackupType", required: true, shape: &BACKUP_TYPE },
        schema::Member { name: "BackupCreationDateTime", required: true, shape: &BACKUP_CREATION_DATE_TIME },
        schema::Member { name: "BackupExpiryDateTime", required: false, shape: &DATE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static BACKUP_DETAILS_SHAPE: schema::Shape = schema::Shape::Structure(&BACKUP_DETAILS);

structure!(BackupDetails = BACKUP_DETAILS { backup_arn, backup_name, backup_size_bytes, backup_status, backup_type, backup_creation_date_time, backup_expiry_date_time });

pub static BACKUP_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(3), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

pub static BACKUP_SIZE_BYTES: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

open_enum!(BackupStatus {
    Creating = "CREATING",
    Deleted = "DELETED",
    Available = "AVAILABLE",
});

pub static BACKUP_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "DELETED", "AVAILABLE"] });

pub static BACKUP_SUMMARIES: schema::Shape = schema::Shape::List { member: &BACKUP_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BackupSummary {
    pub table_name: Option<String>,
    pub table_id: Option<String>,
    pub table_arn: Option<String>,
    pub backup_arn: Option<String>,
    pub backup_name: Option<String>,
    pub backup_creation_date_time: Option<Timestamp>,
    pub backup_expiry_date_time: Option<Timestamp>,
    pub backup_status: Option<BackupStatus>,
    pub backup_type: Option<BackupType>,
    pub backup_size_bytes: Option<i64>,
}

pub static BACKUP_SUMMARY: schema::Structure = schema::Structure {
    name: "BackupSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "TableId", required: false, shape: &TABLE_ID },
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "BackupArn", required: false, shape: &BACKUP_ARN },
        schema::Member { name: "BackupName", required: false, shape: &BACKUP_NAME },
        schema::Member { name: "BackupCreationDateTime", required: false, shape: &BACKUP_CREATION_DATE_TIME },
        schema::Member { name: "BackupExpiryDateTime", required: false, shape: &DATE },
        schema::Member { name: "BackupStatus", required: false, shape: &BACKUP_STATUS },
        schema::Member { name: "BackupType", required: false, shape: &BACKUP_TYPE },
        schema::Member { name: "BackupSizeBytes", required: false, shape: &BACKUP_SIZE_BYTES },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static BACKUP_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&BACKUP_SUMMARY);

structure!(BackupSummary = BACKUP_SUMMARY { table_name, table_id, table_arn, backup_arn, backup_name, backup_creation_date_time, backup_expiry_date_time, backup_status, backup_type, backup_size_bytes });

open_enum!(BackupType {
    User = "USER",
    System = "SYSTEM",
    AwsBackup = "AWS_BACKUP",
});

pub static BACKUP_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["USER", "SYSTEM", "AWS_BACKUP"] });

open_enum!(BackupTypeFilter {
    User = "USER",
    System = "SYSTEM",
    AwsBackup = "AWS_BACKUP",
    All = "ALL",
});

pub static BACKUP_TYPE_FILTER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["USER", "SYSTEM", "AWS_BACKUP", "ALL"] });

pub static BACKUPS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchExecuteStatementInput {
    pub statements: Vec<BatchStatementRequest>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
}

pub static BATCH_EXECUTE_STATEMENT_INPUT: schema::Structure = schema::Structure {
    name: "BatchExecuteStatementInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Statements", required: true, shape: &PARTI_QL_BATCH_REQUEST },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
    ],
    checked: &[0, 1],
};
pub static BATCH_EXECUTE_STATEMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_EXECUTE_STATEMENT_INPUT);

structure!(BatchExecuteStatementInput = BATCH_EXECUTE_STATEMENT_INPUT { statements, return_consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchExecuteStatementOutput {
    pub responses: Option<Vec<BatchStatementResponse>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

pub static BATCH_EXECUTE_STATEMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "BatchExecuteStatementOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Responses", required: false, shape: &PARTI_QL_BATCH_RESPONSE },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
    ],
    checked: &[0, 1],
};
pub static BATCH_EXECUTE_STATEMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_EXECUTE_STATEMENT_OUTPUT);

structure!(BatchExecuteStatementOutput = BATCH_EXECUTE_STATEMENT_OUTPUT { responses, consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetItemInput {
    pub request_items: BTreeMap<String, KeysAndAttributes>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
}

pub static BATCH_GET_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "BatchGetItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RequestItems", required: true, shape: &BATCH_GET_REQUEST_MAP },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
    ],
    checked: &[0, 1],
};
pub static BATCH_GET_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_GET_ITEM_INPUT);

structure!(BatchGetItemInput = BATCH_GET_ITEM_INPUT { request_items, return_consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetItemOutput {
    pub responses: Option<BTreeMap<String, Vec<BTreeMap<String, AttributeValue>>>>,
    pub unprocessed_keys: Option<BTreeMap<String, KeysAndAttributes>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

pub static BATCH_GET_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "BatchGetItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Responses", required: false, shape: &BATCH_GET_RESPONSE_MAP },
        schema::Member { name: "UnprocessedKeys", required: false, shape: &BATCH_GET_REQUEST_MAP },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
    ],
    checked: &[0, 1, 2],
};
pub static BATCH_GET_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_GET_ITEM_OUTPUT);

structure!(BatchGetItemOutput = BATCH_GET_ITEM_OUTPUT { responses, unprocessed_keys, consumed_capacity });

pub static BATCH_GET_REQUEST_MAP: schema::Shape = schema::Shape::Map { key: &TABLE_ARN, value: &KEYS_AND_ATTRIBUTES_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

pub static BATCH_GET_RESPONSE_MAP: schema::Shape = schema::Shape::Map { key: &TABLE_ARN, value: &ITEM_LIST, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementError {
    pub code: Option<BatchStatementErrorCodeEnum>,
    pub message: Option<String>,
    pub item: Option<BTreeMap<String, AttributeValue>>,
}

pub static BATCH_STATEMENT_ERROR: schema::Structure = schema::Structure {
    name: "BatchStatementError",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Code", required: false, shape: &BATCH_STATEMENT_ERROR_CODE_ENUM },
        schema::Member { name: "Message", required: false, shape: &STRING },
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
    ],
    checked: &[0, 1, 2],
};
pub static BATCH_STATEMENT_ERROR_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_STATEMENT_ERROR);

structure!(BatchStatementError = BATCH_STATEMENT_ERROR { code, message, item });

open_enum!(BatchStatementErrorCodeEnum {
    ConditionalCheckFailed = "ConditionalCheckFailed",
    ItemCollectionSizeLimitExceeded = "ItemCollectionSizeLimitExceeded",
    RequestLimitExceeded = "RequestLimitExceeded",
    ValidationError = "ValidationError",
    ProvisionedThroughputExceeded = "ProvisionedThroughputExceeded",
    TransactionConflict = "TransactionConflict",
    ThrottlingError = "ThrottlingError",
    InternalServerError = "InternalServerError",
    ResourceNotFound = "ResourceNotFound",
    AccessDenied = "AccessDenied",
    DuplicateItem = "DuplicateItem",
});

pub static BATCH_STATEMENT_ERROR_CODE_ENUM: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ConditionalCheckFailed", "ItemCollectionSizeLimitExceeded", "RequestLimitExceeded", "ValidationError", "ProvisionedThroughputExceeded", "TransactionConflict", "ThrottlingError", "InternalServerError", "ResourceNotFound", "AccessDenied", "DuplicateItem"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementRequest {
    pub statement: String,
    pub parameters: Option<Vec<AttributeValue>>,
    pub consistent_read: Option<bool>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static BATCH_STATEMENT_REQUEST: schema::Structure = schema::Structure {
    name: "BatchStatementRequest",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Statement", required: true, shape: &PARTI_QL_STATEMENT },
        schema::Member { name: "Parameters", required: false, shape: &PREPARED_STATEMENT_PARAMETERS },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static BATCH_STATEMENT_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_STATEMENT_REQUEST);

structure!(BatchStatementRequest = BATCH_STATEMENT_REQUEST { statement, parameters, consistent_read, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchStatementResponse {
    pub error: Option<BatchStatementError>,
    pub table_name: Option<String>,
    pub item: Option<BTreeMap<String, AttributeValue>>,
}

pub static BATCH_STATEMENT_RESPONSE: schema::Structure = schema::Structure {
    name: "BatchStatementResponse",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Error", required: false, shape: &BATCH_STATEMENT_ERROR_SHAPE },
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
    ],
    checked: &[0, 1, 2],
};
pub static BATCH_STATEMENT_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_STATEMENT_RESPONSE);

structure!(BatchStatementResponse = BATCH_STATEMENT_RESPONSE { error, table_name, item });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchWriteItemInput {
    pub request_items: BTreeMap<String, Vec<WriteRequest>>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
}

pub static BATCH_WRITE_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "BatchWriteItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RequestItems", required: true, shape: &BATCH_WRITE_ITEM_REQUEST_MAP },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ReturnItemCollectionMetrics", required: false, shape: &RETURN_ITEM_COLLECTION_METRICS },
    ],
    checked: &[0, 1, 2],
};
pub static BATCH_WRITE_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_WRITE_ITEM_INPUT);

structure!(BatchWriteItemInput = BATCH_WRITE_ITEM_INPUT { request_items, return_consumed_capacity, return_item_collection_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchWriteItemOutput {
    pub unprocessed_items: Option<BTreeMap<String, Vec<WriteRequest>>>,
    pub item_collection_metrics: Option<BTreeMap<String, Vec<ItemCollectionMetrics>>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

pub static BATCH_WRITE_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "BatchWriteItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "UnprocessedItems", required: false, shape: &BATCH_WRITE_ITEM_REQUEST_MAP },
        schema::Member { name: "ItemCollectionMetrics", required: false, shape: &ITEM_COLLECTION_METRICS_PER_TABLE },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
    ],
    checked: &[0, 1, 2],
};
pub static BATCH_WRITE_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&BATCH_WRITE_ITEM_OUTPUT);

structure!(BatchWriteItemOutput = BATCH_WRITE_ITEM_OUTPUT { unprocessed_items, item_collection_metrics, consumed_capacity });

pub static BATCH_WRITE_ITEM_REQUEST_MAP: schema::Shape = schema::Shape::Map { key: &TABLE_ARN, value: &WRITE_REQUESTS, length: schema::Length { min: Some(1), max: Some(25) } };

pub static BILLED_SIZE_BYTES: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

open_enum!(BillingMode {
    Provisioned = "PROVISIONED",
    PayPerRequest = "PAY_PER_REQUEST",
});

pub static BILLING_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PROVISIONED", "PAY_PER_REQUEST"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BillingModeSummary {
    pub billing_mode: Option<BillingMode>,
    pub last_update_to_pay_per_request_date_time: Option<Timestamp>,
}

pub static BILLING_MODE_SUMMARY: schema::Structure = schema::Structure {
    name: "BillingModeSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BillingMode", required: false, shape: &BILLING_MODE },
        schema::Member { name: "LastUpdateToPayPerRequestDateTime", required: false, shape: &DATE },
    ],
    checked: &[0, 1],
};
pub static BILLING_MODE_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&BILLING_MODE_SUMMARY);

structure!(BillingModeSummary = BILLING_MODE_SUMMARY { billing_mode, last_update_to_pay_per_request_date_time });

pub static BINARY_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::Blob(schema::Length { min: None, max: None });

pub static BINARY_SET_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::List { member: &BINARY_ATTRIBUTE_VALUE, length: schema::Length { min: None, max: None } };

pub static BOOLEAN_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::Boolean;

pub static BOOLEAN_OBJECT: schema::Shape = schema::Shape::Boolean;

pub static BULK_OPERATION_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(37), max: Some(1024) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationBytes {
    pub bulk_put_bytes: Option<i64>,
}

pub static BULK_OPERATION_BYTES: schema::Structure = schema::Structure {
    name: "BulkOperationBytes",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkPutBytes", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
    ],
    checked: &[0],
};
pub static BULK_OPERATION_BYTES_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_BYTES);

structure!(BulkOperationBytes = BULK_OPERATION_BYTES { bulk_put_bytes });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationDescription {
    pub bulk_operation_arn: Option<String>,
    pub bulk_operation_status: Option<BulkOperationStatus>,
    pub table_details: Option<Vec<BulkOperationTableDetail>>,
    pub client_token: Option<String>,
    pub input_s3_configuration: Option<InputS3Configuration>,
    pub output_s3_configuration: Option<OutputS3Configuration>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub processed_item_count: Option<i64>,
    pub processed_input_bytes: Option<i64>,
    pub total_input_bytes: Option<i64>,
    pub bulk_operation_usage: Option<Vec<BulkOperationUsage>>,
    pub failed_item_count: Option<i64>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
    pub max_write_request_units: Option<i64>,
    pub performance_tier: Option<BulkOperationPerformanceTier>,
}

pub static BULK_OPERATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "BulkOperationDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationArn", required: false, shape: &BULK_OPERATION_ARN },
        schema::Member { name: "BulkOperationStatus", required: false, shape: &BULK_OPERATION_STATUS },
        schema::Member { name: "TableDetails", required: false, shape: &BULK_OPERATION_TABLE_DETAILS },
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "InputS3Configuration", required: false, shape: &INPUT_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "OutputS3Configuration", required: false, shape: &OUTPUT_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "StartTime", required: false, shape: &BULK_OPERATION_START_TIME },
        schema::Member { name: "EndTime", required: false, shape: &BULK_OPERATION_END_TIME },
        schema::Member { name: "ProcessedItemCount", required: false, shape: &BULK_OPERATION_ITEM_COUNT },
        schema::Member { name: "ProcessedInputBytes", required: false, shape: &PROCESSED_INPUT_BYTES },
        schema::Member { name: "TotalInputBytes", required: false, shape: &TOTAL_INPUT_BYTES },
        schema::Member { name: "BulkOperationUsage", required: false, shape: &BULK_OPERATION_USAGE_MULTIPLE },
        schema::Member { name: "FailedItemCount", required: false, shape: &BULK_OPERATION_ITEM_COUNT },
        schema::Member { name: "FailureCode", required: false, shape: &FAILURE_CODE },
        schema::Member { name: "FailureMessage", required: false, shape: &FAILURE_MESSAGE },
        schema::Member { name: "MaxWriteRequestUnits", required: false, shape: &BULK_OPERATION_MAX_WRITE_REQUEST_UNITS },
        schema::Member { name: "PerformanceTier", required: false, shape: &BULK_OPERATION_PERFORMANCE_TIER },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
pub static BULK_OPERATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_DESCRIPTION);

structure!(BulkOperationDescription = BULK_OPERATION_DESCRIPTION { bulk_operation_arn, bulk_operation_status, table_details, client_token, input_s3_configuration, output_s3_configuration, start_time, end_time, processed_item_count, processed_input_bytes, total_input_bytes, bulk_operation_usage, failed_item_count, failure_code, failure_message, max_write_request_units, performance_tier });

pub static BULK_OPERATION_END_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(BulkOperationInputFormat {
    DynamodbJson = "DYNAMODB_JSON",
    Ion = "ION",
});

pub static BULK_OPERATION_INPUT_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["DYNAMODB_JSON", "ION"] });

pub static BULK_OPERATION_ITEM_COUNT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

pub static BULK_OPERATION_MAX_WRITE_REQUEST_UNITS: schema::Shape = schema::Shape::Long(schema::Range { min: Some(1024), max: None });

pub static BULK_OPERATION_NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: Some(schema::Pattern { text: "([0-9a-f]{16})+", matcher: "([0-9a-f]{16})+" }), values: &[] });

open_enum!(BulkOperationPerformanceTier {
    Standard = "STANDARD",
    Accelerated = "ACCELERATED",
});

pub static BULK_OPERATION_PERFORMANCE_TIER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["STANDARD", "ACCELERATED"] });

pub static BULK_OPERATION_START_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(BulkOperationStatus {
    InProgress = "IN_PROGRESS",
    Completed = "COMPLETED",
    CompletedWithErrors = "COMPLETED_WITH_ERRORS",
    Cancelling = "CANCELLING",
    Cancelled = "CANCELLED",
    Failed = "FAILED",
});

pub static BULK_OPERATION_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETED", "COMPLETED_WITH_ERRORS", "CANCELLING", "CANCELLED", "FAILED"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationSummary {
    pub bulk_operation_arn: String,
    pub bulk_operation_status: BulkOperationStatus,
    pub start_time: Timestamp,
    pub end_time: Option<Timestamp>,
}

pub static BULK_OPERATION_SUMMARY: schema::Structure = schema::Structure {
    name: "BulkOperationSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationArn", required: true, shape: &BULK_OPERATION_ARN },
        schema::Member { name: "BulkOperationStatus", required: true, shape: &BULK_OPERATION_STATUS },
        schema::Member { name: "StartTime", required: true, shape: &BULK_OPERATION_START_TIME },
        schema::Member { name: "EndTime", required: false, shape: &BULK_OPERATION_END_TIME },
    ],
    checked: &[0, 1, 2, 3],
};
pub static BULK_OPERATION_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_SUMMARY);

structure!(BulkOperationSummary = BULK_OPERATION_SUMMARY { bulk_operation_arn, bulk_operation_status, start_time, end_time });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationTableDetail {
    pub table_name: Option<String>,
    pub table_id: Option<String>,
}

pub static BULK_OPERATION_TABLE_DETAIL: schema::Structure = schema::Structure {
    name: "BulkOperationTableDetail",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_ARN },
        schema::Member { name: "TableId", required: false, shape: &TABLE_ID },
    ],
    checked: &[0, 1],
};
pub static BULK_OPERATION_TABLE_DETAIL_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_TABLE_DETAIL);

structure!(BulkOperationTableDetail = BULK_OPERATION_TABLE_DETAIL { table_name, table_id });

pub static BULK_OPERATION_TABLE_DETAILS: schema::Shape = schema::Shape::List { member: &BULK_OPERATION_TABLE_DETAIL_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationUsage {
    pub table_name: Option<String>,
    pub bulk_put_bytes: Option<i64>,
    pub table: Option<BulkOperationBytes>,
    pub local_secondary_indexes: Option<BTreeMap<String, BulkOperationBytes>>,
    pub global_secondary_indexes: Option<BTreeMap<String, BulkOperationBytes>>,
    pub vector_indexes: Option<BTreeMap<String, BulkOperationVectorBytes>>,
}

pub static BULK_OPERATION_USAGE: schema::Structure = schema::Structure {
    name: "BulkOperationUsage",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_ARN },
        schema::Member { name: "BulkPutBytes", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
        schema::Member { name: "Table", required: false, shape: &BULK_OPERATION_BYTES_SHAPE },
        schema::Member { name: "LocalSecondaryIndexes", required: false, shape: &SECONDARY_INDEXES_BULK_BYTES_MAP },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &SECONDARY_INDEXES_BULK_BYTES_MAP },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEXES_BULK_VECTOR_BYTES_MAP },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static BULK_OPERATION_USAGE_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_USAGE);

structure!(BulkOperationUsage = BULK_OPERATION_USAGE { table_name, bulk_put_bytes, table, local_secondary_indexes, global_secondary_indexes, vector_indexes });

pub static BULK_OPERATION_USAGE_MULTIPLE: schema::Shape = schema::Shape::List { member: &BULK_OPERATION_USAGE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkOperationVectorBytes {
    pub bulk_put_vector_bytes: Option<i64>,
}

pub static BULK_OPERATION_VECTOR_BYTES: schema::Structure = schema::Structure {
    name: "BulkOperationVectorBytes",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkPutVectorBytes", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
    ],
    checked: &[0],
};
pub static BULK_OPERATION_VECTOR_BYTES_SHAPE: schema::Shape = schema::Shape::Structure(&BULK_OPERATION_VECTOR_BYTES);

structure!(BulkOperationVectorBytes = BULK_OPERATION_VECTOR_BYTES { bulk_put_vector_bytes });

pub static BULK_OPERATIONS_SUMMARY_LIST: schema::Shape = schema::Shape::List { member: &BULK_OPERATION_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelBulkOperationInput {
    pub bulk_operation_arn: String,
}

pub static CANCEL_BULK_OPERATION_INPUT: schema::Structure = schema::Structure {
    name: "CancelBulkOperationInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationArn", required: true, shape: &BULK_OPERATION_ARN },
    ],
    checked: &[0],
};
pub static CANCEL_BULK_OPERATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CANCEL_BULK_OPERATION_INPUT);

structure!(CancelBulkOperationInput = CANCEL_BULK_OPERATION_INPUT { bulk_operation_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelBulkOperationOutput {
    pub bulk_operation_arn: String,
    pub bulk_operation_status: BulkOperationStatus,
}

pub static CANCEL_BULK_OPERATION_OUTPUT: schema::Structure = schema::Structure {
    name: "CancelBulkOperationOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationArn", required: true, shape: &BULK_OPERATION_ARN },
        schema::Member { name: "BulkOperationStatus", required: true, shape: &BULK_OPERATION_STATUS },
    ],
    checked: &[0, 1],
};
pub static CANCEL_BULK_OPERATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CANCEL_BULK_OPERATION_OUTPUT);

structure!(CancelBulkOperationOutput = CANCEL_BULK_OPERATION_OUTPUT { bulk_operation_arn, bulk_operation_status });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancellationReason {
    pub item: Option<BTreeMap<String, AttributeValue>>,
    pub code: Option<String>,
    pub message: Option<String>,
}

pub static CANCELLATION_REASON: schema::Structure = schema::Structure {
    name: "CancellationReason",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "Code", required: false, shape: &CODE },
        schema::Member { name: "Message", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static CANCELLATION_REASON_SHAPE: schema::Shape = schema::Shape::Structure(&CANCELLATION_REASON);

structure!(CancellationReason = CANCELLATION_REASON { item, code, message });

pub static CANCELLATION_REASON_LIST: schema::Shape = schema::Shape::List { member: &CANCELLATION_REASON_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    pub read_capacity_units: Option<f64>,
    pub write_capacity_units: Option<f64>,
    pub capacity_units: Option<f64>,
}

pub static CAPACITY: schema::Structure = schema::Structure {
    name: "Capacity",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadCapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "WriteCapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "CapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
    ],
    checked: &[0, 1, 2],
};
pub static CAPACITY_SHAPE: schema::Shape = schema::Shape::Structure(&CAPACITY);

structure!(Capacity = CAPACITY { read_capacity_units, write_capacity_units, capacity_units });

pub static CLIENT_REQUEST_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(36) }, pattern: None, values: &[] });

pub static CLIENT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "^[^\\$]+$", matcher: "^[^\\$]+$" }), values: &[] });

pub static CLOUD_WATCH_LOG_GROUP_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

open_enum!(ComparisonOperator {
    Eq = "EQ",
    Ne = "NE",
    In = "IN",
    Le = "LE",
    Lt = "LT",
    Ge = "GE",
    Gt = "GT",
    Between = "BETWEEN",
    NotNull = "NOT_NULL",
    Null = "NULL",
    Contains = "CONTAINS",
    NotContains = "NOT_CONTAINS",
    BeginsWith = "BEGINS_WITH",
});

pub static COMPARISON_OPERATOR: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub attribute_value_list: Option<Vec<AttributeValue>>,
    pub comparison_operator: ComparisonOperator,
}

pub static CONDITION: schema::Structure = schema::Structure {
    name: "Condition",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeValueList", required: false, shape: &ATTRIBUTE_VALUE_LIST },
        schema::Member { name: "ComparisonOperator", required: true, shape: &COMPARISON_OPERATOR },
    ],
    checked: &[0, 1],
};
pub static CONDITION_SHAPE: schema::Shape = schema::Shape::Structure(&CONDITION);

structure!(Condition = CONDITION { attribute_value_list, comparison_operator });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionCheck {
    pub key: BTreeMap<String, AttributeValue>,
    pub table_name: String,
    pub condition_expression: String,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static CONDITION_CHECK: schema::Structure = schema::Structure {
    name: "ConditionCheck",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ConditionExpression", required: true, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static CONDITION_CHECK_SHAPE: schema::Shape = schema::Shape::Structure(&CONDITION_CHECK);

structure!(ConditionCheck = CONDITION_CHECK { key, table_name, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

pub static CONDITION_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

open_enum!(ConditionalOperator {
    And = "AND",
    Or = "OR",
});

pub static CONDITIONAL_OPERATOR: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AND", "OR"] });

pub static CONFIRM_REMOVE_SELF_RESOURCE_ACCESS: schema::Shape = schema::Shape::Boolean;

pub static CONSISTENT_READ: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumedCapacity {
    pub table_name: Option<String>,
    pub capacity_units: Option<f64>,
    pub read_capacity_units: Option<f64>,
    pub write_capacity_units: Option<f64>,
    pub table: Option<Capacity>,
    pub local_secondary_indexes: Option<BTreeMap<String, Capacity>>,
    pub global_secondary_indexes: Option<BTreeMap<String, Capacity>>,
    pub vector_indexes: Option<BTreeMap<String, VectorCapacity>>,
}

pub static CONSUMED_CAPACITY: schema::Structure = schema::Structure {
    name: "ConsumedCapacity",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_ARN },
        schema::Member { name: "CapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "ReadCapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "WriteCapacityUnits", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "Table", required: false, shape: &CAPACITY_SHAPE },
        schema::Member { name: "LocalSecondaryIndexes", required: false, shape: &SECONDARY_INDEXES_CAPACITY_MAP },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &SECONDARY_INDEXES_CAPACITY_MAP },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEXES_CAPACITY_MAP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static CONSUMED_CAPACITY_SHAPE: schema::Shape = schema::Shape::Structure(&CONSUMED_CAPACITY);

structure!(ConsumedCapacity = CONSUMED_CAPACITY { table_name, capacity_units, read_capacity_units, write_capacity_units, table, local_secondary_indexes, global_secondary_indexes, vector_indexes });

pub static CONSUMED_CAPACITY_MULTIPLE: schema::Shape = schema::Shape::List { member: &CONSUMED_CAPACITY_SHAPE, length: schema::Length { min: None, max: None } };

pub static CONSUMED_CAPACITY_UNITS: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContinuousBackupsDescription {
    pub continuous_backups_status: ContinuousBackupsStatus,
    pub point_in_time_recovery_description: Option<PointInTimeRecoveryDescription>,
}

pub static CONTINUOUS_BACKUPS_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ContinuousBackupsDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ContinuousBackupsStatus", required: true, shape: &CONTINUOUS_BACKUPS_STATUS },
        schema::Member { name: "PointInTimeRecoveryDescription", required: false, shape: &POINT_IN_TIME_RECOVERY_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static CONTINUOUS_BACKUPS_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&CONTINUOUS_BACKUPS_DESCRIPTION);

structure!(ContinuousBackupsDescription = CONTINUOUS_BACKUPS_DESCRIPTION { continuous_backups_status, point_in_time_recovery_description });

open_enum!(ContinuousBackupsStatus {
    Enabled = "ENABLED",
    Disabled = "DISABLED",
});

pub static CONTINUOUS_BACKUPS_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "DISABLED"] });

open_enum!(ContributorInsightsAction {
    Enable = "ENABLE",
    Disable = "DISABLE",
});

pub static CONTRIBUTOR_INSIGHTS_ACTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLE", "DISABLE"] });

open_enum!(ContributorInsightsMode {
    AccessedAndThrottledKeys = "ACCESSED_AND_THROTTLED_KEYS",
    ThrottledKeys = "THROTTLED_KEYS",
});

pub static CONTRIBUTOR_INSIGHTS_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ACCESSED_AND_THROTTLED_KEYS", "THROTTLED_KEYS"] });

pub static CONTRIBUTOR_INSIGHTS_RULE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "[A-Za-z0-9][A-Za-z0-9\\-\\_\\.]{0,126}[A-Za-z0-9]", matcher: "[A-Za-z0-9][A-Za-z0-9\\-\\_\\.]{0,126}[A-Za-z0-9]" }), values: &[] });

pub static CONTRIBUTOR_INSIGHTS_RULE_LIST: schema::Shape = schema::Shape::List { member: &CONTRIBUTOR_INSIGHTS_RULE, length: schema::Length { min: None, max: None } };

open_enum!(ContributorInsightsStatus {
    Enabling = "ENABLING",
    Enabled = "ENABLED",
    Disabling = "DISABLING",
    Disabled = "DISABLED",
    Failed = "FAILED",
});

pub static CONTRIBUTOR_INSIGHTS_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLING", "ENABLED", "DISABLING", "DISABLED", "FAILED"] });

pub static CONTRIBUTOR_INSIGHTS_SUMMARIES: schema::Shape = schema::Shape::List { member: &CONTRIBUTOR_INSIGHTS_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContributorInsightsSummary {
    pub table_name: Option<String>,
    pub index_name: Option<String>,
    pub contributor_insights_status: Option<ContributorInsightsStatus>,
    pub contributor_insights_mode: Option<ContributorInsightsMode>,
}

pub static CONTRIBUTOR_INSIGHTS_SUMMARY: schema::Structure = schema::Structure {
    name: "ContributorInsightsSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ContributorInsightsStatus", required: false, shape: &CONTRIBUTOR_INSIGHTS_STATUS },
        schema::Member { name: "ContributorInsightsMode", required: false, shape: &CONTRIBUTOR_INSIGHTS_MODE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static CONTRIBUTOR_INSIGHTS_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&CONTRIBUTOR_INSIGHTS_SUMMARY);

structure!(ContributorInsightsSummary = CONTRIBUTOR_INSIGHTS_SUMMARY { table_name, index_name, contributor_insights_status, contributor_insights_mode });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBackupInput {
    pub table_name: String,
    pub backup_name: String,
}

pub static CREATE_BACKUP_INPUT: schema::Structure = schema::Structure {
    name: "CreateBackupInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "BackupName", required: true, shape: &BACKUP_NAME },
    ],
    checked: &[0, 1],
};
pub static CREATE_BACKUP_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_BACKUP_INPUT);

structure!(CreateBackupInput = CREATE_BACKUP_INPUT { table_name, backup_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBackupOutput {
    pub backup_details: Option<BackupDetails>,
}

pub static CREATE_BACKUP_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateBackupOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupDetails", required: false, shape: &BACKUP_DETAILS_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_BACKUP_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_BACKUP_OUTPUT);

structure!(CreateBackupOutput = CREATE_BACKUP_OUTPUT { backup_details });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalSecondaryIndexAction {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

pub static CREATE_GLOBAL_SECONDARY_INDEX_ACTION: schema::Structure = schema::Structure {
    name: "CreateGlobalSecondaryIndexAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: true, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: true, shape: &PROJECTION_SHAPE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static CREATE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_GLOBAL_SECONDARY_INDEX_ACTION);

structure!(CreateGlobalSecondaryIndexAction = CREATE_GLOBAL_SECONDARY_INDEX_ACTION { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput, warm_throughput });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalTableInput {
    pub global_table_name: String,
    pub replication_group: Vec<Replica>,
}

pub static CREATE_GLOBAL_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "CreateGlobalTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "ReplicationGroup", required: true, shape: &REPLICA_LIST },
    ],
    checked: &[0, 1],
};
pub static CREATE_GLOBAL_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_GLOBAL_TABLE_INPUT);

structure!(CreateGlobalTableInput = CREATE_GLOBAL_TABLE_INPUT { global_table_name, replication_group });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalTableOutput {
    pub global_table_description: Option<GlobalTableDescription>,
}

pub static CREATE_GLOBAL_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateGlobalTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableDescription", required: false, shape: &GLOBAL_TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_GLOBAL_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_GLOBAL_TABLE_OUTPUT);

structure!(CreateGlobalTableOutput = CREATE_GLOBAL_TABLE_OUTPUT { global_table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGlobalTableWitnessGroupMemberAction {
    pub region_name: String,
}

pub static CREATE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "CreateGlobalTableWitnessGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static CREATE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION);

structure!(CreateGlobalTableWitnessGroupMemberAction = CREATE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateReplicaAction {
    pub region_name: String,
}

pub static CREATE_REPLICA_ACTION: schema::Structure = schema::Structure {
    name: "CreateReplicaAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static CREATE_REPLICA_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_REPLICA_ACTION);

structure!(CreateReplicaAction = CREATE_REPLICA_ACTION { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateReplicationGroupMemberAction {
    pub region_name: String,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    pub table_class_override: Option<TableClass>,
}

pub static CREATE_REPLICATION_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "CreateReplicationGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "KMSMasterKeyId", required: false, shape: &KMS_MASTER_KEY_ID },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "TableClassOverride", required: false, shape: &TABLE_CLASS },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static CREATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_REPLICATION_GROUP_MEMBER_ACTION);

structure!(CreateReplicationGroupMemberAction = CREATE_REPLICATION_GROUP_MEMBER_ACTION { region_name, kms_master_key_id, provisioned_throughput_override, on_demand_throughput_override, global_secondary_indexes, table_class_override });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTableInput {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: String,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndex>>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndex>>,
    pub billing_mode: Option<BillingMode>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub stream_specification: Option<StreamSpecification>,
    pub sse_specification: Option<SSESpecification>,
    pub tags: Option<Vec<Tag>>,
    pub table_class: Option<TableClass>,
    pub deletion_protection_enabled: Option<bool>,
    pub warm_throughput: Option<WarmThroughput>,
    pub resource_policy: Option<String>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub global_table_source_arn: Option<String>,
    pub global_table_settings_replication_mode: Option<GlobalTableSettingsReplicationMode>,
    pub vector_indexes: Option<Vec<VectorIndex>>,
}

pub static CREATE_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "CreateTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeDefinitions", required: false, shape: &ATTRIBUTE_DEFINITIONS },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "LocalSecondaryIndexes", required: false, shape: &LOCAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "BillingMode", required: false, shape: &BILLING_MODE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "StreamSpecification", required: false, shape: &STREAM_SPECIFICATION_SHAPE },
        schema::Member { name: "SSESpecification", required: false, shape: &SSE_SPECIFICATION_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "TableClass", required: false, shape: &TABLE_CLASS },
        schema::Member { name: "DeletionProtectionEnabled", required: false, shape: &DELETION_PROTECTION_ENABLED },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_SHAPE },
        schema::Member { name: "ResourcePolicy", required: false, shape: &RESOURCE_POLICY },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "GlobalTableSourceArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "GlobalTableSettingsReplicationMode", required: false, shape: &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEX_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
};
pub static CREATE_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_TABLE_INPUT);

structure!(CreateTableInput = CREATE_TABLE_INPUT { attribute_definitions, table_name, key_schema, local_secondary_indexes, global_secondary_indexes, billing_mode, provisioned_throughput, stream_specification, sse_specification, tags, table_class, deletion_protection_enabled, warm_throughput, resource_policy, on_demand_throughput, global_table_source_arn, global_table_settings_replication_mode, vector_indexes });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTableOutput {
    pub table_description: Option<TableDescription>,
}

pub static CREATE_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableDescription", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_TABLE_OUTPUT);

structure!(CreateTableOutput = CREATE_TABLE_OUTPUT { table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVectorIndexAction {
    pub index_name: String,
    pub vector_attribute: VectorAttributeDefinition,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Projection,
    pub dimensions: i64,
    pub distance_function: VectorDistanceFunction,
}

pub static CREATE_VECTOR_INDEX_ACTION: schema::Structure = schema::Structure {
    name: "CreateVectorIndexAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "VectorAttribute", required: true, shape: &VECTOR_ATTRIBUTE_DEFINITION_SHAPE },
        schema::Member { name: "SearchSchema", required: false, shape: &SEARCH_SCHEMA },
        schema::Member { name: "Projection", required: true, shape: &PROJECTION_SHAPE },
        schema::Member { name: "Dimensions", required: true, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "DistanceFunction", required: true, shape: &VECTOR_DISTANCE_FUNCTION },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static CREATE_VECTOR_INDEX_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_VECTOR_INDEX_ACTION);

structure!(CreateVectorIndexAction = CREATE_VECTOR_INDEX_ACTION { index_name, vector_attribute, search_schema, projection, dimensions, distance_function });

pub static CSV_DELIMITER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1) }, pattern: Some(schema::Pattern { text: "[,;:|\\t ]", matcher: "[,;:|\\t ]" }), values: &[] });

pub static CSV_HEADER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(65536) }, pattern: Some(schema::Pattern { text: "[\\x20-\\x21\\x23-\\x2B\\x2D-\\x7E]*", matcher: "[\\x20-\\x21\\x23-\\x2B\\x2D-\\x7E]*" }), values: &[] });

pub static CSV_HEADER_LIST: schema::Shape = schema::Shape::List { member: &CSV_HEADER, length: schema::Length { min: Some(1), max: Some(255) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CsvOptions {
    pub delimiter: Option<String>,
    pub header_list: Option<Vec<String>>,
}

pub static CSV_OPTIONS: schema::Structure = schema::Structure {
    name: "CsvOptions",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Delimiter", required: false, shape: &CSV_DELIMITER },
        schema::Member { name: "HeaderList", required: false, shape: &CSV_HEADER_LIST },
    ],
    checked: &[0, 1],
};
pub static CSV_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&CSV_OPTIONS);

structure!(CsvOptions = CSV_OPTIONS { delimiter, header_list });

pub static DATE: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delete {
    pub key: BTreeMap<String, AttributeValue>,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static DELETE: schema::Structure = schema::Structure {
    name: "Delete",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static DELETE_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE);

structure!(Delete = DELETE { key, table_name, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBackupInput {
    pub backup_arn: String,
}

pub static DELETE_BACKUP_INPUT: schema::Structure = schema::Structure {
    name: "DeleteBackupInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupArn", required: true, shape: &BACKUP_ARN },
    ],
    checked: &[0],
};
pub static DELETE_BACKUP_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_BACKUP_INPUT);

structure!(DeleteBackupInput = DELETE_BACKUP_INPUT { backup_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBackupOutput {
    pub backup_description: Option<BackupDescription>,
}

pub static DELETE_BACKUP_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteBackupOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupDescription", required: false, shape: &BACKUP_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DELETE_BACKUP_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_BACKUP_OUTPUT);

structure!(DeleteBackupOutput = DELETE_BACKUP_OUTPUT { backup_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGlobalSecondaryIndexAction {
    pub index_name: String,
}

pub static DELETE_GLOBAL_SECONDARY_INDEX_ACTION: schema::Structure = schema::Structure {
    name: "DeleteGlobalSecondaryIndexAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
    ],
    checked: &[0],
};
pub static DELETE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_GLOBAL_SECONDARY_INDEX_ACTION);

structure!(DeleteGlobalSecondaryIndexAction = DELETE_GLOBAL_SECONDARY_INDEX_ACTION { index_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGlobalTableWitnessGroupMemberAction {
    pub region_name: String,
}

pub static DELETE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "DeleteGlobalTableWitnessGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static DELETE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION);

structure!(DeleteGlobalTableWitnessGroupMemberAction = DELETE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteItemInput {
    pub table_name: String,
    pub key: BTreeMap<String, AttributeValue>,
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    pub conditional_operator: Option<ConditionalOperator>,
    pub return_values: Option<ReturnValue>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static DELETE_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "DeleteItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "Expected", required: false, shape: &EXPECTED_ATTRIBUTE_MAP },
        schema::Member { name: "ConditionalOperator", required: false, shape: &CONDITIONAL_OPERATOR },
        schema::Member { name: "ReturnValues", required: false, shape: &RETURN_VALUE },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ReturnItemCollectionMetrics", required: false, shape: &RETURN_ITEM_COLLECTION_METRICS },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static DELETE_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ITEM_INPUT);

structure!(DeleteItemInput = DELETE_ITEM_INPUT { table_name, key, expected, conditional_operator, return_values, return_consumed_capacity, return_item_collection_metrics, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteItemOutput {
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

pub static DELETE_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Attributes", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
        schema::Member { name: "ItemCollectionMetrics", required: false, shape: &ITEM_COLLECTION_METRICS_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static DELETE_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_ITEM_OUTPUT);

structure!(DeleteItemOutput = DELETE_ITEM_OUTPUT { attributes, consumed_capacity, item_collection_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteReplicaAction {
    pub region_name: String,
}

pub static DELETE_REPLICA_ACTION: schema::Structure = schema::Structure {
    name: "DeleteReplicaAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static DELETE_REPLICA_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_REPLICA_ACTION);

structure!(DeleteReplicaAction = DELETE_REPLICA_ACTION { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteReplicationGroupMemberAction {
    pub region_name: String,
}

pub static DELETE_REPLICATION_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "DeleteReplicationGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static DELETE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_REPLICATION_GROUP_MEMBER_ACTION);

structure!(DeleteReplicationGroupMemberAction = DELETE_REPLICATION_GROUP_MEMBER_ACTION { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRequest {
    pub key: BTreeMap<String, AttributeValue>,
}

pub static DELETE_REQUEST: schema::Structure = schema::Structure {
    name: "DeleteRequest",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &KEY },
    ],
    checked: &[0],
};
pub static DELETE_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_REQUEST);

structure!(DeleteRequest = DELETE_REQUEST { key });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyInput {
    pub resource_arn: String,
    pub expected_revision_id: Option<String>,
}

pub static DELETE_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "DeleteResourcePolicyInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
        schema::Member { name: "ExpectedRevisionId", required: false, shape: &POLICY_REVISION_ID },
    ],
    checked: &[0, 1],
};
pub static DELETE_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_RESOURCE_POLICY_INPUT);

structure!(DeleteResourcePolicyInput = DELETE_RESOURCE_POLICY_INPUT { resource_arn, expected_revision_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyOutput {
    pub revision_id: Option<String>,
}

pub static DELETE_RESOURCE_POLICY_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteResourcePolicyOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RevisionId", required: false, shape: &POLICY_REVISION_ID },
    ],
    checked: &[0],
};
pub static DELETE_RESOURCE_POLICY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_RESOURCE_POLICY_OUTPUT);

structure!(DeleteResourcePolicyOutput = DELETE_RESOURCE_POLICY_OUTPUT { revision_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTableInput {
    pub table_name: String,
}

pub static DELETE_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "DeleteTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DELETE_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_TABLE_INPUT);

structure!(DeleteTableInput = DELETE_TABLE_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTableOutput {
    pub table_description: Option<TableDescription>,
}

pub static DELETE_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableDescription", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DELETE_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_TABLE_OUTPUT);

structure!(DeleteTableOutput = DELETE_TABLE_OUTPUT { table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVectorIndexAction {
    pub index_name: String,
}

pub static DELETE_VECTOR_INDEX_ACTION: schema::Structure = schema::Structure {
    name: "DeleteVectorIndexAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
    ],
    checked: &[0],
};
pub static DELETE_VECTOR_INDEX_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_VECTOR_INDEX_ACTION);

structure!(DeleteVectorIndexAction = DELETE_VECTOR_INDEX_ACTION { index_name });

pub static DELETION_PROTECTION_ENABLED: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBackupInput {
    pub backup_arn: String,
}

pub static DESCRIBE_BACKUP_INPUT: schema::Structure = schema::Structure {
    name: "DescribeBackupInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupArn", required: true, shape: &BACKUP_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_BACKUP_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_BACKUP_INPUT);

structure!(DescribeBackupInput = DESCRIBE_BACKUP_INPUT { backup_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBackupOutput {
    pub backup_description: Option<BackupDescription>,
}

pub static DESCRIBE_BACKUP_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeBackupOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupDescription", required: false, shape: &BACKUP_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_BACKUP_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_BACKUP_OUTPUT);

structure!(DescribeBackupOutput = DESCRIBE_BACKUP_OUTPUT { backup_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBulkOperationInput {
    pub bulk_operation_arn: String,
}

pub static DESCRIBE_BULK_OPERATION_INPUT: schema::Structure = schema::Structure {
    name: "DescribeBulkOperationInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationArn", required: true, shape: &BULK_OPERATION_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_BULK_OPERATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_BULK_OPERATION_INPUT);

structure!(DescribeBulkOperationInput = DESCRIBE_BULK_OPERATION_INPUT { bulk_operation_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBulkOperationOutput {
    pub bulk_operation_description: BulkOperationDescription,
}

pub static DESCRIBE_BULK_OPERATION_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeBulkOperationOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationDescription", required: true, shape: &BULK_OPERATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_BULK_OPERATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_BULK_OPERATION_OUTPUT);

structure!(DescribeBulkOperationOutput = DESCRIBE_BULK_OPERATION_OUTPUT { bulk_operation_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContinuousBackupsInput {
    pub table_name: String,
}

pub static DESCRIBE_CONTINUOUS_BACKUPS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeContinuousBackupsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_CONTINUOUS_BACKUPS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CONTINUOUS_BACKUPS_INPUT);

structure!(DescribeContinuousBackupsInput = DESCRIBE_CONTINUOUS_BACKUPS_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContinuousBackupsOutput {
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

pub static DESCRIBE_CONTINUOUS_BACKUPS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeContinuousBackupsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ContinuousBackupsDescription", required: false, shape: &CONTINUOUS_BACKUPS_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_CONTINUOUS_BACKUPS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CONTINUOUS_BACKUPS_OUTPUT);

structure!(DescribeContinuousBackupsOutput = DESCRIBE_CONTINUOUS_BACKUPS_OUTPUT { continuous_backups_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContributorInsightsInput {
    pub table_name: String,
    pub index_name: Option<String>,
}

pub static DESCRIBE_CONTRIBUTOR_INSIGHTS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeContributorInsightsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_CONTRIBUTOR_INSIGHTS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CONTRIBUTOR_INSIGHTS_INPUT);

structure!(DescribeContributorInsightsInput = DESCRIBE_CONTRIBUTOR_INSIGHTS_INPUT { table_name, index_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeContributorInsightsOutput {
    pub table_name: Option<String>,
    pub index_name: Option<String>,
    pub contributor_insights_rule_list: Option<Vec<String>>,
    pub contributor_insights_status: Option<ContributorInsightsStatus>,
    pub last_update_date_time: Option<Timestamp>,
    pub failure_exception: Option<FailureException>,
    pub contributor_insights_mode: Option<ContributorInsightsMode>,
}

pub static DESCRIBE_CONTRIBUTOR_INSIGHTS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeContributorInsightsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ContributorInsightsRuleList", required: false, shape: &CONTRIBUTOR_INSIGHTS_RULE_LIST },
        schema::Member { name: "ContributorInsightsStatus", required: false, shape: &CONTRIBUTOR_INSIGHTS_STATUS },
        schema::Member { name: "LastUpdateDateTime", required: false, shape: &LAST_UPDATE_DATE_TIME },
        schema::Member { name: "FailureException", required: false, shape: &FAILURE_EXCEPTION_SHAPE },
        schema::Member { name: "ContributorInsightsMode", required: false, shape: &CONTRIBUTOR_INSIGHTS_MODE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static DESCRIBE_CONTRIBUTOR_INSIGHTS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CONTRIBUTOR_INSIGHTS_OUTPUT);

structure!(DescribeContributorInsightsOutput = DESCRIBE_CONTRIBUTOR_INSIGHTS_OUTPUT { table_name, index_name, contributor_insights_rule_list, contributor_insights_status, last_update_date_time, failure_exception, contributor_insights_mode });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEndpointsRequest {
}

pub static DESCRIBE_ENDPOINTS_REQUEST: schema::Structure = schema::Structure {
    name: "DescribeEndpointsRequest",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
    ],
    checked: &[],
};
pub static DESCRIBE_ENDPOINTS_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ENDPOINTS_REQUEST);

structure!(DescribeEndpointsRequest = DESCRIBE_ENDPOINTS_REQUEST {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEndpointsResponse {
    pub endpoints: Vec<Endpoint>,
}

pub static DESCRIBE_ENDPOINTS_RESPONSE: schema::Structure = schema::Structure {
    name: "DescribeEndpointsResponse",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Endpoints", required: true, shape: &ENDPOINTS },
    ],
    checked: &[0],
};
pub static DESCRIBE_ENDPOINTS_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ENDPOINTS_RESPONSE);

structure!(DescribeEndpointsResponse = DESCRIBE_ENDPOINTS_RESPONSE { endpoints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportInput {
    pub export_arn: String,
}

pub static DESCRIBE_EXPORT_INPUT: schema::Structure = schema::Structure {
    name: "DescribeExportInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportArn", required: true, shape: &EXPORT_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_EXPORT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_EXPORT_INPUT);

structure!(DescribeExportInput = DESCRIBE_EXPORT_INPUT { export_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportOutput {
    pub export_description: Option<ExportDescription>,
}

pub static DESCRIBE_EXPORT_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeExportOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportDescription", required: false, shape: &EXPORT_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_EXPORT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_EXPORT_OUTPUT);

structure!(DescribeExportOutput = DESCRIBE_EXPORT_OUTPUT { export_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeGlobalTableInput {
    pub global_table_name: String,
}

pub static DESCRIBE_GLOBAL_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "DescribeGlobalTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: true, shape: &TABLE_NAME },
    ],
    checked: &[0],
};
pub static DESCRIBE_GLOBAL_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_GLOBAL_TABLE_INPUT);

structure!(DescribeGlobalTableInput = DESCRIBE_GLOBAL_TABLE_INPUT { global_table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeGlobalTableOutput {
    pub global_table_description: Option<GlobalTableDescription>,
}

pub static DESCRIBE_GLOBAL_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeGlobalTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableDescription", required: false, shape: &GLOBAL_TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_GLOBAL_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_GLOBAL_TABLE_OUTPUT);

structure!(DescribeGlobalTableOutput = DESCRIBE_GLOBAL_TABLE_OUTPUT { global_table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeGlobalTableSettingsInput {
    pub global_table_name: String,
}

pub static DESCRIBE_GLOBAL_TABLE_SETTINGS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeGlobalTableSettingsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: true, shape: &TABLE_NAME },
    ],
    checked: &[0],
};
pub static DESCRIBE_GLOBAL_TABLE_SETTINGS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_GLOBAL_TABLE_SETTINGS_INPUT);

structure!(DescribeGlobalTableSettingsInput = DESCRIBE_GLOBAL_TABLE_SETTINGS_INPUT { global_table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeGlobalTableSettingsOutput {
    pub global_table_name: Option<String>,
    pub replica_settings: Option<Vec<ReplicaSettingsDescription>>,
}

pub static DESCRIBE_GLOBAL_TABLE_SETTINGS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeGlobalTableSettingsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "ReplicaSettings", required: false, shape: &REPLICA_SETTINGS_DESCRIPTION_LIST },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_GLOBAL_TABLE_SETTINGS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_GLOBAL_TABLE_SETTINGS_OUTPUT);

structure!(DescribeGlobalTableSettingsOutput = DESCRIBE_GLOBAL_TABLE_SETTINGS_OUTPUT { global_table_name, replica_settings });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportInput {
    pub import_arn: String,
}

pub static DESCRIBE_IMPORT_INPUT: schema::Structure = schema::Structure {
    name: "DescribeImportInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportArn", required: true, shape: &IMPORT_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_IMPORT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_IMPORT_INPUT);

structure!(DescribeImportInput = DESCRIBE_IMPORT_INPUT { import_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportOutput {
    pub import_table_description: ImportTableDescription,
}

pub static DESCRIBE_IMPORT_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeImportOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportTableDescription", required: true, shape: &IMPORT_TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_IMPORT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_IMPORT_OUTPUT);

structure!(DescribeImportOutput = DESCRIBE_IMPORT_OUTPUT { import_table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKinesisStreamingDestinationInput {
    pub table_name: String,
}

pub static DESCRIBE_KINESIS_STREAMING_DESTINATION_INPUT: schema::Structure = schema::Structure {
    name: "DescribeKinesisStreamingDestinationInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_KINESIS_STREAMING_DESTINATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_KINESIS_STREAMING_DESTINATION_INPUT);

structure!(DescribeKinesisStreamingDestinationInput = DESCRIBE_KINESIS_STREAMING_DESTINATION_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub kinesis_data_stream_destinations: Option<Vec<KinesisDataStreamDestination>>,
}

pub static DESCRIBE_KINESIS_STREAMING_DESTINATION_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeKinesisStreamingDestinationOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "KinesisDataStreamDestinations", required: false, shape: &KINESIS_DATA_STREAM_DESTINATIONS },
    ],
    checked: &[0, 1],
};
pub static DESCRIBE_KINESIS_STREAMING_DESTINATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_KINESIS_STREAMING_DESTINATION_OUTPUT);

structure!(DescribeKinesisStreamingDestinationOutput = DESCRIBE_KINESIS_STREAMING_DESTINATION_OUTPUT { table_name, kinesis_data_stream_destinations });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLimitsInput {
}

pub static DESCRIBE_LIMITS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeLimitsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
    ],
    checked: &[],
};
pub static DESCRIBE_LIMITS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_LIMITS_INPUT);

structure!(DescribeLimitsInput = DESCRIBE_LIMITS_INPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLimitsOutput {
    pub account_max_read_capacity_units: Option<i64>,
    pub account_max_write_capacity_units: Option<i64>,
    pub table_max_read_capacity_units: Option<i64>,
    pub table_max_write_capacity_units: Option<i64>,
}

pub static DESCRIBE_LIMITS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeLimitsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AccountMaxReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "AccountMaxWriteCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "TableMaxReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "TableMaxWriteCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DESCRIBE_LIMITS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_LIMITS_OUTPUT);

structure!(DescribeLimitsOutput = DESCRIBE_LIMITS_OUTPUT { account_max_read_capacity_units, account_max_write_capacity_units, table_max_read_capacity_units, table_max_write_capacity_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableInput {
    pub table_name: String,
}

pub static DESCRIBE_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "DescribeTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TABLE_INPUT);

structure!(DescribeTableInput = DESCRIBE_TABLE_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableOutput {
    pub table: Option<TableDescription>,
}

pub static DESCRIBE_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Table", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TABLE_OUTPUT);

structure!(DescribeTableOutput = DESCRIBE_TABLE_OUTPUT { table });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableReplicaAutoScalingInput {
    pub table_name: String,
}

pub static DESCRIBE_TABLE_REPLICA_AUTO_SCALING_INPUT: schema::Structure = schema::Structure {
    name: "DescribeTableReplicaAutoScalingInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_TABLE_REPLICA_AUTO_SCALING_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TABLE_REPLICA_AUTO_SCALING_INPUT);

structure!(DescribeTableReplicaAutoScalingInput = DESCRIBE_TABLE_REPLICA_AUTO_SCALING_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTableReplicaAutoScalingOutput {
    pub table_auto_scaling_description: Option<TableAutoScalingDescription>,
}

pub static DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeTableReplicaAutoScalingOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableAutoScalingDescription", required: false, shape: &TABLE_AUTO_SCALING_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OUTPUT);

structure!(DescribeTableReplicaAutoScalingOutput = DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OUTPUT { table_auto_scaling_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTimeToLiveInput {
    pub table_name: String,
}

pub static DESCRIBE_TIME_TO_LIVE_INPUT: schema::Structure = schema::Structure {
    name: "DescribeTimeToLiveInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_TIME_TO_LIVE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TIME_TO_LIVE_INPUT);

structure!(DescribeTimeToLiveInput = DESCRIBE_TIME_TO_LIVE_INPUT { table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTimeToLiveOutput {
    pub time_to_live_description: Option<TimeToLiveDescription>,
}

pub static DESCRIBE_TIME_TO_LIVE_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeTimeToLiveOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TimeToLiveDescription", required: false, shape: &TIME_TO_LIVE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_TIME_TO_LIVE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_TIME_TO_LIVE_OUTPUT);

structure!(DescribeTimeToLiveOutput = DESCRIBE_TIME_TO_LIVE_OUTPUT { time_to_live_description });

open_enum!(DestinationStatus {
    Enabling = "ENABLING",
    Active = "ACTIVE",
    Disabling = "DISABLING",
    Disabled = "DISABLED",
    EnableFailed = "ENABLE_FAILED",
    Updating = "UPDATING",
});

pub static DESTINATION_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLING", "ACTIVE", "DISABLING", "DISABLED", "ENABLE_FAILED", "UPDATING"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateReplicationGroupMemberAction {
    pub region_name: String,
    pub disassociation_mode: DisassociationMode,
}

pub static DISASSOCIATE_REPLICATION_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "DisassociateReplicationGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "DisassociationMode", required: true, shape: &DISASSOCIATION_MODE },
    ],
    checked: &[0, 1],
};
pub static DISASSOCIATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&DISASSOCIATE_REPLICATION_GROUP_MEMBER_ACTION);

structure!(DisassociateReplicationGroupMemberAction = DISASSOCIATE_REPLICATION_GROUP_MEMBER_ACTION { region_name, disassociation_mode });

open_enum!(DisassociationMode {
    WaitForReplication = "WAIT_FOR_REPLICATION",
});

pub static DISASSOCIATION_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["WAIT_FOR_REPLICATION"] });

pub static DISASSOCIATION_PROTECTION_ENABLED: schema::Shape = schema::Shape::Boolean;

pub static DOUBLE_OBJECT: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableKinesisStreamingConfiguration {
    pub approximate_creation_date_time_precision: Option<ApproximateCreationDateTimePrecision>,
}

pub static ENABLE_KINESIS_STREAMING_CONFIGURATION: schema::Structure = schema::Structure {
    name: "EnableKinesisStreamingConfiguration",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ApproximateCreationDateTimePrecision", required: false, shape: &APPROXIMATE_CREATION_DATE_TIME_PRECISION },
    ],
    checked: &[0],
};
pub static ENABLE_KINESIS_STREAMING_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ENABLE_KINESIS_STREAMING_CONFIGURATION);

structure!(EnableKinesisStreamingConfiguration = ENABLE_KINESIS_STREAMING_CONFIGURATION { approximate_creation_date_time_precision });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endpoint {
    pub address: String,
    pub cache_period_in_minutes: i64,
}

pub static ENDPOINT: schema::Structure = schema::Structure {
    name: "Endpoint",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Address", required: true, shape: &STRING },
        schema::Member { name: "CachePeriodInMinutes", required: true, shape: &LONG },
    ],
    checked: &[0, 1],
};
pub static ENDPOINT_SHAPE: schema::Shape = schema::Shape::Structure(&ENDPOINT);

structure!(Endpoint = ENDPOINT { address, cache_period_in_minutes });

pub static ENDPOINTS: schema::Shape = schema::Shape::List { member: &ENDPOINT_SHAPE, length: schema::Length { min: None, max: None } };

pub static ERROR_COUNT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

pub static ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXCEPTION_DESCRIPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXCEPTION_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteStatementInput {
    pub statement: String,
    pub parameters: Option<Vec<AttributeValue>>,
    pub consistent_read: Option<bool>,
    pub next_token: Option<String>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub limit: Option<i32>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static EXECUTE_STATEMENT_INPUT: schema::Structure = schema::Structure {
    name: "ExecuteStatementInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Statement", required: true, shape: &PARTI_QL_STATEMENT },
        schema::Member { name: "Parameters", required: false, shape: &PREPARED_STATEMENT_PARAMETERS },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
        schema::Member { name: "NextToken", required: false, shape: &PARTI_QL_NEXT_TOKEN },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "Limit", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static EXECUTE_STATEMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXECUTE_STATEMENT_INPUT);

structure!(ExecuteStatementInput = EXECUTE_STATEMENT_INPUT { statement, parameters, consistent_read, next_token, return_consumed_capacity, limit, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteStatementOutput {
    pub items: Option<Vec<BTreeMap<String, AttributeValue>>>,
    pub next_token: Option<String>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
}

pub static EXECUTE_STATEMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "ExecuteStatementOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Items", required: false, shape: &ITEM_LIST },
        schema::Member { name: "NextToken", required: false, shape: &PARTI_QL_NEXT_TOKEN },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
        schema::Member { name: "LastEvaluatedKey", required: false, shape: &KEY },
    ],
    checked: &[0, 1, 2, 3],
};
pub static EXECUTE_STATEMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXECUTE_STATEMENT_OUTPUT);

structure!(ExecuteStatementOutput = EXECUTE_STATEMENT_OUTPUT { items, next_token, consumed_capacity, last_evaluated_key });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteTransactionInput {
    pub transact_statements: Vec<ParameterizedStatement>,
    pub client_request_token: Option<String>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
}

pub static EXECUTE_TRANSACTION_INPUT: schema::Structure = schema::Structure {
    name: "ExecuteTransactionInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TransactStatements", required: true, shape: &PARAMETERIZED_STATEMENTS },
        schema::Member { name: "ClientRequestToken", required: false, shape: &CLIENT_REQUEST_TOKEN },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
    ],
    checked: &[0, 1, 2],
};
pub static EXECUTE_TRANSACTION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXECUTE_TRANSACTION_INPUT);

structure!(ExecuteTransactionInput = EXECUTE_TRANSACTION_INPUT { transact_statements, client_request_token, return_consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteTransactionOutput {
    pub responses: Option<Vec<ItemResponse>>,
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

pub static EXECUTE_TRANSACTION_OUTPUT: schema::Structure = schema::Structure {
    name: "ExecuteTransactionOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Responses", required: false, shape: &ITEM_RESPONSE_LIST },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
    ],
    checked: &[0, 1],
};
pub static EXECUTE_TRANSACTION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXECUTE_TRANSACTION_OUTPUT);

structure!(ExecuteTransactionOutput = EXECUTE_TRANSACTION_OUTPUT { responses, consumed_capacity });

pub static EXPECTED_ATTRIBUTE_MAP: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &EXPECTED_ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExpectedAttributeValue {
    pub value: Option<AttributeValue>,
    pub exists: Option<bool>,
    pub comparison_operator: Option<ComparisonOperator>,
    pub attribute_value_list: Option<Vec<AttributeValue>>,
}

pub static EXPECTED_ATTRIBUTE_VALUE: schema::Structure = schema::Structure {
    name: "ExpectedAttributeValue",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Value", required: false, shape: &ATTRIBUTE_VALUE_SHAPE },
        schema::Member { name: "Exists", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "ComparisonOperator", required: false, shape: &COMPARISON_OPERATOR },
        schema::Member { name: "AttributeValueList", required: false, shape: &ATTRIBUTE_VALUE_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static EXPECTED_ATTRIBUTE_VALUE_SHAPE: schema::Shape = schema::Shape::Structure(&EXPECTED_ATTRIBUTE_VALUE);

structure!(ExpectedAttributeValue = EXPECTED_ATTRIBUTE_VALUE { value, exists, comparison_operator, attribute_value_list });

pub static EXPORT_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(37), max: Some(1024) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportDescription {
    pub export_arn: Option<String>,
    pub export_status: Option<ExportStatus>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub export_manifest: Option<String>,
    pub table_arn: Option<String>,
    pub table_id: Option<String>,
    pub export_time: Option<Timestamp>,
    pub client_token: Option<String>,
    pub s3_bucket: Option<String>,
    pub s3_bucket_owner: Option<String>,
    pub s3_prefix: Option<String>,
    pub s3_sse_algorithm: Option<S3SseAlgorithm>,
    pub s3_sse_kms_key_id: Option<String>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
    pub export_format: Option<ExportFormat>,
    pub billed_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub export_type: Option<ExportType>,
    pub incremental_export_specification: Option<IncrementalExportSpecification>,
    pub filter_specification: Option<FilterSpecification>,
}

pub static EXPORT_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ExportDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportArn", required: false, shape: &EXPORT_ARN },
        schema::Member { name: "ExportStatus", required: false, shape: &EXPORT_STATUS },
        schema::Member { name: "StartTime", required: false, shape: &EXPORT_START_TIME },
        schema::Member { name: "EndTime", required: false, shape: &EXPORT_END_TIME },
        schema::Member { name: "ExportManifest", required: false, shape: &EXPORT_MANIFEST },
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "TableId", required: false, shape: &TABLE_ID },
        schema::Member { name: "ExportTime", required: false, shape: &EXPORT_TIME },
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "S3Bucket", required: false, shape: &S3_BUCKET },
        schema::Member { name: "S3BucketOwner", required: false, shape: &S3_BUCKET_OWNER },
        schema::Member { name: "S3Prefix", required: false, shape: &S3_PREFIX },
        schema::Member { name: "S3SseAlgorithm", required: false, shape: &S3_SSE_ALGORITHM },
        schema::Member { name: "S3SseKmsKeyId", required: false, shape: &S3_SSE_KMS_KEY_ID },
        schema::Member { name: "FailureCode", required: false, shape: &FAILURE_CODE },
        schema::Member { name: "FailureMessage", required: false, shape: &FAILURE_MESSAGE },
        schema::Member { name: "ExportFormat", required: false, shape: &EXPORT_FORMAT },
        schema::Member { name: "BilledSizeBytes", required: false, shape: &BILLED_SIZE_BYTES },
        schema::Member { name: "ItemCount", required: false, shape: &ITEM_COUNT },
        schema::Member { name: "ExportType", required: false, shape: &EXPORT_TYPE },
        schema::Member { name: "IncrementalExportSpecification", required: false, shape: &INCREMENTAL_EXPORT_SPECIFICATION_SHAPE },
        schema::Member { name: "FilterSpecification", required: false, shape: &FILTER_SPECIFICATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
};
pub static EXPORT_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&EXPORT_DESCRIPTION);

structure!(ExportDescription = EXPORT_DESCRIPTION { export_arn, export_status, start_time, end_time, export_manifest, table_arn, table_id, export_time, client_token, s3_bucket, s3_bucket_owner, s3_prefix, s3_sse_algorithm, s3_sse_kms_key_id, failure_code, failure_message, export_format, billed_size_bytes, item_count, export_type, incremental_export_specification, filter_specification });

pub static EXPORT_END_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(ExportFormat {
    DynamodbJson = "DYNAMODB_JSON",
    Ion = "ION",
});

pub static EXPORT_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["DYNAMODB_JSON", "ION"] });

pub static EXPORT_FROM_TIME: schema::Shape = schema::Shape::Timestamp;

pub static EXPORT_MANIFEST: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPORT_NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPORT_START_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(ExportStatus {
    InProgress = "IN_PROGRESS",
    Completed = "COMPLETED",
    Failed = "FAILED",
});

pub static EXPORT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETED", "FAILED"] });

pub static EXPORT_SUMMARIES: schema::Shape = schema::Shape::List { member: &EXPORT_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportSummary {
    pub export_arn: Option<String>,
    pub export_status: Option<ExportStatus>,
    pub export_type: Option<ExportType>,
}

pub static EXPORT_SUMMARY: schema::Structure = schema::Structure {
    name: "ExportSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportArn", required: false, shape: &EXPORT_ARN },
        schema::Member { name: "ExportStatus", required: false, shape: &EXPORT_STATUS },
        schema::Member { name: "ExportType", required: false, shape: &EXPORT_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static EXPORT_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&EXPORT_SUMMARY);

structure!(ExportSummary = EXPORT_SUMMARY { export_arn, export_status, export_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTableToPointInTimeInput {
    pub table_arn: String,
    pub export_time: Option<Timestamp>,
    pub client_token: Option<String>,
    pub s3_bucket: String,
    pub s3_bucket_owner: Option<String>,
    pub s3_prefix: Option<String>,
    pub s3_sse_algorithm: Option<S3SseAlgorithm>,
    pub s3_sse_kms_key_id: Option<String>,
    pub export_format: Option<ExportFormat>,
    pub export_type: Option<ExportType>,
    pub incremental_export_specification: Option<IncrementalExportSpecification>,
    pub filter_specification: Option<FilterSpecification>,
}

pub static EXPORT_TABLE_TO_POINT_IN_TIME_INPUT: schema::Structure = schema::Structure {
    name: "ExportTableToPointInTimeInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableArn", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ExportTime", required: false, shape: &EXPORT_TIME },
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "S3Bucket", required: true, shape: &S3_BUCKET },
        schema::Member { name: "S3BucketOwner", required: false, shape: &S3_BUCKET_OWNER },
        schema::Member { name: "S3Prefix", required: false, shape: &S3_PREFIX },
        schema::Member { name: "S3SseAlgorithm", required: false, shape: &S3_SSE_ALGORITHM },
        schema::Member { name: "S3SseKmsKeyId", required: false, shape: &S3_SSE_KMS_KEY_ID },
        schema::Member { name: "ExportFormat", required: false, shape: &EXPORT_FORMAT },
        schema::Member { name: "ExportType", required: false, shape: &EXPORT_TYPE },
        schema::Member { name: "IncrementalExportSpecification", required: false, shape: &INCREMENTAL_EXPORT_SPECIFICATION_SHAPE },
        schema::Member { name: "FilterSpecification", required: false, shape: &FILTER_SPECIFICATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static EXPORT_TABLE_TO_POINT_IN_TIME_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXPORT_TABLE_TO_POINT_IN_TIME_INPUT);

structure!(ExportTableToPointInTimeInput = EXPORT_TABLE_TO_POINT_IN_TIME_INPUT { table_arn, export_time, client_token, s3_bucket, s3_bucket_owner, s3_prefix, s3_sse_algorithm, s3_sse_kms_key_id, export_format, export_type, incremental_export_specification, filter_specification });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTableToPointInTimeOutput {
    pub export_description: Option<ExportDescription>,
}

pub static EXPORT_TABLE_TO_POINT_IN_TIME_OUTPUT: schema::Structure = schema::Structure {
    name: "ExportTableToPointInTimeOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportDescription", required: false, shape: &EXPORT_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static EXPORT_TABLE_TO_POINT_IN_TIME_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&EXPORT_TABLE_TO_POINT_IN_TIME_OUTPUT);

structure!(ExportTableToPointInTimeOutput = EXPORT_TABLE_TO_POINT_IN_TIME_OUTPUT { export_description });

pub static EXPORT_TIME: schema::Shape = schema::Shape::Timestamp;

pub static EXPORT_TO_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(ExportType {
    FullExport = "FULL_EXPORT",
    IncrementalExport = "INCREMENTAL_EXPORT",
});

pub static EXPORT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FULL_EXPORT", "INCREMENTAL_EXPORT"] });

open_enum!(ExportViewType {
    NewImage = "NEW_IMAGE",
    NewAndOldImages = "NEW_AND_OLD_IMAGES",
});

pub static EXPORT_VIEW_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NEW_IMAGE", "NEW_AND_OLD_IMAGES"] });

pub static EXPRESSION_ATTRIBUTE_NAME_MAP: schema::Shape = schema::Shape::Map { key: &EXPRESSION_ATTRIBUTE_NAME_VARIABLE, value: &ATTRIBUTE_NAME, length: schema::Length { min: None, max: None } };

pub static EXPRESSION_ATTRIBUTE_NAME_VARIABLE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPRESSION_ATTRIBUTE_VALUE_MAP: schema::Shape = schema::Shape::Map { key: &EXPRESSION_ATTRIBUTE_VALUE_VARIABLE, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

pub static EXPRESSION_ATTRIBUTE_VALUE_VARIABLE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static FAILURE_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FailureException {
    pub exception_name: Option<String>,
    pub exception_description: Option<String>,
}

pub static FAILURE_EXCEPTION: schema::Structure = schema::Structure {
    name: "FailureException",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExceptionName", required: false, shape: &EXCEPTION_NAME },
        schema::Member { name: "ExceptionDescription", required: false, shape: &EXCEPTION_DESCRIPTION },
    ],
    checked: &[0, 1],
};
pub static FAILURE_EXCEPTION_SHAPE: schema::Shape = schema::Shape::Structure(&FAILURE_EXCEPTION);

structure!(FailureException = FAILURE_EXCEPTION { exception_name, exception_description });

pub static FAILURE_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static FILTER_CONDITION_MAP: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &CONDITION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterSpecification {
    pub filter_expression: Option<String>,
    pub projection_expression: Option<String>,
    pub key_condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
}

pub static FILTER_SPECIFICATION: schema::Structure = schema::Structure {
    name: "FilterSpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "FilterExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "KeyConditionExpression", required: false, shape: &KEY_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static FILTER_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&FILTER_SPECIFICATION);

structure!(FilterSpecification = FILTER_SPECIFICATION { filter_expression, projection_expression, key_condition_expression, expression_attribute_names, expression_attribute_values });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Get {
    pub key: BTreeMap<String, AttributeValue>,
    pub table_name: String,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

pub static GET: schema::Structure = schema::Structure {
    name: "Get",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static GET_SHAPE: schema::Shape = schema::Shape::Structure(&GET);

structure!(Get = GET { key, table_name, projection_expression, expression_attribute_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetItemInput {
    pub table_name: String,
    pub key: BTreeMap<String, AttributeValue>,
    pub attributes_to_get: Option<Vec<String>>,
    pub consistent_read: Option<bool>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

pub static GET_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "GetItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "AttributesToGet", required: false, shape: &ATTRIBUTE_NAME_LIST },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static GET_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ITEM_INPUT);

structure!(GetItemInput = GET_ITEM_INPUT { table_name, key, attributes_to_get, consistent_read, return_consumed_capacity, projection_expression, expression_attribute_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetItemOutput {
    pub item: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

pub static GET_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "GetItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
    ],
    checked: &[0, 1],
};
pub static GET_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ITEM_OUTPUT);

structure!(GetItemOutput = GET_ITEM_OUTPUT { item, consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyInput {
    pub resource_arn: String,
}

pub static GET_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "GetResourcePolicyInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
    ],
    checked: &[0],
};
pub static GET_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_POLICY_INPUT);

structure!(GetResourcePolicyInput = GET_RESOURCE_POLICY_INPUT { resource_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyOutput {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

pub static GET_RESOURCE_POLICY_OUTPUT: schema::Structure = schema::Structure {
    name: "GetResourcePolicyOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Policy", required: false, shape: &RESOURCE_POLICY },
        schema::Member { name: "RevisionId", required: false, shape: &POLICY_REVISION_ID },
    ],
    checked: &[0, 1],
};
pub static GET_RESOURCE_POLICY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_POLICY_OUTPUT);

structure!(GetResourcePolicyOutput = GET_RESOURCE_POLICY_OUTPUT { policy, revision_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndex {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

pub static GLOBAL_SECONDARY_INDEX: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndex",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: true, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: true, shape: &PROJECTION_SHAPE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static GLOBAL_SECONDARY_INDEX_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX);

structure!(GlobalSecondaryIndex = GLOBAL_SECONDARY_INDEX { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput, warm_throughput });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexAutoScalingUpdate {
    pub index_name: Option<String>,
    pub provisioned_write_capacity_auto_scaling_update: Option<AutoScalingSettingsUpdate>,
}

pub static GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndexAutoScalingUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedWriteCapacityAutoScalingUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
    ],
    checked: &[0, 1],
};
pub static GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE);

structure!(GlobalSecondaryIndexAutoScalingUpdate = GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE { index_name, provisioned_write_capacity_auto_scaling_update });

pub static GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
    pub index_status: Option<IndexStatus>,
    pub backfilling: Option<bool>,
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

pub static GLOBAL_SECONDARY_INDEX_DESCRIPTION: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndexDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
        schema::Member { name: "IndexStatus", required: false, shape: &INDEX_STATUS },
        schema::Member { name: "Backfilling", required: false, shape: &BACKFILLING },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_DESCRIPTION_SHAPE },
        schema::Member { name: "IndexSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "ItemCount", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "IndexArn", required: false, shape: &STRING },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static GLOBAL_SECONDARY_INDEX_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX_DESCRIPTION);

structure!(GlobalSecondaryIndexDescription = GLOBAL_SECONDARY_INDEX_DESCRIPTION { index_name, key_schema, projection, index_status, backfilling, provisioned_throughput, index_size_bytes, item_count, index_arn, on_demand_throughput, warm_throughput });

pub static GLOBAL_SECONDARY_INDEX_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_SECONDARY_INDEX_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexInfo {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
}

pub static GLOBAL_SECONDARY_INDEX_INFO: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndexInfo",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static GLOBAL_SECONDARY_INDEX_INFO_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX_INFO);

structure!(GlobalSecondaryIndexInfo = GLOBAL_SECONDARY_INDEX_INFO { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput });

pub static GLOBAL_SECONDARY_INDEX_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_SECONDARY_INDEX_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexUpdate {
    pub update: Option<UpdateGlobalSecondaryIndexAction>,
    pub create: Option<CreateGlobalSecondaryIndexAction>,
    pub delete: Option<DeleteGlobalSecondaryIndexAction>,
}

pub static GLOBAL_SECONDARY_INDEX_UPDATE: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndexUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Update", required: false, shape: &UPDATE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE },
        schema::Member { name: "Create", required: false, shape: &CREATE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static GLOBAL_SECONDARY_INDEX_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX_UPDATE);

structure!(GlobalSecondaryIndexUpdate = GLOBAL_SECONDARY_INDEX_UPDATE { update, create, delete });

pub static GLOBAL_SECONDARY_INDEX_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_SECONDARY_INDEX_UPDATE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalSecondaryIndexWarmThroughputDescription {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
    pub status: Option<IndexStatus>,
}

pub static GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION: schema::Structure = schema::Structure {
    name: "GlobalSecondaryIndexWarmThroughputDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadUnitsPerSecond", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "WriteUnitsPerSecond", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "Status", required: false, shape: &INDEX_STATUS },
    ],
    checked: &[0, 1, 2],
};
pub static GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION);

structure!(GlobalSecondaryIndexWarmThroughputDescription = GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION { read_units_per_second, write_units_per_second, status });

pub static GLOBAL_SECONDARY_INDEXES: schema::Shape = schema::Shape::List { member: &GLOBAL_SECONDARY_INDEX_INFO_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTable {
    pub global_table_name: Option<String>,
    pub replication_group: Option<Vec<Replica>>,
}

pub static GLOBAL_TABLE: schema::Structure = schema::Structure {
    name: "GlobalTable",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "ReplicationGroup", required: false, shape: &REPLICA_LIST },
    ],
    checked: &[0, 1],
};
pub static GLOBAL_TABLE_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_TABLE);

structure!(GlobalTable = GLOBAL_TABLE { global_table_name, replication_group });

pub static GLOBAL_TABLE_ARN_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableDescription {
    pub replication_group: Option<Vec<ReplicaDescription>>,
    pub global_table_arn: Option<String>,
    pub creation_date_time: Option<Timestamp>,
    pub global_table_status: Option<GlobalTableStatus>,
    pub global_table_name: Option<String>,
}

pub static GLOBAL_TABLE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "GlobalTableDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReplicationGroup", required: false, shape: &REPLICA_DESCRIPTION_LIST },
        schema::Member { name: "GlobalTableArn", required: false, shape: &GLOBAL_TABLE_ARN_STRING },
        schema::Member { name: "CreationDateTime", required: false, shape: &DATE },
        schema::Member { name: "GlobalTableStatus", required: false, shape: &GLOBAL_TABLE_STATUS },
        schema::Member { name: "GlobalTableName", required: false, shape: &TABLE_NAME },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static GLOBAL_TABLE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_TABLE_DESCRIPTION);

structure!(GlobalTableDescription = GLOBAL_TABLE_DESCRIPTION { replication_group, global_table_arn, creation_date_time, global_table_status, global_table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableGlobalSecondaryIndexSettingsUpdate {
    pub index_name: String,
    pub provisioned_write_capacity_units: Option<i64>,
    pub provisioned_write_capacity_auto_scaling_settings_update: Option<AutoScalingSettingsUpdate>,
}

pub static GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE: schema::Structure = schema::Structure {
    name: "GlobalTableGlobalSecondaryIndexSettingsUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedWriteCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ProvisionedWriteCapacityAutoScalingSettingsUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE);

structure!(GlobalTableGlobalSecondaryIndexSettingsUpdate = GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE { index_name, provisioned_write_capacity_units, provisioned_write_capacity_auto_scaling_settings_update });

pub static GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: Some(20) } };

pub static GLOBAL_TABLE_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_TABLE_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(GlobalTableSettingsReplicationMode {
    Enabled = "ENABLED",
    Disabled = "DISABLED",
    EnabledWithOverrides = "ENABLED_WITH_OVERRIDES",
});

pub static GLOBAL_TABLE_SETTINGS_REPLICATION_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"] });

open_enum!(GlobalTableStatus {
    Creating = "CREATING",
    Active = "ACTIVE",
    Deleting = "DELETING",
    Updating = "UPDATING",
});

pub static GLOBAL_TABLE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "ACTIVE", "DELETING", "UPDATING"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableWitnessDescription {
    pub region_name: Option<String>,
    pub witness_status: Option<WitnessStatus>,
}

pub static GLOBAL_TABLE_WITNESS_DESCRIPTION: schema::Structure = schema::Structure {
    name: "GlobalTableWitnessDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: false, shape: &REGION_NAME },
        schema::Member { name: "WitnessStatus", required: false, shape: &WITNESS_STATUS },
    ],
    checked: &[0, 1],
};
pub static GLOBAL_TABLE_WITNESS_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_TABLE_WITNESS_DESCRIPTION);

structure!(GlobalTableWitnessDescription = GLOBAL_TABLE_WITNESS_DESCRIPTION { region_name, witness_status });

pub static GLOBAL_TABLE_WITNESS_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_TABLE_WITNESS_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlobalTableWitnessGroupUpdate {
    pub create: Option<CreateGlobalTableWitnessGroupMemberAction>,
    pub delete: Option<DeleteGlobalTableWitnessGroupMemberAction>,
}

pub static GLOBAL_TABLE_WITNESS_GROUP_UPDATE: schema::Structure = schema::Structure {
    name: "GlobalTableWitnessGroupUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Create", required: false, shape: &CREATE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_GLOBAL_TABLE_WITNESS_GROUP_MEMBER_ACTION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static GLOBAL_TABLE_WITNESS_GROUP_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&GLOBAL_TABLE_WITNESS_GROUP_UPDATE);

structure!(GlobalTableWitnessGroupUpdate = GLOBAL_TABLE_WITNESS_GROUP_UPDATE { create, delete });

pub static GLOBAL_TABLE_WITNESS_GROUP_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &GLOBAL_TABLE_WITNESS_GROUP_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: Some(1) } };

pub static IMPORT_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(37), max: Some(1024) }, pattern: None, values: &[] });

pub static IMPORT_END_TIME: schema::Shape = schema::Shape::Timestamp;

pub static IMPORT_NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(112), max: Some(1024) }, pattern: Some(schema::Pattern { text: "([0-9a-f]{16})+", matcher: "([0-9a-f]{16})+" }), values: &[] });

pub static IMPORT_START_TIME: schema::Shape = schema::Shape::Timestamp;

open_enum!(ImportStatus {
    InProgress = "IN_PROGRESS",
    Completed = "COMPLETED",
    Cancelling = "CANCELLING",
    Cancelled = "CANCELLED",
    Failed = "FAILED",
});

pub static IMPORT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETED", "CANCELLING", "CANCELLED", "FAILED"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportSummary {
    pub import_arn: Option<String>,
    pub import_status: Option<ImportStatus>,
    pub table_arn: Option<String>,
    pub s3_bucket_source: Option<S3BucketSource>,
    pub cloud_watch_log_group_arn: Option<String>,
    pub input_format: Option<InputFormat>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
}

pub static IMPORT_SUMMARY: schema::Structure = schema::Structure {
    name: "ImportSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportArn", required: false, shape: &IMPORT_ARN },
        schema::Member { name: "ImportStatus", required: false, shape: &IMPORT_STATUS },
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "S3BucketSource", required: false, shape: &S3_BUCKET_SOURCE_SHAPE },
        schema::Member { name: "CloudWatchLogGroupArn", required: false, shape: &CLOUD_WATCH_LOG_GROUP_ARN },
        schema::Member { name: "InputFormat", required: false, shape: &INPUT_FORMAT },
        schema::Member { name: "StartTime", required: false, shape: &IMPORT_START_TIME },
        schema::Member { name: "EndTime", required: false, shape: &IMPORT_END_TIME },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static IMPORT_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&IMPORT_SUMMARY);

structure!(ImportSummary = IMPORT_SUMMARY { import_arn, import_status, table_arn, s3_bucket_source, cloud_watch_log_group_arn, input_format, start_time, end_time });

pub static IMPORT_SUMMARY_LIST: schema::Shape = schema::Shape::List { member: &IMPORT_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportTableDescription {
    pub import_arn: Option<String>,
    pub import_status: Option<ImportStatus>,
    pub table_arn: Option<String>,
    pub table_id: Option<String>,
    pub client_token: Option<String>,
    pub s3_bucket_source: Option<S3BucketSource>,
    pub error_count: Option<i64>,
    pub cloud_watch_log_group_arn: Option<String>,
    pub input_format: Option<InputFormat>,
    pub input_format_options: Option<InputFormatOptions>,
    pub input_compression_type: Option<InputCompressionType>,
    pub table_creation_parameters: Option<TableCreationParameters>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub processed_size_bytes: Option<i64>,
    pub processed_item_count: Option<i64>,
    pub imported_item_count: Option<i64>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
}

pub static IMPORT_TABLE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ImportTableDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportArn", required: false, shape: &IMPORT_ARN },
        schema::Member { name: "ImportStatus", required: false, shape: &IMPORT_STATUS },
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "TableId", required: false, shape: &TABLE_ID },
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "S3BucketSource", required: false, shape: &S3_BUCKET_SOURCE_SHAPE },
        schema::Member { name: "ErrorCount", required: false, shape: &ERROR_COUNT },
        schema::Member { name: "CloudWatchLogGroupArn", required: false, shape: &CLOUD_WATCH_LOG_GROUP_ARN },
        schema::Member { name: "InputFormat", required: false, shape: &INPUT_FORMAT },
        schema::Member { name: "InputFormatOptions", required: false, shape: &INPUT_FORMAT_OPTIONS_SHAPE },
        schema::Member { name: "InputCompressionType", required: false, shape: &INPUT_COMPRESSION_TYPE },
        schema::Member { name: "TableCreationParameters", required: false, shape: &TABLE_CREATION_PARAMETERS_SHAPE },
        schema::Member { name: "StartTime", required: false, shape: &IMPORT_START_TIME },
        schema::Member { name: "EndTime", required: false, shape: &IMPORT_END_TIME },
        schema::Member { name: "ProcessedSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "ProcessedItemCount", required: false, shape: &PROCESSED_ITEM_COUNT },
        schema::Member { name: "ImportedItemCount", required: false, shape: &IMPORTED_ITEM_COUNT },
        schema::Member { name: "FailureCode", required: false, shape: &FAILURE_CODE },
        schema::Member { name: "FailureMessage", required: false, shape: &FAILURE_MESSAGE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
};
pub static IMPORT_TABLE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&IMPORT_TABLE_DESCRIPTION);

structure!(ImportTableDescription = IMPORT_TABLE_DESCRIPTION { import_arn, import_status, table_arn, table_id, client_token, s3_bucket_source, error_count, cloud_watch_log_group_arn, input_format, input_format_options, input_compression_type, table_creation_parameters, start_time, end_time, processed_size_bytes, processed_item_count, imported_item_count, failure_code, failure_message });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportTableInput {
    pub client_token: Option<String>,
    pub s3_bucket_source: S3BucketSource,
    pub input_format: InputFormat,
    pub input_format_options: Option<InputFormatOptions>,
    pub input_compression_type: Option<InputCompressionType>,
    pub table_creation_parameters: TableCreationParameters,
}

pub static IMPORT_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "ImportTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "S3BucketSource", required: true, shape: &S3_BUCKET_SOURCE_SHAPE },
        schema::Member { name: "InputFormat", required: true, shape: &INPUT_FORMAT },
        schema::Member { name: "InputFormatOptions", required: false, shape: &INPUT_FORMAT_OPTIONS_SHAPE },
        schema::Member { name: "InputCompressionType", required: false, shape: &INPUT_COMPRESSION_TYPE },
        schema::Member { name: "TableCreationParameters", required: true, shape: &TABLE_CREATION_PARAMETERS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static IMPORT_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&IMPORT_TABLE_INPUT);

structure!(ImportTableInput = IMPORT_TABLE_INPUT { client_token, s3_bucket_source, input_format, input_format_options, input_compression_type, table_creation_parameters });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportTableOutput {
    pub import_table_description: ImportTableDescription,
}

pub static IMPORT_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "ImportTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportTableDescription", required: true, shape: &IMPORT_TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static IMPORT_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&IMPORT_TABLE_OUTPUT);

structure!(ImportTableOutput = IMPORT_TABLE_OUTPUT { import_table_description });

pub static IMPORTED_ITEM_COUNT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncrementalExportSpecification {
    pub export_from_time: Option<Timestamp>,
    pub export_to_time: Option<Timestamp>,
    pub export_view_type: Option<ExportViewType>,
}

pub static INCREMENTAL_EXPORT_SPECIFICATION: schema::Structure = schema::Structure {
    name: "IncrementalExportSpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportFromTime", required: false, shape: &EXPORT_FROM_TIME },
        schema::Member { name: "ExportToTime", required: false, shape: &EXPORT_TO_TIME },
        schema::Member { name: "ExportViewType", required: false, shape: &EXPORT_VIEW_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static INCREMENTAL_EXPORT_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&INCREMENTAL_EXPORT_SPECIFICATION);

structure!(IncrementalExportSpecification = INCREMENTAL_EXPORT_SPECIFICATION { export_from_time, export_to_time, export_view_type });

pub static INDEX_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(3), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

open_enum!(IndexStatus {
    Creating = "CREATING",
    Updating = "UPDATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
});

pub static INDEX_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "UPDATING", "DELETING", "ACTIVE"] });

open_enum!(InputCompressionType {
    Gzip = "GZIP",
    Zstd = "ZSTD",
    None = "NONE",
});

pub static INPUT_COMPRESSION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["GZIP", "ZSTD", "NONE"] });

open_enum!(InputFormat {
    DynamodbJson = "DYNAMODB_JSON",
    Ion = "ION",
    Csv = "CSV",
});

pub static INPUT_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["DYNAMODB_JSON", "ION", "CSV"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputFormatOptions {
    pub csv: Option<CsvOptions>,
}

pub static INPUT_FORMAT_OPTIONS: schema::Structure = schema::Structure {
    name: "InputFormatOptions",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Csv", required: false, shape: &CSV_OPTIONS_SHAPE },
    ],
    checked: &[0],
};
pub static INPUT_FORMAT_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&INPUT_FORMAT_OPTIONS);

structure!(InputFormatOptions = INPUT_FORMAT_OPTIONS { csv });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputS3Configuration {
    pub s3_bucket_owner: Option<String>,
    pub s3_bucket: String,
    pub s3_key_prefix: Option<String>,
    pub input_format: BulkOperationInputFormat,
    pub input_compression_type: Option<InputCompressionType>,
}

pub static INPUT_S3_CONFIGURATION: schema::Structure = schema::Structure {
    name: "InputS3Configuration",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "S3BucketOwner", required: false, shape: &S3_BUCKET_OWNER },
        schema::Member { name: "S3Bucket", required: true, shape: &S3_BUCKET },
        schema::Member { name: "S3KeyPrefix", required: false, shape: &S3_PREFIX },
        schema::Member { name: "InputFormat", required: true, shape: &BULK_OPERATION_INPUT_FORMAT },
        schema::Member { name: "InputCompressionType", required: false, shape: &INPUT_COMPRESSION_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static INPUT_S3_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&INPUT_S3_CONFIGURATION);

structure!(InputS3Configuration = INPUT_S3_CONFIGURATION { s3_bucket_owner, s3_bucket, s3_key_prefix, input_format, input_compression_type });

pub static INTEGER: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

pub static INTEGER_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

pub static ITEM_COLLECTION_KEY_ATTRIBUTE_MAP: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemCollectionMetrics {
    pub item_collection_key: Option<BTreeMap<String, AttributeValue>>,
    pub size_estimate_range_gb: Option<Vec<f64>>,
}

pub static ITEM_COLLECTION_METRICS: schema::Structure = schema::Structure {
    name: "ItemCollectionMetrics",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ItemCollectionKey", required: false, shape: &ITEM_COLLECTION_KEY_ATTRIBUTE_MAP },
        schema::Member { name: "SizeEstimateRangeGB", required: false, shape: &ITEM_COLLECTION_SIZE_ESTIMATE_RANGE },
    ],
    checked: &[0, 1],
};
pub static ITEM_COLLECTION_METRICS_SHAPE: schema::Shape = schema::Shape::Structure(&ITEM_COLLECTION_METRICS);

structure!(ItemCollectionMetrics = ITEM_COLLECTION_METRICS { item_collection_key, size_estimate_range_gb });

pub static ITEM_COLLECTION_METRICS_MULTIPLE: schema::Shape = schema::Shape::List { member: &ITEM_COLLECTION_METRICS_SHAPE, length: schema::Length { min: None, max: None } };

pub static ITEM_COLLECTION_METRICS_PER_TABLE: schema::Shape = schema::Shape::Map { key: &TABLE_ARN, value: &ITEM_COLLECTION_METRICS_MULTIPLE, length: schema::Length { min: None, max: None } };

pub static ITEM_COLLECTION_SIZE_ESTIMATE_BOUND: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

pub static ITEM_COLLECTION_SIZE_ESTIMATE_RANGE: schema::Shape = schema::Shape::List { member: &ITEM_COLLECTION_SIZE_ESTIMATE_BOUND, length: schema::Length { min: None, max: None } };

pub static ITEM_COUNT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

pub static ITEM_LIST: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_MAP, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemResponse {
    pub item: Option<BTreeMap<String, AttributeValue>>,
}

pub static ITEM_RESPONSE: schema::Structure = schema::Structure {
    name: "ItemResponse",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
    ],
    checked: &[0],
};
pub static ITEM_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&ITEM_RESPONSE);

structure!(ItemResponse = ITEM_RESPONSE { item });

pub static ITEM_RESPONSE_LIST: schema::Shape = schema::Shape::List { member: &ITEM_RESPONSE_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

pub static KMS_MASTER_KEY_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static KMS_MASTER_KEY_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static KEY: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

pub static KEY_CONDITIONS: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &CONDITION_SHAPE, length: schema::Length { min: None, max: None } };

pub static KEY_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static KEY_LIST: schema::Shape = schema::Shape::List { member: &KEY, length: schema::Length { min: Some(1), max: Some(100) } };

pub static KEY_SCHEMA: schema::Shape = schema::Shape::List { member: &KEY_SCHEMA_ELEMENT_SHAPE, length: schema::Length { min: Some(1), max: None } };

pub static KEY_SCHEMA_ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeySchemaElement {
    pub attribute_name: String,
    pub key_type: KeyType,
}

pub static KEY_SCHEMA_ELEMENT: schema::Structure = schema::Structure {
    name: "KeySchemaElement",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeName", required: true, shape: &KEY_SCHEMA_ATTRIBUTE_NAME },
        schema::Member { name: "KeyType", required: true, shape: &KEY_TYPE },
    ],
    checked: &[0, 1],
};
pub static KEY_SCHEMA_ELEMENT_SHAPE: schema::Shape = schema::Shape::Structure(&KEY_SCHEMA_ELEMENT);

structure!(KeySchemaElement = KEY_SCHEMA_ELEMENT { attribute_name, key_type });

open_enum!(KeyType {
    Hash = "HASH",
    Range = "RANGE",
});

pub static KEY_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["HASH", "RANGE"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeysAndAttributes {
    pub keys: Vec<BTreeMap<String, AttributeValue>>,
    pub attributes_to_get: Option<Vec<String>>,
    pub consistent_read: Option<bool>,
    pub projection_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

pub static KEYS_AND_ATTRIBUTES: schema::Structure = schema::Structure {
    name: "KeysAndAttributes",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Keys", required: true, shape: &KEY_LIST },
        schema::Member { name: "AttributesToGet", required: false, shape: &ATTRIBUTE_NAME_LIST },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static KEYS_AND_ATTRIBUTES_SHAPE: schema::Shape = schema::Shape::Structure(&KEYS_AND_ATTRIBUTES);

structure!(KeysAndAttributes = KEYS_AND_ATTRIBUTES { keys, attributes_to_get, consistent_read, projection_expression, expression_attribute_names });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisDataStreamDestination {
    pub stream_arn: Option<String>,
    pub destination_status: Option<DestinationStatus>,
    pub destination_status_description: Option<String>,
    pub approximate_creation_date_time_precision: Option<ApproximateCreationDateTimePrecision>,
}

pub static KINESIS_DATA_STREAM_DESTINATION: schema::Structure = schema::Structure {
    name: "KinesisDataStreamDestination",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "StreamArn", required: false, shape: &STREAM_ARN },
        schema::Member { name: "DestinationStatus", required: false, shape: &DESTINATION_STATUS },
        schema::Member { name: "DestinationStatusDescription", required: false, shape: &STRING },
        schema::Member { name: "ApproximateCreationDateTimePrecision", required: false, shape: &APPROXIMATE_CREATION_DATE_TIME_PRECISION },
    ],
    checked: &[0, 1, 2, 3],
};
pub static KINESIS_DATA_STREAM_DESTINATION_SHAPE: schema::Shape = schema::Shape::Structure(&KINESIS_DATA_STREAM_DESTINATION);

structure!(KinesisDataStreamDestination = KINESIS_DATA_STREAM_DESTINATION { stream_arn, destination_status, destination_status_description, approximate_creation_date_time_precision });

pub static KINESIS_DATA_STREAM_DESTINATIONS: schema::Shape = schema::Shape::List { member: &KINESIS_DATA_STREAM_DESTINATION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamingDestinationInput {
    pub table_name: String,
    pub stream_arn: String,
    pub enable_kinesis_streaming_configuration: Option<EnableKinesisStreamingConfiguration>,
}

pub static KINESIS_STREAMING_DESTINATION_INPUT: schema::Structure = schema::Structure {
    name: "KinesisStreamingDestinationInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "StreamArn", required: true, shape: &STREAM_ARN },
        schema::Member { name: "EnableKinesisStreamingConfiguration", required: false, shape: &ENABLE_KINESIS_STREAMING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static KINESIS_STREAMING_DESTINATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&KINESIS_STREAMING_DESTINATION_INPUT);

structure!(KinesisStreamingDestinationInput = KINESIS_STREAMING_DESTINATION_INPUT { table_name, stream_arn, enable_kinesis_streaming_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub stream_arn: Option<String>,
    pub destination_status: Option<DestinationStatus>,
    pub enable_kinesis_streaming_configuration: Option<EnableKinesisStreamingConfiguration>,
}

pub static KINESIS_STREAMING_DESTINATION_OUTPUT: schema::Structure = schema::Structure {
    name: "KinesisStreamingDestinationOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "StreamArn", required: false, shape: &STREAM_ARN },
        schema::Member { name: "DestinationStatus", required: false, shape: &DESTINATION_STATUS },
        schema::Member { name: "EnableKinesisStreamingConfiguration", required: false, shape: &ENABLE_KINESIS_STREAMING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static KINESIS_STREAMING_DESTINATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&KINESIS_STREAMING_DESTINATION_OUTPUT);

structure!(KinesisStreamingDestinationOutput = KINESIS_STREAMING_DESTINATION_OUTPUT { table_name, stream_arn, destination_status, enable_kinesis_streaming_configuration });

pub static LAST_UPDATE_DATE_TIME: schema::Shape = schema::Shape::Timestamp;

pub static LIST_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBackupsInput {
    pub table_name: Option<String>,
    pub limit: Option<i32>,
    pub time_range_lower_bound: Option<Timestamp>,
    pub time_range_upper_bound: Option<Timestamp>,
    pub exclusive_start_backup_arn: Option<String>,
    pub backup_type: Option<BackupTypeFilter>,
}

pub static LIST_BACKUPS_INPUT: schema::Structure = schema::Structure {
    name: "ListBackupsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_ARN },
        schema::Member { name: "Limit", required: false, shape: &BACKUPS_INPUT_LIMIT },
        schema::Member { name: "TimeRangeLowerBound", required: false, shape: &TIME_RANGE_LOWER_BOUND },
        schema::Member { name: "TimeRangeUpperBound", required: false, shape: &TIME_RANGE_UPPER_BOUND },
        schema::Member { name: "ExclusiveStartBackupArn", required: false, shape: &BACKUP_ARN },
        schema::Member { name: "BackupType", required: false, shape: &BACKUP_TYPE_FILTER },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static LIST_BACKUPS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_BACKUPS_INPUT);

structure!(ListBackupsInput = LIST_BACKUPS_INPUT { table_name, limit, time_range_lower_bound, time_range_upper_bound, exclusive_start_backup_arn, backup_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBackupsOutput {
    pub backup_summaries: Option<Vec<BackupSummary>>,
    pub last_evaluated_backup_arn: Option<String>,
}

pub static LIST_BACKUPS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListBackupsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BackupSummaries", required: false, shape: &BACKUP_SUMMARIES },
        schema::Member { name: "LastEvaluatedBackupArn", required: false, shape: &BACKUP_ARN },
    ],
    checked: &[0, 1],
};
pub static LIST_BACKUPS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_BACKUPS_OUTPUT);

structure!(ListBackupsOutput = LIST_BACKUPS_OUTPUT { backup_summaries, last_evaluated_backup_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBulkOperationsInput {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_BULK_OPERATIONS_INPUT: schema::Structure = schema::Structure {
    name: "ListBulkOperationsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "MaxResults", required: false, shape: &LIST_BULK_OPERATIONS_MAX_LIMIT },
        schema::Member { name: "NextToken", required: false, shape: &BULK_OPERATION_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_BULK_OPERATIONS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_BULK_OPERATIONS_INPUT);

structure!(ListBulkOperationsInput = LIST_BULK_OPERATIONS_INPUT { max_results, next_token });

pub static LIST_BULK_OPERATIONS_MAX_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(25) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBulkOperationsOutput {
    pub bulk_operations_summary_list: Option<Vec<BulkOperationSummary>>,
    pub next_token: Option<String>,
}

pub static LIST_BULK_OPERATIONS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListBulkOperationsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationsSummaryList", required: false, shape: &BULK_OPERATIONS_SUMMARY_LIST },
        schema::Member { name: "NextToken", required: false, shape: &BULK_OPERATION_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_BULK_OPERATIONS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_BULK_OPERATIONS_OUTPUT);

structure!(ListBulkOperationsOutput = LIST_BULK_OPERATIONS_OUTPUT { bulk_operations_summary_list, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListContributorInsightsInput {
    pub table_name: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

pub static LIST_CONTRIBUTOR_INSIGHTS_INPUT: schema::Structure = schema::Structure {
    name: "ListContributorInsightsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_ARN },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN_STRING },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_CONTRIBUTOR_INSIGHTS_LIMIT },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_CONTRIBUTOR_INSIGHTS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_CONTRIBUTOR_INSIGHTS_INPUT);

structure!(ListContributorInsightsInput = LIST_CONTRIBUTOR_INSIGHTS_INPUT { table_name, next_token, max_results });

pub static LIST_CONTRIBUTOR_INSIGHTS_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: Some(100) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListContributorInsightsOutput {
    pub contributor_insights_summaries: Option<Vec<ContributorInsightsSummary>>,
    pub next_token: Option<String>,
}

pub static LIST_CONTRIBUTOR_INSIGHTS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListContributorInsightsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ContributorInsightsSummaries", required: false, shape: &CONTRIBUTOR_INSIGHTS_SUMMARIES },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN_STRING },
    ],
    checked: &[0, 1],
};
pub static LIST_CONTRIBUTOR_INSIGHTS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_CONTRIBUTOR_INSIGHTS_OUTPUT);

structure!(ListContributorInsightsOutput = LIST_CONTRIBUTOR_INSIGHTS_OUTPUT { contributor_insights_summaries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListExportsInput {
    pub table_arn: Option<String>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_EXPORTS_INPUT: schema::Structure = schema::Structure {
    name: "ListExportsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_EXPORTS_MAX_LIMIT },
        schema::Member { name: "NextToken", required: false, shape: &EXPORT_NEXT_TOKEN },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_EXPORTS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_EXPORTS_INPUT);

structure!(ListExportsInput = LIST_EXPORTS_INPUT { table_arn, max_results, next_token });

pub static LIST_EXPORTS_MAX_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(25) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListExportsOutput {
    pub export_summaries: Option<Vec<ExportSummary>>,
    pub next_token: Option<String>,
}

pub static LIST_EXPORTS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListExportsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExportSummaries", required: false, shape: &EXPORT_SUMMARIES },
        schema::Member { name: "NextToken", required: false, shape: &EXPORT_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_EXPORTS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_EXPORTS_OUTPUT);

structure!(ListExportsOutput = LIST_EXPORTS_OUTPUT { export_summaries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGlobalTablesInput {
    pub exclusive_start_global_table_name: Option<String>,
    pub limit: Option<i32>,
    pub region_name: Option<String>,
}

pub static LIST_GLOBAL_TABLES_INPUT: schema::Structure = schema::Structure {
    name: "ListGlobalTablesInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExclusiveStartGlobalTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "Limit", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "RegionName", required: false, shape: &REGION_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_GLOBAL_TABLES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_GLOBAL_TABLES_INPUT);

structure!(ListGlobalTablesInput = LIST_GLOBAL_TABLES_INPUT { exclusive_start_global_table_name, limit, region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGlobalTablesOutput {
    pub global_tables: Option<Vec<GlobalTable>>,
    pub last_evaluated_global_table_name: Option<String>,
}

pub static LIST_GLOBAL_TABLES_OUTPUT: schema::Structure = schema::Structure {
    name: "ListGlobalTablesOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTables", required: false, shape: &GLOBAL_TABLE_LIST },
        schema::Member { name: "LastEvaluatedGlobalTableName", required: false, shape: &TABLE_NAME },
    ],
    checked: &[0, 1],
};
pub static LIST_GLOBAL_TABLES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_GLOBAL_TABLES_OUTPUT);

structure!(ListGlobalTablesOutput = LIST_GLOBAL_TABLES_OUTPUT { global_tables, last_evaluated_global_table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImportsInput {
    pub table_arn: Option<String>,
    pub page_size: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_IMPORTS_INPUT: schema::Structure = schema::Structure {
    name: "ListImportsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "PageSize", required: false, shape: &LIST_IMPORTS_MAX_LIMIT },
        schema::Member { name: "NextToken", required: false, shape: &IMPORT_NEXT_TOKEN },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_IMPORTS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_IMPORTS_INPUT);

structure!(ListImportsInput = LIST_IMPORTS_INPUT { table_arn, page_size, next_token });

pub static LIST_IMPORTS_MAX_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(25) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImportsOutput {
    pub import_summary_list: Option<Vec<ImportSummary>>,
    pub next_token: Option<String>,
}

pub static LIST_IMPORTS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListImportsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ImportSummaryList", required: false, shape: &IMPORT_SUMMARY_LIST },
        schema::Member { name: "NextToken", required: false, shape: &IMPORT_NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_IMPORTS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_IMPORTS_OUTPUT);

structure!(ListImportsOutput = LIST_IMPORTS_OUTPUT { import_summary_list, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTablesInput {
    pub exclusive_start_table_name: Option<String>,
    pub limit: Option<i32>,
}

pub static LIST_TABLES_INPUT: schema::Structure = schema::Structure {
    name: "ListTablesInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ExclusiveStartTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "Limit", required: false, shape: &LIST_TABLES_INPUT_LIMIT },
    ],
    checked: &[0, 1],
};
pub static LIST_TABLES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TABLES_INPUT);

structure!(ListTablesInput = LIST_TABLES_INPUT { exclusive_start_table_name, limit });

pub static LIST_TABLES_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTablesOutput {
    pub table_names: Option<Vec<String>>,
    pub last_evaluated_table_name: Option<String>,
}

pub static LIST_TABLES_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTablesOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableNames", required: false, shape: &TABLE_NAME_LIST },
        schema::Member { name: "LastEvaluatedTableName", required: false, shape: &TABLE_NAME },
    ],
    checked: &[0, 1],
};
pub static LIST_TABLES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TABLES_OUTPUT);

structure!(ListTablesOutput = LIST_TABLES_OUTPUT { table_names, last_evaluated_table_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsOfResourceInput {
    pub resource_arn: String,
    pub next_token: Option<String>,
}

pub static LIST_TAGS_OF_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "ListTagsOfResourceInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN_STRING },
    ],
    checked: &[0, 1],
};
pub static LIST_TAGS_OF_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_OF_RESOURCE_INPUT);

structure!(ListTagsOfResourceInput = LIST_TAGS_OF_RESOURCE_INPUT { resource_arn, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsOfResourceOutput {
    pub tags: Option<Vec<Tag>>,
    pub next_token: Option<String>,
}

pub static LIST_TAGS_OF_RESOURCE_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTagsOfResourceOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN_STRING },
    ],
    checked: &[0, 1],
};
pub static LIST_TAGS_OF_RESOURCE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_OF_RESOURCE_OUTPUT);

structure!(ListTagsOfResourceOutput = LIST_TAGS_OF_RESOURCE_OUTPUT { tags, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalSecondaryIndex {
    pub index_name: String,
    pub key_schema: Vec<KeySchemaElement>,
    pub projection: Projection,
}

pub static LOCAL_SECONDARY_INDEX: schema::Structure = schema::Structure {
    name: "LocalSecondaryIndex",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: true, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: true, shape: &PROJECTION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static LOCAL_SECONDARY_INDEX_SHAPE: schema::Shape = schema::Shape::Structure(&LOCAL_SECONDARY_INDEX);

structure!(LocalSecondaryIndex = LOCAL_SECONDARY_INDEX { index_name, key_schema, projection });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
}

pub static LOCAL_SECONDARY_INDEX_DESCRIPTION: schema::Structure = schema::Structure {
    name: "LocalSecondaryIndexDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
        schema::Member { name: "IndexSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "ItemCount", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "IndexArn", required: false, shape: &STRING },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static LOCAL_SECONDARY_INDEX_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&LOCAL_SECONDARY_INDEX_DESCRIPTION);

structure!(LocalSecondaryIndexDescription = LOCAL_SECONDARY_INDEX_DESCRIPTION { index_name, key_schema, projection, index_size_bytes, item_count, index_arn });

pub static LOCAL_SECONDARY_INDEX_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &LOCAL_SECONDARY_INDEX_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalSecondaryIndexInfo {
    pub index_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub projection: Option<Projection>,
}

pub static LOCAL_SECONDARY_INDEX_INFO: schema::Structure = schema::Structure {
    name: "LocalSecondaryIndexInfo",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static LOCAL_SECONDARY_INDEX_INFO_SHAPE: schema::Shape = schema::Shape::Structure(&LOCAL_SECONDARY_INDEX_INFO);

structure!(LocalSecondaryIndexInfo = LOCAL_SECONDARY_INDEX_INFO { index_name, key_schema, projection });

pub static LOCAL_SECONDARY_INDEX_LIST: schema::Shape = schema::Shape::List { member: &LOCAL_SECONDARY_INDEX_SHAPE, length: schema::Length { min: None, max: None } };

pub static LOCAL_SECONDARY_INDEXES: schema::Shape = schema::Shape::List { member: &LOCAL_SECONDARY_INDEX_INFO_SHAPE, length: schema::Length { min: None, max: None } };

pub static LONG: schema::Shape = schema::Shape::Long(schema::Range { min: None, max: None });

pub static LONG_OBJECT: schema::Shape = schema::Shape::Long(schema::Range { min: None, max: None });

pub static MAP_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(MultiRegionConsistency {
    Eventual = "EVENTUAL",
    Strong = "STRONG",
});

pub static MULTI_REGION_CONSISTENCY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["EVENTUAL", "STRONG"] });

pub static NEXT_TOKEN_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static NON_KEY_ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static NON_KEY_ATTRIBUTE_NAME_LIST: schema::Shape = schema::Shape::List { member: &NON_KEY_ATTRIBUTE_NAME, length: schema::Length { min: Some(1), max: Some(20) } };

pub static NON_NEGATIVE_LONG_OBJECT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

pub static NULL_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::Boolean;

pub static NUMBER_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static NUMBER_SET_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::List { member: &NUMBER_ATTRIBUTE_VALUE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDemandThroughput {
    pub max_read_request_units: Option<i64>,
    pub max_write_request_units: Option<i64>,
}

pub static ON_DEMAND_THROUGHPUT: schema::Structure = schema::Structure {
    name: "OnDemandThroughput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "MaxReadRequestUnits", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "MaxWriteRequestUnits", required: false, shape: &LONG_OBJECT },
    ],
    checked: &[0, 1],
};
pub static ON_DEMAND_THROUGHPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ON_DEMAND_THROUGHPUT);

structure!(OnDemandThroughput = ON_DEMAND_THROUGHPUT { max_read_request_units, max_write_request_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDemandThroughputOverride {
    pub max_read_request_units: Option<i64>,
}

pub static ON_DEMAND_THROUGHPUT_OVERRIDE: schema::Structure = schema::Structure {
    name: "OnDemandThroughputOverride",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "MaxReadRequestUnits", required: false, shape: &LONG_OBJECT },
    ],
    checked: &[0],
};
pub static ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE: schema::Shape = schema::Shape::Structure(&ON_DEMAND_THROUGHPUT_OVERRIDE);

structure!(OnDemandThroughputOverride = ON_DEMAND_THROUGHPUT_OVERRIDE { max_read_request_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputS3Configuration {
    pub s3_bucket_owner: Option<String>,
    pub s3_bucket: Option<String>,
    pub s3_key_prefix: Option<String>,
    pub s3_sse_algorithm: Option<S3SseAlgorithm>,
    pub s3_sse_kms_key_id: Option<String>,
    pub output_type: Vec<OutputTypeEnum>,
}

pub static OUTPUT_S3_CONFIGURATION: schema::Structure = schema::Structure {
    name: "OutputS3Configuration",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "S3BucketOwner", required: false, shape: &S3_BUCKET_OWNER },
        schema::Member { name: "S3Bucket", required: false, shape: &S3_BUCKET },
        schema::Member { name: "S3KeyPrefix", required: false, shape: &S3_PREFIX },
        schema::Member { name: "S3SseAlgorithm", required: false, shape: &S3_SSE_ALGORITHM },
        schema::Member { name: "S3SseKmsKeyId", required: false, shape: &S3_SSE_KMS_KEY_ID },
        schema::Member { name: "OutputType", required: true, shape: &OUTPUT_TYPE_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static OUTPUT_S3_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&OUTPUT_S3_CONFIGURATION);

structure!(OutputS3Configuration = OUTPUT_S3_CONFIGURATION { s3_bucket_owner, s3_bucket, s3_key_prefix, s3_sse_algorithm, s3_sse_kms_key_id, output_type });

open_enum!(OutputTypeEnum {
    Error = "ERROR",
    ConditionCheckFailure = "CONDITION_CHECK_FAILURE",
});

pub static OUTPUT_TYPE_ENUM: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ERROR", "CONDITION_CHECK_FAILURE"] });

pub static OUTPUT_TYPE_LIST: schema::Shape = schema::Shape::List { member: &OUTPUT_TYPE_ENUM, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterizedStatement {
    pub statement: String,
    pub parameters: Option<Vec<AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static PARAMETERIZED_STATEMENT: schema::Structure = schema::Structure {
    name: "ParameterizedStatement",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Statement", required: true, shape: &PARTI_QL_STATEMENT },
        schema::Member { name: "Parameters", required: false, shape: &PREPARED_STATEMENT_PARAMETERS },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2],
};
pub static PARAMETERIZED_STATEMENT_SHAPE: schema::Shape = schema::Shape::Structure(&PARAMETERIZED_STATEMENT);

structure!(ParameterizedStatement = PARAMETERIZED_STATEMENT { statement, parameters, return_values_on_condition_check_failure });

pub static PARAMETERIZED_STATEMENTS: schema::Shape = schema::Shape::List { member: &PARAMETERIZED_STATEMENT_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

pub static PARTI_QL_BATCH_REQUEST: schema::Shape = schema::Shape::List { member: &BATCH_STATEMENT_REQUEST_SHAPE, length: schema::Length { min: Some(1), max: Some(25) } };

pub static PARTI_QL_BATCH_RESPONSE: schema::Shape = schema::Shape::List { member: &BATCH_STATEMENT_RESPONSE_SHAPE, length: schema::Length { min: None, max: None } };

pub static PARTI_QL_NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(32768) }, pattern: None, values: &[] });

pub static PARTI_QL_STATEMENT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(8192) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointInTimeRecoveryDescription {
    pub point_in_time_recovery_status: Option<PointInTimeRecoveryStatus>,
    pub recovery_period_in_days: Option<i32>,
    pub earliest_restorable_date_time: Option<Timestamp>,
    pub latest_restorable_date_time: Option<Timestamp>,
}

pub static POINT_IN_TIME_RECOVERY_DESCRIPTION: schema::Structure = schema::Structure {
    name: "PointInTimeRecoveryDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "PointInTimeRecoveryStatus", required: false, shape: &POINT_IN_TIME_RECOVERY_STATUS },
        schema::Member { name: "RecoveryPeriodInDays", required: false, shape: &RECOVERY_PERIOD_IN_DAYS },
        schema::Member { name: "EarliestRestorableDateTime", required: false, shape: &DATE },
        schema::Member { name: "LatestRestorableDateTime", required: false, shape: &DATE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static POINT_IN_TIME_RECOVERY_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&POINT_IN_TIME_RECOVERY_DESCRIPTION);

structure!(PointInTimeRecoveryDescription = POINT_IN_TIME_RECOVERY_DESCRIPTION { point_in_time_recovery_status, recovery_period_in_days, earliest_restorable_date_time, latest_restorable_date_time });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointInTimeRecoverySpecification {
    pub point_in_time_recovery_enabled: bool,
    pub recovery_period_in_days: Option<i32>,
}

pub static POINT_IN_TIME_RECOVERY_SPECIFICATION: schema::Structure = schema::Structure {
    name: "PointInTimeRecoverySpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "PointInTimeRecoveryEnabled", required: true, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "RecoveryPeriodInDays", required: false, shape: &RECOVERY_PERIOD_IN_DAYS },
    ],
    checked: &[0, 1],
};
pub static POINT_IN_TIME_RECOVERY_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&POINT_IN_TIME_RECOVERY_SPECIFICATION);

structure!(PointInTimeRecoverySpecification = POINT_IN_TIME_RECOVERY_SPECIFICATION { point_in_time_recovery_enabled, recovery_period_in_days });

open_enum!(PointInTimeRecoveryStatus {
    Enabled = "ENABLED",
    Disabled = "DISABLED",
});

pub static POINT_IN_TIME_RECOVERY_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "DISABLED"] });

pub static POLICY_REVISION_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static POSITIVE_INTEGER_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static POSITIVE_LONG_OBJECT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(1), max: None });

pub static PREPARED_STATEMENT_PARAMETERS: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: Some(1), max: None } };

pub static PROCESSED_INPUT_BYTES: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

pub static PROCESSED_ITEM_COUNT: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Projection {
    pub projection_type: Option<ProjectionType>,
    pub non_key_attributes: Option<Vec<String>>,
}

pub static PROJECTION: schema::Structure = schema::Structure {
    name: "Projection",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ProjectionType", required: false, shape: &PROJECTION_TYPE },
        schema::Member { name: "NonKeyAttributes", required: false, shape: &NON_KEY_ATTRIBUTE_NAME_LIST },
    ],
    checked: &[0, 1],
};
pub static PROJECTION_SHAPE: schema::Shape = schema::Shape::Structure(&PROJECTION);

structure!(Projection = PROJECTION { projection_type, non_key_attributes });

pub static PROJECTION_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

open_enum!(ProjectionType {
    All = "ALL",
    KeysOnly = "KEYS_ONLY",
    Include = "INCLUDE",
});

pub static PROJECTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ALL", "KEYS_ONLY", "INCLUDE"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughput {
    pub read_capacity_units: i64,
    pub write_capacity_units: i64,
}

pub static PROVISIONED_THROUGHPUT: schema::Structure = schema::Structure {
    name: "ProvisionedThroughput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadCapacityUnits", required: true, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "WriteCapacityUnits", required: true, shape: &POSITIVE_LONG_OBJECT },
    ],
    checked: &[0, 1],
};
pub static PROVISIONED_THROUGHPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PROVISIONED_THROUGHPUT);

structure!(ProvisionedThroughput = PROVISIONED_THROUGHPUT { read_capacity_units, write_capacity_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughputDescription {
    pub last_increase_date_time: Option<Timestamp>,
    pub last_decrease_date_time: Option<Timestamp>,
    pub number_of_decreases_today: Option<i64>,
    pub read_capacity_units: Option<i64>,
    pub write_capacity_units: Option<i64>,
}

pub static PROVISIONED_THROUGHPUT_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ProvisionedThroughputDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "LastIncreaseDateTime", required: false, shape: &DATE },
        schema::Member { name: "LastDecreaseDateTime", required: false, shape: &DATE },
        schema::Member { name: "NumberOfDecreasesToday", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ReadCapacityUnits", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
        schema::Member { name: "WriteCapacityUnits", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static PROVISIONED_THROUGHPUT_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&PROVISIONED_THROUGHPUT_DESCRIPTION);

structure!(ProvisionedThroughputDescription = PROVISIONED_THROUGHPUT_DESCRIPTION { last_increase_date_time, last_decrease_date_time, number_of_decreases_today, read_capacity_units, write_capacity_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedThroughputOverride {
    pub read_capacity_units: Option<i64>,
}

pub static PROVISIONED_THROUGHPUT_OVERRIDE: schema::Structure = schema::Structure {
    name: "ProvisionedThroughputOverride",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
    ],
    checked: &[0],
};
pub static PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE: schema::Shape = schema::Shape::Structure(&PROVISIONED_THROUGHPUT_OVERRIDE);

structure!(ProvisionedThroughputOverride = PROVISIONED_THROUGHPUT_OVERRIDE { read_capacity_units });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Put {
    pub item: BTreeMap<String, AttributeValue>,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static PUT: schema::Structure = schema::Structure {
    name: "Put",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: true, shape: &PUT_ITEM_INPUT_ATTRIBUTE_MAP },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static PUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT);

structure!(Put = PUT { item, table_name, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutItemInput {
    pub table_name: String,
    pub item: BTreeMap<String, AttributeValue>,
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    pub return_values: Option<ReturnValue>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
    pub conditional_operator: Option<ConditionalOperator>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static PUT_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "PutItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "Item", required: true, shape: &PUT_ITEM_INPUT_ATTRIBUTE_MAP },
        schema::Member { name: "Expected", required: false, shape: &EXPECTED_ATTRIBUTE_MAP },
        schema::Member { name: "ReturnValues", required: false, shape: &RETURN_VALUE },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ReturnItemCollectionMetrics", required: false, shape: &RETURN_ITEM_COLLECTION_METRICS },
        schema::Member { name: "ConditionalOperator", required: false, shape: &CONDITIONAL_OPERATOR },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static PUT_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_ITEM_INPUT);

structure!(PutItemInput = PUT_ITEM_INPUT { table_name, item, expected, return_values, return_consumed_capacity, return_item_collection_metrics, conditional_operator, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

pub static PUT_ITEM_INPUT_ATTRIBUTE_MAP: schema::Shape = schema::Shape::Map { key: &ATTRIBUTE_NAME, value: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutItemOutput {
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

pub static PUT_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "PutItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Attributes", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
        schema::Member { name: "ItemCollectionMetrics", required: false, shape: &ITEM_COLLECTION_METRICS_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_ITEM_OUTPUT);

structure!(PutItemOutput = PUT_ITEM_OUTPUT { attributes, consumed_capacity, item_collection_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRequest {
    pub item: BTreeMap<String, AttributeValue>,
}

pub static PUT_REQUEST: schema::Structure = schema::Structure {
    name: "PutRequest",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: true, shape: &PUT_ITEM_INPUT_ATTRIBUTE_MAP },
    ],
    checked: &[0],
};
pub static PUT_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_REQUEST);

structure!(PutRequest = PUT_REQUEST { item });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyInput {
    pub resource_arn: String,
    pub policy: String,
    pub expected_revision_id: Option<String>,
    pub confirm_remove_self_resource_access: Option<bool>,
}

pub static PUT_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "PutResourcePolicyInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
        schema::Member { name: "Policy", required: true, shape: &RESOURCE_POLICY },
        schema::Member { name: "ExpectedRevisionId", required: false, shape: &POLICY_REVISION_ID },
        schema::Member { name: "ConfirmRemoveSelfResourceAccess", required: false, shape: &CONFIRM_REMOVE_SELF_RESOURCE_ACCESS },
    ],
    checked: &[0, 1, 2, 3],
};
pub static PUT_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RESOURCE_POLICY_INPUT);

structure!(PutResourcePolicyInput = PUT_RESOURCE_POLICY_INPUT { resource_arn, policy, expected_revision_id, confirm_remove_self_resource_access });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyOutput {
    pub revision_id: Option<String>,
}

pub static PUT_RESOURCE_POLICY_OUTPUT: schema::Structure = schema::Structure {
    name: "PutResourcePolicyOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RevisionId", required: false, shape: &POLICY_REVISION_ID },
    ],
    checked: &[0],
};
pub static PUT_RESOURCE_POLICY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RESOURCE_POLICY_OUTPUT);

structure!(PutResourcePolicyOutput = PUT_RESOURCE_POLICY_OUTPUT { revision_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryInput {
    pub table_name: String,
    pub index_name: Option<String>,
    pub select: Option<Select>,
    pub attributes_to_get: Option<Vec<String>>,
    pub limit: Option<i32>,
    pub consistent_read: Option<bool>,
    pub key_conditions: Option<BTreeMap<String, Condition>>,
    pub query_filter: Option<BTreeMap<String, Condition>>,
    pub conditional_operator: Option<ConditionalOperator>,
    pub scan_index_forward: Option<bool>,
    pub exclusive_start_key: Option<BTreeMap<String, AttributeValue>>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub projection_expression: Option<String>,
    pub filter_expression: Option<String>,
    pub key_condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
}

pub static QUERY_INPUT: schema::Structure = schema::Structure {
    name: "QueryInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "Select", required: false, shape: &SELECT },
        schema::Member { name: "AttributesToGet", required: false, shape: &ATTRIBUTE_NAME_LIST },
        schema::Member { name: "Limit", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
        schema::Member { name: "KeyConditions", required: false, shape: &KEY_CONDITIONS },
        schema::Member { name: "QueryFilter", required: false, shape: &FILTER_CONDITION_MAP },
        schema::Member { name: "ConditionalOperator", required: false, shape: &CONDITIONAL_OPERATOR },
        schema::Member { name: "ScanIndexForward", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "ExclusiveStartKey", required: false, shape: &KEY },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "FilterExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "KeyConditionExpression", required: false, shape: &KEY_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
pub static QUERY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&QUERY_INPUT);

structure!(QueryInput = QUERY_INPUT { table_name, index_name, select, attributes_to_get, limit, consistent_read, key_conditions, query_filter, conditional_operator, scan_index_forward, exclusive_start_key, return_consumed_capacity, projection_expression, filter_expression, key_condition_expression, expression_attribute_names, expression_attribute_values });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryOutput {
    pub items: Option<Vec<BTreeMap<String, AttributeValue>>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

pub static QUERY_OUTPUT: schema::Structure = schema::Structure {
    name: "QueryOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Items", required: false, shape: &ITEM_LIST },
        schema::Member { name: "Count", required: false, shape: &INTEGER },
        schema::Member { name: "ScannedCount", required: false, shape: &INTEGER },
        schema::Member { name: "LastEvaluatedKey", required: false, shape: &KEY },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static QUERY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&QUERY_OUTPUT);

structure!(QueryOutput = QUERY_OUTPUT { items, count, scanned_count, last_evaluated_key, consumed_capacity });

pub static REASON: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static RECOVERY_PERIOD_IN_DAYS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(35) });

pub static REGION_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replica {
    pub region_name: Option<String>,
}

pub static REPLICA: schema::Structure = schema::Structure {
    name: "Replica",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: false, shape: &REGION_NAME },
    ],
    checked: &[0],
};
pub static REPLICA_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA);

structure!(Replica = REPLICA { region_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaAutoScalingDescription {
    pub region_name: Option<String>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndexAutoScalingDescription>>,
    pub replica_provisioned_read_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub replica_provisioned_write_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub replica_status: Option<ReplicaStatus>,
}

pub static REPLICA_AUTO_SCALING_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaAutoScalingDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: false, shape: &REGION_NAME },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION_LIST },
        schema::Member { name: "ReplicaProvisionedReadCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ReplicaProvisionedWriteCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ReplicaStatus", required: false, shape: &REPLICA_STATUS },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static REPLICA_AUTO_SCALING_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_AUTO_SCALING_DESCRIPTION);

structure!(ReplicaAutoScalingDescription = REPLICA_AUTO_SCALING_DESCRIPTION { region_name, global_secondary_indexes, replica_provisioned_read_capacity_auto_scaling_settings, replica_provisioned_write_capacity_auto_scaling_settings, replica_status });

pub static REPLICA_AUTO_SCALING_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_AUTO_SCALING_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaAutoScalingUpdate {
    pub region_name: String,
    pub replica_global_secondary_index_updates: Option<Vec<ReplicaGlobalSecondaryIndexAutoScalingUpdate>>,
    pub replica_provisioned_read_capacity_auto_scaling_update: Option<AutoScalingSettingsUpdate>,
}

pub static REPLICA_AUTO_SCALING_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicaAutoScalingUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "ReplicaGlobalSecondaryIndexUpdates", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_LIST },
        schema::Member { name: "ReplicaProvisionedReadCapacityAutoScalingUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static REPLICA_AUTO_SCALING_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_AUTO_SCALING_UPDATE);

structure!(ReplicaAutoScalingUpdate = REPLICA_AUTO_SCALING_UPDATE { region_name, replica_global_secondary_index_updates, replica_provisioned_read_capacity_auto_scaling_update });

pub static REPLICA_AUTO_SCALING_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_AUTO_SCALING_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaDescription {
    pub region_name: Option<String>,
    pub replica_status: Option<ReplicaStatus>,
    pub replica_arn: Option<String>,
    pub replica_status_description: Option<String>,
    pub replica_status_percent_progress: Option<String>,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndexDescription>>,
    pub replica_inaccessible_date_time: Option<Timestamp>,
    pub replica_table_class_summary: Option<TableClassSummary>,
    pub global_table_settings_replication_mode: Option<GlobalTableSettingsReplicationMode>,
}

pub static REPLICA_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: false, shape: &REGION_NAME },
        schema::Member { name: "ReplicaStatus", required: false, shape: &REPLICA_STATUS },
        schema::Member { name: "ReplicaArn", required: false, shape: &STRING },
        schema::Member { name: "ReplicaStatusDescription", required: false, shape: &REPLICA_STATUS_DESCRIPTION },
        schema::Member { name: "ReplicaStatusPercentProgress", required: false, shape: &REPLICA_STATUS_PERCENT_PROGRESS },
        schema::Member { name: "KMSMasterKeyId", required: false, shape: &KMS_MASTER_KEY_ID },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &TABLE_WARM_THROUGHPUT_DESCRIPTION_SHAPE },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION_LIST },
        schema::Member { name: "ReplicaInaccessibleDateTime", required: false, shape: &DATE },
        schema::Member { name: "ReplicaTableClassSummary", required: false, shape: &TABLE_CLASS_SUMMARY_SHAPE },
        schema::Member { name: "GlobalTableSettingsReplicationMode", required: false, shape: &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};
pub static REPLICA_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_DESCRIPTION);

structure!(ReplicaDescription = REPLICA_DESCRIPTION { region_name, replica_status, replica_arn, replica_status_description, replica_status_percent_progress, kms_master_key_id, provisioned_throughput_override, on_demand_throughput_override, warm_throughput, global_secondary_indexes, replica_inaccessible_date_time, replica_table_class_summary, global_table_settings_replication_mode });

pub static REPLICA_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndex {
    pub index_name: String,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndex",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX);

structure!(ReplicaGlobalSecondaryIndex = REPLICA_GLOBAL_SECONDARY_INDEX { index_name, provisioned_throughput_override, on_demand_throughput_override });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexAutoScalingDescription {
    pub index_name: Option<String>,
    pub index_status: Option<IndexStatus>,
    pub provisioned_read_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub provisioned_write_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndexAutoScalingDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "IndexStatus", required: false, shape: &INDEX_STATUS },
        schema::Member { name: "ProvisionedReadCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ProvisionedWriteCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION);

structure!(ReplicaGlobalSecondaryIndexAutoScalingDescription = REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION { index_name, index_status, provisioned_read_capacity_auto_scaling_settings, provisioned_write_capacity_auto_scaling_settings });

pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexAutoScalingUpdate {
    pub index_name: Option<String>,
    pub provisioned_read_capacity_auto_scaling_update: Option<AutoScalingSettingsUpdate>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndexAutoScalingUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedReadCapacityAutoScalingUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
    ],
    checked: &[0, 1],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE);

structure!(ReplicaGlobalSecondaryIndexAutoScalingUpdate = REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE { index_name, provisioned_read_capacity_auto_scaling_update });

pub static REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexDescription {
    pub index_name: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndexDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &GLOBAL_SECONDARY_INDEX_WARM_THROUGHPUT_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION);

structure!(ReplicaGlobalSecondaryIndexDescription = REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION { index_name, provisioned_throughput_override, on_demand_throughput_override, warm_throughput });

pub static REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

pub static REPLICA_GLOBAL_SECONDARY_INDEX_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_SHAPE, length: schema::Length { min: Some(1), max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexSettingsDescription {
    pub index_name: String,
    pub index_status: Option<IndexStatus>,
    pub provisioned_read_capacity_units: Option<i64>,
    pub provisioned_read_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub provisioned_write_capacity_units: Option<i64>,
    pub provisioned_write_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndexSettingsDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "IndexStatus", required: false, shape: &INDEX_STATUS },
        schema::Member { name: "ProvisionedReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ProvisionedReadCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ProvisionedWriteCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ProvisionedWriteCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION);

structure!(ReplicaGlobalSecondaryIndexSettingsDescription = REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION { index_name, index_status, provisioned_read_capacity_units, provisioned_read_capacity_auto_scaling_settings, provisioned_write_capacity_units, provisioned_write_capacity_auto_scaling_settings });

pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexSettingsUpdate {
    pub index_name: String,
    pub provisioned_read_capacity_units: Option<i64>,
    pub provisioned_read_capacity_auto_scaling_settings_update: Option<AutoScalingSettingsUpdate>,
}

pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicaGlobalSecondaryIndexSettingsUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ProvisionedReadCapacityAutoScalingSettingsUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE);

structure!(ReplicaGlobalSecondaryIndexSettingsUpdate = REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE { index_name, provisioned_read_capacity_units, provisioned_read_capacity_auto_scaling_settings_update });

pub static REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: Some(20) } };

pub static REPLICA_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaSettingsDescription {
    pub region_name: String,
    pub replica_status: Option<ReplicaStatus>,
    pub replica_billing_mode_summary: Option<BillingModeSummary>,
    pub replica_provisioned_read_capacity_units: Option<i64>,
    pub replica_provisioned_read_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub replica_provisioned_write_capacity_units: Option<i64>,
    pub replica_provisioned_write_capacity_auto_scaling_settings: Option<AutoScalingSettingsDescription>,
    pub replica_global_secondary_index_settings: Option<Vec<ReplicaGlobalSecondaryIndexSettingsDescription>>,
    pub replica_table_class_summary: Option<TableClassSummary>,
}

pub static REPLICA_SETTINGS_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ReplicaSettingsDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "ReplicaStatus", required: false, shape: &REPLICA_STATUS },
        schema::Member { name: "ReplicaBillingModeSummary", required: false, shape: &BILLING_MODE_SUMMARY_SHAPE },
        schema::Member { name: "ReplicaProvisionedReadCapacityUnits", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
        schema::Member { name: "ReplicaProvisionedReadCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ReplicaProvisionedWriteCapacityUnits", required: false, shape: &NON_NEGATIVE_LONG_OBJECT },
        schema::Member { name: "ReplicaProvisionedWriteCapacityAutoScalingSettings", required: false, shape: &AUTO_SCALING_SETTINGS_DESCRIPTION_SHAPE },
        schema::Member { name: "ReplicaGlobalSecondaryIndexSettings", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_DESCRIPTION_LIST },
        schema::Member { name: "ReplicaTableClassSummary", required: false, shape: &TABLE_CLASS_SUMMARY_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static REPLICA_SETTINGS_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_SETTINGS_DESCRIPTION);

structure!(ReplicaSettingsDescription = REPLICA_SETTINGS_DESCRIPTION { region_name, replica_status, replica_billing_mode_summary, replica_provisioned_read_capacity_units, replica_provisioned_read_capacity_auto_scaling_settings, replica_provisioned_write_capacity_units, replica_provisioned_write_capacity_auto_scaling_settings, replica_global_secondary_index_settings, replica_table_class_summary });

pub static REPLICA_SETTINGS_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_SETTINGS_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaSettingsUpdate {
    pub region_name: String,
    pub replica_provisioned_read_capacity_units: Option<i64>,
    pub replica_provisioned_read_capacity_auto_scaling_settings_update: Option<AutoScalingSettingsUpdate>,
    pub replica_global_secondary_index_settings_update: Option<Vec<ReplicaGlobalSecondaryIndexSettingsUpdate>>,
    pub replica_table_class: Option<TableClass>,
}

pub static REPLICA_SETTINGS_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicaSettingsUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "ReplicaProvisionedReadCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
        schema::Member { name: "ReplicaGlobalSecondaryIndexSettingsUpdate", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_LIST },
        schema::Member { name: "ReplicaTableClass", required: false, shape: &TABLE_CLASS },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static REPLICA_SETTINGS_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_SETTINGS_UPDATE);

structure!(ReplicaSettingsUpdate = REPLICA_SETTINGS_UPDATE { region_name, replica_provisioned_read_capacity_units, replica_provisioned_read_capacity_auto_scaling_settings_update, replica_global_secondary_index_settings_update, replica_table_class });

pub static REPLICA_SETTINGS_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_SETTINGS_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: Some(50) } };

open_enum!(ReplicaStatus {
    Creating = "CREATING",
    CreationFailed = "CREATION_FAILED",
    Updating = "UPDATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
    RegionDisabled = "REGION_DISABLED",
    InaccessibleEncryptionCredentials = "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
    Archiving = "ARCHIVING",
    Archived = "ARCHIVED",
    ReplicationNotAuthorized = "REPLICATION_NOT_AUTHORIZED",
});

pub static REPLICA_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "CREATION_FAILED", "UPDATING", "DELETING", "ACTIVE", "REGION_DISABLED", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED"] });

pub static REPLICA_STATUS_DESCRIPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static REPLICA_STATUS_PERCENT_PROGRESS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaUpdate {
    pub create: Option<CreateReplicaAction>,
    pub delete: Option<DeleteReplicaAction>,
}

pub static REPLICA_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicaUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Create", required: false, shape: &CREATE_REPLICA_ACTION_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_REPLICA_ACTION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static REPLICA_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICA_UPDATE);

structure!(ReplicaUpdate = REPLICA_UPDATE { create, delete });

pub static REPLICA_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICA_UPDATE_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationGroupUpdate {
    pub create: Option<CreateReplicationGroupMemberAction>,
    pub update: Option<UpdateReplicationGroupMemberAction>,
    pub delete: Option<DeleteReplicationGroupMemberAction>,
    pub disassociate: Option<DisassociateReplicationGroupMemberAction>,
}

pub static REPLICATION_GROUP_UPDATE: schema::Structure = schema::Structure {
    name: "ReplicationGroupUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Create", required: false, shape: &CREATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE },
        schema::Member { name: "Update", required: false, shape: &UPDATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE },
        schema::Member { name: "Disassociate", required: false, shape: &DISASSOCIATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static REPLICATION_GROUP_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REPLICATION_GROUP_UPDATE);

structure!(ReplicationGroupUpdate = REPLICATION_GROUP_UPDATE { create, update, delete, disassociate });

pub static REPLICATION_GROUP_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &REPLICATION_GROUP_UPDATE_SHAPE, length: schema::Length { min: Some(1), max: None } };

pub static RESOURCE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static RESOURCE_ARN_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1283) }, pattern: None, values: &[] });

pub static RESOURCE_POLICY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static RESTORE_IN_PROGRESS: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSummary {
    pub source_backup_arn: Option<String>,
    pub source_table_arn: Option<String>,
    pub restore_date_time: Timestamp,
    pub restore_in_progress: bool,
}

pub static RESTORE_SUMMARY: schema::Structure = schema::Structure {
    name: "RestoreSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "SourceBackupArn", required: false, shape: &BACKUP_ARN },
        schema::Member { name: "SourceTableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "RestoreDateTime", required: true, shape: &DATE },
        schema::Member { name: "RestoreInProgress", required: true, shape: &RESTORE_IN_PROGRESS },
    ],
    checked: &[0, 1, 2, 3],
};
pub static RESTORE_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_SUMMARY);

structure!(RestoreSummary = RESTORE_SUMMARY { source_backup_arn, source_table_arn, restore_date_time, restore_in_progress });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreTableFromBackupInput {
    pub target_table_name: String,
    pub backup_arn: String,
    pub billing_mode_override: Option<BillingMode>,
    pub global_secondary_index_override: Option<Vec<GlobalSecondaryIndex>>,
    pub local_secondary_index_override: Option<Vec<LocalSecondaryIndex>>,
    pub provisioned_throughput_override: Option<ProvisionedThroughput>,
    pub on_demand_throughput_override: Option<OnDemandThroughput>,
    pub sse_specification_override: Option<SSESpecification>,
    pub vector_index_override: Option<Vec<VectorIndex>>,
}

pub static RESTORE_TABLE_FROM_BACKUP_INPUT: schema::Structure = schema::Structure {
    name: "RestoreTableFromBackupInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TargetTableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "BackupArn", required: true, shape: &BACKUP_ARN },
        schema::Member { name: "BillingModeOverride", required: false, shape: &BILLING_MODE },
        schema::Member { name: "GlobalSecondaryIndexOverride", required: false, shape: &GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "LocalSecondaryIndexOverride", required: false, shape: &LOCAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "SSESpecificationOverride", required: false, shape: &SSE_SPECIFICATION_SHAPE },
        schema::Member { name: "VectorIndexOverride", required: false, shape: &VECTOR_INDEX_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static RESTORE_TABLE_FROM_BACKUP_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_TABLE_FROM_BACKUP_INPUT);

structure!(RestoreTableFromBackupInput = RESTORE_TABLE_FROM_BACKUP_INPUT { target_table_name, backup_arn, billing_mode_override, global_secondary_index_override, local_secondary_index_override, provisioned_throughput_override, on_demand_throughput_override, sse_specification_override, vector_index_override });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreTableFromBackupOutput {
    pub table_description: Option<TableDescription>,
}

pub static RESTORE_TABLE_FROM_BACKUP_OUTPUT: schema::Structure = schema::Structure {
    name: "RestoreTableFromBackupOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableDescription", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static RESTORE_TABLE_FROM_BACKUP_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_TABLE_FROM_BACKUP_OUTPUT);

structure!(RestoreTableFromBackupOutput = RESTORE_TABLE_FROM_BACKUP_OUTPUT { table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreTableToPointInTimeInput {
    pub source_table_arn: Option<String>,
    pub source_table_name: Option<String>,
    pub target_table_name: String,
    pub use_latest_restorable_time: Option<bool>,
    pub restore_date_time: Option<Timestamp>,
    pub billing_mode_override: Option<BillingMode>,
    pub global_secondary_index_override: Option<Vec<GlobalSecondaryIndex>>,
    pub local_secondary_index_override: Option<Vec<LocalSecondaryIndex>>,
    pub provisioned_throughput_override: Option<ProvisionedThroughput>,
    pub on_demand_throughput_override: Option<OnDemandThroughput>,
    pub sse_specification_override: Option<SSESpecification>,
    pub vector_index_override: Option<Vec<VectorIndex>>,
}

pub static RESTORE_TABLE_TO_POINT_IN_TIME_INPUT: schema::Structure = schema::Structure {
    name: "RestoreTableToPointInTimeInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "SourceTableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "SourceTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "TargetTableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "UseLatestRestorableTime", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "RestoreDateTime", required: false, shape: &DATE },
        schema::Member { name: "BillingModeOverride", required: false, shape: &BILLING_MODE },
        schema::Member { name: "GlobalSecondaryIndexOverride", required: false, shape: &GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "LocalSecondaryIndexOverride", required: false, shape: &LOCAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "SSESpecificationOverride", required: false, shape: &SSE_SPECIFICATION_SHAPE },
        schema::Member { name: "VectorIndexOverride", required: false, shape: &VECTOR_INDEX_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static RESTORE_TABLE_TO_POINT_IN_TIME_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_TABLE_TO_POINT_IN_TIME_INPUT);

structure!(RestoreTableToPointInTimeInput = RESTORE_TABLE_TO_POINT_IN_TIME_INPUT { source_table_arn, source_table_name, target_table_name, use_latest_restorable_time, restore_date_time, billing_mode_override, global_secondary_index_override, local_secondary_index_override, provisioned_throughput_override, on_demand_throughput_override, sse_specification_override, vector_index_override });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreTableToPointInTimeOutput {
    pub table_description: Option<TableDescription>,
}

pub static RESTORE_TABLE_TO_POINT_IN_TIME_OUTPUT: schema::Structure = schema::Structure {
    name: "RestoreTableToPointInTimeOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableDescription", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static RESTORE_TABLE_TO_POINT_IN_TIME_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_TABLE_TO_POINT_IN_TIME_OUTPUT);

structure!(RestoreTableToPointInTimeOutput = RESTORE_TABLE_TO_POINT_IN_TIME_OUTPUT { table_description });

open_enum!(ReturnConsumedCapacity {
    Indexes = "INDEXES",
    Total = "TOTAL",
    None = "NONE",
});

pub static RETURN_CONSUMED_CAPACITY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["INDEXES", "TOTAL", "NONE"] });

open_enum!(ReturnItemCollectionMetrics {
    Size = "SIZE",
    None = "NONE",
});

pub static RETURN_ITEM_COLLECTION_METRICS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["SIZE", "NONE"] });

open_enum!(ReturnValue {
    None = "NONE",
    AllOld = "ALL_OLD",
    UpdatedOld = "UPDATED_OLD",
    AllNew = "ALL_NEW",
    UpdatedNew = "UPDATED_NEW",
});

pub static RETURN_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"] });

open_enum!(ReturnValuesOnConditionCheckFailure {
    AllOld = "ALL_OLD",
    None = "NONE",
});

pub static RETURN_VALUES_ON_CONDITION_CHECK_FAILURE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ALL_OLD", "NONE"] });

pub static S3_BUCKET: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: Some(255) }, pattern: Some(schema::Pattern { text: "^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$", matcher: "^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$" }), values: &[] });

pub static S3_BUCKET_OWNER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "[0-9]{12}", matcher: "[0-9]{12}" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3BucketSource {
    pub s3_bucket_owner: Option<String>,
    pub s3_bucket: String,
    pub s3_key_prefix: Option<String>,
}

pub static S3_BUCKET_SOURCE: schema::Structure = schema::Structure {
    name: "S3BucketSource",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "S3BucketOwner", required: false, shape: &S3_BUCKET_OWNER },
        schema::Member { name: "S3Bucket", required: true, shape: &S3_BUCKET },
        schema::Member { name: "S3KeyPrefix", required: false, shape: &S3_PREFIX },
    ],
    checked: &[0, 1, 2],
};
pub static S3_BUCKET_SOURCE_SHAPE: schema::Shape = schema::Shape::Structure(&S3_BUCKET_SOURCE);

structure!(S3BucketSource = S3_BUCKET_SOURCE { s3_bucket_owner, s3_bucket, s3_key_prefix });

pub static S3_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: Some(1024) }, pattern: None, values: &[] });

open_enum!(S3SseAlgorithm {
    Aes256 = "AES256",
    Kms = "KMS",
});

pub static S3_SSE_ALGORITHM: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AES256", "KMS"] });

pub static S3_SSE_KMS_KEY_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSEDescription {
    pub status: Option<SSEStatus>,
    pub sse_type: Option<SSEType>,
    pub kms_master_key_arn: Option<String>,
    pub inaccessible_encryption_date_time: Option<Timestamp>,
}

pub static SSE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "SSEDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Status", required: false, shape: &SSE_STATUS },
        schema::Member { name: "SSEType", required: false, shape: &SSE_TYPE },
        schema::Member { name: "KMSMasterKeyArn", required: false, shape: &KMS_MASTER_KEY_ARN },
        schema::Member { name: "InaccessibleEncryptionDateTime", required: false, shape: &DATE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static SSE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&SSE_DESCRIPTION);

structure!(SSEDescription = SSE_DESCRIPTION { status, sse_type, kms_master_key_arn, inaccessible_encryption_date_time });

pub static SSE_ENABLED: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSESpecification {
    pub enabled: Option<bool>,
    pub sse_type: Option<SSEType>,
    pub kms_master_key_id: Option<String>,
}

pub static SSE_SPECIFICATION: schema::Structure = schema::Structure {
    name: "SSESpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Enabled", required: false, shape: &SSE_ENABLED },
        schema::Member { name: "SSEType", required: false, shape: &SSE_TYPE },
        schema::Member { name: "KMSMasterKeyId", required: false, shape: &KMS_MASTER_KEY_ID },
    ],
    checked: &[0, 1, 2],
};
pub static SSE_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&SSE_SPECIFICATION);

structure!(SSESpecification = SSE_SPECIFICATION { enabled, sse_type, kms_master_key_id });

open_enum!(SSEStatus {
    Enabling = "ENABLING",
    Enabled = "ENABLED",
    Disabling = "DISABLING",
    Disabled = "DISABLED",
    Updating = "UPDATING",
});

pub static SSE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLING", "ENABLED", "DISABLING", "DISABLED", "UPDATING"] });

open_enum!(SSEType {
    Aes256 = "AES256",
    Kms = "KMS",
});

pub static SSE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AES256", "KMS"] });

open_enum!(ScalarAttributeType {
    S = "S",
    N = "N",
    B = "B",
});

pub static SCALAR_ATTRIBUTE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["S", "N", "B"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanInput {
    pub table_name: String,
    pub index_name: Option<String>,
    pub attributes_to_get: Option<Vec<String>>,
    pub limit: Option<i32>,
    pub select: Option<Select>,
    pub scan_filter: Option<BTreeMap<String, Condition>>,
    pub conditional_operator: Option<ConditionalOperator>,
    pub exclusive_start_key: Option<BTreeMap<String, AttributeValue>>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub total_segments: Option<i32>,
    pub segment: Option<i32>,
    pub projection_expression: Option<String>,
    pub filter_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub consistent_read: Option<bool>,
}

pub static SCAN_INPUT: schema::Structure = schema::Structure {
    name: "ScanInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "AttributesToGet", required: false, shape: &ATTRIBUTE_NAME_LIST },
        schema::Member { name: "Limit", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "Select", required: false, shape: &SELECT },
        schema::Member { name: "ScanFilter", required: false, shape: &FILTER_CONDITION_MAP },
        schema::Member { name: "ConditionalOperator", required: false, shape: &CONDITIONAL_OPERATOR },
        schema::Member { name: "ExclusiveStartKey", required: false, shape: &KEY },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "TotalSegments", required: false, shape: &SCAN_TOTAL_SEGMENTS },
        schema::Member { name: "Segment", required: false, shape: &SCAN_SEGMENT },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "FilterExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ConsistentRead", required: false, shape: &CONSISTENT_READ },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
};
pub static SCAN_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SCAN_INPUT);

structure!(ScanInput = SCAN_INPUT { table_name, index_name, attributes_to_get, limit, select, scan_filter, conditional_operator, exclusive_start_key, return_consumed_capacity, total_segments, segment, projection_expression, filter_expression, expression_attribute_names, expression_attribute_values, consistent_read });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScanOutput {
    pub items: Option<Vec<BTreeMap<String, AttributeValue>>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

pub static SCAN_OUTPUT: schema::Structure = schema::Structure {
    name: "ScanOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Items", required: false, shape: &ITEM_LIST },
        schema::Member { name: "Count", required: false, shape: &INTEGER },
        schema::Member { name: "ScannedCount", required: false, shape: &INTEGER },
        schema::Member { name: "LastEvaluatedKey", required: false, shape: &KEY },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static SCAN_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SCAN_OUTPUT);

structure!(ScanOutput = SCAN_OUTPUT { items, count, scanned_count, last_evaluated_key, consumed_capacity });

pub static SCAN_SEGMENT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(999999) });

pub static SCAN_TOTAL_SEGMENTS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(1000000) });

pub static SCORE_NUMBER: schema::Shape = schema::Shape::Double(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResultItem {
    pub item: Option<BTreeMap<String, AttributeValue>>,
    pub score: Option<f64>,
}

pub static SEARCH_RESULT_ITEM: schema::Structure = schema::Structure {
    name: "SearchResultItem",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Item", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "Score", required: false, shape: &SCORE_NUMBER },
    ],
    checked: &[0, 1],
};
pub static SEARCH_RESULT_ITEM_SHAPE: schema::Shape = schema::Shape::Structure(&SEARCH_RESULT_ITEM);

structure!(SearchResultItem = SEARCH_RESULT_ITEM { item, score });

pub static SEARCH_RESULT_LIST: schema::Shape = schema::Shape::List { member: &SEARCH_RESULT_ITEM_SHAPE, length: schema::Length { min: None, max: None } };

pub static SEARCH_SCHEMA: schema::Shape = schema::Shape::List { member: &SEARCH_SCHEMA_ELEMENT_SHAPE, length: schema::Length { min: Some(1), max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchSchemaElement {
    pub attribute_name: String,
    pub search_schema_element_type: SearchSchemaElementType,
}

pub static SEARCH_SCHEMA_ELEMENT: schema::Structure = schema::Structure {
    name: "SearchSchemaElement",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeName", required: true, shape: &ATTRIBUTE_NAME },
        schema::Member { name: "SearchSchemaElementType", required: true, shape: &SEARCH_SCHEMA_ELEMENT_TYPE },
    ],
    checked: &[0, 1],
};
pub static SEARCH_SCHEMA_ELEMENT_SHAPE: schema::Shape = schema::Shape::Structure(&SEARCH_SCHEMA_ELEMENT);

structure!(SearchSchemaElement = SEARCH_SCHEMA_ELEMENT { attribute_name, search_schema_element_type });

open_enum!(SearchSchemaElementType {
    Hash = "HASH",
    InlineFilter = "INLINE_FILTER",
});

pub static SEARCH_SCHEMA_ELEMENT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["HASH", "INLINE_FILTER"] });

pub static SEARCH_VECTOR_LIST: schema::Shape = schema::Shape::List { member: &ATTRIBUTE_VALUE_SHAPE, length: schema::Length { min: Some(1), max: Some(4096) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchVectorsInput {
    pub table_name: String,
    pub index_name: String,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub projection_expression: Option<String>,
    pub search_vector: Vec<AttributeValue>,
    pub search_condition_expression: Option<String>,
    pub top_k: i32,
}

pub static SEARCH_VECTORS_INPUT: schema::Structure = schema::Structure {
    name: "SearchVectorsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ProjectionExpression", required: false, shape: &PROJECTION_EXPRESSION },
        schema::Member { name: "SearchVector", required: true, shape: &SEARCH_VECTOR_LIST },
        schema::Member { name: "SearchConditionExpression", required: false, shape: &STRING },
        schema::Member { name: "TopK", required: true, shape: &TOP_K_INTEGER },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static SEARCH_VECTORS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SEARCH_VECTORS_INPUT);

structure!(SearchVectorsInput = SEARCH_VECTORS_INPUT { table_name, index_name, return_consumed_capacity, expression_attribute_names, expression_attribute_values, projection_expression, search_vector, search_condition_expression, top_k });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchVectorsOutput {
    pub consumed_capacity: Option<VectorCapacity>,
    pub search_results: Option<Vec<SearchResultItem>>,
}

pub static SEARCH_VECTORS_OUTPUT: schema::Structure = schema::Structure {
    name: "SearchVectorsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ConsumedCapacity", required: false, shape: &VECTOR_CAPACITY_SHAPE },
        schema::Member { name: "SearchResults", required: false, shape: &SEARCH_RESULT_LIST },
    ],
    checked: &[0, 1],
};
pub static SEARCH_VECTORS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SEARCH_VECTORS_OUTPUT);

structure!(SearchVectorsOutput = SEARCH_VECTORS_OUTPUT { consumed_capacity, search_results });

pub static SECONDARY_INDEXES_BULK_BYTES_MAP: schema::Shape = schema::Shape::Map { key: &INDEX_NAME, value: &BULK_OPERATION_BYTES_SHAPE, length: schema::Length { min: None, max: None } };

pub static SECONDARY_INDEXES_CAPACITY_MAP: schema::Shape = schema::Shape::Map { key: &INDEX_NAME, value: &CAPACITY_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(Select {
    AllAttributes = "ALL_ATTRIBUTES",
    AllProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES",
    SpecificAttributes = "SPECIFIC_ATTRIBUTES",
    Count = "COUNT",
});

pub static SELECT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceTableDetails {
    pub table_name: String,
    pub table_id: String,
    pub table_arn: Option<String>,
    pub table_size_bytes: Option<i64>,
    pub key_schema: Vec<KeySchemaElement>,
    pub table_creation_date_time: Timestamp,
    pub provisioned_throughput: ProvisionedThroughput,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub item_count: Option<i64>,
    pub billing_mode: Option<BillingMode>,
}

pub static SOURCE_TABLE_DETAILS: schema::Structure = schema::Structure {
    name: "SourceTableDetails",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "TableId", required: true, shape: &TABLE_ID },
        schema::Member { name: "TableArn", required: false, shape: &TABLE_ARN },
        schema::Member { name: "TableSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "KeySchema", required: true, shape: &KEY_SCHEMA },
        schema::Member { name: "TableCreationDateTime", required: true, shape: &TABLE_CREATION_DATE_TIME },
        schema::Member { name: "ProvisionedThroughput", required: true, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "ItemCount", required: false, shape: &ITEM_COUNT },
        schema::Member { name: "BillingMode", required: false, shape: &BILLING_MODE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static SOURCE_TABLE_DETAILS_SHAPE: schema::Shape = schema::Shape::Structure(&SOURCE_TABLE_DETAILS);

structure!(SourceTableDetails = SOURCE_TABLE_DETAILS { table_name, table_id, table_arn, table_size_bytes, key_schema, table_creation_date_time, provisioned_throughput, on_demand_throughput, item_count, billing_mode });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceTableFeatureDetails {
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndexInfo>>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndexInfo>>,
    pub stream_description: Option<StreamSpecification>,
    pub time_to_live_description: Option<TimeToLiveDescription>,
    pub sse_description: Option<SSEDescription>,
    pub vector_indexes: Option<Vec<VectorIndexInfo>>,
}

pub static SOURCE_TABLE_FEATURE_DETAILS: schema::Structure = schema::Structure {
    name: "SourceTableFeatureDetails",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "LocalSecondaryIndexes", required: false, shape: &LOCAL_SECONDARY_INDEXES },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &GLOBAL_SECONDARY_INDEXES },
        schema::Member { name: "StreamDescription", required: false, shape: &STREAM_SPECIFICATION_SHAPE },
        schema::Member { name: "TimeToLiveDescription", required: false, shape: &TIME_TO_LIVE_DESCRIPTION_SHAPE },
        schema::Member { name: "SSEDescription", required: false, shape: &SSE_DESCRIPTION_SHAPE },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEXES },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static SOURCE_TABLE_FEATURE_DETAILS_SHAPE: schema::Shape = schema::Shape::Structure(&SOURCE_TABLE_FEATURE_DETAILS);

structure!(SourceTableFeatureDetails = SOURCE_TABLE_FEATURE_DETAILS { local_secondary_indexes, global_secondary_indexes, stream_description, time_to_live_description, sse_description, vector_indexes });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartBulkPutItemsInput {
    pub client_token: Option<String>,
    pub input_s3_configuration: InputS3Configuration,
    pub output_s3_configuration: OutputS3Configuration,
    pub table_name: String,
    pub max_write_request_units: Option<i64>,
    pub performance_tier: Option<BulkOperationPerformanceTier>,
}

pub static START_BULK_PUT_ITEMS_INPUT: schema::Structure = schema::Structure {
    name: "StartBulkPutItemsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ClientToken", required: false, shape: &CLIENT_TOKEN },
        schema::Member { name: "InputS3Configuration", required: true, shape: &INPUT_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "OutputS3Configuration", required: true, shape: &OUTPUT_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "MaxWriteRequestUnits", required: false, shape: &BULK_OPERATION_MAX_WRITE_REQUEST_UNITS },
        schema::Member { name: "PerformanceTier", required: false, shape: &BULK_OPERATION_PERFORMANCE_TIER },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static START_BULK_PUT_ITEMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_BULK_PUT_ITEMS_INPUT);

structure!(StartBulkPutItemsInput = START_BULK_PUT_ITEMS_INPUT { client_token, input_s3_configuration, output_s3_configuration, table_name, max_write_request_units, performance_tier });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartBulkPutItemsOutput {
    pub bulk_operation_description: BulkOperationDescription,
}

pub static START_BULK_PUT_ITEMS_OUTPUT: schema::Structure = schema::Structure {
    name: "StartBulkPutItemsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "BulkOperationDescription", required: true, shape: &BULK_OPERATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static START_BULK_PUT_ITEMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_BULK_PUT_ITEMS_OUTPUT);

structure!(StartBulkPutItemsOutput = START_BULK_PUT_ITEMS_OUTPUT { bulk_operation_description });

pub static STREAM_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(37), max: Some(1024) }, pattern: None, values: &[] });

pub static STREAM_ENABLED: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamSpecification {
    pub stream_enabled: bool,
    pub stream_view_type: Option<StreamViewType>,
}

pub static STREAM_SPECIFICATION: schema::Structure = schema::Structure {
    name: "StreamSpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "StreamEnabled", required: true, shape: &STREAM_ENABLED },
        schema::Member { name: "StreamViewType", required: false, shape: &STREAM_VIEW_TYPE },
    ],
    checked: &[0, 1],
};
pub static STREAM_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_SPECIFICATION);

structure!(StreamSpecification = STREAM_SPECIFICATION { stream_enabled, stream_view_type });

open_enum!(StreamViewType {
    NewImage = "NEW_IMAGE",
    OldImage = "OLD_IMAGE",
    NewAndOldImages = "NEW_AND_OLD_IMAGES",
    KeysOnly = "KEYS_ONLY",
});

pub static STREAM_VIEW_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"] });

pub static STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static STRING_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static STRING_SET_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::List { member: &STRING_ATTRIBUTE_VALUE, length: schema::Length { min: None, max: None } };

pub static TABLE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableAutoScalingDescription {
    pub table_name: Option<String>,
    pub table_status: Option<TableStatus>,
    pub replicas: Option<Vec<ReplicaAutoScalingDescription>>,
}

pub static TABLE_AUTO_SCALING_DESCRIPTION: schema::Structure = schema::Structure {
    name: "TableAutoScalingDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "TableStatus", required: false, shape: &TABLE_STATUS },
        schema::Member { name: "Replicas", required: false, shape: &REPLICA_AUTO_SCALING_DESCRIPTION_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static TABLE_AUTO_SCALING_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_AUTO_SCALING_DESCRIPTION);

structure!(TableAutoScalingDescription = TABLE_AUTO_SCALING_DESCRIPTION { table_name, table_status, replicas });

open_enum!(TableClass {
    Standard = "STANDARD",
    StandardInfrequentAccess = "STANDARD_INFREQUENT_ACCESS",
});

pub static TABLE_CLASS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["STANDARD", "STANDARD_INFREQUENT_ACCESS"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableClassSummary {
    pub table_class: Option<TableClass>,
    pub last_update_date_time: Option<Timestamp>,
}

pub static TABLE_CLASS_SUMMARY: schema::Structure = schema::Structure {
    name: "TableClassSummary",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableClass", required: false, shape: &TABLE_CLASS },
        schema::Member { name: "LastUpdateDateTime", required: false, shape: &DATE },
    ],
    checked: &[0, 1],
};
pub static TABLE_CLASS_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_CLASS_SUMMARY);

structure!(TableClassSummary = TABLE_CLASS_SUMMARY { table_class, last_update_date_time });

pub static TABLE_CREATION_DATE_TIME: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCreationParameters {
    pub table_name: String,
    pub attribute_definitions: Vec<AttributeDefinition>,
    pub key_schema: Vec<KeySchemaElement>,
    pub billing_mode: Option<BillingMode>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub sse_specification: Option<SSESpecification>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndex>>,
    pub vector_indexes: Option<Vec<VectorIndex>>,
}

pub static TABLE_CREATION_PARAMETERS: schema::Structure = schema::Structure {
    name: "TableCreationParameters",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "AttributeDefinitions", required: true, shape: &ATTRIBUTE_DEFINITIONS },
        schema::Member { name: "KeySchema", required: true, shape: &KEY_SCHEMA },
        schema::Member { name: "BillingMode", required: false, shape: &BILLING_MODE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "SSESpecification", required: false, shape: &SSE_SPECIFICATION_SHAPE },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEX_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static TABLE_CREATION_PARAMETERS_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_CREATION_PARAMETERS);

structure!(TableCreationParameters = TABLE_CREATION_PARAMETERS { table_name, attribute_definitions, key_schema, billing_mode, provisioned_throughput, on_demand_throughput, sse_specification, global_secondary_indexes, vector_indexes });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableDescription {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: Option<String>,
    pub key_schema: Option<Vec<KeySchemaElement>>,
    pub table_status: Option<TableStatus>,
    pub creation_date_time: Option<Timestamp>,
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    pub table_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub table_arn: Option<String>,
    pub table_id: Option<String>,
    pub billing_mode_summary: Option<BillingModeSummary>,
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndexDescription>>,
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndexDescription>>,
    pub stream_specification: Option<StreamSpecification>,
    pub latest_stream_label: Option<String>,
    pub latest_stream_arn: Option<String>,
    pub global_table_version: Option<String>,
    pub replicas: Option<Vec<ReplicaDescription>>,
    pub global_table_witnesses: Option<Vec<GlobalTableWitnessDescription>>,
    pub global_table_settings_replication_mode: Option<GlobalTableSettingsReplicationMode>,
    pub restore_summary: Option<RestoreSummary>,
    pub sse_description: Option<SSEDescription>,
    pub archival_summary: Option<ArchivalSummary>,
    pub table_class_summary: Option<TableClassSummary>,
    pub deletion_protection_enabled: Option<bool>,
    pub disassociation_protection_enabled: Option<bool>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    pub multi_region_consistency: Option<MultiRegionConsistency>,
    pub vector_indexes: Option<Vec<VectorIndexDescription>>,
}

pub static TABLE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "TableDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeDefinitions", required: false, shape: &ATTRIBUTE_DEFINITIONS },
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "KeySchema", required: false, shape: &KEY_SCHEMA },
        schema::Member { name: "TableStatus", required: false, shape: &TABLE_STATUS },
        schema::Member { name: "CreationDateTime", required: false, shape: &DATE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_DESCRIPTION_SHAPE },
        schema::Member { name: "TableSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "ItemCount", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "TableArn", required: false, shape: &STRING },
        schema::Member { name: "TableId", required: false, shape: &TABLE_ID },
        schema::Member { name: "BillingModeSummary", required: false, shape: &BILLING_MODE_SUMMARY_SHAPE },
        schema::Member { name: "LocalSecondaryIndexes", required: false, shape: &LOCAL_SECONDARY_INDEX_DESCRIPTION_LIST },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &GLOBAL_SECONDARY_INDEX_DESCRIPTION_LIST },
        schema::Member { name: "StreamSpecification", required: false, shape: &STREAM_SPECIFICATION_SHAPE },
        schema::Member { name: "LatestStreamLabel", required: false, shape: &STRING },
        schema::Member { name: "LatestStreamArn", required: false, shape: &STREAM_ARN },
        schema::Member { name: "GlobalTableVersion", required: false, shape: &STRING },
        schema::Member { name: "Replicas", required: false, shape: &REPLICA_DESCRIPTION_LIST },
        schema::Member { name: "GlobalTableWitnesses", required: false, shape: &GLOBAL_TABLE_WITNESS_DESCRIPTION_LIST },
        schema::Member { name: "GlobalTableSettingsReplicationMode", required: false, shape: &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE },
        schema::Member { name: "RestoreSummary", required: false, shape: &RESTORE_SUMMARY_SHAPE },
        schema::Member { name: "SSEDescription", required: false, shape: &SSE_DESCRIPTION_SHAPE },
        schema::Member { name: "ArchivalSummary", required: false, shape: &ARCHIVAL_SUMMARY_SHAPE },
        schema::Member { name: "TableClassSummary", required: false, shape: &TABLE_CLASS_SUMMARY_SHAPE },
        schema::Member { name: "DeletionProtectionEnabled", required: false, shape: &DELETION_PROTECTION_ENABLED },
        schema::Member { name: "DisassociationProtectionEnabled", required: false, shape: &DISASSOCIATION_PROTECTION_ENABLED },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &TABLE_WARM_THROUGHPUT_DESCRIPTION_SHAPE },
        schema::Member { name: "MultiRegionConsistency", required: false, shape: &MULTI_REGION_CONSISTENCY },
        schema::Member { name: "VectorIndexes", required: false, shape: &VECTOR_INDEX_DESCRIPTION_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
};
pub static TABLE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_DESCRIPTION);

structure!(TableDescription = TABLE_DESCRIPTION { attribute_definitions, table_name, key_schema, table_status, creation_date_time, provisioned_throughput, table_size_bytes, item_count, table_arn, table_id, billing_mode_summary, local_secondary_indexes, global_secondary_indexes, stream_specification, latest_stream_label, latest_stream_arn, global_table_version, replicas, global_table_witnesses, global_table_settings_replication_mode, restore_summary, sse_description, archival_summary, table_class_summary, deletion_protection_enabled, disassociation_protection_enabled, on_demand_throughput, warm_throughput, multi_region_consistency, vector_indexes });

pub static TABLE_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", matcher: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}" }), values: &[] });

pub static TABLE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(3), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

pub static TABLE_NAME_LIST: schema::Shape = schema::Shape::List { member: &TABLE_NAME, length: schema::Length { min: None, max: None } };

open_enum!(TableStatus {
    Creating = "CREATING",
    Updating = "UPDATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
    InaccessibleEncryptionCredentials = "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
    Archiving = "ARCHIVING",
    Archived = "ARCHIVED",
    ReplicationNotAuthorized = "REPLICATION_NOT_AUTHORIZED",
});

pub static TABLE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "UPDATING", "DELETING", "ACTIVE", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableWarmThroughputDescription {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
    pub status: Option<TableStatus>,
}

pub static TABLE_WARM_THROUGHPUT_DESCRIPTION: schema::Structure = schema::Structure {
    name: "TableWarmThroughputDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadUnitsPerSecond", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "WriteUnitsPerSecond", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "Status", required: false, shape: &TABLE_STATUS },
    ],
    checked: &[0, 1, 2],
};
pub static TABLE_WARM_THROUGHPUT_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_WARM_THROUGHPUT_DESCRIPTION);

structure!(TableWarmThroughputDescription = TABLE_WARM_THROUGHPUT_DESCRIPTION { read_units_per_second, write_units_per_second, status });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

pub static TAG: schema::Structure = schema::Structure {
    name: "Tag",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &TAG_KEY_STRING },
        schema::Member { name: "Value", required: true, shape: &TAG_VALUE_STRING },
    ],
    checked: &[0, 1],
};
pub static TAG_SHAPE: schema::Shape = schema::Shape::Structure(&TAG);

structure!(Tag = TAG { key, value });

pub static TAG_KEY_LIST: schema::Shape = schema::Shape::List { member: &TAG_KEY_STRING, length: schema::Length { min: None, max: None } };

pub static TAG_KEY_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] });

pub static TAG_LIST: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceInput {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

pub static TAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "TagResourceInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
        schema::Member { name: "Tags", required: true, shape: &TAG_LIST },
    ],
    checked: &[0, 1],
};
pub static TAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_RESOURCE_INPUT);

structure!(TagResourceInput = TAG_RESOURCE_INPUT { resource_arn, tags });

pub static TAG_VALUE_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThrottlingReason {
    pub reason: Option<String>,
    pub resource: Option<String>,
}

pub static THROTTLING_REASON: schema::Structure = schema::Structure {
    name: "ThrottlingReason",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "reason", required: false, shape: &REASON },
        schema::Member { name: "resource", required: false, shape: &RESOURCE },
    ],
    checked: &[0, 1],
};
pub static THROTTLING_REASON_SHAPE: schema::Shape = schema::Shape::Structure(&THROTTLING_REASON);

structure!(ThrottlingReason = THROTTLING_REASON { reason, resource });

pub static THROTTLING_REASON_LIST: schema::Shape = schema::Shape::List { member: &THROTTLING_REASON_SHAPE, length: schema::Length { min: None, max: None } };

pub static TIME_RANGE_LOWER_BOUND: schema::Shape = schema::Shape::Timestamp;

pub static TIME_RANGE_UPPER_BOUND: schema::Shape = schema::Shape::Timestamp;

pub static TIME_TO_LIVE_ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeToLiveDescription {
    pub time_to_live_status: Option<TimeToLiveStatus>,
    pub attribute_name: Option<String>,
}

pub static TIME_TO_LIVE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "TimeToLiveDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TimeToLiveStatus", required: false, shape: &TIME_TO_LIVE_STATUS },
        schema::Member { name: "AttributeName", required: false, shape: &TIME_TO_LIVE_ATTRIBUTE_NAME },
    ],
    checked: &[0, 1],
};
pub static TIME_TO_LIVE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&TIME_TO_LIVE_DESCRIPTION);

structure!(TimeToLiveDescription = TIME_TO_LIVE_DESCRIPTION { time_to_live_status, attribute_name });

pub static TIME_TO_LIVE_ENABLED: schema::Shape = schema::Shape::Boolean;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeToLiveSpecification {
    pub enabled: bool,
    pub attribute_name: String,
}

pub static TIME_TO_LIVE_SPECIFICATION: schema::Structure = schema::Structure {
    name: "TimeToLiveSpecification",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &TIME_TO_LIVE_ENABLED },
        schema::Member { name: "AttributeName", required: true, shape: &TIME_TO_LIVE_ATTRIBUTE_NAME },
    ],
    checked: &[0, 1],
};
pub static TIME_TO_LIVE_SPECIFICATION_SHAPE: schema::Shape = schema::Shape::Structure(&TIME_TO_LIVE_SPECIFICATION);

structure!(TimeToLiveSpecification = TIME_TO_LIVE_SPECIFICATION { enabled, attribute_name });

open_enum!(TimeToLiveStatus {
    Enabling = "ENABLING",
    Disabling = "DISABLING",
    Enabled = "ENABLED",
    Disabled = "DISABLED",
});

pub static TIME_TO_LIVE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLING", "DISABLING", "ENABLED", "DISABLED"] });

pub static TOP_K_INTEGER: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

pub static TOTAL_INPUT_BYTES: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItem {
    pub get: Get,
}

pub static TRANSACT_GET_ITEM: schema::Structure = schema::Structure {
    name: "TransactGetItem",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Get", required: true, shape: &GET_SHAPE },
    ],
    checked: &[0],
};
pub static TRANSACT_GET_ITEM_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_GET_ITEM);

structure!(TransactGetItem = TRANSACT_GET_ITEM { get });

pub static TRANSACT_GET_ITEM_LIST: schema::Shape = schema::Shape::List { member: &TRANSACT_GET_ITEM_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItemsInput {
    pub transact_items: Vec<TransactGetItem>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
}

pub static TRANSACT_GET_ITEMS_INPUT: schema::Structure = schema::Structure {
    name: "TransactGetItemsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TransactItems", required: true, shape: &TRANSACT_GET_ITEM_LIST },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
    ],
    checked: &[0, 1],
};
pub static TRANSACT_GET_ITEMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_GET_ITEMS_INPUT);

structure!(TransactGetItemsInput = TRANSACT_GET_ITEMS_INPUT { transact_items, return_consumed_capacity });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactGetItemsOutput {
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    pub responses: Option<Vec<ItemResponse>>,
}

pub static TRANSACT_GET_ITEMS_OUTPUT: schema::Structure = schema::Structure {
    name: "TransactGetItemsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
        schema::Member { name: "Responses", required: false, shape: &ITEM_RESPONSE_LIST },
    ],
    checked: &[0, 1],
};
pub static TRANSACT_GET_ITEMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_GET_ITEMS_OUTPUT);

structure!(TransactGetItemsOutput = TRANSACT_GET_ITEMS_OUTPUT { consumed_capacity, responses });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItem {
    pub condition_check: Option<ConditionCheck>,
    pub put: Option<Put>,
    pub delete: Option<Delete>,
    pub update: Option<Update>,
}

pub static TRANSACT_WRITE_ITEM: schema::Structure = schema::Structure {
    name: "TransactWriteItem",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ConditionCheck", required: false, shape: &CONDITION_CHECK_SHAPE },
        schema::Member { name: "Put", required: false, shape: &PUT_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_SHAPE },
        schema::Member { name: "Update", required: false, shape: &UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static TRANSACT_WRITE_ITEM_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_WRITE_ITEM);

structure!(TransactWriteItem = TRANSACT_WRITE_ITEM { condition_check, put, delete, update });

pub static TRANSACT_WRITE_ITEM_LIST: schema::Shape = schema::Shape::List { member: &TRANSACT_WRITE_ITEM_SHAPE, length: schema::Length { min: Some(1), max: Some(100) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItemsInput {
    pub transact_items: Vec<TransactWriteItem>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
    pub client_request_token: Option<String>,
}

pub static TRANSACT_WRITE_ITEMS_INPUT: schema::Structure = schema::Structure {
    name: "TransactWriteItemsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TransactItems", required: true, shape: &TRANSACT_WRITE_ITEM_LIST },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ReturnItemCollectionMetrics", required: false, shape: &RETURN_ITEM_COLLECTION_METRICS },
        schema::Member { name: "ClientRequestToken", required: false, shape: &CLIENT_REQUEST_TOKEN },
    ],
    checked: &[0, 1, 2, 3],
};
pub static TRANSACT_WRITE_ITEMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_WRITE_ITEMS_INPUT);

structure!(TransactWriteItemsInput = TRANSACT_WRITE_ITEMS_INPUT { transact_items, return_consumed_capacity, return_item_collection_metrics, client_request_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransactWriteItemsOutput {
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    pub item_collection_metrics: Option<BTreeMap<String, Vec<ItemCollectionMetrics>>>,
}

pub static TRANSACT_WRITE_ITEMS_OUTPUT: schema::Structure = schema::Structure {
    name: "TransactWriteItemsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_MULTIPLE },
        schema::Member { name: "ItemCollectionMetrics", required: false, shape: &ITEM_COLLECTION_METRICS_PER_TABLE },
    ],
    checked: &[0, 1],
};
pub static TRANSACT_WRITE_ITEMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TRANSACT_WRITE_ITEMS_OUTPUT);

structure!(TransactWriteItemsOutput = TRANSACT_WRITE_ITEMS_OUTPUT { consumed_capacity, item_collection_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

pub static UNTAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "UntagResourceInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ResourceArn", required: true, shape: &RESOURCE_ARN_STRING },
        schema::Member { name: "TagKeys", required: true, shape: &TAG_KEY_LIST },
    ],
    checked: &[0, 1],
};
pub static UNTAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_RESOURCE_INPUT);

structure!(UntagResourceInput = UNTAG_RESOURCE_INPUT { resource_arn, tag_keys });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    pub key: BTreeMap<String, AttributeValue>,
    pub update_expression: String,
    pub table_name: String,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static UPDATE: schema::Structure = schema::Structure {
    name: "Update",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "UpdateExpression", required: true, shape: &UPDATE_EXPRESSION },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE);

structure!(Update = UPDATE { key, update_expression, table_name, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContinuousBackupsInput {
    pub table_name: String,
    pub point_in_time_recovery_specification: PointInTimeRecoverySpecification,
}

pub static UPDATE_CONTINUOUS_BACKUPS_INPUT: schema::Structure = schema::Structure {
    name: "UpdateContinuousBackupsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "PointInTimeRecoverySpecification", required: true, shape: &POINT_IN_TIME_RECOVERY_SPECIFICATION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static UPDATE_CONTINUOUS_BACKUPS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CONTINUOUS_BACKUPS_INPUT);

structure!(UpdateContinuousBackupsInput = UPDATE_CONTINUOUS_BACKUPS_INPUT { table_name, point_in_time_recovery_specification });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContinuousBackupsOutput {
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

pub static UPDATE_CONTINUOUS_BACKUPS_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateContinuousBackupsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ContinuousBackupsDescription", required: false, shape: &CONTINUOUS_BACKUPS_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_CONTINUOUS_BACKUPS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CONTINUOUS_BACKUPS_OUTPUT);

structure!(UpdateContinuousBackupsOutput = UPDATE_CONTINUOUS_BACKUPS_OUTPUT { continuous_backups_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContributorInsightsInput {
    pub table_name: String,
    pub index_name: Option<String>,
    pub contributor_insights_action: ContributorInsightsAction,
    pub contributor_insights_mode: Option<ContributorInsightsMode>,
}

pub static UPDATE_CONTRIBUTOR_INSIGHTS_INPUT: schema::Structure = schema::Structure {
    name: "UpdateContributorInsightsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ContributorInsightsAction", required: true, shape: &CONTRIBUTOR_INSIGHTS_ACTION },
        schema::Member { name: "ContributorInsightsMode", required: false, shape: &CONTRIBUTOR_INSIGHTS_MODE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_CONTRIBUTOR_INSIGHTS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CONTRIBUTOR_INSIGHTS_INPUT);

structure!(UpdateContributorInsightsInput = UPDATE_CONTRIBUTOR_INSIGHTS_INPUT { table_name, index_name, contributor_insights_action, contributor_insights_mode });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateContributorInsightsOutput {
    pub table_name: Option<String>,
    pub index_name: Option<String>,
    pub contributor_insights_status: Option<ContributorInsightsStatus>,
    pub contributor_insights_mode: Option<ContributorInsightsMode>,
}

pub static UPDATE_CONTRIBUTOR_INSIGHTS_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateContributorInsightsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "ContributorInsightsStatus", required: false, shape: &CONTRIBUTOR_INSIGHTS_STATUS },
        schema::Member { name: "ContributorInsightsMode", required: false, shape: &CONTRIBUTOR_INSIGHTS_MODE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_CONTRIBUTOR_INSIGHTS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CONTRIBUTOR_INSIGHTS_OUTPUT);

structure!(UpdateContributorInsightsOutput = UPDATE_CONTRIBUTOR_INSIGHTS_OUTPUT { table_name, index_name, contributor_insights_status, contributor_insights_mode });

pub static UPDATE_EXPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalSecondaryIndexAction {
    pub index_name: String,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
}

pub static UPDATE_GLOBAL_SECONDARY_INDEX_ACTION: schema::Structure = schema::Structure {
    name: "UpdateGlobalSecondaryIndexAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_GLOBAL_SECONDARY_INDEX_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_GLOBAL_SECONDARY_INDEX_ACTION);

structure!(UpdateGlobalSecondaryIndexAction = UPDATE_GLOBAL_SECONDARY_INDEX_ACTION { index_name, provisioned_throughput, on_demand_throughput, warm_throughput });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalTableInput {
    pub global_table_name: String,
    pub replica_updates: Vec<ReplicaUpdate>,
}

pub static UPDATE_GLOBAL_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateGlobalTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "ReplicaUpdates", required: true, shape: &REPLICA_UPDATE_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_GLOBAL_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_GLOBAL_TABLE_INPUT);

structure!(UpdateGlobalTableInput = UPDATE_GLOBAL_TABLE_INPUT { global_table_name, replica_updates });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalTableOutput {
    pub global_table_description: Option<GlobalTableDescription>,
}

pub static UPDATE_GLOBAL_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateGlobalTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableDescription", required: false, shape: &GLOBAL_TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_GLOBAL_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_GLOBAL_TABLE_OUTPUT);

structure!(UpdateGlobalTableOutput = UPDATE_GLOBAL_TABLE_OUTPUT { global_table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalTableSettingsInput {
    pub global_table_name: String,
    pub global_table_billing_mode: Option<BillingMode>,
    pub global_table_provisioned_write_capacity_units: Option<i64>,
    pub global_table_provisioned_write_capacity_auto_scaling_settings_update: Option<AutoScalingSettingsUpdate>,
    pub global_table_global_secondary_index_settings_update: Option<Vec<GlobalTableGlobalSecondaryIndexSettingsUpdate>>,
    pub replica_settings_update: Option<Vec<ReplicaSettingsUpdate>>,
}

pub static UPDATE_GLOBAL_TABLE_SETTINGS_INPUT: schema::Structure = schema::Structure {
    name: "UpdateGlobalTableSettingsInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: true, shape: &TABLE_NAME },
        schema::Member { name: "GlobalTableBillingMode", required: false, shape: &BILLING_MODE },
        schema::Member { name: "GlobalTableProvisionedWriteCapacityUnits", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
        schema::Member { name: "GlobalTableGlobalSecondaryIndexSettingsUpdate", required: false, shape: &GLOBAL_TABLE_GLOBAL_SECONDARY_INDEX_SETTINGS_UPDATE_LIST },
        schema::Member { name: "ReplicaSettingsUpdate", required: false, shape: &REPLICA_SETTINGS_UPDATE_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static UPDATE_GLOBAL_TABLE_SETTINGS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_GLOBAL_TABLE_SETTINGS_INPUT);

structure!(UpdateGlobalTableSettingsInput = UPDATE_GLOBAL_TABLE_SETTINGS_INPUT { global_table_name, global_table_billing_mode, global_table_provisioned_write_capacity_units, global_table_provisioned_write_capacity_auto_scaling_settings_update, global_table_global_secondary_index_settings_update, replica_settings_update });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGlobalTableSettingsOutput {
    pub global_table_name: Option<String>,
    pub replica_settings: Option<Vec<ReplicaSettingsDescription>>,
}

pub static UPDATE_GLOBAL_TABLE_SETTINGS_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateGlobalTableSettingsOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalTableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "ReplicaSettings", required: false, shape: &REPLICA_SETTINGS_DESCRIPTION_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_GLOBAL_TABLE_SETTINGS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_GLOBAL_TABLE_SETTINGS_OUTPUT);

structure!(UpdateGlobalTableSettingsOutput = UPDATE_GLOBAL_TABLE_SETTINGS_OUTPUT { global_table_name, replica_settings });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateItemInput {
    pub table_name: String,
    pub key: BTreeMap<String, AttributeValue>,
    pub attribute_updates: Option<BTreeMap<String, AttributeValueUpdate>>,
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    pub conditional_operator: Option<ConditionalOperator>,
    pub return_values: Option<ReturnValue>,
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
    pub update_expression: Option<String>,
    pub condition_expression: Option<String>,
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

pub static UPDATE_ITEM_INPUT: schema::Structure = schema::Structure {
    name: "UpdateItemInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "Key", required: true, shape: &KEY },
        schema::Member { name: "AttributeUpdates", required: false, shape: &ATTRIBUTE_UPDATES },
        schema::Member { name: "Expected", required: false, shape: &EXPECTED_ATTRIBUTE_MAP },
        schema::Member { name: "ConditionalOperator", required: false, shape: &CONDITIONAL_OPERATOR },
        schema::Member { name: "ReturnValues", required: false, shape: &RETURN_VALUE },
        schema::Member { name: "ReturnConsumedCapacity", required: false, shape: &RETURN_CONSUMED_CAPACITY },
        schema::Member { name: "ReturnItemCollectionMetrics", required: false, shape: &RETURN_ITEM_COLLECTION_METRICS },
        schema::Member { name: "UpdateExpression", required: false, shape: &UPDATE_EXPRESSION },
        schema::Member { name: "ConditionExpression", required: false, shape: &CONDITION_EXPRESSION },
        schema::Member { name: "ExpressionAttributeNames", required: false, shape: &EXPRESSION_ATTRIBUTE_NAME_MAP },
        schema::Member { name: "ExpressionAttributeValues", required: false, shape: &EXPRESSION_ATTRIBUTE_VALUE_MAP },
        schema::Member { name: "ReturnValuesOnConditionCheckFailure", required: false, shape: &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};
pub static UPDATE_ITEM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_ITEM_INPUT);

structure!(UpdateItemInput = UPDATE_ITEM_INPUT { table_name, key, attribute_updates, expected, conditional_operator, return_values, return_consumed_capacity, return_item_collection_metrics, update_expression, condition_expression, expression_attribute_names, expression_attribute_values, return_values_on_condition_check_failure });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateItemOutput {
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

pub static UPDATE_ITEM_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateItemOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Attributes", required: false, shape: &ATTRIBUTE_MAP },
        schema::Member { name: "ConsumedCapacity", required: false, shape: &CONSUMED_CAPACITY_SHAPE },
        schema::Member { name: "ItemCollectionMetrics", required: false, shape: &ITEM_COLLECTION_METRICS_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_ITEM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_ITEM_OUTPUT);

structure!(UpdateItemOutput = UPDATE_ITEM_OUTPUT { attributes, consumed_capacity, item_collection_metrics });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingConfiguration {
    pub approximate_creation_date_time_precision: Option<ApproximateCreationDateTimePrecision>,
}

pub static UPDATE_KINESIS_STREAMING_CONFIGURATION: schema::Structure = schema::Structure {
    name: "UpdateKinesisStreamingConfiguration",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ApproximateCreationDateTimePrecision", required: false, shape: &APPROXIMATE_CREATION_DATE_TIME_PRECISION },
    ],
    checked: &[0],
};
pub static UPDATE_KINESIS_STREAMING_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_KINESIS_STREAMING_CONFIGURATION);

structure!(UpdateKinesisStreamingConfiguration = UPDATE_KINESIS_STREAMING_CONFIGURATION { approximate_creation_date_time_precision });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingDestinationInput {
    pub table_name: String,
    pub stream_arn: String,
    pub update_kinesis_streaming_configuration: Option<UpdateKinesisStreamingConfiguration>,
}

pub static UPDATE_KINESIS_STREAMING_DESTINATION_INPUT: schema::Structure = schema::Structure {
    name: "UpdateKinesisStreamingDestinationInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "StreamArn", required: true, shape: &STREAM_ARN },
        schema::Member { name: "UpdateKinesisStreamingConfiguration", required: false, shape: &UPDATE_KINESIS_STREAMING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_KINESIS_STREAMING_DESTINATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_KINESIS_STREAMING_DESTINATION_INPUT);

structure!(UpdateKinesisStreamingDestinationInput = UPDATE_KINESIS_STREAMING_DESTINATION_INPUT { table_name, stream_arn, update_kinesis_streaming_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKinesisStreamingDestinationOutput {
    pub table_name: Option<String>,
    pub stream_arn: Option<String>,
    pub destination_status: Option<DestinationStatus>,
    pub update_kinesis_streaming_configuration: Option<UpdateKinesisStreamingConfiguration>,
}

pub static UPDATE_KINESIS_STREAMING_DESTINATION_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateKinesisStreamingDestinationOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: false, shape: &TABLE_NAME },
        schema::Member { name: "StreamArn", required: false, shape: &STREAM_ARN },
        schema::Member { name: "DestinationStatus", required: false, shape: &DESTINATION_STATUS },
        schema::Member { name: "UpdateKinesisStreamingConfiguration", required: false, shape: &UPDATE_KINESIS_STREAMING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_KINESIS_STREAMING_DESTINATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_KINESIS_STREAMING_DESTINATION_OUTPUT);

structure!(UpdateKinesisStreamingDestinationOutput = UPDATE_KINESIS_STREAMING_DESTINATION_OUTPUT { table_name, stream_arn, destination_status, update_kinesis_streaming_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateReplicationGroupMemberAction {
    pub region_name: String,
    pub kms_master_key_id: Option<String>,
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    pub table_class_override: Option<TableClass>,
}

pub static UPDATE_REPLICATION_GROUP_MEMBER_ACTION: schema::Structure = schema::Structure {
    name: "UpdateReplicationGroupMemberAction",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "RegionName", required: true, shape: &REGION_NAME },
        schema::Member { name: "KMSMasterKeyId", required: false, shape: &KMS_MASTER_KEY_ID },
        schema::Member { name: "ProvisionedThroughputOverride", required: false, shape: &PROVISIONED_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "OnDemandThroughputOverride", required: false, shape: &ON_DEMAND_THROUGHPUT_OVERRIDE_SHAPE },
        schema::Member { name: "GlobalSecondaryIndexes", required: false, shape: &REPLICA_GLOBAL_SECONDARY_INDEX_LIST },
        schema::Member { name: "TableClassOverride", required: false, shape: &TABLE_CLASS },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static UPDATE_REPLICATION_GROUP_MEMBER_ACTION_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_REPLICATION_GROUP_MEMBER_ACTION);

structure!(UpdateReplicationGroupMemberAction = UPDATE_REPLICATION_GROUP_MEMBER_ACTION { region_name, kms_master_key_id, provisioned_throughput_override, on_demand_throughput_override, global_secondary_indexes, table_class_override });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableInput {
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    pub table_name: String,
    pub billing_mode: Option<BillingMode>,
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    pub global_secondary_index_updates: Option<Vec<GlobalSecondaryIndexUpdate>>,
    pub stream_specification: Option<StreamSpecification>,
    pub sse_specification: Option<SSESpecification>,
    pub replica_updates: Option<Vec<ReplicationGroupUpdate>>,
    pub table_class: Option<TableClass>,
    pub deletion_protection_enabled: Option<bool>,
    pub multi_region_consistency: Option<MultiRegionConsistency>,
    pub global_table_witness_updates: Option<Vec<GlobalTableWitnessGroupUpdate>>,
    pub on_demand_throughput: Option<OnDemandThroughput>,
    pub warm_throughput: Option<WarmThroughput>,
    pub global_table_settings_replication_mode: Option<GlobalTableSettingsReplicationMode>,
    pub disassociation_protection_enabled: Option<bool>,
    pub vector_index_updates: Option<Vec<VectorIndexUpdate>>,
}

pub static UPDATE_TABLE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateTableInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeDefinitions", required: false, shape: &ATTRIBUTE_DEFINITIONS },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "BillingMode", required: false, shape: &BILLING_MODE },
        schema::Member { name: "ProvisionedThroughput", required: false, shape: &PROVISIONED_THROUGHPUT_SHAPE },
        schema::Member { name: "GlobalSecondaryIndexUpdates", required: false, shape: &GLOBAL_SECONDARY_INDEX_UPDATE_LIST },
        schema::Member { name: "StreamSpecification", required: false, shape: &STREAM_SPECIFICATION_SHAPE },
        schema::Member { name: "SSESpecification", required: false, shape: &SSE_SPECIFICATION_SHAPE },
        schema::Member { name: "ReplicaUpdates", required: false, shape: &REPLICATION_GROUP_UPDATE_LIST },
        schema::Member { name: "TableClass", required: false, shape: &TABLE_CLASS },
        schema::Member { name: "DeletionProtectionEnabled", required: false, shape: &DELETION_PROTECTION_ENABLED },
        schema::Member { name: "MultiRegionConsistency", required: false, shape: &MULTI_REGION_CONSISTENCY },
        schema::Member { name: "GlobalTableWitnessUpdates", required: false, shape: &GLOBAL_TABLE_WITNESS_GROUP_UPDATE_LIST },
        schema::Member { name: "OnDemandThroughput", required: false, shape: &ON_DEMAND_THROUGHPUT_SHAPE },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_SHAPE },
        schema::Member { name: "GlobalTableSettingsReplicationMode", required: false, shape: &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE },
        schema::Member { name: "DisassociationProtectionEnabled", required: false, shape: &DISASSOCIATION_PROTECTION_ENABLED },
        schema::Member { name: "VectorIndexUpdates", required: false, shape: &VECTOR_INDEX_UPDATE_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
pub static UPDATE_TABLE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TABLE_INPUT);

structure!(UpdateTableInput = UPDATE_TABLE_INPUT { attribute_definitions, table_name, billing_mode, provisioned_throughput, global_secondary_index_updates, stream_specification, sse_specification, replica_updates, table_class, deletion_protection_enabled, multi_region_consistency, global_table_witness_updates, on_demand_throughput, warm_throughput, global_table_settings_replication_mode, disassociation_protection_enabled, vector_index_updates });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableOutput {
    pub table_description: Option<TableDescription>,
}

pub static UPDATE_TABLE_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateTableOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableDescription", required: false, shape: &TABLE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_TABLE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TABLE_OUTPUT);

structure!(UpdateTableOutput = UPDATE_TABLE_OUTPUT { table_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableReplicaAutoScalingInput {
    pub global_secondary_index_updates: Option<Vec<GlobalSecondaryIndexAutoScalingUpdate>>,
    pub table_name: String,
    pub provisioned_write_capacity_auto_scaling_update: Option<AutoScalingSettingsUpdate>,
    pub replica_updates: Option<Vec<ReplicaAutoScalingUpdate>>,
}

pub static UPDATE_TABLE_REPLICA_AUTO_SCALING_INPUT: schema::Structure = schema::Structure {
    name: "UpdateTableReplicaAutoScalingInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "GlobalSecondaryIndexUpdates", required: false, shape: &GLOBAL_SECONDARY_INDEX_AUTO_SCALING_UPDATE_LIST },
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "ProvisionedWriteCapacityAutoScalingUpdate", required: false, shape: &AUTO_SCALING_SETTINGS_UPDATE_SHAPE },
        schema::Member { name: "ReplicaUpdates", required: false, shape: &REPLICA_AUTO_SCALING_UPDATE_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_TABLE_REPLICA_AUTO_SCALING_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TABLE_REPLICA_AUTO_SCALING_INPUT);

structure!(UpdateTableReplicaAutoScalingInput = UPDATE_TABLE_REPLICA_AUTO_SCALING_INPUT { global_secondary_index_updates, table_name, provisioned_write_capacity_auto_scaling_update, replica_updates });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTableReplicaAutoScalingOutput {
    pub table_auto_scaling_description: Option<TableAutoScalingDescription>,
}

pub static UPDATE_TABLE_REPLICA_AUTO_SCALING_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateTableReplicaAutoScalingOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableAutoScalingDescription", required: false, shape: &TABLE_AUTO_SCALING_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_TABLE_REPLICA_AUTO_SCALING_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TABLE_REPLICA_AUTO_SCALING_OUTPUT);

structure!(UpdateTableReplicaAutoScalingOutput = UPDATE_TABLE_REPLICA_AUTO_SCALING_OUTPUT { table_auto_scaling_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTimeToLiveInput {
    pub table_name: String,
    pub time_to_live_specification: TimeToLiveSpecification,
}

pub static UPDATE_TIME_TO_LIVE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateTimeToLiveInput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TableName", required: true, shape: &TABLE_ARN },
        schema::Member { name: "TimeToLiveSpecification", required: true, shape: &TIME_TO_LIVE_SPECIFICATION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static UPDATE_TIME_TO_LIVE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TIME_TO_LIVE_INPUT);

structure!(UpdateTimeToLiveInput = UPDATE_TIME_TO_LIVE_INPUT { table_name, time_to_live_specification });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTimeToLiveOutput {
    pub time_to_live_specification: Option<TimeToLiveSpecification>,
}

pub static UPDATE_TIME_TO_LIVE_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateTimeToLiveOutput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "TimeToLiveSpecification", required: false, shape: &TIME_TO_LIVE_SPECIFICATION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_TIME_TO_LIVE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_TIME_TO_LIVE_OUTPUT);

structure!(UpdateTimeToLiveOutput = UPDATE_TIME_TO_LIVE_OUTPUT { time_to_live_specification });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorAttributeDefinition {
    pub attribute_name: String,
}

pub static VECTOR_ATTRIBUTE_DEFINITION: schema::Structure = schema::Structure {
    name: "VectorAttributeDefinition",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "AttributeName", required: true, shape: &VECTOR_ATTRIBUTE_NAME },
    ],
    checked: &[0],
};
pub static VECTOR_ATTRIBUTE_DEFINITION_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_ATTRIBUTE_DEFINITION);

structure!(VectorAttributeDefinition = VECTOR_ATTRIBUTE_DEFINITION { attribute_name });

pub static VECTOR_ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorCapacity {
    pub vector_search_request_bytes: Option<f64>,
    pub vector_write_request_bytes: Option<f64>,
}

pub static VECTOR_CAPACITY: schema::Structure = schema::Structure {
    name: "VectorCapacity",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "VectorSearchRequestBytes", required: false, shape: &CONSUMED_CAPACITY_UNITS },
        schema::Member { name: "VectorWriteRequestBytes", required: false, shape: &CONSUMED_CAPACITY_UNITS },
    ],
    checked: &[0, 1],
};
pub static VECTOR_CAPACITY_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_CAPACITY);

structure!(VectorCapacity = VECTOR_CAPACITY { vector_search_request_bytes, vector_write_request_bytes });

open_enum!(VectorDistanceFunction {
    Cosine = "COSINE",
    DotProduct = "DOT_PRODUCT",
    Euclidean = "EUCLIDEAN",
});

pub static VECTOR_DISTANCE_FUNCTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndex {
    pub index_name: String,
    pub vector_attribute: VectorAttributeDefinition,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Projection,
    pub dimensions: i64,
    pub distance_function: VectorDistanceFunction,
}

pub static VECTOR_INDEX: schema::Structure = schema::Structure {
    name: "VectorIndex",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: true, shape: &INDEX_NAME },
        schema::Member { name: "VectorAttribute", required: true, shape: &VECTOR_ATTRIBUTE_DEFINITION_SHAPE },
        schema::Member { name: "SearchSchema", required: false, shape: &SEARCH_SCHEMA },
        schema::Member { name: "Projection", required: true, shape: &PROJECTION_SHAPE },
        schema::Member { name: "Dimensions", required: true, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "DistanceFunction", required: true, shape: &VECTOR_DISTANCE_FUNCTION },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static VECTOR_INDEX_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_INDEX);

structure!(VectorIndex = VECTOR_INDEX { index_name, vector_attribute, search_schema, projection, dimensions, distance_function });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndexDescription {
    pub index_name: Option<String>,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Option<Projection>,
    pub vector_attribute: Option<VectorAttributeDefinition>,
    pub dimensions: Option<i64>,
    pub distance_function: Option<VectorDistanceFunction>,
    pub index_status: Option<IndexStatus>,
    pub backfilling: Option<bool>,
    pub index_size_bytes: Option<i64>,
    pub item_count: Option<i64>,
    pub index_arn: Option<String>,
}

pub static VECTOR_INDEX_DESCRIPTION: schema::Structure = schema::Structure {
    name: "VectorIndexDescription",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "SearchSchema", required: false, shape: &SEARCH_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
        schema::Member { name: "VectorAttribute", required: false, shape: &VECTOR_ATTRIBUTE_DEFINITION_SHAPE },
        schema::Member { name: "Dimensions", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "DistanceFunction", required: false, shape: &VECTOR_DISTANCE_FUNCTION },
        schema::Member { name: "IndexStatus", required: false, shape: &INDEX_STATUS },
        schema::Member { name: "Backfilling", required: false, shape: &BACKFILLING },
        schema::Member { name: "IndexSizeBytes", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "ItemCount", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "IndexArn", required: false, shape: &STRING },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static VECTOR_INDEX_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_INDEX_DESCRIPTION);

structure!(VectorIndexDescription = VECTOR_INDEX_DESCRIPTION { index_name, search_schema, projection, vector_attribute, dimensions, distance_function, index_status, backfilling, index_size_bytes, item_count, index_arn });

pub static VECTOR_INDEX_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &VECTOR_INDEX_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndexInfo {
    pub index_name: Option<String>,
    pub vector_attribute: Option<VectorAttributeDefinition>,
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    pub projection: Option<Projection>,
    pub dimensions: Option<i64>,
    pub distance_function: Option<VectorDistanceFunction>,
}

pub static VECTOR_INDEX_INFO: schema::Structure = schema::Structure {
    name: "VectorIndexInfo",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "IndexName", required: false, shape: &INDEX_NAME },
        schema::Member { name: "VectorAttribute", required: false, shape: &VECTOR_ATTRIBUTE_DEFINITION_SHAPE },
        schema::Member { name: "SearchSchema", required: false, shape: &SEARCH_SCHEMA },
        schema::Member { name: "Projection", required: false, shape: &PROJECTION_SHAPE },
        schema::Member { name: "Dimensions", required: false, shape: &POSITIVE_LONG_OBJECT },
        schema::Member { name: "DistanceFunction", required: false, shape: &VECTOR_DISTANCE_FUNCTION },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static VECTOR_INDEX_INFO_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_INDEX_INFO);

structure!(VectorIndexInfo = VECTOR_INDEX_INFO { index_name, vector_attribute, search_schema, projection, dimensions, distance_function });

pub static VECTOR_INDEX_LIST: schema::Shape = schema::Shape::List { member: &VECTOR_INDEX_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VectorIndexUpdate {
    pub create: Option<CreateVectorIndexAction>,
    pub delete: Option<DeleteVectorIndexAction>,
}

pub static VECTOR_INDEX_UPDATE: schema::Structure = schema::Structure {
    name: "VectorIndexUpdate",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "Create", required: false, shape: &CREATE_VECTOR_INDEX_ACTION_SHAPE },
        schema::Member { name: "Delete", required: false, shape: &DELETE_VECTOR_INDEX_ACTION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static VECTOR_INDEX_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&VECTOR_INDEX_UPDATE);

structure!(VectorIndexUpdate = VECTOR_INDEX_UPDATE { create, delete });

pub static VECTOR_INDEX_UPDATE_LIST: schema::Shape = schema::Shape::List { member: &VECTOR_INDEX_UPDATE_SHAPE, length: schema::Length { min: None, max: None } };

pub static VECTOR_INDEXES: schema::Shape = schema::Shape::List { member: &VECTOR_INDEX_INFO_SHAPE, length: schema::Length { min: None, max: None } };

pub static VECTOR_INDEXES_BULK_VECTOR_BYTES_MAP: schema::Shape = schema::Shape::Map { key: &INDEX_NAME, value: &BULK_OPERATION_VECTOR_BYTES_SHAPE, length: schema::Length { min: None, max: None } };

pub static VECTOR_INDEXES_CAPACITY_MAP: schema::Shape = schema::Shape::Map { key: &INDEX_NAME, value: &VECTOR_CAPACITY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmThroughput {
    pub read_units_per_second: Option<i64>,
    pub write_units_per_second: Option<i64>,
}

pub static WARM_THROUGHPUT: schema::Structure = schema::Structure {
    name: "WarmThroughput",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "ReadUnitsPerSecond", required: false, shape: &LONG_OBJECT },
        schema::Member { name: "WriteUnitsPerSecond", required: false, shape: &LONG_OBJECT },
    ],
    checked: &[0, 1],
};
pub static WARM_THROUGHPUT_SHAPE: schema::Shape = schema::Shape::Structure(&WARM_THROUGHPUT);

structure!(WarmThroughput = WARM_THROUGHPUT { read_units_per_second, write_units_per_second });

open_enum!(WitnessStatus {
    Creating = "CREATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
});

pub static WITNESS_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "DELETING", "ACTIVE"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WriteRequest {
    pub put_request: Option<PutRequest>,
    pub delete_request: Option<DeleteRequest>,
}

pub static WRITE_REQUEST: schema::Structure = schema::Structure {
    name: "WriteRequest",
    package: "com.amazonaws.dynamodb.v20120810",
    members: &[
        schema::Member { name: "PutRequest", required: false, shape: &PUT_REQUEST_SHAPE },
        schema::Member { name: "DeleteRequest", required: false, shape: &DELETE_REQUEST_SHAPE },
    ],
    checked: &[0, 1],
};
pub static WRITE_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&WRITE_REQUEST);

structure!(WriteRequest = WRITE_REQUEST { put_request, delete_request });

pub static WRITE_REQUESTS: schema::Shape = schema::Shape::List { member: &WRITE_REQUEST_SHAPE, length: schema::Length { min: Some(1), max: Some(25) } };

pub struct BatchExecuteStatement;

static BATCH_EXECUTE_STATEMENT_OPERATION: schema::Operation = schema::Operation {
    name: "BatchExecuteStatement",
    input: Some(&BATCH_EXECUTE_STATEMENT_INPUT),
    output: Some(&BATCH_EXECUTE_STATEMENT_OUTPUT),
    errors: &["RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for BatchExecuteStatement {
    type Input = BatchExecuteStatementInput;
    type Output = BatchExecuteStatementOutput;
    const SCHEMA: &'static schema::Operation = &BATCH_EXECUTE_STATEMENT_OPERATION;
}

pub struct BatchGetItem;

static BATCH_GET_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "BatchGetItem",
    input: Some(&BATCH_GET_ITEM_INPUT),
    output: Some(&BATCH_GET_ITEM_OUTPUT),
    errors: &["ProvisionedThroughputExceededException", "ResourceNotFoundException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for BatchGetItem {
    type Input = BatchGetItemInput;
    type Output = BatchGetItemOutput;
    const SCHEMA: &'static schema::Operation = &BATCH_GET_ITEM_OPERATION;
}

pub struct BatchWriteItem;

static BATCH_WRITE_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "BatchWriteItem",
    input: Some(&BATCH_WRITE_ITEM_INPUT),
    output: Some(&BATCH_WRITE_ITEM_OUTPUT),
    errors: &["ProvisionedThroughputExceededException", "ResourceNotFoundException", "ItemCollectionSizeLimitExceededException", "RequestLimitExceeded", "InternalServerError", "ReplicatedWriteConflictException", "ThrottlingException"],
};

impl crate::Operation for BatchWriteItem {
    type Input = BatchWriteItemInput;
    type Output = BatchWriteItemOutput;
    const SCHEMA: &'static schema::Operation = &BATCH_WRITE_ITEM_OPERATION;
}

pub struct CancelBulkOperation;

static CANCEL_BULK_OPERATION_OPERATION: schema::Operation = schema::Operation {
    name: "CancelBulkOperation",
    input: Some(&CANCEL_BULK_OPERATION_INPUT),
    output: Some(&CANCEL_BULK_OPERATION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for CancelBulkOperation {
    type Input = CancelBulkOperationInput;
    type Output = CancelBulkOperationOutput;
    const SCHEMA: &'static schema::Operation = &CANCEL_BULK_OPERATION_OPERATION;
}

pub struct CreateBackup;

static CREATE_BACKUP_OPERATION: schema::Operation = schema::Operation {
    name: "CreateBackup",
    input: Some(&CREATE_BACKUP_INPUT),
    output: Some(&CREATE_BACKUP_OUTPUT),
    errors: &["TableNotFoundException", "TableInUseException", "ContinuousBackupsUnavailableException", "BackupInUseException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for CreateBackup {
    type Input = CreateBackupInput;
    type Output = CreateBackupOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_BACKUP_OPERATION;
}

pub struct CreateGlobalTable;

static CREATE_GLOBAL_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "CreateGlobalTable",
    input: Some(&CREATE_GLOBAL_TABLE_INPUT),
    output: Some(&CREATE_GLOBAL_TABLE_OUTPUT),
    errors: &["LimitExceededException", "InternalServerError", "GlobalTableAlreadyExistsException", "TableNotFoundException"],
};

impl crate::Operation for CreateGlobalTable {
    type Input = CreateGlobalTableInput;
    type Output = CreateGlobalTableOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_GLOBAL_TABLE_OPERATION;
}

pub struct CreateTable;

static CREATE_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "CreateTable",
    input: Some(&CREATE_TABLE_INPUT),
    output: Some(&CREATE_TABLE_OUTPUT),
    errors: &["ResourceInUseException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for CreateTable {
    type Input = CreateTableInput;
    type Output = CreateTableOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_TABLE_OPERATION;
}

pub struct DeleteBackup;

static DELETE_BACKUP_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteBackup",
    input: Some(&DELETE_BACKUP_INPUT),
    output: Some(&DELETE_BACKUP_OUTPUT),
    errors: &["BackupNotFoundException", "BackupInUseException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for DeleteBackup {
    type Input = DeleteBackupInput;
    type Output = DeleteBackupOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_BACKUP_OPERATION;
}

pub struct DeleteItem;

static DELETE_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteItem",
    input: Some(&DELETE_ITEM_INPUT),
    output: Some(&DELETE_ITEM_OUTPUT),
    errors: &["ConditionalCheckFailedException", "ProvisionedThroughputExceededException", "ResourceNotFoundException", "ItemCollectionSizeLimitExceededException", "TransactionConflictException", "RequestLimitExceeded", "InternalServerError", "ReplicatedWriteConflictException", "ThrottlingException"],
};

impl crate::Operation for DeleteItem {
    type Input = DeleteItemInput;
    type Output = DeleteItemOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_ITEM_OPERATION;
}

pub struct DeleteResourcePolicy;

static DELETE_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteResourcePolicy",
    input: Some(&DELETE_RESOURCE_POLICY_INPUT),
    output: Some(&DELETE_RESOURCE_POLICY_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError", "PolicyNotFoundException", "ResourceInUseException", "LimitExceededException"],
};

impl crate::Operation for DeleteResourcePolicy {
    type Input = DeleteResourcePolicyInput;
    type Output = DeleteResourcePolicyOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_RESOURCE_POLICY_OPERATION;
}

pub struct DeleteTable;

static DELETE_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteTable",
    input: Some(&DELETE_TABLE_INPUT),
    output: Some(&DELETE_TABLE_OUTPUT),
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for DeleteTable {
    type Input = DeleteTableInput;
    type Output = DeleteTableOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_TABLE_OPERATION;
}

pub struct DescribeBackup;

static DESCRIBE_BACKUP_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeBackup",
    input: Some(&DESCRIBE_BACKUP_INPUT),
    output: Some(&DESCRIBE_BACKUP_OUTPUT),
    errors: &["BackupNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeBackup {
    type Input = DescribeBackupInput;
    type Output = DescribeBackupOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_BACKUP_OPERATION;
}

pub struct DescribeBulkOperation;

static DESCRIBE_BULK_OPERATION_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeBulkOperation",
    input: Some(&DESCRIBE_BULK_OPERATION_INPUT),
    output: Some(&DESCRIBE_BULK_OPERATION_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for DescribeBulkOperation {
    type Input = DescribeBulkOperationInput;
    type Output = DescribeBulkOperationOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_BULK_OPERATION_OPERATION;
}

pub struct DescribeContinuousBackups;

static DESCRIBE_CONTINUOUS_BACKUPS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeContinuousBackups",
    input: Some(&DESCRIBE_CONTINUOUS_BACKUPS_INPUT),
    output: Some(&DESCRIBE_CONTINUOUS_BACKUPS_OUTPUT),
    errors: &["TableNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeContinuousBackups {
    type Input = DescribeContinuousBackupsInput;
    type Output = DescribeContinuousBackupsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_CONTINUOUS_BACKUPS_OPERATION;
}

pub struct DescribeContributorInsights;

static DESCRIBE_CONTRIBUTOR_INSIGHTS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeContributorInsights",
    input: Some(&DESCRIBE_CONTRIBUTOR_INSIGHTS_INPUT),
    output: Some(&DESCRIBE_CONTRIBUTOR_INSIGHTS_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeContributorInsights {
    type Input = DescribeContributorInsightsInput;
    type Output = DescribeContributorInsightsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_CONTRIBUTOR_INSIGHTS_OPERATION;
}

pub struct DescribeEndpoints;

static DESCRIBE_ENDPOINTS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeEndpoints",
    input: Some(&DESCRIBE_ENDPOINTS_REQUEST),
    output: Some(&DESCRIBE_ENDPOINTS_RESPONSE),
    errors: &[],
};

impl crate::Operation for DescribeEndpoints {
    type Input = DescribeEndpointsRequest;
    type Output = DescribeEndpointsResponse;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ENDPOINTS_OPERATION;
}

pub struct DescribeExport;

static DESCRIBE_EXPORT_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeExport",
    input: Some(&DESCRIBE_EXPORT_INPUT),
    output: Some(&DESCRIBE_EXPORT_OUTPUT),
    errors: &["ExportNotFoundException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for DescribeExport {
    type Input = DescribeExportInput;
    type Output = DescribeExportOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_EXPORT_OPERATION;
}

pub struct DescribeGlobalTable;

static DESCRIBE_GLOBAL_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeGlobalTable",
    input: Some(&DESCRIBE_GLOBAL_TABLE_INPUT),
    output: Some(&DESCRIBE_GLOBAL_TABLE_OUTPUT),
    errors: &["InternalServerError", "GlobalTableNotFoundException"],
};

impl crate::Operation for DescribeGlobalTable {
    type Input = DescribeGlobalTableInput;
    type Output = DescribeGlobalTableOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_GLOBAL_TABLE_OPERATION;
}

pub struct DescribeGlobalTableSettings;

static DESCRIBE_GLOBAL_TABLE_SETTINGS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeGlobalTableSettings",
    input: Some(&DESCRIBE_GLOBAL_TABLE_SETTINGS_INPUT),
    output: Some(&DESCRIBE_GLOBAL_TABLE_SETTINGS_OUTPUT),
    errors: &["GlobalTableNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeGlobalTableSettings {
    type Input = DescribeGlobalTableSettingsInput;
    type Output = DescribeGlobalTableSettingsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_GLOBAL_TABLE_SETTINGS_OPERATION;
}

pub struct DescribeImport;

static DESCRIBE_IMPORT_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeImport",
    input: Some(&DESCRIBE_IMPORT_INPUT),
    output: Some(&DESCRIBE_IMPORT_OUTPUT),
    errors: &["ImportNotFoundException"],
};

impl crate::Operation for DescribeImport {
    type Input = DescribeImportInput;
    type Output = DescribeImportOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_IMPORT_OPERATION;
}

pub struct DescribeKinesisStreamingDestination;

static DESCRIBE_KINESIS_STREAMING_DESTINATION_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeKinesisStreamingDestination",
    input: Some(&DESCRIBE_KINESIS_STREAMING_DESTINATION_INPUT),
    output: Some(&DESCRIBE_KINESIS_STREAMING_DESTINATION_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeKinesisStreamingDestination {
    type Input = DescribeKinesisStreamingDestinationInput;
    type Output = DescribeKinesisStreamingDestinationOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_KINESIS_STREAMING_DESTINATION_OPERATION;
}

pub struct DescribeLimits;

static DESCRIBE_LIMITS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeLimits",
    input: Some(&DESCRIBE_LIMITS_INPUT),
    output: Some(&DESCRIBE_LIMITS_OUTPUT),
    errors: &["InternalServerError"],
};

impl crate::Operation for DescribeLimits {
    type Input = DescribeLimitsInput;
    type Output = DescribeLimitsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_LIMITS_OPERATION;
}

pub struct DescribeTable;

static DESCRIBE_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeTable",
    input: Some(&DESCRIBE_TABLE_INPUT),
    output: Some(&DESCRIBE_TABLE_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeTable {
    type Input = DescribeTableInput;
    type Output = DescribeTableOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_TABLE_OPERATION;
}

pub struct DescribeTableReplicaAutoScaling;

static DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeTableReplicaAutoScaling",
    input: Some(&DESCRIBE_TABLE_REPLICA_AUTO_SCALING_INPUT),
    output: Some(&DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeTableReplicaAutoScaling {
    type Input = DescribeTableReplicaAutoScalingInput;
    type Output = DescribeTableReplicaAutoScalingOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OPERATION;
}

pub struct DescribeTimeToLive;

static DESCRIBE_TIME_TO_LIVE_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeTimeToLive",
    input: Some(&DESCRIBE_TIME_TO_LIVE_INPUT),
    output: Some(&DESCRIBE_TIME_TO_LIVE_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for DescribeTimeToLive {
    type Input = DescribeTimeToLiveInput;
    type Output = DescribeTimeToLiveOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_TIME_TO_LIVE_OPERATION;
}

pub struct DisableKinesisStreamingDestination;

static DISABLE_KINESIS_STREAMING_DESTINATION_OPERATION: schema::Operation = schema::Operation {
    name: "DisableKinesisStreamingDestination",
    input: Some(&KINESIS_STREAMING_DESTINATION_INPUT),
    output: Some(&KINESIS_STREAMING_DESTINATION_OUTPUT),
    errors: &["InternalServerError", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException"],
};

impl crate::Operation for DisableKinesisStreamingDestination {
    type Input = KinesisStreamingDestinationInput;
    type Output = KinesisStreamingDestinationOutput;
    const SCHEMA: &'static schema::Operation = &DISABLE_KINESIS_STREAMING_DESTINATION_OPERATION;
}

pub struct EnableKinesisStreamingDestination;

static ENABLE_KINESIS_STREAMING_DESTINATION_OPERATION: schema::Operation = schema::Operation {
    name: "EnableKinesisStreamingDestination",
    input: Some(&KINESIS_STREAMING_DESTINATION_INPUT),
    output: Some(&KINESIS_STREAMING_DESTINATION_OUTPUT),
    errors: &["InternalServerError", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException"],
};

impl crate::Operation for EnableKinesisStreamingDestination {
    type Input = KinesisStreamingDestinationInput;
    type Output = KinesisStreamingDestinationOutput;
    const SCHEMA: &'static schema::Operation = &ENABLE_KINESIS_STREAMING_DESTINATION_OPERATION;
}

pub struct ExecuteStatement;

static EXECUTE_STATEMENT_OPERATION: schema::Operation = schema::Operation {
    name: "ExecuteStatement",
    input: Some(&EXECUTE_STATEMENT_INPUT),
    output: Some(&EXECUTE_STATEMENT_OUTPUT),
    errors: &["ConditionalCheckFailedException", "ProvisionedThroughputExceededException", "ResourceNotFoundException", "ItemCollectionSizeLimitExceededException", "TransactionConflictException", "RequestLimitExceeded", "InternalServerError", "DuplicateItemException", "ThrottlingException"],
};

impl crate::Operation for ExecuteStatement {
    type Input = ExecuteStatementInput;
    type Output = ExecuteStatementOutput;
    const SCHEMA: &'static schema::Operation = &EXECUTE_STATEMENT_OPERATION;
}

pub struct ExecuteTransaction;

static EXECUTE_TRANSACTION_OPERATION: schema::Operation = schema::Operation {
    name: "ExecuteTransaction",
    input: Some(&EXECUTE_TRANSACTION_INPUT),
    output: Some(&EXECUTE_TRANSACTION_OUTPUT),
    errors: &["ResourceNotFoundException", "TransactionCanceledException", "TransactionInProgressException", "IdempotentParameterMismatchException", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for ExecuteTransaction {
    type Input = ExecuteTransactionInput;
    type Output = ExecuteTransactionOutput;
    const SCHEMA: &'static schema::Operation = &EXECUTE_TRANSACTION_OPERATION;
}

pub struct ExportTableToPointInTime;

static EXPORT_TABLE_TO_POINT_IN_TIME_OPERATION: schema::Operation = schema::Operation {
    name: "ExportTableToPointInTime",
    input: Some(&EXPORT_TABLE_TO_POINT_IN_TIME_INPUT),
    output: Some(&EXPORT_TABLE_TO_POINT_IN_TIME_OUTPUT),
    errors: &["TableNotFoundException", "PointInTimeRecoveryUnavailableException", "LimitExceededException", "InvalidExportTimeException", "ExportConflictException", "InternalServerError"],
};

impl crate::Operation for ExportTableToPointInTime {
    type Input = ExportTableToPointInTimeInput;
    type Output = ExportTableToPointInTimeOutput;
    const SCHEMA: &'static schema::Operation = &EXPORT_TABLE_TO_POINT_IN_TIME_OPERATION;
}

pub struct GetItem;

static GET_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "GetItem",
    input: Some(&GET_ITEM_INPUT),
    output: Some(&GET_ITEM_OUTPUT),
    errors: &["ProvisionedThroughputExceededException", "ResourceNotFoundException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for GetItem {
    type Input = GetItemInput;
    type Output = GetItemOutput;
    const SCHEMA: &'static schema::Operation = &GET_ITEM_OPERATION;
}

pub struct GetResourcePolicy;

static GET_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "GetResourcePolicy",
    input: Some(&GET_RESOURCE_POLICY_INPUT),
    output: Some(&GET_RESOURCE_POLICY_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError", "PolicyNotFoundException"],
};

impl crate::Operation for GetResourcePolicy {
    type Input = GetResourcePolicyInput;
    type Output = GetResourcePolicyOutput;
    const SCHEMA: &'static schema::Operation = &GET_RESOURCE_POLICY_OPERATION;
}

pub struct ImportTable;

static IMPORT_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "ImportTable",
    input: Some(&IMPORT_TABLE_INPUT),
    output: Some(&IMPORT_TABLE_OUTPUT),
    errors: &["ResourceInUseException", "LimitExceededException", "ImportConflictException"],
};

impl crate::Operation for ImportTable {
    type Input = ImportTableInput;
    type Output = ImportTableOutput;
    const SCHEMA: &'static schema::Operation = &IMPORT_TABLE_OPERATION;
}

pub struct ListBackups;

static LIST_BACKUPS_OPERATION: schema::Operation = schema::Operation {
    name: "ListBackups",
    input: Some(&LIST_BACKUPS_INPUT),
    output: Some(&LIST_BACKUPS_OUTPUT),
    errors: &["InternalServerError"],
};

impl crate::Operation for ListBackups {
    type Input = ListBackupsInput;
    type Output = ListBackupsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_BACKUPS_OPERATION;
}

pub struct ListBulkOperations;

static LIST_BULK_OPERATIONS_OPERATION: schema::Operation = schema::Operation {
    name: "ListBulkOperations",
    input: Some(&LIST_BULK_OPERATIONS_INPUT),
    output: Some(&LIST_BULK_OPERATIONS_OUTPUT),
    errors: &[],
};

impl crate::Operation for ListBulkOperations {
    type Input = ListBulkOperationsInput;
    type Output = ListBulkOperationsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_BULK_OPERATIONS_OPERATION;
}

pub struct ListContributorInsights;

static LIST_CONTRIBUTOR_INSIGHTS_OPERATION: schema::Operation = schema::Operation {
    name: "ListContributorInsights",
    input: Some(&LIST_CONTRIBUTOR_INSIGHTS_INPUT),
    output: Some(&LIST_CONTRIBUTOR_INSIGHTS_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for ListContributorInsights {
    type Input = ListContributorInsightsInput;
    type Output = ListContributorInsightsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_CONTRIBUTOR_INSIGHTS_OPERATION;
}

pub struct ListExports;

static LIST_EXPORTS_OPERATION: schema::Operation = schema::Operation {
    name: "ListExports",
    input: Some(&LIST_EXPORTS_INPUT),
    output: Some(&LIST_EXPORTS_OUTPUT),
    errors: &["LimitExceededException", "InternalServerError"],
};

impl crate::Operation for ListExports {
    type Input = ListExportsInput;
    type Output = ListExportsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_EXPORTS_OPERATION;
}

pub struct ListGlobalTables;

static LIST_GLOBAL_TABLES_OPERATION: schema::Operation = schema::Operation {
    name: "ListGlobalTables",
    input: Some(&LIST_GLOBAL_TABLES_INPUT),
    output: Some(&LIST_GLOBAL_TABLES_OUTPUT),
    errors: &["InternalServerError"],
};

impl crate::Operation for ListGlobalTables {
    type Input = ListGlobalTablesInput;
    type Output = ListGlobalTablesOutput;
    const SCHEMA: &'static schema::Operation = &LIST_GLOBAL_TABLES_OPERATION;
}

pub struct ListImports;

static LIST_IMPORTS_OPERATION: schema::Operation = schema::Operation {
    name: "ListImports",
    input: Some(&LIST_IMPORTS_INPUT),
    output: Some(&LIST_IMPORTS_OUTPUT),
    errors: &["LimitExceededException"],
};

impl crate::Operation for ListImports {
    type Input = ListImportsInput;
    type Output = ListImportsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_IMPORTS_OPERATION;
}

pub struct ListTables;

static LIST_TABLES_OPERATION: schema::Operation = schema::Operation {
    name: "ListTables",
    input: Some(&LIST_TABLES_INPUT),
    output: Some(&LIST_TABLES_OUTPUT),
    errors: &["InternalServerError"],
};

impl crate::Operation for ListTables {
    type Input = ListTablesInput;
    type Output = ListTablesOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TABLES_OPERATION;
}

pub struct ListTagsOfResource;

static LIST_TAGS_OF_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "ListTagsOfResource",
    input: Some(&LIST_TAGS_OF_RESOURCE_INPUT),
    output: Some(&LIST_TAGS_OF_RESOURCE_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for ListTagsOfResource {
    type Input = ListTagsOfResourceInput;
    type Output = ListTagsOfResourceOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TAGS_OF_RESOURCE_OPERATION;
}

pub struct PutItem;

static PUT_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "PutItem",
    input: Some(&PUT_ITEM_INPUT),
    output: Some(&PUT_ITEM_OUTPUT),
    errors: &["ConditionalCheckFailedException", "ProvisionedThroughputExceededException", "ResourceNotFoundException", "ItemCollectionSizeLimitExceededException", "TransactionConflictException", "RequestLimitExceeded", "InternalServerError", "ReplicatedWriteConflictException", "ThrottlingException"],
};

impl crate::Operation for PutItem {
    type Input = PutItemInput;
    type Output = PutItemOutput;
    const SCHEMA: &'static schema::Operation = &PUT_ITEM_OPERATION;
}

pub struct PutResourcePolicy;

static PUT_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "PutResourcePolicy",
    input: Some(&PUT_RESOURCE_POLICY_INPUT),
    output: Some(&PUT_RESOURCE_POLICY_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError", "LimitExceededException", "PolicyNotFoundException", "ResourceInUseException"],
};

impl crate::Operation for PutResourcePolicy {
    type Input = PutResourcePolicyInput;
    type Output = PutResourcePolicyOutput;
    const SCHEMA: &'static schema::Operation = &PUT_RESOURCE_POLICY_OPERATION;
}

pub struct Query;

static QUERY_OPERATION: schema::Operation = schema::Operation {
    name: "Query",
    input: Some(&QUERY_INPUT),
    output: Some(&QUERY_OUTPUT),
    errors: &["ProvisionedThroughputExceededException", "ResourceNotFoundException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for Query {
    type Input = QueryInput;
    type Output = QueryOutput;
    const SCHEMA: &'static schema::Operation = &QUERY_OPERATION;
}

pub struct RestoreTableFromBackup;

static RESTORE_TABLE_FROM_BACKUP_OPERATION: schema::Operation = schema::Operation {
    name: "RestoreTableFromBackup",
    input: Some(&RESTORE_TABLE_FROM_BACKUP_INPUT),
    output: Some(&RESTORE_TABLE_FROM_BACKUP_OUTPUT),
    errors: &["TableAlreadyExistsException", "TableInUseException", "BackupNotFoundException", "BackupInUseException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for RestoreTableFromBackup {
    type Input = RestoreTableFromBackupInput;
    type Output = RestoreTableFromBackupOutput;
    const SCHEMA: &'static schema::Operation = &RESTORE_TABLE_FROM_BACKUP_OPERATION;
}

pub struct RestoreTableToPointInTime;

static RESTORE_TABLE_TO_POINT_IN_TIME_OPERATION: schema::Operation = schema::Operation {
    name: "RestoreTableToPointInTime",
    input: Some(&RESTORE_TABLE_TO_POINT_IN_TIME_INPUT),
    output: Some(&RESTORE_TABLE_TO_POINT_IN_TIME_OUTPUT),
    errors: &["TableAlreadyExistsException", "TableNotFoundException", "TableInUseException", "LimitExceededException", "InvalidRestoreTimeException", "PointInTimeRecoveryUnavailableException", "InternalServerError"],
};

impl crate::Operation for RestoreTableToPointInTime {
    type Input = RestoreTableToPointInTimeInput;
    type Output = RestoreTableToPointInTimeOutput;
    const SCHEMA: &'static schema::Operation = &RESTORE_TABLE_TO_POINT_IN_TIME_OPERATION;
}

pub struct Scan;

static SCAN_OPERATION: schema::Operation = schema::Operation {
    name: "Scan",
    input: Some(&SCAN_INPUT),
    output: Some(&SCAN_OUTPUT),
    errors: &["ProvisionedThroughputExceededException", "ResourceNotFoundException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for Scan {
    type Input = ScanInput;
    type Output = ScanOutput;
    const SCHEMA: &'static schema::Operation = &SCAN_OPERATION;
}

pub struct SearchVectors;

static SEARCH_VECTORS_OPERATION: schema::Operation = schema::Operation {
    name: "SearchVectors",
    input: Some(&SEARCH_VECTORS_INPUT),
    output: Some(&SEARCH_VECTORS_OUTPUT),
    errors: &["ResourceNotFoundException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for SearchVectors {
    type Input = SearchVectorsInput;
    type Output = SearchVectorsOutput;
    const SCHEMA: &'static schema::Operation = &SEARCH_VECTORS_OPERATION;
}

pub struct StartBulkPutItems;

static START_BULK_PUT_ITEMS_OPERATION: schema::Operation = schema::Operation {
    name: "StartBulkPutItems",
    input: Some(&START_BULK_PUT_ITEMS_INPUT),
    output: Some(&START_BULK_PUT_ITEMS_OUTPUT),
    errors: &["LimitExceededException", "ResourceInUseException", "IdempotentParameterMismatchException", "ResourceNotFoundException"],
};

impl crate::Operation for StartBulkPutItems {
    type Input = StartBulkPutItemsInput;
    type Output = StartBulkPutItemsOutput;
    const SCHEMA: &'static schema::Operation = &START_BULK_PUT_ITEMS_OPERATION;
}

pub struct TagResource;

static TAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "TagResource",
    input: Some(&TAG_RESOURCE_INPUT),
    output: None,
    errors: &["LimitExceededException", "ResourceNotFoundException", "InternalServerError", "ResourceInUseException"],
};

impl crate::Operation for TagResource {
    type Input = TagResourceInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &TAG_RESOURCE_OPERATION;
}

pub struct TransactGetItems;

static TRANSACT_GET_ITEMS_OPERATION: schema::Operation = schema::Operation {
    name: "TransactGetItems",
    input: Some(&TRANSACT_GET_ITEMS_INPUT),
    output: Some(&TRANSACT_GET_ITEMS_OUTPUT),
    errors: &["ResourceNotFoundException", "TransactionCanceledException", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for TransactGetItems {
    type Input = TransactGetItemsInput;
    type Output = TransactGetItemsOutput;
    const SCHEMA: &'static schema::Operation = &TRANSACT_GET_ITEMS_OPERATION;
}

pub struct TransactWriteItems;

static TRANSACT_WRITE_ITEMS_OPERATION: schema::Operation = schema::Operation {
    name: "TransactWriteItems",
    input: Some(&TRANSACT_WRITE_ITEMS_INPUT),
    output: Some(&TRANSACT_WRITE_ITEMS_OUTPUT),
    errors: &["ResourceNotFoundException", "TransactionCanceledException", "TransactionInProgressException", "IdempotentParameterMismatchException", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "InternalServerError", "ThrottlingException"],
};

impl crate::Operation for TransactWriteItems {
    type Input = TransactWriteItemsInput;
    type Output = TransactWriteItemsOutput;
    const SCHEMA: &'static schema::Operation = &TRANSACT_WRITE_ITEMS_OPERATION;
}

pub struct UntagResource;

static UNTAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "UntagResource",
    input: Some(&UNTAG_RESOURCE_INPUT),
    output: None,
    errors: &["LimitExceededException", "ResourceNotFoundException", "InternalServerError", "ResourceInUseException"],
};

impl crate::Operation for UntagResource {
    type Input = UntagResourceInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &UNTAG_RESOURCE_OPERATION;
}

pub struct UpdateContinuousBackups;

static UPDATE_CONTINUOUS_BACKUPS_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateContinuousBackups",
    input: Some(&UPDATE_CONTINUOUS_BACKUPS_INPUT),
    output: Some(&UPDATE_CONTINUOUS_BACKUPS_OUTPUT),
    errors: &["TableNotFoundException", "ContinuousBackupsUnavailableException", "InternalServerError"],
};

impl crate::Operation for UpdateContinuousBackups {
    type Input = UpdateContinuousBackupsInput;
    type Output = UpdateContinuousBackupsOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_CONTINUOUS_BACKUPS_OPERATION;
}

pub struct UpdateContributorInsights;

static UPDATE_CONTRIBUTOR_INSIGHTS_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateContributorInsights",
    input: Some(&UPDATE_CONTRIBUTOR_INSIGHTS_INPUT),
    output: Some(&UPDATE_CONTRIBUTOR_INSIGHTS_OUTPUT),
    errors: &["ResourceNotFoundException", "InternalServerError"],
};

impl crate::Operation for UpdateContributorInsights {
    type Input = UpdateContributorInsightsInput;
    type Output = UpdateContributorInsightsOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_CONTRIBUTOR_INSIGHTS_OPERATION;
}

pub struct UpdateGlobalTable;

static UPDATE_GLOBAL_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateGlobalTable",
    input: Some(&UPDATE_GLOBAL_TABLE_INPUT),
    output: Some(&UPDATE_GLOBAL_TABLE_OUTPUT),
    errors: &["InternalServerError", "GlobalTableNotFoundException", "ReplicaAlreadyExistsException", "ReplicaNotFoundException", "TableNotFoundException"],
};

impl crate::Operation for UpdateGlobalTable {
    type Input = UpdateGlobalTableInput;
    type Output = UpdateGlobalTableOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_GLOBAL_TABLE_OPERATION;
}

pub struct UpdateGlobalTableSettings;

static UPDATE_GLOBAL_TABLE_SETTINGS_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateGlobalTableSettings",
    input: Some(&UPDATE_GLOBAL_TABLE_SETTINGS_INPUT),
    output: Some(&UPDATE_GLOBAL_TABLE_SETTINGS_OUTPUT),
    errors: &["GlobalTableNotFoundException", "ReplicaNotFoundException", "IndexNotFoundException", "LimitExceededException", "ResourceInUseException", "InternalServerError"],
};

impl crate::Operation for UpdateGlobalTableSettings {
    type Input = UpdateGlobalTableSettingsInput;
    type Output = UpdateGlobalTableSettingsOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_GLOBAL_TABLE_SETTINGS_OPERATION;
}

pub struct UpdateItem;

static UPDATE_ITEM_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateItem",
    input: Some(&UPDATE_ITEM_INPUT),
    output: Some(&UPDATE_ITEM_OUTPUT),
    errors: &["ConditionalCheckFailedException", "ProvisionedThroughputExceededException", "ResourceNotFoundException", "ItemCollectionSizeLimitExceededException", "TransactionConflictException", "RequestLimitExceeded", "InternalServerError", "ReplicatedWriteConflictException", "ThrottlingException"],
};

impl crate::Operation for UpdateItem {
    type Input = UpdateItemInput;
    type Output = UpdateItemOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_ITEM_OPERATION;
}

pub struct UpdateKinesisStreamingDestination;

static UPDATE_KINESIS_STREAMING_DESTINATION_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateKinesisStreamingDestination",
    input: Some(&UPDATE_KINESIS_STREAMING_DESTINATION_INPUT),
    output: Some(&UPDATE_KINESIS_STREAMING_DESTINATION_OUTPUT),
    errors: &["InternalServerError", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException"],
};

impl crate::Operation for UpdateKinesisStreamingDestination {
    type Input = UpdateKinesisStreamingDestinationInput;
    type Output = UpdateKinesisStreamingDestinationOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_KINESIS_STREAMING_DESTINATION_OPERATION;
}

pub struct UpdateTable;

static UPDATE_TABLE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateTable",
    input: Some(&UPDATE_TABLE_INPUT),
    output: Some(&UPDATE_TABLE_OUTPUT),
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for UpdateTable {
    type Input = UpdateTableInput;
    type Output = UpdateTableOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_TABLE_OPERATION;
}

pub struct UpdateTableReplicaAutoScaling;

static UPDATE_TABLE_REPLICA_AUTO_SCALING_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateTableReplicaAutoScaling",
    input: Some(&UPDATE_TABLE_REPLICA_AUTO_SCALING_INPUT),
    output: Some(&UPDATE_TABLE_REPLICA_AUTO_SCALING_OUTPUT),
    errors: &["ResourceNotFoundException", "ResourceInUseException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for UpdateTableReplicaAutoScaling {
    type Input = UpdateTableReplicaAutoScalingInput;
    type Output = UpdateTableReplicaAutoScalingOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_TABLE_REPLICA_AUTO_SCALING_OPERATION;
}

pub struct UpdateTimeToLive;

static UPDATE_TIME_TO_LIVE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateTimeToLive",
    input: Some(&UPDATE_TIME_TO_LIVE_INPUT),
    output: Some(&UPDATE_TIME_TO_LIVE_OUTPUT),
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InternalServerError"],
};

impl crate::Operation for UpdateTimeToLive {
    type Input = UpdateTimeToLiveInput;
    type Output = UpdateTimeToLiveOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_TIME_TO_LIVE_OPERATION;
}

pub static SERVICE: schema::Service = schema::Service {
    name: "dynamodb",
    target_prefix: "DynamoDB_20120810",
    signing_name: "dynamodb",
    iam_prefix: "dynamodb",
    api_version: "2012-08-10",
    protocols: &["json"],
    xml_namespace: "",
    query_compatible: false,
    operations: &[
        &BATCH_EXECUTE_STATEMENT_OPERATION,
        &BATCH_GET_ITEM_OPERATION,
        &BATCH_WRITE_ITEM_OPERATION,
        &CANCEL_BULK_OPERATION_OPERATION,
        &CREATE_BACKUP_OPERATION,
        &CREATE_GLOBAL_TABLE_OPERATION,
        &CREATE_TABLE_OPERATION,
        &DELETE_BACKUP_OPERATION,
        &DELETE_ITEM_OPERATION,
        &DELETE_RESOURCE_POLICY_OPERATION,
        &DELETE_TABLE_OPERATION,
        &DESCRIBE_BACKUP_OPERATION,
        &DESCRIBE_BULK_OPERATION_OPERATION,
        &DESCRIBE_CONTINUOUS_BACKUPS_OPERATION,
        &DESCRIBE_CONTRIBUTOR_INSIGHTS_OPERATION,
        &DESCRIBE_ENDPOINTS_OPERATION,
        &DESCRIBE_EXPORT_OPERATION,
        &DESCRIBE_GLOBAL_TABLE_OPERATION,
        &DESCRIBE_GLOBAL_TABLE_SETTINGS_OPERATION,
        &DESCRIBE_IMPORT_OPERATION,
        &DESCRIBE_KINESIS_STREAMING_DESTINATION_OPERATION,
        &DESCRIBE_LIMITS_OPERATION,
        &DESCRIBE_TABLE_OPERATION,
        &DESCRIBE_TABLE_REPLICA_AUTO_SCALING_OPERATION,
        &DESCRIBE_TIME_TO_LIVE_OPERATION,
        &DISABLE_KINESIS_STREAMING_DESTINATION_OPERATION,
        &ENABLE_KINESIS_STREAMING_DESTINATION_OPERATION,
        &EXECUTE_STATEMENT_OPERATION,
        &EXECUTE_TRANSACTION_OPERATION,
        &EXPORT_TABLE_TO_POINT_IN_TIME_OPERATION,
        &GET_ITEM_OPERATION,
        &GET_RESOURCE_POLICY_OPERATION,
        &IMPORT_TABLE_OPERATION,
        &LIST_BACKUPS_OPERATION,
        &LIST_BULK_OPERATIONS_OPERATION,
        &LIST_CONTRIBUTOR_INSIGHTS_OPERATION,
        &LIST_EXPORTS_OPERATION,
        &LIST_GLOBAL_TABLES_OPERATION,
        &LIST_IMPORTS_OPERATION,
        &LIST_TABLES_OPERATION,
        &LIST_TAGS_OF_RESOURCE_OPERATION,
        &PUT_ITEM_OPERATION,
        &PUT_RESOURCE_POLICY_OPERATION,
        &QUERY_OPERATION,
        &RESTORE_TABLE_FROM_BACKUP_OPERATION,
        &RESTORE_TABLE_TO_POINT_IN_TIME_OPERATION,
        &SCAN_OPERATION,
        &SEARCH_VECTORS_OPERATION,
        &START_BULK_PUT_ITEMS_OPERATION,
        &TAG_RESOURCE_OPERATION,
        &TRANSACT_GET_ITEMS_OPERATION,
        &TRANSACT_WRITE_ITEMS_OPERATION,
        &UNTAG_RESOURCE_OPERATION,
        &UPDATE_CONTINUOUS_BACKUPS_OPERATION,
        &UPDATE_CONTRIBUTOR_INSIGHTS_OPERATION,
        &UPDATE_GLOBAL_TABLE_OPERATION,
        &UPDATE_GLOBAL_TABLE_SETTINGS_OPERATION,
        &UPDATE_ITEM_OPERATION,
        &UPDATE_KINESIS_STREAMING_DESTINATION_OPERATION,
        &UPDATE_TABLE_OPERATION,
        &UPDATE_TABLE_REPLICA_AUTO_SCALING_OPERATION,
        &UPDATE_TIME_TO_LIVE_OPERATION,
    ],
    errors: &[
        schema::Error { name: "BackupInUseException", code: "BackupInUseException", status: 400 },
        schema::Error { name: "BackupNotFoundException", code: "BackupNotFoundException", status: 400 },
        schema::Error { name: "ConditionalCheckFailedException", code: "ConditionalCheckFailedException", status: 400 },
        schema::Error { name: "ContinuousBackupsUnavailableException", code: "ContinuousBackupsUnavailableException", status: 400 },
        schema::Error { name: "DuplicateItemException", code: "DuplicateItemException", status: 400 },
        schema::Error { name: "ExportConflictException", code: "ExportConflictException", status: 400 },
        schema::Error { name: "ExportNotFoundException", code: "ExportNotFoundException", status: 400 },
        schema::Error { name: "GlobalTableAlreadyExistsException", code: "GlobalTableAlreadyExistsException", status: 400 },
        schema::Error { name: "GlobalTableNotFoundException", code: "GlobalTableNotFoundException", status: 400 },
        schema::Error { name: "IdempotentParameterMismatchException", code: "IdempotentParameterMismatchException", status: 400 },
        schema::Error { name: "ImportConflictException", code: "ImportConflictException", status: 400 },
        schema::Error { name: "ImportNotFoundException", code: "ImportNotFoundException", status: 400 },
        schema::Error { name: "IndexNotFoundException", code: "IndexNotFoundException", status: 400 },
        schema::Error { name: "InternalServerError", code: "InternalServerError", status: 500 },
        schema::Error { name: "InvalidExportTimeException", code: "InvalidExportTimeException", status: 400 },
        schema::Error { name: "InvalidRestoreTimeException", code: "InvalidRestoreTimeException", status: 400 },
        schema::Error { name: "ItemCollectionSizeLimitExceededException", code: "ItemCollectionSizeLimitExceededException", status: 400 },
        schema::Error { name: "LimitExceededException", code: "LimitExceededException", status: 400 },
        schema::Error { name: "PointInTimeRecoveryUnavailableException", code: "PointInTimeRecoveryUnavailableException", status: 400 },
        schema::Error { name: "PolicyNotFoundException", code: "PolicyNotFoundException", status: 400 },
        schema::Error { name: "ProvisionedThroughputExceededException", code: "ProvisionedThroughputExceededException", status: 400 },
        schema::Error { name: "ReplicaAlreadyExistsException", code: "ReplicaAlreadyExistsException", status: 400 },
        schema::Error { name: "ReplicaNotFoundException", code: "ReplicaNotFoundException", status: 400 },
        schema::Error { name: "ReplicatedWriteConflictException", code: "ReplicatedWriteConflictException", status: 400 },
        schema::Error { name: "RequestLimitExceeded", code: "RequestLimitExceeded", status: 400 },
        schema::Error { name: "ResourceInUseException", code: "ResourceInUseException", status: 400 },
        schema::Error { name: "ResourceNotFoundException", code: "ResourceNotFoundException", status: 400 },
        schema::Error { name: "TableAlreadyExistsException", code: "TableAlreadyExistsException", status: 400 },
        schema::Error { name: "TableInUseException", code: "TableInUseException", status: 400 },
        schema::Error { name: "TableNotFoundException", code: "TableNotFoundException", status: 400 },
        schema::Error { name: "ThrottlingException", code: "ThrottlingException", status: 400 },
        schema::Error { name: "TransactionCanceledException", code: "TransactionCanceledException", status: 400 },
        schema::Error { name: "TransactionConflictException", code: "TransactionConflictException", status: 400 },
        schema::Error { name: "TransactionInProgressException", code: "TransactionInProgressException", status: 400 },
    ],
};
