//! How finely points are kept, and for how long: four tiers, each point written to all that will still hold it.
//!
//! Writing the coarser tiers at once, instead of rolling up later, keeps every read a read of one tier, and no job has to have
//! run for a roll-up to be right.

use headwater_types::Timestamp;

/// How finely a metric is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resolution {
    /// One second.
    High,
    /// One minute.
    #[default]
    Standard,
}

/// One granularity of what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    Second,
    Minute,
    FiveMinutes,
    Hour,
}

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

impl Tier {
    /// From the finest to the coarsest.
    pub const ALL: [Self; 4] = [Self::Second, Self::Minute, Self::FiveMinutes, Self::Hour];

    /// Seconds that one point stands for.
    pub fn point_s(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::FiveMinutes => 300,
            Self::Hour => HOUR_S,
        }
    }

    /// Seconds for which a point is kept.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention>
    pub fn kept_s(self) -> i64 {
        match self {
            Self::Second => 3 * HOUR_S,
            Self::Minute => 15 * DAY_S,
            Self::FiveMinutes => 63 * DAY_S,
            Self::Hour => 455 * DAY_S,
        }
    }

    /// Points of a block: one state key. Small, because a block is rewritten when a point joins it.
    pub(crate) fn block_points(self) -> i64 {
        match self {
            Self::Second => 60,
            Self::Minute => 15,
            Self::FiveMinutes => 12,
            Self::Hour => 24,
        }
    }

    pub(crate) fn block_s(self) -> i64 {
        self.point_s() * self.block_points()
    }

    /// As a state key names it.
    pub(crate) fn letter(self) -> u8 {
        match self {
            Self::Second => b's',
            Self::Minute => b'm',
            Self::FiveMinutes => b'f',
            Self::Hour => b'h',
        }
    }

    /// The tiers that hold a point of that second: not those whose retention has passed over it.
    pub(crate) fn of_point(resolution: Resolution, at_s: i64, now: Timestamp) -> impl Iterator<Item = Self> {
        let is_kept = move |tier: &Self| at_s >= now.as_secs() - tier.kept_s();
        let finest = match resolution {
            Resolution::High => 0,
            Resolution::Standard => 1,
        };
        Self::ALL.into_iter().skip(finest).filter(is_kept)
    }

    /// The coarsest tier that periods of that length, beginning there, can be made of.
    pub fn for_periods(start_s: i64, period_s: i64) -> Self {
        let fits = |tier: &&Self| period_s % tier.point_s() == 0 && start_s % tier.point_s() == 0;
        Self::ALL.iter().rev().find(fits).copied().unwrap_or(Self::Second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_uses_the_coarsest_tier_that_fits() {
        for (start, period, tier) in [
            (0, 3600, Tier::Hour),
            (600, 3600, Tier::FiveMinutes),
            (60, 300, Tier::Minute),
            (0, 300, Tier::FiveMinutes),
            (0, 10, Tier::Second),
            (30, 60, Tier::Second),
        ] {
            assert_eq!(Tier::for_periods(start, period), tier, "{start} {period}");
        }
    }

    #[test]
    fn an_old_point_goes_only_where_it_is_still_kept() {
        let now = Timestamp(100 * DAY_S * 1000);
        let tiers = |resolution, age_s| -> Vec<Tier> {
            Tier::of_point(resolution, now.as_secs() - age_s, now).collect()
        };
        assert_eq!(tiers(Resolution::High, 10), Tier::ALL);
        assert_eq!(tiers(Resolution::Standard, 10), Tier::ALL[1..]);
        assert_eq!(tiers(Resolution::High, 4 * HOUR_S), Tier::ALL[1..]);
        assert_eq!(tiers(Resolution::High, 16 * DAY_S), Tier::ALL[2..]);
        assert_eq!(tiers(Resolution::High, 64 * DAY_S), Tier::ALL[3..]);
    }

    #[test]
    fn blocks_hold_whole_points_and_their_offsets_fit_a_byte() {
        for tier in Tier::ALL {
            assert!(tier.block_points() <= 256);
            assert_eq!(tier.kept_s() % tier.point_s(), 0);
        }
    }
}
