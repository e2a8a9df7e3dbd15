//! Rows of a [`RecordBatch`] as JSON objects, one per row, byte for byte as Flink writes them.
//!
//! Source: `RowDataToJsonConverters.java` and Jackson's own rules: decimals without trailing zeros (`1E+1` for 10.0
//! unless `json.encode.decimal-as-plain-number`), fractions of seconds without trailing zeros, BYTES in base64, doubles
//! as Java prints them, `NaN` and infinities as strings.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    Time32MillisecondType, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{Array, BinaryArray, BooleanArray, PrimitiveArray, RecordBatch, StringArray};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, TimeUnit};
use base64::Engine as _;

use super::UnsupportedType;
use crate::format::text::{
    Fraction, TimestampStandard, write_date, write_decimal_plain, write_decimal_stripped, write_double,
    write_float, write_time, write_timestamp,
};

/// The options of Flink's `json` format that writing honours.
#[derive(Clone, Debug, Default)]
pub struct EncodeOptions {
    /// `json.timestamp-format.standard`.
    pub timestamp_standard: TimestampStandard,
    /// `json.encode.decimal-as-plain-number`: all digits of the scale, never an exponent.
    pub decimal_as_plain_number: bool,
    /// `json.encode.ignore-null-fields`: a NULL field is left out.
    pub ignore_null_fields: bool,
    /// `json.map-null-key.mode` and `json.map-null-key.literal`.
    pub map_null_key: MapNullKeyMode,
}

/// What becomes of a map entry whose key is NULL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MapNullKeyMode {
    #[default]
    Fail,
    Drop,
    Literal(String),
}

/// Why a row cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    #[error("a map of column '{column}' has a NULL key; set 'json.map-null-key.mode' to DROP or LITERAL")]
    NullMapKey { column: String },
    #[error(transparent)]
    Unsupported(#[from] UnsupportedType),
}

/// Writes rows; one per sink.
#[derive(Clone, Debug, Default)]
pub struct JsonEncoder {
    options: EncodeOptions,
}

impl JsonEncoder {
    pub fn new(options: EncodeOptions) -> Self {
        Self { options }
    }

