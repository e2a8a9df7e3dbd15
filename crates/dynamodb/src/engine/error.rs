//! What can go wrong with tables and items, as causes; `fault.rs` says it in the service's words.

use headwater_store::{CommitError, ReadError};

use crate::expression::BadExpression;
use crate::value::Item;
use crate::value::codec::DamagedItem;
use crate::value::wire::BadValue;

#[derive(Clone, Debug, thiserror::Error)]
pub enum EngineError {
    #[error("table {0} does not exist")]
    TableNotFound(String),
    #[error("table {0} exists")]
    TableExists(String),
    /// It is being made or changed.
    #[error("table {name} is in use: {why}")]
    TableInUse { name: String, why: &'static str },
    #[error("index {0} does not exist")]
    IndexNotFound(String),
    /// The same where it was to be changed or removed, which the service tells otherwise.
    #[error("there is no index {0} to change")]
    NoIndexToChange(String),
    #[error("{0}")]
    LimitExceeded(String),
    /// The request does not make sense; the text is the service's.
    #[error("{0}")]
    Invalid(String),
    /// With the item as it was, where there was one.
    #[error("the condition does not hold")]
    ConditionFailed(Option<Item>),
    /// One entry per item of the transaction.
    #[error("the transaction was cancelled")]
    Cancelled(Vec<Reason>),
    /// The same token with another request.
    #[error("the token was used for another request")]
    TokenReused,
    /// Others kept changing the table or the item.
    #[error("too many changes at the same time")]
    Contended,
    #[error(transparent)]
    Damaged(#[from] DamagedItem),
    #[error("the record of table {0} is damaged")]
    DamagedRecord(String),
    #[error(transparent)]
    Commit(#[from] CommitError),
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Why an item stood in the way of its transaction.
#[derive(Clone, Debug)]
pub enum Reason {
    /// It did not.
    None,
    ConditionFailed {
        old: Option<Item>,
    },
    Invalid(String),
}

impl From<BadExpression> for EngineError {
    fn from(bad: BadExpression) -> Self {
        Self::Invalid(bad.0)
    }
}

impl From<BadValue> for EngineError {
    fn from(bad: BadValue) -> Self {
        Self::Invalid(bad.0)
    }
}

/// A ValidationException with the words that most of them begin with.
pub(crate) fn invalid(rest: impl std::fmt::Display) -> EngineError {
    EngineError::Invalid(format!("One or more parameter values were invalid: {rest}"))
}
