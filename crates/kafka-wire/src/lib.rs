//! Kafka's wire formats, bytes in and bytes out: no sockets, no clocks, no runtime.
//!
//! Here so far: RecordBatch v2, which is also what Headwater's streams store, so that both protocols read the same bytes.
//! Invariant: no input, however broken, makes a decoder panic or allocate beyond the input's own length; where records are
//! compressed, beyond [`UNPACKED_BYTES_MAX`].
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

pub mod batch;
pub mod builder;
mod codec;
pub mod compact;
pub mod header;
pub mod records;
pub mod varint;

pub use batch::RecordBatch;
pub use builder::{BatchBuilder, Header, NewRecord};
pub use codec::UNPACKED_BYTES_MAX;
pub use header::{BatchError, BatchHeader, Compression};
pub use records::{Headers, Record, Records};
