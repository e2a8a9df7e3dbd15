//! @generated from `models/firehose.json` by `cargo xtask codegen`: do not edit.
//!
//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::Timestamp;

use crate::schema;
use crate::{open_enum, structure};

pub static AWSKMS_KEY_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+", matcher: "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+" }), values: &[] });

pub static AWSKMS_KEY_ARN_FOR_SSE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+", matcher: "arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonOpenSearchServerlessBufferingHints {
    pub interval_in_seconds: Option<i32>,
    pub size_in_mbs: Option<i32>,
}

pub static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "AmazonOpenSearchServerlessBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "IntervalInSeconds", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_INTERVAL_IN_SECONDS },
        schema::Member { name: "SizeInMBs", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_SIZE_IN_MBS },
    ],
    checked: &[0, 1],
};
pub static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS);

structure!(AmazonOpenSearchServerlessBufferingHints = AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS { interval_in_seconds, size_in_mbs });

pub static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "https:.*", matcher: "https:.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonOpenSearchServerlessDestinationConfiguration {
    pub role_arn: String,
    pub collection_endpoint: Option<String>,
    pub index_name: String,
    pub buffering_hints: Option<AmazonOpenSearchServerlessBufferingHints>,
    pub retry_options: Option<AmazonOpenSearchServerlessRetryOptions>,
    pub s3_backup_mode: Option<AmazonOpenSearchServerlessS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration: Option<VpcConfiguration>,
}

pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "AmazonOpenSearchServerlessDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "CollectionEndpoint", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT },
        schema::Member { name: "IndexName", required: true, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfiguration", required: false, shape: &VPC_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_CONFIGURATION);

structure!(AmazonOpenSearchServerlessDestinationConfiguration = AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_CONFIGURATION { role_arn, collection_endpoint, index_name, buffering_hints, retry_options, s3_backup_mode, s3_configuration, processing_configuration, cloud_watch_logging_options, vpc_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonOpenSearchServerlessDestinationDescription {
    pub role_arn: Option<String>,
    pub collection_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub buffering_hints: Option<AmazonOpenSearchServerlessBufferingHints>,
    pub retry_options: Option<AmazonOpenSearchServerlessRetryOptions>,
    pub s3_backup_mode: Option<AmazonOpenSearchServerlessS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
}

pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "AmazonOpenSearchServerlessDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "CollectionEndpoint", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfigurationDescription", required: false, shape: &VPC_CONFIGURATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_DESCRIPTION);

structure!(AmazonOpenSearchServerlessDestinationDescription = AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_DESCRIPTION { role_arn, collection_endpoint, index_name, buffering_hints, retry_options, s3_backup_mode, s3_destination_description, processing_configuration, cloud_watch_logging_options, vpc_configuration_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonOpenSearchServerlessDestinationUpdate {
    pub role_arn: Option<String>,
    pub collection_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub buffering_hints: Option<AmazonOpenSearchServerlessBufferingHints>,
    pub retry_options: Option<AmazonOpenSearchServerlessRetryOptions>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "AmazonOpenSearchServerlessDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "CollectionEndpoint", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_COLLECTION_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_UPDATE);

structure!(AmazonOpenSearchServerlessDestinationUpdate = AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_UPDATE { role_arn, collection_endpoint, index_name, buffering_hints, retry_options, s3_update, processing_configuration, cloud_watch_logging_options });

pub static AMAZON_OPEN_SEARCH_SERVERLESS_INDEX_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(80) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

pub static AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonOpenSearchServerlessRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "AmazonOpenSearchServerlessRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS);

structure!(AmazonOpenSearchServerlessRetryOptions = AMAZON_OPEN_SEARCH_SERVERLESS_RETRY_OPTIONS { duration_in_seconds });

open_enum!(AmazonOpenSearchServerlessS3BackupMode {
    FailedDocumentsOnly = "FailedDocumentsOnly",
    AllDocuments = "AllDocuments",
});

pub static AMAZON_OPEN_SEARCH_SERVERLESS_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDocumentsOnly", "AllDocuments"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonopensearchserviceBufferingHints {
    pub interval_in_seconds: Option<i32>,
    pub size_in_mbs: Option<i32>,
}

pub static AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "AmazonopensearchserviceBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "IntervalInSeconds", required: false, shape: &AMAZONOPENSEARCHSERVICE_BUFFERING_INTERVAL_IN_SECONDS },
        schema::Member { name: "SizeInMBs", required: false, shape: &AMAZONOPENSEARCHSERVICE_BUFFERING_SIZE_IN_MBS },
    ],
    checked: &[0, 1],
};
pub static AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS);

structure!(AmazonopensearchserviceBufferingHints = AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS { interval_in_seconds, size_in_mbs });

pub static AMAZONOPENSEARCHSERVICE_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static AMAZONOPENSEARCHSERVICE_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "https:.*", matcher: "https:.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonopensearchserviceDestinationConfiguration {
    pub role_arn: String,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: String,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<AmazonopensearchserviceIndexRotationPeriod>,
    pub buffering_hints: Option<AmazonopensearchserviceBufferingHints>,
    pub retry_options: Option<AmazonopensearchserviceRetryOptions>,
    pub s3_backup_mode: Option<AmazonopensearchserviceS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration: Option<VpcConfiguration>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static AMAZONOPENSEARCHSERVICE_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "AmazonopensearchserviceDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &AMAZONOPENSEARCHSERVICE_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: true, shape: &AMAZONOPENSEARCHSERVICE_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &AMAZONOPENSEARCHSERVICE_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &AMAZONOPENSEARCHSERVICE_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfiguration", required: false, shape: &VPC_CONFIGURATION_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
};
pub static AMAZONOPENSEARCHSERVICE_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZONOPENSEARCHSERVICE_DESTINATION_CONFIGURATION);

structure!(AmazonopensearchserviceDestinationConfiguration = AMAZONOPENSEARCHSERVICE_DESTINATION_CONFIGURATION { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_backup_mode, s3_configuration, processing_configuration, cloud_watch_logging_options, vpc_configuration, document_id_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonopensearchserviceDestinationDescription {
    pub role_arn: Option<String>,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<AmazonopensearchserviceIndexRotationPeriod>,
    pub buffering_hints: Option<AmazonopensearchserviceBufferingHints>,
    pub retry_options: Option<AmazonopensearchserviceRetryOptions>,
    pub s3_backup_mode: Option<AmazonopensearchserviceS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static AMAZONOPENSEARCHSERVICE_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "AmazonopensearchserviceDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &AMAZONOPENSEARCHSERVICE_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &AMAZONOPENSEARCHSERVICE_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &AMAZONOPENSEARCHSERVICE_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &AMAZONOPENSEARCHSERVICE_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfigurationDescription", required: false, shape: &VPC_CONFIGURATION_DESCRIPTION_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
};
pub static AMAZONOPENSEARCHSERVICE_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZONOPENSEARCHSERVICE_DESTINATION_DESCRIPTION);

structure!(AmazonopensearchserviceDestinationDescription = AMAZONOPENSEARCHSERVICE_DESTINATION_DESCRIPTION { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_backup_mode, s3_destination_description, processing_configuration, cloud_watch_logging_options, vpc_configuration_description, document_id_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonopensearchserviceDestinationUpdate {
    pub role_arn: Option<String>,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<AmazonopensearchserviceIndexRotationPeriod>,
    pub buffering_hints: Option<AmazonopensearchserviceBufferingHints>,
    pub retry_options: Option<AmazonopensearchserviceRetryOptions>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static AMAZONOPENSEARCHSERVICE_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "AmazonopensearchserviceDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &AMAZONOPENSEARCHSERVICE_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &AMAZONOPENSEARCHSERVICE_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &AMAZONOPENSEARCHSERVICE_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &AMAZONOPENSEARCHSERVICE_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &AMAZONOPENSEARCHSERVICE_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static AMAZONOPENSEARCHSERVICE_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZONOPENSEARCHSERVICE_DESTINATION_UPDATE);

structure!(AmazonopensearchserviceDestinationUpdate = AMAZONOPENSEARCHSERVICE_DESTINATION_UPDATE { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_update, processing_configuration, cloud_watch_logging_options, document_id_options });

pub static AMAZONOPENSEARCHSERVICE_DOMAIN_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}", matcher: "arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}" }), values: &[] });

pub static AMAZONOPENSEARCHSERVICE_INDEX_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(80) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

open_enum!(AmazonopensearchserviceIndexRotationPeriod {
    NoRotation = "NoRotation",
    OneHour = "OneHour",
    OneDay = "OneDay",
    OneWeek = "OneWeek",
    OneMonth = "OneMonth",
});

pub static AMAZONOPENSEARCHSERVICE_INDEX_ROTATION_PERIOD: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NoRotation", "OneHour", "OneDay", "OneWeek", "OneMonth"] });

pub static AMAZONOPENSEARCHSERVICE_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonopensearchserviceRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "AmazonopensearchserviceRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &AMAZONOPENSEARCHSERVICE_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS);

structure!(AmazonopensearchserviceRetryOptions = AMAZONOPENSEARCHSERVICE_RETRY_OPTIONS { duration_in_seconds });

open_enum!(AmazonopensearchserviceS3BackupMode {
    FailedDocumentsOnly = "FailedDocumentsOnly",
    AllDocuments = "AllDocuments",
});

pub static AMAZONOPENSEARCHSERVICE_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDocumentsOnly", "AllDocuments"] });

pub static AMAZONOPENSEARCHSERVICE_TYPE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(100) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthenticationConfiguration {
    pub role_arn: String,
    pub connectivity: Connectivity,
}

pub static AUTHENTICATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "AuthenticationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "Connectivity", required: true, shape: &CONNECTIVITY },
    ],
    checked: &[0, 1],
};
pub static AUTHENTICATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&AUTHENTICATION_CONFIGURATION);

structure!(AuthenticationConfiguration = AUTHENTICATION_CONFIGURATION { role_arn, connectivity });

pub static BLOCK_SIZE_BYTES: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(67108864), max: None });

pub static BOOLEAN_OBJECT: schema::Shape = schema::Shape::Boolean;

pub static BUCKET_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:.*:s3:::[\\w\\.\\-]{1,255}", matcher: "arn:.*:s3:::[\\w\\.\\-]{1,255}" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BufferingHints {
    pub size_in_mbs: Option<i32>,
    pub interval_in_seconds: Option<i32>,
}

pub static BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "BufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SizeInMBs", required: false, shape: &SIZE_IN_MBS },
        schema::Member { name: "IntervalInSeconds", required: false, shape: &INTERVAL_IN_SECONDS },
    ],
    checked: &[0, 1],
};
pub static BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&BUFFERING_HINTS);

structure!(BufferingHints = BUFFERING_HINTS { size_in_mbs, interval_in_seconds });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogConfiguration {
    pub catalog_arn: Option<String>,
    pub warehouse_location: Option<String>,
}

pub static CATALOG_CONFIGURATION: schema::Structure = schema::Structure {
    name: "CatalogConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "CatalogARN", required: false, shape: &GLUE_DATA_CATALOG_ARN },
        schema::Member { name: "WarehouseLocation", required: false, shape: &WAREHOUSE_LOCATION },
    ],
    checked: &[0, 1],
};
pub static CATALOG_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&CATALOG_CONFIGURATION);

structure!(CatalogConfiguration = CATALOG_CONFIGURATION { catalog_arn, warehouse_location });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLoggingOptions {
    pub enabled: Option<bool>,
    pub log_group_name: Option<String>,
    pub log_stream_name: Option<String>,
}

pub static CLOUD_WATCH_LOGGING_OPTIONS: schema::Structure = schema::Structure {
    name: "CloudWatchLoggingOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Enabled", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "LogGroupName", required: false, shape: &LOG_GROUP_NAME },
        schema::Member { name: "LogStreamName", required: false, shape: &LOG_STREAM_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static CLOUD_WATCH_LOGGING_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&CLOUD_WATCH_LOGGING_OPTIONS);

structure!(CloudWatchLoggingOptions = CLOUD_WATCH_LOGGING_OPTIONS { enabled, log_group_name, log_stream_name });

pub static CLUSTER_JDBCURL: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "jdbc:(redshift|postgresql)://((?!-)[A-Za-z0-9-]{1,63}(?<!-)\\.)+(redshift(-serverless)?)\\.([a-zA-Z0-9\\.\\-]+):\\d{1,5}/[a-zA-Z0-9_$-]+", matcher: "jdbc:(redshift|postgresql)://([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(redshift(-serverless)?)\\.([a-zA-Z0-9\\.\\-]+):\\d{1,5}/[a-zA-Z0-9_$-]+" }), values: &[] });

pub static COLUMN_TO_JSON_KEY_MAPPINGS: schema::Shape = schema::Shape::Map { key: &NON_EMPTY_STRING_WITHOUT_WHITESPACE, value: &NON_EMPTY_STRING, length: schema::Length { min: None, max: None } };

open_enum!(CompressionFormat {
    Uncompressed = "UNCOMPRESSED",
    Gzip = "GZIP",
    Zip = "ZIP",
    Snappy = "Snappy",
    HadoopSnappy = "HADOOP_SNAPPY",
});

pub static COMPRESSION_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"] });

open_enum!(Connectivity {
    Public = "PUBLIC",
    Private = "PRIVATE",
});

pub static CONNECTIVITY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["PUBLIC", "PRIVATE"] });

open_enum!(ContentEncoding {
    None = "NONE",
    Gzip = "GZIP",
});

pub static CONTENT_ENCODING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "GZIP"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyCommand {
    pub data_table_name: String,
    pub data_table_columns: Option<String>,
    pub copy_options: Option<String>,
}

pub static COPY_COMMAND: schema::Structure = schema::Structure {
    name: "CopyCommand",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DataTableName", required: true, shape: &DATA_TABLE_NAME },
        schema::Member { name: "DataTableColumns", required: false, shape: &DATA_TABLE_COLUMNS },
        schema::Member { name: "CopyOptions", required: false, shape: &COPY_OPTIONS },
    ],
    checked: &[0, 1, 2],
};
pub static COPY_COMMAND_SHAPE: schema::Shape = schema::Shape::Structure(&COPY_COMMAND);

structure!(CopyCommand = COPY_COMMAND { data_table_name, data_table_columns, copy_options });

pub static COPY_OPTIONS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(10240) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub delivery_stream_type: Option<DeliveryStreamType>,
    pub direct_put_source_configuration: Option<DirectPutSourceConfiguration>,
    pub kinesis_stream_source_configuration: Option<KinesisStreamSourceConfiguration>,
    pub delivery_stream_encryption_configuration_input: Option<DeliveryStreamEncryptionConfigurationInput>,
    pub s3_destination_configuration: Option<S3DestinationConfiguration>,
    pub extended_s3_destination_configuration: Option<ExtendedS3DestinationConfiguration>,
    pub redshift_destination_configuration: Option<RedshiftDestinationConfiguration>,
    pub elasticsearch_destination_configuration: Option<ElasticsearchDestinationConfiguration>,
    pub amazonopensearchservice_destination_configuration: Option<AmazonopensearchserviceDestinationConfiguration>,
    pub splunk_destination_configuration: Option<SplunkDestinationConfiguration>,
    pub http_endpoint_destination_configuration: Option<HttpEndpointDestinationConfiguration>,
    pub tags: Option<Vec<Tag>>,
    pub amazon_open_search_serverless_destination_configuration: Option<AmazonOpenSearchServerlessDestinationConfiguration>,
    pub msk_source_configuration: Option<MSKSourceConfiguration>,
    pub snowflake_destination_configuration: Option<SnowflakeDestinationConfiguration>,
    pub iceberg_destination_configuration: Option<IcebergDestinationConfiguration>,
    pub database_source_configuration: Option<DatabaseSourceConfiguration>,
}

pub static CREATE_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "CreateDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "DeliveryStreamType", required: false, shape: &DELIVERY_STREAM_TYPE },
        schema::Member { name: "DirectPutSourceConfiguration", required: false, shape: &DIRECT_PUT_SOURCE_CONFIGURATION_SHAPE },
        schema::Member { name: "KinesisStreamSourceConfiguration", required: false, shape: &KINESIS_STREAM_SOURCE_CONFIGURATION_SHAPE },
        schema::Member { name: "DeliveryStreamEncryptionConfigurationInput", required: false, shape: &DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT_SHAPE },
        schema::Member { name: "S3DestinationConfiguration", required: false, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ExtendedS3DestinationConfiguration", required: false, shape: &EXTENDED_S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "RedshiftDestinationConfiguration", required: false, shape: &REDSHIFT_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ElasticsearchDestinationConfiguration", required: false, shape: &ELASTICSEARCH_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "AmazonopensearchserviceDestinationConfiguration", required: false, shape: &AMAZONOPENSEARCHSERVICE_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "SplunkDestinationConfiguration", required: false, shape: &SPLUNK_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "HttpEndpointDestinationConfiguration", required: false, shape: &HTTP_ENDPOINT_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_DELIVERY_STREAM_INPUT_TAG_LIST },
        schema::Member { name: "AmazonOpenSearchServerlessDestinationConfiguration", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "MSKSourceConfiguration", required: false, shape: &MSK_SOURCE_CONFIGURATION_SHAPE },
        schema::Member { name: "SnowflakeDestinationConfiguration", required: false, shape: &SNOWFLAKE_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "IcebergDestinationConfiguration", required: false, shape: &ICEBERG_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "DatabaseSourceConfiguration", required: false, shape: &DATABASE_SOURCE_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
};
pub static CREATE_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_DELIVERY_STREAM_INPUT);

structure!(CreateDeliveryStreamInput = CREATE_DELIVERY_STREAM_INPUT { delivery_stream_name, delivery_stream_type, direct_put_source_configuration, kinesis_stream_source_configuration, delivery_stream_encryption_configuration_input, s3_destination_configuration, extended_s3_destination_configuration, redshift_destination_configuration, elasticsearch_destination_configuration, amazonopensearchservice_destination_configuration, splunk_destination_configuration, http_endpoint_destination_configuration, tags, amazon_open_search_serverless_destination_configuration, msk_source_configuration, snowflake_destination_configuration, iceberg_destination_configuration, database_source_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeliveryStreamOutput {
    pub delivery_stream_arn: Option<String>,
}

pub static CREATE_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "CreateDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamARN", required: false, shape: &DELIVERY_STREAM_ARN },
    ],
    checked: &[0],
};
pub static CREATE_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&CREATE_DELIVERY_STREAM_OUTPUT);

structure!(CreateDeliveryStreamOutput = CREATE_DELIVERY_STREAM_OUTPUT { delivery_stream_arn });

pub static CUSTOM_TIME_ZONE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(50) }, pattern: Some(schema::Pattern { text: "^$|[a-zA-Z/_]+", matcher: "^$|[a-zA-Z/_]+" }), values: &[] });

