//! The 61-byte header of a RecordBatch v2, and what must hold before its records are read.
//!
//! The CRC covers everything from the attributes on; base offset, length, leader epoch and magic stand before it, so a
//! reader may patch the base offset without touching the rest. A batch without records is one too: Kafka's cleaner leaves
//! such headers behind for what it took away.
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

/// Header bytes before the first record.
pub const HEADER_BYTES: usize = 61;
/// The smallest record: length, attributes, timestamp delta, offset delta, null key, null value, no headers.
pub(crate) const RECORD_BYTES_MIN: usize = 7;

pub(crate) const MAGIC: i8 = 2;
/// Bytes before the part that `batchLength` counts: base offset and the length itself.
pub(crate) const LENGTH_END: usize = 12;
pub(crate) const CRC_AT: usize = 17;
/// Where the checksummed part begins.
pub(crate) const ATTRIBUTES_AT: usize = 21;
pub(crate) const COUNT_AT: usize = 57;

const ATTRIBUTE_COMPRESSION: i16 = 0b111;
const ATTRIBUTE_LOG_APPEND_TIME: i16 = 1 << 3;
const ATTRIBUTE_TRANSACTIONAL: i16 = 1 << 4;
const ATTRIBUTE_CONTROL: i16 = 1 << 5;

/// The codec a batch's records are packed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    None,
    Gzip,
    Snappy,
    Lz4,
    Zstd,
    /// A number no version of Kafka gives a meaning.
    Unknown(u8),
}

impl Compression {
    fn of(attributes: i16) -> Self {
        match attributes & ATTRIBUTE_COMPRESSION {
            0 => Self::None,
            1 => Self::Gzip,
            2 => Self::Snappy,
            3 => Self::Lz4,
            4 => Self::Zstd,
            other => Self::Unknown(other as u8),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    #[error("a record batch of {actual} bytes is shorter than its {needed} bytes")]
    Short { actual: usize, needed: usize },
    #[error("record batch magic {0} is not supported: send version 2")]
    Magic(i8),
    #[error("the record batch claims a length of {claimed} bytes but {actual} were given")]
    Length { claimed: i64, actual: usize },
    #[error("the record batch's checksum is {actual:#010x}, its header says {expected:#010x}")]
    Checksum { expected: u32, actual: u32 },
    #[error("{count} records cannot stand in {bytes} bytes")]
    Count { count: i32, bytes: usize },
    #[error("the last offset delta {last_offset_delta} does not fit {count} records")]
    LastOffsetDelta { last_offset_delta: i32, count: i32 },
    #[error("the records are compressed with codec {0}, which no version of Kafka knows")]
    UnknownCodec(u8),
    #[error("the records cannot be unpacked as {codec:?}: {what}")]
    Packed { codec: Compression, what: String },
    #[error("the records, packed as {codec:?}, unfold to more than {bytes_max} bytes")]
    Unfolds { codec: Compression, bytes_max: usize },
    #[error("record {index} of the batch is malformed: {what}")]
    Record { index: u32, what: &'static str },
    #[error("{0} bytes stand after the last record of the batch")]
    TrailingBytes(usize),
}

/// The fields of a batch's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchHeader {
    pub base_offset: i64,
    pub partition_leader_epoch: i32,
    pub crc: u32,
    pub compression: Compression,
    /// Timestamps are the broker's append time instead of the producer's.
    pub is_log_append_time: bool,
    pub is_transactional: bool,
    pub is_control: bool,
    pub last_offset_delta: i32,
    /// Milliseconds since the Unix epoch, as are all timestamps here.
    pub base_timestamp: i64,
    pub max_timestamp: i64,
    /// -1 where the producer is not idempotent.
    pub producer_id: i64,
    pub producer_epoch: i16,
    pub base_sequence: i32,
    pub record_count: u32,
}

pub(crate) fn read(bytes: &[u8]) -> Result<BatchHeader, BatchError> {
    let attributes = i16::from_be_bytes(array(bytes, ATTRIBUTES_AT));
    let compression = Compression::of(attributes);
    let count = i32::from_be_bytes(array(bytes, COUNT_AT));
    let room = bytes.len() - HEADER_BYTES;
    // A compressed batch may hold more records than its bytes could uncompressed; whoever unpacks it will see.
    let possible = match count {
        0 => room == 0,
        _ => count > 0 && (compression != Compression::None || count as usize <= room / RECORD_BYTES_MIN),
    };
    if !possible {
        return Err(BatchError::Count { count, bytes: room });
    }
    let last_offset_delta = i32::from_be_bytes(array(bytes, 23));
    // Compaction may leave gaps, so the delta may be larger than the count allows, never smaller.
    if last_offset_delta < (count - 1).max(0) {
        return Err(BatchError::LastOffsetDelta { last_offset_delta, count });
    }
    Ok(BatchHeader {
        base_offset: i64::from_be_bytes(array(bytes, 0)),
        partition_leader_epoch: i32::from_be_bytes(array(bytes, 12)),
        crc: u32::from_be_bytes(array(bytes, CRC_AT)),
        compression,
        is_log_append_time: attributes & ATTRIBUTE_LOG_APPEND_TIME != 0,
        is_transactional: attributes & ATTRIBUTE_TRANSACTIONAL != 0,
        is_control: attributes & ATTRIBUTE_CONTROL != 0,
        last_offset_delta,
        base_timestamp: i64::from_be_bytes(array(bytes, 27)),
        max_timestamp: i64::from_be_bytes(array(bytes, 35)),
        producer_id: i64::from_be_bytes(array(bytes, 43)),
        producer_epoch: i16::from_be_bytes(array(bytes, 51)),
        base_sequence: i32::from_be_bytes(array(bytes, 53)),
        record_count: count as u32,
    })
}

/// `N` bytes at `at`; the caller has checked that the header is there.
pub(crate) fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes[at..at + N].try_into().expect("a slice of N bytes is an array of N bytes")
}
