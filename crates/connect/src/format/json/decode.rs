//! JSON messages into a [`RecordBatch`] of the columns a query uses.
//!
//! Each message is scanned once for its grammar and the places of the wanted fields, then each wanted value is converted
//! into its column. Producers write their fields in one order, so the n-th field of a message is first compared with
//! what the n-th field was last time; a hash look-up is the rare path, for wanted and unwanted fields alike.
//! Invariant: after every call that answers `Ok`, all columns hold the same number of rows.

use std::collections::HashMap;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{Schema, SchemaRef};
use headwater_types::limits::{DECODE_BATCH_BYTES_MAX, JSON_MESSAGE_BYTES_MAX};

use super::UnsupportedType;
use super::columns::Column;
use super::scan::{Cursor, Kind, Malformed, Raw, unescape};
use crate::format::text::TimestampStandard;

/// How many fields of a message have their place remembered; further ones are looked up by hash.
const FIELD_ORDER_REMEMBERED: usize = 64;
/// How much of an offending value an error message shows.
const EXCERPT_BYTES_MAX: usize = 64;

/// The options of Flink's `json` format that reading honours.
#[derive(Clone, Copy, Debug, Default)]
pub struct DecodeOptions {
    /// `json.fail-on-missing-field`: a wanted field that does not occur is an error rather than NULL.
    pub fail_on_missing_field: bool,
    /// `json.ignore-parse-errors`: a field that does not convert is NULL, a message that is not JSON is skipped.
    pub ignore_parse_errors: bool,
    /// `json.timestamp-format.standard`.
    pub timestamp_standard: TimestampStandard,
}

impl DecodeOptions {
    fn missing_fails(self) -> bool {
        self.fail_on_missing_field && !self.ignore_parse_errors
    }
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// So many rows were added: one, or the elements of a top-level array.
    Rows(usize),
    /// It was not JSON of the right shape; nothing was added (only under `ignore_parse_errors`).
    Skipped,
}

