//! The command line: one enum from which parsing, help and completion derive. What the commands do stands in
//! `commands/`, `demo/` and `bench/`.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Where AWS tools expect a local endpoint. TLS is spoken on the port after it.
pub const DEFAULT_PORT: u16 = 4566;

/// Real-time streaming in one binary: the Kinesis APIs, Flink SQL, delivery to S3 and a live console over one durable log.
#[derive(Debug, Parser)]
#[command(name = "headwater", version, max_term_width = 100, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server.
    Serve(ServeArgs),
    /// Run the main job on generated click events: collect, analyse with SQL windows, deliver to a bucket, see it live.
    Demo(DemoArgs),
    /// Run and watch Flink SQL: jobs on a server, or one file in the foreground.
    #[command(subcommand)]
    Sql(SqlCommand),
    /// Print the certificate authority of a data directory, or install it, so that clients accept the server's TLS.
    Trust(TrustArgs),
    /// Make, rotate and disable the keys that streams are encrypted with
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Look at, verify and salvage a data directory that no server uses.
    #[command(subcommand)]
    Log(LogCommand),
    /// Copy the data of a server as of one commit, while it runs or not, into a new data directory.
    Backup(BackupArgs),
    /// Copy a backup into a data directory that holds nothing yet, and read every byte on the way.
    Restore(RestoreArgs),
    /// Measure any Kinesis endpoint: throughput, latency, producer-to-subscriber time.
    Bench(crate::bench::Args),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Limits {
    /// The quotas of the real service: 1 MiB/s and 1,000 records/s into a shard, 2 MiB/s and 5 reads/s out of it.
    Aws,
    /// No throughput quotas.
    Off,
}

/// Flags win over the configuration file, which wins over the defaults.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Where everything durable lives; made if it does not exist [default: ./headwater-data]
    #[arg(long, value_name = "DIR", env = "HEADWATER_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1]
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<IpAddr>,
    /// Port for HTTP/1.1 and cleartext HTTP/2; 0 takes a free one [default: 4566]
    #[arg(long, value_name = "N", env = "HEADWATER_PORT")]
    pub port: Option<u16>,
    /// Which throughput quotas streams enforce [default: aws]
    #[arg(long, value_enum)]
    pub limits: Option<Limits>,
    /// Configuration file (TOML); see docs/CONFIGURATION.md
    #[arg(long, value_name = "FILE", env = "HEADWATER_CONFIG")]
    pub config: Option<PathBuf>,
    /// Port for TLS (HTTP/2 and HTTP/1.1 by ALPN); 0 takes a free one [default: the port after --port]
    #[arg(long, value_name = "N", env = "HEADWATER_TLS_PORT", conflicts_with = "no_tls")]
    pub tls_port: Option<u16>,
    /// Speak no TLS
    #[arg(long)]
    pub no_tls: bool,
    /// Speak without encryption beyond loopback, and, where no credentials are configured, to anybody
    #[arg(long)]
    pub insecure: bool,
}

#[derive(Debug, Args)]
pub struct TrustArgs {
    /// The server's data directory [default: ./headwater-data]
    #[arg(long, value_name = "DIR", env = "HEADWATER_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The server's configuration file, for its data directory
    #[arg(long, value_name = "FILE", env = "HEADWATER_CONFIG")]
    pub config: Option<PathBuf>,
    /// Put the certificate into the system's store (Debian and its relatives, Fedora and its relatives; needs root)
    #[arg(long)]
    pub install: bool,
}

