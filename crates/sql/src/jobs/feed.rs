//! The rows of a bare SELECT, for whoever watches: a bounded ring of the newest and a live broadcast.
//!
//! A watcher that falls behind misses rows and is told how many; the job never waits for it.

use std::collections::VecDeque;
use std::sync::Arc;

use headwater_types::limits::{ROW_FEED_BYTES_MAX, ROW_FEED_ROWS_MAX};
use parking_lot::Mutex;
use tokio::sync::broadcast;

use crate::exec::RowKind;
use crate::types::DataType;

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

/// The job's end of a feed.
pub(crate) struct FeedSender {
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
    pub(crate) fn new(columns: Vec<FeedColumn>) -> Self {
        let (live, _) = broadcast::channel(ROW_FEED_ROWS_MAX);
        let ring = Ring { rows: VecDeque::new(), bytes: 0, next: 0, live: Some(live) };
        Self { columns, ring: Mutex::new(ring) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watcher_sees_recent_rows_then_live_ones_without_a_gap() {
        let feed = FeedSender::new(Vec::new());
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
        let feed = FeedSender::new(Vec::new());
        let large: Arc<str> = "x".repeat(ROW_FEED_BYTES_MAX / 2).into();
        (0..10).for_each(|_| feed.push(RowKind::Insert, large.clone()));
        assert_eq!(feed.watch().recent.len(), 2);
    }
}
