//! `headwater sql`: submit, list, explain, cancel, restart and follow jobs over the server's API.

use std::io::{IsTerminal, Read, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use headwater_sql::{Position, excerpt};
use http::Method;
use http_body_util::BodyExt;
use serde_json::{Value, json};

use crate::cli::{Endpoint, ScopeArgs, SqlCommand, SqlText};
use crate::http_client::{ApiFault, HttpClient};

const JOBS: &str = "/_api/v1/sql/jobs";

pub async fn run(command: SqlCommand) -> Result<()> {
    match command {
        SqlCommand::Submit { endpoint, scope, text, detach } => {
            submit(&endpoint, &scope, &text, detach).await
        }
        SqlCommand::List { endpoint, json } => list(&endpoint, json).await,
        SqlCommand::Explain { endpoint, scope, text } => explain(&endpoint, &scope, &text).await,
        SqlCommand::Cancel { endpoint, job } => cancel(&endpoint, &job).await,
        SqlCommand::Restart { endpoint, job } => restart(&endpoint, &job).await,
        SqlCommand::Rows { endpoint, job, sink, no_follow } => {
            let client = HttpClient::new(&endpoint.url())?;
            rows(&client, &job, sink.as_deref(), !no_follow).await
        }
        // It brings a runtime of its own.
        SqlCommand::Run { file, format } => {
            tokio::task::block_in_place(|| super::sql_run::run(&file, format))
        }
    }
}

async fn submit(endpoint: &Endpoint, scope: &ScopeArgs, text: &SqlText, detach: bool) -> Result<()> {
    let client = HttpClient::new(&endpoint.url())?;
    let request = request(scope, text)?;
    let answer = client.api(Method::POST, JOBS, Some(&request)).await;
    let answer = answer.map_err(|error| with_excerpt(error, &request))?;
    let jobs: Vec<&str> = answer["jobs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if jobs.is_empty() {
        note!("done; no statement needs a job");
    }
    for job in &jobs {
        note!("job {job} runs (stop it with `headwater sql cancel {job}`)");
    }
    // Only the rows of a bare SELECT have nowhere else to go.
    let Some(job) = jobs.last().filter(|_| !detach) else { return Ok(()) };
    match list_jobs(&client).await?.iter().find(|listed| listed["id"] == **job) {
        Some(listed) if listed["is_query"] == true => rows(&client, job, None, true).await,
        _ => Ok(()),
    }
}

fn request(scope: &ScopeArgs, text: &SqlText) -> Result<Value> {
    let mut request = json!({ "sql": read(text)? });
    for (name, value) in [("account", &scope.account), ("region", &scope.region)] {
        if let Some(value) = value {
            request[name] = Value::String(value.clone());
        }
    }
    Ok(request)
}

/// An error in the text that was sent, with the line and a caret under the place.
fn with_excerpt(error: anyhow::Error, request: &Value) -> anyhow::Error {
    let place = error.downcast_ref::<ApiFault>().and_then(|fault| fault.place);
    let sql = request["sql"].as_str().unwrap_or_default();
    match place.and_then(|(line, column)| excerpt(sql, Position::new(line, column))) {
        Some(lines) => anyhow!("{error}\n{lines}"),
        None => error,
    }
}

async fn list_jobs(client: &HttpClient) -> Result<Vec<Value>> {
    let answer = client.api(Method::GET, JOBS, None).await?;
    Ok(answer["jobs"].as_array().cloned().unwrap_or_default())
}

async fn list(endpoint: &Endpoint, json: bool) -> Result<()> {
    let jobs = list_jobs(&HttpClient::new(&endpoint.url())?).await?;
    let mut out = std::io::stdout().lock();
    if json {
        for job in &jobs {
            writeln!(out, "{job}")?;
        }
        return Ok(());
    }
    if jobs.is_empty() {
        note!("no jobs (start one with `headwater sql submit -f FILE`)");
        return Ok(());
    }
    writeln!(
        out,
        "{:<32} {:<10} {:>12} {:>12} {:>8}  SQL",
        "JOB", "STATE", "RECORDS IN", "ROWS OUT", "LATE"
    )?;
    for job in &jobs {
        let text = |name: &str| job[name].as_str().unwrap_or_default().to_owned();
        let number = |name: &str| job[name].as_u64().unwrap_or_default();
        let sql = one_line(&text("sql"), 60);
        let (records_in, records_out, late) =
            (number("records_in"), number("records_out"), number("late_dropped"));
        writeln!(
            out,
            "{:<32} {:<10} {records_in:>12} {records_out:>12} {late:>8}  {sql}",
            text("id"),
            text("state")
        )?;
        for note in notes_of(job) {
            writeln!(out, "{:<32} {note}", "")?;
        }
    }
    Ok(())
}

/// What a reader must know about a job beside its numbers.
fn notes_of(job: &Value) -> Vec<String> {
    let mut notes: Vec<String> = job["error"].as_str().map(str::to_owned).into_iter().collect();
    if job["state"] == "FAILED" {
        let id = job["id"].as_str().unwrap_or_default();
        notes.push(format!("start it again from its checkpoint with `headwater sql restart {id}`"));
    }
    for (counter, meaning) in [
        (
            "records_expired",
            "expired before the job read them: it is further behind than the stream's retention",
        ),
        ("records_skipped", "could not be read and were left out"),
        ("fields_nulled", "could not be read and are NULL in their rows"),
    ] {
        let count = job[counter].as_u64().unwrap_or_default();
        let things = if counter == "fields_nulled" { "fields" } else { "records" };
        if count > 0 {
            notes.push(format!("{count} {things} {meaning}"));
        }
    }
    notes
}

async fn explain(endpoint: &Endpoint, scope: &ScopeArgs, text: &SqlText) -> Result<()> {
    let client = HttpClient::new(&endpoint.url())?;
    let request = request(scope, text)?;
    let answer = client.api(Method::POST, "/_api/v1/sql/explain", Some(&request)).await;
    let answer = answer.map_err(|error| with_excerpt(error, &request))?;
    say!("{}", answer["plan"].as_str().unwrap_or_default().trim_end());
    Ok(())
}

async fn cancel(endpoint: &Endpoint, job: &str) -> Result<()> {
    let client = HttpClient::new(&endpoint.url())?;
    client.api(Method::DELETE, &job_path(job, "")?, None).await?;
    note!("job {job} is cancelled");
    Ok(())
}

async fn restart(endpoint: &Endpoint, job: &str) -> Result<()> {
    let client = HttpClient::new(&endpoint.url())?;
    client.api(Method::POST, &job_path(job, "/restart")?, None).await?;
    note!("job {job} goes on from its last checkpoint");
    Ok(())
}

/// Prints rows as they come, until the job ends or the reader goes away; without `follow` only those that are there.
async fn rows(client: &HttpClient, job: &str, sink: Option<&str>, follow: bool) -> Result<()> {
    let mut path = format!("{}?follow={follow}", job_path(job, "/rows")?);
    if let Some(sink) = sink {
        path.push_str(&format!("&sink={}", percent_encoded(sink)));
    }
    let response = client.open(Method::GET, &path, None).await?;
    let mut body = response.into_body();
    let mut pending = Vec::new();
    let mut printer = RowPrinter::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.context("the row stream broke off")?.into_data() else { continue };
        pending.extend_from_slice(&data);
        while let Some(end) = pending.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = pending.drain(..=end).collect();
            if line.len() > 1 && !printer.print(&line)? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Columns for a reader at a terminal; the lines as they came for a program behind a pipe.
struct RowPrinter {
    columns: Vec<String>,
    terminal: bool,
}

impl RowPrinter {
    fn new() -> Self {
        Self { columns: Vec::new(), terminal: std::io::stdout().is_terminal() }
    }

    /// `false` once the reader is gone.
    fn print(&mut self, line: &[u8]) -> Result<bool> {
        let mut out = std::io::stdout().lock();
        let written = if self.terminal {
            let line: Value = serde_json::from_slice(line).context("a row is not JSON")?;
            self.print_for_reader(&mut out, &line)
        } else {
            out.write_all(line)
        };
        match written.and_then(|()| out.flush()) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(error).context("writing rows"),
        }
    }

    fn print_for_reader(&mut self, out: &mut impl Write, line: &Value) -> std::io::Result<()> {
        if let Some(columns) = line["columns"].as_array() {
            let name = |column: &Value| column["name"].as_str().unwrap_or_default().to_owned();
            self.columns = columns.iter().map(name).collect();
            return writeln!(
                out,
                "{:<3}{}",
                "op",
                self.columns.iter().map(|name| cell(name)).collect::<String>()
            );
        }
        if let Some(skipped) = line["skipped"].as_u64() {
            return writeln!(out, "… {skipped} rows left out: more than can be shown");
        }
        let cells = line["row"].as_array().into_iter().flatten().map(|value| match value {
            Value::String(text) => cell(text),
            other => cell(&other.to_string()),
        });
        writeln!(out, "{:<3}{}", line["op"].as_str().unwrap_or_default(), cells.collect::<String>())
    }
}

fn cell(text: &str) -> String {
    format!("{text:<24} ")
}

fn job_path(job: &str, rest: &str) -> Result<String> {
    let legal = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if job.is_empty() || !job.chars().all(legal) {
        bail!("`{job}` is not the id of a job (`headwater sql list` shows them)");
    }
    Ok(format!("{JOBS}/{job}{rest}"))
}

fn read(text: &SqlText) -> Result<String> {
    match (&text.execute, &text.file) {
        (Some(sql), _) => Ok(sql.clone()),
        (None, Some(path)) => read_path(path),
        (None, None) => bail!("give the statements with -e, or a file with -f"),
    }
}

#[allow(clippy::disallowed_methods)] // a command's own input, not the server's data
pub fn read_path(path: &Path) -> Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("reading standard input")?;
        return Ok(text);
    }
    let bytes = std::fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// A value as part of a query string.
