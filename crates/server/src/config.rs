//! What a server runs with: flags over the configuration file over the defaults, checked before anything starts.
//!
//! Every key of the file stands in [`File`]; an unknown key is an error, because a typo that is silently ignored costs
//! an evening. docs/CONFIGURATION.md shows them all.

mod identities;
mod names;
mod tier;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use headwater_aws_wire::Identities;
use headwater_connect::object::EndpointConfig;
use headwater_store::EmbeddedConfig;
use headwater_stream::model::SizeLimit;
use headwater_stream::{OnDemandConfig, StreamsConfig};
use serde::{Deserialize, Deserializer};

use self::identities::FileIdentity;
use self::tier::FileTier;
pub use self::tier::StoreTier;
use crate::cli::{DEFAULT_PORT, DemoArgs, Limits, ServeArgs};
use crate::tls;

const DEFAULT_DATA_DIR: &str = "headwater-data";

/// A checked configuration.
#[derive(Clone, Debug)]
pub struct Config {
    pub data_dir: PathBuf,
    pub listen: IpAddr,
    pub port: u16,
    /// `None` speaks no TLS.
    pub tls: Option<TlsConfig>,
    /// Whether the port without TLS may be reached from beyond loopback.
    pub insecure: bool,
    /// Who may call; `None` is anybody.
    pub identities: Option<Arc<Identities>>,
    pub limits: Limits,
    /// Where deliveries and SQL tables with an `s3://` path put their objects; `None` is the embedded bucket directory.
    pub s3: Option<EndpointConfig>,
    pub streams: Vec<InitialStream>,
    /// The keys that streams are encrypted with.
    pub key_file: PathBuf,
    /// Further names this server goes by: those under which pages and unsigned requests are answered.
    pub hosts: Vec<String>,
    /// Origins whose pages may call the AWS JSON APIs, besides those of this machine.
    pub origins: Vec<String>,
    /// How long streams stay CREATING, UPDATING and DELETING.
    pub state_delay: Duration,
    pub on_demand: OnDemandConfig,
    pub retention: RetentionConfig,
    pub store: StoreBounds,
    /// Where old segments go; `None` keeps them in the data directory.
    pub tier: Option<StoreTier>,
}

/// The second port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsConfig {
    pub port: u16,
    /// A port that was asked for must be had; the default one may be taken by another server.
    pub port_is_default: bool,
    pub source: tls::Source,
}

/// The configuration file, key by key.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    data_dir: Option<PathBuf>,
    listen: Option<IpAddr>,
    port: Option<u16>,
    tls: FileTls,
    identities: Vec<FileIdentity>,
    limits: Option<FileLimits>,
    s3: Option<EndpointConfig>,
    streams: Vec<InitialStream>,
    encryption: FileEncryption,
    hosts: Vec<String>,
    origins: Vec<String>,
    #[serde(deserialize_with = "duration")]
    state_delay: Option<Duration>,
    on_demand: FileOnDemand,
    retention: FileRetention,
    store: FileStore,
}

/// The table `[store]`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileStore {
    tail_cache_mib: Option<u32>,
    queue_mib: Option<u32>,
    journal_keep_mib: Option<u32>,
    rewrite_mib: Option<u32>,
    tier: Option<FileTier>,
}

/// How records are given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetentionConfig {
    /// Bytes that a shard keeps where its stream does not say; `None` bounds it by its hours alone.
    pub shard_bytes: Option<u64>,
    /// Between two looks at what is to be given back.
    pub every: Duration,
}