/// Which data directory.
#[derive(Debug, Args)]
pub struct DataDirArgs {
    /// The server's data directory [default: ./headwater-data]
    #[arg(long, value_name = "DIR", env = "HEADWATER_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The server's configuration file, for its data directory
    #[arg(long, value_name = "FILE", env = "HEADWATER_CONFIG")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Show files, partitions and how far the log goes
    Inspect {
        #[command(flatten)]
        dir: DataDirArgs,
        /// List every partition
        #[arg(long)]
        partitions: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Read everything, each byte against its checksum; fails where something is damaged
    Verify {
        #[command(flatten)]
        dir: DataDirArgs,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Copy what can be read into a new data directory; what cannot stays a range that answers an error
    Repair {
        #[command(flatten)]
        dir: DataDirArgs,
        /// The new data directory
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct BackupArgs {
    #[command(flatten)]
    pub dir: DataDirArgs,
    /// Where to; must not exist or be empty
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup
    #[arg(long, value_name = "DIR")]
    pub from: PathBuf,
    #[command(flatten)]
    pub dir: DataDirArgs,
}

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Events to send per second
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    pub rate: u32,
    /// Stop after this time (30s, 5m, 1h) and reconcile; without it the demo runs until Ctrl-C
    #[arg(long = "for", value_name = "TIME", value_parser = humantime::parse_duration)]
    pub duration: Option<Duration>,
    /// Length of the SQL windows
    #[arg(long, value_name = "TIME", default_value = "5s", value_parser = humantime::parse_duration)]
    pub window: Duration,
    /// Keep the data here instead of a temporary directory that is removed at the end
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Port to listen on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    pub port: u16,
    /// Which throughput quotas streams enforce; the demo makes enough shards for its rate
    #[arg(long, value_enum, default_value_t = Limits::Aws)]
    pub limits: Limits,
}

/// Where a running server is.
#[derive(Debug, Args)]
pub struct Endpoint {
    /// Address of the server [default: $AWS_ENDPOINT_URL, else http://127.0.0.1:4566]
    #[arg(long = "endpoint", value_name = "URL", env = "HEADWATER_ENDPOINT")]
    given: Option<String>,
}

impl Endpoint {
    /// The server's URL, without a slash at its end.
    pub fn url(&self) -> String {
        let given = self.given.clone().or_else(|| std::env::var("AWS_ENDPOINT_URL").ok());
        let url = given.unwrap_or_else(|| format!("http://127.0.0.1:{DEFAULT_PORT}"));
        url.trim_end_matches('/').to_owned()
    }
}

/// Whose streams and tables statements speak of.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Account of the streams and tables, twelve digits [default: 000000000000]
    #[arg(long, value_name = "ID")]
    pub account: Option<String>,
    /// Region of the streams and tables [default: us-east-1]
    #[arg(long, value_name = "NAME", env = "AWS_DEFAULT_REGION")]
    pub region: Option<String>,
}

/// Which key file. A running server takes changes of it up within a minute.
#[derive(Debug, Args)]
pub struct KeyFileArgs {
    /// The key file itself [default: encryption.key_file of the configuration, else keys/keys.json under the data directory]
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// The server's data directory [default: ./headwater-data]
    #[arg(long, value_name = "DIR", env = "HEADWATER_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The server's configuration file
    #[arg(long, value_name = "FILE", env = "HEADWATER_CONFIG")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// List the keys, without their secrets
    List {
        #[command(flatten)]
        file: KeyFileArgs,
    },
    /// Make a new key and print its id
    Add {
        #[command(flatten)]
        file: KeyFileArgs,
        /// A name to use beside the id, as `alias/orders`
        #[arg(long, value_name = "ALIAS")]
        alias: Option<String>,
    },
    /// Give a key a new version; older ones go on opening what they have wrapped
    Rotate {
        #[command(flatten)]
        file: KeyFileArgs,
        /// Id or alias of the key
        key: String,
    },
    /// Let a key be used again
    Enable {
        #[command(flatten)]
        file: KeyFileArgs,
        /// Id or alias of the key
        key: String,
    },
    /// Keep a key from being used: its streams can be neither read nor written
    Disable {
        #[command(flatten)]
        file: KeyFileArgs,
        /// Id or alias of the key
        key: String,
    },
}

/// One SQL text, from a file, from the command line, or from standard input.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct SqlText {
    /// Read statements from this file; `-` is standard input
    #[arg(short, long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The statements themselves
    #[arg(short, long, value_name = "SQL")]
    pub execute: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum SqlCommand {
    /// Start statements as streaming jobs on a server; a bare SELECT streams its rows to the terminal
    Submit {
        #[command(flatten)]
        endpoint: Endpoint,
        #[command(flatten)]
        scope: ScopeArgs,
        #[command(flatten)]
        text: SqlText,
        /// Return at once instead of following the rows of a bare SELECT
        #[arg(long)]
        detach: bool,
    },
    /// List the jobs of a server
    List {
        #[command(flatten)]
        endpoint: Endpoint,
        /// Print JSON, one job a line
        #[arg(long)]
        json: bool,
    },
    /// Print the plan of the statements without running them
    Explain {
        #[command(flatten)]
        endpoint: Endpoint,
        #[command(flatten)]
        scope: ScopeArgs,
        #[command(flatten)]
        text: SqlText,
    },
    /// Stop a job for good
    Cancel {
        #[command(flatten)]
        endpoint: Endpoint,
        /// Id of the job, as `headwater sql list` shows it
        job: String,
    },
    /// Start a job that failed again, from its last checkpoint
    Restart {
        #[command(flatten)]
        endpoint: Endpoint,
        /// Id of the job, as `headwater sql list` shows it
        job: String,
    },
    /// Follow the rows of a bare SELECT, or the latest of what an INSERT writes
    Rows {
        #[command(flatten)]
        endpoint: Endpoint,
        /// Id of the job
        job: String,
        /// Of a statement set: which of the tables it writes
        #[arg(long, value_name = "TABLE")]
        sink: Option<String>,
        /// Print the rows that are there and return
        #[arg(long)]
        no_follow: bool,
    },
    /// Execute one file in the foreground, without a server, to the end of its bounded sources
    Run {
        /// The statements to execute
        #[arg(short, long, value_name = "FILE")]
        file: PathBuf,
        /// How the last query's changelog is printed
        #[arg(long, value_enum, default_value_t = RowFormat::Json)]
        format: RowFormat,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// One object a line: {"op": "+I", "row": […]}
    Json,
    /// Columns for a reader
    Table,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_duration_is_written_as_people_write_it() {
        let cli = Cli::try_parse_from(["headwater", "demo", "--for", "30s"]).expect("legal");
        let Command::Demo(demo) = cli.command else { panic!("not demo") };
        assert_eq!(demo.duration, Some(Duration::from_secs(30)));
        assert!(Cli::try_parse_from(["headwater", "demo", "--for", "soon"]).is_err());
    }

    #[test]
    fn sql_needs_exactly_one_text() {
        for (args, legal) in [
            (vec!["headwater", "sql", "explain"], false),
            (vec!["headwater", "sql", "explain", "-e", "SELECT 1"], true),
            (vec!["headwater", "sql", "explain", "-e", "SELECT 1", "-f", "x.sql"], false),
        ] {
            assert_eq!(Cli::try_parse_from(&args).is_ok(), legal, "{args:?}");
        }
    }
}
