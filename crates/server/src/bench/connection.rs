//! One HTTP connection to the endpoint with one request in flight on it.
//!
//! A raw connection instead of a pooled client: no pool, no redirects, no timers a request. Answers are gathered into one
//! buffer that is kept between requests. HTTP/1.1 calls go through [`Http1`]; HTTP/2, and answers that stream, through
//! hyper.

use bytes::Bytes;
use headwater_runtime::Clock;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;

use super::http1::Http1;
use super::signing::{self, Signer};
use super::wire::Wire;

const X_AMZ_DATE: HeaderName = HeaderName::from_static("x-amz-date");
const X_AMZ_TARGET: HeaderName = HeaderName::from_static("x-amz-target");
const X_AMZ_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// An operation's `X-Amz-Target`.
#[derive(Clone, Copy)]
pub struct Operation(&'static str);

impl Operation {
    pub const CREATE_STREAM: Self = Self("Kinesis_20131202.CreateStream");
    pub const DELETE_STREAM: Self = Self("Kinesis_20131202.DeleteStream");
    pub const DEREGISTER_CONSUMER: Self = Self("Kinesis_20131202.DeregisterStreamConsumer");
    pub const DESCRIBE_CONSUMER: Self = Self("Kinesis_20131202.DescribeStreamConsumer");
    pub const DESCRIBE_STREAM_SUMMARY: Self = Self("Kinesis_20131202.DescribeStreamSummary");
    pub const GET_RECORDS: Self = Self("Kinesis_20131202.GetRecords");
    pub const GET_SHARD_ITERATOR: Self = Self("Kinesis_20131202.GetShardIterator");
    pub const LIST_SHARDS: Self = Self("Kinesis_20131202.ListShards");
    pub const PUT_RECORD: Self = Self("Kinesis_20131202.PutRecord");
    pub const PUT_RECORDS: Self = Self("Kinesis_20131202.PutRecords");
    pub const REGISTER_CONSUMER: Self = Self("Kinesis_20131202.RegisterStreamConsumer");
    pub const SUBSCRIBE_TO_SHARD: Self = Self("Kinesis_20131202.SubscribeToShard");
}

/// A request body with the hash its signature needs.
#[derive(Clone)]
pub struct Prepared {
    pub bytes: Bytes,
    pub sha256: String,
    pub wire: Wire,
}

impl Prepared {
    pub fn new(bytes: Vec<u8>, wire: Wire) -> Self {
        let sha256 = signing::sha256_hex(&bytes);
        Self { bytes: bytes.into(), sha256, wire }
    }
}

impl From<serde_json::Value> for Prepared {
    fn from(input: serde_json::Value) -> Self {
        Self::new(input.to_string().into_bytes(), Wire::Json)
    }
}

/// Why a request gave no usable answer.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The service answered an error: its code (`ResourceNotFoundException`) and message.
    #[error("{code}: {message}")]
    Service { code: String, message: String },
    #[error("the connection failed: {0}")]
    Transport(#[from] hyper::Error),
    #[error("the connection failed: {0}")]
    Io(#[from] std::io::Error),
}

impl CallError {
    /// The name failures are counted under.
    pub fn code(&self) -> &str {
        match self {
            Self::Service { code, .. } => code,
            Self::Transport(_) | Self::Io(_) => "connection",
        }
    }

    /// Whether the connection is of no more use.
    pub fn is_transport(&self) -> bool {
        matches!(self, Self::Transport(_) | Self::Io(_))
    }
}

/// What carries requests.
pub enum Sender {
    /// Whole answers only.
    Raw(Http1),
    Http1(hyper::client::conn::http1::SendRequest<Full<Bytes>>),
    Http2(hyper::client::conn::http2::SendRequest<Full<Bytes>>),
}

pub struct Connection {
    sender: Sender,
    signer: Signer,
    clock: Clock,
    uri: http::Uri,
    http2: bool,
    host: HeaderValue,
    token: Option<HeaderValue>,
    head: Vec<u8>,
    answer: Vec<u8>,
}

impl Connection {
    pub fn new(
        sender: Sender,
        signer: Signer,
        clock: Clock,
        endpoint: &str,
        http2: bool,
    ) -> Result<Self, http::Error> {
        let full: http::Uri = endpoint.parse()?;
        let authority = full.authority().map_or("", |a| a.as_str());
        let host = HeaderValue::from_str(authority)?;
        let uri = if http2 { full } else { http::Uri::from_static("/") };
        let token = signer.session_token().map(HeaderValue::from_str).transpose()?;
        Ok(Self { sender, signer, clock, uri, http2, host, token, head: Vec::new(), answer: Vec::new() })
    }

    /// Sends one request and gathers the whole answer of a success.
    pub async fn call(&mut self, operation: Operation, body: &Prepared) -> Result<&[u8], CallError> {
        if let Sender::Raw(raw) = &mut self.sender {
            let signature = self.signer.sign(self.clock.now(), operation.0, body);
            self.head.clear();
            write_head(&mut self.head, &self.host, operation, &signature, self.signer.session_token(), body);
            let status = raw.exchange(&self.head, &body.bytes, &mut self.answer).await?;
            return if status == 200 {
                Ok(&self.answer)
            } else {
                Err(service_error(status, &self.answer, body.wire))
            };
        }
        let response = self.send(operation, body).await?;
        let status = response.status();
        let mut incoming = response.into_body();
        self.answer.clear();
        while let Some(frame) = incoming.frame().await {
            if let Some(chunk) = frame?.data_ref() {
                self.answer.extend_from_slice(chunk);
            }
        }
        if status == StatusCode::OK {
            Ok(&self.answer)
        } else {
            Err(service_error(status.as_u16(), &self.answer, body.wire))
        }
    }

    /// Sends one request and hands over the body of a success as it streams in.
    pub async fn open(&mut self, operation: Operation, body: &Prepared) -> Result<Incoming, CallError> {
        let response = self.send(operation, body).await?;
        if response.status() == StatusCode::OK {
            return Ok(response.into_body());
        }
        let status = response.status();
        let answer = response.into_body().collect().await?.to_bytes();
        Err(service_error(status.as_u16(), &answer, body.wire))
    }

    async fn send(&mut self, operation: Operation, body: &Prepared) -> Result<Response<Incoming>, CallError> {
        let request = self.request(operation, body);
        Ok(match &mut self.sender {
            Sender::Raw(_) => {
                return Err(std::io::Error::other("this connection gives whole answers only").into());
            }
            Sender::Http1(sender) => {
                sender.ready().await?;
                sender.send_request(request).await?
            }
            Sender::Http2(sender) => {
                sender.ready().await?;
                sender.send_request(request).await?
            }
        })
    }

    fn request(&mut self, operation: Operation, body: &Prepared) -> Request<Full<Bytes>> {
        let signature = self.signer.sign(self.clock.now(), operation.0, body);
        let mut request = Request::new(Full::new(body.bytes.clone()));
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        // HTTP/2 takes it from the URI.
        if !self.http2 {
            headers.insert(HOST, self.host.clone());
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(body.wire.content_type()));
        headers.insert(X_AMZ_TARGET, HeaderValue::from_static(operation.0));
        if let Some(token) = &self.token {
            headers.insert(X_AMZ_SECURITY_TOKEN, token.clone());
        }
        // Both are made of letters, digits and `/=,-` alone; were a key id not, the service would refuse the request.
        for (name, text) in [(X_AMZ_DATE, signature.date), (AUTHORIZATION, signature.authorization)] {
            if let Ok(value) = HeaderValue::try_from(text) {
                headers.insert(name, value);
            }
        }
        request
    }
}

/// An HTTP/1.1 request head.
fn write_head(
    head: &mut Vec<u8>,
    host: &HeaderValue,
    Operation(target): Operation,
    signature: &signing::Signature,
    token: Option<&str>,
    body: &Prepared,
) {
    let mut part = |text: &[u8]| head.extend_from_slice(text);
    part(b"POST / HTTP/1.1\r\nhost: ");
    part(host.as_bytes());
    part(b"\r\ncontent-type: ");
    part(body.wire.content_type().as_bytes());
    part(b"\r\nx-amz-target: ");
    part(target.as_bytes());
    part(b"\r\nx-amz-date: ");
    part(signature.date.as_bytes());
    if let Some(token) = token {
        part(b"\r\nx-amz-security-token: ");
        part(token.as_bytes());
    }
    part(b"\r\nauthorization: ");
    part(signature.authorization.as_bytes());
    part(b"\r\ncontent-length: ");
    part(body.bytes.len().to_string().as_bytes());
    part(b"\r\n\r\n");
}

fn service_error(status: u16, answer: &[u8], wire: Wire) -> CallError {
    let code = wire
        .string_field(answer, "__type")
        .map(|text| text.rsplit('#').next().unwrap_or_default().to_owned())
        .unwrap_or_else(|| format!("HTTP {status}"));
    let message = wire
        .string_field(answer, "message")
        .or_else(|| wire.string_field(answer, "Message"))
        .unwrap_or_else(|| String::from_utf8_lossy(&answer[..answer.len().min(200)]).into_owned());
    CallError::Service { code, message }
}
