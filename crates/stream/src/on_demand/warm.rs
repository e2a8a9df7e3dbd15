//! Warm throughput and the change of the capacity mode: what a client asks of a stream's capacity rather than of its shards.
//!
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html>

use headwater_types::{Scope, StreamArn, Timestamp, limits};

use super::decide::grow;
use crate::control::{DAY_MS, Initiator};
use crate::engine::Streams;
use crate::error::StreamError;
use crate::model::{Peak, RecordDistribution, StreamMeta, StreamMode};
use crate::reshard::Reshard;

impl Streams {
    /// Keeps an on-demand stream able to take so much, in MiB/s: at once where that is more than it takes now. Less, or the
    /// same again, releases what the load does not ask for; zero goes back to what every stream has. For accounts with the
    /// advantage mode. Gives what the stream takes now, in MiB/s.
    pub async fn update_warm_throughput(&self, stream: &StreamArn, mibps: u32) -> Result<u32, StreamError> {
        self.cell(stream)?;
        self.check_warm_throughput(&stream.scope, mibps)?;
        let max = self.0.config.on_demand_shards_max(&stream.scope.region);
        self.reshard(stream, 0, Initiator::Capacity, move |plan, now| {
            if plan.open_shards().len() >= mibps as usize {
                plan.meta_mut().peaks.clear();
                plan.meta_mut().released = Some(now.as_millis());
            }
            keep_warm(plan, mibps, max)
        })
        .await?;
        Ok(self.cell(stream)?.view().open_count() as u32)
    }

    /// Changes the capacity mode, at most twice a day. The shards stay; an on-demand stream may be given a warm throughput
    /// at once.
    pub async fn update_mode(
        &self,
        stream: &StreamArn,
        mode: StreamMode,
        warm_mibps: Option<u32>,
    ) -> Result<(), StreamError> {
        let view = self.cell(stream)?.view();
        if let Some(mibps) = warm_mibps {
            if mode == StreamMode::Provisioned {
                return Err(StreamError::ProvisionedOnly(stream.clone()));
            }
            self.check_warm_throughput(&stream.scope, mibps)?;
        }
        // What is on demand counts against the number of streams, what is provisioned against that of shards.
        let is_switch = view.meta.mode != mode;
        let additional = match mode {
            StreamMode::Provisioned if is_switch => view.open_count() as u32,
            _ => 0,
        };
        if is_switch && mode == StreamMode::OnDemand {
            self.check_on_demand_quota(&stream.scope)?;
        }
        let enforced = self.0.config.enforces_limits();
        let max = self.0.config.on_demand_shards_max(&stream.scope.region);
        let arn = stream.clone();
        self.reshard(stream, additional, Initiator::ModeChange, move |plan, now| {
            let open = plan.open_shards().len() as u64;
            if plan.meta_mut().mode != mode {
                switch(&arn, plan.meta_mut(), mode, open, now, enforced)?;
            }
            warm_mibps.map_or(Ok(()), |mibps| keep_warm(plan, mibps, max))
        })
        .await
    }

    pub(crate) fn check_warm_throughput(&self, scope: &Scope, mibps: u32) -> Result<(), StreamError> {
        let max = limits::WARM_THROUGHPUT_MIBPS_MAX;
        if !self.account_settings(scope).has_advantage() {
            return Err(StreamError::NoAdvantage(scope.account.clone()));
        }
        if mibps > max {
            return Err(StreamError::WarmThroughputTooHigh { mibps, max });
        }
        Ok(())
    }
}

fn keep_warm(plan: &mut Reshard<'_>, mibps: u32, shards_max: u32) -> Result<(), StreamError> {
    plan.meta_mut().warm_throughput_mibps = (mibps > 0).then_some(mibps);
    grow(plan, mibps.min(shards_max) as usize)
}

fn switch(
    stream: &StreamArn,
    meta: &mut StreamMeta,
    mode: StreamMode,
    open_shards: u64,
    now: Timestamp,
    enforced: bool,
) -> Result<(), StreamError> {
    meta.mode_changes.retain(|at| now.millis_since(*at) < DAY_MS);
    let (changes, limit) = (meta.mode_changes.len(), limits::MODE_CHANGES_PER_DAY_MAX);
    if enforced && changes >= limit {
        return Err(StreamError::TooManyChangesPerDay { stream: stream.clone(), changes, limit });
    }
    // Where no limit holds the list must not grow for ever.
    if changes < limit {
        meta.mode_changes.push(now);
    }
    meta.mode = mode;
    meta.released = None;
    match mode {
        // A stream keeps the capacity it comes with for as long as a peak counts.
        StreamMode::OnDemand => {
            let bytes_per_s = open_shards * limits::SHARD_WRITE_BYTES_PER_S / 2;
            meta.peaks = vec![Peak { at: now, bytes_per_s, records_per_s: 0 }];
        }
        StreamMode::Provisioned => {
            meta.peaks.clear();
            meta.warm_throughput_mibps = None;
            meta.distribution = RecordDistribution::UserPartitionKey;
        }
    }
    Ok(())
}