/// Why a message fails the job. Never answered under `ignore_parse_errors`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("malformed JSON: {0}")]
    Malformed(#[from] Malformed),
    #[error("a message must be a JSON object or an array of them")]
    NotAnObject,
    #[error("field '{path}' is not {expected}: {excerpt}")]
    Value { path: String, expected: &'static str, excerpt: String },
    #[error("field '{path}' is missing and 'json.fail-on-missing-field' is set")]
    MissingField { path: String },
    #[error("a message of {bytes} bytes is over the limit of {JSON_MESSAGE_BYTES_MAX}")]
    TooLarge { bytes: usize },
    #[error("{bytes} bytes wait to be flushed; flush the decoder before it takes more")]
    Full { bytes: usize },
}

/// Decodes messages into columns. One per source reader; it learns the field order of its messages.
pub struct JsonDecoder {
    schema: SchemaRef,
    options: DecodeOptions,
    reader: ObjectReader,
    columns: Vec<Column>,
    elements: Vec<Raw>,
    rows: usize,
    bytes_decoded: usize,
    bad_fields: u64,
}

impl JsonDecoder {
    /// A decoder of exactly the columns of `schema`. Batches carry the same names and types, every field nullable.
    pub fn new(schema: &Schema, options: DecodeOptions) -> Result<Self, UnsupportedType> {
        let columns: Vec<Column> = schema.fields().iter().map(Column::new).collect::<Result<_, _>>()?;
        let fields: Vec<_> = columns.iter().map(|c| c.field().clone()).collect();
        Ok(Self {
            schema: SchemaRef::new(Schema::new(fields)),
            options,
            reader: ObjectReader::new(schema.fields().iter().map(|f| f.name().as_str())),
            columns,
            elements: Vec::new(),
            rows: 0,
            bytes_decoded: 0,
            bad_fields: 0,
        })
    }

    /// The schema of the batches.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Rows waiting for [`JsonDecoder::flush`].
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// About how many bytes wait for [`JsonDecoder::flush`].
    pub fn bytes(&self) -> usize {
        self.columns.iter().map(Column::bytes).sum()
    }

    /// Fields that became NULL because they did not convert, since the decoder was made.
    pub fn bad_fields(&self) -> u64 {
        self.bad_fields
    }

    /// Adds the rows of one message. After an error the rows not yet flushed are gone.
    pub fn decode(&mut self, message: &[u8]) -> Result<Decoded, DecodeError> {
        if self.bytes_decoded > DECODE_BATCH_BYTES_MAX {
            return Err(DecodeError::Full { bytes: self.bytes_decoded });
        }
        match self.try_decode(message) {
            Ok(rows) => {
                self.rows += rows;
                self.bytes_decoded += message.len();
                Ok(Decoded::Rows(rows))
            }
            Err(_) if self.options.ignore_parse_errors => Ok(Decoded::Skipped),
            Err(error) => {
                self.discard();
                Err(error)
            }
        }
    }

    fn try_decode(&mut self, message: &[u8]) -> Result<usize, DecodeError> {
        if message.len() > JSON_MESSAGE_BYTES_MAX {
            return Err(DecodeError::TooLarge { bytes: message.len() });
        }
        let mut cursor = Cursor::new(message, 0);
        cursor.skip_space();
        match cursor.peek() {
            Some(b'{') => {
                self.reader.scan_at(cursor)?;
                self.append_row(message)?;
                Ok(1)
            }
            Some(b'[') => self.decode_array(message, cursor),
            Some(_) => Err(cursor.value(0).map_or_else(DecodeError::from, |_| DecodeError::NotAnObject)),
            None => Err(cursor.fail("unexpected end of input").into()),
        }
    }

    /// A top-level array: each element is a row. All of it is scanned before the first row is added.
    fn decode_array(&mut self, message: &[u8], mut cursor: Cursor<'_>) -> Result<usize, DecodeError> {
        let mut elements = std::mem::take(&mut self.elements);
        elements.clear();
        cursor.elements(0, |element| elements.push(element))?;
        if elements.iter().any(|element| element.kind != Kind::Object) {
            return Err(DecodeError::NotAnObject);
        }
        for element in &elements {
            self.reader.scan(message, element.start as usize).map_err(Refused::into_error)?;
            self.append_row(message)?;
        }
        let rows = elements.len();
        self.elements = elements;
        Ok(rows)
    }

    fn append_row(&mut self, message: &[u8]) -> Result<(), DecodeError> {
        let mut reading = Reading { json: message, options: self.options, bad_fields: 0 };
        self.reader.append_to(&mut self.columns, &mut reading).map_err(Refused::into_error)?;
        self.bad_fields += reading.bad_fields;
        Ok(())
    }

    /// All rows since the last flush.
    pub fn flush(&mut self) -> RecordBatch {
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        let arrays: Vec<ArrayRef> = self.columns.iter_mut().map(Column::finish).collect();
        self.rows = 0;
        self.bytes_decoded = 0;
        match RecordBatch::try_new_with_options(self.schema.clone(), arrays, &options) {
            Ok(batch) => batch,
            Err(error) => unreachable!("columns stay in step and keep their types: {error}"),
        }
    }

    fn discard(&mut self) {
        // The schema was accepted once, so the columns can be made again.
        if let Ok(columns) = self.schema.fields().iter().map(Column::new).collect() {
            self.columns = columns;
        }
        self.rows = 0;
        self.bytes_decoded = 0;
    }
}

/// A message being converted.
pub(super) struct Reading<'a> {
    pub(super) json: &'a [u8],
    pub(super) options: DecodeOptions,
    pub(super) bad_fields: u64,
}

/// A value that was not converted, with the path to it growing from the inside out.
#[derive(Debug)]
pub(super) struct Refused(Box<DecodeError>);

