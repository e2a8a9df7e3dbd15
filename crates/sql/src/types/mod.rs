//! Flink's logical types, as the binder derives them and the operators receive them.
//!
//! A [`DataType`] is a [`LogicalType`] with its nullability. Time attributes are not types but properties of a column
//! of a plan (`plan::Column::time`). What a type is as an Arrow array stands in one place, [`DataType::to_arrow`]; the
//! rules that derive one type from others stand in [`rules`].
//! Source: <https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/types/>

pub mod rules;
pub mod value;

use std::fmt;
use std::sync::Arc;

use arrow_schema::{DataType as ArrowType, Field as ArrowField, Fields, TimeUnit as ArrowUnit};
use serde::{Deserialize, Serialize};

pub use value::{TimestampValue, Value};

/// The length of STRING and BYTES: VARCHAR(2147483647) and VARBINARY(2147483647).
pub const LENGTH_MAX: u32 = i32::MAX as u32;
/// Most digits a DECIMAL holds.
pub const DECIMAL_PRECISION_MAX: u8 = 38;
/// Most fractional digits of a TIME, TIMESTAMP or TIMESTAMP_LTZ.
pub const FRACTION_DIGITS_MAX: u8 = 9;
/// Fractional digits of TIMESTAMP and TIMESTAMP_LTZ written without a precision.
pub const TIMESTAMP_PRECISION_DEFAULT: u8 = 6;
/// Most fractional digits of a column that carries a watermark.
pub const ROWTIME_PRECISION_MAX: u8 = 3;

/// A logical type and whether a value of it may be NULL.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DataType {
    pub logical: LogicalType,
    pub nullable: bool,
}

/// The types of Flink SQL. Lengths and precisions are within Flink's bounds once the binder made the type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LogicalType {
    /// The type of a bare `NULL`; it takes the type of its surroundings, and stays only where there is none.
    Null,
    Boolean,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Float,
    Double,
    Decimal {
        precision: u8,
        scale: u8,
    },
    Char(u32),
    /// VARCHAR(n); STRING is `Varchar(LENGTH_MAX)`.
    Varchar(u32),
    Binary(u32),
    /// VARBINARY(n); BYTES is `Varbinary(LENGTH_MAX)`.
    Varbinary(u32),
    Date,
    /// TIME(p). Flink computes with whole seconds to milliseconds; so do we.
    Time(u8),
    /// TIMESTAMP(p) WITHOUT TIME ZONE.
    Timestamp(u8),
    /// TIMESTAMP(p) WITH LOCAL TIME ZONE: an instant, shown in `table.local-time-zone`.
    TimestampLtz(u8),
    /// An interval of months, with the unit it was written in (which only its name needs).
    IntervalYearMonth(YearMonthUnit),
    /// An interval of milliseconds.
    IntervalDayTime(DayTimeUnit),
    Array(Box<DataType>),
    Map(Box<DataType>, Box<DataType>),
    Multiset(Box<DataType>),
    Row(Vec<RowField>),
}

/// A field of a ROW type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowField {
    pub name: String,
    pub data_type: DataType,
}

/// The resolution of a year-month interval. All of them hold months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearMonthUnit {
    Year,
    YearToMonth,
    Month,
}

/// The resolution of a day-time interval. All of them hold milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayTimeUnit {
    Day,
    DayToHour,
    DayToMinute,
    DayToSecond,
    Hour,
    HourToMinute,
    HourToSecond,
    Minute,
    MinuteToSecond,
    Second,
}

impl LogicalType {
    pub const STRING: LogicalType = LogicalType::Varchar(LENGTH_MAX);
    pub const BYTES: LogicalType = LogicalType::Varbinary(LENGTH_MAX);

    pub fn nullable(self) -> DataType {
        DataType { logical: self, nullable: true }
    }

    pub fn not_null(self) -> DataType {
        DataType { logical: self, nullable: false }
    }

    pub fn with_nullability(self, nullable: bool) -> DataType {
        DataType { logical: self, nullable }
    }

    pub fn is_integer(&self) -> bool {
        matches!(self, Self::TinyInt | Self::SmallInt | Self::Int | Self::BigInt)
    }

    /// Integers and DECIMAL.
    pub fn is_exact_numeric(&self) -> bool {
        self.is_integer() || matches!(self, Self::Decimal { .. })
    }

    /// FLOAT and DOUBLE.
    pub fn is_approximate_numeric(&self) -> bool {
        matches!(self, Self::Float | Self::Double)
    }