pub static DATA: schema::Shape = schema::Shape::Blob(schema::Length { min: Some(0), max: Some(1024000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataFormatConversionConfiguration {
    pub schema_configuration: Option<SchemaConfiguration>,
    pub input_format_configuration: Option<InputFormatConfiguration>,
    pub output_format_configuration: Option<OutputFormatConfiguration>,
    pub enabled: Option<bool>,
}

pub static DATA_FORMAT_CONVERSION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DataFormatConversionConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SchemaConfiguration", required: false, shape: &SCHEMA_CONFIGURATION_SHAPE },
        schema::Member { name: "InputFormatConfiguration", required: false, shape: &INPUT_FORMAT_CONFIGURATION_SHAPE },
        schema::Member { name: "OutputFormatConfiguration", required: false, shape: &OUTPUT_FORMAT_CONFIGURATION_SHAPE },
        schema::Member { name: "Enabled", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DATA_FORMAT_CONVERSION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DATA_FORMAT_CONVERSION_CONFIGURATION);

structure!(DataFormatConversionConfiguration = DATA_FORMAT_CONVERSION_CONFIGURATION { schema_configuration, input_format_configuration, output_format_configuration, enabled });

pub static DATA_TABLE_COLUMNS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(10240) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

pub static DATA_TABLE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

pub static DATABASE_COLUMN_INCLUDE_OR_EXCLUDE_LIST: schema::Shape = schema::Shape::List { member: &DATABASE_COLUMN_NAME, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseColumnList {
    pub include: Option<Vec<String>>,
    pub exclude: Option<Vec<String>>,
}

pub static DATABASE_COLUMN_LIST: schema::Structure = schema::Structure {
    name: "DatabaseColumnList",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Include", required: false, shape: &DATABASE_COLUMN_INCLUDE_OR_EXCLUDE_LIST },
        schema::Member { name: "Exclude", required: false, shape: &DATABASE_COLUMN_INCLUDE_OR_EXCLUDE_LIST },
    ],
    checked: &[0, 1],
};
pub static DATABASE_COLUMN_LIST_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_COLUMN_LIST);

structure!(DatabaseColumnList = DATABASE_COLUMN_LIST { include, exclude });

pub static DATABASE_COLUMN_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(194) }, pattern: Some(schema::Pattern { text: "[\\u0001-\\uFFFF]*", matcher: "[\\u0001-\\uFFFF]*" }), values: &[] });

pub static DATABASE_ENDPOINT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "^(?!\\s*$).+", matcher: ".*\\S.*" }), values: &[] });

pub static DATABASE_INCLUDE_OR_EXCLUDE_LIST: schema::Shape = schema::Shape::List { member: &DATABASE_NAME, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseList {
    pub include: Option<Vec<String>>,
    pub exclude: Option<Vec<String>>,
}

pub static DATABASE_LIST: schema::Structure = schema::Structure {
    name: "DatabaseList",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Include", required: false, shape: &DATABASE_INCLUDE_OR_EXCLUDE_LIST },
        schema::Member { name: "Exclude", required: false, shape: &DATABASE_INCLUDE_OR_EXCLUDE_LIST },
    ],
    checked: &[0, 1],
};
pub static DATABASE_LIST_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_LIST);

structure!(DatabaseList = DATABASE_LIST { include, exclude });

pub static DATABASE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(64) }, pattern: Some(schema::Pattern { text: "[\\u0001-\\uFFFF]*", matcher: "[\\u0001-\\uFFFF]*" }), values: &[] });

pub static DATABASE_PORT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(65535) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseSnapshotInfo {
    pub id: String,
    pub table: String,
    pub request_timestamp: Timestamp,
    pub requested_by: SnapshotRequestedBy,
    pub status: SnapshotStatus,
    pub failure_description: Option<FailureDescription>,
}

pub static DATABASE_SNAPSHOT_INFO: schema::Structure = schema::Structure {
    name: "DatabaseSnapshotInfo",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Id", required: true, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "Table", required: true, shape: &DATABASE_TABLE_NAME },
        schema::Member { name: "RequestTimestamp", required: true, shape: &TIMESTAMP },
        schema::Member { name: "RequestedBy", required: true, shape: &SNAPSHOT_REQUESTED_BY },
        schema::Member { name: "Status", required: true, shape: &SNAPSHOT_STATUS },
        schema::Member { name: "FailureDescription", required: false, shape: &FAILURE_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static DATABASE_SNAPSHOT_INFO_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_SNAPSHOT_INFO);

structure!(DatabaseSnapshotInfo = DATABASE_SNAPSHOT_INFO { id, table, request_timestamp, requested_by, status, failure_description });

pub static DATABASE_SNAPSHOT_INFO_LIST: schema::Shape = schema::Shape::List { member: &DATABASE_SNAPSHOT_INFO_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseSourceAuthenticationConfiguration {
    pub secrets_manager_configuration: SecretsManagerConfiguration,
}

pub static DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DatabaseSourceAuthenticationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SecretsManagerConfiguration", required: true, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0],
};
pub static DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION);

structure!(DatabaseSourceAuthenticationConfiguration = DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION { secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseSourceConfiguration {
    pub r#type: DatabaseType,
    pub endpoint: String,
    pub port: i32,
    pub ssl_mode: Option<SSLMode>,
    pub databases: DatabaseList,
    pub tables: DatabaseTableList,
    pub columns: Option<DatabaseColumnList>,
    pub surrogate_keys: Option<Vec<String>>,
    pub snapshot_watermark_table: String,
    pub database_source_authentication_configuration: DatabaseSourceAuthenticationConfiguration,
    pub database_source_vpc_configuration: DatabaseSourceVPCConfiguration,
}

pub static DATABASE_SOURCE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DatabaseSourceConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Type", required: true, shape: &DATABASE_TYPE },
        schema::Member { name: "Endpoint", required: true, shape: &DATABASE_ENDPOINT },
        schema::Member { name: "Port", required: true, shape: &DATABASE_PORT },
        schema::Member { name: "SSLMode", required: false, shape: &SSL_MODE },
        schema::Member { name: "Databases", required: true, shape: &DATABASE_LIST_SHAPE },
        schema::Member { name: "Tables", required: true, shape: &DATABASE_TABLE_LIST_SHAPE },
        schema::Member { name: "Columns", required: false, shape: &DATABASE_COLUMN_LIST_SHAPE },
        schema::Member { name: "SurrogateKeys", required: false, shape: &DATABASE_SURROGATE_KEY_LIST },
        schema::Member { name: "SnapshotWatermarkTable", required: true, shape: &DATABASE_TABLE_NAME },
        schema::Member { name: "DatabaseSourceAuthenticationConfiguration", required: true, shape: &DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION_SHAPE },
        schema::Member { name: "DatabaseSourceVPCConfiguration", required: true, shape: &DATABASE_SOURCE_VPC_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static DATABASE_SOURCE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_SOURCE_CONFIGURATION);

structure!(DatabaseSourceConfiguration = DATABASE_SOURCE_CONFIGURATION { r#type, endpoint, port, ssl_mode, databases, tables, columns, surrogate_keys, snapshot_watermark_table, database_source_authentication_configuration, database_source_vpc_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseSourceDescription {
    pub r#type: Option<DatabaseType>,
    pub endpoint: Option<String>,
    pub port: Option<i32>,
    pub ssl_mode: Option<SSLMode>,
    pub databases: Option<DatabaseList>,
    pub tables: Option<DatabaseTableList>,
    pub columns: Option<DatabaseColumnList>,
    pub surrogate_keys: Option<Vec<String>>,
    pub snapshot_watermark_table: Option<String>,
    pub snapshot_info: Option<Vec<DatabaseSnapshotInfo>>,
    pub database_source_authentication_configuration: Option<DatabaseSourceAuthenticationConfiguration>,
    pub database_source_vpc_configuration: Option<DatabaseSourceVPCConfiguration>,
}

pub static DATABASE_SOURCE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "DatabaseSourceDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Type", required: false, shape: &DATABASE_TYPE },
        schema::Member { name: "Endpoint", required: false, shape: &DATABASE_ENDPOINT },
        schema::Member { name: "Port", required: false, shape: &DATABASE_PORT },
        schema::Member { name: "SSLMode", required: false, shape: &SSL_MODE },
        schema::Member { name: "Databases", required: false, shape: &DATABASE_LIST_SHAPE },
        schema::Member { name: "Tables", required: false, shape: &DATABASE_TABLE_LIST_SHAPE },
        schema::Member { name: "Columns", required: false, shape: &DATABASE_COLUMN_LIST_SHAPE },
        schema::Member { name: "SurrogateKeys", required: false, shape: &DATABASE_COLUMN_INCLUDE_OR_EXCLUDE_LIST },
        schema::Member { name: "SnapshotWatermarkTable", required: false, shape: &DATABASE_TABLE_NAME },
        schema::Member { name: "SnapshotInfo", required: false, shape: &DATABASE_SNAPSHOT_INFO_LIST },
        schema::Member { name: "DatabaseSourceAuthenticationConfiguration", required: false, shape: &DATABASE_SOURCE_AUTHENTICATION_CONFIGURATION_SHAPE },
        schema::Member { name: "DatabaseSourceVPCConfiguration", required: false, shape: &DATABASE_SOURCE_VPC_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static DATABASE_SOURCE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_SOURCE_DESCRIPTION);

structure!(DatabaseSourceDescription = DATABASE_SOURCE_DESCRIPTION { r#type, endpoint, port, ssl_mode, databases, tables, columns, surrogate_keys, snapshot_watermark_table, snapshot_info, database_source_authentication_configuration, database_source_vpc_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseSourceVPCConfiguration {
    pub vpc_endpoint_service_name: String,
}

pub static DATABASE_SOURCE_VPC_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DatabaseSourceVPCConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "VpcEndpointServiceName", required: true, shape: &VPC_ENDPOINT_SERVICE_NAME },
    ],
    checked: &[0],
};
pub static DATABASE_SOURCE_VPC_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_SOURCE_VPC_CONFIGURATION);

structure!(DatabaseSourceVPCConfiguration = DATABASE_SOURCE_VPC_CONFIGURATION { vpc_endpoint_service_name });

pub static DATABASE_SURROGATE_KEY_LIST: schema::Shape = schema::Shape::List { member: &NON_EMPTY_STRING_WITHOUT_WHITESPACE, length: schema::Length { min: None, max: None } };

pub static DATABASE_TABLE_INCLUDE_OR_EXCLUDE_LIST: schema::Shape = schema::Shape::List { member: &DATABASE_TABLE_NAME, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatabaseTableList {
    pub include: Option<Vec<String>>,
    pub exclude: Option<Vec<String>>,
}

pub static DATABASE_TABLE_LIST: schema::Structure = schema::Structure {
    name: "DatabaseTableList",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Include", required: false, shape: &DATABASE_TABLE_INCLUDE_OR_EXCLUDE_LIST },
        schema::Member { name: "Exclude", required: false, shape: &DATABASE_TABLE_INCLUDE_OR_EXCLUDE_LIST },
    ],
    checked: &[0, 1],
};
pub static DATABASE_TABLE_LIST_SHAPE: schema::Shape = schema::Shape::Structure(&DATABASE_TABLE_LIST);

structure!(DatabaseTableList = DATABASE_TABLE_LIST { include, exclude });

pub static DATABASE_TABLE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(129) }, pattern: Some(schema::Pattern { text: "[\\u0001-\\uFFFF]*", matcher: "[\\u0001-\\uFFFF]*" }), values: &[] });

open_enum!(DatabaseType {
    MySQL = "MySQL",
    PostgreSQL = "PostgreSQL",
});

pub static DATABASE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["MySQL", "PostgreSQL"] });

open_enum!(DefaultDocumentIdFormat {
    FirehoseDefault = "FIREHOSE_DEFAULT",
    NoDocumentId = "NO_DOCUMENT_ID",
});

pub static DEFAULT_DOCUMENT_ID_FORMAT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FIREHOSE_DEFAULT", "NO_DOCUMENT_ID"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub allow_force_delete: Option<bool>,
}

pub static DELETE_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "DeleteDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "AllowForceDelete", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static DELETE_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_DELIVERY_STREAM_INPUT);

structure!(DeleteDeliveryStreamInput = DELETE_DELIVERY_STREAM_INPUT { delivery_stream_name, allow_force_delete });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliveryStreamOutput {
}

pub static DELETE_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "DeleteDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static DELETE_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELETE_DELIVERY_STREAM_OUTPUT);

structure!(DeleteDeliveryStreamOutput = DELETE_DELIVERY_STREAM_OUTPUT {  });

pub static DELIVERY_START_TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

pub static DELIVERY_STREAM_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:firehose:[a-zA-Z0-9\\-]+:\\d{12}:deliverystream/[a-zA-Z0-9._-]+", matcher: "arn:.*:firehose:[a-zA-Z0-9\\-]+:\\d{12}:deliverystream/[a-zA-Z0-9._-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryStreamDescription {
    pub delivery_stream_name: String,
    pub delivery_stream_arn: String,
    pub delivery_stream_status: DeliveryStreamStatus,
    pub failure_description: Option<FailureDescription>,
    pub delivery_stream_encryption_configuration: Option<DeliveryStreamEncryptionConfiguration>,
    pub delivery_stream_type: DeliveryStreamType,
    pub version_id: String,
    pub create_timestamp: Option<Timestamp>,
    pub last_update_timestamp: Option<Timestamp>,
    pub source: Option<SourceDescription>,
    pub destinations: Vec<DestinationDescription>,
    pub has_more_destinations: bool,
}

pub static DELIVERY_STREAM_DESCRIPTION: schema::Structure = schema::Structure {
    name: "DeliveryStreamDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "DeliveryStreamARN", required: true, shape: &DELIVERY_STREAM_ARN },
        schema::Member { name: "DeliveryStreamStatus", required: true, shape: &DELIVERY_STREAM_STATUS },
        schema::Member { name: "FailureDescription", required: false, shape: &FAILURE_DESCRIPTION_SHAPE },
        schema::Member { name: "DeliveryStreamEncryptionConfiguration", required: false, shape: &DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "DeliveryStreamType", required: true, shape: &DELIVERY_STREAM_TYPE },
        schema::Member { name: "VersionId", required: true, shape: &DELIVERY_STREAM_VERSION_ID },
        schema::Member { name: "CreateTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "LastUpdateTimestamp", required: false, shape: &TIMESTAMP },
        schema::Member { name: "Source", required: false, shape: &SOURCE_DESCRIPTION_SHAPE },
        schema::Member { name: "Destinations", required: true, shape: &DESTINATION_DESCRIPTION_LIST },
        schema::Member { name: "HasMoreDestinations", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static DELIVERY_STREAM_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&DELIVERY_STREAM_DESCRIPTION);

structure!(DeliveryStreamDescription = DELIVERY_STREAM_DESCRIPTION { delivery_stream_name, delivery_stream_arn, delivery_stream_status, failure_description, delivery_stream_encryption_configuration, delivery_stream_type, version_id, create_timestamp, last_update_timestamp, source, destinations, has_more_destinations });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryStreamEncryptionConfiguration {
    pub key_arn: Option<String>,
    pub key_type: Option<KeyType>,
    pub status: Option<DeliveryStreamEncryptionStatus>,
    pub failure_description: Option<FailureDescription>,
}

pub static DELIVERY_STREAM_ENCRYPTION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DeliveryStreamEncryptionConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "KeyARN", required: false, shape: &AWSKMS_KEY_ARN_FOR_SSE },
        schema::Member { name: "KeyType", required: false, shape: &KEY_TYPE },
        schema::Member { name: "Status", required: false, shape: &DELIVERY_STREAM_ENCRYPTION_STATUS },
        schema::Member { name: "FailureDescription", required: false, shape: &FAILURE_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DELIVERY_STREAM_ENCRYPTION_CONFIGURATION);

structure!(DeliveryStreamEncryptionConfiguration = DELIVERY_STREAM_ENCRYPTION_CONFIGURATION { key_arn, key_type, status, failure_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryStreamEncryptionConfigurationInput {
    pub key_arn: Option<String>,
    pub key_type: KeyType,
}

pub static DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT: schema::Structure = schema::Structure {
    name: "DeliveryStreamEncryptionConfigurationInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "KeyARN", required: false, shape: &AWSKMS_KEY_ARN_FOR_SSE },
        schema::Member { name: "KeyType", required: true, shape: &KEY_TYPE },
    ],
    checked: &[0, 1],
};
pub static DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT);

structure!(DeliveryStreamEncryptionConfigurationInput = DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT { key_arn, key_type });

open_enum!(DeliveryStreamEncryptionStatus {
    Enabled = "ENABLED",
    Enabling = "ENABLING",
    EnablingFailed = "ENABLING_FAILED",
    Disabled = "DISABLED",
    Disabling = "DISABLING",
    DisablingFailed = "DISABLING_FAILED",
});

pub static DELIVERY_STREAM_ENCRYPTION_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["ENABLED", "ENABLING", "ENABLING_FAILED", "DISABLED", "DISABLING", "DISABLING_FAILED"] });

open_enum!(DeliveryStreamFailureType {
    VpcEndpointServiceNameNotFound = "VPC_ENDPOINT_SERVICE_NAME_NOT_FOUND",
    VpcInterfaceEndpointServiceAccessDenied = "VPC_INTERFACE_ENDPOINT_SERVICE_ACCESS_DENIED",
    RetireKmsGrantFailed = "RETIRE_KMS_GRANT_FAILED",
    CreateKmsGrantFailed = "CREATE_KMS_GRANT_FAILED",
    KmsAccessDenied = "KMS_ACCESS_DENIED",
    DisabledKmsKey = "DISABLED_KMS_KEY",
    InvalidKmsKey = "INVALID_KMS_KEY",
    KmsKeyNotFound = "KMS_KEY_NOT_FOUND",
    KmsOptInRequired = "KMS_OPT_IN_REQUIRED",
    CreateEniFailed = "CREATE_ENI_FAILED",
    DeleteEniFailed = "DELETE_ENI_FAILED",
    SubnetNotFound = "SUBNET_NOT_FOUND",
    SecurityGroupNotFound = "SECURITY_GROUP_NOT_FOUND",
    EniAccessDenied = "ENI_ACCESS_DENIED",
    SubnetAccessDenied = "SUBNET_ACCESS_DENIED",
    SecurityGroupAccessDenied = "SECURITY_GROUP_ACCESS_DENIED",
    UnknownError = "UNKNOWN_ERROR",
});

