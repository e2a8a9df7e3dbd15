//! Folding: points that wait in memory and in the log of puts are merged into their blocks, and what is past its retention
//! goes. Both may stop anywhere and be done again.

use std::time::Duration;

use headwater_store::{Commit, StateChange};

use crate::engine::{Generation, Metrics, Place};
use crate::error::MetricsError;
use crate::keys;
use crate::open::read_block;
use crate::series::SeriesId;
use crate::tier::Tier;

/// How often points are folded: a block is written once per so many minutes of puts.
const FOLD_EVERY: Duration = Duration::from_secs(300);
/// How often expired points are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(3_600);
/// Blocks of one commit: some hundred kB, far below what a commit may carry even if every point has all its buckets.
const BLOCKS_PER_COMMIT: usize = 64;
/// Keys deleted by one commit.
const DELETES_PER_COMMIT: usize = 1_000;

impl Metrics {
    /// Folds and expires for ever; the caller ends it by dropping it.
    pub async fn run(self) {
        let mut swept = self.0.clock.monotonic();
        loop {
            tokio::select! {
                () = self.0.fold_due.notified() => {}
                () = self.0.clock.sleep(FOLD_EVERY) => {}
            }
            if let Err(error) = self.fold().await {
                // What was put is in the log of puts; the next fold takes it.
                tracing::warn!(%error, "points could not be folded");
                self.0.clock.sleep(Duration::from_secs(10)).await;
            }
            if self.0.clock.monotonic().saturating_sub(swept) >= SWEEP_EVERY {
                swept = self.0.clock.monotonic();
                if let Err(error) = self.sweep().await {
                    tracing::warn!(%error, "expired points could not be removed");
                }
            }
        }
    }

    /// Writes all that was put before this call into blocks, and empties the log of it.
    pub async fn fold(&self) -> Result<(), MetricsError> {
        let _only_one = self.0.folding.lock().await;
        self.begin_generation();
        while let Some((number, puts)) = self.oldest_closed() {
            // A put that is under way may still add to it; no new one can.
            drop(puts.write().await);
            self.fold_blocks(number).await?;
            self.empty_log(number).await?;
            self.0.state.lock().generations.pop_front();
        }
        Ok(())
    }

    fn begin_generation(&self) {
        let mut state = self.0.state.lock();
        let Some(last) = state.generations.back().filter(|last| !last.waiting.is_empty()) else { return };
        let next = Generation::new(last.number + 1);
        state.generations.push_back(next);
    }

    fn oldest_closed(&self) -> Option<(u64, std::sync::Arc<tokio::sync::RwLock<()>>)> {
        let state = self.0.state.lock();
        let oldest = state.generations.front().filter(|_| state.generations.len() > 1)?;
        Some((oldest.number, oldest.puts.clone()))
    }

    async fn fold_blocks(&self, number: u64) -> Result<(), MetricsError> {
        let places: Vec<Place> = {
            let state = self.0.state.lock();
            state
                .generations
                .front()
                .map(|oldest| oldest.waiting.keys().copied().collect())
                .unwrap_or_default()
        };
        for some in places.chunks(BLOCKS_PER_COMMIT) {
            let mut changes = Vec::with_capacity(some.len());
            for place in some {
                let mut block = read_block(&*self.0.store, *place).await?.unwrap_or_default();
                if block.folded >= number {
                    continue;
                }
                block.folded = number;
                {
                    let state = self.0.state.lock();
                    let waiting = state.generations.front().and_then(|oldest| oldest.waiting.get(place));
                    for (at, summary) in waiting.into_iter().flatten() {
                        crate::block::add(&mut block.points, *at, summary);
                    }
                }
                let (id, tier, start_s) = *place;
                changes.push(StateChange::Put { key: keys::block(id, tier, start_s), value: block.encode() });
            }
            self.commit(changes).await?;
        }
        Ok(())
    }

    /// The blocks have it all: first that is said, so that no start replays what is only half deleted.
    async fn empty_log(&self, number: u64) -> Result<(), MetricsError> {
        let folded = StateChange::Put { key: keys::folded(), value: number.to_string().into() };
        let mut changes = vec![folded];
        loop {
            let page = self.0.store.scan(keys::pending_of(number), DELETES_PER_COMMIT).await?;
            let is_last = page.len() < DELETES_PER_COMMIT;
            changes.extend(page.into_iter().map(|(key, _)| StateChange::Delete { key }));
            self.commit(std::mem::take(&mut changes)).await?;
            if is_last {
                return Ok(());
            }
        }
    }

