//! Any text as each kind of expression over an item: it is refused, or evaluated, but never more. Any bytes as a stored item.
#![no_main]

use std::collections::BTreeMap;

use headwater_dynamodb::expression::{Kind, Names, evaluate, parse};
use headwater_dynamodb::value::{Item, Number, Value, codec};
use libfuzzer_sys::fuzz_target;

fn item() -> Item {
    let number = |n: i64| Value::Number(Number::from(n));
    let inner = Item::from([("b".to_owned(), Value::List(vec![number(1), Value::String("x".to_owned())]))]);
    Item::from([
        ("a".to_owned(), Value::Map(inner)),
        ("n".to_owned(), number(7)),
        ("s".to_owned(), Value::StringSet(["x".to_owned(), "y".to_owned()].into())),
        ("t".to_owned(), Value::String("text".to_owned())),
    ])
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(stored) = codec::decode(&bytes::Bytes::copy_from_slice(bytes)) {
        assert_eq!(codec::decode(&codec::encode(&stored)), Ok(stored));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(number) = Number::parse(text) {
        assert_eq!(Number::parse(&number.to_string()), Ok(number));
    }
    let values = BTreeMap::from([
        (":n".to_owned(), Value::Number(Number::from(3))),
        (":t".to_owned(), Value::String("x".to_owned())),
        (":s".to_owned(), Value::StringSet(["x".to_owned()].into())),
        (":l".to_owned(), Value::List(vec![Value::Null])),
    ]);
    let given = BTreeMap::from([("#a".to_owned(), "a".to_owned())]);
    let names = Names::new(given, values).expect("legal keys");
    let item = item();
    for kind in [Kind::Condition, Kind::Filter, Kind::KeyCondition] {
        if let Ok(condition) = parse::condition(kind, text, &names) {
            evaluate::holds(&condition, &item);
        }
    }
    if let Ok(projection) = parse::projection(text, &names) {
        projection.apply(&item);
    }
    if let Ok(update) = parse::update(text, &names) {
        let _ = update.apply(&item);
        update.touched().apply(&item);
    }
});
