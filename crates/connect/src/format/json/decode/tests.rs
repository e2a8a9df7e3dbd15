//! What a message becomes: rows, NULLs, skips and errors.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int32Type, TimestampMillisecondType};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field, Fields, Schema, TimeUnit};

use super::*;

fn schema(fields: Vec<(&str, DataType)>) -> Schema {
    Schema::new(fields.into_iter().map(|(name, t)| Field::new(name, t, true)).collect::<Vec<_>>())
}

fn clicks() -> Schema {
    let time = DataType::Timestamp(TimeUnit::Millisecond, None);
    schema(vec![("user_id", DataType::Utf8), ("n", DataType::Int32), ("ts", time)])
}

fn decode_with(schema: &Schema, options: DecodeOptions, lines: &[&str]) -> RecordBatch {
    let mut decoder = JsonDecoder::new(schema, options).expect("types");
    for line in lines {
        decoder.decode(line.as_bytes()).expect(line);
    }
    decoder.flush()
}

fn lenient() -> DecodeOptions {
    DecodeOptions { ignore_parse_errors: true, ..Default::default() }
}

fn strings(batch: &RecordBatch, column: usize) -> Vec<Option<String>> {
    batch.column(column).as_string::<i32>().iter().map(|s| s.map(str::to_owned)).collect()
}

#[test]
fn fields_are_found_in_any_order_and_unknown_ones_are_skipped() {
    let lines = [
        r#"{"user_id":"u1","n":1,"ts":"2026-03-20 10:00:00.5","x":{"y":[1,"}"]}}"#,
        r#"{"ts":"2026-03-20 10:00:01","z":null,"n":2,"user_id":"u2"}"#,
        r#"{"n":3,"user\u005fid":"u3"}"#,
        r#" { } "#,
        r#"{"n":4,"n":5}"#,
    ];
    let batch = decode_with(&clicks(), DecodeOptions::default(), &lines);
    let text = |s: &str| Some(s.to_owned());
    assert_eq!(strings(&batch, 0), [text("u1"), text("u2"), text("u3"), None, None]);
    let numbers: Vec<_> = batch.column(1).as_primitive::<Int32Type>().iter().collect();
    assert_eq!(numbers, [Some(1), Some(2), Some(3), None, Some(5)]);
    let times = batch.column(2).as_primitive::<TimestampMillisecondType>();
    assert_eq!(times.value(0), 1_774_000_800_500);
    assert!(times.is_null(2));
}

