//! What a request says about who sent it: the parts of its signature, read without verifying anything.
//!
//! Where any credentials will do, the scope is taken from them as they are: an access key of twelve digits is the account, the
//! region of the signature is the region. A header or query that is signed but malformed is refused as the real service
//! refuses it. Verification is [`crate::sigv4`]'s.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use std::borrow::Cow;

use headwater_types::{AccountId, Region, Scope};
use http::header;

use crate::request::{X_AMZ_DATE, X_AMZ_SECURITY_TOKEN};
use crate::signing::canonical::percent_decoded;
use crate::{AwsRequest, Fault};

/// The signature of a request, as it stands there.
#[derive(Debug)]
pub(crate) struct Claim<'a> {
    /// Such as `AWS4-HMAC-SHA256`.
    pub algorithm: Cow<'a, str>,
    /// `key/date/region/service/aws4_request`.
    pub credential: Cow<'a, str>,
    /// Lower-case names with semicolons between.
    pub signed_headers: Cow<'a, str>,
    pub signature: Cow<'a, str>,
    /// As sent: ISO 8601 or, from the `Date` header, as HTTP writes it.
    pub date: Cow<'a, str>,
    pub session_token: Option<Cow<'a, str>>,
    /// Where the signature stands.
    pub place: Place<'a>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place<'a> {
    Header,
    /// A presigned request, and for how many seconds from its date it is good.
    Query {
        expires: Option<Cow<'a, str>>,
    },
}

/// The claim of a request; `None` where it is not signed at all.
pub(crate) fn claim(request: &AwsRequest) -> Result<Option<Claim<'_>>, Fault> {
    let authorization = request.header(header::AUTHORIZATION);
    let query = Query(request.uri.query().unwrap_or_default());
    let presigned = query.names("X-Amz-Algorithm");
    match (authorization.is_empty(), presigned) {
        (false, true) => Err(Fault::client(
            "InvalidSignatureException",
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
        )),
        (false, false) => from_header(request, authorization).map(Some),
        (true, true) => from_query(&query).map(Some),
        (true, false) => Ok(None),
    }
}

/// The account and region a request speaks for, where its signature is not verified.
pub fn scope(request: &AwsRequest) -> Result<Scope, Fault> {
    Ok(claim(request)?.map_or_else(Scope::default, |claim| of_credential(&claim.credential)))
}

/// The session token a request carries, in a header or presigned; for faces whose protocol library verifies the rest.
pub fn session_token(headers: &http::HeaderMap, uri: &http::Uri) -> Option<String> {
    if let Some(value) = headers.get("x-amz-security-token") {
        return Some(String::from_utf8_lossy(value.as_bytes()).into_owned());
    }
    Query(uri.query()?).value("X-Amz-Security-Token").map(Cow::into_owned)
}

fn from_header<'a>(request: &'a AwsRequest, authorization: &'a str) -> Result<Claim<'a>, Fault> {
    let dates = [request.header(X_AMZ_DATE), request.header(header::DATE)];
    let date = dates.into_iter().find(|date| !date.is_empty());
    let mut problems = String::new();
    let parameters = Parameters::of(authorization);
    let mut needed = |name: &str, value: Option<&'a str>| {
        let value = value.unwrap_or_default();
        if value.is_empty() {
            problems += &format!("Authorization header requires '{name}' parameter. ");
        }
        Cow::Borrowed(value)
    };
    let credential = needed("Credential", parameters.credential);
    let signature = needed("Signature", parameters.signature);
    let signed_headers = needed("SignedHeaders", parameters.signed_headers);
    if date.is_none() {
        problems += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
    }
    if !problems.is_empty() {
        let message = format!("{problems}Authorization={authorization}");
        return Err(Fault::client("IncompleteSignatureException", message));
    }
    let token = request.header(X_AMZ_SECURITY_TOKEN);
    Ok(Claim {
        algorithm: parameters.algorithm.into(),
        credential,
        signed_headers,
        signature,
        date: date.unwrap_or_default().into(),
        session_token: (!token.is_empty()).then_some(token.into()),
        place: Place::Header,
    })
}

fn from_query<'a>(query: &Query<'a>) -> Result<Claim<'a>, Fault> {
    let mut problems = String::new();
    let mut needed = |name: &str| {
        let value = query.value(name).filter(|value| !value.is_empty());
        if value.is_none() {
            problems += &format!("AWS query-string parameters must include '{name}'. ");
        }
        value.unwrap_or_default()
    };
    let (algorithm, credential) = (needed("X-Amz-Algorithm"), needed("X-Amz-Credential"));
    let (signature, signed_headers) = (needed("X-Amz-Signature"), needed("X-Amz-SignedHeaders"));
    let date = needed("X-Amz-Date");
    if !problems.is_empty() {
        let message = problems + "Re-examine the query-string parameters.";
        return Err(Fault::client("IncompleteSignatureException", message));
    }
    Ok(Claim {
        algorithm,
        credential,
        signed_headers,
        signature,
        date,
        session_token: query.value("X-Amz-Security-Token").filter(|token| !token.is_empty()),
        place: Place::Query { expires: query.value("X-Amz-Expires") },
    })
}

