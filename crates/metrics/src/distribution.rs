//! Which values occurred how often, as far as percentiles need it: exactly while they are few, then in buckets that grow
//! geometrically, as an exponential histogram.
//!
//! A bucket at scale `s` spans a factor of `2^(2^-s)`; where values need more buckets than there may be, neighbours are merged
//! and the scale falls by one. A percentile is within 0.6 % of the value where values span up to five octaves, within 2.2 %
//! where they span twenty.
//! <https://opentelemetry.io/docs/specs/otel/metrics/data-model/#exponentialhistogram>

use std::collections::BTreeMap;

use crate::coding::{Damaged, Reader, put_number, put_varint, zigzag};

/// Distinct values kept as they are.
const VALUES_MAX: usize = 48;
/// Buckets of each sign.
const BUCKETS_MAX: usize = 320;
const SCALE_FIRST: i32 = 6;
/// A bucket then spans all values there are.
const SCALE_MIN: i32 = -8;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Distribution {
    /// Some numbers came as a sum and a count: nobody knows their percentiles.
    Unknown,
    /// Values and their counts, in order.
    Values(Vec<(f64, f64)>),
    Buckets(Buckets),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Buckets {
    scale: i32,
    zero: f64,
    positive: BTreeMap<i32, f64>,
    negative: BTreeMap<i32, f64>,
}

impl Distribution {
    pub fn of(value: f64, count: f64) -> Self {
        Self::Values(vec![(value, count)])
    }

    /// What it holds, for bounds on memory.
    pub fn weight(&self) -> usize {
        match self {
            Self::Unknown => 0,
            Self::Values(values) => values.len() * 16,
            Self::Buckets(buckets) => (buckets.positive.len() + buckets.negative.len()) * 24,
        }
    }

    pub fn merge(&mut self, other: &Self) {
        match (&mut *self, other) {
            (Self::Unknown, _) => {}
            (_, Self::Unknown) => *self = Self::Unknown,
            (Self::Buckets(own), Self::Buckets(others)) => own.merge(others),
            (Self::Buckets(own), Self::Values(values)) => own.add_all(values),
            (Self::Values(values), Self::Buckets(others)) => {
                let mut merged = others.clone();
                merged.add_all(values);
                *self = Self::Buckets(merged);
            }
            (Self::Values(own), Self::Values(others)) => {
                for (value, count) in others {
                    match own.binary_search_by(|(held, _)| held.total_cmp(value)) {
                        Ok(at) => own[at].1 += count,
                        Err(at) => own.insert(at, (*value, *count)),
                    }
                }
                if own.len() > VALUES_MAX {
                    let mut buckets = Buckets::new();
                    buckets.add_all(own);
                    *self = Self::Buckets(buckets);
                }
            }
        }
    }

    /// Values in order with their counts, those of a bucket at its middle.
    fn in_order(&self) -> Option<Vec<(f64, f64)>> {
        match self {
            Self::Unknown => None,
            Self::Values(values) => Some(values.clone()),
            Self::Buckets(buckets) => Some(buckets.in_order()),
        }
    }

    /// The smallest value at or below which `percent` of all lie.
    pub fn percentile(&self, percent: f64) -> Option<f64> {
        let values = self.in_order()?;
        let total: f64 = values.iter().map(|(_, count)| count).sum();
        let wanted = total * percent / 100.0;
        let mut seen = 0.0;
        for (value, count) in &values {
            seen += count;
            // Sums of counts are exact until 2^53; the slack is for fractional counts.
            if seen >= wanted * (1.0 - 1e-12) {
                return Some(*value);
            }
        }
        values.last().map(|(value, _)| *value)
    }

    /// How often values up to and including a bound occurred; a bucket counts where its middle is.
    pub fn count_between(&self, above: f64, up_to: f64) -> Option<f64> {
        let values = self.in_order()?;
        Some(
            values
                .iter()
                .filter(|(value, _)| *value > above && *value <= up_to)
                .map(|(_, count)| count)
                .sum(),
        )
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Self::Unknown => put_varint(out, 0),
            Self::Values(values) => {
                put_varint(out, 1);
                put_varint(out, values.len() as u64);
                for (value, count) in values {
                    put_number(out, *value);
                    put_number(out, *count);
                }
            }
            Self::Buckets(buckets) => {
                put_varint(out, 2);
                buckets.encode(out);
            }
        }
    }

    pub fn decode(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        match reader.varint()? {
            0 => Ok(Self::Unknown),
            1 => {
                let count = reader.varint()?;
                if count > VALUES_MAX as u64 {
                    return Err(Damaged("more values than there may be"));
                }
                let pair = |_| Ok((reader.number()?, reader.number()?));
                (0..count).map(pair).collect::<Result<_, _>>().map(Self::Values)
            }
            2 => Buckets::decode(reader).map(Self::Buckets),
            _ => Err(Damaged("a distribution of no known kind")),
        }
    }
}

impl Buckets {
    fn new() -> Self {
        Self { scale: SCALE_FIRST, zero: 0.0, positive: BTreeMap::new(), negative: BTreeMap::new() }
    }

    fn add_all(&mut self, values: &[(f64, f64)]) {
        for &(value, count) in values {
            if value == 0.0 {
                self.zero += count;
                continue;
            }
            let index = (value.abs().log2() * f64::from(self.scale).exp2()).floor() as i32;
            let side = if value > 0.0 { &mut self.positive } else { &mut self.negative };
            *side.entry(index).or_default() += count;
            self.shrink();
        }
    }

