//! Reads a stream together with other workers of the same application, of this library or of the Kinesis Client Library's
//! versions 2 and 3: a table of leases says who processes which shard and how far that is.
//!
//! [`Consumer`] is the handle of one worker. A task looks at the table and takes leases (`worker`, whose decisions stand in `taking`,
//! `sync` and `fleet`), a second renews them, and each shard has its own (`shard`), which reads by `polling` or `fan_out` from a `cursor`
//! and gives an application's [`RecordProcessor`] one batch after the other.
//!
//! Invariants: a shard is processed by whoever holds its lease, and by nobody else for longer than the failover time; a child
//! shard begins when its parents are processed to their end; a checkpoint never stands behind a record that was not given.

mod checkpointer;
mod cloudwatch;
mod config;
mod cursor;
mod event_stream;
mod fan_out;
mod fleet;
mod held;
mod lease;
mod metrics;
mod polling;
mod position;
mod processor;
mod retry;
mod shard;
mod source;
mod stream_api;
mod sync;
mod table;
mod taking;
mod worker;

use std::sync::Arc;

use headwater_runtime::{Clock, Entropy};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub use checkpointer::{CheckpointError, Checkpointer};
pub use config::{ConsumerConfig, InitialPosition, Retrieval};
pub use metrics::ConsumerMetrics;
pub use position::Position;
pub use processor::{Batch, ProcessorError, ProcessorFactory, Record, RecordProcessor, ShardStart};

use crate::transport::{CallError, Transport};
use cloudwatch::Reporter;
use held::Holdings;
use metrics::Counters;
use table::LeaseTable;
use worker::Worker;

/// A running worker. Dropped, it stops at once, as if its process had died: leases expire. [`Consumer::shutdown`] gives them up.
pub struct Consumer {
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
    config: Arc<ConsumerConfig>,
    clock: Clock,
    counters: Arc<Counters>,
    holdings: Holdings,
    reporter: Option<Reporter>,
}

impl Consumer {
    /// Makes the table of leases where there is none, registers the consumer where records are to be pushed, and starts. `kinesis` calls
    /// the streams' API and `dynamodb` the tables'.
    pub async fn start<F: ProcessorFactory>(
        kinesis: impl Transport,
        dynamodb: impl Transport,
        config: ConsumerConfig,
        factory: F,
    ) -> Result<Self, CallError> {
        let config = Arc::new(config.bounded());
        let (clock, entropy) = (Clock::system(), Entropy::system());
        let kinesis = Arc::new(kinesis);
        let table =
            LeaseTable::new(Arc::new(dynamodb), config.application.clone(), clock.clone(), entropy.clone());
        table.ensure().await?;
        let consumer_arn = match &config.retrieval {
            Retrieval::Polling => None,
            Retrieval::FanOut { consumer_name } => {
                let arn =
                    fan_out::register(&*kinesis, &config.stream, consumer_name, &clock, &entropy).await?;
                Some(arn.into())
            }
        };
        let counters = Arc::new(Counters::default());
        let (stop, stopped) = oneshot::channel();
        let worker = Worker::new(
            kinesis,
            Arc::new(table),
            config.clone(),
            Arc::new(factory),
            clock.clone(),
            entropy,
            counters.clone(),
            consumer_arn,
        );
        let holdings = worker.holdings.clone();
        let task = tokio::spawn(worker.run(async move {
            // A handle that goes without a word aborts the task.
            let _ = stopped.await;
        }));
        Ok(Self { stop: Some(stop), task, config, clock, counters, holdings, reporter: None })
    }

    /// This worker's id in the table.
    pub fn worker(&self) -> &str {
        &self.config.worker
    }

    pub fn metrics(&self) -> ConsumerMetrics {
        ConsumerMetrics { leases_held: self.holdings.len() as u64, ..self.counters.read() }
    }

    /// From now on reports figures to CloudWatch, every [`ConsumerConfig::metrics_buffer_time`], under the application's name and in the
    /// names of the Kinesis Client Library. `cloudwatch` calls that API: [`crate::HttpTransport::cloudwatch`].
    pub fn report_to(&mut self, cloudwatch: impl Transport) {
        if let Some(before) = self.reporter.take() {
            before.abort();
        }
        let (interval, config) = (self.config.metrics_buffer_time, &self.config);
        let (namespace, worker) = (config.application.clone(), config.worker.clone());
        let (counters, clock) = (self.counters.clone(), self.clock.clone());
        self.reporter = Some(Reporter::start(cloudwatch, counters, clock, interval, namespace, worker));
    }

    /// Lets processors write their last checkpoints, gives all leases up, and returns when that is done.
    pub async fn shutdown(mut self) {
        if let Some(stop) = self.stop.take() {
            // Gone means that it has ended.
            let _ = stop.send(());
        }
        if let Err(error) = (&mut self.task).await {
            tracing::error!(%error, "the consumer ended badly");
        }
        if let Some(reporter) = self.reporter.take() {
            reporter.finish().await;
        }
    }
}

impl Drop for Consumer {
    fn drop(&mut self) {
        self.task.abort();
        if let Some(reporter) = &self.reporter {
            reporter.abort();
        }
    }
}
