//! Expressions: what a request says about items, in the service's small language and in the older parameters alike.
//!
//! Sans IO: text and values in, a condition, update or projection out, which then looks at items. Every form becomes the one tree of
//! [`ast`]; the older parameters ([`legacy`]) too, so that there is one evaluator. Length, operators and nesting are bounded, so a
//! tree is never deeper than the stack bears.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html>

pub mod ast;
pub mod evaluate;
pub mod key_condition;
pub mod legacy;
pub mod names;
pub mod parse;
pub mod path;
pub mod projection;
pub mod reserved;
pub mod token;
pub mod update;

#[cfg(test)]
mod tests;

pub use ast::{Comparison, Condition, Operand};
pub use key_condition::{KeyCondition, SortCondition};
pub use names::Names;
pub use path::{Path, Step};
pub use projection::Projection;
pub use update::Update;

/// Which parameter of a request an expression is: its messages begin with the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Condition,
    Filter,
    KeyCondition,
    Projection,
    Update,
}

impl Kind {
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Condition => "ConditionExpression",
            Self::Filter => "FilterExpression",
            Self::KeyCondition => "KeyConditionExpression",
            Self::Projection => "ProjectionExpression",
            Self::Update => "UpdateExpression",
        }
    }
}

/// A request's expression is not one, or does not fit its values. The text is the service's ValidationException.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadExpression(pub String);

impl BadExpression {
    pub(crate) fn of(kind: Kind, rest: impl std::fmt::Display) -> Self {
        Self(format!("Invalid {}: {rest}", kind.parameter()))
    }
}