    /// Appends each row's object to `out` and the end of each to `ends`; nothing stands between the objects.
    pub fn encode(
        &self,
        batch: &RecordBatch,
        out: &mut Vec<u8>,
        ends: &mut Vec<usize>,
    ) -> Result<(), EncodeError> {
        let schema = batch.schema();
        let fields = schema
            .fields()
            .iter()
            .zip(batch.columns())
            .map(|(field, array)| NamedWriter::new(field.name(), array.as_ref()))
            .collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            self.object(&fields, row, out)?;
            ends.push(out.len());
        }
        Ok(())
    }

    fn object(&self, fields: &[NamedWriter<'_>], row: usize, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        out.push(b'{');
        let mut first = true;
        for field in fields {
            let null = field.array.is_null(row);
            if null && self.options.ignore_null_fields {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                out.push(b',');
            }
            out.extend_from_slice(&field.key);
            self.value(field, row, out)?;
        }
        out.push(b'}');
        Ok(())
    }

    fn value(&self, field: &NamedWriter<'_>, row: usize, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        if field.array.is_null(row) {
            out.extend_from_slice(b"null");
            return Ok(());
        }
        match &field.writer {
            Writer::Null => out.extend_from_slice(b"null"),
            Writer::Boolean(a) => out.extend_from_slice(if a.value(row) { b"true" } else { b"false" }),
            Writer::Int8(a) => write_integer(out, a.value(row).into()),
            Writer::Int16(a) => write_integer(out, a.value(row).into()),
            Writer::Int32(a) => write_integer(out, a.value(row).into()),
            Writer::Int64(a) => write_integer(out, a.value(row)),
            Writer::Float32(a) => {
                write_float_token(out, f64::from(a.value(row)), |s| write_float(s, a.value(row)))
            }
            Writer::Float64(a) => write_float_token(out, a.value(row), |s| write_double(s, a.value(row))),
            Writer::Decimal(a, scale) => match self.options.decimal_as_plain_number {
                true => write_decimal_plain(out, a.value(row), *scale),
                false => write_decimal_stripped(out, a.value(row), *scale),
            },
            Writer::Utf8(a) => write_string(out, a.value(row)),
            Writer::Binary(a) => {
                let text = base64::engine::general_purpose::STANDARD.encode(a.value(row));
                write_string(out, &text);
            }
            Writer::Date(a) => quoted(out, |out| write_date(out, a.value(row).into())),
            Writer::Time(a) => {
                quoted(out, |out| write_time(out, i64::from(a.value(row)) * 1_000_000, Fraction::Trimmed));
            }
            Writer::Timestamp { values, per_second, local_zone } => quoted(out, |out| {
                let separator =
                    if self.options.timestamp_standard == TimestampStandard::Sql { b' ' } else { b'T' };
                write_timestamp(out, values[row], *per_second, separator, Fraction::Trimmed);
                if *local_zone {
                    out.push(b'Z');
                }
            }),
            Writer::List(offsets, item) => self.list(offsets, item, row, out)?,
            Writer::Map(offsets, keys, values) => self.map(field, offsets, keys, values, row, out)?,
            Writer::Struct(fields) => self.object(fields, row, out)?,
        }
        Ok(())
    }

    fn list(
        &self,
        offsets: &OffsetBuffer<i32>,
        item: &NamedWriter<'_>,
        row: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), EncodeError> {
        out.push(b'[');
        for (index, element) in (offsets[row]..offsets[row + 1]).enumerate() {
            if index > 0 {
                out.push(b',');
            }
            self.value(item, element as usize, out)?;
        }
        out.push(b']');
        Ok(())
    }

    fn map(
        &self,
        field: &NamedWriter<'_>,
        offsets: &OffsetBuffer<i32>,
        keys: &StringArray,
        values: &NamedWriter<'_>,
        row: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), EncodeError> {
        out.push(b'{');
        let range = offsets[row] as usize..offsets[row + 1] as usize;
        // Flink writes a Java map, where the last of equal keys stays.
        let mut last = HashMap::new();
        range.clone().for_each(|entry| {
            last.insert(keys.value(entry), entry);
        });
        let mut first = true;
        for entry in range {
            let null_key = keys.is_null(entry);
            let key = match &self.options.map_null_key {
                _ if !null_key && last.get(keys.value(entry)) != Some(&entry) => continue,
                _ if !null_key => keys.value(entry),
                MapNullKeyMode::Fail => {
                    return Err(EncodeError::NullMapKey { column: field.name.to_owned() });
                }
                MapNullKeyMode::Drop => continue,
                MapNullKeyMode::Literal(literal) => literal,
            };
            if !std::mem::replace(&mut first, false) {
                out.push(b',');
            }
            write_string(out, key);
            out.push(b':');
            self.value(values, entry, out)?;
        }
        out.push(b'}');
        Ok(())
    }
}

/// One column of the batch being written: its type is looked at once, not per row.
struct NamedWriter<'a> {
    name: &'a str,
    /// `"name":`
    key: Vec<u8>,
    array: &'a dyn Array,
    writer: Writer<'a>,
}

