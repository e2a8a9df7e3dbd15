//! Objects: put, get, head, copy, delete.

use std::io::SeekFrom;

use headwater_connect::object::bucket_dir::{Condition, OpenObject};
use headwater_connect::object::{Attributes, BucketDir, ObjectInfo};
use http_body::Frame;
use http_body_util::StreamBody;
use s3s::dto;
use s3s::dto::{CopySource, ETag, ETagCondition, StreamingBlob};
use s3s::{Body, S3Error, S3ErrorCode, S3Result, StdError};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use crate::buckets::timestamp;
use crate::chunked::Trailers;
use crate::digest::{CheckedBody, Expected};
use crate::fault::s3_error;

/// How much of a file is read at once.
const READ_BYTES: usize = 256 * 1024;
/// What S3 says of an object nobody gave a type.
const DEFAULT_TYPE: &str = "binary/octet-stream";

pub(crate) async fn put(
    dir: &BucketDir,
    input: dto::PutObjectInput,
    trailers: Option<Trailers>,
) -> S3Result<dto::PutObjectOutput> {
    // Headers were looked at before; these came as the fields of a form.
    if input.server_side_encryption.is_some()
        || input.sse_customer_algorithm.is_some()
        || input.tagging.is_some()
    {
        let message = "server-side encryption and object tags are not offered by this endpoint";
        return Err(S3Error::with_message(S3ErrorCode::NotImplemented, message));
    }
    let attributes = Attributes {
        content_type: input.content_type,
        content_encoding: input.content_encoding,
        content_disposition: input.content_disposition,
        content_language: input.content_language,
        cache_control: input.cache_control,
        user: input.metadata.unwrap_or_default().into_iter().collect(),
    };
    let condition = write_condition(input.if_match, input.if_none_match)?;
    let given = [
        input.checksum_crc32,
        input.checksum_crc32c,
        input.checksum_sha1,
        input.checksum_sha256,
        input.checksum_crc64nvme,
    ];
    let expected =
        Expected { given: given.clone(), in_trailers: trailers, content_length: input.content_length };
    let mut body = CheckedBody::new(input.body, expected);
    let mut writer = dir.writer(&input.bucket, &input.key, attributes).await.map_err(s3_error)?;
    while let Some(chunk) = body.next().await? {
        writer.write(chunk).await.map_err(s3_error)?;
    }
    body.check()?;
    if let Some(md5) = input.content_md5
        && md5 != writer.content_md5()
    {
        return Err(S3Error::with_message(S3ErrorCode::BadDigest, "the Content-MD5 given is not the body's"));
    }
    let object = writer.finish_if(condition).await.map_err(s3_error)?;
    let [crc32, crc32c, sha1, sha256, crc64nvme] = given;
    Ok(dto::PutObjectOutput {
        e_tag: Some(ETag::Strong(object.etag)),
        checksum_crc32: crc32,
        checksum_crc32c: crc32c,
        checksum_sha1: sha1,
        checksum_sha256: sha256,
        checksum_crc64nvme: crc64nvme,
        ..Default::default()
    })
}

pub(crate) fn write_condition(
    if_match: Option<ETagCondition>,
    if_none_match: Option<ETagCondition>,
) -> S3Result<Condition> {
    match (if_match, if_none_match) {
        (None, None) => Ok(Condition::Always),
        (Some(ETagCondition::Any), None) => Ok(Condition::Present),
        (Some(ETagCondition::ETag(etag)), None) => Ok(Condition::Etag(etag.value().to_owned())),
        (None, Some(ETagCondition::Any)) => Ok(Condition::Absent),
        _ => Err(S3Error::with_message(
            S3ErrorCode::NotImplemented,
            "a write takes either If-Match or If-None-Match: *",
        )),
    }
}