pub static DELIVERY_STREAM_FAILURE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["VPC_ENDPOINT_SERVICE_NAME_NOT_FOUND", "VPC_INTERFACE_ENDPOINT_SERVICE_ACCESS_DENIED", "RETIRE_KMS_GRANT_FAILED", "CREATE_KMS_GRANT_FAILED", "KMS_ACCESS_DENIED", "DISABLED_KMS_KEY", "INVALID_KMS_KEY", "KMS_KEY_NOT_FOUND", "KMS_OPT_IN_REQUIRED", "CREATE_ENI_FAILED", "DELETE_ENI_FAILED", "SUBNET_NOT_FOUND", "SECURITY_GROUP_NOT_FOUND", "ENI_ACCESS_DENIED", "SUBNET_ACCESS_DENIED", "SECURITY_GROUP_ACCESS_DENIED", "UNKNOWN_ERROR"] });

pub static DELIVERY_STREAM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(64) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9_.-]+", matcher: "[a-zA-Z0-9_.-]+" }), values: &[] });

pub static DELIVERY_STREAM_NAME_LIST: schema::Shape = schema::Shape::List { member: &DELIVERY_STREAM_NAME, length: schema::Length { min: None, max: None } };

open_enum!(DeliveryStreamStatus {
    Creating = "CREATING",
    CreatingFailed = "CREATING_FAILED",
    Deleting = "DELETING",
    DeletingFailed = "DELETING_FAILED",
    Active = "ACTIVE",
});

pub static DELIVERY_STREAM_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["CREATING", "CREATING_FAILED", "DELETING", "DELETING_FAILED", "ACTIVE"] });

open_enum!(DeliveryStreamType {
    DirectPut = "DirectPut",
    KinesisStreamAsSource = "KinesisStreamAsSource",
    MSKAsSource = "MSKAsSource",
    DatabaseAsSource = "DatabaseAsSource",
});

pub static DELIVERY_STREAM_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["DirectPut", "KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource"] });

pub static DELIVERY_STREAM_VERSION_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(50) }, pattern: Some(schema::Pattern { text: "[0-9]+", matcher: "[0-9]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub limit: Option<i32>,
    pub exclusive_start_destination_id: Option<String>,
}

pub static DESCRIBE_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "DescribeDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "Limit", required: false, shape: &DESCRIBE_DELIVERY_STREAM_INPUT_LIMIT },
        schema::Member { name: "ExclusiveStartDestinationId", required: false, shape: &DESTINATION_ID },
    ],
    checked: &[0, 1, 2],
};
pub static DESCRIBE_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_DELIVERY_STREAM_INPUT);

structure!(DescribeDeliveryStreamInput = DESCRIBE_DELIVERY_STREAM_INPUT { delivery_stream_name, limit, exclusive_start_destination_id });

pub static DESCRIBE_DELIVERY_STREAM_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveryStreamOutput {
    pub delivery_stream_description: DeliveryStreamDescription,
}

pub static DESCRIBE_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "DescribeDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamDescription", required: true, shape: &DELIVERY_STREAM_DESCRIPTION_SHAPE },
    ],
    checked: &[0],
};
pub static DESCRIBE_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&DESCRIBE_DELIVERY_STREAM_OUTPUT);

structure!(DescribeDeliveryStreamOutput = DESCRIBE_DELIVERY_STREAM_OUTPUT { delivery_stream_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deserializer {
    pub open_x_json_ser_de: Option<OpenXJsonSerDe>,
    pub hive_json_ser_de: Option<HiveJsonSerDe>,
}

pub static DESERIALIZER: schema::Structure = schema::Structure {
    name: "Deserializer",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "OpenXJsonSerDe", required: false, shape: &OPEN_X_JSON_SER_DE_SHAPE },
        schema::Member { name: "HiveJsonSerDe", required: false, shape: &HIVE_JSON_SER_DE_SHAPE },
    ],
    checked: &[0, 1],
};
pub static DESERIALIZER_SHAPE: schema::Shape = schema::Shape::Structure(&DESERIALIZER);

structure!(Deserializer = DESERIALIZER { open_x_json_ser_de, hive_json_ser_de });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DestinationDescription {
    pub destination_id: String,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub extended_s3_destination_description: Option<ExtendedS3DestinationDescription>,
    pub redshift_destination_description: Option<RedshiftDestinationDescription>,
    pub elasticsearch_destination_description: Option<ElasticsearchDestinationDescription>,
    pub amazonopensearchservice_destination_description: Option<AmazonopensearchserviceDestinationDescription>,
    pub splunk_destination_description: Option<SplunkDestinationDescription>,
    pub http_endpoint_destination_description: Option<HttpEndpointDestinationDescription>,
    pub snowflake_destination_description: Option<SnowflakeDestinationDescription>,
    pub amazon_open_search_serverless_destination_description: Option<AmazonOpenSearchServerlessDestinationDescription>,
    pub iceberg_destination_description: Option<IcebergDestinationDescription>,
}

pub static DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "DestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DestinationId", required: true, shape: &DESTINATION_ID },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ExtendedS3DestinationDescription", required: false, shape: &EXTENDED_S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "RedshiftDestinationDescription", required: false, shape: &REDSHIFT_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ElasticsearchDestinationDescription", required: false, shape: &ELASTICSEARCH_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "AmazonopensearchserviceDestinationDescription", required: false, shape: &AMAZONOPENSEARCHSERVICE_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "SplunkDestinationDescription", required: false, shape: &SPLUNK_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "HttpEndpointDestinationDescription", required: false, shape: &HTTP_ENDPOINT_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "SnowflakeDestinationDescription", required: false, shape: &SNOWFLAKE_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "AmazonOpenSearchServerlessDestinationDescription", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "IcebergDestinationDescription", required: false, shape: &ICEBERG_DESTINATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&DESTINATION_DESCRIPTION);

structure!(DestinationDescription = DESTINATION_DESCRIPTION { destination_id, s3_destination_description, extended_s3_destination_description, redshift_destination_description, elasticsearch_destination_description, amazonopensearchservice_destination_description, splunk_destination_description, http_endpoint_destination_description, snowflake_destination_description, amazon_open_search_serverless_destination_description, iceberg_destination_description });

pub static DESTINATION_DESCRIPTION_LIST: schema::Shape = schema::Shape::List { member: &DESTINATION_DESCRIPTION_SHAPE, length: schema::Length { min: None, max: None } };

pub static DESTINATION_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(100) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9-]+", matcher: "[a-zA-Z0-9-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DestinationTableConfiguration {
    pub destination_table_name: String,
    pub destination_database_name: String,
    pub unique_keys: Option<Vec<String>>,
    pub partition_spec: Option<PartitionSpec>,
    pub s3_error_output_prefix: Option<String>,
}

pub static DESTINATION_TABLE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DestinationTableConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DestinationTableName", required: true, shape: &STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS },
        schema::Member { name: "DestinationDatabaseName", required: true, shape: &STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS },
        schema::Member { name: "UniqueKeys", required: false, shape: &LIST_OF_NON_EMPTY_STRINGS_WITHOUT_WHITESPACE },
        schema::Member { name: "PartitionSpec", required: false, shape: &PARTITION_SPEC_SHAPE },
        schema::Member { name: "S3ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static DESTINATION_TABLE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DESTINATION_TABLE_CONFIGURATION);

structure!(DestinationTableConfiguration = DESTINATION_TABLE_CONFIGURATION { destination_table_name, destination_database_name, unique_keys, partition_spec, s3_error_output_prefix });

pub static DESTINATION_TABLE_CONFIGURATION_LIST: schema::Shape = schema::Shape::List { member: &DESTINATION_TABLE_CONFIGURATION_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectPutSourceConfiguration {
    pub throughput_hint_in_mbs: i32,
}

pub static DIRECT_PUT_SOURCE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DirectPutSourceConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ThroughputHintInMBs", required: true, shape: &THROUGHPUT_HINT_IN_MBS },
    ],
    checked: &[0],
};
pub static DIRECT_PUT_SOURCE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DIRECT_PUT_SOURCE_CONFIGURATION);

structure!(DirectPutSourceConfiguration = DIRECT_PUT_SOURCE_CONFIGURATION { throughput_hint_in_mbs });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectPutSourceDescription {
    pub throughput_hint_in_mbs: Option<i32>,
}

pub static DIRECT_PUT_SOURCE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "DirectPutSourceDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ThroughputHintInMBs", required: false, shape: &THROUGHPUT_HINT_IN_MBS },
    ],
    checked: &[0],
};
pub static DIRECT_PUT_SOURCE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&DIRECT_PUT_SOURCE_DESCRIPTION);

structure!(DirectPutSourceDescription = DIRECT_PUT_SOURCE_DESCRIPTION { throughput_hint_in_mbs });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentIdOptions {
    pub default_document_id_format: DefaultDocumentIdFormat,
}

pub static DOCUMENT_ID_OPTIONS: schema::Structure = schema::Structure {
    name: "DocumentIdOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DefaultDocumentIdFormat", required: true, shape: &DEFAULT_DOCUMENT_ID_FORMAT },
    ],
    checked: &[0],
};
pub static DOCUMENT_ID_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&DOCUMENT_ID_OPTIONS);

structure!(DocumentIdOptions = DOCUMENT_ID_OPTIONS { default_document_id_format });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DynamicPartitioningConfiguration {
    pub retry_options: Option<RetryOptions>,
    pub enabled: Option<bool>,
}

pub static DYNAMIC_PARTITIONING_CONFIGURATION: schema::Structure = schema::Structure {
    name: "DynamicPartitioningConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RetryOptions", required: false, shape: &RETRY_OPTIONS_SHAPE },
        schema::Member { name: "Enabled", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static DYNAMIC_PARTITIONING_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&DYNAMIC_PARTITIONING_CONFIGURATION);

structure!(DynamicPartitioningConfiguration = DYNAMIC_PARTITIONING_CONFIGURATION { retry_options, enabled });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticsearchBufferingHints {
    pub interval_in_seconds: Option<i32>,
    pub size_in_mbs: Option<i32>,
}

pub static ELASTICSEARCH_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "ElasticsearchBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "IntervalInSeconds", required: false, shape: &ELASTICSEARCH_BUFFERING_INTERVAL_IN_SECONDS },
        schema::Member { name: "SizeInMBs", required: false, shape: &ELASTICSEARCH_BUFFERING_SIZE_IN_MBS },
    ],
    checked: &[0, 1],
};
pub static ELASTICSEARCH_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&ELASTICSEARCH_BUFFERING_HINTS);

structure!(ElasticsearchBufferingHints = ELASTICSEARCH_BUFFERING_HINTS { interval_in_seconds, size_in_mbs });

pub static ELASTICSEARCH_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static ELASTICSEARCH_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static ELASTICSEARCH_CLUSTER_ENDPOINT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "https:.*", matcher: "https:.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticsearchDestinationConfiguration {
    pub role_arn: String,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: String,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<ElasticsearchIndexRotationPeriod>,
    pub buffering_hints: Option<ElasticsearchBufferingHints>,
    pub retry_options: Option<ElasticsearchRetryOptions>,
    pub s3_backup_mode: Option<ElasticsearchS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration: Option<VpcConfiguration>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static ELASTICSEARCH_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ElasticsearchDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &ELASTICSEARCH_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &ELASTICSEARCH_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: true, shape: &ELASTICSEARCH_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &ELASTICSEARCH_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &ELASTICSEARCH_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &ELASTICSEARCH_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &ELASTICSEARCH_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &ELASTICSEARCH_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfiguration", required: false, shape: &VPC_CONFIGURATION_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
};
pub static ELASTICSEARCH_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ELASTICSEARCH_DESTINATION_CONFIGURATION);

structure!(ElasticsearchDestinationConfiguration = ELASTICSEARCH_DESTINATION_CONFIGURATION { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_backup_mode, s3_configuration, processing_configuration, cloud_watch_logging_options, vpc_configuration, document_id_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticsearchDestinationDescription {
    pub role_arn: Option<String>,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<ElasticsearchIndexRotationPeriod>,
    pub buffering_hints: Option<ElasticsearchBufferingHints>,
    pub retry_options: Option<ElasticsearchRetryOptions>,
    pub s3_backup_mode: Option<ElasticsearchS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub vpc_configuration_description: Option<VpcConfigurationDescription>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static ELASTICSEARCH_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ElasticsearchDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &ELASTICSEARCH_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &ELASTICSEARCH_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &ELASTICSEARCH_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &ELASTICSEARCH_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &ELASTICSEARCH_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &ELASTICSEARCH_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &ELASTICSEARCH_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &ELASTICSEARCH_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "VpcConfigurationDescription", required: false, shape: &VPC_CONFIGURATION_DESCRIPTION_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
};
pub static ELASTICSEARCH_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&ELASTICSEARCH_DESTINATION_DESCRIPTION);

structure!(ElasticsearchDestinationDescription = ELASTICSEARCH_DESTINATION_DESCRIPTION { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_backup_mode, s3_destination_description, processing_configuration, cloud_watch_logging_options, vpc_configuration_description, document_id_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticsearchDestinationUpdate {
    pub role_arn: Option<String>,
    pub domain_arn: Option<String>,
    pub cluster_endpoint: Option<String>,
    pub index_name: Option<String>,
    pub type_name: Option<String>,
    pub index_rotation_period: Option<ElasticsearchIndexRotationPeriod>,
    pub buffering_hints: Option<ElasticsearchBufferingHints>,
    pub retry_options: Option<ElasticsearchRetryOptions>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub document_id_options: Option<DocumentIdOptions>,
}

pub static ELASTICSEARCH_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "ElasticsearchDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "DomainARN", required: false, shape: &ELASTICSEARCH_DOMAIN_ARN },
        schema::Member { name: "ClusterEndpoint", required: false, shape: &ELASTICSEARCH_CLUSTER_ENDPOINT },
        schema::Member { name: "IndexName", required: false, shape: &ELASTICSEARCH_INDEX_NAME },
        schema::Member { name: "TypeName", required: false, shape: &ELASTICSEARCH_TYPE_NAME },
        schema::Member { name: "IndexRotationPeriod", required: false, shape: &ELASTICSEARCH_INDEX_ROTATION_PERIOD },
        schema::Member { name: "BufferingHints", required: false, shape: &ELASTICSEARCH_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "RetryOptions", required: false, shape: &ELASTICSEARCH_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "DocumentIdOptions", required: false, shape: &DOCUMENT_ID_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static ELASTICSEARCH_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&ELASTICSEARCH_DESTINATION_UPDATE);

structure!(ElasticsearchDestinationUpdate = ELASTICSEARCH_DESTINATION_UPDATE { role_arn, domain_arn, cluster_endpoint, index_name, type_name, index_rotation_period, buffering_hints, retry_options, s3_update, processing_configuration, cloud_watch_logging_options, document_id_options });

pub static ELASTICSEARCH_DOMAIN_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}", matcher: "arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}" }), values: &[] });

pub static ELASTICSEARCH_INDEX_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(80) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

open_enum!(ElasticsearchIndexRotationPeriod {
    NoRotation = "NoRotation",
    OneHour = "OneHour",
    OneDay = "OneDay",
    OneWeek = "OneWeek",
    OneMonth = "OneMonth",
});

pub static ELASTICSEARCH_INDEX_ROTATION_PERIOD: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NoRotation", "OneHour", "OneDay", "OneWeek", "OneMonth"] });

pub static ELASTICSEARCH_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticsearchRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static ELASTICSEARCH_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "ElasticsearchRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &ELASTICSEARCH_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static ELASTICSEARCH_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&ELASTICSEARCH_RETRY_OPTIONS);

structure!(ElasticsearchRetryOptions = ELASTICSEARCH_RETRY_OPTIONS { duration_in_seconds });

open_enum!(ElasticsearchS3BackupMode {
    FailedDocumentsOnly = "FailedDocumentsOnly",
    AllDocuments = "AllDocuments",
});

pub static ELASTICSEARCH_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDocumentsOnly", "AllDocuments"] });

pub static ELASTICSEARCH_TYPE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(100) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptionConfiguration {
    pub no_encryption_config: Option<NoEncryptionConfig>,
    pub kms_encryption_config: Option<KMSEncryptionConfig>,
}

pub static ENCRYPTION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "EncryptionConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "NoEncryptionConfig", required: false, shape: &NO_ENCRYPTION_CONFIG },
        schema::Member { name: "KMSEncryptionConfig", required: false, shape: &KMS_ENCRYPTION_CONFIG_SHAPE },
    ],
    checked: &[0, 1],
};
pub static ENCRYPTION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ENCRYPTION_CONFIGURATION);

structure!(EncryptionConfiguration = ENCRYPTION_CONFIGURATION { no_encryption_config, kms_encryption_config });

pub static ERROR_CODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ERROR_OUTPUT_PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1024) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtendedS3DestinationConfiguration {
    pub role_arn: String,
    pub bucket_arn: String,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: Option<BufferingHints>,
    pub compression_format: Option<CompressionFormat>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<S3BackupMode>,
    pub s3_backup_configuration: Option<S3DestinationConfiguration>,
    pub data_format_conversion_configuration: Option<DataFormatConversionConfiguration>,
    pub dynamic_partitioning_configuration: Option<DynamicPartitioningConfiguration>,
    pub file_extension: Option<String>,
    pub custom_time_zone: Option<String>,
}

pub static EXTENDED_S3_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ExtendedS3DestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: false, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &S3_BACKUP_MODE },
        schema::Member { name: "S3BackupConfiguration", required: false, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "DataFormatConversionConfiguration", required: false, shape: &DATA_FORMAT_CONVERSION_CONFIGURATION_SHAPE },
        schema::Member { name: "DynamicPartitioningConfiguration", required: false, shape: &DYNAMIC_PARTITIONING_CONFIGURATION_SHAPE },
        schema::Member { name: "FileExtension", required: false, shape: &FILE_EXTENSION },
        schema::Member { name: "CustomTimeZone", required: false, shape: &CUSTOM_TIME_ZONE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
};
pub static EXTENDED_S3_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&EXTENDED_S3_DESTINATION_CONFIGURATION);

structure!(ExtendedS3DestinationConfiguration = EXTENDED_S3_DESTINATION_CONFIGURATION { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options, processing_configuration, s3_backup_mode, s3_backup_configuration, data_format_conversion_configuration, dynamic_partitioning_configuration, file_extension, custom_time_zone });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtendedS3DestinationDescription {
    pub role_arn: String,
    pub bucket_arn: String,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: BufferingHints,
    pub compression_format: CompressionFormat,
    pub encryption_configuration: EncryptionConfiguration,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<S3BackupMode>,
    pub s3_backup_description: Option<S3DestinationDescription>,
    pub data_format_conversion_configuration: Option<DataFormatConversionConfiguration>,
    pub dynamic_partitioning_configuration: Option<DynamicPartitioningConfiguration>,
    pub file_extension: Option<String>,
    pub custom_time_zone: Option<String>,
}

