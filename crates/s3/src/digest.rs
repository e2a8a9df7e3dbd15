//! What a client says about the bytes it sends: `Content-MD5` and the `x-amz-checksum-*` headers or trailers, checked
//! while the body streams to disk, so that damaged bytes never become an object.

use bytes::Bytes;
use futures::StreamExt;
use s3s::checksum::ChecksumHasher;
use s3s::dto::StreamingBlob;
use s3s::{S3Error, S3ErrorCode, S3Result};

use crate::chunked::Trailers;

const ALGORITHMS: [&str; 5] = ["crc32", "crc32c", "sha1", "sha256", "crc64nvme"];

/// The checksums named in the request itself, by algorithm in the order of the table.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) given: [Option<String>; 5],
    /// From `x-amz-sdk-checksum-algorithm` or `x-amz-trailer`: the value comes after the body.
    pub(crate) in_trailers: Option<Trailers>,
    pub(crate) content_length: Option<i64>,
}

/// A body whose checksum is right once it was read to its end.
pub(crate) struct CheckedBody {
    body: Option<StreamingBlob>,
    expected: Expected,
    hasher: ChecksumHasher,
    bytes: u64,
}

impl CheckedBody {
    pub(crate) fn new(body: Option<StreamingBlob>, expected: Expected) -> Self {
        let wanted = |at: usize| expected.given[at].is_some() || expected.in_trailers.is_some();
        let hasher = ChecksumHasher {
            crc32: wanted(0).then(Default::default),
            crc32c: wanted(1).then(Default::default),
            // The slow two only when the request itself asks; a trailer names them rarely and CRCs cost next to nothing.
            sha1: expected.given[2].is_some().then(Default::default),
            sha256: expected.given[3].is_some().then(Default::default),
            crc64nvme: wanted(4).then(Default::default),
        };
        Self { body, expected, hasher, bytes: 0 }
    }

    pub(crate) async fn next(&mut self) -> S3Result<Option<Bytes>> {
        let Some(body) = &mut self.body else { return Ok(None) };
        let Some(chunk) = body.next().await else { return Ok(None) };
        let chunk =
            chunk.map_err(|error| S3Error::with_message(S3ErrorCode::IncompleteBody, error.to_string()))?;
        self.hasher.update(&chunk);
        self.bytes += chunk.len() as u64;
        Ok(Some(chunk))
    }

    /// After the last byte: fails with `BadDigest` or `IncompleteBody` where the client's word does not hold.
    pub(crate) fn check(self) -> S3Result<()> {
        if self.expected.content_length.is_some_and(|length| length as u64 != self.bytes) {
            let message = format!(
                "{} bytes came of the {} announced",
                self.bytes,
                self.expected.content_length.unwrap_or(0)
            );
            return Err(S3Error::with_message(S3ErrorCode::IncompleteBody, message));
        }
        let sums = self.hasher.finalize();
        let computed = [
            sums.checksum_crc32,
            sums.checksum_crc32c,
            sums.checksum_sha1,
            sums.checksum_sha256,
            sums.checksum_crc64nvme,
        ];
        for (at, algorithm) in ALGORITHMS.iter().enumerate() {
            let trailer = self.expected.in_trailers.as_ref();
            let given = self.expected.given[at].clone().or_else(|| {
                trailer.and_then(|trailers| trailers.get(&format!("x-amz-checksum-{algorithm}")))
            });
            if let (Some(given), Some(computed)) = (given, &computed[at])
                && given != *computed
            {
                let message =
                    format!("the {algorithm} checksum given ({given}) is not the body's ({computed})");
                return Err(S3Error::with_message(S3ErrorCode::BadDigest, message));
            }
        }
        Ok(())
    }
}
