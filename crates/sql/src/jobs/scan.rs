//! One source table of a flow: messages in, chunks and split events out.
//!
//! Reads whichever connector the table has, decodes only the columns the query uses, adds metadata columns, and keeps
//! the position that goes into the checkpoint.

use std::sync::Arc;
use std::time::Duration;

use arrow_array::builder::StringBuilder;
use arrow_array::{
    ArrayRef, RecordBatch, RecordBatchOptions, TimestampMicrosecondArray, TimestampMillisecondArray,
    TimestampNanosecondArray, TimestampSecondArray,
};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use headwater_connect::format::TimestampStandard;
use headwater_connect::format::json::{DecodeError, DecodeOptions, Decoded, JsonDecoder};
use headwater_stream::aggregate::user_records;
use headwater_stream::{ReadLimits, Record, Streams};
use headwater_types::{Scope, SequenceNumber, ShardId, Timestamp};
use serde::{Deserialize, Serialize};

use super::status::SplitStatus;
use crate::connector::files::{FileAccess, FilePosition, FileReader, FileSource};
use crate::connector::kinesis::{KinesisSource, Read, ShardReader};
use crate::connector::{self, Source};
use crate::exec::chunk::WATERMARK_MAX;
use crate::exec::pipeline::SourcePort;
use crate::exec::{Chunk, Element, ExecError, SplitEvent, SplitId};
use crate::table::ColumnKind;

/// Rows of one chunk.
const BATCH_ROWS: usize = 4_096;
/// Records and bytes of one read of a shard.
const READ_LIMITS: ReadLimits = ReadLimits { records_max: 10_000, bytes_max: 2 * 1024 * 1024 };

/// What scans reach the world through.
#[derive(Clone)]
pub struct Access {
    pub files: FileAccess,
    /// Absent where a file is run without a server.
    pub streams: Option<Streams>,
}

pub struct Scan {
    reader: Reader,
    decoder: JsonDecoder,
    /// How the decoder reads times.
    standard: TimestampStandard,
    /// Of each output column: the decoder's column, or metadata.
    columns: Vec<Origin>,
    schema: SchemaRef,
    idle_after: Option<Duration>,
    ended: bool,
    counters: ScanCounters,
    /// What [`ScanCounters::nulled`] was when this run began; the decoder counts from there.
    nulled_before: u64,
    /// Where the messages of the last read are, for what is found wrong with a row later.
    read: LastRead,
}

/// The messages of one read that gave rows, chunk by chunk.
#[derive(Default)]
struct LastRead {
    /// The stream and shard, or the file.
    origin: String,
    /// Of each message: what it is called there, and how many rows it gave.
    messages: Vec<(Message, usize)>,
    /// Of each chunk: its first message.
    chunks: Vec<usize>,
}

#[derive(Clone, Copy)]
enum Message {
    /// Of a stream, with its number inside an aggregate.
    Record(SequenceNumber, Option<u32>),
    /// Of a file, counted from 1.
    Line(u64),
}

impl LastRead {
    fn begin(&mut self, origin: String) {
        *self = Self {
            origin,
            messages: std::mem::take(&mut self.messages),
            chunks: std::mem::take(&mut self.chunks),
        };
        self.messages.clear();
        self.chunks.clear();
        self.chunks.push(0);
    }

    fn end_chunk(&mut self) {
        self.chunks.push(self.messages.len());
    }

    /// The message that gave a row of a chunk.
    fn place_of(&self, chunk: usize, row: usize) -> Option<String> {
        let mut rows = 0;
        let messages = self.messages.get(*self.chunks.get(chunk)?..)?;
        let found = messages.iter().find(|(_, count)| {
            rows += count;
            row < rows
        });
        found.map(|(message, _)| message.place(&self.origin))
    }
}

impl Message {
    fn place(self, origin: &str) -> String {
        match self {
            Self::Record(number, None) => format!("{origin}, sequence number {number}"),
            Self::Record(number, Some(sub)) => {
                format!("{origin}, sequence number {number}, record {sub} of its aggregate")
            }
            Self::Line(number) => format!("{origin}, record {number}"),
        }
    }
}

enum Reader {
    Kinesis { source: KinesisSource, streams: Streams, state: ShardReader },
    Files(FileReader),
}