impl Default for RetentionConfig {
    fn default() -> Self {
        let StreamsConfig { shard_bytes_kept, sweep_every, .. } = StreamsConfig::default();
        Self { shard_bytes: shard_bytes_kept, every: sweep_every }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileRetention {
    shard_bytes: Option<String>,
    #[serde(deserialize_with = "duration")]
    every: Option<Duration>,
}

impl FileRetention {
    fn check(&self) -> Result<RetentionConfig> {
        let limit = self.shard_bytes.as_deref().map(SizeLimit::parse).transpose();
        let default = RetentionConfig::default();
        Ok(RetentionConfig {
            shard_bytes: limit.context("retention.shard_bytes")?.and_then(SizeLimit::bytes),
            every: self.every.unwrap_or(default.every),
        })
    }
}

/// What the store may hold, in MiB; what is absent is as the store has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoreBounds {
    /// Newest bytes of the journal kept in memory for readers.
    pub tail_cache_mib: Option<u32>,
    /// Bytes of commits that wait for their group; beyond it writes are refused.
    pub queue_mib: Option<u32>,
    /// Bytes of journal that stay as they are before the oldest are rewritten into segments.
    pub journal_keep_mib: Option<u32>,
    /// Bytes of journal that move at once: less makes smaller segments, sooner.
    pub rewrite_mib: Option<u32>,
}

impl StoreBounds {
    /// The store's own configuration within these bounds.
    pub fn apply(&self, mut config: EmbeddedConfig) -> EmbeddedConfig {
        let bytes = |mib: u32| u64::from(mib) << 20;
        if let Some(mib) = self.tail_cache_mib {
            config.tail_cache_bytes = bytes(mib) as usize;
        }
        if let Some(mib) = self.queue_mib {
            config.queue_bytes_max = bytes(mib) as usize;
        }
        if let Some(mib) = self.journal_keep_mib {
            config.journal_keep_bytes = bytes(mib);
        }
        if let Some(mib) = self.rewrite_mib {
            config.rewrite_bytes = bytes(mib);
            config.segment_own_bytes = config.segment_own_bytes.min(config.rewrite_bytes / 2);
        }
        config
    }
}

/// How on-demand streams react; the defaults are the engine's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileOnDemand {
    #[serde(deserialize_with = "duration")]
    react_every: Option<Duration>,
    #[serde(deserialize_with = "duration")]
    peak_window: Option<Duration>,
    #[serde(deserialize_with = "duration")]
    merge_after: Option<Duration>,
}

impl FileOnDemand {
    fn config(&self) -> OnDemandConfig {
        let default = OnDemandConfig::default();
        OnDemandConfig {
            react_every: self.react_every.unwrap_or(default.react_every),
            peak_window: self.peak_window.unwrap_or(default.peak_window),
            merge_after: self.merge_after.unwrap_or(default.merge_after),
        }
    }
}

/// `90s`, `15m`, `30days`.
fn duration<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Duration>, D::Error> {
    let text = String::deserialize(from)?;
    humantime::parse_duration(&text).map(Some).map_err(serde::de::Error::custom)
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileEncryption {
    key_file: Option<PathBuf>,
}

/// The table `[tls]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FileTls {
    enabled: bool,
    port: Option<u16>,
    /// Further host names and addresses for a certificate of our own.
    names: Vec<String>,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
}

