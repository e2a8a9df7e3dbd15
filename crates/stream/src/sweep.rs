//! The sweep: gives back what the retention has passed, lets closed shards vanish once their data is gone, and finishes
//! what a state's end leaves to do (streams and consumers past DELETING).

use std::sync::Weak;
use std::time::Duration;

use headwater_types::{StreamArn, Timestamp};

use crate::engine::{Inner, Streams};
use crate::error::StreamError;
use crate::model::{StreamMeta, WrappedKey};
use crate::view::{Change, StreamView};

const DAY_MS: i64 = 86_400_000;

/// Sweeps until the last [`Streams`] is dropped.
pub(crate) fn start(streams: &Streams) {
    let weak = std::sync::Arc::downgrade(&streams.0);
    let clock = streams.0.clock.clone();
    let every = streams.0.config.sweep_every.max(Duration::from_millis(10));
    tokio::spawn(async move {
        loop {
            clock.sleep(every).await;
            let Some(streams) = upgrade(&weak) else { return };
            streams.sweep().await;
        }
    });
}

fn upgrade(weak: &Weak<Inner>) -> Option<Streams> {
    weak.upgrade().map(Streams)
}

impl Streams {
    /// One round over all streams, as the background does it from time to time. A stream that fails is reported and left
    /// for the next round.
    pub async fn sweep(&self) {
        if let Err(error) = self.0.vault.reload().await {
            tracing::warn!(%error, "the key file cannot be read; keys stay as they were");
        }
        let all: Vec<StreamArn> = self.0.cells.read().keys().cloned().collect();
        for stream in all {
            if let Err(error) = self.sweep_stream(&stream).await {
                tracing::warn!(%stream, %error, "sweep of a stream failed; it is tried again in the next round");
            }
        }
    }

    async fn sweep_stream(&self, stream: &StreamArn) -> Result<(), StreamError> {
        let Some(cell) = self.0.cells.read().get(stream).cloned() else { return Ok(()) };
        let _control = cell.control.lock().await;
        let view = cell.view();
        let now = self.now();
        if cell.is_gone() {
            return Ok(());
        }
        if view.meta.status(now).is_none() {
            return self.purge(stream, &cell).await;
        }
        let mut change = Change::of(view.meta.clone());
        change.trims = self.expired_trims(&view, now).await?;
        forget_expired_shards(&view, now, &mut change);
        let gone = view.consumers.iter().filter(|(_, consumer)| consumer.status(now).is_none());
        change.consumers = gone.map(|(name, _)| (name.clone(), None)).collect();
        forget_expired_keys(&mut change.meta, now);
        let is_same_record = change.meta == view.meta;
        if is_same_record
            && change.trims.is_empty()
            && change.expired.is_empty()
            && change.consumers.is_empty()
        {
            return Ok(());
        }
        Ok(self.commit_change(&cell, change, None).await?)
    }
}

/// A shard closed longer ago than the retention holds nothing that is not expired.
pub(crate) fn forget_expired_shards(view: &StreamView, now: Timestamp, change: &mut Change) {
    let horizon = view.meta.horizon(now);
    let shards = view.shards.values().map(|entry| &entry.shard);
    let expired = shards.filter(|shard| shard.closed.is_some_and(|closed| closed.at < horizon));
    change.expired = expired.map(|shard| shard.id).collect();
}

/// A data key that was retired longer ago than the retention, and a day for puts that were under way, seals nothing any
/// more. The newest stays: numbers are not given twice.
fn forget_expired_keys(meta: &mut StreamMeta, now: Timestamp) {
    let horizon = meta.horizon(now).plus_millis(-DAY_MS);
    let newest = meta.data_keys.last().map(|key| key.number);
    let is_needed = |key: &WrappedKey| {
        Some(key.number) == newest || key.retired.is_none_or(|retired| Timestamp(retired) >= horizon)
    };
    meta.data_keys.retain(is_needed);
}
