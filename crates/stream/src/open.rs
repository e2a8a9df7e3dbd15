//! Brings the engine up from the state in the store, and starts its sweep.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use headwater_runtime::{Clock, Entropy};
use headwater_store::{Commit, CommitError, Expect, Precondition, StateChange, Store};
use headwater_types::{ConsumerName, StreamArn};
use parking_lot::RwLock;
use tokio::sync::watch;

use crate::config::StreamsConfig;
use crate::encryption::Vault;
use crate::engine::{Accounts, Inner, StoredAllocator, StreamCell, Streams, durable_bounds};
use crate::error::StreamError;
use crate::model::{Allocator, Commitment, Consumer, Shard, StreamMeta, keys, stored};
use crate::on_demand;
use crate::registry::Registry;
use crate::sweep;
use crate::token::TokenSealer;
use crate::traffic::LastRound;
use crate::view::StreamView;

/// State entries read at once while opening.
const SCAN_PAGE: usize = 1_000;

impl Streams {
    /// Loads every stream, and keeps sweeping expired records until the last clone is dropped.
    pub async fn open(
        store: Arc<dyn Store>,
        clock: Clock,
        entropy: Entropy,
        config: StreamsConfig,
    ) -> Result<Self, StreamError> {
        let allocator = store.get(keys::allocator()).await?;
        let now = match &allocator {
            Some(value) => stored::decode(&keys::allocator(), value)?,
            None => Allocator::default(),
        };
        let tokens = TokenSealer::new(token_secret(&*store, &entropy).await?);
        let cells = load_streams(&*store, &clock).await?;
        let vault = Vault::new(config.keyring.clone(), entropy);
        if let Err(error) = vault.reload().await {
            tracing::error!(%error, "encrypted streams can be neither read nor written until the key file is there");
        }
        let accounts = RwLock::new(load_accounts(&*store).await?);
        let last_round = LastRound { at: clock.monotonic(), ..LastRound::default() };
        let streams = Self(Arc::new(Inner {
            accounts,
            account_changes: tokio::sync::Mutex::new(()),
            last_round: tokio::sync::Mutex::new(last_round),
            store,
            clock,
            config,
            vault,
            cells: RwLock::new(cells),
            allocator: tokio::sync::Mutex::new(StoredAllocator { now, stored: allocator }),
            tokens,
            subscriptions: Registry::default(),
            changes: watch::Sender::new(0),
        }));
        sweep::start(&streams);
        on_demand::start(&streams);
        Ok(streams)
    }
}

async fn load_accounts(store: &dyn Store) -> Result<Accounts, StreamError> {
    let read = |(key, value): (Bytes, Bytes)| {
        let scope = keys::account_of(&key).ok_or_else(|| {
            StreamError::Corrupt(format!("state key {} names no account", key.escape_ascii()))
        })?;
        let commitment: Commitment = stored::decode(&key, &value)?;
        Ok((scope, (commitment, value)))
    };
    scan_all(store, keys::accounts()).await?.into_iter().map(read).collect()
}

async fn load_streams(
    store: &dyn Store,
    clock: &Clock,
) -> Result<BTreeMap<StreamArn, Arc<StreamCell>>, StreamError> {
    let mut cells = BTreeMap::new();
    for (key, value) in scan_all(store, keys::streams()).await? {
        let arn = keys::stream_of(&key).ok_or_else(|| {
            StreamError::Corrupt(format!("state key {} names no stream", key.escape_ascii()))
        })?;
        let meta: StreamMeta = stored::decode(&key, &value)?;
        let mut shards: Vec<Shard> = Vec::new();
        for (key, value) in scan_all(store, keys::shards(meta.uid)).await? {
            shards.push(stored::decode(&key, &value)?);
        }
        take_up_epochs(store, &mut shards)?;
        let mut consumers = BTreeMap::new();
        for (key, value) in scan_all(store, keys::consumers(meta.uid)).await? {
            let consumer: Consumer = stored::decode(&key, &value)?;
            let name = ConsumerName::parse(&consumer.name)
                .ok_or_else(|| StreamError::Corrupt(format!("{:?} is no consumer name", consumer.name)))?;
            consumers.insert(name, consumer);
        }
        if !StreamView::tiles(&shards) {
            return Err(StreamError::Corrupt(format!("the open shards of {arn} do not tile the hash space")));
        }
        let view = StreamView::new(arn.clone(), meta, value, shards, consumers, clock.monotonic());
        cells.insert(arn, StreamCell::new(view));
    }
    Ok(cells)
}

/// A reshard may have fenced a partition and not come to its second commit: the shard goes on in the epoch it is left in.
fn take_up_epochs(store: &dyn Store, shards: &mut [Shard]) -> Result<(), StreamError> {
    for shard in shards.iter_mut().filter(|shard| shard.is_open()) {
        shard.epoch = shard.epoch.max(durable_bounds(store, shard.partition)?.epoch);
    }
    Ok(())
}

async fn scan_all(store: &dyn Store, range: Range<Bytes>) -> Result<Vec<(Bytes, Bytes)>, StreamError> {
    let mut found: Vec<(Bytes, Bytes)> = Vec::new();
    let mut start = range.start;
    loop {
        let page = store.scan(start..range.end.clone(), SCAN_PAGE).await?;
        let is_last = page.len() < SCAN_PAGE;
        found.extend(page);
        match found.last() {
            Some((key, _)) if !is_last => {
                let mut next = BytesMut::from(&key[..]);
                next.extend_from_slice(&[0]);
                start = next.freeze();
            }
            _ => return Ok(found),
        }
    }
}

/// The key that iterator tokens are sealed with: made at the first start, kept so that tokens survive restarts.
async fn token_secret(store: &dyn Store, entropy: &Entropy) -> Result<[u8; 32], StreamError> {
    let key = keys::token_secret();
    loop {
        if let Some(value) = store.get(key.clone()).await? {
            return parse_secret(&value).ok_or_else(|| {
                StreamError::Corrupt("stream/token-secret is not 64 hexadecimal digits".into())
            });
        }
        let mut secret = [0u8; 32];
        entropy.fill(&mut secret);
        let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
        let commit = Commit {
            preconditions: vec![Precondition { key: key.clone(), expect: Expect::Absent }],
            state: vec![StateChange::Put { key: key.clone(), value: hex.into() }],
            ..Commit::default()
        };
        match store.commit(commit).await {
            Ok(_) | Err(CommitError::PreconditionFailed { .. }) => continue,
            Err(error) => return Err(error.into()),
        }
    }
}

fn parse_secret(hex: &[u8]) -> Option<[u8; 32]> {
    let text = std::str::from_utf8(hex).ok().filter(|text| text.len() == 64 && text.is_ascii())?;
    let mut secret = [0u8; 32];
    for (index, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(secret)
}
