//! IAM-style policies: documents read strictly, and what they say to a request.
//!
//! What a document says that is not understood here (conditions, variables) makes it refused as a whole, because leaving
//! out a condition would allow more than was meant. The decision over several documents is [`crate::permission`]'s.

mod document;
mod glob;

pub use document::{Policy, PolicyError};

/// What one document says to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Deny,
    Allow,
    /// Nothing.
    Silent,
}

/// How a resource's policy names who it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    /// The identity itself, or everybody: enough within an account.
    Self_,
    /// The account, which leaves it to the account's own policies.
    Account,
}

/// Who asks, as a resource's policy may name them.
pub(crate) struct Principal<'a> {
    pub(crate) arn: String,
    pub(crate) account: &'a str,
    /// The account itself rather than one of its users.
    pub(crate) is_root: bool,
}
