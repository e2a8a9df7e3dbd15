//! One run of a job: restore, then read, compute and checkpoint until it ends, fails or is stopped.
//!
//! Runs on a thread of its own (computing must not hold up the async runtime) and waits by blocking on the runtime. What leaves the job for a
//! stream leaves in the same commit that moves its positions, so a record is there exactly once whatever happens between.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use headwater_store::{Commit, CommitError, Expect, Precondition, ReadError, StateChange, Store};
use headwater_stream::NewRecord;
use headwater_types::limits::{SQL_OUTPUT_BYTES_MAX, SQL_STATE_COMMIT_BYTES_MAX};
use headwater_types::{Scope, StreamArn, Timestamp};
use parking_lot::Mutex;
use tokio::sync::Notify;

use super::checkpoint::{
    Manifest, OUTBOX_OPERATOR, SINK_OPERATOR, all_below, manifest_key, piece_key, piece_of, scan_all,
    state_prefix,
};
use super::feed::FeedSender;
use super::flow::{Flow, FlowContext};
use super::outbox::{Outbox, Outputs, fits_a_commit, records_of};
use super::output::{Target, into_feed};
use super::scan::{Access, Progress};
use super::settings::Settings;
use super::status::{CheckpointStatus, JobId, JobMetrics};
use crate::connector::kinesis::fault;
use crate::exec::ExecError;
use crate::exec::pipeline::PipelineOptions;
use crate::exec::state::{PieceId, StateChanges};
use crate::plan::Plan;

/// The longest wait for input: bounds how late processing-time windows and idle timeouts are seen.
const WAIT_MAX: Duration = Duration::from_millis(100);

/// How a run is told to stop, and woken to hear it.
#[derive(Default)]
pub struct StopSignal {
    stopped: AtomicBool,
    /// Whether the stop is for good.
    cancelled: AtomicBool,
    wake: Notify,
}

impl StopSignal {
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.wake.notify_one();
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Release);
        self.stop();
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire)
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// Ready once stopped.
    pub async fn stopped(&self) {
        while !self.is_stopped() {
            self.wake.notified().await;
        }
    }
}

/// Everything a run needs.
pub struct RunContext {
    pub id: JobId,
    pub scope: Scope,
    pub plans: Vec<Plan>,
    pub settings: Settings,
    pub access: Access,
    pub store: Arc<dyn Store>,
    pub options: PipelineOptions,
    /// One per plan.
    pub feeds: Vec<Arc<FeedSender>>,
    pub stop: Arc<StopSignal>,
    pub metrics: Arc<Mutex<JobMetrics>>,
}

/// How a run ended without an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Every source ended and all output is durable.
    Finished,
    /// It was told to stop; its last checkpoint stands.
    Stopped,
}

pub struct Runner {
    context: RunContext,
    flows: Vec<Flow>,
    manifest: Manifest,
    /// The manifest as it stands in the store.
    stored: Option<Bytes>,
    /// Output of the last checkpoint that is still to be put into its streams.
    outbox: Outbox,
    checkpoint: CheckpointStatus,
    busy: Duration,
}

impl Runner {
    /// Opens the job's flows from its checkpoint, if it has one.
    pub async fn open(context: RunContext) -> Result<Self, ExecError> {
        let stored = context.store.get(manifest_key(&context.id)).await.map_err(|e| read_fault(&e))?;
        let manifest: Option<Manifest> = match &stored {
            None => None,
            Some(value) => Some(
                serde_json::from_slice(value).map_err(|error| ExecError::BadCheckpoint(error.to_string()))?,
            ),
        };
        let mut saved = manifest.clone().map(|m| m.flows.into_iter());
        let mut flows = Vec::with_capacity(context.plans.len());
        for (index, plan) in context.plans.iter().enumerate() {
            let flow_context = FlowContext {
                scope: &context.scope,
                access: &context.access,
                settings: &context.settings,
                options: &context.options,
                file_prefix: format!("part-{}-{index}-", &context.id.as_str()[..12]),
                taker: into_feed(context.feeds[index].clone()),
                feed: Some(context.feeds[index].clone()),
            };
            let manifest = match &mut saved {
                None => None,
                Some(flows) => Some(flows.next().ok_or_else(|| {
                    ExecError::BadCheckpoint("the checkpoint is of a job with fewer sinks".to_owned())
                })?),
            };
            flows.push(Flow::open(plan, flow_context, manifest).await?);
        }
        let manifest = manifest.unwrap_or_default();
        let checkpoint = CheckpointStatus {
            completed: manifest.epoch,
            last: (manifest.epoch > 0).then_some(Timestamp(manifest.at_ms)),
            ..CheckpointStatus::default()
        };
        let mut runner = Self {
            context,
            flows,
            manifest,
            stored,
            outbox: Outbox::default(),
            checkpoint,
            busy: Duration::ZERO,
        };
        runner.restore_pieces().await?;
        Ok(runner)
    }

