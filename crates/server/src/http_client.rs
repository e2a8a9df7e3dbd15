//! A small HTTP client for the commands that talk to a running server: one pooled connection set, JSON in and out.

use std::net::IpAddr;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// Larger answers than any command expects are refused rather than collected.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;
/// How long a server may take to begin its answer; a command does not wait for one that is stuck.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);

/// Names an account and a region as a signature does. A server on loopback takes any signature.
const LOCAL_AUTHORIZATION: &str = "AWS4-HMAC-SHA256 \
    Credential=000000000000/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

/// Talks to one server.
#[derive(Clone)]
pub struct HttpClient {
    base: Uri,
    /// For servers with identities.
    basic: Option<HeaderValue>,
    client: Client<HttpConnector, Full<Bytes>>,
}

impl HttpClient {
    /// `endpoint` is a URL with scheme and host; only `http` is spoken.
    pub fn new(endpoint: &str) -> Result<Self> {
        let base: Uri = endpoint.parse().with_context(|| format!("`{endpoint}` is not a URL"))?;
        if base.scheme_str() != Some("http") || base.authority().is_none() {
            bail!("`{endpoint}` is not of the form http://HOST:PORT");
        }
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let basic = basic_of_environment(&base)?;
        Ok(Self { base, basic, client: Client::builder(TokioExecutor::new()).build(connector) })
    }

    /// Sends a request to Headwater's own API and reads its JSON answer; an error answer becomes an error with its text.
    pub async fn api(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value> {
        let response = self.open(method, path, body).await?;
        let bytes = collect(response).await?;
        if bytes.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&bytes).context("the server answered something that is not JSON")
    }

    /// As [`HttpClient::api`], for an answer that is read as it comes.
    pub async fn open(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Response<Incoming>> {
        let mut request = Request::builder()
            .method(method)
            .uri(self.uri(path)?)
            .header(http::header::CONTENT_TYPE, "application/json")
            .body(Full::from(body.map(Value::to_string).unwrap_or_default()))
            .context("building the request")?;
        if let Some(basic) = &self.basic {
            request.headers_mut().insert(http::header::AUTHORIZATION, basic.clone());
        }
        let response = self.send(request).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let status = response.status();
        let bytes = collect(response).await?;
        match ApiFault::of(&bytes) {
            Some(fault) => Err(fault.into()),
            None => bail!("the server answered {status}"),
        }
    }

    /// Calls one operation of an AWS JSON service; an error answer becomes an [`AwsFault`].
    pub async fn aws(&self, target: &str, body: &Value) -> Result<Value> {
        self.aws_raw(target, Bytes::from(body.to_string())).await
    }

    /// As [`HttpClient::aws`], for a body already in bytes.
    pub async fn aws_raw(&self, target: &str, body: Bytes) -> Result<Value> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.uri("/")?)
            .header(http::header::CONTENT_TYPE, "application/x-amz-json-1.1")
            .header("x-amz-target", target)
            .header(http::header::AUTHORIZATION, LOCAL_AUTHORIZATION)
            .header("x-amz-date", "20260101T000000Z")
            .body(Full::from(body))
            .context("building the request")?;
        let response = self.send(request).await?;
        let failed = !response.status().is_success();
        let bytes = collect(response).await?;
        let answer: Value = match bytes.is_empty() {
            true => Value::Null,
            false => {
                serde_json::from_slice(&bytes).context("the server answered something that is not JSON")?
            }
        };
        if failed {
            return Err(AwsFault::of(&answer).into());
        }
        Ok(answer)
    }

    /// Sends an empty PUT, which is how S3 makes a bucket.
    pub async fn put(&self, path: &str) -> Result<()> {
        let request = Request::builder()
            .method(Method::PUT)
            .uri(self.uri(path)?)
            .body(Full::default())
            .context("building the request")?;
        let response = self.send(request).await?;
        let status = response.status();
        let bytes = collect(response).await?;
        ensure!(status.is_success(), "the server answered {status}: {}", String::from_utf8_lossy(&bytes));
        Ok(())
    }

    async fn send(&self, request: Request<Full<Bytes>>) -> Result<Response<Incoming>> {
        let base = &self.base;
        tokio::time::timeout(ANSWER_TIMEOUT, self.client.request(request))
            .await
            .map_err(|_| {
                anyhow!("the server at {base} took the request and did not answer within {ANSWER_TIMEOUT:?}")
            })?
            .with_context(|| format!("no server answers at {base} (start one with `headwater serve`)"))
    }

    fn uri(&self, path: &str) -> Result<Uri> {
        let authority = self.base.authority().context("the endpoint has a host")?.clone();
        Uri::builder()
            .scheme("http")
            .authority(authority)
            .path_and_query(path)
            .build()
            .with_context(|| format!("`{path}` is not a path"))
    }
}