impl Default for FileTls {
    fn default() -> Self {
        Self { enabled: true, port: None, names: Vec::new(), certificate: None, key: None }
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FileLimits {
    Aws,
    Off,
}

/// A stream to make at start if it does not exist yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitialStream {
    pub name: String,
    #[serde(default = "one_shard")]
    pub shards: u32,
    /// Twelve digits; the default account when absent.
    pub account: Option<String>,
    pub region: Option<String>,
}

/// Beside the data, so that nothing needs to be set up; whoever wants the keys elsewhere says so.
fn default_key_file(data_dir: &Path) -> PathBuf {
    data_dir.join("keys").join("keys.json")
}

fn one_shard() -> u32 {
    1
}

impl Config {
    /// The configuration of `headwater serve`.
    pub fn of_serve(args: &ServeArgs) -> Result<Self> {
        let file = match &args.config {
            Some(path) => File::read(path)?,
            None => File::default(),
        };
        let data_dir = args.data_dir.clone().or(file.data_dir).unwrap_or_else(|| DEFAULT_DATA_DIR.into());
        let port = args.port.or(file.port).unwrap_or(DEFAULT_PORT);
        let tls = if args.no_tls { None } else { file.tls.check(args.tls_port, port, &data_dir)? };
        let beside = args.config.as_deref().and_then(Path::parent).unwrap_or(Path::new("."));
        let identities = identities::check(file.identities, beside)?;
        let config = Config {
            identities,
            key_file: file.encryption.key_file.unwrap_or_else(|| default_key_file(&data_dir)),
            state_delay: file.state_delay.unwrap_or_default(),
            on_demand: file.on_demand.config(),
            retention: file.retention.check()?,
            store: StoreBounds {
                tail_cache_mib: file.store.tail_cache_mib,
                queue_mib: file.store.queue_mib,
                journal_keep_mib: file.store.journal_keep_mib,
                rewrite_mib: file.store.rewrite_mib,
            },
            tier: file.store.tier.map(FileTier::check).transpose()?,
            data_dir,
            listen: args.listen.or(file.listen).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            port,
            tls,
            insecure: args.insecure,
            limits: args.limits.or(file.limits.map(Limits::from)).unwrap_or(Limits::Aws),
            s3: file.s3,
            streams: file.streams,
            hosts: file.hosts,
            origins: file.origins,
        };
        config.check()?;
        Ok(config)
    }

    /// The data directory that `serve` would use with these.
    pub fn data_dir(given: Option<&Path>, file: Option<&Path>) -> Result<PathBuf> {
        let file = file.map(File::read).transpose()?.unwrap_or_default();
        Ok(given.map(Path::to_owned).or(file.data_dir).unwrap_or_else(|| DEFAULT_DATA_DIR.into()))
    }

    /// Where a server with this configuration file puts old segments.
    pub fn tier(file: Option<&Path>) -> Result<Option<StoreTier>> {
        let file = file.map(File::read).transpose()?.unwrap_or_default();
        file.store.tier.map(FileTier::check).transpose()
    }

    /// The configuration of `headwater demo`: loopback, the embedded bucket, no file.
    pub fn of_demo(args: &DemoArgs, data_dir: PathBuf) -> Self {
        Config { port: args.port, limits: args.limits, ..Self::plain(data_dir) }
    }

    /// What stands where nothing is said: loopback, without TLS.
    pub fn plain(data_dir: PathBuf) -> Self {
        Config {
            key_file: default_key_file(&data_dir),
            state_delay: Duration::ZERO,
            on_demand: OnDemandConfig::default(),
            retention: RetentionConfig::default(),
            store: StoreBounds::default(),
            tier: None,
            data_dir,
            listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: DEFAULT_PORT,
            tls: None,
            insecure: false,
            identities: None,
            limits: Limits::Aws,
            s3: None,
            streams: Vec::new(),
            hosts: Vec::new(),
            origins: Vec::new(),
        }
    }

    /// The key file that a server with these settings uses.
    pub fn key_file_of(args: &crate::cli::KeyFileArgs) -> Result<PathBuf> {
        if let Some(given) = &args.key_file {
            return Ok(given.clone());
        }
        let file = args.config.as_deref().map(File::read).transpose()?.unwrap_or_default();
        let data_dir = args.data_dir.clone().or(file.data_dir).unwrap_or_else(|| DEFAULT_DATA_DIR.into());
        Ok(file.encryption.key_file.unwrap_or_else(|| default_key_file(&data_dir)))
    }

    fn check(&self) -> Result<()> {
        self.hosts.iter().try_for_each(|host| names::check_host(host))?;
        self.origins.iter().try_for_each(|origin| names::check_origin(origin, self.identities.is_some()))?;
        if let Some(endpoint) = self.s3.as_ref().and_then(|s3| s3.endpoint.as_deref()) {
            names::check_endpoint(endpoint)?;
        }
        let is_safe = self.identities.is_some() && self.tls.is_some();
        if !self.listen.is_loopback() && !self.insecure && !is_safe {
            let lacking = match (&self.identities, &self.tls) {
                (Some(_), _) => "nothing is encrypted there",
                (None, Some(_)) => "no credentials are checked there",
                (None, None) => "no credentials are checked and nothing is encrypted there",
            };
            bail!(
                "refusing to listen on {}: {lacking}\n\
                 configure [[identities]] and TLS, listen on loopback, or say --insecure if the network itself is \
                 protected",
                self.listen
            );
        }
        Ok(())
    }

