//! ListObjects, both versions. A page's continuation token is the last key of the page before, percent-encoded.

use headwater_connect::object::BucketDir;
use headwater_connect::object::bucket_dir::{ListPage, ListQuery};
use s3s::dto;
use s3s::{S3Error, S3ErrorCode, S3Result};

use crate::buckets::{owner, timestamp};
use crate::fault::s3_error;

/// Most keys of one page. <https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html>
const KEYS_MAX: i32 = 1000;

pub(crate) async fn list_v2(
    dir: &BucketDir,
    input: dto::ListObjectsV2Input,
) -> S3Result<dto::ListObjectsV2Output> {
    let keys_max = page_size(input.max_keys)?;
    let url = is_url(input.encoding_type.as_ref());
    let after = match &input.continuation_token {
        Some(token) => Some(decode(token).ok_or_else(bad_token)?),
        None => input.start_after.clone(),
    };
    let query = ListQuery {
        prefix: input.prefix.clone().unwrap_or_default(),
        delimiter: input.delimiter.clone(),
        after,
        keys_max: keys_max as usize,
    };
    let page = dir.list(&input.bucket, query).await.map_err(s3_error)?;
    let key_count = (page.objects.len() + page.common_prefixes.len()) as i32;
    let next = page.next_after.as_deref().map(encode);
    let fetch_owner = input.fetch_owner.unwrap_or(false);
    let (contents, common_prefixes) = contents(page, url, fetch_owner);
    Ok(dto::ListObjectsV2Output {
        name: Some(input.bucket),
        prefix: Some(coded(input.prefix.unwrap_or_default(), url)),
        max_keys: Some(keys_max),
        key_count: Some(key_count),
        continuation_token: input.continuation_token,
        is_truncated: Some(next.is_some()),
        next_continuation_token: next,
        contents: Some(contents),
        common_prefixes: Some(common_prefixes),
        delimiter: input.delimiter.map(|delimiter| coded(delimiter, url)),
        encoding_type: input.encoding_type,
        start_after: input.start_after.map(|after| coded(after, url)),
        ..Default::default()
    })
}

pub(crate) async fn list_v1(
    dir: &BucketDir,
    input: dto::ListObjectsInput,
) -> S3Result<dto::ListObjectsOutput> {
    let keys_max = page_size(input.max_keys)?;
    let url = is_url(input.encoding_type.as_ref());
    let query = ListQuery {
        prefix: input.prefix.clone().unwrap_or_default(),
        delimiter: input.delimiter.clone(),
        after: input.marker.clone().filter(|marker| !marker.is_empty()),
        keys_max: keys_max as usize,
    };
    let page = dir.list(&input.bucket, query).await.map_err(s3_error)?;
    let next_marker = page.next_after.clone().map(|marker| coded(marker, url));
    let (contents, common_prefixes) = contents(page, url, true);
    Ok(dto::ListObjectsOutput {
        name: Some(input.bucket),
        prefix: Some(coded(input.prefix.unwrap_or_default(), url)),
        marker: Some(coded(input.marker.unwrap_or_default(), url)),
        max_keys: Some(keys_max),
        is_truncated: Some(next_marker.is_some()),
        contents: Some(contents),
        common_prefixes: Some(common_prefixes),
        delimiter: input.delimiter.map(|delimiter| coded(delimiter, url)),
        next_marker,
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}

fn contents(page: ListPage, url: bool, with_owner: bool) -> (Vec<dto::Object>, Vec<dto::CommonPrefix>) {
    let objects = page.objects.into_iter().map(|object| dto::Object {
        key: Some(coded(object.key, url)),
        size: Some(object.size as i64),
        e_tag: Some(dto::ETag::Strong(object.etag)),
        last_modified: Some(timestamp(object.modified)),
        storage_class: Some(dto::ObjectStorageClass::from_static(dto::ObjectStorageClass::STANDARD)),
        owner: with_owner.then(owner),
        ..Default::default()
    });
    let prefixes =
        page.common_prefixes.into_iter().map(|prefix| dto::CommonPrefix { prefix: Some(coded(prefix, url)) });
    (objects.collect(), prefixes.collect())
}

fn page_size(asked: Option<i32>) -> S3Result<i32> {
    match asked.unwrap_or(KEYS_MAX) {
        negative if negative < 0 => {
            let message = "argument max-keys must be an integer between 0 and 2147483647";
            Err(S3Error::with_message(S3ErrorCode::InvalidArgument, message))
        }
        size => Ok(size.min(KEYS_MAX)),
    }
}

fn is_url(encoding: Option<&dto::EncodingType>) -> bool {
    encoding.is_some_and(|encoding| encoding.as_str() == dto::EncodingType::URL)
}

/// Keys may hold what XML cannot; clients ask for them percent-encoded.
fn coded(text: String, url: bool) -> String {
    if url { encode(&text) } else { text }
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn decode(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let hex = std::str::from_utf8(tail.get(..2)?).ok()?;
            decoded.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &tail[2..];
        } else {
            decoded.push(first);
            rest = tail;
        }
    }
    String::from_utf8(decoded).ok()
}

fn bad_token() -> S3Error {
    S3Error::with_message(S3ErrorCode::InvalidArgument, "the continuation token provided is incorrect")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_continuation_token_carries_any_key() {
        for key in ["a/b", "100% ü", "\u{1}", "%41"] {
            assert_eq!(decode(&encode(key)).as_deref(), Some(key));
        }
        assert_eq!(decode("%4"), None);
        assert_eq!(decode("%zz"), None);
    }
}
