//! @generated from `models/kinesis.json` by `cargo xtask codegen`: do not edit.
//!
//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::Timestamp;

use crate::operation::Void;
use crate::schema;
use crate::{open_enum, structure};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeDeadLetterQueueRecordsErrorEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "ErrorCode", required: true, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY);

structure!(AcknowledgeDeadLetterQueueRecordsErrorEntry = ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY { receipt_handle, error_code, error_message });

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<AcknowledgeDeadLetterQueueRecordsRequestEntry>,
}

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "AcknowledgeDeadLetterQueueRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Entries", required: true, shape: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_INPUT);

structure!(AcknowledgeDeadLetterQueueRecordsInput = ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_INPUT { queue_arn, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsOutput {
    pub successful: Vec<AcknowledgeDeadLetterQueueRecordsResultEntry>,
    pub failed: Vec<AcknowledgeDeadLetterQueueRecordsErrorEntry>,
}

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "AcknowledgeDeadLetterQueueRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Successful", required: true, shape: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_LIST },
        schema::Member { name: "Failed", required: true, shape: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT);

structure!(AcknowledgeDeadLetterQueueRecordsOutput = ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT { successful, failed });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeDeadLetterQueueRecordsRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY);

structure!(AcknowledgeDeadLetterQueueRecordsRequestEntry = ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY { receipt_handle });

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeDeadLetterQueueRecordsResultEntry {
    pub receipt_handle: String,
}

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeDeadLetterQueueRecordsResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY);

structure!(AcknowledgeDeadLetterQueueRecordsResultEntry = ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY { receipt_handle });

pub static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

pub static ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeQueueRecordsErrorEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "ErrorCode", required: true, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY);

structure!(AcknowledgeQueueRecordsErrorEntry = ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY { receipt_handle, error_code, error_message });

pub static ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<AcknowledgeQueueRecordsRequestEntry>,
}

pub static ACKNOWLEDGE_QUEUE_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "AcknowledgeQueueRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Entries", required: true, shape: &ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static ACKNOWLEDGE_QUEUE_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_QUEUE_RECORDS_INPUT);

structure!(AcknowledgeQueueRecordsInput = ACKNOWLEDGE_QUEUE_RECORDS_INPUT { queue_arn, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsOutput {
    pub successful: Vec<AcknowledgeQueueRecordsResultEntry>,
    pub failed: Vec<AcknowledgeQueueRecordsErrorEntry>,
}

pub static ACKNOWLEDGE_QUEUE_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "AcknowledgeQueueRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Successful", required: true, shape: &ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY_LIST },
        schema::Member { name: "Failed", required: true, shape: &ACKNOWLEDGE_QUEUE_RECORDS_ERROR_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static ACKNOWLEDGE_QUEUE_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_QUEUE_RECORDS_OUTPUT);

structure!(AcknowledgeQueueRecordsOutput = ACKNOWLEDGE_QUEUE_RECORDS_OUTPUT { successful, failed });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

pub static ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeQueueRecordsRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY);

structure!(AcknowledgeQueueRecordsRequestEntry = ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY { receipt_handle });

pub static ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcknowledgeQueueRecordsResultEntry {
    pub receipt_handle: String,
}

pub static ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "AcknowledgeQueueRecordsResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY);

structure!(AcknowledgeQueueRecordsResultEntry = ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY { receipt_handle });

pub static ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &ACKNOWLEDGE_QUEUE_RECORDS_RESULT_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToStreamInput {
    pub stream_name: Option<String>,
    pub tags: BTreeMap<String, String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static ADD_TAGS_TO_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "AddTagsToStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "Tags", required: true, shape: &TAG_MAP },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[1, 0, 2, 3],
};
pub static ADD_TAGS_TO_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ADD_TAGS_TO_STREAM_INPUT);

structure!(AddTagsToStreamInput = ADD_TAGS_TO_STREAM_INPUT { stream_name, tags, stream_arn, stream_id });

pub static APPROXIMATE_ARRIVAL_TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

pub static BOOLEAN_OBJECT: schema::Shape = schema::Shape::Boolean;

pub static BUCKET_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}", matcher: "arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}" }), values: &[] });

pub static CHANNEL_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+", matcher: "arn:aws.*:kinesis:.*:\\d{12}:channel/\\S+" }), values: &[] });

pub static CHANNEL_COUNT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelDescription {
    pub channel_name: String,
    pub channel_arn: String,
    pub channel_id: String,
    pub channel_status: ChannelStatus,
    pub channel_status_reason: Option<String>,
    pub channel_creation_timestamp: Timestamp,
    pub service_execution_role_arn: String,
    pub stream_configuration_list: Vec<ChannelStreamDescription>,
    pub s3_destination_configuration: Option<S3DestinationDescription>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationDescription>,
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    pub logging_configuration: ChannelLoggingConfiguration,
}

pub static CHANNEL_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ChannelDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelName", required: true, shape: &CHANNEL_NAME },
        schema::Member { name: "ChannelARN", required: true, shape: &CHANNEL_ARN },
        schema::Member { name: "ChannelId", required: true, shape: &CHANNEL_ID },
        schema::Member { name: "ChannelStatus", required: true, shape: &CHANNEL_STATUS },
        schema::Member { name: "ChannelStatusReason", required: false, shape: &CHANNEL_STATUS_REASON },
        schema::Member { name: "ChannelCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "ServiceExecutionRoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "StreamConfigurationList", required: true, shape: &CHANNEL_STREAM_DESCRIPTION_LIST },
        schema::Member { name: "S3DestinationConfiguration", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "S3TablesDestinationConfiguration", required: false, shape: &S3_TABLES_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &CHANNEL_ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "LoggingConfiguration", required: true, shape: &CHANNEL_LOGGING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static CHANNEL_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_DESCRIPTION);

structure!(ChannelDescription = CHANNEL_DESCRIPTION { channel_name, channel_arn, channel_id, channel_status, channel_status_reason, channel_creation_timestamp, service_execution_role_arn, stream_configuration_list, s3_destination_configuration, s3_tables_destination_configuration, encryption_configuration, logging_configuration });

open_enum!(ChannelDestinationType {
    S3 = "S3",
    S3Tables = "S3_TABLES",
});

pub static CHANNEL_DESTINATION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["S3", "S3_TABLES"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelEncryptionConfiguration {
    pub encryption_type: ChannelEncryptionType,
    pub key_id: String,
}

pub static CHANNEL_ENCRYPTION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ChannelEncryptionConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "EncryptionType", required: true, shape: &CHANNEL_ENCRYPTION_TYPE },
        schema::Member { name: "KeyId", required: true, shape: &KEY_ID },
    ],
    checked: &[0, 1],
};
pub static CHANNEL_ENCRYPTION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_ENCRYPTION_CONFIGURATION);

structure!(ChannelEncryptionConfiguration = CHANNEL_ENCRYPTION_CONFIGURATION { encryption_type, key_id });

open_enum!(ChannelEncryptionType {
    Kms = "KMS",
});

pub static CHANNEL_ENCRYPTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["KMS"] });

pub static CHANNEL_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(64) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelLoggingConfiguration {
    pub cloud_watch_logs: CloudWatchLogs,
}

pub static CHANNEL_LOGGING_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ChannelLoggingConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "CloudWatchLogs", required: true, shape: &CLOUD_WATCH_LOGS_SHAPE },
    ],
    checked: &[0],
};
pub static CHANNEL_LOGGING_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_LOGGING_CONFIGURATION);

structure!(ChannelLoggingConfiguration = CHANNEL_LOGGING_CONFIGURATION { cloud_watch_logs });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelLoggingUpdateInput {
    pub cloud_watch_logs: CloudWatchLogsUpdateInput,
}

pub static CHANNEL_LOGGING_UPDATE_INPUT: schema::Structure = schema::Structure {
    name: "ChannelLoggingUpdateInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "CloudWatchLogs", required: true, shape: &CLOUD_WATCH_LOGS_UPDATE_INPUT_SHAPE },
    ],
    checked: &[0],
};
pub static CHANNEL_LOGGING_UPDATE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_LOGGING_UPDATE_INPUT);

structure!(ChannelLoggingUpdateInput = CHANNEL_LOGGING_UPDATE_INPUT { cloud_watch_logs });

pub static CHANNEL_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

open_enum!(ChannelStatus {
    Creating = "CREATING",
    Active = "ACTIVE",
    Updating = "UPDATING",
    Deleting = "DELETING",
    Failed = "FAILED",
});

pub static CHANNEL_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "ACTIVE", "UPDATING", "DELETING", "FAILED"] });

pub static CHANNEL_STATUS_REASON: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamConfiguration {
    pub stream_arn: String,
    pub record_configuration: RecordConfiguration,
}

pub static CHANNEL_STREAM_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ChannelStreamConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "RecordConfiguration", required: true, shape: &RECORD_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static CHANNEL_STREAM_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_STREAM_CONFIGURATION);

structure!(ChannelStreamConfiguration = CHANNEL_STREAM_CONFIGURATION { stream_arn, record_configuration });

pub static CHANNEL_STREAM_CONFIGURATION_LIST: schema::Shape = schema::Shape::List { member: &CHANNEL_STREAM_CONFIGURATION_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamDescription {
    pub stream_arn: String,
    pub stream_creation_timestamp: Timestamp,
    pub record_configuration: RecordConfiguration,
}

pub static CHANNEL_STREAM_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ChannelStreamDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "RecordConfiguration", required: true, shape: &RECORD_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static CHANNEL_STREAM_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_STREAM_DESCRIPTION);

structure!(ChannelStreamDescription = CHANNEL_STREAM_DESCRIPTION { stream_arn, stream_creation_timestamp, record_configuration });

pub static CHANNEL_STREAM_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &CHANNEL_STREAM_DESCRIPTION_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelStreamIdentifier {
    pub stream_arn: String,
    pub stream_creation_timestamp: Timestamp,
}

