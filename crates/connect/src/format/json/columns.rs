//! Columns under construction: each takes the raw JSON value of a row and keeps an Arrow array's buffers.
//!
//! Values go straight from the message's bytes into the column's vectors; nothing is allocated per row. A value that
//! does not fit becomes NULL under `ignore-parse-errors`; otherwise the error leaves the columns out of step and the
//! decoder throws them away.

use std::sync::Arc;

use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    Time32MillisecondType, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, ListArray, MapArray, PrimitiveArray, StringArray, StructArray,
};
use arrow_buffer::{BooleanBufferBuilder, Buffer, NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, FieldRef, Fields, TimeUnit};
use base64::Engine as _;

use super::UnsupportedType;
use super::convert::{boolean, double, float, integer, scalar_text, small_integer, write_compact};
use super::decode::{ObjectReader, Reading, Refused};
use super::scan::{Cursor, Kind, Raw, unescape};
use crate::format::text::{
    DecimalFault, Moment, parse_date, parse_decimal, parse_time, parse_timestamp, parse_timestamp_ltz,
};

/// The buffers of one column.
pub(super) struct Column {
    field: FieldRef,
    nulls: NullBufferBuilder,
    values: Values,
}

enum Values {
    Boolean(BooleanBufferBuilder),
    Int8(Vec<i8>),
    Int16(Vec<i16>),
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    Float32(Vec<f32>),
    Float64(Vec<f64>),
    Date(Vec<i32>),
    TimeMillis(Vec<i32>),
    Timestamp { values: Vec<i64>, per_second: i64, local_zone: bool },
    Decimal { values: Vec<i128>, precision: u8, scale: i8 },
    Utf8 { offsets: Vec<i32>, bytes: Vec<u8> },
    Binary { offsets: Vec<i32>, bytes: Vec<u8> },
    List { offsets: Vec<i32>, item: Box<Column>, elements: Vec<Raw> },
    Map { offsets: Vec<i32>, key: Box<Column>, value: Box<Column>, entries: Vec<(Raw, Raw)> },
    Struct { reader: ObjectReader, children: Vec<Column> },
}

impl Column {
    pub(super) fn new(field: &FieldRef) -> Result<Self, UnsupportedType> {
        let values = Values::new(field)?;
        // Whether a null may stand here is the business of who uses the batch; the columns always can hold one.
        let field = Arc::new(Field::new(field.name(), values.data_type(field), true));
        Ok(Self { field, nulls: NullBufferBuilder::new(0), values })
    }

    pub(super) fn field(&self) -> &FieldRef {
        &self.field
    }

    /// Adds the row's value.
    #[inline]
    pub(super) fn append(&mut self, reading: &mut Reading<'_>, raw: Raw) -> Result<(), Refused> {
        if matches!(raw.kind, Kind::Missing | Kind::Null) {
            self.append_null();
            return Ok(());
        }
        match self.values.append(reading, raw) {
            Ok(true) => self.nulls.append_non_null(),
            Ok(false) => self.append_null(),
            Err(_) if reading.options.ignore_parse_errors => {
                reading.bad_fields += 1;
                self.append_null();
            }
            Err(refused) => return Err(refused.within(self.field.name())),
        }
        Ok(())
    }

    pub(super) fn append_null(&mut self) {
        self.nulls.append_null();
        self.values.append_default();
    }

    /// About how many bytes the buffers hold.
    pub(super) fn bytes(&self) -> usize {
        match &self.values {
            Values::Boolean(bits) => bits.len() / 8,
            Values::Int8(v) => v.len(),
            Values::Int16(v) => v.len() * 2,
            Values::Int32(v) | Values::Date(v) | Values::TimeMillis(v) => v.len() * 4,
            Values::Float32(v) => v.len() * 4,
            Values::Int64(v) | Values::Timestamp { values: v, .. } => v.len() * 8,
            Values::Float64(v) => v.len() * 8,
            Values::Decimal { values, .. } => values.len() * 16,
            Values::Utf8 { offsets, bytes } | Values::Binary { offsets, bytes } => {
                offsets.len() * 4 + bytes.len()
            }
            Values::List { offsets, item, .. } => offsets.len() * 4 + item.bytes(),
            Values::Map { offsets, key, value, .. } => offsets.len() * 4 + key.bytes() + value.bytes(),
            Values::Struct { children, .. } => children.iter().map(Column::bytes).sum(),
        }
    }

