//! What the console shows of a delivery stream: a snapshot that the worker keeps current.

use headwater_types::Timestamp;

use super::model::{Delivered, DeliveryArn, Progress};

/// What a delivery stream is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Activity {
    /// Waiting for records or for the buffer to fill.
    #[default]
    Buffering,
    /// Making and uploading an object.
    Delivering,
    /// The last attempt failed; there will be another.
    Retrying { attempts: u32, since: Timestamp },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastError {
    pub at: Timestamp,
    pub message: String,
}

#[derive(Clone, Debug)]
pub struct DeliveryStatus {
    pub arn: DeliveryArn,
    pub activity: Activity,
    /// `None` for direct put, else the name of the stream that is read.
    pub source_stream: Option<String>,
    /// Such as `s3://bucket/prefix`.
    pub destination: String,
    /// Such as `parquet` or `gzip`; `plain` where records are delivered as they are.
    pub format: String,
    /// Records and bytes read from the source and not yet delivered.
    pub buffered_records: u64,
    pub buffered_bytes: u64,
    /// When the oldest of them arrived.
    pub buffered_since: Option<Timestamp>,
    /// Since the delivery stream was created, as are the next five.
    pub delivered_records: u64,
    /// Of the records, before compression.
    pub delivered_bytes: u64,
    pub delivered_objects: u64,
    /// Records that could not be converted and went below the error prefix.
    pub failed_records: u64,
    /// Records that expired before delivery: the source's retention took them, or they could not be delivered for 24 hours.
    pub expired_records: u64,
    /// Newest first.
    pub recent_objects: Vec<Delivered>,
    /// Stays after the attempt that succeeds.
    pub last_error: Option<LastError>,
    /// Put since the server started; zero for a Kinesis source.
    pub incoming_records: u64,
    pub incoming_bytes: u64,
}

/// The part that changes while a worker runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Live {
    pub activity: Activity,
    pub buffered_records: u64,
    pub buffered_bytes: u64,
    pub buffered_since: Option<Timestamp>,
    pub progress: Progress,
    pub last_error: Option<LastError>,
}
