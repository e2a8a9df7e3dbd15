//! The service's sentences about members outside their constraints, one function each.

const FAILED: &str = "failed to satisfy constraint";

pub fn is_null(path: &str) -> String {
    format!("Value null at '{path}' {FAILED}: Member must not be null")
}

pub fn unlike(path: &str, value: &str, pattern: &str) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must satisfy regular expression pattern: {pattern}")
}

pub fn not_of(path: &str, value: &str, values: &str) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must satisfy enum value set: [{values}]")
}

pub fn shorter_than(path: &str, value: &str, min: usize) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must have length greater than or equal to {min}")
}

pub fn longer_than(path: &str, value: &str, max: usize) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must have length less than or equal to {max}")
}

pub fn below(path: &str, value: i64, min: i64) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must have value greater than or equal to {min}")
}

pub fn above(path: &str, value: i64, max: i64) -> String {
    format!("Value '{value}' at '{path}' {FAILED}: Member must have value less than or equal to {max}")
}

/// Of a list whose elements break a constraint of theirs.
pub fn elements_break(path: &str, list: &str, constraints: &str) -> String {
    format!("Value '{list}' at '{path}' {FAILED}: Member must satisfy constraint: [{constraints}]")
}

pub fn keys_break(path: &str, map: &str, constraints: &str) -> String {
    format!("Value '{map}' at '{path}' {FAILED}: Map keys must satisfy constraint: [{constraints}]")
}

pub fn values_break(path: &str, map: &str, constraints: &str) -> String {
    format!("Value '{map}' at '{path}' {FAILED}: Map value must satisfy constraint: [{constraints}]")
}

/// The pattern of stream names, consumer names and shard ids.
pub const NAME_PATTERN: &str = "[a-zA-Z0-9_.-]+";
pub const STREAM_ARN_PATTERN: &str = r"arn:aws.*:kinesis:.*:\d{12}:stream/\S+";
pub const STREAM_ID_PATTERN: &str = "[a-z0-9]{20}-[a-z0-9]{3}";
pub const RESOURCE_ARN_PATTERN: &str = r"arn:aws.*:kinesis:.*:\d{12}:.*(stream|channel|queue)/\S+";
pub const CONSUMER_ARN_PATTERN: &str =
    r"^(arn):aws.*:kinesis:.*:\d{12}:.*stream\/[a-zA-Z0-9_.-]+\/consumer\/[a-zA-Z0-9_.-]+:[0-9]+";
pub const SEQUENCE_NUMBER_PATTERN: &str = r"^(0|([1-9]\d{0,128}))$";
pub const HASH_KEY_PATTERN: &str = r"^(0|([1-9]\d{0,38}))$";
pub const TAG_KEY_CONSTRAINTS: &str =
    "Member must have length less than or equal to 128, Member must have length greater than or equal to 1";
pub const TAG_VALUE_CONSTRAINTS: &str =
    "Member must have length less than or equal to 256, Member must have length greater than or equal to 0";

/// What a refused empty name breaks, in order.
pub fn empty_name(path: &str) -> [String; 2] {
    [unlike(path, "", NAME_PATTERN), shorter_than(path, "", 1)]
}
