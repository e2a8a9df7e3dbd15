//! The built-in functions: what each takes and gives, for the binder to check and the evaluator to run.
//!
//! A function is a variant here, never a string, so that the evaluator's `match` is exhaustive: a function that binds but
//! does not run cannot exist. Names, argument checks and result types stand in the table of `functions::table`.
//! Source: <https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/functions/systemfunctions/>

mod table;

pub use table::*;

/// Scalar functions and operators. Unless a variant says otherwise, the result is NULL when any argument is.
///
/// "Same type" means the same logical type after the binder's casts (nullability may differ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScalarFunction {
    // Comparisons: two arguments of the same type (DECIMALs alike in scale, characters of any lengths); BOOLEAN.
    // CHAR and VARCHAR compare byte by byte in UTF-8, without regard to padding.
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    /// `IS [NOT] DISTINCT FROM`: NULL is a value; never NULL.
    IsDistinctFrom,
    IsNotDistinctFrom,
    /// `needle IN (items…)`: two or more arguments of the same type; SQL's NULL rules. The items are mostly literals.
    In,

    // Logic over BOOLEAN, three-valued. AND and OR take two or more arguments.
    And,
    Or,
    Not,
    /// Tests of any type (`IS NULL`) or BOOLEAN (`IS TRUE`, …); never NULL.
    IsNull,
    IsNotNull,
    IsTrue,
    IsNotTrue,
    IsFalse,
    IsNotFalse,

    // Arithmetic. Integers, FLOAT, DOUBLE and intervals: both arguments have the result's logical type. DECIMAL: both are DECIMAL of their
    // own precision and scale, the exact result is rounded HALF_UP to the result's scale; more than 38 digits give NULL.
    // Integers wrap around. Integer division and remainder by zero fail the job; so does DECIMAL by zero.
    Plus,
    Minus,
    Times,
    /// Integers: towards zero. FLOAT and DOUBLE: IEEE.
    Divide,
    /// `%` and MOD: the sign of the dividend. Exact numbers only; for integers, the binder casts to the divisor's type.
    Remainder,
    Negate,
    /// Interval times number: the first argument is the interval (the result's type), the second an INT or BIGINT.
    IntervalTimes,

    // Date and time arithmetic.
    /// Datetime plus interval: (DATE, TIME, TIMESTAMP or TIMESTAMP_LTZ; interval of either kind). The result has the first
    /// argument's type; a day of the month that does not exist becomes the last of that month. TIME wraps at 24 hours.
    DatetimePlus,
    /// Datetime minus interval, likewise.
    DatetimeMinus,
    /// `TIMESTAMPDIFF(unit, from, to)`: (from, to) of the same datetime type; INT, whole units, towards zero.
    TimestampDiff(TimeUnit),
    /// `(a - b) DAY TO SECOND`: two of the same datetime type; an interval of milliseconds.
    DatetimeDifference,
    /// `EXTRACT(unit FROM x)`: x a datetime or interval; BIGINT.
    Extract(TimeUnit),
    /// `FLOOR(x TO unit)`, `CEIL(x TO unit)` of a datetime: the argument's type.
    FloorTo(TimeUnit),
    CeilTo(TimeUnit),
    /// `DATE_FORMAT(timestamp, STRING pattern)`: (TIMESTAMP or TIMESTAMP_LTZ, STRING), Java's SimpleDateFormat letters; STRING.
    DateFormat,
    /// `TO_DATE(STRING [, STRING pattern])`: DATE; NULL for what cannot be parsed.
    ToDate,
    /// `TO_TIMESTAMP(STRING [, STRING pattern])`: TIMESTAMP(3); NULL for what cannot be parsed.
    ToTimestamp,
    /// `TO_TIMESTAMP_LTZ(number [, precision])`: the first argument is a BIGINT or DOUBLE, the precision (0 seconds or 3 milliseconds since the
    /// epoch) was a literal; TIMESTAMP_LTZ(3).
    ToTimestampLtz {
        precision: u8,
    },
    /// `TO_TIMESTAMP_LTZ(STRING [, STRING format])`, read in UTC: TIMESTAMP_LTZ(3); NULL for what cannot be parsed.
    ToTimestampLtzFromString,
    /// `UNIX_TIMESTAMP(STRING [, STRING pattern])`: seconds since the epoch, read in the session's zone; BIGINT.
    UnixTimestamp,
    /// `UNIX_TIMESTAMP()`: seconds now; BIGINT.
    UnixTimestampNow,
    /// `FROM_UNIXTIME(BIGINT seconds [, STRING pattern])`: STRING in the session's zone, `yyyy-MM-dd HH:mm:ss`.
    FromUnixtime,
    /// `CONVERT_TZ(STRING, STRING from, STRING to)`: STRING.
    ConvertTz,
    /// No arguments; DATE, TIME(0), TIMESTAMP(3), TIMESTAMP_LTZ(3) of the moment the row is evaluated.
    CurrentDate,
    LocalTime,
    LocalTimestamp,
    CurrentTimestamp,
    /// `PROCTIME()`: TIMESTAMP_LTZ(3), the wall clock when the row is evaluated; also what PROCTIME_MATERIALIZE is.
    Proctime,
    /// `CURRENT_WATERMARK(rowtime)`: the operator's watermark, NULL before the first; the argument's type.
    CurrentWatermark,

    // Strings: CHAR and VARCHAR arguments of any length are Utf8 arrays alike. Positions and lengths count code points.
    /// `x LIKE pattern [ESCAPE c]`: two or three strings; BOOLEAN. `%`, `_`; there is no default escape character.
    Like,
    Upper,
    Lower,
    /// CHAR_LENGTH, CHARACTER_LENGTH: INT.
    CharLength,
    /// `SUBSTRING(s, INT from [, INT length])`, from 1; a negative `from` counts from the end; 0 is taken as 1.
    Substring,
    /// `TRIM([BOTH | LEADING | TRAILING] chars FROM s)`, LTRIM, RTRIM, BTRIM: (s, chars); strips any of the characters.
    Trim(TrimSide),
    /// `a || b` and CONCAT: two or more strings; NULL if any is.
    Concat,
    /// `CONCAT_WS(separator, s…)`: skips NULLs; NULL only where the separator is.
    ConcatWs,
    /// `REPLACE(s, search, replacement)`
    Replace,
    /// `POSITION(needle IN s)`: (needle, s); INT from 1, 0 where absent.
    Position,
    /// `LEFT(s, INT)`, `RIGHT(s, INT)`
    Left,
    Right,
    /// `LPAD(s, INT length, pad)`, `RPAD`
    Lpad,
    Rpad,
    /// `REPEAT(s, INT)`
    Repeat,
    Reverse,
    InitCap,
    /// `ASCII(s)`: INT; `CHR(BIGINT)`: STRING.
    Ascii,
    Chr,
    /// `SPLIT_INDEX(s, STRING delimiter, INT index)`, index from 0; NULL outside.
    SplitIndex,
    /// `REGEXP_EXTRACT(s, regex [, INT group])`, `REGEXP_REPLACE(s, regex, replacement)`, `REGEXP(s, regex)`
    RegexpExtract,
    RegexpReplace,
    Regexp,
    /// `STARTSWITH(s, prefix)`, `ENDSWITH(s, suffix)`: BOOLEAN.
    StartsWith,
    EndsWith,
    /// `MD5(s)`, `SHA1`, `SHA256`: lower-case hexadecimal.
    Md5,
    Sha1,
    Sha256,
    /// `TO_BASE64(s)`, `FROM_BASE64(s)`
    ToBase64,
    FromBase64,
    /// `JSON_VALUE(s, path)` with NULL ON EMPTY and NULL ON ERROR, lax mode: STRING.
    JsonValue,

    // Numbers.
    /// The argument's type.
    Abs,
    Sign,
    /// FLOOR and CEIL of a number: the argument's type, a DECIMAL of scale 0.
    Floor,
    Ceil,
    /// `ROUND(x, INT places)`, HALF_UP; `TRUNCATE(x, INT places)`
    Round,
    Truncate,
    /// DOUBLE arguments and result.
    Power,
    Sqrt,
    Ln,
    Log10,
    Log2,
    /// `LOG(base, x)`
    Log,
    Exp,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Atan2,
    Radians,
    Degrees,
    /// No arguments; DOUBLE NOT NULL in [0, 1). Not deterministic.
    Rand,
    /// `RAND_INTEGER(INT bound)`
    RandInteger,
    /// `UUID()`: CHAR(36) NOT NULL. Not deterministic.
    Uuid,

    // Conditions and collections.
    /// The first argument that is not NULL; all have the result's logical type.
    Coalesce,
    /// All arguments have the result's logical type; NULL if any is.
    Greatest,
    Least,
    /// CARDINALITY of an ARRAY, MAP or MULTISET: INT.
    Cardinality,
    /// `ARRAY_CONTAINS(array, element)`: BOOLEAN; a NULL element is found like any other.
    ArrayContains,
    /// MAP_KEYS, MAP_VALUES: an ARRAY.
    MapKeys,
    MapValues,
}

