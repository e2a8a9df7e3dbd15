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
    let text = text(&error).map_or_else(|| error.to_string(), str::to_owned);
    S3Error::with_message(code, text)
}

/// What the service itself says, where it says the same whatever the request was.
fn text(error: &ObjectError) -> Option<&'static str> {
    Some(match error {
        ObjectError::NoSuchBucket { .. } => "The specified bucket does not exist",
        ObjectError::NoSuchKey { .. } => "The specified key does not exist.",
        ObjectError::BucketExists { .. } => {
            "Your previous request to create the named bucket succeeded and you already own it."
        }
        ObjectError::BucketNotEmpty { .. } => "The bucket you tried to delete is not empty",
        ObjectError::InvalidBucketName { .. } => "The specified bucket is not valid.",
        ObjectError::NoSuchUpload { .. } => {
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or \
             completed."
        }
        ObjectError::InvalidPart { .. } => {
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the \
             specified entity tag may not match the part's entity tag."
        }
        ObjectError::PartTooSmall { .. } => "Your proposed upload is smaller than the minimum allowed size",
        ObjectError::PartOrder => {
            "The list of parts was not in ascending order. Parts must be ordered by part number."
        }
        ObjectError::ConditionFailed { .. } => {
            "At least one of the pre-conditions you specified did not hold"
        }
        ObjectError::AccessDenied { .. } => "Access Denied",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_in_the_services_own_words() {
        let bucket = || "b".to_owned();
        let told = |error: ObjectError| s3_error(error).message().unwrap_or_default().to_owned();
        assert_eq!(
            told(ObjectError::NoSuchBucket { bucket: bucket() }),
            "The specified bucket does not exist"
        );
        let missing = ObjectError::NoSuchKey { bucket: bucket(), key: "k".to_owned() };
        assert_eq!(told(missing), "The specified key does not exist.");
        let illegal = told(ObjectError::InvalidKey { reason: "it is empty" });
        assert!(illegal.contains("it is empty"), "what depends on the request says how: {illegal}");
    }
}