/// Names of their own: what stands in AWS_SECRET_ACCESS_KEY may be good for a real account, and goes nowhere.
fn basic_of_environment(base: &Uri) -> Result<Option<HeaderValue>> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (key, secret) = (variable("HEADWATER_ACCESS_KEY_ID"), variable("HEADWATER_SECRET_ACCESS_KEY"));
    let (Some(key), Some(secret)) = (key, secret) else { return Ok(None) };
    let host = base.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let is_loopback =
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    ensure!(is_loopback, "HEADWATER_SECRET_ACCESS_KEY is not sent to {host} without encryption");
    let value = format!("Basic {}", STANDARD.encode(format!("{key}:{secret}")));
    let mut value = HeaderValue::try_from(value).context("the access key is not text")?;
    value.set_sensitive(true);
    Ok(Some(value))
}

async fn collect(response: Response<Incoming>) -> Result<Bytes> {
    let body = Limited::new(response.into_body(), ANSWER_BYTES_MAX);
    let collected =
        body.collect().await.map_err(|error| anyhow::anyhow!("reading the answer failed: {error}"))?;
    Ok(collected.to_bytes())
}

/// An error answer of Headwater's own API.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}{}", place_text(place), hint_text(hint))]
pub struct ApiFault {
    pub message: String,
    /// Line and column in the SQL text, where the error has a place there.
    pub place: Option<(u32, u32)>,
    pub hint: Option<String>,
}

fn place_text(place: &Option<(u32, u32)>) -> String {
    place.map_or_else(String::new, |(line, column)| format!("line {line}, column {column}: "))
}

fn hint_text(hint: &Option<String>) -> String {
    hint.as_ref().map_or_else(String::new, |hint| format!("\n{hint}"))
}

impl ApiFault {
    fn of(body: &[u8]) -> Option<Self> {
        let answer: Value = serde_json::from_slice(body).ok()?;
        let error = answer.get("error")?;
        let number = |name: &str| error.get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        Some(Self {
            message: error.get("message")?.as_str()?.to_owned(),
            place: number("line").zip(number("column")),
            hint: error.get("hint").and_then(Value::as_str).map(str::to_owned),
        })
    }
}

/// The error answer of an AWS JSON service.
#[derive(Debug, thiserror::Error)]
#[error("{code}: {message}")]
pub struct AwsFault {
    pub code: String,
    pub message: String,
}

impl AwsFault {
    fn of(answer: &Value) -> Self {
        let text = |names: [&str; 2]| {
            names
                .iter()
                .find_map(|name| answer.get(name).and_then(Value::as_str))
                .unwrap_or("unknown")
                .to_owned()
        };
        Self { code: text(["__type", "code"]), message: text(["message", "Message"]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_api_is_told_with_its_place_and_its_hint() {
        let body = br#"{"error":{"code":"sql_error","message":"unknown column 'pgae'","line":3,"column":8,"hint":"did you mean 'page'?"}}"#;
        let fault = ApiFault::of(body).expect("readable");
        assert_eq!(fault.place, Some((3, 8)));
        assert_eq!(fault.to_string(), "line 3, column 8: unknown column 'pgae'\ndid you mean 'page'?");
        assert_eq!(ApiFault::of(b"<html>"), None);
    }

    #[test]
    fn an_endpoint_is_http_with_a_host() {
        assert!(HttpClient::new("http://127.0.0.1:4566").is_ok());
        for bad in ["127.0.0.1:4566", "https://127.0.0.1:4566", "http://", "nonsense"] {
            assert!(HttpClient::new(bad).is_err(), "{bad}");
        }
    }
}
