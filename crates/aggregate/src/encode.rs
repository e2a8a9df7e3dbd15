//! Making an aggregate as the Kinesis Producer Library makes it: keys once in their tables, a record that would be alone
//! left as it is, and the aggregate routed by the hash key of its first record. Which records belong together (those whose
//! hash keys one shard owns) is the producer's to know.

use std::collections::HashMap;

use headwater_types::HashKey;
use md5::{Digest, Md5};

use super::protobuf::{bytes_len, put_bytes, put_number, varint_len};
use super::{DIGEST_BYTES, MAGIC};
use crate::record::{NewRecord, PartitionKey};

/// The partition key of every aggregate of more than one record; its explicit hash key says where it goes.
const AGGREGATE_KEY: &str = "a";

/// Gathers records until they fill a record of a given size.
#[derive(Debug)]
pub struct Aggregator {
    bytes_max: usize,
    partition_keys: Table<PartitionKey>,
    explicit_hash_keys: Table<HashKey>,
    records: Vec<u8>,
    tables_len: usize,
    count: usize,
    first: Option<NewRecord>,
}

/// There is no room for the record; it is given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full(pub NewRecord);

impl Aggregator {
    /// Aggregates of at most so many bytes of data and key (a record counts both).
    pub fn new(bytes_max: usize) -> Self {
        Self {
            bytes_max,
            partition_keys: Table::default(),
            explicit_hash_keys: Table::default(),
            records: Vec::new(),
            tables_len: 0,
            count: 0,
            first: None,
        }
    }

    /// Records gathered.
    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Data and key of the aggregate as it would be now.
    pub fn len_bytes(&self) -> usize {
        MAGIC.len() + self.tables_len + self.records.len() + DIGEST_BYTES + AGGREGATE_KEY.len()
    }

    /// Adds a record, unless the aggregate would be larger than it may. The first always fits, as it can go alone.
    pub fn push(&mut self, record: NewRecord) -> Result<(), Full> {
        let (key_index, key_is_new) = self.partition_keys.place(&record.partition_key);
        let hash_place = record.explicit_hash_key.map(|key| self.explicit_hash_keys.place(&key));
        let hash_text = record.explicit_hash_key.map(|key| key.to_string());

        let mut tables = if key_is_new { bytes_len(record.partition_key.len_bytes()) } else { 0 };
        let mut entry = 1 + varint_len(key_index) + bytes_len(record.data.len());
        if let (Some((index, is_new)), Some(text)) = (hash_place, &hash_text) {
            entry += 1 + varint_len(index);
            tables += if is_new { bytes_len(text.len()) } else { 0 };
        }
        if self.count > 0 && self.len_bytes() + tables + bytes_len(entry) > self.bytes_max {
            return Err(Full(record));
        }

        self.tables_len += tables;
        self.partition_keys.keep(&record.partition_key);
        record.explicit_hash_key.inspect(|key| self.explicit_hash_keys.keep(key));
        let mut encoded = Vec::with_capacity(entry);
        put_number(1, key_index, &mut encoded);
        hash_place.inspect(|(index, _)| put_number(2, *index, &mut encoded));
        put_bytes(3, &record.data, &mut encoded);
        debug_assert_eq!(encoded.len(), entry, "a record is written as it was measured");
        put_bytes(3, &encoded, &mut self.records);
        self.count += 1;
        self.first.get_or_insert(record);
        Ok(())
    }

    /// The record to put, and the aggregator empty again. `None` where nothing was gathered.
    pub fn take(&mut self) -> Option<NewRecord> {
        let gathered = std::mem::replace(self, Self::new(self.bytes_max));
        let bytes = gathered.len_bytes();
        let first = gathered.first?;
        // Data that looks like an aggregate is wrapped even alone, so that readers find it as it was.
        if gathered.count == 1 && !first.data.starts_with(&MAGIC) {
            return Some(first);
        }
        let mut data = Vec::with_capacity(bytes);
        data.extend_from_slice(&MAGIC);
        for key in &gathered.partition_keys.entries {
            put_bytes(1, key.as_str().as_bytes(), &mut data);
        }
        for key in &gathered.explicit_hash_keys.entries {
            put_bytes(2, key.to_string().as_bytes(), &mut data);
        }
        data.extend_from_slice(&gathered.records);
        let digest = Md5::digest(&data[MAGIC.len()..]);
        data.extend_from_slice(&digest);
        debug_assert_eq!(
            data.len() + AGGREGATE_KEY.len(),
            bytes,
            "an aggregate is written as it was measured"
        );
        Some(NewRecord {
            partition_key: AGGREGATE_KEY.into(),
            explicit_hash_key: Some(first.hash_key()),
            data: data.into(),
        })
    }
}

/// Values in the order in which they came, each once.
#[derive(Debug)]
struct Table<T> {
    entries: Vec<T>,
    places: HashMap<T, u64>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Table<T> {
    /// Where the value stands, or would, and whether it would be new.
    fn place(&self, value: &T) -> (u64, bool) {
        match self.places.get(value) {
            Some(place) => (*place, false),
            None => (self.entries.len() as u64, true),
        }
    }

    fn keep(&mut self, value: &T) {
        let (place, is_new) = self.place(value);
        if is_new {
            self.entries.push(value.clone());
            self.places.insert(value.clone(), place);
        }
    }
}
