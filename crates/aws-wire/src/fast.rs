//! Codecs by hand for the operations that carry data, beside the schema's.
//!
//! A hand-written reader takes the common form of a request and nothing else: whatever it does not know (an escape, an unknown
//! member, a constraint that does not hold) it leaves to the schema's reader, which then gives the result or the error. So the
//! two cannot disagree about an error, and a differential test (`tests/fast_paths.rs`) holds the results and the answers equal.

mod cursor;
mod get;
mod put;

use bytes::Bytes;
use headwater_aws_shapes::Operation;

use crate::{Fault, Protocol};

pub use get::{GetRecordsCodec, encode_subscription_event};
pub use put::{PutRecordCodec, PutRecordsCodec};

/// How an operation's input is read and its output written.
pub trait Codec<O: Operation>: 'static {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<O::Input, Fault>;
    fn encode(protocol: Protocol, output: O::Output) -> Bytes;
}

/// By the schema: what all operations use that have no codec of their own.
pub struct SchemaCodec;

impl<O: Operation> Codec<O> for SchemaCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<O::Input, Fault> {
        protocol.decode(body)
    }

    fn encode(protocol: Protocol, output: O::Output) -> Bytes {
        protocol.encode(output)
    }
}
