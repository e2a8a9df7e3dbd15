//! An item as it lies in the store: one byte of version, then name, type and value of each attribute, in order of names.
//!
//! Lengths and counts are LEB128. Reading checks everything: a value that was not written by [`encode`] is an error that says
//! so, never a wrong item. The layout is documented in `docs/STATE.md`.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{Item, Number, Value};

const VERSION: u8 = 1;
/// Deeper than any item that is let in.
const DEPTH_MAX: usize = 64;

/// The stored bytes are not an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a stored item is damaged: {0}")]
pub struct DamagedItem(&'static str);

pub fn encode(item: &Item) -> Bytes {
    let mut out = Vec::with_capacity(256);
    out.push(VERSION);
    put_map(&mut out, item);
    out.into()
}

pub fn decode(bytes: &Bytes) -> Result<Item, DamagedItem> {
    let mut reader = Reader { bytes, at: 0 };
    if reader.byte()? != VERSION {
        return Err(DamagedItem("unknown version"));
    }
    let item = reader.map(0)?;
    if reader.at != bytes.len() { Err(DamagedItem("bytes behind its end")) } else { Ok(item) }
}

fn put_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_length(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn put_map(out: &mut Vec<u8>, map: &Item) {
    put_length(out, map.len());
    for (name, value) in map {
        put_bytes(out, name.as_bytes());
        put_value(out, value);
    }
}

fn put_number(out: &mut Vec<u8>, number: &Number) {
    let (negative, exponent, coefficient) = number.parts();
    let length = (128 - coefficient.leading_zeros()).div_ceil(8) as usize;
    out.push(length as u8 | if negative { 0x80 } else { 0 });
    out.extend_from_slice(&exponent.to_le_bytes());
    out.extend_from_slice(&coefficient.to_le_bytes()[..length]);
}

fn put_value(out: &mut Vec<u8>, value: &Value) {
    let tag = |out: &mut Vec<u8>, tag: Tag| out.push(tag as u8);
    match value {
        Value::String(text) => {
            tag(out, Tag::String);
            put_bytes(out, text.as_bytes());
        }
        Value::Number(number) => {
            tag(out, Tag::Number);
            put_number(out, number);
        }
        Value::Binary(bytes) => {
            tag(out, Tag::Binary);
            put_bytes(out, bytes);
        }
        Value::Bool(false) => tag(out, Tag::False),
        Value::Bool(true) => tag(out, Tag::True),
        Value::Null => tag(out, Tag::Null),
        Value::List(items) => {
            tag(out, Tag::List);
            put_length(out, items.len());
            items.iter().for_each(|item| put_value(out, item));
        }
        Value::Map(map) => {
            tag(out, Tag::Map);
            put_map(out, map);
        }
        Value::StringSet(set) => {
            tag(out, Tag::StringSet);
            put_length(out, set.len());
            set.iter().for_each(|text| put_bytes(out, text.as_bytes()));
        }
        Value::NumberSet(set) => {
            tag(out, Tag::NumberSet);
            put_length(out, set.len());
            set.iter().for_each(|number| put_number(out, number));
        }
        Value::BinarySet(set) => {
            tag(out, Tag::BinarySet);
            put_length(out, set.len());
            set.iter().for_each(|bytes| put_bytes(out, bytes));
        }
    }
}

/// The byte before a value. Never renumbered.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Tag {
    String = 1,
    Number = 2,
    Binary = 3,
    False = 4,
    True = 5,
    Null = 6,
    List = 7,
    Map = 8,
    StringSet = 9,
    NumberSet = 10,
    BinarySet = 11,
}

impl Tag {
    fn of(byte: u8) -> Option<Self> {
        use Tag::*;
        const ALL: [Tag; 11] =
            [String, Number, Binary, False, True, Null, List, Map, StringSet, NumberSet, BinarySet];
        ALL.into_iter().find(|tag| *tag as u8 == byte)
    }
}

struct Reader<'a> {
    bytes: &'a Bytes,
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, DamagedItem> {
        let byte = *self.bytes.get(self.at).ok_or(DamagedItem("cut short"))?;
        self.at += 1;
        Ok(byte)
    }

    fn take(&mut self, length: usize) -> Result<Bytes, DamagedItem> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or(DamagedItem("cut short"))?;
        let taken = self.bytes.slice(self.at..end);
        self.at = end;
        Ok(taken)
    }

    fn length(&mut self) -> Result<usize, DamagedItem> {
        let mut length = 0usize;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(length);
            }
        }
        Err(DamagedItem("a length without end"))
    }

    fn blob(&mut self) -> Result<Bytes, DamagedItem> {
        let length = self.length()?;
        self.take(length)
    }

    fn text(&mut self) -> Result<String, DamagedItem> {
        String::from_utf8(self.blob()?.into()).map_err(|_| DamagedItem("text that is not UTF-8"))
    }

    fn number(&mut self) -> Result<Number, DamagedItem> {
        let header = self.byte()?;
        let exponent = i16::from_le_bytes([self.byte()?, self.byte()?]);
        let digits = self.take(usize::from(header & 0x7f))?;
        let mut coefficient = [0; 16];
        coefficient.get_mut(..digits.len()).ok_or(DamagedItem("a number too long"))?.copy_from_slice(&digits);
        let number = Number::of_parts(header & 0x80 != 0, exponent, u128::from_le_bytes(coefficient));
        number.ok_or(DamagedItem("a number out of range"))
    }

    fn many<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, DamagedItem>) -> Result<Vec<T>, DamagedItem> {
        let count = self.length()?;
        // Every element takes a byte at least, so damage cannot ask for more memory than the item has.
        let mut out = Vec::with_capacity(count.min(self.bytes.len() - self.at));
        for _ in 0..count {
            out.push(read(self)?);
        }
        Ok(out)
    }

    fn map(&mut self, depth: usize) -> Result<Item, DamagedItem> {
        let entries = self.many(|reader| Ok((reader.text()?, reader.value(depth + 1)?)))?;
        Ok(BTreeMap::from_iter(entries))
    }

    fn value(&mut self, depth: usize) -> Result<Value, DamagedItem> {
        if depth > DEPTH_MAX {
            return Err(DamagedItem("nested too deeply"));
        }
        let tag = Tag::of(self.byte()?).ok_or(DamagedItem("an unknown type"))?;
        Ok(match tag {
            Tag::String => Value::String(self.text()?),
            Tag::Number => Value::Number(self.number()?),
            Tag::Binary => Value::Binary(self.blob()?),
            Tag::False => Value::Bool(false),
            Tag::True => Value::Bool(true),
            Tag::Null => Value::Null,
            Tag::List => Value::List(self.many(|reader| reader.value(depth + 1))?),
            Tag::Map => Value::Map(self.map(depth)?),
            Tag::StringSet => Value::StringSet(self.many(Self::text)?.into_iter().collect()),
            Tag::NumberSet => Value::NumberSet(self.many(Self::number)?.into_iter().collect()),
            Tag::BinarySet => Value::BinarySet(self.many(Self::blob)?.into_iter().collect()),
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn any_value() -> impl Strategy<Value = Value> {
        let number = (any::<i64>(), -80i32..80)
            .prop_map(|(n, e)| Number::parse(&format!("{n}e{e}")).expect("within the range"));
        let bytes = proptest::collection::vec(any::<u8>(), 0..8).prop_map(Bytes::from);
        let leaf = prop_oneof![
            ".{0,8}".prop_map(Value::String),
            number.clone().prop_map(Value::Number),
            bytes.clone().prop_map(Value::Binary),
            any::<bool>().prop_map(Value::Bool),
            Just(Value::Null),
            proptest::collection::btree_set(".{0,4}", 1..4).prop_map(Value::StringSet),
            proptest::collection::btree_set(number, 1..4).prop_map(Value::NumberSet),
            proptest::collection::btree_set(bytes, 1..4).prop_map(Value::BinarySet),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
                proptest::collection::btree_map(".{0,4}", inner, 0..4).prop_map(Value::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn items_read_back_as_written(item in proptest::collection::btree_map(".{1,6}", any_value(), 0..6)) {
            prop_assert_eq!(decode(&encode(&item)), Ok(item));
        }

        #[test]
        fn damage_is_an_error_or_another_item_but_never_a_panic(
            item in proptest::collection::btree_map(".{1,6}", any_value(), 0..4),
            at: prop::sample::Index,
            to: u8,
        ) {
            let mut bytes = encode(&item).to_vec();
            let at = at.index(bytes.len());
            bytes[at] = to;
            let _ = decode(&bytes.clone().into());
            bytes.truncate(at);
            prop_assert!(decode(&bytes.into()).is_err());
        }
    }
}