pub(crate) async fn get(dir: &BucketDir, input: dto::GetObjectInput) -> S3Result<dto::GetObjectOutput> {
    let OpenObject { info, mut file } = dir.open_object(&input.bucket, &input.key).await.map_err(s3_error)?;
    check_read(
        &info,
        &input.if_match,
        &input.if_none_match,
        &input.if_modified_since,
        &input.if_unmodified_since,
    )?;
    let range = match input.range {
        Some(range) => range.check(info.size).map_err(|_| {
            S3Error::with_message(S3ErrorCode::InvalidRange, "The requested range is not satisfiable")
        })?,
        None => 0..info.size,
    };
    if range.start > 0 {
        file.seek(SeekFrom::Start(range.start)).await.map_err(|error| s3_error(error.into()))?;
    }
    let length = range.end - range.start;
    let attributes = info.attributes;
    Ok(dto::GetObjectOutput {
        body: Some(file_body(file, length)),
        accept_ranges: Some("bytes".into()),
        content_length: Some(length as i64),
        content_range: input.range.map(|_| format!("bytes {}-{}/{}", range.start, range.end - 1, info.size)),
        content_type: input
            .response_content_type
            .or(attributes.content_type)
            .or_else(|| Some(DEFAULT_TYPE.into())),
        content_encoding: input.response_content_encoding.or(attributes.content_encoding),
        content_disposition: input.response_content_disposition.or(attributes.content_disposition),
        content_language: input.response_content_language.or(attributes.content_language),
        cache_control: input.response_cache_control.or(attributes.cache_control),
        e_tag: Some(ETag::Strong(info.etag)),
        last_modified: Some(timestamp(info.modified)),
        metadata: Some(attributes.user.into_iter().collect()),
        ..Default::default()
    })
}

pub(crate) async fn head(dir: &BucketDir, input: dto::HeadObjectInput) -> S3Result<dto::HeadObjectOutput> {
    let info = dir.head(&input.bucket, &input.key).await.map_err(s3_error)?;
    check_read(
        &info,
        &input.if_match,
        &input.if_none_match,
        &input.if_modified_since,
        &input.if_unmodified_since,
    )?;
    let attributes = info.attributes;
    Ok(dto::HeadObjectOutput {
        accept_ranges: Some("bytes".into()),
        content_length: Some(info.size as i64),
        content_type: attributes.content_type.or_else(|| Some(DEFAULT_TYPE.into())),
        content_encoding: attributes.content_encoding,
        content_disposition: attributes.content_disposition,
        content_language: attributes.content_language,
        cache_control: attributes.cache_control,
        e_tag: Some(ETag::Strong(info.etag)),
        last_modified: Some(timestamp(info.modified)),
        metadata: Some(attributes.user.into_iter().collect()),
        ..Default::default()
    })
}

/// RFC 9110's conditions: the ETag ones win over the dates. Dates have whole seconds on the wire.
fn check_read(
    info: &ObjectInfo,
    if_match: &Option<ETagCondition>,
    if_none_match: &Option<ETagCondition>,
    if_modified_since: &Option<dto::Timestamp>,
    if_unmodified_since: &Option<dto::Timestamp>,
) -> S3Result<()> {
    let matches = |condition: &ETagCondition| match condition {
        ETagCondition::Any => true,
        ETagCondition::ETag(etag) => etag.value() == info.etag,
    };
    let modified = timestamp(headwater_types::Timestamp(info.modified.as_secs() * 1000));
    if let Some(condition) = if_match {
        if !matches(condition) {
            return Err(S3Error::new(S3ErrorCode::PreconditionFailed));
        }
    } else if if_unmodified_since.as_ref().is_some_and(|time| modified > *time) {
        return Err(S3Error::new(S3ErrorCode::PreconditionFailed));
    }
    if let Some(condition) = if_none_match {
        if matches(condition) {
            return Err(S3Error::new(S3ErrorCode::NotModified));
        }
    } else if if_modified_since.as_ref().is_some_and(|time| modified <= *time) {
        return Err(S3Error::new(S3ErrorCode::NotModified));
    }
    Ok(())
}

fn file_body(file: tokio::fs::File, length: u64) -> StreamingBlob {
    let pieces = futures::stream::try_unfold((file, length), |(mut file, left)| async move {
        if left == 0 {
            return Ok(None);
        }
        let mut chunk = bytes::BytesMut::with_capacity(READ_BYTES.min(left as usize));
        let read = (&mut file).take(left).read_buf(&mut chunk).await?;
        if read == 0 {
            // The file was cut short behind our back: breaking off is the only honest answer to a promised length.
            return Err(StdError::from("the object's file is shorter than it was when opened"));
        }
        Ok(Some((Frame::data(chunk.freeze()), (file, left - read as u64))))
    });
    StreamingBlob::from(Body::http_body_unsync(StreamBody::new(pieces)))
}

