//! The real engines behind the console's door.

mod deliveries;
mod streams;

use futures::future::{BoxFuture, FutureExt};
use headwater_connect::delivery::Deliveries;
use headwater_stream::Streams;
use headwater_types::Scope;
use http::StatusCode;

use crate::fault::Fault;
use crate::source::{DeliveryReading, JobReading, RecordReading, RowFeed, Source, StreamKey, StreamReading};

/// Streams, SQL jobs and deliveries of one server.
#[derive(Clone)]
pub struct Engines {
    streams: Streams,
    deliveries: Deliveries,
}

impl Engines {
    pub fn new(streams: Streams, deliveries: Deliveries) -> Self {
        Self { streams, deliveries }
    }
}

impl Source for Engines {
    fn streams(&self) -> BoxFuture<'_, Vec<StreamReading>> {
        async { streams::readings(&self.streams) }.boxed()
    }

    fn jobs(&self) -> BoxFuture<'_, Vec<JobReading>> {
        async { Vec::new() }.boxed()
    }

    fn deliveries(&self) -> BoxFuture<'_, Vec<DeliveryReading>> {
        async { deliveries::readings(&self.deliveries) }.boxed()
    }

    fn newest<'a>(
        &'a self,
        stream: &'a StreamKey,
        shard: &'a str,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<RecordReading>, Fault>> {
        streams::newest(&self.streams, stream, shard, limit).boxed()
    }

    fn submit<'a>(&'a self, _: &'a Scope, _: &'a str) -> BoxFuture<'a, Result<Vec<String>, Fault>> {
        async { Err(no_sql()) }.boxed()
    }

    fn explain<'a>(&'a self, _: &'a Scope, _: &'a str) -> BoxFuture<'a, Result<String, Fault>> {
        async { Err(no_sql()) }.boxed()
    }

    fn cancel<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<(), Fault>> {
        async { Err(no_sql()) }.boxed()
    }

    fn rows<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<RowFeed, Fault>> {
        async { Err(no_sql()) }.boxed()
    }
}

fn no_sql() -> Fault {
    Fault::new(StatusCode::NOT_IMPLEMENTED, "not_offered", "this server runs no SQL jobs")
}
