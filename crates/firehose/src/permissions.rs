//! What each operation touches, for permissions: a delivery stream, or nothing in particular.
//!
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_shapes::operation::Operation;
use headwater_aws_wire::{Call, Fault, Resource, Touches};
use headwater_types::StreamArn;

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
    DeleteDeliveryStream, DescribeDeliveryStream, ListTagsForDeliveryStream, PutRecord,
    PutRecordBatch, StartDeliveryStreamEncryption, StopDeliveryStreamEncryption, TagDeliveryStream,
    UntagDeliveryStream, UpdateDestination
    => |call, input| {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        Ok(vec![Resource::owned(&arn, &arn.scope.account)])
    }
);

touches!(CreateDeliveryStream => |call, input| {
    let arn = named(&call.scope, &input.delivery_stream_name)?;
    let mut touched = vec![Resource::owned(&arn, &arn.scope.account)];
    // On AWS the role that reads the source decides; there are no roles here, so a source is the caller's own account's.
    let source = input.kinesis_stream_source_configuration.as_ref();
    let source = source.and_then(|source| StreamArn::parse(&source.kinesis_stream_arn));
    if let Some(source) = source.filter(|source| source.scope.account != call.scope.account) {
        touched.push(Resource::owned(&source, &source.scope.account));
    }
    Ok(touched)
});

touches!(ListDeliveryStreams => |_call, _input| Ok(vec![Resource::any()]));
