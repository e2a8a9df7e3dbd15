//! What rows look like as JSON: decoded from one text and written to another.

use arrow_schema::{Field, Fields, Schema};
use std::sync::Arc;

use super::*;
use crate::format::json::{DecodeOptions, JsonDecoder};

fn rewritten(data_type: DataType, options: EncodeOptions, value: &str) -> String {
    let schema = Schema::new(vec![Field::new("v", data_type, true)]);
    let mut decoder = JsonDecoder::new(&schema, DecodeOptions::default()).expect("types");
    decoder.decode(format!(r#"{{"v":{value}}}"#).as_bytes()).expect(value);
    let (mut out, mut ends) = (Vec::new(), Vec::new());
    JsonEncoder::new(options).encode(&decoder.flush(), &mut out, &mut ends).expect("encodes");
    assert_eq!(ends, [out.len()]);
    String::from_utf8(out).expect("utf-8")
}

fn map_type() -> DataType {
    let entry = Fields::from(vec![
        Field::new("key", DataType::Utf8, false),
        Field::new("value", DataType::Int32, true),
    ]);
    DataType::Map(Arc::new(Field::new("entries", DataType::Struct(entry), false)), false)
}

#[test]
fn every_type_is_written_as_flink_writes_it() {
    let millis = |zone: Option<&str>| DataType::Timestamp(TimeUnit::Millisecond, zone.map(Into::into));
    let item = Arc::new(Field::new("item", DataType::Int32, true));
    let row = DataType::Struct(Fields::from(vec![Field::new("a", DataType::Int32, true)]));
    for (data_type, value, expected) in [
        (DataType::Boolean, "true", "true"),
        (DataType::Int8, "-128", "-128"),
        (DataType::Int64, "-9223372036854775808", "-9223372036854775808"),
        (DataType::Float64, "1e10", "1.0E10"),
        (DataType::Float64, r#""NaN""#, r#""NaN""#),
        (DataType::Float32, "0.1", "0.1"),
        (DataType::Decimal128(10, 4), "1.0000", "1"),
        (DataType::Decimal128(10, 1), "10.0", "1E+1"),
        (DataType::Utf8, r#""a\"\u0001\né/""#, "\"a\\\"\\u0001\\né/\""),
        (DataType::Binary, r#""AQI=""#, r#""AQI=""#),
        (DataType::Date32, r#""2026-03-20""#, r#""2026-03-20""#),
        (DataType::Time32(TimeUnit::Millisecond), r#""10:00:05""#, r#""10:00:05""#),
        (millis(None), r#""2026-03-20 10:00:00.120""#, r#""2026-03-20 10:00:00.12""#),
        (millis(Some("UTC")), r#""2026-03-20 10:00:00Z""#, r#""2026-03-20 10:00:00Z""#),
        (DataType::List(item), "[1,null]", "[1,null]"),
        (row, r#"{"a":1}"#, r#"{"a":1}"#),
        (map_type(), r#"{"k":1,"j":2,"k":3}"#, r#"{"j":2,"k":3}"#),
        (DataType::Int32, "null", "null"),
    ] {
        let written = rewritten(data_type.clone(), EncodeOptions::default(), value);
        assert_eq!(written, format!(r#"{{"v":{expected}}}"#), "{data_type}");
    }
}

#[test]
fn options_change_decimals_timestamps_and_nulls() {
    let plain = EncodeOptions { decimal_as_plain_number: true, ..Default::default() };
    assert_eq!(rewritten(DataType::Decimal128(10, 4), plain, "1"), r#"{"v":1.0000}"#);
    let iso = EncodeOptions { timestamp_standard: TimestampStandard::Iso8601, ..Default::default() };
    let time = DataType::Timestamp(TimeUnit::Millisecond, None);
    assert_eq!(rewritten(time, iso, r#""2026-03-20 10:00:00""#), r#"{"v":"2026-03-20T10:00:00"}"#);
    let without_nulls = EncodeOptions { ignore_null_fields: true, ..Default::default() };
    assert_eq!(rewritten(DataType::Int32, without_nulls, "null"), "{}");
}
