//! The format as others write it, what is refused as they refuse it, and that what was put in comes out.

use md5::{Digest, Md5};
use proptest::prelude::*;

use super::protobuf::{put_bytes, put_number};
use super::*;

/// What `aws_kinesis_agg` 1.2.3 makes of three records.
const THREE: &str = "f3899ac20a05616c7068610a0462657461122733343032383233363639323039333834363334363333373436303734333137363832\
     31313435351201301a0708001a036f6e651a06080110001a001a0b080010011a057468726565377bf1d2179dc41bf400032c4243a8d4";

fn unhex(text: &str) -> Bytes {
    let digit = |c: u8| char::from(c).to_digit(16).expect("hexadecimal") as u8;
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).map(digit).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect::<Vec<_>>().into()
}

fn read(data: &Bytes) -> Option<Vec<UserRecord>> {
    Aggregate::read(data).map(|aggregate| aggregate.into_iter().collect())
}

/// A protobuf message in its envelope.
fn sealed(message: &[u8]) -> Bytes {
    [&MAGIC[..], message, &Md5::digest(message)].concat().into()
}

fn message(keys: &[&str], hash_keys: &[&str], records: &[Vec<u8>]) -> Vec<u8> {
    let mut message = Vec::new();
    keys.iter().for_each(|key| put_bytes(1, key.as_bytes(), &mut message));
    hash_keys.iter().for_each(|key| put_bytes(2, key.as_bytes(), &mut message));
    records.iter().for_each(|record| put_bytes(3, record, &mut message));
    message
}

fn entry(key: Option<u64>, hash_key: Option<u64>, data: Option<&[u8]>) -> Vec<u8> {
    let mut entry = Vec::new();
    key.inspect(|key| put_number(1, *key, &mut entry));
    hash_key.inspect(|key| put_number(2, *key, &mut entry));
    data.inspect(|data| put_bytes(3, data, &mut entry));
    entry
}

#[test]
fn an_aggregate_of_another_library_is_taken_apart() {
    let records = read(&unhex(THREE)).unwrap();
    let expected = [
        ("alpha", None, &b"one"[..], 0),
        ("beta", Some(HashKey::MAX), b"", 1),
        ("alpha", Some(HashKey(0)), b"three", 2),
    ];
    let expected = expected.map(|(key, explicit_hash_key, data, index)| UserRecord {
        partition_key: key.into(),
        explicit_hash_key,
        data: Bytes::from_static(data),
        sub_sequence: Some(index),
    });
    assert_eq!(records, expected);
}

#[test]
fn the_same_records_are_written_as_another_library_writes_them() {
    let mut aggregator = Aggregator::new(50_000);
    for record in read(&unhex(THREE)).unwrap() {
        let UserRecord { partition_key, explicit_hash_key, data, .. } = record;
        aggregator.push(NewRecord { partition_key, explicit_hash_key, data }).unwrap();
    }
    assert_eq!(aggregator.take().unwrap().data, unhex(THREE));
    assert!(aggregator.is_empty() && aggregator.take().is_none());
}

#[test]
fn any_damage_makes_it_a_plain_record() {
    let whole = unhex(THREE);
    for length in 0..whole.len() {
        assert_eq!(read(&whole.slice(..length)), None, "cut at {length}");
    }
    for at in 0..whole.len() {
        let mut damaged = whole.to_vec();
        damaged[at] ^= 0x10;
        assert_eq!(read(&damaged.into()), None, "byte {at} changed");
    }
}

#[test]
fn a_message_that_contradicts_itself_is_a_plain_record() {
    let data = Some(&b"x"[..]);
    for (records, what) in [
        (entry(Some(1), None, data), "a key beyond the table"),
        (entry(Some(u64::MAX), None, data), "a key beyond any table"),
        (entry(Some(0), Some(2), data), "a hash key beyond the table"),
        (entry(Some(0), Some(1), data), "a hash key that is no number"),
        (entry(None, None, data), "no key"),
        (entry(Some(0), None, None), "no data"),
        ([entry(Some(0), None, data), vec![0x22, 0]].concat(), "a tag without its key"),
        (vec![0x1a, 9, b'x'], "bytes beyond the record"),
    ] {
        let good = entry(Some(0), Some(0), data);
        assert_eq!(read(&sealed(&message(&["k"], &["7", "x"], &[good.clone(), records]))), None, "{what}");
        assert_eq!(read(&sealed(&message(&["k"], &["7", "x"], &[good]))).unwrap().len(), 1);
    }
}