enum Writer<'a> {
    Null,
    Boolean(&'a BooleanArray),
    Int8(&'a PrimitiveArray<Int8Type>),
    Int16(&'a PrimitiveArray<Int16Type>),
    Int32(&'a PrimitiveArray<Int32Type>),
    Int64(&'a PrimitiveArray<Int64Type>),
    Float32(&'a PrimitiveArray<Float32Type>),
    Float64(&'a PrimitiveArray<Float64Type>),
    Decimal(&'a PrimitiveArray<Decimal128Type>, i8),
    Utf8(&'a StringArray),
    Binary(&'a BinaryArray),
    Date(&'a PrimitiveArray<Date32Type>),
    Time(&'a PrimitiveArray<Time32MillisecondType>),
    Timestamp { values: &'a [i64], per_second: i64, local_zone: bool },
    List(&'a OffsetBuffer<i32>, Box<NamedWriter<'a>>),
    Map(&'a OffsetBuffer<i32>, &'a StringArray, Box<NamedWriter<'a>>),
    Struct(Vec<NamedWriter<'a>>),
}

impl<'a> NamedWriter<'a> {
    fn new(name: &'a str, array: &'a dyn Array) -> Result<Self, UnsupportedType> {
        let mut key = Vec::with_capacity(name.len() + 3);
        write_string(&mut key, name);
        key.push(b':');
        let unsupported =
            || UnsupportedType { column: name.to_owned(), data_type: array.data_type().to_string() };
        let writer = match array.data_type() {
            DataType::Null => Writer::Null,
            DataType::Boolean => Writer::Boolean(array.as_boolean()),
            DataType::Int8 => Writer::Int8(array.as_primitive()),
            DataType::Int16 => Writer::Int16(array.as_primitive()),
            DataType::Int32 => Writer::Int32(array.as_primitive()),
            DataType::Int64 => Writer::Int64(array.as_primitive()),
            DataType::Float32 => Writer::Float32(array.as_primitive()),
            DataType::Float64 => Writer::Float64(array.as_primitive()),
            DataType::Decimal128(_, scale) => Writer::Decimal(array.as_primitive(), *scale),
            DataType::Utf8 => Writer::Utf8(array.as_string()),
            DataType::Binary => Writer::Binary(array.as_binary()),
            DataType::Date32 => Writer::Date(array.as_primitive()),
            DataType::Time32(TimeUnit::Millisecond) => Writer::Time(array.as_primitive()),
            DataType::Timestamp(unit, zone) => {
                let (values, per_second): (&[i64], i64) = match unit {
                    TimeUnit::Second => (array.as_primitive::<TimestampSecondType>().values(), 1),
                    TimeUnit::Millisecond => {
                        (array.as_primitive::<TimestampMillisecondType>().values(), 1_000)
                    }
                    TimeUnit::Microsecond => {
                        (array.as_primitive::<TimestampMicrosecondType>().values(), 1_000_000)
                    }
                    TimeUnit::Nanosecond => {
                        (array.as_primitive::<TimestampNanosecondType>().values(), 1_000_000_000)
                    }
                };
                Writer::Timestamp { values, per_second, local_zone: zone.is_some() }
            }
            DataType::List(_) => {
                let list = array.as_list::<i32>();
                Writer::List(list.offsets(), Box::new(NamedWriter::new(name, list.values().as_ref())?))
            }
            DataType::Map(..) => {
                let map = array.as_map();
                let keys = map.keys().as_string_opt::<i32>().ok_or_else(unsupported)?;
                Writer::Map(map.offsets(), keys, Box::new(NamedWriter::new(name, map.values().as_ref())?))
            }
            DataType::Struct(fields) => {
                let row = array.as_struct();
                let children = fields.iter().zip(row.columns());
                Writer::Struct(
                    children
                        .map(|(f, child)| NamedWriter::new(f.name(), child.as_ref()))
                        .collect::<Result<_, _>>()?,
                )
            }
            _ => return Err(unsupported()),
        };
        Ok(Self { name, key, array, writer })
    }
}

fn write_integer(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

fn write_float_token(out: &mut Vec<u8>, value: f64, write: impl FnOnce(&mut String)) {
    let mut text = String::new();
    write(&mut text);
    if value.is_finite() { out.extend_from_slice(text.as_bytes()) } else { write_string(out, &text) }
}

fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    write(out);
    out.push(b'"');
}

/// A JSON string as Jackson escapes it: quotes, backslashes and control characters, nothing else.
pub fn write_string(out: &mut Vec<u8>, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut written = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&bytes[written..at]);
        written = at + 1;
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            8 => out.extend_from_slice(b"\\b"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            12 => out.extend_from_slice(b"\\f"),
            b'\r' => out.extend_from_slice(b"\\r"),
            control => {
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&[HEX[usize::from(control >> 4)], HEX[usize::from(control & 15)]]);
            }
        }
    }
    out.extend_from_slice(&bytes[written..]);
    out.push(b'"');
}

#[cfg(test)]
mod tests;