pub static EXTENDED_S3_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "ExtendedS3DestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: true, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: true, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: true, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &S3_BACKUP_MODE },
        schema::Member { name: "S3BackupDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "DataFormatConversionConfiguration", required: false, shape: &DATA_FORMAT_CONVERSION_CONFIGURATION_SHAPE },
        schema::Member { name: "DynamicPartitioningConfiguration", required: false, shape: &DYNAMIC_PARTITIONING_CONFIGURATION_SHAPE },
        schema::Member { name: "FileExtension", required: false, shape: &FILE_EXTENSION },
        schema::Member { name: "CustomTimeZone", required: false, shape: &CUSTOM_TIME_ZONE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
};
pub static EXTENDED_S3_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&EXTENDED_S3_DESTINATION_DESCRIPTION);

structure!(ExtendedS3DestinationDescription = EXTENDED_S3_DESTINATION_DESCRIPTION { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options, processing_configuration, s3_backup_mode, s3_backup_description, data_format_conversion_configuration, dynamic_partitioning_configuration, file_extension, custom_time_zone });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtendedS3DestinationUpdate {
    pub role_arn: Option<String>,
    pub bucket_arn: Option<String>,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: Option<BufferingHints>,
    pub compression_format: Option<CompressionFormat>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<S3BackupMode>,
    pub s3_backup_update: Option<S3DestinationUpdate>,
    pub data_format_conversion_configuration: Option<DataFormatConversionConfiguration>,
    pub dynamic_partitioning_configuration: Option<DynamicPartitioningConfiguration>,
    pub file_extension: Option<String>,
    pub custom_time_zone: Option<String>,
}

pub static EXTENDED_S3_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "ExtendedS3DestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: false, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: false, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &S3_BACKUP_MODE },
        schema::Member { name: "S3BackupUpdate", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "DataFormatConversionConfiguration", required: false, shape: &DATA_FORMAT_CONVERSION_CONFIGURATION_SHAPE },
        schema::Member { name: "DynamicPartitioningConfiguration", required: false, shape: &DYNAMIC_PARTITIONING_CONFIGURATION_SHAPE },
        schema::Member { name: "FileExtension", required: false, shape: &FILE_EXTENSION },
        schema::Member { name: "CustomTimeZone", required: false, shape: &CUSTOM_TIME_ZONE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
};
pub static EXTENDED_S3_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&EXTENDED_S3_DESTINATION_UPDATE);

structure!(ExtendedS3DestinationUpdate = EXTENDED_S3_DESTINATION_UPDATE { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options, processing_configuration, s3_backup_mode, s3_backup_update, data_format_conversion_configuration, dynamic_partitioning_configuration, file_extension, custom_time_zone });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FailureDescription {
    pub r#type: DeliveryStreamFailureType,
    pub details: String,
}

pub static FAILURE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "FailureDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Type", required: true, shape: &DELIVERY_STREAM_FAILURE_TYPE },
        schema::Member { name: "Details", required: true, shape: &NON_EMPTY_STRING },
    ],
    checked: &[0, 1],
};
pub static FAILURE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&FAILURE_DESCRIPTION);

structure!(FailureDescription = FAILURE_DESCRIPTION { r#type, details });

pub static FILE_EXTENSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(128) }, pattern: Some(schema::Pattern { text: "^$|\\.[0-9a-z!\\-_.*'()]+", matcher: "^$|\\.[0-9a-z!\\-_.*'()]+" }), values: &[] });

pub static GLUE_DATA_CATALOG_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?", matcher: "arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?" }), values: &[] });

pub static HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(180), max: Some(600) });

pub static HEC_ENDPOINT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(2048) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

open_enum!(HECEndpointType {
    Raw = "Raw",
    Event = "Event",
});

pub static HEC_ENDPOINT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Raw", "Event"] });

pub static HEC_TOKEN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(2048) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HiveJsonSerDe {
    pub timestamp_formats: Option<Vec<String>>,
}

pub static HIVE_JSON_SER_DE: schema::Structure = schema::Structure {
    name: "HiveJsonSerDe",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "TimestampFormats", required: false, shape: &LIST_OF_NON_EMPTY_STRINGS },
    ],
    checked: &[0],
};
pub static HIVE_JSON_SER_DE_SHAPE: schema::Shape = schema::Shape::Structure(&HIVE_JSON_SER_DE);

structure!(HiveJsonSerDe = HIVE_JSON_SER_DE { timestamp_formats });

pub static HTTP_ENDPOINT_ACCESS_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(4096) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

pub static HTTP_ENDPOINT_ATTRIBUTE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: Some(schema::Pattern { text: "^(?!\\s*$).+", matcher: ".*\\S.*" }), values: &[] });

pub static HTTP_ENDPOINT_ATTRIBUTE_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1024) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointBufferingHints {
    pub size_in_mbs: Option<i32>,
    pub interval_in_seconds: Option<i32>,
}

pub static HTTP_ENDPOINT_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "HttpEndpointBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SizeInMBs", required: false, shape: &HTTP_ENDPOINT_BUFFERING_SIZE_IN_MBS },
        schema::Member { name: "IntervalInSeconds", required: false, shape: &HTTP_ENDPOINT_BUFFERING_INTERVAL_IN_SECONDS },
    ],
    checked: &[0, 1],
};
pub static HTTP_ENDPOINT_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_BUFFERING_HINTS);

structure!(HttpEndpointBufferingHints = HTTP_ENDPOINT_BUFFERING_HINTS { size_in_mbs, interval_in_seconds });

pub static HTTP_ENDPOINT_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static HTTP_ENDPOINT_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(64) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointCommonAttribute {
    pub attribute_name: String,
    pub attribute_value: String,
}

pub static HTTP_ENDPOINT_COMMON_ATTRIBUTE: schema::Structure = schema::Structure {
    name: "HttpEndpointCommonAttribute",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "AttributeName", required: true, shape: &HTTP_ENDPOINT_ATTRIBUTE_NAME },
        schema::Member { name: "AttributeValue", required: true, shape: &HTTP_ENDPOINT_ATTRIBUTE_VALUE },
    ],
    checked: &[0, 1],
};
pub static HTTP_ENDPOINT_COMMON_ATTRIBUTE_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_COMMON_ATTRIBUTE);

structure!(HttpEndpointCommonAttribute = HTTP_ENDPOINT_COMMON_ATTRIBUTE { attribute_name, attribute_value });

pub static HTTP_ENDPOINT_COMMON_ATTRIBUTES_LIST: schema::Shape = schema::Shape::List { member: &HTTP_ENDPOINT_COMMON_ATTRIBUTE_SHAPE, length: schema::Length { min: Some(0), max: Some(50) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointConfiguration {
    pub url: String,
    pub name: Option<String>,
    pub access_key: Option<String>,
}

pub static HTTP_ENDPOINT_CONFIGURATION: schema::Structure = schema::Structure {
    name: "HttpEndpointConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Url", required: true, shape: &HTTP_ENDPOINT_URL },
        schema::Member { name: "Name", required: false, shape: &HTTP_ENDPOINT_NAME },
        schema::Member { name: "AccessKey", required: false, shape: &HTTP_ENDPOINT_ACCESS_KEY },
    ],
    checked: &[0, 1, 2],
};
pub static HTTP_ENDPOINT_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_CONFIGURATION);

structure!(HttpEndpointConfiguration = HTTP_ENDPOINT_CONFIGURATION { url, name, access_key });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointDescription {
    pub url: Option<String>,
    pub name: Option<String>,
}

pub static HTTP_ENDPOINT_DESCRIPTION: schema::Structure = schema::Structure {
    name: "HttpEndpointDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Url", required: false, shape: &HTTP_ENDPOINT_URL },
        schema::Member { name: "Name", required: false, shape: &HTTP_ENDPOINT_NAME },
    ],
    checked: &[0, 1],
};
pub static HTTP_ENDPOINT_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_DESCRIPTION);

structure!(HttpEndpointDescription = HTTP_ENDPOINT_DESCRIPTION { url, name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointDestinationConfiguration {
    pub endpoint_configuration: HttpEndpointConfiguration,
    pub buffering_hints: Option<HttpEndpointBufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub request_configuration: Option<HttpEndpointRequestConfiguration>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: Option<String>,
    pub retry_options: Option<HttpEndpointRetryOptions>,
    pub s3_backup_mode: Option<HttpEndpointS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static HTTP_ENDPOINT_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "HttpEndpointDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "EndpointConfiguration", required: true, shape: &HTTP_ENDPOINT_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &HTTP_ENDPOINT_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "RequestConfiguration", required: false, shape: &HTTP_ENDPOINT_REQUEST_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &HTTP_ENDPOINT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &HTTP_ENDPOINT_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static HTTP_ENDPOINT_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_DESTINATION_CONFIGURATION);

structure!(HttpEndpointDestinationConfiguration = HTTP_ENDPOINT_DESTINATION_CONFIGURATION { endpoint_configuration, buffering_hints, cloud_watch_logging_options, request_configuration, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_configuration, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointDestinationDescription {
    pub endpoint_configuration: Option<HttpEndpointDescription>,
    pub buffering_hints: Option<HttpEndpointBufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub request_configuration: Option<HttpEndpointRequestConfiguration>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: Option<String>,
    pub retry_options: Option<HttpEndpointRetryOptions>,
    pub s3_backup_mode: Option<HttpEndpointS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static HTTP_ENDPOINT_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "HttpEndpointDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "EndpointConfiguration", required: false, shape: &HTTP_ENDPOINT_DESCRIPTION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &HTTP_ENDPOINT_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "RequestConfiguration", required: false, shape: &HTTP_ENDPOINT_REQUEST_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &HTTP_ENDPOINT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &HTTP_ENDPOINT_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static HTTP_ENDPOINT_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_DESTINATION_DESCRIPTION);

structure!(HttpEndpointDestinationDescription = HTTP_ENDPOINT_DESTINATION_DESCRIPTION { endpoint_configuration, buffering_hints, cloud_watch_logging_options, request_configuration, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_destination_description, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointDestinationUpdate {
    pub endpoint_configuration: Option<HttpEndpointConfiguration>,
    pub buffering_hints: Option<HttpEndpointBufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub request_configuration: Option<HttpEndpointRequestConfiguration>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: Option<String>,
    pub retry_options: Option<HttpEndpointRetryOptions>,
    pub s3_backup_mode: Option<HttpEndpointS3BackupMode>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static HTTP_ENDPOINT_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "HttpEndpointDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "EndpointConfiguration", required: false, shape: &HTTP_ENDPOINT_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &HTTP_ENDPOINT_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "RequestConfiguration", required: false, shape: &HTTP_ENDPOINT_REQUEST_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &HTTP_ENDPOINT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &HTTP_ENDPOINT_S3_BACKUP_MODE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static HTTP_ENDPOINT_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_DESTINATION_UPDATE);

structure!(HttpEndpointDestinationUpdate = HTTP_ENDPOINT_DESTINATION_UPDATE { endpoint_configuration, buffering_hints, cloud_watch_logging_options, request_configuration, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_update, secrets_manager_configuration });

pub static HTTP_ENDPOINT_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(256) }, pattern: Some(schema::Pattern { text: "^(?!\\s*$).+", matcher: ".*\\S.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointRequestConfiguration {
    pub content_encoding: Option<ContentEncoding>,
    pub common_attributes: Option<Vec<HttpEndpointCommonAttribute>>,
}

pub static HTTP_ENDPOINT_REQUEST_CONFIGURATION: schema::Structure = schema::Structure {
    name: "HttpEndpointRequestConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ContentEncoding", required: false, shape: &CONTENT_ENCODING },
        schema::Member { name: "CommonAttributes", required: false, shape: &HTTP_ENDPOINT_COMMON_ATTRIBUTES_LIST },
    ],
    checked: &[0, 1],
};
pub static HTTP_ENDPOINT_REQUEST_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_REQUEST_CONFIGURATION);

structure!(HttpEndpointRequestConfiguration = HTTP_ENDPOINT_REQUEST_CONFIGURATION { content_encoding, common_attributes });

pub static HTTP_ENDPOINT_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpEndpointRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static HTTP_ENDPOINT_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "HttpEndpointRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &HTTP_ENDPOINT_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static HTTP_ENDPOINT_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&HTTP_ENDPOINT_RETRY_OPTIONS);

structure!(HttpEndpointRetryOptions = HTTP_ENDPOINT_RETRY_OPTIONS { duration_in_seconds });

open_enum!(HttpEndpointS3BackupMode {
    FailedDataOnly = "FailedDataOnly",
    AllData = "AllData",
});

pub static HTTP_ENDPOINT_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDataOnly", "AllData"] });

pub static HTTP_ENDPOINT_URL: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1000) }, pattern: Some(schema::Pattern { text: "https://.*", matcher: "https://.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IcebergDestinationConfiguration {
    pub destination_table_configuration_list: Option<Vec<DestinationTableConfiguration>>,
    pub schema_evolution_configuration: Option<SchemaEvolutionConfiguration>,
    pub table_creation_configuration: Option<TableCreationConfiguration>,
    pub buffering_hints: Option<BufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<IcebergS3BackupMode>,
    pub retry_options: Option<RetryOptions>,
    pub role_arn: String,
    pub append_only: Option<bool>,
    pub catalog_configuration: CatalogConfiguration,
    pub s3_configuration: S3DestinationConfiguration,
}

pub static ICEBERG_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "IcebergDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DestinationTableConfigurationList", required: false, shape: &DESTINATION_TABLE_CONFIGURATION_LIST },
        schema::Member { name: "SchemaEvolutionConfiguration", required: false, shape: &SCHEMA_EVOLUTION_CONFIGURATION_SHAPE },
        schema::Member { name: "TableCreationConfiguration", required: false, shape: &TABLE_CREATION_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &ICEBERG_S3_BACKUP_MODE },
        schema::Member { name: "RetryOptions", required: false, shape: &RETRY_OPTIONS_SHAPE },
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "AppendOnly", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "CatalogConfiguration", required: true, shape: &CATALOG_CONFIGURATION_SHAPE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static ICEBERG_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&ICEBERG_DESTINATION_CONFIGURATION);

structure!(IcebergDestinationConfiguration = ICEBERG_DESTINATION_CONFIGURATION { destination_table_configuration_list, schema_evolution_configuration, table_creation_configuration, buffering_hints, cloud_watch_logging_options, processing_configuration, s3_backup_mode, retry_options, role_arn, append_only, catalog_configuration, s3_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IcebergDestinationDescription {
    pub destination_table_configuration_list: Option<Vec<DestinationTableConfiguration>>,
    pub schema_evolution_configuration: Option<SchemaEvolutionConfiguration>,
    pub table_creation_configuration: Option<TableCreationConfiguration>,
    pub buffering_hints: Option<BufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<IcebergS3BackupMode>,
    pub retry_options: Option<RetryOptions>,
    pub role_arn: Option<String>,
    pub append_only: Option<bool>,
    pub catalog_configuration: Option<CatalogConfiguration>,
    pub s3_destination_description: Option<S3DestinationDescription>,
}

pub static ICEBERG_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "IcebergDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DestinationTableConfigurationList", required: false, shape: &DESTINATION_TABLE_CONFIGURATION_LIST },
        schema::Member { name: "SchemaEvolutionConfiguration", required: false, shape: &SCHEMA_EVOLUTION_CONFIGURATION_SHAPE },
        schema::Member { name: "TableCreationConfiguration", required: false, shape: &TABLE_CREATION_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &ICEBERG_S3_BACKUP_MODE },
        schema::Member { name: "RetryOptions", required: false, shape: &RETRY_OPTIONS_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "AppendOnly", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "CatalogConfiguration", required: false, shape: &CATALOG_CONFIGURATION_SHAPE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static ICEBERG_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&ICEBERG_DESTINATION_DESCRIPTION);

structure!(IcebergDestinationDescription = ICEBERG_DESTINATION_DESCRIPTION { destination_table_configuration_list, schema_evolution_configuration, table_creation_configuration, buffering_hints, cloud_watch_logging_options, processing_configuration, s3_backup_mode, retry_options, role_arn, append_only, catalog_configuration, s3_destination_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IcebergDestinationUpdate {
    pub destination_table_configuration_list: Option<Vec<DestinationTableConfiguration>>,
    pub schema_evolution_configuration: Option<SchemaEvolutionConfiguration>,
    pub table_creation_configuration: Option<TableCreationConfiguration>,
    pub buffering_hints: Option<BufferingHints>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<IcebergS3BackupMode>,
    pub retry_options: Option<RetryOptions>,
    pub role_arn: Option<String>,
    pub append_only: Option<bool>,
    pub catalog_configuration: Option<CatalogConfiguration>,
    pub s3_configuration: Option<S3DestinationConfiguration>,
}

pub static ICEBERG_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "IcebergDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DestinationTableConfigurationList", required: false, shape: &DESTINATION_TABLE_CONFIGURATION_LIST },
        schema::Member { name: "SchemaEvolutionConfiguration", required: false, shape: &SCHEMA_EVOLUTION_CONFIGURATION_SHAPE },
        schema::Member { name: "TableCreationConfiguration", required: false, shape: &TABLE_CREATION_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &ICEBERG_S3_BACKUP_MODE },
        schema::Member { name: "RetryOptions", required: false, shape: &RETRY_OPTIONS_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "AppendOnly", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "CatalogConfiguration", required: false, shape: &CATALOG_CONFIGURATION_SHAPE },
        schema::Member { name: "S3Configuration", required: false, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static ICEBERG_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&ICEBERG_DESTINATION_UPDATE);

structure!(IcebergDestinationUpdate = ICEBERG_DESTINATION_UPDATE { destination_table_configuration_list, schema_evolution_configuration, table_creation_configuration, buffering_hints, cloud_watch_logging_options, processing_configuration, s3_backup_mode, retry_options, role_arn, append_only, catalog_configuration, s3_configuration });

open_enum!(IcebergS3BackupMode {
    FailedDataOnly = "FailedDataOnly",
    AllData = "AllData",
});

pub static ICEBERG_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDataOnly", "AllData"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputFormatConfiguration {
    pub deserializer: Option<Deserializer>,
}

pub static INPUT_FORMAT_CONFIGURATION: schema::Structure = schema::Structure {
    name: "InputFormatConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Deserializer", required: false, shape: &DESERIALIZER_SHAPE },
    ],
    checked: &[0],
};
pub static INPUT_FORMAT_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&INPUT_FORMAT_CONFIGURATION);

structure!(InputFormatConfiguration = INPUT_FORMAT_CONFIGURATION { deserializer });

pub static INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KMSEncryptionConfig {
    pub awskms_key_arn: String,
}

pub static KMS_ENCRYPTION_CONFIG: schema::Structure = schema::Structure {
    name: "KMSEncryptionConfig",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "AWSKMSKeyARN", required: true, shape: &AWSKMS_KEY_ARN },
    ],
    checked: &[0],
};
pub static KMS_ENCRYPTION_CONFIG_SHAPE: schema::Shape = schema::Shape::Structure(&KMS_ENCRYPTION_CONFIG);

