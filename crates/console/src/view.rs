//! The JSON the page and programs see: readings turned into rates, shares and verdicts. `docs/API.md` describes it.
//!
//! All rates are per second, all times milliseconds since the epoch, all numbers rounded to what a person can read.

use headwater_types::limits::{CONSOLE_BINARY_BYTES_SHOWN, CONSOLE_RECORD_BYTES_SHOWN};
use serde::Serialize;

use crate::source::{Column, DeliveryReading, JobReading, RecordReading, Row};

/// Everything at once.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// When this was sampled.
    pub at: i64,
    pub server: ServerView,
    pub totals: Rates,
    pub streams: Vec<StreamView>,
    pub jobs: Vec<JobView>,
    pub deliveries: Vec<DeliveryView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<HistoryView>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServerView {
    pub address: String,
    pub version: String,
    /// `aws` or `off`.
    pub limits: String,
    pub uptime_ms: u64,
}

/// Per second, over the last sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rates {
    pub in_records: f64,
    pub in_bytes: f64,
    pub out_records: f64,
    pub out_bytes: f64,
    pub write_throttles: f64,
    pub read_throttles: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StreamView {
    /// `account/region/name`.
    pub id: String,
    pub account: String,
    pub region: String,
    pub name: String,
    pub arn: String,
    pub state: String,
    pub mode: String,
    pub retention_hours: u32,
    pub consumers: u32,
    pub created_at: i64,
    pub rates: Rates,
    pub shards_open: usize,
    pub shards_hot: usize,
    /// How far the slowest known reader of any shard is behind.
    pub behind_ms: Option<u64>,
    pub shards: Vec<ShardView>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShardView {
    pub id: String,
    pub parents: Vec<String>,
    /// Decimal, as the Kinesis API writes it: JSON numbers cannot hold 128 bits.
    pub starting_hash_key: String,
    pub ending_hash_key: String,
    /// Where the range begins in the 128-bit space, and how much of it it holds, as fractions of the whole.
    pub from: f64,
    pub share: f64,
    pub open: bool,
    pub rates: Rates,
    /// Write load against the shard's limit (1 MiB/s or 1,000 records/s, whichever is nearer), mean of ten seconds.
    /// 1 is the limit.
    pub load: f64,
    pub hot: Option<Hot>,
    /// Records refused in the last minute.
    pub throttled_last_minute: u64,
    pub behind_ms: Option<u64>,
    /// Since the server started.
    pub in_records_total: u64,
    pub in_bytes_total: u64,
}

/// Why a shard should be split, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hot {
    pub reason: HotReason,
    /// The middle of the range, ready for SplitShard; `None` where the range holds one key only.
    pub split_at: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HotReason {
    /// Writes were refused in the last ten seconds.
    Throttled,
    /// Load at or above 80 % of the limit.
    NearLimit,
    /// Limits are off, and the shard takes more than twice its share of the stream's traffic.
    Skewed,
}

/// Samples one second apart, the newest last, the newest at the overview's `at`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Series {
    pub in_records: Vec<f64>,
    pub in_bytes: Vec<f64>,
    pub out_records: Vec<f64>,
    pub out_bytes: Vec<f64>,
    pub throttles: Vec<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct HistoryView {
    pub step_ms: u64,
    pub totals: Series,
    /// By stream id.
    pub streams: std::collections::BTreeMap<String, StreamHistoryView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct StreamHistoryView {
    pub series: Series,
    /// Load of each open shard by its id.
    pub shard_load: std::collections::BTreeMap<String, Vec<f64>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JobView {
    #[serde(flatten)]
    pub reading: JobReading,
    pub records_in_rate: f64,
    pub records_out_rate: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeliveryView {
    /// `account/region/name`.
    pub id: String,
    #[serde(flatten)]
    pub reading: DeliveryReading,
    pub delivered_records_rate: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordView {
    pub shard: String,
    pub sequence_number: String,
    pub partition_key: String,
    pub arrival: i64,
    /// Length of the whole data.
    pub bytes: usize,
    /// The data, or its beginning, where it is UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The data, or its beginning, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hex: Option<String>,
    /// Whether the data is longer than what is shown.
    pub cut: bool,
}

impl RecordView {
    pub fn of(record: RecordReading) -> Self {
        let shown = &record.data[..record.data.len().min(CONSOLE_RECORD_BYTES_SHOWN)];
        let cut = shown.len() < record.data.len();
        let text = text_prefix(shown, cut);
        let hex = text.is_none().then(|| hex(&shown[..shown.len().min(CONSOLE_BINARY_BYTES_SHOWN)]));
        Self {
            shard: record.shard,
            sequence_number: record.sequence_number,
            partition_key: record.partition_key,
            arrival: record.arrival.as_millis(),
            bytes: record.data.len(),
            cut: cut || (hex.is_some() && shown.len() > CONSOLE_BINARY_BYTES_SHOWN),
            text,
            hex,
        }
    }
}

/// The bytes as text. Where they were cut, a character that lost its end is left out; else it makes them binary.
fn text_prefix(bytes: &[u8], cut: bool) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if cut && error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let binary = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    (!text.chars().any(binary)).then(|| text.to_owned())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char])
        .collect()
}

/// The newest rows of a job.
#[derive(Clone, Debug, Serialize)]
pub struct RowsView {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// Three significant digits below 100, whole numbers above: more is noise on a page and bytes on the wire.
pub(crate) fn rounded(value: f64) -> f64 {
    if !value.is_finite() {
        return 0.0;
    }
    let step = match value.abs() {
        v if v >= 100.0 => 1.0,
        v if v >= 10.0 => 10.0,
        _ => 100.0,
    };
    (value * step).round() / step
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use headwater_types::Timestamp;

    fn view(data: &[u8]) -> RecordView {
        RecordView::of(RecordReading {
            shard: "shardId-000000000000".into(),
            sequence_number: "1".into(),
            offset: 0,
            partition_key: "k".into(),
            arrival: Timestamp(1),
            data: Bytes::copy_from_slice(data),
        })
    }

    #[test]
    fn text_is_text_and_the_rest_is_hex() {
        assert_eq!(view("{\"π\": 3}\n".as_bytes()).text.as_deref(), Some("{\"π\": 3}\n"));
        assert_eq!(view(b"").text.as_deref(), Some(""));
        let binary = view(&[0xff, 0x00, 0x1f]);
        assert_eq!((binary.text, binary.hex.as_deref()), (None, Some("ff001f")));
        assert_eq!(view(b"a\0b").hex.as_deref(), Some("610062"));
    }

    #[test]
    fn long_data_is_cut_between_characters() {
        let long = "é".repeat(CONSOLE_RECORD_BYTES_SHOWN); // two bytes each
        let odd = format!("x{long}");
        let shown = view(odd.as_bytes());
        assert!(shown.cut);
        assert_eq!(shown.bytes, odd.len());
        assert_eq!(shown.text.unwrap().len(), CONSOLE_RECORD_BYTES_SHOWN - 1);
        let binary = view(&vec![0xfe; 600]);
        assert_eq!((binary.cut, binary.hex.unwrap().len()), (true, 1024));
    }

    #[test]
    fn rates_are_rounded_to_what_can_be_read() {
        assert_eq!(rounded(1234.56), 1235.0);
        assert_eq!(rounded(12.345), 12.3);
        assert_eq!(rounded(0.126), 0.13);
        assert_eq!(rounded(f64::NAN), 0.0);
    }
}
