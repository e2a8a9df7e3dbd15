//! The rows of one query of a job, for whoever watches: a bounded ring of the newest and a live broadcast.
//!
//! A bare SELECT pushes every row: its feed is its only output. A sink's rows go elsewhere and are only looked at, so [`SinkFeed`] takes
//! what is newest a few times a second, and the rest is a gap in the sequence: a sink that nobody watches costs a handful of rows, at
//! any rate. A watcher that falls behind misses rows and is told how many; the job never waits for it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use headwater_types::limits::{ROW_FEED_BYTES_MAX, ROW_FEED_ROWS_MAX};
use parking_lot::Mutex;
use tokio::sync::broadcast;

use crate::exec::show::write_row;
use crate::exec::{Chunk, RowKind};
use crate::types::{DataType, LogicalType};

/// How often a sink's newest rows are put into its feed.
const SINK_FEED_INTERVAL: Duration = Duration::from_millis(200);
/// How many of them at most; between two turns a person sees no more.
const SINK_FEED_ROWS_MAX: usize = 200;

/// A column of a query's result.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedColumn {
    pub name: String,
    pub data_type: DataType,
}

/// One row of a query's changelog.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedRow {
    /// Counts the rows of the job from 0; a gap tells of rows missed.
    pub sequence: u64,
    pub kind: RowKind,
    /// The values as a JSON array, in the form of `headwater sql run`.
    pub values: Arc<str>,
}

impl FeedRow {
    /// `{"op": "+I", "row": [...]}`
    pub fn to_line(&self) -> String {
        format!("{{\"op\": \"{}\", \"row\": {}}}", self.kind.as_str(), self.values)
    }
}

/// A query's result as one watcher sees it.
pub struct RowFeed {
    pub columns: Vec<FeedColumn>,
    /// The newest rows when the watcher came, oldest first; the live ones follow them without gap or overlap.
    pub recent: Vec<FeedRow>,
    /// Closed when the job has ended.
    pub live: broadcast::Receiver<FeedRow>,
}

impl RowFeed {
    /// Of a job of which nothing is left to be seen.
    pub(crate) fn ended() -> Self {
        Self { columns: Vec::new(), recent: Vec::new(), live: broadcast::channel(1).1 }
    }
}

/// The job's end of a feed.
pub(crate) struct FeedSender {
    /// The table the rows go into; `None` of a bare SELECT.
    table: Option<String>,
    columns: Vec<FeedColumn>,
    ring: Mutex<Ring>,
}

struct Ring {
    rows: VecDeque<FeedRow>,
    bytes: usize,
    next: u64,
    live: Option<broadcast::Sender<FeedRow>>,
}

impl FeedSender {
    pub(crate) fn new(table: Option<String>, columns: Vec<FeedColumn>) -> Self {
        let (live, _) = broadcast::channel(ROW_FEED_ROWS_MAX);
        let ring = Ring { rows: VecDeque::new(), bytes: 0, next: 0, live: Some(live) };
        Self { table, columns, ring: Mutex::new(ring) }
    }

    pub(crate) fn table(&self) -> Option<&str> {
        self.table.as_deref()
    }

    /// Leaves rows out: watchers see a gap in the sequence.
    fn pass(&self, rows: u64) {
        self.ring.lock().next += rows;
    }

    pub(crate) fn push(&self, kind: RowKind, values: Arc<str>) {
        let mut ring = self.ring.lock();
        let row = FeedRow { sequence: ring.next, kind, values };
        ring.next += 1;
        ring.bytes += row.values.len();
        ring.rows.push_back(row.clone());
        while ring.rows.len() > ROW_FEED_ROWS_MAX || (ring.bytes > ROW_FEED_BYTES_MAX && ring.rows.len() > 1)
        {
            let oldest = ring.rows.pop_front();
            ring.bytes -= oldest.map_or(0, |row| row.values.len());
        }
        if let Some(live) = &ring.live {
            // No watcher is no error.
            let _ = live.send(row);
        }
    }

