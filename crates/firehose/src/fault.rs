//! Every cause of the delivery engine as the service tells it: code and text, once, exhaustively.

use headwater_aws_wire::Fault;
use headwater_connect::delivery::{DeliveryArn, DeliveryError};
use headwater_store::CommitError;

/// Maps a cause to its answer.
pub(crate) fn of(error: DeliveryError) -> Fault {
    match error {
        DeliveryError::NotFound(arn) => Fault::client("ResourceNotFoundException", not_found(&arn)),
        DeliveryError::Exists(arn) => Fault::client(
            "ResourceInUseException",
            format!("Firehose {} under accountId {} already exists", arn.name, arn.scope.account),
        ),
        DeliveryError::TooManyStreams { limit } => Fault::client(
            "LimitExceededException",
            format!("You have already consumed your firehose quota of {limit} hoses."),
        ),
        DeliveryError::TooManyTags { count, limit } => Fault::client(
            "LimitExceededException",
            format!("{count} tags are more than the {limit} a delivery stream may have."),
        ),
        DeliveryError::InvalidArgument(message) => invalid(message),
        // The service's code for a table that Glue does not give out.
        cause @ DeliveryError::NoSuchTable { .. } => invalid(cause.to_string()),
        cause @ DeliveryError::NotOffered(_) => invalid(format!("{cause} by Headwater")),
        DeliveryError::VersionMismatch { stream, given, current } => Fault::client(
            "ConcurrentModificationException",
            format!(
                "Cannot update firehose: {} since the current version id: {current} and specified version id: {given} do \
                 not match",
                stream.name
            ),
        ),
        DeliveryError::UnknownDestination { stream, given } => {
            invalid(format!("Destination Id {given} not found under firehose {}", stream.name))
        }
        DeliveryError::NotDirectPut(_) => Fault::client(
            "InvalidSourceException",
            "This operation is not permitted on KinesisStreamAsSource delivery stream type.",
        ),
        DeliveryError::Throttled(_) => slow_down(),
        DeliveryError::Unreadable { .. } | DeliveryError::Read(_) => {
            Fault::internal(format!("Internal Service Failure: {error}"))
        }
        DeliveryError::Commit(cause) => of_commit(&cause),
    }
}

fn of_commit(cause: &CommitError) -> Fault {
    match cause {
        CommitError::Overloaded => slow_down(),
        CommitError::DiskFull | CommitError::Stopped(_) => {
            unavailable(format!("Nothing was stored: {cause}."))
        }
        // Another change of the same stream came first.
        CommitError::PreconditionFailed { .. } => Fault::client(
            "ConcurrentModificationException",
            "The delivery stream was changed meanwhile; try again.",
        ),
        CommitError::OffsetMismatch { .. }
        | CommitError::Fenced { .. }
        | CommitError::TooLarge { .. }
        | CommitError::Malformed(_)
        | CommitError::UnknownOutcome(_) => Fault::internal(format!("Internal Service Failure: {cause}")),
    }
}

pub(crate) fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> Fault {
    Fault::client("InvalidArgumentException", message)
}

pub(crate) const SLOW_DOWN_CODE: &str = "ServiceUnavailableException";
pub(crate) const SLOW_DOWN: &str = "Slow down.";

pub(crate) fn slow_down() -> Fault {
    unavailable(SLOW_DOWN.to_owned())
}

fn unavailable(message: String) -> Fault {
    Fault { code: SLOW_DOWN_CODE, ..Fault::unavailable(message) }
}

fn not_found(arn: &DeliveryArn) -> String {
    format!("Firehose {} under account {} not found.", arn.name, arn.scope.account)
}
