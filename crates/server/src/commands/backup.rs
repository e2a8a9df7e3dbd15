//! `headwater backup` and `headwater restore`: a data directory as of one commit, whole or not at all.
//!
//! A backup is itself a data directory. While a server uses the one that is asked for, that server makes it, over the
//! socket in its data directory; else it is made here. Restoring is the same copy the other way, which reads every byte
//! against its checksum.

use std::path::Path;

use anyhow::{Context, Result, bail};
use headwater_runtime::RealDisk;
use headwater_store::OpenError;
use headwater_store::embedded::Examined;

use super::log::{open, print_copied, tier_of};
use crate::cli::{BackupArgs, RestoreArgs};
use crate::config::Config;
use crate::control;

pub async fn backup(args: BackupArgs) -> Result<()> {
    let dir = Config::data_dir(args.dir.data_dir.as_deref(), args.dir.config.as_deref())?;
    let to = std::path::absolute(&args.to).context("the directory to write to")?;
    let tier = tier_of(args.dir.config.as_deref()).await?;
    let opened = tokio::task::spawn_blocking({
        let dir = dir.clone();
        move || Examined::open_tiered(&dir, RealDisk::shared(), tier)
    });
    match opened.await.context("opening the data directory")? {
        Ok(examined) => {
            let target = to.clone();
            let copied = tokio::task::spawn_blocking(move || examined.copy_to(&target, true));
            print_copied(&to, &copied.await.context("copying")??);
        }
        Err(OpenError::InUse(_)) => {
            let told = control::ask_for_backup(&dir, &to).await?;
            say!("{told}");
        }
        Err(error) => return Err(error).with_context(|| format!("opening {}", dir.display())),
    }
    warn_of_what_is_not_in_it(&dir);
    Ok(())
}

pub async fn restore(args: RestoreArgs) -> Result<()> {
    let dir = Config::data_dir(args.dir.data_dir.as_deref(), args.dir.config.as_deref())?;
    if dir == args.from {
        bail!("{} cannot be restored into itself", dir.display());
    }
    // Of a plain copy of a data directory a part may lie in its tier; a backup is whole.
    let tier = tier_of(args.dir.config.as_deref()).await?;
    let target = dir.clone();
    let copied =
        tokio::task::spawn_blocking(move || anyhow::Ok(open(&args.from, tier)?.copy_to(&target, true)?));
    print_copied(&dir, &copied.await.context("copying")??);
    Ok(())
}

/// Files beside the store are ordinary files, and keys do not belong where backups lie unless somebody says so.
fn warn_of_what_is_not_in_it(dir: &Path) {
    for (name, what) in [("keys", "the keys of encrypted streams"), ("buckets", "the embedded buckets")] {
        let path = dir.join(name);
        if path.is_dir() {
            note!("not in the backup: {} ({what}); copy it yourself", path.display());
        }
    }
}
