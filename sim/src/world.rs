//! A run: the host, the clients and the network between them, tick by tick, in one thread.

use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::disk::read_file;
use headwater_runtime::{Clock, Entropy, ManualTime, SimNet, blocking};
use headwater_types::Timestamp;
use parking_lot::Mutex;
use tokio::runtime::Runtime;

use crate::check::{self, Final};
use crate::client::Client;
use crate::faults::{Breakable, Faults};
use crate::history::History;
use crate::host::{ADDRESS, Condition, Host};
use crate::workload::{self, Worker};
use crate::{TICK, machine};

/// 2026-01-01T00:00:00Z, when every run begins.
const BEGINNING: Timestamp = Timestamp(1_767_225_600_000);
/// Who prepares, watches and checks, over a link that nothing happens to.
const OBSERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 1, 1));
/// A run that takes longer than this is stuck.
const MS_MAX: u64 = 300_000;

pub struct World {
    /// In milliseconds.
    now: u64,
    clock: Clock,
    time: ManualTime,
    net: SimNet,
    host: Host,
    clients: Runtime,
    client_hosts: Vec<IpAddr>,
    faults: Faults,
    entropy: Entropy,
    history: History,
}

impl World {
    pub fn new(seed: u64, lying_disk: bool) -> Self {
        let entropy = Entropy::seeded(seed);
        // Each part has a sequence of its own, so that a change to one leaves the others as they were.
        let part = || Entropy::seeded(entropy.next_u64());
        let (clock, time) = Clock::manual(BEGINNING);
        let net = SimNet::new(part());
        blocking::simulate(part(), 3);
        let host = Host::new(clock.clone(), part(), net.clone(), lying_disk);
        let client_count = 2 + entropy.below(3) as u8;
        let client_hosts = (0..client_count).map(|n| IpAddr::V4(Ipv4Addr::new(10, 0, 0, 10 + n))).collect();
        let faults = Faults::new(part());
        let history = History::default();
        machine::set_time_ms(BEGINNING.0);
        let clients = crate::runtime();
        Self { now: 0, clock, time, net, host, clients, client_hosts, faults, entropy, history }
    }

    /// Everything that happened, a line each.
    pub fn trace(&self) -> String {
        self.net.trace()
    }

    /// Runs to the end and checks what was seen. Gives a line about it, or what is wrong.
    pub fn run(&mut self) -> Result<String, String> {
        self.host.start();
        let mut observer = self.client(OBSERVER);
        self.until("preparing", async move { workload::prepare(&mut observer).await })?;
        self.work()?;
        self.be_well()?;
        let (mut observer, history) = (self.client(OBSERVER), self.history.clone());
        let objects = self.host.objects.clone();
        let read_back = async move { check::read_back(&mut observer, &history, &objects).await };
        let ended = self.until("reading back", read_back)?;
        self.note_disk();
        self.conclude(&ended?)
    }

    fn work(&mut self) -> Result<(), String> {
        let mut working = Vec::new();
        for (number, host) in self.client_hosts.clone().into_iter().enumerate() {
            let entropy = Entropy::seeded(self.entropy.next_u64());
            let client = self.client(host);
            let worker = Worker::new(client, self.history.clone(), entropy, number as u64);
            working.push(self.clients.spawn(worker.work(30)));
        }
        let watching = check::watch_shards(self.client(OBSERVER), self.history.clone());
        let watching = self.clients.spawn(watching);
        while working.iter().any(|work| !work.is_finished()) {
            self.tick(true)?;
        }
        watching.abort();
        let died = working.into_iter().map(|work| self.clients.block_on(work)).find_map(Result::err);
        died.map_or(Ok(()), |error| Err(format!("a client died: {error}")))
    }

    /// Ends all faults, loses the power once more, and has the server up.
    fn be_well(&mut self) -> Result<(), String> {
        let now = self.now;
        self.with_faults(|faults, on| {
            faults.end(on);
            faults.crash(now, on);
        });
        for _ in 0..10_000 {
            match self.host.condition() {
                Some(Condition::Up) => return Ok(()),
                Some(Condition::Failed(why)) => return Err(format!("the server does not start: {why}")),
                Some(_) => {}
                None => self.host.start(),
            }
            self.tick(false)?;
        }
        Err("the server does not start".to_owned())
    }

    fn conclude(&self, ended: &Final) -> Result<String, String> {
        self.history.note(|seen| {
            check::all(seen, ended)?;
            let records: usize = ended.shards.iter().map(|shard| shard.records.len()).sum();
            let on_registers: usize = seen.registers.values().map(Vec::len).sum();
            Ok(format!(
                "{} puts, {} reads, {on_registers} on registers, {} crashes, {} faults; {records} records in {} shards, {} s",
                seen.puts.len(),
                seen.reads.len(),
                self.faults.crashes,
                self.faults.others,
                ended.shards.len(),
                self.now / 1_000,
            ))
        })
    }

    /// What lies on the disk belongs to the trace.
    fn note_disk(&self) {
        for path in self.host.disk.files_under(Path::new("/")) {
            let bytes = read_file(&self.host.disk, &path).unwrap_or_default();
            self.net.note(&format!("{} {} {:08x}", path.display(), bytes.len(), crc32c::crc32c(&bytes)));
        }
    }

    fn client(&self, host: IpAddr) -> Client {
        Client::new(self.net.clone(), host, ADDRESS)
    }

    /// Ticks, in peace, until some work of a client's is done.
    fn until<T: Send + 'static>(
        &mut self,
        doing: &str,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, String> {
        let done: Arc<Mutex<Option<T>>> = Arc::default();
        let into = done.clone();
        let working = self.clients.spawn(async move {
            let result = work.await;
            *into.lock() = Some(result);
        });
        while !working.is_finished() {
            self.tick(false).map_err(|error| format!("{doing}: {error}"))?;
        }
        let result = done.lock().take();
        result.ok_or_else(|| format!("{doing}: a client died"))
    }

    fn tick(&mut self, with_faults: bool) -> Result<(), String> {
        self.now += TICK.as_millis() as u64;
        self.time.advance(TICK);
        machine::set_time_ms(self.clock.now().0);
        self.net.advance(Duration::from_millis(self.now));
        self.host.tick();
        self.clients.block_on(async { tokio::time::sleep(TICK).await });
        if with_faults {
            let now = self.now;
            self.with_faults(|faults, on| faults.tick(now, on))?;
        }
        if self.now > MS_MAX { Err(format!("not done after {MS_MAX} ms")) } else { Ok(()) }
    }

    fn with_faults<T>(&mut self, work: impl FnOnce(&mut Faults, &mut Breakable<'_>) -> T) -> T {
        let Self { faults, host, net, time, client_hosts, .. } = self;
        work(faults, &mut Breakable { host, net, time, clients: client_hosts })
    }
}
