//! The key family of delivery streams. No key is a prefix of another family's, and names cannot hold a slash.
//!
//! ```text
//! delivery/next-id                              the next free number, decimal
//! delivery/stream/<account>/<region>/<name>     DeliveryStream
//! delivery/progress/<id, 16 hex digits>         Progress
//! delivery/pending/<id, 16 hex digits>          PendingObject
//! ```

use std::ops::Range;

use bytes::Bytes;
use headwater_types::{AccountId, Region, Scope};

use super::model::{DeliveryArn, DeliveryId, DeliveryName};

const STREAMS: &str = "delivery/stream/";

pub fn next_id() -> Bytes {
    Bytes::from_static(b"delivery/next-id")
}

pub fn stream(arn: &DeliveryArn) -> Bytes {
    format!("{STREAMS}{}/{}/{}", arn.scope.account, arn.scope.region, arn.name).into()
}

pub fn streams() -> Range<Bytes> {
    // `0` follows the slash.
    Bytes::from_static(STREAMS.as_bytes())..Bytes::from_static(b"delivery/stream0")
}

/// Who stands under a [`stream`] key.
pub fn arn_of(key: &[u8]) -> Option<DeliveryArn> {
    let mut parts = std::str::from_utf8(key).ok()?.strip_prefix(STREAMS)?.split('/');
    let account = AccountId::parse(parts.next()?)?;
    let region = Region::parse(parts.next()?)?;
    let name = DeliveryName::parse(parts.next()?)?;
    parts.next().is_none().then_some(DeliveryArn { scope: Scope { account, region }, name })
}

pub fn progress(id: DeliveryId) -> Bytes {
    format!("delivery/progress/{:016x}", id.0).into()
}

pub fn pending(id: DeliveryId) -> Bytes {
    format!("delivery/pending/{:016x}", id.0).into()
}
