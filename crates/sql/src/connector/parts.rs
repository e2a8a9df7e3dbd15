//! The `filesystem` connector as a sink: part files, each written once, whatever happens in between.
//!
//! Rows of a part not yet written are kept in the job's checkpoints as JSON lines (so a part may span many checkpoints). When a part is due it is
//! marked as finishing in a checkpoint, written under a name that is already fixed, and forgotten by the next
//! checkpoint. A restart between the two writes the same bytes under the same name again.

use std::collections::BTreeMap;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use bytes::Bytes;
use headwater_connect::format::json::{DecodeOptions, EncodeOptions, JsonDecoder, JsonEncoder};
use headwater_connect::object::Attributes;
use headwater_connect::parquet::{ParquetFile, ParquetOptions};
use headwater_runtime::{Disk, OpenMode};
use headwater_types::limits::{SQL_OPEN_PARTS_BYTES_MAX, SQL_OPEN_PARTS_MAX, SQL_PART_BYTES_MAX};
use serde::{Deserialize, Serialize};

use super::encode_options;
use super::files::{FileAccess, OPTIONS, Place, disk_fault, object_fault, place_of, require_objects};
use super::options::{JSON_OPTIONS, Options};
use crate::error::SqlError;
use crate::exec::ExecError;
use crate::exec::scalar::Reader;
use crate::exec::state::{PieceId, StateChanges};
use crate::table::TableDef;
use crate::types::LogicalType;

/// Parts are written at this size unless `sink.rolling-policy.file-size` says otherwise.
const PART_BYTES: u64 = 16 * 1024 * 1024;
/// Parts are written at this age unless `sink.rolling-policy.rollover-interval` says otherwise. Flink waits half an hour.
const PART_AGE_MS: u64 = 60_000;
/// Bytes of a part in one piece of state.
const PIECE_BYTES: usize = 512 * 1024;

#[derive(Clone, Debug)]
pub struct FileSink {
    pub place: Place,
    pub format: PartFormat,
    pub part_bytes: u64,
    pub part_age_ms: u64,
    pub partitioned_by: Vec<String>,
}

#[derive(Clone, Debug)]
pub enum PartFormat {
    Json(EncodeOptions),
    Parquet,
}

pub fn sink_of(table: &TableDef) -> Result<FileSink, SqlError> {
    let options = Options::of(table, &[OPTIONS, JSON_OPTIONS])?;
    let format = match options.text("format").as_deref() {
        Some("json") => PartFormat::Json(encode_options(&options)?),
        Some("parquet") => PartFormat::Parquet,
        Some(other) => {
            let message = format!("format '{other}' is not offered; use 'json' or 'parquet'");
            return Err(options.bad_value("format", &message));
        }
        None => return Err(options.missing("there is no 'format' option; set 'json' or 'parquet'")),
    };
    let part_bytes = options.size_bytes("sink.rolling-policy.file-size")?.unwrap_or(PART_BYTES);
    Ok(FileSink {
        place: place_of(&options)?,
        format,
        part_bytes: part_bytes.min(SQL_PART_BYTES_MAX as u64),
        part_age_ms: options.duration_ms("sink.rolling-policy.rollover-interval")?.unwrap_or(PART_AGE_MS),
        partitioned_by: table.partitioned_by.clone(),
    })
}

/// Writes one sink's parts.
pub struct PartWriter {
    sink: FileSink,
    access: FileAccess,
    /// `part-<job>-<flow>-`: names of one job never meet another's.
    prefix: String,
    /// The written columns: all but those that name the directory.
    columns: Vec<usize>,
    partitions: Vec<(usize, LogicalType)>,
    schema: SchemaRef,
    encoder: JsonEncoder,
    next: u64,
    open: BTreeMap<String, Part>,
    finishing: Vec<Part>,
    /// Pieces of parts that are written: the next checkpoint deletes them.
    written: Vec<PieceId>,
}

struct Part {
    number: u64,
    directory: String,
    data: Vec<u8>,
    /// How much of the data the last snapshot holds, and in which pieces.
    saved: usize,
    pieces: Vec<PieceId>,
    opened_ms: i64,
}

/// What a checkpoint's manifest says of the parts; their data is in pieces whose slice is the part's number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PartsManifest {
    next: u64,
    open: Vec<PartManifest>,
    finishing: Vec<PartManifest>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct PartManifest {
    number: u64,
    directory: String,
    opened_ms: i64,
}

