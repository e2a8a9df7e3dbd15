//! Any bytes as a JSON message of a table with columns of every type: rows, NULLs or an error, never a panic; what became rows is written,
//! read again and written the same. The first byte chooses the options.
#![no_main]

use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, TimeUnit};
use headwater_connect::format::TimestampStandard;
use headwater_connect::format::json::{DecodeOptions, Decoded, EncodeOptions, JsonDecoder, JsonEncoder, MapNullKeyMode};
use headwater_connect::format::text;
use libfuzzer_sys::fuzz_target;

fn schema() -> Schema {
    let field = |name: &str, data_type| Field::new(name, data_type, true);
    let entries = Fields::from(vec![Field::new("key", DataType::Utf8, false), field("value", DataType::Int32)]);
    let entries = Arc::new(Field::new("entries", DataType::Struct(entries), false));
    let row = Fields::from(vec![field("x", DataType::Int32), field("y", DataType::Utf8)]);
    let types = [
        ("b", DataType::Boolean),
        ("i", DataType::Int32),
        ("l", DataType::Int64),
        ("t", DataType::Int8),
        ("f", DataType::Float32),
        ("d", DataType::Float64),
        ("n", DataType::Decimal128(10, 2)),
        ("s", DataType::Utf8),
        ("v", DataType::Binary),
        ("day", DataType::Date32),
        ("time", DataType::Time32(TimeUnit::Millisecond)),
        ("ts", DataType::Timestamp(TimeUnit::Millisecond, None)),
        ("ltz", DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()))),
        ("list", DataType::List(Arc::new(field("item", DataType::Int32)))),
        ("map", DataType::Map(entries, false)),
        ("row", DataType::Struct(row)),
    ];
    Schema::new(types.into_iter().map(|(name, data_type)| field(name, data_type)).collect::<Vec<_>>())
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, message)) = bytes.split_first() else { return };
    let timestamp_standard = match choice & 3 {
        0 | 1 => TimestampStandard::Sql,
        2 => TimestampStandard::Iso8601,
        _ => TimestampStandard::Iso8601WithOffset,
    };
    let decode = DecodeOptions {
        fail_on_missing_field: choice & 4 != 0,
        ignore_parse_errors: choice & 8 != 0,
        timestamp_standard,
    };
    let encode = EncodeOptions {
        timestamp_standard,
        decimal_as_plain_number: true,
        ignore_null_fields: choice & 16 != 0,
        map_null_key: MapNullKeyMode::Drop,
    };
    text::parse_date(message);
    text::parse_time(message);
    text::parse_timestamp(message, timestamp_standard);
    text::parse_timestamp_ltz(message, timestamp_standard);
    let _ = text::parse_decimal(message, 38, 18);
    let mut decoder = JsonDecoder::new(&schema(), decode).expect("every type is read");
    if !matches!(decoder.decode(message), Ok(Decoded::Rows(_))) {
        return;
    }
    let rows = decoder.flush();
    let write = |rows| {
        let (mut lines, mut ends) = (Vec::new(), Vec::new());
        let written = JsonEncoder::new(encode.clone()).encode(rows, &mut lines, &mut ends);
        written.ok().map(|()| (lines, ends))
    };
    // A time beyond the year 9999 may be read from another zone and has no text.
    let Some((lines, ends)) = write(&rows) else { return };
    let mut again = JsonDecoder::new(&schema(), DecodeOptions { fail_on_missing_field: false, ..decode }).expect("as before");
    let mut start = 0;
    for end in &ends {
        again.decode(&lines[start..*end]).expect("what was written is read");
        start = *end;
    }
    if !ends.is_empty() {
        assert_eq!(write(&again.flush()), Some((lines, ends)));
    }
});
