//! The key file: what stands in the place of KMS. It holds master keys by id and alias, in their versions, and says of
//! each whether it may be used.
//!
//! The file is JSON that an administrator may read and edit; a key's state is taken up within a minute. Versions are
//! appended and never removed: the last one wraps, all of them unwrap. A file that is not there is made, readable by its
//! owner only, when the first key is. `alias/aws/kinesis` is the service's own key and comes into being when it is first
//! named; every other key must be in the file.
//!
//! Source of names and states: <https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id>,
//! <https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html>

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use headwater_runtime::disk::{read_file, replace_private_file};
use headwater_runtime::{Disk, Entropy};
use headwater_types::Region;
use parking_lot::RwLock;
use serde::{Deserialize, Serialize};

use crate::error::KeyFault;
use crate::model::WrappedKey;

/// The key that the service owns, which needs not be made first.
const SERVICE_ALIAS: &str = "alias/aws/kinesis";
const FILE_VERSION: u32 = 1;
/// Largest key file that is read: thousands of keys.
const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    #[default]
    Enabled,
    Disabled,
    PendingDeletion,
}

/// A master key as it is listed, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyInfo {
    pub id: String,
    pub aliases: Vec<String>,
    pub state: KeyState,
    pub versions: usize,
}

/// The key file. Keys are used from memory; the file is read by [`Keyring::reload`] and by what changes it.
pub struct Keyring {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    entropy: Entropy,
    keys: RwLock<Vec<MasterKey>>,
    /// Why the file could not be read, while it never was: a key that is not known then may well be in it.
    unread: RwLock<Option<KeyFault>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    version: u32,
    keys: Vec<MasterKey>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MasterKey {
    id: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    state: KeyState,
    /// 32 bytes each, in base64.
    versions: Vec<Secret>,
}

/// Bytes that are not shown.
#[derive(Clone, PartialEq, Eq)]
struct Secret([u8; 32]);

impl Keyring {
    /// Over the file at `path`, which is neither read nor made yet.
    pub fn new(disk: Arc<dyn Disk>, path: impl Into<PathBuf>, entropy: Entropy) -> Self {
        Self { disk, path: path.into(), entropy, keys: RwLock::default(), unread: RwLock::default() }
    }

    /// Reads the file; true where it says something else than before. A file that is not there holds no keys. On an error
    /// the keys stay as they were. Blocking: for a thread of its own.
    pub fn reload(&self) -> Result<bool, KeyFault> {
        let read = self.read().inspect_err(|fault| {
            if self.keys.read().is_empty() {
                *self.unread.write() = Some(fault.clone());
            }
        })?;
        *self.unread.write() = None;
        let mut keys = self.keys.write();
        let is_changed = *keys != read;
        *keys = read;
        Ok(is_changed)
    }

    /// Makes sure that a key which needs not be made by hand is there. Blocking.
    pub fn ensure(&self, key_id: &str) -> Result<(), KeyFault> {
        self.reload()?;
        let is_service_key = name_in(key_id).is_ok_and(|name| name == SERVICE_ALIAS);
        if is_service_key && self.find(&self.keys.read(), SERVICE_ALIAS).is_none() {
            self.add(Some(SERVICE_ALIAS))?;
        }
        Ok(())
    }

    /// Makes a new key, with an alias where one is given, and gives its id. Blocking.
    pub fn add(&self, alias: Option<&str>) -> Result<String, KeyFault> {
        self.change(|keys| {
            if let Some(taken) = alias.filter(|alias| keys.iter().any(|key| key.is_named(alias))) {
                return Err(KeyFault::NoAccess(format!("{taken} names a key already")));
            }
            let id = self.entropy.uuid();
            let aliases = alias.map(str::to_owned).into_iter().collect();
            let (state, versions) = (KeyState::Enabled, vec![self.new_secret()]);
            keys.push(MasterKey { id: id.clone(), aliases, state, versions });
            Ok(id)
        })
    }

    /// Gives a key a new version, which wraps from now on. Blocking.
    pub fn rotate(&self, key_id: &str) -> Result<(), KeyFault> {
        let version = self.new_secret();
        self.change_one(key_id, |key| key.versions.push(version))
    }

    /// Blocking.
    pub fn set_state(&self, key_id: &str, state: KeyState) -> Result<(), KeyFault> {
        self.change_one(key_id, |key| key.state = state)
    }

