//! Which face answers: the console and its API by path, AWS JSON services by `X-Amz-Target`, everything else is S3.
//!
//! Request bodies of AWS JSON services are collected here, within the bounds of `bodies` and a largest size. The faces see
//! whole requests only. `GET /_health` and `GET /metrics` answer here too, for who watches the process.

use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use headwater_aws_wire::{AwsRequest, Body, Fault, Services, front};
use headwater_console::Console;
use headwater_runtime::{Clock, Entropy};
use headwater_s3::S3Endpoint;
use headwater_types::limits::HTTP_BODY_BYTES_MAX;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::sync::OwnedSemaphorePermit;

use crate::access::Access;
use crate::answers::{AnswerBody, Link};
use crate::bodies::{Bodies, IDLE_TIMEOUT, Overloaded, Peer};
use crate::health::{self, Health};
use crate::listener::Answer;
use crate::monitor::{self, Prometheus};

/// Cheap to clone.
#[derive(Clone)]
pub struct Router(Arc<Faces>);

struct Faces {
    services: Services,
    console: Console,
    s3: Option<S3Endpoint>,
    access: Access,
    clock: Clock,
    entropy: Entropy,
    bodies: Bodies,
    probes: Probes,
}

/// What those who watch the process ask.
pub struct Probes {
    pub health: Health,
    pub prometheus: Prometheus,
}

impl Router {
    pub fn new(
        services: Services,
        console: Console,
        s3: Option<S3Endpoint>,
        access: Access,
        clock: Clock,
        entropy: Entropy,
        probes: Probes,
    ) -> Self {
        let bodies = Bodies::default();
        Self(Arc::new(Faces { services, console, s3, access, clock, entropy, bodies, probes }))
    }
}

impl Answer for Router {
    async fn answer(&self, request: Request<Incoming>) -> Response<AnswerBody> {
        let faces = &self.0;
        let link =
            request.extensions().get::<Arc<Link>>().expect("the listener notes each request's link").clone();
        let path = request.uri().path();
        if Console::owns(path) {
            if let Err(refusal) = faces.access.check_console(request.method(), request.headers()) {
                return refusal.map(|body| link.stream(body));
            }
            return faces.console.handle(request).await.map(|body| link.stream(body));
        }
        if path == health::PATH {
            return faces.probes.health.answer(request.method()).map(|body| link.stream(body));
        }
        if path == monitor::PATH && !is_s3(&request) {
            // It tells streams' names and traffic, so the console's rules hold.
            if let Err(refusal) = faces.access.check_console(request.method(), request.headers()) {
                return refusal.map(|body| link.stream(body));
            }
            return faces.probes.prometheus.answer(request.method()).map(|body| link.stream(body));
        }
        if speaks_aws_json(&request) {
            return faces.aws(request, &link).await;
        }
        if is_browser_at_root(&request) {
            return redirect_to_console().map(|body| link.stream(body));
        }
        match &faces.s3 {
            Some(s3) => s3.handle(request).await.map(|body| link.stream(body)),
            None => no_buckets().map(|body| link.stream(body)),
        }
    }
}

/// POST to the bare root is an API call even where its headers are wrong: the service's own error tells the client so.
fn speaks_aws_json<B>(request: &Request<B>) -> bool {
    let root_post =
        request.method() == Method::POST && request.uri().path() == "/" && request.uri().query().is_none();
    root_post || is_preflight(request) || Services::claims(request.uri(), request.headers())
}

/// A browser asks at the bare root whether a page may call an API. There is no bucket there whose rules could be meant.
fn is_preflight<B>(request: &Request<B>) -> bool {
    request.method() == Method::OPTIONS
        && request.uri().path() == "/"
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// A bucket may have the name of the page: S3 clients sign, ask with a query, or do more than read.
fn is_s3<B>(request: &Request<B>) -> bool {
    let authorization = request.headers().get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
    request.uri().query().is_some()
        || !matches!(*request.method(), Method::GET | Method::HEAD)
        || authorization.is_some_and(|value| value.starts_with(b"AWS4-"))
}

/// S3 clients sign, or say that they accept XML or anything; only a browser asks for a page.
fn is_browser_at_root<B>(request: &Request<B>) -> bool {
    let accept =
        request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    request.method() == Method::GET
        && request.uri().path() == "/"
        && request.uri().query().is_none()
        && !request.headers().contains_key(header::AUTHORIZATION)
        && accept.contains("text/html")
}

fn redirect_to_console() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static("/_console/"));
    response
}

/// What S3 requests get where there is no bucket directory.
fn no_buckets() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
    response
}

impl Faces {
    async fn aws(&self, request: Request<Incoming>, link: &Arc<Link>) -> Response<AnswerBody> {
        let (parts, body) = request.into_parts();
        let version = parts.version;
        let mut seed = [0; 16];
        self.entropy.fill(&mut seed);
        let (body, _held) = match self.collect(body, parts.extensions.get::<Peer>().copied()).await {
            Ok(collected) => collected,
            Err(refusal) => {
                let refused = refusal.answer(&AwsRequest::new(parts, Bytes::new(), seed));
                return refused.map(|body| link.stream(body));
            }
        };
        let request = AwsRequest::new(parts, body, seed).behind(self.access.gate());
        let request = request.for_pages_of(self.access.origins());
        let cost = self.services.answer_cost(&request);
        let Ok(room) = link.room(cost).await else {
            return front::answer_unread(&request, &(cost.refusal)()).map(|body| link.stream(body));
        };
        let response = self.services.call(request.within(room.bytes)).await;
        room.send(response, version).await
    }

