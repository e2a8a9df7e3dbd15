//! What went wrong, as the API says it: one JSON shape for every error, with the place where the text has one.

use http::StatusCode;
use serde::Serialize;

/// An error of the API. `code` is stable and meant for programs; `message` and `hint` are meant for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fault {
    #[serde(skip)]
    pub status: StatusCode,
    pub code: &'static str,
    pub message: String,
    /// 1-based, where the error has a place in a SQL text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// 1-based, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl Fault {
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), line: None, column: None, hint: None }
    }

    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", message)
    }

    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", message)
    }

    /// The server's own failure. The cause is for the log, so the message says only what could not be done.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", message)
    }

    /// An error in a SQL text; `line` and `column` are 1-based.
    pub fn sql(message: impl Into<String>, place: Option<(u32, u32)>, hint: Option<String>) -> Self {
        let mut fault = Self::new(StatusCode::BAD_REQUEST, "sql_error", message);
        (fault.line, fault.column) = (place.map(|p| p.0), place.map(|p| p.1));
        fault.hint = hint;
        fault
    }
}
