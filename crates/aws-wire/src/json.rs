//! awsJson 1.0 and 1.1: the two differ in their content type alone.
//!
//! A request is read in two steps, as the service's answers show it to do: first as JSON of any shape (what is not JSON is an
//! unreadable body), then against the schema (a wrong type is a SerializationException with a text).

mod parse;
mod read;
mod write;

pub use parse::{Json, Number, parse};
pub use write::{write, write_fault, write_string};
pub(crate) use write::{write_blob, write_timestamp};

use headwater_aws_shapes::document::Members;
use headwater_aws_shapes::schema::Structure;

use crate::Fault;

/// Whether a body is a JSON object.
pub fn is_readable(body: &[u8]) -> bool {
    matches!(parse(body), Ok(Json::Object(_) | Json::List(_)))
}

/// The members of a request body, of the schema's types. Members the schema does not name are passed over, null counts as
/// absent, of members named twice the last counts.
pub fn read(schema: &'static Structure, body: &[u8]) -> Result<Members, Fault> {
    let json = parse(body).map_err(|_| Fault::unreadable())?;
    read::root(schema, json)
}
