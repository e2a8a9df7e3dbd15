//! Which series there are: found by what they measure, listed in order, bounded in number.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use headwater_types::limits::METRIC_SERIES_COUNT_MAX;
use headwater_types::{Scope, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::MetricsError;
use crate::series::{Dimension, Measured, Metric, Sample, SeriesId, Unit};

/// How far the time of the newest point may move on before the series' record says so.
const RECORD_LAG_S: i64 = 3_600;

/// Which metrics to list.
#[derive(Clone, Debug)]
pub struct SeriesFilter {
    pub scope: Scope,
    pub namespace: Option<String>,
    pub name: Option<String>,
    /// Names that must be there, with that value where one is given. Others may be there as well.
    pub dimensions: Vec<(String, Option<String>)>,
    /// With a point at or after.
    pub active_since: Timestamp,
}

/// A metric that has points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed(pub Arc<Metric>);

/// Some metrics in order, and where the next page begins.
#[derive(Clone, Debug, Default)]
pub struct ListedPage {
    pub metrics: Vec<Listed>,
    pub next: Option<Arc<Metric>>,
}

/// The durable record of a series.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    pub account: String,
    pub region: String,
    pub namespace: String,
    pub name: String,
    #[serde(default)]
    pub dimensions: Vec<Dimension>,
    pub unit: Unit,
    /// Second of the newest point, at most an hour behind.
    pub last_s: i64,
}

#[derive(Debug)]
struct Series {
    metric: Arc<Metric>,
    unit: Unit,
    last_s: i64,
    /// As its record says; `None` until the first one is durable.
    recorded_s: Option<i64>,
}

#[derive(Debug, Default)]
pub(crate) struct Index {
    by_id: BTreeMap<SeriesId, Series>,
    by_metric: BTreeMap<Arc<Metric>, Vec<(Unit, SeriesId)>>,
    next: u64,
}

impl Index {
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// The series of some samples, made where they are new. Nothing is made where that would be too many.
    pub fn resolve(&mut self, measured: Vec<Measured>) -> Result<Vec<(SeriesId, Sample)>, MetricsError> {
        let unknown = measured.iter().filter(|one| self.find(&one.metric, &one.unit).is_none()).count();
        if unknown > 0 && self.len() + unknown > METRIC_SERIES_COUNT_MAX {
            return Err(MetricsError::TooManySeries { limit: METRIC_SERIES_COUNT_MAX });
        }
        Ok(measured.into_iter().map(|one| (self.find_or_make(one.metric, one.unit), one.sample)).collect())
    }

    fn find(&self, metric: &Metric, unit: &Unit) -> Option<SeriesId> {
        let units = self.by_metric.get(metric)?;
        units.iter().find(|(own, _)| own == unit).map(|(_, id)| *id)
    }

    fn find_or_make(&mut self, metric: Metric, unit: Unit) -> SeriesId {
        if let Some(id) = self.find(&metric, &unit) {
            return id;
        }
        let id = SeriesId(self.next);
        self.insert(id, metric, unit, i64::MIN, None);
        id
    }

    fn insert(&mut self, id: SeriesId, metric: Metric, unit: Unit, last_s: i64, recorded_s: Option<i64>) {
        let known = self.by_metric.get_key_value(&metric).map(|(known, _)| known.clone());
        let metric = known.unwrap_or_else(|| Arc::new(metric));
        self.by_metric.entry(metric.clone()).or_default().push((unit.clone(), id));
        self.by_id.insert(id, Series { metric, unit, last_s, recorded_s });
        self.next = self.next.max(id.0 + 1);
    }

    /// Takes in a series that an earlier run made.
    pub fn restore(&mut self, id: SeriesId, record: Record, scope: Scope) {
        let metric = Metric::new(scope, record.namespace, record.name, record.dimensions);
        self.insert(id, metric, record.unit, record.last_s, Some(record.last_s));
    }