/// Aggregate functions. NULL arguments are left out; over no rows each is NULL, but COUNT is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AggregateFunction {
    /// `COUNT(*)` has no arguments; `COUNT(x)` counts what is not NULL. BIGINT NOT NULL.
    Count,
    /// The argument's type (integers wrap around), DECIMAL(38, s) for DECIMAL(p, s).
    Sum,
    /// Like Sum, but 0 over no rows and so never NULL.
    Sum0,
    Min,
    Max,
    /// The argument's type, integers towards zero; DECIMAL(38, max(6, s)) for DECIMAL(p, s), HALF_UP.
    Avg,
    /// Of the rows in order of arrival, the first or last that is not NULL.
    FirstValue,
    LastValue,
    /// `LISTAGG(s [, separator])`: strings joined in order of arrival, by a comma unless told; the separator is a literal.
    ListAgg,
    /// As AVG in types: integers give integers.
    StddevPop,
    StddevSamp,
    VarPop,
    VarSamp,
}

/// Units of EXTRACT, FLOOR/CEIL … TO, TIMESTAMPADD and TIMESTAMPDIFF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    Millennium,
    Century,
    Decade,
    Year,
    IsoYear,
    Quarter,
    Month,
    Week,
    Day,
    /// Day of the week, 1 is Sunday.
    DayOfWeek,
    /// Day of the week, 1 is Monday.
    IsoDayOfWeek,
    DayOfYear,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
    Epoch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrimSide {
    Both,
    Leading,
    Trailing,
}

