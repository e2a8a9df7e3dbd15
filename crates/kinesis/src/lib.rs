//! The Kinesis Data Streams face: the service's API over [`headwater_stream::Streams`].
//!
//! One operation, one file under `operations`; `surface` lists them; `fault` maps every cause of the engine to the service's
//! code and text. What a stream is and does is the engine's; of its own this crate holds only how often who has called.
//!
//! Reference: <https://docs.aws.amazon.com/kinesis/latest/APIReference/Welcome.html>

mod fault;
mod measures;
mod names;
mod operations;
mod pace;
mod paging;
mod permissions;
mod position;
mod shapes;
mod surface;
mod tags;

use std::sync::Arc;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{AnswerCost, AwsRequest, AwsService, Body, Call, Fault};
use headwater_runtime::Clock;
use headwater_stream::Streams;
use headwater_types::StreamArn;
use http::Response;

use crate::pace::Pacer;

pub use surface::TABLE;

/// The face. Cheap to clone.
#[derive(Clone)]
pub struct Kinesis {
    streams: Streams,
    clock: Clock,
    pacer: Option<Arc<Pacer>>,
}

impl Kinesis {
    pub fn new(streams: Streams, clock: Clock) -> Self {
        Self { streams, clock, pacer: None }
    }

    /// Holds callers to the service's rates of control operations.
    pub fn paced(self) -> Self {
        Self { pacer: Some(Arc::default()), ..self }
    }

    fn admit(&self, call: &Call, operation: &'static str) -> Result<(), Fault> {
        let pacer = self.pacer.as_ref();
        pacer.map_or(Ok(()), |pacer| pacer.admit(operation, &call.scope, self.clock.monotonic()))
    }

    /// For operations whose rate is a stream's.
    fn admit_for(&self, operation: &str, stream: &StreamArn) -> Result<(), Fault> {
        let pacer = self.pacer.as_ref();
        pacer.map_or(Ok(()), |pacer| pacer.admit_for(operation, stream, self.clock.monotonic()))
    }

    /// The service looks a stream up before it judges what is asked of it: a missing stream hides the given fault.
    fn unless_missing(&self, stream: &StreamArn, fault: Fault) -> Fault {
        match self.streams.describe(stream) {
            Ok(_) => fault,
            Err(error) => fault::of(error),
        }
    }
}

#[async_trait]
impl AwsService for Kinesis {
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
