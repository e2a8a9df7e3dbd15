//! Buckets: create, delete, head, list.

use headwater_connect::object::{BucketDir, ObjectError};
use headwater_types::Timestamp;
use s3s::S3Result;
use s3s::dto;

use crate::fault::s3_error;

/// Creating a bucket one already owns succeeds in us-east-1, as on S3, so that set-up scripts run twice.
pub(crate) async fn create(dir: &BucketDir, bucket: &str) -> S3Result<dto::CreateBucketOutput> {
    match dir.create_bucket(bucket).await {
        Ok(()) | Err(ObjectError::BucketExists { .. }) => {}
        Err(error) => return Err(s3_error(error)),
    }
    Ok(dto::CreateBucketOutput { location: Some(format!("/{bucket}")) })
}

pub(crate) async fn delete(dir: &BucketDir, bucket: &str) -> S3Result<dto::DeleteBucketOutput> {
    dir.delete_bucket(bucket).await.map_err(s3_error)?;
    Ok(dto::DeleteBucketOutput::default())
}

pub(crate) async fn head(dir: &BucketDir, bucket: &str) -> S3Result<dto::HeadBucketOutput> {
    dir.require_bucket(bucket).await.map_err(s3_error)?;
    Ok(dto::HeadBucketOutput {
        bucket_region: Some(headwater_types::caller::DEFAULT_REGION.into()),
        ..Default::default()
    })
}

pub(crate) async fn location(dir: &BucketDir, bucket: &str) -> S3Result<dto::GetBucketLocationOutput> {
    dir.require_bucket(bucket).await.map_err(s3_error)?;
    // us-east-1 answers with no constraint at all.
    Ok(dto::GetBucketLocationOutput::default())
}

pub(crate) async fn list(dir: &BucketDir) -> S3Result<dto::ListBucketsOutput> {
    let buckets = dir.buckets().await.map_err(s3_error)?;
    let buckets = buckets.into_iter().map(|bucket| dto::Bucket {
        name: Some(bucket.name),
        creation_date: Some(timestamp(bucket.created)),
        ..Default::default()
    });
    Ok(dto::ListBucketsOutput {
        buckets: Some(buckets.collect()),
        owner: Some(owner()),
        ..Default::default()
    })
}

pub(crate) fn owner() -> dto::Owner {
    dto::Owner {
        display_name: Some("headwater".into()),
        id: Some(headwater_types::caller::DEFAULT_ACCOUNT.into()),
    }
}

pub(crate) fn timestamp(time: Timestamp) -> dto::Timestamp {
    let since_epoch = std::time::Duration::from_millis(time.as_millis().max(0) as u64);
    dto::Timestamp::from(std::time::UNIX_EPOCH + since_epoch)
}