    pub(crate) fn watch(&self) -> RowFeed {
        let ring = self.ring.lock();
        let live = match &ring.live {
            Some(sender) => sender.subscribe(),
            None => broadcast::channel(1).1,
        };
        RowFeed { columns: self.columns.clone(), recent: ring.rows.iter().cloned().collect(), live }
    }

    /// Ends every watcher's live channel; the recent rows stay.
    pub(crate) fn close(&self) {
        self.ring.lock().live = None;
    }
}

/// The newest rows of a sink, on their way into its feed.
pub(crate) struct SinkFeed {
    feed: Arc<FeedSender>,
    types: Vec<LogicalType>,
    /// Chunks since the last turn whose rows may still be among the newest, oldest first, and how many rows they hold.
    newest: VecDeque<Chunk>,
    rows: usize,
    next_turn: Duration,
}

impl SinkFeed {
    pub(crate) fn new(feed: Arc<FeedSender>, types: Vec<LogicalType>) -> Self {
        Self { feed, types, newest: VecDeque::new(), rows: 0, next_turn: Duration::ZERO }
    }

    /// Holds on to a chunk; its rows are written when it is their turn, if they are still among the newest.
    pub(crate) fn add(&mut self, chunk: &Chunk) {
        self.rows += chunk.rows();
        self.newest.push_back(chunk.clone());
        while let Some(oldest) = self.newest.front().map(Chunk::rows)
            && self.rows - oldest >= SINK_FEED_ROWS_MAX
        {
            self.newest.pop_front();
            self.rows -= oldest;
            self.feed.pass(oldest as u64);
        }
    }

    /// Puts the newest rows into the feed when it is time; called often, also when nothing comes any more.
    pub(crate) fn tick(&mut self, now: Duration) {
        if self.rows > 0 && now >= self.next_turn {
            self.next_turn = now + SINK_FEED_INTERVAL;
            self.turn();
        }
    }

    fn turn(&mut self) {
        let mut over = self.rows.saturating_sub(SINK_FEED_ROWS_MAX);
        self.feed.pass(over as u64);
        self.rows = 0;
        let mut line = Vec::new();
        for chunk in self.newest.drain(..) {
            let first = over.min(chunk.rows());
            over -= first;
            for row in first..chunk.rows() {
                line.clear();
                write_row(&mut line, chunk.batch.columns(), &self.types, row);
                self.feed.push(chunk.kind(row), String::from_utf8_lossy(&line).as_ref().into());
            }
        }
    }
}

/// The last rows are shown too.
impl Drop for SinkFeed {
    fn drop(&mut self) {
        self.turn();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watcher_sees_recent_rows_then_live_ones_without_a_gap() {
        let feed = FeedSender::new(None, Vec::new());
        for n in 0..ROW_FEED_ROWS_MAX + 5 {
            feed.push(RowKind::Insert, format!("[{n}]").into());
        }
        let mut watcher = feed.watch();
        assert_eq!(watcher.recent.len(), ROW_FEED_ROWS_MAX);
        assert_eq!(watcher.recent[0].sequence, 5);
        feed.push(RowKind::Delete, "[1]".into());
        let live = watcher.live.try_recv().expect("a row");
        assert_eq!(live.sequence, watcher.recent[ROW_FEED_ROWS_MAX - 1].sequence + 1);
        assert_eq!(live.to_line(), r#"{"op": "-D", "row": [1]}"#);
        feed.close();
        assert!(matches!(watcher.live.try_recv(), Err(broadcast::error::TryRecvError::Closed)));
    }

    #[test]
    fn large_rows_do_not_grow_the_ring_beyond_its_bytes() {
        let feed = FeedSender::new(None, Vec::new());
        let large: Arc<str> = "x".repeat(ROW_FEED_BYTES_MAX / 2).into();
        (0..10).for_each(|_| feed.push(RowKind::Insert, large.clone()));
        assert_eq!(feed.watch().recent.len(), 2);
    }
}
