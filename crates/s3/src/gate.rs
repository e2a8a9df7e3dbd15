//! What is turned away before the protocol sees it: pages of other sites, and headers that promise what is not done here.
//!
//! **DNS rebinding.** Where anybody may call, a request without a signature, or of a browser, must name a host that
//! cannot be bought. Programs sign, with whatever credentials; theirs may use any name. Where signatures are verified
//! nothing of this is needed.
//!
//! **Promises.** An object that its client asked to be encrypted, locked, tagged or shared is not stored plain: the
//! request answers `NotImplemented`. Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html>

use headwater_types::host::{host_name, is_local_name};
use http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, HOST, ORIGIN, REFERER};
use http::request::Parts;
use s3s::{S3Error, S3ErrorCode, S3Result};

/// Headers, and members of a presigned query, that ask for what is not offered; matched by their beginning.
const NOT_OFFERED: &[(&str, &str)] = &[
    ("x-amz-server-side-encryption", "server-side encryption"),
    ("x-amz-copy-source-server-side-encryption", "server-side encryption"),
    ("x-amz-tagging", "object tags"),
    ("x-amz-object-lock-", "object lock"),
    ("x-amz-website-redirect-location", "website redirects"),
    ("x-amz-grant-", "access control lists"),
];
/// Access lists that leave an object with its owner, which is all there is.
const PRIVATE_ACLS: &[&str] = &["private", "bucket-owner-read", "bucket-owner-full-control"];
/// Classes that are kept as everything is.
const STORAGE_CLASSES: &[&str] = &["STANDARD", "REDUCED_REDUNDANCY"];

/// Refuses what a page of another site has sent. For endpoints that verify no signature.
pub(crate) fn check_host(parts: &Parts, trusted_hosts: &[String]) -> S3Result<()> {
    let is_signed = parts.headers.contains_key(AUTHORIZATION)
        || members(parts)
            .any(|(name, _)| name.eq_ignore_ascii_case("x-amz-signature") || name == "Signature");
    let of_browser = [ORIGIN.as_str(), REFERER.as_str(), ACCEPT_LANGUAGE.as_str(), "sec-fetch-site"];
    if is_signed && !of_browser.iter().any(|name| parts.headers.contains_key(*name)) {
        return Ok(());
    }
    let host = match parts.headers.get(HOST) {
        Some(host) => host.to_str().unwrap_or_default(),
        None => parts.uri.authority().map_or("", |authority| authority.as_str()),
    };
    let name = host_name(host);
    if is_local_name(name) || trusted_hosts.iter().any(|trusted| trusted.eq_ignore_ascii_case(name)) {
        return Ok(());
    }
    let message = format!(
        "host `{name}` is not a name of this server: use its address, sign the request with any credentials, or add the \
         name to `hosts` in the configuration"
    );
    Err(S3Error::with_message(S3ErrorCode::AccessDenied, message))
}

/// Refuses what would be accepted and not done.
pub(crate) fn check_promises(parts: &Parts) -> S3Result<()> {
    let headers =
        parts.headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    for (name, value) in headers.chain(members(parts)) {
        // Header names are lower case already; members of a query are as their writer spelled them.
        let name = name.to_ascii_lowercase();
        if let Some((_, what)) = NOT_OFFERED.iter().find(|(begin, _)| name.starts_with(begin)) {
            return Err(not_offered(what));
        }
        match name.as_str() {
            "x-amz-acl" if !PRIVATE_ACLS.contains(&value) => return Err(not_offered("access control lists")),
            "x-amz-bucket-object-lock-enabled" if !value.eq_ignore_ascii_case("false") => {
                return Err(not_offered("object lock"));
            }
            "x-amz-storage-class" if !STORAGE_CLASSES.contains(&value) => {
                let message = format!("storage class {value} is not offered; leave it out");
                return Err(S3Error::with_message(S3ErrorCode::InvalidStorageClass, message));
            }
            _ => {}
        }
    }
    Ok(())
}

fn not_offered(what: &str) -> S3Error {
    S3Error::with_message(S3ErrorCode::NotImplemented, format!("{what} is not offered by this endpoint"))
}

/// The members of the query, undecoded: none of those looked for needs escapes.
fn members(parts: &Parts) -> impl Iterator<Item = (&str, &str)> {
    let pairs = parts.uri.query().unwrap_or_default().split('&');
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}
