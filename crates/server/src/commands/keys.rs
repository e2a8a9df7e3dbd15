//! `headwater keys`: the key file on this machine. No server is asked; a running one takes the change up by itself.

use anyhow::{Context, Result, ensure};
use headwater_runtime::{Disk, Entropy, RealDisk};
use headwater_stream::encryption::{KeyInfo, KeyState, Keyring};

use crate::cli::{KeyFileArgs, KeysCommand};
use crate::config::Config;

pub fn run(command: &KeysCommand) -> Result<()> {
    match command {
        KeysCommand::List { file } => {
            let path = Config::key_file_of(file)?;
            let is_there = RealDisk.exists(&path).with_context(|| format!("reading {}", path.display()))?;
            ensure!(is_there, "there is no key file {}; `headwater keys add` makes one", path.display());
            let keyring = open(file)?;
            keyring.reload()?;
            keyring.list().iter().for_each(|key| say!("{}", line(key)));
        }
        KeysCommand::Add { file, alias } => {
            let is_alias = |alias: &str| alias.len() > "alias/".len() && alias.starts_with("alias/");
            let is_legal = alias.as_deref().is_none_or(is_alias);
            ensure!(is_legal, "an alias begins with alias/, as alias/orders does");
            say!("{}", open(file)?.add(alias.as_deref())?);
        }
        KeysCommand::Rotate { file, key } => open(file)?.rotate(key)?,
        KeysCommand::Enable { file, key } => open(file)?.set_state(key, KeyState::Enabled)?,
        KeysCommand::Disable { file, key } => open(file)?.set_state(key, KeyState::Disabled)?,
    }
    Ok(())
}

fn open(file: &KeyFileArgs) -> Result<Keyring> {
    Ok(Keyring::new(RealDisk::shared(), Config::key_file_of(file)?, Entropy::system()))
}

fn line(key: &KeyInfo) -> String {
    let state = match key.state {
        KeyState::Enabled => "enabled",
        KeyState::Disabled => "disabled",
        KeyState::PendingDeletion => "pending-deletion",
    };
    format!("{}  {state}  versions: {}  {}", key.id, key.versions, key.aliases.join(" "))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};

    fn keys(args: &[&str]) -> Result<()> {
        let cli = Cli::try_parse_from(["headwater", "keys"].iter().chain(args))?;
        let Command::Keys(command) = cli.command else { panic!("not keys") };
        run(&command)
    }

    #[test]
    fn keys_are_made_rotated_and_disabled_in_the_file_that_the_server_uses() {
        let dir = tempfile::tempdir().expect("a directory");
        let data_dir = dir.path().to_string_lossy().into_owned();
        keys(&["add", "--data-dir", &data_dir, "--alias", "alias/orders"]).expect("made");
        keys(&["rotate", "--data-dir", &data_dir, "alias/orders"]).expect("rotated");
        keys(&["disable", "--data-dir", &data_dir, "alias/orders"]).expect("disabled");
        let path = dir.path().join("keys").join("keys.json");
        let file = KeyFileArgs { key_file: Some(path), data_dir: None, config: None };
        let keyring = open(&file).expect("opens");
        keyring.reload().expect("readable");
        let listed = keyring.list();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].state, listed[0].versions), (KeyState::Disabled, 2));
        assert!(line(&listed[0]).ends_with("disabled  versions: 2  alias/orders"), "{}", line(&listed[0]));
    }

    #[test]
    fn nonsense_is_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let data_dir = dir.path().to_string_lossy().into_owned();
        let missing = format!("{:#}", keys(&["list", "--data-dir", &data_dir]).expect_err("nothing to list"));
        assert!(missing.contains("keys.json") && missing.contains("keys add"), "{missing}");
        assert!(keys(&["add", "--data-dir", &data_dir, "--alias", "orders"]).is_err());
        assert!(keys(&["rotate", "--data-dir", &data_dir, "alias/none"]).is_err());
        keys(&["add", "--data-dir", &data_dir, "--alias", "alias/a"]).expect("made");
        assert!(keys(&["add", "--data-dir", &data_dir, "--alias", "alias/a"]).is_err(), "taken");
    }
}