    /// The array of all rows so far; the column is empty afterwards.
    pub(super) fn finish(&mut self) -> ArrayRef {
        let rows = self.nulls.len();
        let nulls = self.nulls.finish();
        let data_type = self.field.data_type().clone();
        macro_rules! primitive {
            ($type:ty, $values:expr) => {
                Arc::new(PrimitiveArray::<$type>::new(taken($values), nulls).with_data_type(data_type))
            };
        }
        match &mut self.values {
            Values::Boolean(bits) => Arc::new(BooleanArray::new(bits.finish(), nulls)),
            Values::Int8(v) => primitive!(Int8Type, v),
            Values::Int16(v) => primitive!(Int16Type, v),
            Values::Int32(v) => primitive!(Int32Type, v),
            Values::Int64(v) => primitive!(Int64Type, v),
            Values::Float32(v) => primitive!(Float32Type, v),
            Values::Float64(v) => primitive!(Float64Type, v),
            Values::Date(v) => primitive!(Date32Type, v),
            Values::TimeMillis(v) => primitive!(Time32MillisecondType, v),
            Values::Decimal { values, .. } => primitive!(Decimal128Type, values),
            Values::Timestamp { values, per_second, .. } => match *per_second {
                1 => primitive!(TimestampSecondType, values),
                1_000 => primitive!(TimestampMillisecondType, values),
                1_000_000 => primitive!(TimestampMicrosecondType, values),
                _ => primitive!(TimestampNanosecondType, values),
            },
            Values::Utf8 { offsets, bytes } => {
                let bytes = Buffer::from_vec(std::mem::take(bytes));
                Arc::new(StringArray::new(taken_offsets(offsets), bytes, nulls))
            }
            Values::Binary { offsets, bytes } => {
                let bytes = Buffer::from_vec(std::mem::take(bytes));
                Arc::new(BinaryArray::new(taken_offsets(offsets), bytes, nulls))
            }
            Values::List { offsets, item, .. } => {
                let values = item.finish();
                Arc::new(ListArray::new(item.field.clone(), taken_offsets(offsets), values, nulls))
            }
            Values::Map { offsets, key, value, .. } => {
                let (keys, values) = (key.finish(), value.finish());
                let fields = map_entry_fields(key, value);
                let entries = StructArray::new(fields.clone(), vec![keys, values], None);
                let entry = Arc::new(Field::new("entries", DataType::Struct(fields), false));
                Arc::new(MapArray::new(entry, taken_offsets(offsets), entries, nulls, false))
            }
            Values::Struct { children, .. } => {
                let fields: Fields = children.iter().map(|c| c.field.clone()).collect();
                let arrays: Vec<ArrayRef> = children.iter_mut().map(Column::finish).collect();
                match StructArray::try_new_with_length(fields, arrays, nulls, rows) {
                    Ok(array) => Arc::new(array),
                    Err(error) => unreachable!("every child took one value per row: {error}"),
                }
            }
        }
    }
}

fn taken<T: arrow_buffer::ArrowNativeType>(values: &mut Vec<T>) -> ScalarBuffer<T> {
    let capacity = values.len();
    ScalarBuffer::from(std::mem::replace(values, Vec::with_capacity(capacity)))
}

fn taken_offsets(offsets: &mut Vec<i32>) -> OffsetBuffer<i32> {
    let mut next = Vec::with_capacity(offsets.len());
    next.push(0);
    OffsetBuffer::new(ScalarBuffer::from(std::mem::replace(offsets, next)))
}

fn map_entry_fields(key: &Column, value: &Column) -> Fields {
    let key = Field::new("key", key.field.data_type().clone(), false);
    Fields::from(vec![Arc::new(key), value.field.clone()])
}

