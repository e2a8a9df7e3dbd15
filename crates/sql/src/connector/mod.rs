//! Tables as places records come from and go to: what a table's options mean, and the readers and writers behind them.
//!
//! A connector's options are a `const` table, so that an unknown option is an error that lists the known ones. What
//! reading and writing mean for exactly-once is the job's business (`jobs::runner`): readers have positions, writers
//! have buffers that belong to the checkpoint.

pub mod files;
pub mod kinesis;
pub mod options;
pub mod parts;

use headwater_connect::format::TimestampStandard;
use headwater_connect::format::json::{DecodeOptions, EncodeOptions, MapNullKeyMode};
use headwater_types::{Scope, StreamArn};

use crate::error::SqlError;
use crate::plan::{ChangelogMode, Plan, PlanNode};
use crate::table::{ColumnKind, TableColumn, TableDef};
use crate::types::LogicalType;
use options::{Known, Options};

/// What a source table reads.
#[derive(Clone, Debug)]
pub enum Source {
    Kinesis(kinesis::KinesisSource),
    Files(files::FileSource),
}

/// What a sink table writes to.
#[derive(Clone, Debug)]
pub enum Sink {
    Kinesis(kinesis::KinesisSink),
    Files(parts::FileSink),
    /// Rows go to the job's row feed, or to standard output where a file is run.
    Print,
    Blackhole,
}

const PRINT_OPTIONS: &[Known] = &[
    Known::used("connector"),
    Known::ignored("print-identifier"),
    Known::ignored("standard-error"),
    Known::ignored("sink.parallelism"),
];
const BLACKHOLE_OPTIONS: &[Known] = &[Known::used("connector"), Known::ignored("property-version")];

/// The connectors there are, for messages.
const CONNECTORS: &str = "kinesis, kinesis-legacy, filesystem, print and blackhole";

/// Reads a table's options as those of a source.
pub fn source_of(table: &TableDef, scope: &Scope) -> Result<Source, SqlError> {
    match table.connector() {
        Some("kinesis" | "kinesis-legacy") => kinesis::source_of(table, scope).map(Source::Kinesis),
        Some("filesystem") => files::source_of(table).map(Source::Files),
        Some(name @ ("print" | "blackhole")) => {
            let message = format!("table '{}': connector '{name}' cannot be read, only written", table.name);
            Err(SqlError::at(table.places.used, message))
        }
        other => Err(unknown_connector(table, other)),
    }
}

/// Reads a table's options as those of a sink.
pub fn sink_of(table: &TableDef, scope: &Scope) -> Result<Sink, SqlError> {
    match table.connector() {
        Some("kinesis" | "kinesis-legacy") => kinesis::sink_of(table, scope).map(Sink::Kinesis),
        Some("filesystem") => parts::sink_of(table).map(Sink::Files),
        Some("print") => Options::of(table, &[PRINT_OPTIONS]).map(|_| Sink::Print),
        Some("blackhole") => Options::of(table, &[BLACKHOLE_OPTIONS]).map(|_| Sink::Blackhole),
        other => Err(unknown_connector(table, other)),
    }
}

fn unknown_connector(table: &TableDef, connector: Option<&str>) -> SqlError {
    let error = match connector {
        Some(name) => {
            let message = format!("table '{}': connector '{name}' is not offered", table.name);
            SqlError::at(table.places.value("connector"), message)
        }
        None => {
            SqlError::at(table.places.table(), format!("table '{}' has no 'connector' option", table.name))
        }
    };
    error.with_hint(format!("the connectors are {CONNECTORS}"))
}

/// Whether a source table ends by itself.
pub fn is_bounded(table: &TableDef) -> bool {
    table.connector() == Some("filesystem")
}

/// What kinds of rows a sink table takes.
pub fn sink_accepts(table: &TableDef) -> ChangelogMode {
    match table.connector() {
        Some("print" | "blackhole") => ChangelogMode::ALL,
        _ => ChangelogMode::APPEND,
    }
}

/// The `json.*` options of a table that is read.
fn decode_options(options: &Options<'_>) -> Result<DecodeOptions, SqlError> {
    let decode = DecodeOptions {
        fail_on_missing_field: options.boolean("json.fail-on-missing-field")?.unwrap_or(false),
        ignore_parse_errors: options.boolean("json.ignore-parse-errors")?.unwrap_or(false),
        timestamp_standard: timestamp_standard(options)?,
    };
    if decode.fail_on_missing_field && decode.ignore_parse_errors {
        let message = "'json.fail-on-missing-field' and 'json.ignore-parse-errors' cannot both be true";
        return Err(options.bad_value("json.ignore-parse-errors", message));
    }
    Ok(decode)
}