structure!(KMSEncryptionConfig = KMS_ENCRYPTION_CONFIG { awskms_key_arn });

open_enum!(KeyType {
    AwsOwnedCmk = "AWS_OWNED_CMK",
    CustomerManagedCmk = "CUSTOMER_MANAGED_CMK",
});

pub static KEY_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["AWS_OWNED_CMK", "CUSTOMER_MANAGED_CMK"] });

pub static KINESIS_STREAM_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+", matcher: "arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamSourceConfiguration {
    pub kinesis_stream_arn: String,
    pub role_arn: String,
}

pub static KINESIS_STREAM_SOURCE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "KinesisStreamSourceConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "KinesisStreamARN", required: true, shape: &KINESIS_STREAM_ARN },
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
    ],
    checked: &[0, 1],
};
pub static KINESIS_STREAM_SOURCE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&KINESIS_STREAM_SOURCE_CONFIGURATION);

structure!(KinesisStreamSourceConfiguration = KINESIS_STREAM_SOURCE_CONFIGURATION { kinesis_stream_arn, role_arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisStreamSourceDescription {
    pub kinesis_stream_arn: Option<String>,
    pub role_arn: Option<String>,
    pub delivery_start_timestamp: Option<Timestamp>,
}

pub static KINESIS_STREAM_SOURCE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "KinesisStreamSourceDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "KinesisStreamARN", required: false, shape: &KINESIS_STREAM_ARN },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "DeliveryStartTimestamp", required: false, shape: &DELIVERY_START_TIMESTAMP },
    ],
    checked: &[0, 1, 2],
};
pub static KINESIS_STREAM_SOURCE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&KINESIS_STREAM_SOURCE_DESCRIPTION);

structure!(KinesisStreamSourceDescription = KINESIS_STREAM_SOURCE_DESCRIPTION { kinesis_stream_arn, role_arn, delivery_start_timestamp });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDeliveryStreamsInput {
    pub limit: Option<i32>,
    pub delivery_stream_type: Option<DeliveryStreamType>,
    pub exclusive_start_delivery_stream_name: Option<String>,
}

pub static LIST_DELIVERY_STREAMS_INPUT: schema::Structure = schema::Structure {
    name: "ListDeliveryStreamsInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Limit", required: false, shape: &LIST_DELIVERY_STREAMS_INPUT_LIMIT },
        schema::Member { name: "DeliveryStreamType", required: false, shape: &DELIVERY_STREAM_TYPE },
        schema::Member { name: "ExclusiveStartDeliveryStreamName", required: false, shape: &DELIVERY_STREAM_NAME },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_DELIVERY_STREAMS_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_DELIVERY_STREAMS_INPUT);

structure!(ListDeliveryStreamsInput = LIST_DELIVERY_STREAMS_INPUT { limit, delivery_stream_type, exclusive_start_delivery_stream_name });

pub static LIST_DELIVERY_STREAMS_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(10000) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDeliveryStreamsOutput {
    pub delivery_stream_names: Vec<String>,
    pub has_more_delivery_streams: bool,
}

pub static LIST_DELIVERY_STREAMS_OUTPUT: schema::Structure = schema::Structure {
    name: "ListDeliveryStreamsOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamNames", required: true, shape: &DELIVERY_STREAM_NAME_LIST },
        schema::Member { name: "HasMoreDeliveryStreams", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static LIST_DELIVERY_STREAMS_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_DELIVERY_STREAMS_OUTPUT);

structure!(ListDeliveryStreamsOutput = LIST_DELIVERY_STREAMS_OUTPUT { delivery_stream_names, has_more_delivery_streams });

pub static LIST_OF_NON_EMPTY_STRINGS: schema::Shape = schema::Shape::List { member: &NON_EMPTY_STRING, length: schema::Length { min: None, max: None } };

pub static LIST_OF_NON_EMPTY_STRINGS_WITHOUT_WHITESPACE: schema::Shape = schema::Shape::List { member: &NON_EMPTY_STRING_WITHOUT_WHITESPACE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub exclusive_start_tag_key: Option<String>,
    pub limit: Option<i32>,
}

pub static LIST_TAGS_FOR_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "ListTagsForDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "ExclusiveStartTagKey", required: false, shape: &TAG_KEY },
        schema::Member { name: "Limit", required: false, shape: &LIST_TAGS_FOR_DELIVERY_STREAM_INPUT_LIMIT },
    ],
    checked: &[0, 1, 2],
};
pub static LIST_TAGS_FOR_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_DELIVERY_STREAM_INPUT);

structure!(ListTagsForDeliveryStreamInput = LIST_TAGS_FOR_DELIVERY_STREAM_INPUT { delivery_stream_name, exclusive_start_tag_key, limit });

pub static LIST_TAGS_FOR_DELIVERY_STREAM_INPUT_LIMIT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(50) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForDeliveryStreamOutput {
    pub tags: Vec<Tag>,
    pub has_more_tags: bool,
}

pub static LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "ListTagsForDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Tags", required: true, shape: &LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT_TAG_LIST },
        schema::Member { name: "HasMoreTags", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT);

structure!(ListTagsForDeliveryStreamOutput = LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT { tags, has_more_tags });

pub static LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT_TAG_LIST: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: Some(0), max: Some(50) } };

pub static LOG_GROUP_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(512) }, pattern: Some(schema::Pattern { text: "[\\.\\-_/#A-Za-z0-9]*", matcher: "[\\.\\-_/#A-Za-z0-9]*" }), values: &[] });

pub static LOG_STREAM_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(512) }, pattern: Some(schema::Pattern { text: "[^:*]*", matcher: "[^:*]*" }), values: &[] });

pub static MSK_CLUSTER_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*", matcher: "arn:.*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MSKSourceConfiguration {
    pub msk_cluster_arn: String,
    pub topic_name: String,
    pub authentication_configuration: AuthenticationConfiguration,
    pub read_from_timestamp: Option<Timestamp>,
}

pub static MSK_SOURCE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "MSKSourceConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "MSKClusterARN", required: true, shape: &MSK_CLUSTER_ARN },
        schema::Member { name: "TopicName", required: true, shape: &TOPIC_NAME },
        schema::Member { name: "AuthenticationConfiguration", required: true, shape: &AUTHENTICATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ReadFromTimestamp", required: false, shape: &READ_FROM_TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3],
};
pub static MSK_SOURCE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&MSK_SOURCE_CONFIGURATION);

structure!(MSKSourceConfiguration = MSK_SOURCE_CONFIGURATION { msk_cluster_arn, topic_name, authentication_configuration, read_from_timestamp });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MSKSourceDescription {
    pub msk_cluster_arn: Option<String>,
    pub topic_name: Option<String>,
    pub authentication_configuration: Option<AuthenticationConfiguration>,
    pub delivery_start_timestamp: Option<Timestamp>,
    pub read_from_timestamp: Option<Timestamp>,
}

pub static MSK_SOURCE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "MSKSourceDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "MSKClusterARN", required: false, shape: &MSK_CLUSTER_ARN },
        schema::Member { name: "TopicName", required: false, shape: &TOPIC_NAME },
        schema::Member { name: "AuthenticationConfiguration", required: false, shape: &AUTHENTICATION_CONFIGURATION_SHAPE },
        schema::Member { name: "DeliveryStartTimestamp", required: false, shape: &DELIVERY_START_TIMESTAMP },
        schema::Member { name: "ReadFromTimestamp", required: false, shape: &READ_FROM_TIMESTAMP },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static MSK_SOURCE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&MSK_SOURCE_DESCRIPTION);

structure!(MSKSourceDescription = MSK_SOURCE_DESCRIPTION { msk_cluster_arn, topic_name, authentication_configuration, delivery_start_timestamp, read_from_timestamp });

open_enum!(NoEncryptionConfig {
    NoEncryption = "NoEncryption",
});

pub static NO_ENCRYPTION_CONFIG: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NoEncryption"] });

pub static NON_EMPTY_STRING: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: Some(schema::Pattern { text: "^(?!\\s*$).+", matcher: ".*\\S.*" }), values: &[] });

pub static NON_EMPTY_STRING_WITHOUT_WHITESPACE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1024) }, pattern: Some(schema::Pattern { text: "^\\S+$", matcher: "^\\S+$" }), values: &[] });

pub static NON_NEGATIVE_INTEGER_OBJECT: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenXJsonSerDe {
    pub convert_dots_in_json_keys_to_underscores: Option<bool>,
    pub case_insensitive: Option<bool>,
    pub column_to_json_key_mappings: Option<BTreeMap<String, String>>,
}

pub static OPEN_X_JSON_SER_DE: schema::Structure = schema::Structure {
    name: "OpenXJsonSerDe",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ConvertDotsInJsonKeysToUnderscores", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "CaseInsensitive", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "ColumnToJsonKeyMappings", required: false, shape: &COLUMN_TO_JSON_KEY_MAPPINGS },
    ],
    checked: &[0, 1, 2],
};
pub static OPEN_X_JSON_SER_DE_SHAPE: schema::Shape = schema::Shape::Structure(&OPEN_X_JSON_SER_DE);

structure!(OpenXJsonSerDe = OPEN_X_JSON_SER_DE { convert_dots_in_json_keys_to_underscores, case_insensitive, column_to_json_key_mappings });

open_enum!(OrcCompression {
    None = "NONE",
    Zlib = "ZLIB",
    Snappy = "SNAPPY",
});

pub static ORC_COMPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["NONE", "ZLIB", "SNAPPY"] });

open_enum!(OrcFormatVersion {
    V0_11 = "V0_11",
    V0_12 = "V0_12",
});

pub static ORC_FORMAT_VERSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["V0_11", "V0_12"] });

pub static ORC_ROW_INDEX_STRIDE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1000), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrcSerDe {
    pub stripe_size_bytes: Option<i32>,
    pub block_size_bytes: Option<i32>,
    pub row_index_stride: Option<i32>,
    pub enable_padding: Option<bool>,
    pub padding_tolerance: Option<f64>,
    pub compression: Option<OrcCompression>,
    pub bloom_filter_columns: Option<Vec<String>>,
    pub bloom_filter_false_positive_probability: Option<f64>,
    pub dictionary_key_threshold: Option<f64>,
    pub format_version: Option<OrcFormatVersion>,
}

pub static ORC_SER_DE: schema::Structure = schema::Structure {
    name: "OrcSerDe",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "StripeSizeBytes", required: false, shape: &ORC_STRIPE_SIZE_BYTES },
        schema::Member { name: "BlockSizeBytes", required: false, shape: &BLOCK_SIZE_BYTES },
        schema::Member { name: "RowIndexStride", required: false, shape: &ORC_ROW_INDEX_STRIDE },
        schema::Member { name: "EnablePadding", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "PaddingTolerance", required: false, shape: &PROPORTION },
        schema::Member { name: "Compression", required: false, shape: &ORC_COMPRESSION },
        schema::Member { name: "BloomFilterColumns", required: false, shape: &LIST_OF_NON_EMPTY_STRINGS_WITHOUT_WHITESPACE },
        schema::Member { name: "BloomFilterFalsePositiveProbability", required: false, shape: &PROPORTION },
        schema::Member { name: "DictionaryKeyThreshold", required: false, shape: &PROPORTION },
        schema::Member { name: "FormatVersion", required: false, shape: &ORC_FORMAT_VERSION },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};
pub static ORC_SER_DE_SHAPE: schema::Shape = schema::Shape::Structure(&ORC_SER_DE);

structure!(OrcSerDe = ORC_SER_DE { stripe_size_bytes, block_size_bytes, row_index_stride, enable_padding, padding_tolerance, compression, bloom_filter_columns, bloom_filter_false_positive_probability, dictionary_key_threshold, format_version });

pub static ORC_STRIPE_SIZE_BYTES: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(8388608), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputFormatConfiguration {
    pub serializer: Option<Serializer>,
}

pub static OUTPUT_FORMAT_CONFIGURATION: schema::Structure = schema::Structure {
    name: "OutputFormatConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Serializer", required: false, shape: &SERIALIZER_SHAPE },
    ],
    checked: &[0],
};
pub static OUTPUT_FORMAT_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&OUTPUT_FORMAT_CONFIGURATION);

structure!(OutputFormatConfiguration = OUTPUT_FORMAT_CONFIGURATION { serializer });

open_enum!(ParquetCompression {
    Uncompressed = "UNCOMPRESSED",
    Gzip = "GZIP",
    Snappy = "SNAPPY",
});

pub static PARQUET_COMPRESSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["UNCOMPRESSED", "GZIP", "SNAPPY"] });

pub static PARQUET_PAGE_SIZE_BYTES: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(65536), max: None });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParquetSerDe {
    pub block_size_bytes: Option<i32>,
    pub page_size_bytes: Option<i32>,
    pub compression: Option<ParquetCompression>,
    pub enable_dictionary_compression: Option<bool>,
    pub max_padding_bytes: Option<i32>,
    pub writer_version: Option<ParquetWriterVersion>,
}

pub static PARQUET_SER_DE: schema::Structure = schema::Structure {
    name: "ParquetSerDe",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "BlockSizeBytes", required: false, shape: &BLOCK_SIZE_BYTES },
        schema::Member { name: "PageSizeBytes", required: false, shape: &PARQUET_PAGE_SIZE_BYTES },
        schema::Member { name: "Compression", required: false, shape: &PARQUET_COMPRESSION },
        schema::Member { name: "EnableDictionaryCompression", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "MaxPaddingBytes", required: false, shape: &NON_NEGATIVE_INTEGER_OBJECT },
        schema::Member { name: "WriterVersion", required: false, shape: &PARQUET_WRITER_VERSION },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static PARQUET_SER_DE_SHAPE: schema::Shape = schema::Shape::Structure(&PARQUET_SER_DE);

structure!(ParquetSerDe = PARQUET_SER_DE { block_size_bytes, page_size_bytes, compression, enable_dictionary_compression, max_padding_bytes, writer_version });

open_enum!(ParquetWriterVersion {
    V1 = "V1",
    V2 = "V2",
});

pub static PARQUET_WRITER_VERSION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["V1", "V2"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionField {
    pub source_name: String,
}

pub static PARTITION_FIELD: schema::Structure = schema::Structure {
    name: "PartitionField",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SourceName", required: true, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
    ],
    checked: &[0],
};
pub static PARTITION_FIELD_SHAPE: schema::Shape = schema::Shape::Structure(&PARTITION_FIELD);

structure!(PartitionField = PARTITION_FIELD { source_name });

pub static PARTITION_FIELDS: schema::Shape = schema::Shape::List { member: &PARTITION_FIELD_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionSpec {
    pub identity: Option<Vec<PartitionField>>,
}

pub static PARTITION_SPEC: schema::Structure = schema::Structure {
    name: "PartitionSpec",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Identity", required: false, shape: &PARTITION_FIELDS },
    ],
    checked: &[0],
};
pub static PARTITION_SPEC_SHAPE: schema::Shape = schema::Shape::Structure(&PARTITION_SPEC);

structure!(PartitionSpec = PARTITION_SPEC { identity });

pub static PASSWORD: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(6), max: Some(512) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

pub static PREFIX: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(1024) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessingConfiguration {
    pub enabled: Option<bool>,
    pub processors: Option<Vec<Processor>>,
}

pub static PROCESSING_CONFIGURATION: schema::Structure = schema::Structure {
    name: "ProcessingConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Enabled", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "Processors", required: false, shape: &PROCESSOR_LIST },
    ],
    checked: &[0, 1],
};
pub static PROCESSING_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&PROCESSING_CONFIGURATION);

structure!(ProcessingConfiguration = PROCESSING_CONFIGURATION { enabled, processors });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Processor {
    pub r#type: ProcessorType,
    pub parameters: Option<Vec<ProcessorParameter>>,
}

pub static PROCESSOR: schema::Structure = schema::Structure {
    name: "Processor",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Type", required: true, shape: &PROCESSOR_TYPE },
        schema::Member { name: "Parameters", required: false, shape: &PROCESSOR_PARAMETER_LIST },
    ],
    checked: &[0, 1],
};
pub static PROCESSOR_SHAPE: schema::Shape = schema::Shape::Structure(&PROCESSOR);

structure!(Processor = PROCESSOR { r#type, parameters });

pub static PROCESSOR_LIST: schema::Shape = schema::Shape::List { member: &PROCESSOR_SHAPE, length: schema::Length { min: None, max: None } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessorParameter {
    pub parameter_name: ProcessorParameterName,
    pub parameter_value: String,
}

pub static PROCESSOR_PARAMETER: schema::Structure = schema::Structure {
    name: "ProcessorParameter",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ParameterName", required: true, shape: &PROCESSOR_PARAMETER_NAME },
        schema::Member { name: "ParameterValue", required: true, shape: &PROCESSOR_PARAMETER_VALUE },
    ],
    checked: &[0, 1],
};
pub static PROCESSOR_PARAMETER_SHAPE: schema::Shape = schema::Shape::Structure(&PROCESSOR_PARAMETER);

structure!(ProcessorParameter = PROCESSOR_PARAMETER { parameter_name, parameter_value });

pub static PROCESSOR_PARAMETER_LIST: schema::Shape = schema::Shape::List { member: &PROCESSOR_PARAMETER_SHAPE, length: schema::Length { min: None, max: None } };

open_enum!(ProcessorParameterName {
    LambdaArn = "LambdaArn",
    NumberOfRetries = "NumberOfRetries",
    MetadataExtractionQuery = "MetadataExtractionQuery",
    JsonParsingEngine = "JsonParsingEngine",
    RoleArn = "RoleArn",
    BufferSizeInMBs = "BufferSizeInMBs",
    BufferIntervalInSeconds = "BufferIntervalInSeconds",
    SubRecordType = "SubRecordType",
    Delimiter = "Delimiter",
    CompressionFormat = "CompressionFormat",
    DataMessageExtraction = "DataMessageExtraction",
});

pub static PROCESSOR_PARAMETER_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["LambdaArn", "NumberOfRetries", "MetadataExtractionQuery", "JsonParsingEngine", "RoleArn", "BufferSizeInMBs", "BufferIntervalInSeconds", "SubRecordType", "Delimiter", "CompressionFormat", "DataMessageExtraction"] });

pub static PROCESSOR_PARAMETER_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(5120) }, pattern: Some(schema::Pattern { text: "^(?!\\s*$).+", matcher: ".*\\S.*" }), values: &[] });

open_enum!(ProcessorType {
    RecordDeAggregation = "RecordDeAggregation",
    Decompression = "Decompression",
    CloudWatchLogProcessing = "CloudWatchLogProcessing",
    Lambda = "Lambda",
    MetadataExtraction = "MetadataExtraction",
    AppendDelimiterToRecord = "AppendDelimiterToRecord",
});

