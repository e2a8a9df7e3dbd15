//! What a delivery stream is, as it stands in the store. JSON, so that a dump of the state reads itself; fields added
//! later carry `#[serde(default)]`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use headwater_types::{PartitionId, Scope, StreamArn, Timestamp};
use serde::{Deserialize, Serialize};

use crate::s3::Compression;

/// Partitions of delivery streams have this in their top byte; streams number theirs below another.
const PARTITION_FAMILY: u64 = 0x02 << 56;

/// A delivery stream's name: `[a-zA-Z0-9_.-]{1,64}`. Cheap to clone.
/// <https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html>
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeliveryName(Arc<str>);

impl DeliveryName {
    pub fn parse(text: &str) -> Option<Self> {
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
        ((1..=64).contains(&text.len()) && text.bytes().all(legal)).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeliveryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `arn:aws:firehose:{region}:{account}:deliverystream/{name}`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeliveryArn {
    pub scope: Scope,
    pub name: DeliveryName,
}

impl fmt::Display for DeliveryArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scope { account, region } = &self.scope;
        write!(f, "arn:aws:firehose:{region}:{account}:deliverystream/{}", self.name)
    }
}

/// The number of a delivery stream: never given out twice, so that one created again under an old name is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DeliveryId(pub u64);

impl DeliveryId {
    /// Where its DirectPut records wait.
    pub fn partition(self) -> PartitionId {
        PartitionId(PARTITION_FAMILY | self.0)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeliveryStream {
    pub id: DeliveryId,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    pub updated_ms: Option<i64>,
    /// From 1, one more with every change of the destination.
    pub version: u64,
    pub source: Source,
    pub destination: Destination,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Source {
    DirectPut {
        throughput_hint_mbs: Option<u32>,
    },
    Kinesis {
        /// `arn:aws:kinesis:…`
        stream: String,
        role: String,
        /// From when on records are delivered, in milliseconds since the epoch.
        from_ms: i64,
    },
}

impl Source {
    pub fn is_direct_put(&self) -> bool {
        matches!(self, Self::DirectPut { .. })
    }

    /// The stream that is read, for a Kinesis source.
    pub fn stream(&self) -> Option<StreamArn> {
        match self {
            Self::DirectPut { .. } => None,
            Self::Kinesis { stream, .. } => StreamArn::parse(stream),
        }
    }
}

/// An S3 destination with everything resolved: no member is left to a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Destination {
    pub role: String,
    pub bucket_arn: String,
    #[serde(default)]
    pub prefix: Option<String>,
    #[serde(default)]
    pub error_output_prefix: Option<String>,
    pub size_mbs: u32,
    pub interval_secs: u32,
    pub compression: Compression,
    #[serde(default)]
    pub logging: Option<Logging>,
    #[serde(default)]
    pub processing: Option<Processing>,
    #[serde(default)]
    pub conversion: Option<Conversion>,
    #[serde(default)]
    pub file_extension: Option<String>,
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Whether it was configured by the extended form, which alone has the last four.
    #[serde(default)]
    pub extended: bool,
}

impl Destination {
    /// The bucket's name.
    pub fn bucket(&self) -> &str {
        self.bucket_arn.rsplit(":::").next().unwrap_or_default()
    }

    /// Converts records to columns, if that is configured and enabled.
    pub fn active_conversion(&self) -> Option<&Conversion> {
        self.conversion.as_ref().filter(|conversion| conversion.enabled)
    }

    /// What object names end with.
    pub fn extension(&self) -> &str {
        match self.file_extension.as_deref() {
            Some(extension) if !extension.is_empty() => extension,
            _ if self.active_conversion().is_some() => ".parquet",
            _ => self.compression.extension(),
        }
    }

    /// What is put behind every record.
    pub fn delimiter(&self) -> Option<String> {
        let processing = self.processing.as_ref().filter(|processing| processing.enabled)?;
        let processor = processing.processors.iter().find(|p| p.kind == APPEND_DELIMITER)?;
        let given = processor.parameters.iter().find(|(name, _)| name == "Delimiter");
        Some(given.map_or_else(|| "\n".to_owned(), |(_, value)| unescape(value)))
    }
}

pub const APPEND_DELIMITER: &str = "AppendDelimiterToRecord";

/// Delimiters are written escaped, as `\n`: the API does not take one that is white space only.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('0') => out.push('\0'),
            Some('\\') | None => out.push('\\'),
            Some(other) => out.extend(['\\', other]),
        }
    }
    out
}