pub static CHANNEL_STREAM_IDENTIFIER: schema::Structure = schema::Structure {
    name: "ChannelStreamIdentifier",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamCreationTimestamp", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static CHANNEL_STREAM_IDENTIFIER_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_STREAM_IDENTIFIER);

structure!(ChannelStreamIdentifier = CHANNEL_STREAM_IDENTIFIER { stream_arn, stream_creation_timestamp });

pub static CHANNEL_STREAM_IDENTIFIER_LIST: schema::Shape = schema::Shape::List { member: &CHANNEL_STREAM_IDENTIFIER_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelSummary {
    pub channel_name: String,
    pub channel_arn: String,
    pub channel_id: String,
    pub channel_status: ChannelStatus,
    pub channel_status_reason: Option<String>,
    pub channel_creation_timestamp: Timestamp,
    pub channel_destination_type: ChannelDestinationType,
    pub streams: Vec<ChannelStreamIdentifier>,
}

pub static CHANNEL_SUMMARY: schema::Structure = schema::Structure {
    name: "ChannelSummary",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelName", required: true, shape: &CHANNEL_NAME },
        schema::Member { name: "ChannelARN", required: true, shape: &CHANNEL_ARN },
        schema::Member { name: "ChannelId", required: true, shape: &CHANNEL_ID },
        schema::Member { name: "ChannelStatus", required: true, shape: &CHANNEL_STATUS },
        schema::Member { name: "ChannelStatusReason", required: false, shape: &CHANNEL_STATUS_REASON },
        schema::Member { name: "ChannelCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "ChannelDestinationType", required: true, shape: &CHANNEL_DESTINATION_TYPE },
        schema::Member { name: "Streams", required: true, shape: &CHANNEL_STREAM_IDENTIFIER_LIST },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static CHANNEL_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&CHANNEL_SUMMARY);

structure!(ChannelSummary = CHANNEL_SUMMARY { channel_name, channel_arn, channel_id, channel_status, channel_status_reason, channel_creation_timestamp, channel_destination_type, streams });

pub static CHANNEL_SUMMARY_LIST: schema::Shape = schema::Shape::List { member: &CHANNEL_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChildShard {
    pub shard_id: String,
    pub parent_shards: Vec<String>,
    pub hash_key_range: HashKeyRange,
}

pub static CHILD_SHARD: schema::Structure = schema::Structure {
    name: "ChildShard",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardId", required: true, shape: &SHARD_ID },
        schema::Member { name: "ParentShards", required: true, shape: &SHARD_ID_LIST },
        schema::Member { name: "HashKeyRange", required: true, shape: &HASH_KEY_RANGE_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static CHILD_SHARD_SHAPE: schema::Shape = schema::Shape::Structure(&CHILD_SHARD);

structure!(ChildShard = CHILD_SHARD { shard_id, parent_shards, hash_key_range });

pub static CHILD_SHARD_LIST: schema::Shape = schema::Shape::List { member: &CHILD_SHARD_SHAPE, length: schema::Length { min: None, max: None } };

pub static CLOUD_WATCH_LOG_GROUP_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "[\\.\\-_/#A-Za-z0-9]+", matcher: "[\\.\\-_/#A-Za-z0-9]+" }), values: &[] });

pub static CLOUD_WATCH_LOG_STREAM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "[^:*]*", matcher: "[^:*]*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLogs {
    pub enabled: bool,
    pub log_group_name: Option<String>,
    pub log_stream_name: Option<String>,
}

pub static CLOUD_WATCH_LOGS: schema::Structure = schema::Structure {
    name: "CloudWatchLogs",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "LogGroupName", required: false, shape: &CLOUD_WATCH_LOG_GROUP_NAME },
        schema::Member { name: "LogStreamName", required: false, shape: &CLOUD_WATCH_LOG_STREAM_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static CLOUD_WATCH_LOGS_SHAPE: schema::Shape = schema::Shape::Structure(&CLOUD_WATCH_LOGS);

structure!(CloudWatchLogs = CLOUD_WATCH_LOGS { enabled, log_group_name, log_stream_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLogsUpdateInput {
    pub enabled: bool,
    pub log_group_name: Option<String>,
    pub log_stream_name: Option<String>,
}

pub static CLOUD_WATCH_LOGS_UPDATE_INPUT: schema::Structure = schema::Structure {
    name: "CloudWatchLogsUpdateInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "LogGroupName", required: false, shape: &CLOUD_WATCH_LOG_GROUP_NAME },
        schema::Member { name: "LogStreamName", required: false, shape: &CLOUD_WATCH_LOG_STREAM_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static CLOUD_WATCH_LOGS_UPDATE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CLOUD_WATCH_LOGS_UPDATE_INPUT);

structure!(CloudWatchLogsUpdateInput = CLOUD_WATCH_LOGS_UPDATE_INPUT { enabled, log_group_name, log_stream_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consumer {
    pub consumer_name: String,
    pub consumer_arn: String,
    pub consumer_status: ConsumerStatus,
    pub consumer_creation_timestamp: Timestamp,
}

pub static CONSUMER: schema::Structure = schema::Structure {
    name: "Consumer",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ConsumerName", required: true, shape: &CONSUMER_NAME },
        schema::Member { name: "ConsumerARN", required: true, shape: &CONSUMER_ARN },
        schema::Member { name: "ConsumerStatus", required: true, shape: &CONSUMER_STATUS },
        schema::Member { name: "ConsumerCreationTimestamp", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static CONSUMER_SHAPE: schema::Shape = schema::Shape::Structure(&CONSUMER);

structure!(Consumer = CONSUMER { consumer_name, consumer_arn, consumer_status, consumer_creation_timestamp });

pub static CONSUMER_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+", matcher: "^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/consumer\\/[a-zA-Z0-9_.-]+:[0-9]+" }), values: &[] });

pub static CONSUMER_COUNT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumerDescription {
    pub consumer_name: String,
    pub consumer_arn: String,
    pub consumer_status: ConsumerStatus,
    pub consumer_creation_timestamp: Timestamp,
    pub stream_arn: String,
}

pub static CONSUMER_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ConsumerDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ConsumerName", required: true, shape: &CONSUMER_NAME },
        schema::Member { name: "ConsumerARN", required: true, shape: &CONSUMER_ARN },
        schema::Member { name: "ConsumerStatus", required: true, shape: &CONSUMER_STATUS },
        schema::Member { name: "ConsumerCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static CONSUMER_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&CONSUMER_DESCRIPTION);

structure!(ConsumerDescription = CONSUMER_DESCRIPTION { consumer_name, consumer_arn, consumer_status, consumer_creation_timestamp, stream_arn });

pub static CONSUMER_LIST: schema::Shape = schema::Shape::List { member: &CONSUMER_SHAPE, length: schema::Length { min: None, max: None } };

pub static CONSUMER_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

open_enum!(ConsumerStatus {
    Creating = "CREATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
});

pub static CONSUMER_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "DELETING", "ACTIVE"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChannelInput {
    pub channel_name: String,
    pub service_execution_role_arn: String,
    pub stream_configuration_list: Vec<ChannelStreamConfiguration>,
    pub s3_destination_configuration: Option<S3DestinationConfiguration>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationConfiguration>,
    pub encryption_configuration: Option<ChannelEncryptionConfiguration>,
    pub tags: Option<BTreeMap<String, String>>,
    pub logging_configuration: Option<ChannelLoggingConfiguration>,
}

pub static CREATE_CHANNEL_INPUT: schema::Structure = schema::Structure {
    name: "CreateChannelInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelName", required: true, shape: &CHANNEL_NAME },
        schema::Member { name: "ServiceExecutionRoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "StreamConfigurationList", required: true, shape: &CHANNEL_STREAM_CONFIGURATION_LIST },
        schema::Member { name: "S3DestinationConfiguration", required: false, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "S3TablesDestinationConfiguration", required: false, shape: &S3_TABLES_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &CHANNEL_ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_MAP },
        schema::Member { name: "LoggingConfiguration", required: false, shape: &CHANNEL_LOGGING_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static CREATE_CHANNEL_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_CHANNEL_INPUT);

structure!(CreateChannelInput = CREATE_CHANNEL_INPUT { channel_name, service_execution_role_arn, stream_configuration_list, s3_destination_configuration, s3_tables_destination_configuration, encryption_configuration, tags, logging_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChannelOutput {
    pub channel_description: ChannelDescription,
}

pub static CREATE_CHANNEL_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateChannelOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelDescription", required: true, shape: &CHANNEL_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_CHANNEL_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_CHANNEL_OUTPUT);

structure!(CreateChannelOutput = CREATE_CHANNEL_OUTPUT { channel_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueInput {
    pub queue_name: String,
    pub stream_configuration_list: Vec<QueueStreamConfiguration>,
    pub queue_attributes: Option<QueueAttributes>,
    pub tags: Option<BTreeMap<String, String>>,
}

pub static CREATE_QUEUE_INPUT: schema::Structure = schema::Structure {
    name: "CreateQueueInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueName", required: true, shape: &QUEUE_NAME },
        schema::Member { name: "StreamConfigurationList", required: true, shape: &QUEUE_STREAM_CONFIGURATION_LIST },
        schema::Member { name: "QueueAttributes", required: false, shape: &QUEUE_ATTRIBUTES_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_MAP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static CREATE_QUEUE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_QUEUE_INPUT);

structure!(CreateQueueInput = CREATE_QUEUE_INPUT { queue_name, stream_configuration_list, queue_attributes, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateQueueOutput {
    pub queue_description: QueueDescription,
}

pub static CREATE_QUEUE_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateQueueOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueDescription", required: true, shape: &QUEUE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static CREATE_QUEUE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_QUEUE_OUTPUT);

structure!(CreateQueueOutput = CREATE_QUEUE_OUTPUT { queue_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStreamInput {
    pub stream_name: String,
    pub shard_count: Option<i32>,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub tags: Option<BTreeMap<String, String>>,
    pub warm_throughput_mi_bps: Option<i32>,
    pub max_record_size_in_ki_b: Option<i32>,
    pub record_distribution_strategy: Option<RecordDistributionStrategy>,
}

pub static CREATE_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "CreateStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: true, shape: &STREAM_NAME },
        schema::Member { name: "ShardCount", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "StreamModeDetails", required: false, shape: &STREAM_MODE_DETAILS_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_MAP },
        schema::Member { name: "WarmThroughputMiBps", required: false, shape: &NATURAL_INTEGER_OBJECT },
        schema::Member { name: "MaxRecordSizeInKiB", required: false, shape: &MAX_RECORD_SIZE_IN_KI_B },
        schema::Member { name: "RecordDistributionStrategy", required: false, shape: &RECORD_DISTRIBUTION_STRATEGY },
    ],
    checked: &[1, 0, 2, 3, 4, 5, 6],
};
pub static CREATE_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_STREAM_INPUT);

structure!(CreateStreamInput = CREATE_STREAM_INPUT { stream_name, shard_count, stream_mode_details, tags, warm_throughput_mi_bps, max_record_size_in_ki_b, record_distribution_strategy });

pub static DATA: schema::Shape = schema::Shape::Blob(schema::Length { min: Some(0), max: Some(10485760) });

pub static DATA_FRESHNESS_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterConfiguration {
    pub target_type: TargetType,
    pub max_receive_count: Option<i32>,
}

pub static DEAD_LETTER_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DeadLetterConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "TargetType", required: true, shape: &TARGET_TYPE },
        schema::Member { name: "MaxReceiveCount", required: false, shape: &MAX_RECEIVE_COUNT },
    ],
    checked: &[0, 1],
};
pub static DEAD_LETTER_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DEAD_LETTER_CONFIGURATION);

structure!(DeadLetterConfiguration = DEAD_LETTER_CONFIGURATION { target_type, max_receive_count });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterQueueS3Configuration {
    pub bucket_arn: String,
    pub expected_bucket_owner: String,
    pub error_output_prefix: Option<String>,
}

pub static DEAD_LETTER_QUEUE_S3_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DeadLetterQueueS3Configuration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "ExpectedBucketOwner", required: true, shape: &EXPECTED_BUCKET_OWNER },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &S3_ERROR_OUTPUT_PREFIX },
    ],
    checked: &[0, 1, 2],
};
pub static DEAD_LETTER_QUEUE_S3_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DEAD_LETTER_QUEUE_S3_CONFIGURATION);

structure!(DeadLetterQueueS3Configuration = DEAD_LETTER_QUEUE_S3_CONFIGURATION { bucket_arn, expected_bucket_owner, error_output_prefix });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecreaseStreamRetentionPeriodInput {
    pub stream_name: Option<String>,
    pub retention_period_hours: i32,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DECREASE_STREAM_RETENTION_PERIOD_INPUT: schema::Structure = schema::Structure {
    name: "DecreaseStreamRetentionPeriodInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "RetentionPeriodHours", required: true, shape: &RETENTION_PERIOD_HOURS },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DECREASE_STREAM_RETENTION_PERIOD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DECREASE_STREAM_RETENTION_PERIOD_INPUT);

structure!(DecreaseStreamRetentionPeriodInput = DECREASE_STREAM_RETENTION_PERIOD_INPUT { stream_name, retention_period_hours, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChannelInput {
    pub channel_arn: String,
}

pub static DELETE_CHANNEL_INPUT: schema::Structure = schema::Structure {
    name: "DeleteChannelInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelARN", required: true, shape: &CHANNEL_ARN },
    ],
    checked: &[0],
};
pub static DELETE_CHANNEL_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_CHANNEL_INPUT);

structure!(DeleteChannelInput = DELETE_CHANNEL_INPUT { channel_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteQueueInput {
    pub queue_arn: String,
}

pub static DELETE_QUEUE_INPUT: schema::Structure = schema::Structure {
    name: "DeleteQueueInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
    ],
    checked: &[0],
};
pub static DELETE_QUEUE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_QUEUE_INPUT);

structure!(DeleteQueueInput = DELETE_QUEUE_INPUT { queue_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

pub static DELETE_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "DeleteResourcePolicyInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1],
};
pub static DELETE_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_RESOURCE_POLICY_INPUT);

structure!(DeleteResourcePolicyInput = DELETE_RESOURCE_POLICY_INPUT { resource_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStreamInput {
    pub stream_name: Option<String>,
    pub enforce_consumer_deletion: Option<bool>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DELETE_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "DeleteStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "EnforceConsumerDeletion", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DELETE_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_STREAM_INPUT);

structure!(DeleteStreamInput = DELETE_STREAM_INPUT { stream_name, enforce_consumer_deletion, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeregisterStreamConsumerInput {
    pub stream_arn: Option<String>,
    pub consumer_name: Option<String>,
    pub consumer_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DEREGISTER_STREAM_CONSUMER_INPUT: schema::Structure = schema::Structure {
    name: "DeregisterStreamConsumerInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "ConsumerName", required: false, shape: &CONSUMER_NAME },
        schema::Member { name: "ConsumerARN", required: false, shape: &CONSUMER_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DEREGISTER_STREAM_CONSUMER_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DEREGISTER_STREAM_CONSUMER_INPUT);

structure!(DeregisterStreamConsumerInput = DEREGISTER_STREAM_CONSUMER_INPUT { stream_arn, consumer_name, consumer_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountSettingsInput {
}

pub static DESCRIBE_ACCOUNT_SETTINGS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeAccountSettingsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
    ],
    checked: &[],
};
pub static DESCRIBE_ACCOUNT_SETTINGS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ACCOUNT_SETTINGS_INPUT);

structure!(DescribeAccountSettingsInput = DESCRIBE_ACCOUNT_SETTINGS_INPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountSettingsOutput {
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

pub static DESCRIBE_ACCOUNT_SETTINGS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeAccountSettingsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "MinimumThroughputBillingCommitment", required: false, shape: &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_ACCOUNT_SETTINGS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_ACCOUNT_SETTINGS_OUTPUT);

structure!(DescribeAccountSettingsOutput = DESCRIBE_ACCOUNT_SETTINGS_OUTPUT { minimum_throughput_billing_commitment });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChannelInput {
    pub channel_arn: String,
}

pub static DESCRIBE_CHANNEL_INPUT: schema::Structure = schema::Structure {
    name: "DescribeChannelInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelARN", required: true, shape: &CHANNEL_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_CHANNEL_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CHANNEL_INPUT);

structure!(DescribeChannelInput = DESCRIBE_CHANNEL_INPUT { channel_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChannelOutput {
    pub channel_description: ChannelDescription,
}

pub static DESCRIBE_CHANNEL_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeChannelOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelDescription", required: true, shape: &CHANNEL_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_CHANNEL_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_CHANNEL_OUTPUT);

structure!(DescribeChannelOutput = DESCRIBE_CHANNEL_OUTPUT { channel_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLimitsInput {
}

pub static DESCRIBE_LIMITS_INPUT: schema::Structure = schema::Structure {
    name: "DescribeLimitsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
    ],
    checked: &[],
};
pub static DESCRIBE_LIMITS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_LIMITS_INPUT);

structure!(DescribeLimitsInput = DESCRIBE_LIMITS_INPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLimitsOutput {
    pub shard_limit: i32,
    pub open_shard_count: i32,
    pub on_demand_stream_count: i32,
    pub on_demand_stream_count_limit: i32,
    pub channel_count: Option<i32>,
    pub channel_count_limit: Option<i32>,
}

pub static DESCRIBE_LIMITS_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeLimitsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardLimit", required: true, shape: &SHARD_COUNT_OBJECT },
        schema::Member { name: "OpenShardCount", required: true, shape: &SHARD_COUNT_OBJECT },
        schema::Member { name: "OnDemandStreamCount", required: true, shape: &ON_DEMAND_STREAM_COUNT_OBJECT },
        schema::Member { name: "OnDemandStreamCountLimit", required: true, shape: &ON_DEMAND_STREAM_COUNT_LIMIT_OBJECT },
        schema::Member { name: "ChannelCount", required: false, shape: &CHANNEL_COUNT_OBJECT },
        schema::Member { name: "ChannelCountLimit", required: false, shape: &CHANNEL_COUNT_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static DESCRIBE_LIMITS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_LIMITS_OUTPUT);

structure!(DescribeLimitsOutput = DESCRIBE_LIMITS_OUTPUT { shard_limit, open_shard_count, on_demand_stream_count, on_demand_stream_count_limit, channel_count, channel_count_limit });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueueInput {
    pub queue_arn: String,
}

pub static DESCRIBE_QUEUE_INPUT: schema::Structure = schema::Structure {
    name: "DescribeQueueInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
    ],
    checked: &[0],
};
pub static DESCRIBE_QUEUE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_QUEUE_INPUT);

structure!(DescribeQueueInput = DESCRIBE_QUEUE_INPUT { queue_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueueOutput {
    pub queue_description: QueueDescription,
}

pub static DESCRIBE_QUEUE_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeQueueOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueDescription", required: true, shape: &QUEUE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_QUEUE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_QUEUE_OUTPUT);

structure!(DescribeQueueOutput = DESCRIBE_QUEUE_OUTPUT { queue_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamConsumerInput {
    pub stream_arn: Option<String>,
    pub consumer_name: Option<String>,
    pub consumer_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DESCRIBE_STREAM_CONSUMER_INPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamConsumerInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "ConsumerName", required: false, shape: &CONSUMER_NAME },
        schema::Member { name: "ConsumerARN", required: false, shape: &CONSUMER_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DESCRIBE_STREAM_CONSUMER_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_CONSUMER_INPUT);

structure!(DescribeStreamConsumerInput = DESCRIBE_STREAM_CONSUMER_INPUT { stream_arn, consumer_name, consumer_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamConsumerOutput {
    pub consumer_description: ConsumerDescription,
}

pub static DESCRIBE_STREAM_CONSUMER_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamConsumerOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ConsumerDescription", required: true, shape: &CONSUMER_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_STREAM_CONSUMER_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_CONSUMER_OUTPUT);

structure!(DescribeStreamConsumerOutput = DESCRIBE_STREAM_CONSUMER_OUTPUT { consumer_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamInput {
    pub stream_name: Option<String>,
    pub limit: Option<i32>,
    pub exclusive_start_shard_id: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DESCRIBE_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "Limit", required: false, shape: &DESCRIBE_STREAM_INPUT_LIMIT },
        schema::Member { name: "ExclusiveStartShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[1, 2, 0, 3, 4],
};
pub static DESCRIBE_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_INPUT);

structure!(DescribeStreamInput = DESCRIBE_STREAM_INPUT { stream_name, limit, exclusive_start_shard_id, stream_arn, stream_id });

pub static DESCRIBE_STREAM_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamOutput {
    pub stream_description: StreamDescription,
}

pub static DESCRIBE_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamDescription", required: true, shape: &STREAM_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_OUTPUT);

structure!(DescribeStreamOutput = DESCRIBE_STREAM_OUTPUT { stream_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamSummaryInput {
    pub stream_name: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DESCRIBE_STREAM_SUMMARY_INPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamSummaryInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2],
};
pub static DESCRIBE_STREAM_SUMMARY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_SUMMARY_INPUT);

structure!(DescribeStreamSummaryInput = DESCRIBE_STREAM_SUMMARY_INPUT { stream_name, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStreamSummaryOutput {
    pub stream_description_summary: StreamDescriptionSummary,
}

pub static DESCRIBE_STREAM_SUMMARY_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeStreamSummaryOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamDescriptionSummary", required: true, shape: &STREAM_DESCRIPTION_SUMMARY_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_STREAM_SUMMARY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_STREAM_SUMMARY_OUTPUT);

structure!(DescribeStreamSummaryOutput = DESCRIBE_STREAM_SUMMARY_OUTPUT { stream_description_summary });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableEnhancedMonitoringInput {
    pub stream_name: Option<String>,
    pub shard_level_metrics: Vec<MetricsName>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static DISABLE_ENHANCED_MONITORING_INPUT: schema::Structure = schema::Structure {
    name: "DisableEnhancedMonitoringInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ShardLevelMetrics", required: true, shape: &METRICS_NAME_LIST },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DISABLE_ENHANCED_MONITORING_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DISABLE_ENHANCED_MONITORING_INPUT);

structure!(DisableEnhancedMonitoringInput = DISABLE_ENHANCED_MONITORING_INPUT { stream_name, shard_level_metrics, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableEnhancedMonitoringInput {
    pub stream_name: Option<String>,
    pub shard_level_metrics: Vec<MetricsName>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static ENABLE_ENHANCED_MONITORING_INPUT: schema::Structure = schema::Structure {
    name: "EnableEnhancedMonitoringInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ShardLevelMetrics", required: true, shape: &METRICS_NAME_LIST },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ENABLE_ENHANCED_MONITORING_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ENABLE_ENHANCED_MONITORING_INPUT);

structure!(EnableEnhancedMonitoringInput = ENABLE_ENHANCED_MONITORING_INPUT { stream_name, shard_level_metrics, stream_arn, stream_id });

open_enum!(EncryptionType {
    None = "NONE",
    Kms = "KMS",
});

pub static ENCRYPTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "KMS"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnhancedMetrics {
    pub shard_level_metrics: Option<Vec<MetricsName>>,
}

pub static ENHANCED_METRICS: schema::Structure = schema::Structure {
    name: "EnhancedMetrics",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardLevelMetrics", required: false, shape: &METRICS_NAME_LIST },
    ],
    checked: &[0],
};
pub static ENHANCED_METRICS_SHAPE: schema::Shape = schema::Shape::Structure(&ENHANCED_METRICS);

structure!(EnhancedMetrics = ENHANCED_METRICS { shard_level_metrics });

pub static ENHANCED_MONITORING_LIST: schema::Shape = schema::Shape::List { member: &ENHANCED_METRICS_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnhancedMonitoringOutput {
    pub stream_name: Option<String>,
    pub current_shard_level_metrics: Option<Vec<MetricsName>>,
    pub desired_shard_level_metrics: Option<Vec<MetricsName>>,
    pub stream_arn: Option<String>,
}

pub static ENHANCED_MONITORING_OUTPUT: schema::Structure = schema::Structure {
    name: "EnhancedMonitoringOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "CurrentShardLevelMetrics", required: false, shape: &METRICS_NAME_LIST },
        schema::Member { name: "DesiredShardLevelMetrics", required: false, shape: &METRICS_NAME_LIST },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ENHANCED_MONITORING_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&ENHANCED_MONITORING_OUTPUT);

structure!(EnhancedMonitoringOutput = ENHANCED_MONITORING_OUTPUT { stream_name, current_shard_level_metrics, desired_shard_level_metrics, stream_arn });

pub static ERROR_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPECTED_BUCKET_OWNER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(12), max: Some(12) }, pattern: Some(schema::Pattern { text: "\\d{12}", matcher: "\\d{12}" }), values: &[] });

pub static FIRST_RECEIVE_TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

pub static GSR_SCHEMA_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:\\d{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+", matcher: "arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:\\d{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRecordsInput {
    pub shard_iterator: String,
    pub limit: Option<i32>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

pub static GET_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "GetRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardIterator", required: true, shape: &SHARD_ITERATOR },
        schema::Member { name: "Limit", required: false, shape: &GET_RECORDS_INPUT_LIMIT },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "DryRun", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[1, 0, 2, 3, 4],
};
pub static GET_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RECORDS_INPUT);

structure!(GetRecordsInput = GET_RECORDS_INPUT { shard_iterator, limit, stream_arn, stream_id, dry_run });

pub static GET_RECORDS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRecordsOutput {
    pub records: Vec<Record>,
    pub next_shard_iterator: Option<String>,
    pub millis_behind_latest: Option<i64>,
    pub child_shards: Option<Vec<ChildShard>>,
}

pub static GET_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "GetRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Records", required: true, shape: &RECORD_LIST },
        schema::Member { name: "NextShardIterator", required: false, shape: &SHARD_ITERATOR },
        schema::Member { name: "MillisBehindLatest", required: false, shape: &MILLIS_BEHIND_LATEST },
        schema::Member { name: "ChildShards", required: false, shape: &CHILD_SHARD_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static GET_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RECORDS_OUTPUT);

structure!(GetRecordsOutput = GET_RECORDS_OUTPUT { records, next_shard_iterator, millis_behind_latest, child_shards });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

pub static GET_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "GetResourcePolicyInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1],
};
pub static GET_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_POLICY_INPUT);

structure!(GetResourcePolicyInput = GET_RESOURCE_POLICY_INPUT { resource_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyOutput {
    pub policy: String,
}

pub static GET_RESOURCE_POLICY_OUTPUT: schema::Structure = schema::Structure {
    name: "GetResourcePolicyOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Policy", required: true, shape: &POLICY },
    ],
    checked: &[0],
};
pub static GET_RESOURCE_POLICY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_RESOURCE_POLICY_OUTPUT);

structure!(GetResourcePolicyOutput = GET_RESOURCE_POLICY_OUTPUT { policy });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetShardIteratorInput {
    pub stream_name: Option<String>,
    pub shard_id: String,
    pub shard_iterator_type: ShardIteratorType,
    pub starting_sequence_number: Option<String>,
    pub timestamp: Option<Timestamp>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

pub static GET_SHARD_ITERATOR_INPUT: schema::Structure = schema::Structure {
    name: "GetShardIteratorInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ShardId", required: true, shape: &SHARD_ID },
        schema::Member { name: "ShardIteratorType", required: true, shape: &SHARD_ITERATOR_TYPE },
        schema::Member { name: "StartingSequenceNumber", required: false, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "DryRun", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[1, 2, 3, 0, 4, 5, 6, 7],
};
pub static GET_SHARD_ITERATOR_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_SHARD_ITERATOR_INPUT);

structure!(GetShardIteratorInput = GET_SHARD_ITERATOR_INPUT { stream_name, shard_id, shard_iterator_type, starting_sequence_number, timestamp, stream_arn, stream_id, dry_run });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetShardIteratorOutput {
    pub shard_iterator: Option<String>,
}

pub static GET_SHARD_ITERATOR_OUTPUT: schema::Structure = schema::Structure {
    name: "GetShardIteratorOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardIterator", required: false, shape: &SHARD_ITERATOR },
    ],
    checked: &[0],
};
pub static GET_SHARD_ITERATOR_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&GET_SHARD_ITERATOR_OUTPUT);

structure!(GetShardIteratorOutput = GET_SHARD_ITERATOR_OUTPUT { shard_iterator });

pub static HASH_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "^(0|([1-9]\\d{0,38}))$", matcher: "^(0|([1-9]\\d{0,38}))$" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HashKeyRange {
    pub starting_hash_key: String,
    pub ending_hash_key: String,
}

pub static HASH_KEY_RANGE: schema::Structure = schema::Structure {
    name: "HashKeyRange",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StartingHashKey", required: true, shape: &HASH_KEY },
        schema::Member { name: "EndingHashKey", required: true, shape: &HASH_KEY },
    ],
    checked: &[0, 1],
};
pub static HASH_KEY_RANGE_SHAPE: schema::Shape = schema::Shape::Structure(&HASH_KEY_RANGE);

structure!(HashKeyRange = HASH_KEY_RANGE { starting_hash_key, ending_hash_key });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncreaseStreamRetentionPeriodInput {
    pub stream_name: Option<String>,
    pub retention_period_hours: i32,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static INCREASE_STREAM_RETENTION_PERIOD_INPUT: schema::Structure = schema::Structure {
    name: "IncreaseStreamRetentionPeriodInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "RetentionPeriodHours", required: true, shape: &RETENTION_PERIOD_HOURS },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3],
};
pub static INCREASE_STREAM_RETENTION_PERIOD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&INCREASE_STREAM_RETENTION_PERIOD_INPUT);

structure!(IncreaseStreamRetentionPeriodInput = INCREASE_STREAM_RETENTION_PERIOD_INPUT { stream_name, retention_period_hours, stream_arn, stream_id });

pub static KEY_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListChannelsInput {
    pub stream_filter: Option<Vec<StreamFilter>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

pub static LIST_CHANNELS_INPUT: schema::Structure = schema::Structure {
    name: "ListChannelsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamFilter", required: false, shape: &STREAM_FILTER_LIST },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_CHANNELS_INPUT_LIMIT },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_CHANNELS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_CHANNELS_INPUT);

structure!(ListChannelsInput = LIST_CHANNELS_INPUT { stream_filter, max_results, next_token });

pub static LIST_CHANNELS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListChannelsOutput {
    pub channel_summaries: Vec<ChannelSummary>,
    pub next_token: Option<String>,
}

pub static LIST_CHANNELS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListChannelsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelSummaries", required: true, shape: &CHANNEL_SUMMARY_LIST },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_CHANNELS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_CHANNELS_OUTPUT);

structure!(ListChannelsOutput = LIST_CHANNELS_OUTPUT { channel_summaries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesInput {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub stream_filter: Option<Vec<QueueStreamFilter>>,
}

pub static LIST_QUEUES_INPUT: schema::Structure = schema::Structure {
    name: "ListQueuesInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "MaxResults", required: false, shape: &LIST_QUEUES_INPUT_LIMIT },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "StreamFilter", required: false, shape: &QUEUE_STREAM_FILTER_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_QUEUES_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_QUEUES_INPUT);

structure!(ListQueuesInput = LIST_QUEUES_INPUT { max_results, next_token, stream_filter });

pub static LIST_QUEUES_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQueuesOutput {
    pub queue_summaries: Vec<QueueSummary>,
    pub next_token: Option<String>,
}

pub static LIST_QUEUES_OUTPUT: schema::Structure = schema::Structure {
    name: "ListQueuesOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueSummaries", required: true, shape: &QUEUE_SUMMARY_LIST },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_QUEUES_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_QUEUES_OUTPUT);

structure!(ListQueuesOutput = LIST_QUEUES_OUTPUT { queue_summaries, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListShardsInput {
    pub stream_name: Option<String>,
    pub next_token: Option<String>,
    pub exclusive_start_shard_id: Option<String>,
    pub max_results: Option<i32>,
    pub stream_creation_timestamp: Option<Timestamp>,
    pub shard_filter: Option<ShardFilter>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static LIST_SHARDS_INPUT: schema::Structure = schema::Structure {
    name: "ListShardsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "ExclusiveStartShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_SHARDS_INPUT_LIMIT },
        schema::Member { name: "StreamCreationTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "ShardFilter", required: false, shape: &SHARD_FILTER_SHAPE },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[2, 3, 1, 4, 0, 5, 6, 7],
};
pub static LIST_SHARDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_SHARDS_INPUT);

structure!(ListShardsInput = LIST_SHARDS_INPUT { stream_name, next_token, exclusive_start_shard_id, max_results, stream_creation_timestamp, shard_filter, stream_arn, stream_id });

pub static LIST_SHARDS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListShardsOutput {
    pub shards: Option<Vec<Shard>>,
    pub next_token: Option<String>,
}

pub static LIST_SHARDS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListShardsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Shards", required: false, shape: &SHARD_LIST },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_SHARDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_SHARDS_OUTPUT);

structure!(ListShardsOutput = LIST_SHARDS_OUTPUT { shards, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamConsumersInput {
    pub stream_arn: String,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
    pub stream_creation_timestamp: Option<Timestamp>,
    pub stream_id: Option<String>,
}

pub static LIST_STREAM_CONSUMERS_INPUT: schema::Structure = schema::Structure {
    name: "ListStreamConsumersInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "MaxResults", required: false, shape: &LIST_STREAM_CONSUMERS_INPUT_LIMIT },
        schema::Member { name: "StreamCreationTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static LIST_STREAM_CONSUMERS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_STREAM_CONSUMERS_INPUT);

structure!(ListStreamConsumersInput = LIST_STREAM_CONSUMERS_INPUT { stream_arn, next_token, max_results, stream_creation_timestamp, stream_id });

pub static LIST_STREAM_CONSUMERS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamConsumersOutput {
    pub consumers: Option<Vec<Consumer>>,
    pub next_token: Option<String>,
}

pub static LIST_STREAM_CONSUMERS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListStreamConsumersOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Consumers", required: false, shape: &CONSUMER_LIST },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1],
};
pub static LIST_STREAM_CONSUMERS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_STREAM_CONSUMERS_OUTPUT);

structure!(ListStreamConsumersOutput = LIST_STREAM_CONSUMERS_OUTPUT { consumers, next_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsInput {
    pub limit: Option<i32>,
    pub exclusive_start_stream_name: Option<String>,
    pub next_token: Option<String>,
}

pub static LIST_STREAMS_INPUT: schema::Structure = schema::Structure {
    name: "ListStreamsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Limit", required: false, shape: &LIST_STREAMS_INPUT_LIMIT },
        schema::Member { name: "ExclusiveStartStreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_STREAMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_STREAMS_INPUT);

structure!(ListStreamsInput = LIST_STREAMS_INPUT { limit, exclusive_start_stream_name, next_token });

pub static LIST_STREAMS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStreamsOutput {
    pub stream_names: Vec<String>,
    pub has_more_streams: bool,
    pub next_token: Option<String>,
    pub stream_summaries: Option<Vec<StreamSummary>>,
}

pub static LIST_STREAMS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListStreamsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamNames", required: true, shape: &STREAM_NAME_LIST },
        schema::Member { name: "HasMoreStreams", required: true, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "NextToken", required: false, shape: &NEXT_TOKEN },
        schema::Member { name: "StreamSummaries", required: false, shape: &STREAM_SUMMARY_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static LIST_STREAMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_STREAMS_OUTPUT);

structure!(ListStreamsOutput = LIST_STREAMS_OUTPUT { stream_names, has_more_streams, next_token, stream_summaries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

pub static LIST_TAGS_FOR_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "ListTagsForResourceInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1],
};
pub static LIST_TAGS_FOR_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_RESOURCE_INPUT);

structure!(ListTagsForResourceInput = LIST_TAGS_FOR_RESOURCE_INPUT { resource_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceOutput {
    pub tags: Option<Vec<Tag>>,
}

pub static LIST_TAGS_FOR_RESOURCE_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTagsForResourceOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST },
    ],
    checked: &[0],
};
pub static LIST_TAGS_FOR_RESOURCE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_RESOURCE_OUTPUT);

structure!(ListTagsForResourceOutput = LIST_TAGS_FOR_RESOURCE_OUTPUT { tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForStreamInput {
    pub stream_name: Option<String>,
    pub exclusive_start_tag_key: Option<String>,
    pub limit: Option<i32>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static LIST_TAGS_FOR_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "ListTagsForStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ExclusiveStartTagKey", required: false, shape: &TAG_KEY },
        schema::Member { name: "Limit", required: false, shape: &LIST_TAGS_FOR_STREAM_INPUT_LIMIT },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static LIST_TAGS_FOR_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_STREAM_INPUT);

structure!(ListTagsForStreamInput = LIST_TAGS_FOR_STREAM_INPUT { stream_name, exclusive_start_tag_key, limit, stream_arn, stream_id });

pub static LIST_TAGS_FOR_STREAM_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(50) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForStreamOutput {
    pub tags: Vec<Tag>,
    pub has_more_tags: bool,
}

pub static LIST_TAGS_FOR_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTagsForStreamOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Tags", required: true, shape: &TAG_LIST },
        schema::Member { name: "HasMoreTags", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static LIST_TAGS_FOR_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_STREAM_OUTPUT);

structure!(ListTagsForStreamOutput = LIST_TAGS_FOR_STREAM_OUTPUT { tags, has_more_tags });

pub static MAX_RECEIVE_COUNT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(1000) });

pub static MAX_RECORD_SIZE_IN_KI_B: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1024), max: Some(10240) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeShardsInput {
    pub stream_name: Option<String>,
    pub shard_to_merge: String,
    pub adjacent_shard_to_merge: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static MERGE_SHARDS_INPUT: schema::Structure = schema::Structure {
    name: "MergeShardsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ShardToMerge", required: true, shape: &SHARD_ID },
        schema::Member { name: "AdjacentShardToMerge", required: true, shape: &SHARD_ID },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[1, 2, 0, 3, 4],
};
pub static MERGE_SHARDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&MERGE_SHARDS_INPUT);

structure!(MergeShardsInput = MERGE_SHARDS_INPUT { stream_name, shard_to_merge, adjacent_shard_to_merge, stream_arn, stream_id });

open_enum!(MetricsName {
    IncomingBytes = "IncomingBytes",
    IncomingRecords = "IncomingRecords",
    OutgoingBytes = "OutgoingBytes",
    OutgoingRecords = "OutgoingRecords",
    WriteProvisionedThroughputExceeded = "WriteProvisionedThroughputExceeded",
    ReadProvisionedThroughputExceeded = "ReadProvisionedThroughputExceeded",
    IteratorAgeMilliseconds = "IteratorAgeMilliseconds",
    All = "ALL",
});

pub static METRICS_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["IncomingBytes", "IncomingRecords", "OutgoingBytes", "OutgoingRecords", "WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded", "IteratorAgeMilliseconds", "ALL"] });

pub static METRICS_NAME_LIST: schema::Shape = schema::Shape::List { member: &METRICS_NAME, length: schema::Length { min: Some(1), max: Some(7) } };

pub static MILLIS_BEHIND_LATEST: schema::Shape = schema::Shape::Long(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MinimumThroughputBillingCommitmentInput {
    pub status: MinimumThroughputBillingCommitmentInputStatus,
}

pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT: schema::Structure = schema::Structure {
    name: "MinimumThroughputBillingCommitmentInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Status", required: true, shape: &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_STATUS },
    ],
    checked: &[0],
};
pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT);

structure!(MinimumThroughputBillingCommitmentInput = MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT { status });

open_enum!(MinimumThroughputBillingCommitmentInputStatus {
    Enabled = "ENABLED",
    Disabled = "DISABLED",
});

pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "DISABLED"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MinimumThroughputBillingCommitmentOutput {
    pub status: MinimumThroughputBillingCommitmentOutputStatus,
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub earliest_allowed_end_at: Option<Timestamp>,
}

pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT: schema::Structure = schema::Structure {
    name: "MinimumThroughputBillingCommitmentOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Status", required: true, shape: &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT_STATUS },
        schema::Member { name: "StartedAt", required: false, shape: &TIMESTAMP },
        schema::Member { name: "EndedAt", required: false, shape: &TIMESTAMP },
        schema::Member { name: "EarliestAllowedEndAt", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT);

structure!(MinimumThroughputBillingCommitmentOutput = MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT { status, started_at, ended_at, earliest_allowed_end_at });

open_enum!(MinimumThroughputBillingCommitmentOutputStatus {
    Enabled = "ENABLED",
    Disabled = "DISABLED",
    EnabledUntilEarliestAllowedEnd = "ENABLED_UNTIL_EARLIEST_ALLOWED_END",
});

pub static MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "DISABLED", "ENABLED_UNTIL_EARLIEST_ALLOWED_END"] });

pub static NATURAL_INTEGER_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

pub static NEXT_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1048576) }, pattern: None, values: &[] });

pub static ON_DEMAND_STREAM_COUNT_LIMIT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

pub static ON_DEMAND_STREAM_COUNT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionField {
    pub transform: PartitionTransform,
    pub source_name: String,
}

pub static PARTITION_FIELD: schema::Structure = schema::Structure {
    name: "PartitionField",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Transform", required: true, shape: &PARTITION_TRANSFORM },
        schema::Member { name: "SourceName", required: true, shape: &PARTITION_SOURCE_NAME },
    ],
    checked: &[0, 1],
};
pub static PARTITION_FIELD_SHAPE: schema::Shape = schema::Shape::Structure(&PARTITION_FIELD);

structure!(PartitionField = PARTITION_FIELD { transform, source_name });

pub static PARTITION_FIELD_LIST: schema::Shape = schema::Shape::List { member: &PARTITION_FIELD_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

pub static PARTITION_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: None, values: &[] });

pub static PARTITION_SOURCE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9\\.\\_]+", matcher: "[a-zA-Z0-9\\.\\_]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionSpec {
    pub partition_fields: Vec<PartitionField>,
}

pub static PARTITION_SPEC: schema::Structure = schema::Structure {
    name: "PartitionSpec",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "PartitionFields", required: true, shape: &PARTITION_FIELD_LIST },
    ],
    checked: &[0],
};
pub static PARTITION_SPEC_SHAPE: schema::Shape = schema::Shape::Structure(&PARTITION_SPEC);

structure!(PartitionSpec = PARTITION_SPEC { partition_fields });

open_enum!(PartitionTransform {
    TimeHour = "TIME_HOUR",
});

pub static PARTITION_TRANSFORM: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["TIME_HOUR"] });

pub static POLICY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static POSITIVE_INTEGER_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordInput {
    pub stream_name: Option<String>,
    pub data: Bytes,
    pub partition_key: Option<String>,
    pub explicit_hash_key: Option<String>,
    pub sequence_number_for_ordering: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

pub static PUT_RECORD_INPUT: schema::Structure = schema::Structure {
    name: "PutRecordInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "Data", required: true, shape: &DATA },
        schema::Member { name: "PartitionKey", required: false, shape: &PARTITION_KEY },
        schema::Member { name: "ExplicitHashKey", required: false, shape: &HASH_KEY },
        schema::Member { name: "SequenceNumberForOrdering", required: false, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "DryRun", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[4, 2, 3, 1, 0, 5, 6, 7],
};
pub static PUT_RECORD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_INPUT);

structure!(PutRecordInput = PUT_RECORD_INPUT { stream_name, data, partition_key, explicit_hash_key, sequence_number_for_ordering, stream_arn, stream_id, dry_run });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordOutput {
    pub shard_id: String,
    pub sequence_number: String,
    pub encryption_type: Option<EncryptionType>,
}

pub static PUT_RECORD_OUTPUT: schema::Structure = schema::Structure {
    name: "PutRecordOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardId", required: true, shape: &SHARD_ID },
        schema::Member { name: "SequenceNumber", required: true, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "EncryptionType", required: false, shape: &ENCRYPTION_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_RECORD_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_OUTPUT);

structure!(PutRecordOutput = PUT_RECORD_OUTPUT { shard_id, sequence_number, encryption_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsInput {
    pub records: Vec<PutRecordsRequestEntry>,
    pub stream_name: Option<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub dry_run: Option<bool>,
}

pub static PUT_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "PutRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Records", required: true, shape: &PUT_RECORDS_REQUEST_ENTRY_LIST },
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "DryRun", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static PUT_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORDS_INPUT);

structure!(PutRecordsInput = PUT_RECORDS_INPUT { records, stream_name, stream_arn, stream_id, dry_run });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsOutput {
    pub failed_record_count: Option<i32>,
    pub records: Vec<PutRecordsResultEntry>,
    pub encryption_type: Option<EncryptionType>,
}

pub static PUT_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "PutRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "FailedRecordCount", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "Records", required: true, shape: &PUT_RECORDS_RESULT_ENTRY_LIST },
        schema::Member { name: "EncryptionType", required: false, shape: &ENCRYPTION_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORDS_OUTPUT);

structure!(PutRecordsOutput = PUT_RECORDS_OUTPUT { failed_record_count, records, encryption_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsRequestEntry {
    pub data: Bytes,
    pub explicit_hash_key: Option<String>,
    pub partition_key: Option<String>,
}

pub static PUT_RECORDS_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "PutRecordsRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Data", required: true, shape: &DATA },
        schema::Member { name: "ExplicitHashKey", required: false, shape: &HASH_KEY },
        schema::Member { name: "PartitionKey", required: false, shape: &PARTITION_KEY },
    ],
    checked: &[2, 1, 0],
};
pub static PUT_RECORDS_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORDS_REQUEST_ENTRY);

