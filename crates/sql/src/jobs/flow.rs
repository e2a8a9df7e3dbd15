//! One plan of a job as it runs: its sources, its operators, its output.

use std::sync::Arc;
use std::time::Duration;

use headwater_types::{Scope, Timestamp};
use serde::{Deserialize, Serialize};

use super::feed::FeedSender;
use super::output::{Output, RowTaker, Target};
use super::scan::{Access, Progress, Scan, ScanManifest};
use super::settings::Settings;
use super::status::{JobMetrics, SplitStatus};
use crate::connector;
use crate::connector::parts::PartsManifest;
use crate::exec::pipeline::{Pipeline, PipelineOptions};
use crate::exec::{Element, ExecError, WATERMARK_MAX};
use crate::plan::{Plan, PlanNode};
use crate::types::DataType;

pub struct Flow {
    pub pipeline: Pipeline,
    scans: Vec<Scan>,
    pub output: Output,
    clock: headwater_runtime::Clock,
    watermark: Option<i64>,
    elements: Vec<Element>,
    emitted: Vec<Element>,
}

/// What a checkpoint keeps of a flow beside its operators' pieces.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FlowManifest {
    pub scans: Vec<ScanManifest>,
    pub parts: Option<PartsManifest>,
    records_out: u64,
    watermark: Option<i64>,
}

/// What a flow is opened with.
pub struct FlowContext<'a> {
    pub scope: &'a Scope,
    pub access: &'a Access,
    pub settings: &'a Settings,
    pub options: &'a PipelineOptions,
    /// Names of part files begin with it.
    pub file_prefix: String,
    /// Takes the rows of a bare query, and of `print`.
    pub taker: RowTaker,
    /// Shows the newest rows of any other sink; absent where a file is run.
    pub feed: Option<Arc<FeedSender>>,
}

impl Flow {
    /// Opens sources and sink. Without a manifest the flow starts from nothing and emits its constant rows.
    pub async fn open(
        plan: &Plan,
        context: FlowContext<'_>,
        manifest: Option<FlowManifest>,
    ) -> Result<Self, ExecError> {
        let (query, sink) = match &plan.node {
            PlanNode::Sink { input, table, overwrite } => {
                if *overwrite {
                    return Err(ExecError::Permanent("INSERT OVERWRITE is not offered yet".to_owned()));
                }
                (input.as_ref(), Some(table))
            }
            _ => (plan, None),
        };
        let mut pipeline = Pipeline::new(query, context.options)?;
        let fresh = manifest.is_none();
        let manifest = manifest.unwrap_or_default();
        let mut output = match sink {
            None => {
                let types = query.schema.iter().map(|c| c.data_type.logical.clone()).collect();
                Output::rows(types, context.taker)
            }
            Some(table) => {
                let kind = connector::sink_of(table, context.scope)
                    .map_err(|error| ExecError::Permanent(error.to_string()))?;
                let columns: Vec<(String, DataType)> =
                    table.written_columns().map(|(_, c)| (c.name.clone(), c.data_type.clone())).collect();
                Output::of_sink(
                    kind,
                    &table.name,
                    &columns,
                    &pipeline.schema,
                    context.access,
                    &context.options.entropy,
                    context.file_prefix,
                    context.taker,
                    context.feed,
                    context.settings.drop_null_rows,
                )?
            }
        };
        output.records = manifest.records_out;
        if let (Target::Files(writer), Some(parts)) = (output.target(), manifest.parts) {
            writer.restore(parts);
        }
        let mut elements = Vec::new();
        let mut emitted = Vec::new();
        let mut scans = Vec::new();
        let mut saved = manifest.scans.into_iter();
        for source in 0..pipeline.sources.len() {
            let port = &pipeline.sources[source];
            let idle = context.settings.idle_timeout_ms;
            let scan =
                Scan::open(port, context.scope, context.access, idle, saved.next(), &mut elements).await?;
            scans.push(scan);
            for element in elements.drain(..) {
                pipeline.push(source, element, &mut emitted)?;
            }
        }
        let clock = context.options.clock.clone();
        let watermark = manifest.watermark;
        let mut flow = Self { pipeline, scans, output, clock, watermark, elements, emitted };
        if fresh {
            flow.pipeline.start(&mut flow.emitted)?;
        }
        flow.deliver()?;
        Ok(flow)
    }

