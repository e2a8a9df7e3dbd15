//! What each operation touches, for permissions: a delivery stream, or nothing in particular.
//!
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_shapes::operation::Operation;
use headwater_aws_wire::{Call, Fault, Resource, Touches};

use crate::{Firehose, named};

macro_rules! touches {
    ($($operation:ident),* => |$call:ident, $input:ident| $touched:expr) => {$(
        impl Touches<model::$operation> for Firehose {
            fn touches(
                &self,
                $call: &Call,
                $input: &<model::$operation as Operation>::Input,
            ) -> Result<Vec<Resource>, Fault> {
                $touched
            }
        }
    )*};
}

touches!(
    CreateDeliveryStream, DeleteDeliveryStream, DescribeDeliveryStream, ListTagsForDeliveryStream, PutRecord,
    PutRecordBatch, StartDeliveryStreamEncryption, StopDeliveryStreamEncryption, TagDeliveryStream,
    UntagDeliveryStream, UpdateDestination
    => |call, input| {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        Ok(vec![Resource::owned(&arn, &arn.scope.account)])
    }
);

touches!(ListDeliveryStreams => |_call, _input| Ok(vec![Resource::any()]));