structure!(PutRecordsRequestEntry = PUT_RECORDS_REQUEST_ENTRY { data, explicit_hash_key, partition_key });

pub static PUT_RECORDS_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &PUT_RECORDS_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(500) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordsResultEntry {
    pub sequence_number: Option<String>,
    pub shard_id: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

pub static PUT_RECORDS_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "PutRecordsResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "SequenceNumber", required: false, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "ShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "ErrorCode", required: false, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static PUT_RECORDS_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORDS_RESULT_ENTRY);

structure!(PutRecordsResultEntry = PUT_RECORDS_RESULT_ENTRY { sequence_number, shard_id, error_code, error_message });

pub static PUT_RECORDS_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &PUT_RECORDS_RESULT_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(500) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyInput {
    pub resource_arn: String,
    pub stream_id: Option<String>,
    pub policy: String,
}

pub static PUT_RESOURCE_POLICY_INPUT: schema::Structure = schema::Structure {
    name: "PutResourcePolicyInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "Policy", required: true, shape: &POLICY },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_RESOURCE_POLICY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RESOURCE_POLICY_INPUT);

structure!(PutResourcePolicyInput = PUT_RESOURCE_POLICY_INPUT { resource_arn, stream_id, policy });

pub static QUEUE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+", matcher: "arn:aws.*:kinesis:.*:\\d{12}:queue/\\S+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueAttributes {
    pub visibility_timeout_seconds: Option<i32>,
    pub dead_letter_configuration: Option<DeadLetterConfiguration>,
}

pub static QUEUE_ATTRIBUTES: schema::Structure = schema::Structure {
    name: "QueueAttributes",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "VisibilityTimeoutSeconds", required: false, shape: &VISIBILITY_TIMEOUT_SECONDS },
        schema::Member { name: "DeadLetterConfiguration", required: false, shape: &DEAD_LETTER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static QUEUE_ATTRIBUTES_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_ATTRIBUTES);

structure!(QueueAttributes = QUEUE_ATTRIBUTES { visibility_timeout_seconds, dead_letter_configuration });

pub static QUEUE_COUNT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueDescription {
    pub queue_name: String,
    pub queue_arn: String,
    pub queue_status: QueueStatus,
    pub queue_creation_timestamp: Timestamp,
    pub stream_configuration_list: Vec<QueueStreamConfiguration>,
    pub queue_attributes: Option<QueueAttributes>,
}

pub static QUEUE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "QueueDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueName", required: true, shape: &QUEUE_NAME },
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "QueueStatus", required: true, shape: &QUEUE_STATUS },
        schema::Member { name: "QueueCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "StreamConfigurationList", required: true, shape: &QUEUE_STREAM_CONFIGURATION_LIST },
        schema::Member { name: "QueueAttributes", required: false, shape: &QUEUE_ATTRIBUTES_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static QUEUE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_DESCRIPTION);

structure!(QueueDescription = QUEUE_DESCRIPTION { queue_name, queue_arn, queue_status, queue_creation_timestamp, stream_configuration_list, queue_attributes });

pub static QUEUE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueRecord {
    pub receipt_handle: String,
    pub record_id: String,
    pub partition_key: Option<String>,
    pub data: Bytes,
    pub approximate_arrival_timestamp: Timestamp,
    pub first_receive_timestamp: Timestamp,
    pub receive_count: i32,
}

pub static QUEUE_RECORD: schema::Structure = schema::Structure {
    name: "QueueRecord",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "RecordId", required: true, shape: &RECORD_ID },
        schema::Member { name: "PartitionKey", required: false, shape: &PARTITION_KEY },
        schema::Member { name: "Data", required: true, shape: &DATA },
        schema::Member { name: "ApproximateArrivalTimestamp", required: true, shape: &APPROXIMATE_ARRIVAL_TIMESTAMP },
        schema::Member { name: "FirstReceiveTimestamp", required: true, shape: &FIRST_RECEIVE_TIMESTAMP },
        schema::Member { name: "ReceiveCount", required: true, shape: &RECEIVE_COUNT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static QUEUE_RECORD_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_RECORD);

structure!(QueueRecord = QUEUE_RECORD { receipt_handle, record_id, partition_key, data, approximate_arrival_timestamp, first_receive_timestamp, receive_count });

pub static QUEUE_RECORD_LIST: schema::Shape = schema::Shape::List { member: &QUEUE_RECORD_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStartingPosition {
    pub r#type: QueueStartingPositionType,
    pub timestamp: Option<Timestamp>,
}

pub static QUEUE_STARTING_POSITION: schema::Structure = schema::Structure {
    name: "QueueStartingPosition",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Type", required: true, shape: &QUEUE_STARTING_POSITION_TYPE },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static QUEUE_STARTING_POSITION_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_STARTING_POSITION);

structure!(QueueStartingPosition = QUEUE_STARTING_POSITION { r#type, timestamp });

open_enum!(QueueStartingPositionType {
    TrimHorizon = "TRIM_HORIZON",
    Latest = "LATEST",
    AtTimestamp = "AT_TIMESTAMP",
});

pub static QUEUE_STARTING_POSITION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"] });

open_enum!(QueueStatus {
    Creating = "CREATING",
    Active = "ACTIVE",
    Updating = "UPDATING",
    Deleting = "DELETING",
});

pub static QUEUE_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "ACTIVE", "UPDATING", "DELETING"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamConfiguration {
    pub stream_arn: String,
    pub starting_position: Option<QueueStartingPosition>,
}

pub static QUEUE_STREAM_CONFIGURATION: schema::Structure = schema::Structure {
    name: "QueueStreamConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StartingPosition", required: false, shape: &QUEUE_STARTING_POSITION_SHAPE },
    ],
    checked: &[0, 1],
};
pub static QUEUE_STREAM_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_STREAM_CONFIGURATION);

structure!(QueueStreamConfiguration = QUEUE_STREAM_CONFIGURATION { stream_arn, starting_position });

pub static QUEUE_STREAM_CONFIGURATION_LIST: schema::Shape = schema::Shape::List { member: &QUEUE_STREAM_CONFIGURATION_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamFilter {
    pub stream_arn: String,
    pub stream_creation_timestamp: Option<Timestamp>,
}

pub static QUEUE_STREAM_FILTER: schema::Structure = schema::Structure {
    name: "QueueStreamFilter",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamCreationTimestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static QUEUE_STREAM_FILTER_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_STREAM_FILTER);

structure!(QueueStreamFilter = QUEUE_STREAM_FILTER { stream_arn, stream_creation_timestamp });

pub static QUEUE_STREAM_FILTER_LIST: schema::Shape = schema::Shape::List { member: &QUEUE_STREAM_FILTER_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueStreamIdentifier {
    pub stream_arn: String,
    pub stream_creation_timestamp: Timestamp,
}

pub static QUEUE_STREAM_IDENTIFIER: schema::Structure = schema::Structure {
    name: "QueueStreamIdentifier",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamCreationTimestamp", required: true, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static QUEUE_STREAM_IDENTIFIER_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_STREAM_IDENTIFIER);

structure!(QueueStreamIdentifier = QUEUE_STREAM_IDENTIFIER { stream_arn, stream_creation_timestamp });

pub static QUEUE_STREAM_IDENTIFIER_LIST: schema::Shape = schema::Shape::List { member: &QUEUE_STREAM_IDENTIFIER_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueSummary {
    pub queue_name: String,
    pub queue_arn: String,
    pub queue_status: QueueStatus,
    pub queue_creation_timestamp: Timestamp,
    pub streams: Vec<QueueStreamIdentifier>,
}

pub static QUEUE_SUMMARY: schema::Structure = schema::Structure {
    name: "QueueSummary",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueName", required: true, shape: &QUEUE_NAME },
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "QueueStatus", required: true, shape: &QUEUE_STATUS },
        schema::Member { name: "QueueCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "Streams", required: true, shape: &QUEUE_STREAM_IDENTIFIER_LIST },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static QUEUE_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&QUEUE_SUMMARY);

structure!(QueueSummary = QUEUE_SUMMARY { queue_name, queue_arn, queue_status, queue_creation_timestamp, streams });

pub static QUEUE_SUMMARY_LIST: schema::Shape = schema::Shape::List { member: &QUEUE_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

pub static RECEIPT_HANDLE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: None, values: &[] });

pub static RECEIVE_COUNT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub limit: Option<i32>,
    pub wait_time_seconds: Option<i32>,
    pub visibility_timeout_seconds: Option<i32>,
}

pub static RECEIVE_DEAD_LETTER_QUEUE_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "ReceiveDeadLetterQueueRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Limit", required: false, shape: &RECEIVE_QUEUE_RECORDS_INPUT_LIMIT },
        schema::Member { name: "WaitTimeSeconds", required: false, shape: &RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS },
        schema::Member { name: "VisibilityTimeoutSeconds", required: false, shape: &VISIBILITY_TIMEOUT_SECONDS },
    ],
    checked: &[0, 1, 2, 3],
};
pub static RECEIVE_DEAD_LETTER_QUEUE_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RECEIVE_DEAD_LETTER_QUEUE_RECORDS_INPUT);

structure!(ReceiveDeadLetterQueueRecordsInput = RECEIVE_DEAD_LETTER_QUEUE_RECORDS_INPUT { queue_arn, limit, wait_time_seconds, visibility_timeout_seconds });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveDeadLetterQueueRecordsOutput {
    pub queue_records: Vec<QueueRecord>,
}

pub static RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "ReceiveDeadLetterQueueRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueRecords", required: true, shape: &QUEUE_RECORD_LIST },
    ],
    checked: &[0],
};
pub static RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT);

