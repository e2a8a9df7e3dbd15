//! One value of one row, read from an array and written to one: what the rarer functions and aggregates compute on.
//!
//! The hot paths work on whole arrays; this is for what is not worth a kernel of its own. Nested values stay in their
//! arrays (they are moved with `take` and `interleave`).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use arrow_array::builder::{
    BinaryBuilder, BooleanBuilder, Date32Builder, Decimal128Builder, DurationMillisecondBuilder,
    Float32Builder, Float64Builder, Int8Builder, Int16Builder, Int32Builder, Int64Builder, StringBuilder,
    Time32MillisecondBuilder, TimestampMicrosecondBuilder, TimestampMillisecondBuilder,
    TimestampNanosecondBuilder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, DurationMillisecondType, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, Time32MillisecondType, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};

use super::error::ExecError;

/// A value, without its type. TIMESTAMPs of any unit are nanoseconds, so that they compute alike.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'a> {
    Null,
    Boolean(bool),
    /// TINYINT to BIGINT, DATE (days), TIME (milliseconds) and intervals (months or milliseconds).
    Int(i64),
    Float(f64),
    Decimal(i128),
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
    /// Nanoseconds since the epoch, wide enough for every year of Flink.
    Nanos(i128),
}

impl<'a> Scalar<'a> {
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub fn int(&self) -> i64 {
        match self {
            Self::Int(v) => *v,
            Self::Boolean(v) => i64::from(*v),
            _ => 0,
        }
    }

    pub fn float(&self) -> f64 {
        match self {
            Self::Float(v) => *v,
            Self::Int(v) => *v as f64,
            _ => 0.0,
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(v) => v,
            _ => "",
        }
    }

