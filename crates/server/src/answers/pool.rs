//! A budget of bytes, of which one address may hold a share only. Whoever finds no room waits in line for a bounded time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Weak};
use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a claim waits for room. Longer than a stalled reader is left alone once room is short.
pub const CLAIM_TIMEOUT: Duration = Duration::from_secs(5);

/// There was no room in time; the client may try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// Bytes for one kind of answers.
pub struct Pool {
    all: Arc<Semaphore>,
    peers: Mutex<HashMap<IpAddr, Weak<Semaphore>>>,
    bytes_max: usize,
}

impl Pool {
    pub fn new(bytes_max: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(bytes_max)), peers: Mutex::default(), bytes_max }
    }

    /// What one address may hold: a third is always left to others.
    pub const fn peer_bytes_max(bytes_max: usize) -> usize {
        bytes_max / 3 * 2
    }

    /// The pool as a connection of this address sees it.
    pub fn share_of(&self, address: Option<IpAddr>) -> Share {
        let bytes_max = Self::peer_bytes_max(self.bytes_max);
        let peer = address.map(|address| {
            let mut peers = self.peers.lock();
            if let Some(peer) = peers.get(&address).and_then(Weak::upgrade) {
                return peer;
            }
            // As many as there are connections at most; a new address is rare enough to look at all of them.
            peers.retain(|_, peer| peer.strong_count() > 0);
            let peer = Arc::new(Semaphore::new(bytes_max));
            peers.insert(address, Arc::downgrade(&peer));
            peer
        });
        Share { all: self.all.clone(), peer, bytes_max: self.bytes_max }
    }
}

/// A pool, within what one address may hold of it.
#[derive(Clone)]
pub struct Share {
    all: Arc<Semaphore>,
    peer: Option<Arc<Semaphore>>,
    bytes_max: usize,
}

impl Share {
    /// Takes what is there at once.
    pub fn try_claim(&self, bytes: usize) -> Option<Claim> {
        let bytes = self.permits(bytes);
        let peer = match &self.peer {
            Some(peer) => Some(peer.clone().try_acquire_many_owned(bytes).ok()?),
            None => None,
        };
        let all = self.all.clone().try_acquire_many_owned(bytes).ok()?;
        Some(Claim { all, peer })
    }

    /// Waits for room, but not for ever.
    pub async fn claim(&self, bytes: usize) -> Result<Claim, NoRoom> {
        tokio::time::timeout(CLAIM_TIMEOUT, self.wait(bytes)).await.map_err(|_| NoRoom)?
    }

    /// As [`Share::claim`], however long it takes: first within the address's share, so that one address never stands in the
    /// way of others.
    pub async fn wait(&self, bytes: usize) -> Result<Claim, NoRoom> {
        if let Some(claim) = self.try_claim(bytes) {
            return Ok(claim);
        }
        let bytes = self.permits(bytes);
        let peer = match &self.peer {
            Some(peer) => Some(peer.clone().acquire_many_owned(bytes).await.map_err(|_| NoRoom)?),
            None => None,
        };
        let all = self.all.clone().acquire_many_owned(bytes).await.map_err(|_| NoRoom)?;
        Ok(Claim { all, peer })
    }

    /// Whether less than a quarter is left, of all or of the address's share.
    pub fn is_tight(&self) -> bool {
        let peer_max = Pool::peer_bytes_max(self.bytes_max);
        let of_peer = self.peer.as_ref().is_some_and(|peer| peer.available_permits() < peer_max / 4);
        of_peer || self.all.available_permits() < self.bytes_max / 4
    }

    /// One permit a byte; what is larger than the whole share waits for all of it.
    fn permits(&self, bytes: usize) -> u32 {
        u32::try_from(bytes.min(Pool::peer_bytes_max(self.bytes_max))).unwrap_or(u32::MAX)
    }
}

/// Bytes held; given back when dropped.
pub struct Claim {
    all: OwnedSemaphorePermit,
    peer: Option<OwnedSemaphorePermit>,
}

impl Claim {
    pub fn bytes(&self) -> usize {
        self.all.num_permits()
    }

    /// Gives back what is beyond `bytes`.
    pub fn shrink_to(&mut self, bytes: usize) {
        let surplus = self.bytes().saturating_sub(bytes);
        if surplus > 0 {
            drop(self.all.split(surplus));
            drop(self.peer.as_mut().map(|peer| peer.split(surplus)));
        }
    }

    /// Adds another claim on the same pool by the same address.
    pub fn merge(&mut self, other: Self) {
        self.all.merge(other.all);
        match (&mut self.peer, other.peer) {
            (Some(peer), Some(more)) => peer.merge(more),
            (None, None) => {}
            _ => unreachable!("both claims are of one address"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn address(last: u8) -> Option<IpAddr> {
        Some(IpAddr::V4(Ipv4Addr::new(10, 0, 0, last)))
    }

    #[test]
    fn one_address_leaves_room_for_others() {
        let pool = Pool::new(900);
        let (greedy, other) = (pool.share_of(address(1)), pool.share_of(address(2)));
        let mut held = greedy.try_claim(600).expect("its share");
        assert!(greedy.try_claim(1).is_none() && greedy.is_tight());
        assert!(!other.is_tight(), "a third is left");
        let others = other.try_claim(300).expect("the third that is left");
        assert!(other.is_tight());
        held.shrink_to(100);
        assert_eq!((held.bytes(), greedy.is_tight()), (100, false));
        held.merge(greedy.try_claim(200).expect("room again"));
        assert_eq!(held.bytes(), 300);
        drop((held, others));
        assert_eq!(pool.all.available_permits(), 900);
    }

    #[test]
    fn connections_of_one_address_share_and_gone_addresses_are_forgotten() {
        let pool = Pool::new(900);
        let first = pool.share_of(address(1));
        let held = first.try_claim(600);
        assert!(pool.share_of(address(1)).try_claim(1).is_none());
        drop((first, held));
        let _other = pool.share_of(address(2));
        assert_eq!(pool.peers.lock().len(), 1);
        assert!(pool.share_of(None).try_claim(900).is_some(), "no address, no share: the local console");
    }

    #[tokio::test(start_paused = true)]
    async fn a_claim_waits_for_room_but_not_for_ever() {
        let pool = Pool::new(900);
        let share = pool.share_of(address(1));
        let held = share.claim(600).await.expect("room");
        assert!(matches!(share.claim(600).await, Err(NoRoom)));
        let waiting = tokio::spawn({
            let share = share.clone();
            async move { share.claim(600).await.is_ok() }
        });
        tokio::time::sleep(Duration::from_secs(1)).await;
        drop(held);
        assert!(waiting.await.expect("no panic"));
        assert!(share.claim(usize::MAX).await.is_ok(), "what is larger than the share takes all of it");
    }
}