#[test]
fn a_projection_keeps_only_what_is_asked_for() {
    let batch =
        decode_with(&schema(vec![("b", DataType::Utf8)]), DecodeOptions::default(), &[r#"{"a":1,"b":"x"}"#]);
    assert_eq!((batch.num_columns(), strings(&batch, 0)), (1, vec![Some("x".to_owned())]));
    let nothing = decode_with(&schema(vec![]), DecodeOptions::default(), &[r#"{"a":1}"#, "{}"]);
    assert_eq!((nothing.num_columns(), nothing.num_rows()), (0, 2));
}

#[test]
fn strings_take_scalars_and_the_text_of_nested_values() {
    let lines = [
        r#"{"s":1.50}"#,
        r#"{"s":true}"#,
        r#"{"s":{ "a" : [1, 2] }}"#,
        r#"{"s":"\u00e9\n"}"#,
        r#"{"s":null}"#,
    ];
    let batch = decode_with(&schema(vec![("s", DataType::Utf8)]), DecodeOptions::default(), &lines);
    let expected = ["1.50", "true", r#"{"a":[1,2]}"#, "é\n"].map(|s| Some(s.to_owned()));
    assert_eq!(strings(&batch, 0)[..4], expected);
    assert_eq!(strings(&batch, 0)[4], None);
}

#[test]
fn a_bad_field_fails_the_message_and_names_its_path() {
    let row = DataType::Struct(Fields::from(vec![Field::new("n", DataType::Int32, true)]));
    let mut decoder = JsonDecoder::new(&schema(vec![("r", row)]), DecodeOptions::default()).expect("types");
    let error = decoder.decode(br#"{"r":{"n":"x"}}"#).expect_err("not a number");
    assert_eq!(error.to_string(), "field 'r.n' is not INT: x");
    // The decoder can go on, from nothing.
    assert_eq!(decoder.decode(br#"{"r":{"n":7}}"#), Ok(Decoded::Rows(1)));
    assert_eq!(decoder.flush().num_rows(), 1);
}

#[test]
fn ignoring_errors_nulls_a_bad_field_and_skips_a_bad_message() {
    let mut decoder = JsonDecoder::new(&clicks(), lenient()).expect("types");
    for (line, expected) in [
        (r#"{"user_id":"u1","n":"x"}"#, Decoded::Rows(1)),
        ("not json", Decoded::Skipped),
        (r#"{"user_id":"u2","n":2"#, Decoded::Skipped),
        ("", Decoded::Skipped),
        ("42", Decoded::Skipped),
        (r#"{"user_id":"u3","ts":"2026-03-20T10:00:00"}"#, Decoded::Rows(1)),
    ] {
        assert_eq!(decoder.decode(line.as_bytes()), Ok(expected), "{line}");
    }
    assert_eq!(decoder.bad_fields(), 2);
    let batch = decoder.flush();
    assert_eq!(strings(&batch, 0), [Some("u1".to_owned()), Some("u3".to_owned())]);
    assert_eq!((batch.column(1).null_count(), batch.column(2).null_count()), (2, 2));
}

#[test]
fn malformed_messages_fail_without_ignoring() {
    let mut decoder = JsonDecoder::new(&clicks(), DecodeOptions::default()).expect("types");
    assert!(matches!(decoder.decode(b"{"), Err(DecodeError::Malformed(_))));
    assert!(matches!(decoder.decode(b"17"), Err(DecodeError::NotAnObject)));
    assert!(matches!(decoder.decode(b"[1]"), Err(DecodeError::NotAnObject)));
    assert!(matches!(decoder.decode(b"{\"user_id\":\"\xff\"}"), Err(DecodeError::Value { .. })));
}

#[test]
fn a_missing_field_fails_only_when_asked_to() {
    let options = DecodeOptions { fail_on_missing_field: true, ..Default::default() };
    let mut decoder = JsonDecoder::new(&clicks(), options).expect("types");
    let error = decoder.decode(br#"{"user_id":"u1","n":1}"#).expect_err("ts is missing");
    assert_eq!(error.to_string(), "field 'ts' is missing and 'json.fail-on-missing-field' is set");
    assert_eq!(decoder.decode(br#"{"user_id":null,"n":1,"ts":null}"#), Ok(Decoded::Rows(1)));
}

#[test]
fn a_top_level_array_is_several_rows() {
    let batch =
        decode_with(&clicks(), DecodeOptions::default(), &[r#"[{"n":1},{"n":2}]"#, "[]", r#"{"n":3}"#]);
    let numbers: Vec<_> = batch.column(1).as_primitive::<Int32Type>().values().to_vec();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn nested_rows_arrays_and_maps_are_built_with_their_nulls() {
    let item = Arc::new(Field::new("item", DataType::Int32, true));
    let inner = Fields::from(vec![
        Field::new("a", DataType::Utf8, true),
        Field::new("l", DataType::List(item), true),
    ]);
    let entry = Fields::from(vec![
        Field::new("key", DataType::Utf8, false),
        Field::new("value", DataType::Int32, true),
    ]);
    let map = DataType::Map(Arc::new(Field::new("entries", DataType::Struct(entry), false)), false);
    let schema = schema(vec![("r", DataType::Struct(inner)), ("m", map)]);
    let lines = [
        r#"{"r":{"l":[1,null,"3"],"a":"x"},"m":{"k":1,"j":null}}"#,
        r#"{"r":null,"m":{}}"#,
        r#"{"r":{"l":7},"m":[]}"#,
    ];
    let batch = decode_with(&schema, lenient(), &lines);
    let rows = batch.column(0).as_struct();
    assert_eq!((rows.is_null(0), rows.is_null(1), rows.is_null(2)), (false, true, false));
    let lists = rows.column(1).as_list::<i32>();
    let first: Vec<_> = lists.value(0).as_primitive::<Int32Type>().iter().collect();
    assert_eq!(first, [Some(1), None, Some(3)]);
    assert!(lists.is_null(2));
    let maps = batch.column(1).as_map();
    assert_eq!((maps.value_length(0), maps.value_length(1), maps.is_null(2)), (2, 0, true));
}

#[test]
fn a_decimal_is_rounded_and_one_too_large_is_null() {
    let schema = schema(vec![("d", DataType::Decimal128(5, 2))]);
    let lines = [r#"{"d":1.005}"#, r#"{"d":"12.3"}"#, r#"{"d":123456}"#];
    let batch = decode_with(&schema, DecodeOptions::default(), &lines);
    let values: Vec<_> = batch.column(0).as_primitive::<Decimal128Type>().iter().collect();
    assert_eq!(values, [Some(101), Some(1230), None]);
}

#[test]
fn a_type_without_a_json_form_is_refused_when_the_decoder_is_made() {
    let error = JsonDecoder::new(&schema(vec![("x", DataType::UInt8)]), DecodeOptions::default()).err();
    assert_eq!(error.expect("no form").column, "x");
}
