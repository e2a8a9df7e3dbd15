//! One operation, one file: its own rules, and the way to the engine and back.

mod get_metric_data;
mod get_metric_statistics;
mod list_metrics;
mod put_metric_data;