impl PartWriter {
    /// `schema` and `types` are of the rows that come, named as the table's columns.
    pub fn new(
        sink: FileSink,
        access: FileAccess,
        prefix: String,
        schema: &SchemaRef,
        types: &[LogicalType],
    ) -> Result<Self, ExecError> {
        let mut partitions = Vec::new();
        for name in &sink.partitioned_by {
            let index = schema.index_of(name)?;
            partitions.push((index, types[index].clone()));
        }
        let is_partition = |index: &usize| partitions.iter().any(|(p, _)| p == index);
        let columns: Vec<usize> = (0..schema.fields().len()).filter(|index| !is_partition(index)).collect();
        let options = match &sink.format {
            PartFormat::Json(options) => options.clone(),
            // Every digit counts: the lines are read back to make the columns.
            PartFormat::Parquet => {
                EncodeOptions { decimal_as_plain_number: true, ..EncodeOptions::default() }
            }
        };
        let schema = SchemaRef::new(schema.project(&columns)?);
        if let PartFormat::Parquet = sink.format {
            // A type that cannot be carried is told before the first row.
            JsonDecoder::new(&schema, DecodeOptions::default())
                .map_err(|e| ExecError::Permanent(e.to_string()))?;
        }
        Ok(Self {
            sink,
            access,
            prefix,
            columns,
            partitions,
            schema,
            encoder: JsonEncoder::new(options),
            next: 0,
            open: BTreeMap::new(),
            finishing: Vec::new(),
            written: Vec::new(),
        })
    }

    /// Adds rows to the parts of their directories.
    pub fn write(&mut self, batch: &RecordBatch, now_ms: i64) -> Result<(), ExecError> {
        let rows = batch.project(&self.columns)?;
        let rows = RecordBatch::try_new(self.schema.clone(), rows.columns().to_vec())?;
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        self.encoder
            .encode(&rows, &mut bytes, &mut ends)
            .map_err(|error| ExecError::Permanent(error.to_string()))?;
        let readers: Vec<Reader<'_>> =
            self.partitions.iter().map(|(p, _)| Reader::new(batch.column(*p))).collect();
        let mut start = 0;
        let mut directory = String::new();
        for (row, end) in ends.iter().enumerate() {
            directory.clear();
            for ((_, logical), (name, reader)) in
                self.partitions.iter().zip(self.sink.partitioned_by.iter().zip(&readers))
            {
                let value = crate::exec::eval::text_of(reader.get(row), logical);
                directory
                    .push_str(&format!("{name}={}/", escaped(value.as_deref().unwrap_or(NULL_PARTITION))));
            }
            if !self.open.contains_key(&directory) {
                self.begin(directory.clone(), now_ms);
            }
            if let Some(part) = self.open.get_mut(&directory) {
                part.data.extend_from_slice(&bytes[start..*end]);
                part.data.push(b'\n');
            }
            start = *end;
        }
        Ok(())
    }

    fn begin(&mut self, directory: String, opened_ms: i64) {
        let number = self.next;
        self.next += 1;
        let part = Part {
            number,
            directory: directory.clone(),
            data: Vec::new(),
            saved: 0,
            pieces: Vec::new(),
            opened_ms,
        };
        self.open.insert(directory, part);
    }

    /// Bytes that wait to be saved: a reason to checkpoint early.
    pub fn unsaved_bytes(&self) -> usize {
        self.open.values().map(|part| part.data.len() - part.saved).sum()
    }

    /// Whether any part is open.
    pub fn holds_rows(&self) -> bool {
        !self.open.is_empty() || !self.written.is_empty()
    }

    /// Writes what is new into the checkpoint, and marks the parts that are due (all, at the `end`) as finishing.
    pub fn snapshot(
        &mut self,
        epoch: u64,
        now_ms: i64,
        end: bool,
        changes: &mut StateChanges,
    ) -> PartsManifest {
        changes.deletes.append(&mut self.written);
        self.retire(now_ms, end);
        for part in self.open.values_mut().chain(&mut self.finishing) {
            for piece in part.data[part.saved..].chunks(PIECE_BYTES) {
                let id = PieceId { slice: part.number as i64, epoch, part: part.pieces.len() as u32 };
                changes.puts.push((id, Bytes::copy_from_slice(piece)));
                part.pieces.push(id);
            }
            part.saved = part.data.len();
        }
        let manifest = |part: &Part| PartManifest {
            number: part.number,
            directory: part.directory.clone(),
            opened_ms: part.opened_ms,
        };
        PartsManifest {
            next: self.next,
            open: self.open.values().map(manifest).collect(),
            finishing: self.finishing.iter().map(manifest).collect(),
        }
    }

    /// Marks the parts that are due (all, at the `end`) as finishing: [`PartWriter::finish`] writes them.
    pub fn retire(&mut self, now_ms: i64, end: bool) {
        let total: usize = self.open.values().map(|part| part.data.len()).sum();
        let crowded = total > SQL_OPEN_PARTS_BYTES_MAX || self.open.len() > SQL_OPEN_PARTS_MAX;
        let due: Vec<String> = self
            .open
            .values()
            .filter(|part| {
                let old = now_ms.saturating_sub(part.opened_ms) >= self.sink.part_age_ms as i64;
                end || crowded || old || part.data.len() as u64 >= self.sink.part_bytes
            })
            .map(|part| part.directory.clone())
            .collect();
        for directory in due {
            self.finishing.extend(self.open.remove(&directory));
        }
    }

