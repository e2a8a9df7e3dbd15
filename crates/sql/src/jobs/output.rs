//! Where a flow's rows go: a query's feed, a stream, files, standard output, nowhere.
//!
//! Writing only gathers; what was gathered leaves with the checkpoint (streams, files) or at once (feeds).

use std::sync::Arc;

use arrow_array::{Array, RecordBatch};
use arrow_schema::SchemaRef;
use headwater_connect::format::json::JsonEncoder;
use headwater_runtime::Entropy;
use headwater_stream::NewRecord;
use headwater_types::StreamArn;

use super::feed::{FeedSender, SinkFeed};
use super::scan::Access;
use crate::connector::Sink;
use crate::connector::kinesis::KinesisSink;
use crate::connector::parts::{PartWriter, named_schema};
use crate::exec::scalar::Reader;
use crate::exec::show::write_row;
use crate::exec::{Chunk, ExecError};
use crate::types::{DataType, LogicalType};

/// What a bare query's rows are given to: the kind of change and the values as a JSON array.
pub type RowTaker = Arc<dyn Fn(crate::exec::RowKind, &[u8]) + Send + Sync>;

pub struct Output {
    target: Target,
    types: Vec<LogicalType>,
    /// The table's name and its NOT NULL columns.
    not_null: Option<(String, Vec<(usize, String)>)>,
    drop_null_rows: bool,
    /// Shows a sink's newest rows to whoever watches the job.
    feed: Option<SinkFeed>,
    pub records: u64,
}

pub enum Target {
    Rows(RowTaker),
    Blackhole,
    Stream(Box<StreamOutput>),
    Files(Box<PartWriter>),
}

pub struct StreamOutput {
    sink: KinesisSink,
    schema: SchemaRef,
    key_columns: Vec<(usize, LogicalType)>,
    encoder: JsonEncoder,
    entropy: Entropy,
    pending: Vec<NewRecord>,
    pending_bytes: usize,
}

impl Output {
    /// Of a bare query.
    pub fn rows(types: Vec<LogicalType>, taker: RowTaker) -> Self {
        let target = Target::Rows(taker);
        Self { target, types, not_null: None, drop_null_rows: false, feed: None, records: 0 }
    }

    /// Of an INSERT: `columns` are the table's written columns in the order of the rows.
    #[allow(clippy::too_many_arguments)] // everything a sink's writer is made of
    pub fn of_sink(
        sink: Sink,
        table: &str,
        columns: &[(String, DataType)],
        schema: &SchemaRef,
        access: &Access,
        entropy: &Entropy,
        prefix: String,
        printer: RowTaker,
        feed: Option<Arc<FeedSender>>,
        drop_null_rows: bool,
    ) -> Result<Self, ExecError> {
        let types: Vec<LogicalType> = columns.iter().map(|(_, t)| t.logical.clone()).collect();
        let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
        let schema = named_schema(schema, &names);
        let not_null = columns.iter().enumerate().filter(|(_, (_, t))| !t.nullable);
        let not_null = not_null.map(|(index, (name, _))| (index, name.clone())).collect();
        let target = match sink {
            Sink::Blackhole => Target::Blackhole,
            Sink::Print => Target::Rows(printer),
            Sink::Files(sink) => {
                Target::Files(Box::new(PartWriter::new(sink, access.files.clone(), prefix, &schema, &types)?))
            }
            Sink::Kinesis(sink) => {
                let key_columns = sink
                    .key_columns
                    .iter()
                    .map(|name| schema.index_of(name).map(|index| (index, types[index].clone())))
                    .collect::<Result<_, _>>()?;
                Target::Stream(Box::new(StreamOutput {
                    encoder: JsonEncoder::new(sink.encode.clone()),
                    sink,
                    schema,
                    key_columns,
                    entropy: entropy.clone(),
                    pending: Vec::new(),
                    pending_bytes: 0,
                }))
            }
        };
        // What is printed is in the feed already.
        let feed = feed.filter(|_| !matches!(target, Target::Rows(_)));
        let feed = feed.map(|feed| SinkFeed::new(feed, types.clone()));
        let not_null = Some((table.to_owned(), not_null));
        Ok(Self { target, types, not_null, drop_null_rows, feed, records: 0 })
    }

