//! Any bytes as the protobuf message of a KPL aggregate: whole or plain data; what was read can be gathered again.
#![no_main]

use bytes::Bytes;
use headwater_stream::NewRecord;
use headwater_stream::aggregate::{Aggregate, Aggregator, MAGIC};
use libfuzzer_sys::fuzz_target;
use md5::{Digest, Md5};

fuzz_target!(|data: &[u8]| {
    let raw = Aggregate::read(&Bytes::copy_from_slice(data));
    assert!(raw.is_none() || data.starts_with(&MAGIC));
    let sealed: Bytes = [&MAGIC[..], data, &Md5::digest(data)].concat().into();
    let Some(aggregate) = Aggregate::read(&sealed) else { return };
    let mut aggregator = Aggregator::new(usize::MAX);
    let mut count = 0;
    for record in aggregate.clone() {
        let record = NewRecord {
            partition_key: record.partition_key,
            explicit_hash_key: record.explicit_hash_key,
            data: record.data,
        };
        assert!(aggregator.push(record).is_ok());
        count += 1;
    }
    assert_eq!(count, aggregate.len());
    let Some(again) = aggregator.take() else { return };
    if let Some(again) = Aggregate::read(&again.data).filter(|_| count > 1) {
        assert!(again.into_iter().eq(aggregate));
    }
});