    pub fn list(&self) -> Vec<KeyInfo> {
        let info = |key: &MasterKey| KeyInfo {
            id: key.id.clone(),
            aliases: key.aliases.clone(),
            state: key.state,
            versions: key.versions.len(),
        };
        self.keys.read().iter().map(info).collect()
    }

    /// Wraps a data key under the newest version of the key that `key_id` names: an id, an alias, or the ARN of either.
    /// `purpose` must be given again to unwrap.
    pub(crate) fn wrap(
        &self,
        region: &Region,
        key_id: &str,
        purpose: &str,
        plain: &[u8; 32],
    ) -> Result<WrappedSecret, KeyFault> {
        check_region(key_id, region)?;
        let keys = self.keys.read();
        let name = name_in(key_id)?;
        let found = self.find(&keys, name).ok_or_else(|| self.unknown(key_id))?;
        let master = found.usable()?;
        let newest = master.versions.len() - 1;
        let mut nonce = [0; NONCE_LEN];
        self.entropy.fill(&mut nonce);
        let mut sealed = plain.to_vec();
        master.versions[newest]
            .cipher()
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(purpose.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| KeyFault::NoAccess(format!("{key_id} could not wrap a data key")))?;
        let secret = STANDARD.encode([&nonce[..], &sealed].concat());
        Ok(WrappedSecret { master: master.id.clone(), master_version: newest as u32, secret })
    }

    pub(crate) fn unwrap(&self, wrapped: &WrappedKey, purpose: &str) -> Result<[u8; 32], KeyFault> {
        let keys = self.keys.read();
        let found = self.find(&keys, &wrapped.master).ok_or_else(|| self.unknown(&wrapped.master))?;
        let master = found.usable()?;
        let damaged = || {
            let WrappedKey { master, master_version, .. } = wrapped;
            KeyFault::NoAccess(format!("a data key does not open with version {master_version} of {master}"))
        };
        let version = master.versions.get(wrapped.master_version as usize).ok_or_else(damaged)?;
        let sealed = STANDARD.decode(&wrapped.secret).map_err(|_| damaged())?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>().ok_or_else(damaged)?;
        let mut sealed = sealed.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let plain = version.cipher().open_in_place(nonce, Aad::from(purpose.as_bytes()), &mut sealed);
        plain.ok().and_then(|plain| (*plain).try_into().ok()).ok_or_else(damaged)
    }

    fn find<'a>(&self, keys: &'a [MasterKey], name: &str) -> Option<&'a MasterKey> {
        keys.iter().find(|key| key.is_named(name))
    }

    fn unknown(&self, key_id: &str) -> KeyFault {
        self.unread.read().clone().unwrap_or_else(|| missing(key_id))
    }

    fn new_secret(&self) -> Secret {
        let mut secret = [0; 32];
        self.entropy.fill(&mut secret);
        Secret(secret)
    }

    fn change_one(&self, key_id: &str, edit: impl FnOnce(&mut MasterKey)) -> Result<(), KeyFault> {
        let name = name_in(key_id)?;
        self.change(|keys| {
            let found = keys.iter_mut().find(|key| key.is_named(name));
            found.map(edit).ok_or_else(|| missing(key_id))
        })
    }

    /// Reads the file, changes its keys and replaces it.
    fn change<T>(
        &self,
        edit: impl FnOnce(&mut Vec<MasterKey>) -> Result<T, KeyFault>,
    ) -> Result<T, KeyFault> {
        let mut held = self.keys.write();
        if let Some(dir) = self.path.parent().filter(|dir| *dir != Path::new("")) {
            self.disk.create_dir_all(dir).map_err(|error| self.fault(&error))?;
        }
        // The command line and a running server may both be at it.
        let lock = self.path.with_extension("lock");
        let _lock = self.disk.lock(&lock).map_err(|error| self.fault(&error))?;
        let mut keys = self.read()?;
        let done = edit(&mut keys)?;
        let file = KeyFile { version: FILE_VERSION, keys };
        let text = serde_json::to_vec_pretty(&file).map_err(|error| self.fault(&error))?;
        replace_private_file(&*self.disk, &self.path, &text).map_err(|error| self.fault(&error))?;
        *held = file.keys;
        Ok(done)
    }

    fn read(&self) -> Result<Vec<MasterKey>, KeyFault> {
        let bytes = match read_file(&*self.disk, &self.path) {
            Ok(bytes) if bytes.len() <= FILE_BYTES_MAX => bytes,
            Ok(_) => return Err(self.fault(&"it is larger than any key file")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(self.fault(&error)),
        };
        let file: KeyFile = serde_json::from_slice(&bytes).map_err(|error| self.fault(&error))?;
        if file.version != FILE_VERSION {
            return Err(self.fault(&format_args!("its version is {}, not {FILE_VERSION}", file.version)));
        }
        match file.keys.iter().find(|key| key.versions.is_empty()) {
            Some(empty) => Err(self.fault(&format_args!("key {} has no versions", empty.id))),
            None => Ok(file.keys),
        }
    }

    fn fault(&self, cause: &dyn fmt::Display) -> KeyFault {
        KeyFault::NoAccess(format!("key file {}: {cause}", self.path.display()))
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A data key under a master key.
pub(crate) struct WrappedSecret {
    pub master: String,
    pub master_version: u32,
    /// Nonce and ciphertext in base64.
    pub secret: String,
}

impl MasterKey {
    fn is_named(&self, name: &str) -> bool {
        self.id == name || self.aliases.iter().any(|alias| alias == name)
    }

    fn usable(&self) -> Result<&Self, KeyFault> {
        match self.state {
            KeyState::Enabled => Ok(self),
            KeyState::Disabled => Err(KeyFault::Disabled(self.id.clone())),
            KeyState::PendingDeletion => Err(KeyFault::PendingDeletion(self.id.clone())),
        }
    }
}

impl Secret {
    fn cipher(&self) -> LessSafeKey {
        LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &self.0).expect("AES-256 takes 32 bytes"))
    }
}

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        STANDARD.encode(self.0).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = STANDARD.decode(String::deserialize(from)?).ok();
        let secret = bytes.and_then(|bytes| bytes.try_into().ok());
        // The text itself is not quoted: it may be most of a key.
        secret.map(Self).ok_or_else(|| serde::de::Error::custom("a key is not 32 bytes in base64"))
    }
}