    pub fn write(&mut self, chunk: &Chunk, now_ms: i64) -> Result<(), ExecError> {
        let Some(chunk) = self.enforce_not_null(chunk)? else { return Ok(()) };
        self.records += chunk.rows() as u64;
        if let Some(feed) = &mut self.feed {
            feed.add(&chunk);
        }
        match &mut self.target {
            Target::Blackhole => {}
            Target::Rows(taker) => {
                let mut line = Vec::new();
                for row in 0..chunk.rows() {
                    line.clear();
                    write_row(&mut line, chunk.batch.columns(), &self.types, row);
                    taker(chunk.kind(row), &line);
                }
            }
            Target::Stream(output) => output.write(&chunk.batch)?,
            Target::Files(writer) => writer.write(&chunk.batch, now_ms)?,
        }
        Ok(())
    }

    /// `table.exec.sink.not-null-enforcer`: a NULL where the table says NOT NULL fails the job, or drops the row.
    fn enforce_not_null(&self, chunk: &Chunk) -> Result<Option<Chunk>, ExecError> {
        let Some((table, columns)) = &self.not_null else { return Ok(Some(chunk.clone())) };
        let offending = columns.iter().find(|(index, _)| chunk.batch.column(*index).null_count() > 0);
        let Some((_, column)) = offending else { return Ok(Some(chunk.clone())) };
        if !self.drop_null_rows {
            return Err(ExecError::NullInSink { table: table.clone(), column: column.clone() });
        }
        let keep: Vec<bool> = (0..chunk.rows())
            .map(|row| columns.iter().all(|(index, _)| chunk.batch.column(*index).is_valid(row)))
            .collect();
        let kinds = chunk
            .kinds
            .as_ref()
            .map(|kinds| kinds.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(kind, _)| *kind).collect());
        let batch = arrow_select::filter::filter_record_batch(&chunk.batch, &keep.into())?;
        Ok((batch.num_rows() > 0).then_some(Chunk { batch, kinds, split: chunk.split }))
    }

    /// Shows what is newest when it is time.
    pub fn tick(&mut self, now: std::time::Duration) {
        if let Some(feed) = &mut self.feed {
            feed.tick(now);
        }
    }

    /// Bytes that wait for the next checkpoint.
    pub fn pending_bytes(&self) -> usize {
        match &self.target {
            Target::Stream(output) => output.pending_bytes,
            Target::Files(writer) => writer.unsaved_bytes(),
            _ => 0,
        }
    }

    pub fn target(&mut self) -> &mut Target {
        &mut self.target
    }
}

impl StreamOutput {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExecError> {
        let batch = RecordBatch::try_new(self.schema.clone(), batch.columns().to_vec())?;
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        self.encoder
            .encode(&batch, &mut bytes, &mut ends)
            .map_err(|error| ExecError::Permanent(error.to_string()))?;
        let readers: Vec<Reader<'_>> =
            self.key_columns.iter().map(|(index, _)| Reader::new(batch.column(*index))).collect();
        let bytes = bytes::Bytes::from(bytes);
        let mut start = 0;
        for (row, end) in ends.iter().enumerate() {
            let key = self.partition_key(&readers, row);
            let record = NewRecord::new(key, bytes.slice(start..*end));
            self.pending_bytes += record.len_bytes();
            self.pending.push(record);
            start = *end;
        }
        Ok(())
    }

    fn partition_key(&self, readers: &[Reader<'_>], row: usize) -> String {
        if readers.is_empty() {
            let draw = if self.sink.one_key { 0 } else { self.entropy.next_u64() };
            return format!("{draw:016x}");
        }
        let parts: Vec<String> = readers
            .iter()
            .zip(&self.key_columns)
            .map(|(reader, (_, logical))| {
                crate::exec::eval::text_of(reader.get(row), logical).unwrap_or_default()
            })
            .collect();
        let key = parts.join(&self.sink.key_delimiter);
        let max = headwater_types::limits::PARTITION_KEY_CHARS_MAX;
        match key.char_indices().nth(max) {
            Some((cut, _)) => key[..cut].to_owned(),
            None if key.is_empty() => "-".to_owned(),
            None => key,
        }
    }

    /// The records gathered since the last call, to be committed with the checkpoint.
    pub fn take(&mut self) -> (StreamArn, Vec<NewRecord>) {
        self.pending_bytes = 0;
        (self.sink.stream.clone(), std::mem::take(&mut self.pending))
    }
}

/// A taker that fills a job's feed.
pub(super) fn into_feed(feed: Arc<FeedSender>) -> RowTaker {
    Arc::new(move |kind, values| feed.push(kind, String::from_utf8_lossy(values).as_ref().into()))
}
