//! The routes of the console: the page's files, the JSON API, the door to the WebSocket. One table, one function each.

use std::fmt::Display;

use bytes::Bytes;
use futures::StreamExt;
use headwater_types::limits::{CONSOLE_PAGES_MAX, CONSOLE_RECORDS_PER_REQUEST_MAX};
use headwater_types::{AccountId, Region, Scope};
use http::header::{CONTENT_TYPE, HeaderValue, LOCATION};
use http::request::Parts;
use http::{Method, Request, Response, StatusCode};
use serde::{Deserialize, Serialize};

use crate::Inner;
use crate::body::{ConsoleBody, full, json, json_lines, read_bounded};
use crate::fault::Fault;
use crate::source::{RecordReading, RowEvent, StatementOutcome, StreamKey};
use crate::view::{JobView, RecordView};
use crate::{assets, guard, live};

const RECORDS_PER_REQUEST_DEFAULT: usize = 50;

type Answer = Result<Response<ConsoleBody>, Fault>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SqlRequest {
    sql: String,
    account: Option<String>,
    region: Option<String>,
}

pub(crate) async fn answer<B>(console: &Inner, mut request: Request<B>) -> Answer
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Display,
{
    let upgrade = live::is_upgrade(request.headers());
    guard::check(request.method(), request.uri(), request.headers(), upgrade, &console.info.trusted_hosts)?;
    let on_upgrade = upgrade.then(|| hyper::upgrade::on(&mut request));
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    if let Some(file) = path.strip_prefix("/_console/") {
        only(&parts, &[Method::GET, Method::HEAD])?;
        return assets::serve(file, &parts.headers);
    }
    if path == crate::PAGE_PREFIX {
        return Ok(moved("/_console/"));
    }
    let path =
        path.strip_prefix("/_api/v1/").ok_or_else(|| Fault::not_found("the api lives under /_api/v1/"))?;
    let segments: Vec<String> =
        path.split('/').map(percent_decoded).collect::<Option<_>>().ok_or_else(not_utf8)?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    match (parts.method.as_str(), segments.as_slice()) {
        ("GET", ["overview"]) => overview(console, &parts),
        ("GET", ["live"]) => go_live(console, &parts, on_upgrade),
        ("GET", ["streams", name, "records"]) => records(console, &parts, name).await,
        ("GET", ["sql", "jobs"]) => jobs(console).await,
        ("POST", ["sql", "jobs"]) => submit(console, &parts, body).await,
        ("POST", ["sql", "explain"]) => explain(console, &parts, body).await,
        ("DELETE", ["sql", "jobs", id]) => cancel(console, id).await,
        ("POST", ["sql", "jobs", id, "restart"]) => restart(console, &parts, id).await,
        ("GET", ["sql", "jobs", id, "rows"]) => rows(console, &parts, id).await,
        (_, ["overview" | "live"] | ["streams", _, "records"] | ["sql", "jobs" | "explain"])
        | (_, ["sql", "jobs", _] | ["sql", "jobs", _, "rows" | "restart"]) => Err(wrong_method(&parts)),
        _ => Err(Fault::not_found(format!("the api has no `{path}`"))),
    }
}

/// `GET overview`: everything at once; `?history=true` adds the last five minutes.
fn overview(console: &Inner, parts: &Parts) -> Answer {
    let with_history = query(parts, "history")?.as_deref() == Some("true");
    Ok(json(StatusCode::OK, &console.sampler.overview(with_history)))
}

/// `GET live`: the WebSocket.
fn go_live(console: &Inner, parts: &Parts, on_upgrade: Option<hyper::upgrade::OnUpgrade>) -> Answer {
    let response = live::switching(&parts.headers)?;
    let on_upgrade = on_upgrade.ok_or_else(|| Fault::internal("the connection cannot be upgraded"))?;
    let seat = console.seats.take().ok_or_else(|| {
        let message = format!("{} pages are connected already", CONSOLE_PAGES_MAX);
        Fault::new(StatusCode::SERVICE_UNAVAILABLE, "too_many_pages", message)
    })?;
    tokio::spawn(live::serve(on_upgrade, seat, console.sampler.clone(), console.source.clone()));
    Ok(response)
}