    /// The whole body, and the claim on memory that goes with it.
    async fn collect(
        &self,
        mut body: Incoming,
        peer: Option<Peer>,
    ) -> Result<(Bytes, Option<OwnedSemaphorePermit>), Refusal> {
        use hyper::body::Body as _;
        if body.size_hint().lower() > HTTP_BODY_BYTES_MAX as u64 {
            return Err(Refusal::TooLarge);
        }
        let expected = body.size_hint().exact().unwrap_or(0) as usize;
        let began = self.clock.monotonic();
        let mut arriving = self.bodies.begin(peer);
        let mut first: Option<Bytes> = None;
        let mut rest = BytesMut::new();
        loop {
            let patience = arriving.patience(self.clock.monotonic().saturating_sub(began));
            let frame = tokio::time::timeout(patience, body.frame()).await.map_err(|_| Refusal::Stalled)?;
            let Some(frame) = frame else { break };
            let Ok(data) = frame.map_err(|_| Refusal::Broken)?.into_data() else { continue };
            let so_far = first.as_ref().map_or(0, Bytes::len).max(rest.len());
            if so_far + data.len() > HTTP_BODY_BYTES_MAX {
                return Err(Refusal::TooLarge);
            }
            arriving.grow(data.len(), body.is_end_stream()).map_err(|Overloaded| Refusal::Overloaded)?;
            // A body of one frame, which most are, is passed on without a copy.
            match first.take() {
                None if rest.is_empty() => first = Some(data),
                None => rest.extend_from_slice(&data),
                Some(begin) => {
                    // The length is a claim of the client's: believed only as far as one large request goes.
                    rest.reserve(expected.clamp(begin.len() + data.len(), HTTP_BODY_BYTES_MAX));
                    rest.extend_from_slice(&begin);
                    rest.extend_from_slice(&data);
                }
            }
        }
        Ok((first.unwrap_or_else(|| rest.freeze()), arriving.complete()))
    }
}

/// Why a body was not read to its end.
enum Refusal {
    TooLarge,
    Overloaded,
    Stalled,
    Broken,
}

impl Refusal {
    /// In the format that the request speaks, though it was not read to its end.
    fn answer(self, request: &AwsRequest) -> Response<Body> {
        let (status, code, message) = match self {
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "RequestEntityTooLargeException",
                format!("the request body is larger than {HTTP_BODY_BYTES_MAX} bytes"),
            ),
            Self::Overloaded => (
                StatusCode::SERVICE_UNAVAILABLE,
                "ServiceUnavailableException",
                "too many request bodies are being read at once, over all or from this address; retry"
                    .to_owned(),
            ),
            Self::Stalled => (
                StatusCode::REQUEST_TIMEOUT,
                "RequestTimeoutException",
                format!(
                    "the request body came too slowly, or stopped coming for {} s; send it again",
                    IDLE_TIMEOUT.as_secs()
                ),
            ),
            Self::Broken => (
                StatusCode::BAD_REQUEST,
                "SerializationException",
                "the request body broke off or is not framed as HTTP".to_owned(),
            ),
        };
        let mut response = front::answer_unread(
            request,
            &Fault { code, message: Some(message.into()), status, details: None },
        );
        // What is left of the body is not read, so the connection cannot carry another request.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: Method, uri: &str, headers: &[(&str, &str)]) -> Request<()> {
        let mut builder = Request::builder().method(method).uri(uri);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        builder.body(()).expect("a legal request")
    }

    #[test]
    fn api_calls_are_told_from_s3_requests() {
        let target = ("x-amz-target", "Kinesis_20131202.ListStreams");
        for (request, aws_json) in [
            (request(Method::POST, "/", &[target]), true),
            (request(Method::POST, "/", &[]), true),
            (request(Method::POST, "/bucket?delete", &[]), false),
            (request(Method::POST, "/bucket/key?uploads", &[("content-type", "binary/octet-stream")]), false),
            (request(Method::GET, "/", &[("authorization", "AWS4-HMAC-SHA256 …")]), false),
            (request(Method::PUT, "/bucket", &[]), false),
            (request(Method::OPTIONS, "/", &[("access-control-request-method", "POST")]), true),
            (request(Method::OPTIONS, "/bucket", &[("access-control-request-method", "PUT")]), false),
        ] {
            assert_eq!(speaks_aws_json(&request), aws_json, "{request:?}");
        }
    }

    #[test]
    fn the_page_of_metrics_leaves_a_bucket_of_that_name_alone() {
        assert!(!is_s3(&request(Method::GET, "/metrics", &[])));
        assert!(!is_s3(&request(Method::GET, "/metrics", &[("authorization", "Basic eDp5")])));
        assert!(is_s3(&request(Method::GET, "/metrics", &[("authorization", "AWS4-HMAC-SHA256 …")])));
        assert!(is_s3(&request(Method::GET, "/metrics?list-type=2", &[])));
        assert!(is_s3(&request(Method::PUT, "/metrics", &[])));
    }

    #[test]
    fn only_a_browser_is_sent_to_the_console() {
        let html = ("accept", "text/html,application/xhtml+xml");
        assert!(is_browser_at_root(&request(Method::GET, "/", &[html])));
        assert!(!is_browser_at_root(&request(Method::GET, "/", &[("accept", "*/*")])));
        assert!(!is_browser_at_root(&request(Method::GET, "/bucket", &[html])));
        assert!(!is_browser_at_root(&request(
            Method::GET,
            "/",
            &[html, ("authorization", "AWS4-HMAC-SHA256 …")]
        )));
    }
}