#[derive(Clone, Copy)]
enum Origin {
    Decoded(usize),
    ArrivalTime,
    ShardId,
    SequenceNumber,
}

/// Since the job was submitted.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct ScanCounters {
    pub records: u64,
    pub bytes: u64,
    /// Messages left out because they could not be read.
    #[serde(default)]
    pub skipped: u64,
    /// Fields that could not be read and are NULL.
    #[serde(default)]
    pub nulled: u64,
}

/// What a checkpoint keeps of a scan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ScanManifest {
    position: PositionManifest,
    counters: ScanCounters,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum PositionManifest {
    Shards(ShardReader),
    Files(FilePosition),
}

/// What a turn of reading gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Rows,
    /// Nothing is there for now.
    Waiting,
    /// The source has ended, now or before.
    Ended,
}

impl Progress {
    /// Of two sources together.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (_, Self::Rows) | (Self::Rows, _) => Self::Rows,
            (_, Self::Waiting) | (Self::Waiting, _) => Self::Waiting,
            _ => Self::Ended,
        }
    }
}

impl Scan {
    /// Opens the table at its checkpointed position, or where its options say. Events of a fresh start are added to `elements`.
    pub async fn open(
        port: &SourcePort,
        scope: &Scope,
        access: &Access,
        idle_timeout_ms: u64,
        manifest: Option<ScanManifest>,
        elements: &mut Vec<Element>,
    ) -> Result<Self, ExecError> {
        let source = connector::source_of(&port.table, scope)
            .map_err(|error| ExecError::Permanent(error.to_string()))?;
        let counters = manifest.as_ref().map(|m| m.counters).unwrap_or_default();
        let position = manifest.map(|m| m.position);
        let (reader, decode, idle_timeout_ms) = match source {
            Source::Kinesis(source) => {
                let (decode, idle) = (source.decode, source.idle_timeout_ms.unwrap_or(idle_timeout_ms));
                (open_stream(source, access, position, elements).await?, decode, idle)
            }
            Source::Files(source) => {
                let decode = source.decode;
                (open_files(source, access, position).await?, decode, 0)
            }
        };
        let standard = decode.timestamp_standard;
        let (decoder, columns) = decoder_of(port, decode)?;
        let idle_after = (idle_timeout_ms > 0).then(|| Duration::from_millis(idle_timeout_ms));
        let schema = port.schema.clone();
        let nulled_before = counters.nulled;
        Ok(Self {
            reader,
            decoder,
            standard,
            columns,
            schema,
            idle_after,
            ended: false,
            counters,
            nulled_before,
            read: LastRead::default(),
        })
    }

    pub fn manifest(&self) -> ScanManifest {
        let position = match &self.reader {
            Reader::Kinesis { state, .. } => PositionManifest::Shards(state.clone()),
            Reader::Files(reader) => PositionManifest::Files(reader.position().clone()),
        };
        ScanManifest { position, counters: self.counters() }
    }

    /// Reads some rows; what they became and what happened to splits is added to `elements`.
    pub async fn read(&mut self, now: Duration, elements: &mut Vec<Element>) -> Result<Progress, ExecError> {
        if self.ended {
            return Ok(Progress::Ended);
        }
        let progress = match &mut self.reader {
            Reader::Kinesis { .. } => self.read_stream(now, elements).await?,
            Reader::Files(_) => self.read_files(elements).await?,
        };
        if progress == Progress::Ended {
            self.ended = true;
            elements.push(Element::Watermark(WATERMARK_MAX));
        }
        Ok(progress)
    }

    async fn read_stream(
        &mut self,
        now: Duration,
        elements: &mut Vec<Element>,
    ) -> Result<Progress, ExecError> {
        let Reader::Kinesis { source, streams, state } = &mut self.reader else { return Ok(Progress::Ended) };
        let mut events = Vec::new();
        let read = state.read(streams, source, READ_LIMITS, now, self.idle_after, &mut events).await?;
        let progress = match read {
            Read::Nothing => Progress::Waiting,
            Read::Records(split, result) => {
                let shard =
                    state.splits().find(|(id, ..)| *id == split).map_or(ShardId(0), |(_, shard, _)| shard);
                let stream = source.stream.stream.to_string();
                self.counters.bytes += result.bytes as u64;
                self.decode_records(&result.records, split, shard, &stream, elements)?;
                Progress::Rows
            }
        };
        elements.extend(events.into_iter().map(Element::Split));
        Ok(progress)
    }

