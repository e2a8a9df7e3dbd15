//! What is kept of the numbers that fall into one point: how many, their sum and bounds, and what their percentiles need.
//!
//! Summaries of the same series add up in any order, which is what roll-ups, merges of blocks and longer periods are.

use crate::coding::{Damaged, Reader, put_number};
use crate::distribution::Distribution;

#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    count: f64,
    sum: f64,
    min: f64,
    max: f64,
    distribution: Distribution,
}

/// All numbers are the same one: the point is its value and count.
const UNIFORM: u8 = 1;

impl Summary {
    /// A number that was measured once.
    pub fn of(value: f64) -> Self {
        Self::repeated(value, 1.0)
    }

    /// A number that was measured so often.
    pub fn repeated(value: f64, count: f64) -> Self {
        let distribution = Distribution::of(value, count);
        Self { count, sum: value * count, min: value, max: value, distribution }
    }

    /// Numbers of which only this is known. Their percentiles are known where they are all the same.
    pub fn of_set(count: f64, sum: f64, min: f64, max: f64) -> Self {
        let distribution = match min == max || count == 1.0 {
            true => Distribution::of(if count == 1.0 { sum } else { min }, count),
            false => Distribution::Unknown,
        };
        Self { count, sum, min, max, distribution }
    }

    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
        self.distribution.merge(&other.distribution);
    }

    pub fn count(&self) -> f64 {
        self.count
    }

    pub fn sum(&self) -> f64 {
        self.sum
    }

    pub fn min(&self) -> f64 {
        self.min
    }

    pub fn max(&self) -> f64 {
        self.max
    }

    pub fn average(&self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }

    /// `None` where the numbers came as a sum and a count.
    pub fn percentile(&self, percent: f64) -> Option<f64> {
        self.distribution.percentile(percent).map(|value| value.clamp(self.min, self.max))
    }

    /// How many numbers lie above the one bound and not above the other; `None` as for percentiles.
    pub fn count_between(&self, above: f64, up_to: f64) -> Option<f64> {
        self.distribution.count_between(above, up_to)
    }

    /// Bytes it holds, roughly.
    pub(crate) fn weight(&self) -> usize {
        size_of::<Self>() + self.distribution.weight()
    }

    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        let is_uniform = self.min == self.max
            && self.distribution == Distribution::of(self.min, self.count)
            && self.sum == self.min * self.count;
        out.push(if is_uniform { UNIFORM } else { 0 });
        put_number(out, self.count);
        put_number(out, self.min);
        if is_uniform {
            return;
        }
        put_number(out, self.max);
        put_number(out, self.sum);
        self.distribution.encode(out);
    }

    pub(crate) fn decode(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let flags = reader.byte()?;
        let (count, min) = (reader.number()?, reader.number()?);
        match flags {
            UNIFORM => Ok(Self::repeated(min, count)),
            0 => {
                let (max, sum) = (reader.number()?, reader.number()?);
                Ok(Self { count, sum, min, max, distribution: Distribution::decode(reader)? })
            }
            _ => Err(Damaged("a summary of no known kind")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(summary: &Summary) -> (usize, Summary) {
        let mut out = Vec::new();
        summary.encode(&mut out);
        let mut reader = Reader(&out);
        let back = Summary::decode(&mut reader).expect("readable");
        assert!(reader.is_empty());
        (out.len(), back)
    }

    #[test]
    fn summaries_come_back_and_gauges_are_short() {
        let gauge = Summary::of(12.0);
        assert_eq!(round(&gauge), (3, gauge.clone()));
        let mut mixed = Summary::repeated(2.5, 3.0);
        mixed.merge(&Summary::of(-4.0));
        assert_eq!(round(&mixed).1, mixed);
        assert_eq!((mixed.count(), mixed.sum(), mixed.min(), mixed.max()), (4.0, 3.5, -4.0, 2.5));
        let set = Summary::of_set(10.0, 55.0, 1.0, 10.0);
        assert_eq!(round(&set).1, set);
    }

    #[test]
    fn a_statistic_set_hides_percentiles_unless_all_numbers_are_the_same() {
        assert_eq!(Summary::of_set(10.0, 55.0, 1.0, 10.0).percentile(50.0), None);
        assert_eq!(Summary::of_set(3.0, 6.0, 2.0, 2.0).percentile(50.0), Some(2.0));
        let mut both = Summary::of(1.0);
        both.merge(&Summary::of_set(10.0, 55.0, 1.0, 10.0));
        assert_eq!(both.percentile(50.0), None);
        assert_eq!(both.average(), 56.0 / 11.0);
    }
}
