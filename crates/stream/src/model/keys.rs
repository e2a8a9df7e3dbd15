//! The key families of the stream engine. Names cannot hold a slash, numbers are fixed-width hexadecimal: key order is
//! the order of names and of shards, and no key is a prefix of another family's.

use std::ops::Range;

use bytes::Bytes;
use headwater_types::{ConsumerName, ShardId, StreamArn};

/// Everything of this engine begins with it.
pub const FAMILY: &str = "stream/";
const STREAMS: &str = "stream/stream/";

/// The next free numbers: [`super::Allocator`].
pub fn allocator() -> Bytes {
    Bytes::from_static(b"stream/allocator")
}

/// The key iterator tokens are sealed with: 32 bytes in hexadecimal.
pub fn token_secret() -> Bytes {
    Bytes::from_static(b"stream/token-secret")
}

pub fn stream(arn: &StreamArn) -> Bytes {
    format!("{STREAMS}{}/{}/{}", arn.scope.account, arn.scope.region, arn.stream).into()
}

pub fn streams() -> Range<Bytes> {
    prefix_range(STREAMS)
}

/// The account, region and name in a [`stream`] key.
pub fn stream_of(key: &[u8]) -> Option<StreamArn> {
    let text = std::str::from_utf8(key).ok()?.strip_prefix(STREAMS)?;
    let mut parts = text.split('/');
    let account = headwater_types::AccountId::parse(parts.next()?)?;
    let region = headwater_types::Region::parse(parts.next()?)?;
    let stream = headwater_types::StreamName::parse(parts.next()?)?;
    let scope = headwater_types::Scope { account, region };
    parts.next().is_none().then_some(StreamArn { scope, stream })
}

pub fn shard(uid: u64, shard: ShardId) -> Bytes {
    format!("stream/shard/{uid:016x}/{:08x}", shard.0).into()
}

pub fn shards(uid: u64) -> Range<Bytes> {
    prefix_range(&format!("stream/shard/{uid:016x}/"))
}

pub fn consumer(uid: u64, consumer: &ConsumerName) -> Bytes {
    format!("stream/consumer/{uid:016x}/{consumer}").into()
}

pub fn consumers(uid: u64) -> Range<Bytes> {
    prefix_range(&format!("stream/consumer/{uid:016x}/"))
}

/// Every key that begins with `prefix`, which ends in a slash: `0` follows it.
fn prefix_range(prefix: &str) -> Range<Bytes> {
    let body = prefix.strip_suffix('/').expect("a key family ends in a slash");
    Bytes::copy_from_slice(prefix.as_bytes())..Bytes::from(format!("{body}0"))
}
