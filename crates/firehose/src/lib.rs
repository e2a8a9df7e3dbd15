//! The Data Firehose face: the service's API over [`headwater_connect::delivery::Deliveries`].
//!
//! One operation, one file under `operations`; `surface` lists them; `fault` maps every cause of the engine to the service's
//! code and text; `destination` is the S3 destination on the wire. This crate holds no state of its own.
//!
//! Reference: <https://docs.aws.amazon.com/firehose/latest/APIReference/Welcome.html>

mod destination;
mod fault;
mod operations;
mod permissions;
mod surface;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{AnswerCost, AwsRequest, AwsService, Body, Fault};
use headwater_connect::delivery::{Deliveries, DeliveryArn, DeliveryName};
use headwater_types::Scope;
use http::Response;

pub use surface::TABLE;

/// The face. Cheap to clone.
#[derive(Clone)]
pub struct Firehose {
    deliveries: Deliveries,
}

impl Firehose {
    pub fn new(deliveries: Deliveries) -> Self {
        Self { deliveries }
    }
}

#[async_trait]
impl AwsService for Firehose {
    fn model(&self) -> &'static Service {
        TABLE.service
    }

    fn answer_cost(&self, request: &AwsRequest) -> AnswerCost {
        TABLE.cost(request)
    }

    async fn call(&self, request: AwsRequest) -> Response<Body> {
        TABLE.serve(self, request).await
    }
}

/// Names the delivery stream a request speaks of. The model's pattern was checked before.
fn named(scope: &Scope, name: &str) -> Result<DeliveryArn, Fault> {
    let name = DeliveryName::parse(name).ok_or_else(|| fault::invalid("DeliveryStreamName is not legal."))?;
    Ok(DeliveryArn { scope: scope.clone(), name })
}
