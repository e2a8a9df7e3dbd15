//! Signature Version 4, verified: header and presigned query, payloads hashed, unsigned or signed chunk by chunk.
//!
//! Sans IO and without a clock: a whole request, the identities and the time go in, the identity or the service's error comes
//! out. The order of the checks is the service's: date, signed host, algorithm, credential, its scope, the key, the
//! signature, the session token.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use std::sync::Arc;

use headwater_types::{Region, Timestamp};

use crate::chunked::Framed;
use crate::credentials::{Claim, Place, claim};
use crate::identity::{Identities, Identity};
use crate::signing::date::Date;
use crate::signing::key::{SigningKey, sha256_hex};
use crate::signing::{Stamp, canonical};
use crate::{AwsRequest, Fault};

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// How long a presigned request may be good: seven days.
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>
const EXPIRES_S_MAX: i64 = 7 * 24 * 60 * 60;

/// The proof that a request was signed by this identity, for this region.
#[derive(Debug)]
pub struct Verified {
    pub identity: Arc<Identity>,
    pub region: Region,
}

/// Verifies a request for `service`, which is named as credential scopes name it. `framed` is its body where that came in
/// chunks.
pub fn verify(
    request: &AwsRequest,
    framed: Option<&Framed>,
    service: &str,
    identities: &Identities,
    now: Timestamp,
) -> Result<Verified, Fault> {
    let missing = || Fault::client("MissingAuthenticationTokenException", "Missing Authentication Token");
    let claim = claim(request)?.ok_or_else(missing)?;
    let date = check_date(&claim, service, now)?;
    check_host_is_signed(&claim)?;
    check_algorithm(&claim)?;
    let scope = CredentialScope::of(&claim, date, service)?;
    let unrecognized = || {
        Fault::client("UnrecognizedClientException", "The security token included in the request is invalid.")
    };
    let identity = identities.get(scope.access_key_id).ok_or_else(unrecognized)?;

    let key = SigningKey::derive(identity.secret.expose(), &date.day(), scope.region.as_str(), service);
    let stamp = Stamp { date: date.basic(), scope: scope.text() };
    if !is_signed(request, framed, &claim, &key, &stamp) {
        return Err(mismatch());
    }
    if claim.session_token.as_deref() != identity.session_token.as_deref() {
        return Err(unrecognized());
    }
    if identity.has_expired(now) {
        return Err(Fault::client(
            "ExpiredTokenException",
            "The security token included in the request is expired",
        ));
    }
    Ok(Verified { identity: identity.clone(), region: scope.region })
}

fn mismatch() -> Fault {
    const TEXT: &str = "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
                        Access Key and signing method. Consult the service documentation for details.";
    Fault::client("InvalidSignatureException", TEXT)
}

/// How far a request's date may lie from ours. DynamoDB is known to take a quarter of an hour.
fn skew_minutes(service: &str) -> i64 {
    if service == "dynamodb" { 15 } else { 5 }
}

fn check_date(claim: &Claim<'_>, service: &str, now: Timestamp) -> Result<Date, Fault> {
    let Some(date) = Date::parse(&claim.date) else {
        return Err(Fault::client(
            "IncompleteSignatureException",
            format!(
                "Date must be in ISO-8601 'basic format'. Got '{}'. See http://en.wikipedia.org/wiki/ISO_8601",
                claim.date
            ),
        ));
    };
    let now = Date::at(now);
    let skew = skew_minutes(service);
    let (late_minutes, good_for_s) = match &claim.place {
        Place::Header => (skew, skew * 60),
        Place::Query { expires } => {
            let good_for_s = presigned_seconds(expires.as_deref())?.unwrap_or(skew * 60);
            ((good_for_s + 59) / 60, good_for_s)
        }
    };
    let invalid = |message: String| Err(Fault::client("InvalidSignatureException", message));
    let earliest = now.plus_seconds(-good_for_s);
    if date.as_secs() < earliest.as_secs() {
        return invalid(format!(
            "Signature expired: {} is now earlier than {} ({} - {late_minutes} min.)",
            date.basic(),
            earliest.basic(),
            now.basic()
        ));
    }
    let latest = now.plus_seconds(skew * 60);
    if date.as_secs() > latest.as_secs() {
        return invalid(format!(
            "Signature not yet current: {} is still later than {} ({} + {skew} min.)",
            date.basic(),
            latest.basic(),
            now.basic()
        ));
    }
    Ok(date)
}

