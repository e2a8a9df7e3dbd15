//! The WebSocket behind the page: a snapshot with the past, then each second what changed, the newest records of the
//! stream the page looks at, and the newest rows of the job it looks at.
//!
//! Invariant: nobody waits for a page. Ticks come from a bounded broadcast, records and rows are drawn four times a second
//! and only as many as a person can see; what a slow page missed is counted and dropped, and a page that takes nothing for
//! [`SEND_TIMEOUT`] is closed.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures::{FutureExt, SinkExt, StreamExt};
use headwater_types::limits::CONSOLE_PAGES_MAX;
use http::header::{CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use crate::body::{ConsoleBody, full};
use crate::fault::Fault;
use crate::sampler::Sampler;
use crate::source::{RecordReading, Row, RowEvent, RowFeed, Source, StreamKey};
use crate::view::{Overview, RecordView};

/// A page that takes nothing for so long is closed.
pub const SEND_TIMEOUT: Duration = Duration::from_secs(10);
/// How often records and rows are drawn.
const BEAT: Duration = Duration::from_millis(250);
/// Records sent when a page begins to look at a stream.
const RECORDS_AT_FIRST: usize = 40;
/// Records sent in one beat afterwards; more is a blur.
const RECORDS_PER_BEAT_MAX: usize = 8;
/// Shards asked in one beat.
const SHARDS_PER_BEAT_MAX: usize = 64;
/// Rows drawn from a job in one beat, and how many of them, the newest, are sent.
const ROWS_DRAWN_PER_BEAT_MAX: usize = 4_096;
const ROWS_PER_BEAT_MAX: usize = 200;
/// What a page sends is short.
const MESSAGE_BYTES_MAX: usize = 16 * 1024;

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Request {
    WatchStream {
        id: Option<String>,
    },
    WatchJob {
        id: Option<String>,
        /// One of the job's sinks; the first where it is left out.
        sink: Option<String>,
    },
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Reply<'a> {
    Snapshot { overview: Box<Overview> },
    Records { stream: &'a str, records: Vec<RecordView>, skipped: u64 },
    Columns { job: &'a str, columns: &'a [crate::source::Column] },
    Rows { job: &'a str, rows: Vec<Row>, skipped: u64, ended: bool },
    Fault { about: &'a str, error: &'a Fault },
}

/// How many pages are connected; shared by all of them.
#[derive(Clone, Default)]
pub(crate) struct Seats(Arc<AtomicUsize>);

/// One connected page; gives its place back when dropped.
pub(crate) struct Seat(Seats);

impl Seats {
    pub(crate) fn take(&self) -> Option<Seat> {
        if self.0.fetch_add(1, Ordering::SeqCst) >= CONSOLE_PAGES_MAX {
            self.0.fetch_sub(1, Ordering::SeqCst);
            return None;
        }
        Some(Seat(self.clone()))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }
}

pub(crate) fn is_upgrade(headers: &HeaderMap) -> bool {
    headers.get(UPGRADE).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

/// The 101 answer to a handshake (RFC 6455, section 4.2.2).
pub(crate) fn switching(headers: &HeaderMap) -> Result<Response<ConsoleBody>, Fault> {
    let version = headers.get(SEC_WEBSOCKET_VERSION).map(HeaderValue::as_bytes);
    let key = headers.get(SEC_WEBSOCKET_KEY).filter(|_| is_upgrade(headers) && version == Some(b"13"));
    let key = key.ok_or_else(|| {
        Fault::new(
            StatusCode::UPGRADE_REQUIRED,
            "upgrade_required",
            "this address speaks websocket version 13 only",
        )
    })?;
    let accept = HeaderValue::from_str(&derive_accept_key(key.as_bytes()))
        .map_err(|_| Fault::bad_request("the websocket key is no header value"))?;
    let mut response = Response::new(full(Default::default()));
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    response.headers_mut().insert(UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    response.headers_mut().insert(SEC_WEBSOCKET_ACCEPT, accept);
    Ok(response)
}

/// Speaks with one page until it leaves.
pub(crate) async fn serve(upgrade: OnUpgrade, seat: Seat, sampler: Arc<Sampler>, source: Arc<dyn Source>) {
    let upgraded = match upgrade.await {
        Ok(upgraded) => TokioIo::new(upgraded),
        Err(error) => {
            tracing::debug!(%error, "a console page left during the websocket handshake");
            return;
        }
    };
    let mut config = WebSocketConfig::default();
    config.max_message_size = Some(MESSAGE_BYTES_MAX);
    config.max_frame_size = Some(MESSAGE_BYTES_MAX);
    let socket = WebSocketStream::from_raw_socket(upgraded, Role::Server, Some(config)).await;
    let page = Page { socket, sampler, source, records: None, rows: None };
    page.run().await;
    drop(seat);
}

struct Page {
    socket: WebSocketStream<TokioIo<Upgraded>>,
    sampler: Arc<Sampler>,
    source: Arc<dyn Source>,
    records: Option<RecordTail>,
    rows: Option<RowTail>,
}

/// The page has left, or takes nothing any more.
struct Left;

impl Page {
    async fn run(mut self) {
        let mut ticks = self.sampler.subscribe();
        let mut beat = interval(BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut alive = self.snapshot().await;
        while alive.is_ok() {
            alive = tokio::select! {
                tick = ticks.recv() => match tick {
                    Ok(tick) => self.send(Message::Text(tick)).await,
                    Err(RecvError::Lagged(_)) => self.snapshot().await,
                    Err(RecvError::Closed) => Err(Left),
                },
                message = self.socket.next() => match message {
                    Some(Ok(Message::Text(text))) => self.request(text.as_str()).await,
                    Some(Ok(Message::Close(_)) | Err(_)) | None => Err(Left),
                    Some(Ok(_)) => Ok(()), // pings are answered by the library
                },
                _ = beat.tick(), if self.records.is_some() || self.rows.is_some() => self.draw().await,
            };
        }
        let _ = timeout(SEND_TIMEOUT, self.socket.close(None)).await;
    }

    async fn request(&mut self, text: &str) -> Result<(), Left> {
        match serde_json::from_str(text) {
            Ok(Request::WatchStream { id }) => {
                self.records = id.and_then(|id| RecordTail::new(&id));
                Ok(())
            }
            Ok(Request::WatchJob { id: None, .. }) => {
                self.rows = None;
                Ok(())
            }
            Ok(Request::WatchJob { id: Some(id), sink }) => self.watch_job(id, sink).await,
            Err(error) => {
                let fault = Fault::bad_request(format!("no message this address knows: {error}"));
                self.reply(&Reply::Fault { about: "message", error: &fault }).await
            }
        }
    }

    async fn watch_job(&mut self, id: String, sink: Option<String>) -> Result<(), Left> {
        self.rows = None;
        match self.source.rows(&id, sink.as_deref()).await {
            Ok(feed) => {
                self.reply(&Reply::Columns { job: &id, columns: &feed.columns }).await?;
                self.rows = Some(RowTail { job: id, feed });
                Ok(())
            }
            Err(fault) => self.reply(&Reply::Fault { about: "job", error: &fault }).await,
        }
    }

    /// Draws what is new in the records and rows the page looks at.
    async fn draw(&mut self) -> Result<(), Left> {
        if let Some(mut tail) = self.records.take() {
            let (records, skipped) = tail.draw(&self.sampler, self.source.as_ref()).await;
            if !records.is_empty() {
                self.reply(&Reply::Records { stream: &tail.id, records, skipped }).await?;
            }
            self.records = Some(tail);
        }
        if let Some(mut tail) = self.rows.take() {
            let (rows, skipped, ended) = tail.draw();
            if !rows.is_empty() || skipped > 0 || ended {
                self.reply(&Reply::Rows { job: &tail.job, rows, skipped, ended }).await?;
            }
            self.rows = (!ended).then_some(tail);
        }
        Ok(())
    }

    async fn snapshot(&mut self) -> Result<(), Left> {
        let overview = self.sampler.overview(true);
        self.reply(&Reply::Snapshot { overview: Box::new(overview) }).await
    }

    async fn reply(&mut self, reply: &Reply<'_>) -> Result<(), Left> {
        match serde_json::to_string(reply) {
            Ok(text) => self.send(Message::Text(text.into())).await,
            Err(error) => {
                tracing::error!(%error, "a message of the console does not serialise");
                Ok(())
            }
        }
    }

    async fn send(&mut self, message: Message) -> Result<(), Left> {
        match timeout(SEND_TIMEOUT, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Left),
        }
    }
}

/// The newest records of a stream as far as the page has not seen them.
struct RecordTail {
    key: StreamKey,
    id: String,
    /// Last offset seen per shard; `None` before the first draw.
    seen: Option<HashMap<String, u64>>,
}

impl RecordTail {
    fn new(id: &str) -> Option<Self> {
        Some(Self { key: StreamKey::parse(id)?, id: id.to_owned(), seen: None })
    }

    /// What is new, oldest first, and how many more there were.
    async fn draw(&mut self, sampler: &Sampler, source: &dyn Source) -> (Vec<RecordView>, u64) {
        let Some((busy, all)) = sampler.shards_to_tail(&self.id) else { return (Vec::new(), 0) };
        let first = self.seen.is_none();
        let (shards, limit) = if first { (all, RECORDS_AT_FIRST) } else { (busy, RECORDS_PER_BEAT_MAX) };
        let seen = self.seen.get_or_insert_default();
        // Each with its distance from its shard's newest: records of one commit arrive at one time, and of those the newest
        // of every shard go first, or a page would see one shard only.
        let mut fresh: Vec<(usize, RecordReading)> = Vec::new();
        let mut skipped = 0;
        // The youngest shards come last in the list and hold the newest records.
        for shard in shards.iter().rev().take(SHARDS_PER_BEAT_MAX) {
            let Ok(newest) = source.newest(&self.key, shard, limit).await else { continue };
            let last_seen = seen.get(shard).copied();
            let new: Vec<RecordReading> = newest
                .into_iter()
                .filter(|record| last_seen.is_none_or(|seen| record.offset > seen))
                .collect();
            if let (Some(oldest), Some(last_seen)) = (new.first(), last_seen) {
                skipped += oldest.offset.saturating_sub(last_seen + 1);
            }
            if let Some(newest) = new.last() {
                seen.insert(shard.clone(), newest.offset);
            }
            fresh.extend(new.into_iter().rev().enumerate());
        }
        fresh.sort_by_key(|(distance, record)| (record.arrival, Reverse(*distance)));
        let surplus = fresh.len().saturating_sub(limit);
        let records = fresh.drain(surplus..).map(|(_, record)| RecordView::of(record)).collect();
        (records, if first { 0 } else { skipped + surplus as u64 })
    }
}

/// The rows of a job as far as the page has not seen them.
struct RowTail {
    job: String,
    feed: RowFeed,
}

impl RowTail {
    /// The newest of what came, how many more there were, and whether the job has ended.
    fn draw(&mut self) -> (Vec<Row>, u64, bool) {
        let mut rows = std::mem::take(&mut self.feed.recent);
        let (mut skipped, mut ended) = (0, false);
        for _ in 0..ROWS_DRAWN_PER_BEAT_MAX {
            match self.feed.live.next().now_or_never() {
                Some(Some(RowEvent::Row(row))) => rows.push(row),
                Some(Some(RowEvent::Skipped(count))) => skipped += count,
                Some(None) => ended = true,
                None => break,
            }
            if ended {
                break;
            }
        }
        let surplus = rows.len().saturating_sub(ROWS_PER_BEAT_MAX);
        rows.drain(..surplus);
        (rows, skipped + surplus as u64, ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_given_back_when_its_page_leaves() {
        let seats = Seats::default();
        let taken: Vec<Seat> = (0..CONSOLE_PAGES_MAX).filter_map(|_| seats.take()).collect();
        assert_eq!(taken.len(), CONSOLE_PAGES_MAX);
        assert!(seats.take().is_none());
        drop(taken);
        assert!(seats.take().is_some());
    }

    #[test]
    fn a_job_that_floods_shows_its_newest_rows_and_counts_the_rest() {
        let row = |n: usize| Row { op: "+I", row: format!("[{n}]").into() };
        let live = futures::stream::iter((0..1_000).map(move |n| RowEvent::Row(row(n)))).boxed();
        let mut tail = RowTail { job: "j".into(), feed: RowFeed { columns: vec![], recent: vec![], live } };
        let (rows, skipped, ended) = tail.draw();
        assert_eq!((rows.len(), skipped, ended), (ROWS_PER_BEAT_MAX, 800, true));
        assert_eq!(&*rows.last().unwrap().row, "[999]");
    }
}