structure!(ReceiveDeadLetterQueueRecordsOutput = RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT { queue_records });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveQueueRecordsInput {
    pub queue_arn: String,
    pub limit: Option<i32>,
    pub wait_time_seconds: Option<i32>,
    pub visibility_timeout_seconds: Option<i32>,
}

pub static RECEIVE_QUEUE_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "ReceiveQueueRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Limit", required: false, shape: &RECEIVE_QUEUE_RECORDS_INPUT_LIMIT },
        schema::Member { name: "WaitTimeSeconds", required: false, shape: &RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS },
        schema::Member { name: "VisibilityTimeoutSeconds", required: false, shape: &VISIBILITY_TIMEOUT_SECONDS },
    ],
    checked: &[0, 1, 2, 3],
};
pub static RECEIVE_QUEUE_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RECEIVE_QUEUE_RECORDS_INPUT);

structure!(ReceiveQueueRecordsInput = RECEIVE_QUEUE_RECORDS_INPUT { queue_arn, limit, wait_time_seconds, visibility_timeout_seconds });

pub static RECEIVE_QUEUE_RECORDS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiveQueueRecordsOutput {
    pub queue_records: Vec<QueueRecord>,
}

pub static RECEIVE_QUEUE_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "ReceiveQueueRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueRecords", required: true, shape: &QUEUE_RECORD_LIST },
    ],
    checked: &[0],
};
pub static RECEIVE_QUEUE_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RECEIVE_QUEUE_RECORDS_OUTPUT);

structure!(ReceiveQueueRecordsOutput = RECEIVE_QUEUE_RECORDS_OUTPUT { queue_records });

pub static RECEIVE_QUEUE_RECORDS_WAIT_TIME_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(20) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub sequence_number: String,
    pub approximate_arrival_timestamp: Option<Timestamp>,
    pub data: Bytes,
    pub partition_key: Option<String>,
    pub encryption_type: Option<EncryptionType>,
}

pub static RECORD: schema::Structure = schema::Structure {
    name: "Record",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "SequenceNumber", required: true, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "ApproximateArrivalTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Data", required: true, shape: &DATA },
        schema::Member { name: "PartitionKey", required: false, shape: &PARTITION_KEY },
        schema::Member { name: "EncryptionType", required: false, shape: &ENCRYPTION_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static RECORD_SHAPE: schema::Shape = schema::Shape::Structure(&RECORD);

structure!(Record = RECORD { sequence_number, approximate_arrival_timestamp, data, partition_key, encryption_type });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordConfiguration {
    pub record_format_type: RecordFormatType,
    pub gsr_schema_arn: Option<String>,
}

pub static RECORD_CONFIGURATION: schema::Structure = schema::Structure {
    name: "RecordConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "RecordFormatType", required: true, shape: &RECORD_FORMAT_TYPE },
        schema::Member { name: "GSRSchemaARN", required: false, shape: &GSR_SCHEMA_ARN },
    ],
    checked: &[0, 1],
};
pub static RECORD_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&RECORD_CONFIGURATION);

structure!(RecordConfiguration = RECORD_CONFIGURATION { record_format_type, gsr_schema_arn });

open_enum!(RecordDistributionStrategy {
    Auto = "AUTO",
    UserPartitionKey = "USER_PARTITION_KEY",
});

pub static RECORD_DISTRIBUTION_STRATEGY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AUTO", "USER_PARTITION_KEY"] });

open_enum!(RecordFormatType {
    GsrJson = "GSR_JSON",
    Json = "JSON",
    String = "STRING",
    ByteArray = "BYTE_ARRAY",
});

pub static RECORD_FORMAT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["GSR_JSON", "JSON", "STRING", "BYTE_ARRAY"] });

pub static RECORD_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(64) }, pattern: Some(schema::Pattern { text: "^[a-z0-9]+$", matcher: "^[a-z0-9]+$" }), values: &[] });

pub static RECORD_LIST: schema::Shape = schema::Shape::List { member: &RECORD_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterStreamConsumerInput {
    pub stream_arn: String,
    pub consumer_name: String,
    pub stream_id: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

pub static REGISTER_STREAM_CONSUMER_INPUT: schema::Structure = schema::Structure {
    name: "RegisterStreamConsumerInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "ConsumerName", required: true, shape: &CONSUMER_NAME },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "Tags", required: false, shape: &TAG_MAP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static REGISTER_STREAM_CONSUMER_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&REGISTER_STREAM_CONSUMER_INPUT);

structure!(RegisterStreamConsumerInput = REGISTER_STREAM_CONSUMER_INPUT { stream_arn, consumer_name, stream_id, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterStreamConsumerOutput {
    pub consumer: Consumer,
}

pub static REGISTER_STREAM_CONSUMER_OUTPUT: schema::Structure = schema::Structure {
    name: "RegisterStreamConsumerOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Consumer", required: true, shape: &CONSUMER_SHAPE },
    ],
    checked: &[0],
};
pub static REGISTER_STREAM_CONSUMER_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&REGISTER_STREAM_CONSUMER_OUTPUT);

structure!(RegisterStreamConsumerOutput = REGISTER_STREAM_CONSUMER_OUTPUT { consumer });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromStreamInput {
    pub stream_name: Option<String>,
    pub tag_keys: Vec<String>,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static REMOVE_TAGS_FROM_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "RemoveTagsFromStreamInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "TagKeys", required: true, shape: &TAG_KEY_LIST },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[1, 0, 2, 3],
};
pub static REMOVE_TAGS_FROM_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&REMOVE_TAGS_FROM_STREAM_INPUT);

structure!(RemoveTagsFromStreamInput = REMOVE_TAGS_FROM_STREAM_INPUT { stream_name, tag_keys, stream_arn, stream_id });

pub static RESOURCE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+", matcher: "arn:aws.*:kinesis:.*:\\d{12}:.*(stream|channel|queue)/\\S+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY: schema::Structure = schema::Structure {
    name: "RestoreDeadLetterQueueRecordsErrorEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "ErrorCode", required: true, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY);

structure!(RestoreDeadLetterQueueRecordsErrorEntry = RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY { receipt_handle, error_code, error_message });

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsInput {
    pub queue_arn: String,
    pub entries: Vec<RestoreDeadLetterQueueRecordsRequestEntry>,
}

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_INPUT: schema::Structure = schema::Structure {
    name: "RestoreDeadLetterQueueRecordsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Entries", required: true, shape: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_INPUT);

structure!(RestoreDeadLetterQueueRecordsInput = RESTORE_DEAD_LETTER_QUEUE_RECORDS_INPUT { queue_arn, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsOutput {
    pub successful: Vec<RestoreDeadLetterQueueRecordsResultEntry>,
    pub failed: Vec<RestoreDeadLetterQueueRecordsErrorEntry>,
}

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT: schema::Structure = schema::Structure {
    name: "RestoreDeadLetterQueueRecordsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Successful", required: true, shape: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_LIST },
        schema::Member { name: "Failed", required: true, shape: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_ERROR_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT);

structure!(RestoreDeadLetterQueueRecordsOutput = RESTORE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT { successful, failed });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsRequestEntry {
    pub receipt_handle: String,
}

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "RestoreDeadLetterQueueRecordsRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY);

structure!(RestoreDeadLetterQueueRecordsRequestEntry = RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY { receipt_handle });

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreDeadLetterQueueRecordsResultEntry {
    pub receipt_handle: String,
}

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "RestoreDeadLetterQueueRecordsResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY);

structure!(RestoreDeadLetterQueueRecordsResultEntry = RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY { receipt_handle });

pub static RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &RESTORE_DEAD_LETTER_QUEUE_RECORDS_RESULT_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

pub static RETENTION_PERIOD_HOURS: schema::Shape = schema::Shape::Integer(schema::Range { min: None, max: None });

pub static ROLE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:aws[-a-z0-9]*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+", matcher: "arn:aws[-a-z0-9]*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+" }), values: &[] });

open_enum!(S3CompressionType {
    None = "NONE",
    Gzip = "GZIP",
    Zstd = "ZSTD",
});

pub static S3_COMPRESSION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "GZIP", "ZSTD"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationConfiguration {
    pub data_freshness_in_seconds: Option<i32>,
    pub dead_letter_queue_s3_configuration: Option<DeadLetterQueueS3Configuration>,
    pub storage_configuration: S3StorageConfiguration,
}

pub static S3_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "S3DestinationConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: false, shape: &DATA_FRESHNESS_IN_SECONDS },
        schema::Member { name: "DeadLetterQueueS3Configuration", required: false, shape: &DEAD_LETTER_QUEUE_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "StorageConfiguration", required: true, shape: &S3_STORAGE_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static S3_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_CONFIGURATION);

structure!(S3DestinationConfiguration = S3_DESTINATION_CONFIGURATION { data_freshness_in_seconds, dead_letter_queue_s3_configuration, storage_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationDescription {
    pub data_freshness_in_seconds: i32,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub storage_configuration: S3StorageConfiguration,
}

pub static S3_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "S3DestinationDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: true, shape: &DATA_FRESHNESS_IN_SECONDS },
        schema::Member { name: "DeadLetterQueueS3Configuration", required: true, shape: &DEAD_LETTER_QUEUE_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "StorageConfiguration", required: true, shape: &S3_STORAGE_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static S3_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_DESCRIPTION);

structure!(S3DestinationDescription = S3_DESTINATION_DESCRIPTION { data_freshness_in_seconds, dead_letter_queue_s3_configuration, storage_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationUpdateInput {
    pub data_freshness_in_seconds: i32,
}

pub static S3_DESTINATION_UPDATE_INPUT: schema::Structure = schema::Structure {
    name: "S3DestinationUpdateInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: true, shape: &DATA_FRESHNESS_IN_SECONDS },
    ],
    checked: &[0],
};
pub static S3_DESTINATION_UPDATE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_UPDATE_INPUT);

structure!(S3DestinationUpdateInput = S3_DESTINATION_UPDATE_INPUT { data_freshness_in_seconds });

pub static S3_ERROR_OUTPUT_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "[0-9A-Za-z!\\-_'.*()\\/]+", matcher: "[0-9A-Za-z!\\-_'.*()\\/]+" }), values: &[] });

pub static S3_OUTPUT_KEY_TEMPLATE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: Some(schema::Pattern { text: "[0-9A-Za-z!\\-_'.*()\\/=:{}]+", matcher: "[0-9A-Za-z!\\-_'.*()\\/=:{}]+" }), values: &[] });

