//! Who calls: the credential scope of a signed request, read without verifying the signature.
//!
//! On loopback any credentials are accepted, and none at all: an access key of twelve digits is the account, the scope's
//! region is the region. A header or query that is signed but malformed is refused as the real service refuses it.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use std::borrow::Cow;

use headwater_types::{AccountId, Region, Scope};

use crate::{AwsRequest, Fault};

/// The account and region a request speaks for.
pub fn scope(request: &AwsRequest) -> Result<Scope, Fault> {
    let authorization = request.header("authorization");
    let query = Query(request.uri.query().unwrap_or_default());
    let presigned = query.names("X-Amz-Algorithm");
    match (authorization.is_empty(), presigned) {
        (false, true) => Err(Fault::client(
            "InvalidSignatureException",
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
        )),
        (false, false) => from_header(request, authorization),
        (true, true) => from_query(&query),
        (true, false) => Ok(Scope::default()),
    }
}

fn from_header(request: &AwsRequest, authorization: &str) -> Result<Scope, Fault> {
    let dated = !request.header("x-amz-date").is_empty() || !request.header("date").is_empty();
    let mut problems = String::new();
    for name in ["Credential", "Signature", "SignedHeaders"] {
        if parameter(authorization, name).is_none() {
            problems += &format!("Authorization header requires '{name}' parameter. ");
        }
    }
    if !dated {
        problems += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
    }
    if !problems.is_empty() {
        let message = format!("{problems}Authorization={authorization}");
        return Err(Fault::client("IncompleteSignatureException", message));
    }
    Ok(of_credential(parameter(authorization, "Credential").unwrap_or_default()))
}

fn from_query(query: &Query<'_>) -> Result<Scope, Fault> {
    const NEEDED: [&str; 5] =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];
    let mut problems = String::new();
    for name in NEEDED {
        if query.value(name).is_none_or(|value| value.is_empty()) {
            problems += &format!("AWS query-string parameters must include '{name}'. ");
        }
    }
    if !problems.is_empty() {
        let message = problems + "Re-examine the query-string parameters.";
        return Err(Fault::client("IncompleteSignatureException", message));
    }
    Ok(of_credential(&query.value("X-Amz-Credential").unwrap_or_default()))
}

/// The non-empty value of one parameter of an `Authorization` header: after the algorithm, parameters stand apart by commas,
/// spaces or both.
fn parameter<'a>(authorization: &'a str, name: &str) -> Option<&'a str> {
    let parameters = authorization.split([',', ' ']).skip(1);
    let mut values = parameters.filter_map(|p| p.trim().split_once('=')).filter(|(key, _)| *key == name);
    values.next().map(|(_, value)| value).filter(|value| !value.is_empty())
}

/// `key/date/region/service/aws4_request`. What is not a legal account or region falls back to the defaults: on loopback any
/// credentials will do.
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
        self.pairs().find(|(key, _)| *key == name).map(|(_, value)| percent_decoded(value))
    }
}

/// Malformed escapes stay as they are: they make no legal account or region anyway.
fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let hex = |b: u8| char::from(b).to_digit(16).map(|d| d as u8);
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1).copied().and_then(hex).zip(bytes.get(at + 2).copied().and_then(hex));
        match escape {
            Some((high, low)) if bytes[at] == b'%' => {
                out.push(high << 4 | low);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
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