/// The id or alias that a `KeyId` names, be it an ARN or not.
fn name_in(key_id: &str) -> Result<&str, KeyFault> {
    if !key_id.starts_with("arn:") {
        return Ok(key_id);
    }
    let resource = arn_parts(key_id).map(|(_, resource)| resource).ok_or_else(|| missing(key_id))?;
    Ok(resource.strip_prefix("key/").unwrap_or(resource))
}

/// Region and resource of the ARN of a key or an alias.
fn arn_parts(arn: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, _, "kms", region, _, resource] = parts[..] else { return None };
    (resource.starts_with("key/") || resource.starts_with("alias/")).then_some((region, resource))
}

/// Keys are used in their own region only.
fn check_region(key_id: &str, region: &Region) -> Result<(), KeyFault> {
    match arn_parts(key_id) {
        Some((of, _)) if of != region.as_str() => Err(KeyFault::NotFound(format!("Invalid arn {of}"))),
        _ => Ok(()),
    }
}

fn missing(key_id: &str) -> KeyFault {
    KeyFault::NotFound(match name_in_arn_or_plain(key_id) {
        alias if alias.starts_with("alias/") => format!("Alias {key_id} is not found."),
        _ => format!("Key '{key_id}' does not exist"),
    })
}

fn name_in_arn_or_plain(key_id: &str) -> &str {
    arn_parts(key_id).map_or(key_id, |(_, resource)| resource)
}

#[cfg(test)]
mod tests {
    use headwater_runtime::SimDisk;

    use super::*;

    fn keyring(disk: &SimDisk) -> Keyring {
        Keyring::new(Arc::new(disk.clone()), "/keys/keys.json", Entropy::seeded(3))
    }

    fn region(name: &str) -> Region {
        Region::parse(name).expect("a region")
    }

    fn wrap(keyring: &Keyring, key_id: &str) -> Result<WrappedKey, KeyFault> {
        let wrapped = keyring.wrap(&region("us-east-1"), key_id, "purpose", &[9; 32])?;
        let WrappedSecret { master, master_version, secret } = wrapped;
        Ok(WrappedKey { number: 0, master, master_version, secret, retired: None })
    }