    fn merge(&mut self, other: &Self) {
        let mut other = other.clone();
        let scale = self.scale.min(other.scale);
        self.coarsen_to(scale);
        other.coarsen_to(scale);
        self.zero += other.zero;
        for (index, count) in other.positive {
            *self.positive.entry(index).or_default() += count;
        }
        for (index, count) in other.negative {
            *self.negative.entry(index).or_default() += count;
        }
        self.shrink();
    }

    fn shrink(&mut self) {
        while self.positive.len().max(self.negative.len()) > BUCKETS_MAX && self.scale > SCALE_MIN {
            self.coarsen_to(self.scale - 1);
        }
    }

    fn coarsen_to(&mut self, scale: i32) {
        let by = self.scale - scale;
        if by <= 0 {
            return;
        }
        for side in [&mut self.positive, &mut self.negative] {
            let mut coarse = BTreeMap::new();
            for (index, count) in std::mem::take(side) {
                *coarse.entry(index >> by).or_default() += count;
            }
            *side = coarse;
        }
        self.scale = scale;
    }

    fn in_order(&self) -> Vec<(f64, f64)> {
        let middle = |index: i32| ((f64::from(index) + 0.5) / f64::from(self.scale).exp2()).exp2();
        let negative = self.negative.iter().rev().map(|(index, count)| (-middle(*index), *count));
        let zero = (self.zero > 0.0).then_some((0.0, self.zero));
        let positive = self.positive.iter().map(|(index, count)| (middle(*index), *count));
        negative.chain(zero).chain(positive).collect()
    }

    fn encode(&self, out: &mut Vec<u8>) {
        put_varint(out, zigzag(i64::from(self.scale)));
        put_number(out, self.zero);
        for side in [&self.positive, &self.negative] {
            put_varint(out, side.len() as u64);
            let mut before = 0;
            for (index, count) in side {
                put_varint(out, zigzag(i64::from(*index) - before));
                put_number(out, *count);
                before = i64::from(*index);
            }
        }
    }

    fn decode(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let scale = i32::try_from(reader.signed()?).map_err(|_| Damaged("a scale out of bounds"))?;
        if !(SCALE_MIN..=SCALE_FIRST).contains(&scale) {
            return Err(Damaged("a scale out of bounds"));
        }
        let zero = reader.number()?;
        let mut side = || {
            let count = reader.varint()?;
            if count > BUCKETS_MAX as u64 {
                return Err(Damaged("more buckets than there may be"));
            }
            let mut buckets = BTreeMap::new();
            let mut at = 0_i64;
            for _ in 0..count {
                at = at.saturating_add(reader.signed()?);
                let index = i32::try_from(at).map_err(|_| Damaged("a bucket out of bounds"))?;
                buckets.insert(index, reader.number()?);
            }
            Ok(buckets)
        };
        Ok(Self { scale, zero, positive: side()?, negative: side()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(values: impl IntoIterator<Item = f64>) -> Distribution {
        let mut whole = Distribution::Values(Vec::new());
        for value in values {
            whole.merge(&Distribution::of(value, 1.0));
        }
        whole
    }

    #[test]
    fn few_values_have_exact_percentiles() {
        let ten = all((1..=10).map(f64::from));
        for (percent, value) in [(0.0, 1.0), (10.0, 1.0), (50.0, 5.0), (95.0, 10.0), (100.0, 10.0)] {
            assert_eq!(ten.percentile(percent), Some(value), "p{percent}");
        }
    }

    #[test]
    fn many_values_over_four_decades_have_percentiles_within_two_and_a_half_percent() {
        let many = all((1..=10_000).map(f64::from));
        assert!(matches!(many, Distribution::Buckets(_)));
        for percent in [1.0, 50.0, 90.0, 99.0, 99.9] {
            let exact = percent * 100.0;
            let got = many.percentile(percent).unwrap();
            assert!((got - exact).abs() / exact < 0.025, "p{percent}: {got} of {exact}");
        }
    }

    #[test]
    fn values_of_every_size_stay_within_the_bound() {
        let wide = all((-350..350).flat_map(|e| [2f64.powi(e), -2f64.powi(e) * 1.3]));
        let Distribution::Buckets(buckets) = &wide else { panic!("1400 values are not few") };
        assert!(buckets.positive.len() <= BUCKETS_MAX && buckets.negative.len() <= BUCKETS_MAX);
        assert!(wide.percentile(10.0).unwrap() < 0.0 && wide.percentile(90.0).unwrap() > 0.0);
    }

    proptest! {
        #[test]
        fn the_order_of_merging_does_not_matter_to_counts(
            values in proptest::collection::vec(-1e6..1e6f64, 1..300),
            cut in 0usize..300,
        ) {
            let cut = cut.min(values.len());
            let mut halves = all(values[..cut].iter().copied());
            halves.merge(&all(values[cut..].iter().copied()));
            prop_assert_eq!(
                halves.count_between(f64::NEG_INFINITY, f64::INFINITY),
                Some(values.len() as f64)
            );
            let mut out = Vec::new();
            halves.encode(&mut out);
            prop_assert_eq!(Distribution::decode(&mut Reader(&out)), Ok(halves));
        }

        #[test]
        fn bytes_of_any_kind_are_decoded_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Distribution::decode(&mut Reader(&bytes));
        }
    }
}
