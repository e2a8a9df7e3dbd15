//! The `kinesis` connector of both generations: a Headwater stream read and written without HTTP.
//!
//! Shards are read in the order of their lineage: children begin when all their parents are read to the end, so a key's records
//! are never seen out of order across a reshard. Positions are offsets, good to be kept in a checkpoint; LATEST and
//! AT_TIMESTAMP are fixed to offsets once, when the job first starts.
//! Source of the options: flink-connector-aws 4.x (`kinesis-legacy`) and 5.x/6.x (`kinesis`).

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use headwater_connect::format::date_pattern::Pattern;
use headwater_connect::format::json::{DecodeOptions, EncodeOptions};
use headwater_stream::{Position, ReadLimits, ReadResult, StreamError, Streams};
use headwater_types::{Offset, Region, Scope, ShardId, StreamArn, StreamName, Timestamp};
use serde::{Deserialize, Serialize};

use super::options::{JSON_OPTIONS, Known, Options};
use super::{decode_options, encode_options, require_json};
use crate::error::SqlError;
use crate::exec::{ExecError, SplitEvent, SplitId};
use crate::table::TableDef;

const OPTIONS: &[Known] = &[
    Known::used("connector"),
    Known::used("stream"),
    Known::used("stream.arn"),
    Known::used("aws.region"),
    Known::used("scan.stream.initpos"),
    Known::used("scan.stream.initpos-timestamp"),
    Known::used("scan.stream.initpos-timestamp-format"),
    Known::used("source.init.position"),
    Known::used("source.init.timestamp"),
    Known::used("source.init.timestamp.format"),
    Known::used("scan.watermark.idle-timeout"),
    Known::used("sink.partitioner"),
    Known::used("sink.partitioner-field-delimiter"),
    // In one process there is no endpoint to find, no credential to show and no request to size. A `*` stands only where none of
    // the family means anything here, so that no slip in a name that does is taken for another option.
    Known::ignored("aws.endpoint"),
    Known::ignored("aws.credentials.*"),
    Known::ignored("aws.trust.all.certificates"),
    Known::ignored("aws.http.protocol.version"),
    Known::ignored("aws.http-client.*"),
    Known::ignored("scan.watermark.emit.strategy"),
    Known::ignored("scan.watermark.alignment.*"),
    Known::ignored("scan.watermark.sync.*"),
    Known::ignored("scan.watermark.lookahead.millis"),
    Known::ignored("scan.shard.*"),
    Known::ignored("scan.list.*"),
    Known::ignored("scan.describestreamconsumer.*"),
    Known::ignored("scan.registerstreamconsumer.*"),
    Known::ignored("scan.stream.recordpublisher"),
    Known::ignored("scan.stream.efo.*"),
    Known::ignored("scan.stream.describe.*"),
    Known::ignored("scan.stream.describestreamconsumer.*"),
    Known::ignored("scan.stream.registerstreamconsumer.*"),
    Known::ignored("scan.stream.deregisterstreamconsumer.*"),
    Known::ignored("scan.parallelism"),
    Known::ignored("source.reader.*"),
    Known::ignored("source.efo.*"),
    Known::ignored("source.shard.*"),
    Known::ignored("source.get-records.*"),
    Known::ignored("sink.batch.*"),
    Known::ignored("sink.requests.*"),
    Known::ignored("sink.flush-buffer.*"),
    Known::ignored("sink.fail-on-error"),
    Known::ignored("sink.producer.*"),
    Known::ignored("sink.http-client.*"),
    Known::ignored("sink.parallelism"),
];

/// Where a job that was never checkpointed begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitialPosition {
    Latest,
    TrimHorizon,
    AtTimestamp(Timestamp),
}

#[derive(Clone, Debug)]
pub struct KinesisSource {
    pub stream: StreamArn,
    pub initial: InitialPosition,
    pub decode: DecodeOptions,
    /// `scan.watermark.idle-timeout` in milliseconds, where the table says so; 0 is off.
    pub idle_timeout_ms: Option<u64>,
}

#[derive(Clone, Debug)]
pub struct KinesisSink {
    pub stream: StreamArn,
    pub encode: EncodeOptions,
    /// Columns whose values, joined, are the partition key; none: a random key per record.
    pub key_columns: Vec<String>,
    pub key_delimiter: String,
    /// `sink.partitioner` = fixed: all records of the job have one key.
    pub one_key: bool,
}

