//! What delivered objects are called and how their bytes are packed, as Data Firehose does it. Pure: no clock, no disk.

pub mod compression;
pub mod expression;
pub mod name;

pub use compression::{Compression, Compressor};
pub use expression::{PrefixError, PrefixTemplate};
pub use name::{NameRule, ObjectNames};
