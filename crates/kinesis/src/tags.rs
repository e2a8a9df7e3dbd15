//! The rules of tags: which characters they may hold, in the service's own words.

use std::collections::BTreeMap;

use headwater_aws_wire::Fault;
use headwater_types::StreamArn;

use crate::fault;

const INVALID: &str = "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - % @.";

/// Checks tags that are about to be put on a stream or one of its consumers.
pub(crate) fn check(stream: &StreamArn, tags: &BTreeMap<String, String>) -> Result<(), Fault> {
    let mut texts = tags.iter().flat_map(|(key, value)| [key, value]);
    if texts.clone().any(|text| !text.chars().all(is_valid)) {
        return Err(fault::invalid(INVALID));
    }
    // The service's first text allows this one and its second takes it back.
    if texts.any(|text| text.contains('%')) {
        return Err(illegal("add tags to", stream));
    }
    Ok(())
}

/// Checks the keys of tags that are about to be taken off.
pub(crate) fn check_keys(stream: &StreamArn, keys: &[String]) -> Result<(), Fault> {
    if keys.iter().any(|key| !key.chars().all(is_valid)) {
        return Err(fault::invalid(INVALID));
    }
    if keys.iter().any(|key| key.contains('%')) {
        return Err(illegal("remove tags from", stream));
    }
    Ok(())
}

fn illegal(doing: &str, stream: &StreamArn) -> Fault {
    fault::invalid(format!(
        "Failed to {doing} stream {} under account {} because some tags contained illegal characters. The allowed \
         characters are Unicode letters, white-spaces, '_',',','/','=','+','-','@'.",
        stream.stream, stream.scope.account
    ))
}

/// White space is the separators of Unicode, not tabs and line breaks.
fn is_valid(c: char) -> bool {
    c.is_alphanumeric() || (c.is_whitespace() && !c.is_control()) || "_./=+-%@:".contains(c)
}

#[cfg(test)]
mod tests {
    use headwater_types::{Scope, StreamName};

    use super::*;

    fn message(key: &str, value: &str) -> Option<String> {
        let stream = StreamArn { scope: Scope::default(), stream: StreamName::parse("s").expect("legal") };
        let tags = BTreeMap::from([(key.to_owned(), value.to_owned())]);
        check(&stream, &tags).err().and_then(|fault| fault.message).map(|m| m.into_owned())
    }

    #[test]
    fn letters_digits_spaces_and_some_signs_are_legal() {
        for legal in ["a", "ü0 _.", "/=+-@", "", "日本", "a:b"] {
            assert_eq!(message("k", legal), None, "{legal}");
        }
        for illegal in ["a;b", "a\tb", "a\nb", "a,b", "a&b"] {
            for text in [message(illegal, "v"), message("k", illegal)] {
                assert!(
                    text.is_some_and(|t| t.starts_with("Some tags contain invalid characters.")),
                    "{illegal}"
                );
            }
        }
        assert!(
            message("a%b", "v").is_some_and(|t| t.contains("because some tags contained illegal characters"))
        );
    }
}
