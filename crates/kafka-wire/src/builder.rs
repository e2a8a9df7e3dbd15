//! Builds an uncompressed RecordBatch v2: every record is written once, straight behind the header.

use bytes::{BufMut, Bytes, BytesMut};

use crate::header::{ATTRIBUTES_AT, COUNT_AT, CRC_AT, HEADER_BYTES, LENGTH_END, MAGIC};
use crate::varint;

/// A header of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    pub name: &'a str,
    pub value: Option<&'a [u8]>,
}

/// A record to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewRecord<'a> {
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    pub headers: &'a [Header<'a>],
}

/// Gathers records into one batch of one timestamp: that of the request which brought them. Base offset, leader epoch
/// and producer fields are left at "none"; the log's reader patches the offset.
#[derive(Debug)]
pub struct BatchBuilder {
    bytes: BytesMut,
    count: u32,
    timestamp: i64,
}

impl BatchBuilder {
    /// Bytes a record adds besides its key, value and headers, at most.
    pub const RECORD_OVERHEAD_BYTES_MAX: usize = 5 + 1 + 1 + 5 + 5 + 5 + 5;

    /// `records_bytes` is a guess at the size of all records with their overhead; a wrong one costs a copy.
    pub fn with_capacity(records_bytes: usize, timestamp_ms: i64) -> Self {
        let mut bytes = BytesMut::with_capacity(HEADER_BYTES + records_bytes);
        bytes.put_bytes(0, HEADER_BYTES);
        Self { bytes, count: 0, timestamp: timestamp_ms }
    }

    pub fn record_count(&self) -> u32 {
        self.count
    }

    /// Bytes of the batch so far, its header included.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Appends a record. Keys, values and the batch must each stay below 2^31 bytes.
    pub fn push(&mut self, record: NewRecord<'_>) {
        let offset_delta = i64::from(self.count);
        let length = body_length(&record, offset_delta);
        assert!(self.bytes.len() + length < i32::MAX as usize, "a batch stays below 2^31 bytes");
        self.bytes.reserve(length + 5);
        varint::put(&mut self.bytes, length as i64);
        self.bytes.put_u8(0); // attributes: none are defined
        varint::put(&mut self.bytes, 0); // timestamp delta
        varint::put(&mut self.bytes, offset_delta);
        put_nullable(&mut self.bytes, record.key);
        put_nullable(&mut self.bytes, record.value);
        varint::put(&mut self.bytes, record.headers.len() as i64);
        for header in record.headers {
            put_nullable(&mut self.bytes, Some(header.name.as_bytes()));
            put_nullable(&mut self.bytes, header.value);
        }
        self.count += 1;
    }

    /// The finished batch. There must be at least one record in it.
    pub fn finish(mut self) -> Bytes {
        assert!(self.count > 0, "a batch holds at least one record");
        let length = (self.bytes.len() - LENGTH_END) as i32;
        let mut header = &mut self.bytes[..HEADER_BYTES];
        header.put_i64(0); // base offset
        header.put_i32(length);
        header.put_i32(-1); // partition leader epoch
        header.put_i8(MAGIC);
        header.put_u32(0); // checksum, below
        header.put_i16(0); // attributes: no codec, create time
        header.put_i32(self.count as i32 - 1);
        header.put_i64(self.timestamp); // base
        header.put_i64(self.timestamp); // max
        header.put_i64(-1); // producer id
        header.put_i16(-1); // producer epoch
        header.put_i32(-1); // base sequence
        header.put_i32(self.count as i32);
        let crc = crc32c::crc32c(&self.bytes[ATTRIBUTES_AT..]);
        self.bytes[CRC_AT..ATTRIBUTES_AT].copy_from_slice(&crc.to_be_bytes());
        debug_assert_eq!(COUNT_AT + 4, HEADER_BYTES);
        self.bytes.freeze()
    }
}

fn body_length(record: &NewRecord<'_>, offset_delta: i64) -> usize {
    let headers: usize = record
        .headers
        .iter()
        .map(|header| nullable_length(Some(header.name.as_bytes())) + nullable_length(header.value))
        .sum();
    1 + 1
        + varint::length(offset_delta)
        + nullable_length(record.key)
        + nullable_length(record.value)
        + varint::length(record.headers.len() as i64)
        + headers
}

fn nullable_length(bytes: Option<&[u8]>) -> usize {
    bytes.map_or(1, |bytes| varint::length(bytes.len() as i64) + bytes.len())
}

fn put_nullable(into: &mut BytesMut, bytes: Option<&[u8]>) {
    match bytes {
        Some(bytes) => {
            varint::put(into, bytes.len() as i64);
            into.put_slice(bytes);
        }
        None => varint::put(into, -1),
    }
}
