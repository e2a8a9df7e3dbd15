//! The rounds: measures, remembers peaks, and carries out what `decide` says.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use headwater_types::{ShardId, StreamArn, Timestamp, limits};

use super::decide::{ShardLoad, Step, Wanted, shards_for_peak, steps};
use crate::config::OnDemandConfig;
use crate::control::Initiator;
use crate::engine::{Inner, StreamCell, Streams};
use crate::error::StreamError;
use crate::model::{Peak, RecordDistribution, StreamMeta, StreamMode, StreamStatus};
use crate::reshard::Reshard;
use crate::traffic::{LastRound, Middle};
use crate::view::{ShardEntry, StreamView};

/// A round after less than that says nothing about a rate.
const ROUND_MIN: Duration = Duration::from_secs(1);
/// Peaks remembered of a stream: the window in so many parts.
const PEAKS_MAX: i64 = 30;

/// Scales until the last [`Streams`] is dropped.
pub(crate) fn start(streams: &Streams) {
    let weak = Arc::downgrade(&streams.0);
    let clock = streams.0.clock.clone();
    let every = streams.0.config.on_demand.react_every.max(ROUND_MIN);
    tokio::spawn(async move {
        loop {
            clock.sleep(every).await;
            let Some(inner): Option<Arc<Inner>> = weak.upgrade() else { return };
            Streams(inner).scale_on_demand().await;
        }
    });
}

impl Streams {
    /// One round over all on-demand streams, as the background does it from time to time. A stream that fails is reported
    /// and left for the next round.
    pub async fn scale_on_demand(&self) {
        let mut last = self.0.last_round.lock().await;
        let now = self.monotonic();
        let elapsed = now.saturating_sub(last.at);
        if elapsed < ROUND_MIN {
            return;
        }
        let cells: Vec<_> =
            self.0.cells.read().iter().map(|(arn, cell)| (arn.clone(), cell.clone())).collect();
        let mut seen = HashMap::new();
        for (arn, cell) in cells {
            let view = cell.view();
            if view.meta.mode != StreamMode::OnDemand {
                continue;
            }
            let loads: Vec<ShardLoad> =
                view.open().map(|entry| measure(&view, entry, &last.seen, &mut seen, elapsed)).collect();
            if let Err(error) = self.scale_stream(&arn, &cell, loads).await {
                tracing::warn!(stream = %arn, %error, "scaling an on-demand stream failed; the next round tries again");
            }
        }
        *last = LastRound { at: now, seen };
    }

    async fn scale_stream(
        &self,
        arn: &StreamArn,
        cell: &StreamCell,
        loads: Vec<ShardLoad>,
    ) -> Result<(), StreamError> {
        let now = self.now();
        let view = cell.view();
        if view.meta.status(now) != Some(StreamStatus::Active) {
            return Ok(());
        }
        let config = self.0.config.on_demand;
        let peaks = peaks_with(&view.meta, &config, total(&loads, now), now);
        let wanted = self.wanted(&view, &peaks, now);
        let steps = steps(&loads, wanted);
        if steps.is_empty() && !is_worth_storing(&view.meta.peaks, &peaks) {
            return Ok(());
        }
        let (open, wanted) = (loads.len(), wanted.shards);
        let splits = steps.iter().filter(|step| matches!(step, Step::Split(..))).count();
        let merges = steps.len() - splits;
        if splits + merges > 0 {
            tracing::info!(stream = %arn, open, wanted, splits, merges, "an on-demand stream is scaled");
        }
        self.reshard(arn, 0, Initiator::Scaler, move |plan: &mut Reshard<'_>, _| {
            plan.meta_mut().peaks = peaks.clone();
            for step in &steps {
                match *step {
                    Step::Split(shard, key) => drop(plan.split(shard, key)?),
                    Step::Merge(shard, adjacent) => drop(plan.merge(shard, adjacent)?),
                }
            }
            Ok(())
        })
        .await
    }

    fn wanted(&self, view: &StreamView, peaks: &[Peak], now: Timestamp) -> Wanted {
        let meta = &view.meta;
        let max = self.0.config.on_demand_shards_max(&view.arn.scope.region);
        let floor = meta.warm_throughput_mibps.unwrap_or(0).max(limits::SHARDS_DEFAULT);
        let by_peaks = peaks.iter().map(shards_for_peak).max().unwrap_or(0);
        let merge_after = self.0.config.on_demand.merge_after.as_millis() as i64;
        let old = now.plus_millis(-merge_after);
        let merge_opened_before = meta.released.map_or(old, |released| old.max(Timestamp(released)));
        Wanted {
            shards: by_peaks.max(floor).min(max) as usize,
            shards_max: max as usize,
            merge_opened_before,
        }
    }
}

