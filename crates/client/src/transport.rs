//! One call of an API: an operation's name and its JSON in, JSON or a fault out. Retries are the caller's.

use std::future::Future;

use bytes::Bytes;
use futures::stream::BoxStream;

/// An answer that comes in pieces, as that of SubscribeToShard does.
pub type AnswerStream = BoxStream<'static, Result<Bytes, CallError>>;

/// Makes calls. [`crate::HttpTransport`] does over the network; an application with an SDK client of its own may bring that.
pub trait Transport: Send + Sync + 'static {
    /// Calls `operation` (`PutRecords`) with a JSON body and gives the JSON answered.
    fn call(
        &self,
        operation: &'static str,
        body: Bytes,
    ) -> impl Future<Output = Result<Bytes, CallError>> + Send;

    /// Calls an operation whose answer has no end known beforehand: SubscribeToShard. A transport that does not offer it serves
    /// consumers that poll.
    fn open(
        &self,
        operation: &'static str,
        body: Bytes,
    ) -> impl Future<Output = Result<AnswerStream, CallError>> + Send {
        let _ = body;
        let message = format!("this transport makes no calls with answers in pieces: {operation}");
        std::future::ready(Err(CallError::Malformed(message)))
    }
}

/// Why a call gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The service refused it.
    #[error("{code}: {message}")]
    Refused { status: u16, code: String, message: String },
    /// No whole answer came; whether the call was carried out is not known.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// What came is not what the API answers.
    #[error("the answer is not understood: {0}")]
    Malformed(String),
}

/// Faults of the moment that come with a client error's status.
const PASSING_CODES: &[&str] = &[
    "ExpiredTokenException",
    "InternalFailure",
    "KMSThrottlingException",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "RequestExpired",
    "RequestTimeout",
    "RequestTimeoutException",
    "ResourceInUseException",
    "ServiceUnavailable",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
];

impl CallError {
    /// The code that metrics count it under.
    pub fn code(&self) -> &str {
        match self {
            Self::Refused { code, .. } => code,
            Self::NoAnswer(_) => "NoAnswer",
            Self::Malformed(_) => "Malformed",
        }
    }

    /// Whether the same call may well succeed later.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Refused { status, code, .. } => *status >= 500 || PASSING_CODES.contains(&code.as_str()),
            Self::NoAnswer(_) => true,
            Self::Malformed(_) => false,
        }
    }
}
