//! What an operation's members may be: every other type is refused in the service's words, in both formats.

use std::collections::BTreeSet;

use headwater_aws_shapes::kinesis::SERVICE;
use headwater_aws_shapes::schema::{Shape, Structure};
use serde_json::{Value, json};

use crate::cbor;
use crate::rig::{CBOR, JSON, Rig, fault_in};

/// A member by its path, such as `Records[].Data` or `Tags{}`, and what it is.
pub type Member = (&'static str, Kind);

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Boolean,
    Integer,
    Text,
    Blob,
    Time,
    List,
    Map,
    Structure,
}
use Kind::*;

pub const NAME: Member = ("StreamName", Text);
pub const ARN: Member = ("StreamARN", Text);
pub const ID: Member = ("StreamId", Text);

/// These are all the members of an operation, and each is refused as another kind than its own; null is nothing at all,
/// and names that the operation does not know are passed over.
pub async fn assert_kinds(operation: &str, members: &[Member]) {
    let schema = SERVICE.operation(operation).expect("an operation").input;
    let modelled = schema.map(|schema| paths("", schema)).unwrap_or_default();
    let named: BTreeSet<String> = members.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(named, modelled, "the members of {operation}");

    let rig = Rig::new().await;
    for format in [JSON, CBOR] {
        for (path, kind) in members {
            for (value, text) in refusals(*kind, format) {
                let body = at(path, value);
                let refused = fault_in(format, rig.send(operation, format, plain(format, &body)).await);
                assert_eq!(refused, ("SerializationException".to_owned(), text), "{operation} {body}");
            }
            let absent = ask(&rig, format, operation, &at(path, Value::Null)).await;
            assert!(!absent.contains("SerializationException"), "{operation} without {path}: {absent}");
        }
        let bare = ask(&rig, format, operation, &json!({})).await;
        let strange = ask(&rig, format, operation, &json!({"NoSuchMember": {"A": [1, {}]}})).await;
        assert_eq!(strange, bare, "{operation} with a member it does not know");
        for nothing in [&b""[..], b"{", b"\xa1\x61", b"null", b"\xf6"] {
            let fault = fault_in(format, rig.send(operation, format, nothing).await);
            assert_eq!(
                fault,
                ("SerializationException".to_owned(), String::new()),
                "{operation} {nothing:?}"
            );
        }
    }
}

/// The bytes of an answer, as text.
async fn ask(rig: &Rig, format: &str, operation: &str, body: &Value) -> String {
    let answer = rig.send(operation, format, plain(format, body)).await;
    String::from_utf8_lossy(answer.body().whole().expect("whole")).into_owned()
}

/// A body as it stands, whatever its members should be.
fn plain(format: &str, body: &Value) -> Vec<u8> {
    if format == CBOR { cbor::encode(body, None) } else { body.to_string().into_bytes() }
}

/// A body with one member, given by its path.
pub fn at(path: &str, value: Value) -> Value {
    path.rsplit('.').fold(value, |inner, segment| {
        let (name, inner) = match (segment.strip_suffix("[]"), segment.strip_suffix("{}")) {
            (Some(name), _) => (name, json!([inner])),
            (_, Some(name)) => (name, json!({"k": inner})),
            _ => (segment, inner),
        };
        Value::from_iter([(name, inner)])
    })
}

/// The members of a structure that hold no others, by their paths.
pub fn leaves(schema: &Structure) -> BTreeSet<String> {
    let all = paths("", schema);
    let is_leaf = |path: &&String| {
        let holds = ["[]", "{}", "."].map(|sign| format!("{path}{sign}"));
        !all.iter().any(|other| holds.iter().any(|held| other.starts_with(held)))
    };
    all.iter().filter(is_leaf).cloned().collect()
}

fn paths(prefix: &str, schema: &Structure) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for member in schema.members {
        let path = format!("{prefix}{}", member.name);
        let (inner, shape) = match member.shape {
            Shape::List { member, .. } => (format!("{path}[]"), *member),
            Shape::Map { value, .. } => (format!("{path}{{}}"), *value),
            shape => (path.clone(), shape),
        };
        if let Shape::Structure(schema) = shape {
            found.extend(paths(&format!("{inner}."), schema));
        }
        found.extend([path, inner]);
    }
    found
}

const LIST: &str = "Start of list found where not expected";
const STRUCTURE: &str = "Start of structure or map found where not expected.";
const BOOLEAN: &str = "java.lang.Boolean";
const NUMBER: &str = "com.amazon.coral.value.json.numbers.TruncatingBigNumber";
const STRING: &str = "java.lang.String";

/// Values of other kinds, and what the service says to each.
fn refusals(kind: Kind, format: &str) -> Vec<(Value, String)> {
    let class = |class: &str, to: &str| format!("class {class} can not be converted to {to}");
    let (boolean, number, text) = (json!(true), json!(7), json!("text!"));
    let (list, structure) = (json!([]), json!({}));
    let scalars = |text: &str| [boolean.clone(), number.clone(), json!("x")].map(|v| (v, text.to_owned()));
    match kind {
        Boolean => vec![
            (number, class(NUMBER, "an Boolean")),
            (text, "'TEXT!' can not be converted to an Boolean".to_owned()),
            (list, LIST.to_owned()),
            (structure, STRUCTURE.to_owned()),
        ],
        Integer => vec![
            (boolean, class(BOOLEAN, "an Integer")),
            (text, class(STRING, "an Integer")),
            (list, LIST.to_owned()),
            (structure, STRUCTURE.to_owned()),
        ],
        Text => vec![
            (boolean, class(BOOLEAN, "an String")),
            (number, class(NUMBER, "an String")),
            (list, LIST.to_owned()),
            (structure, STRUCTURE.to_owned()),
        ],
        Blob => vec![
            (boolean, class(BOOLEAN, "a Blob")),
            (number, class(NUMBER, "a Blob")),
            (
                text,
                match format {
                    CBOR => class(STRING, "a Blob"),
                    _ => "'text!' can not be converted to a Blob: Base64 encoded length is expected a multiple of 4 \
                          bytes but found: 5"
                        .to_owned(),
                },
            ),
            (list, LIST.to_owned()),
            (structure, STRUCTURE.to_owned()),
        ],
        Time => vec![
            (boolean, class(BOOLEAN, "milliseconds since epoch")),
            (text, class(STRING, "milliseconds since epoch")),
            (list, LIST.to_owned()),
            (structure, STRUCTURE.to_owned()),
        ],
        List => [(structure, STRUCTURE.to_owned())].into_iter().chain(scalars("Expected list or null")).collect(),
        Map => [(list, LIST.to_owned())].into_iter().chain(scalars("Expected map or null")).collect(),
        Structure => [(list, LIST.to_owned())].into_iter().chain(scalars("Expected null")).collect(),
    }
}
