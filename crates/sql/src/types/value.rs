//! Constants of a plan: what a literal, a folded expression or a row of VALUES holds.
//!
//! Values are few and read once per job, so they are simple rather than small; rows in flight are Arrow arrays.
//! A value does not know its type: it stands beside a [`DataType`](super::DataType) that says how to read it.

use std::sync::Arc;

/// One constant. Which variant holds which type:
///
/// | type | variant |
/// |---|---|
/// | any type, NULL | `Null` |
/// | TINYINT, SMALLINT, INT, BIGINT | `Int` |
/// | FLOAT (already rounded to f32), DOUBLE | `Float` |
/// | DECIMAL(p, s) | `Decimal`, the number times 10^s |
/// | CHAR, VARCHAR | `String` (CHAR padded with spaces to its length) |
/// | BINARY, VARBINARY | `Bytes` |
/// | DATE | `Date`, days since 1970-01-01 |
/// | TIME | `Time`, milliseconds of the day |
/// | TIMESTAMP, TIMESTAMP_LTZ | `Timestamp` |
/// | INTERVAL of months, of milliseconds | `Months`, `Millis` |
/// | ARRAY, ROW | `List` |
/// | MAP | `Map` |
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Boolean(bool),
    Int(i64),
    Float(f64),
    Decimal(i128),
    String(Arc<str>),
    Bytes(Arc<[u8]>),
    Date(i32),
    Time(i32),
    Timestamp(TimestampValue),
    Months(i32),
    Millis(i64),
    List(Arc<[Value]>),
    Map(Arc<[(Value, Value)]>),
}

/// A point in time in Flink's form, which covers years 0001 to 9999 to the nanosecond: of a TIMESTAMP the wall clock
/// read as if in UTC, of a TIMESTAMP_LTZ the instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimestampValue {
    /// Milliseconds since 1970-01-01T00:00:00.
    pub millis: i64,
    /// 0 to 999,999.
    pub nanos_of_milli: u32,
}

impl TimestampValue {
    pub fn from_millis(millis: i64) -> Self {
        Self { millis, nanos_of_milli: 0 }
    }

    /// The nearest earlier point that `digits` fractional digits of a second can write.
    pub fn truncated(self, digits: u8) -> Self {
        let step = 10_i64.pow(u32::from(digits.min(3)).abs_diff(3));
        let nanos_step = 10_u32.pow(6 - u32::from(digits.clamp(3, 9) - 3));
        if digits < 3 {
            return Self::from_millis(self.millis.div_euclid(step) * step);
        }
        Self { millis: self.millis, nanos_of_milli: self.nanos_of_milli / nanos_step * nanos_step }
    }
}

impl Value {
    pub fn string(text: &str) -> Value {
        Value::String(Arc::from(text))
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

/// `12345` of scale 2 as `123.45`.
pub(crate) fn decimal_text(n: i128, scale: u8) -> String {
    let scale = usize::from(scale);
    let digits = format!("{:0>width$}", n.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let sign = if n < 0 { "-" } else { "" };
    let point = if scale > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

/// The wall clock of a value, for plans and messages.
pub(crate) fn timestamp_text(value: TimestampValue) -> String {
    match chrono::DateTime::from_timestamp_millis(value.millis) {
        Some(instant) => {
            let text = instant.naive_utc().format("%Y-%m-%d %H:%M:%S%.3f").to_string();
            text.trim_end_matches(".000").to_owned()
        }
        None => format!("{} ms", value.millis),
    }
}
