//! Letting anybody in on loopback: what a signature adds to a request is taken off before the protocol sees it.
//!
//! The secrets of "any credentials" are not known, so nothing could be verified; but signed requests also frame their
//! bodies (`aws-chunked`) and name the framed length, and that must be undone.

use http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Request, Uri};
use s3s::host::{S3Host, VirtualHost};
use s3s::{Body, S3Result};

use crate::chunked::{AwsChunked, Trailers};

const CONTENT_SHA256: &str = "x-amz-content-sha256";
const DECODED_CONTENT_LENGTH: &str = "x-amz-decoded-content-length";

pub(crate) fn without_signature(request: Request<Body>) -> Request<Body> {
    let (mut parts, mut body) = request.into_parts();
    parts.headers.remove(AUTHORIZATION);
    let payload = parts.headers.remove(CONTENT_SHA256);
    let is_framed = payload.is_some_and(|payload| payload.as_bytes().starts_with(b"STREAMING-"));
    if is_framed {
        let trailers = Trailers::default();
        body = Body::http_body_unsync(AwsChunked::new(body, trailers.clone()));
        parts.extensions.insert(trailers);
        if let Some(length) = parts.headers.remove(DECODED_CONTENT_LENGTH) {
            parts.headers.insert(CONTENT_LENGTH, length);
        }
        unframe_encoding(&mut parts.headers);
    }
    if let Some(uri) = without_presigning(&parts.uri) {
        parts.uri = uri;
    }
    Request::from_parts(parts, body)
}

/// `gzip,aws-chunked` was `gzip` before it was framed.
fn unframe_encoding(headers: &mut HeaderMap) {
    let Some(encoding) = headers.remove(CONTENT_ENCODING) else { return };
    let Ok(encoding) = encoding.to_str() else { return };
    let kept: Vec<&str> = encoding.split(',').map(str::trim).filter(|part| *part != "aws-chunked").collect();
    if let Ok(value) = HeaderValue::from_str(&kept.join(","))
        && !value.is_empty()
    {
        headers.insert(CONTENT_ENCODING, value);
    }
}

/// `None` when the query carries no signature.
fn without_presigning(uri: &Uri) -> Option<Uri> {
    const NAMES: [&str; 10] = [
        "x-amz-algorithm",
        "x-amz-credential",
        "x-amz-date",
        "x-amz-expires",
        "x-amz-security-token",
        "x-amz-signedheaders",
        "x-amz-signature",
        "awsaccesskeyid",
        "signature",
        "expires",
    ];
    let signs = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
        NAMES.contains(&name.as_str())
    };
    let query = uri.query()?;
    if !query.split('&').any(signs) {
        return None;
    }
    let kept: Vec<&str> = query.split('&').filter(|pair| !signs(pair)).collect();
    let path_and_query =
        if kept.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), kept.join("&")) };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = path_and_query.parse().ok();
    Uri::from_parts(parts).ok()
}

/// `bucket.localhost` and `bucket.s3.localhost` name a bucket; every other host is a path-style endpoint.
pub(crate) struct LocalHosts;

impl S3Host for LocalHosts {
    fn parse_host_header<'a>(&'a self, host: &'a str) -> S3Result<VirtualHost<'a>> {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let bucket = name.strip_suffix(".localhost").map(|rest| rest.strip_suffix(".s3").unwrap_or(rest));
        match bucket.filter(|bucket| *bucket != "s3") {
            Some(bucket) => Ok(VirtualHost::new("localhost").with_bucket(bucket)),
            None => Ok(VirtualHost::new(host)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_below_localhost_name_a_bucket_and_no_others_do() {
        let bucket = |host| LocalHosts.parse_host_header(host).unwrap().bucket().map(str::to_owned);
        assert_eq!(bucket("my.bucket.localhost:4566").as_deref(), Some("my.bucket"));
        assert_eq!(bucket("b.s3.localhost:4566").as_deref(), Some("b"));
        for path_style in
            ["localhost:4566", "localhost", "s3.localhost:4566", "headwater.example.com", "box:4566"]
        {
            assert_eq!(bucket(path_style), None, "{path_style}");
        }
    }

    #[test]
    fn a_presigned_query_keeps_what_is_not_signature() {
        let uri: Uri = "/b/k?X-Amz-Algorithm=A&versionId=3&X-Amz-Signature=ff&partNumber=1".parse().unwrap();
        assert_eq!(without_presigning(&uri).unwrap().to_string(), "/b/k?versionId=3&partNumber=1");
        let plain: Uri = "/b?list-type=2&prefix=a".parse().unwrap();
        assert!(without_presigning(&plain).is_none());
    }

    #[test]
    fn the_framing_is_not_an_encoding_of_the_object() {
        for (given, kept) in
            [("aws-chunked", None), ("gzip,aws-chunked", Some("gzip")), ("gzip", Some("gzip"))]
        {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(given));
            unframe_encoding(&mut headers);
            assert_eq!(headers.get(CONTENT_ENCODING).map(|v| v.to_str().unwrap()), kept, "{given}");
        }
    }
}