pub fn source_of(table: &TableDef, scope: &Scope) -> Result<KinesisSource, SqlError> {
    let options = Options::of(table, &[OPTIONS, JSON_OPTIONS])?;
    require_json(&options)?;
    Ok(KinesisSource {
        stream: stream_of(&options, scope)?,
        initial: initial_position(&options)?,
        decode: decode_options(&options)?,
        idle_timeout_ms: options.duration_ms("scan.watermark.idle-timeout")?,
    })
}

pub fn sink_of(table: &TableDef, scope: &Scope) -> Result<KinesisSink, SqlError> {
    let options = Options::of(table, &[OPTIONS, JSON_OPTIONS])?;
    require_json(&options)?;
    let one_key = match options.text("sink.partitioner").as_deref() {
        None | Some("random") => false,
        Some("fixed") => true,
        Some(other) => {
            let message = format!("'sink.partitioner' is '{other}'; 'fixed' and 'random' are offered");
            return Err(options.bad_value("sink.partitioner", &message));
        }
    };
    Ok(KinesisSink {
        stream: stream_of(&options, scope)?,
        encode: encode_options(&options)?,
        key_columns: table.partitioned_by.clone(),
        key_delimiter: options.text("sink.partitioner-field-delimiter").unwrap_or_else(|| "|".to_owned()),
        one_key,
    })
}

/// `stream.arn`, or `stream` in the region of `aws.region` (the caller's without one).
fn stream_of(options: &Options<'_>, scope: &Scope) -> Result<StreamArn, SqlError> {
    if let Some(arn) = options.text("stream.arn") {
        return StreamArn::parse(&arn).ok_or_else(|| {
            options.bad_value("stream.arn", &format!("'stream.arn' is '{arn}', not the ARN of a stream"))
        });
    }
    let Some(name) = options.text("stream") else {
        return Err(options.missing("there is no 'stream' option; set 'stream' (a name) or 'stream.arn'"));
    };
    let stream = StreamName::parse(&name).ok_or_else(|| {
        options.bad_value("stream", &format!("'stream' is '{name}', not a legal stream name"))
    })?;
    let region = match options.text("aws.region") {
        None => scope.region.clone(),
        Some(text) => Region::parse(&text).ok_or_else(|| {
            options.bad_value("aws.region", &format!("'aws.region' is '{text}', not a region"))
        })?,
    };
    Ok(StreamArn { scope: Scope { account: scope.account.clone(), region }, stream })
}

fn initial_position(options: &Options<'_>) -> Result<InitialPosition, SqlError> {
    let Some((key, position)) = options.first(&["scan.stream.initpos", "source.init.position"]) else {
        // The default of both generations.
        return Ok(InitialPosition::Latest);
    };
    match position.as_str() {
        "LATEST" => Ok(InitialPosition::Latest),
        "TRIM_HORIZON" => Ok(InitialPosition::TrimHorizon),
        "AT_TIMESTAMP" => {
            let text = options.first(&["scan.stream.initpos-timestamp", "source.init.timestamp"]);
            let Some((time_key, text)) = text else {
                let message = format!("'{key}' is AT_TIMESTAMP, but there is no timestamp option beside it");
                return Err(options.bad_value(key, &message));
            };
            let format =
                options.first(&["scan.stream.initpos-timestamp-format", "source.init.timestamp.format"]);
            let read = match &format {
                None => read_timestamp(&text),
                Some((key, format)) => read_formatted(&text, format)
                    .map_err(|error| options.bad_value(key, &format!("'{key}' is '{format}': {error}")))?,
            };
            let like = format.map_or("2026-03-20T10:00:00.000+00:00".to_owned(), |(_, format)| format);
            read.map(InitialPosition::AtTimestamp).ok_or_else(|| {
                options.bad_value(time_key, &format!("'{text}' is no timestamp such as {like}"))
            })
        }
        other => {
            let message = format!("'{key}' is '{other}', not LATEST, TRIM_HORIZON or AT_TIMESTAMP");
            Err(options.bad_value(key, &message))
        }
    }
}

/// Seconds since the epoch with an optional fraction, or ISO-8601 with an offset.
fn read_timestamp(text: &str) -> Option<Timestamp> {
    if let Ok(seconds) = text.parse::<f64>() {
        return (0.0..1e12).contains(&seconds).then_some(Timestamp((seconds * 1000.0) as i64));
    }
    let standard = headwater_connect::format::TimestampStandard::Iso8601WithOffset;
    let moment = headwater_connect::format::text::parse_timestamp_ltz(text.as_bytes(), standard)?;
    moment.in_units(1000).map(Timestamp)
}

