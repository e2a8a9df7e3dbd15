//! The real engines behind the console's door.

mod deliveries;
mod jobs;
mod streams;

use futures::future::{BoxFuture, FutureExt};
use headwater_connect::delivery::Deliveries;
use headwater_sql::jobs::Jobs;
use headwater_stream::Streams;
use headwater_types::Scope;

use crate::fault::Fault;
use crate::source::{
    DeliveryReading, JobReading, RecordReading, RowFeed, Source, StatementOutcome, StreamKey, StreamReading,
};

/// Streams, SQL jobs and deliveries of one server.
#[derive(Clone)]
pub struct Engines {
    streams: Streams,
    jobs: Jobs,
    deliveries: Deliveries,
}

impl Engines {
    pub fn new(streams: Streams, jobs: Jobs, deliveries: Deliveries) -> Self {
        Self { streams, jobs, deliveries }
    }
}

impl Source for Engines {
    fn streams(&self) -> BoxFuture<'_, Vec<StreamReading>> {
        async { streams::readings(&self.streams) }.boxed()
    }

    fn jobs(&self) -> BoxFuture<'_, Vec<JobReading>> {
        async { jobs::readings(&self.jobs) }.boxed()
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

    fn submit<'a>(
        &'a self,
        scope: &'a Scope,
        sql: &'a str,
    ) -> BoxFuture<'a, Result<Vec<StatementOutcome>, Fault>> {
        jobs::submit(&self.jobs, scope, sql).boxed()
    }

    fn explain<'a>(&'a self, scope: &'a Scope, sql: &'a str) -> BoxFuture<'a, Result<String, Fault>> {
        jobs::explain(&self.jobs, scope, sql).boxed()
    }

    fn cancel<'a>(&'a self, job: &'a str) -> BoxFuture<'a, Result<(), Fault>> {
        jobs::cancel(&self.jobs, job).boxed()
    }

    fn restart<'a>(&'a self, job: &'a str) -> BoxFuture<'a, Result<(), Fault>> {
        jobs::restart(&self.jobs, job).boxed()
    }

    fn rows<'a>(&'a self, job: &'a str, sink: Option<&'a str>) -> BoxFuture<'a, Result<RowFeed, Fault>> {
        async move { jobs::rows(&self.jobs, job, sink) }.boxed()
    }
}
