//! Descriptions and lists: streams by name, shards by the six filters, an account's use of its limits.
//!
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ShardFilter.html>

use headwater_types::{Scope, ShardId, StreamArn, StreamName, Timestamp};

use crate::engine::Streams;
use crate::error::StreamError;
use crate::model::{Shard, StreamMeta, StreamMode, StreamStatus};
use crate::view::StreamView;

/// A stream as it is described.
#[derive(Clone, Debug)]
pub struct StreamInfo {
    pub arn: StreamArn,
    pub status: StreamStatus,
    pub meta: StreamMeta,
    pub open_shards: usize,
    /// ACTIVE and CREATING ones.
    pub consumers: usize,
}

/// Which shards to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShardFilter {
    /// Every shard above the given one.
    AfterShardId(ShardId),
    /// Those that were open at the trim horizon.
    AtTrimHorizon,
    /// Those open at the trim horizon and all since: everything that still holds or may hold data.
    #[default]
    FromTrimHorizon,
    /// The open ones.
    AtLatest,
    /// Those that were open at that time.
    AtTimestamp(Timestamp),
    /// Those open at that time and all since.
    FromTimestamp(Timestamp),
}

/// What an account uses and may use in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountLimits {
    pub open_shards: u32,
    pub shards_max: u32,
    pub on_demand_streams: usize,
    pub on_demand_streams_max: usize,
}

impl Streams {
    pub fn describe(&self, stream: &StreamArn) -> Result<StreamInfo, StreamError> {
        let view = self.cell(stream)?.view();
        self.info(&view).ok_or_else(|| StreamError::StreamNotFound(stream.clone()))
    }

    /// The stream's resource policy: asked with each call of another account, so nothing else is copied.
    pub fn policy(&self, stream: &StreamArn) -> Result<Option<String>, StreamError> {
        Ok(self.cell(stream)?.view().meta.policy.clone())
    }

    /// Streams of a scope in the order of their names, after `after`; at most `limit`, and whether there are more.
    pub fn list_streams(
        &self,
        scope: &Scope,
        after: Option<&StreamName>,
        limit: usize,
    ) -> (Vec<StreamInfo>, bool) {
        let mut infos: Vec<StreamInfo> = self
            .cells_of(scope)
            .into_iter()
            .filter(|(arn, _)| after.is_none_or(|after| arn.stream > *after))
            .filter_map(|(_, cell)| self.info(&cell.view()))
            .take(limit.saturating_add(1))
            .collect();
        let has_more = infos.len() > limit;
        infos.truncate(limit);
        (infos, has_more)
    }

    fn info(&self, view: &StreamView) -> Option<StreamInfo> {
        let now = self.now();
        let status = view.meta.status(now)?;
        let consumers = view.consumers.values().filter(|consumer| consumer.status(now).is_some()).count();
        Some(StreamInfo {
            arn: view.arn.clone(),
            status,
            meta: view.meta.clone(),
            open_shards: view.open_count(),
            consumers,
        })
    }

    /// The shards that pass a filter, in the order of their numbers. A stream that is CREATING has none yet.
    pub fn list_shards(&self, stream: &StreamArn, filter: ShardFilter) -> Result<Vec<Shard>, StreamError> {
        let view = self.cell(stream)?.view();
        let now = self.now();
        if view.meta.status(now) == Some(StreamStatus::Creating) {
            return Ok(Vec::new());
        }
        let horizon = view.meta.horizon(now).max(view.meta.created);
        let all = view.shards.values().map(|entry| &entry.shard);
        let unexpired =
            |shard: &&Shard| shard.closed.is_none_or(|closed| closed.at >= view.meta.horizon(now));
        Ok(all.filter(unexpired).filter(|shard| passes(shard, filter, horizon)).cloned().collect())
    }

    /// Every shard that still holds or may hold data, in the order of their numbers.
    pub fn shards(&self, stream: &StreamArn) -> Result<Vec<Shard>, StreamError> {
        self.list_shards(stream, ShardFilter::FromTrimHorizon)
    }

    pub fn account_limits(&self, scope: &Scope) -> AccountLimits {
        let is_on_demand = |view: &StreamView| view.meta.mode == StreamMode::OnDemand;
        let on_demand = self.cells_of(scope).iter().filter(|(_, cell)| is_on_demand(&cell.view())).count();
        AccountLimits {
            open_shards: self.open_shards_of(scope),
            shards_max: self.0.config.account_shards_max(&scope.region),
            on_demand_streams: on_demand,
            on_demand_streams_max: headwater_types::limits::ON_DEMAND_STREAMS_MAX,
        }
    }
}

/// Times are inclusive at both ends, as the service documents them: at the very moment of a reshard both parents and
/// children were open. The trim horizon is no such moment: what ended there has nothing left to read.
fn passes(shard: &Shard, filter: ShardFilter, horizon: Timestamp) -> bool {
    let closed = shard.closed.map(|closed| closed.at);
    let open_since = |time: Timestamp| closed.is_none_or(|closed| closed >= time.max(horizon));
    match filter {
        ShardFilter::AfterShardId(after) => shard.id > after,
        ShardFilter::AtTrimHorizon => shard.opened <= horizon && closed.is_none_or(|closed| closed > horizon),
        ShardFilter::FromTrimHorizon => true,
        ShardFilter::AtLatest => shard.is_open(),
        ShardFilter::AtTimestamp(time) => shard.opened <= time.max(horizon) && open_since(time),
        ShardFilter::FromTimestamp(time) => open_since(time),
    }
}