/// What a shard took since the last round; notes where it stands for the next.
fn measure(
    view: &StreamView,
    entry: &ShardEntry,
    before: &HashMap<(u64, ShardId), (u64, u64)>,
    seen: &mut HashMap<(u64, ShardId), (u64, u64)>,
    elapsed: Duration,
) -> ShardLoad {
    let place = (view.meta.uid, entry.shard.id);
    let (records, bytes) = entry.live.counters.incoming();
    let (records_before, bytes_before) = before.get(&place).copied().unwrap_or_default();
    seen.insert(place, (records, bytes));
    let per_s = |count: u64, before: u64| count.saturating_sub(before) as f64 / elapsed.as_secs_f64();
    let middle = match view.meta.distribution {
        RecordDistribution::UserPartitionKey => entry.live.traffic.lock().take_middle(&entry.shard.range),
        RecordDistribution::Auto => Middle::Unknown,
    };
    ShardLoad {
        shard: entry.shard.clone(),
        bytes_per_s: per_s(bytes, bytes_before),
        records_per_s: per_s(records, records_before),
        middle,
    }
}

fn total(loads: &[ShardLoad], now: Timestamp) -> Peak {
    let sum = |of: fn(&ShardLoad) -> f64| loads.iter().map(of).sum::<f64>() as u64;
    Peak { at: now, bytes_per_s: sum(|load| load.bytes_per_s), records_per_s: sum(|load| load.records_per_s) }
}

/// The stream's peaks with what was seen now, one for each part of the window, and without those that have left it.
fn peaks_with(meta: &StreamMeta, config: &OnDemandConfig, seen: Peak, now: Timestamp) -> Vec<Peak> {
    let window_ms = (config.peak_window.as_millis() as i64).max(PEAKS_MAX);
    let part = |at: Timestamp| at.as_millis().div_euclid(window_ms / PEAKS_MAX);
    let mut peaks: Vec<Peak> =
        meta.peaks.iter().filter(|peak| now.millis_since(peak.at) < window_ms).copied().collect();
    match peaks.last_mut().filter(|last| part(last.at) == part(now)) {
        Some(last) => {
            last.bytes_per_s = last.bytes_per_s.max(seen.bytes_per_s);
            last.records_per_s = last.records_per_s.max(seen.records_per_s);
        }
        None => peaks.push(seen),
    }
    peaks
}

/// The record is written when what it asks for changes, and when a later part of the window asks for more than every
/// stream has; not for every round's figures.
fn is_worth_storing(stored: &[Peak], now: &[Peak]) -> bool {
    let floor = limits::SHARDS_DEFAULT;
    let asks = |peaks: &[Peak]| peaks.iter().map(shards_for_peak).max().unwrap_or(0).max(floor);
    let newest = |peaks: &[Peak]| {
        let last = peaks.last().map(|peak| (peak.at, shards_for_peak(peak)));
        last.filter(|(_, shards)| *shards > floor)
    };
    asks(stored) != asks(now) || newest(now).is_some_and(|newest_now| newest(stored) != Some(newest_now))
}
