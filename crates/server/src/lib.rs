//! What the `headwater` binary is made of: command line, configuration, wiring, listeners, monitoring, load generator.
//!
//! A library so that the whole server also runs inside a simulation; `main.rs` only calls [`run_command_line`].

#[macro_use]
mod output;

mod access;
mod answers;
mod bench;
mod bodies;
pub mod cli;
mod commands;
pub mod config;
#[cfg(test)]
mod consumer_tests;
mod control;
mod demo;
mod health;
mod http_client;
pub mod listener;
mod monitor;
mod route;
pub mod serve;
mod tls;

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use tracing_subscriber::EnvFilter;

use crate::cli::{Cli, Command};

/// Does what the arguments of the process say.
pub fn run_command_line() -> ExitCode {
    let cli = Cli::parse();
    let prints_rows = matches!(cli.command, Command::Sql(_));
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output has seen enough (`| head`).
        Err(error) if prints_rows && is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            note!("headwater: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}

/// `RUST_LOG`, or else a level. The S3 library calls every client's mistake an error of its own; the S3 face tells what
/// matters, so the library speaks only when asked.
fn log_filter(level: &str) -> EnvFilter {
    let asked = std::env::var(EnvFilter::DEFAULT_ENV).unwrap_or_else(|_| level.to_owned());
    let filter = if asked.contains("s3s") { asked } else { format!("{asked},s3s=off") };
    EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new(level))
}

fn run(cli: Cli) -> Result<()> {
    let level = if matches!(cli.command, Command::Serve(_)) { "info" } else { "warn" };
    tracing_subscriber::fmt()
        .with_env_filter(log_filter(level))
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    let runtime = tokio::runtime::Runtime::new().context("starting the runtime")?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(args) => serve::run(&args).await,
            Command::Demo(args) => demo::run(args).await,
            Command::Sql(command) => commands::sql::run(command).await,
            Command::Trust(args) => commands::trust::run(&args),
            Command::Keys(command) => commands::keys::run(&command),
            Command::Log(command) => commands::log::run(command).await,
            Command::Backup(args) => commands::backup::backup(args).await,
            Command::Restore(args) => commands::backup::restore(args).await,
            Command::Bench(args) => bench::run(args).await,
        }
    })
}