/// A time in a Java date pattern, with an offset where the pattern ends in `X` or `Z` and in UTC where not; else seconds since
/// the epoch, as the connectors do it. `Err` says what the pattern has that is not offered.
fn read_formatted(text: &str, format: &str) -> Result<Option<Timestamp>, String> {
    let local = format.trim_end_matches(['X', 'Z']);
    let pattern = Pattern::for_reading(local).map_err(|error| error.to_string())?;
    let zoned = if local.len() == format.len() { Some((text, 0)) } else { split_offset(text) };
    let nanos = zoned.and_then(|(time, offset_s)| {
        let nanos = pattern.read(time)?;
        Some(nanos - i128::from(offset_s) * 1_000_000_000)
    });
    let millis = nanos.and_then(|nanos| i64::try_from(nanos.div_euclid(1_000_000)).ok());
    Ok(millis.map(Timestamp).or_else(|| text.parse::<f64>().is_ok().then(|| read_timestamp(text)).flatten()))
}

/// A time and its offset in seconds: `Z`, `+02`, `+0200` or `+02:00`.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(time) = text.strip_suffix('Z') {
        return Some((time, 0));
    }
    let at = text.rfind(['+', '-'])?;
    let digits = text[at + 1..].replace(':', "");
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        2 => number * 3_600,
        4 => number / 100 * 3_600 + number % 100 * 60,
        _ => return None,
    };
    Some((&text[..at], if text[at..].starts_with('-') { -seconds } else { seconds }))
}

/// Reads all shards of a stream. Its fields are what a checkpoint keeps.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ShardReader {
    splits: BTreeMap<u32, ShardState>,
    /// Shards read to their end.
    drained: BTreeSet<u32>,
    next_split: u32,
    /// Records that had passed the retention before they were read.
    #[serde(default)]
    expired: u64,
    /// The split that is asked first next time, so that none starves.
    #[serde(skip)]
    turn: usize,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShardState {
    shard: u32,
    /// The next offset; `None` before the first read of a shard that begins at its oldest record.
    offset: Option<u64>,
    /// Whether every record of the shard was there when the job came past its parent: one that is missing now has expired since.
    #[serde(default)]
    whole: bool,
    pub records: u64,
    #[serde(skip)]
    pub millis_behind: Option<u64>,
    #[serde(skip)]
    last_record: Option<Duration>,
    #[serde(skip)]
    pub idle: bool,
    #[serde(skip)]
    caught_up: bool,
}

/// What reading a stream gave.
pub enum Read {
    /// Records of one split.
    Records(SplitId, ReadResult),
    /// Every split is at its end for now.
    Nothing,
}

impl ShardReader {
    /// Fixes where each shard begins: called once, when a job starts without a checkpoint.
    pub async fn open(
        streams: &Streams,
        source: &KinesisSource,
    ) -> Result<(Self, Vec<SplitEvent>), ExecError> {
        let mut reader = Self::default();
        let mut events = Vec::new();
        let shards = streams.shards(&source.stream).map_err(fault)?;
        let known: BTreeSet<ShardId> = shards.iter().map(|shard| shard.id).collect();
        for shard in &shards {
            let offset = match source.initial {
                InitialPosition::Latest if !shard.is_open() => continue,
                InitialPosition::Latest => {
                    Some(reader.resolve(streams, source, shard.id, Position::Latest).await?)
                }
                // Children wait for their parents.
                _ if shard.parents().any(|parent| known.contains(&parent)) => continue,
                InitialPosition::TrimHorizon => None,
                InitialPosition::AtTimestamp(at) => {
                    Some(reader.resolve(streams, source, shard.id, Position::AtTimestamp(at)).await?)
                }
            };
            events.push(reader.add(shard.id, offset.map(|o| o.0), false, [None, None]));
        }
        if source.initial == InitialPosition::Latest {
            let closed = shards.iter().filter(|shard| !shard.is_open()).map(|shard| shard.id.0);
            reader.drained.extend(closed);
        }
        Ok((reader, events))
    }

    async fn resolve(
        &self,
        streams: &Streams,
        source: &KinesisSource,
        shard: ShardId,
        position: Position,
    ) -> Result<Offset, ExecError> {
        streams.resolve(&source.stream, shard, position).await.map_err(fault)
    }

    fn add(
        &mut self,
        shard: ShardId,
        offset: Option<u64>,
        whole: bool,
        parents: [Option<SplitId>; 2],
    ) -> SplitEvent {
        let split = SplitId(self.next_split);
        self.next_split += 1;
        let state = ShardState {
            shard: shard.0,
            offset,
            whole,
            records: 0,
            millis_behind: None,
            last_record: None,
            idle: false,
            caught_up: false,
        };
        self.splits.insert(split.0, state);
        SplitEvent::Added { split, parents }
    }

