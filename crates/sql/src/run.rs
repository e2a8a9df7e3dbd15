//! A file of statements run in the foreground: `headwater sql run -f FILE --format json`.
//!
//! Sources that end (files) are read to their end; nothing is checkpointed and no server is needed. INSERTs run one after
//! the other; of the queries only the last one's changelog is printed, one object a line: `{"op": "+I", "row": [...]}`.

use std::io::Write;
use std::sync::Arc;

use headwater_runtime::{Clock, Disk, Entropy};
use headwater_types::{Scope, StreamArn};
use parking_lot::Mutex;

use crate::connector::check_plan;
use crate::connector::files::FileAccess;
use crate::error::SqlError;
use crate::exec::pipeline::PipelineOptions;
use crate::exec::{ExecError, RowKind};
use crate::jobs::session::{Outcome, Session};
use crate::jobs::settings::Settings;
use crate::jobs::{Access, Flow, FlowContext, Progress, RowTaker};
use crate::parser::parse_script;
use crate::plan::{Plan, PlanNode};

/// What a file is run with.
#[derive(Clone)]
pub struct RunOptions {
    pub clock: Clock,
    pub entropy: Entropy,
    pub disk: Arc<dyn Disk>,
    pub scope: Scope,
}

/// What a run did, for whoever measures it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunSummary {
    pub records_in: u64,
    pub records_out: u64,
    pub late_records_dropped: u64,
    /// Messages left out because they could not be read.
    pub records_skipped: u64,
    /// Fields that could not be read and are NULL.
    pub fields_nulled: u64,
}

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error(transparent)]
    Sql(#[from] SqlError),
    #[error("the query failed: {0}")]
    Failed(#[from] ExecError),
    #[error("the result could not be written: {0}")]
    Output(#[from] std::io::Error),
}

/// Runs a text of statements to its end. Blocks; must not be called from within an async runtime.
pub fn run_file(sql: &str, options: &RunOptions, out: Box<dyn Write + Send>) -> Result<RunSummary, RunError> {
    let statements = parse_script(sql)?;
    let mut session = Session::default();
    let mut runs: Vec<(Vec<Plan>, Settings)> = Vec::new();
    for statement in &statements {
        if let Outcome::Run(plans) = session.execute(statement, &mut Vec::new())? {
            plans.iter().try_for_each(|plan| check_plan(plan, &options.scope, &no_stream))?;
            runs.push((plans, Settings::read(&session.settings)?));
        }
    }
    let is_query = |plans: &[Plan]| plans.iter().any(|plan| !matches!(plan.node, PlanNode::Sink { .. }));
    let shown = runs.iter().rposition(|(plans, _)| is_query(plans));
    let printer = Printer(Arc::new(Mutex::new((std::io::BufWriter::new(out), Ok(())))));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut summary = RunSummary::default();
    for (index, (plans, settings)) in runs.iter().enumerate() {
        if is_query(plans) && shown != Some(index) {
            continue;
        }
        runtime.block_on(run_plans(plans, settings, options, &printer, index, &mut summary))?;
        printer.flush()?;
    }
    Ok(summary)
}

fn no_stream(_: &StreamArn) -> Result<(), String> {
    Err("streams need a server; submit the job to one with `headwater sql submit`".to_owned())
}

async fn run_plans(
    plans: &[Plan],
    settings: &Settings,
    options: &RunOptions,
    printer: &Printer,
    index: usize,
    summary: &mut RunSummary,
) -> Result<(), RunError> {
    let access = Access { files: FileAccess { disk: options.disk.clone(), objects: None }, streams: None };
    let pipeline_options = PipelineOptions {
        clock: options.clock.clone(),
        entropy: options.entropy.clone(),
        zone: settings.zone,
        watermark_interval_ms: settings.watermark_interval_ms as i64,
        mini_batch: settings.mini_batch,
    };
    let run = options.entropy.next_u64();
    for (number, plan) in plans.iter().enumerate() {
        let context = FlowContext {
            scope: &options.scope,
            access: &access,
            settings,
            options: &pipeline_options,
            file_prefix: format!("part-{run:016x}-{index}-{number}-"),
            taker: printer.taker(),
            feed: None,
        };
        let mut flow = Flow::open(plan, context, None).await?;
        loop {
            let now = options.clock.monotonic();
            if flow.step(now).await? == Progress::Ended {
                break;
            }
            flow.tick(now)?;
            flow.write_files(false).await?;
            printer.check()?;
        }
        flow.write_files(true).await?;
        let mut metrics = crate::jobs::JobMetrics::default();
        flow.measure(&mut metrics);
        summary.records_in += metrics.records_in;
        summary.records_out += metrics.records_out;
        summary.late_records_dropped += metrics.late_records_dropped;
        summary.records_skipped += metrics.records_skipped;
        summary.fields_nulled += metrics.fields_nulled;
    }
    Ok(())
}

type Sink = (std::io::BufWriter<Box<dyn Write + Send>>, std::io::Result<()>);

/// Prints changelog lines; the first failure of the writer is kept and ends the run.
#[derive(Clone)]
struct Printer(Arc<Mutex<Sink>>);

impl Printer {
    fn taker(&self) -> RowTaker {
        let sink = self.0.clone();
        Arc::new(move |kind: RowKind, values: &[u8]| {
            let mut sink = sink.lock();
            let (out, result) = &mut *sink;
            if result.is_ok() {
                *result = write!(out, "{{\"op\": \"{}\", \"row\": ", kind.as_str())
                    .and_then(|()| out.write_all(values))
                    .and_then(|()| out.write_all(b"}\n"));
            }
        })
    }

    fn check(&self) -> std::io::Result<()> {
        std::mem::replace(&mut self.0.lock().1, Ok(()))
    }

    fn flush(&self) -> std::io::Result<()> {
        self.check()?;
        self.0.lock().0.flush()
    }
}
