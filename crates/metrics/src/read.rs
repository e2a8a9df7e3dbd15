//! Reading: the points of a time, from blocks and from memory, merged into periods.

use std::collections::BTreeMap;

use headwater_types::Timestamp;

use crate::block::{self, Block, Points};
use crate::engine::Metrics;
use crate::error::MetricsError;
use crate::keys;
use crate::open::unreadable;
use crate::series::{Metric, SeriesId, Unit};
use crate::summary::Summary;
use crate::tier::Tier;

/// Blocks of one look at the store.
const PAGE_BLOCKS: usize = 256;

/// What was measured in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub start: Timestamp,
    pub summary: Summary,
}

/// The periods of a metric's numbers of one unit; those without a number are not there.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSeries {
    pub unit: Unit,
    pub periods: Vec<Period>,
}

/// The generations of a block's points in memory, with their numbers.
type InMemory = BTreeMap<i64, Vec<(u64, Points)>>;

impl Metrics {
    /// What was measured from `start` (included) to `end`, in periods of so many seconds that begin at `start`; of one unit
    /// or each.
    ///
    /// # Errors
    /// [`MetricsError::TooManyPoints`] where there are more periods than `points_max` with a number in them.
    pub async fn read(
        &self,
        metric: &Metric,
        unit: Option<&Unit>,
        time: (Timestamp, Timestamp),
        period_s: i64,
        points_max: usize,
    ) -> Result<Vec<ReadSeries>, MetricsError> {
        let (start_s, period_s) = (time.0.as_secs(), period_s.max(1));
        // A second that has begun counts.
        let end_s = time.1.plus_millis(999).as_secs();
        let of_metric = self.0.state.lock().index.of_metric(metric);
        let mut all = Vec::new();
        let mut left = points_max;
        for (own, id) in of_metric.into_iter().filter(|(own, _)| unit.is_none_or(|unit| unit == own)) {
            let span = Span { start_s, end_s, period_s, tier: Tier::for_periods(start_s, period_s) };
            let periods = self.read_one(id, span, left, points_max).await?;
            left -= periods.len();
            if !periods.is_empty() {
                all.push(ReadSeries { unit: own, periods });
            }
        }
        Ok(all)
    }

    async fn read_one(
        &self,
        id: SeriesId,
        span: Span,
        left: usize,
        limit: usize,
    ) -> Result<Vec<Period>, MetricsError> {
        let Span { tier, .. } = span;
        let oldest_s = self.0.clock.now().as_secs() - tier.kept_s() - tier.block_s();
        let (mut from_s, _) = block::place(tier, span.start_s.max(oldest_s).max(0));
        // Memory first: what a fold writes meanwhile is then in both, and the block says so.
        let mut in_memory = self.in_memory(id, tier, from_s, span.end_s);
        let mut periods: BTreeMap<i64, Summary> = BTreeMap::new();
        while from_s < span.end_s {
            let page = self.0.store.scan(keys::blocks(id, tier, from_s..span.end_s), PAGE_BLOCKS).await?;
            let is_last = page.len() < PAGE_BLOCKS;
            for (key, value) in &page {
                let block_s = keys::block_start(key).ok_or_else(|| unreadable(key, "its name"))?;
                let mut block = Block::decode(value).map_err(|error| unreadable(key, error.0))?;
                add_newer(&mut block, in_memory.remove(&block_s));
                span.gather(block_s, block.points, &mut periods);
                from_s = block_s + tier.block_s();
            }
            if periods.len() > left {
                return Err(MetricsError::TooManyPoints { points: periods.len() as u64, limit });
            }
            if is_last {
                break;
            }
        }
        for (block_s, generations) in in_memory {
            let mut block = Block::default();
            add_newer(&mut block, Some(generations));
            span.gather(block_s, block.points, &mut periods);
        }
        if periods.len() > left {
            return Err(MetricsError::TooManyPoints { points: periods.len() as u64, limit });
        }
        let period = |(start_s, summary)| Period { start: Timestamp(start_s * 1000), summary };
        Ok(periods.into_iter().map(period).collect())
    }

    fn in_memory(&self, id: SeriesId, tier: Tier, from_s: i64, end_s: i64) -> InMemory {
        let mut found = InMemory::new();
        if from_s >= end_s {
            return found;
        }
        let state = self.0.state.lock();
        for generation in &state.generations {
            let range = (id, tier, from_s)..(id, tier, end_s);
            for ((_, _, block_s), points) in generation.waiting.range(range) {
                found.entry(*block_s).or_default().push((generation.number, points.clone()));
            }
        }
        found
    }
}

fn add_newer(block: &mut Block, generations: Option<Vec<(u64, Points)>>) {
    for (number, points) in generations.into_iter().flatten() {
        if number > block.folded {
            for (at, summary) in &points {
                block::add(&mut block.points, *at, summary);
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Span {
    start_s: i64,
    end_s: i64,
    period_s: i64,
    tier: Tier,
}

impl Span {
    fn gather(&self, block_s: i64, points: Points, periods: &mut BTreeMap<i64, Summary>) {
        for (at, summary) in points {
            let at_s = block_s + i64::from(at) * self.tier.point_s();
            if at_s < self.start_s || at_s >= self.end_s {
                continue;
            }
            let start_s = at_s - (at_s - self.start_s).rem_euclid(self.period_s);
            match periods.get_mut(&start_s) {
                Some(period) => period.merge(&summary),
                None => {
                    periods.insert(start_s, summary);
                }
            }
        }
    }
}
