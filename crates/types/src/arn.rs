//! Amazon resource names of the things streams are made of.
//!
//! Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html>

use std::fmt;

use crate::{AccountId, ConsumerName, Region, Scope, StreamName};

/// `arn:aws:kinesis:{region}:{account}:stream/{name}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamArn {
    pub scope: Scope,
    pub stream: StreamName,
}

impl StreamArn {
    /// `None` unless the text is a stream's ARN; a consumer's is not.
    pub fn parse(text: &str) -> Option<Self> {
        let (scope, resource) = parse_kinesis_arn(text)?;
        let stream = StreamName::parse(resource.strip_prefix("stream/")?)?;
        Some(Self { scope, stream })
    }
}

impl fmt::Display for StreamArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scope { account, region } = &self.scope;
        write!(f, "arn:{}:kinesis:{region}:{account}:stream/{}", aws_partition(region), self.stream)
    }
}

/// `arn:aws:kinesis:{region}:{account}:stream/{name}/consumer/{consumer}:{creation time in seconds}`: a consumer that is
/// registered again under its old name gets a new ARN.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConsumerArn {
    pub stream: StreamArn,
    pub consumer: ConsumerName,
    /// Seconds since the Unix epoch.
    pub created_s: i64,
}

impl ConsumerArn {
    pub fn parse(text: &str) -> Option<Self> {
        let (scope, resource) = parse_kinesis_arn(text)?;
        let (stream, consumer) = resource.strip_prefix("stream/")?.split_once("/consumer/")?;
        let (consumer, created_s) = consumer.split_once(':')?;
        let plain = !created_s.is_empty() && created_s.bytes().all(|b| b.is_ascii_digit());
        Some(Self {
            stream: StreamArn { scope, stream: StreamName::parse(stream)? },
            consumer: ConsumerName::parse(consumer)?,
            created_s: plain.then(|| created_s.parse().ok()).flatten()?,
        })
    }
}

impl fmt::Display for ConsumerArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/consumer/{}:{}", self.stream, self.consumer, self.created_s)
    }
}

/// The scope and the resource part of a Kinesis ARN of any AWS partition.
fn parse_kinesis_arn(text: &str) -> Option<(Scope, &str)> {
    let mut parts = text.splitn(6, ':');
    let (arn, partition, service) = (parts.next()?, parts.next()?, parts.next()?);
    let (region, account, resource) = (parts.next()?, parts.next()?, parts.next()?);
    let known = arn == "arn" && partition.starts_with("aws") && service == "kinesis";
    let scope = Scope { account: AccountId::parse(account)?, region: Region::parse(region)? };
    known.then_some((scope, resource))
}

/// Which of the separate worlds of AWS a region belongs to.
fn aws_partition(region: &Region) -> &'static str {
    match region.as_str() {
        name if name.starts_with("cn-") => "aws-cn",
        name if name.starts_with("us-gov-") => "aws-us-gov",
        _ => "aws",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_read_back_as_written() {
        for text in [
            "arn:aws:kinesis:eu-central-1:123456789012:stream/page-views",
            "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/a.b_c",
        ] {
            assert_eq!(StreamArn::parse(text).map(|arn| arn.to_string()).as_deref(), Some(text));
        }
        let consumer = "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1700000000";
        assert_eq!(ConsumerArn::parse(consumer).map(|arn| arn.to_string()).as_deref(), Some(consumer));
    }

    #[test]
    fn other_arns_are_refused() {
        for bad in [
            "",
            "arn:aws:sqs:us-east-1:000000000000:stream/s",
            "arn:aws:kinesis:us-east-1:0:stream/s",
            "arn:aws:kinesis:us-east-1:000000000000:stream/",
            "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1",
        ] {
            assert_eq!(StreamArn::parse(bad), None, "{bad}");
        }
        for bad in ["arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c", "x/consumer/c:1"] {
            assert_eq!(ConsumerArn::parse(bad), None, "{bad}");
        }
    }
}
