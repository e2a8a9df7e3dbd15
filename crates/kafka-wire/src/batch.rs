//! A whole RecordBatch v2: its header, checked against its bytes, and the way to its records.
//!
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

use bytes::Bytes;

use crate::codec::{self, UNPACKED_BYTES_MAX};
use crate::header::{
    self, ATTRIBUTES_AT, BatchError, BatchHeader, Compression, HEADER_BYTES, LENGTH_END, MAGIC,
    RECORD_BYTES_MIN, array,
};
use crate::records::Records;

/// A batch whose frame holds: the lengths agree, the count is possible, and (from [`RecordBatch::parse`]) the checksum is
/// right. Its records may still be malformed one by one.
#[derive(Clone, Debug)]
pub struct RecordBatch {
    pub header: BatchHeader,
    bytes: Bytes,
}

impl RecordBatch {
    /// Reads exactly one batch from bytes that came over a network: everything is checked, the checksum included.
    pub fn parse(bytes: Bytes) -> Result<Self, BatchError> {
        let batch = Self::parse_trusted(bytes)?;
        let actual = crc32c::crc32c(&batch.bytes[ATTRIBUTES_AT..]);
        let expected = batch.header.crc;
        if actual != expected {
            return Err(BatchError::Checksum { expected, actual });
        }
        Ok(batch)
    }

    /// Reads exactly one batch whose bytes somebody else has checksummed already (the store's frame does).
    pub fn parse_trusted(bytes: Bytes) -> Result<Self, BatchError> {
        if bytes.len() < HEADER_BYTES {
            return Err(BatchError::Short { actual: bytes.len(), needed: HEADER_BYTES });
        }
        let magic = bytes[16] as i8;
        if magic != MAGIC {
            return Err(BatchError::Magic(magic));
        }
        let claimed = i64::from(i32::from_be_bytes(array(&bytes, 8))) + LENGTH_END as i64;
        if claimed != bytes.len() as i64 {
            return Err(BatchError::Length { claimed, actual: bytes.len() });
        }
        let header = header::read(&bytes)?;
        Ok(Self { header, bytes })
    }

    /// Whether the batch only stands for its offsets, as what Kafka's cleaner leaves where no record remains.
    pub fn is_empty(&self) -> bool {
        self.header.record_count == 0
    }

    /// The records in order. Those of a compressed batch are unpacked first, [`UNPACKED_BYTES_MAX`] bytes at most.
    pub fn records(&self) -> Result<Records, BatchError> {
        Ok(Records::new(self.unpacked()?, &self.header))
    }

    /// The bytes of all records, one after the other.
    pub(crate) fn unpacked(&self) -> Result<Bytes, BatchError> {
        let codec = self.header.compression;
        if codec == Compression::None || self.is_empty() {
            return Ok(self.bytes.slice(HEADER_BYTES..));
        }
        let unpacked = codec::unpack(codec, &self.bytes[HEADER_BYTES..], UNPACKED_BYTES_MAX)?;
        let count = self.header.record_count;
        if count as usize > unpacked.len() / RECORD_BYTES_MIN {
            return Err(BatchError::Count { count: count as i32, bytes: unpacked.len() });
        }
        Ok(unpacked.into())
    }

    pub(crate) fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}
