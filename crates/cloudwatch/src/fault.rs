//! Every cause as the service tells it: code and text, once, exhaustively. In the query protocol the model gives other codes.

use std::borrow::Cow;

use headwater_aws_wire::Fault;
use headwater_metrics::MetricsError;
use headwater_store::CommitError;

/// Maps a cause of the engine to its answer.
pub(crate) fn of(error: MetricsError) -> Fault {
    match error {
        MetricsError::TooManySeries { .. } => Fault::client("LimitExceededFault", error.to_string()),
        MetricsError::Overloaded => throttled(),
        MetricsError::Commit(cause) => of_commit(&cause),
        MetricsError::TooManyPoints { .. } => combination(error.to_string()),
        MetricsError::Read(_) | MetricsError::Unreadable { .. } => internal(error.to_string()),
        MetricsError::Stopping => Fault::unavailable("The server is stopping."),
    }
}

fn of_commit(cause: &CommitError) -> Fault {
    match cause {
        CommitError::Overloaded => throttled(),
        CommitError::DiskFull | CommitError::Stopped(_) => {
            Fault::unavailable(format!("Nothing was stored: {cause}."))
        }
        CommitError::TooLarge { .. } => value("The request is larger than one commit of the store may be."),
        CommitError::PreconditionFailed { .. }
        | CommitError::OffsetMismatch { .. }
        | CommitError::Fenced { .. }
        | CommitError::Malformed(_)
        | CommitError::UnknownOutcome(_) => internal(cause.to_string()),
    }
}

fn internal(detail: String) -> Fault {
    Fault { code: "InternalServiceFault", ..Fault::internal(detail) }
}

fn throttled() -> Fault {
    Fault::client("ThrottlingException", "Rate exceeded")
}

/// A parameter has a value that it may not have.
pub(crate) fn value(message: impl Into<Cow<'static, str>>) -> Fault {
    Fault::client("InvalidParameterValueException", message)
}

pub(crate) fn value_of(parameter: &str, given: impl std::fmt::Display) -> Fault {
    value(format!("The value {given} for parameter {parameter} is invalid."))
}

/// Parameters do not go together.
pub(crate) fn combination(message: impl Into<Cow<'static, str>>) -> Fault {
    Fault::client("InvalidParameterCombinationException", message)
}

pub(crate) fn missing(message: impl Into<Cow<'static, str>>) -> Fault {
    Fault::client("MissingRequiredParameterException", message)
}

/// GetMetricData's checks of its queries.
pub(crate) fn query(message: impl Into<Cow<'static, str>>) -> Fault {
    Fault::validation(message)
}
