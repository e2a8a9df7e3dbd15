//! Memory for answers: how much all of them may hold, how much of it one address may, and who is cut for not taking what it
//! asked for.
//!
//! Four pools, so that no kind starves another: *large* answers, of which the operations that make them say the most before they
//! begin to work ([`AnswerCost`]); the same in *reduced* form, where there is no room for large ones (GetRecords then reads less,
//! which it may at any time); *small* ones, which nearly all are; and the buffers of *streams* (fan-out, S3 objects), which are a
//! fixed size each. A claim that finds no room waits a bounded time and is then refused with an error that clients retry.
//!
//! Every second a watch looks for readers that have stalled (`flow`) and cuts them: the stream on HTTP/2, the connection on
//! HTTP/1.1. Connections on which nothing is pending, however long, are left alone.

mod body;
mod flow;
mod pool;

use std::collections::HashMap;
use std::future::Future;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use headwater_aws_wire::{AnswerCost, Body};
use headwater_runtime::Clock;
use http::{Response, StatusCode, Version};
use hyper::rt::Executor;
use parking_lot::Mutex;
use tokio_util::sync::CancellationToken;

pub use body::AnswerBody;
use flow::{Flow, Kind};
use pool::{Claim, NoRoom, Pool, Share};

/// Answers above [`SMALL_BYTES_MAX`], and the work for them. Ten of the largest at once.
const LARGE_BYTES_MAX: usize = 256 * 1024 * 1024;
const REDUCED_BYTES_MAX: usize = 64 * 1024 * 1024;
const SMALL_POOL_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Buffers of streams that have something pending.
const STREAMS_BYTES_MAX: usize = 128 * 1024 * 1024;

/// How long room for a whole answer is waited for before a reduced one is made: readers that read give theirs back sooner.
const REDUCED_AFTER: Duration = Duration::from_millis(250);

/// What is claimed for an answer of which nothing is known, and what still counts as small.
const SMALL_BYTES: usize = 8 * 1024;
const SMALL_BYTES_MAX: usize = 128 * 1024;

/// How often stalled readers are looked for.
const WATCH_INTERVAL: Duration = Duration::from_secs(1);

tokio::task_local! {
    /// Ends the HTTP/2 stream whose task this is.
    static H2_STREAM: CancellationToken;
}

/// The memory of all answers. Cheap to clone.
#[derive(Clone)]
pub struct Answers(Arc<Inner>);

struct Inner {
    clock: Clock,
    large: Pool,
    reduced: Pool,
    small: Pool,
    streams: Pool,
    links: Mutex<HashMap<u64, Weak<Link>>>,
    next_key: AtomicU64,
}

impl Answers {
    pub fn new(clock: Clock) -> Self {
        Self(Arc::new(Inner {
            clock,
            large: Pool::new(LARGE_BYTES_MAX),
            reduced: Pool::new(REDUCED_BYTES_MAX),
            small: Pool::new(SMALL_POOL_BYTES_MAX),
            streams: Pool::new(STREAMS_BYTES_MAX),
            links: Mutex::default(),
            next_key: AtomicU64::new(0),
        }))
    }

    /// A connection from this address.
    pub fn link(&self, address: IpAddr) -> Arc<Link> {
        let inner = &self.0;
        let address = Some(address);
        let key = inner.next_key.fetch_add(1, Ordering::Relaxed);
        let link = Arc::new(Link {
            answers: self.clone(),
            key,
            large: inner.large.share_of(address),
            reduced: inner.reduced.share_of(address),
            small: inner.small.share_of(address),
            streams: inner.streams.share_of(address),
            flows: Mutex::default(),
            next_flow: AtomicU64::new(0),
            cut: CancellationToken::new(),
        });
        inner.links.lock().insert(key, Arc::downgrade(&link));
        link
    }

    /// Cuts stalled readers until the server stops.
    pub async fn watch(self, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.0.clock.sleep(WATCH_INTERVAL) => self.cut_stalled(),
            }
        }
    }

    fn cut_stalled(&self) {
        let links: Vec<Arc<Link>> = self.0.links.lock().values().filter_map(Weak::upgrade).collect();
        for link in links {
            link.cut_stalled();
        }
    }
}

/// One connection, as its answers see it.
pub struct Link {
    answers: Answers,
    key: u64,
    large: Share,
    reduced: Share,
    small: Share,
    streams: Share,
    flows: Mutex<HashMap<u64, Weak<Flow>>>,
    next_flow: AtomicU64,
    cut: CancellationToken,
}

impl Link {
    /// Comes when the connection is to be dropped.
    pub async fn cut(&self) {
        self.cut.cancelled().await;
    }

