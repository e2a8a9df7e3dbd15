//! The server's host: a disk, a runtime that dies with each crash, and the whole server in it.
//!
//! The runtime has one thread and tokio's own clock, which stands still but for the ticks. The work of the store's threads
//! is a task beside the server's, slow when the disk is.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use headwater_connect::object::{MemoryObjects, Objects};
use headwater_runtime::disk::CrashMode;
use headwater_runtime::{Clock, Disk, Entropy, SimDisk, SimNet};
use headwater_server::cli::Limits;
use headwater_server::config::Config;
use headwater_server::listener::Listener;
use headwater_server::serve::{Ground, Server};
use headwater_store::embedded::{Committed, EmbeddedConfig, EmbeddedStore, Steps};
use parking_lot::Mutex;
use tokio::runtime::Runtime;

use crate::TICK;

pub const ADDRESS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1)), 4566);
const DATA_DIR: &str = "/data";
/// Quiet ticks after which the commit thread rests: half a second.
const REST_AFTER: u32 = 250;

/// How a start went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    Starting,
    Up,
    Failed(String),
    /// Stopped in order.
    Stopped,
}

/// What outlives the server.
pub struct Host {
    pub disk: SimDisk,
    pub objects: MemoryObjects,
    /// Milliseconds that each round of the disk takes longer.
    pub disk_delay_ms: Arc<AtomicU64>,
    clock: Clock,
    entropy: Entropy,
    net: SimNet,
    running: Option<Running>,
    limits: Limits,
    /// Every disk of the host lies about what it has synced.
    lies: bool,
}

struct Running {
    runtime: Runtime,
    condition: Arc<Mutex<Condition>>,
    server: Arc<Mutex<Option<Server>>>,
    store: Arc<Mutex<Option<Arc<EmbeddedStore>>>>,
}

impl Host {
    pub fn new(clock: Clock, entropy: Entropy, net: SimNet, lies: bool) -> Self {
        // The limits of the service are on now and then.
        let limits = if entropy.below(4) == 0 { Limits::Aws } else { Limits::Off };
        let host = Self {
            disk: SimDisk::new(),
            objects: MemoryObjects::default(),
            disk_delay_ms: Arc::default(),
            clock,
            entropy,
            net,
            running: None,
            limits,
            lies,
        };
        if lies {
            host.disk.lie_about_syncs();
        }
        host
    }

    pub fn is_on(&self) -> bool {
        self.running.is_some()
    }

    pub fn condition(&self) -> Option<Condition> {
        self.running.as_ref().map(|running| running.condition.lock().clone())
    }

    /// Why the store takes no more commits, if it does not.
    pub fn stopped(&self) -> Option<String> {
        let running = self.running.as_ref()?;
        running.store.lock().as_ref()?.stats().stopped
    }

    pub fn start(&mut self) {
        let runtime = crate::runtime();
        let running = Running {
            runtime,
            condition: Arc::new(Mutex::new(Condition::Starting)),
            server: Arc::default(),
            store: Arc::default(),
        };
        let listener = Listener::on(self.net.listen(ADDRESS)).expect("a simulated address");
        let start = Start {
            listener,
            disk: self.disk.clone(),
            objects: self.objects.clone(),
            clock: self.clock.clone(),
            entropy: self.entropy.clone(),
            disk_delay_ms: self.disk_delay_ms.clone(),
            limits: self.limits,
            store: running.store.clone(),
        };
        let (condition, server) = (running.condition.clone(), running.server.clone());
        running.runtime.spawn(async move {
            let now = match start.run().await {
                Ok(started) => {
                    *server.lock() = Some(started);
                    Condition::Up
                }
                Err(error) => Condition::Failed(format!("{error:#}")),
            };
            *condition.lock() = now;
        });
        self.running = Some(running);
    }

    /// Stops the server in order; [`Condition::Stopped`] tells when it is done. `false` where none is up.
    pub fn stop(&mut self) -> bool {
        let Some(running) = &self.running else { return false };
        let Some(server) = running.server.lock().take() else { return false };
        let condition = running.condition.clone();
        running.runtime.spawn(async move {
            server.stop().await;
            *condition.lock() = Condition::Stopped;
        });
        true
    }

    /// Lets the host's part of a tick happen.
    pub fn tick(&mut self) {
        if let Some(running) = &self.running {
            running.runtime.block_on(async { tokio::time::sleep(TICK).await });
        }
    }

    /// The power goes; what is left of the disk is the next start's.
    pub fn crash(&mut self, mode: CrashMode, silently: bool) {
        let left = self.disk.after_cut();
        let left = left.unwrap_or_else(|| self.disk.crash(mode, &self.entropy));
        self.net.crash(ADDRESS.ip(), silently);
        self.running = None;
        self.disk = left;
        if self.lies {
            self.disk.lie_about_syncs();
        }
    }
}

/// One start of the server.
struct Start {
    listener: Listener,
    disk: SimDisk,
    objects: MemoryObjects,
    clock: Clock,
    entropy: Entropy,
    disk_delay_ms: Arc<AtomicU64>,
    limits: Limits,
    store: Arc<Mutex<Option<Arc<EmbeddedStore>>>>,
}

impl Start {
    async fn run(self) -> anyhow::Result<Server> {
        let disk: Arc<dyn Disk> = Arc::new(self.disk);
        let (store, steps) =
            EmbeddedStore::open_stepped(small_store(&self.entropy), disk.clone(), self.clock.clone())?;
        *self.store.lock() = Some(store.clone());
        tokio::spawn(take(steps, self.entropy.clone(), self.disk_delay_ms));
        let ground = Ground {
            clock: self.clock,
            entropy: self.entropy,
            disk,
            store,
            listener: self.listener,
            tls: None,
            objects: Objects::Memory(self.objects),
            buckets: None,
        };
        Server::start_on(config(self.limits), ground).await
    }
}

/// Takes the steps of a store, at the pace of its disk, until it is closed.
async fn take(mut steps: Steps, entropy: Entropy, disk_delay_ms: Arc<AtomicU64>) {
    let mut quiet = 0;
    loop {
        let delay_ms = disk_delay_ms.load(Ordering::Relaxed);
        tokio::time::sleep(TICK + Duration::from_millis(entropy.below(delay_ms + 1))).await;
        match steps.commit() {
            Committed::Some => quiet = 0,
            Committed::Nothing => quiet += 1,
            Committed::Closed => break,
        }
        if quiet == REST_AFTER {
            steps.rest();
        }
        match entropy.below(12) {
            0 => steps.prepare(),
            1 => steps.checkpoint(),
            2 => steps.rewrite(),
            _ => {}
        }
    }
    steps.close();
}

/// Bounds at which a short run goes through many files, checkpoints and segments.
fn small_store(entropy: &Entropy) -> EmbeddedConfig {
    EmbeddedConfig {
        journal_file_bytes: 128 << 10,
        journal_first_file_bytes: 16 << 10,
        tail_cache_bytes: 32 << 10,
        checkpoint_bytes: 8 << 10,
        journal_keep_bytes: 32 << 10,
        rewrite_bytes: 64 << 10,
        segment_own_bytes: 8 << 10,
        segment_bytes_max: 64 << 10,
        segment_block_bytes: 8 << 10,
        entropy: entropy.clone(),
        ..EmbeddedConfig::new(DATA_DIR)
    }
}

fn config(limits: Limits) -> Config {
    Config {
        listen: ADDRESS.ip(),
        port: ADDRESS.port(),
        insecure: true,
        limits,
        state_delay: Duration::from_millis(20),
        ..Config::plain(PathBuf::from(DATA_DIR))
    }
}