    pub fn is_numeric(&self) -> bool {
        self.is_exact_numeric() || self.is_approximate_numeric()
    }

    /// CHAR and VARCHAR.
    pub fn is_character(&self) -> bool {
        matches!(self, Self::Char(_) | Self::Varchar(_))
    }

    /// BINARY and VARBINARY.
    pub fn is_binary(&self) -> bool {
        matches!(self, Self::Binary(_) | Self::Varbinary(_))
    }

    /// TIMESTAMP and TIMESTAMP_LTZ.
    pub fn is_timestamp(&self) -> bool {
        matches!(self, Self::Timestamp(_) | Self::TimestampLtz(_))
    }

    /// DATE, TIME, TIMESTAMP and TIMESTAMP_LTZ.
    pub fn is_datetime(&self) -> bool {
        self.is_timestamp() || matches!(self, Self::Date | Self::Time(_))
    }

    pub fn is_interval(&self) -> bool {
        matches!(self, Self::IntervalYearMonth(_) | Self::IntervalDayTime(_))
    }

    /// ARRAY, MAP, MULTISET and ROW.
    pub fn is_constructed(&self) -> bool {
        matches!(self, Self::Array(_) | Self::Map(..) | Self::Multiset(_) | Self::Row(_))
    }

    /// The Arrow type that carries values of this type between operators.
    ///
    /// TIMESTAMP and TIMESTAMP_LTZ of up to 3 digits are milliseconds, of up to 6 microseconds, above nanoseconds (whose
    /// range ends in 1677 and 2262; the evaluator answers an overflow as an error). An LTZ carries the zone `UTC`.
    /// Intervals are an Int32 of months and a Duration of milliseconds. A MULTISET is a Map from element to Int32 count.
    pub fn to_arrow(&self) -> ArrowType {
        match self {
            Self::Null => ArrowType::Null,
            Self::Boolean => ArrowType::Boolean,
            Self::TinyInt => ArrowType::Int8,
            Self::SmallInt => ArrowType::Int16,
            Self::Int => ArrowType::Int32,
            Self::BigInt => ArrowType::Int64,
            Self::Float => ArrowType::Float32,
            Self::Double => ArrowType::Float64,
            Self::Decimal { precision, scale } => ArrowType::Decimal128(*precision, *scale as i8),
            Self::Char(_) | Self::Varchar(_) => ArrowType::Utf8,
            Self::Binary(_) | Self::Varbinary(_) => ArrowType::Binary,
            Self::Date => ArrowType::Date32,
            Self::Time(_) => ArrowType::Time32(ArrowUnit::Millisecond),
            Self::Timestamp(p) => ArrowType::Timestamp(timestamp_unit(*p), None),
            Self::TimestampLtz(p) => ArrowType::Timestamp(timestamp_unit(*p), Some("UTC".into())),
            Self::IntervalYearMonth(_) => ArrowType::Int32,
            Self::IntervalDayTime(_) => ArrowType::Duration(ArrowUnit::Millisecond),
            Self::Array(element) => ArrowType::List(Arc::new(element.to_arrow_field("item"))),
            Self::Map(key, value) => arrow_map(key, value),
            Self::Multiset(element) => arrow_map(element, &LogicalType::Int.not_null()),
            Self::Row(fields) => ArrowType::Struct(
                fields.iter().map(|f| f.data_type.to_arrow_field(&f.name)).collect::<Fields>(),
            ),
        }
    }
}

/// The Arrow unit that holds `precision` fractional digits of a second.
pub fn timestamp_unit(precision: u8) -> ArrowUnit {
    match precision {
        0..=3 => ArrowUnit::Millisecond,
        4..=6 => ArrowUnit::Microsecond,
        _ => ArrowUnit::Nanosecond,
    }
}

fn arrow_map(key: &DataType, value: &DataType) -> ArrowType {
    // Arrow forbids null keys; a NULL key of Flink is refused where the map is made.
    let key = ArrowField::new("key", key.logical.to_arrow(), false);
    let entry = Fields::from(vec![key, value.to_arrow_field("value")]);
    ArrowType::Map(Arc::new(ArrowField::new("entries", ArrowType::Struct(entry), false)), false)
}

impl DataType {
    pub fn to_arrow(&self) -> ArrowType {
        self.logical.to_arrow()
    }

    /// Every Arrow field is nullable: `NOT NULL` is checked where rows enter and leave, not on every batch between.
    pub fn to_arrow_field(&self, name: &str) -> ArrowField {
        ArrowField::new(name, self.to_arrow(), true)
    }