open_enum!(S3StorageClass {
    Standard = "STANDARD",
    IntelligentTiering = "INTELLIGENT_TIERING",
    GlacierIr = "GLACIER_IR",
});

pub static S3_STORAGE_CLASS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["STANDARD", "INTELLIGENT_TIERING", "GLACIER_IR"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3StorageConfiguration {
    pub bucket_arn: String,
    pub expected_bucket_owner: String,
    pub output_key_template: Option<String>,
    pub storage_class: Option<S3StorageClass>,
    pub compression_type: S3CompressionType,
}

pub static S3_STORAGE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "S3StorageConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "ExpectedBucketOwner", required: true, shape: &EXPECTED_BUCKET_OWNER },
        schema::Member { name: "OutputKeyTemplate", required: false, shape: &S3_OUTPUT_KEY_TEMPLATE },
        schema::Member { name: "StorageClass", required: false, shape: &S3_STORAGE_CLASS },
        schema::Member { name: "CompressionType", required: true, shape: &S3_COMPRESSION_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static S3_STORAGE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_STORAGE_CONFIGURATION);

structure!(S3StorageConfiguration = S3_STORAGE_CONFIGURATION { bucket_arn, expected_bucket_owner, output_key_template, storage_class, compression_type });

open_enum!(S3TablesCompressionType {
    None = "NONE",
    Zstd = "ZSTD",
    Snappy = "SNAPPY",
});

pub static S3_TABLES_COMPRESSION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "ZSTD", "SNAPPY"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesConfiguration {
    pub table_bucket_arn: String,
    pub namespace: String,
    pub table_name: String,
    pub compression_type: S3TablesCompressionType,
    pub partition_spec: Option<PartitionSpec>,
}

pub static S3_TABLES_CONFIGURATION: schema::Structure = schema::Structure {
    name: "S3TablesConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "TableBucketARN", required: true, shape: &TABLE_BUCKET_ARN },
        schema::Member { name: "Namespace", required: true, shape: &S3_TABLES_NAMESPACE },
        schema::Member { name: "TableName", required: true, shape: &S3_TABLES_TABLE_NAME },
        schema::Member { name: "CompressionType", required: true, shape: &S3_TABLES_COMPRESSION_TYPE },
        schema::Member { name: "PartitionSpec", required: false, shape: &PARTITION_SPEC_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static S3_TABLES_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_TABLES_CONFIGURATION);

structure!(S3TablesConfiguration = S3_TABLES_CONFIGURATION { table_bucket_arn, namespace, table_name, compression_type, partition_spec });

pub static S3_TABLES_CONFIGURATION_LIST: schema::Shape = schema::Shape::List { member: &S3_TABLES_CONFIGURATION_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationConfiguration {
    pub data_freshness_in_seconds: Option<i32>,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub s3_tables_configuration_list: Vec<S3TablesConfiguration>,
}

pub static S3_TABLES_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "S3TablesDestinationConfiguration",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: false, shape: &DATA_FRESHNESS_IN_SECONDS },
        schema::Member { name: "DeadLetterQueueS3Configuration", required: true, shape: &DEAD_LETTER_QUEUE_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "S3TablesConfigurationList", required: true, shape: &S3_TABLES_CONFIGURATION_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static S3_TABLES_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_TABLES_DESTINATION_CONFIGURATION);

structure!(S3TablesDestinationConfiguration = S3_TABLES_DESTINATION_CONFIGURATION { data_freshness_in_seconds, dead_letter_queue_s3_configuration, s3_tables_configuration_list });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationDescription {
    pub data_freshness_in_seconds: i32,
    pub dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration,
    pub s3_tables_configuration_list: Vec<S3TablesConfiguration>,
}

pub static S3_TABLES_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "S3TablesDestinationDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: true, shape: &DATA_FRESHNESS_IN_SECONDS },
        schema::Member { name: "DeadLetterQueueS3Configuration", required: true, shape: &DEAD_LETTER_QUEUE_S3_CONFIGURATION_SHAPE },
        schema::Member { name: "S3TablesConfigurationList", required: true, shape: &S3_TABLES_CONFIGURATION_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static S3_TABLES_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_TABLES_DESTINATION_DESCRIPTION);

structure!(S3TablesDestinationDescription = S3_TABLES_DESTINATION_DESCRIPTION { data_freshness_in_seconds, dead_letter_queue_s3_configuration, s3_tables_configuration_list });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3TablesDestinationUpdateInput {
    pub data_freshness_in_seconds: i32,
}

pub static S3_TABLES_DESTINATION_UPDATE_INPUT: schema::Structure = schema::Structure {
    name: "S3TablesDestinationUpdateInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "DataFreshnessInSeconds", required: true, shape: &DATA_FRESHNESS_IN_SECONDS },
    ],
    checked: &[0],
};
pub static S3_TABLES_DESTINATION_UPDATE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&S3_TABLES_DESTINATION_UPDATE_INPUT);

structure!(S3TablesDestinationUpdateInput = S3_TABLES_DESTINATION_UPDATE_INPUT { data_freshness_in_seconds });

pub static S3_TABLES_NAMESPACE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[0-9a-z_]+", matcher: "[0-9a-z_]+" }), values: &[] });

pub static S3_TABLES_TABLE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[0-9a-z_]+", matcher: "[0-9a-z_]+" }), values: &[] });

open_enum!(ScalingType {
    UniformScaling = "UNIFORM_SCALING",
});

pub static SCALING_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["UNIFORM_SCALING"] });

pub static SEQUENCE_NUMBER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: Some(schema::Pattern { text: "^(0|([1-9]\\d{0,128}))$", matcher: "^(0|([1-9]\\d{0,128}))$" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SequenceNumberRange {
    pub starting_sequence_number: String,
    pub ending_sequence_number: Option<String>,
}

pub static SEQUENCE_NUMBER_RANGE: schema::Structure = schema::Structure {
    name: "SequenceNumberRange",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StartingSequenceNumber", required: true, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "EndingSequenceNumber", required: false, shape: &SEQUENCE_NUMBER },
    ],
    checked: &[0, 1],
};
pub static SEQUENCE_NUMBER_RANGE_SHAPE: schema::Shape = schema::Shape::Structure(&SEQUENCE_NUMBER_RANGE);

structure!(SequenceNumberRange = SEQUENCE_NUMBER_RANGE { starting_sequence_number, ending_sequence_number });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shard {
    pub shard_id: String,
    pub parent_shard_id: Option<String>,
    pub adjacent_parent_shard_id: Option<String>,
    pub hash_key_range: HashKeyRange,
    pub sequence_number_range: SequenceNumberRange,
}

pub static SHARD: schema::Structure = schema::Structure {
    name: "Shard",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ShardId", required: true, shape: &SHARD_ID },
        schema::Member { name: "ParentShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "AdjacentParentShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "HashKeyRange", required: true, shape: &HASH_KEY_RANGE_SHAPE },
        schema::Member { name: "SequenceNumberRange", required: true, shape: &SEQUENCE_NUMBER_RANGE_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static SHARD_SHAPE: schema::Shape = schema::Shape::Structure(&SHARD);

structure!(Shard = SHARD { shard_id, parent_shard_id, adjacent_parent_shard_id, hash_key_range, sequence_number_range });

pub static SHARD_COUNT_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(1000000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShardFilter {
    pub r#type: ShardFilterType,
    pub shard_id: Option<String>,
    pub timestamp: Option<Timestamp>,
}

pub static SHARD_FILTER: schema::Structure = schema::Structure {
    name: "ShardFilter",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Type", required: true, shape: &SHARD_FILTER_TYPE },
        schema::Member { name: "ShardId", required: false, shape: &SHARD_ID },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2],
};
pub static SHARD_FILTER_SHAPE: schema::Shape = schema::Shape::Structure(&SHARD_FILTER);

structure!(ShardFilter = SHARD_FILTER { r#type, shard_id, timestamp });

open_enum!(ShardFilterType {
    AfterShardId = "AFTER_SHARD_ID",
    AtTrimHorizon = "AT_TRIM_HORIZON",
    FromTrimHorizon = "FROM_TRIM_HORIZON",
    AtLatest = "AT_LATEST",
    AtTimestamp = "AT_TIMESTAMP",
    FromTimestamp = "FROM_TIMESTAMP",
});

pub static SHARD_FILTER_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AFTER_SHARD_ID", "AT_TRIM_HORIZON", "FROM_TRIM_HORIZON", "AT_LATEST", "AT_TIMESTAMP", "FROM_TIMESTAMP"] });

pub static SHARD_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

pub static SHARD_ID_LIST: schema::Shape = schema::Shape::List { member: &SHARD_ID, length: schema::Length { min: None, max: None } };

pub static SHARD_ITERATOR: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: None, values: &[] });

open_enum!(ShardIteratorType {
    AtSequenceNumber = "AT_SEQUENCE_NUMBER",
    AfterSequenceNumber = "AFTER_SEQUENCE_NUMBER",
    TrimHorizon = "TRIM_HORIZON",
    Latest = "LATEST",
    AtTimestamp = "AT_TIMESTAMP",
});

pub static SHARD_ITERATOR_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AFTER_SEQUENCE_NUMBER", "LATEST", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON"] });

pub static SHARD_LIST: schema::Shape = schema::Shape::List { member: &SHARD_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplitShardInput {
    pub stream_name: Option<String>,
    pub shard_to_split: String,
    pub new_starting_hash_key: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static SPLIT_SHARD_INPUT: schema::Structure = schema::Structure {
    name: "SplitShardInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "ShardToSplit", required: true, shape: &SHARD_ID },
        schema::Member { name: "NewStartingHashKey", required: true, shape: &HASH_KEY },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[2, 0, 1, 3, 4],
};
pub static SPLIT_SHARD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SPLIT_SHARD_INPUT);

structure!(SplitShardInput = SPLIT_SHARD_INPUT { stream_name, shard_to_split, new_starting_hash_key, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartStreamEncryptionInput {
    pub stream_name: Option<String>,
    pub encryption_type: EncryptionType,
    pub key_id: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static START_STREAM_ENCRYPTION_INPUT: schema::Structure = schema::Structure {
    name: "StartStreamEncryptionInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "EncryptionType", required: true, shape: &ENCRYPTION_TYPE },
        schema::Member { name: "KeyId", required: true, shape: &KEY_ID },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static START_STREAM_ENCRYPTION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_STREAM_ENCRYPTION_INPUT);

structure!(StartStreamEncryptionInput = START_STREAM_ENCRYPTION_INPUT { stream_name, encryption_type, key_id, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartingPosition {
    pub r#type: ShardIteratorType,
    pub sequence_number: Option<String>,
    pub timestamp: Option<Timestamp>,
}

pub static STARTING_POSITION: schema::Structure = schema::Structure {
    name: "StartingPosition",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Type", required: true, shape: &SHARD_ITERATOR_TYPE },
        schema::Member { name: "SequenceNumber", required: false, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "Timestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2],
};
pub static STARTING_POSITION_SHAPE: schema::Shape = schema::Shape::Structure(&STARTING_POSITION);

structure!(StartingPosition = STARTING_POSITION { r#type, sequence_number, timestamp });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopStreamEncryptionInput {
    pub stream_name: Option<String>,
    pub encryption_type: EncryptionType,
    pub key_id: String,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static STOP_STREAM_ENCRYPTION_INPUT: schema::Structure = schema::Structure {
    name: "StopStreamEncryptionInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "EncryptionType", required: true, shape: &ENCRYPTION_TYPE },
        schema::Member { name: "KeyId", required: true, shape: &KEY_ID },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static STOP_STREAM_ENCRYPTION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_STREAM_ENCRYPTION_INPUT);

structure!(StopStreamEncryptionInput = STOP_STREAM_ENCRYPTION_INPUT { stream_name, encryption_type, key_id, stream_arn, stream_id });

pub static STREAM_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+", matcher: "arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamDescription {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_status: StreamStatus,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub shards: Vec<Shard>,
    pub has_more_shards: bool,
    pub retention_period_hours: i32,
    pub stream_creation_timestamp: Timestamp,
    pub enhanced_monitoring: Vec<EnhancedMetrics>,
    pub encryption_type: Option<EncryptionType>,
    pub key_id: Option<String>,
}

pub static STREAM_DESCRIPTION: schema::Structure = schema::Structure {
    name: "StreamDescription",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: true, shape: &STREAM_NAME },
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamStatus", required: true, shape: &STREAM_STATUS },
        schema::Member { name: "StreamModeDetails", required: false, shape: &STREAM_MODE_DETAILS_SHAPE },
        schema::Member { name: "Shards", required: true, shape: &SHARD_LIST },
        schema::Member { name: "HasMoreShards", required: true, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "RetentionPeriodHours", required: true, shape: &RETENTION_PERIOD_HOURS },
        schema::Member { name: "StreamCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EnhancedMonitoring", required: true, shape: &ENHANCED_MONITORING_LIST },
        schema::Member { name: "EncryptionType", required: false, shape: &ENCRYPTION_TYPE },
        schema::Member { name: "KeyId", required: false, shape: &KEY_ID },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static STREAM_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_DESCRIPTION);

structure!(StreamDescription = STREAM_DESCRIPTION { stream_name, stream_arn, stream_status, stream_mode_details, shards, has_more_shards, retention_period_hours, stream_creation_timestamp, enhanced_monitoring, encryption_type, key_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamDescriptionSummary {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub stream_status: StreamStatus,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub retention_period_hours: i32,
    pub stream_creation_timestamp: Timestamp,
    pub enhanced_monitoring: Vec<EnhancedMetrics>,
    pub encryption_type: Option<EncryptionType>,
    pub key_id: Option<String>,
    pub open_shard_count: i32,
    pub consumer_count: Option<i32>,
    pub warm_throughput: Option<WarmThroughputObject>,
    pub max_record_size_in_ki_b: Option<i32>,
    pub channel_count: Option<i32>,
    pub record_distribution_strategy: Option<RecordDistributionStrategy>,
    pub queue_count: Option<i32>,
}

pub static STREAM_DESCRIPTION_SUMMARY: schema::Structure = schema::Structure {
    name: "StreamDescriptionSummary",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: true, shape: &STREAM_NAME },
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "StreamStatus", required: true, shape: &STREAM_STATUS },
        schema::Member { name: "StreamModeDetails", required: false, shape: &STREAM_MODE_DETAILS_SHAPE },
        schema::Member { name: "RetentionPeriodHours", required: true, shape: &RETENTION_PERIOD_HOURS },
        schema::Member { name: "StreamCreationTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "EnhancedMonitoring", required: true, shape: &ENHANCED_MONITORING_LIST },
        schema::Member { name: "EncryptionType", required: false, shape: &ENCRYPTION_TYPE },
        schema::Member { name: "KeyId", required: false, shape: &KEY_ID },
        schema::Member { name: "OpenShardCount", required: true, shape: &SHARD_COUNT_OBJECT },
        schema::Member { name: "ConsumerCount", required: false, shape: &CONSUMER_COUNT_OBJECT },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_OBJECT_SHAPE },
        schema::Member { name: "MaxRecordSizeInKiB", required: false, shape: &MAX_RECORD_SIZE_IN_KI_B },
        schema::Member { name: "ChannelCount", required: false, shape: &CHANNEL_COUNT_OBJECT },
        schema::Member { name: "RecordDistributionStrategy", required: false, shape: &RECORD_DISTRIBUTION_STRATEGY },
        schema::Member { name: "QueueCount", required: false, shape: &QUEUE_COUNT_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
pub static STREAM_DESCRIPTION_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_DESCRIPTION_SUMMARY);

structure!(StreamDescriptionSummary = STREAM_DESCRIPTION_SUMMARY { stream_name, stream_arn, stream_id, stream_status, stream_mode_details, retention_period_hours, stream_creation_timestamp, enhanced_monitoring, encryption_type, key_id, open_shard_count, consumer_count, warm_throughput, max_record_size_in_ki_b, channel_count, record_distribution_strategy, queue_count });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamFilter {
    pub stream_arn: String,
    pub stream_creation_timestamp: Option<Timestamp>,
}

pub static STREAM_FILTER: schema::Structure = schema::Structure {
    name: "StreamFilter",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamCreationTimestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1],
};
pub static STREAM_FILTER_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_FILTER);

structure!(StreamFilter = STREAM_FILTER { stream_arn, stream_creation_timestamp });

pub static STREAM_FILTER_LIST: schema::Shape = schema::Shape::List { member: &STREAM_FILTER_SHAPE, length: schema::Length { min: Some(1), max: Some(10000) } };

pub static STREAM_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(24) }, pattern: Some(schema::Pattern { text: "[a-z0-9]{20}-[a-z0-9]{3}", matcher: "[a-z0-9]{20}-[a-z0-9]{3}" }), values: &[] });

open_enum!(StreamMode {
    Provisioned = "PROVISIONED",
    OnDemand = "ON_DEMAND",
});

pub static STREAM_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PROVISIONED", "ON_DEMAND"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamModeDetails {
    pub stream_mode: StreamMode,
}

pub static STREAM_MODE_DETAILS: schema::Structure = schema::Structure {
    name: "StreamModeDetails",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamMode", required: true, shape: &STREAM_MODE },
    ],
    checked: &[0],
};
pub static STREAM_MODE_DETAILS_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_MODE_DETAILS);

structure!(StreamModeDetails = STREAM_MODE_DETAILS { stream_mode });

pub static STREAM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

pub static STREAM_NAME_LIST: schema::Shape = schema::Shape::List { member: &STREAM_NAME, length: schema::Length { min: None, max: None } };

open_enum!(StreamStatus {
    Creating = "CREATING",
    Deleting = "DELETING",
    Active = "ACTIVE",
    Updating = "UPDATING",
});

pub static STREAM_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "DELETING", "ACTIVE", "UPDATING"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamSummary {
    pub stream_name: String,
    pub stream_arn: String,
    pub stream_status: StreamStatus,
    pub stream_mode_details: Option<StreamModeDetails>,
    pub stream_creation_timestamp: Option<Timestamp>,
}

pub static STREAM_SUMMARY: schema::Structure = schema::Structure {
    name: "StreamSummary",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: true, shape: &STREAM_NAME },
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamStatus", required: true, shape: &STREAM_STATUS },
        schema::Member { name: "StreamModeDetails", required: false, shape: &STREAM_MODE_DETAILS_SHAPE },
        schema::Member { name: "StreamCreationTimestamp", required: false, shape: &TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static STREAM_SUMMARY_SHAPE: schema::Shape = schema::Shape::Structure(&STREAM_SUMMARY);

structure!(StreamSummary = STREAM_SUMMARY { stream_name, stream_arn, stream_status, stream_mode_details, stream_creation_timestamp });

pub static STREAM_SUMMARY_LIST: schema::Shape = schema::Shape::List { member: &STREAM_SUMMARY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeToShardEvent {
    pub records: Vec<Record>,
    pub continuation_sequence_number: Option<String>,
    pub millis_behind_latest: i64,
    pub child_shards: Option<Vec<ChildShard>>,
}

pub static SUBSCRIBE_TO_SHARD_EVENT: schema::Structure = schema::Structure {
    name: "SubscribeToShardEvent",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Records", required: true, shape: &RECORD_LIST },
        schema::Member { name: "ContinuationSequenceNumber", required: false, shape: &SEQUENCE_NUMBER },
        schema::Member { name: "MillisBehindLatest", required: true, shape: &MILLIS_BEHIND_LATEST },
        schema::Member { name: "ChildShards", required: false, shape: &CHILD_SHARD_LIST },
    ],
    checked: &[0, 1, 2, 3],
};
pub static SUBSCRIBE_TO_SHARD_EVENT_SHAPE: schema::Shape = schema::Shape::Structure(&SUBSCRIBE_TO_SHARD_EVENT);

structure!(SubscribeToShardEvent = SUBSCRIBE_TO_SHARD_EVENT { records, continuation_sequence_number, millis_behind_latest, child_shards });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeToShardInput {
    pub consumer_arn: String,
    pub stream_id: Option<String>,
    pub shard_id: String,
    pub starting_position: StartingPosition,
    pub dry_run: Option<bool>,
}

pub static SUBSCRIBE_TO_SHARD_INPUT: schema::Structure = schema::Structure {
    name: "SubscribeToShardInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ConsumerARN", required: true, shape: &CONSUMER_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "ShardId", required: true, shape: &SHARD_ID },
        schema::Member { name: "StartingPosition", required: true, shape: &STARTING_POSITION_SHAPE },
        schema::Member { name: "DryRun", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static SUBSCRIBE_TO_SHARD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SUBSCRIBE_TO_SHARD_INPUT);

structure!(SubscribeToShardInput = SUBSCRIBE_TO_SHARD_INPUT { consumer_arn, stream_id, shard_id, starting_position, dry_run });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscribeToShardOutput {
}

pub static SUBSCRIBE_TO_SHARD_OUTPUT: schema::Structure = schema::Structure {
    name: "SubscribeToShardOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
    ],
    checked: &[],
};
pub static SUBSCRIBE_TO_SHARD_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&SUBSCRIBE_TO_SHARD_OUTPUT);