    async fn restore_pieces(&mut self) -> Result<(), ExecError> {
        let prefix = state_prefix(&self.context.id);
        let epoch = self.manifest.epoch;
        let mut orphans = Vec::new();
        let mut failed = None;
        let flows = &mut self.flows;
        let outbox = &mut self.outbox;
        let restore = |key: Bytes, value: Bytes| {
            let Some((flow, operator, piece)) = piece_of(&key[prefix.len()..]) else { return };
            // A checkpoint that was never completed wrote it ahead.
            if piece.epoch > epoch {
                orphans.push(key);
                return;
            }
            if operator == OUTBOX_OPERATOR {
                return outbox.push(key, value.len());
            }
            let Some(flow) = flows.get_mut(usize::from(flow)) else { return };
            let restored = match (operator, flow.output.target()) {
                (SINK_OPERATOR, Target::Files(writer)) => {
                    writer.restore_piece(piece, &value);
                    Ok(())
                }
                _ => flow.pipeline.restore(operator, piece, &value),
            };
            failed = failed.take().or(restored.err());
        };
        scan_all(self.context.store.as_ref(), all_below(&prefix), restore)
            .await
            .map_err(|e| read_fault(&e))?;
        if let Some(error) = failed {
            return Err(error);
        }
        for keys in orphans.chunks(1_000) {
            let state = keys.iter().map(|key| StateChange::Delete { key: key.clone() }).collect();
            self.commit(Vec::new(), Commit { state, ..Commit::default() }).await?;
        }
        self.empty_outbox().await?;
        // Parts that were finishing when the last run ended are written (again) under their names.
        for flow in &mut self.flows {
            if let Target::Files(writer) = flow.output.target() {
                writer.finish().await?;
            }
        }
        Ok(())
    }

    /// Runs to the end. Called on a thread that may block.
    pub fn run(mut self, runtime: &tokio::runtime::Handle) -> Result<RunEnd, ExecError> {
        let clock = self.context.options.clock.clone();
        if self.stored.is_none() {
            // What LATEST meant is fixed before the first record is read.
            runtime.block_on(self.checkpoint(false))?;
        }
        let interval = Duration::from_millis(self.context.settings.checkpoint_interval_ms);
        let mut next_checkpoint = clock.monotonic() + interval;
        let mut dirty = false;
        let mut quiet = false;
        loop {
            if self.context.stop.is_stopped() {
                // A job that will go on does so from here; of a cancelled one nothing more leaves.
                if !self.context.stop.is_cancelled() {
                    runtime.block_on(self.checkpoint(false))?;
                }
                return Ok(RunEnd::Stopped);
            }
            let begun = clock.monotonic();
            let progress = runtime.block_on(self.turn(begun))?;
            let now = clock.monotonic();
            self.busy += now.saturating_sub(begun);
            if progress == Progress::Ended {
                return runtime.block_on(self.finish());
            }
            // The turn after the last rows still matters: it tells that the splits are caught up.
            dirty |= progress == Progress::Rows || !quiet;
            quiet = progress == Progress::Waiting;
            if self.is_full() || (now >= next_checkpoint && (dirty || self.wants_roll())) {
                runtime.block_on(self.checkpoint(false))?;
                dirty = false;
                next_checkpoint = clock.monotonic() + interval;
            } else if now >= next_checkpoint {
                next_checkpoint = now + interval;
                self.publish_metrics();
            }
            if progress == Progress::Waiting {
                runtime.block_on(self.wait(next_checkpoint.saturating_sub(now)));
            }
        }
    }