    #[test]
    fn a_key_is_found_by_id_alias_and_the_arn_of_either() {
        let keyring = keyring(&SimDisk::new());
        let id = keyring.add(Some("alias/orders")).expect("made");
        let arn = |resource: &str| format!("arn:aws:kms:us-east-1:000000000000:{resource}");
        for name in [&id, "alias/orders", &arn(&format!("key/{id}")), &arn("alias/orders")] {
            let wrapped = wrap(&keyring, name).expect("wrapped");
            assert_eq!(keyring.unwrap(&wrapped, "purpose"), Ok([9; 32]), "{name}");
            assert!(keyring.unwrap(&wrapped, "another purpose").is_err());
        }
        let elsewhere = arn("alias/orders").replace("us-east-1", "eu-west-1");
        for missing in
            ["alias/other", "orders", "arn:aws:kms:us-east-1:000000000000:key/1", "arn:x", &elsewhere]
        {
            assert!(matches!(wrap(&keyring, missing), Err(KeyFault::NotFound(_))), "{missing}");
        }
    }

    #[test]
    fn the_services_own_key_comes_into_being_and_others_do_not() {
        let disk = SimDisk::new();
        let first = keyring(&disk);
        first.ensure("alias/aws/kinesis").expect("made");
        first.ensure("arn:aws:kms:us-east-1:000000000000:alias/aws/kinesis").expect("there");
        first.ensure("alias/mine").expect("nothing to do");
        assert_eq!(first.list().len(), 1);
        let wrapped = wrap(&first, "alias/aws/kinesis").expect("wrapped");
        let second = keyring(&disk);
        assert_eq!(second.reload(), Ok(true));
        assert_eq!(second.unwrap(&wrapped, "purpose"), Ok([9; 32]));
        assert_eq!(second.reload(), Ok(false));
    }

    #[test]
    fn rotation_keeps_what_was_wrapped_before_and_states_refuse() {
        let keyring = keyring(&SimDisk::new());
        let id = keyring.add(None).expect("made");
        let before = wrap(&keyring, &id).expect("wrapped");
        keyring.rotate(&id).expect("rotated");
        let after = wrap(&keyring, &id).expect("wrapped");
        assert_eq!((before.master_version, after.master_version), (0, 1));
        for wrapped in [&before, &after] {
            assert_eq!(keyring.unwrap(wrapped, "purpose"), Ok([9; 32]));
        }
        keyring.set_state(&id, KeyState::Disabled).expect("set");
        assert_eq!(keyring.unwrap(&before, "purpose"), Err(KeyFault::Disabled(id.clone())));
        keyring.set_state(&id, KeyState::PendingDeletion).expect("set");
        assert_eq!(wrap(&keyring, &id).err(), Some(KeyFault::PendingDeletion(id)));
    }

    #[test]
    fn a_damaged_file_is_an_error_and_changes_nothing() {
        let disk = SimDisk::new();
        let keyring = keyring(&disk);
        let id = keyring.add(None).expect("made");
        for bad in
            ["", "{", r#"{"version":2,"keys":[]}"#, r#"{"version":1,"keys":[{"id":"a","versions":[]}]}"#]
        {
            replace_private_file(&disk, Path::new("/keys/keys.json"), bad.as_bytes()).expect("written");
            assert!(matches!(keyring.reload(), Err(KeyFault::NoAccess(_))), "{bad}");
            assert!(keyring.add(None).is_err());
            assert!(wrap(&keyring, &id).is_ok(), "the keys read before are still used");
        }
    }

    #[test]
    fn keys_of_a_file_that_was_never_readable_are_out_of_reach_and_not_missing() {
        let disk = SimDisk::new();
        let wrapped = {
            let first = keyring(&disk);
            wrap(&first, &first.add(None).expect("made")).expect("wrapped")
        };
        let path = Path::new("/keys/keys.json");
        let whole = read_file(&disk, path).expect("there");
        replace_private_file(&disk, path, b"{").expect("written");
        let second = keyring(&disk);
        assert!(second.reload().is_err());
        assert!(matches!(second.unwrap(&wrapped, "purpose"), Err(KeyFault::NoAccess(_))));
        replace_private_file(&disk, path, &whole).expect("written");
        assert_eq!(second.reload(), Ok(true));
        assert_eq!(second.unwrap(&wrapped, "purpose"), Ok([9; 32]));
        replace_private_file(&disk, path, br#"{"version":1,"keys":[]}"#).expect("written");
        assert_eq!(second.reload(), Ok(true));
        assert!(matches!(second.unwrap(&wrapped, "purpose"), Err(KeyFault::NotFound(_))));
    }
}
