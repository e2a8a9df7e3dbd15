//! Metric math: expressions over the series of a request, read by `parse`, worked out by `evaluate`.
//!
//! Offered: `+ - * / ^`, comparisons, `AND` and `OR`, and the functions of `functions`. Not offered, with an
//! error that says so: SEARCH, Metrics Insights (`SELECT`), anomaly bands, and what AWS reads from other services.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html>

mod evaluate;
mod functions;
mod parse;
mod series;

pub(crate) use evaluate::{Answer, Query, Source, evaluate};
pub(crate) use parse::{is_id, parse};
pub(crate) use series::Series;
