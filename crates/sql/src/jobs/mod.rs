//! SQL jobs: submitted, run, checkpointed, resumed, shown, cancelled.
//!
//! [`Jobs`] is the whole surface, cheap to clone. A submitted text is executed statement by statement: DDL changes the
//! scope's catalog (kept in the store), each query or INSERT (or statement set) becomes a job with a thread of its own. Jobs that were
//! running when the server stopped, or was killed, go on from their last checkpoint when [`Jobs::open`] returns.

mod catalog;
mod checkpoint;
pub mod feed;
mod flow;
mod outbox;
mod output;
mod runner;
mod scan;
pub mod session;
pub mod settings;
pub mod settings_known;
pub mod status;
mod supervise;

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_connect::object::Objects;
use headwater_runtime::{Clock, Disk, Entropy};
use headwater_store::{Commit, StateChange, Store};
use headwater_stream::Streams;
use headwater_types::limits::{SQL_ENDED_JOBS_MAX, SQL_RUNNING_JOBS_MAX};
use headwater_types::{Scope, StreamArn};
use parking_lot::Mutex;

pub use feed::{FeedColumn, FeedRow, RowFeed};
pub use output::RowTaker;
pub use status::{CheckpointStatus, JobId, JobMetrics, JobState, JobStatus, SplitStatus};

pub(crate) use flow::{Flow, FlowContext};
pub(crate) use scan::{Access, Progress};

use crate::ast::Statement;
use crate::connector::check_plan;
use crate::error::SqlError;
use crate::parser::parse_script;
use crate::plan::{Plan, PlanNode};
use crate::table::{TableDef, ViewDef};
use checkpoint::{JobRecord, all_below, job_key, manifest_key, scan_all, state_prefix, table_key};
use session::{CatalogChange, Outcome, Session, describe_plans};
use settings::Settings;
use supervise::Handle;

/// What jobs run on.
#[derive(Clone)]
pub struct JobsConfig {
    pub store: Arc<dyn Store>,
    pub streams: Streams,
    /// For `filesystem` tables with `s3://` paths.
    pub objects: Option<Objects>,
    /// For `filesystem` tables with local paths.
    pub disk: Arc<dyn Disk>,
    pub clock: Clock,
    pub entropy: Entropy,
}

/// All jobs of all scopes. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Jobs(Arc<Inner>);

struct Inner {
    config: JobsConfig,
    jobs: Mutex<BTreeMap<JobId, Arc<Handle>>>,
    /// Held while a text is executed, so that of two submissions the second sees the first one's tables.
    submitting: tokio::sync::Mutex<()>,
}

/// What a submitted text did, statement by statement.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    pub statements: Vec<StatementResult>,
}

impl Submitted {
    /// The jobs that were started, in order.
    pub fn jobs(&self) -> impl Iterator<Item = &JobId> {
        self.statements.iter().filter_map(|result| match result {
            StatementResult::Job { id, .. } => Some(id),
            _ => None,
        })
    }
}

/// What one statement did.
#[derive(Clone, Debug)]
pub enum StatementResult {
    /// `table 'clicks' created`
    Done(String),
    /// EXPLAIN, SHOW CREATE TABLE.
    Text(String),
    /// SHOW TABLES, DESCRIBE, SET.
    Listing { columns: Vec<String>, rows: Vec<Vec<String>> },
    /// A job runs now. Of a bare query, [`Jobs::rows`] gives the rows.
    Job { id: JobId, name: String, is_query: bool },
}

impl Jobs {
    /// Loads every job and resumes those that had not ended. Must be called within the tokio runtime they shall run on.
    pub async fn open(config: JobsConfig) -> Result<Self, SqlError> {
        let jobs = Self(Arc::new(Inner {
            config,
            jobs: Mutex::new(BTreeMap::new()),
            submitting: tokio::sync::Mutex::new(()),
        }));
        let mut records = Vec::new();
        // One job that cannot be read is no reason to keep everything else from starting. Its record stays where it is.
        let each = |key: bytes::Bytes, value: bytes::Bytes| match serde_json::from_slice::<JobRecord>(&value)
        {
            Ok(record) => records.push(record),
            Err(error) => {
                let key = key.escape_ascii();
                tracing::error!(%key, %error, "a stored job is damaged and does not run; submit its statement again");
            }
        };
        let store = jobs.0.config.store.as_ref();
        scan_all(store, all_below("sql/job/"), each).await.map_err(|error| unreadable(&error))?;
        for record in records {
            jobs.resume(record);
        }
        Ok(jobs)
    }

