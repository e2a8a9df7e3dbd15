//! `headwater log`: looks at a data directory that no server uses, and makes a sound one of a damaged one.
//!
//! Nothing of what is looked at is changed: recovery runs as at a start and keeps what it would write in memory.

use std::path::Path;

use anyhow::{Context, Result, bail};
use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_store::TierConfig;
use headwater_store::embedded::{Copied, Examined, FilePlace, Inspection, LostRange, Verification};
use serde_json::{Value, json};

use crate::cli::LogCommand;
use crate::config::Config;

pub async fn run(command: LogCommand) -> Result<()> {
    let config = match &command {
        LogCommand::Inspect { dir, .. } | LogCommand::Verify { dir, .. } | LogCommand::Repair { dir, .. } => {
            dir.config.clone()
        }
    };
    let tier = tier_of(config.as_deref()).await?;
    tokio::task::spawn_blocking(move || run_with(&command, tier)).await.context("working on the directory")?
}

/// Where the server of a configuration file puts old segments.
pub async fn tier_of(config: Option<&Path>) -> Result<Option<TierConfig>> {
    match Config::tier(config)? {
        Some(tier) => tier.open(Clock::system(), Entropy::system()).await.map(Some),
        None => Ok(None),
    }
}

fn run_with(command: &LogCommand, tier: Option<TierConfig>) -> Result<()> {
    let dir = match command {
        LogCommand::Inspect { dir, .. } | LogCommand::Verify { dir, .. } | LogCommand::Repair { dir, .. } => {
            dir
        }
    };
    let dir = Config::data_dir(dir.data_dir.as_deref(), dir.config.as_deref())?;
    let examined = match command {
        LogCommand::Repair { .. } => Examined::open_damaged(&dir, RealDisk::shared(), tier)
            .with_context(|| format!("opening {}", dir.display()))?,
        _ => open(&dir, tier)?,
    };
    match command {
        LogCommand::Inspect { partitions, json, .. } => {
            let found = examined.inspect()?;
            if *json {
                say!("{:#}", inspection_json(&found))
            } else {
                print_inspection(&dir, &found, *partitions)
            }
            Ok(())
        }
        LogCommand::Verify { json, .. } => {
            let found = examined.verify()?;
            if *json {
                say!("{:#}", verification_json(&found))
            } else {
                print_verification(&found)
            }
            if found.is_sound() {
                return Ok(());
            }
            bail!("{} is damaged; `headwater log repair --to DIR` salvages what can be read", dir.display())
        }
        LogCommand::Repair { to, .. } => {
            let copied = examined.copy_to(to, false)?;
            print_copied(to, &copied);
            say!(
                "start the server on it with --data-dir {}, and keep {} until all is well",
                to.display(),
                dir.display()
            );
            Ok(())
        }
    }
}

/// A data directory that no server uses.
pub fn open(dir: &Path, tier: Option<TierConfig>) -> Result<Examined> {
    let opened = Examined::open_tiered(dir, RealDisk::shared(), tier);
    opened.with_context(|| format!("opening {}", dir.display()))
}

/// Says what a copy holds and what it does not.
pub fn print_copied(to: &Path, copied: &Copied) {
    let Copied { lsn, partitions, batches, records, bytes, state_keys, .. } = copied;
    say!("copied to {}, as of commit {lsn}", to.display());
    say!(
        "  {partitions} partitions, {batches} batches, {records} records, {bytes} bytes, {state_keys} state keys"
    );
    copied.lost.iter().for_each(print_lost);
    if let Some(why) = &copied.state_damage {
        say!("  state may not be whole: {why}");
    }
}

fn print_lost(lost: &LostRange) {
    let LostRange { partition, from, to, detail } = lost;
    match to.0 {
        u64::MAX => say!("  lost: partition {partition} behind offset {from}: {detail}"),
        _ => say!("  lost: partition {partition} from offset {from} to {to}: {detail}"),
    }
}

fn place(place: FilePlace) -> &'static str {
    match place {
        FilePlace::JournalTail => "replayed at start",
        FilePlace::Journal => "journal",
        FilePlace::Segment => "segment",
        FilePlace::Tier => "segment in the tier",
    }
}

fn print_inspection(dir: &Path, found: &Inspection, partitions: bool) {
    say!("{}: format {}, commit {}", dir.display(), found.format, found.lsn);
    say!(
        "  state file up to commit {}; {} keys, {} bytes",
        found.checkpoint,
        found.state_keys,
        found.state_bytes
    );
    say!("  {} partitions, {} dropped", found.partitions.len(), found.dropped);
    if let Some(why) = &found.read_only {
        say!("  a server would start read-only: {why}");
    }
    for file in &found.files {
        let live = file.live_bytes.map_or(String::new(), |live| format!(", {live} live"));
        say!("  {}: {}, {} bytes{live}", file.name, place(file.place), file.bytes);
    }
    for (id, bounds) in found.partitions.iter().filter(|_| partitions) {
        say!("  partition {id}: offsets {} to {}, epoch {}", bounds.log_start, bounds.end, bounds.epoch);
    }
}

fn inspection_json(found: &Inspection) -> Value {
    let file = |file: &headwater_store::embedded::FileSummary| json!({"name": file.name, "place": place(file.place), "bytes": file.bytes, "live_bytes": file.live_bytes});
    let partition = |(id, bounds): &(headwater_types::PartitionId, headwater_store::Bounds)| {
        json!({
            "partition": id.0, "log_start": bounds.log_start.0, "end": bounds.end.0, "epoch": bounds.epoch,
            "last_append_ms": bounds.last_append_time.0,
        })
    };
    json!({
        "format": found.format,
        "commit": found.lsn.0,
        "checkpoint": found.checkpoint.0,
        "state": {"keys": found.state_keys, "bytes": found.state_bytes},
        "dropped_partitions": found.dropped,
        "read_only": found.read_only,
        "files": found.files.iter().map(file).collect::<Vec<_>>(),
        "partitions": found.partitions.iter().map(partition).collect::<Vec<_>>(),
    })
}

fn print_verification(found: &Verification) {
    let Verification { partitions, batches, records, bytes, state_keys, .. } = found;
    say!(
        "read {partitions} partitions, {batches} batches, {records} records, {bytes} bytes, {state_keys} state keys"
    );
    found.lost.iter().for_each(print_lost);
    found.journal_damage.iter().for_each(|place| say!("  damaged: {place}"));
    if let Some(why) = &found.state_damage {
        say!("  state may not be whole: {why}");
    }
    say!("{}", if found.is_sound() { "sound" } else { "damaged" });
}

fn verification_json(found: &Verification) -> Value {
    let lost = |lost: &LostRange| json!({"partition": lost.partition.0, "from": lost.from.0, "to": lost.to.0, "detail": lost.detail});
    json!({
        "sound": found.is_sound(),
        "partitions": found.partitions,
        "batches": found.batches,
        "records": found.records,
        "bytes": found.bytes,
        "state_keys": found.state_keys,
        "lost": found.lost.iter().map(lost).collect::<Vec<_>>(),
        "journal_damage": found.journal_damage,
        "state_damage": found.state_damage,
    })
}
