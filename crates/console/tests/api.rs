//! The console's API as a program and as a page see it, over the scripted feed.
#![allow(clippy::disallowed_methods)]

#[allow(dead_code)]
#[path = "../examples/fixture/feed.rs"]
mod feed;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use feed::Feed;
use futures::{SinkExt, StreamExt};
use headwater_console::{Console, ConsoleInfo};
use headwater_runtime::Clock;
use headwater_types::limits::CONSOLE_REQUEST_BYTES_MAX;
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

const CLICKS: &str = "000000000000/us-east-1/clickstream-data";
const QUERY: &str = "3f9c1d5e0b7a4826c1d5e0b7a4826f11";

/// A console over a feed that goes on as in life.
fn console() -> (Console, Arc<Feed>) {
    let feed = Feed::new(false);
    let stepping = feed.clone();
    tokio::spawn(async move {
        loop {
            stepping.step();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
    let info = ConsoleInfo {
        address: "127.0.0.1:4566".into(),
        version: "0.1.0".into(),
        limits: "aws".into(),
        trusted_hosts: vec![],
    };
    (Console::new(info, Clock::system(), feed.clone()), feed)
}

async fn ask(console: &Console, method: Method, path: &str, body: &str) -> (StatusCode, Value) {
    let (status, bytes) =
        ask_bytes(console, method, path, &[("content-type", "application/json")], body).await;
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

async fn ask_bytes(
    console: &Console,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> (StatusCode, Bytes) {
    let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:4566");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::new(Bytes::copy_from_slice(body.as_bytes()))).expect("a request");
    let response = console.handle(request).await;
    let status = response.status();
    (status, response.into_body().collect().await.expect("a body").to_bytes())
}

async fn get(console: &Console, path: &str) -> Value {
    let (status, value) = ask(console, Method::GET, path, "").await;
    assert_eq!(status, StatusCode::OK, "{path}: {value}");
    value
}

fn stream<'a>(overview: &'a Value, name: &str) -> &'a Value {
    let streams = overview["streams"].as_array().expect("streams");
    streams.iter().find(|stream| stream["name"] == name).unwrap_or_else(|| panic!("no stream {name}"))
}

#[tokio::test]
async fn the_overview_shows_rates_shares_and_the_hot_shard() {
    let (console, _) = console();
    tokio::time::sleep(Duration::from_millis(3_300)).await;
    let overview = get(&console, "/_api/v1/overview?history=true").await;
    assert_eq!(overview["server"]["limits"], "aws");
    let clicks = stream(&overview, "clickstream-data");
    let shards = clicks["shards"].as_array().unwrap();
    let open: Vec<&Value> = shards.iter().filter(|shard| shard["open"] == true).collect();
    let covered: f64 = open.iter().map(|shard| shard["share"].as_f64().unwrap()).sum();
    assert!((covered - 1.0).abs() < 1e-9, "{covered}");
    assert!(open.iter().all(|shard| shard["rates"]["in_records"].as_f64().unwrap() > 50.0), "{clicks}");
    let hot: Vec<&&Value> = open.iter().filter(|shard| !shard["hot"].is_null()).collect();
    assert_eq!(hot.len(), 1, "{clicks}");
    assert_eq!(hot[0]["id"], "shardId-000000000002");
    let split_at: u128 = hot[0]["hot"]["split_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(split_at, (1 << 126) + (1 << 125), "the middle of the second quarter");
    assert_eq!(clicks["shards_hot"], 1);
    let history = &overview["history"]["streams"][CLICKS];
    assert!(history["series"]["in_records"].as_array().unwrap().len() >= 3);
    assert!(history["shard_load"]["shardId-000000000000"].is_null(), "a closed shard has no load");
    let totals = overview["totals"]["in_records"].as_f64().unwrap();
    assert!(totals >= clicks["rates"]["in_records"].as_f64().unwrap());
}

#[tokio::test]
async fn records_come_newest_first_with_text_or_hex_and_bounds_on_the_limit() {
    let (console, _) = console();
    tokio::time::sleep(Duration::from_millis(700)).await;
    let records = get(&console, "/_api/v1/streams/clickstream-data/records?limit=20").await;
    let records = records["records"].as_array().unwrap();
    assert_eq!(records.len(), 20);
    assert!(records.windows(2).all(|pair| pair[0]["arrival"].as_i64() >= pair[1]["arrival"].as_i64()));
    assert!(records.iter().all(|record| record["text"].is_string() != record["hex"].is_string()));
    let one =
        get(&console, "/_api/v1/streams/clickstream-data/records?shard=shardId-000000000002&limit=3").await;
    assert!(
        one["records"].as_array().unwrap().iter().all(|record| record["shard"] == "shardId-000000000002")
    );
    for (path, status) in [
        ("/_api/v1/streams/nothing/records", StatusCode::NOT_FOUND),
        ("/_api/v1/streams/clickstream-data/records?shard=shardId-9", StatusCode::NOT_FOUND),
        ("/_api/v1/streams/clickstream-data/records?limit=0", StatusCode::BAD_REQUEST),
        ("/_api/v1/streams/clickstream-data/records?limit=501", StatusCode::BAD_REQUEST),
        ("/_api/v1/streams/clickstream-data/records?limit=x", StatusCode::BAD_REQUEST),
        ("/_api/v1/streams/clickstream-data/records?region=EU", StatusCode::BAD_REQUEST),
        ("/_api/v1/streams/%ff/records", StatusCode::BAD_REQUEST),
    ] {
        let (got, answer) = ask(&console, Method::GET, path, "").await;
        assert_eq!(got, status, "{path}: {answer}");
        assert!(answer["error"]["code"].is_string(), "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_sql_error_names_line_and_column() {
    let (console, _) = console();
    let body = json!({ "sql": "SELECT 1;\n\n  SELEC page" }).to_string();
    for path in ["/_api/v1/sql/jobs", "/_api/v1/sql/explain"] {
        let (status, answer) = ask(&console, Method::POST, path, &body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        let error = &answer["error"];
        assert_eq!(
            (&error["code"], &error["line"], &error["column"]),
            (&json!("sql_error"), &json!(3), &json!(3))
        );
    }
}

#[tokio::test]
async fn a_job_is_submitted_listed_watched_and_cancelled() {
    let (console, _) = console();
    let body = json!({ "sql": "SELECT page FROM clickstream" }).to_string();
    let (status, answer) = ask(&console, Method::POST, "/_api/v1/sql/jobs", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{answer}");
    let id = answer["jobs"][0].as_str().unwrap().to_owned();
    let state = async |console: &Console| {
        let jobs = get(console, "/_api/v1/sql/jobs").await;
        let jobs = jobs["jobs"].as_array().unwrap().clone();
        jobs.into_iter().find(|job| job["id"] == *id).expect("the job is listed at once")["state"].clone()
    };
    assert_eq!(state(&console).await, "RUNNING");
    let (status, _) = ask(&console, Method::DELETE, &format!("/_api/v1/sql/jobs/{id}"), "").await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(state(&console).await, "CANCELED");
    let (status, _) = ask(&console, Method::DELETE, "/_api/v1/sql/jobs/nobody", "").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_a_job_that_failed_is_started_again_and_only_by_a_json_request() {
    let (console, _) = console();
    let (_, jobs) = ask(&console, Method::GET, "/_api/v1/sql/jobs", "").await;
    let in_state = |state: &str| {
        let job = jobs["jobs"].as_array().unwrap().iter().find(|job| job["state"] == state).unwrap();
        format!("/_api/v1/sql/jobs/{}/restart", job["id"].as_str().unwrap())
    };
    let (status, answer) = ask(&console, Method::POST, &in_state("RUNNING"), "{}").await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::CONFLICT, &json!("not_failed")));
    let failed = in_state("FAILED");
    let (status, _) = ask_bytes(&console, Method::POST, &failed, &[], "").await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "a form of another page could send it");
    assert_eq!(ask(&console, Method::GET, &failed, "").await.0, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(ask(&console, Method::POST, &failed, "{}").await.0, StatusCode::NO_CONTENT);
    assert_eq!(ask(&console, Method::POST, &failed, "{}").await.0, StatusCode::CONFLICT);
    let (status, _) = ask(&console, Method::POST, "/_api/v1/sql/jobs/nobody/restart", "{}").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn rows_are_lines_of_json_after_a_line_of_columns() {
    let (console, feed) = console();
    (0..120).for_each(|_| feed.step());
    let path = format!("/_api/v1/sql/jobs/{QUERY}/rows?follow=false");
    let (status, bytes) = ask_bytes(&console, Method::GET, &path, &[], "").await;
    assert_eq!(status, StatusCode::OK);
    let lines: Vec<Value> = bytes
        .split(|b| *b == b'\n')
        .filter(|l| !l.is_empty())
        .map(|l| serde_json::from_slice(l).unwrap())
        .collect();
    assert_eq!(lines[0]["columns"][0]["name"], "page");
    assert_eq!((&lines[1]["op"], lines[1]["row"].as_array().unwrap().len()), (&json!("+I"), 5));
}

#[tokio::test]
async fn bad_bodies_are_refused_with_a_reason() {
    let (console, _) = console();
    let jobs = "/_api/v1/sql/jobs";
    let json_type = [("content-type", "application/json; charset=utf-8")];
    for (headers, body, status) in [
        (&json_type[..], "", StatusCode::BAD_REQUEST),
        (&json_type, "{", StatusCode::BAD_REQUEST),
        (&json_type, r#"{"sql": 1}"#, StatusCode::BAD_REQUEST),
        (&json_type, r#"{"sql": "SELECT 1", "surprise": true}"#, StatusCode::BAD_REQUEST),
        (&json_type, r#"{"sql": "SELECT 1", "account": "me"}"#, StatusCode::BAD_REQUEST),
        (&[("content-type", "text/plain")], r#"{"sql": "SELECT 1"}"#, StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (&[], r#"{"sql": "SELECT 1"}"#, StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ] {
        let (got, answer) = ask_bytes(&console, Method::POST, jobs, headers, body).await;
        assert_eq!(got, status, "{body}: {answer:?}");
    }
    let large = format!(r#"{{"sql": "{}"}}"#, "x".repeat(CONSOLE_REQUEST_BYTES_MAX));
    let (status, answer) = ask(&console, Method::POST, jobs, &large).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!("too_large")));
}

#[tokio::test]
async fn unknown_paths_and_methods_have_their_own_answers() {
    let (console, _) = console();
    for (method, path, status) in [
        (Method::GET, "/_api/v1/nothing", StatusCode::NOT_FOUND),
        (Method::GET, "/_api/v2/overview", StatusCode::NOT_FOUND),
        (Method::POST, "/_api/v1/overview", StatusCode::METHOD_NOT_ALLOWED),
        (Method::PUT, "/_api/v1/sql/jobs", StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "/_api/v1/live", StatusCode::UPGRADE_REQUIRED),
        (Method::GET, "/_console/nothing.js", StatusCode::NOT_FOUND),
        (Method::GET, "/_console/../Cargo.toml", StatusCode::NOT_FOUND),
        (Method::DELETE, "/_console/", StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "/_console", StatusCode::PERMANENT_REDIRECT),
        (Method::GET, "/_console/", StatusCode::OK),
    ] {
        let (got, answer) = ask_bytes(&console, method.clone(), path, &[], "").await;
        assert_eq!(got, status, "{method} {path}: {answer:?}");
    }
}

#[tokio::test]
async fn a_foreign_page_can_neither_start_a_job_nor_listen() {
    let (console, _) = console();
    let body = json!({ "sql": "SELECT 1" }).to_string();
    let foreign = [("content-type", "application/json"), ("origin", "http://evil.example")];
    let (status, _) = ask_bytes(&console, Method::POST, "/_api/v1/sql/jobs", &foreign, &body).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let (status, _) = ask_bytes(&console, Method::DELETE, "/_api/v1/sql/jobs/x", &foreign, "").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let address = serve(console).await;
    assert!(connect(&address, Some("http://evil.example")).await.is_err());
    assert!(connect(&address, Some(&format!("http://{address}"))).await.is_ok());
}

#[tokio::test]
async fn the_page_forbids_foreign_code_and_is_not_fetched_twice() {
    let (console, _) = console();
    let page = async |etag: Option<&str>| {
        let mut request = Request::builder().uri("/_console/").header("host", "localhost");
        if let Some(etag) = etag {
            request = request.header("if-none-match", etag);
        }
        console.handle(request.body(Full::new(Bytes::new())).unwrap()).await
    };
    let first = page(None).await;
    let policy = first.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(first.headers()["x-content-type-options"], "nosniff");
    let etag = first.headers()["etag"].to_str().unwrap();
    assert_eq!(page(Some(etag)).await.status(), StatusCode::NOT_MODIFIED);
}

async fn serve(console: Console) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let console = console.clone();
            tokio::spawn(async move {
                let service = hyper::service::service_fn(move |request| {
                    let console = console.clone();
                    async move { Ok::<_, Infallible>(console.handle(request).await) }
                });
                let builder = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
                let _ = builder.serve_connection_with_upgrades(TokioIo::new(socket), service).await;
            });
        }
    });
    address
}

type Socket = WebSocketStream<TcpStream>;

async fn connect(address: &str, origin: Option<&str>) -> Result<Socket, Box<dyn std::error::Error>> {
    let mut request = format!("ws://{address}/_api/v1/live").into_client_request()?;
    if let Some(origin) = origin {
        request.headers_mut().insert("origin", origin.parse()?);
    }
    let stream = TcpStream::connect(address).await?;
    Ok(tokio_tungstenite::client_async(request, stream).await?.0)
}

/// The next message of a type; panics when it does not come within five seconds.
async fn next(socket: &mut Socket, wanted: &str) -> Value {
    let searched = async {
        while let Some(Ok(message)) = socket.next().await {
            let Message::Text(text) = message else { continue };
            let value: Value = serde_json::from_str(text.as_str()).expect("json");
            if value["type"] == wanted {
                return value;
            }
        }
        panic!("the socket closed before a message of type {wanted}");
    };
    tokio::time::timeout(Duration::from_secs(5), searched)
        .await
        .unwrap_or_else(|_| panic!("no {wanted} came"))
}

async fn say(socket: &mut Socket, message: Value) {
    socket.send(Message::text(message.to_string())).await.expect("the socket takes it");
}

#[tokio::test]
async fn a_page_gets_a_snapshot_then_ticks_with_what_changed() {
    let (console, _) = console();
    let address = serve(console).await;
    let mut socket = connect(&address, None).await.expect("a socket");
    let snapshot = next(&mut socket, "snapshot").await;
    assert!(snapshot["overview"]["history"]["step_ms"] == 1_000);
    next(&mut socket, "tick").await;
    let tick = next(&mut socket, "tick").await;
    let names: Vec<&str> =
        tick["streams"].as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"clickstream-data"), "{names:?}");
    assert!(!names.contains(&"orders"), "an idle stream is not told again: {names:?}");
}

#[tokio::test]
async fn a_page_sees_the_newest_records_of_the_stream_it_watches_each_once() {
    let (console, _) = console();
    tokio::time::sleep(Duration::from_millis(1_300)).await;
    let address = serve(console).await;
    let mut socket = connect(&address, None).await.expect("a socket");
    say(&mut socket, json!({ "type": "watch_stream", "id": CLICKS })).await;
    let mut seen = std::collections::HashSet::new();
    let mut skipped = 0;
    for _ in 0..6 {
        let message = next(&mut socket, "records").await;
        assert_eq!(message["stream"], CLICKS);
        skipped += message["skipped"].as_u64().unwrap();
        for record in message["records"].as_array().unwrap() {
            let key = format!("{}/{}", record["shard"], record["sequence_number"]);
            assert!(seen.insert(key), "{record} came twice");
        }
    }
    assert!(skipped > 0, "a busy stream passes more records than a page shows");
    say(&mut socket, json!({ "type": "watch_stream", "id": null })).await;
    next(&mut socket, "tick").await;
}

#[tokio::test]
async fn a_page_sees_the_rows_of_the_job_it_watches_and_errors_of_what_it_asks() {
    let (console, feed) = console();
    (0..120).for_each(|_| feed.step());
    let address = serve(console).await;
    let mut socket = connect(&address, None).await.expect("a socket");
    say(&mut socket, json!({ "type": "watch_job", "id": QUERY })).await;
    assert_eq!(next(&mut socket, "columns").await["columns"][1]["name"], "view_count");
    assert_eq!(next(&mut socket, "rows").await["rows"].as_array().unwrap().len() % 7, 0);
    say(&mut socket, json!({ "type": "watch_job", "id": "nobody" })).await;
    assert_eq!(next(&mut socket, "fault").await["error"]["code"], "not_found");
    socket.send(Message::text("nonsense")).await.unwrap();
    assert_eq!(next(&mut socket, "fault").await["error"]["code"], "bad_request");
    next(&mut socket, "tick").await;
}

#[tokio::test]
async fn a_page_that_sends_too_much_is_closed() {
    let (console, _) = console();
    let address = serve(console).await;
    let mut socket = connect(&address, None).await.expect("a socket");
    socket.send(Message::text("x".repeat(64 * 1024))).await.expect("the socket takes it");
    let closed = async { while let Some(Ok(_)) = socket.next().await {} };
    tokio::time::timeout(Duration::from_secs(5), closed).await.expect("the server closes the socket");
}

#[tokio::test]
async fn a_page_that_reads_nothing_holds_up_nobody() {
    let (console, _) = console();
    let address = serve(console.clone()).await;
    let mut stuck = connect(&address, None).await.expect("a socket");
    say(&mut stuck, json!({ "type": "watch_stream", "id": CLICKS })).await;
    let mut lively = connect(&address, None).await.expect("a socket");
    next(&mut lively, "snapshot").await;
    let first = next(&mut lively, "tick").await["at"].as_i64().unwrap();
    next(&mut lively, "tick").await;
    let third = next(&mut lively, "tick").await["at"].as_i64().unwrap();
    assert!((1_500..3_500).contains(&(third - first)), "ticks come each second: {}", third - first);
    drop(stuck);
}