    /// Removes points past their retention, and series that have none left.
    pub async fn sweep(&self) -> Result<(), MetricsError> {
        let _only_one = self.0.folding.lock().await;
        let now_s = self.0.clock.now().as_secs();
        let ids = self.0.state.lock().index.ids();
        for id in ids {
            for tier in Tier::ALL {
                self.expire(id, tier, now_s - tier.kept_s() - tier.block_s()).await?;
            }
            let is_over = {
                let oldest_s = now_s - Tier::Hour.kept_s() - Tier::Hour.block_s();
                self.0.state.lock().index.is_silent_since(id, oldest_s)
            };
            if is_over {
                self.commit(vec![StateChange::Delete { key: keys::series(id) }]).await?;
                self.0.state.lock().index.remove(id);
            }
        }
        Ok(())
    }

    async fn expire(&self, id: SeriesId, tier: Tier, before_s: i64) -> Result<(), MetricsError> {
        loop {
            let page = self.0.store.scan(keys::blocks(id, tier, 0..before_s), DELETES_PER_COMMIT).await?;
            let is_last = page.len() < DELETES_PER_COMMIT;
            let deletes = page.into_iter().map(|(key, _)| StateChange::Delete { key });
            self.commit(deletes.collect()).await?;
            if is_last {
                return Ok(());
            }
        }
    }

