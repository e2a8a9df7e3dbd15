//! What names a series, and what is put into it.

use std::fmt;

use headwater_types::{Scope, Timestamp};
use serde::{Deserialize, Serialize};

use crate::summary::Summary;
use crate::tier::Resolution;

/// A name and value that tell one metric from others of its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dimension {
    pub name: String,
    pub value: String,
}

/// What was measured. Two metrics are the same only where all of this is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Metric {
    pub scope: Scope,
    pub namespace: String,
    pub name: String,
    /// In the order of their names.
    dimensions: Vec<Dimension>,
}

impl Metric {
    /// Dimensions may come in any order.
    pub fn new(
        scope: Scope,
        namespace: impl Into<String>,
        name: impl Into<String>,
        mut dimensions: Vec<Dimension>,
    ) -> Self {
        dimensions.sort_unstable();
        Self { scope, namespace: namespace.into(), name: name.into(), dimensions }
    }

    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }
}

/// What a number counts, as CloudWatch names it; `None` is a unit as well. Numbers of different units never mix.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(String);

impl Unit {
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Unit {
    fn default() -> Self {
        Self("None".to_owned())
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Numbers measured at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub at: Timestamp,
    pub resolution: Resolution,
    pub summary: Summary,
}

/// A sample and the series it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub metric: Metric,
    pub unit: Unit,
    pub sample: Sample,
}

/// The number of a series; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SeriesId(pub u64);