fn presigned_seconds(expires: Option<&str>) -> Result<Option<i64>, Fault> {
    let Some(text) = expires else { return Ok(None) };
    let seconds = text.parse::<i64>().ok().filter(|seconds| (0..=EXPIRES_S_MAX).contains(seconds));
    let refused = || {
        Fault::client(
            "IncompleteSignatureException",
            format!("X-Amz-Expires must be a number of seconds from 0 to {EXPIRES_S_MAX}. Got '{text}'."),
        )
    };
    seconds.map(Some).ok_or_else(refused)
}

fn check_host_is_signed(claim: &Claim<'_>) -> Result<(), Fault> {
    let signed = claim.signed_headers.split(';').any(|name| {
        let host = name.eq_ignore_ascii_case("host");
        host || name == ":authority"
    });
    let refusal = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
    if signed { Ok(()) } else { Err(Fault::client("InvalidSignatureException", refusal)) }
}

fn check_algorithm(claim: &Claim<'_>) -> Result<(), Fault> {
    if claim.algorithm == ALGORITHM {
        return Ok(());
    }
    let message = format!("Unsupported AWS 'algorithm': '{}' (only {ALGORITHM} for now). ", claim.algorithm);
    Err(Fault::client("IncompleteSignatureException", message))
}

/// `key/20150830/us-east-1/service/aws4_request`, taken apart and found to be for us.
struct CredentialScope<'a> {
    access_key_id: &'a str,
    day: &'a str,
    region: Region,
    service: &'a str,
}

impl<'a> CredentialScope<'a> {
    fn of(claim: &'a Claim<'_>, date: Date, service: &str) -> Result<Self, Fault> {
        let credential = claim.credential.trim_end_matches('/');
        let parts: Vec<&str> = credential.split('/').collect();
        let [access_key_id, day, region_name, named, terminator] = parts[..] else {
            return Err(Fault::client(
                "IncompleteSignatureException",
                format!(
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
                     '{credential}'"
                ),
            ));
        };
        let region = Region::parse(region_name);
        let mut problems = String::new();
        if region.is_none() {
            problems += &format!("Credential should be scoped to a valid region, not '{region_name}'. ");
        }
        if named != service {
            problems += &format!("Credential should be scoped to correct service: '{service}'. ");
        }
        if terminator != "aws4_request" {
            problems += &format!(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'. "
            );
        }
        if day != date.day() {
            problems += &format!(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{day}' != \
                 '{}', from '{}'. ",
                date.day(),
                date.basic()
            );
        }
        match region {
            Some(region) if problems.is_empty() => Ok(Self { access_key_id, day, region, service: named }),
            _ => Err(Fault::client("InvalidSignatureException", problems)),
        }
    }

    fn text(&self) -> String {
        format!("{}/{}/{}/aws4_request", self.day, self.region, self.service)
    }
}

fn is_signed(
    request: &AwsRequest,
    framed: Option<&Framed>,
    claim: &Claim<'_>,
    key: &SigningKey,
    stamp: &Stamp,
) -> bool {
    // A name that is no header's could break the lines of the canonical form apart.
    let is_name =
        |name: &str| name == ":authority" || http::HeaderName::from_lowercase(name.as_bytes()).is_ok();
    if !claim.signed_headers.split(';').all(is_name) {
        return false;
    }
    let said = request.header("x-amz-content-sha256");
    let payload = match said {
        "UNSIGNED-PAYLOAD" => said.to_owned(),
        _ if framed.is_some() => said.to_owned(),
        // What the header says of other payloads is not believed.
        _ => sha256_hex(&request.body),
    };
    let authority = request.uri.authority().map(http::uri::Authority::as_str);
    let canonical = canonical::request(
        request.method.as_str(),
        &canonical::path(request.uri.path()),
        &canonical::query(request.uri.query().unwrap_or_default()),
        &canonical::headers(&request.headers, &claim.signed_headers, authority),
        &claim.signed_headers,
        &payload,
    );
    let text = stamp.string_to_sign(ALGORITHM, &sha256_hex(canonical.as_bytes()));
    key.is_signature_of(&claim.signature, &text)
        && framed.is_none_or(|framed| framed.is_signed(&claim.signature, key, stamp))
}
