//! Data format conversion: JSON records into a Parquet file by the columns of a table; what does not convert becomes a
//! line of JSON below the error prefix. <https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html>
//!
//! A record holds one JSON object or several behind one another; it converts whole or fails whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{Field, Schema, SchemaRef};
use base64::Engine as _;
use bytes::Bytes;
use serde_json::json;
use serde_json::value::RawValue;

use super::super::error::AttemptError;
use super::super::feed::Arrived;
use super::super::model::{Conversion, JsonInput, ParquetOutput, PendingObject, TableRef};
use super::pack_error;
use crate::format::json::{DecodeOptions, JsonDecoder};
use crate::parquet::{ParquetCodec, ParquetFile, ParquetOptions};

/// Records decoded at once: one that fails makes these, and no more, be looked at one by one.
const CHUNK_RECORDS: usize = 512;

pub(in super::super) struct Columns {
    schema: SchemaRef,
    /// The JSON key of each column.
    keys: Vec<String>,
    /// Whether keys may be spelled otherwise; then the spelling of a chunk's first record holds for the chunk.
    ignores_case: bool,
    decoder: JsonDecoder,
    file: ParquetFile,
    rows: u64,
    failed: Vec<u8>,
    failed_records: u64,
    table: TableRef,
    /// When the object was planned: the time of the attempt in error lines, the same in every redelivery.
    planned_ms: i64,
}

impl Columns {
    pub fn new(
        object: &PendingObject,
        conversion: &Conversion,
        schema: SchemaRef,
    ) -> Result<Self, AttemptError> {
        let (mapping, ignores_case) = match &conversion.input {
            Some(JsonInput::OpenX { case_insensitive, keys, .. }) => {
                (keys.clone().unwrap_or_default(), case_insensitive.unwrap_or(true))
            }
            // Hive's reader never minds the case.
            Some(JsonInput::Hive { .. }) | None => (BTreeMap::new(), true),
        };
        let key = |field: &Arc<Field>| mapping.get(field.name()).unwrap_or(field.name()).clone();
        let keys: Vec<String> = schema.fields().iter().map(key).collect();
        // JSON may leave out anything, so every column of the file takes NULL.
        let nullable = schema.fields().iter().map(|field| field.as_ref().clone().with_nullable(true));
        let schema: SchemaRef = Arc::new(Schema::new(nullable.collect::<Vec<_>>()));
        let decoder = decoder(&schema, &keys)?;
        let schema = relabel(decoder.schema(), &schema);
        let file =
            ParquetFile::new(schema.clone(), &options(conversion.parquet.as_ref())).map_err(pack_error)?;
        Ok(Self {
            schema,
            keys,
            ignores_case,
            decoder,
            file,
            rows: 0,
            failed: Vec::new(),
            failed_records: 0,
            table: conversion.schema.clone().unwrap_or_default(),
            planned_ms: object.planned_ms,
        })
    }

    pub fn add(&mut self, records: &[Arrived]) -> Result<(), AttemptError> {
        for chunk in records.chunks(CHUNK_RECORDS) {
            if self.ignores_case {
                self.learn_spelling(chunk)?;
            }
            if self.decode(chunk.iter().map(|record| &record.data[..])).is_err() {
                self.decode_one_by_one(chunk)?;
            }
            let batch = self.decoder.flush();
            if batch.num_rows() > 0 {
                let batch = RecordBatch::try_new(self.schema.clone(), batch.columns().to_vec())
                    .map_err(pack_error)?;
                self.rows += batch.num_rows() as u64;
                self.file.write(&batch).map_err(pack_error)?;
            }
        }
        Ok(())
    }

