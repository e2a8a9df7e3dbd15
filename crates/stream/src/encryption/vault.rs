//! The data keys of streams, unwrapped, in memory only.
//!
//! A key is unwrapped when it is first used and forgotten when the key file says something new, so that a master key that
//! is disabled stops reads and writes within the time between two looks at the file.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::Entropy;
use headwater_store::StoredBatch;
use headwater_types::{PartitionId, Region};
use parking_lot::RwLock;

use super::keyring::{Keyring, WrappedSecret};
use super::sealing::{DataKey, sealed_with};
use crate::error::{KeyFault, StreamError};
use crate::model::{StreamMeta, WrappedKey};

pub(crate) struct Vault {
    keyring: Option<Arc<Keyring>>,
    entropy: Entropy,
    open: RwLock<Open>,
}

#[derive(Default)]
struct Open {
    /// Counts how often all keys were forgotten.
    generation: u64,
    /// By stream and number.
    keys: HashMap<(u64, u32), Arc<DataKey>>,
}

impl Open {
    fn forget(&mut self) {
        self.generation += 1;
        self.keys.clear();
    }
}

impl Vault {
    pub fn new(keyring: Option<Arc<Keyring>>, entropy: Entropy) -> Self {
        Self { keyring, entropy, open: RwLock::default() }
    }

    /// Looks at the key file again.
    pub async fn reload(&self) -> Result<(), KeyFault> {
        let Ok(keyring) = self.keyring() else { return Ok(()) };
        if on_disk_thread(move || keyring.reload()).await? {
            self.open.write().forget();
        }
        Ok(())
    }

    /// A new data key for a stream, under the master key that `key_id` names.
    pub async fn new_key(
        &self,
        region: &Region,
        uid: u64,
        number: u32,
        key_id: &str,
    ) -> Result<WrappedKey, KeyFault> {
        let keyring = self.keyring()?;
        let (asked, file) = (key_id.to_owned(), keyring.clone());
        on_disk_thread(move || file.ensure(&asked)).await?;
        self.open.write().forget();
        let mut secret = [0; 32];
        self.entropy.fill(&mut secret);
        let WrappedSecret { master, master_version, secret } =
            keyring.wrap(region, key_id, &purpose(uid, number), &secret)?;
        Ok(WrappedKey { number, master, master_version, secret, retired: None })
    }

    /// The key that the stream's next batch is sealed with; `None` where it is not to be.
    pub fn sealing(&self, meta: &StreamMeta) -> Result<Option<Arc<DataKey>>, StreamError> {
        meta.encryption.as_ref().map(|encryption| self.key(meta, encryption.data_key)).transpose()
    }

    /// A stored batch as it was put, and whether it lay sealed.
    pub fn opened(
        &self,
        meta: &StreamMeta,
        partition: PartitionId,
        batch: StoredBatch,
    ) -> Result<(StoredBatch, bool), StreamError> {
        let Some(number) = sealed_with(&batch.payload) else { return Ok((batch, false)) };
        let key = self.key(meta, number)?;
        let payload: Bytes = key.open(partition, batch.record_count, &batch.payload).ok_or_else(|| {
            let offset = batch.base_offset;
            StreamError::Corrupt(format!("{partition} offset {offset}: the batch does not open with its key"))
        })?;
        Ok((StoredBatch { payload, ..batch }, true))
    }

    fn key(&self, meta: &StreamMeta, number: u32) -> Result<Arc<DataKey>, StreamError> {
        let place = (meta.uid, number);
        let generation = {
            let open = self.open.read();
            if let Some(key) = open.keys.get(&place) {
                return Ok(key.clone());
            }
            open.generation
        };
        let wrapped = meta.data_keys.iter().find(|key| key.number == number).ok_or_else(|| {
            StreamError::Corrupt(format!("stream number {} has no data key {number}", meta.uid))
        })?;
        let secret = self.keyring()?.unwrap(wrapped, &purpose(meta.uid, number))?;
        let key = Arc::new(DataKey::new(number, &secret, self.entropy.clone()));
        let mut open = self.open.write();
        if open.generation != generation {
            // The key file has changed meanwhile: good for this once, not to be kept.
            return Ok(key);
        }
        // Another may have come first; then its nonces go on.
        Ok(open.keys.entry(place).or_insert(key).clone())
    }

    fn keyring(&self) -> Result<Arc<Keyring>, KeyFault> {
        self.keyring.clone().ok_or_else(|| KeyFault::NoAccess("no key file is configured".to_owned()))
    }
}

/// What a wrapped data key is for: it opens for nothing else.
fn purpose(uid: u64, number: u32) -> String {
    format!("headwater stream {uid} data key {number}")
}

async fn on_disk_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, KeyFault> + Send + 'static,
) -> Result<T, KeyFault> {
    match headwater_runtime::blocking::spawn(work).await {
        Ok(done) => done,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(_) => Err(KeyFault::NoAccess("the server is shutting down".to_owned())),
    }
}
