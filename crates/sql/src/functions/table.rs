//! The table of functions: name, parameters, result. The binder checks calls against it, SHOW FUNCTIONS lists it.
//!
//! A name stands once per shape of its arguments; the first row that fits wins. Special forms (CAST, CASE, EXTRACT, TRIM, …)
//! and operators have rules of their own in the binder. Types are those that Flink 2.3.0 derives.

use super::{AggregateFunction, ScalarFunction, TrimSide};
use crate::types::LogicalType;

use Nullability::{Always, FromArgs, Never};
use Param as P;
use Params::{Exactly, Repeated, UpTo};
use ResultType as R;
use ScalarFunction as F;

/// One way to call a scalar function.
pub struct ScalarDef {
    pub name: &'static str,
    pub function: ScalarFunction,
    pub params: Params,
    pub result: ResultType,
    pub nullability: Nullability,
}

/// What an argument may be, and what the binder converts it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param {
    /// CHAR or VARCHAR, as it is.
    Text,
    /// Any integer, converted to INT.
    Int,
    /// Any integer, converted to BIGINT.
    BigInt,
    /// Any number, as it is.
    Number,
    /// Any number, converted to DOUBLE.
    Double,
    /// TIMESTAMP or TIMESTAMP_LTZ, as it is.
    Timestamp,
    /// Like all other arguments of this kind: converted to their common type.
    Alike,
    /// ARRAY; MAP; ARRAY, MAP or MULTISET.
    Array,
    Map,
    Collection,
    /// Of the array's element type, which is the first argument.
    Element,
}

