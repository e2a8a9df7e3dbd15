//! Object causes as S3 errors, each cause once.

use headwater_connect::object::ObjectError;
use s3s::{S3Error, S3ErrorCode};

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>
pub(crate) fn s3_error(error: ObjectError) -> S3Error {
    let code = match &error {
        ObjectError::NoSuchBucket { .. } => S3ErrorCode::NoSuchBucket,
        ObjectError::NoSuchKey { .. } => S3ErrorCode::NoSuchKey,
        ObjectError::BucketExists { .. } => S3ErrorCode::BucketAlreadyOwnedByYou,
        ObjectError::BucketNotEmpty { .. } => S3ErrorCode::BucketNotEmpty,
        ObjectError::InvalidBucketName { .. } => S3ErrorCode::InvalidBucketName,
        ObjectError::InvalidKey { .. } => S3ErrorCode::InvalidArgument,
        ObjectError::NoSuchUpload { .. } => S3ErrorCode::NoSuchUpload,
        ObjectError::InvalidPart { .. } => S3ErrorCode::InvalidPart,
        ObjectError::PartTooSmall { .. } => S3ErrorCode::EntityTooSmall,
        ObjectError::PartOrder => S3ErrorCode::InvalidPartOrder,
        ObjectError::ConditionFailed { .. } => S3ErrorCode::PreconditionFailed,
        ObjectError::AccessDenied { .. } => S3ErrorCode::AccessDenied,
        ObjectError::DiskFull => S3ErrorCode::ServiceUnavailable,
        ObjectError::Endpoint(_) | ObjectError::Io(_) => {
            tracing::error!(%error, "an object operation failed");
            S3ErrorCode::InternalError
        }
    };
    S3Error::with_message(code, error.to_string())
}
