//! What moves records out of streams and back in: formats, object stores, object names, and the delivery engine.
//!
//! * [`format`]: rows as JSON and text, and as Arrow columns.
//! * [`delivery`]: delivery streams.
//! * [`parquet`]: Arrow batches as a Parquet file.
//! * [`s3`]: object names, prefix expressions, compression.
//! * [`object`]: the embedded bucket directory and any S3 endpoint, behind one handle.
//!
//! It knows streams and the store below it, and no wire protocol: the Firehose and S3 faces and SQL tables stand above.

pub mod delivery;
pub mod format;
pub mod object;
pub mod parquet;
pub mod s3;
