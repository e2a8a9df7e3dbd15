//! AWS protocols, sans IO: a request's bytes become a generated struct, a struct or a fault becomes an answer's bytes.
//!
//! No clock, no socket, no randomness: the server hands in a whole request body, a seed for the request's ids and, where
//! signatures are verified, the time. What a face sees is [`Handle`] and [`Touches`] (one each per operation) and [`OperationTable`]; what the server sees is [`AwsService`] and
//! [`Services`]. Every decoder here has hard bounds and answers the real service's error for what it does not accept.

pub mod body;
pub mod cbor;
pub mod chunked;
pub mod cost;
pub mod coverage;
pub mod credentials;
pub mod event_stream;
pub mod fast;
pub mod fault;
pub mod front;
pub mod identity;
pub mod inflate;
pub mod json;
pub mod permission;
pub mod policy;
pub mod protocol;
pub mod query;
pub mod raw;
pub mod read;
pub mod request;
pub mod service;
mod signing;
pub mod sigv4;
pub mod table;
pub mod validate;

pub use body::Body;
pub use cost::AnswerCost;
pub use fault::{Details, Fault};
pub use identity::{Gate, Identities, Identity, Secret};
pub use permission::Resource;
pub use policy::Policy;
pub use protocol::Protocol;
pub use request::{AwsRequest, Origins, RequestId};
pub use service::{AwsService, Services};
pub use table::{Admit, Call, Handle, NotOffered, Offered, OperationTable, Respond, Touches, always};
