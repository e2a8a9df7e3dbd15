//! Reading a shard with GetRecords: at most five calls a second, which all that poll the shard share, and none while what was read
//! before is not processed.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>

use std::sync::Arc;
use std::time::Duration;

use super::cloudwatch::{GET_RECORDS, Operation};
use super::cursor::{Cursor, Pace};
use super::source::Read;
use super::stream_api::{self, Page};
use crate::transport::{CallError, Transport};

/// Five calls a second.
const PACE: Pace = Pace {
    gap: Duration::from_millis(200),
    backoff_min: Duration::from_millis(200),
    backoff_max: Duration::from_secs(10),
};

pub struct Poller<K> {
    transport: Arc<K>,
    cursor: Cursor,
    iterator: Option<String>,
}

impl<K: Transport> Poller<K> {
    pub fn new(transport: Arc<K>, cursor: Cursor) -> Self {
        Self { transport, cursor, iterator: None }
    }

    /// Waits until a call may be made.
    pub async fn rest(&self) {
        self.cursor.rest().await;
    }

    /// The next page, which may be empty. Tries until there is one.
    pub async fn next(&mut self) -> Read {
        loop {
            self.cursor.begin_call(PACE).await;
            let began = self.cursor.clock.monotonic();
            let tried = self.read().await;
            let operation = || Operation::ProcessTask(self.cursor.shard.clone());
            let took = self.cursor.clock.monotonic() - began;
            self.cursor.counters.meter.call(operation, GET_RECORDS, tried.is_ok(), took);
            if let Some(read) = self.cursor.settle(tried.map(Some), PACE) {
                return read;
            }
        }
    }

    async fn read(&mut self) -> Result<Read, CallError> {
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => {
                let body = self.cursor.start().for_iterator(&self.cursor.config.stream, &self.cursor.shard);
                stream_api::iterator(&*self.transport, body).await?
            }
        };
        let page = stream_api::records(&*self.transport, &iterator, self.cursor.config.records_max).await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                // An expired one is made anew; any other can be used again.
                self.iterator = (error.code() != "ExpiredIteratorException").then_some(iterator);
                return Err(error);
            }
        };
        if page.next_shard_iterator.is_none() && page.child_shards.is_empty() {
            return Err(CallError::Malformed("a shard's end without children".into()));
        }
        Ok(self.take(page))
    }

    fn take(&mut self, mut page: Page) -> Read {
        if page.records.is_empty() && page.millis_behind_latest == 0 {
            self.cursor.rest_for(self.cursor.config.poll_interval);
        }
        self.iterator = page.next_shard_iterator.take();
        let after = page.records.last().map(|record| record.sequence_number.clone());
        self.cursor.take(page, after, self.iterator.is_none())
    }
}
