//! The task behind a producer: takes commands, makes the calls that the pipeline decides on, and brings it their answers.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use futures::stream::{FuturesUnordered, StreamExt};
use headwater_aggregate::NewRecord;
use headwater_runtime::Clock;
use headwater_types::HashKey;
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};

use super::metrics::ProducerMetrics;
use super::pipeline::{Outcome, Pipeline, Request, User};
use super::put_records;
use super::shard_map::ShardMap;
use super::{Placed, PutError};
use crate::transport::{CallError, Transport};

/// Commands taken before the pipeline is asked what is due.
const COMMANDS_AT_ONCE: usize = 4_096;
/// How long after a listing failed it is tried again.
const LISTING_PAUSE: Duration = Duration::from_millis(500);
/// While nothing waits for time.
const IDLE: Duration = Duration::from_secs(3_600);

/// A record as its user's task hands it over.
pub struct Accepted {
    pub record: NewRecord,
    pub hash: HashKey,
    pub added: Duration,
    pub answer: oneshot::Sender<Result<Placed, PutError>>,
    pub room: OwnedSemaphorePermit,
}

pub enum Command {
    Put(Accepted),
    Flush(oneshot::Sender<()>),
    Close,
}

enum Done {
    Put(Request, Result<Vec<Outcome>, CallError>),
    Listed(Result<ShardMap, CallError>),
}

pub struct Task<T> {
    transport: Arc<T>,
    stream: Arc<str>,
    pipeline: Pipeline,
    clock: Clock,
    inbox: mpsc::UnboundedReceiver<Command>,
    metrics: Arc<Mutex<ProducerMetrics>>,
    under_way: FuturesUnordered<BoxFuture<'static, Done>>,
    is_listing: bool,
    /// Shared by the records since the last flush.
    epoch: Arc<()>,
    /// Flushes that wait, in their order, each for the records before it.
    flushes: VecDeque<(Arc<()>, oneshot::Sender<()>)>,
    is_closing: bool,
}

impl<T: Transport> Task<T> {
    pub fn new(
        transport: Arc<T>,
        stream: String,
        pipeline: Pipeline,
        clock: Clock,
        inbox: mpsc::UnboundedReceiver<Command>,
        metrics: Arc<Mutex<ProducerMetrics>>,
    ) -> Self {
        Self {
            transport,
            stream: stream.into(),
            pipeline,
            clock,
            inbox,
            metrics,
            under_way: FuturesUnordered::new(),
            is_listing: false,
            epoch: Arc::new(()),
            flushes: VecDeque::new(),
            is_closing: false,
        }
    }

    pub async fn run(mut self) {
        let mut commands = Vec::with_capacity(COMMANDS_AT_ONCE);
        loop {
            let wait = self.advance();
            if self.is_closing && self.pipeline.is_idle() {
                return;
            }
            tokio::select! {
                count = self.inbox.recv_many(&mut commands, COMMANDS_AT_ONCE), if !self.is_closing => {
                    if count == 0 {
                        self.close();
                    }
                    let now = self.clock.monotonic();
                    commands.drain(..).for_each(|command| self.take(now, command));
                }
                Some(done) = self.under_way.next(), if !self.under_way.is_empty() => self.complete(done),
                () = self.clock.sleep(wait) => {}
            }
        }
    }

    /// Starts what is due, and says how long nothing will be.
    fn advance(&mut self) -> Duration {
        let now = self.clock.monotonic();
        self.pipeline.expire(now);
        if self.pipeline.wants_map() && !self.is_listing {
            self.is_listing = true;
            self.list(Duration::ZERO);
        }
        while let Some(request) = self.pipeline.next_request(now) {
            self.send(request);
        }
        while self.flushes.front().is_some_and(|(epoch, _)| Arc::strong_count(epoch) == 1) {
            // Whoever asked may have gone.
            let _ = self.flushes.pop_front().map(|(_, done)| done.send(()));
        }
        self.pipeline.set_flushing(self.is_closing || !self.flushes.is_empty());
        self.metrics.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&self.pipeline.metrics);
        self.pipeline.next_deadline(now).map_or(IDLE, |at| at.saturating_sub(now))
    }

    fn take(&mut self, now: Duration, command: Command) {
        match command {
            Command::Put(accepted) => {
                let Accepted { record, hash, added, answer, room } = accepted;
                let epoch = self.epoch.clone();
                let user = User { record, hash, added, attempts: 0, answer, _room: room, _epoch: epoch };
                self.pipeline.add(now, user);
            }
            Command::Flush(done) => {
                let epoch = std::mem::replace(&mut self.epoch, Arc::new(()));
                self.flushes.push_back((epoch, done));
                self.pipeline.set_flushing(true);
            }
            Command::Close => self.close(),
        }
    }

    fn close(&mut self) {
        self.is_closing = true;
        self.pipeline.set_flushing(true);
    }

    fn send(&self, request: Request) {
        let (transport, stream) = (self.transport.clone(), self.stream.clone());
        self.under_way.push(Box::pin(async move {
            let body = put_records::body(&stream, &request);
            let answer = transport.call("PutRecords", body).await;
            let outcomes = answer.and_then(|body| put_records::outcomes(&body, request.records.len()));
            Done::Put(request, outcomes)
        }));
    }

    fn list(&self, pause: Duration) {
        let (transport, stream, clock) = (self.transport.clone(), self.stream.clone(), self.clock.clone());
        self.under_way.push(Box::pin(async move {
            clock.sleep(pause).await;
            Done::Listed(ShardMap::list(&*transport, &stream).await)
        }));
    }

    fn complete(&mut self, done: Done) {
        let now = self.clock.monotonic();
        match done {
            Done::Put(request, outcomes) => self.pipeline.completed(now, request, outcomes),
            Done::Listed(Ok(map)) => {
                self.is_listing = false;
                self.pipeline.set_map(now, map);
            }
            // Records meanwhile grow old, and expire.
            Done::Listed(Err(error)) => {
                tracing::warn!(stream = %self.stream, %error, "the shards cannot be listed; trying again");
                self.list(LISTING_PAUSE);
            }
        }
    }
}
