//! Multipart uploads: create, upload part, copy part, complete, abort, list.

use headwater_connect::object::bucket_dir::PartWriter;
use headwater_connect::object::{Attributes, BucketDir};
use s3s::dto;
use s3s::dto::ETag;
use s3s::{S3Error, S3ErrorCode, S3Result};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use crate::buckets::{owner, timestamp};
use crate::chunked::Trailers;
use crate::digest::{CheckedBody, Expected};
use crate::fault::s3_error;
use crate::objects::{open_source, write_condition};

const READ_BYTES: usize = 256 * 1024;

pub(crate) async fn create(
    dir: &BucketDir,
    input: dto::CreateMultipartUploadInput,
) -> S3Result<dto::CreateMultipartUploadOutput> {
    let attributes = Attributes {
        content_type: input.content_type,
        content_encoding: input.content_encoding,
        content_disposition: input.content_disposition,
        content_language: input.content_language,
        cache_control: input.cache_control,
        user: input.metadata.unwrap_or_default().into_iter().collect(),
    };
    let id = dir.create_upload(&input.bucket, &input.key, attributes).await.map_err(s3_error)?;
    Ok(dto::CreateMultipartUploadOutput {
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(id),
        ..Default::default()
    })
}

pub(crate) async fn upload_part(
    dir: &BucketDir,
    input: dto::UploadPartInput,
    trailers: Option<Trailers>,
) -> S3Result<dto::UploadPartOutput> {
    let mut writer = part_writer(dir, &input.bucket, &input.key, &input.upload_id, input.part_number).await?;
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
    while let Some(chunk) = body.next().await? {
        writer.write(chunk).await.map_err(s3_error)?;
    }
    body.check()?;
    if let Some(md5) = input.content_md5
        && md5 != writer.content_md5()
    {
        return Err(S3Error::with_message(S3ErrorCode::BadDigest, "the Content-MD5 given is not the part's"));
    }
    let part = writer.finish().await.map_err(s3_error)?;
    let [crc32, crc32c, sha1, sha256, crc64nvme] = given;
    Ok(dto::UploadPartOutput {
        e_tag: Some(ETag::Strong(part.etag)),
        checksum_crc32: crc32,
        checksum_crc32c: crc32c,
        checksum_sha1: sha1,
        checksum_sha256: sha256,
        checksum_crc64nvme: crc64nvme,
        ..Default::default()
    })
}

pub(crate) async fn copy_part(
    dir: &BucketDir,
    input: dto::UploadPartCopyInput,
) -> S3Result<dto::UploadPartCopyOutput> {
    let mut writer = part_writer(dir, &input.bucket, &input.key, &input.upload_id, input.part_number).await?;
    let source = open_source(dir, &input.copy_source).await?;
    let range = match &input.copy_source_range {
        Some(range) => dto::Range::parse(range)
            .map_err(|_| {
                S3Error::with_message(S3ErrorCode::InvalidArgument, "the copy source range is malformed")
            })?
            .check(source.info.size)?,
        None => 0..source.info.size,
    };
    let mut file = source.file;
    file.seek(std::io::SeekFrom::Start(range.start)).await.map_err(|error| s3_error(error.into()))?;
    let mut piece = file.take(range.end - range.start);
    loop {
        let mut chunk = bytes::BytesMut::with_capacity(READ_BYTES);
        if piece.read_buf(&mut chunk).await.map_err(|error| s3_error(error.into()))? == 0 {
            break;
        }
        writer.write(chunk.freeze()).await.map_err(s3_error)?;
    }
    let part = writer.finish().await.map_err(s3_error)?;
    let result = dto::CopyPartResult {
        e_tag: Some(ETag::Strong(part.etag)),
        last_modified: Some(timestamp(part.modified)),
        ..Default::default()
    };
    Ok(dto::UploadPartCopyOutput { copy_part_result: Some(result), ..Default::default() })
}

async fn part_writer(
    dir: &BucketDir,
    bucket: &str,
    key: &str,
    upload: &str,
    number: i32,
) -> S3Result<PartWriter> {
    let number = u32::try_from(number).unwrap_or(0);
    if !(1..=10_000).contains(&number) {
        let message = "part number must be an integer between 1 and 10000, inclusive";
        return Err(S3Error::with_message(S3ErrorCode::InvalidArgument, message));
    }
    dir.part_writer(bucket, key, upload, number).await.map_err(s3_error)
}