pub static PROCESSOR_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["RecordDeAggregation", "Decompression", "CloudWatchLogProcessing", "Lambda", "MetadataExtraction", "AppendDelimiterToRecord"] });

pub static PROPORTION: schema::Shape = schema::Shape::Double(schema::Range { min: Some(0), max: Some(1) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordBatchInput {
    pub delivery_stream_name: String,
    pub records: Vec<Record>,
}

pub static PUT_RECORD_BATCH_INPUT: schema::Structure = schema::Structure {
    name: "PutRecordBatchInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "Records", required: true, shape: &PUT_RECORD_BATCH_REQUEST_ENTRY_LIST },
    ],
    checked: &[0, 1],
};
pub static PUT_RECORD_BATCH_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_BATCH_INPUT);

structure!(PutRecordBatchInput = PUT_RECORD_BATCH_INPUT { delivery_stream_name, records });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordBatchOutput {
    pub failed_put_count: i32,
    pub encrypted: Option<bool>,
    pub request_responses: Vec<PutRecordBatchResponseEntry>,
}

pub static PUT_RECORD_BATCH_OUTPUT: schema::Structure = schema::Structure {
    name: "PutRecordBatchOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "FailedPutCount", required: true, shape: &NON_NEGATIVE_INTEGER_OBJECT },
        schema::Member { name: "Encrypted", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "RequestResponses", required: true, shape: &PUT_RECORD_BATCH_RESPONSE_ENTRY_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_RECORD_BATCH_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_BATCH_OUTPUT);

structure!(PutRecordBatchOutput = PUT_RECORD_BATCH_OUTPUT { failed_put_count, encrypted, request_responses });

pub static PUT_RECORD_BATCH_REQUEST_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &RECORD_SHAPE, length: schema::Length { min: Some(1), max: Some(500) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordBatchResponseEntry {
    pub record_id: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

pub static PUT_RECORD_BATCH_RESPONSE_ENTRY: schema::Structure = schema::Structure {
    name: "PutRecordBatchResponseEntry",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RecordId", required: false, shape: &PUT_RESPONSE_RECORD_ID },
        schema::Member { name: "ErrorCode", required: false, shape: &ERROR_CODE },
        schema::Member { name: "ErrorMessage", required: false, shape: &ERROR_MESSAGE },
    ],
    checked: &[0, 1, 2],
};
pub static PUT_RECORD_BATCH_RESPONSE_ENTRY_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_BATCH_RESPONSE_ENTRY);

structure!(PutRecordBatchResponseEntry = PUT_RECORD_BATCH_RESPONSE_ENTRY { record_id, error_code, error_message });

pub static PUT_RECORD_BATCH_RESPONSE_ENTRY_LIST: schema::Shape = schema::Shape::List { member: &PUT_RECORD_BATCH_RESPONSE_ENTRY_SHAPE, length: schema::Length { min: Some(1), max: Some(500) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordInput {
    pub delivery_stream_name: String,
    pub record: Record,
}

pub static PUT_RECORD_INPUT: schema::Structure = schema::Structure {
    name: "PutRecordInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "Record", required: true, shape: &RECORD_SHAPE },
    ],
    checked: &[0, 1],
};
pub static PUT_RECORD_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_INPUT);

structure!(PutRecordInput = PUT_RECORD_INPUT { delivery_stream_name, record });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRecordOutput {
    pub record_id: String,
    pub encrypted: Option<bool>,
}

pub static PUT_RECORD_OUTPUT: schema::Structure = schema::Structure {
    name: "PutRecordOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RecordId", required: true, shape: &PUT_RESPONSE_RECORD_ID },
        schema::Member { name: "Encrypted", required: false, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1],
};
pub static PUT_RECORD_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&PUT_RECORD_OUTPUT);

structure!(PutRecordOutput = PUT_RECORD_OUTPUT { record_id, encrypted });

pub static PUT_RESPONSE_RECORD_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: None }, pattern: None, values: &[] });

pub static READ_FROM_TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub data: Bytes,
}

pub static RECORD: schema::Structure = schema::Structure {
    name: "Record",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Data", required: true, shape: &DATA },
    ],
    checked: &[0],
};
pub static RECORD_SHAPE: schema::Shape = schema::Shape::Structure(&RECORD);

structure!(Record = RECORD { data });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedshiftDestinationConfiguration {
    pub role_arn: String,
    pub cluster_jdbcurl: String,
    pub copy_command: CopyCommand,
    pub username: Option<String>,
    pub password: Option<String>,
    pub retry_options: Option<RedshiftRetryOptions>,
    pub s3_configuration: S3DestinationConfiguration,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<RedshiftS3BackupMode>,
    pub s3_backup_configuration: Option<S3DestinationConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static REDSHIFT_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "RedshiftDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "ClusterJDBCURL", required: true, shape: &CLUSTER_JDBCURL },
        schema::Member { name: "CopyCommand", required: true, shape: &COPY_COMMAND_SHAPE },
        schema::Member { name: "Username", required: false, shape: &USERNAME },
        schema::Member { name: "Password", required: false, shape: &PASSWORD },
        schema::Member { name: "RetryOptions", required: false, shape: &REDSHIFT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &REDSHIFT_S3_BACKUP_MODE },
        schema::Member { name: "S3BackupConfiguration", required: false, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static REDSHIFT_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&REDSHIFT_DESTINATION_CONFIGURATION);

structure!(RedshiftDestinationConfiguration = REDSHIFT_DESTINATION_CONFIGURATION { role_arn, cluster_jdbcurl, copy_command, username, password, retry_options, s3_configuration, processing_configuration, s3_backup_mode, s3_backup_configuration, cloud_watch_logging_options, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedshiftDestinationDescription {
    pub role_arn: String,
    pub cluster_jdbcurl: String,
    pub copy_command: CopyCommand,
    pub username: Option<String>,
    pub retry_options: Option<RedshiftRetryOptions>,
    pub s3_destination_description: S3DestinationDescription,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<RedshiftS3BackupMode>,
    pub s3_backup_description: Option<S3DestinationDescription>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static REDSHIFT_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "RedshiftDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "ClusterJDBCURL", required: true, shape: &CLUSTER_JDBCURL },
        schema::Member { name: "CopyCommand", required: true, shape: &COPY_COMMAND_SHAPE },
        schema::Member { name: "Username", required: false, shape: &USERNAME },
        schema::Member { name: "RetryOptions", required: false, shape: &REDSHIFT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3DestinationDescription", required: true, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &REDSHIFT_S3_BACKUP_MODE },
        schema::Member { name: "S3BackupDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static REDSHIFT_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&REDSHIFT_DESTINATION_DESCRIPTION);

structure!(RedshiftDestinationDescription = REDSHIFT_DESTINATION_DESCRIPTION { role_arn, cluster_jdbcurl, copy_command, username, retry_options, s3_destination_description, processing_configuration, s3_backup_mode, s3_backup_description, cloud_watch_logging_options, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedshiftDestinationUpdate {
    pub role_arn: Option<String>,
    pub cluster_jdbcurl: Option<String>,
    pub copy_command: Option<CopyCommand>,
    pub username: Option<String>,
    pub password: Option<String>,
    pub retry_options: Option<RedshiftRetryOptions>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub s3_backup_mode: Option<RedshiftS3BackupMode>,
    pub s3_backup_update: Option<S3DestinationUpdate>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static REDSHIFT_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "RedshiftDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "ClusterJDBCURL", required: false, shape: &CLUSTER_JDBCURL },
        schema::Member { name: "CopyCommand", required: false, shape: &COPY_COMMAND_SHAPE },
        schema::Member { name: "Username", required: false, shape: &USERNAME },
        schema::Member { name: "Password", required: false, shape: &PASSWORD },
        schema::Member { name: "RetryOptions", required: false, shape: &REDSHIFT_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &REDSHIFT_S3_BACKUP_MODE },
        schema::Member { name: "S3BackupUpdate", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
pub static REDSHIFT_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&REDSHIFT_DESTINATION_UPDATE);

structure!(RedshiftDestinationUpdate = REDSHIFT_DESTINATION_UPDATE { role_arn, cluster_jdbcurl, copy_command, username, password, retry_options, s3_update, processing_configuration, s3_backup_mode, s3_backup_update, cloud_watch_logging_options, secrets_manager_configuration });

pub static REDSHIFT_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedshiftRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static REDSHIFT_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "RedshiftRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &REDSHIFT_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static REDSHIFT_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&REDSHIFT_RETRY_OPTIONS);

structure!(RedshiftRetryOptions = REDSHIFT_RETRY_OPTIONS { duration_in_seconds });

open_enum!(RedshiftS3BackupMode {
    Disabled = "Disabled",
    Enabled = "Enabled",
});

pub static REDSHIFT_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Disabled", "Enabled"] });

pub static RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "RetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&RETRY_OPTIONS);

structure!(RetryOptions = RETRY_OPTIONS { duration_in_seconds });

pub static ROLE_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: "arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+", matcher: "arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+" }), values: &[] });

open_enum!(S3BackupMode {
    Disabled = "Disabled",
    Enabled = "Enabled",
});

pub static S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Disabled", "Enabled"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationConfiguration {
    pub role_arn: String,
    pub bucket_arn: String,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: Option<BufferingHints>,
    pub compression_format: Option<CompressionFormat>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

pub static S3_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "S3DestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: false, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static S3_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_CONFIGURATION);

structure!(S3DestinationConfiguration = S3_DESTINATION_CONFIGURATION { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationDescription {
    pub role_arn: String,
    pub bucket_arn: String,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: BufferingHints,
    pub compression_format: CompressionFormat,
    pub encryption_configuration: EncryptionConfiguration,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

pub static S3_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "S3DestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: true, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: true, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: true, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: true, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static S3_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_DESCRIPTION);

structure!(S3DestinationDescription = S3_DESTINATION_DESCRIPTION { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DestinationUpdate {
    pub role_arn: Option<String>,
    pub bucket_arn: Option<String>,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering_hints: Option<BufferingHints>,
    pub compression_format: Option<CompressionFormat>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
}

pub static S3_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "S3DestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "BucketARN", required: false, shape: &BUCKET_ARN },
        schema::Member { name: "Prefix", required: false, shape: &PREFIX },
        schema::Member { name: "ErrorOutputPrefix", required: false, shape: &ERROR_OUTPUT_PREFIX },
        schema::Member { name: "BufferingHints", required: false, shape: &BUFFERING_HINTS_SHAPE },
        schema::Member { name: "CompressionFormat", required: false, shape: &COMPRESSION_FORMAT },
        schema::Member { name: "EncryptionConfiguration", required: false, shape: &ENCRYPTION_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static S3_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&S3_DESTINATION_UPDATE);

structure!(S3DestinationUpdate = S3_DESTINATION_UPDATE { role_arn, bucket_arn, prefix, error_output_prefix, buffering_hints, compression_format, encryption_configuration, cloud_watch_logging_options });

open_enum!(SSLMode {
    Disabled = "Disabled",
    Enabled = "Enabled",
});

pub static SSL_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["Disabled", "Enabled"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaConfiguration {
    pub role_arn: Option<String>,
    pub catalog_id: Option<String>,
    pub database_name: Option<String>,
    pub table_name: Option<String>,
    pub region: Option<String>,
    pub version_id: Option<String>,
}

pub static SCHEMA_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SchemaConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "RoleARN", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "CatalogId", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "DatabaseName", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "TableName", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "Region", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
        schema::Member { name: "VersionId", required: false, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static SCHEMA_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SCHEMA_CONFIGURATION);

structure!(SchemaConfiguration = SCHEMA_CONFIGURATION { role_arn, catalog_id, database_name, table_name, region, version_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaEvolutionConfiguration {
    pub enabled: bool,
}

pub static SCHEMA_EVOLUTION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SchemaEvolutionConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0],
};
pub static SCHEMA_EVOLUTION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SCHEMA_EVOLUTION_CONFIGURATION);

structure!(SchemaEvolutionConfiguration = SCHEMA_EVOLUTION_CONFIGURATION { enabled });

pub static SECRET_ARN: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:\\d{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+", matcher: "arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:\\d{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretsManagerConfiguration {
    pub secret_arn: Option<String>,
    pub role_arn: Option<String>,
    pub enabled: bool,
}

pub static SECRETS_MANAGER_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SecretsManagerConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SecretARN", required: false, shape: &SECRET_ARN },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "Enabled", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0, 1, 2],
};
pub static SECRETS_MANAGER_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SECRETS_MANAGER_CONFIGURATION);

structure!(SecretsManagerConfiguration = SECRETS_MANAGER_CONFIGURATION { secret_arn, role_arn, enabled });

pub static SECURITY_GROUP_ID_LIST: schema::Shape = schema::Shape::List { member: &NON_EMPTY_STRING_WITHOUT_WHITESPACE, length: schema::Length { min: Some(1), max: Some(5) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Serializer {
    pub parquet_ser_de: Option<ParquetSerDe>,
    pub orc_ser_de: Option<OrcSerDe>,
}

pub static SERIALIZER: schema::Structure = schema::Structure {
    name: "Serializer",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "ParquetSerDe", required: false, shape: &PARQUET_SER_DE_SHAPE },
        schema::Member { name: "OrcSerDe", required: false, shape: &ORC_SER_DE_SHAPE },
    ],
    checked: &[0, 1],
};
pub static SERIALIZER_SHAPE: schema::Shape = schema::Shape::Structure(&SERIALIZER);

structure!(Serializer = SERIALIZER { parquet_ser_de, orc_ser_de });

pub static SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(128) });

open_enum!(SnapshotRequestedBy {
    User = "USER",
    Firehose = "FIREHOSE",
});

pub static SNAPSHOT_REQUESTED_BY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["USER", "FIREHOSE"] });

open_enum!(SnapshotStatus {
    InProgress = "IN_PROGRESS",
    Complete = "COMPLETE",
    Suspended = "SUSPENDED",
});

pub static SNAPSHOT_STATUS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["IN_PROGRESS", "COMPLETE", "SUSPENDED"] });

pub static SNOWFLAKE_ACCOUNT_URL: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(24), max: Some(2048) }, pattern: Some(schema::Pattern { text: ".+?\\.snowflakecomputing\\.com", matcher: ".+?\\.snowflakecomputing\\.com" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeBufferingHints {
    pub size_in_mbs: Option<i32>,
    pub interval_in_seconds: Option<i32>,
}

pub static SNOWFLAKE_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "SnowflakeBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SizeInMBs", required: false, shape: &SNOWFLAKE_BUFFERING_SIZE_IN_MBS },
        schema::Member { name: "IntervalInSeconds", required: false, shape: &SNOWFLAKE_BUFFERING_INTERVAL_IN_SECONDS },
    ],
    checked: &[0, 1],
};
pub static SNOWFLAKE_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_BUFFERING_HINTS);

structure!(SnowflakeBufferingHints = SNOWFLAKE_BUFFERING_HINTS { size_in_mbs, interval_in_seconds });

pub static SNOWFLAKE_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static SNOWFLAKE_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(128) });

pub static SNOWFLAKE_CONTENT_COLUMN_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

open_enum!(SnowflakeDataLoadingOption {
    JsonMapping = "JSON_MAPPING",
    VariantContentMapping = "VARIANT_CONTENT_MAPPING",
    VariantContentAndMetadataMapping = "VARIANT_CONTENT_AND_METADATA_MAPPING",
});

pub static SNOWFLAKE_DATA_LOADING_OPTION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["JSON_MAPPING", "VARIANT_CONTENT_MAPPING", "VARIANT_CONTENT_AND_METADATA_MAPPING"] });

pub static SNOWFLAKE_DATABASE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeDestinationConfiguration {
    pub account_url: String,
    pub private_key: Option<String>,
    pub key_passphrase: Option<String>,
    pub user: Option<String>,
    pub database: String,
    pub schema: String,
    pub table: String,
    pub snowflake_role_configuration: Option<SnowflakeRoleConfiguration>,
    pub data_loading_option: Option<SnowflakeDataLoadingOption>,
    pub meta_data_column_name: Option<String>,
    pub content_column_name: Option<String>,
    pub snowflake_vpc_configuration: Option<SnowflakeVpcConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: String,
    pub retry_options: Option<SnowflakeRetryOptions>,
    pub s3_backup_mode: Option<SnowflakeS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
    pub buffering_hints: Option<SnowflakeBufferingHints>,
}

pub static SNOWFLAKE_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SnowflakeDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "AccountUrl", required: true, shape: &SNOWFLAKE_ACCOUNT_URL },
        schema::Member { name: "PrivateKey", required: false, shape: &SNOWFLAKE_PRIVATE_KEY },
        schema::Member { name: "KeyPassphrase", required: false, shape: &SNOWFLAKE_KEY_PASSPHRASE },
        schema::Member { name: "User", required: false, shape: &SNOWFLAKE_USER },
        schema::Member { name: "Database", required: true, shape: &SNOWFLAKE_DATABASE },
        schema::Member { name: "Schema", required: true, shape: &SNOWFLAKE_SCHEMA },
        schema::Member { name: "Table", required: true, shape: &SNOWFLAKE_TABLE },
        schema::Member { name: "SnowflakeRoleConfiguration", required: false, shape: &SNOWFLAKE_ROLE_CONFIGURATION_SHAPE },
        schema::Member { name: "DataLoadingOption", required: false, shape: &SNOWFLAKE_DATA_LOADING_OPTION },
        schema::Member { name: "MetaDataColumnName", required: false, shape: &SNOWFLAKE_META_DATA_COLUMN_NAME },
        schema::Member { name: "ContentColumnName", required: false, shape: &SNOWFLAKE_CONTENT_COLUMN_NAME },
        schema::Member { name: "SnowflakeVpcConfiguration", required: false, shape: &SNOWFLAKE_VPC_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &SNOWFLAKE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SNOWFLAKE_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SNOWFLAKE_BUFFERING_HINTS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
};
pub static SNOWFLAKE_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_DESTINATION_CONFIGURATION);