    /// One turn of every flow.
    async fn turn(&mut self, now: Duration) -> Result<Progress, ExecError> {
        let mut progress = Progress::Ended;
        for flow in &mut self.flows {
            progress = progress.and(flow.step(now).await?);
            flow.tick(now)?;
        }
        Ok(progress)
    }

    /// Whether a sink holds so much that the checkpoint must not wait for its time.
    fn is_full(&self) -> bool {
        self.flows.iter().any(|flow| flow.output.pending_bytes() >= SQL_OUTPUT_BYTES_MAX)
    }

    /// Whether a sink holds rows that a checkpoint may have to write although nothing new came.
    fn wants_roll(&mut self) -> bool {
        self.flows.iter_mut().any(|flow| match flow.output.target() {
            Target::Files(writer) => writer.holds_rows(),
            _ => false,
        })
    }

    /// Until there may be more to read, or the job is stopped, or it is time for something else.
    async fn wait(&self, until_checkpoint: Duration) {
        let waits: Vec<_> = self.flows.iter().map(|flow| Box::pin(flow.wait())).collect();
        let timeout = until_checkpoint.min(WAIT_MAX).max(Duration::from_millis(1));
        tokio::select! {
            () = self.context.stop.stopped() => {}
            () = self.context.options.clock.sleep(timeout) => {}
            _ = futures::future::select_all(waits) => {}
        }
    }

    /// Writes everything that waits, in two checkpoints: one that marks the last files as due, one that forgets them.
    async fn finish(&mut self) -> Result<RunEnd, ExecError> {
        self.checkpoint(true).await?;
        Ok(RunEnd::Finished)
    }

    async fn checkpoint(&mut self, end: bool) -> Result<(), ExecError> {
        let clock = self.context.options.clock.clone();
        let begun = clock.monotonic();
        let epoch = self.manifest.epoch + 1;
        let now = clock.now();
        let mut pieces: Vec<(Bytes, Bytes, bool)> = Vec::new();
        let mut deletes: Vec<Bytes> = Vec::new();
        let mut outputs = Outputs::new();
        let mut flow_manifests = Vec::with_capacity(self.flows.len());
        let id = &self.context.id;
        for (index, flow) in self.flows.iter_mut().enumerate() {
            let mut add = |operator: u16, changes: StateChanges| {
                let key = |piece: PieceId| piece_key(id, index as u16, operator, piece);
                pieces.extend(changes.puts.into_iter().map(|(p, value)| (key(p), value, p.epoch == epoch)));
                deletes.extend(changes.deletes.into_iter().map(key));
            };
            for (operator, changes) in flow.pipeline.snapshot(epoch) {
                add(operator, changes);
            }
            let mut parts = None;
            match flow.output.target() {
                Target::Files(writer) => {
                    let mut changes = StateChanges::default();
                    parts = Some(writer.snapshot(epoch, now.as_millis(), end, &mut changes));
                    add(SINK_OPERATOR, changes);
                }
                Target::Stream(output) => {
                    let (stream, records) = output.take();
                    merge_output(&mut outputs, stream, records);
                }
                _ => {}
            }
            flow_manifests.push(flow.manifest(parts));
        }
        if !fits_a_commit(&outputs) {
            let waiting = self.outbox.fill(id, epoch, std::mem::take(&mut outputs));
            pieces.extend(waiting.into_iter().map(|(key, value)| (key, value, true)));
        }
        let state_bytes: usize = pieces.iter().map(|(_, value, _)| value.len()).sum();
        let manifest = Manifest { epoch, at_ms: now.as_millis(), flows: flow_manifests };
        self.write(manifest, pieces, deletes, outputs).await?;
        self.empty_outbox().await?;
        for flow in &mut self.flows {
            if let Target::Files(writer) = flow.output.target() {
                writer.finish().await?;
            }
        }
        self.checkpoint = CheckpointStatus {
            completed: self.checkpoint.completed + 1,
            last: Some(now),
            last_bytes: state_bytes as u64,
            last_duration: clock.monotonic().saturating_sub(begun),
        };
        self.publish_metrics();
        Ok(())
    }