fn percent_encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// A statement shortened to one line of a table.
fn one_line(sql: &str, width: usize) -> String {
    let line = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(width) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_statement_is_cut_between_characters() {
        assert_eq!(one_line("SELECT  a,\n b", 20), "SELECT a, b");
        assert_eq!(one_line("äöüäöü", 3), "äöü…");
    }

    #[test]
    fn what_was_lost_is_told_under_the_job() {
        let job =
            json!({ "state": "RUNNING", "records_expired": 7, "records_skipped": 0, "fields_nulled": 1 });
        let notes = notes_of(&job);
        assert_eq!(notes.len(), 2);
        assert!(notes[0].starts_with("7 records expired before the job read them"), "{notes:?}");
        let failed = json!({ "id": "j1", "state": "FAILED", "error": "no such file" });
        assert_eq!(notes_of(&failed)[0], "no such file");
        assert!(notes_of(&failed)[1].contains("headwater sql restart j1"));
        assert_eq!(percent_encoded("a b&ä"), "a%20b%26%C3%A4");
    }

    #[test]
    fn a_job_id_cannot_lead_elsewhere() {
        assert_eq!(job_path("job-1", "/rows").expect("legal"), "/_api/v1/sql/jobs/job-1/rows");
        for bad in ["", "../streams", "a b", "a?x"] {
            assert!(job_path(bad, "").is_err(), "{bad}");
        }
    }
}