    fn resume(&self, record: JobRecord) {
        let id = record.id.clone();
        let planned = plans_of(&record);
        let handle = match (record.state.is_terminal(), planned) {
            (true, _) => Handle::ended(self.0.config.clone(), record),
            (false, Ok((plans, settings))) => Handle::start(self.0.config.clone(), record, plans, settings),
            (false, Err(error)) => {
                let message = format!("the job cannot be bound any more: {error}");
                tracing::error!(job = %id, "{message}");
                Handle::failed(self.0.config.clone(), record, message)
            }
        };
        self.0.jobs.lock().insert(id, handle);
    }

    /// Executes a text of statements in a scope. An error names the place in the text; statements before it have happened.
    pub async fn submit(&self, scope: &Scope, sql: &str) -> Result<Submitted, SqlError> {
        let _guard = self.0.submitting.lock().await;
        let statements = parse_script(sql)?;
        let mut session = self.load_session(scope).await?;
        let mut submitted = Submitted::default();
        for statement in &statements {
            let mut changes = Vec::new();
            let outcome = session.execute(statement, &mut changes)?;
            self.keep(scope, changes).await?;
            submitted.statements.push(match outcome {
                Outcome::Done(message) => StatementResult::Done(message),
                Outcome::Text(text) => StatementResult::Text(text),
                Outcome::Listing { columns, rows } => StatementResult::Listing { columns, rows },
                Outcome::Run(plans) => self.start(scope, statement, &session, plans).await?,
            });
        }
        Ok(submitted)
    }

    async fn start(
        &self,
        scope: &Scope,
        statement: &Statement,
        session: &Session,
        plans: Vec<Plan>,
    ) -> Result<StatementResult, SqlError> {
        let placed = |error: SqlError| match error.line {
            0 => error.moved_to(statement.position),
            _ => error,
        };
        let settings = Settings::read(&session.settings).map_err(placed)?;
        let streams = &self.0.config.streams;
        let open = |stream: &StreamArn| streams.shards(stream).map(drop).map_err(|error| error.to_string());
        // What is wrong with a table is told when the job is submitted, not when it runs.
        plans.iter().try_for_each(|plan| check_plan(plan, scope, &open)).map_err(placed)?;
        let running = self.0.jobs.lock().values().filter(|job| !job.state().is_terminal()).count();
        if running >= SQL_RUNNING_JOBS_MAX {
            let message =
                format!("{running} jobs are running, of at most {SQL_RUNNING_JOBS_MAX}; cancel one first");
            return Err(SqlError::at(statement.position, message));
        }
        let id = JobId::random(&self.0.config.entropy);
        let is_query = !matches!(plans.first().map(|plan| &plan.node), Some(PlanNode::Sink { .. }));
        let name = settings.name.clone().unwrap_or_else(|| describe_plans(&plans));
        let record = JobRecord {
            id: id.clone(),
            account: scope.account.to_string(),
            region: scope.region.to_string(),
            name: name.clone(),
            sql: statement.text.clone(),
            session: session.clone(),
            is_query,
            state: JobState::Created,
            error: None,
            restarts: 0,
            submitted_ms: self.0.config.clock.now().as_millis(),
            finished_ms: None,
        };
        let commit = Commit { state: vec![record.put()], ..Commit::default() };
        self.0.config.store.commit(commit).await.map_err(|error| placed(unwritable(&error)))?;
        let handle = Handle::start(self.0.config.clone(), record, plans, settings);
        self.0.jobs.lock().insert(id.clone(), handle);
        self.forget_old_jobs().await;
        Ok(StatementResult::Job { id, name, is_query })
    }

    /// Every job of every scope, the newest first.
    pub fn list(&self) -> Vec<JobStatus> {
        let mut list: Vec<JobStatus> = self.0.jobs.lock().values().map(|job| job.status()).collect();
        list.sort_by(|a, b| (b.submitted, &b.id).cmp(&(a.submitted, &a.id)));
        list
    }