impl Values {
    fn new(field: &FieldRef) -> Result<Self, UnsupportedType> {
        let unsupported =
            || UnsupportedType { column: field.name().clone(), data_type: field.data_type().to_string() };
        Ok(match field.data_type() {
            DataType::Boolean => Self::Boolean(BooleanBufferBuilder::new(0)),
            DataType::Int8 => Self::Int8(Vec::new()),
            DataType::Int16 => Self::Int16(Vec::new()),
            DataType::Int32 => Self::Int32(Vec::new()),
            DataType::Int64 => Self::Int64(Vec::new()),
            DataType::Float32 => Self::Float32(Vec::new()),
            DataType::Float64 => Self::Float64(Vec::new()),
            DataType::Date32 => Self::Date(Vec::new()),
            DataType::Time32(TimeUnit::Millisecond) => Self::TimeMillis(Vec::new()),
            DataType::Timestamp(unit, zone) => {
                let per_second = match unit {
                    TimeUnit::Second => 1,
                    TimeUnit::Millisecond => 1_000,
                    TimeUnit::Microsecond => 1_000_000,
                    TimeUnit::Nanosecond => 1_000_000_000,
                };
                Self::Timestamp { values: Vec::new(), per_second, local_zone: zone.is_some() }
            }
            DataType::Decimal128(precision, scale) => {
                Self::Decimal { values: Vec::new(), precision: *precision, scale: *scale }
            }
            DataType::Utf8 => Self::Utf8 { offsets: vec![0], bytes: Vec::new() },
            DataType::Binary => Self::Binary { offsets: vec![0], bytes: Vec::new() },
            DataType::List(item) => {
                Self::List { offsets: vec![0], item: Box::new(Column::new(item)?), elements: Vec::new() }
            }
            DataType::Map(entry, _) => match entry.data_type() {
                DataType::Struct(kv) if kv.len() == 2 && *kv[0].data_type() == DataType::Utf8 => Self::Map {
                    offsets: vec![0],
                    key: Box::new(Column::new(&kv[0])?),
                    value: Box::new(Column::new(&kv[1])?),
                    entries: Vec::new(),
                },
                _ => return Err(unsupported()),
            },
            DataType::Struct(fields) => Self::Struct {
                reader: ObjectReader::new(fields.iter().map(|f| f.name().as_str())),
                children: fields.iter().map(Column::new).collect::<Result<_, _>>()?,
            },
            _ => return Err(unsupported()),
        })
    }

    /// The Arrow type with every nested field nullable.
    fn data_type(&self, field: &FieldRef) -> DataType {
        match self {
            Self::List { item, .. } => DataType::List(item.field.clone()),
            Self::Map { key, value, .. } => {
                let entry = DataType::Struct(map_entry_fields(key, value));
                DataType::Map(Arc::new(Field::new("entries", entry, false)), false)
            }
            Self::Struct { children, .. } => {
                DataType::Struct(children.iter().map(|c| c.field.clone()).collect())
            }
            _ => field.data_type().clone(),
        }
    }