/// `GET streams/{name}/records`: the newest records, newest first; of one shard with `?shard=`.
async fn records(console: &Inner, parts: &Parts, name: &str) -> Answer {
    #[derive(Serialize)]
    struct Records {
        stream: String,
        records: Vec<RecordView>,
    }
    let scope = scope(query(parts, "account")?, query(parts, "region")?)?;
    let limit = match query(parts, "limit")? {
        None => RECORDS_PER_REQUEST_DEFAULT,
        Some(text) => match text.parse() {
            Ok(limit @ 1..=CONSOLE_RECORDS_PER_REQUEST_MAX) => limit,
            _ => {
                return Err(Fault::bad_request(format!(
                    "limit is not within 1 to {CONSOLE_RECORDS_PER_REQUEST_MAX}"
                )));
            }
        },
    };
    let key = StreamKey { scope, name: name.to_owned() };
    let stream = console.source.streams().await.into_iter().find(|stream| stream.key == key);
    let stream = stream.ok_or_else(|| Fault::not_found(format!("there is no stream `{}`", key.id())))?;
    let wanted = query(parts, "shard")?;
    let mut newest: Vec<RecordReading> = Vec::new();
    let mut known = false;
    for shard in stream.shards.iter().filter(|shard| wanted.as_ref().is_none_or(|id| *id == shard.id)) {
        known = true;
        newest.extend(console.source.newest(&key, &shard.id, limit).await?);
        // Only so many can be in the answer, so only so many are held.
        newest.sort_by(|a, b| b.arrival.cmp(&a.arrival).then_with(|| b.offset.cmp(&a.offset)));
        newest.truncate(limit);
    }
    match wanted {
        Some(shard) if !known => {
            Err(Fault::not_found(format!("stream `{}` has no shard `{shard}`", key.id())))
        }
        _ => {
            let records = newest.into_iter().map(RecordView::of).collect();
            Ok(json(StatusCode::OK, &Records { stream: key.id(), records }))
        }
    }
}

/// `GET sql/jobs`: all jobs, as they are now.
async fn jobs(console: &Inner) -> Answer {
    #[derive(Serialize)]
    struct Jobs {
        jobs: Vec<JobView>,
    }
    Ok(json(StatusCode::OK, &Jobs { jobs: console.sampler.jobs_now().await }))
}

/// `POST sql/jobs`: executes a SQL script: its definitions stay, its queries become jobs.
async fn submit<B>(console: &Inner, parts: &Parts, body: B) -> Answer
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Display,
{
    #[derive(Serialize)]
    struct Submitted {
        jobs: Vec<String>,
        results: Vec<StatementOutcome>,
    }
    let (scope, sql) = sql_of(parts, body).await?;
    let results = console.source.submit(&scope, &sql).await?;
    let job = |result: &StatementOutcome| match result {
        StatementOutcome::Job { id, .. } => Some(id.clone()),
        _ => None,
    };
    let jobs = results.iter().filter_map(job).collect();
    Ok(json(StatusCode::CREATED, &Submitted { jobs, results }))
}

/// `POST sql/explain`: the plan, without starting anything.
async fn explain<B>(console: &Inner, parts: &Parts, body: B) -> Answer
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Display,
{
    #[derive(Serialize)]
    struct Plan {
        plan: String,
    }
    let (scope, sql) = sql_of(parts, body).await?;
    let plan = console.source.explain(&scope, &sql).await?;
    Ok(json(StatusCode::OK, &Plan { plan }))
}

/// `DELETE sql/jobs/{id}`: stops a job.
async fn cancel(console: &Inner, id: &str) -> Answer {
    console.source.cancel(id).await?;
    let mut response = Response::new(full(Bytes::new()));
    *response.status_mut() = StatusCode::NO_CONTENT;
    Ok(response)
}

/// `POST sql/jobs/{id}/restart`: a job that failed goes on from its last checkpoint.
async fn restart(console: &Inner, parts: &Parts, id: &str) -> Answer {
    require_json(parts)?;
    console.source.restart(id).await?;
    let mut response = Response::new(full(Bytes::new()));
    *response.status_mut() = StatusCode::NO_CONTENT;
    Ok(response)
}