impl TimeUnit {
    /// As SQL writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Millennium => "MILLENNIUM",
            Self::Century => "CENTURY",
            Self::Decade => "DECADE",
            Self::Year => "YEAR",
            Self::IsoYear => "ISOYEAR",
            Self::Quarter => "QUARTER",
            Self::Month => "MONTH",
            Self::Week => "WEEK",
            Self::Day => "DAY",
            Self::DayOfWeek => "DOW",
            Self::IsoDayOfWeek => "ISODOW",
            Self::DayOfYear => "DOY",
            Self::Hour => "HOUR",
            Self::Minute => "MINUTE",
            Self::Second => "SECOND",
            Self::Millisecond => "MILLISECOND",
            Self::Microsecond => "MICROSECOND",
            Self::Nanosecond => "NANOSECOND",
            Self::Epoch => "EPOCH",
        }
    }
}

impl AggregateFunction {
    /// As SQL writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "COUNT",
            Self::Sum => "SUM",
            Self::Sum0 => "$SUM0",
            Self::Min => "MIN",
            Self::Max => "MAX",
            Self::Avg => "AVG",
            Self::FirstValue => "FIRST_VALUE",
            Self::LastValue => "LAST_VALUE",
            Self::ListAgg => "LISTAGG",
            Self::StddevPop => "STDDEV_POP",
            Self::StddevSamp => "STDDEV_SAMP",
            Self::VarPop => "VAR_POP",
            Self::VarSamp => "VAR_SAMP",
        }
    }
}

impl ScalarFunction {
    /// As SQL writes it: the operator's symbol or word, else the function's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::IsDistinctFrom => "IS DISTINCT FROM",
            Self::IsNotDistinctFrom => "IS NOT DISTINCT FROM",
            Self::In => "IN",
            Self::And => "AND",
            Self::Or => "OR",
            Self::Not => "NOT",
            Self::IsNull => "IS NULL",
            Self::IsNotNull => "IS NOT NULL",
            Self::IsTrue => "IS TRUE",
            Self::IsNotTrue => "IS NOT TRUE",
            Self::IsFalse => "IS FALSE",
            Self::IsNotFalse => "IS NOT FALSE",
            Self::Plus | Self::DatetimePlus => "+",
            Self::Minus | Self::Negate | Self::DatetimeMinus | Self::DatetimeDifference => "-",
            Self::Times | Self::IntervalTimes => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::Concat => "||",
            Self::Like => "LIKE",
            Self::Trim(_) => "TRIM",
            Self::Extract(_) => "EXTRACT",
            Self::FloorTo(_) => "FLOOR",
            Self::CeilTo(_) => "CEIL",
            Self::TimestampDiff(_) => "TIMESTAMPDIFF",
            Self::ToTimestampLtz { .. } => "TO_TIMESTAMP_LTZ",
            // Every other function is called by its name, and so is in the table.
            _ => SCALARS.iter().find(|def| def.function == self).map_or("function", |def| def.name),
        }
    }

    /// Whether the same arguments always give the same value.
    pub fn is_deterministic(self) -> bool {
        !matches!(
            self,
            Self::CurrentDate
                | Self::LocalTime
                | Self::LocalTimestamp
                | Self::CurrentTimestamp
                | Self::Proctime
                | Self::UnixTimestampNow
                | Self::CurrentWatermark
                | Self::Rand
                | Self::RandInteger
                | Self::Uuid
        )
    }
}