    /// Writes the files of finishing parts: called once the checkpoint that marked them is durable.
    pub async fn finish(&mut self) -> Result<(), ExecError> {
        while let Some(part) = self.finishing.last() {
            let extension = match self.sink.format {
                PartFormat::Json(_) => "json",
                PartFormat::Parquet => "parquet",
            };
            let name = format!("{}{}{}.{extension}", part.directory, self.prefix, part.number);
            let bytes = self.file_of(&part.data)?;
            match &self.sink.place {
                Place::Local(root) => {
                    write_local(self.access.disk.as_ref(), &root.join(&name), &bytes)
                        .map_err(ExecError::of_sink)?;
                }
                Place::S3 { bucket, prefix } => {
                    let key = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
                    let objects = require_objects(&self.access)?;
                    let put = objects.put(bucket, &key, bytes, Attributes::default()).await;
                    put.map_err(|error| object_fault(error).of_sink())?;
                }
            }
            if let Some(part) = self.finishing.pop() {
                self.written.extend(part.pieces);
            }
        }
        Ok(())
    }

    /// The file of a part's lines.
    fn file_of(&self, lines: &[u8]) -> Result<Bytes, ExecError> {
        if let PartFormat::Json(_) = self.sink.format {
            return Ok(Bytes::copy_from_slice(lines));
        }
        let broken = |error: &dyn std::fmt::Display| ExecError::Permanent(format!("parquet: {error}"));
        let mut file = ParquetFile::new(self.schema.clone(), &ParquetOptions::default())
            .map_err(|error| broken(&error))?;
        let mut decoder =
            JsonDecoder::new(&self.schema, DecodeOptions::default()).map_err(|error| broken(&error))?;
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            decoder.decode(line).map_err(|error| broken(&error))?;
            if decoder.rows() == 8_192 {
                file.write(&decoder.flush()).map_err(|error| broken(&error))?;
            }
        }
        if decoder.rows() > 0 {
            file.write(&decoder.flush()).map_err(|error| broken(&error))?;
        }
        file.finish().map_err(|error| broken(&error))
    }

    /// Takes the parts of a checkpoint back; their pieces follow.
    pub fn restore(&mut self, manifest: PartsManifest) {
        self.next = manifest.next;
        let part = |part: PartManifest| Part {
            number: part.number,
            directory: part.directory,
            data: Vec::new(),
            saved: 0,
            pieces: Vec::new(),
            opened_ms: part.opened_ms,
        };
        self.open = manifest.open.into_iter().map(part).map(|part| (part.directory.clone(), part)).collect();
        self.finishing = manifest.finishing.into_iter().map(part).collect();
    }

    /// Takes one piece back, in order.
    pub fn restore_piece(&mut self, piece: PieceId, value: &Bytes) {
        let number = piece.slice as u64;
        match self.open.values_mut().chain(&mut self.finishing).find(|part| part.number == number) {
            Some(part) => {
                part.data.extend_from_slice(value);
                part.saved = part.data.len();
                part.pieces.push(piece);
            }
            // Its part was written before the crash.
            None => self.written.push(piece),
        }
    }
}

/// How Flink (and Hive) name the directory of a NULL.
const NULL_PARTITION: &str = "__DEFAULT_PARTITION__";

/// A value as part of a path: what a path cannot hold as `%XX`.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        if c.is_control() || "\"#%'*/:=?\\{[]^".contains(c) {
            out.push_str(&format!("%{:02X}", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

fn write_local(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), ExecError> {
    let fault = |error: std::io::Error| disk_fault(&path.to_string_lossy(), &error);
    let (Some(directory), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ExecError::Permanent(format!("{} is no file name", path.display())));
    };
    disk.create_dir_all(directory).map_err(fault)?;
    // A name with a dot in front is no data yet, to us and to Flink.
    let beside = directory.join(format!(".{}.inprogress", name.to_string_lossy()));
    let file = disk.open(&beside, OpenMode::Create).map_err(fault)?;
    file.set_len(0).map_err(fault)?;
    file.write_at(bytes, 0).map_err(fault)?;
    file.sync_data().map_err(fault)?;
    disk.rename(&beside, path).map_err(fault)?;
    disk.sync_dir(directory).map_err(fault)
}

/// The schema of a sink's rows under the table's own column names.
pub fn named_schema(schema: &SchemaRef, names: &[String]) -> SchemaRef {
    let fields =
        schema.fields().iter().zip(names).map(|(field, name)| field.as_ref().clone().with_name(name));
    SchemaRef::new(Schema::new(fields.collect::<Vec<_>>()))
}