structure!(SubscribeToShardOutput = SUBSCRIBE_TO_SHARD_OUTPUT {  });

pub static TABLE_BUCKET_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:\\d{12}:bucket/[a-z0-9_-]{3,63}", matcher: "arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:\\d{12}:bucket/[a-z0-9_-]{3,63}" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: Option<String>,
}

pub static TAG: schema::Structure = schema::Structure {
    name: "Tag",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Key", required: true, shape: &TAG_KEY },
        schema::Member { name: "Value", required: false, shape: &TAG_VALUE },
    ],
    checked: &[0, 1],
};
pub static TAG_SHAPE: schema::Shape = schema::Shape::Structure(&TAG);

structure!(Tag = TAG { key, value });

pub static TAG_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: None, values: &[] });

pub static TAG_KEY_LIST: schema::Shape = schema::Shape::List { member: &TAG_KEY, length: schema::Length { min: Some(1), max: Some(50) } };

pub static TAG_LIST: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: Some(0), max: Some(200) } };

pub static TAG_MAP: schema::Shape = schema::Shape::Map { key: &TAG_KEY, value: &TAG_VALUE, length: schema::Length { min: Some(1), max: Some(200) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceInput {
    pub tags: BTreeMap<String, String>,
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

pub static TAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "TagResourceInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Tags", required: true, shape: &TAG_MAP },
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2],
};
pub static TAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_RESOURCE_INPUT);

structure!(TagResourceInput = TAG_RESOURCE_INPUT { tags, resource_arn, stream_id });

pub static TAG_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(256) }, pattern: None, values: &[] });

open_enum!(TargetType {
    BuiltIn = "BUILT_IN",
    None = "NONE",
});

pub static TARGET_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["BUILT_IN", "NONE"] });

pub static TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    pub tag_keys: Vec<String>,
    pub resource_arn: String,
    pub stream_id: Option<String>,
}

pub static UNTAG_RESOURCE_INPUT: schema::Structure = schema::Structure {
    name: "UntagResourceInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "TagKeys", required: true, shape: &TAG_KEY_LIST },
        schema::Member { name: "ResourceARN", required: true, shape: &RESOURCE_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2],
};
pub static UNTAG_RESOURCE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_RESOURCE_INPUT);

structure!(UntagResourceInput = UNTAG_RESOURCE_INPUT { tag_keys, resource_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountSettingsInput {
    pub minimum_throughput_billing_commitment: MinimumThroughputBillingCommitmentInput,
}

pub static UPDATE_ACCOUNT_SETTINGS_INPUT: schema::Structure = schema::Structure {
    name: "UpdateAccountSettingsInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "MinimumThroughputBillingCommitment", required: true, shape: &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_INPUT_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_ACCOUNT_SETTINGS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_ACCOUNT_SETTINGS_INPUT);

structure!(UpdateAccountSettingsInput = UPDATE_ACCOUNT_SETTINGS_INPUT { minimum_throughput_billing_commitment });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccountSettingsOutput {
    pub minimum_throughput_billing_commitment: Option<MinimumThroughputBillingCommitmentOutput>,
}

pub static UPDATE_ACCOUNT_SETTINGS_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateAccountSettingsOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "MinimumThroughputBillingCommitment", required: false, shape: &MINIMUM_THROUGHPUT_BILLING_COMMITMENT_OUTPUT_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_ACCOUNT_SETTINGS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_ACCOUNT_SETTINGS_OUTPUT);

structure!(UpdateAccountSettingsOutput = UPDATE_ACCOUNT_SETTINGS_OUTPUT { minimum_throughput_billing_commitment });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateChannelInput {
    pub channel_arn: String,
    pub s3_destination_configuration: Option<S3DestinationUpdateInput>,
    pub s3_tables_destination_configuration: Option<S3TablesDestinationUpdateInput>,
    pub logging_configuration: Option<ChannelLoggingUpdateInput>,
}

pub static UPDATE_CHANNEL_INPUT: schema::Structure = schema::Structure {
    name: "UpdateChannelInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelARN", required: true, shape: &CHANNEL_ARN },
        schema::Member { name: "S3DestinationConfiguration", required: false, shape: &S3_DESTINATION_UPDATE_INPUT_SHAPE },
        schema::Member { name: "S3TablesDestinationConfiguration", required: false, shape: &S3_TABLES_DESTINATION_UPDATE_INPUT_SHAPE },
        schema::Member { name: "LoggingConfiguration", required: false, shape: &CHANNEL_LOGGING_UPDATE_INPUT_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_CHANNEL_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CHANNEL_INPUT);

structure!(UpdateChannelInput = UPDATE_CHANNEL_INPUT { channel_arn, s3_destination_configuration, s3_tables_destination_configuration, logging_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateChannelOutput {
    pub channel_description: ChannelDescription,
}

pub static UPDATE_CHANNEL_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateChannelOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ChannelDescription", required: true, shape: &CHANNEL_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_CHANNEL_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_CHANNEL_OUTPUT);

structure!(UpdateChannelOutput = UPDATE_CHANNEL_OUTPUT { channel_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateDeadLetterQueueRecordsVisibilityErrorEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "ErrorCode", required: true, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY);

structure!(UpdateDeadLetterQueueRecordsVisibilityErrorEntry = UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY { receipt_handle, error_code, error_message });

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityInput {
    pub queue_arn: String,
    pub entries: Vec<UpdateDeadLetterQueueRecordsVisibilityRequestEntry>,
}

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_INPUT: schema::Structure = schema::Structure {
    name: "UpdateDeadLetterQueueRecordsVisibilityInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Entries", required: true, shape: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_INPUT);

structure!(UpdateDeadLetterQueueRecordsVisibilityInput = UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_INPUT { queue_arn, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityOutput {
    pub successful: Vec<UpdateDeadLetterQueueRecordsVisibilityResultEntry>,
    pub failed: Vec<UpdateDeadLetterQueueRecordsVisibilityErrorEntry>,
}

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateDeadLetterQueueRecordsVisibilityOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Successful", required: true, shape: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_LIST },
        schema::Member { name: "Failed", required: true, shape: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OUTPUT);

structure!(UpdateDeadLetterQueueRecordsVisibilityOutput = UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OUTPUT { successful, failed });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
    pub receipt_handle: String,
    pub visibility_timeout_seconds: i32,
}

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateDeadLetterQueueRecordsVisibilityRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "VisibilityTimeoutSeconds", required: true, shape: &VISIBILITY_TIMEOUT_SECONDS },
    ],
    checked: &[0, 1],
};
pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY);

structure!(UpdateDeadLetterQueueRecordsVisibilityRequestEntry = UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY { receipt_handle, visibility_timeout_seconds });

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeadLetterQueueRecordsVisibilityResultEntry {
    pub receipt_handle: String,
}

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateDeadLetterQueueRecordsVisibilityResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY);

structure!(UpdateDeadLetterQueueRecordsVisibilityResultEntry = UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY { receipt_handle });

pub static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMaxRecordSizeInput {
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
    pub max_record_size_in_ki_b: i32,
}

pub static UPDATE_MAX_RECORD_SIZE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateMaxRecordSizeInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "MaxRecordSizeInKiB", required: true, shape: &MAX_RECORD_SIZE_IN_KI_B },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_MAX_RECORD_SIZE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_MAX_RECORD_SIZE_INPUT);

structure!(UpdateMaxRecordSizeInput = UPDATE_MAX_RECORD_SIZE_INPUT { stream_arn, stream_id, max_record_size_in_ki_b });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueInput {
    pub queue_arn: String,
    pub queue_attributes: QueueAttributes,
}

pub static UPDATE_QUEUE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateQueueInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "QueueAttributes", required: true, shape: &QUEUE_ATTRIBUTES_SHAPE },
    ],
    checked: &[0, 1],
};
pub static UPDATE_QUEUE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_INPUT);

structure!(UpdateQueueInput = UPDATE_QUEUE_INPUT { queue_arn, queue_attributes });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueOutput {
    pub queue_description: QueueDescription,
}

pub static UPDATE_QUEUE_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateQueueOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueDescription", required: true, shape: &QUEUE_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static UPDATE_QUEUE_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_OUTPUT);

structure!(UpdateQueueOutput = UPDATE_QUEUE_OUTPUT { queue_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityErrorEntry {
    pub receipt_handle: String,
    pub error_code: String,
    pub error_message: Option<String>,
}

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateQueueRecordsVisibilityErrorEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "ErrorCode", required: true, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY);

structure!(UpdateQueueRecordsVisibilityErrorEntry = UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY { receipt_handle, error_code, error_message });

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityInput {
    pub queue_arn: String,
    pub entries: Vec<UpdateQueueRecordsVisibilityRequestEntry>,
}

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_INPUT: schema::Structure = schema::Structure {
    name: "UpdateQueueRecordsVisibilityInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "QueueARN", required: true, shape: &QUEUE_ARN },
        schema::Member { name: "Entries", required: true, shape: &UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_QUEUE_RECORDS_VISIBILITY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_RECORDS_VISIBILITY_INPUT);

structure!(UpdateQueueRecordsVisibilityInput = UPDATE_QUEUE_RECORDS_VISIBILITY_INPUT { queue_arn, entries });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityOutput {
    pub successful: Vec<UpdateQueueRecordsVisibilityResultEntry>,
    pub failed: Vec<UpdateQueueRecordsVisibilityErrorEntry>,
}

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateQueueRecordsVisibilityOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "Successful", required: true, shape: &UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_LIST },
        schema::Member { name: "Failed", required: true, shape: &UPDATE_QUEUE_RECORDS_VISIBILITY_ERROR_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static UPDATE_QUEUE_RECORDS_VISIBILITY_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_RECORDS_VISIBILITY_OUTPUT);

structure!(UpdateQueueRecordsVisibilityOutput = UPDATE_QUEUE_RECORDS_VISIBILITY_OUTPUT { successful, failed });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityRequestEntry {
    pub receipt_handle: String,
    pub visibility_timeout_seconds: i32,
}

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateQueueRecordsVisibilityRequestEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
        schema::Member { name: "VisibilityTimeoutSeconds", required: true, shape: &VISIBILITY_TIMEOUT_SECONDS },
    ],
    checked: &[0, 1],
};
pub static UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY);

structure!(UpdateQueueRecordsVisibilityRequestEntry = UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY { receipt_handle, visibility_timeout_seconds });

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_QUEUE_RECORDS_VISIBILITY_REQUEST_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(10) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateQueueRecordsVisibilityResultEntry {
    pub receipt_handle: String,
}

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY: schema::Structure = schema::Structure {
    name: "UpdateQueueRecordsVisibilityResultEntry",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "ReceiptHandle", required: true, shape: &RECEIPT_HANDLE },
    ],
    checked: &[0],
};
pub static UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY);

structure!(UpdateQueueRecordsVisibilityResultEntry = UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY { receipt_handle });

pub static UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &UPDATE_QUEUE_RECORDS_VISIBILITY_RESULT_ENTRY_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateShardCountInput {
    pub stream_name: Option<String>,
    pub target_shard_count: i32,
    pub scaling_type: ScalingType,
    pub stream_arn: Option<String>,
    pub stream_id: Option<String>,
}