    fn decode_records(
        &mut self,
        records: &[Record],
        split: SplitId,
        shard: ShardId,
        stream: &str,
        elements: &mut Vec<Element>,
    ) -> Result<(), ExecError> {
        self.read.begin(format!("stream {stream}, {shard}"));
        let mut pending: Vec<(&Record, usize)> = Vec::new();
        for record in records {
            // What the Kinesis Producer Library put together comes apart: each of its records is a message.
            for user in user_records(record) {
                self.counters.records += 1;
                let message = Message::Record(record.sequence_number, user.sub_sequence);
                let decoded = self.decoder.decode(&user.data).map_err(|error| ExecError::BadRecord {
                    origin: message.place(&self.read.origin),
                    message: with_advice(&error, self.standard),
                })?;
                match decoded {
                    Decoded::Rows(rows) => {
                        pending.push((record, rows));
                        self.read.messages.push((message, rows));
                    }
                    Decoded::Skipped => self.counters.skipped += 1,
                }
                if self.decoder.rows() >= BATCH_ROWS {
                    elements.push(Element::Rows(self.chunk(split, shard, &pending)?));
                    self.read.end_chunk();
                    pending.clear();
                }
            }
        }
        if self.decoder.rows() > 0 {
            elements.push(Element::Rows(self.chunk(split, shard, &pending)?));
        }
        Ok(())
    }

    async fn read_files(&mut self, elements: &mut Vec<Element>) -> Result<Progress, ExecError> {
        let Reader::Files(reader) = &mut self.reader else { return Ok(Progress::Ended) };
        let (decoder, counters) = (&mut self.decoder, &mut self.counters);
        let (columns, schema, standard) = (&self.columns, &self.schema, self.standard);
        let read = &mut self.read;
        read.begin(reader.name().unwrap_or_default().to_owned());
        let first = reader.position().records;
        let mut lines = 0;
        let more = reader
            .read(|line| {
                lines += 1;
                counters.records += 1;
                counters.bytes += line.len() as u64;
                let message = Message::Line(first + lines);
                let decoded = decoder.decode(line).map_err(|error| ExecError::BadRecord {
                    origin: message.place(&read.origin),
                    message: with_advice(&error, standard),
                })?;
                match decoded {
                    Decoded::Rows(rows) => read.messages.push((message, rows)),
                    Decoded::Skipped => counters.skipped += 1,
                }
                if decoder.rows() >= BATCH_ROWS {
                    read.end_chunk();
                    elements.push(Element::Rows(assemble(decoder.flush(), columns, schema, &[])?));
                }
                Ok(())
            })
            .await?;
        if decoder.rows() > 0 {
            elements.push(Element::Rows(assemble(decoder.flush(), columns, schema, &[])?));
        }
        if !more {
            elements.push(Element::Split(SplitEvent::CaughtUp(SplitId::default())));
            return Ok(Progress::Ended);
        }
        Ok(Progress::Rows)
    }

    fn chunk(
        &mut self,
        split: SplitId,
        shard: ShardId,
        records: &[(&Record, usize)],
    ) -> Result<Chunk, ExecError> {
        let metadata: Vec<(Timestamp, String, String)> =
            match self.columns.iter().any(|column| !matches!(column, Origin::Decoded(_))) {
                false => Vec::new(),
                true => records
                    .iter()
                    .flat_map(|(record, rows)| std::iter::repeat_n(record, *rows))
                    .map(|record| (record.arrival, shard.to_string(), record.sequence_number.to_string()))
                    .collect(),
            };
        let mut chunk = assemble(self.decoder.flush(), &self.columns, &self.schema, &metadata)?;
        chunk.split = split;
        Ok(chunk)
    }

    /// Where the message is that gave a row of a chunk of the last read.
    pub fn place_of(&self, chunk: usize, row: usize) -> Option<String> {
        self.read.place_of(chunk, row)
    }

    /// Since the job was submitted.
    pub fn counters(&self) -> ScanCounters {
        ScanCounters { nulled: self.nulled_before + self.decoder.bad_fields(), ..self.counters }
    }