pub(crate) async fn complete(
    dir: &BucketDir,
    input: dto::CompleteMultipartUploadInput,
) -> S3Result<dto::CompleteMultipartUploadOutput> {
    let condition = write_condition(input.if_match, input.if_none_match)?;
    let parts = input.multipart_upload.and_then(|upload| upload.parts).unwrap_or_default();
    let chosen: Vec<(u32, Option<String>)> = parts
        .into_iter()
        .map(|part| {
            let number = part.part_number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
            (number, part.e_tag.map(ETag::into_value))
        })
        .collect();
    if chosen.is_empty() {
        return Err(S3Error::with_message(S3ErrorCode::MalformedXML, "a completion lists at least one part"));
    }
    let object = dir
        .complete_upload(&input.bucket, &input.key, &input.upload_id, &chosen, condition)
        .await
        .map_err(s3_error)?;
    Ok(dto::CompleteMultipartUploadOutput {
        location: Some(format!("/{}/{}", input.bucket, input.key)),
        bucket: Some(input.bucket),
        key: Some(input.key),
        e_tag: Some(ETag::Strong(object.etag)),
        ..Default::default()
    })
}

pub(crate) async fn abort(
    dir: &BucketDir,
    input: dto::AbortMultipartUploadInput,
) -> S3Result<dto::AbortMultipartUploadOutput> {
    dir.abort_upload(&input.bucket, &input.key, &input.upload_id).await.map_err(s3_error)?;
    Ok(dto::AbortMultipartUploadOutput::default())
}

pub(crate) async fn list_parts(
    dir: &BucketDir,
    input: dto::ListPartsInput,
) -> S3Result<dto::ListPartsOutput> {
    let parts = dir.parts(&input.bucket, &input.key, &input.upload_id).await.map_err(s3_error)?;
    let after = input.part_number_marker.unwrap_or(0);
    let parts_max = input.max_parts.unwrap_or(1000).clamp(0, 1000);
    let mut page: Vec<dto::Part> = parts
        .into_iter()
        .filter(|part| i64::from(part.number) > i64::from(after))
        .take(parts_max as usize + 1)
        .map(|part| dto::Part {
            part_number: Some(part.number as i32),
            size: Some(part.size as i64),
            e_tag: Some(ETag::Strong(part.etag)),
            last_modified: Some(timestamp(part.modified)),
            ..Default::default()
        })
        .collect();
    let is_truncated = page.len() > parts_max as usize;
    page.truncate(parts_max as usize);
    Ok(dto::ListPartsOutput {
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(input.upload_id),
        max_parts: Some(parts_max),
        part_number_marker: Some(after),
        is_truncated: Some(is_truncated),
        next_part_number_marker: page.last().filter(|_| is_truncated).and_then(|part| part.part_number),
        parts: Some(page),
        owner: Some(owner()),
        ..Default::default()
    })
}

/// All uploads in progress below the prefix in one page: there are few, and clients only look for leftovers.
pub(crate) async fn list_uploads(
    dir: &BucketDir,
    input: dto::ListMultipartUploadsInput,
) -> S3Result<dto::ListMultipartUploadsOutput> {
    let prefix = input.prefix.clone().unwrap_or_default();
    let uploads = dir.uploads(&input.bucket).await.map_err(s3_error)?;
    let uploads = uploads.into_iter().filter(|upload| upload.key.starts_with(&prefix)).map(|upload| {
        dto::MultipartUpload {
            key: Some(upload.key),
            upload_id: Some(upload.id),
            initiated: Some(timestamp(headwater_types::Timestamp(upload.initiated_ms))),
            owner: Some(owner()),
            ..Default::default()
        }
    });
    Ok(dto::ListMultipartUploadsOutput {
        bucket: Some(input.bucket),
        prefix: input.prefix,
        is_truncated: Some(false),
        uploads: Some(uploads.collect()),
        ..Default::default()
    })
}