    /// Room for the work that an answer takes, before it begins.
    pub async fn room(self: &Arc<Self>, cost: AnswerCost) -> Result<Room, NoRoom> {
        if cost.bytes <= SMALL_BYTES_MAX {
            let bytes = cost.bytes.max(SMALL_BYTES);
            let claim = self.small.claim(bytes).await?;
            return Ok(Room { link: self.clone(), bytes: usize::MAX, claim, share: self.small.clone() });
        }
        let Some(reduced) = cost.bytes_reduced else {
            let claim = self.large.claim(cost.bytes).await?;
            return Ok(Room { link: self.clone(), bytes: usize::MAX, claim, share: self.large.clone() });
        };
        if let Some(Ok(claim)) = within(REDUCED_AFTER, self.large.wait(cost.bytes)).await {
            return Ok(Room { link: self.clone(), bytes: usize::MAX, claim, share: self.large.clone() });
        }
        let claim = self.reduced.claim(reduced).await?;
        Ok(Room { link: self.clone(), bytes: reduced, claim, share: self.reduced.clone() })
    }

    /// An answer whose bytes are made while they are sent.
    pub fn stream(self: &Arc<Self>, source: impl Into<body::Source>) -> AnswerBody {
        AnswerBody::stream(source.into(), self.flow(Kind::Stream, self.streams.clone()))
    }

    fn flow(self: &Arc<Self>, kind: Kind, share: Share) -> Arc<Flow> {
        Flow::new(kind, share, self.clone(), H2_STREAM.try_with(CancellationToken::clone).ok())
    }

    fn now(&self) -> Duration {
        self.answers.0.clock.monotonic()
    }

    fn enter(&self, flow: Weak<Flow>) -> u64 {
        let key = self.next_flow.fetch_add(1, Ordering::Relaxed);
        self.flows.lock().insert(key, flow);
        key
    }

    fn leave(&self, key: u64) {
        self.flows.lock().remove(&key);
    }

    fn cut_stalled(&self) {
        let now = self.now();
        // Upgraded outside of the lock: the last owner of a flow takes it when it goes.
        let flows: Vec<Arc<Flow>> = self.flows.lock().values().filter_map(Weak::upgrade).collect();
        // All of them are looked at, whatever is found.
        if flows.iter().filter(|flow| flow.cut_if_stalled(now)).count() > 0 {
            tracing::debug!("cut a connection whose client does not take its answers");
            self.cut.cancel();
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.answers.0.links.lock().remove(&self.key);
    }
}

async fn within<T>(time: Duration, work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(time, work).await.ok()
}

/// Memory for one answer.
pub struct Room {
    link: Arc<Link>,
    /// How much the operation may use, where it has a choice.
    pub bytes: usize,
    claim: Claim,
    share: Share,
}

impl Room {
    /// The answer is made: what it does not need is given back, and it holds the rest until it has gone.
    pub async fn send(mut self, mut response: Response<Body>, version: Version) -> Response<AnswerBody> {
        let Some(bytes) = response.body().whole().map(bytes::Bytes::len) else {
            drop(self.claim);
            return response.map(|body| self.link.stream(body));
        };
        if self.fit(bytes).await == Err(NoRoom) {
            // An operation that did not say how much it may cost. Clients retry the status alone.
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            *response.body_mut() = Body::empty();
        }
        if bytes == 0 || response.body().whole().is_some_and(bytes::Bytes::is_empty) {
            return response.map(|_| AnswerBody::empty());
        }
        let flow = self.link.flow(Kind::Whole, self.share);
        flow.hold(self.claim, bytes);
        response.map(|body| AnswerBody::whole(body.into_whole(), flow, version))
    }

    async fn fit(&mut self, bytes: usize) -> Result<(), NoRoom> {
        if bytes <= self.claim.bytes() {
            self.claim.shrink_to(bytes);
            return Ok(());
        }
        if bytes <= SMALL_BYTES_MAX {
            // What was done may not be refused any more: what does not fit is let pass, less than the limit above each.
            if let Some(more) = self.share.try_claim(bytes - self.claim.bytes()) {
                self.claim.merge(more);
            }
            return Ok(());
        }
        self.claim = self.link.large.claim(bytes).await?;
        self.share = self.link.large.clone();
        Ok(())
    }
}

/// Runs each stream of an HTTP/2 connection as a task that can be ended alone.
#[derive(Clone, Copy)]
pub struct H2Streams;

impl<F> Executor<F> for H2Streams
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    fn execute(&self, stream: F) {
        let end = CancellationToken::new();
        tokio::spawn(H2_STREAM.scope(end.clone(), async move {
            tokio::select! {
                biased;
                () = end.cancelled() => {}
                _ = stream => {}
            }
        }));
    }
}
