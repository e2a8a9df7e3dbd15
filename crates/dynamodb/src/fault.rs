//! Every cause of the engine as the service tells it: code and text, once, exhaustively.

use headwater_aws_shapes::document::Shaped;
use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::schema::{Length, Member, Shape, Structure};
use headwater_aws_wire::Fault;
use headwater_store::CommitError;
use http::StatusCode;

use crate::engine::{EngineError, Reason};
use crate::value::wire;

const PACKAGE: &str = "com.amazonaws.dynamodb.v20120810";

impl From<EngineError> for Fault {
    fn from(error: EngineError) -> Self {
        of(error)
    }
}

/// Maps a cause to its answer, for operations on items.
pub(crate) fn of(error: EngineError) -> Fault {
    match error {
        EngineError::TableNotFound(_) => not_found("Requested resource not found".to_owned()),
        EngineError::TableExists(name) => in_use(format!("Table already exists: {name}")),
        EngineError::TableInUse { name, why } => {
            in_use(format!("Attempt to change a resource which is still in use: {why}: {name}"))
        }
        EngineError::NoIndexToChange(_) => not_found("Requested resource not found".to_owned()),
        EngineError::IndexNotFound(name) => {
            Fault::validation(format!("The table does not have the specified index: {name}"))
        }
        EngineError::LimitExceeded(message) => {
            Fault::client("com.amazonaws.dynamodb.v20120810#LimitExceededException", message)
        }
        EngineError::Invalid(message) => Fault::validation(message),
        EngineError::ConditionFailed(old) => {
            let fault = Fault::client(
                "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
                CONDITION_FAILED_TEXT,
            );
            match old {
                Some(item) => fault
                    .with_details(&CONDITION_FAILED, vec![Some(wire::to_attributes(item).into_document())]),
                None => fault,
            }
        }
        EngineError::Cancelled(reasons) => cancelled(reasons),
        EngineError::TokenReused => Fault::client(
            "com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException",
            "The provided idempotency token was used with different parameters.",
        ),
        EngineError::Contended => Fault::client(
            "com.amazonaws.dynamodb.v20120810#ThrottlingException",
            "Too many changes of the table at the same time; try again.",
        ),
        EngineError::Commit(CommitError::Overloaded | CommitError::DiskFull | CommitError::Stopped(_)) => {
            Fault {
                code: "com.amazonaws.dynamodb.v20120810#InternalServerError",
                message: Some(format!("Nothing was stored: {error}.").into()),
                status: StatusCode::SERVICE_UNAVAILABLE,
                details: None,
            }
        }
        EngineError::Commit(CommitError::TooLarge { .. }) => {
            Fault::validation(format!("The request is too large: {error}."))
        }
        EngineError::Commit(_)
        | EngineError::Damaged(_)
        | EngineError::DamagedRecord(_)
        | EngineError::Read(_) => Fault {
            code: "com.amazonaws.dynamodb.v20120810#InternalServerError",
            ..Fault::internal(format!("Internal server error: {error}"))
        },
    }
}

/// The same for operations on tables, which name the one that is missing.
pub(crate) fn of_table(error: EngineError) -> Fault {
    match error {
        EngineError::TableNotFound(name) => {
            not_found(format!("Requested resource not found: Table: {name} not found"))
        }
        other => of(other),
    }
}

/// The operations on backups have a code of their own for it.
pub(crate) fn of_backups(error: EngineError) -> Fault {
    match error {
        EngineError::TableNotFound(name) => Fault::client(
            "com.amazonaws.dynamodb.v20120810#TableNotFoundException",
            format!("Table not found: {name}"),
        ),
        other => of(other),
    }
}

pub(crate) fn not_found(message: String) -> Fault {
    Fault::client("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", message)
}

fn in_use(message: String) -> Fault {
    Fault::client("com.amazonaws.dynamodb.v20120810#ResourceInUseException", message)
}

const CONDITION_FAILED_TEXT: &str = "The conditional request failed";

/// What stands beside the message: errors have no generated shapes.
static CONDITION_FAILED: Structure = Structure {
    name: "ConditionalCheckFailedException",
    package: PACKAGE,
    members: &[Member { name: "Item", required: false, shape: &model::ATTRIBUTE_MAP }],
    checked: &[0],
};

static CANCELLED: Structure = Structure {
    name: "TransactionCanceledException",
    package: PACKAGE,
    members: &[Member { name: "CancellationReasons", required: false, shape: &REASONS }],
    checked: &[0],
};

static REASONS: Shape =
    Shape::List { member: &model::CANCELLATION_REASON_SHAPE, length: Length { min: None, max: None } };

fn cancelled(reasons: Vec<Reason>) -> Fault {
    let reasons: Vec<model::CancellationReason> = reasons.into_iter().map(reason).collect();
    let codes: Vec<&str> = reasons.iter().filter_map(|reason| reason.code.as_deref()).collect();
    let message = format!(
        "Transaction cancelled, please refer cancellation reasons for specific reasons [{}]",
        codes.join(", ")
    );
    Fault::client("com.amazonaws.dynamodb.v20120810#TransactionCanceledException", message)
        .with_details(&CANCELLED, vec![Some(reasons.into_document())])
}

fn reason(reason: Reason) -> model::CancellationReason {
    let of = |code: &str, message: Option<String>| model::CancellationReason {
        code: Some(code.to_owned()),
        message,
        ..Default::default()
    };
    match reason {
        Reason::None => of("None", None),
        Reason::ConditionFailed { old } => model::CancellationReason {
            item: old.map(wire::to_attributes),
            ..of("ConditionalCheckFailed", Some(CONDITION_FAILED_TEXT.to_owned()))
        },
        Reason::Invalid(message) => of("ValidationError", Some(message)),
    }
}
