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
use headwater_types::Scope;

use crate::error::SqlError;
use crate::plan::ChangelogMode;
use crate::table::TableDef;
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
        Some(name @ ("print" | "blackhole")) => Err(SqlError::nowhere(format!(
            "table '{}': connector '{name}' cannot be read, only written",
            table.name
        ))),
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
        Some(name) => SqlError::nowhere(format!("table '{}': connector '{name}' is not offered", table.name)),
        None => SqlError::nowhere(format!("table '{}' has no 'connector' option", table.name)),
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
        return Err(options.error(
            "'json.fail-on-missing-field' and 'json.ignore-parse-errors' cannot both be true".to_owned(),
        ));
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
            return Err(
                options.error(format!("'json.map-null-key.mode' is '{other}', not FAIL, DROP or LITERAL"))
            );
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
        Some(other) => Err(options.error(format!(
            "'json.timestamp-format.standard' is '{other}', not SQL, ISO-8601 or ISO-8601-WITH-OFFSET"
        ))),
    }
}

/// The table's format must be JSON.
fn require_json(options: &Options<'_>) -> Result<(), SqlError> {
    match options.text("format").or_else(|| options.text("value.format")).as_deref() {
        Some("json") => Ok(()),
        Some(other) => Err(options.error(format!("format '{other}' is not offered; use 'json'"))),
        None => Err(options.error("there is no 'format' option; set 'format' = 'json'".to_owned())),
    }
}