    /// Where the port without TLS listens: beyond loopback only where that was asked for in so many words.
    pub fn plain_listen(&self) -> IpAddr {
        match self.listen {
            open if open.is_loopback() || self.insecure => open,
            IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        }
    }
}

impl FileTls {
    fn check(self, port_flag: Option<u16>, plain_port: u16, data_dir: &Path) -> Result<Option<TlsConfig>> {
        if !self.enabled && port_flag.is_none() {
            return Ok(None);
        }
        let asked = port_flag.or(self.port);
        let beside = match plain_port {
            0 => 0,
            port => {
                port.checked_add(1).context("there is no port after 65535; choose one with --tls-port")?
            }
        };
        let source = match (self.certificate, self.key) {
            (Some(_), Some(_)) if !self.names.is_empty() => {
                bail!("[tls] has both `names`, for a certificate made here, and a `certificate` of your own")
            }
            (Some(certificate), Some(key)) => tls::Source::Files { certificate, key },
            (None, None) => tls::Source::Authority { data_dir: data_dir.to_owned(), names: self.names },
            _ => bail!("[tls] needs both `certificate` and `key`, or neither"),
        };
        let port = asked.unwrap_or(beside);
        if port != 0 && port == plain_port {
            bail!("TLS has a port of its own: {port} is the one without TLS");
        }
        Ok(Some(TlsConfig { port, port_is_default: asked.is_none(), source }))
    }
}

impl File {
    #[allow(clippy::disallowed_methods)] // read once, before the server and its simulated disk exist
    fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read(path).with_context(|| format!("reading configuration {}", path.display()))?;
        let text = String::from_utf8(text)
            .with_context(|| format!("configuration {} is not UTF-8", path.display()))?;
        toml::from_str(&text).with_context(|| format!("configuration {}", path.display()))
    }
}