/// The parameters of an `Authorization` header that a signature needs; empty where they are absent.
#[derive(Default)]
struct Parameters<'a> {
    algorithm: &'a str,
    credential: Option<&'a str>,
    signature: Option<&'a str>,
    signed_headers: Option<&'a str>,
}

impl<'a> Parameters<'a> {
    /// Read in one pass, which every request pays: after the algorithm, parameters stand apart by commas, spaces or both. The
    /// first of a name counts.
    fn of(authorization: &'a str) -> Self {
        let mut parts = authorization.split([',', ' ']);
        let mut found = Self { algorithm: parts.next().unwrap_or_default(), ..Self::default() };
        for (name, value) in parts.filter_map(|part| part.trim().split_once('=')) {
            let slot = match name {
                "Credential" => &mut found.credential,
                "Signature" => &mut found.signature,
                "SignedHeaders" => &mut found.signed_headers,
                _ => continue,
            };
            slot.get_or_insert(value);
        }
        found
    }
}

/// What is not a legal account or region falls back to the defaults: any credentials will do.
fn of_credential(credential: &str) -> Scope {
    let mut parts = credential.split('/');
    let account = parts.next().and_then(AccountId::parse).unwrap_or_default();
    let region = parts.nth(1).and_then(Region::parse).unwrap_or_default();
    Scope { account, region }
}

struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.0.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    fn names(&self, name: &str) -> bool {
        self.pairs().any(|(key, _)| key == name)
    }

    fn value(&self, name: &str) -> Option<Cow<'a, str>> {
        let (_, value) = self.pairs().find(|(key, _)| *key == name)?;
        Some(match percent_decoded(value) {
            Cow::Borrowed(_) => Cow::Borrowed(value),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::RequestId;

    fn request(uri: &str, headers: &[(&str, &str)]) -> AwsRequest {
        let mut builder = http::Request::post(uri);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        let (parts, ()) = builder.body(()).expect("a legal request").into_parts();
        AwsRequest::new(parts, Bytes::new(), RequestId([0; 16]).0)
    }

    fn names(scope: &Scope) -> (&str, &str) {
        (scope.account.as_str(), scope.region.as_str())
    }

    #[test]
    fn a_key_of_twelve_digits_is_the_account_and_the_scope_names_the_region() {
        let signed = |key: &str| {
            let value = format!(
                "AWS4-HMAC-SHA256 Credential={key}/20261123/eu-west-1/kinesis/aws4_request, SignedHeaders=host, Signature=ab"
            );
            scope(&request("/", &[("authorization", &value), ("x-amz-date", "20261123T000000Z")]))
                .expect("well formed")
        };
        assert_eq!(names(&signed("123456789012")), ("123456789012", "eu-west-1"));
        assert_eq!(names(&signed("AKIAIOSFODNN7EXAMPLE")), ("000000000000", "eu-west-1"));
    }

    #[test]
    fn a_presigned_query_speaks_for_its_credential() {
        let uri = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=123456789012%2F20261123%2Fap-south-1%2Fkinesis%2Faws4_request\
                   &X-Amz-Signature=b&X-Amz-SignedHeaders=host&X-Amz-Date=20261123T000000Z";
        let scope = scope(&request(uri, &[])).expect("well formed");
        assert_eq!(names(&scope), ("123456789012", "ap-south-1"));
    }

    #[test]
    fn no_credentials_speak_for_the_default_scope() {
        assert_eq!(scope(&request("/", &[])), Ok(Scope::default()));
    }

    #[test]
    fn incomplete_credentials_are_refused_with_everything_that_is_missing() {
        let cases = [
            (
                "/",
                &[("authorization", "X")][..],
                "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
                 Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a \
                 'X-Amz-Date' or a 'Date' header. Authorization=X",
            ),
            (
                "/",
                &[("authorization", "AWS4- Signature=b, Credential=a"), ("date", "a")][..],
                "Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4- Signature=b, Credential=a",
            ),
            (
                "/?X-Amz-Algorithm&X-Amz-Credential=a",
                &[][..],
                "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include \
                 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters \
                 must include 'X-Amz-Date'. Re-examine the query-string parameters.",
            ),
        ];
        for (uri, headers, message) in cases {
            let fault = scope(&request(uri, headers)).expect_err(uri);
            assert_eq!(
                (fault.code, fault.message.as_deref()),
                ("IncompleteSignatureException", Some(message))
            );
        }
    }

    #[test]
    fn a_header_and_a_query_together_are_refused() {
        let fault = scope(&request("/?X-Amz-Algorithm", &[("authorization", "X")])).expect_err("both");
        assert_eq!(fault.code, "InvalidSignatureException");
    }
}