structure!(SnowflakeDestinationConfiguration = SNOWFLAKE_DESTINATION_CONFIGURATION { account_url, private_key, key_passphrase, user, database, schema, table, snowflake_role_configuration, data_loading_option, meta_data_column_name, content_column_name, snowflake_vpc_configuration, cloud_watch_logging_options, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_configuration, secrets_manager_configuration, buffering_hints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeDestinationDescription {
    pub account_url: Option<String>,
    pub user: Option<String>,
    pub database: Option<String>,
    pub schema: Option<String>,
    pub table: Option<String>,
    pub snowflake_role_configuration: Option<SnowflakeRoleConfiguration>,
    pub data_loading_option: Option<SnowflakeDataLoadingOption>,
    pub meta_data_column_name: Option<String>,
    pub content_column_name: Option<String>,
    pub snowflake_vpc_configuration: Option<SnowflakeVpcConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: Option<String>,
    pub retry_options: Option<SnowflakeRetryOptions>,
    pub s3_backup_mode: Option<SnowflakeS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
    pub buffering_hints: Option<SnowflakeBufferingHints>,
}

pub static SNOWFLAKE_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "SnowflakeDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "AccountUrl", required: false, shape: &SNOWFLAKE_ACCOUNT_URL },
        schema::Member { name: "User", required: false, shape: &SNOWFLAKE_USER },
        schema::Member { name: "Database", required: false, shape: &SNOWFLAKE_DATABASE },
        schema::Member { name: "Schema", required: false, shape: &SNOWFLAKE_SCHEMA },
        schema::Member { name: "Table", required: false, shape: &SNOWFLAKE_TABLE },
        schema::Member { name: "SnowflakeRoleConfiguration", required: false, shape: &SNOWFLAKE_ROLE_CONFIGURATION_SHAPE },
        schema::Member { name: "DataLoadingOption", required: false, shape: &SNOWFLAKE_DATA_LOADING_OPTION },
        schema::Member { name: "MetaDataColumnName", required: false, shape: &SNOWFLAKE_META_DATA_COLUMN_NAME },
        schema::Member { name: "ContentColumnName", required: false, shape: &SNOWFLAKE_CONTENT_COLUMN_NAME },
        schema::Member { name: "SnowflakeVpcConfiguration", required: false, shape: &SNOWFLAKE_VPC_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &SNOWFLAKE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SNOWFLAKE_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SNOWFLAKE_BUFFERING_HINTS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
};
pub static SNOWFLAKE_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_DESTINATION_DESCRIPTION);

structure!(SnowflakeDestinationDescription = SNOWFLAKE_DESTINATION_DESCRIPTION { account_url, user, database, schema, table, snowflake_role_configuration, data_loading_option, meta_data_column_name, content_column_name, snowflake_vpc_configuration, cloud_watch_logging_options, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_destination_description, secrets_manager_configuration, buffering_hints });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeDestinationUpdate {
    pub account_url: Option<String>,
    pub private_key: Option<String>,
    pub key_passphrase: Option<String>,
    pub user: Option<String>,
    pub database: Option<String>,
    pub schema: Option<String>,
    pub table: Option<String>,
    pub snowflake_role_configuration: Option<SnowflakeRoleConfiguration>,
    pub data_loading_option: Option<SnowflakeDataLoadingOption>,
    pub meta_data_column_name: Option<String>,
    pub content_column_name: Option<String>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub role_arn: Option<String>,
    pub retry_options: Option<SnowflakeRetryOptions>,
    pub s3_backup_mode: Option<SnowflakeS3BackupMode>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
    pub buffering_hints: Option<SnowflakeBufferingHints>,
}

pub static SNOWFLAKE_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "SnowflakeDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "AccountUrl", required: false, shape: &SNOWFLAKE_ACCOUNT_URL },
        schema::Member { name: "PrivateKey", required: false, shape: &SNOWFLAKE_PRIVATE_KEY },
        schema::Member { name: "KeyPassphrase", required: false, shape: &SNOWFLAKE_KEY_PASSPHRASE },
        schema::Member { name: "User", required: false, shape: &SNOWFLAKE_USER },
        schema::Member { name: "Database", required: false, shape: &SNOWFLAKE_DATABASE },
        schema::Member { name: "Schema", required: false, shape: &SNOWFLAKE_SCHEMA },
        schema::Member { name: "Table", required: false, shape: &SNOWFLAKE_TABLE },
        schema::Member { name: "SnowflakeRoleConfiguration", required: false, shape: &SNOWFLAKE_ROLE_CONFIGURATION_SHAPE },
        schema::Member { name: "DataLoadingOption", required: false, shape: &SNOWFLAKE_DATA_LOADING_OPTION },
        schema::Member { name: "MetaDataColumnName", required: false, shape: &SNOWFLAKE_META_DATA_COLUMN_NAME },
        schema::Member { name: "ContentColumnName", required: false, shape: &SNOWFLAKE_CONTENT_COLUMN_NAME },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "RoleARN", required: false, shape: &ROLE_ARN },
        schema::Member { name: "RetryOptions", required: false, shape: &SNOWFLAKE_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SNOWFLAKE_S3_BACKUP_MODE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SNOWFLAKE_BUFFERING_HINTS_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
};
pub static SNOWFLAKE_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_DESTINATION_UPDATE);

structure!(SnowflakeDestinationUpdate = SNOWFLAKE_DESTINATION_UPDATE { account_url, private_key, key_passphrase, user, database, schema, table, snowflake_role_configuration, data_loading_option, meta_data_column_name, content_column_name, cloud_watch_logging_options, processing_configuration, role_arn, retry_options, s3_backup_mode, s3_update, secrets_manager_configuration, buffering_hints });

pub static SNOWFLAKE_KEY_PASSPHRASE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(7), max: Some(255) }, pattern: None, values: &[] });

pub static SNOWFLAKE_META_DATA_COLUMN_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static SNOWFLAKE_PRIVATE_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(256), max: Some(4096) }, pattern: Some(schema::Pattern { text: "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$", matcher: "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$" }), values: &[] });

pub static SNOWFLAKE_PRIVATE_LINK_VPCE_ID: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(47), max: Some(255) }, pattern: Some(schema::Pattern { text: "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$", matcher: "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$" }), values: &[] });

pub static SNOWFLAKE_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static SNOWFLAKE_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "SnowflakeRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &SNOWFLAKE_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static SNOWFLAKE_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_RETRY_OPTIONS);

structure!(SnowflakeRetryOptions = SNOWFLAKE_RETRY_OPTIONS { duration_in_seconds });

pub static SNOWFLAKE_ROLE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeRoleConfiguration {
    pub enabled: Option<bool>,
    pub snowflake_role: Option<String>,
}

pub static SNOWFLAKE_ROLE_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SnowflakeRoleConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Enabled", required: false, shape: &BOOLEAN_OBJECT },
        schema::Member { name: "SnowflakeRole", required: false, shape: &SNOWFLAKE_ROLE },
    ],
    checked: &[0, 1],
};
pub static SNOWFLAKE_ROLE_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_ROLE_CONFIGURATION);

structure!(SnowflakeRoleConfiguration = SNOWFLAKE_ROLE_CONFIGURATION { enabled, snowflake_role });

open_enum!(SnowflakeS3BackupMode {
    FailedDataOnly = "FailedDataOnly",
    AllData = "AllData",
});

pub static SNOWFLAKE_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedDataOnly", "AllData"] });

pub static SNOWFLAKE_SCHEMA: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static SNOWFLAKE_TABLE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

pub static SNOWFLAKE_USER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnowflakeVpcConfiguration {
    pub private_link_vpce_id: String,
}

pub static SNOWFLAKE_VPC_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SnowflakeVpcConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "PrivateLinkVpceId", required: true, shape: &SNOWFLAKE_PRIVATE_LINK_VPCE_ID },
    ],
    checked: &[0],
};
pub static SNOWFLAKE_VPC_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SNOWFLAKE_VPC_CONFIGURATION);

structure!(SnowflakeVpcConfiguration = SNOWFLAKE_VPC_CONFIGURATION { private_link_vpce_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceDescription {
    pub direct_put_source_description: Option<DirectPutSourceDescription>,
    pub kinesis_stream_source_description: Option<KinesisStreamSourceDescription>,
    pub msk_source_description: Option<MSKSourceDescription>,
    pub database_source_description: Option<DatabaseSourceDescription>,
}

pub static SOURCE_DESCRIPTION: schema::Structure = schema::Structure {
    name: "SourceDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DirectPutSourceDescription", required: false, shape: &DIRECT_PUT_SOURCE_DESCRIPTION_SHAPE },
        schema::Member { name: "KinesisStreamSourceDescription", required: false, shape: &KINESIS_STREAM_SOURCE_DESCRIPTION_SHAPE },
        schema::Member { name: "MSKSourceDescription", required: false, shape: &MSK_SOURCE_DESCRIPTION_SHAPE },
        schema::Member { name: "DatabaseSourceDescription", required: false, shape: &DATABASE_SOURCE_DESCRIPTION_SHAPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static SOURCE_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&SOURCE_DESCRIPTION);

structure!(SourceDescription = SOURCE_DESCRIPTION { direct_put_source_description, kinesis_stream_source_description, msk_source_description, database_source_description });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplunkBufferingHints {
    pub interval_in_seconds: Option<i32>,
    pub size_in_mbs: Option<i32>,
}

pub static SPLUNK_BUFFERING_HINTS: schema::Structure = schema::Structure {
    name: "SplunkBufferingHints",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "IntervalInSeconds", required: false, shape: &SPLUNK_BUFFERING_INTERVAL_IN_SECONDS },
        schema::Member { name: "SizeInMBs", required: false, shape: &SPLUNK_BUFFERING_SIZE_IN_MBS },
    ],
    checked: &[0, 1],
};
pub static SPLUNK_BUFFERING_HINTS_SHAPE: schema::Shape = schema::Shape::Structure(&SPLUNK_BUFFERING_HINTS);

structure!(SplunkBufferingHints = SPLUNK_BUFFERING_HINTS { interval_in_seconds, size_in_mbs });

pub static SPLUNK_BUFFERING_INTERVAL_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(60) });

pub static SPLUNK_BUFFERING_SIZE_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(5) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplunkDestinationConfiguration {
    pub hec_endpoint: String,
    pub hec_endpoint_type: HECEndpointType,
    pub hec_token: Option<String>,
    pub hec_acknowledgment_timeout_in_seconds: Option<i32>,
    pub retry_options: Option<SplunkRetryOptions>,
    pub s3_backup_mode: Option<SplunkS3BackupMode>,
    pub s3_configuration: S3DestinationConfiguration,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub buffering_hints: Option<SplunkBufferingHints>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static SPLUNK_DESTINATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "SplunkDestinationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "HECEndpoint", required: true, shape: &HEC_ENDPOINT },
        schema::Member { name: "HECEndpointType", required: true, shape: &HEC_ENDPOINT_TYPE },
        schema::Member { name: "HECToken", required: false, shape: &HEC_TOKEN },
        schema::Member { name: "HECAcknowledgmentTimeoutInSeconds", required: false, shape: &HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS },
        schema::Member { name: "RetryOptions", required: false, shape: &SPLUNK_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SPLUNK_S3_BACKUP_MODE },
        schema::Member { name: "S3Configuration", required: true, shape: &S3_DESTINATION_CONFIGURATION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SPLUNK_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static SPLUNK_DESTINATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&SPLUNK_DESTINATION_CONFIGURATION);

structure!(SplunkDestinationConfiguration = SPLUNK_DESTINATION_CONFIGURATION { hec_endpoint, hec_endpoint_type, hec_token, hec_acknowledgment_timeout_in_seconds, retry_options, s3_backup_mode, s3_configuration, processing_configuration, cloud_watch_logging_options, buffering_hints, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplunkDestinationDescription {
    pub hec_endpoint: Option<String>,
    pub hec_endpoint_type: Option<HECEndpointType>,
    pub hec_token: Option<String>,
    pub hec_acknowledgment_timeout_in_seconds: Option<i32>,
    pub retry_options: Option<SplunkRetryOptions>,
    pub s3_backup_mode: Option<SplunkS3BackupMode>,
    pub s3_destination_description: Option<S3DestinationDescription>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub buffering_hints: Option<SplunkBufferingHints>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static SPLUNK_DESTINATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "SplunkDestinationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "HECEndpoint", required: false, shape: &HEC_ENDPOINT },
        schema::Member { name: "HECEndpointType", required: false, shape: &HEC_ENDPOINT_TYPE },
        schema::Member { name: "HECToken", required: false, shape: &HEC_TOKEN },
        schema::Member { name: "HECAcknowledgmentTimeoutInSeconds", required: false, shape: &HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS },
        schema::Member { name: "RetryOptions", required: false, shape: &SPLUNK_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SPLUNK_S3_BACKUP_MODE },
        schema::Member { name: "S3DestinationDescription", required: false, shape: &S3_DESTINATION_DESCRIPTION_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SPLUNK_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static SPLUNK_DESTINATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&SPLUNK_DESTINATION_DESCRIPTION);

structure!(SplunkDestinationDescription = SPLUNK_DESTINATION_DESCRIPTION { hec_endpoint, hec_endpoint_type, hec_token, hec_acknowledgment_timeout_in_seconds, retry_options, s3_backup_mode, s3_destination_description, processing_configuration, cloud_watch_logging_options, buffering_hints, secrets_manager_configuration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplunkDestinationUpdate {
    pub hec_endpoint: Option<String>,
    pub hec_endpoint_type: Option<HECEndpointType>,
    pub hec_token: Option<String>,
    pub hec_acknowledgment_timeout_in_seconds: Option<i32>,
    pub retry_options: Option<SplunkRetryOptions>,
    pub s3_backup_mode: Option<SplunkS3BackupMode>,
    pub s3_update: Option<S3DestinationUpdate>,
    pub processing_configuration: Option<ProcessingConfiguration>,
    pub cloud_watch_logging_options: Option<CloudWatchLoggingOptions>,
    pub buffering_hints: Option<SplunkBufferingHints>,
    pub secrets_manager_configuration: Option<SecretsManagerConfiguration>,
}

pub static SPLUNK_DESTINATION_UPDATE: schema::Structure = schema::Structure {
    name: "SplunkDestinationUpdate",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "HECEndpoint", required: false, shape: &HEC_ENDPOINT },
        schema::Member { name: "HECEndpointType", required: false, shape: &HEC_ENDPOINT_TYPE },
        schema::Member { name: "HECToken", required: false, shape: &HEC_TOKEN },
        schema::Member { name: "HECAcknowledgmentTimeoutInSeconds", required: false, shape: &HEC_ACKNOWLEDGMENT_TIMEOUT_IN_SECONDS },
        schema::Member { name: "RetryOptions", required: false, shape: &SPLUNK_RETRY_OPTIONS_SHAPE },
        schema::Member { name: "S3BackupMode", required: false, shape: &SPLUNK_S3_BACKUP_MODE },
        schema::Member { name: "S3Update", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ProcessingConfiguration", required: false, shape: &PROCESSING_CONFIGURATION_SHAPE },
        schema::Member { name: "CloudWatchLoggingOptions", required: false, shape: &CLOUD_WATCH_LOGGING_OPTIONS_SHAPE },
        schema::Member { name: "BufferingHints", required: false, shape: &SPLUNK_BUFFERING_HINTS_SHAPE },
        schema::Member { name: "SecretsManagerConfiguration", required: false, shape: &SECRETS_MANAGER_CONFIGURATION_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static SPLUNK_DESTINATION_UPDATE_SHAPE: schema::Shape = schema::Shape::Structure(&SPLUNK_DESTINATION_UPDATE);

structure!(SplunkDestinationUpdate = SPLUNK_DESTINATION_UPDATE { hec_endpoint, hec_endpoint_type, hec_token, hec_acknowledgment_timeout_in_seconds, retry_options, s3_backup_mode, s3_update, processing_configuration, cloud_watch_logging_options, buffering_hints, secrets_manager_configuration });

pub static SPLUNK_RETRY_DURATION_IN_SECONDS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(7200) });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SplunkRetryOptions {
    pub duration_in_seconds: Option<i32>,
}

pub static SPLUNK_RETRY_OPTIONS: schema::Structure = schema::Structure {
    name: "SplunkRetryOptions",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DurationInSeconds", required: false, shape: &SPLUNK_RETRY_DURATION_IN_SECONDS },
    ],
    checked: &[0],
};
pub static SPLUNK_RETRY_OPTIONS_SHAPE: schema::Shape = schema::Shape::Structure(&SPLUNK_RETRY_OPTIONS);

structure!(SplunkRetryOptions = SPLUNK_RETRY_OPTIONS { duration_in_seconds });

open_enum!(SplunkS3BackupMode {
    FailedEventsOnly = "FailedEventsOnly",
    AllEvents = "AllEvents",
});

pub static SPLUNK_S3_BACKUP_MODE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &["FailedEventsOnly", "AllEvents"] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartDeliveryStreamEncryptionInput {
    pub delivery_stream_name: String,
    pub delivery_stream_encryption_configuration_input: Option<DeliveryStreamEncryptionConfigurationInput>,
}

pub static START_DELIVERY_STREAM_ENCRYPTION_INPUT: schema::Structure = schema::Structure {
    name: "StartDeliveryStreamEncryptionInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "DeliveryStreamEncryptionConfigurationInput", required: false, shape: &DELIVERY_STREAM_ENCRYPTION_CONFIGURATION_INPUT_SHAPE },
    ],
    checked: &[0, 1],
};
pub static START_DELIVERY_STREAM_ENCRYPTION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_DELIVERY_STREAM_ENCRYPTION_INPUT);

structure!(StartDeliveryStreamEncryptionInput = START_DELIVERY_STREAM_ENCRYPTION_INPUT { delivery_stream_name, delivery_stream_encryption_configuration_input });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartDeliveryStreamEncryptionOutput {
}

pub static START_DELIVERY_STREAM_ENCRYPTION_OUTPUT: schema::Structure = schema::Structure {
    name: "StartDeliveryStreamEncryptionOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static START_DELIVERY_STREAM_ENCRYPTION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&START_DELIVERY_STREAM_ENCRYPTION_OUTPUT);

structure!(StartDeliveryStreamEncryptionOutput = START_DELIVERY_STREAM_ENCRYPTION_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopDeliveryStreamEncryptionInput {
    pub delivery_stream_name: String,
}

pub static STOP_DELIVERY_STREAM_ENCRYPTION_INPUT: schema::Structure = schema::Structure {
    name: "StopDeliveryStreamEncryptionInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
    ],
    checked: &[0],
};
pub static STOP_DELIVERY_STREAM_ENCRYPTION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_DELIVERY_STREAM_ENCRYPTION_INPUT);

structure!(StopDeliveryStreamEncryptionInput = STOP_DELIVERY_STREAM_ENCRYPTION_INPUT { delivery_stream_name });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopDeliveryStreamEncryptionOutput {
}

pub static STOP_DELIVERY_STREAM_ENCRYPTION_OUTPUT: schema::Structure = schema::Structure {
    name: "StopDeliveryStreamEncryptionOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static STOP_DELIVERY_STREAM_ENCRYPTION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&STOP_DELIVERY_STREAM_ENCRYPTION_OUTPUT);

structure!(StopDeliveryStreamEncryptionOutput = STOP_DELIVERY_STREAM_ENCRYPTION_OUTPUT {  });

pub static STRING_WITH_LETTERS_DIGITS_UNDERSCORES_DOTS: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9\\.\\_]+", matcher: "[a-zA-Z0-9\\.\\_]+" }), values: &[] });

pub static SUBNET_ID_LIST: schema::Shape = schema::Shape::List { member: &NON_EMPTY_STRING_WITHOUT_WHITESPACE, length: schema::Length { min: Some(1), max: Some(16) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCreationConfiguration {
    pub enabled: bool,
}

pub static TABLE_CREATION_CONFIGURATION: schema::Structure = schema::Structure {
    name: "TableCreationConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Enabled", required: true, shape: &BOOLEAN_OBJECT },
    ],
    checked: &[0],
};
pub static TABLE_CREATION_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&TABLE_CREATION_CONFIGURATION);

structure!(TableCreationConfiguration = TABLE_CREATION_CONFIGURATION { enabled });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: Option<String>,
}

pub static TAG: schema::Structure = schema::Structure {
    name: "Tag",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "Key", required: true, shape: &TAG_KEY },
        schema::Member { name: "Value", required: false, shape: &TAG_VALUE },
    ],
    checked: &[0, 1],
};
pub static TAG_SHAPE: schema::Shape = schema::Shape::Structure(&TAG);