impl From<FileLimits> for Limits {
    fn from(limits: FileLimits) -> Self {
        match limits {
            FileLimits::Aws => Limits::Aws,
            FileLimits::Off => Limits::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn serve(args: &[&str]) -> Result<Config> {
        let cli = crate::cli::Cli::parse_from(["headwater", "serve"].iter().chain(args));
        let crate::cli::Command::Serve(args) = cli.command else { panic!("not serve") };
        Config::of_serve(&args)
    }

    fn file(text: &str) -> (tempfile::TempDir, String) {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("headwater.toml");
        std::fs::File::options()
            .create(true)
            .write(true)
            .truncate(true)
            .open(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .expect("written");
        let path = path.to_string_lossy().into_owned();
        (dir, path)
    }

    #[test]
    fn flags_win_over_the_file_and_the_file_over_defaults() {
        let (_dir, path) = file("port = 5000\nlimits = \"off\"\n");
        let config = serve(&["--config", &path, "--port", "5001"]).expect("legal");
        assert_eq!((config.port, config.limits), (5001, Limits::Off));
        assert!(config.listen.is_loopback());
    }

    #[test]
    fn delays_and_reactions_are_read_in_words() {
        let (_dir, path) = file("state_delay = \"2s\"\n[on_demand]\nreact_every = \"5m\"\n");
        let config = serve(&["--config", &path]).expect("legal");
        assert_eq!(config.state_delay, Duration::from_secs(2));
        assert_eq!(config.on_demand.react_every, Duration::from_secs(300));
        assert_eq!(config.on_demand.peak_window, OnDemandConfig::default().peak_window);
    }

    #[test]
    fn the_store_keeps_to_its_bounds() {
        let (_dir, path) = file("[store]\ntail_cache_mib = 16\njournal_keep_mib = 512\n");
        let config = serve(&["--config", &path]).expect("legal");
        let store = config.store.apply(EmbeddedConfig::new("d"));
        assert_eq!((store.tail_cache_bytes, store.journal_keep_bytes), (16 << 20, 512 << 20));
        assert_eq!(store.queue_bytes_max, EmbeddedConfig::new("d").queue_bytes_max);
        let (_dir, path) = file("state_delay = \"soon\"\n");
        assert!(serve(&["--config", &path]).is_err());
    }

    #[test]
    fn a_typo_in_the_file_names_the_key() {
        let (_dir, path) = file("prot = 5000\n");
        let error = format!("{:#}", serve(&["--config", &path]).expect_err("refused"));
        assert!(error.contains("prot") && error.contains("port"), "{error}");
    }

    #[test]
    fn tls_is_on_the_next_port_unless_told_otherwise() {
        let port = |config: Config| config.tls.map(|tls| (tls.port, tls.port_is_default));
        assert_eq!(port(serve(&[]).expect("legal")), Some((4567, true)));
        assert_eq!(port(serve(&["--port", "5000"]).expect("legal")), Some((5001, true)));
        assert_eq!(port(serve(&["--port", "0"]).expect("legal")), Some((0, true)));
        assert_eq!(port(serve(&["--tls-port", "443"]).expect("legal")), Some((443, false)));
        assert_eq!(port(serve(&["--no-tls"]).expect("legal")), None);
        let (_dir, path) = file("[tls]\nenabled = false\n");
        assert_eq!(port(serve(&["--config", &path]).expect("legal")), None);
        assert!(serve(&["--port", "5000", "--tls-port", "5000"]).is_err());
        assert!(serve(&["--port", "65535"]).is_err());
    }

    #[test]
    fn retention_by_size_is_read_with_its_unit() {
        assert_eq!(serve(&[]).expect("legal").retention.shard_bytes, None);
        let (_dir, path) = file("[retention]\nshard_bytes = \"3 GiB\"\nevery = \"5s\"\n");
        let retention = serve(&["--config", &path]).expect("legal").retention;
        assert_eq!(retention, RetentionConfig { shard_bytes: Some(3 << 30), every: Duration::from_secs(5) });
        let (_dir, path) = file("[retention]\nshard_bytes = \"3 gigabytes\"\n");
        assert!(serve(&["--config", &path]).is_err());
    }

    #[test]
    fn a_certificate_of_ones_own_comes_with_its_key() {
        let (_dir, path) = file("[tls]\ncertificate = \"/c.pem\"\nkey = \"/k.pem\"\n");
        let tls = serve(&["--config", &path]).expect("legal").tls.expect("on");
        assert_eq!(tls.source, tls::Source::Files { certificate: "/c.pem".into(), key: "/k.pem".into() });
        for bad in ["certificate = \"/c.pem\"", "names = [\"a\"]\ncertificate = \"/c.pem\"\nkey = \"/k.pem\""]
        {
            let (_dir, path) = file(&format!("[tls]\n{bad}\n"));
            assert!(serve(&["--config", &path]).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_open_address_needs_to_be_asked_for() {
        assert!(serve(&["--listen", "0.0.0.0"]).is_err());
        let config = serve(&["--listen", "0.0.0.0", "--insecure"]).expect("asked for");
        assert_eq!(config.plain_listen().to_string(), "0.0.0.0");
        let identities = "[[identities]]\naccess_key_id = \"AKID\"\nsecret_access_key = \"a secret\"\n";
        let (_dir, path) = file(identities);
        let config = serve(&["--config", &path, "--listen", "0.0.0.0"]).expect("safe");
        assert_eq!(config.plain_listen().to_string(), "127.0.0.1", "without TLS on loopback alone");
        assert!(serve(&["--config", &path, "--listen", "0.0.0.0", "--no-tls"]).is_err());
    }
}