    pub fn status(&self, id: &JobId) -> Option<JobStatus> {
        self.0.jobs.lock().get(id).map(|job| job.status())
    }

    /// The plan of a query or INSERT as text, against the scope's tables; `EXPLAIN` before it may be left out.
    pub async fn explain(&self, scope: &Scope, sql: &str) -> Result<String, SqlError> {
        let mut session = self.load_session(scope).await?;
        let mut explained = Vec::new();
        for statement in &parse_script(sql)? {
            // Tables the text creates are seen by what follows, and by nothing else.
            match session.execute(statement, &mut Vec::new())? {
                Outcome::Run(plans) => explained.push(crate::explain::explain(&plans, true)),
                Outcome::Text(text) => explained.push(text),
                Outcome::Done(_) | Outcome::Listing { .. } => {}
            }
        }
        Ok(explained.join("\n"))
    }

    /// Starts a job that failed again, from its last checkpoint.
    ///
    /// # Errors
    /// The job is not known, or has not failed.
    pub async fn restart(&self, id: &JobId) -> Result<(), SqlError> {
        let job = self.0.jobs.lock().get(id).cloned();
        let job = job.ok_or_else(|| SqlError::nowhere(format!("job {id} does not exist")))?;
        if job.state() == JobState::Failed {
            // Its record says so a moment before its run is gone.
            job.ended_signal().await;
        }
        let record = job.take_failed(JobState::Created).ok_or_else(|| {
            SqlError::nowhere(format!("job {id} has not failed; only a job that failed is started again"))
        })?;
        self.resume(JobRecord { error: None, finished_ms: None, ..record });
        Ok(())
    }

    /// Stops a job for good and forgets its state. A job that failed is CANCELED then; one that ended otherwise stays as it is.
    pub async fn cancel(&self, id: &JobId) -> Result<(), SqlError> {
        let job = self.0.jobs.lock().get(id).cloned();
        let job = job.ok_or_else(|| SqlError::nowhere(format!("job {id} does not exist")))?;
        job.cancel().await;
        Ok(())
    }

    /// The rows of a bare query, or the newest of what an INSERT writes (a moment before they are durable): into `table` where a
    /// statement set has several sinks, else into the first.
    pub fn rows(&self, id: &JobId, table: Option<&str>) -> Result<RowFeed, SqlError> {
        let job = self.0.jobs.lock().get(id).cloned();
        let job = job.ok_or_else(|| SqlError::nowhere(format!("job {id} does not exist")))?;
        job.rows(table).ok_or_else(|| {
            let table = table.unwrap_or_default();
            let sinks = job.status().sinks;
            let error = SqlError::nowhere(format!("job {id} writes no table '{table}'"));
            match sinks.is_empty() {
                true => error,
                false => error.with_hint(format!("it writes {}", sinks.join(", "))),
            }
        })
    }

    /// Ready when the job has ended.
    pub async fn wait(&self, id: &JobId) -> Option<JobStatus> {
        let job = self.0.jobs.lock().get(id).cloned()?;
        job.ended_signal().await;
        Some(job.status())
    }

    /// Stops every job where it is, to go on from its checkpoint when the server opens again.
    pub async fn shutdown(&self) {
        let jobs: Vec<Arc<Handle>> = self.0.jobs.lock().values().cloned().collect();
        jobs.iter().for_each(|job| job.suspend());
        for job in jobs {
            job.ended_signal().await;
        }
    }

    async fn load_session(&self, scope: &Scope) -> Result<Session, SqlError> {
        let mut session = Session::default();
        let store = self.0.config.store.as_ref();
        let mut damaged = None;
        let prefix = |kind: &str| format!("sql/{kind}/{}/{}/", scope.account, scope.region);
        let each = |_, value: bytes::Bytes| match serde_json::from_slice::<TableDef>(&value) {
            Ok(table) => drop(session.tables.insert(table.name.clone(), table)),
            Err(error) => damaged = Some(error.to_string()),
        };
        scan_all(store, all_below(&prefix("table")), each).await.map_err(|error| unreadable(&error))?;
        let each = |_, value: bytes::Bytes| match serde_json::from_slice::<ViewDef>(&value) {
            Ok(view) => drop(session.views.insert(view.name.clone(), view)),
            Err(error) => damaged = Some(error.to_string()),
        };
        scan_all(store, all_below(&prefix("view")), each).await.map_err(|error| unreadable(&error))?;
        match damaged {
            Some(error) => Err(SqlError::nowhere(format!("a stored table is damaged: {error}"))),
            None => Ok(session),
        }
    }

