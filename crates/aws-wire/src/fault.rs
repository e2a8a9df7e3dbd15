//! What goes wrong, as a client sees it: a code, a message, a status. Faces make these from causes in their `fault.rs`.

use std::borrow::Cow;

use http::StatusCode;

/// An error answer, independent of the wire format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {}", message.as_deref().unwrap_or("no message"))]
pub struct Fault {
    /// The `__type` of the answer, such as `ResourceNotFoundException`.
    pub code: &'static str,
    /// `None` where the real service sends the code alone.
    pub message: Option<Cow<'static, str>>,
    pub status: StatusCode,
}

impl Fault {
    /// A fault of the request: status 400, which AWS JSON services use for all of them.
    pub fn client(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: Some(message.into()), status: StatusCode::BAD_REQUEST }
    }

    /// A fault of ours: status 500.
    pub fn internal(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: "InternalFailure",
            message: Some(message.into()),
            status: StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Nothing was done; the client may try again: status 503.
    pub fn unavailable(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: "ServiceUnavailable",
            message: Some(message.into()),
            status: StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    pub fn validation(message: impl Into<Cow<'static, str>>) -> Self {
        Self::client("ValidationException", message)
    }

    /// The body has a value of the wrong type.
    pub fn serialization(message: impl Into<Cow<'static, str>>) -> Self {
        Self::client("SerializationException", message)
    }

    /// The body cannot be read at all: the real service says no more than the code.
    pub fn unreadable() -> Self {
        Self { code: "SerializationException", message: None, status: StatusCode::BAD_REQUEST }
    }

    pub fn unknown_operation() -> Self {
        Self { code: "UnknownOperationException", message: None, status: StatusCode::BAD_REQUEST }
    }

    /// The member that carries the text: SerializationException alone spells it with a capital.
    pub fn message_member(&self) -> &'static str {
        if self.code == "SerializationException" { "Message" } else { "message" }
    }
}
