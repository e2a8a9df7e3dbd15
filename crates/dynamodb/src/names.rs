//! Tables by name or ARN.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html>

use std::fmt;
use std::sync::Arc;

use headwater_types::{AccountId, Region, Scope};

/// `[a-zA-Z0-9_.-]{3,255}`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableName(Arc<str>);

impl TableName {
    pub fn parse(text: &str) -> Option<Self> {
        is_legal_name(text).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Tables and indexes have names of the same kind.
pub fn is_legal_name(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
    (3..=255).contains(&text.len()) && text.bytes().all(legal)
}

impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `arn:aws:dynamodb:{region}:{account}:table/{name}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableArn {
    pub scope: Scope,
    pub name: TableName,
}

impl TableArn {
    /// What a request names a table by: its name in the caller's scope, or its ARN.
    pub fn of(scope: &Scope, text: &str) -> Option<Self> {
        if text.starts_with("arn:") {
            return Self::parse(text);
        }
        Some(Self { scope: scope.clone(), name: TableName::parse(text)? })
    }

    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let (arn, partition, service) = (parts.next()?, parts.next()?, parts.next()?);
        let (region, account, resource) = (parts.next()?, parts.next()?, parts.next()?);
        if arn != "arn" || !partition.starts_with("aws") || service != "dynamodb" {
            return None;
        }
        let scope = Scope { account: AccountId::parse(account)?, region: Region::parse(region)? };
        Some(Self { scope, name: TableName::parse(resource.strip_prefix("table/")?)? })
    }
}

impl fmt::Display for TableArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scope { account, region } = &self.scope;
        let partition = match region.as_str() {
            name if name.starts_with("cn-") => "aws-cn",
            name if name.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        };
        write!(f, "arn:{partition}:dynamodb:{region}:{account}:table/{}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_named_by_name_or_arn() {
        let scope = Scope::default();
        let arn = TableArn::of(&scope, "leases").expect("a legal name");
        assert_eq!(arn.to_string(), "arn:aws:dynamodb:us-east-1:000000000000:table/leases");
        assert_eq!(TableArn::of(&scope, &arn.to_string()), Some(arn));
        for bad in
            ["ab", "a b c", "", "arn:aws:dynamodb:us-east-1:000000000000:table/x", "arn:aws:s3:::table/abc"]
        {
            assert_eq!(TableArn::of(&scope, bad), None, "{bad}");
        }
    }
}