    /// One turn: of what waits to leave, or of every source where nothing does. What comes out is bounded either way, and a checkpoint
    /// may follow.
    pub async fn step(&mut self, now: Duration) -> Result<Progress, ExecError> {
        let waited = self.pipeline.holds_output();
        self.pipeline.resume(&mut self.emitted)?;
        self.deliver()?;
        if waited {
            return Ok(Progress::Rows);
        }
        let mut progress = Progress::Ended;
        for source in 0..self.scans.len() {
            let read = self.scans[source].read(now, &mut self.elements).await?;
            let mut chunks = 0;
            for element in self.elements.drain(..) {
                let chunk = match &element {
                    Element::Rows(chunk) => Some(chunk.clone()),
                    _ => None,
                };
                let pushed = self.pipeline.push(source, element, &mut self.emitted);
                pushed.map_err(|error| match &chunk {
                    Some(chunk) if error.wants_origin() => {
                        let row = self.pipeline.failing_row(source, chunk);
                        let place = row.and_then(|row| self.scans[source].place_of(chunks, row));
                        place.map_or(error.clone(), |place| error.at_record(place))
                    }
                    _ => error,
                })?;
                chunks += usize::from(chunk.is_some());
            }
            self.deliver()?;
            progress = progress.and(read);
        }
        Ok(if self.pipeline.holds_output() { Progress::Rows } else { progress })
    }

    /// Lets processing-time windows fire, and watchers see the newest rows.
    pub fn tick(&mut self, now: Duration) -> Result<(), ExecError> {
        self.pipeline.tick(self.clock.now().as_millis(), &mut self.emitted)?;
        self.deliver()?;
        self.output.tick(now);
        Ok(())
    }

    fn deliver(&mut self) -> Result<(), ExecError> {
        let now_ms = self.clock.now().as_millis();
        for element in self.emitted.drain(..) {
            match element {
                Element::Rows(chunk) => self.output.write(&chunk, now_ms)?,
                Element::Watermark(at) => self.watermark = Some(at),
                Element::Split(_) => {}
            }
        }
        Ok(())
    }

    pub fn manifest(&self, parts: Option<PartsManifest>) -> FlowManifest {
        FlowManifest {
            scans: self.scans.iter().map(Scan::manifest).collect(),
            parts,
            records_out: self.output.records,
            watermark: self.watermark,
        }
    }

    /// Ready when some source may have more.
    pub async fn wait(&self) {
        let waits: Vec<_> = self.scans.iter().map(|scan| Box::pin(scan.wait())).collect();
        if waits.is_empty() {
            return std::future::pending().await;
        }
        futures::future::select_all(waits).await;
    }

    /// Writes the files of a flow that is not checkpointed: those that are due, at its `end` all.
    pub async fn write_files(&mut self, end: bool) -> Result<(), ExecError> {
        let now_ms = self.clock.now().as_millis();
        if let Target::Files(writer) = self.output.target() {
            writer.retire(now_ms, end);
            writer.finish().await?;
        }
        Ok(())
    }

    /// Adds this flow's numbers.
    pub fn measure(&self, metrics: &mut JobMetrics) {
        for (source, scan) in self.scans.iter().enumerate() {
            let counters = scan.counters();
            metrics.records_in += counters.records;
            metrics.bytes_in += counters.bytes;
            metrics.records_skipped += counters.skipped;
            metrics.fields_nulled += counters.nulled;
            metrics.records_expired += scan.expired();
            metrics.sources.extend::<Vec<SplitStatus>>(scan.splits(&self.pipeline.split_watermarks(source)));
        }
        metrics.records_out += self.output.records;
        metrics.late_records_dropped += self.pipeline.late_records();
        metrics.state_bytes += self.pipeline.state_bytes() as u64;
        let watermark = self.watermark.filter(|at| *at > 0 && *at != WATERMARK_MAX).map(Timestamp);
        metrics.watermark = match (metrics.watermark, watermark) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
}
