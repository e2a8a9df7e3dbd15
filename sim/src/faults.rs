//! What goes wrong, and when: drawn from the seed, tick by tick.

use std::io;
use std::net::IpAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use headwater_runtime::disk::{CrashMode, Fault, FaultKind};
use headwater_runtime::net::Link;
use headwater_runtime::{Entropy, ManualTime, SimNet};

use crate::host::{Condition, Host};

/// One thing in so many ticks goes wrong, on the average.
const EVERY_TICKS: [u64; 3] = [125, 300, 750];

const HOUR_MS: i64 = 3_600_000;
/// From one end to the other less than the retention of a day, so that nothing expires.
const SKEW_MS_MAX: i64 = 10 * HOUR_MS;
/// A stop in order takes no longer than this, whatever clients and disk do.
const STOP_MS_MAX: u64 = 20_000;

/// What is broken now, and until when, in milliseconds.
pub struct Faults {
    entropy: Entropy,
    every_ticks: u64,
    cut: Vec<(u64, IpAddr)>,
    slow: Vec<(u64, IpAddr)>,
    disk_slow_until: u64,
    disk_full_until: u64,
    /// The disk was made to fail since it was last known to work.
    disk_trouble: bool,
    /// How far the wall clock stands from where it would be.
    skew_ms: i64,
    /// When the server was told to stop.
    stopping_since: Option<u64>,
    /// The host stays off until then.
    pub down_until: u64,
    pub crashes: u64,
    pub others: u64,
}

/// What can be broken.
pub struct Breakable<'w> {
    pub host: &'w mut Host,
    pub net: &'w SimNet,
    pub time: &'w ManualTime,
    pub clients: &'w [IpAddr],
}

impl Faults {
    pub fn new(entropy: Entropy) -> Self {
        let every_ticks = EVERY_TICKS[entropy.below(3) as usize];
        Self {
            entropy,
            every_ticks,
            cut: Vec::new(),
            slow: Vec::new(),
            disk_slow_until: 0,
            disk_full_until: 0,
            disk_trouble: false,
            skew_ms: 0,
            stopping_since: None,
            down_until: 0,
            crashes: 0,
            others: 0,
        }
    }

    /// One tick of bad luck.
    pub fn tick(&mut self, now: u64, on: &mut Breakable<'_>) -> Result<(), String> {
        self.recover(now, on);
        self.look_after(now, on)?;
        if self.entropy.below(self.every_ticks) == 0 {
            self.strike(now, on);
        }
        Ok(())
    }

    /// Everything is well again, and stays so.
    pub fn end(&mut self, on: &mut Breakable<'_>) {
        self.recover(u64::MAX, on);
        on.host.disk.clear_faults();
    }

