//! Rows as the JSON that `headwater sql run`, the row feed and the console show.
//!
//! One array per row: TIMESTAMP as `yyyy-MM-ddTHH:mm:ss.SSS` (more digits only where a value has them), TIMESTAMP_LTZ in UTC with
//! `Z`, DATE and TIME as text, DECIMAL as a string with its scale, ROW and ARRAY as lists, MAP as an object, BYTES in
//! base64, infinities and NaN as strings, intervals as Flink casts them to text.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use base64::Engine as _;
use headwater_connect::format::json::write_string;
use headwater_connect::format::text::{
    Fraction, write_date, write_decimal_plain, write_double, write_float, write_time,
};

use super::eval::{text_of, write_timestamp_text};
use super::scalar::{Reader, Scalar};
use crate::types::LogicalType as T;

/// Appends row `row` as a JSON array.
pub fn write_row(out: &mut Vec<u8>, columns: &[ArrayRef], types: &[T], row: usize) {
    out.push(b'[');
    for (index, (column, logical)) in columns.iter().zip(types).enumerate() {
        if index > 0 {
            out.extend_from_slice(b", ");
        }
        write_value(out, column, logical, row);
    }
    out.push(b']');
}

fn write_value(out: &mut Vec<u8>, array: &ArrayRef, logical: &T, row: usize) {
    if array.is_null(row) {
        return out.extend_from_slice(b"null");
    }
    match logical {
        T::Row(fields) => {
            let types: Vec<T> = fields.iter().map(|f| f.data_type.logical.clone()).collect();
            write_row(out, array.as_struct().columns(), &types, row);
        }
        T::Array(element) => {
            let list = array.as_list::<i32>();
            out.push(b'[');
            for (index, at) in (list.value_offsets()[row]..list.value_offsets()[row + 1]).enumerate() {
                if index > 0 {
                    out.extend_from_slice(b", ");
                }
                write_value(out, list.values(), &element.logical, at as usize);
            }
            out.push(b']');
        }
        T::Map(key, value) => write_map(out, array, &key.logical, &value.logical, row),
        T::Multiset(element) => write_map(out, array, &element.logical, &T::Int, row),
        flat => write_scalar(out, Reader::new(array).get(row), flat),
    }
}

fn write_map(out: &mut Vec<u8>, array: &ArrayRef, key: &T, value: &T, row: usize) {
    let map = array.as_map();
    out.push(b'{');
    for (index, at) in (map.value_offsets()[row]..map.value_offsets()[row + 1]).enumerate() {
        if index > 0 {
            out.extend_from_slice(b", ");
        }
        let at = at as usize;
        let text = text_of(Reader::new(map.keys()).get(at), key);
        write_string(out, text.as_deref().unwrap_or("null"));
        out.extend_from_slice(b": ");
        write_value(out, map.values(), value, at);
    }
    out.push(b'}');
}

fn write_scalar(out: &mut Vec<u8>, value: Scalar<'_>, logical: &T) {
    match (value, logical) {
        (Scalar::Null, _) => out.extend_from_slice(b"null"),
        (Scalar::Boolean(v), _) => out.extend_from_slice(if v { b"true" } else { b"false" }),
        (Scalar::Int(v), T::Date) => quoted(out, |out| write_date(out, v)),
        (Scalar::Int(v), T::Time(_)) => quoted(out, |out| {
            let fraction = if v % 1000 == 0 { Fraction::Fixed(0) } else { Fraction::Fixed(3) };
            write_time(out, v * 1_000_000, fraction);
        }),
        (Scalar::Int(v), logical) if logical.is_interval() => {
            write_string(out, text_of(Scalar::Int(v), logical).as_deref().unwrap_or_default());
        }
        (Scalar::Int(v), _) => out.extend_from_slice(v.to_string().as_bytes()),
        (Scalar::Float(v), logical) => {
            let mut text = String::new();
            if matches!(logical, T::Float) {
                write_float(&mut text, v as f32)
            } else {
                write_double(&mut text, v)
            }
            if v.is_finite() { out.extend_from_slice(text.as_bytes()) } else { write_string(out, &text) }
        }
        (Scalar::Decimal(v), T::Decimal { scale, .. }) => {
            quoted(out, |out| write_decimal_plain(out, v, *scale as i8))
        }
        (Scalar::Decimal(v), _) => quoted(out, |out| write_decimal_plain(out, v, 0)),
        (Scalar::Text(v), _) => write_string(out, &v),
        (Scalar::Bytes(v), _) => write_string(out, &base64::engine::general_purpose::STANDARD.encode(v)),
        (Scalar::Nanos(v), logical) => quoted(out, |out| {
            write_timestamp_text(out, v, 3, b'T');
            if matches!(logical, T::TimestampLtz(_)) {
                out.push(b'Z');
            }
        }),
    }
}

fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    write(out);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exec::eval::value_to_array;
    use crate::types::{DayTimeUnit, RowField, TimestampValue, Value};

    fn shown(value: Value, logical: T) -> String {
        let array = value_to_array(&value, &logical).expect("a value");
        let mut out = Vec::new();
        write_row(&mut out, &[array], &[logical], 0);
        String::from_utf8(out).expect("utf-8")
    }

    #[test]
    fn every_type_is_shown_in_its_one_form() {
        let stamp =
            |nanos_of_milli| Value::Timestamp(TimestampValue { millis: 1_774_000_800_120, nanos_of_milli });
        let field = |name: &str, t: T| RowField { name: name.to_owned(), data_type: t.nullable() };
        let row = T::Row([field("a", T::Int), field("b", T::STRING)].into());
        let list = T::Array(Box::new(T::Int.nullable()));
        let map = T::Map(Box::new(T::STRING.not_null()), Box::new(T::Int.nullable()));
        for (value, logical, expected) in [
            (Value::Null, T::Int, "null"),
            (Value::Boolean(true), T::Boolean, "true"),
            (Value::Int(-7), T::TinyInt, "-7"),
            (Value::Int(i64::MAX), T::BigInt, "9223372036854775807"),
            (Value::Float(1.5), T::Double, "1.5"),
            (Value::Float(1e10), T::Double, "1.0E10"),
            (Value::Float(f64::NAN), T::Double, r#""NaN""#),
            (Value::Decimal(1250), T::Decimal { precision: 10, scale: 2 }, r#""12.50""#),
            (Value::string("a\"é"), T::STRING, "\"a\\\"é\""),
            (Value::Bytes([1, 2].as_slice().into()), T::BYTES, r#""AQI=""#),
            (Value::Date(20_532), T::Date, r#""2026-03-20""#),
            (Value::Time(36_000_000), T::Time(0), r#""10:00:00""#),
            (stamp(0), T::Timestamp(3), r#""2026-03-20T10:00:00.120""#),
            (stamp(456_000), T::Timestamp(6), r#""2026-03-20T10:00:00.120456""#),
            (stamp(0), T::TimestampLtz(3), r#""2026-03-20T10:00:00.120Z""#),
            (Value::Millis(90_061_001), T::IntervalDayTime(DayTimeUnit::DayToSecond), r#""+1 01:01:01.001""#),
            (Value::List([Value::Int(1), Value::string("x")].into()), row, r#"[1, "x"]"#),
            (Value::List([Value::Int(1), Value::Null].into()), list, "[1, null]"),
            (Value::Map([(Value::string("k"), Value::Int(1))].into()), map, r#"{"k": 1}"#),
        ] {
            assert_eq!(shown(value, logical.clone()), format!("[{expected}]"), "{logical}");
        }
    }
}
