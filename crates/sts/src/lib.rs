//! The STS face: who is calling. What SDKs and tools ask first to learn their account.
//!
//! Temporary credentials are not made here: identities stand in the configuration file.
//!
//! Reference: <https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html>

mod get_caller_identity;
mod surface;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{AnswerCost, AwsRequest, AwsService, Body};
use http::Response;

pub use surface::TABLE;

/// The face. It holds nothing: identities come with the requests.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sts;

#[async_trait]
impl AwsService for Sts {
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