    async fn keep(&self, scope: &Scope, changes: Vec<CatalogChange>) -> Result<(), SqlError> {
        if changes.is_empty() {
            return Ok(());
        }
        let put = |kind: &str, name: &str, value: serde_json::Result<Vec<u8>>| {
            let value = value.map_err(|error| SqlError::nowhere(error.to_string()))?;
            Ok(StateChange::Put { key: table_key(scope, kind, name), value: value.into() })
        };
        let state = changes.iter().map(|change| match change {
            CatalogChange::Table(table) => put("table", &table.name, serde_json::to_vec(table)),
            CatalogChange::View(view) => put("view", &view.name, serde_json::to_vec(view)),
            CatalogChange::DroppedTable(name) => {
                Ok(StateChange::Delete { key: table_key(scope, "table", name) })
            }
            CatalogChange::DroppedView(name) => {
                Ok(StateChange::Delete { key: table_key(scope, "view", name) })
            }
        });
        let state = state.collect::<Result<Vec<_>, SqlError>>()?;
        let commit = Commit { state, ..Commit::default() };
        self.0.config.store.commit(commit).await.map(drop).map_err(|error| unwritable(&error))
    }

    /// Of the jobs that have ended only the newest are remembered.
    async fn forget_old_jobs(&self) {
        let old: Vec<JobId> = {
            let jobs = self.0.jobs.lock();
            let mut ended: Vec<JobStatus> =
                jobs.values().map(|job| job.status()).filter(|status| status.state.is_terminal()).collect();
            ended.sort_by_key(|status| std::cmp::Reverse(status.submitted));
            ended.into_iter().skip(SQL_ENDED_JOBS_MAX).map(|status| status.id).collect()
        };
        if old.is_empty() {
            return;
        }
        for id in &old {
            if let Err(error) = forget_state(self.0.config.store.as_ref(), id).await {
                tracing::warn!(job = %id, "an old job could not be forgotten: {error}");
                return;
            }
        }
        let state = old.iter().map(|id| StateChange::Delete { key: job_key(id) }).collect();
        match self.0.config.store.commit(Commit { state, ..Commit::default() }).await {
            Ok(_) => self.0.jobs.lock().retain(|id, _| !old.contains(id)),
            Err(error) => tracing::warn!("old jobs could not be forgotten: {error}"),
        }
    }
}

/// Binds a stored job's statement against what it was bound to first.
fn plans_of(record: &JobRecord) -> Result<(Vec<Plan>, Settings), SqlError> {
    let mut session = record.session.clone();
    let settings = Settings::read(&session.settings)?;
    let statements = parse_script(&record.sql)?;
    match statements.as_slice() {
        [statement] => match session.execute(statement, &mut Vec::new())? {
            Outcome::Run(plans) => Ok((plans, settings)),
            _ => Err(SqlError::nowhere("the job's statement runs nothing")),
        },
        _ => Err(SqlError::nowhere("the job is not one statement")),
    }
}

fn unreadable(error: &headwater_store::ReadError) -> SqlError {
    SqlError::nowhere(format!("the catalog cannot be read: {error}"))
}

fn unwritable(error: &headwater_store::CommitError) -> SqlError {
    SqlError::nowhere(format!("the catalog cannot be written: {error}"))
}

/// Deletes everything a job keeps but its record.
async fn forget_state(store: &dyn Store, id: &JobId) -> Result<(), String> {
    let mut keys = vec![manifest_key(id)];
    let each = |key, _| keys.push(key);
    scan_all(store, all_below(&state_prefix(id)), each).await.map_err(|error| error.to_string())?;
    for keys in keys.chunks(1_000) {
        let state = keys.iter().map(|key| StateChange::Delete { key: key.clone() }).collect();
        store.commit(Commit { state, ..Commit::default() }).await.map_err(|error| error.to_string())?;
    }
    Ok(())
}
