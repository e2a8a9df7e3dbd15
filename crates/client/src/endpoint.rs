//! Where calls go and whose they are.
//!
//! Credentials come from the application or from the environment's variables; profiles, roles and single sign-on are left to
//! `aws configure export-credentials --format env`, or to [`crate::HttpTransport::set_credentials`] for what expires.

use bytes::Bytes;

/// What a request is signed with.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: Option<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// Whose API an endpoint speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    Kinesis,
    DynamoDb,
    CloudWatch,
}

impl Service {
    /// As requests are signed for it, and as hosts are named.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Kinesis => "kinesis",
            Self::DynamoDb => "dynamodb",
            Self::CloudWatch => "monitoring",
        }
    }

    pub(crate) fn target(self, operation: &str) -> String {
        match self {
            Self::Kinesis => format!("Kinesis_20131202.{operation}"),
            Self::DynamoDb => format!("DynamoDB_20120810.{operation}"),
            Self::CloudWatch => format!("GraniteServiceVersion20100801.{operation}"),
        }
    }

    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Self::Kinesis => "application/x-amz-json-1.1",
            Self::DynamoDb | Self::CloudWatch => "application/x-amz-json-1.0",
        }
    }
}

/// An endpoint of the streams', the tables' or the metrics' API; Headwater has all at one.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// `http://HOST:PORT` or `https://HOST[:PORT]`.
    pub url: String,
    /// The region that requests are signed for.
    pub region: String,
    pub credentials: Credentials,
    /// Certificates (PEM) of the authorities to trust in place of the platform's, such as `headwater trust` prints.
    pub authorities: Option<Bytes>,
}

impl Endpoint {
    /// Without credentials of its own, which a server on loopback takes.
    pub fn new(url: impl Into<String>, region: impl Into<String>) -> Self {
        let credentials = Credentials {
            access_key_id: "test".into(),
            secret_access_key: "test".into(),
            session_token: None,
        };
        Self { url: url.into(), region: region.into(), credentials, authorities: None }
    }

    /// The service's own endpoint in a region.
    pub fn aws(region: impl Into<String>) -> Self {
        Self::aws_of(Service::Kinesis, region.into())
    }

    /// The tables' own endpoint in a region, where consumers keep their leases.
    pub fn aws_dynamodb(region: impl Into<String>) -> Self {
        Self::aws_of(Service::DynamoDb, region.into())
    }

    /// The metrics' own endpoint in a region, where consumers may report to.
    pub fn aws_cloudwatch(region: impl Into<String>) -> Self {
        Self::aws_of(Service::CloudWatch, region.into())
    }

    fn aws_of(service: Service, region: String) -> Self {
        let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
        Self::new(format!("https://{}.{region}.{suffix}", service.name()), region)
    }

    /// With the credentials of `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, where they are set.
    pub fn from_environment(mut self) -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        if let (Some(access_key_id), Some(secret_access_key)) =
            (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"))
        {
            let session_token = variable("AWS_SESSION_TOKEN");
            self.credentials = Credentials { access_key_id, secret_access_key, session_token };
        }
        self
    }

    pub fn with_credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// Trusts these authorities (PEM) and no other.
    pub fn with_authorities(mut self, pem: impl Into<Bytes>) -> Self {
        self.authorities = Some(pem.into());
        self
    }
}

/// Why an endpoint cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    #[error("`{0}` is not of the form http://HOST:PORT or https://HOST:PORT")]
    Url(String),
    #[error("the authorities are not certificates in PEM form: {0}")]
    Authorities(String),
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}