pub static UPDATE_SHARD_COUNT_INPUT: schema::Structure = schema::Structure {
    name: "UpdateShardCountInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "TargetShardCount", required: true, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "ScalingType", required: true, shape: &SCALING_TYPE },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static UPDATE_SHARD_COUNT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_SHARD_COUNT_INPUT);

structure!(UpdateShardCountInput = UPDATE_SHARD_COUNT_INPUT { stream_name, target_shard_count, scaling_type, stream_arn, stream_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateShardCountOutput {
    pub stream_name: Option<String>,
    pub current_shard_count: Option<i32>,
    pub target_shard_count: Option<i32>,
    pub stream_arn: Option<String>,
}

pub static UPDATE_SHARD_COUNT_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateShardCountOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "CurrentShardCount", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "TargetShardCount", required: false, shape: &POSITIVE_INTEGER_OBJECT },
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_SHARD_COUNT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_SHARD_COUNT_OUTPUT);

structure!(UpdateShardCountOutput = UPDATE_SHARD_COUNT_OUTPUT { stream_name, current_shard_count, target_shard_count, stream_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamModeInput {
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub stream_mode_details: StreamModeDetails,
    pub warm_throughput_mi_bps: Option<i32>,
}

pub static UPDATE_STREAM_MODE_INPUT: schema::Structure = schema::Structure {
    name: "UpdateStreamModeInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "StreamModeDetails", required: true, shape: &STREAM_MODE_DETAILS_SHAPE },
        schema::Member { name: "WarmThroughputMiBps", required: false, shape: &NATURAL_INTEGER_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_STREAM_MODE_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_STREAM_MODE_INPUT);

structure!(UpdateStreamModeInput = UPDATE_STREAM_MODE_INPUT { stream_arn, stream_id, stream_mode_details, warm_throughput_mi_bps });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamRecordDistributionStrategyInput {
    pub stream_arn: String,
    pub stream_id: Option<String>,
    pub record_distribution_strategy: RecordDistributionStrategy,
}

pub static UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_INPUT: schema::Structure = schema::Structure {
    name: "UpdateStreamRecordDistributionStrategyInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: true, shape: &STREAM_ARN },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "RecordDistributionStrategy", required: true, shape: &RECORD_DISTRIBUTION_STRATEGY },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_INPUT);

structure!(UpdateStreamRecordDistributionStrategyInput = UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_INPUT { stream_arn, stream_id, record_distribution_strategy });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamWarmThroughputInput {
    pub stream_arn: Option<String>,
    pub stream_name: Option<String>,
    pub stream_id: Option<String>,
    pub warm_throughput_mi_bps: i32,
}

pub static UPDATE_STREAM_WARM_THROUGHPUT_INPUT: schema::Structure = schema::Structure {
    name: "UpdateStreamWarmThroughputInput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "StreamId", required: false, shape: &STREAM_ID },
        schema::Member { name: "WarmThroughputMiBps", required: true, shape: &NATURAL_INTEGER_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static UPDATE_STREAM_WARM_THROUGHPUT_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_STREAM_WARM_THROUGHPUT_INPUT);

structure!(UpdateStreamWarmThroughputInput = UPDATE_STREAM_WARM_THROUGHPUT_INPUT { stream_arn, stream_name, stream_id, warm_throughput_mi_bps });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStreamWarmThroughputOutput {
    pub stream_arn: Option<String>,
    pub stream_name: Option<String>,
    pub warm_throughput: Option<WarmThroughputObject>,
}

pub static UPDATE_STREAM_WARM_THROUGHPUT_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateStreamWarmThroughputOutput",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "StreamARN", required: false, shape: &STREAM_ARN },
        schema::Member { name: "StreamName", required: false, shape: &STREAM_NAME },
        schema::Member { name: "WarmThroughput", required: false, shape: &WARM_THROUGHPUT_OBJECT_SHAPE },
    ],
    checked: &[0, 1, 2],
};
pub static UPDATE_STREAM_WARM_THROUGHPUT_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_STREAM_WARM_THROUGHPUT_OUTPUT);

structure!(UpdateStreamWarmThroughputOutput = UPDATE_STREAM_WARM_THROUGHPUT_OUTPUT { stream_arn, stream_name, warm_throughput });

pub static VISIBILITY_TIMEOUT_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(43200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarmThroughputObject {
    pub target_mi_bps: Option<i32>,
    pub current_mi_bps: Option<i32>,
}

pub static WARM_THROUGHPUT_OBJECT: schema::Structure = schema::Structure {
    name: "WarmThroughputObject",
    package: "com.amazonaws.kinesis.v20131202",
    members: &[
        schema::Member { name: "TargetMiBps", required: false, shape: &NATURAL_INTEGER_OBJECT },
        schema::Member { name: "CurrentMiBps", required: false, shape: &NATURAL_INTEGER_OBJECT },
    ],
    checked: &[0, 1],
};
pub static WARM_THROUGHPUT_OBJECT_SHAPE: schema::Shape = schema::Shape::Structure(&WARM_THROUGHPUT_OBJECT);

structure!(WarmThroughputObject = WARM_THROUGHPUT_OBJECT { target_mi_bps, current_mi_bps });

pub struct AcknowledgeDeadLetterQueueRecords;

static ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "AcknowledgeDeadLetterQueueRecords",
    input: Some(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_INPUT),
    output: Some(&ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "ThrottlingException"],
};

impl crate::Operation for AcknowledgeDeadLetterQueueRecords {
    type Input = AcknowledgeDeadLetterQueueRecordsInput;
    type Output = AcknowledgeDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static schema::Operation = &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OPERATION;
}

pub struct AcknowledgeQueueRecords;

static ACKNOWLEDGE_QUEUE_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "AcknowledgeQueueRecords",
    input: Some(&ACKNOWLEDGE_QUEUE_RECORDS_INPUT),
    output: Some(&ACKNOWLEDGE_QUEUE_RECORDS_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "ThrottlingException"],
};

impl crate::Operation for AcknowledgeQueueRecords {
    type Input = AcknowledgeQueueRecordsInput;
    type Output = AcknowledgeQueueRecordsOutput;
    const SCHEMA: &'static schema::Operation = &ACKNOWLEDGE_QUEUE_RECORDS_OPERATION;
}

pub struct AddTagsToStream;

static ADD_TAGS_TO_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "AddTagsToStream",
    input: Some(&ADD_TAGS_TO_STREAM_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException"],
};

impl crate::Operation for AddTagsToStream {
    type Input = AddTagsToStreamInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &ADD_TAGS_TO_STREAM_OPERATION;
}

pub struct CreateChannel;

static CREATE_CHANNEL_OPERATION: schema::Operation = schema::Operation {
    name: "CreateChannel",
    input: Some(&CREATE_CHANNEL_INPUT),
    output: Some(&CREATE_CHANNEL_OUTPUT),
    errors: &["ValidationException", "ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "KMSDisabledException", "KMSInvalidStateException", "KMSAccessDeniedException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "AccessDeniedException"],
};

impl crate::Operation for CreateChannel {
    type Input = CreateChannelInput;
    type Output = CreateChannelOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_CHANNEL_OPERATION;
}

pub struct CreateQueue;

static CREATE_QUEUE_OPERATION: schema::Operation = schema::Operation {
    name: "CreateQueue",
    input: Some(&CREATE_QUEUE_INPUT),
    output: Some(&CREATE_QUEUE_OUTPUT),
    errors: &["ValidationException", "ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for CreateQueue {
    type Input = CreateQueueInput;
    type Output = CreateQueueOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_QUEUE_OPERATION;
}

pub struct CreateStream;

static CREATE_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "CreateStream",
    input: Some(&CREATE_STREAM_INPUT),
    output: None,
    errors: &["ResourceInUseException", "LimitExceededException", "InvalidArgumentException", "ValidationException"],
};

impl crate::Operation for CreateStream {
    type Input = CreateStreamInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &CREATE_STREAM_OPERATION;
}

pub struct DecreaseStreamRetentionPeriod;

static DECREASE_STREAM_RETENTION_PERIOD_OPERATION: schema::Operation = schema::Operation {
    name: "DecreaseStreamRetentionPeriod",
    input: Some(&DECREASE_STREAM_RETENTION_PERIOD_INPUT),
    output: None,
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DecreaseStreamRetentionPeriod {
    type Input = DecreaseStreamRetentionPeriodInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DECREASE_STREAM_RETENTION_PERIOD_OPERATION;
}

pub struct DeleteChannel;

static DELETE_CHANNEL_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteChannel",
    input: Some(&DELETE_CHANNEL_INPUT),
    output: None,
    errors: &["ValidationException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DeleteChannel {
    type Input = DeleteChannelInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_CHANNEL_OPERATION;
}

pub struct DeleteQueue;

static DELETE_QUEUE_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteQueue",
    input: Some(&DELETE_QUEUE_INPUT),
    output: None,
    errors: &["ValidationException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for DeleteQueue {
    type Input = DeleteQueueInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_QUEUE_OPERATION;
}

pub struct DeleteResourcePolicy;

static DELETE_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteResourcePolicy",
    input: Some(&DELETE_RESOURCE_POLICY_INPUT),
    output: None,
    errors: &["ValidationException", "AccessDeniedException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "ResourceInUseException", "InternalFailureException"],
};

impl crate::Operation for DeleteResourcePolicy {
    type Input = DeleteResourcePolicyInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_RESOURCE_POLICY_OPERATION;
}

pub struct DeleteStream;

static DELETE_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteStream",
    input: Some(&DELETE_STREAM_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "LimitExceededException", "ResourceInUseException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DeleteStream {
    type Input = DeleteStreamInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DELETE_STREAM_OPERATION;
}

pub struct DeregisterStreamConsumer;

static DEREGISTER_STREAM_CONSUMER_OPERATION: schema::Operation = schema::Operation {
    name: "DeregisterStreamConsumer",
    input: Some(&DEREGISTER_STREAM_CONSUMER_INPUT),
    output: None,
    errors: &["LimitExceededException", "ResourceNotFoundException", "InvalidArgumentException"],
};

impl crate::Operation for DeregisterStreamConsumer {
    type Input = DeregisterStreamConsumerInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &DEREGISTER_STREAM_CONSUMER_OPERATION;
}

pub struct DescribeAccountSettings;

static DESCRIBE_ACCOUNT_SETTINGS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeAccountSettings",
    input: Some(&DESCRIBE_ACCOUNT_SETTINGS_INPUT),
    output: Some(&DESCRIBE_ACCOUNT_SETTINGS_OUTPUT),
    errors: &["LimitExceededException"],
};

impl crate::Operation for DescribeAccountSettings {
    type Input = DescribeAccountSettingsInput;
    type Output = DescribeAccountSettingsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_ACCOUNT_SETTINGS_OPERATION;
}

pub struct DescribeChannel;

static DESCRIBE_CHANNEL_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeChannel",
    input: Some(&DESCRIBE_CHANNEL_INPUT),
    output: Some(&DESCRIBE_CHANNEL_OUTPUT),
    errors: &["ValidationException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DescribeChannel {
    type Input = DescribeChannelInput;
    type Output = DescribeChannelOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_CHANNEL_OPERATION;
}

pub struct DescribeLimits;

static DESCRIBE_LIMITS_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeLimits",
    input: Some(&DESCRIBE_LIMITS_INPUT),
    output: Some(&DESCRIBE_LIMITS_OUTPUT),
    errors: &["LimitExceededException"],
};

impl crate::Operation for DescribeLimits {
    type Input = DescribeLimitsInput;
    type Output = DescribeLimitsOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_LIMITS_OPERATION;
}

pub struct DescribeQueue;

static DESCRIBE_QUEUE_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeQueue",
    input: Some(&DESCRIBE_QUEUE_INPUT),
    output: Some(&DESCRIBE_QUEUE_OUTPUT),
    errors: &["ValidationException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for DescribeQueue {
    type Input = DescribeQueueInput;
    type Output = DescribeQueueOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_QUEUE_OPERATION;
}

pub struct DescribeStream;

static DESCRIBE_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeStream",
    input: Some(&DESCRIBE_STREAM_INPUT),
    output: Some(&DESCRIBE_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DescribeStream {
    type Input = DescribeStreamInput;
    type Output = DescribeStreamOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_STREAM_OPERATION;
}

pub struct DescribeStreamConsumer;

static DESCRIBE_STREAM_CONSUMER_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeStreamConsumer",
    input: Some(&DESCRIBE_STREAM_CONSUMER_INPUT),
    output: Some(&DESCRIBE_STREAM_CONSUMER_OUTPUT),
    errors: &["LimitExceededException", "ResourceNotFoundException", "InvalidArgumentException"],
};

impl crate::Operation for DescribeStreamConsumer {
    type Input = DescribeStreamConsumerInput;
    type Output = DescribeStreamConsumerOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_STREAM_CONSUMER_OPERATION;
}

pub struct DescribeStreamSummary;

static DESCRIBE_STREAM_SUMMARY_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeStreamSummary",
    input: Some(&DESCRIBE_STREAM_SUMMARY_INPUT),
    output: Some(&DESCRIBE_STREAM_SUMMARY_OUTPUT),
    errors: &["ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for DescribeStreamSummary {
    type Input = DescribeStreamSummaryInput;
    type Output = DescribeStreamSummaryOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_STREAM_SUMMARY_OPERATION;
}

pub struct DisableEnhancedMonitoring;

static DISABLE_ENHANCED_MONITORING_OPERATION: schema::Operation = schema::Operation {
    name: "DisableEnhancedMonitoring",
    input: Some(&DISABLE_ENHANCED_MONITORING_INPUT),
    output: Some(&ENHANCED_MONITORING_OUTPUT),
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "AccessDeniedException"],
};

impl crate::Operation for DisableEnhancedMonitoring {
    type Input = DisableEnhancedMonitoringInput;
    type Output = EnhancedMonitoringOutput;
    const SCHEMA: &'static schema::Operation = &DISABLE_ENHANCED_MONITORING_OPERATION;
}

pub struct EnableEnhancedMonitoring;

static ENABLE_ENHANCED_MONITORING_OPERATION: schema::Operation = schema::Operation {
    name: "EnableEnhancedMonitoring",
    input: Some(&ENABLE_ENHANCED_MONITORING_INPUT),
    output: Some(&ENHANCED_MONITORING_OUTPUT),
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "AccessDeniedException"],
};

impl crate::Operation for EnableEnhancedMonitoring {
    type Input = EnableEnhancedMonitoringInput;
    type Output = EnhancedMonitoringOutput;
    const SCHEMA: &'static schema::Operation = &ENABLE_ENHANCED_MONITORING_OPERATION;
}

pub struct GetRecords;

static GET_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "GetRecords",
    input: Some(&GET_RECORDS_INPUT),
    output: Some(&GET_RECORDS_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ProvisionedThroughputExceededException", "ExpiredIteratorException", "KMSDisabledException", "KMSInvalidStateException", "KMSAccessDeniedException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "AccessDeniedException", "InternalFailureException", "DryRunOperationException"],
};

impl crate::Operation for GetRecords {
    type Input = GetRecordsInput;
    type Output = GetRecordsOutput;
    const SCHEMA: &'static schema::Operation = &GET_RECORDS_OPERATION;
}

pub struct GetResourcePolicy;

static GET_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "GetResourcePolicy",
    input: Some(&GET_RESOURCE_POLICY_INPUT),
    output: Some(&GET_RESOURCE_POLICY_OUTPUT),
    errors: &["ValidationException", "AccessDeniedException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "ResourceInUseException", "InternalFailureException"],
};

impl crate::Operation for GetResourcePolicy {
    type Input = GetResourcePolicyInput;
    type Output = GetResourcePolicyOutput;
    const SCHEMA: &'static schema::Operation = &GET_RESOURCE_POLICY_OPERATION;
}

pub struct GetShardIterator;

