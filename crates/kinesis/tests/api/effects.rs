//! Every member of every operation's input does something: two servers that are alike in all are asked the same but for that
//! member, and the answers or what can be seen afterwards differ. What has no effect stands in [`SILENT`] with its reason,
//! and is held to have none.
//!
//! The cases stand in `effects/cases.rs`. The gate below asks one of every member that the model has.

mod cases;
mod world;

use std::collections::BTreeSet;

use headwater_kinesis::TABLE;
use serde_json::{Value, json};

use crate::members::leaves;
use cases::{Case, cases};
use world::World;

const RESERVED: &str = "the model says it is reserved for future use";
const SAID_ALREADY: &str = "the stream knows its key; no answer of the service to another one is known";
const ONE_VALUE: &str = "it has one legal value";

/// Members without effect: operation (`*` for all), path, a legal value, and why.
const SILENT: &[(&str, &str, &str, &str)] = &[
    ("*", "StreamId", "abcdefghij0123456789-abc", RESERVED),
    ("StopStreamEncryption", "KeyId", "alias/another", SAID_ALREADY),
    ("UpdateShardCount", "ScalingType", "UNIFORM_SCALING", ONE_VALUE),
];

fn is_silent(operation: &str, path: &str) -> bool {
    SILENT.iter().any(|(of, silent, ..)| (*of == "*" || *of == operation) && *silent == path)
}

#[test]
fn every_member_of_the_model_has_a_case() {
    let covered: BTreeSet<(&str, &str)> = cases().iter().map(|case| (case.operation, case.path)).collect();
    let (mut missing, mut wrong) = (Vec::new(), Vec::<String>::new());
    for operation in TABLE.offered.iter().map(|offered| offered.schema) {
        let paths = operation.input.map(leaves).unwrap_or_default();
        for path in &paths {
            if is_silent(operation.name, path) == covered.contains(&(operation.name, path.as_str())) {
                missing.push(format!("{}: {path}", operation.name));
            }
        }
        let of_it = covered.iter().filter(|(name, _)| *name == operation.name);
        wrong.extend(
            of_it.filter(|(_, path)| !paths.contains(*path)).map(|(name, path)| format!("{name}: {path}")),
        );
    }
    assert_eq!(missing, Vec::<String>::new(), "neither a case nor a reason, or both");
    assert_eq!(wrong, Vec::<String>::new(), "cases of no member");
}

#[tokio::test]
async fn every_member_has_an_effect() {
    let (mut ignored, mut plain, mut of) = (Vec::new(), None, ("", Value::Null));
    for Case { operation, path, base, changed, refused } in cases() {
        assert_differ_in(path, &base, &changed);
        if of != (operation, base.clone()) {
            let world = World::after(operation, &base).await;
            assert!(world.status == 200, "{operation} {base}: {}", world.answer);
            (plain, of) = (Some(world), (operation, base.clone()));
        }
        let other = World::after(operation, &changed).await;
        match refused {
            None => assert_eq!(other.status, 200, "{operation} {changed}: {}", other.answer),
            Some(code) => assert_eq!(other.answer["__type"], code, "{operation} {changed}: {}", other.answer),
        }
        if plain.as_ref().map(World::seen) == Some(other.seen()) {
            ignored.push(format!("{operation} {path}: {changed} does what {base} does"));
        }
    }
    assert_eq!(ignored, Vec::<String>::new());
}

/// Without this the test above would show nothing: servers that are asked alike are seen alike, for every operation.
#[tokio::test]
async fn what_is_said_to_have_no_effect_has_none() {
    let mut tried = BTreeSet::new();
    for Case { operation, base, .. } in cases() {
        if !tried.insert(operation) {
            continue;
        }
        let schema = TABLE.offered.iter().find(|offered| offered.schema.name == operation);
        let input = schema.and_then(|offered| offered.schema.input).expect("it has input");
        let mut changed = base.clone();
        for (_, path, value, _) in SILENT.iter().filter(|(of, ..)| *of == "*" || *of == operation) {
            if input.member(path).is_some() {
                changed[*path] = json!(value);
            }
        }
        let (plain, other) = (World::after(operation, &base).await, World::after(operation, &changed).await);
        assert_eq!(plain.seen(), other.seen(), "{operation}: {base} and {changed}");
    }
    assert!(tried.len() >= TABLE.offered.len() - 2, "all but those without input");
}

/// Two bodies are the same but for the member that a case is about.
fn assert_differ_in(path: &str, base: &Value, changed: &Value) {
    let first = path.split(['.', '[', '{']).next().expect("a name");
    let names = |body: &Value| body.as_object().expect("a body").keys().cloned().collect::<BTreeSet<_>>();
    let all = &names(base) | &names(changed);
    let differing: Vec<&String> = all.iter().filter(|name| base.get(name) != changed.get(name)).collect();
    assert_eq!(differing, [first], "{base} and {changed}");
}
