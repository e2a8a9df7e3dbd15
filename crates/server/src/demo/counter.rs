//! An application that counts: the consumer library reads the events as any consumer does, its leases in a table of the server's own. What it
//! has seen at the end must be what was acknowledged.

use std::sync::Arc;

use anyhow::{Context, Result};
use headwater_client::{
    Batch, Checkpointer, Consumer, ConsumerConfig, HttpTransport, ProcessorError, RecordProcessor,
};
use parking_lot::Mutex;
use serde::Deserialize;

use super::EVENTS;
use super::ledger::BitSet;

pub const APPLICATION: &str = "clickstream-counter";

/// Ids of the events that were read, each once: an at-least-once reader may see some again.
#[derive(Clone, Default)]
pub struct Counted(Arc<Mutex<BitSet>>);

impl Counted {
    pub fn ids(&self) -> BitSet {
        self.0.lock().clone()
    }

    pub fn count(&self) -> u64 {
        self.0.lock().len()
    }
}

struct Counter(Counted);

#[derive(Deserialize)]
struct Identified {
    id: u64,
}

impl RecordProcessor for Counter {
    async fn process(
        &mut self,
        batch: &Batch,
        checkpointer: &mut Checkpointer,
    ) -> Result<(), ProcessorError> {
        let ids = batch.records.iter().map(|record| serde_json::from_slice::<Identified>(&record.data));
        let ids: Vec<Identified> = ids.collect::<Result<_, _>>()?;
        {
            let mut counted = self.0.0.lock();
            for event in ids {
                counted.insert(event.id);
            }
        }
        checkpointer.checkpoint().await?;
        Ok(())
    }
}

/// Starts the application's one worker.
pub async fn start(kinesis: HttpTransport, dynamodb: HttpTransport, counted: Counted) -> Result<Consumer> {
    let factory = move |_: &str| Counter(counted.clone());
    let consumer = Consumer::start(kinesis, dynamodb, ConsumerConfig::new(EVENTS, APPLICATION), factory);
    consumer.await.context("starting the consumer application")
}