/// Kept for Describe, and named in the server's log, where errors of delivery go; they are in the console too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Logging {
    pub enabled: Option<bool>,
    pub group: Option<String>,
    pub stream: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Processing {
    pub enabled: bool,
    pub processors: Vec<Processor>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Processor {
    pub kind: String,
    pub parameters: Vec<(String, String)>,
}

/// JSON to columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conversion {
    pub enabled: bool,
    pub schema: Option<TableRef>,
    pub input: Option<JsonInput>,
    pub parquet: Option<ParquetOutput>,
}

/// Which table's columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRef {
    pub role: Option<String>,
    pub catalog: Option<String>,
    pub database: Option<String>,
    pub table: Option<String>,
    pub region: Option<String>,
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum JsonInput {
    OpenX {
        dots_to_underscores: Option<bool>,
        /// True where absent.
        case_insensitive: Option<bool>,
        /// Column to JSON key.
        keys: Option<BTreeMap<String, String>>,
    },
    Hive {
        timestamp_formats: Option<Vec<String>>,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ParquetOutput {
    pub block_bytes: Option<u32>,
    pub page_bytes: Option<u32>,
    /// `UNCOMPRESSED`, `GZIP` or `SNAPPY`, the default.
    pub compression: Option<String>,
    pub dictionary: Option<bool>,
    pub max_padding_bytes: Option<u32>,
    /// `V1`, the default, or `V2`.
    pub writer_version: Option<String>,
}

/// How far a delivery stream has come: one commit with the removal of the pending object it stands for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The next offset to deliver, by log: a shard's id, or [`DIRECT_PUT_LOG`].
    pub next: BTreeMap<String, u64>,
    /// Shards that were delivered to their end, as long as the stream lists them.
    #[serde(default)]
    pub finished: Vec<String>,
    #[serde(default)]
    pub records: u64,
    #[serde(default)]
    pub bytes: u64,
    #[serde(default)]
    pub objects: u64,
    /// Records that went to the error prefix.
    #[serde(default)]
    pub failed_records: u64,
    /// Records given up after the retention of undelivered data, or taken by the source's retention before they were
    /// delivered.
    #[serde(default)]
    pub expired_records: u64,
    /// The newest objects, newest first, at most [`RECENT_OBJECTS`].
    #[serde(default)]
    pub recent: Vec<Delivered>,
}

/// The one log of a DirectPut stream.
pub const DIRECT_PUT_LOG: &str = "put";
pub const RECENT_OBJECTS: usize = 8;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivered {
    pub bucket: String,
    pub key: String,
    pub records: u64,
    /// Of the records, before compression.
    pub bytes: u64,
    pub at_ms: i64,
}

/// An object that is about to be uploaded: written before the upload, so that whoever finds it after a crash makes the
/// very same object again, under the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PendingObject {
    pub key: String,
    /// Where records go that cannot be converted.
    pub error_key: String,
    /// The destination it was planned for, and its version.
    pub destination: Destination,
    pub version: u64,
    /// In the order of the object's records.
    pub ranges: Vec<LogRange>,
    pub records: u64,
    pub bytes: u64,
    pub oldest_ms: i64,
    pub planned_ms: i64,
    /// Records that were lost to the source's retention on the way to this object; they count when it is delivered.
    #[serde(default)]
    pub expired: u64,
}

/// Records of one log, `from` to before `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRange {
    pub log: String,
    pub from: u64,
    pub to: u64,
    /// Whether the log ends at `to` for ever.
    #[serde(default)]
    pub ends: bool,
}

impl DeliveryStream {
    pub fn created(&self) -> Timestamp {
        Timestamp(self.created_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delimiter_is_given_escaped() {
        for (given, delimiter) in
            [("\\n", "\n"), ("\\r\\n", "\r\n"), ("|", "|"), ("\\\\", "\\"), ("\\x", "\\x")]
        {
            assert_eq!(unescape(given), delimiter);
        }
    }

    #[test]
    fn a_name_is_shorter_than_a_streams() {
        assert!(DeliveryName::parse(&"x".repeat(64)).is_some());
        for bad in ["", "a b", "a/b", &"x".repeat(65)] {
            assert_eq!(DeliveryName::parse(bad), None, "{bad}");
        }
    }
}