structure!(Tag = TAG { key, value });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub tags: Vec<Tag>,
}

pub static TAG_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "TagDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "Tags", required: true, shape: &TAG_DELIVERY_STREAM_INPUT_TAG_LIST },
    ],
    checked: &[0, 1],
};
pub static TAG_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_DELIVERY_STREAM_INPUT);

structure!(TagDeliveryStreamInput = TAG_DELIVERY_STREAM_INPUT { delivery_stream_name, tags });

pub static TAG_DELIVERY_STREAM_INPUT_TAG_LIST: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: Some(1), max: Some(50) } };

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagDeliveryStreamOutput {
}

pub static TAG_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "TagDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static TAG_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&TAG_DELIVERY_STREAM_OUTPUT);

structure!(TagDeliveryStreamOutput = TAG_DELIVERY_STREAM_OUTPUT {  });

pub static TAG_KEY: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$", matcher: "(?:|[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%&&[^a]][\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*|a(?:|[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%&&[^w]][\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*)|aw(?:|[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%&&[^s]][\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*)|aws(?:|[\\p{L}\\p{Z}\\p{N}_./=+\\-@%][\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*))" }), values: &[] });

pub static TAG_KEY_LIST: schema::Shape = schema::Shape::List { member: &TAG_KEY, length: schema::Length { min: Some(1), max: Some(50) } };

pub static TAG_VALUE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(256) }, pattern: Some(schema::Pattern { text: "^[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$", matcher: "^[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$" }), values: &[] });

pub static THROUGHPUT_HINT_IN_MBS: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(1), max: Some(100) });

pub static TIMESTAMP: schema::Shape = schema::Shape::Timestamp;

pub static TOPIC_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(255) }, pattern: Some(schema::Pattern { text: "[a-zA-Z0-9\\\\._\\\\-]+", matcher: "[a-zA-Z0-9\\\\._\\\\-]+" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagDeliveryStreamInput {
    pub delivery_stream_name: String,
    pub tag_keys: Vec<String>,
}

pub static UNTAG_DELIVERY_STREAM_INPUT: schema::Structure = schema::Structure {
    name: "UntagDeliveryStreamInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "TagKeys", required: true, shape: &TAG_KEY_LIST },
    ],
    checked: &[0, 1],
};
pub static UNTAG_DELIVERY_STREAM_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_DELIVERY_STREAM_INPUT);

structure!(UntagDeliveryStreamInput = UNTAG_DELIVERY_STREAM_INPUT { delivery_stream_name, tag_keys });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagDeliveryStreamOutput {
}

pub static UNTAG_DELIVERY_STREAM_OUTPUT: schema::Structure = schema::Structure {
    name: "UntagDeliveryStreamOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static UNTAG_DELIVERY_STREAM_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UNTAG_DELIVERY_STREAM_OUTPUT);

structure!(UntagDeliveryStreamOutput = UNTAG_DELIVERY_STREAM_OUTPUT {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDestinationInput {
    pub delivery_stream_name: String,
    pub current_delivery_stream_version_id: String,
    pub destination_id: String,
    pub s3_destination_update: Option<S3DestinationUpdate>,
    pub extended_s3_destination_update: Option<ExtendedS3DestinationUpdate>,
    pub redshift_destination_update: Option<RedshiftDestinationUpdate>,
    pub elasticsearch_destination_update: Option<ElasticsearchDestinationUpdate>,
    pub amazonopensearchservice_destination_update: Option<AmazonopensearchserviceDestinationUpdate>,
    pub splunk_destination_update: Option<SplunkDestinationUpdate>,
    pub http_endpoint_destination_update: Option<HttpEndpointDestinationUpdate>,
    pub amazon_open_search_serverless_destination_update: Option<AmazonOpenSearchServerlessDestinationUpdate>,
    pub snowflake_destination_update: Option<SnowflakeDestinationUpdate>,
    pub iceberg_destination_update: Option<IcebergDestinationUpdate>,
}

pub static UPDATE_DESTINATION_INPUT: schema::Structure = schema::Structure {
    name: "UpdateDestinationInput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "DeliveryStreamName", required: true, shape: &DELIVERY_STREAM_NAME },
        schema::Member { name: "CurrentDeliveryStreamVersionId", required: true, shape: &DELIVERY_STREAM_VERSION_ID },
        schema::Member { name: "DestinationId", required: true, shape: &DESTINATION_ID },
        schema::Member { name: "S3DestinationUpdate", required: false, shape: &S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ExtendedS3DestinationUpdate", required: false, shape: &EXTENDED_S3_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "RedshiftDestinationUpdate", required: false, shape: &REDSHIFT_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "ElasticsearchDestinationUpdate", required: false, shape: &ELASTICSEARCH_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "AmazonopensearchserviceDestinationUpdate", required: false, shape: &AMAZONOPENSEARCHSERVICE_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "SplunkDestinationUpdate", required: false, shape: &SPLUNK_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "HttpEndpointDestinationUpdate", required: false, shape: &HTTP_ENDPOINT_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "AmazonOpenSearchServerlessDestinationUpdate", required: false, shape: &AMAZON_OPEN_SEARCH_SERVERLESS_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "SnowflakeDestinationUpdate", required: false, shape: &SNOWFLAKE_DESTINATION_UPDATE_SHAPE },
        schema::Member { name: "IcebergDestinationUpdate", required: false, shape: &ICEBERG_DESTINATION_UPDATE_SHAPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};
pub static UPDATE_DESTINATION_INPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DESTINATION_INPUT);

structure!(UpdateDestinationInput = UPDATE_DESTINATION_INPUT { delivery_stream_name, current_delivery_stream_version_id, destination_id, s3_destination_update, extended_s3_destination_update, redshift_destination_update, elasticsearch_destination_update, amazonopensearchservice_destination_update, splunk_destination_update, http_endpoint_destination_update, amazon_open_search_serverless_destination_update, snowflake_destination_update, iceberg_destination_update });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDestinationOutput {
}

pub static UPDATE_DESTINATION_OUTPUT: schema::Structure = schema::Structure {
    name: "UpdateDestinationOutput",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
    ],
    checked: &[],
};
pub static UPDATE_DESTINATION_OUTPUT_SHAPE: schema::Shape = schema::Shape::Structure(&UPDATE_DESTINATION_OUTPUT);

structure!(UpdateDestinationOutput = UPDATE_DESTINATION_OUTPUT {  });

pub static USERNAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(512) }, pattern: Some(schema::Pattern { text: ".*", matcher: ".*" }), values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfiguration {
    pub subnet_ids: Vec<String>,
    pub role_arn: String,
    pub security_group_ids: Vec<String>,
}

pub static VPC_CONFIGURATION: schema::Structure = schema::Structure {
    name: "VpcConfiguration",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SubnetIds", required: true, shape: &SUBNET_ID_LIST },
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "SecurityGroupIds", required: true, shape: &SECURITY_GROUP_ID_LIST },
    ],
    checked: &[0, 1, 2],
};
pub static VPC_CONFIGURATION_SHAPE: schema::Shape = schema::Shape::Structure(&VPC_CONFIGURATION);

structure!(VpcConfiguration = VPC_CONFIGURATION { subnet_ids, role_arn, security_group_ids });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfigurationDescription {
    pub subnet_ids: Vec<String>,
    pub role_arn: String,
    pub security_group_ids: Vec<String>,
    pub vpc_id: String,
}

pub static VPC_CONFIGURATION_DESCRIPTION: schema::Structure = schema::Structure {
    name: "VpcConfigurationDescription",
    package: "com.amazonaws.firehose.v20150804",
    members: &[
        schema::Member { name: "SubnetIds", required: true, shape: &SUBNET_ID_LIST },
        schema::Member { name: "RoleARN", required: true, shape: &ROLE_ARN },
        schema::Member { name: "SecurityGroupIds", required: true, shape: &SECURITY_GROUP_ID_LIST },
        schema::Member { name: "VpcId", required: true, shape: &NON_EMPTY_STRING_WITHOUT_WHITESPACE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static VPC_CONFIGURATION_DESCRIPTION_SHAPE: schema::Shape = schema::Shape::Structure(&VPC_CONFIGURATION_DESCRIPTION);

structure!(VpcConfigurationDescription = VPC_CONFIGURATION_DESCRIPTION { subnet_ids, role_arn, security_group_ids, vpc_id });

pub static VPC_ENDPOINT_SERVICE_NAME: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(47), max: Some(255) }, pattern: Some(schema::Pattern { text: "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$", matcher: "([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$" }), values: &[] });

pub static WAREHOUSE_LOCATION: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "s3:\\/\\/.*", matcher: "s3:\\/\\/.*" }), values: &[] });

pub struct CreateDeliveryStream;

static CREATE_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "CreateDeliveryStream",
    input: Some(&CREATE_DELIVERY_STREAM_INPUT),
    output: Some(&CREATE_DELIVERY_STREAM_OUTPUT),
    errors: &["InvalidArgumentException", "LimitExceededException", "ResourceInUseException", "InvalidKMSResourceException"],
};

impl crate::Operation for CreateDeliveryStream {
    type Input = CreateDeliveryStreamInput;
    type Output = CreateDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &CREATE_DELIVERY_STREAM_OPERATION;
}

pub struct DeleteDeliveryStream;

static DELETE_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "DeleteDeliveryStream",
    input: Some(&DELETE_DELIVERY_STREAM_INPUT),
    output: Some(&DELETE_DELIVERY_STREAM_OUTPUT),
    errors: &["ResourceInUseException", "ResourceNotFoundException"],
};

impl crate::Operation for DeleteDeliveryStream {
    type Input = DeleteDeliveryStreamInput;
    type Output = DeleteDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &DELETE_DELIVERY_STREAM_OPERATION;
}

pub struct DescribeDeliveryStream;

static DESCRIBE_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "DescribeDeliveryStream",
    input: Some(&DESCRIBE_DELIVERY_STREAM_INPUT),
    output: Some(&DESCRIBE_DELIVERY_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException"],
};

impl crate::Operation for DescribeDeliveryStream {
    type Input = DescribeDeliveryStreamInput;
    type Output = DescribeDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &DESCRIBE_DELIVERY_STREAM_OPERATION;
}

pub struct ListDeliveryStreams;

static LIST_DELIVERY_STREAMS_OPERATION: schema::Operation = schema::Operation {
    name: "ListDeliveryStreams",
    input: Some(&LIST_DELIVERY_STREAMS_INPUT),
    output: Some(&LIST_DELIVERY_STREAMS_OUTPUT),
    errors: &[],
};

impl crate::Operation for ListDeliveryStreams {
    type Input = ListDeliveryStreamsInput;
    type Output = ListDeliveryStreamsOutput;
    const SCHEMA: &'static schema::Operation = &LIST_DELIVERY_STREAMS_OPERATION;
}

pub struct ListTagsForDeliveryStream;

static LIST_TAGS_FOR_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "ListTagsForDeliveryStream",
    input: Some(&LIST_TAGS_FOR_DELIVERY_STREAM_INPUT),
    output: Some(&LIST_TAGS_FOR_DELIVERY_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "LimitExceededException"],
};

impl crate::Operation for ListTagsForDeliveryStream {
    type Input = ListTagsForDeliveryStreamInput;
    type Output = ListTagsForDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &LIST_TAGS_FOR_DELIVERY_STREAM_OPERATION;
}

pub struct PutRecord;

static PUT_RECORD_OPERATION: schema::Operation = schema::Operation {
    name: "PutRecord",
    input: Some(&PUT_RECORD_INPUT),
    output: Some(&PUT_RECORD_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "InvalidKMSResourceException", "InvalidSourceException", "ServiceUnavailableException"],
};

impl crate::Operation for PutRecord {
    type Input = PutRecordInput;
    type Output = PutRecordOutput;
    const SCHEMA: &'static schema::Operation = &PUT_RECORD_OPERATION;
}

pub struct PutRecordBatch;

static PUT_RECORD_BATCH_OPERATION: schema::Operation = schema::Operation {
    name: "PutRecordBatch",
    input: Some(&PUT_RECORD_BATCH_INPUT),
    output: Some(&PUT_RECORD_BATCH_OUTPUT),
    errors: &["ResourceNotFoundException", "InvalidArgumentException", "InvalidKMSResourceException", "InvalidSourceException", "ServiceUnavailableException"],
};

impl crate::Operation for PutRecordBatch {
    type Input = PutRecordBatchInput;
    type Output = PutRecordBatchOutput;
    const SCHEMA: &'static schema::Operation = &PUT_RECORD_BATCH_OPERATION;
}

pub struct StartDeliveryStreamEncryption;

static START_DELIVERY_STREAM_ENCRYPTION_OPERATION: schema::Operation = schema::Operation {
    name: "StartDeliveryStreamEncryption",
    input: Some(&START_DELIVERY_STREAM_ENCRYPTION_INPUT),
    output: Some(&START_DELIVERY_STREAM_ENCRYPTION_OUTPUT),
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException", "InvalidKMSResourceException"],
};

impl crate::Operation for StartDeliveryStreamEncryption {
    type Input = StartDeliveryStreamEncryptionInput;
    type Output = StartDeliveryStreamEncryptionOutput;
    const SCHEMA: &'static schema::Operation = &START_DELIVERY_STREAM_ENCRYPTION_OPERATION;
}

pub struct StopDeliveryStreamEncryption;

static STOP_DELIVERY_STREAM_ENCRYPTION_OPERATION: schema::Operation = schema::Operation {
    name: "StopDeliveryStreamEncryption",
    input: Some(&STOP_DELIVERY_STREAM_ENCRYPTION_INPUT),
    output: Some(&STOP_DELIVERY_STREAM_ENCRYPTION_OUTPUT),
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException"],
};

impl crate::Operation for StopDeliveryStreamEncryption {
    type Input = StopDeliveryStreamEncryptionInput;
    type Output = StopDeliveryStreamEncryptionOutput;
    const SCHEMA: &'static schema::Operation = &STOP_DELIVERY_STREAM_ENCRYPTION_OPERATION;
}

pub struct TagDeliveryStream;

static TAG_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "TagDeliveryStream",
    input: Some(&TAG_DELIVERY_STREAM_INPUT),
    output: Some(&TAG_DELIVERY_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException"],
};

impl crate::Operation for TagDeliveryStream {
    type Input = TagDeliveryStreamInput;
    type Output = TagDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &TAG_DELIVERY_STREAM_OPERATION;
}

pub struct UntagDeliveryStream;

static UNTAG_DELIVERY_STREAM_OPERATION: schema::Operation = schema::Operation {
    name: "UntagDeliveryStream",
    input: Some(&UNTAG_DELIVERY_STREAM_INPUT),
    output: Some(&UNTAG_DELIVERY_STREAM_OUTPUT),
    errors: &["ResourceNotFoundException", "ResourceInUseException", "InvalidArgumentException", "LimitExceededException"],
};

impl crate::Operation for UntagDeliveryStream {
    type Input = UntagDeliveryStreamInput;
    type Output = UntagDeliveryStreamOutput;
    const SCHEMA: &'static schema::Operation = &UNTAG_DELIVERY_STREAM_OPERATION;
}

pub struct UpdateDestination;

static UPDATE_DESTINATION_OPERATION: schema::Operation = schema::Operation {
    name: "UpdateDestination",
    input: Some(&UPDATE_DESTINATION_INPUT),
    output: Some(&UPDATE_DESTINATION_OUTPUT),
    errors: &["InvalidArgumentException", "ResourceInUseException", "ResourceNotFoundException", "ConcurrentModificationException"],
};

impl crate::Operation for UpdateDestination {
    type Input = UpdateDestinationInput;
    type Output = UpdateDestinationOutput;
    const SCHEMA: &'static schema::Operation = &UPDATE_DESTINATION_OPERATION;
}

pub static SERVICE: schema::Service = schema::Service {
    name: "firehose",
    target_prefix: "Firehose_20150804",
    signing_name: "firehose",
    iam_prefix: "firehose",
    api_version: "2015-08-04",
    protocols: &["json"],
    xml_namespace: "",
    query_compatible: false,
    operations: &[
        &CREATE_DELIVERY_STREAM_OPERATION,
        &DELETE_DELIVERY_STREAM_OPERATION,
        &DESCRIBE_DELIVERY_STREAM_OPERATION,
        &LIST_DELIVERY_STREAMS_OPERATION,
        &LIST_TAGS_FOR_DELIVERY_STREAM_OPERATION,
        &PUT_RECORD_OPERATION,
        &PUT_RECORD_BATCH_OPERATION,
        &START_DELIVERY_STREAM_ENCRYPTION_OPERATION,
        &STOP_DELIVERY_STREAM_ENCRYPTION_OPERATION,
        &TAG_DELIVERY_STREAM_OPERATION,
        &UNTAG_DELIVERY_STREAM_OPERATION,
        &UPDATE_DESTINATION_OPERATION,
    ],
    errors: &[
        schema::Error { name: "ConcurrentModificationException", code: "ConcurrentModificationException", status: 400 },
        schema::Error { name: "InvalidArgumentException", code: "InvalidArgumentException", status: 400 },
        schema::Error { name: "InvalidKMSResourceException", code: "InvalidKMSResourceException", status: 400 },
        schema::Error { name: "InvalidSourceException", code: "InvalidSourceException", status: 400 },
        schema::Error { name: "LimitExceededException", code: "LimitExceededException", status: 400 },
        schema::Error { name: "ResourceInUseException", code: "ResourceInUseException", status: 400 },
        schema::Error { name: "ResourceNotFoundException", code: "ResourceNotFoundException", status: 400 },
        schema::Error { name: "ServiceUnavailableException", code: "ServiceUnavailableException", status: 500 },
    ],
};