    fn strike(&mut self, now: u64, on: &mut Breakable<'_>) {
        self.others += 1;
        let client = on.clients[self.entropy.below(on.clients.len() as u64) as usize];
        match self.entropy.below(16) {
            0..=2 => self.crash(now, on),
            3..=5 => {
                // In the middle of some call to come.
                on.net.note("power cut to come");
                on.host.disk.cut_power(self.entropy.below(60), self.mode(), &self.entropy);
            }
            6 => {
                on.net.note("stop");
                if on.host.stop() {
                    self.stopping_since = Some(now);
                }
            }
            7..=8 => {
                on.net.note(&format!("cut {client}"));
                on.net.cut(client);
                self.cut.push((now + 50 + self.entropy.below(5_000), client));
            }
            9 => {
                on.net.note(&format!("slow {client}"));
                let latency_min = Duration::from_millis(20 + self.entropy.below(200));
                let latency_max = latency_min + Duration::from_millis(self.entropy.below(800));
                on.net.set_link(client, Link { latency_min, latency_max, bytes_per_s: 30_000 });
                self.slow.push((now + 200 + self.entropy.below(4_000), client));
            }
            10 => {
                on.net.note(&format!("reset {client}"));
                on.net.reset(client);
            }
            11..=12 => {
                let wanted = self.skew_ms + self.entropy.below(4 * HOUR_MS as u64) as i64 - 2 * HOUR_MS;
                let skew_ms = wanted.clamp(-SKEW_MS_MAX, SKEW_MS_MAX);
                let jump = skew_ms - std::mem::replace(&mut self.skew_ms, skew_ms);
                on.net.note(&format!("clock jumps by {jump} ms"));
                on.time.jump(jump);
            }
            13 => {
                on.net.note("slow disk");
                on.host.disk_delay_ms.store(50 + self.entropy.below(500), Ordering::Relaxed);
                self.disk_slow_until = now + 500 + self.entropy.below(3_000);
            }
            14 => {
                on.net.note("full disk");
                self.disk_trouble = true;
                on.host.disk.set_capacity(Some(on.host.disk.used() + self.entropy.below(64 << 10)));
                self.disk_full_until = now + 200 + self.entropy.below(3_000);
            }
            _ => {
                let kind = FaultKind::ALL[self.entropy.below(FaultKind::ALL.len() as u64) as usize];
                let path_contains = ["journal", "state.redb", ""][self.entropy.below(3) as usize].to_owned();
                on.net.note(&format!("fault {kind:?} {path_contains}"));
                self.disk_trouble = true;
                let (skip, times, error) = (self.entropy.below(6), 1, io::ErrorKind::Other);
                on.host.disk.inject(Fault { kind, path_contains, skip, times, error });
            }
        }
    }

    /// Takes the power from the host now.
    pub fn crash(&mut self, now: u64, on: &mut Breakable<'_>) {
        if !on.host.is_on() {
            return;
        }
        let mode = self.mode();
        on.net.note(&format!("crash {mode:?}"));
        self.stopping_since = None;
        on.host.crash(mode, self.entropy.below(4) == 0);
        self.crashes += 1;
        self.down_until = now + 20 + self.entropy.below(800);
    }

    fn recover(&mut self, now: u64, on: &mut Breakable<'_>) {
        let over = |until: &u64| *until <= now;
        for (_, client) in self.cut.extract_if(.., |(until, _)| over(until)) {
            on.net.mend(client);
        }
        for (_, client) in self.slow.extract_if(.., |(until, _)| over(until)) {
            on.net.set_link(client, Link::default());
        }
        if over(&self.disk_slow_until) {
            on.host.disk_delay_ms.store(0, Ordering::Relaxed);
        }
        if over(&self.disk_full_until) {
            on.host.disk.set_capacity(None);
        }
    }

    /// What whoever operates the host does: starts it when it is off, again when it has failed.
    fn look_after(&mut self, now: u64, on: &mut Breakable<'_>) -> Result<(), String> {
        if on.host.disk.is_off() && on.host.is_on() {
            self.crash(now, on);
            return Ok(());
        }
        match on.host.condition() {
            // For want of a disk that works a start may fail; once it works, it must not.
            Some(Condition::Failed(why)) if !std::mem::take(&mut self.disk_trouble) => {
                return Err(format!("the server does not start: {why}"));
            }
            Some(Condition::Failed(why)) => {
                on.net.note(&format!("start failed: {why}"));
                on.host.disk.clear_faults();
                on.host.disk.set_capacity(None);
                self.crash(now, on);
            }
            None if self.down_until <= now => on.host.start(),
            Some(Condition::Up) if self.stopping_since.is_some_and(|since| since + STOP_MS_MAX < now) => {
                return Err(format!("the server does not stop within {STOP_MS_MAX} ms"));
            }
            Some(Condition::Stopped) => {
                on.net.note("stopped");
                self.stopping_since = None;
                on.host.crash(CrashMode::ProcessKilled, false);
                self.down_until = now.saturating_add(20);
            }
            Some(Condition::Up) if on.host.stopped().is_some() && self.entropy.below(150) == 0 => {
                self.crash(now, on);
            }
            _ => {}
        }
        Ok(())
    }

    fn mode(&self) -> CrashMode {
        CrashMode::ALL[self.entropy.below(CrashMode::ALL.len() as u64) as usize]
    }
}
