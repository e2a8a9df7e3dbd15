//! The DynamoDB face: lease tables for the KCL, and read models beside the streams.
//!
//! [`value`] and [`expression`] are the service's data model and language, sans IO; [`engine`] keeps tables and items in the store;
//! under `operations` stands one file for each operation, `surface` lists them, and `fault` maps every cause to the service's code
//! and text. Tables are this face's own: nothing else in the house reads them, so the engine lives here too.
//!
//! Reference: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html>

pub mod engine;
pub mod expression;
mod fault;
mod names;
mod operations;
mod page_codec;
mod permissions;
mod reading;
mod requests;
mod schema;
mod shapes;
mod surface;
pub mod value;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{AnswerCost, AwsRequest, AwsService, Body};
use http::Response;

pub use engine::{Engine, EngineConfig, EngineError};
pub use names::{TableArn, TableName};
pub use surface::TABLE;

/// The face. Cheap to clone.
#[derive(Clone)]
pub struct DynamoDb {
    engine: Engine,
}

impl DynamoDb {
    pub fn new(engine: Engine) -> Self {
        Self { engine }
    }
}

#[async_trait]
impl AwsService for DynamoDb {
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