    async fn commit(&self, state: Vec<StateChange>) -> Result<(), MetricsError> {
        if !state.is_empty() {
            self.0.store.commit(Commit { state, ..Commit::default() }).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use headwater_runtime::{Clock, ManualTime, SimDisk};
    use headwater_store::Store;
    use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
    use headwater_types::{Scope, Timestamp};

    use super::*;
    use crate::{Measured, Metric, Resolution, Sample, SeriesFilter, Summary, Unit};

    const START: Timestamp = Timestamp(1_795_420_800_000);

    struct World {
        store: Arc<dyn Store>,
        clock: Clock,
        time: ManualTime,
        metrics: Metrics,
    }

    fn metric(name: &str) -> Metric {
        Metric::new(Scope::default(), "test", name, Vec::new())
    }

    impl World {
        async fn new() -> Self {
            let (clock, time) = Clock::manual(START);
            let config = EmbeddedConfig::new("/data");
            let store: Arc<dyn Store> =
                EmbeddedStore::open(config, Arc::new(SimDisk::new()), clock.clone()).unwrap();
            let metrics = Metrics::open(store.clone(), clock.clone()).await.unwrap();
            Self { store, clock, time, metrics }
        }

        /// What a start after a crash finds: the store, and nothing in memory.
        async fn restart(&mut self) {
            self.metrics = Metrics::open(self.store.clone(), self.clock.clone()).await.unwrap();
        }

        async fn put(&self, name: &str, after_s: i64, value: f64, resolution: Resolution) {
            let sample =
                Sample { at: START.plus_millis(after_s * 1000), resolution, summary: Summary::of(value) };
            let measured = Measured { metric: metric(name), unit: Unit::default(), sample };
            self.metrics.put(vec![measured]).await.unwrap();
        }

        /// Second after the start, count and sum of each period.
        async fn read(&self, name: &str, period_s: i64, seconds: i64) -> Vec<(i64, f64, f64)> {
            let time = (START, START.plus_millis(seconds * 1000));
            let all = self.metrics.read(&metric(name), None, time, period_s, 10_000).await.unwrap();
            let periods = all.into_iter().flat_map(|series| series.periods);
            let told = |period: crate::Period| {
                (period.start.millis_since(START) / 1000, period.summary.count(), period.summary.sum())
            };
            periods.map(told).collect()
        }

        async fn keys(&self, prefix: &str) -> usize {
            let range = prefix.as_bytes().to_vec().into()..format!("{prefix}~").into();
            self.store.scan(range, 10_000).await.unwrap().len()
        }
    }

    #[tokio::test]
    async fn points_read_the_same_in_memory_folded_and_after_restarts() {
        let mut world = World::new().await;
        for second in 0..180 {
            world.put("a", second, 2.0, Resolution::High).await;
        }
        let minutes = vec![(0, 60.0, 120.0), (60, 60.0, 120.0), (120, 60.0, 120.0)];
        assert_eq!(world.read("a", 60, 180).await, minutes);
        world.restart().await;
        assert_eq!(world.read("a", 60, 180).await, minutes, "from the log of puts");
        world.metrics.fold().await.unwrap();
        assert_eq!(world.read("a", 60, 180).await, minutes, "from blocks");
        assert_eq!(world.keys("metrics/pending/").await, 0);
        world.put("a", 61, 3.0, Resolution::High).await;
        world.restart().await;
        let later = vec![(0, 60.0, 120.0), (60, 61.0, 123.0), (120, 60.0, 120.0)];
        assert_eq!(world.read("a", 60, 180).await, later, "from both");
        world.metrics.fold().await.unwrap();
        assert_eq!(world.read("a", 60, 180).await, later);
        assert_eq!(world.read("a", 1, 2).await, [(0, 1.0, 2.0), (1, 1.0, 2.0)]);
        assert_eq!(world.read("a", 3600, 180).await, [(0, 181.0, 363.0)]);
    }

    #[tokio::test]
    async fn a_fold_that_stopped_anywhere_is_done_again_without_counting_twice() {
        let mut world = World::new().await;
        for minute in 0..3 {
            world.put("a", minute * 60, 1.0, Resolution::Standard).await;
            world.put("b", minute * 60, 1.0, Resolution::Standard).await;
        }
        world.metrics.begin_generation();
        let (number, _) = world.metrics.oldest_closed().unwrap();
        world.metrics.fold_blocks(number).await.unwrap();
        // Blocks are written, the log is still there: both in this run and in the next.
        let three = vec![(0, 1.0, 1.0), (60, 1.0, 1.0), (120, 1.0, 1.0)];
        assert_eq!(world.read("a", 60, 180).await, three);
        world.restart().await;
        assert_eq!(world.read("a", 60, 180).await, three);
        world.put("a", 0, 1.0, Resolution::Standard).await;
        world.metrics.fold().await.unwrap();
        assert_eq!(world.read("a", 60, 180).await, [(0, 2.0, 2.0), (60, 1.0, 1.0), (120, 1.0, 1.0)]);
        assert_eq!(world.read("b", 60, 180).await, three);
        world.restart().await;
        assert_eq!(world.read("b", 60, 180).await, three);
    }

    #[tokio::test]
    async fn points_and_then_their_series_go_when_their_retention_ends() {
        let world = World::new().await;
        world.put("a", 0, 1.0, Resolution::High).await;
        world.metrics.fold().await.unwrap();
        let blocks = async || world.keys("metrics/data/").await;
        assert_eq!(blocks().await, 4);
        for (days, left) in [(1, 3), (16, 2), (65, 1)] {
            world.time.set(START.plus_millis(days * 86_400_000));
            world.metrics.sweep().await.unwrap();
            assert_eq!(blocks().await, left, "after {days} days");
        }
        let everything = SeriesFilter {
            scope: Scope::default(),
            namespace: None,
            name: None,
            dimensions: Vec::new(),
            active_since: Timestamp::EPOCH,
        };
        assert_eq!(world.metrics.list(&everything, None, 10).metrics.len(), 1);
        world.time.set(START.plus_millis(460 * 86_400_000));
        world.metrics.sweep().await.unwrap();
        assert_eq!((blocks().await, world.keys("metrics/series/").await), (0, 0));
        assert_eq!(world.metrics.list(&everything, None, 10).metrics.len(), 0);
        assert_eq!(world.metrics.stats().series, 0);
    }

    #[tokio::test]
    async fn units_stay_apart_and_a_read_gives_no_more_than_asked() {
        let world = World::new().await;
        for unit in ["Count", "Bytes"] {
            let sample = Sample { at: START, resolution: Resolution::Standard, summary: Summary::of(1.0) };
            let measured = Measured { metric: metric("a"), unit: Unit::new(unit), sample };
            world.metrics.put(vec![measured.clone(), measured]).await.unwrap();
        }
        let time = (START, START.plus_millis(60_000));
        let both = world.metrics.read(&metric("a"), None, time, 60, 2).await.unwrap();
        assert_eq!(both.len(), 2);
        let one = world.metrics.read(&metric("a"), Some(&Unit::new("Bytes")), time, 60, 2).await.unwrap();
        assert_eq!((one.len(), one[0].periods[0].summary.count()), (1, 2.0));
        let refused = world.metrics.read(&metric("a"), None, time, 60, 1).await;
        assert!(matches!(refused, Err(MetricsError::TooManyPoints { .. })));
    }
}
