//! What goes wrong, as a client sees it: a code, a message, a status. Faces make these from causes in their `fault.rs`.

use std::borrow::Cow;

use headwater_aws_shapes::document::Members;
use headwater_aws_shapes::schema::Structure;
use http::StatusCode;

/// An error answer, independent of the wire format.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{code}: {}", message.as_deref().unwrap_or("no message"))]
pub struct Fault {
    /// The `__type` of the answer, such as `ResourceNotFoundException`.
    pub code: &'static str,
    /// `None` where the real service sends the code alone.
    pub message: Option<Cow<'static, str>>,
    pub status: StatusCode,
    /// What the answer says beside code and message.
    pub details: Option<Box<Details>>,
}

/// Members of an error's structure, such as the item that a condition met.
#[derive(Clone, Debug)]
pub struct Details {
    /// Without the message.
    pub schema: &'static Structure,
    pub members: Members,
}

impl PartialEq for Details {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.schema, other.schema) && self.members == other.members
    }
}

impl Fault {
    /// A fault of the request: status 400, which AWS JSON services use for all of them.
    pub fn client(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: Some(message.into()), status: StatusCode::BAD_REQUEST, details: None }
    }

    /// A fault of ours: status 500.
    pub fn internal(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: "InternalFailure",
            message: Some(message.into()),
            status: StatusCode::INTERNAL_SERVER_ERROR,
            details: None,
        }
    }

    /// Nothing was done; the client may try again: status 503.
    pub fn unavailable(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: "ServiceUnavailable",
            message: Some(message.into()),
            status: StatusCode::SERVICE_UNAVAILABLE,
            details: None,
        }
    }

    /// Says more than code and message. `members` agrees with the schema.
    pub fn with_details(self, schema: &'static Structure, members: Members) -> Self {
        Self { details: Some(Box::new(Details { schema, members })), ..self }
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
        Self { code: "SerializationException", message: None, status: StatusCode::BAD_REQUEST, details: None }
    }

    pub fn unknown_operation() -> Self {
        Self {
            code: "UnknownOperationException",
            message: None,
            status: StatusCode::BAD_REQUEST,
            details: None,
        }
    }

    /// The member that carries the text: SerializationException alone spells it with a capital.
    pub fn message_member(&self) -> &'static str {
        if self.code.ends_with("SerializationException") { "Message" } else { "message" }
    }

    /// The fault as DynamoDB spells it, which alone still names the package of the errors that all services share.
    pub fn in_package(&self) -> Self {
        let code = match self.code {
            "ValidationException" => "com.amazon.coral.validate#ValidationException",
            "SerializationException" => "com.amazon.coral.service#SerializationException",
            "UnknownOperationException" => "com.amazon.coral.service#UnknownOperationException",
            "AccessDeniedException" => "com.amazon.coral.service#AccessDeniedException",
            "MissingAuthenticationTokenException" => {
                "com.amazon.coral.service#MissingAuthenticationTokenException"
            }
            "IncompleteSignatureException" => "com.amazon.coral.service#IncompleteSignatureException",
            "InvalidSignatureException" => "com.amazon.coral.service#InvalidSignatureException",
            "UnrecognizedClientException" => "com.amazon.coral.service#UnrecognizedClientException",
            other => other,
        };
        Self { code, ..self.clone() }
    }
}