    /// Notes a point.
    pub fn saw(&mut self, id: SeriesId, at_s: i64) {
        if let Some(series) = self.by_id.get_mut(&id) {
            series.last_s = series.last_s.max(at_s);
        }
    }

    /// The record to write with points up to a second, where there is none yet or it has fallen behind.
    pub fn record_due(&self, id: SeriesId, at_s: i64) -> Option<Record> {
        let series = self.by_id.get(&id)?;
        let last_s = series.last_s.max(at_s);
        let is_due = series.recorded_s.is_none_or(|recorded| last_s - recorded >= RECORD_LAG_S);
        is_due.then(|| Record {
            account: series.metric.scope.account.as_str().to_owned(),
            region: series.metric.scope.region.as_str().to_owned(),
            namespace: series.metric.namespace.clone(),
            name: series.metric.name.clone(),
            dimensions: series.metric.dimensions().to_vec(),
            unit: series.unit.clone(),
            last_s,
        })
    }

    /// A record is durable.
    pub fn recorded(&mut self, id: SeriesId, last_s: i64) {
        if let Some(series) = self.by_id.get_mut(&id) {
            series.recorded_s = series.recorded_s.max(Some(last_s));
        }
    }

    /// The series of a metric, one per unit.
    pub fn of_metric(&self, metric: &Metric) -> Vec<(Unit, SeriesId)> {
        self.by_metric.get(metric).cloned().unwrap_or_default()
    }

    pub fn ids(&self) -> Vec<SeriesId> {
        self.by_id.keys().copied().collect()
    }

    /// Whether a series' newest point lies before a second. One that waits for its first point does not count.
    pub fn is_silent_since(&self, id: SeriesId, since_s: i64) -> bool {
        self.by_id.get(&id).is_some_and(|series| series.recorded_s.is_some() && series.last_s < since_s)
    }

    pub fn remove(&mut self, id: SeriesId) {
        let Some(series) = self.by_id.remove(&id) else { return };
        if let Some(units) = self.by_metric.get_mut(&series.metric) {
            units.retain(|(_, own)| *own != id);
            if units.is_empty() {
                self.by_metric.remove(&series.metric);
            }
        }
    }

    /// At most so many metrics from one on.
    pub fn list(&self, filter: &SeriesFilter, from: Option<&Metric>, count_max: usize) -> ListedPage {
        let first = Metric::new(
            filter.scope.clone(),
            filter.namespace.clone().unwrap_or_default(),
            String::new(),
            Vec::new(),
        );
        let start = from.filter(|from| **from > first).unwrap_or(&first);
        let range = self.by_metric.range::<Metric, _>((Bound::Included(start), Bound::Unbounded));
        let mut page = ListedPage::default();
        for (metric, units) in range {
            if !is_within(filter, metric) {
                break;
            }
            if !self.matches(filter, metric, units) {
                continue;
            }
            if page.metrics.len() == count_max {
                page.next = Some(metric.clone());
                break;
            }
            page.metrics.push(Listed(metric.clone()));
        }
        page
    }

    fn matches(&self, filter: &SeriesFilter, metric: &Metric, units: &[(Unit, SeriesId)]) -> bool {
        let has = |(name, value): &(String, Option<String>)| {
            metric
                .dimensions()
                .iter()
                .any(|own| own.name == *name && value.as_ref().is_none_or(|v| own.value == *v))
        };
        let is_active = |(_, id): &(Unit, SeriesId)| {
            self.by_id.get(id).is_some_and(|series| {
                series.recorded_s.is_some() && series.last_s >= filter.active_since.as_secs()
            })
        };
        filter.name.as_ref().is_none_or(|name| metric.name == *name)
            && filter.dimensions.iter().all(has)
            && units.iter().any(is_active)
    }
}