static GET_SHARD_ITERATOR_OPERATION: schema::Operation = schema::Operation {
    name: "GetShardIterator",
    input: Some(&GET_SHARD_ITERATOR_INPUT),
    output: Some(&GET_SHARD_ITERATOR_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ProvisionedThroughputExceededException", "AccessDeniedException", "InternalFailureException", "DryRunOperationException"],
};

impl crate::Operation for GetShardIterator {
    type Input = GetShardIteratorInput;
    type Output = GetShardIteratorOutput;
    const SCHEMA: &'static schema::Operation = &GET_SHARD_ITERATOR_OPERATION;
}

pub struct IncreaseStreamRetentionPeriod;

static INCREASE_STREAM_RETENTION_PERIOD_OPERATION: schema::Operation = schema::Operation {
    name: "IncreaseStreamRetentionPeriod",
    input: Some(&INCREASE_STREAM_RETENTION_PERIOD_INPUT),
    output: None,
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for IncreaseStreamRetentionPeriod {
    type Input = IncreaseStreamRetentionPeriodInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &INCREASE_STREAM_RETENTION_PERIOD_OPERATION;
}

pub struct ListChannels;

static LIST_CHANNELS_OPERATION: schema::Operation = schema::Operation {
    name: "ListChannels",
    input: Some(&LIST_CHANNELS_INPUT),
    output: Some(&LIST_CHANNELS_OUTPUT),
    errors: &["ValidationException", "ExpiredNextTokenException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for ListChannels {
    type Input = ListChannelsInput;
    type Output = ListChannelsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_CHANNELS_OPERATION;
}

pub struct ListQueues;

static LIST_QUEUES_OPERATION: schema::Operation = schema::Operation {
    name: "ListQueues",
    input: Some(&LIST_QUEUES_INPUT),
    output: Some(&LIST_QUEUES_OUTPUT),
    errors: &["ValidationException", "ExpiredNextTokenException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for ListQueues {
    type Input = ListQueuesInput;
    type Output = ListQueuesOutput;
    const SCHEMA: &'static schema::Operation = &LIST_QUEUES_OPERATION;
}

pub struct ListShards;

static LIST_SHARDS_OPERATION: schema::Operation = schema::Operation {
    name: "ListShards",
    input: Some(&LIST_SHARDS_INPUT),
    output: Some(&LIST_SHARDS_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "LimitExceededException", "ExpiredNextTokenException", "ResourceInUseException", "AccessDeniedException"],
};

impl crate::Operation for ListShards {
    type Input = ListShardsInput;
    type Output = ListShardsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_SHARDS_OPERATION;
}

pub struct ListStreamConsumers;

static LIST_STREAM_CONSUMERS_OPERATION: schema::Operation = schema::Operation {
    name: "ListStreamConsumers",
    input: Some(&LIST_STREAM_CONSUMERS_INPUT),
    output: Some(&LIST_STREAM_CONSUMERS_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "LimitExceededException", "ExpiredNextTokenException", "ResourceInUseException"],
};

impl crate::Operation for ListStreamConsumers {
    type Input = ListStreamConsumersInput;
    type Output = ListStreamConsumersOutput;
    const SCHEMA: &'static schema::Operation = &LIST_STREAM_CONSUMERS_OPERATION;
}

pub struct ListStreams;

static LIST_STREAMS_OPERATION: schema::Operation = schema::Operation {
    name: "ListStreams",
    input: Some(&LIST_STREAMS_INPUT),
    output: Some(&LIST_STREAMS_OUTPUT),
    errors: &["LimitExceededException", "ExpiredNextTokenException", "InvalidArgumentException"],
};

impl crate::Operation for ListStreams {
    type Input = ListStreamsInput;
    type Output = ListStreamsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_STREAMS_OPERATION;
}

pub struct ListTagsForResource;

static LIST_TAGS_FOR_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "ListTagsForResource",
    input: Some(&LIST_TAGS_FOR_RESOURCE_INPUT),
    output: Some(&LIST_TAGS_FOR_RESOURCE_OUTPUT),
    errors: &["ValidationException", "ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for ListTagsForResource {
    type Input = ListTagsForResourceInput;
    type Output = ListTagsForResourceOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TAGS_FOR_RESOURCE_OPERATION;
}

pub struct ListTagsForStream;

static LIST_TAGS_FOR_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "ListTagsForStream",
    input: Some(&LIST_TAGS_FOR_STREAM_INPUT),
    output: Some(&LIST_TAGS_FOR_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException"],
};

impl crate::Operation for ListTagsForStream {
    type Input = ListTagsForStreamInput;
    type Output = ListTagsForStreamOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TAGS_FOR_STREAM_OPERATION;
}

pub struct MergeShards;

static MERGE_SHARDS_OPERATION: schema::Operation = schema::Operation {
    name: "MergeShards",
    input: Some(&MERGE_SHARDS_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "ValidationException", "AccessDeniedException"],
};

impl crate::Operation for MergeShards {
    type Input = MergeShardsInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &MERGE_SHARDS_OPERATION;
}

pub struct PutRecord;

static PUT_RECORD_OPERATION: schema::Operation = schema::Operation {
    name: "PutRecord",
    input: Some(&PUT_RECORD_INPUT),
    output: Some(&PUT_RECORD_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ProvisionedThroughputExceededException", "KMSDisabledException", "KMSInvalidStateException", "KMSAccessDeniedException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "AccessDeniedException", "InternalFailureException", "DryRunOperationException"],
};

impl crate::Operation for PutRecord {
    type Input = PutRecordInput;
    type Output = PutRecordOutput;
    const SCHEMA: &'static schema::Operation = &PUT_RECORD_OPERATION;
}

pub struct PutRecords;

static PUT_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "PutRecords",
    input: Some(&PUT_RECORDS_INPUT),
    output: Some(&PUT_RECORDS_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ProvisionedThroughputExceededException", "KMSDisabledException", "KMSInvalidStateException", "KMSAccessDeniedException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "AccessDeniedException", "InternalFailureException", "DryRunOperationException"],
};

impl crate::Operation for PutRecords {
    type Input = PutRecordsInput;
    type Output = PutRecordsOutput;
    const SCHEMA: &'static schema::Operation = &PUT_RECORDS_OPERATION;
}

pub struct PutResourcePolicy;

static PUT_RESOURCE_POLICY_OPERATION: schema::Operation = schema::Operation {
    name: "PutResourcePolicy",
    input: Some(&PUT_RESOURCE_POLICY_INPUT),
    output: None,
    errors: &["ValidationException", "AccessDeniedException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "ResourceInUseException", "InternalFailureException"],
};

impl crate::Operation for PutResourcePolicy {
    type Input = PutResourcePolicyInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &PUT_RESOURCE_POLICY_OPERATION;
}

pub struct ReceiveDeadLetterQueueRecords;

static RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "ReceiveDeadLetterQueueRecords",
    input: Some(&RECEIVE_DEAD_LETTER_QUEUE_RECORDS_INPUT),
    output: Some(&RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "ThrottlingException"],
};

impl crate::Operation for ReceiveDeadLetterQueueRecords {
    type Input = ReceiveDeadLetterQueueRecordsInput;
    type Output = ReceiveDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static schema::Operation = &RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OPERATION;
}

pub struct ReceiveQueueRecords;

static RECEIVE_QUEUE_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "ReceiveQueueRecords",
    input: Some(&RECEIVE_QUEUE_RECORDS_INPUT),
    output: Some(&RECEIVE_QUEUE_RECORDS_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "ThrottlingException"],
};

impl crate::Operation for ReceiveQueueRecords {
    type Input = ReceiveQueueRecordsInput;
    type Output = ReceiveQueueRecordsOutput;
    const SCHEMA: &'static schema::Operation = &RECEIVE_QUEUE_RECORDS_OPERATION;
}

pub struct RegisterStreamConsumer;

static REGISTER_STREAM_CONSUMER_OPERATION: schema::Operation = schema::Operation {
    name: "RegisterStreamConsumer",
    input: Some(&REGISTER_STREAM_CONSUMER_INPUT),
    output: Some(&REGISTER_STREAM_CONSUMER_OUTPUT),
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException"],
};

impl crate::Operation for RegisterStreamConsumer {
    type Input = RegisterStreamConsumerInput;
    type Output = RegisterStreamConsumerOutput;
    const SCHEMA: &'static schema::Operation = &REGISTER_STREAM_CONSUMER_OPERATION;
}

pub struct RemoveTagsFromStream;

static REMOVE_TAGS_FROM_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "RemoveTagsFromStream",
    input: Some(&REMOVE_TAGS_FROM_STREAM_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException"],
};

impl crate::Operation for RemoveTagsFromStream {
    type Input = RemoveTagsFromStreamInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &REMOVE_TAGS_FROM_STREAM_OPERATION;
}

pub struct RestoreDeadLetterQueueRecords;

static RESTORE_DEAD_LETTER_QUEUE_RECORDS_OPERATION: schema::Operation = schema::Operation {
    name: "RestoreDeadLetterQueueRecords",
    input: Some(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_INPUT),
    output: Some(&RESTORE_DEAD_LETTER_QUEUE_RECORDS_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "ThrottlingException"],
};

impl crate::Operation for RestoreDeadLetterQueueRecords {
    type Input = RestoreDeadLetterQueueRecordsInput;
    type Output = RestoreDeadLetterQueueRecordsOutput;
    const SCHEMA: &'static schema::Operation = &RESTORE_DEAD_LETTER_QUEUE_RECORDS_OPERATION;
}

pub struct SplitShard;

static SPLIT_SHARD_OPERATION: schema::Operation = schema::Operation {
    name: "SplitShard",
    input: Some(&SPLIT_SHARD_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "ValidationException", "AccessDeniedException"],
};

impl crate::Operation for SplitShard {
    type Input = SplitShardInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &SPLIT_SHARD_OPERATION;
}

pub struct StartStreamEncryption;

static START_STREAM_ENCRYPTION_OPERATION: schema::Operation = schema::Operation {
    name: "StartStreamEncryption",
    input: Some(&START_STREAM_ENCRYPTION_INPUT),
    output: None,
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "KMSDisabledException", "KMSInvalidStateException", "KMSAccessDeniedException", "KMSNotFoundException", "KMSOptInRequired", "KMSThrottlingException", "AccessDeniedException"],
};

impl crate::Operation for StartStreamEncryption {
    type Input = StartStreamEncryptionInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &START_STREAM_ENCRYPTION_OPERATION;
}

pub struct StopStreamEncryption;

static STOP_STREAM_ENCRYPTION_OPERATION: schema::Operation = schema::Operation {
    name: "StopStreamEncryption",
    input: Some(&STOP_STREAM_ENCRYPTION_INPUT),
    output: None,
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "AccessDeniedException"],
};

impl crate::Operation for StopStreamEncryption {
    type Input = StopStreamEncryptionInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &STOP_STREAM_ENCRYPTION_OPERATION;
}

pub struct SubscribeToShard;

static SUBSCRIBE_TO_SHARD_OPERATION: schema::Operation = schema::Operation {
    name: "SubscribeToShard",
    input: Some(&SUBSCRIBE_TO_SHARD_INPUT),
    output: Some(&SUBSCRIBE_TO_SHARD_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ResourceInUseException", "LimitExceededException", "AccessDeniedException", "DryRunOperationException"],
};

impl crate::Operation for SubscribeToShard {
    type Input = SubscribeToShardInput;
    type Output = SubscribeToShardOutput;
    const SCHEMA: &'static schema::Operation = &SUBSCRIBE_TO_SHARD_OPERATION;
}

pub struct TagResource;

static TAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "TagResource",
    input: Some(&TAG_RESOURCE_INPUT),
    output: None,
    errors: &["ValidationException", "ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for TagResource {
    type Input = TagResourceInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &TAG_RESOURCE_OPERATION;
}

pub struct UntagResource;

static UNTAG_RESOURCE_OPERATION: schema::Operation = schema::Operation {
    name: "UntagResource",
    input: Some(&UNTAG_RESOURCE_INPUT),
    output: None,
    errors: &["ValidationException", "ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for UntagResource {
    type Input = UntagResourceInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &UNTAG_RESOURCE_OPERATION;
}

pub struct UpdateAccountSettings;

static UPDATE_ACCOUNT_SETTINGS_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateAccountSettings",
    input: Some(&UPDATE_ACCOUNT_SETTINGS_INPUT),
    output: Some(&UPDATE_ACCOUNT_SETTINGS_OUTPUT),
    errors: &["InvalidArgumentException", "ValidationException", "LimitExceededException"],
};

impl crate::Operation for UpdateAccountSettings {
    type Input = UpdateAccountSettingsInput;
    type Output = UpdateAccountSettingsOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_ACCOUNT_SETTINGS_OPERATION;
}

pub struct UpdateChannel;

static UPDATE_CHANNEL_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateChannel",
    input: Some(&UPDATE_CHANNEL_INPUT),
    output: Some(&UPDATE_CHANNEL_OUTPUT),
    errors: &["ValidationException", "ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException"],
};

impl crate::Operation for UpdateChannel {
    type Input = UpdateChannelInput;
    type Output = UpdateChannelOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_CHANNEL_OPERATION;
}

pub struct UpdateDeadLetterQueueRecordsVisibility;

static UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateDeadLetterQueueRecordsVisibility",
    input: Some(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_INPUT),
    output: Some(&UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "ThrottlingException"],
};

impl crate::Operation for UpdateDeadLetterQueueRecordsVisibility {
    type Input = UpdateDeadLetterQueueRecordsVisibilityInput;
    type Output = UpdateDeadLetterQueueRecordsVisibilityOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OPERATION;
}

pub struct UpdateMaxRecordSize;

static UPDATE_MAX_RECORD_SIZE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateMaxRecordSize",
    input: Some(&UPDATE_MAX_RECORD_SIZE_INPUT),
    output: None,
    errors: &["ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "ValidationException"],
};

impl crate::Operation for UpdateMaxRecordSize {
    type Input = UpdateMaxRecordSizeInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &UPDATE_MAX_RECORD_SIZE_OPERATION;
}

pub struct UpdateQueue;

static UPDATE_QUEUE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateQueue",
    input: Some(&UPDATE_QUEUE_INPUT),
    output: Some(&UPDATE_QUEUE_OUTPUT),
    errors: &["ValidationException", "ResourceInUseException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "AccessDeniedException", "InternalFailureException"],
};

impl crate::Operation for UpdateQueue {
    type Input = UpdateQueueInput;
    type Output = UpdateQueueOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_QUEUE_OPERATION;
}

pub struct UpdateQueueRecordsVisibility;

static UPDATE_QUEUE_RECORDS_VISIBILITY_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateQueueRecordsVisibility",
    input: Some(&UPDATE_QUEUE_RECORDS_VISIBILITY_INPUT),
    output: Some(&UPDATE_QUEUE_RECORDS_VISIBILITY_OUTPUT),
    errors: &["AccessDeniedException", "InternalFailureException", "InvalidArgumentException", "ResourceNotFoundException", "ThrottlingException"],
};

impl crate::Operation for UpdateQueueRecordsVisibility {
    type Input = UpdateQueueRecordsVisibilityInput;
    type Output = UpdateQueueRecordsVisibilityOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_QUEUE_RECORDS_VISIBILITY_OPERATION;
}

pub struct UpdateShardCount;

static UPDATE_SHARD_COUNT_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateShardCount",
    input: Some(&UPDATE_SHARD_COUNT_INPUT),
    output: Some(&UPDATE_SHARD_COUNT_OUTPUT),
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "ValidationException", "AccessDeniedException"],
};

impl crate::Operation for UpdateShardCount {
    type Input = UpdateShardCountInput;
    type Output = UpdateShardCountOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_SHARD_COUNT_OPERATION;
}

pub struct UpdateStreamMode;

static UPDATE_STREAM_MODE_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateStreamMode",
    input: Some(&UPDATE_STREAM_MODE_INPUT),
    output: None,
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "ResourceNotFoundException", "ValidationException"],
};

impl crate::Operation for UpdateStreamMode {
    type Input = UpdateStreamModeInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &UPDATE_STREAM_MODE_OPERATION;
}

pub struct UpdateStreamRecordDistributionStrategy;

static UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateStreamRecordDistributionStrategy",
    input: Some(&UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_INPUT),
    output: None,
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "ResourceInUseException", "LimitExceededException", "AccessDeniedException", "ValidationException"],
};

impl crate::Operation for UpdateStreamRecordDistributionStrategy {
    type Input = UpdateStreamRecordDistributionStrategyInput;
    type Output = Void;
    const SCHEMA: &'static schema::Operation = &UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_OPERATION;
}

pub struct UpdateStreamWarmThroughput;

static UPDATE_STREAM_WARM_THROUGHPUT_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateStreamWarmThroughput",
    input: Some(&UPDATE_STREAM_WARM_THROUGHPUT_INPUT),
    output: Some(&UPDATE_STREAM_WARM_THROUGHPUT_OUTPUT),
    errors: &["AccessDeniedException", "ResourceNotFoundException", "LimitExceededException", "InvalidArgumentException", "ResourceInUseException", "ValidationException"],
};

impl crate::Operation for UpdateStreamWarmThroughput {
    type Input = UpdateStreamWarmThroughputInput;
    type Output = UpdateStreamWarmThroughputOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_STREAM_WARM_THROUGHPUT_OPERATION;
}

pub static SERVICE: schema::Service = schema::Service {
    name: "kinesis",
    target_prefix: "Kinesis_20131202",
    signing_name: "kinesis",
    iam_prefix: "kinesis",
    api_version: "2013-12-02",
    protocols: &["json"],
    xml_namespace: "",
    query_compatible: false,
    operations: &[
        &ACKNOWLEDGE_DEAD_LETTER_QUEUE_RECORDS_OPERATION,
        &ACKNOWLEDGE_QUEUE_RECORDS_OPERATION,
        &ADD_TAGS_TO_STREAM_OPERATION,
        &CREATE_CHANNEL_OPERATION,
        &CREATE_QUEUE_OPERATION,
        &CREATE_STREAM_OPERATION,
        &DECREASE_STREAM_RETENTION_PERIOD_OPERATION,
        &DELETE_CHANNEL_OPERATION,
        &DELETE_QUEUE_OPERATION,
        &DELETE_RESOURCE_POLICY_OPERATION,
        &DELETE_STREAM_OPERATION,
        &DEREGISTER_STREAM_CONSUMER_OPERATION,
        &DESCRIBE_ACCOUNT_SETTINGS_OPERATION,
        &DESCRIBE_CHANNEL_OPERATION,
        &DESCRIBE_LIMITS_OPERATION,
        &DESCRIBE_QUEUE_OPERATION,
        &DESCRIBE_STREAM_OPERATION,
        &DESCRIBE_STREAM_CONSUMER_OPERATION,
        &DESCRIBE_STREAM_SUMMARY_OPERATION,
        &DISABLE_ENHANCED_MONITORING_OPERATION,
        &ENABLE_ENHANCED_MONITORING_OPERATION,
        &GET_RECORDS_OPERATION,
        &GET_RESOURCE_POLICY_OPERATION,
        &GET_SHARD_ITERATOR_OPERATION,
        &INCREASE_STREAM_RETENTION_PERIOD_OPERATION,
        &LIST_CHANNELS_OPERATION,
        &LIST_QUEUES_OPERATION,
        &LIST_SHARDS_OPERATION,
        &LIST_STREAM_CONSUMERS_OPERATION,
        &LIST_STREAMS_OPERATION,
        &LIST_TAGS_FOR_RESOURCE_OPERATION,
        &LIST_TAGS_FOR_STREAM_OPERATION,
        &MERGE_SHARDS_OPERATION,
        &PUT_RECORD_OPERATION,
        &PUT_RECORDS_OPERATION,
        &PUT_RESOURCE_POLICY_OPERATION,
        &RECEIVE_DEAD_LETTER_QUEUE_RECORDS_OPERATION,
        &RECEIVE_QUEUE_RECORDS_OPERATION,
        &REGISTER_STREAM_CONSUMER_OPERATION,
        &REMOVE_TAGS_FROM_STREAM_OPERATION,
        &RESTORE_DEAD_LETTER_QUEUE_RECORDS_OPERATION,
        &SPLIT_SHARD_OPERATION,
        &START_STREAM_ENCRYPTION_OPERATION,
        &STOP_STREAM_ENCRYPTION_OPERATION,
        &SUBSCRIBE_TO_SHARD_OPERATION,
        &TAG_RESOURCE_OPERATION,
        &UNTAG_RESOURCE_OPERATION,
        &UPDATE_ACCOUNT_SETTINGS_OPERATION,
        &UPDATE_CHANNEL_OPERATION,
        &UPDATE_DEAD_LETTER_QUEUE_RECORDS_VISIBILITY_OPERATION,
        &UPDATE_MAX_RECORD_SIZE_OPERATION,
        &UPDATE_QUEUE_OPERATION,
        &UPDATE_QUEUE_RECORDS_VISIBILITY_OPERATION,
        &UPDATE_SHARD_COUNT_OPERATION,
        &UPDATE_STREAM_MODE_OPERATION,
        &UPDATE_STREAM_RECORD_DISTRIBUTION_STRATEGY_OPERATION,
        &UPDATE_STREAM_WARM_THROUGHPUT_OPERATION,
    ],
    errors: &[
        schema::Error { name: "AccessDeniedException", code: "AccessDeniedException", status: 400 },
        schema::Error { name: "DryRunOperationException", code: "DryRunOperationException", status: 400 },
        schema::Error { name: "ExpiredIteratorException", code: "ExpiredIteratorException", status: 400 },
        schema::Error { name: "ExpiredNextTokenException", code: "ExpiredNextTokenException", status: 400 },
        schema::Error { name: "InternalFailureException", code: "InternalFailureException", status: 500 },
        schema::Error { name: "InvalidArgumentException", code: "InvalidArgumentException", status: 400 },
        schema::Error { name: "KMSAccessDeniedException", code: "KMSAccessDeniedException", status: 400 },
        schema::Error { name: "KMSDisabledException", code: "KMSDisabledException", status: 400 },
        schema::Error { name: "KMSInvalidStateException", code: "KMSInvalidStateException", status: 400 },
        schema::Error { name: "KMSNotFoundException", code: "KMSNotFoundException", status: 400 },
        schema::Error { name: "KMSOptInRequired", code: "KMSOptInRequired", status: 400 },
        schema::Error { name: "KMSThrottlingException", code: "KMSThrottlingException", status: 400 },
        schema::Error { name: "LimitExceededException", code: "LimitExceededException", status: 400 },
        schema::Error { name: "ProvisionedThroughputExceededException", code: "ProvisionedThroughputExceededException", status: 400 },
        schema::Error { name: "ResourceInUseException", code: "ResourceInUseException", status: 400 },
        schema::Error { name: "ResourceNotFoundException", code: "ResourceNotFoundException", status: 400 },
        schema::Error { name: "ThrottlingException", code: "ThrottlingException", status: 400 },
        schema::Error { name: "ValidationException", code: "ValidationException", status: 400 },
    ],
};