    /// `true` when a value was added, `false` when it is NULL (a number too large for its DECIMAL). An error under
    /// `ignore-parse-errors` leaves the values as they were.
    #[inline]
    fn append(&mut self, reading: &mut Reading<'_>, raw: Raw) -> Result<bool, Refused> {
        let json = reading.json;
        let standard = reading.options.timestamp_standard;
        let refuse = |expected: &'static str| Refused::value(expected, json, raw);
        match self {
            Self::Utf8 { offsets, bytes } => {
                append_text(json, raw, bytes).ok_or_else(|| refuse("STRING"))?;
                offsets.push(bytes.len() as i32);
            }
            Self::Timestamp { values, per_second, local_zone } => {
                let text = scalar_text(json, raw).ok_or_else(|| refuse("TIMESTAMP"))?;
                let moment: Option<Moment> = if *local_zone {
                    parse_timestamp_ltz(&text, standard)
                } else {
                    parse_timestamp(&text, standard)
                };
                let value = moment.and_then(|m| m.in_units(*per_second));
                values.push(value.ok_or_else(|| refuse("TIMESTAMP"))?);
            }
            Self::Int32(v) => {
                let value = integer(json, raw, i32::MIN.into(), i32::MAX.into());
                v.push(value.ok_or_else(|| refuse("INT"))? as i32);
            }
            Self::Int64(v) => v.push(integer(json, raw, i64::MIN, i64::MAX).ok_or_else(|| refuse("BIGINT"))?),
            Self::Float64(v) => v.push(double(json, raw).ok_or_else(|| refuse("DOUBLE"))?),
            Self::Float32(v) => v.push(float(json, raw).ok_or_else(|| refuse("FLOAT"))?),
            Self::Boolean(v) => v.append(boolean(json, raw).ok_or_else(|| refuse("BOOLEAN"))?),
            Self::Int8(v) => {
                let value = small_integer(json, raw, i8::MIN.into(), i8::MAX.into());
                v.push(value.ok_or_else(|| refuse("TINYINT"))? as i8);
            }
            Self::Int16(v) => {
                let value = small_integer(json, raw, i16::MIN.into(), i16::MAX.into());
                v.push(value.ok_or_else(|| refuse("SMALLINT"))? as i16);
            }
            Self::Date(v) => {
                let days = scalar_text(json, raw).and_then(|text| parse_date(&text));
                v.push(days.ok_or_else(|| refuse("DATE"))? as i32);
            }
            Self::TimeMillis(v) => {
                let nanos = scalar_text(json, raw).and_then(|text| parse_time(&text));
                // Flink keeps whole seconds of a TIME read from JSON.
                v.push((nanos.ok_or_else(|| refuse("TIME"))? / 1_000_000_000 * 1000) as i32);
            }
            Self::Decimal { values, precision, scale } => {
                let text = scalar_text(json, raw).ok_or_else(|| refuse("DECIMAL"))?;
                match parse_decimal(text.trim_ascii(), *precision, *scale) {
                    Ok(value) => values.push(value),
                    Err(DecimalFault::Overflow) => return Ok(false),
                    Err(DecimalFault::Syntax) => return Err(refuse("DECIMAL")),
                }
            }
            Self::Binary { offsets, bytes } => {
                let text = scalar_text(json, raw).ok_or_else(|| refuse("BYTES"))?;
                let before = bytes.len();
                if base64::engine::general_purpose::STANDARD.decode_vec(&*text, bytes).is_err() {
                    bytes.truncate(before);
                    return Err(refuse("BYTES (base64)"));
                }
                offsets.push(bytes.len() as i32);
            }
            Self::List { offsets, item, elements } => {
                if raw.kind != Kind::Array {
                    return Err(refuse("ARRAY"));
                }
                elements.clear();
                Cursor::new(json, raw.start as usize).elements(0, |element| elements.push(element))?;
                for element in elements.iter() {
                    item.append(reading, *element)?;
                }
                offsets.push(item.nulls.len() as i32);
            }
            Self::Map { offsets, key, value, entries } => {
                if raw.kind != Kind::Object {
                    return Err(refuse("MAP"));
                }
                entries.clear();
                Cursor::new(json, raw.start as usize).fields(0, |k, v| entries.push((k, v)))?;
                for (k, v) in entries.iter() {
                    key.append(reading, *k)?;
                    value.append(reading, *v)?;
                }
                offsets.push(value.nulls.len() as i32);
            }
            Self::Struct { reader, children } => {
                if raw.kind != Kind::Object {
                    return Err(refuse("ROW"));
                }
                reader.scan(json, raw.start as usize)?;
                reader.append_to(children, reading)?;
            }
        }
        Ok(true)
    }

    fn append_default(&mut self) {
        match self {
            Self::Boolean(v) => v.append(false),
            Self::Int8(v) => v.push(0),
            Self::Int16(v) => v.push(0),
            Self::Int32(v) | Self::Date(v) | Self::TimeMillis(v) => v.push(0),
            Self::Int64(v) | Self::Timestamp { values: v, .. } => v.push(0),
            Self::Float32(v) => v.push(0.0),
            Self::Float64(v) => v.push(0.0),
            Self::Decimal { values, .. } => values.push(0),
            Self::Utf8 { offsets, .. }
            | Self::Binary { offsets, .. }
            | Self::List { offsets, .. }
            | Self::Map { offsets, .. } => offsets.push(offsets[offsets.len() - 1]),
            Self::Struct { children, .. } => children.iter_mut().for_each(Column::append_null),
        }
    }
}

/// Appends a value read as STRING; `None` when it is not UTF-8.
#[inline]
fn append_text(json: &[u8], raw: Raw, bytes: &mut Vec<u8>) -> Option<()> {
    let text = raw.text(json);
    std::str::from_utf8(text).ok()?;
    match raw.kind {
        Kind::Escaped => unescape(text, bytes),
        Kind::Object | Kind::Array => write_compact(text, bytes),
        _ => bytes.extend_from_slice(text),
    }
    Some(())
}
