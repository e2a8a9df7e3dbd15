//! Attribute values and items: what an item is made of, how large it counts, and how it is stored.
//!
//! Deliberately without a wire format: [`wire`] takes the generated shapes apart, [`codec`] writes the stored bytes.
//!
//! Sizes: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>

pub mod codec;
pub mod number;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;

pub use number::{Number, NumberError};

/// Attributes by name.
pub type Item = BTreeMap<String, Value>;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    String(String),
    Number(Number),
    Binary(Bytes),
    Bool(bool),
    Null,
    List(Vec<Value>),
    Map(Item),
    StringSet(BTreeSet<String>),
    NumberSet(BTreeSet<Number>),
    BinarySet(BTreeSet<Bytes>),
}

impl Value {
    /// As the wire and `attribute_type` name it.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::String(_) => "S",
            Self::Number(_) => "N",
            Self::Binary(_) => "B",
            Self::Bool(_) => "BOOL",
            Self::Null => "NULL",
            Self::List(_) => "L",
            Self::Map(_) => "M",
            Self::StringSet(_) => "SS",
            Self::NumberSet(_) => "NS",
            Self::BinarySet(_) => "BS",
        }
    }

    /// Bytes it counts for.
    pub fn size(&self) -> usize {
        match self {
            Self::String(text) => text.len(),
            Self::Number(number) => number_size(number),
            Self::Binary(bytes) => bytes.len(),
            Self::Bool(_) | Self::Null => 1,
            Self::List(items) => 3 + items.iter().map(|item| 1 + item.size()).sum::<usize>(),
            Self::Map(map) => 3 + map.len() + item_size(map),
            Self::StringSet(set) => set.iter().map(String::len).sum(),
            Self::NumberSet(set) => set.iter().map(number_size).sum(),
            Self::BinarySet(set) => set.iter().map(Bytes::len).sum(),
        }
    }
}

/// Bytes an item counts for: its names and values.
pub fn item_size(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + value.size()).sum()
}

/// A byte for two digits, one for the exponent, one for the sign.
fn number_size(number: &Number) -> usize {
    number.significant_digits().div_ceil(2) as usize + 1 + usize::from(number.is_negative())
}

/// As the service's messages print a value: `{N:5}`.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.type_name();
        match self {
            Self::String(text) => write!(f, "{{{name}:{text}}}"),
            Self::Number(number) => write!(f, "{{{name}:{number}}}"),
            Self::Bool(value) => write!(f, "{{{name}:{value}}}"),
            Self::Null => write!(f, "{{{name}:true}}"),
            Self::Binary(bytes) => {
                write!(f, "{{{name}:java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]}}", bytes.len())
            }
            _ => write!(f, "{{{name}:...}}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_counted_as_the_service_counts() {
        let number = |text| Value::Number(Number::parse(text).expect("a number"));
        assert_eq!(Value::String("ä".into()).size(), 2);
        assert_eq!(number("0").size(), 1);
        assert_eq!(number("123").size(), 3);
        assert_eq!(number("-1").size(), 3);
        assert_eq!(Value::List(vec![Value::Null]).size(), 5);
        let item = Item::from([("ab".to_owned(), Value::Bool(true))]);
        assert_eq!(item_size(&item), 3);
        assert_eq!(Value::Map(item).size(), 7);
    }
}