/// Whether a metric still belongs to what is listed; those after one that does not do not either.
fn is_within(filter: &SeriesFilter, metric: &Metric) -> bool {
    metric.scope == filter.scope && filter.namespace.as_ref().is_none_or(|wanted| metric.namespace == *wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Resolution, Summary};

    fn measured(namespace: &str, name: &str, dimensions: &[(&str, &str)], unit: &str) -> Measured {
        let dimensions = dimensions.iter().map(|(n, v)| Dimension { name: (*n).into(), value: (*v).into() });
        let sample =
            Sample { at: Timestamp(60_000), resolution: Resolution::Standard, summary: Summary::of(1.0) };
        Measured {
            metric: Metric::new(Scope::default(), namespace, name, dimensions.collect()),
            unit: Unit::new(unit),
            sample,
        }
    }

    fn index(of: Vec<Measured>) -> Index {
        let mut index = Index::default();
        for (id, sample) in index.resolve(of).expect("few") {
            index.saw(id, sample.at.as_secs());
            index.recorded(id, sample.at.as_secs());
        }
        index
    }

    fn names(page: &ListedPage) -> Vec<String> {
        page.metrics.iter().map(|Listed(metric)| format!("{}/{}", metric.namespace, metric.name)).collect()
    }

    #[test]
    fn metrics_are_listed_once_whatever_their_units_and_page_by_page() {
        let index = index(vec![
            measured("b", "y", &[("d", "1")], "Count"),
            measured("a", "x", &[], "Count"),
            measured("a", "x", &[], "Bytes"),
            measured("b", "y", &[("e", "1"), ("d", "2")], "Count"),
        ]);
        assert_eq!(index.len(), 4);
        let all = SeriesFilter {
            scope: Scope::default(),
            namespace: None,
            name: None,
            dimensions: Vec::new(),
            active_since: Timestamp(0),
        };
        let first = index.list(&all, None, 2);
        assert_eq!(names(&first), ["a/x", "b/y"]);
        let second = index.list(&all, first.next.as_deref(), 2);
        assert_eq!((names(&second), second.next), (vec!["b/y".to_owned()], None));

        let of = |filter: SeriesFilter| names(&index.list(&filter, None, 10)).len();
        let dimension = |name: &str, value: Option<&str>| vec![(name.to_owned(), value.map(str::to_owned))];
        assert_eq!(of(SeriesFilter { namespace: Some("b".into()), ..all.clone() }), 2);
        assert_eq!(of(SeriesFilter { name: Some("x".into()), ..all.clone() }), 1);
        assert_eq!(of(SeriesFilter { dimensions: dimension("d", None), ..all.clone() }), 2);
        assert_eq!(of(SeriesFilter { dimensions: dimension("d", Some("2")), ..all.clone() }), 1);
        assert_eq!(of(SeriesFilter { active_since: Timestamp(61_000), ..all }), 0);
    }

    #[test]
    fn the_order_of_dimensions_does_not_make_another_series() {
        let mut index = index(vec![measured("a", "x", &[("d", "1"), ("e", "2")], "Count")]);
        index.resolve(vec![measured("a", "x", &[("e", "2"), ("d", "1")], "Count")]).unwrap();
        assert_eq!(index.len(), 1);
    }

    #[test]
    fn more_series_than_there_may_be_are_refused_whole() {
        let mut index = Index::default();
        let many = |from: usize, to: usize| {
            (from..to).map(|n| measured("a", &n.to_string(), &[], "Count")).collect::<Vec<_>>()
        };
        index.resolve(many(0, METRIC_SERIES_COUNT_MAX - 1)).unwrap();
        let refused = index.resolve(many(METRIC_SERIES_COUNT_MAX - 1, METRIC_SERIES_COUNT_MAX + 1));
        assert!(matches!(refused, Err(MetricsError::TooManySeries { .. })));
        assert_eq!(index.len(), METRIC_SERIES_COUNT_MAX - 1);
        index.resolve(many(0, METRIC_SERIES_COUNT_MAX)).unwrap();
    }
}
