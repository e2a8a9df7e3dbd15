//! A whole RecordBatch v2: its header, checked against its bytes, and the way to its records.
//!
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

use bytes::Bytes;

use crate::header::{
    self, ATTRIBUTES_AT, BatchError, BatchHeader, Compression, HEADER_BYTES, LENGTH_END, MAGIC, array,
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

    /// The records in order. Fails at once for a compressed batch.
    pub fn records(&self) -> Result<Records, BatchError> {
        match self.header.compression {
            Compression::None => Ok(Records::new(self.bytes.slice(HEADER_BYTES..), &self.header)),
            codec => Err(BatchError::Compressed(codec)),
        }
    }

    pub(crate) fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}