    /// Records that were gone before they could be read.
    pub fn expired(&self) -> u64 {
        match &self.reader {
            Reader::Kinesis { state, .. } => state.expired(),
            Reader::Files(_) => 0,
        }
    }

    /// Every split with its watermark, where one is taken.
    pub fn splits(&self, watermarks: &[(SplitId, i64)]) -> Vec<SplitStatus> {
        let watermark = |split: SplitId| {
            let taken = watermarks.iter().find(|(id, _)| *id == split).map(|(_, at)| *at);
            taken.filter(|at| *at > 0).map(Timestamp)
        };
        match &self.reader {
            Reader::Kinesis { source, state, .. } => state
                .splits()
                .map(|(id, shard, split)| SplitStatus {
                    name: format!("{}/{shard}", source.stream.stream),
                    records_in: split.records,
                    watermark: watermark(id),
                    idle: split.idle,
                    millis_behind_latest: split.millis_behind,
                })
                .collect(),
            Reader::Files(reader) => vec![SplitStatus {
                name: reader.name().unwrap_or("all files read").to_owned(),
                records_in: reader.position().records,
                watermark: watermark(SplitId::default()),
                idle: false,
                millis_behind_latest: None,
            }],
        }
    }

    /// Ready when there may be more to read.
    pub async fn wait(&self) {
        match &self.reader {
            Reader::Kinesis { source, streams, state } if !self.ended => state.wait(streams, source).await,
            _ => std::future::pending().await,
        }
    }
}

async fn open_stream(
    source: KinesisSource,
    access: &Access,
    position: Option<PositionManifest>,
    elements: &mut Vec<Element>,
) -> Result<Reader, ExecError> {
    let streams = access.streams.clone().ok_or_else(|| {
        ExecError::Permanent(
            "streams need a server; submit the job to one with `headwater sql submit`".to_owned(),
        )
    })?;
    let state = match position {
        Some(PositionManifest::Shards(state)) => state,
        Some(PositionManifest::Files(_)) => {
            return Err(ExecError::BadCheckpoint("a file where a stream was".to_owned()));
        }
        None => {
            let (state, events) = ShardReader::open(&streams, &source).await?;
            elements.extend(events.into_iter().map(Element::Split));
            state
        }
    };
    Ok(Reader::Kinesis { source, streams, state })
}

async fn open_files(
    source: FileSource,
    access: &Access,
    position: Option<PositionManifest>,
) -> Result<Reader, ExecError> {
    match position {
        Some(PositionManifest::Files(position)) => {
            Ok(Reader::Files(FileReader::restore(access.files.clone(), &source, position)))
        }
        Some(PositionManifest::Shards(_)) => {
            Err(ExecError::BadCheckpoint("a stream where a file was".to_owned()))
        }
        None => Ok(Reader::Files(FileReader::open(access.files.clone(), &source).await?)),
    }
}

/// A decoder of the physical columns a port wants, and where each of its columns comes from.
fn decoder_of(port: &SourcePort, decode: DecodeOptions) -> Result<(JsonDecoder, Vec<Origin>), ExecError> {
    let mut fields: Vec<Field> = Vec::new();
    let mut origins = Vec::new();
    for (column, field) in port.columns.iter().zip(port.schema.fields()) {
        let column = &port.table.columns[*column];
        origins.push(match &column.kind {
            ColumnKind::Physical => {
                fields.push(Field::new(&column.name, field.data_type().clone(), true));
                Origin::Decoded(fields.len() - 1)
            }
            ColumnKind::Metadata { key, .. } => metadata_origin(key, field, port)?,
            ColumnKind::Computed { .. } => {
                return Err(ExecError::Internal(format!("computed column '{}' in a scan", column.name)));
            }
        });
    }
    let decoder = JsonDecoder::new(&Schema::new(fields), decode)
        .map_err(|error| ExecError::Permanent(format!("table '{}': {error}", port.table.name)))?;
    Ok((decoder, origins))
}

