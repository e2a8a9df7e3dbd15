//! `headwater keys`: the key file on this machine. No server is asked; a running one takes the change up by itself.

use anyhow::{Result, ensure};
use headwater_runtime::{Entropy, RealDisk};
use headwater_stream::encryption::{KeyInfo, KeyState, Keyring};

use crate::cli::{KeyFileArgs, KeysCommand};
use crate::config::Config;

pub fn run(command: &KeysCommand) -> Result<()> {
    match command {
        KeysCommand::List { file } => {
            let keyring = open(file)?;
            keyring.reload()?;
            keyring.list().iter().for_each(|key| println!("{}", line(key)));
        }
        KeysCommand::Add { file, alias } => {
            let is_alias = |alias: &str| alias.len() > "alias/".len() && alias.starts_with("alias/");
            let is_legal = alias.as_deref().is_none_or(is_alias);
            ensure!(is_legal, "an alias begins with alias/, as alias/orders does");
            println!("{}", open(file)?.add(alias.as_deref())?);
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
