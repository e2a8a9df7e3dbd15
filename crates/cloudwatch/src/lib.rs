//! The CloudWatch face: metrics in and out over [`headwater_metrics::Metrics`], in the three dialects clients speak
//! (rpc-v2-cbor, awsJson 1.0, query and XML).
//!
//! One operation, one file under `operations`; `surface` lists them, and says why others are not offered; `math` is metric
//! math. This crate holds no state of its own.
//!
//! Reference: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/Welcome.html>

mod asked;
mod fault;
mod math;
mod operations;
mod permissions;
mod statistic;
mod surface;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{AnswerCost, AwsRequest, AwsService, Body};
use headwater_metrics::Metrics;
use headwater_runtime::Clock;
use http::Response;

pub use surface::TABLE;

/// The face. Cheap to clone.
#[derive(Clone)]
pub struct CloudWatch {
    metrics: Metrics,
    clock: Clock,
}

impl CloudWatch {
    pub fn new(metrics: Metrics, clock: Clock) -> Self {
        Self { metrics, clock }
    }
}

#[async_trait]
impl AwsService for CloudWatch {
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
