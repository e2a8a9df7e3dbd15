//! What each operation touches, for permissions: metrics have no resource of their own.
//!
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html>

use headwater_aws_shapes::cloudwatch as model;
use headwater_aws_shapes::operation::Operation;
use headwater_aws_wire::{Call, Fault, Resource, Touches};

use crate::CloudWatch;

macro_rules! touches_no_resource {
    ($($operation:ident),* $(,)?) => {$(
        impl Touches<model::$operation> for CloudWatch {
            fn touches(
                &self,
                _: &Call,
                _: &<model::$operation as Operation>::Input,
            ) -> Result<Vec<Resource>, Fault> {
                Ok(vec![Resource::any()])
            }
        }
    )*};
}

touches_no_resource!(PutMetricData, ListMetrics, GetMetricStatistics, GetMetricData);