pub(crate) async fn copy(dir: &BucketDir, input: dto::CopyObjectInput) -> S3Result<dto::CopyObjectOutput> {
    let source = open_source(dir, &input.copy_source).await?;
    let none_match = &input.copy_source_if_none_match;
    check_read(
        &source.info,
        &input.copy_source_if_match,
        none_match,
        &input.copy_source_if_modified_since,
        &input.copy_source_if_unmodified_since,
    )
    .map_err(|_| S3Error::new(S3ErrorCode::PreconditionFailed))?;
    let replace = input.metadata_directive.is_some_and(|d| d.as_str() == dto::MetadataDirective::REPLACE);
    let attributes = if replace {
        Attributes {
            content_type: input.content_type,
            content_encoding: input.content_encoding,
            content_disposition: input.content_disposition,
            content_language: input.content_language,
            cache_control: input.cache_control,
            user: input.metadata.unwrap_or_default().into_iter().collect(),
        }
    } else {
        source.info.attributes.clone()
    };
    let mut writer = dir.writer(&input.bucket, &input.key, attributes).await.map_err(s3_error)?;
    let mut file = source.file;
    loop {
        let mut chunk = bytes::BytesMut::with_capacity(READ_BYTES);
        if file.read_buf(&mut chunk).await.map_err(|error| s3_error(error.into()))? == 0 {
            break;
        }
        writer.write(chunk.freeze()).await.map_err(s3_error)?;
    }
    let object = writer.finish().await.map_err(s3_error)?;
    let result = dto::CopyObjectResult {
        e_tag: Some(ETag::Strong(object.etag)),
        last_modified: Some(timestamp(object.modified)),
        ..Default::default()
    };
    Ok(dto::CopyObjectOutput { copy_object_result: Some(result), ..Default::default() })
}

pub(crate) async fn open_source(dir: &BucketDir, source: &CopySource) -> S3Result<OpenObject> {
    match source {
        CopySource::Bucket { bucket, key, version_id: None } => {
            dir.open_object(bucket, key).await.map_err(s3_error)
        }
        CopySource::Bucket { .. } => {
            Err(S3Error::with_message(S3ErrorCode::NotImplemented, "object versions are not offered"))
        }
        CopySource::AccessPoint { .. } | CopySource::Outpost { .. } => Err(S3Error::with_message(
            S3ErrorCode::NotImplemented,
            "access points and outposts are not offered",
        )),
    }
}

pub(crate) async fn delete(
    dir: &BucketDir,
    input: dto::DeleteObjectInput,
) -> S3Result<dto::DeleteObjectOutput> {
    dir.delete(&input.bucket, &input.key).await.map_err(s3_error)?;
    Ok(dto::DeleteObjectOutput::default())
}

pub(crate) async fn delete_many(
    dir: &BucketDir,
    input: dto::DeleteObjectsInput,
) -> S3Result<dto::DeleteObjectsOutput> {
    dir.require_bucket(&input.bucket).await.map_err(s3_error)?;
    let quiet = input.delete.quiet.unwrap_or(false);
    let (mut deleted, mut errors) = (Vec::new(), Vec::new());
    for object in input.delete.objects {
        match dir.delete(&input.bucket, &object.key).await {
            Ok(()) if quiet => {}
            Ok(()) => deleted.push(dto::DeletedObject { key: Some(object.key), ..Default::default() }),
            Err(error) => {
                let error = s3_error(error);
                errors.push(dto::Error {
                    code: Some(error.code().as_str().to_owned()),
                    message: error.message().map(str::to_owned),
                    key: Some(object.key),
                    version_id: None,
                });
            }
        }
    }
    Ok(dto::DeleteObjectsOutput { deleted: Some(deleted), errors: Some(errors), ..Default::default() })
}
