//! The types of an operation, so that a handler is written once and its input and output follow.

use crate::document::{Members, Structural};
use crate::schema;

/// A marker type per operation of a model, such as [`crate::kinesis::PutRecord`].
pub trait Operation: Send + Sync + 'static {
    type Input: Structural + Send + 'static;
    /// [`Void`] where the model gives none.
    type Output: Structural + Send + 'static;
    const SCHEMA: &'static schema::Operation;
}

/// The output of an operation that answers with an empty body, and the input of one that takes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Void;

static VOID: schema::Structure = schema::Structure { name: "Void", package: "", members: &[], checked: &[] };

impl Structural for Void {
    const SCHEMA: &'static schema::Structure = &VOID;

    fn from_members(_: Members) -> Self {
        Void
    }

    fn into_members(self) -> Members {
        Vec::new()
    }
}
