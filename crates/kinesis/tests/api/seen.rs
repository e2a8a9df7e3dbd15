//! What the tests of this process were answered, by operation: errors, and members that were filled. `whole` judges it.

use std::collections::BTreeSet;

use headwater_aws_shapes::kinesis::SERVICE;
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_aws_wire::Body;
use http::Response;
use parking_lot::Mutex;
use serde_json::Value;

use crate::cbor;
use crate::rig::{CBOR, JSON};

/// The exceptions and events of a subscription, which are no operation's errors and output.
pub const SUBSCRIPTION: &str = "SubscribeToShardEventStream";

/// Pairs of an operation and what it answered.
type Pairs = Mutex<BTreeSet<(String, String)>>;

pub static ERRORS: Pairs = Mutex::new(BTreeSet::new());
/// Members by their paths, such as `Shards[].ShardId`.
pub static FILLED: Pairs = Mutex::new(BTreeSet::new());

/// Notes a whole answer: its error, those of single records, and its members.
pub fn note(operation: &str, content_type: &str, response: &Response<Body>) {
    let Some(body) = response.body().whole().filter(|body| !body.is_empty()) else { return };
    let output = SERVICE.operation(operation).and_then(|schema| schema.output);
    let shape = output.map(Shape::Structure).filter(|_| response.status() == 200);
    let answer = match content_type {
        JSON => serde_json::from_slice(body).unwrap_or_default(),
        CBOR => cbor::decode(body, shape.as_ref()),
        _ => return,
    };
    let records = answer["Records"].as_array().into_iter().flatten();
    let codes = std::iter::once(&answer["__type"]).chain(records.map(|record| &record["ErrorCode"]));
    for code in codes.filter_map(Value::as_str) {
        note_error(operation, code);
    }
    if let Some(schema) = output.filter(|_| response.status() == 200) {
        note_members(operation, schema, &answer);
    }
}

pub fn note_error(operation: &str, code: &str) {
    ERRORS.lock().insert((operation.to_owned(), code.to_owned()));
}

/// Notes what an answer fills, and panics where it has a member that the model does not know.
pub fn note_members(operation: &str, schema: &'static Structure, answer: &Value) {
    let mut filled = BTreeSet::new();
    gather("", &Shape::Structure(schema), answer, &mut filled);
    let mut all = FILLED.lock();
    for path in filled {
        all.insert((operation.to_owned(), path));
    }
}

fn gather(path: &str, shape: &Shape, value: &Value, filled: &mut BTreeSet<String>) {
    match (shape, value) {
        (_, Value::Null) => {}
        (Shape::Structure(schema), Value::Object(members)) => {
            for (name, value) in members {
                let at = schema.member(name).unwrap_or_else(|| panic!("{path} has no member {name}"));
                let dot = if path.is_empty() { "" } else { "." };
                gather(&format!("{path}{dot}{name}"), schema.members[at].shape, value, filled);
            }
        }
        (Shape::List { member, .. }, Value::Array(items)) => {
            let inner = format!("{path}[]");
            items.iter().for_each(|item| gather(&inner, member, item, filled));
        }
        (Shape::Map { value: member, .. }, Value::Object(entries)) => {
            let inner = format!("{path}{{}}");
            entries.values().for_each(|item| gather(&inner, member, item, filled));
        }
        _ => {
            filled.insert(path.to_owned());
        }
    }
}