/// The `json.*` options of a table that is written.
fn encode_options(options: &Options<'_>) -> Result<EncodeOptions, SqlError> {
    let map_null_key = match options.text("json.map-null-key.mode").as_deref() {
        None | Some("FAIL") => MapNullKeyMode::Fail,
        Some("DROP") => MapNullKeyMode::Drop,
        Some("LITERAL") => MapNullKeyMode::Literal(
            options.text("json.map-null-key.literal").unwrap_or_else(|| "null".to_owned()),
        ),
        Some(other) => {
            let message = format!("'json.map-null-key.mode' is '{other}', not FAIL, DROP or LITERAL");
            return Err(options.bad_value("json.map-null-key.mode", &message));
        }
    };
    Ok(EncodeOptions {
        timestamp_standard: timestamp_standard(options)?,
        decimal_as_plain_number: options.boolean("json.encode.decimal-as-plain-number")?.unwrap_or(false),
        ignore_null_fields: options.boolean("json.encode.ignore-null-fields")?.unwrap_or(false),
        map_null_key,
    })
}

fn timestamp_standard(options: &Options<'_>) -> Result<TimestampStandard, SqlError> {
    match options.text("json.timestamp-format.standard").as_deref() {
        None | Some("SQL") => Ok(TimestampStandard::Sql),
        Some("ISO-8601") => Ok(TimestampStandard::Iso8601),
        Some("ISO-8601-WITH-OFFSET") => Ok(TimestampStandard::Iso8601WithOffset),
        Some(other) => {
            const KEY: &str = "json.timestamp-format.standard";
            let message = format!("'{KEY}' is '{other}', not SQL, ISO-8601 or ISO-8601-WITH-OFFSET");
            Err(options.bad_value(KEY, &message))
        }
    }
}

/// The table's format must be JSON.
fn require_json(options: &Options<'_>) -> Result<(), SqlError> {
    match options.first(&["format", "value.format"]) {
        Some((_, format)) if format == "json" => Ok(()),
        Some((_, format)) if format == "parquet" && options.connector() == Some("filesystem") => {
            Err(options.misused("format 'parquet' can be written, not read; use 'json'"))
        }
        Some((key, other)) => {
            Err(options.bad_value(key, &format!("format '{other}' is not offered; use 'json'")))
        }
        None => Err(options.missing("there is no 'format' option; set 'format' = 'json'")),
    }
}

/// What is wrong with a plan's tables, told before anything runs; `open` says what is wrong with a stream, if anything.
pub fn check_plan(
    plan: &Plan,
    scope: &Scope,
    open: &dyn Fn(&StreamArn) -> Result<(), String>,
) -> Result<(), SqlError> {
    let stream = |table: &TableDef, stream: &StreamArn| {
        let key = if table.options.contains_key("stream.arn") { "stream.arn" } else { "stream" };
        let at_stream = |message| SqlError::at(table.places.value(key), message);
        open(stream).map_err(|error| at_stream(format!("table '{}': {error}", table.name)))
    };
    match &plan.node {
        PlanNode::Scan { table, columns } => {
            if let Source::Kinesis(source) = source_of(table, scope)? {
                stream(table, &source.stream)?;
            }
            columns.iter().try_for_each(|column| check_column(table, &table.columns[*column]))?;
        }
        PlanNode::Sink { table, .. } => {
            if let Sink::Kinesis(sink) = sink_of(table, scope)? {
                stream(table, &sink.stream)?;
            }
        }
        _ => {}
    }
    plan.inputs().into_iter().try_for_each(|input| check_plan(input, scope, open))
}

/// What is wrong with a definition whatever it will be used for. What is missing may come with LIKE or a hint, and a connector that is not
/// offered may never be used, as in Flink.
pub fn check_definition(table: &TableDef, scope: &Scope) -> Result<(), SqlError> {
    let known = ["kinesis", "kinesis-legacy", "filesystem", "print", "blackhole"];
    if !table.connector().is_some_and(|name| known.contains(&name)) {
        return Ok(());
    }
    let of_an_option = |error: &SqlError| {
        let places = table.places.options.values();
        places.flat_map(|(key, value)| [key, value]).any(|place| *place == error.position())
    };
    let errors = [sink_of(table, scope).err(), source_of(table, scope).err()];
    match errors.into_iter().flatten().find(of_an_option) {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// Whether a column's values can come from its connector.
fn check_column(table: &TableDef, column: &TableColumn) -> Result<(), SqlError> {
    let ColumnKind::Metadata { key, .. } = &column.kind else { return Ok(()) };
    let kinesis = table.connector().is_some_and(|name| name.starts_with("kinesis"));
    let text = matches!(column.data_type.logical, LogicalType::Varchar(_) | LogicalType::Char(_));
    let time = matches!(column.data_type.logical, LogicalType::Timestamp(_) | LogicalType::TimestampLtz(_));
    let fits = match key.as_str() {
        "timestamp" => time,
        "shard-id" | "sequence-number" => text,
        _ => false,
    };
    if kinesis && fits {
        return Ok(());
    }
    let message =
        format!("table '{}': there is no metadata '{key}' of type {}", table.name, column.data_type.logical);
    let hint = "the kinesis connector has timestamp (TIMESTAMP_LTZ), shard-id and sequence-number (STRING)";
    Err(SqlError::at(table.places.column(&column.name), message).with_hint(hint))
}
