//! A network in memory: streams of bytes between hosts, as TCP gives them, over links that are slow, cut and lose connections.
//!
//! Nothing moves by itself: who simulates says what time it is with [`SimNet::advance`], and what is due by then arrives,
//! in an order that depends on the seed alone. So the ends of a connection may live in different runtimes. Bytes of one
//! direction never overtake each other; a cut link holds what is sent, as retransmission does, until it is mended or a
//! side gives up; a crashed host's connections end with what had left it. Every arrival is noted in the trace.

mod stream;

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::task::{Poll, Waker};
use std::time::Duration;

use parking_lot::Mutex;

use super::{Acceptor, Source};
use crate::Entropy;
pub use stream::{Backlog, SimStream};

/// What may be under way or unread in one direction before a writer waits.
const WINDOW_BYTES: usize = 64 * 1024;
/// The most that travels as one.
const SEGMENT_BYTES_MAX: usize = 16 * 1024;

/// How the link of a client's host behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub latency_min: Duration,
    pub latency_max: Duration,
    /// Bytes a second, in each direction of each connection.
    pub bytes_per_s: u64,
}

impl Default for Link {
    fn default() -> Self {
        let (latency_min, latency_max) = (Duration::from_millis(1), Duration::from_millis(3));
        Self { latency_min, latency_max, bytes_per_s: 100_000_000 }
    }
}

/// A simulated network. Clones are the same network.
#[derive(Clone)]
pub struct SimNet(Arc<Mutex<World>>);

struct World {
    now: Duration,
    entropy: Entropy,
    /// By the address of the host that calls.
    links: BTreeMap<IpAddr, LinkState>,
    /// Connection `n` has direction `2 n` towards who listens and `2 n + 1` back.
    directions: Vec<Direction>,
    listening: BTreeMap<SocketAddr, Waiting>,
    coming: BTreeMap<(Duration, u64), (usize, Segment)>,
    sent: u64,
    to_wake: Vec<Waker>,
    trace: String,
}

#[derive(Default)]
struct LinkState {
    link: Link,
    is_cut: bool,
    held: Vec<(usize, Segment)>,
}

#[derive(Default)]
struct Waiting {
    /// Directions of connections that nobody has accepted yet, and who calls.
    opened: VecDeque<(usize, SocketAddr)>,
    waker: Option<Waker>,
}

enum Segment {
    Open { to: SocketAddr, from: SocketAddr },
    Opened,
    Data(Vec<u8>),
    End,
    Reset,
}

/// One way of a connection.
struct Direction {
    /// Whose link it takes.
    host: IpAddr,
    /// The host at its end: it dies with that.
    to: IpAddr,
    arrived: VecDeque<u8>,
    under_way: usize,
    /// When the last byte sent is to arrive: nothing overtakes it.
    last_at: Duration,
    opened: bool,
    ended: bool,
    reset: bool,
    /// Nobody reads any more.
    unread: bool,
    /// Its writer is dead: what he still sends goes nowhere.
    silent: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

impl SimNet {
    pub fn new(entropy: Entropy) -> Self {
        Self(Arc::new(Mutex::new(World {
            now: Duration::ZERO,
            entropy,
            links: BTreeMap::new(),
            directions: Vec::new(),
            listening: BTreeMap::new(),
            coming: BTreeMap::new(),
            sent: 0,
            to_wake: Vec::new(),
            trace: String::new(),
        })))
    }

    /// Listens at an address, instead of whoever did before.
    pub fn listen(&self, address: SocketAddr) -> Acceptor {
        self.0.lock().listening.insert(address, Waiting::default());
        Acceptor(Source::Simulated(Backlog::new(self.clone(), address)))
    }