    /// After an error none of the documents is decoded.
    fn decode<'a>(&mut self, documents: impl Iterator<Item = &'a [u8]>) -> Result<(), String> {
        for document in documents {
            if !document.trim_ascii_start().starts_with(b"{") {
                // The decoder takes arrays of objects, Firehose does not.
                let _ = self.decoder.flush();
                return Err("the record is not a JSON object".to_owned());
            }
            self.decoder.decode(document).map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    fn decode_one_by_one(&mut self, chunk: &[Arrived]) -> Result<(), AttemptError> {
        let mut good = Vec::new();
        for record in chunk {
            let documents = documents(&record.data).and_then(|documents| {
                self.decode(documents.iter().copied())?;
                Ok(documents)
            });
            let _ = self.decoder.flush();
            match documents {
                Ok(documents) => good.extend(documents),
                Err(message) => self.fail(record, &message),
            }
        }
        self.decode(good.into_iter()).map_err(AttemptError::Pack)
    }

    fn fail(&mut self, record: &Arrived, message: &str) {
        let table = &self.table;
        let line = json!({
            "attemptsMade": 1,
            "arrivalTimestamp": record.arrival.as_millis(),
            "lastErrorCode": "DataFormatConversion.ParseError",
            "lastErrorMessage": message,
            "attemptEndingTimestamp": self.planned_ms,
            "rawData": base64::engine::general_purpose::STANDARD.encode(&record.data),
            "sequenceNumber": record.sequence_number.map(|number| number.to_string()),
            "subSequenceNumber": record.sub_sequence,
            "dataCatalogTable": {
                "catalogId": table.catalog,
                "databaseName": table.database,
                "tableName": table.table,
                "region": table.region,
                "versionId": table.version.as_deref().unwrap_or("LATEST"),
                "roleArn": table.role,
            },
        });
        self.failed.extend_from_slice(line.to_string().as_bytes());
        self.failed.push(b'\n');
        self.failed_records += 1;
    }

    /// Takes the keys as the first record spells them.
    fn learn_spelling(&mut self, chunk: &[Arrived]) -> Result<(), AttemptError> {
        let Some(first) = chunk.first() else { return Ok(()) };
        let mut documents =
            serde_json::Deserializer::from_slice(&first.data).into_iter::<BTreeMap<String, &RawValue>>();
        let Some(Ok(object)) = documents.next() else { return Ok(()) };
        let mut changed = false;
        for key in &mut self.keys {
            if object.contains_key(key) {
                continue;
            }
            if let Some(spelled) = object.keys().find(|spelled| spelled.eq_ignore_ascii_case(key)) {
                key.clone_from(spelled);
                changed = true;
            }
        }
        if changed {
            self.decoder = decoder(&self.schema, &self.keys)?;
        }
        Ok(())
    }

    pub fn take(&mut self) -> Bytes {
        self.file.take()
    }

    pub fn take_failed(&mut self) -> Bytes {
        std::mem::take(&mut self.failed).into()
    }

    pub fn failed_records(&self) -> u64 {
        self.failed_records
    }

    pub fn finish(self) -> Result<Bytes, AttemptError> {
        if self.rows == 0 {
            return Ok(Bytes::new());
        }
        self.file.finish().map_err(pack_error)
    }
}

/// A decoder of the columns under their JSON keys.
fn decoder(schema: &SchemaRef, keys: &[String]) -> Result<JsonDecoder, AttemptError> {
    let fields = schema.fields().iter().zip(keys).map(|(field, key)| field.as_ref().clone().with_name(key));
    let options = DecodeOptions::default();
    JsonDecoder::new(&Schema::new(fields.collect::<Vec<_>>()), options).map_err(pack_error)
}

/// The decoder's types under the table's names.
fn relabel(decoded: &SchemaRef, table: &SchemaRef) -> SchemaRef {
    let fields = decoded.fields().iter().zip(table.fields());
    Arc::new(Schema::new(
        fields.map(|(field, named)| field.as_ref().clone().with_name(named.name())).collect::<Vec<_>>(),
    ))
}

/// The JSON documents of a record, behind one another.
fn documents(data: &[u8]) -> Result<Vec<&[u8]>, String> {
    let mut documents = Vec::new();
    for document in serde_json::Deserializer::from_slice(data).into_iter::<&RawValue>() {
        documents.push(document.map_err(|error| error.to_string())?.get().as_bytes());
    }
    if documents.is_empty() { Err("the record is empty".to_owned()) } else { Ok(documents) }
}

fn options(output: Option<&ParquetOutput>) -> ParquetOptions {
    let Some(output) = output else { return ParquetOptions::default() };
    ParquetOptions {
        codec: match output.compression.as_deref() {
            Some("GZIP") => ParquetCodec::Gzip,
            Some("UNCOMPRESSED") => ParquetCodec::Uncompressed,
            _ => ParquetCodec::Snappy,
        },
        page_bytes: output.page_bytes.map(|bytes| bytes as usize),
        plain: output.dictionary == Some(false),
        version_2: output.writer_version.as_deref() == Some("V2"),
    }
}
