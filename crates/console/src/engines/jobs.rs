//! SQL jobs as the console reads and drives them.

use futures::StreamExt;
use headwater_sql::SqlError;
use headwater_sql::jobs::{
    FeedRow, JobId, JobStatus, Jobs, RowFeed as EngineFeed, SplitStatus, StatementResult,
};
use headwater_types::{Scope, Timestamp};
use http::StatusCode;
use tokio::sync::broadcast::error::RecvError;

use crate::fault::Fault;
use crate::source::{Column, JobReading, Row, RowEvent, RowFeed, SplitReading, StatementOutcome};

pub(super) fn readings(jobs: &Jobs) -> Vec<JobReading> {
    jobs.list().into_iter().map(reading).collect()
}

fn reading(job: JobStatus) -> JobReading {
    let metrics = job.metrics;
    JobReading {
        id: job.id.to_string(),
        name: job.name,
        sql: job.sql,
        state: job.state.as_str().to_owned(),
        active: !job.state.is_terminal(),
        is_query: job.is_query,
        sinks: job.sinks,
        error: job.error,
        restarts: job.restarts,
        submitted_at: job.submitted,
        finished_at: job.finished,
        watermark: metrics.watermark.filter(|watermark| is_a_time(*watermark)),
        late_dropped: metrics.late_records_dropped,
        records_skipped: metrics.records_skipped,
        fields_nulled: metrics.fields_nulled,
        records_expired: metrics.records_expired,
        records_in: metrics.records_in,
        records_out: metrics.records_out,
        state_bytes: metrics.state_bytes,
        checkpoints: metrics.checkpoint.completed,
        last_checkpoint_at: metrics.checkpoint.last,
        splits: metrics.sources.into_iter().map(split).collect(),
    }
}

/// Before the first record a watermark is at the beginning of time, after the last one at its end.
fn is_a_time(watermark: Timestamp) -> bool {
    const YEAR_10_000_MS: i64 = 253_402_300_800_000;
    (-YEAR_10_000_MS..YEAR_10_000_MS).contains(&watermark.as_millis())
}

fn split(split: SplitStatus) -> SplitReading {
    SplitReading {
        name: split.name,
        records_in: split.records_in,
        idle: split.idle,
        behind_ms: split.millis_behind_latest,
    }
}

pub(super) async fn submit(jobs: &Jobs, scope: &Scope, sql: &str) -> Result<Vec<StatementOutcome>, Fault> {
    let submitted = jobs.submit(scope, sql).await.map_err(fault)?;
    Ok(submitted.statements.into_iter().map(outcome).collect())
}

fn outcome(result: StatementResult) -> StatementOutcome {
    match result {
        StatementResult::Done(message) => StatementOutcome::Done { message },
        StatementResult::Text(text) => StatementOutcome::Text { text },
        StatementResult::Listing { columns, rows } => StatementOutcome::Listing { columns, rows },
        StatementResult::Job { id, name, is_query } => {
            StatementOutcome::Job { id: id.to_string(), name, is_query }
        }
    }
}

pub(super) async fn explain(jobs: &Jobs, scope: &Scope, sql: &str) -> Result<String, Fault> {
    jobs.explain(scope, sql).await.map_err(fault)
}

pub(super) async fn cancel(jobs: &Jobs, id: &str) -> Result<(), Fault> {
    let (id, _) = known(jobs, id)?;
    jobs.cancel(&id).await.map_err(fault)
}

pub(super) async fn restart(jobs: &Jobs, id: &str) -> Result<(), Fault> {
    let (id, _) = known(jobs, id)?;
    jobs.restart(&id).await.map_err(|error| Fault::new(StatusCode::CONFLICT, "not_failed", error.message))
}

pub(super) fn rows(jobs: &Jobs, id: &str, sink: Option<&str>) -> Result<RowFeed, Fault> {
    let (id, _) = known(jobs, id)?;
    jobs.rows(&id, sink).map(feed).map_err(|error| {
        let mut fault = Fault::not_found(error.message);
        fault.hint = error.hint;
        fault
    })
}

fn known(jobs: &Jobs, id: &str) -> Result<(JobId, JobStatus), Fault> {
    let found = JobId::parse(id).and_then(|id| Some((id.clone(), jobs.status(&id)?)));
    found.ok_or_else(|| Fault::not_found(format!("there is no job `{id}`")))
}

fn feed(feed: EngineFeed) -> RowFeed {
    let column = |column: headwater_sql::jobs::FeedColumn| Column {
        name: column.name,
        r#type: column.data_type.to_string(),
    };
    let seen = feed.recent.last().map(|row| row.sequence);
    let live = futures::stream::unfold((feed.live, seen), |(mut live, seen)| async move {
        // What a slow watcher missed shows as a gap in the sequence, as what was left out of a busy sink does.
        let next = loop {
            match live.recv().await {
                Ok(next) => break next,
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        };
        let gap = seen.map_or(0, |seen| next.sequence.saturating_sub(seen + 1));
        let seen = Some(next.sequence);
        let gap = (gap > 0).then_some(RowEvent::Skipped(gap));
        let events = gap.into_iter().chain([RowEvent::Row(row(next))]);
        Some((futures::stream::iter(events), (live, seen)))
    });
    RowFeed {
        columns: feed.columns.into_iter().map(column).collect(),
        recent: feed.recent.into_iter().map(row).collect(),
        live: live.flatten().boxed(),
    }
}

fn row(row: FeedRow) -> Row {
    Row { op: row.kind.as_str(), row: row.values }
}

fn fault(error: SqlError) -> Fault {
    let place = (error.line > 0).then_some((error.line, error.column));
    Fault::sql(error.message, place, error.hint)
}