    pub fn splits(&self) -> impl Iterator<Item = (SplitId, ShardId, &ShardState)> {
        self.splits.iter().map(|(id, state)| (SplitId(*id), ShardId(state.shard), state))
    }

    /// Records that had passed the retention before they were read, since the job was submitted.
    pub fn expired(&self) -> u64 {
        self.expired
    }

    /// The next records of any split, in turns; what happened to splits is added to `events`, to be told after the records.
    pub async fn read(
        &mut self,
        streams: &Streams,
        source: &KinesisSource,
        limits: ReadLimits,
        now: Duration,
        idle_after: Option<Duration>,
        events: &mut Vec<SplitEvent>,
    ) -> Result<Read, ExecError> {
        let ids: Vec<u32> = self.splits.keys().copied().collect();
        for step in 0..ids.len() {
            let id = ids[(self.turn + step) % ids.len()];
            let Some(state) = self.splits.get_mut(&id) else { continue };
            let shard = ShardId(state.shard);
            if state.whole && state.offset.is_none() {
                let first = streams.resolve(&source.stream, shard, Position::TrimHorizon).await;
                state.offset = Some(first.map_err(fault)?.0);
            }
            let position =
                state.offset.map_or(Position::TrimHorizon, |offset| Position::Offset(Offset(offset)));
            let result = streams.read(&source.stream, shard, position, limits).await.map_err(fault)?;
            if result.skipped > 0 {
                warn_expired(&source.stream, shard, result.skipped, self.expired == 0);
                self.expired += result.skipped;
            }
            state.offset = Some(result.next_offset.0);
            state.millis_behind = Some(result.millis_behind_latest);
            let found = !result.records.is_empty();
            if found {
                state.records += result.records.len() as u64;
                state.last_record = Some(now);
                state.idle = false;
                state.caught_up = false;
            } else {
                let quiet_since = *state.last_record.get_or_insert(now);
                if !std::mem::replace(&mut state.caught_up, true) {
                    events.push(SplitEvent::CaughtUp(SplitId(id)));
                }
                let timed_out = idle_after.is_some_and(|after| now.saturating_sub(quiet_since) >= after);
                if timed_out && !std::mem::replace(&mut state.idle, true) {
                    events.push(SplitEvent::Idle(SplitId(id)));
                }
            }
            if result.next.is_none() {
                self.finish(SplitId(id), &result, events);
            }
            if found {
                self.turn = (self.turn + step + 1) % ids.len();
                return Ok(Read::Records(SplitId(id), result));
            }
        }
        Ok(Read::Nothing)
    }

    /// A shard is read to its end: children whose parents are all drained begin.
    fn finish(&mut self, split: SplitId, result: &ReadResult, events: &mut Vec<SplitEvent>) {
        let Some(state) = self.splits.get(&split.0) else { return };
        let whole = state.records > 0;
        self.drained.insert(state.shard);
        for child in &result.child_shards {
            let known = self.drained.contains(&child.shard.0)
                || self.splits.values().any(|state| state.shard == child.shard.0);
            // A parent that was never read here (it expired, or LATEST began behind it) holds nobody up.
            let waits = child.parents.iter().any(|parent| {
                !self.drained.contains(&parent.0) && self.splits.values().any(|state| state.shard == parent.0)
            });
            if known || waits {
                continue;
            }
            let mut parents = [None, None];
            let of_child = self.splits.iter().filter(|(_, s)| child.parents.contains(&ShardId(s.shard)));
            for (slot, (id, _)) in parents.iter_mut().zip(of_child) {
                *slot = Some(SplitId(*id));
            }
            let event = self.add(child.shard, None, whole, parents);
            events.push(event);
        }
        // Told after the children, which begin at the watermark of the parents still known.
        let waiting: Vec<u32> =
            self.splits.iter().filter(|(_, s)| self.drained.contains(&s.shard)).map(|(id, _)| *id).collect();
        for id in waiting {
            self.splits.remove(&id);
            events.push(SplitEvent::Finished(SplitId(id)));
        }
    }