impl Refused {
    #[cold]
    pub(super) fn value(expected: &'static str, json: &[u8], raw: Raw) -> Self {
        let text = raw.text(json);
        let shown = &text[..text.len().min(EXCERPT_BYTES_MAX)];
        let mut excerpt = String::from_utf8_lossy(shown).into_owned();
        if shown.len() < text.len() {
            excerpt.push('…');
        }
        Self(Box::new(DecodeError::Value { path: String::new(), expected, excerpt }))
    }

    pub(super) fn within(mut self, field: &str) -> Self {
        if let DecodeError::Value { path, .. } | DecodeError::MissingField { path } = &mut *self.0 {
            *path = if path.is_empty() { field.to_owned() } else { format!("{field}.{path}") };
        }
        self
    }

    fn into_error(self) -> DecodeError {
        *self.0
    }
}

impl From<Malformed> for Refused {
    fn from(malformed: Malformed) -> Self {
        Self(Box::new(DecodeError::Malformed(malformed)))
    }
}

/// Finds the wanted fields of one object level.
pub(super) struct ObjectReader {
    wanted: HashMap<Box<[u8]>, u32>,
    /// What the n-th field of the last message was: its raw key, and its column if it is wanted.
    order: Vec<(Vec<u8>, Option<u32>)>,
    /// The value of each wanted field in the current message; the last one wins where a field occurs twice.
    found: Vec<Raw>,
}

impl ObjectReader {
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let wanted: HashMap<Box<[u8]>, u32> =
            names.enumerate().map(|(index, name)| (Box::from(name.as_bytes()), index as u32)).collect();
        let found = vec![Raw::MISSING; wanted.values().map(|index| *index as usize + 1).max().unwrap_or(0)];
        Self { wanted, order: Vec::new(), found }
    }

    /// Reads the object that begins at `at`; it must have been scanned before or be scanned to its end here.
    pub(super) fn scan(&mut self, json: &[u8], at: usize) -> Result<(), Refused> {
        Ok(self.scan_at(Cursor::new(json, at))?)
    }

    #[inline]
    fn scan_at(&mut self, mut cursor: Cursor<'_>) -> Result<(), Malformed> {
        let Self { wanted, order, found } = self;
        found.fill(Raw::MISSING);
        let json = cursor.json();
        let mut place = 0;
        cursor.fields(0, |key, value| {
            let text = key.text(json);
            let column = match order.get(place) {
                Some((known, column)) if known == text => *column,
                _ => learn(wanted, order, place, key, text),
            };
            if let Some(column) = column {
                found[column as usize] = value;
            }
            place += 1;
        })
    }

    /// Adds the row just scanned to its columns.
    #[inline]
    pub(super) fn append_to(&self, columns: &mut [Column], reading: &mut Reading<'_>) -> Result<(), Refused> {
        for (column, raw) in columns.iter_mut().zip(&self.found) {
            if raw.kind == Kind::Missing && reading.options.missing_fails() {
                let path = column.field().name().clone();
                return Err(Refused(Box::new(DecodeError::MissingField { path })));
            }
            column.append(reading, *raw)?;
        }
        Ok(())
    }
}

/// Looks a key up and remembers it as the one that stands at `place`.
#[cold]
fn learn(
    wanted: &HashMap<Box<[u8]>, u32>,
    order: &mut Vec<(Vec<u8>, Option<u32>)>,
    place: usize,
    key: Raw,
    text: &[u8],
) -> Option<u32> {
    let column = if key.kind == Kind::Escaped {
        let mut name = Vec::with_capacity(text.len());
        unescape(text, &mut name);
        wanted.get(name.as_slice()).copied()
    } else {
        wanted.get(text).copied()
    };
    let remembered = order.len();
    match order.get_mut(place) {
        Some((known, known_column)) => {
            known.clear();
            known.extend_from_slice(text);
            *known_column = column;
        }
        None if place < FIELD_ORDER_REMEMBERED && place == remembered => order.push((text.to_vec(), column)),
        None => {}
    }
    column
}

#[cfg(test)]
mod tests;