    /// Connects a host to an address. Waits for as long as the link is cut: whoever calls has to give up by himself.
    pub async fn connect(&self, host: IpAddr, to: SocketAddr) -> io::Result<SimStream> {
        let stream = {
            let mut world = self.0.lock();
            let outward = world.directions.len();
            let from = SocketAddr::new(host, 40_000 + (outward / 2) as u16);
            world.directions.push(Direction::new(host, to.ip()));
            world.directions.push(Direction::new(host, host));
            world.send(outward, Segment::Open { to, from });
            SimStream::new(self.clone(), outward + 1, outward)
        };
        poll_fn(|context| {
            let mut world = self.0.lock();
            let back = &mut world.directions[stream.reads()];
            match (back.opened, back.reset) {
                (true, _) => Poll::Ready(Ok::<_, io::Error>(())),
                (_, true) => Poll::Ready(Err(io::ErrorKind::ConnectionRefused.into())),
                _ => {
                    back.reader = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await?;
        Ok(stream)
    }

    /// It is `now`: everything due arrives.
    pub fn advance(&self, now: Duration) {
        let woken = {
            let mut world = self.0.lock();
            while let Some(due) = world.coming.first_entry().filter(|due| due.key().0 <= now) {
                let ((at, _), (direction, segment)) = due.remove_entry();
                world.now = at.max(world.now);
                world.arrive(direction, segment);
            }
            world.now = now;
            std::mem::take(&mut world.to_wake)
        };
        woken.into_iter().for_each(Waker::wake);
    }

    pub fn set_link(&self, host: IpAddr, link: Link) {
        self.0.lock().links.entry(host).or_default().link = link;
    }

    /// Holds what a host sends and is sent, until [`SimNet::mend`].
    pub fn cut(&self, host: IpAddr) {
        self.0.lock().links.entry(host).or_default().is_cut = true;
    }

    pub fn mend(&self, host: IpAddr) {
        let mut world = self.0.lock();
        let link = world.links.entry(host).or_default();
        link.is_cut = false;
        let held = std::mem::take(&mut link.held);
        held.into_iter().for_each(|(direction, segment)| world.schedule(direction, segment));
    }

    /// Breaks all connections of a host that calls, at both ends; what is under way is lost.
    pub fn reset(&self, host: IpAddr) {
        let woken = {
            let mut world = self.0.lock();
            world.lose(|direction| direction.host == host);
            for direction in world.directions.iter_mut().filter(|direction| direction.host == host) {
                direction.break_off();
            }
            world.wake_all(|direction| direction.host == host)
        };
        woken.into_iter().for_each(Waker::wake);
    }

    /// The host that listens dies. What had left it still arrives; then its peers learn that it is gone, or, where it
    /// dies `silently`, hear nothing more. Call it before the host's own ends are dropped.
    pub fn crash(&self, host: IpAddr, silently: bool) {
        let mut world = self.0.lock();
        world.lose(|direction| direction.to == host);
        world.listening.retain(|address, _| address.ip() != host);
        for toward in (0..world.directions.len()).filter(|at| at % 2 == 0) {
            if world.directions[toward].to != host || world.directions[toward].unread {
                continue;
            }
            world.directions[toward].unread = true;
            if !silently {
                world.send(toward + 1, Segment::Reset);
            }
            world.directions[toward + 1].silent = true;
        }
    }

    /// Adds a line to the trace.
    pub fn note(&self, what: &str) {
        let mut world = self.0.lock();
        let now = world.now.as_millis();
        writeln!(world.trace, "{now} {what}").expect("a string takes everything");
    }

    /// Everything that arrived and was noted so far, a line each.
    pub fn trace(&self) -> String {
        self.0.lock().trace.clone()
    }
}

impl World {
    fn send(&mut self, direction: usize, segment: Segment) {
        if self.directions[direction].silent {
            return;
        }
        if let Segment::Data(bytes) = &segment {
            self.directions[direction].under_way += bytes.len();
        }
        self.schedule(direction, segment);
    }

    fn schedule(&mut self, direction: usize, segment: Segment) {
        let Link { latency_min, latency_max, bytes_per_s } =
            self.links.entry(self.directions[direction].host).or_default().link;
        let spread_us = latency_max.saturating_sub(latency_min).as_micros() as u64;
        let latency = latency_min + Duration::from_micros(self.entropy.below(spread_us + 1));
        let bytes = if let Segment::Data(bytes) = &segment { bytes.len() as u64 } else { 0 };
        let takes = Duration::from_micros(bytes * 1_000_000 / bytes_per_s.max(1));
        let direction_state = &mut self.directions[direction];
        let at = (self.now + latency).max(direction_state.last_at) + takes;
        direction_state.last_at = at;
        self.sent += 1;
        self.coming.insert((at, self.sent), (direction, segment));
    }

    fn arrive(&mut self, at: usize, segment: Segment) {
        let link = self.links.entry(self.directions[at].host).or_default();
        if link.is_cut {
            link.held.push((at, segment));
            return;
        }
        let (now, way) = (self.now.as_micros(), if at.is_multiple_of(2) { '>' } else { '<' });
        writeln!(self.trace, "{now} {}{way} {}", at / 2, segment.describe())
            .expect("a string takes everything");
        let direction = &mut self.directions[at];
        match segment {
            Segment::Open { to, from } => return self.open(at, to, from),
            Segment::Opened => direction.opened = true,
            Segment::Data(bytes) => {
                direction.under_way -= bytes.len();
                if direction.unread {
                    if !direction.reset {
                        direction.reset = true;
                        self.send(at ^ 1, Segment::Reset);
                    }
                    return;
                }
                direction.arrived.extend(bytes);
            }
            Segment::End => direction.ended = true,
            Segment::Reset => {
                direction.reset = true;
                // Who writes the other way waits for nothing any more.
                let writer = self.directions[at ^ 1].writer.take();
                self.to_wake.extend(writer);
            }
        }
        let reader = self.directions[at].reader.take();
        self.to_wake.extend(reader);
    }

    fn open(&mut self, at: usize, to: SocketAddr, from: SocketAddr) {
        let Some(waiting) = self.listening.get_mut(&to) else {
            return self.send(at + 1, Segment::Reset);
        };
        waiting.opened.push_back((at, from));
        self.to_wake.extend(waiting.waker.take());
        self.send(at + 1, Segment::Opened);
    }

    fn lose(&mut self, which: impl Fn(&Direction) -> bool) {
        let directions = &self.directions;
        self.coming.retain(|_, (direction, _)| !which(&directions[*direction]));
        for link in self.links.values_mut() {
            link.held.retain(|(direction, _)| !which(&directions[*direction]));
        }
    }

    fn wake_all(&mut self, which: impl Fn(&Direction) -> bool) -> Vec<Waker> {
        let ours = self.directions.iter_mut().filter(|direction| which(direction));
        ours.flat_map(|direction| [direction.reader.take(), direction.writer.take()]).flatten().collect()
    }
}

impl Direction {
    fn new(host: IpAddr, to: IpAddr) -> Self {
        Self {
            host,
            to,
            arrived: VecDeque::new(),
            under_way: 0,
            last_at: Duration::ZERO,
            opened: false,
            ended: false,
            reset: false,
            unread: false,
            silent: false,
            reader: None,
            writer: None,
        }
    }

    fn break_off(&mut self) {
        self.reset = true;
        self.silent = true;
        self.under_way = 0;
        self.arrived.clear();
    }

    fn room(&self) -> usize {
        WINDOW_BYTES.saturating_sub(self.under_way + self.arrived.len())
    }
}

impl Segment {
    fn describe(&self) -> String {
        match self {
            Self::Open { from, .. } => format!("opens from {from}"),
            Self::Opened => "opened".to_owned(),
            Self::Data(bytes) => format!("{} bytes {:016x}", bytes.len(), fnv(bytes)),
            Self::End => "end".to_owned(),
            Self::Reset => "reset".to_owned(),
        }
    }
}

/// FNV-1a: tells two contents apart, no more.
fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