fn metadata_origin(key: &str, field: &Field, port: &SourcePort) -> Result<Origin, ExecError> {
    let (origin, fits) = match key {
        "timestamp" => (Origin::ArrivalTime, matches!(field.data_type(), DataType::Timestamp(..))),
        "shard-id" => (Origin::ShardId, *field.data_type() == DataType::Utf8),
        "sequence-number" => (Origin::SequenceNumber, *field.data_type() == DataType::Utf8),
        _ => (Origin::ShardId, false),
    };
    let kinesis = port.table.connector().is_some_and(|name| name.starts_with("kinesis"));
    if kinesis && fits {
        return Ok(origin);
    }
    Err(ExecError::Permanent(format!(
        "table '{}': metadata '{key}' is not there in this type; the kinesis connector has timestamp (TIMESTAMP_LTZ), \
         shard-id and sequence-number (STRING)",
        port.table.name
    )))
}

/// What is wrong with a message, and the table option that helps.
fn with_advice(error: &DecodeError, standard: TimestampStandard) -> String {
    let skip = "set 'json.ignore-parse-errors' = 'true' on the table to skip such records";
    match error {
        DecodeError::Full { .. } => error.to_string(),
        DecodeError::MissingField { .. } => {
            format!("{error}; set 'json.fail-on-missing-field' = 'false' on the table to read it as NULL")
        }
        DecodeError::Value { excerpt, .. } if standard == TimestampStandard::Sql && is_iso_time(excerpt) => {
            format!(
                "{error}; set 'json.timestamp-format.standard' = 'ISO-8601' on the table to read times with a 'T' \
                 (one with a zone goes into a TIMESTAMP_LTZ column), or {skip}"
            )
        }
        _ => format!("{error}; {skip}"),
    }
}

/// Whether a value begins as `2026-03-20T10:00` does.
fn is_iso_time(excerpt: &str) -> bool {
    let text = excerpt.trim_start_matches('"').as_bytes();
    text.len() > 13
        && text[10] == b'T'
        && text[..10].iter().all(|byte| byte.is_ascii_digit() || *byte == b'-')
        && text[11].is_ascii_digit()
}

/// Times of arrival, which are whole milliseconds, in the unit of their column.
fn arrival_times(times: impl Iterator<Item = Timestamp>, to: &DataType) -> Result<ArrayRef, ExecError> {
    let DataType::Timestamp(unit, zone) = to else {
        return Err(ExecError::Internal(format!("a time of arrival as {to}")));
    };
    let millis = times.map(Timestamp::as_millis);
    let zone = zone.clone();
    Ok(match unit {
        TimeUnit::Second => Arc::new(
            TimestampSecondArray::from_iter_values(millis.map(|ms| ms.div_euclid(1_000)))
                .with_timezone_opt(zone),
        ),
        TimeUnit::Millisecond => {
            Arc::new(TimestampMillisecondArray::from_iter_values(millis).with_timezone_opt(zone))
        }
        TimeUnit::Microsecond => Arc::new(
            TimestampMicrosecondArray::from_iter_values(millis.map(|ms| ms * 1_000)).with_timezone_opt(zone),
        ),
        TimeUnit::Nanosecond => {
            let nanos = millis.map(|ms| ms.saturating_mul(1_000_000));
            Arc::new(TimestampNanosecondArray::from_iter_values(nanos).with_timezone_opt(zone))
        }
    })
}

/// Decoded columns and metadata in the order of the scan.
fn assemble(
    decoded: RecordBatch,
    origins: &[Origin],
    schema: &SchemaRef,
    metadata: &[(Timestamp, String, String)],
) -> Result<Chunk, ExecError> {
    let text = |of: fn(&(Timestamp, String, String)) -> &str| -> ArrayRef {
        let mut builder = StringBuilder::new();
        metadata.iter().for_each(|row| builder.append_value(of(row)));
        Arc::new(builder.finish())
    };
    let mut columns: Vec<ArrayRef> = Vec::with_capacity(origins.len());
    for (origin, field) in origins.iter().zip(schema.fields()) {
        columns.push(match origin {
            Origin::Decoded(index) => decoded.column(*index).clone(),
            Origin::ShardId => text(|row| &row.1),
            Origin::SequenceNumber => text(|row| &row.2),
            Origin::ArrivalTime => arrival_times(metadata.iter().map(|row| row.0), field.data_type())?,
        });
    }
    let options = RecordBatchOptions::new().with_row_count(Some(decoded.num_rows()));
    Ok(Chunk::inserts(RecordBatch::try_new_with_options(schema.clone(), columns, &options)?))
}