    /// This type, nullable if it or `others` is.
    pub fn or_nullable(mut self, others: bool) -> DataType {
        self.nullable |= others;
        self
    }

    /// STRING as a plan shows it: VARCHAR(2147483647).
    pub fn full_name(&self) -> String {
        Named { data_type: self, short: false }.to_string()
    }
}

impl fmt::Display for LogicalType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_logical(self, true, f)
    }
}

/// As Flink's `DESCRIBE` shows it: `DECIMAL(10, 2) NOT NULL`, STRING and BYTES by their short names.
impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Named { data_type: self, short: true }.fmt(f)
    }
}

struct Named<'a> {
    data_type: &'a DataType,
    short: bool,
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_logical(&self.data_type.logical, self.short, f)?;
        if !self.data_type.nullable {
            f.write_str(" NOT NULL")?;
        }
        Ok(())
    }
}

fn write_logical(logical: &LogicalType, short: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let named = |data_type| Named { data_type, short };
    match logical {
        LogicalType::Null => f.write_str("NULL"),
        LogicalType::Boolean => f.write_str("BOOLEAN"),
        LogicalType::TinyInt => f.write_str("TINYINT"),
        LogicalType::SmallInt => f.write_str("SMALLINT"),
        LogicalType::Int => f.write_str("INT"),
        LogicalType::BigInt => f.write_str("BIGINT"),
        LogicalType::Float => f.write_str("FLOAT"),
        LogicalType::Double => f.write_str("DOUBLE"),
        LogicalType::Decimal { precision, scale } => write!(f, "DECIMAL({precision}, {scale})"),
        LogicalType::Char(n) => write!(f, "CHAR({n})"),
        LogicalType::Varchar(LENGTH_MAX) if short => f.write_str("STRING"),
        LogicalType::Varchar(n) => write!(f, "VARCHAR({n})"),
        LogicalType::Binary(n) => write!(f, "BINARY({n})"),
        LogicalType::Varbinary(LENGTH_MAX) if short => f.write_str("BYTES"),
        LogicalType::Varbinary(n) => write!(f, "VARBINARY({n})"),
        LogicalType::Date => f.write_str("DATE"),
        LogicalType::Time(p) => write!(f, "TIME({p})"),
        LogicalType::Timestamp(p) => write!(f, "TIMESTAMP({p})"),
        LogicalType::TimestampLtz(p) => write!(f, "TIMESTAMP_LTZ({p})"),
        LogicalType::IntervalYearMonth(unit) => f.write_str(unit.interval_name()),
        LogicalType::IntervalDayTime(unit) => f.write_str(unit.interval_name()),
        LogicalType::Array(element) => write!(f, "ARRAY<{}>", named(element)),
        LogicalType::Map(key, value) => write!(f, "MAP<{}, {}>", named(key), named(value)),
        LogicalType::Multiset(element) => write!(f, "MULTISET<{}>", named(element)),
        LogicalType::Row(fields) => {
            f.write_str("ROW<")?;
            for (i, field) in fields.iter().enumerate() {
                let comma = if i == 0 { "" } else { ", " };
                write!(f, "{comma}`{}` {}", field.name.replace('`', "``"), named(&field.data_type))?;
            }
            f.write_str(">")
        }
    }
}

impl YearMonthUnit {
    fn interval_name(self) -> &'static str {
        match self {
            Self::Year => "INTERVAL YEAR(2)",
            Self::YearToMonth => "INTERVAL YEAR(2) TO MONTH",
            Self::Month => "INTERVAL MONTH",
        }
    }
}

impl DayTimeUnit {
    fn interval_name(self) -> &'static str {
        match self {
            Self::Day => "INTERVAL DAY(2)",
            Self::DayToHour => "INTERVAL DAY(2) TO HOUR",
            Self::DayToMinute => "INTERVAL DAY(2) TO MINUTE",
            Self::DayToSecond => "INTERVAL DAY(2) TO SECOND(3)",
            Self::Hour => "INTERVAL HOUR",
            Self::HourToMinute => "INTERVAL HOUR TO MINUTE",
            Self::HourToSecond => "INTERVAL HOUR TO SECOND(3)",
            Self::Minute => "INTERVAL MINUTE",
            Self::MinuteToSecond => "INTERVAL MINUTE TO SECOND(3)",
            Self::Second => "INTERVAL SECOND(3)",
        }
    }
}
