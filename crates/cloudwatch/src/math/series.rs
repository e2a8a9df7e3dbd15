//! The values that expressions are about: a number, a series, or several series.

use std::collections::BTreeMap;

/// Points of one period each, by the second at which the period begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Series {
    pub start_s: i64,
    pub end_s: i64,
    pub period_s: i64,
    pub points: BTreeMap<i64, f64>,
}

/// A series of several, with its own label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Labelled {
    pub label: String,
    pub series: Series,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Number(f64),
    Series(Series),
    Many(Vec<Labelled>),
}

impl Series {
    /// Each point changed by itself; what is no number any more is no point.
    pub fn map(self, change: impl Fn(f64) -> f64) -> Self {
        let points = self.points.into_iter().map(|(at, value)| (at, change(value)));
        Self { points: points.filter(|(_, value)| value.is_finite()).collect(), ..self }
    }

    /// The points that both have.
    pub fn zip(self, other: &Self, combine: impl Fn(f64, f64) -> f64) -> Self {
        let points = self.points.into_iter().filter_map(|(at, left)| {
            let right = other.points.get(&at)?;
            Some((at, combine(left, *right))).filter(|(_, value)| value.is_finite())
        });
        Self { points: points.collect(), period_s: self.period_s.max(other.period_s), ..self }
    }

    /// The seconds at which its periods begin, as many as one answer may hold.
    pub fn grid(&self) -> impl Iterator<Item = i64> + use<> {
        let (start, end, step) = (self.start_s, self.end_s, self.period_s.max(1));
        let count = headwater_types::limits::METRIC_QUERY_POINTS_MAX as i64;
        (0..count).map(move |n| start + n * step).take_while(move |at| *at < end)
    }

    pub fn values(&self) -> Vec<f64> {
        self.points.values().copied().collect()
    }
}
