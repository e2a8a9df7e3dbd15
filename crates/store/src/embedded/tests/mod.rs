//! The contract on both disks, and what is the embedded back end's own: crashes, damage, disk errors.

#![allow(clippy::disallowed_methods)]

mod compaction;
mod copy;
mod crash;
mod damage;
mod faults;
mod files;
mod histories;
mod keyed;
mod longevity;
mod model;
mod rig;
mod segments;
mod tail_reads;
mod threads;
pub(super) mod tier;
mod versions;

use std::sync::Arc;

use headwater_runtime::{Clock, RealDisk, SimDisk};

use super::*;
use crate::contract;
use rig::small;

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
async fn the_contract_holds_when_every_read_comes_from_disk_and_every_group_is_checkpointed() {
    contract::check_all(|| {
        let config = EmbeddedConfig { tail_cache_bytes: 0, checkpoint_bytes: 0, ..small("/data") };
        let store = EmbeddedStore::open(config, Arc::new(SimDisk::new()), Clock::system()).unwrap();
        async move { store as Arc<dyn Store> }
    })
    .await;
}
