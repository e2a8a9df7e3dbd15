//! Request bodies, built before the clock starts.
//!
//! A pool of distinct bodies is sent round and round: enough of them that partition keys spread evenly over the shards,
//! few enough to stay in memory. The data is JSON whose filler is random, so that an endpoint that compresses gains no
//! more than it would on real records.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use headwater_runtime::Entropy;

use super::connection::Prepared;
use super::wire::Wire;

/// Memory one pool may take.
const POOL_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Bodies of one pool at most: with one record each, enough keys for an even spread over many shards.
const POOL_BODIES_MAX: usize = 4096;
/// Bodies of one pool at least, however large they are.
const POOL_BODIES_MIN: usize = 4;

/// What one request carries.
#[derive(Clone, Copy)]
pub struct Shape {
    pub batch: usize,
    pub record_bytes: usize,
}

impl Shape {
    pub fn payload_bytes(self) -> usize {
        self.batch * self.record_bytes
    }
}

/// Builds a pool of PutRecord (batch 1 and `single`) or PutRecords bodies.
pub fn pool(stream: &str, shape: Shape, single: bool, wire: Wire) -> Vec<Prepared> {
    let mut builder = Builder { entropy: Entropy::seeded(0x6865_6164), keys: 0 };
    let bodies =
        (POOL_BYTES_MAX / (shape.payload_bytes() * 4 / 3 + 256)).clamp(POOL_BODIES_MIN, POOL_BODIES_MAX);
    (0..bodies).map(|_| Prepared::new(builder.body(stream, shape, single, wire).0, wire)).collect()
}

/// A PutRecord or PutRecords body whose records carry the time at which they were sent.
pub struct Stamped {
    body: Vec<u8>,
    /// Where each record's data begins in `body`.
    data_at: Vec<usize>,
}

impl Stamped {
    /// Variants of one body, so that keys spread over the shards; `lane` keeps the lanes' keys apart.
    pub fn pool(stream: &str, shape: Shape, lane: usize) -> Vec<Self> {
        let mut builder = Builder { entropy: Entropy::seeded(lane as u64), keys: lane as u64 * 1_000_000 };
        (0..64)
            .map(|_| {
                let (body, data_at) = builder.body(stream, shape, shape.batch == 1, Wire::Json);
                Self { body, data_at }
            })
            .collect()
    }

    /// The body with `sent` written into every record.
    pub fn at(&mut self, sent: Duration) -> Prepared {
        let text = STANDARD.encode(stamp(sent));
        for at in &self.data_at {
            self.body[*at..*at + 32].copy_from_slice(text.as_bytes());
        }
        Prepared::new(self.body.clone(), Wire::Json)
    }
}

/// The first 24 bytes of stamped data: `{"at":"` and 16 hexadecimal digits of nanoseconds. 24 bytes are exactly 32
/// characters of base64, so that a stamp can be replaced in place.
fn stamp(sent: Duration) -> [u8; 24] {
    let text = format!("{{\"at\":\"{:016x}\"", sent.as_nanos() as u64);
    let mut bytes = [b' '; 24];
    bytes.copy_from_slice(text.as_bytes());
    bytes
}

/// Reads what [`stamp`] wrote; `None` for records of other producers.
pub fn read_stamp(bytes: [u8; 24]) -> Option<Duration> {
    let digits = bytes.strip_prefix(b"{\"at\":\"")?.strip_suffix(b"\"")?;
    Some(Duration::from_nanos(u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?))
}

struct Builder {
    entropy: Entropy,
    keys: u64,
}

impl Builder {
    /// One body, and where each record's data begins in it.
    fn body(&mut self, stream: &str, shape: Shape, single: bool, wire: Wire) -> (Vec<u8>, Vec<usize>) {
        let mut records: Vec<(Vec<u8>, String)> = Vec::with_capacity(shape.batch);
        for _ in 0..if single { 1 } else { shape.batch } {
            self.keys += 1;
            records.push((self.data(shape.record_bytes), format!("device-{:08}", self.keys)));
        }
        if single { wire.put_record(stream, &records[0]) } else { wire.put_records(stream, &records) }
    }

    /// A JSON object of exactly that many bytes (at least 32).
    fn data(&self, bytes: usize) -> Vec<u8> {
        let mut data = stamp(Duration::ZERO).to_vec();
        data.extend_from_slice(b",\"r\":\"");
        let mut noise = vec![0; bytes.saturating_sub(data.len() + 2)];
        self.entropy.fill(&mut noise);
        // 64 characters that JSON strings need not escape.
        data.extend(noise.iter().map(|b| {
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[usize::from(b & 63)]
        }));
        data.extend_from_slice(b"\"}");
        data
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn data_of(record: &Value) -> Vec<u8> {
        STANDARD.decode(record["Data"].as_str().unwrap()).unwrap()
    }

    #[test]
    fn bodies_are_json_with_records_of_the_asked_size() {
        for record_bytes in [32, 100, 1024] {
            let shape = Shape { batch: 3, record_bytes };
            let body: Value = serde_json::from_slice(&pool("s", shape, false, Wire::Json)[1].bytes).unwrap();
            assert_eq!(body["StreamName"], "s");
            for record in body["Records"].as_array().unwrap() {
                let data = data_of(record);
                assert_eq!(data.len(), record_bytes);
                serde_json::from_slice::<Value>(&data).unwrap();
            }
            let single: Value = serde_json::from_slice(&pool("s", shape, true, Wire::Json)[0].bytes).unwrap();
            assert_eq!(data_of(&single).len(), record_bytes);
        }
    }

    #[test]
    fn a_stamp_reads_back_from_every_record() {
        let mut stamped = Stamped::pool("s", Shape { batch: 2, record_bytes: 64 }, 1).remove(0);
        for nanos in [1_u64, 123_456_789_012] {
            let body: Value = serde_json::from_slice(&stamped.at(Duration::from_nanos(nanos)).bytes).unwrap();
            for record in body["Records"].as_array().unwrap() {
                let data = data_of(record);
                serde_json::from_slice::<Value>(&data).unwrap();
                assert_eq!(read_stamp(data[..24].try_into().unwrap()), Some(Duration::from_nanos(nanos)));
            }
        }
        assert_eq!(read_stamp(*b"some other record's data"), None);
    }
}
