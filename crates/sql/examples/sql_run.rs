//! Runs a file of SQL statements in the foreground and prints the last query's changelog, then what it cost.
//!
//! `cargo run --release -p headwater-sql --example sql_run -- query.sql`: the engine behind `headwater sql run`, alone, which is
//! what a profiler wants to see. Numbers go to standard error.

use std::sync::Arc;

use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_sql::{RunOptions, run_file};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: sql_run FILE")?;
    #[allow(clippy::disallowed_methods)] // an example reads its own argument
    let sql = std::fs::read_to_string(&path)?;
    let clock = Clock::system();
    let options = RunOptions {
        clock: clock.clone(),
        entropy: Entropy::system(),
        disk: Arc::new(RealDisk),
        scope: headwater_types::Scope::default(),
    };
    let begun = clock.monotonic();
    let summary = run_file(&sql, &options, Box::new(std::io::stdout()))?;
    let seconds = (clock.monotonic() - begun).as_secs_f64();
    eprintln!(
        "{} records in, {} out, {} late, {} parse errors; {seconds:.3} s, {:.0} records/s",
        summary.records_in,
        summary.records_out,
        summary.late_records_dropped,
        summary.records_skipped + summary.fields_nulled,
        summary.records_in as f64 / seconds
    );
    Ok(())
}
