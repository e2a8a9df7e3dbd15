//! Primary keys as bytes that order as the service orders: by a hash of the partition key, then the partition key, then the sort
//! key. Texts and binaries by their bytes, numbers by their value.
//!
//! Each part ends itself (texts and binaries are escaped and terminated, numbers have one length), so parts can be put behind each
//! other, and what begins with a part is exactly what has it. The layout is durable: never change it.

use std::ops::Range;

use bytes::Bytes;
use md5::{Digest, Md5};

use super::model::{IndexRecord, KeyAttribute, KeySchema};
use crate::expression::SortCondition;
use crate::value::{Item, Value};

pub const TABLE_PREFIX: &str = "dynamodb/table/";
pub const DOOMED_PREFIX: &str = "dynamodb/doomed/";
pub const ALLOCATOR: &[u8] = b"dynamodb/allocator";

/// Where the items of a table begin.
pub fn items_prefix(uid: u64) -> Vec<u8> {
    format!("dynamodb/item/{uid:016x}/").into_bytes()
}

/// Where the entries of an index begin.
pub fn index_prefix(uid: u64, number: u32) -> Vec<u8> {
    format!("dynamodb/index/{uid:016x}/{number:08x}/").into_bytes()
}

/// Everything that begins with a prefix.
pub fn all_of(prefix: Vec<u8>) -> Range<Bytes> {
    let end = after(&prefix);
    Bytes::from(prefix)..end
}

/// The first key that no longer begins with a prefix. Prefixes here begin with ASCII, so there is one.
pub fn after(prefix: &[u8]) -> Bytes {
    let kept = prefix.iter().rposition(|byte| *byte != 0xff).map_or(0, |at| at + 1);
    let mut end = prefix[..kept].to_vec();
    if let Some(last) = end.last_mut() {
        *last += 1;
    }
    end.into()
}

/// The key of an item behind the prefix of its table: hash, partition key, sort key. `None` where the item lacks a key attribute or
/// has one of another type.
pub fn primary(schema: &KeySchema, item: &Item) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(64);
    put_schema(&mut out, schema, item)?;
    Some(out)
}

/// Bytes of a partition key and of a sort key.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys>
pub const PARTITION_KEY_BYTES_MAX: usize = 2048;
pub const SORT_KEY_BYTES_MAX: usize = 1024;

/// The key attribute of an item that is over its bound, with the bound.
pub fn oversized<'a>(schema: &'a KeySchema, item: &Item) -> Option<(&'a KeyAttribute, usize)> {
    let bounds = [PARTITION_KEY_BYTES_MAX, SORT_KEY_BYTES_MAX];
    let over = |(attribute, max): &(&KeyAttribute, usize)| {
        item.get(&attribute.name).is_some_and(|value| value.size() > *max)
    };
    schema.attributes().zip(bounds).find(over)
}

/// The key of an item's entry behind the prefix of its index; `None` where the item has no entry, as it lacks a key of the index or
/// was there before the index with one that is too large. The item's own key makes it unique.
pub fn entry(index: &IndexRecord, table: &KeySchema, item: &Item) -> Option<Vec<u8>> {
    if oversized(&index.key, item).is_some() {
        return None;
    }
    let mut out = Vec::with_capacity(96);
    put_schema(&mut out, &index.key, item)?;
    put_part(&mut out, item.get(&table.partition.name)?);
    if let Some(sort) = &table.sort {
        put_part(&mut out, item.get(&sort.name)?);
    }
    Some(out)
}

fn put_schema(out: &mut Vec<u8>, schema: &KeySchema, item: &Item) -> Option<()> {
    put_hashed(out, of_kind(&schema.partition, item)?);
    if let Some(sort) = &schema.sort {
        put_part(out, of_kind(sort, item)?);
    }
    Some(())
}

fn of_kind<'a>(attribute: &KeyAttribute, item: &'a Item) -> Option<&'a Value> {
    item.get(&attribute.name).filter(|value| value.type_name() == attribute.kind.name())
}

/// Hash and partition key: what all items of a partition begin with.
pub fn put_hashed(out: &mut Vec<u8>, partition: &Value) {
    let at = out.len();
    out.extend_from_slice(&[0; 8]);
    put_part(out, partition);
    let hash = Md5::digest(&out[at + 8..]);
    out[at..at + 8].copy_from_slice(&hash[..8]);
}

fn put_part(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::String(text) => {
            put_escaped(out, text.as_bytes());
            out.extend_from_slice(&[0, 1]);
        }
        Value::Binary(bytes) => {
            put_escaped(out, bytes);
            out.extend_from_slice(&[0, 1]);
        }
        Value::Number(number) => out.extend_from_slice(&number.to_ordered()),
        // A key attribute has one of the three types; it was checked where the value came in.
        _ => {}
    }
}