/// `GET sql/jobs/{id}/rows`: a line with the columns, then a line per row, until the job ends; with `?follow=false` only
/// the rows that are there, with `?sink=` those of one sink of a statement set.
async fn rows(console: &Inner, parts: &Parts, id: &str) -> Answer {
    #[derive(Serialize)]
    struct Head<'a> {
        columns: &'a [crate::source::Column],
    }
    #[derive(Serialize)]
    struct Skipped {
        skipped: u64,
    }
    let follow = query(parts, "follow")?.as_deref() != Some("false");
    let sink = query(parts, "sink")?;
    let feed = console.source.rows(id, sink.as_deref()).await?;
    let head = line(&Head { columns: &feed.columns });
    let recent = futures::stream::iter(feed.recent).map(|row| line(&row));
    let live = feed.live.map(|event| match event {
        RowEvent::Row(row) => line(&row),
        RowEvent::Skipped(skipped) => line(&Skipped { skipped }),
    });
    let past = futures::stream::iter([head]).chain(recent);
    Ok(if follow { json_lines(past.chain(live)) } else { json_lines(past) })
}

fn line<T: Serialize>(value: &T) -> Bytes {
    let mut text = serde_json::to_vec(value).unwrap_or_default();
    text.push(b'\n');
    text.into()
}

fn require_json(parts: &Parts) -> Result<(), Fault> {
    // A form or a plain-text body can be sent by any page without asking; JSON cannot.
    let content_type =
        parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = content_type.split(';').next().unwrap_or_default().trim();
    if !media.eq_ignore_ascii_case("application/json") {
        let message = "send the body as content-type application/json";
        return Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", message));
    }
    Ok(())
}

async fn sql_of<B>(parts: &Parts, body: B) -> Result<(Scope, String), Fault>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Display,
{
    require_json(parts)?;
    let bytes = read_bounded(body).await?;
    let request: SqlRequest = serde_json::from_slice(&bytes).map_err(|error| {
        let mut fault = Fault::bad_request(format!("the body is no {{\"sql\": \"...\"}}: {error}"));
        fault.hint = Some("line and column of this message are those of the json body".into());
        fault
    })?;
    Ok((scope(request.account, request.region)?, request.sql))
}

fn scope(account: Option<String>, region: Option<String>) -> Result<Scope, Fault> {
    let mut scope = Scope::default();
    if let Some(account) = account {
        scope.account =
            AccountId::parse(&account).ok_or_else(|| Fault::bad_request("account is not twelve digits"))?;
    }
    if let Some(region) = region {
        scope.region =
            Region::parse(&region).ok_or_else(|| Fault::bad_request("region is no region name"))?;
    }
    Ok(scope)
}

/// A parameter of the query string, decoded.
fn query(parts: &Parts, name: &str) -> Result<Option<String>, Fault> {
    for pair in parts.uri.query().unwrap_or_default().split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if key == name {
            return percent_decoded(&value.replace('+', " ")).map(Some).ok_or_else(not_utf8);
        }
    }
    Ok(None)
}

/// `None` where the result is not UTF-8. A `%` without two digits stands for itself.
fn percent_decoded(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|b| (*b as char).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).ok()
}

fn not_utf8() -> Fault {
    Fault::bad_request("the address is not utf-8")
}

fn only(parts: &Parts, methods: &[Method]) -> Result<(), Fault> {
    if methods.contains(&parts.method) { Ok(()) } else { Err(wrong_method(parts)) }
}

fn wrong_method(parts: &Parts) -> Fault {
    let message = format!("{} is not offered for `{}`", parts.method, parts.uri.path());
    Fault::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", message)
}

fn moved(to: &'static str) -> Response<ConsoleBody> {
    let mut response = Response::new(full(Bytes::new()));
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response.headers_mut().insert(LOCATION, HeaderValue::from_static(to));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_codes_are_decoded_and_nonsense_stands_for_itself() {
        assert_eq!(percent_decoded("a%2Fb%20c").as_deref(), Some("a/b c"));
        assert_eq!(percent_decoded("100%").as_deref(), Some("100%"));
        assert_eq!(percent_decoded("%zz%4").as_deref(), Some("%zz%4"));
        assert_eq!(percent_decoded("%ff"), None);
    }
}
