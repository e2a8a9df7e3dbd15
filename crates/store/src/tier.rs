//! Where sealed segments go beyond the local disk: an object store, seen through the few calls a store needs.
//!
//! The store knows no object store; whoever opens it gives one. Calls block, and are made from threads that may. What is
//! promised: an object is whole and durable when [`Tier::put`] returns, and is read as it was written until it is deleted.

use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::DiskFile;

/// Holds objects under names of letters, digits, `-`, `.` and `/`.
///
/// An error of kind [`io::ErrorKind::NotFound`] says that the object does not exist; every other one that nothing is
/// known, as when the endpoint is away, and that trying again later may succeed.
pub trait Tier: Send + Sync + 'static {
    /// Writes the first `len` bytes of a file as an object, in place of one of the same name. Memory is bounded, whatever
    /// the length.
    fn put(&self, name: &str, file: &dyn DiskFile, len: u64) -> io::Result<()>;

    /// Exactly the bytes of a range; [`io::ErrorKind::UnexpectedEof`] where the object is shorter.
    fn get(&self, name: &str, range: Range<u64>) -> io::Result<Bytes>;

    /// An object that does not exist is deleted already.
    fn delete(&self, name: &str) -> io::Result<()>;

    /// Names and sizes of all objects that begin with a prefix, which ends with `/`.
    fn list(&self, prefix: &str) -> io::Result<Vec<(String, u64)>>;

    /// Where an object is, for people.
    fn place(&self, name: &str) -> String;
}

/// How segments are tiered.
#[derive(Clone)]
pub struct TierConfig {
    pub tier: Arc<dyn Tier>,
    /// A segment is moved once its newest batch is so old.
    pub older_than: Duration,
    /// What was fetched last, kept in memory.
    pub cache_bytes: usize,
}

impl TierConfig {
    pub fn new(tier: Arc<dyn Tier>) -> Self {
        Self { tier, older_than: Duration::from_secs(3600), cache_bytes: 64 << 20 }
    }
}
