//! Expressions as text against items and against the service's refusals.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::key_condition::{KeyCondition, SortCondition};
use super::{Kind, Names, evaluate, parse};
use crate::value::{Item, Number, Value};

fn number(n: i64) -> Value {
    Value::Number(Number::from(n))
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn set(elements: &[&str]) -> Value {
    Value::StringSet(elements.iter().map(|element| (*element).to_owned()).collect())
}

fn names() -> Names {
    let values = [
        (":one", number(1)),
        (":two", number(2)),
        (":t", text("ab")),
        (":set", set(&["x"])),
        (":list", Value::List(vec![number(9)])),
        (":true", Value::Bool(true)),
        (":S", text("S")),
    ];
    let values = values.map(|(name, value)| (name.to_owned(), value));
    let given = BTreeMap::from([("#n".to_owned(), "name".to_owned()), ("#dot".to_owned(), "a.b".to_owned())]);
    Names::new(given, values.into()).expect("legal keys")
}

fn item() -> Item {
    let inner = Item::from([("x".to_owned(), number(1)), ("y".to_owned(), number(2))]);
    Item::from([
        ("n".to_owned(), number(2)),
        ("t".to_owned(), text("abc")),
        ("s".to_owned(), set(&["x", "y"])),
        ("l".to_owned(), Value::List(vec![number(1), Value::Map(inner.clone()), text("ab")])),
        ("m".to_owned(), Value::Map(inner)),
        ("a.b".to_owned(), number(1)),
    ])
}

fn holds(expression: &str) -> bool {
    let condition = parse::condition(Kind::Condition, expression, &names());
    evaluate::holds(&condition.unwrap_or_else(|bad| panic!("{expression}: {bad}")), &item())
}

fn refusal(expression: &str) -> String {
    match parse::condition(Kind::Condition, expression, &names()) {
        Ok(condition) => panic!("{expression} was read as {condition:?}"),
        Err(bad) => bad.0,
    }
}

#[test]
fn and_binds_before_or_and_not_before_both() {
    assert!(holds("n = :two OR n = :one AND n = :one"));
    assert!(!holds("(n = :two OR n = :one) AND n = :one"));
    assert!(holds("NOT n = :one AND n = :two"));
    assert!(!holds("NOT (n = :one OR n = :two)"));
    assert!(holds("NOT NOT n = :two"));
    assert!(holds("n=:two and(t<>:t)"));
}

#[test]
fn paths_lead_into_maps_and_lists() {
    assert!(holds("m.x = :one AND l[1].y = :two AND l[2] = :t"));
    assert!(holds("#dot = :one"), "a name with a dot is one name");
    assert!(holds("attribute_not_exists(l[3]) AND attribute_not_exists(m.x.y) AND attribute_not_exists(#n)"));
}

#[test]
fn values_of_different_types_differ_and_have_no_order() {
    assert!(holds("t <> :one") && !holds("t = :one"));
    assert!(!holds("t > :one") && !holds("t <= :one"));
    assert!(!holds("absent < :one") && !holds("absent = :one") && holds("absent <> :one"));
}

#[test]
fn conditions_that_are_none_are_refused_in_the_services_words() {
    let cases = [
        ("", "The expression can not be empty;"),
        ("n = :two AND", "Syntax error; token: \"<EOF>\", near: \"AND\""),
        ("n = = :two", "Syntax error; token: \"=\", near: \"= = :two\""),
        ("n ! :two", "Syntax error; token: \"!\", near: \"n ! :two\""),
        ("size(n)", "The function is not allowed to be used this way in an expression; function: size"),
        ("foo(n)", "Invalid function name; function: foo"),
        ("status = :one", "Attribute name is a reserved keyword; reserved keyword: status"),
        (
            "begins_with(t, :one)",
            "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        ),
        (
            "n < :true",
            "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        ),
        (
            "contains(t)",
            "Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1",
        ),
        (
            "attribute_exists(:one)",
            "Operator or function requires a document path; operator or function: attribute_exists",
        ),
        (
            "attribute_type(n, :t)",
            "Invalid attribute type name found; type: ab, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        ),
        (
            "n BETWEEN :two AND :one",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: \
             AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}",
        ),
        (
            "if_not_exists(n, :one)",
            "The function is not allowed in a condition expression; function: if_not_exists",
        ),
    ];
    for (expression, message) in cases {
        assert_eq!(refusal(expression), format!("Invalid ConditionExpression: {message}"), "{expression}");
    }
    assert!(
        refusal(&format!("{}n = :one{}", "(".repeat(80), ")".repeat(80))).contains("too many nested levels")
    );
    assert!(refusal(&"x".repeat(5000)).contains("exceeded the maximum allowed size; expression size: 5000"));
    let many = vec!["n = :one"; 200].join(" OR ");
    assert!(refusal(&many).contains("too many operators"), "{}", refusal(&many));
}

fn updated(expression: &str) -> Result<Item, String> {
    let update = parse::update(expression, &names()).map_err(|bad| bad.0)?;
    update.apply(&item()).map_err(|error| error.to_string())
}

#[test]
fn operands_are_read_from_the_item_as_it_was() {
    let new = updated("SET n = m.x, m.x = n, l[0] = l[2], l[7] = :one, l[8] = :two REMOVE l[1], m.y")
        .expect("legal");
    assert_eq!(new["n"], number(1));
    assert_eq!(new["m"], Value::Map(Item::from([("x".to_owned(), number(2))])));
    assert_eq!(new["l"], Value::List(vec![text("ab"), text("ab"), number(1), number(2)]));
}

#[test]
fn sets_and_counters_grow_and_shrink() {
    let new = updated("ADD n :one, fresh :two DELETE s :set").expect("legal");
    assert_eq!((&new["n"], &new["fresh"], &new["s"]), (&number(3), &number(2), &set(&["y"])));
    let all = super::Update {
        actions: vec![super::update::Action::Delete(super::Path::attribute("s"), set(&["x", "y", "z"]))],
    };
    assert!(!all.apply(&item()).expect("legal").contains_key("s"), "no set is empty");
    assert_eq!(updated("ADD t :one").map_err(|e| e.contains("incorrect data type")), Err(true));
}

#[test]
fn updates_that_are_none_are_refused_in_the_services_words() {
    let cases = [
        ("SET m = :one, m.x = :two", "Two document paths overlap"),
        ("SET m.x = :one REMOVE m[0]", "Two document paths conflict"),
        ("ADD n :t", "operator or function: ADD, operand type: S"),
        ("DELETE s :one", "operator or function: DELETE, operand type: N"),
        ("SET n = :t + :one", "operator or function: +, operand type: S"),
        ("SET n = list_append(:one, l)", "operator or function: list_append, operand type: N"),
        ("SET n = size(l)", "The function is not allowed in an update expression; function: size"),
        ("SET n = :one REMOVE l SET t = :t", "The \"SET\" section can only be used once"),
        ("n = :one", "Syntax error; token: \"n\""),
        ("SET absent.x = :one", "The document path provided in the update expression is invalid for update"),
        ("REMOVE n.x", "The document path provided in the update expression is invalid for update"),
        ("SET n = absent", "refers to an attribute that does not exist"),
        ("SET n = t - :one", "incorrect data type"),
    ];
    for (expression, message) in cases {
        let refused = updated(expression).expect_err(expression);
        assert!(refused.contains(message), "{expression}: {refused}");
    }
}

#[test]
fn projections_keep_the_shape_of_what_they_show() {
    let projection = parse::projection("m.y, l[2], l[1].x, absent.z, n", &names()).expect("legal");
    let shown = projection.apply(&item());
    let map = |name: &str, n| Value::Map(Item::from([(name.to_owned(), number(n))]));
    let wanted = Item::from([
        ("m".to_owned(), map("y", 2)),
        ("l".to_owned(), Value::List(vec![map("x", 1), text("ab")])),
        ("n".to_owned(), number(2)),
    ]);
    assert_eq!(shown, wanted);
    let overlap = parse::projection("l[1].x, l[1]", &names()).expect_err("overlap").0;
    assert_eq!(
        overlap,
        "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these \
         paths; path one: [l, [1], x], path two: [l, [1]]"
    );
}

#[test]
fn key_conditions_name_one_partition_and_a_range() {
    let names = names();
    let of = |expression: &str| {
        let condition = parse::condition(Kind::KeyCondition, expression, &names)?;
        KeyCondition::of(condition, "pk", Some("sk"))
    };
    let found = of("(pk = :t) AND :one <= sk").expect("legal");
    assert_eq!(
        found,
        KeyCondition { partition: text("ab"), sort: Some(SortCondition::GreaterOrEqual(number(1))) }
    );
    for (expression, message) in [
        ("sk = :one", "Query condition missed key schema element: pk"),
        ("pk > :one", "Query key condition not supported"),
        ("pk = :one AND elsewhere = :two", "Query condition missed key schema element: sk"),
        (
            "pk = :one OR sk = :two",
            "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR",
        ),
        ("pk = :one AND pk = :two", "KeyConditionExpressions must only contain one condition per key"),
        (
            "pk = :one AND contains(sk, :t)",
            "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains",
        ),
    ] {
        assert_eq!(of(expression).map_err(|bad| bad.0), Err(message.to_owned()), "{expression}");
    }
}

#[test]
fn names_and_values_that_nothing_uses_are_refused() {
    let names = names();
    parse::condition(Kind::Condition, "#n = :one", &names).expect("legal");
    let refused = names.check_all_used().expect_err("unused").0;
    assert_eq!(refused, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#dot}");
}

proptest! {
    #[test]
    fn any_text_is_an_expression_or_refused(words in proptest::collection::vec(prop_oneof![
        Just("n"), Just("m.x"), Just("l[1]"), Just(":one"), Just(":set"), Just("#n"), Just("("), Just(")"), Just(","),
        Just("="), Just("<"), Just("AND"), Just("OR"), Just("NOT"), Just("BETWEEN"), Just("IN"), Just("size("),
        Just("contains("), Just("SET"), Just("REMOVE"), Just("ADD"), Just("DELETE"), Just("+"), Just("-"),
        Just("if_not_exists("), Just("list_append("), Just("["), Just("é"), Just("99999999999999999999"),
    ], 0..14)) {
        let expression = words.join(" ");
        let names = names();
        if let Ok(condition) = parse::condition(Kind::Condition, &expression, &names) {
            evaluate::holds(&condition, &item());
        }
        if let Ok(update) = parse::update(&expression, &names) {
            let _ = update.apply(&item());
        }
        if let Ok(projection) = parse::projection(&expression, &names) {
            projection.apply(&item());
        }
    }
}