#[test]
fn what_the_format_allows_is_read() {
    let data = Some(&b"x"[..]);
    // Tables behind the records, a tag, a field nobody knows, a field twice.
    let mut with_more = entry(Some(9), None, Some(b"first"));
    with_more.extend(entry(Some(0), None, data));
    let mut tag = Vec::new();
    put_bytes(1, b"name", &mut tag);
    put_bytes(4, &tag, &mut with_more);
    put_number(77, 5, &mut with_more);
    let mut behind = message(&[], &[], &[with_more]);
    behind.extend(message(&["late"], &[], &[]));
    let records = read(&sealed(&behind)).unwrap();
    assert_eq!((records[0].partition_key.as_str(), &records[0].data[..]), ("late", &b"x"[..]));

    let none = sealed(&message(&["unused"], &[], &[]));
    assert_eq!(read(&none), Some(Vec::new()), "an aggregate of nothing holds nothing");

    let mut latin = Vec::new();
    put_bytes(1, &[0xe9], &mut latin);
    put_bytes(3, &entry(Some(0), None, data), &mut latin);
    assert_eq!(read(&sealed(&latin)).unwrap()[0].partition_key.as_str(), "\u{fffd}");
}

#[test]
fn a_stored_record_yields_its_user_records_or_itself() {
    let record = |data: Bytes| NewRecord::new("outer", data);
    let plain: Vec<_> = user_records(record(Bytes::from_static(b"plain"))).collect();
    assert_eq!((plain[0].partition_key.as_str(), plain[0].sub_sequence), ("outer", None));
    let several = user_records(record(unhex(THREE)));
    assert_eq!(several.len(), 3);
    assert_eq!(several.map(|record| record.sub_sequence).collect::<Vec<_>>(), [Some(0), Some(1), Some(2)]);
}

#[test]
fn a_record_alone_goes_as_it_is_unless_it_would_be_taken_for_an_aggregate() {
    let mut aggregator = Aggregator::new(100);
    let large = NewRecord::new("k", vec![7; 1_000]);
    aggregator.push(large.clone()).unwrap();
    let next = NewRecord::new("l", "x");
    assert_eq!(aggregator.push(next.clone()), Err(Full(next)), "nothing fits behind it");
    assert_eq!(aggregator.take(), Some(large));

    let aggregate = NewRecord::new("k", unhex(THREE));
    aggregator.push(aggregate.clone()).unwrap();
    let wrapped = aggregator.take().unwrap();
    assert_eq!(wrapped.explicit_hash_key, Some(aggregate.hash_key()));
    assert_eq!(read(&wrapped.data).unwrap()[0].data, aggregate.data);
}

fn new_record() -> impl Strategy<Value = NewRecord> {
    let key = prop_oneof!["[a-c]", "\\PC{1,20}"];
    let hash_key = prop::option::of(prop_oneof![Just(0u128), any::<u128>()]);
    (key, hash_key, prop::collection::vec(any::<u8>(), 0..200)).prop_map(|(key, hash_key, data)| NewRecord {
        partition_key: key.into(),
        explicit_hash_key: hash_key.map(HashKey),
        data: data.into(),
    })
}

proptest! {
    #[test]
    fn what_was_gathered_comes_out_in_order_and_within_the_size(
        records in prop::collection::vec(new_record(), 1..60),
        bytes_max in 50usize..4_000,
    ) {
        let mut aggregator = Aggregator::new(bytes_max);
        let mut put = Vec::new();
        for record in &records {
            if let Err(Full(record)) = aggregator.push(record.clone()) {
                put.extend(aggregator.take());
                aggregator.push(record).expect("the first always fits");
            }
        }
        put.extend(aggregator.take());
        let mut out = Vec::new();
        for stored in put {
            match read(&stored.data) {
                Some(several) => {
                    prop_assert!(several.len() == 1 || stored.len_bytes() <= bytes_max);
                    out.extend(several.into_iter().map(|record| NewRecord {
                        partition_key: record.partition_key,
                        explicit_hash_key: record.explicit_hash_key,
                        data: record.data,
                    }));
                }
                None => out.push(stored),
            }
        }
        prop_assert_eq!(out, records);
    }

    #[test]
    fn no_message_breaks_the_reader(message in prop::collection::vec(any::<u8>(), 1..300)) {
        if let Some(aggregate) = Aggregate::read(&sealed(&message)) {
            prop_assert_eq!(aggregate.clone().into_iter().count(), aggregate.len());
        }
    }
}
