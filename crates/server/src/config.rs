//! What a server runs with: flags over the configuration file over the defaults, checked before anything starts.
//!
//! Every key of the file stands in [`File`]; an unknown key is an error, because a typo that is silently ignored costs
//! an evening. docs/CONFIGURATION.md shows them all.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use headwater_connect::object::EndpointConfig;
use serde::Deserialize;

use crate::cli::{DEFAULT_PORT, DemoArgs, Limits, ServeArgs};

const DEFAULT_DATA_DIR: &str = "headwater-data";

/// A checked configuration.
#[derive(Clone, Debug)]
pub struct Config {
    pub data_dir: PathBuf,
    pub listen: IpAddr,
    pub port: u16,
    pub limits: Limits,
    /// Where deliveries and SQL tables with an `s3://` path put their objects; `None` is the embedded bucket directory.
    pub s3: Option<EndpointConfig>,
    pub streams: Vec<InitialStream>,
}

/// The configuration file, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    data_dir: Option<PathBuf>,
    listen: Option<IpAddr>,
    port: Option<u16>,
    limits: Option<FileLimits>,
    s3: Option<EndpointConfig>,
    streams: Vec<InitialStream>,
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
        let config = Config {
            data_dir: args.data_dir.clone().or(file.data_dir).unwrap_or_else(|| DEFAULT_DATA_DIR.into()),
            listen: args.listen.or(file.listen).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            port: args.port.or(file.port).unwrap_or(DEFAULT_PORT),
            limits: args.limits.or(file.limits.map(Limits::from)).unwrap_or(Limits::Aws),
            s3: file.s3,
            streams: file.streams,
        };
        config.check(args.insecure)?;
        Ok(config)
    }

    /// The configuration of `headwater demo`: loopback, the embedded bucket, no file.
    pub fn of_demo(args: &DemoArgs, data_dir: PathBuf) -> Self {
        Config {
            data_dir,
            listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: args.port,
            limits: args.limits,
            s3: None,
            streams: Vec::new(),
        }
    }

    fn check(&self, insecure: bool) -> Result<()> {
        if !self.listen.is_loopback() && !insecure {
            bail!(
                "refusing to listen on {}: no credentials are checked and nothing is encrypted there\n\
                 listen on loopback, or say --insecure if the network itself is protected",
                self.listen
            );
        }
        Ok(())
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
    fn a_typo_in_the_file_names_the_key() {
        let (_dir, path) = file("prot = 5000\n");
        let error = format!("{:#}", serve(&["--config", &path]).expect_err("refused"));
        assert!(error.contains("prot") && error.contains("port"), "{error}");
    }

    #[test]
    fn an_open_address_needs_to_be_asked_for() {
        assert!(serve(&["--listen", "0.0.0.0"]).is_err());
        assert!(serve(&["--listen", "0.0.0.0", "--insecure"]).is_ok());
    }
}
