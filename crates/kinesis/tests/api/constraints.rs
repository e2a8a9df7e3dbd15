//! Every constraint of every member of every operation's input, taken from the model: what breaks it is refused in the
//! service's words, in both formats, and what just holds it is not. The files of the operations hold the order of several.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headwater_aws_shapes::schema::{Length, Range, Shape, Structure, Text};
use headwater_kinesis::TABLE;
use serde_json::{Value, json};

use crate::cbor;
use crate::members::at;
use crate::rig::{CBOR, JSON, Rig, fault_in};
use crate::violations::*;

/// One constraint of one member.
struct Constraint {
    /// In this file's notation, such as `Records[].Data`.
    path: String,
    /// `Member must …`, as it is told.
    told: String,
    broken: Value,
    /// Values that do not break it, whatever else they may.
    held: Vec<Value>,
}

#[tokio::test]
async fn every_constraint_of_the_model_is_held() {
    let rig = Rig::new().await;
    let mut checked = 0;
    for operation in TABLE.offered.iter().map(|offered| offered.schema) {
        let Some(schema) = operation.input else { continue };
        let mut constraints = Vec::new();
        of_members("", schema, &mut constraints);
        for Constraint { path, told, broken, held } in constraints {
            let told = format!("at '{}' failed to satisfy constraint: {told}", java(&path));
            for format in [JSON, CBOR] {
                let message = refusal(&rig, operation.name, schema, format, at(&path, broken.clone())).await;
                assert!(
                    message.contains(&told),
                    "{} {path}: {told} is not in {message:.500}",
                    operation.name
                );
                for value in &held {
                    let message =
                        refusal(&rig, operation.name, schema, format, at(&path, value.clone())).await;
                    assert!(!message.contains(&told), "{} {path} holds it: {message:.500}", operation.name);
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 300, "the model has more than {checked} constraints");
}

/// The text of what such a body is refused with; empty where it is not.
async fn refusal(
    rig: &Rig,
    operation: &str,
    schema: &'static Structure,
    format: &str,
    body: Value,
) -> String {
    let bytes = match format {
        CBOR => cbor::encode(&body, Some(&Shape::Structure(schema))),
        _ => body.to_string().into_bytes(),
    };
    let response = rig.send(operation, format, bytes).await;
    if response.status() == 200 { String::new() } else { fault_in(format, response).1 }
}

/// `Records[].Data` as it is told: `records.1.member.data`.
fn java(path: &str) -> String {
    let segment = |segment: &str| {
        let name = segment[..1].to_lowercase() + &segment[1..];
        name.replace("[]", ".1.member")
    };
    path.split('.').map(segment).collect::<Vec<_>>().join(".")
}

fn of_members(prefix: &str, schema: &Structure, found: &mut Vec<Constraint>) {
    for member in schema.members {
        let path = format!("{prefix}{}", member.name);
        if member.required {
            let (told, held) = ("Member must not be null".to_owned(), vec![any(member.shape)]);
            found.push(Constraint { path: path.clone(), told, broken: Value::Null, held });
        }
        of_shape(&path, member.shape, found);
    }
}

fn of_shape(path: &str, shape: &'static Shape, found: &mut Vec<Constraint>) {
    let mut push = |told: String, broken: Value, held: Vec<Value>| {
        found.push(Constraint { path: path.to_owned(), told, broken, held });
    };
    match shape {
        Shape::Integer(range) | Shape::Long(range) => of_range(range, &mut push),
        Shape::String(text) => {
            of_length(&text.length, |size| "x".repeat(size).into(), &mut push);
            if let Some(pattern) = text.pattern {
                push(told_pattern(pattern.text), "!".into(), samples(pattern.text));
            }
            if !text.values.is_empty() {
                push(told_values(text.values), "!".into(), text.values.iter().map(|v| json!(v)).collect());
            }
        }
        Shape::Blob(length) => of_length(length, |size| STANDARD.encode(vec![7; size]).into(), &mut push),
        Shape::List { member, length } => {
            of_length(length, |size| vec![any(member); size].into(), &mut push);
            match member {
                Shape::String(text) => push(
                    format!("Member must satisfy constraint: [{}]", told_all(text)),
                    json!([breaks(text)]),
                    vec![json!([any(member)])],
                ),
                Shape::Structure(schema) => of_members(&format!("{path}[]."), schema, found),
                _ => panic!("{path} is a list of {member:?}"),
            }
        }
        Shape::Map { key: Shape::String(key), value: Shape::String(value), length } => {
            let sized = |size| (0..size).map(|i| (format!("k{i}"), "v")).collect::<Value>();
            of_length(length, sized, &mut push);
            let held = vec![json!({"k": ""}), json!({"k".repeat(128): "v".repeat(256)})];
            push(
                format!("Map keys must satisfy constraint: [{}]", told_all(key)),
                Value::from_iter([(string(&breaks(key)), "v")]),
                held.clone(),
            );
            push(
                format!("Map value must satisfy constraint: [{}]", told_all(value)),
                json!({"k": breaks(value)}),
                held,
            );
        }
        Shape::Structure(schema) => of_members(&format!("{path}."), schema, found),
        Shape::Boolean | Shape::Timestamp => {}
        Shape::Double(_) | Shape::Map { .. } => panic!("{path} is {shape:?}"),
    }
}

fn string(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

fn of_range(range: &Range, push: &mut impl FnMut(String, Value, Vec<Value>)) {
    if let Some(min) = range.min {
        let told = format!("Member must have value greater than or equal to {min}");
        push(told, json!(min - 1), vec![json!(min)]);
    }
    if let Some(max) = range.max {
        push(format!("Member must have value less than or equal to {max}"), json!(max + 1), vec![json!(max)]);
    }
}

fn of_length(
    length: &Length,
    sized: impl Fn(usize) -> Value,
    push: &mut impl FnMut(String, Value, Vec<Value>),
) {
    if let Some(min) = length.min.filter(|min| *min > 0) {
        push(told_min(min), sized(min as usize - 1), vec![sized(min as usize)]);
    }
    if let Some(max) = length.max {
        push(told_max(max), sized(max as usize + 1), vec![sized(max as usize)]);
    }
}

/// A value of the shape, not always a legal one.
fn any(shape: &Shape) -> Value {
    match shape {
        Shape::Boolean => json!(true),
        Shape::Integer(_) | Shape::Long(_) | Shape::Double(_) | Shape::Timestamp => json!(1),
        Shape::String(Text { values: [first, ..], .. }) => json!(first),
        Shape::String(_) => json!("x"),
        Shape::Blob(_) => json!("eA=="),
        Shape::List { .. } => json!([]),
        Shape::Map { .. } | Shape::Structure(_) => json!({}),
    }
}

fn breaks(text: &Text) -> Value {
    match text.length.max {
        Some(max) => json!("x".repeat(max as usize + 1)),
        None => json!("!"),
    }
}

/// Texts that a pattern of the model takes.
fn samples(pattern: &str) -> Vec<Value> {
    let account = "arn:aws:kinesis:us-east-1:000000000000";
    let digits = |count: usize| "9".repeat(count);
    let samples = match pattern {
        NAME_PATTERN => vec!["a-Z_0.".to_owned()],
        STREAM_ARN_PATTERN => {
            vec![format!("{account}:stream/s"), "arn:aws-cn:kinesis:x:000000000000:stream/s".into()]
        }
        STREAM_ID_PATTERN => vec![format!("{}-a0z", "a0".repeat(10))],
        RESOURCE_ARN_PATTERN => vec![format!("{account}:stream/s"), format!("{account}:queue/q")],
        CONSUMER_ARN_PATTERN => vec![format!("{account}:stream/s/consumer/c:1")],
        SEQUENCE_NUMBER_PATTERN => vec!["0".to_owned(), digits(129)],
        HASH_KEY_PATTERN => vec!["0".to_owned(), digits(39)],
        other => panic!("no sample of {other}"),
    };
    samples.into_iter().map(Value::from).collect()
}

fn told_pattern(pattern: &str) -> String {
    format!("Member must satisfy regular expression pattern: {pattern}")
}

fn told_values(values: &[&str]) -> String {
    format!("Member must satisfy enum value set: [{}]", values.join(", "))
}

fn told_min(min: u32) -> String {
    format!("Member must have length greater than or equal to {min}")
}

fn told_max(max: u32) -> String {
    format!("Member must have length less than or equal to {max}")
}

/// All that an element of a list or map is held to, as it is told of the whole.
fn told_all(text: &Text) -> String {
    let pattern = text.pattern.map(|pattern| told_pattern(pattern.text));
    let values = (!text.values.is_empty()).then(|| told_values(text.values));
    let all = [text.length.max.map(told_max), text.length.min.map(told_min), pattern, values];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
