//! Prefixes with expressions: `!{timestamp:yyyy/MM}`, `!{firehose:random-string}`, `!{firehose:error-output-type}`.
//! Source: <https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html>

use chrono::DateTime;
use chrono_tz::Tz;

use crate::format::date_pattern::{Moment, Pattern, PatternError};

/// Letters of a random string. <https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html>
pub const RANDOM_STRING_CHARS: usize = 11;
/// Longest prefix once evaluated.
pub const EVALUATED_CHARS_MAX: usize = 512;

/// A prefix, parsed and known to be right.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PrefixTemplate(Vec<Segment>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Timestamp(Pattern),
    RandomString,
    ErrorOutputType,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrefixError {
    #[error("the expression !{{{0}}} in a prefix has no namespace: write !{{namespace:value}}")]
    NoNamespace(String),
    #[error("a prefix has an unfinished expression: !{{{0}")]
    Unfinished(String),
    #[error("the prefix namespace {0:?} is unknown; it is timestamp or firehose")]
    UnknownNamespace(String),
    #[error("the prefix expression firehose:{0} is unknown; it is random-string or error-output-type")]
    UnknownFirehoseValue(String),
    #[error("the timestamp expression {pattern:?} is wrong: {cause}")]
    Timestamp { pattern: String, cause: PatternError },
    #[error("{0} in a prefix needs dynamic partitioning, which is not offered")]
    DynamicPartitioning(String),
    #[error("Prefix cannot contain !{{firehose:error-output-type}}; ErrorOutputPrefix can")]
    ErrorTypeInPrefix,
    #[error("ErrorOutputPrefix cannot be empty when Prefix contains expressions")]
    ErrorPrefixMissing,
    #[error("ErrorOutputPrefix has expressions and so must contain !{{firehose:error-output-type}}")]
    ErrorTypeMissing,
}

/// What the expressions of one object evaluate to.
pub struct Evaluation<'a> {
    /// Arrival of the oldest record, in the destination's zone.
    pub oldest: &'a DateTime<Tz>,
    /// Each call gives a fresh one.
    pub random_string: &'a mut dyn FnMut() -> String,
    /// Empty for what is delivered without error.
    pub error_output_type: &'a str,
}

impl PrefixTemplate {
    pub fn parse(text: &str) -> Result<Self, PrefixError> {
        let mut segments = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find("!{") {
            if start > 0 {
                segments.push(Segment::Literal(rest[..start].to_owned()));
            }
            let expression = &rest[start + 2..];
            let end = expression.find('}').ok_or_else(|| PrefixError::Unfinished(expression.to_owned()))?;
            segments.push(segment(&expression[..end])?);
            rest = &expression[end + 1..];
        }
        if !rest.is_empty() {
            segments.push(Segment::Literal(rest.to_owned()));
        }
        Ok(Self(segments))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn has_expressions(&self) -> bool {
        self.0.iter().any(|segment| !matches!(segment, Segment::Literal(_)))
    }

    pub fn has_timestamp(&self) -> bool {
        self.0.iter().any(|segment| matches!(segment, Segment::Timestamp(_)))
    }

    pub fn has_error_output_type(&self) -> bool {
        self.0.contains(&Segment::ErrorOutputType)
    }

    pub fn evaluate(&self, with: &mut Evaluation<'_>) -> String {
        let mut out = String::new();
        for segment in &self.0 {
            match segment {
                Segment::Literal(text) => out.push_str(text),
                Segment::Timestamp(pattern) => out.push_str(&pattern.format(&Moment::in_zone(with.oldest))),
                Segment::RandomString => out.push_str(&(with.random_string)()),
                Segment::ErrorOutputType => out.push_str(with.error_output_type),
            }
        }
        out
    }
}

fn segment(expression: &str) -> Result<Segment, PrefixError> {
    let (namespace, value) =
        expression.split_once(':').ok_or_else(|| PrefixError::NoNamespace(expression.to_owned()))?;
    match (namespace, value) {
        ("timestamp", pattern) => Pattern::parse(pattern)
            .map(Segment::Timestamp)
            .map_err(|cause| PrefixError::Timestamp { pattern: pattern.to_owned(), cause }),
        ("firehose", "random-string") => Ok(Segment::RandomString),
        ("firehose", "error-output-type") => Ok(Segment::ErrorOutputType),
        ("firehose", other) => Err(PrefixError::UnknownFirehoseValue(other.to_owned())),
        ("partitionKeyFromQuery" | "partitionKeyFromLambda", _) => {
            Err(PrefixError::DynamicPartitioning(format!("!{{{expression}}}")))
        }
        (other, _) => Err(PrefixError::UnknownNamespace(other.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_expressions_are_told_apart() {
        for (prefix, expected) in [
            ("a!{timestamp}", PrefixError::NoNamespace("timestamp".into())),
            ("a!{timestamp:yyyy", PrefixError::Unfinished("timestamp:yyyy".into())),
            ("!{aws:region}", PrefixError::UnknownNamespace("aws".into())),
            ("!{firehose:date}", PrefixError::UnknownFirehoseValue("date".into())),
            (
                "!{partitionKeyFromQuery:customer}/",
                PrefixError::DynamicPartitioning("!{partitionKeyFromQuery:customer}".into()),
            ),
            (
                "!{timestamp:QQQQQQ}",
                PrefixError::Timestamp { pattern: "QQQQQQ".into(), cause: PatternError::TooMany('Q') },
            ),
        ] {
            assert_eq!(PrefixTemplate::parse(prefix).unwrap_err(), expected, "{prefix}");
        }
    }

    #[test]
    fn what_looks_like_an_expression_but_is_none_stays() {
        let template = PrefixTemplate::parse("a!b/{c}/$").unwrap();
        assert!(!template.has_expressions());
    }
}
