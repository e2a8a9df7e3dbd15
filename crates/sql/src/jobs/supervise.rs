//! A job over its runs: starts it, restarts it after causes that may mend themselves, and keeps its record true.

use std::sync::Arc;
use std::time::Duration;

use headwater_store::Commit;
use headwater_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::watch;

use super::checkpoint::JobRecord;
use super::feed::{FeedColumn, FeedSender, RowFeed};
use super::runner::{RunContext, RunEnd, Runner, StopSignal};
use super::scan::Access;
use super::settings::Settings;
use super::status::{JobMetrics, JobState, JobStatus};
use super::{JobsConfig, forget_state};
use crate::connector::files::FileAccess;
use crate::exec::ExecError;
use crate::exec::pipeline::PipelineOptions;
use crate::plan::{Plan, PlanNode};

/// The longest pause between two restarts.
const RESTART_DELAY_MAX: Duration = Duration::from_secs(30);

/// What others hold of a job.
pub(super) struct Handle {
    config: JobsConfig,
    record: Mutex<JobRecord>,
    metrics: Arc<Mutex<JobMetrics>>,
    /// One per plan: the sinks of an INSERT or statement set, or the one query.
    feeds: Vec<Arc<FeedSender>>,
    stop: Arc<StopSignal>,
    /// True once no run goes on or follows.
    ended: watch::Sender<bool>,
}

impl Handle {
    fn new(config: JobsConfig, record: JobRecord, plans: &[Plan]) -> Self {
        Self {
            config,
            record: Mutex::new(record),
            metrics: Arc::default(),
            feeds: plans.iter().map(|plan| Arc::new(feed_of(plan))).collect(),
            stop: Arc::default(),
            ended: watch::Sender::new(false),
        }
    }

    /// A job that had ended before the server was opened.
    pub(super) fn ended(config: JobsConfig, record: JobRecord) -> Arc<Self> {
        let handle = Self::new(config, record, &[]);
        handle.ended.send_replace(true);
        Arc::new(handle)
    }

    /// A job that cannot be resumed.
    pub(super) fn failed(config: JobsConfig, mut record: JobRecord, error: String) -> Arc<Self> {
        record.state = JobState::Failed;
        record.error = Some(error);
        record.finished_ms = Some(config.clock.now().as_millis());
        Self::ended(config, record)
    }

    pub(super) fn start(
        config: JobsConfig,
        record: JobRecord,
        plans: Vec<Plan>,
        settings: Settings,
    ) -> Arc<Self> {
        let handle = Arc::new(Self::new(config, record, &plans));
        let supervised = handle.clone();
        tokio::spawn(async move {
            supervised.supervise(plans, settings).await;
            supervised.feeds.iter().for_each(|feed| feed.close());
            supervised.ended.send_replace(true);
        });
        handle
    }

    async fn supervise(&self, plans: Vec<Plan>, settings: Settings) {
        let (mut attempts, mut pauses) = (0_u32, 0_u32);
        loop {
            self.update(|record| record.state = JobState::Running).await;
            let checkpoints_before = self.metrics.lock().checkpoint.completed;
            let result = self.run_once(&plans, &settings).await;
            if self.stop.is_cancelled() {
                self.end(JobState::Canceled, None).await;
                return;
            }
            let error = match result {
                Ok(RunEnd::Finished) => return self.end(JobState::Finished, None).await,
                // Suspended: the record says RUNNING, so that the next opening resumes it.
                Ok(RunEnd::Stopped) => return,
                // The server is stopping: whatever failed now is not the job's fault.
                Err(_) if self.stop.is_stopped() => return,
                Err(error) => error,
            };
            let id = self.record.lock().id.clone();
            let progressed = self.metrics.lock().checkpoint.completed > checkpoints_before + 1;
            // A sink that is away uses up no attempt: giving up would leave rows behind that are read already.
            let sink_away = matches!(error, ExecError::SinkAway(_));
            pauses = if progressed { 1 } else { pauses + 1 };
            attempts = if progressed { 0 } else { attempts } + u32::from(!sink_away);
            if !error.is_transient() || attempts > settings.restarts_max {
                tracing::error!(job = %id, "job failed: {error}");
                return self.end(JobState::Failed, Some(error.to_string())).await;
            }
            let delay = Duration::from_millis(settings.restart_delay_ms) * (1 << pauses.min(5)) / 2;
            tracing::warn!(job = %id, "job restarts in {delay:?}: {error}");
            self.update(|record| {
                record.state = JobState::Restarting;
                record.error = Some(error.to_string());
                record.restarts += 1;
            })
            .await;
            tokio::select! {
                () = self.config.clock.sleep(delay.min(RESTART_DELAY_MAX)) => {}
                () = self.stop.stopped() => {}
            }
        }
    }