    pub fn owned(self) -> Scalar<'static> {
        match self {
            Self::Text(v) => Scalar::Text(Cow::Owned(v.into_owned())),
            Self::Bytes(v) => Scalar::Bytes(Cow::Owned(v.into_owned())),
            Self::Null => Scalar::Null,
            Self::Boolean(v) => Scalar::Boolean(v),
            Self::Int(v) => Scalar::Int(v),
            Self::Float(v) => Scalar::Float(v),
            Self::Decimal(v) => Scalar::Decimal(v),
            Self::Nanos(v) => Scalar::Nanos(v),
        }
    }

    /// Order of two values of one type; neither is NULL.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Boolean(a), Self::Boolean(b)) => a.cmp(b),
            (Self::Int(a), Self::Int(b)) => a.cmp(b),
            // As java.lang.Double.compare but for zeros, which are equal.
            (Self::Float(a), Self::Float(b)) => {
                a.partial_cmp(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
            }
            (Self::Decimal(a), Self::Decimal(b)) | (Self::Nanos(a), Self::Nanos(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
            (Self::Bytes(a), Self::Bytes(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }

    /// What sort of value it is, for messages that must not show the value.
    pub fn kind_name(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Boolean(_) => "a truth value",
            Self::Int(_) => "a whole number",
            Self::Float(_) => "a floating number",
            Self::Decimal(_) => "a decimal number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
            Self::Nanos(_) => "a time",
        }
    }

    /// Bytes of heap the value holds.
    pub fn heap_bytes(&self) -> usize {
        match self {
            Self::Text(v) => v.len(),
            Self::Bytes(v) => v.len(),
            _ => 0,
        }
    }
}

/// Reads scalars from an array whose type was looked at once.
pub enum Reader<'a> {
    Null,
    Boolean(&'a arrow_array::BooleanArray),
    Int8(&'a arrow_array::Int8Array),
    Int16(&'a arrow_array::Int16Array),
    Int32(&'a arrow_array::Int32Array),
    Int64(&'a arrow_array::Int64Array),
    Float32(&'a arrow_array::Float32Array),
    Float64(&'a arrow_array::Float64Array),
    Decimal(&'a arrow_array::Decimal128Array),
    Text(&'a arrow_array::StringArray),
    Bytes(&'a arrow_array::BinaryArray),
    Date(&'a arrow_array::Date32Array),
    Time(&'a arrow_array::Time32MillisecondArray),
    Duration(&'a arrow_array::DurationMillisecondArray),
    Stamp { array: &'a dyn Array, values: &'a [i64], nanos: i128 },
    Nested(&'a ArrayRef),
}

impl<'a> Reader<'a> {
    pub fn new(array: &'a ArrayRef) -> Self {
        match array.data_type() {
            DataType::Null => Self::Null,
            DataType::Boolean => Self::Boolean(array.as_boolean()),
            DataType::Int8 => Self::Int8(array.as_primitive::<Int8Type>()),
            DataType::Int16 => Self::Int16(array.as_primitive::<Int16Type>()),
            DataType::Int32 => Self::Int32(array.as_primitive::<Int32Type>()),
            DataType::Int64 => Self::Int64(array.as_primitive::<Int64Type>()),
            DataType::Float32 => Self::Float32(array.as_primitive::<Float32Type>()),
            DataType::Float64 => Self::Float64(array.as_primitive::<Float64Type>()),
            DataType::Decimal128(..) => Self::Decimal(array.as_primitive::<Decimal128Type>()),
            DataType::Utf8 => Self::Text(array.as_string()),
            DataType::Binary => Self::Bytes(array.as_binary()),
            DataType::Date32 => Self::Date(array.as_primitive::<Date32Type>()),
            DataType::Time32(TimeUnit::Millisecond) => {
                Self::Time(array.as_primitive::<Time32MillisecondType>())
            }
            DataType::Duration(TimeUnit::Millisecond) => {
                Self::Duration(array.as_primitive::<DurationMillisecondType>())
            }
            DataType::Timestamp(unit, _) => {
                let (values, nanos) = stamp_values(array, *unit);
                Self::Stamp { array: array.as_ref(), values, nanos: nanos.into() }
            }
            _ => Self::Nested(array),
        }
    }

    pub fn get(&self, row: usize) -> Scalar<'a> {
        macro_rules! value {
            ($array:expr, $make:expr) => {
                if $array.is_null(row) { Scalar::Null } else { $make($array.value(row)) }
            };
        }
        match self {
            Self::Null | Self::Nested(_) => Scalar::Null,
            Self::Boolean(a) => value!(a, Scalar::Boolean),
            Self::Int8(a) => value!(a, |v| Scalar::Int(i64::from(v))),
            Self::Int16(a) => value!(a, |v| Scalar::Int(i64::from(v))),
            Self::Int32(a) => value!(a, |v| Scalar::Int(i64::from(v))),
            Self::Int64(a) => value!(a, Scalar::Int),
            Self::Float32(a) => value!(a, |v| Scalar::Float(f64::from(v))),
            Self::Float64(a) => value!(a, Scalar::Float),
            Self::Decimal(a) => value!(a, Scalar::Decimal),
            Self::Text(a) => value!(a, |v| Scalar::Text(Cow::Borrowed(v))),
            Self::Bytes(a) => value!(a, |v| Scalar::Bytes(Cow::Borrowed(v))),
            Self::Date(a) => value!(a, |v| Scalar::Int(i64::from(v))),
            Self::Time(a) => value!(a, |v| Scalar::Int(i64::from(v))),
            Self::Duration(a) => value!(a, Scalar::Int),
            Self::Stamp { array, values, nanos } => {
                if array.is_null(row) {
                    Scalar::Null
                } else {
                    Scalar::Nanos(i128::from(values[row]) * nanos)
                }
            }
        }
    }
}

/// The raw values of a timestamp array and how many nanoseconds one unit is.
pub fn stamp_values(array: &dyn Array, unit: TimeUnit) -> (&[i64], i64) {
    match unit {
        TimeUnit::Microsecond => (array.as_primitive::<TimestampMicrosecondType>().values(), 1_000),
        TimeUnit::Nanosecond => (array.as_primitive::<TimestampNanosecondType>().values(), 1),
        _ => (array.as_primitive::<TimestampMillisecondType>().values(), 1_000_000),
    }
}

/// Writes scalars into an array of a flat type.
pub enum Writer {
    Boolean(BooleanBuilder),
    Int8(Int8Builder),
    Int16(Int16Builder),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Float32(Float32Builder),
    Float64(Float64Builder),
    Decimal(Decimal128Builder),
    Text(StringBuilder),
    Bytes(BinaryBuilder),
    Date(Date32Builder),
    Time(Time32MillisecondBuilder),
    Duration(DurationMillisecondBuilder),
    Millis(TimestampMillisecondBuilder),
    Micros(TimestampMicrosecondBuilder),
    Nanos(TimestampNanosecondBuilder),
    /// Rows of a type that holds nothing but NULL here.
    Nulls(DataType, usize),
}

impl Writer {
    pub fn new(data_type: &DataType, rows: usize) -> Self {
        match data_type {
            DataType::Boolean => Self::Boolean(BooleanBuilder::with_capacity(rows)),
            DataType::Int8 => Self::Int8(Int8Builder::with_capacity(rows)),
            DataType::Int16 => Self::Int16(Int16Builder::with_capacity(rows)),
            DataType::Int32 => Self::Int32(Int32Builder::with_capacity(rows)),
            DataType::Int64 => Self::Int64(Int64Builder::with_capacity(rows)),
            DataType::Float32 => Self::Float32(Float32Builder::with_capacity(rows)),
            DataType::Float64 => Self::Float64(Float64Builder::with_capacity(rows)),
            DataType::Decimal128(..) => {
                Self::Decimal(Decimal128Builder::with_capacity(rows).with_data_type(data_type.clone()))
            }
            DataType::Utf8 => Self::Text(StringBuilder::with_capacity(rows, rows * 16)),
            DataType::Binary => Self::Bytes(BinaryBuilder::with_capacity(rows, rows * 16)),
            DataType::Date32 => Self::Date(Date32Builder::with_capacity(rows)),
            DataType::Time32(_) => Self::Time(Time32MillisecondBuilder::with_capacity(rows)),
            DataType::Duration(_) => Self::Duration(DurationMillisecondBuilder::with_capacity(rows)),
            DataType::Timestamp(TimeUnit::Microsecond, _) => Self::Micros(
                TimestampMicrosecondBuilder::with_capacity(rows).with_data_type(data_type.clone()),
            ),
            DataType::Timestamp(TimeUnit::Nanosecond, _) => {
                Self::Nanos(TimestampNanosecondBuilder::with_capacity(rows).with_data_type(data_type.clone()))
            }
            DataType::Timestamp(TimeUnit::Millisecond, _) => Self::Millis(
                TimestampMillisecondBuilder::with_capacity(rows).with_data_type(data_type.clone()),
            ),
            other => Self::Nulls(other.clone(), 0),
        }
    }

    /// Adds a value of the array's type; integers are cut to its width as Java casts them. A timestamp beyond the unit's
    /// range is an error.
    pub fn push(&mut self, value: &Scalar<'_>) -> Result<(), ExecError> {
        match (self, value) {
            (Self::Nulls(_, rows), _) => *rows += 1,
            (writer, Scalar::Null) => writer.push_null(),
            (Self::Boolean(b), Scalar::Boolean(v)) => b.append_value(*v),
            (Self::Int8(b), Scalar::Int(v)) => b.append_value(*v as i8),
            (Self::Int16(b), Scalar::Int(v)) => b.append_value(*v as i16),
            (Self::Int32(b), Scalar::Int(v)) => b.append_value(*v as i32),
            (Self::Int64(b), Scalar::Int(v)) => b.append_value(*v),
            (Self::Float32(b), Scalar::Float(v)) => b.append_value(*v as f32),
            (Self::Float64(b), Scalar::Float(v)) => b.append_value(*v),
            (Self::Decimal(b), Scalar::Decimal(v)) => b.append_value(*v),
            (Self::Text(b), Scalar::Text(v)) => b.append_value(v),
            (Self::Bytes(b), Scalar::Bytes(v)) => b.append_value(v),
            (Self::Date(b), Scalar::Int(v)) => b.append_value(*v as i32),
            (Self::Time(b), Scalar::Int(v)) => b.append_value(*v as i32),
            (Self::Duration(b), Scalar::Int(v)) => b.append_value(*v),
            (Self::Millis(b), Scalar::Nanos(v)) => b.append_value(unit_of(*v, 1_000_000)?),
            (Self::Micros(b), Scalar::Nanos(v)) => b.append_value(unit_of(*v, 1_000)?),
            (Self::Nanos(b), Scalar::Nanos(v)) => b.append_value(unit_of(*v, 1)?),
            (_, value) => {
                return Err(ExecError::Internal(format!("{} does not fit its column", value.kind_name())));
            }
        }
        Ok(())
    }

    pub fn push_null(&mut self) {
        match self {
            Self::Boolean(b) => b.append_null(),
            Self::Int8(b) => b.append_null(),
            Self::Int16(b) => b.append_null(),
            Self::Int32(b) => b.append_null(),
            Self::Int64(b) => b.append_null(),
            Self::Float32(b) => b.append_null(),
            Self::Float64(b) => b.append_null(),
            Self::Decimal(b) => b.append_null(),
            Self::Text(b) => b.append_null(),
            Self::Bytes(b) => b.append_null(),
            Self::Date(b) => b.append_null(),
            Self::Time(b) => b.append_null(),
            Self::Duration(b) => b.append_null(),
            Self::Millis(b) => b.append_null(),
            Self::Micros(b) => b.append_null(),
            Self::Nanos(b) => b.append_null(),
            Self::Nulls(_, rows) => *rows += 1,
        }
    }

    pub fn finish(self) -> ArrayRef {
        match self {
            Self::Boolean(mut b) => Arc::new(b.finish()),
            Self::Int8(mut b) => Arc::new(b.finish()),
            Self::Int16(mut b) => Arc::new(b.finish()),
            Self::Int32(mut b) => Arc::new(b.finish()),
            Self::Int64(mut b) => Arc::new(b.finish()),
            Self::Float32(mut b) => Arc::new(b.finish()),
            Self::Float64(mut b) => Arc::new(b.finish()),
            Self::Decimal(mut b) => Arc::new(b.finish()),
            Self::Text(mut b) => Arc::new(b.finish()),
            Self::Bytes(mut b) => Arc::new(b.finish()),
            Self::Date(mut b) => Arc::new(b.finish()),
            Self::Time(mut b) => Arc::new(b.finish()),
            Self::Duration(mut b) => Arc::new(b.finish()),
            Self::Millis(mut b) => Arc::new(b.finish()),
            Self::Micros(mut b) => Arc::new(b.finish()),
            Self::Nanos(mut b) => Arc::new(b.finish()),
            Self::Nulls(data_type, rows) => arrow_array::new_null_array(&data_type, rows),
        }
    }
}

fn unit_of(nanos: i128, unit: i128) -> Result<i64, ExecError> {
    i64::try_from(nanos.div_euclid(unit))
        .map_err(|_| ExecError::Internal("a timestamp lies outside the range of its precision".to_owned()))
}
