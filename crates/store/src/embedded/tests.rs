//! The contract on both disks, and what is the embedded back end's own.

#![allow(clippy::disallowed_methods)]

use std::sync::Arc;

use headwater_runtime::{Clock, Entropy, RealDisk, SimDisk};

use super::*;
use crate::contract;

fn small(dir: impl Into<std::path::PathBuf>) -> EmbeddedConfig {
    EmbeddedConfig {
        journal_file_bytes: 64 << 10,
        journal_first_file_bytes: 16 << 10,
        entropy: Entropy::seeded(1),
        ..EmbeddedConfig::new(dir)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_contract_holds_on_a_real_disk() {
    let mut dirs = Vec::new();
    contract::check_all(|| {
        let dir = tempfile::tempdir().unwrap();
        let store = EmbeddedStore::open(small(dir.path()), RealDisk::shared(), Clock::system()).unwrap();
        dirs.push(dir);
        async move { store as Arc<dyn Store> }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_contract_holds_without_a_tail_cache() {
    contract::check_all(|| {
        let config = EmbeddedConfig { tail_cache_bytes: 0, ..small("/data") };
        let store = EmbeddedStore::open(config, Arc::new(SimDisk::new()), Clock::system()).unwrap();
        async move { store as Arc<dyn Store> }
    })
    .await;
}
