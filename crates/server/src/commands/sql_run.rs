//! `headwater sql run`: one file in the foreground, without a server, to the end of its bounded sources.

use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_sql::{RunError, RunOptions, excerpt, run_file};
use headwater_types::Scope;
use serde_json::Value;

use crate::cli::RowFormat;

/// Prints the last query's changelog to standard output.
pub fn run(file: &Path, format: RowFormat) -> Result<()> {
    let sql = super::sql::read_path(file)?;
    let options = RunOptions {
        clock: Clock::system(),
        entropy: Entropy::system(),
        disk: Arc::new(RealDisk),
        scope: Scope::default(),
    };
    let out: Box<dyn Write + Send> = match format {
        RowFormat::Json => Box::new(std::io::stdout()),
        RowFormat::Table => Box::new(Columns::default()),
    };
    match run_file(&sql, &options, out) {
        Ok(summary) => {
            if summary.late_records_dropped > 0 {
                note!(
                    "{} rows came too late for their window and were dropped",
                    summary.late_records_dropped
                );
            }
            if summary.records_skipped > 0 {
                note!("{} records could not be read and were left out", summary.records_skipped);
            }
            if summary.fields_nulled > 0 {
                note!("{} fields could not be read and are NULL in their rows", summary.fields_nulled);
            }
            Ok(())
        }
        // Whoever read the rows has seen enough (`| head`).
        Err(RunError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(RunError::Sql(error)) => {
            let shown = excerpt(&sql, error.position()).map(|lines| format!("\n{lines}")).unwrap_or_default();
            Err(anyhow!("{}: {error}{shown}", file.display()))
        }
        Err(error) => Err(anyhow!("{}: {error}", file.display())),
    }
}

/// Turns the lines of JSON into columns for a reader.
#[derive(Default)]
struct Columns {
    pending: Vec<u8>,
}

impl Write for Columns {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        let mut out = std::io::stdout().lock();
        while let Some(end) = self.pending.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.pending.drain(..=end).collect();
            writeln!(out, "{}", columns_of(&line))?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        std::io::stdout().flush()
    }
}

/// A line that is not a row stays as it is.
fn columns_of(line: &[u8]) -> String {
    let text = || String::from_utf8_lossy(line).trim_end().to_owned();
    let Ok(row) = serde_json::from_slice::<Value>(line) else { return text() };
    let (Some(op), Some(values)) = (row["op"].as_str(), row["row"].as_array()) else { return text() };
    let mut columns = format!("{op:<3}");
    for value in values {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        columns.push_str(&format!("{value:<24} "));
    }
    columns.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_becomes_columns_and_text_is_not_quoted() {
        let line = columns_of(b"{\"op\": \"+I\", \"row\": [\"/home\", 3, null]}\n");
        assert_eq!(line.split_whitespace().collect::<Vec<_>>(), ["+I", "/home", "3", "null"]);
    }
}