    /// Makes a checkpoint durable: large state ahead, then everything that counts in one commit.
    async fn write(
        &mut self,
        manifest: Manifest,
        pieces: Vec<(Bytes, Bytes, bool)>,
        deletes: Vec<Bytes>,
        outputs: Outputs,
    ) -> Result<(), ExecError> {
        let mut ahead = Vec::new();
        let mut ahead_bytes = 0;
        let mut last = Vec::new();
        let total: usize = pieces.iter().map(|(_, value, _)| value.len()).sum();
        for (key, value, of_this_epoch) in pieces {
            let put_ahead = of_this_epoch && total > SQL_STATE_COMMIT_BYTES_MAX;
            let bytes = value.len();
            let put = StateChange::Put { key, value };
            if !put_ahead {
                last.push(put);
                continue;
            }
            ahead.push(put);
            ahead_bytes += bytes;
            if ahead_bytes >= SQL_STATE_COMMIT_BYTES_MAX {
                let state = std::mem::take(&mut ahead);
                self.commit(Vec::new(), Commit { state, ..Commit::default() }).await?;
                ahead_bytes = 0;
            }
        }
        last.append(&mut ahead);
        last.extend(deletes.into_iter().map(|key| StateChange::Delete { key }));
        let key = manifest_key(&self.context.id);
        let value = serde_json::to_vec(&manifest).map_err(|error| ExecError::Internal(error.to_string()))?;
        let value = Bytes::from(value);
        last.push(StateChange::Put { key: key.clone(), value: value.clone() });
        let expect = self.stored.clone().map_or(Expect::Absent, Expect::Value);
        let commit =
            Commit { preconditions: vec![Precondition { key, expect }], state: last, ..Commit::default() };
        self.commit(outputs, commit).await?;
        self.manifest = manifest;
        self.stored = Some(value);
        Ok(())
    }

    /// Puts what waits into its streams; each commit deletes the pieces it puts.
    async fn empty_outbox(&mut self) -> Result<(), ExecError> {
        loop {
            let keys = self.outbox.next();
            if keys.is_empty() {
                return Ok(());
            }
            let mut outputs = Outputs::new();
            for key in &keys {
                let value = self.context.store.get(key.clone()).await.map_err(|e| read_fault(&e))?;
                let value =
                    value.ok_or_else(|| ExecError::BadCheckpoint("waiting output is gone".to_owned()))?;
                let (stream, records) = records_of(value)?;
                merge_output(&mut outputs, stream, records);
            }
            let expect = self.stored.clone().map_or(Expect::Absent, Expect::Value);
            let preconditions = vec![Precondition { key: manifest_key(&self.context.id), expect }];
            let state = keys.iter().map(|key| StateChange::Delete { key: key.clone() }).collect();
            self.commit(outputs, Commit { preconditions, state, ..Commit::default() }).await?;
            self.outbox.drop_first(keys.len());
        }
    }

    async fn commit(&self, outputs: Outputs, commit: Commit) -> Result<(), ExecError> {
        match &self.context.access.streams {
            Some(streams) if !outputs.is_empty() => {
                streams.put_with(&outputs, commit).await.map(drop).map_err(fault)
            }
            _ => self.context.store.commit(commit).await.map(drop).map_err(|error| commit_fault(&error)),
        }
    }

    fn publish_metrics(&self) {
        let mut metrics =
            JobMetrics { checkpoint: self.checkpoint.clone(), busy: self.busy, ..JobMetrics::default() };
        self.flows.iter().for_each(|flow| flow.measure(&mut metrics));
        *self.context.metrics.lock() = metrics;
    }
}

/// Outputs of one job for one stream go together.
fn merge_output(outputs: &mut Outputs, stream: StreamArn, mut records: Vec<NewRecord>) {
    if records.is_empty() {
        return;
    }
    match outputs.iter_mut().find(|(known, _)| *known == stream) {
        Some((_, known)) => known.append(&mut records),
        None => outputs.push((stream, records)),
    }
}

pub(super) fn read_fault(error: &ReadError) -> ExecError {
    ExecError::Transient(format!("the checkpoint cannot be read: {error}"))
}

fn commit_fault(error: &CommitError) -> ExecError {
    let text = format!("the checkpoint cannot be written: {error}");
    match error {
        CommitError::PreconditionFailed { .. } => {
            ExecError::Permanent("another run of this job has taken over".to_owned())
        }
        CommitError::TooLarge { .. } | CommitError::Malformed(_) => ExecError::Permanent(text),
        _ => ExecError::Transient(text),
    }
}

#[cfg(test)]
mod tests;
