//! Memory for request bodies: how much all of them may hold, how much of it one peer may, and how slowly one may come.
//!
//! A body is counted as it arrives, not as it is announced, so a claim alone holds nothing. Three bounds keep one client
//! from starving the others: bytes of all bodies, bytes of one peer's bodies that are still incomplete, and a minimum rate:
//! after a grace a body must have kept up with it on the whole, so that dripping holds memory for seconds, not for hours.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bytes of request bodies held at once, over all connections.
const BYTES_MAX: usize = 256 * 1024 * 1024;
/// Of these, what incomplete bodies of one address may hold: two thirds are always left to others.
const PEER_BYTES_MAX: usize = 80 * 1024 * 1024;
/// A client that sends nothing for this long in the middle of a body is cut.
pub const IDLE_TIMEOUT: Duration = Duration::from_secs(30);
/// What a body may lag behind the minimum rate: connections stall, phones change cells.
const RATE_GRACE: Duration = Duration::from_secs(30);
/// Slower than any link that carries records; the largest body may take five minutes.
const RATE_BYTES_PER_S_MIN: u64 = 64 * 1024;

/// Who sends a request; the listener notes it in the request's extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// The memory of all bodies. Cheap to clone.
#[derive(Clone)]
pub struct Bodies(Arc<Inner>);

struct Inner {
    /// One permit a byte.
    all: Arc<Semaphore>,
    /// Bytes of incomplete bodies.
    peers: Mutex<HashMap<IpAddr, usize>>,
}

/// There is no memory for more; the client may try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overloaded;

impl Default for Bodies {
    fn default() -> Self {
        Self(Arc::new(Inner { all: Arc::new(Semaphore::new(BYTES_MAX)), peers: Mutex::default() }))
    }
}

impl Bodies {
    pub fn begin(&self, peer: Option<Peer>) -> Arriving {
        Arriving { bodies: self.clone(), peer, bytes: 0, of_peer: 0, permit: None }
    }
}

/// A body that is being read.
pub struct Arriving {
    bodies: Bodies,
    peer: Option<Peer>,
    bytes: usize,
    /// What of them is counted for the peer.
    of_peer: usize,
    permit: Option<OwnedSemaphorePermit>,
}

impl Arriving {
    /// Takes in that many more bytes; `is_last` where nothing follows them.
    pub fn grow(&mut self, bytes: usize, is_last: bool) -> Result<(), Overloaded> {
        let all = self.bodies.0.all.clone();
        let claim = all.try_acquire_many_owned(bytes as u32).map_err(|_| Overloaded)?;
        match &mut self.permit {
            Some(held) => held.merge(claim),
            none => *none = Some(claim),
        }
        self.bytes += bytes;
        // A body that is there at once, which most are, is not looked at twice.
        let Some(Peer(address)) = self.peer.filter(|_| !is_last) else { return Ok(()) };
        let mut peers = self.bodies.0.peers.lock();
        let held = peers.entry(address).or_default();
        let more = self.bytes - self.of_peer;
        if *held + more > PEER_BYTES_MAX {
            if *held == 0 {
                peers.remove(&address);
            }
            return Err(Overloaded);
        }
        *held += more;
        self.of_peer = self.bytes;
        Ok(())
    }

    /// How long to wait for more, of a body that began so long ago. Zero where it is too slow.
    pub fn patience(&self, age: Duration) -> Duration {
        let earned = Duration::from_millis(self.bytes as u64 * 1000 / RATE_BYTES_PER_S_MIN);
        (RATE_GRACE + earned).saturating_sub(age).min(IDLE_TIMEOUT)
    }

    /// The body is whole. What it holds is given back when the answer drops this.
    pub fn complete(mut self) -> Option<OwnedSemaphorePermit> {
        self.permit.take()
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        let Some(Peer(address)) = self.peer.filter(|_| self.of_peer > 0) else { return };
        let mut peers = self.bodies.0.peers.lock();
        if let Some(held) = peers.get_mut(&address) {
            *held -= self.of_peer;
            if *held == 0 {
                peers.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const MIB: usize = 1024 * 1024;

    fn peer(last: u8) -> Option<Peer> {
        Some(Peer(IpAddr::V4(Ipv4Addr::new(10, 0, 0, last))))
    }

    #[test]
    fn one_peer_leaves_room_for_others() {
        let bodies = Bodies::default();
        let mut held = Vec::new();
        for _ in 0..PEER_BYTES_MAX / (16 * MIB) {
            let mut body = bodies.begin(peer(1));
            body.grow(16 * MIB, false).unwrap();
            held.push(body);
        }
        assert_eq!(bodies.begin(peer(1)).grow(1, false), Err(Overloaded));
        assert_eq!(bodies.begin(peer(1)).grow(1000, true), Ok(()), "what comes whole needs no patience");
        assert_eq!(bodies.begin(peer(2)).grow(16 * MIB, false), Ok(()));
        held.pop();
        assert_eq!(bodies.begin(peer(1)).grow(16 * MIB, false), Ok(()));
        held.clear();
        assert!(bodies.0.peers.lock().is_empty(), "nothing is remembered of peers that hold nothing");
        assert_eq!(bodies.0.all.available_permits(), BYTES_MAX);
    }

    #[test]
    fn all_bodies_together_have_a_bound_and_whole_ones_count() {
        let bodies = Bodies::default();
        let whole: Vec<_> = (0..16)
            .map(|n| {
                let mut body = bodies.begin(peer(n));
                body.grow(16 * MIB, false).unwrap();
                body.complete()
            })
            .collect();
        assert_eq!(bodies.begin(peer(99)).grow(1, true), Err(Overloaded));
        drop(whole);
        assert_eq!(bodies.begin(peer(99)).grow(1, true), Ok(()));
    }

    #[test]
    fn a_body_that_drips_runs_out_of_patience() {
        let mut body = Bodies::default().begin(peer(1));
        assert_eq!(body.patience(Duration::ZERO), IDLE_TIMEOUT);
        body.grow(64 * 1024, false).unwrap();
        assert_eq!(body.patience(Duration::from_secs(21)), Duration::from_secs(10));
        assert_eq!(body.patience(Duration::from_secs(31)), Duration::ZERO);
        body.grow(10 * MIB, false).unwrap();
        assert_eq!(body.patience(Duration::from_secs(31)), IDLE_TIMEOUT);
    }
}
