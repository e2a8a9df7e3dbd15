//! Who owns a resource: an account and a region, the two halves of every ARN. Resources of different scopes never meet.

use std::fmt;
use std::sync::Arc;

/// The account used when a client's access key does not name one.
pub const DEFAULT_ACCOUNT: &str = "000000000000";
/// The region used when a client signs for none.
pub const DEFAULT_REGION: &str = "us-east-1";

/// An AWS account id: exactly twelve decimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(Arc<str>);

impl AccountId {
    /// `None` unless `text` is twelve ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for AccountId {
    fn default() -> Self {
        Self(DEFAULT_ACCOUNT.into())
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A region name as it stands in a credential scope, such as `eu-central-1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(Arc<str>);

impl Region {
    /// `None` unless `text` is 1 to 64 lower-case letters, digits and hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        ((1..=64).contains(&text.len()) && text.bytes().all(legal)).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Region {
    fn default() -> Self {
        Self(DEFAULT_REGION.into())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The namespace a resource name lives in: names are unique within an account and region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    pub account: AccountId,
    pub region: Region,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_twelve_digits_and_nothing_else() {
        assert!(AccountId::parse("123456789012").is_some());
        for bad in ["", "12345678901", "1234567890123", "12345678901x", "１２３４５６７８９０１２"]
        {
            assert_eq!(AccountId::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_region_has_no_upper_case_and_no_slash() {
        assert!(Region::parse("eu-central-1").is_some());
        for bad in ["", "EU", "a/b", "a b"] {
            assert_eq!(Region::parse(bad), None, "{bad}");
        }
    }
}
