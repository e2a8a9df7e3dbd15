//! The streams' and the tables' API over HTTP: pooled connections, TLS with the platform's authorities or given ones, signed requests.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use headwater_runtime::Clock;
use http::{Request, Uri};
use http_body_util::{BodyDataStream, BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls_platform_verifier::BuilderVerifierExt;
use serde::Deserialize;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use crate::endpoint::{Credentials, Endpoint, EndpointError, Service};
use crate::signing::{Signer, sha256_hex};
use crate::transport::{AnswerStream, CallError, Transport};

/// Larger answers than any operation gives are refused rather than collected.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;
/// What an answer may take when nothing else was said.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(6);
/// Connections that nothing used for so long are closed.
const IDLE_CONNECTION: Duration = Duration::from_secs(60);

/// Calls one endpoint. Cheap to clone.
#[derive(Clone)]
pub struct HttpTransport {
    service: Service,
    uri: Uri,
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    signer: Arc<Mutex<Signer>>,
    clock: Clock,
    request_timeout: Duration,
}

impl HttpTransport {
    /// For the streams' API.
    pub fn new(endpoint: Endpoint) -> Result<Self, EndpointError> {
        Self::of(Service::Kinesis, endpoint)
    }

    /// For the tables' API, in which consumers keep their leases.
    pub fn dynamodb(endpoint: Endpoint) -> Result<Self, EndpointError> {
        Self::of(Service::DynamoDb, endpoint)
    }

    /// For the metrics' API, to which consumers may report.
    pub fn cloudwatch(endpoint: Endpoint) -> Result<Self, EndpointError> {
        Self::of(Service::CloudWatch, endpoint)
    }

    fn of(service: Service, endpoint: Endpoint) -> Result<Self, EndpointError> {
        let bad_url = || EndpointError::Url(endpoint.url.clone());
        let uri: Uri = endpoint.url.parse().map_err(|_| bad_url())?;
        let authority = uri.authority().ok_or_else(bad_url)?.clone();
        if !matches!(uri.scheme_str(), Some("http" | "https")) || !matches!(uri.path(), "" | "/") {
            return Err(bad_url());
        }
        let mut tcp = HttpConnector::new();
        tcp.set_nodelay(true);
        tcp.enforce_http(false);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls(endpoint.authorities.as_ref())?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let client = Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE_CONNECTION)
            .pool_timer(TokioTimer::new())
            .build(connector);
        let signer = Signer::new(service, endpoint.credentials, endpoint.region, authority.to_string());
        Ok(Self {
            service,
            uri,
            client,
            signer: Arc::new(Mutex::new(signer)),
            clock: Clock::system(),
            request_timeout: REQUEST_TIMEOUT,
        })
    }

    /// How long an answer may take before it counts as none; 6 s when nothing is said.
    pub fn with_request_timeout(mut self, timeout: Duration) -> Self {
        self.request_timeout = timeout;
        self
    }

    /// Signs what follows with other credentials, as those that expire need.
    pub fn set_credentials(&self, credentials: Credentials) {
        self.signer.lock().unwrap_or_else(PoisonError::into_inner).set_credentials(credentials);
    }

    fn request(&self, operation: &str, body: Bytes) -> Result<Request<Full<Bytes>>, CallError> {
        let target = self.service.target(operation);
        let hash = sha256_hex(&body);
        let signature = {
            let mut signer = self.signer.lock().unwrap_or_else(PoisonError::into_inner);
            signer.sign(self.clock.now(), &target, &hash)
        };
        let mut request = Request::post(self.uri.clone())
            .header(http::header::CONTENT_TYPE, self.service.content_type())
            .header("x-amz-date", signature.date)
            .header("x-amz-target", target)
            .header(http::header::AUTHORIZATION, signature.authorization);
        if let Some(token) = signature.session_token {
            request = request.header("x-amz-security-token", token);
        }
        request.body(Full::new(body)).map_err(|error| CallError::Malformed(error.to_string()))
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<(u16, Bytes), CallError> {
        let response = self.client.request(request).await.map_err(|error| no_answer(&error))?;
        let status = response.status().as_u16();
        let body = Limited::new(response.into_body(), ANSWER_BYTES_MAX);
        let body = body.collect().await.map_err(|error| CallError::NoAnswer(error.to_string()))?;
        Ok((status, body.to_bytes()))
    }
}

impl Transport for HttpTransport {
    async fn call(&self, operation: &'static str, body: Bytes) -> Result<Bytes, CallError> {
        let request = self.request(operation, body)?;
        let late = || CallError::NoAnswer(format!("none within {:?}", self.request_timeout));
        let (status, body) = tokio::time::timeout(self.request_timeout, self.exchange(request))
            .await
            .map_err(|_| late())??;
        if (200..300).contains(&status) { Ok(body) } else { Err(refusal(status, &body)) }
    }

    async fn open(&self, operation: &'static str, body: Bytes) -> Result<AnswerStream, CallError> {
        let request = self.request(operation, body)?;
        let late = |_| CallError::NoAnswer(format!("none within {:?}", self.request_timeout));
        let response = tokio::time::timeout(self.request_timeout, self.client.request(request))
            .await
            .map_err(late)?
            .map_err(|error| no_answer(&error))?;
        let status = response.status().as_u16();
        if (200..300).contains(&status) {
            let pieces = BodyDataStream::new(response.into_body());
            return Ok(pieces.map_err(|error| CallError::NoAnswer(error.to_string())).boxed());
        }
        let body = Limited::new(response.into_body(), ANSWER_BYTES_MAX).collect();
        let body = tokio::time::timeout(self.request_timeout, body).await.map_err(late)?;
        Err(refusal(status, &body.map(|body| body.to_bytes()).unwrap_or_default()))
    }
}

fn no_answer(error: &hyper_util::client::legacy::Error) -> CallError {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    CallError::NoAnswer(text)
}

fn refusal(status: u16, body: &[u8]) -> CallError {
    #[derive(Deserialize)]
    struct Fault {
        #[serde(rename = "__type", alias = "code")]
        code: String,
        #[serde(default, alias = "Message")]
        message: String,
    }
    match serde_json::from_slice::<Fault>(body) {
        // Some services write the shape's whole name.
        Ok(fault) => {
            let code = fault.code.rsplit('#').next().unwrap_or_default().to_owned();
            CallError::Refused { status, code, message: fault.message }
        }
        Err(_) => CallError::Refused { status, code: format!("Http{status}"), message: String::new() },
    }
}

fn tls(authorities: Option<&Bytes>) -> Result<ClientConfig, EndpointError> {
    let failed = |error: tokio_rustls::rustls::Error| EndpointError::Tls(error.to_string());
    let provider = Arc::new(crypto::aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let Some(pem) = authorities else {
        return Ok(builder.with_platform_verifier().map_err(failed)?.with_no_client_auth());
    };
    let bad = |problem: String| EndpointError::Authorities(problem);
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| bad(error.to_string()))?;
        roots.add(certificate).map_err(|error| bad(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(bad("there is none".into()));
    }
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_a_scheme_and_a_host() {
        assert!(HttpTransport::new(Endpoint::new("http://127.0.0.1:4566", "us-east-1")).is_ok());
        assert!(HttpTransport::new(Endpoint::aws("eu-west-1")).is_ok());
        for bad in ["127.0.0.1:4566", "ftp://host", "http://host/path", "nonsense", ""] {
            let refused = HttpTransport::new(Endpoint::new(bad, "us-east-1")).map(|_| ());
            assert_eq!(refused, Err(EndpointError::Url(bad.into())));
        }
    }

    #[test]
    fn authorities_that_are_no_certificates_are_refused() {
        let endpoint = Endpoint::new("https://localhost:4567", "us-east-1").with_authorities("nothing");
        assert!(matches!(HttpTransport::new(endpoint), Err(EndpointError::Authorities(_))));
    }

    #[test]
    fn refusals_are_told_by_their_code() {
        let refused =
            refusal(400, br#"{"__type":"com.amazonaws#ThrottlingException","message":"Rate exceeded"}"#);
        assert_eq!((refused.code(), refused.is_passing()), ("ThrottlingException", true));
        let refused = refusal(400, br#"{"__type":"ResourceNotFoundException","Message":"Stream s"}"#);
        assert_eq!((refused.code(), refused.is_passing()), ("ResourceNotFoundException", false));
        let refused = refusal(503, b"<html>");
        assert_eq!((refused.code(), refused.is_passing()), ("Http503", true));
    }
}