/// Zero becomes `00 ff`, which sorts above the end `00 01`.
fn put_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    for byte in bytes {
        out.push(*byte);
        if *byte == 0 {
            out.push(0xff);
        }
    }
}

/// The keys of a partition whose sort key fulfils a condition.
pub fn sort_range(partition: Vec<u8>, condition: Option<&SortCondition>) -> Range<Bytes> {
    let with = |value: &Value| {
        let mut key = partition.clone();
        put_part(&mut key, value);
        key
    };
    let (first, end) = (Bytes::from(partition.clone()), after(&partition));
    match condition {
        None => first..end,
        Some(SortCondition::Equal(value)) => all_of(with(value)),
        Some(SortCondition::Less(value)) => first..with(value).into(),
        Some(SortCondition::LessOrEqual(value)) => first..after(&with(value)),
        Some(SortCondition::Greater(value)) => after(&with(value))..end,
        Some(SortCondition::GreaterOrEqual(value)) => with(value).into()..end,
        Some(SortCondition::Between(low, high)) => with(low).into()..after(&with(high)),
        Some(SortCondition::BeginsWith(value)) => {
            let mut key = partition;
            match value {
                Value::String(text) => put_escaped(&mut key, text.as_bytes()),
                Value::Binary(bytes) => put_escaped(&mut key, bytes),
                _ => {}
            }
            all_of(key)
        }
    }
}

/// One of `total` equal parts of everything behind a prefix.
pub fn segment_range(prefix: Vec<u8>, segment: u32, total: u32) -> Range<Bytes> {
    let bound = |segment: u32| {
        let hash = ((u128::from(segment) << 64) / u128::from(total.max(1))) as u64;
        Bytes::from([prefix.as_slice(), &hash.to_be_bytes()].concat())
    };
    let end = if segment + 1 >= total { after(&prefix) } else { bound(segment + 1) };
    bound(segment)..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::Number;

    fn part(value: &Value) -> Vec<u8> {
        let mut out = Vec::new();
        put_part(&mut out, value);
        out
    }

    #[test]
    fn segments_tile_the_table() {
        for total in [1, 2, 3, 10, 32, 1_000_000] {
            let ranges: Vec<_> = [0, 1, 2, total - 1]
                .into_iter()
                .filter(|segment| *segment < total)
                .map(|segment| segment_range(b"t/".to_vec(), segment, total))
                .collect();
            assert_eq!(ranges[0].start, Bytes::from_static(b"t/\0\0\0\0\0\0\0\0"));
            assert!(ranges.iter().any(|range| range.end == after(b"t/")));
            if total > 1 {
                assert_eq!(ranges[0].end, ranges[1].start);
            }
        }
    }

    proptest! {
        #[test]
        fn texts_order_by_their_bytes_whatever_follows(a: String, b: String, c in "\\PC{0,3}", d in "\\PC{0,3}") {
            let of = |first: &String, second: &String| {
                [part(&Value::String(first.clone())), part(&Value::String(second.clone()))].concat()
            };
            let wanted = (a.as_bytes(), c.as_bytes()).cmp(&(b.as_bytes(), d.as_bytes()));
            prop_assert_eq!(of(&a, &c).cmp(&of(&b, &d)), wanted);
        }

        #[test]
        fn numbers_order_by_their_value(a in -1e12f64..1e12, b in -1e12f64..1e12) {
            let of = |n: f64| part(&Value::Number(Number::parse(&n.to_string()).expect("a number")));
            prop_assert_eq!(of(a).cmp(&of(b)), a.partial_cmp(&b).expect("no NaN"));
        }

        #[test]
        fn a_condition_on_the_sort_key_finds_exactly_what_fulfils_it(a in "[ab\\x00\u{ff}]{0,4}", b in "[ab\\x00\u{ff}]{0,4}") {
            let mut partition = b"p/".to_vec();
            put_hashed(&mut partition, &Value::String("p".into()));
            let mut key = partition.clone();
            put_part(&mut key, &Value::String(a.clone()));
            let found = |condition: SortCondition| {
                sort_range(partition.clone(), Some(&condition)).contains(&Bytes::from(key.clone()))
            };
            let value = || Value::String(b.clone());
            prop_assert_eq!(found(SortCondition::Equal(value())), a == b);
            prop_assert_eq!(found(SortCondition::Less(value())), a < b);
            prop_assert_eq!(found(SortCondition::LessOrEqual(value())), a <= b);
            prop_assert_eq!(found(SortCondition::Greater(value())), a > b);
            prop_assert_eq!(found(SortCondition::GreaterOrEqual(value())), a >= b);
            prop_assert_eq!(found(SortCondition::BeginsWith(value())), a.starts_with(&b));
        }
    }
}