/// How many arguments, of what kinds.
#[derive(Clone, Copy, Debug)]
pub enum Params {
    Exactly(&'static [Param]),
    /// At least this many of the list, from its beginning.
    UpTo(usize, &'static [Param]),
    /// The first once, then at least this many of the second.
    Repeated(&'static [Param], usize, Param),
}

#[derive(Clone, Debug)]
pub enum ResultType {
    Is(LogicalType),
    /// The type of the argument at this index.
    Of(usize),
    /// The common type of the `Alike` arguments.
    Common,
    /// The type of FLOOR and CEIL: a DECIMAL loses its scale.
    Whole,
    /// The type of ROUND: a DECIMAL keeps as many digits as a constant second argument says.
    Rounded,
    /// The argument's text as VARCHAR of its length.
    VaryingOf(usize),
    /// ARRAY of the map's keys or values.
    MapKeys,
    MapValues,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nullability {
    /// Nullable if any argument is.
    FromArgs,
    /// Nullable if all arguments are.
    FromAllArgs,
    Always,
    Never,
}

const fn def(
    name: &'static str,
    function: ScalarFunction,
    params: Params,
    result: ResultType,
    nullability: Nullability,
) -> ScalarDef {
    ScalarDef { name, function, params, result, nullability }
}

const STRING: R = R::Is(LogicalType::STRING);
const INT: R = R::Is(LogicalType::Int);
const BIGINT: R = R::Is(LogicalType::BigInt);
const DOUBLE: R = R::Is(LogicalType::Double);
const BOOLEAN: R = R::Is(LogicalType::Boolean);
const DATE: R = R::Is(LogicalType::Date);
const TIMESTAMP_3: R = R::Is(LogicalType::Timestamp(3));
const LTZ_3: R = R::Is(LogicalType::TimestampLtz(3));

/// Scalar functions that are called as `NAME(arguments)`. Upper-case names; names with several shapes stand together.
pub static SCALARS: &[ScalarDef] = &[
    // Strings.
    def("UPPER", F::Upper, Exactly(&[P::Text]), R::Of(0), FromArgs),
    def("LOWER", F::Lower, Exactly(&[P::Text]), R::Of(0), FromArgs),
    def("INITCAP", F::InitCap, Exactly(&[P::Text]), STRING, FromArgs),
    def("CHAR_LENGTH", F::CharLength, Exactly(&[P::Text]), INT, FromArgs),
    def("CHARACTER_LENGTH", F::CharLength, Exactly(&[P::Text]), INT, FromArgs),
    def("SUBSTRING", F::Substring, UpTo(2, &[P::Text, P::Int, P::Int]), R::VaryingOf(0), Always),
    def("SUBSTR", F::Substring, UpTo(2, &[P::Text, P::Int, P::Int]), R::VaryingOf(0), Always),
    def("LTRIM", F::Trim(TrimSide::Leading), UpTo(1, &[P::Text, P::Text]), R::VaryingOf(0), FromArgs),
    def("RTRIM", F::Trim(TrimSide::Trailing), UpTo(1, &[P::Text, P::Text]), R::VaryingOf(0), FromArgs),
    def("BTRIM", F::Trim(TrimSide::Both), UpTo(1, &[P::Text, P::Text]), STRING, FromArgs),
    def("CONCAT", F::Concat, Repeated(&[], 1, P::Text), STRING, FromArgs),
    def("CONCAT_WS", F::ConcatWs, Repeated(&[P::Text], 1, P::Text), STRING, FromArgs),
    def("REPLACE", F::Replace, Exactly(&[P::Text, P::Text, P::Text]), STRING, FromArgs),
    def("LEFT", F::Left, Exactly(&[P::Text, P::Int]), R::VaryingOf(0), Always),
    def("RIGHT", F::Right, Exactly(&[P::Text, P::Int]), R::VaryingOf(0), Always),
    def("LPAD", F::Lpad, Exactly(&[P::Text, P::Int, P::Text]), STRING, FromArgs),
    def("RPAD", F::Rpad, Exactly(&[P::Text, P::Int, P::Text]), STRING, FromArgs),
    def("REPEAT", F::Repeat, Exactly(&[P::Text, P::Int]), STRING, FromArgs),
    def("REVERSE", F::Reverse, Exactly(&[P::Text]), STRING, Always),
    def("ASCII", F::Ascii, Exactly(&[P::Text]), INT, FromArgs),
    def("CHR", F::Chr, Exactly(&[P::BigInt]), STRING, Always),
    def("SPLIT_INDEX", F::SplitIndex, Exactly(&[P::Text, P::Text, P::Int]), STRING, Always),
    def("REGEXP_EXTRACT", F::RegexpExtract, UpTo(2, &[P::Text, P::Text, P::Int]), STRING, Always),
    def("REGEXP_REPLACE", F::RegexpReplace, Exactly(&[P::Text, P::Text, P::Text]), STRING, FromArgs),
    def("REGEXP", F::Regexp, Exactly(&[P::Text, P::Text]), BOOLEAN, FromArgs),
    def("STARTSWITH", F::StartsWith, Exactly(&[P::Text, P::Text]), BOOLEAN, FromArgs),
    def("ENDSWITH", F::EndsWith, Exactly(&[P::Text, P::Text]), BOOLEAN, FromArgs),
    def("MD5", F::Md5, Exactly(&[P::Text]), R::Is(LogicalType::Char(32)), FromArgs),
    def("SHA1", F::Sha1, Exactly(&[P::Text]), R::Is(LogicalType::Char(40)), FromArgs),
    def("SHA256", F::Sha256, Exactly(&[P::Text]), R::Is(LogicalType::Char(64)), FromArgs),
    def("TO_BASE64", F::ToBase64, Exactly(&[P::Text]), STRING, FromArgs),
    def("FROM_BASE64", F::FromBase64, Exactly(&[P::Text]), STRING, FromArgs),
    def("JSON_VALUE", F::JsonValue, Exactly(&[P::Text, P::Text]), STRING, Always),
    // Numbers.
    def("ABS", F::Abs, Exactly(&[P::Number]), R::Of(0), FromArgs),
    def("SIGN", F::Sign, Exactly(&[P::Number]), R::Of(0), FromArgs),
    def("FLOOR", F::Floor, Exactly(&[P::Number]), R::Whole, FromArgs),
    def("CEIL", F::Ceil, Exactly(&[P::Number]), R::Whole, FromArgs),
    def("ROUND", F::Round, UpTo(1, &[P::Number, P::Int]), R::Rounded, FromArgs),
    def("TRUNCATE", F::Truncate, UpTo(1, &[P::Number, P::Int]), R::Rounded, FromArgs),
    def("POWER", F::Power, Exactly(&[P::Double, P::Double]), DOUBLE, FromArgs),
    def("SQRT", F::Sqrt, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("LN", F::Ln, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("LOG10", F::Log10, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("LOG2", F::Log2, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("LOG", F::Ln, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("LOG", F::Log, Exactly(&[P::Double, P::Double]), DOUBLE, FromArgs),
    def("EXP", F::Exp, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("SIN", F::Sin, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("COS", F::Cos, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("TAN", F::Tan, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("ASIN", F::Asin, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("ACOS", F::Acos, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("ATAN", F::Atan, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("ATAN2", F::Atan2, Exactly(&[P::Double, P::Double]), DOUBLE, FromArgs),
    def("RADIANS", F::Radians, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("DEGREES", F::Degrees, Exactly(&[P::Double]), DOUBLE, FromArgs),
    def("RAND", F::Rand, Exactly(&[]), DOUBLE, Never),
    def("RAND_INTEGER", F::RandInteger, Exactly(&[P::Int]), INT, FromArgs),
    def("UUID", F::Uuid, Exactly(&[]), R::Is(LogicalType::Char(36)), Never),
    // Dates and times.
    def("DATE_FORMAT", F::DateFormat, Exactly(&[P::Timestamp, P::Text]), STRING, Always),
    def("TO_DATE", F::ToDate, UpTo(1, &[P::Text, P::Text]), DATE, Always),
    def("TO_TIMESTAMP", F::ToTimestamp, UpTo(1, &[P::Text, P::Text]), TIMESTAMP_3, Always),
    def("TO_TIMESTAMP_LTZ", F::ToTimestampLtzFromString, UpTo(1, &[P::Text, P::Text]), LTZ_3, Always),
    def("UNIX_TIMESTAMP", F::UnixTimestampNow, Exactly(&[]), BIGINT, Never),
    def("UNIX_TIMESTAMP", F::UnixTimestamp, UpTo(1, &[P::Text, P::Text]), BIGINT, FromArgs),
    def("FROM_UNIXTIME", F::FromUnixtime, UpTo(1, &[P::BigInt, P::Text]), STRING, Always),
    def("CONVERT_TZ", F::ConvertTz, Exactly(&[P::Text, P::Text, P::Text]), STRING, Always),
    def("CURRENT_DATE", F::CurrentDate, Exactly(&[]), DATE, Never),
    def("CURRENT_TIME", F::LocalTime, Exactly(&[]), R::Is(LogicalType::Time(0)), Never),
    def("LOCALTIME", F::LocalTime, Exactly(&[]), R::Is(LogicalType::Time(0)), Never),
    def("LOCALTIMESTAMP", F::LocalTimestamp, Exactly(&[]), TIMESTAMP_3, Never),
    def("CURRENT_TIMESTAMP", F::CurrentTimestamp, Exactly(&[]), LTZ_3, Never),
    def("CURRENT_ROW_TIMESTAMP", F::CurrentTimestamp, Exactly(&[]), LTZ_3, Never),
    def("NOW", F::CurrentTimestamp, Exactly(&[]), LTZ_3, Never),
    def("PROCTIME", F::Proctime, Exactly(&[]), LTZ_3, Never),
    def("CURRENT_WATERMARK", F::CurrentWatermark, Exactly(&[P::Timestamp]), R::Of(0), Always),
    // Conditions and collections.
    def("COALESCE", F::Coalesce, Repeated(&[], 1, P::Alike), R::Common, Nullability::FromAllArgs),
    def("IFNULL", F::Coalesce, Exactly(&[P::Alike, P::Alike]), R::Common, Nullability::FromAllArgs),
    def("GREATEST", F::Greatest, Repeated(&[], 1, P::Alike), R::Common, FromArgs),
    def("LEAST", F::Least, Repeated(&[], 1, P::Alike), R::Common, FromArgs),
    def("CARDINALITY", F::Cardinality, Exactly(&[P::Collection]), INT, FromArgs),
    def("ARRAY_CONTAINS", F::ArrayContains, Exactly(&[P::Array, P::Element]), BOOLEAN, FromArgs),
    def("MAP_KEYS", F::MapKeys, Exactly(&[P::Map]), R::MapKeys, FromArgs),
    def("MAP_VALUES", F::MapValues, Exactly(&[P::Map]), R::MapValues, FromArgs),
];

/// Aggregate functions by name.
pub static AGGREGATES: &[(&str, AggregateFunction)] = &[
    ("COUNT", AggregateFunction::Count),
    ("SUM", AggregateFunction::Sum),
    ("SUM0", AggregateFunction::Sum0),
    ("MIN", AggregateFunction::Min),
    ("MAX", AggregateFunction::Max),
    ("AVG", AggregateFunction::Avg),
    ("FIRST_VALUE", AggregateFunction::FirstValue),
    ("LAST_VALUE", AggregateFunction::LastValue),
    ("LISTAGG", AggregateFunction::ListAgg),
    ("STDDEV_POP", AggregateFunction::StddevPop),
    ("STDDEV_SAMP", AggregateFunction::StddevSamp),
    ("VAR_POP", AggregateFunction::VarPop),
    ("VAR_SAMP", AggregateFunction::VarSamp),
    ("VARIANCE", AggregateFunction::VarSamp),
];

/// Names that the binder or parser resolves by rules of their own.
pub static SPECIAL: &[&str] = &[
    "CASE",
    "CAST",
    "CEIL",
    "CEILING",
    "DAYOFMONTH",
    "DAYOFWEEK",
    "DAYOFYEAR",
    "E",
    "EXTRACT",
    "FLOOR",
    "HOP",
    "HOP_END",
    "HOP_PROCTIME",
    "HOP_ROWTIME",
    "HOP_START",
    "HOUR",
    "IF",
    "MINUTE",
    "MOD",
    "MONTH",
    "NULLIF",
    "PI",
    "POSITION",
    "QUARTER",
    "SECOND",
    "SESSION",
    "SESSION_END",
    "SESSION_PROCTIME",
    "SESSION_ROWTIME",
    "SESSION_START",
    "SUBSTRING",
    "TIMESTAMPADD",
    "TIMESTAMPDIFF",
    "TO_TIMESTAMP_LTZ",
    "TRIM",
    "TRY_CAST",
    "TUMBLE",
    "TUMBLE_END",
    "TUMBLE_PROCTIME",
    "TUMBLE_ROWTIME",
    "TUMBLE_START",
    "WEEK",
    "YEAR",
];

/// Functions of Flink 2.3.0 that Headwater does not offer yet; a call of one says so. Sorted.
pub static NOT_OFFERED: &[&str] = &[
    "ARRAY_AGG",
    "ARRAY_APPEND",
    "ARRAY_CONCAT",
    "ARRAY_DISTINCT",
    "ARRAY_EXCEPT",
    "ARRAY_INTERSECT",
    "ARRAY_JOIN",
    "ARRAY_MAX",
    "ARRAY_MIN",
    "ARRAY_POSITION",
    "ARRAY_PREPEND",
    "ARRAY_REMOVE",
    "ARRAY_REVERSE",
    "ARRAY_SLICE",
    "ARRAY_SORT",
    "ARRAY_UNION",
    "BIN",
    "BITMAP_AND",
    "BITMAP_ANDNOT",
    "BITMAP_AND_AGG",
    "BITMAP_AND_CARDINALITY_AGG",
    "BITMAP_BUILD",
    "BITMAP_BUILD_AGG",
    "BITMAP_BUILD_CARDINALITY_AGG",
    "BITMAP_CARDINALITY",
    "BITMAP_FROM_BYTES",
    "BITMAP_OR",
    "BITMAP_OR_AGG",
    "BITMAP_OR_CARDINALITY_AGG",
    "BITMAP_TO_ARRAY",
    "BITMAP_TO_BYTES",
    "BITMAP_TO_STRING",
    "BITMAP_XOR",
    "BITMAP_XOR_AGG",
    "BITMAP_XOR_CARDINALITY_AGG",
    "COLLECT",
    "COSH",
    "COT",
    "CUME_DIST",
    "CURRENT_CATALOG",
    "CURRENT_DATABASE",
    "CURRENT_USER",
    "DECODE",
    "DENSE_RANK",
    "ELEMENT",
    "ELT",
    "ENCODE",
    "FIRST",
    "GROUPING",
    "GROUPING_ID",
    "GROUP_ID",
    "HEX",
    "INET_ATON",
    "INET_NTOA",
    "INSTR",
    "IS_JSON",
    "JSON",
    "JSON_ARRAY",
    "JSON_ARRAYAGG",
    "JSON_EXISTS",
    "JSON_OBJECT",
    "JSON_OBJECTAGG",
    "JSON_QUERY",
    "JSON_QUOTE",
    "JSON_STRING",
    "JSON_UNQUOTE",
    "LAG",
    "LAST",
    "LEAD",
    "LOCATE",
    "MAP_ENTRIES",
    "MAP_FROM_ARRAYS",
    "MAP_UNION",
    "MATCH_PROCTIME",
    "MATCH_ROWTIME",
    "ML_PREDICT",
    "NEXT",
    "NTILE",
    "OBJECT_OF",
    "OBJECT_UPDATE",
    "OCTET_LENGTH",
    "OVERLAY",
    "PARSE_JSON",
    "PARSE_URL",
    "PERCENTILE",
    "PERCENT_RANK",
    "PREV",
    "PRINTF",
    "RANK",
    "REGEXP_COUNT",
    "REGEXP_EXTRACT_ALL",
    "REGEXP_INSTR",
    "REGEXP_SUBSTR",
    "ROW_NUMBER",
    "SHA2",
    "SHA224",
    "SHA384",
    "SHA512",
    "SINH",
    "SOURCE_WATERMARK",
    "SPLIT",
    "STR_TO_MAP",
    "TANH",
    "TRANSLATE3",
    "TRY_PARSE_JSON",
    "TYPEOF",
    "UNHEX",
    "URL_DECODE",
    "URL_ENCODE",
];

/// Every shape of the scalar function with this upper-case name.
pub fn scalars_named(name: &str) -> impl Iterator<Item = &'static ScalarDef> {
    SCALARS.iter().filter(move |def| def.name == name)
}

/// The aggregate function with this upper-case name.
pub fn aggregate_named(name: &str) -> Option<AggregateFunction> {
    AGGREGATES.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
}

/// Whether some function of Flink has this upper-case name, offered or not.
pub fn is_function_name(name: &str) -> bool {
    scalars_named(name).next().is_some()
        || aggregate_named(name).is_some()
        || SPECIAL.contains(&name)
        || NOT_OFFERED.binary_search(&name).is_ok()
}

/// All names, sorted, each once.
pub fn function_names() -> Vec<&'static str> {
    let mut names: Vec<_> = SCALARS.iter().map(|def| def.name).collect();
    names.extend(AGGREGATES.iter().map(|(name, _)| name));
    names.extend(SPECIAL);
    names.sort_unstable();
    names.dedup();
    names
}

impl Param {
    /// As a message names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text | Self::Element => "STRING",
            Self::Int => "INT",
            Self::BigInt => "BIGINT",
            Self::Number | Self::Double => "NUMERIC",
            Self::Timestamp => "TIMESTAMP",
            Self::Alike => "ANY",
            Self::Array => "ARRAY",
            Self::Map => "MAP",
            Self::Collection => "ARRAY or MAP",
        }
    }
}

impl Params {
    pub fn accepts_count(&self, count: usize) -> bool {
        match self {
            Exactly(params) => count == params.len(),
            UpTo(least, params) => (*least..=params.len()).contains(&count),
            Repeated(first, least, _) => count >= first.len() + least,
        }
    }

    /// The parameter at `index`, which is within an accepted count.
    pub fn at(&self, index: usize) -> Param {
        match self {
            Exactly(params) | UpTo(_, params) => params[index],
            Repeated(first, _, rest) => first.get(index).copied().unwrap_or(*rest),
        }
    }
}

impl ScalarDef {
    /// `SUBSTRING(STRING, INT [, INT])`
    pub fn usage(&self) -> String {
        let (required, optional, tail): (Vec<_>, &[Param], &str) = match self.params {
            Exactly(params) => (params.to_vec(), &[], ""),
            UpTo(least, params) => (params[..least].to_vec(), &params[least..], ""),
            Repeated(first, least, rest) => {
                (first.iter().copied().chain(std::iter::repeat_n(rest, least)).collect(), &[], ", …")
            }
        };
        let required: Vec<_> = required.into_iter().map(Param::name).collect();
        let optional: String = optional.iter().map(|param| format!(" [, {}]", param.name())).collect();
        format!("{}({}{optional}{tail})", self.name, required.join(", "))
    }
}
