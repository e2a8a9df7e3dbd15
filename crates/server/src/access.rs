//! Who may use the console and its API where identities are configured: HTTP Basic, with an access key and its secret.
//!
//! The page and the API show the streams of all accounts, so they have permissions of their own: `headwater:View` to look and
//! `headwater:Manage` to change. An identity without a policy has both. Browsers ask for the two by themselves and send them
//! with the WebSocket too; the guard of the console keeps foreign pages out (docs/API.md).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_aws_wire::permission::authorize;
use headwater_aws_wire::{Body, Gate, Identities, Identity, Origins, Resource};
use headwater_runtime::Clock;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};

/// The identities of the server, or that anybody may do anything. Cheap to clone.
#[derive(Clone)]
pub struct Access {
    identities: Option<Arc<Identities>>,
    clock: Clock,
    origins: Origins,
}

impl Access {
    /// Anybody where there are no identities.
    pub fn new(identities: Option<Arc<Identities>>, clock: Clock) -> Self {
        Self { identities, clock, origins: Origins::default() }
    }

    /// Pages of these origins may call the APIs, besides those of this machine.
    pub fn for_pages_of(self, origins: Vec<String>) -> Self {
        Self { origins: origins.into(), ..self }
    }

    pub fn origins(&self) -> Origins {
        self.origins.clone()
    }

    /// What AWS requests are measured by.
    pub fn gate(&self) -> Gate {
        match &self.identities {
            None => Gate::Open,
            Some(identities) => Gate::Closed { identities: identities.clone(), now: self.clock.now() },
        }
    }

    pub fn s3(&self) -> headwater_s3::Access {
        match &self.identities {
            None => headwater_s3::Access::Anyone,
            Some(identities) => headwater_s3::Access::Identities(identities.clone(), self.clock.clone()),
        }
    }

    /// Lets a request to the console pass, or gives the refusal.
    pub fn check_console(&self, method: &Method, headers: &HeaderMap) -> Result<(), Box<Response<Body>>> {
        let Some(identities) = &self.identities else { return Ok(()) };
        let Some(identity) = self.known(identities, headers) else {
            let refusal =
                "the server has identities: give an access key as the user and its secret as the password";
            return Err(answer(StatusCode::UNAUTHORIZED, "unauthorized", refusal));
        };
        let action = match *method {
            Method::GET | Method::HEAD => "headwater:View",
            _ => "headwater:Manage",
        };
        authorize(&identity, action, &Resource::any()).map_err(|fault| {
            answer(StatusCode::FORBIDDEN, "forbidden", fault.message.as_deref().unwrap_or_default())
        })
    }

    fn known(&self, identities: &Identities, headers: &HeaderMap) -> Option<Arc<Identity>> {
        let (key, secret) = basic(headers)?;
        let identity = identities.get(&key)?;
        // A session token has no place in this scheme.
        let whole = identity.secret.is(&secret) && identity.session_token.is_none();
        (whole && !identity.has_expired(self.clock.now())).then(|| identity.clone())
    }
}

/// User and password of HTTP Basic (RFC 7617).
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    text.split_once(':').map(|(user, password)| (user.to_owned(), password.to_owned()))
}

/// In the form of the API's errors.
fn answer(status: StatusCode, code: &str, message: &str) -> Box<Response<Body>> {
    let body = serde_json::json!({ "error": { "code": code, "message": message } }).to_string();
    let mut response = Response::new(Body::from(Bytes::from(body)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::UNAUTHORIZED {
        const CHALLENGE: &str = "Basic realm=\"headwater\", charset=\"UTF-8\"";
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(CHALLENGE));
    }
    Box::new(response)
}

#[cfg(test)]
mod tests {
    use super::*;
    use headwater_aws_wire::{Policy, Secret};
    use headwater_types::AccountId;

    fn access() -> Access {
        let identity = |key: &str, policy: Option<&str>| Identity {
            access_key_id: key.into(),
            secret: Secret::new("se:cret".into()),
            session_token: None,
            expires: None,
            account: AccountId::default(),
            user: Some(key.into()),
            policy: policy.map(|text| Policy::of_identity(text).expect("legal")),
        };
        let look = r#"{"Statement": {"Effect": "Allow", "Action": "headwater:View", "Resource": "*"}}"#;
        let none = r#"{"Statement": {"Effect": "Allow", "Action": "kinesis:*", "Resource": "*"}}"#;
        let all = [identity("root", None), identity("looker", Some(look)), identity("producer", Some(none))];
        Access::new(Some(Arc::new(Identities::new(all).expect("distinct"))), Clock::system())
    }

    fn status(access: &Access, method: Method, credentials: Option<&str>) -> StatusCode {
        let mut headers = HeaderMap::new();
        if let Some(credentials) = credentials {
            let value = format!("Basic {}", STANDARD.encode(credentials));
            headers.insert(header::AUTHORIZATION, value.parse().expect("legal"));
        }
        access.check_console(&method, &headers).map_or_else(|response| response.status(), |()| StatusCode::OK)
    }

    #[test]
    fn keys_with_their_secrets_pass_as_far_as_their_policies_go() {
        let cases = [
            (Method::GET, None, StatusCode::UNAUTHORIZED),
            (Method::GET, Some("root"), StatusCode::UNAUTHORIZED),
            (Method::GET, Some("root:wrong"), StatusCode::UNAUTHORIZED),
            (Method::GET, Some("nobody:se:cret"), StatusCode::UNAUTHORIZED),
            (Method::GET, Some("root:se:cret"), StatusCode::OK),
            (Method::POST, Some("root:se:cret"), StatusCode::OK),
            (Method::GET, Some("looker:se:cret"), StatusCode::OK),
            (Method::DELETE, Some("looker:se:cret"), StatusCode::FORBIDDEN),
            (Method::GET, Some("producer:se:cret"), StatusCode::FORBIDDEN),
        ];
        let access = access();
        for (method, credentials, expected) in cases {
            assert_eq!(status(&access, method.clone(), credentials), expected, "{method} {credentials:?}");
        }
    }

    #[test]
    fn without_identities_anybody_passes() {
        assert_eq!(status(&Access::new(None, Clock::system()), Method::POST, None), StatusCode::OK);
    }
}