    /// One run, on a thread that may block.
    async fn run_once(&self, plans: &[Plan], settings: &Settings) -> Result<RunEnd, ExecError> {
        let (id, scope) = {
            let record = self.record.lock();
            (record.id.clone(), record.scope())
        };
        let context = RunContext {
            id,
            scope,
            plans: plans.to_vec(),
            settings: settings.clone(),
            access: Access {
                files: FileAccess { disk: self.config.disk.clone(), objects: self.config.objects.clone() },
                streams: Some(self.config.streams.clone()),
            },
            store: self.config.store.clone(),
            options: PipelineOptions {
                clock: self.config.clock.clone(),
                entropy: self.config.entropy.clone(),
                zone: settings.zone,
                watermark_interval_ms: settings.watermark_interval_ms as i64,
                mini_batch: settings.mini_batch,
            },
            feeds: self.feeds.clone(),
            stop: self.stop.clone(),
            metrics: self.metrics.clone(),
        };
        let runtime = tokio::runtime::Handle::current();
        let run = move || {
            let runner = runtime.block_on(Runner::open(context))?;
            runner.run(&runtime)
        };
        match tokio::task::spawn_blocking(run).await {
            Ok(result) => result,
            Err(error) => Err(ExecError::Internal(format!("the job's thread died: {error}"))),
        }
    }

    async fn end(&self, state: JobState, error: Option<String>) {
        let now = self.config.clock.now().as_millis();
        self.update(|record| {
            record.state = state;
            record.error = error;
            record.finished_ms = Some(now);
        })
        .await;
        // Of a failed job it stays: its open files are nowhere else, and it may be started again from there.
        if state == JobState::Failed {
            return;
        }
        let id = self.record.lock().id.clone();
        if let Err(error) = forget_state(self.config.store.as_ref(), &id).await {
            tracing::warn!(job = %id, "the state of an ended job stays: {error}");
        }
    }

    /// Changes the record here and in the store.
    async fn update(&self, change: impl FnOnce(&mut JobRecord)) {
        let (put, id) = {
            let mut record = self.record.lock();
            change(&mut record);
            (record.put(), record.id.clone())
        };
        let commit = Commit { state: vec![put], ..Commit::default() };
        if let Err(error) = self.config.store.commit(commit).await {
            tracing::error!(job = %id, "the job's record could not be written: {error}");
        }
    }

    /// Ends the job for good; of one that failed, forgets the state.
    pub(super) async fn cancel(&self) {
        {
            let mut record = self.record.lock();
            if !record.state.is_terminal() && !*self.ended.borrow() {
                record.state = JobState::Cancelling;
                self.stop.cancel();
            }
        }
        self.ended_signal().await;
        if let Some(record) = self.take_failed(JobState::Canceled) {
            self.end(JobState::Canceled, record.error).await;
        }
    }

    /// The record of a job that has failed, which is in `next` from now on: of several callers one gets it.
    pub(super) fn take_failed(&self, next: JobState) -> Option<JobRecord> {
        let mut record = self.record.lock();
        let failed = *self.ended.borrow() && record.state == JobState::Failed;
        failed.then(|| {
            record.state = next;
            record.clone()
        })
    }

    /// Stops the run without ending the job.
    pub(super) fn suspend(&self) {
        self.stop.stop();
    }

    pub(super) async fn ended_signal(&self) {
        // The sender lives as long as this handle.
        let _ = self.ended.subscribe().wait_for(|ended| *ended).await;
    }

    pub(super) fn state(&self) -> JobState {
        self.record.lock().state
    }

    /// The rows of one sink, or of the first; `None` where there is no such sink.
    pub(super) fn rows(&self, table: Option<&str>) -> Option<RowFeed> {
        match table {
            // Of a job that had ended before the server was opened nothing is left.
            None if self.feeds.is_empty() => Some(RowFeed::ended()),
            None => self.feeds.first().map(|feed| feed.watch()),
            Some(_) => self.feeds.iter().find(|feed| feed.table() == table).map(|feed| feed.watch()),
        }
    }

    pub(super) fn status(&self) -> JobStatus {
        let record = self.record.lock();
        JobStatus {
            id: record.id.clone(),
            scope: record.scope(),
            name: record.name.clone(),
            sql: record.sql.clone(),
            state: record.state,
            error: record.error.clone(),
            restarts: record.restarts,
            submitted: record.submitted(),
            finished: record.finished_ms.map(Timestamp),
            is_query: record.is_query,
            sinks: self.feeds.iter().filter_map(|feed| feed.table().map(str::to_owned)).collect(),
            metrics: self.metrics.lock().clone(),
        }
    }
}

fn feed_of(plan: &Plan) -> FeedSender {
    let column = |name: &str, data_type: &crate::types::DataType| FeedColumn {
        name: name.to_owned(),
        data_type: data_type.clone(),
    };
    match &plan.node {
        PlanNode::Sink { table, .. } => {
            let columns = table.written_columns().map(|(_, c)| column(&c.name, &c.data_type)).collect();
            FeedSender::new(Some(table.name.clone()), columns)
        }
        _ => FeedSender::new(None, plan.schema.iter().map(|c| column(&c.name, &c.data_type)).collect()),
    }
}
