//! The key families of the stream engine. Names cannot hold a slash, numbers are fixed-width hexadecimal: key order is
//! the order of names and of shards, and no key is a prefix of another family's.

use std::ops::Range;

use bytes::Bytes;
use headwater_types::{AccountId, ConsumerName, Region, Scope, ShardId, StreamArn, StreamName};

/// Everything of this engine begins with it.
pub const FAMILY: &str = "stream/";
const STREAMS: &str = "stream/stream/";
const ACCOUNTS: &str = "stream/account/";

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
    let account = AccountId::parse(parts.next()?)?;
    let region = Region::parse(parts.next()?)?;
    let stream = StreamName::parse(parts.next()?)?;
    let scope = Scope { account, region };
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

pub fn account(scope: &Scope) -> Bytes {
    format!("{ACCOUNTS}{}/{}", scope.account, scope.region).into()
}

pub fn accounts() -> Range<Bytes> {
    prefix_range(ACCOUNTS)
}

/// The account and region in an [`account`] key.
pub fn account_of(key: &[u8]) -> Option<Scope> {
    let text = std::str::from_utf8(key).ok()?.strip_prefix(ACCOUNTS)?;
    let (account, region) = text.split_once('/')?;
    Some(Scope { account: AccountId::parse(account)?, region: Region::parse(region)? })
}

/// Every key that begins with `prefix`, which ends in a slash: `0` follows it.
fn prefix_range(prefix: &str) -> Range<Bytes> {
    let body = prefix.strip_suffix('/').expect("a key family ends in a slash");
    Bytes::copy_from_slice(prefix.as_bytes())..Bytes::from(format!("{body}0"))
}
