//! Encryption of what lies on disk: master keys in a key file, data keys wrapped by them in the stream's record, batches
//! sealed with the data keys.
//!
//! The three layers know each other downwards only: `keyring` stands where the service has KMS (which keys there are, by
//! which names, whether they may be used), `sealing` turns a batch into bytes nobody else can read and back, `vault` keeps
//! the unwrapped data keys in memory and nowhere else. Keys are never written to a log or shown by `Debug`.

mod keyring;
mod sealing;
mod vault;

pub use crate::error::KeyFault;
pub use keyring::{KeyInfo, KeyState, Keyring};
pub(crate) use sealing::DataKey;

/// Whether a batch hides its records and their keys.
pub(crate) fn is_sealed(payload: &[u8]) -> bool {
    sealing::sealed_with(payload).is_some()
}

pub(crate) use vault::Vault;
