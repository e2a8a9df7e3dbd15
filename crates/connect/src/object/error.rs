//! Why an object operation did not happen, whatever holds the objects. Faces map these causes to wire codes.

use std::io;

/// A cause, named after what the user can do about it.
#[derive(Debug, thiserror::Error)]
pub enum ObjectError {
    #[error("bucket {bucket} does not exist; create it, for example with `aws s3 mb s3://{bucket}`")]
    NoSuchBucket { bucket: String },
    #[error("object {key} does not exist in bucket {bucket}")]
    NoSuchKey { bucket: String, key: String },
    #[error("bucket {bucket} exists already")]
    BucketExists { bucket: String },
    #[error("bucket {bucket} still holds objects")]
    BucketNotEmpty { bucket: String },
    #[error("bucket name {bucket:?} is not legal: 3 to 63 lower-case letters, digits, dots and hyphens")]
    InvalidBucketName { bucket: String },
    #[error("object key is not legal: {reason}")]
    InvalidKey { reason: &'static str },
    #[error("multipart upload {upload} does not exist")]
    NoSuchUpload { upload: String },
    #[error("part {part} was not uploaded, or with another ETag")]
    InvalidPart { part: u32 },
    #[error("part {part} is smaller than 5 MiB and is not the last")]
    PartTooSmall { part: u32 },
    #[error("the parts are not listed in ascending order")]
    PartOrder,
    #[error("the condition on object {key} does not hold")]
    ConditionFailed { key: String },
    /// The endpoint refused the credentials or the right to write there.
    #[error("access to bucket {bucket} is denied: {detail}")]
    AccessDenied { bucket: String, detail: String },
    #[error("the disk is full")]
    DiskFull,
    /// The endpoint did not answer, or answered that it cannot now.
    #[error("the S3 endpoint failed: {0}")]
    Endpoint(String),
    #[error("reading or writing failed: {0}")]
    Io(io::Error),
}

impl ObjectError {
    /// Whether a write that failed so certainly left no object behind: nothing about it depends on what the far end
    /// did after the answer was lost.
    pub fn certainly_not_written(&self) -> bool {
        !matches!(self, Self::Endpoint(_) | Self::Io(_))
    }
}

impl From<io::Error> for ObjectError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}
