//! How an engine behaves: which limits it enforces, how long states take.

use std::sync::Arc;
use std::time::Duration;

use headwater_types::{Region, limits};

use crate::encryption::Keyring;

/// Whether the service's throughput and quota limits hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LimitsMode {
    /// As on AWS: per-shard rates in and out, account quotas.
    #[default]
    Aws,
    /// Sizes and legality only.
    Off,
}

#[derive(Clone, Debug)]
pub struct StreamsConfig {
    pub limits: LimitsMode,
    /// How long CREATING, UPDATING and DELETING last. Zero is honest: the commit that makes the change is all there is.
    pub transition: Duration,
    /// How often expired records are given back and the key file is looked at.
    pub sweep_every: Duration,
    /// Bytes of its newest records that a shard keeps, where its stream does not say; `None` is as long as the retention.
    pub shard_bytes_kept: Option<u64>,
    pub on_demand: OnDemandConfig,
    /// The key file that streams are encrypted with; without one none can be.
    pub keyring: Option<Arc<Keyring>>,
}

/// How on-demand streams react.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnDemandConfig {
    /// Between two rounds; what a round sees is the mean of this long. The service takes up to 15 minutes.
    pub react_every: Duration,
    /// How long a peak counts. The service: 30 days.
    pub peak_window: Duration,
    /// A shard is merged only when it has been open for so long.
    pub merge_after: Duration,
}

impl Default for OnDemandConfig {
    fn default() -> Self {
        Self {
            react_every: Duration::from_secs(60),
            peak_window: Duration::from_secs(30 * 86_400),
            merge_after: Duration::from_secs(86_400),
        }
    }
}

impl Default for StreamsConfig {
    fn default() -> Self {
        Self {
            limits: LimitsMode::Aws,
            transition: Duration::ZERO,
            sweep_every: Duration::from_secs(60),
            shard_bytes_kept: None,
            on_demand: OnDemandConfig::default(),
            keyring: None,
        }
    }
}

impl StreamsConfig {
    pub fn enforces_limits(&self) -> bool {
        self.limits == LimitsMode::Aws
    }

    /// Shards an on-demand stream in `region` may grow to, by its limit of write throughput.
    pub fn on_demand_shards_max(&self, region: &Region) -> u32 {
        let mibps = match region.as_str() {
            "us-east-1" | "us-west-2" | "eu-west-1" => limits::ON_DEMAND_MIBPS_MAX_LARGE_REGIONS,
            _ => limits::ON_DEMAND_MIBPS_MAX,
        };
        mibps.min(limits::SHARDS_PER_STREAM_MAX)
    }

    /// Open shards of provisioned streams of one account in `region`.
    pub fn account_shards_max(&self, region: &Region) -> u32 {
        match (self.limits, region.as_str()) {
            (LimitsMode::Off, _) => u32::MAX,
            (LimitsMode::Aws, "us-east-1" | "us-west-2" | "eu-west-1") => {
                limits::ACCOUNT_SHARDS_MAX_LARGE_REGIONS
            }
            (LimitsMode::Aws, _) => limits::ACCOUNT_SHARDS_MAX,
        }
    }
}
