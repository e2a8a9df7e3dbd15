//! Names users give: streams and their consumers. Parsed once at the edge, so that everything below may use them as keys.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// `[a-zA-Z0-9_.-]{1,128}`: the rule for streams and for consumers.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html>
fn is_legal_name(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
    (1..=128).contains(&text.len()) && text.bytes().all(legal)
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// `None` unless `text` matches `[a-zA-Z0-9_.-]{1,128}`.
            pub fn parse(text: &str) -> Option<Self> {
                is_legal_name(text).then(|| Self(text.into()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

name!(
    /// A stream's name, unique within its account and region. Cheap to clone.
    StreamName
);
name!(
    /// The name of a registered (enhanced fan-out) consumer, unique within its stream. Cheap to clone.
    ConsumerName
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_1_to_128_plain_characters() {
        let longest = "x".repeat(128);
        for good in ["a", "page-views_2.raw", longest.as_str()] {
            assert!(StreamName::parse(good).is_some(), "{good}");
        }
        let too_long = "x".repeat(129);
        for bad in ["", "a/b", "a b", "é", too_long.as_str()] {
            assert_eq!(StreamName::parse(bad), None, "{bad}");
            assert_eq!(ConsumerName::parse(bad), None, "{bad}");
        }
    }
}