    /// Ready when some split has more, or is closed.
    pub async fn wait(&self, streams: &Streams, source: &KinesisSource) {
        let waits = self.splits.values().map(|state| {
            let position =
                state.offset.map_or(Position::TrimHorizon, |offset| Position::Offset(Offset(offset)));
            let shard = ShardId(state.shard);
            Box::pin(async move {
                let waited = streams.wait(&source.stream, shard, &position).await;
                if waited.is_err() {
                    // The next read tells what is wrong.
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            })
        });
        let waits: Vec<_> = waits.collect();
        if waits.is_empty() {
            std::future::pending::<()>().await;
        }
        futures::future::select_all(waits).await;
    }
}

/// Said aloud the first time; the count goes on in the job's status.
fn warn_expired(stream: &StreamArn, shard: ShardId, gone: u64, first: bool) {
    if first {
        tracing::warn!(
            %stream, %shard, records = gone,
            "records expired before a sql job read them; lengthen the stream's retention, or give the job less to do"
        );
    } else {
        tracing::debug!(%stream, %shard, records = gone, "more records expired before a sql job read them");
    }
}

/// Which causes may mend themselves.
pub fn fault(error: StreamError) -> ExecError {
    let text = error.to_string();
    match error {
        StreamError::Commit(_) | StreamError::Read(_) | StreamError::Contended | StreamError::Stopping => {
            ExecError::Transient(text)
        }
        _ => ExecError::Permanent(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(options: &[(&str, &str)]) -> TableDef {
        TableDef {
            places: Default::default(),
            name: "t".to_owned(),
            columns: Vec::new(),
            watermark: None,
            primary_key: Vec::new(),
            partitioned_by: Vec::new(),
            options: options.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
            comment: None,
            temporary: false,
        }
    }

    #[test]
    fn both_generations_of_options_name_a_stream_and_a_position() {
        let scope = Scope::default();
        let old = table(&[
            ("connector", "kinesis"),
            ("stream", "clicks"),
            ("aws.region", "eu-west-1"),
            ("scan.stream.initpos", "TRIM_HORIZON"),
            ("format", "json"),
        ]);
        let source = source_of(&old, &scope).expect("legal");
        assert_eq!(source.stream.to_string(), "arn:aws:kinesis:eu-west-1:000000000000:stream/clicks");
        assert_eq!(source.initial, InitialPosition::TrimHorizon);
        let new = table(&[
            ("connector", "kinesis"),
            ("stream.arn", "arn:aws:kinesis:us-east-1:123456789012:stream/clicks"),
            ("source.init.position", "AT_TIMESTAMP"),
            ("source.init.timestamp", "2026-03-20T10:00:00+00:00"),
            ("format", "json"),
        ]);
        let source = source_of(&new, &scope).expect("legal");
        assert_eq!(source.initial, InitialPosition::AtTimestamp(Timestamp(1_774_000_800_000)));
    }

    #[test]
    fn an_unknown_option_is_refused_with_the_known_ones() {
        let bad = table(&[
            ("connector", "kinesis"),
            ("stream", "s"),
            ("format", "json"),
            ("scan.strem.initpos", "LATEST"),
        ]);
        let error = source_of(&bad, &Scope::default()).expect_err("a typo");
        assert!(error.message.contains("'scan.strem.initpos'"), "{error}");
        assert!(error.hint.is_some_and(|hint| hint.contains("scan.stream.initpos")));
        for (slip, meant) in [
            ("source.init.postion", "source.init.position"),
            ("aws.regoin", "aws.region"),
            ("scan.stream.initpso", "scan.stream.initpos"),
            ("scan.watermark.idle-timout", "scan.watermark.idle-timeout"),
        ] {
            let bad = table(&[("connector", "kinesis"), ("stream", "s"), ("format", "json"), (slip, "x")]);
            let hint = source_of(&bad, &Scope::default()).expect_err("a slip").hint.expect("a hint");
            assert!(hint.starts_with(&format!("did you mean '{meant}'?")), "{hint}");
        }
    }

    #[test]
    fn a_start_is_read_in_the_format_the_table_gives() {
        let expected = Some(Timestamp(1_774_000_800_000));
        for (text, format) in [
            ("2026-03-20T10:00:00.000+00:00", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
            ("20/03/2026 10:00", "dd/MM/yyyy HH:mm"),
            ("20/03/2026 12:00 +0200", "dd/MM/yyyy HH:mm Z"),
            ("20/03/2026 10:00Z", "dd/MM/yyyy HH:mmX"),
            ("1774000800", "dd/MM/yyyy HH:mm"),
        ] {
            assert_eq!(read_formatted(text, format), Ok(expected), "{text} as {format}");
        }
        assert_eq!(read_formatted("2026-03-20", "dd/MM/yyyy"), Ok(None));
        assert!(read_formatted("20 AD", "dd G").is_err());
    }
}
