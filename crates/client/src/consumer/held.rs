//! The leases that this worker holds. Each has one authoritative copy behind a lock, for renewals and checkpoints both move its
//! counter and neither may take the other's write for a stranger's.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::lease::Lease;

/// What a shard's task is told; later words overrule earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    Run,
    /// A leader wants another worker to have it.
    HandOff,
    /// The consumer is shut down.
    Stop,
    /// Another worker has it.
    Lost,
}

pub struct Held {
    pub key: String,
    pub lease: tokio::sync::Mutex<Lease>,
    order: watch::Sender<Order>,
    state: Mutex<State>,
    /// Bytes read since the last renewal.
    bytes: AtomicU64,
}

struct State {
    renewed: Duration,
    /// When bytes were last made a throughput of.
    measured: Duration,
    throughput_kbps: Option<f64>,
    is_done: bool,
}

/// The newest value's part in the average that is written down, as in the Kinesis Client Library.
const THROUGHPUT_ALPHA: f64 = 0.2;

impl Held {
    pub fn new(lease: Lease, now: Duration) -> Self {
        let state = State { renewed: now, measured: now, throughput_kbps: None, is_done: lease.is_done() };
        Self {
            key: lease.key.clone(),
            lease: tokio::sync::Mutex::new(lease),
            order: watch::Sender::new(Order::Run),
            state: Mutex::new(state),
            bytes: AtomicU64::new(0),
        }
    }

    pub fn orders(&self) -> watch::Receiver<Order> {
        self.order.subscribe()
    }

    pub fn order(&self) -> Order {
        *self.order.borrow()
    }

    pub fn tell(&self, order: Order) {
        self.order.send_if_modified(|current| {
            let is_news = order > *current;
            *current = order.max(*current);
            is_news
        });
    }

    /// Its counter was moved at `now`.
    pub fn written(&self, now: Duration) {
        let mut state = self.state();
        state.renewed = state.renewed.max(now);
    }

    /// Whether others may have taken it by now.
    pub fn is_expired(&self, now: Duration, failover: Duration) -> bool {
        now.saturating_sub(self.state().renewed) > failover
    }

    pub fn count_bytes(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Kilobytes a second, averaged over the renewals so far; called once for each.
    pub fn throughput_kbps(&self, now: Duration) -> Option<f64> {
        let mut state = self.state();
        let passed = now.saturating_sub(state.measured).as_secs_f64();
        if passed > 0.0 {
            state.measured = now;
            let latest = self.bytes.swap(0, Ordering::Relaxed) as f64 / 1024.0 / passed;
            let average = state.throughput_kbps.map_or(latest, |old| old + THROUGHPUT_ALPHA * (latest - old));
            state.throughput_kbps = Some(average);
        }
        state.throughput_kbps
    }

    /// All of its shard is processed; the lease is kept until its children are begun.
    pub fn finish(&self) {
        self.state().is_done = true;
    }

    pub fn is_done(&self) -> bool {
        self.state().is_done
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All of a worker.
#[derive(Clone, Default)]
pub struct Holdings(Arc<Mutex<HashMap<String, Arc<Held>>>>);

impl Holdings {
    pub fn insert(&self, held: Arc<Held>) {
        self.map().insert(held.key.clone(), held);
    }

    /// Takes it out, unless the lease was lost and taken anew meanwhile.
    pub fn remove(&self, held: &Arc<Held>) {
        let mut map = self.map();
        if map.get(&held.key).is_some_and(|current| Arc::ptr_eq(current, held)) {
            map.remove(&held.key);
        }
    }

    pub fn contains(&self, key: &str) -> bool {
        self.map().contains_key(key)
    }

    pub fn len(&self) -> usize {
        self.map().len()
    }

    pub fn all(&self) -> Vec<Arc<Held>> {
        self.map().values().cloned().collect()
    }

    fn map(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Held>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::position::Position;
    use super::*;

    fn held() -> Held {
        Held::new(Lease::new("shardId-000000000000", Vec::new(), None, Position::TrimHorizon), Duration::ZERO)
    }

    #[test]
    fn a_lost_lease_stays_lost() {
        let held = held();
        for (told, order) in
            [(Order::HandOff, Order::HandOff), (Order::Lost, Order::Lost), (Order::Stop, Order::Lost)]
        {
            held.tell(told);
            assert_eq!(held.order(), order);
        }
    }

    #[test]
    fn a_lease_expires_when_it_is_not_written_for_the_failover_time() {
        let (held, failover) = (held(), Duration::from_secs(10));
        held.written(Duration::from_secs(5));
        assert!(!held.is_expired(Duration::from_secs(15), failover));
        assert!(held.is_expired(Duration::from_millis(15_001), failover));
    }

    #[test]
    fn throughput_is_an_average_over_renewals() {
        let held = held();
        held.count_bytes(10 * 1024);
        assert_eq!(held.throughput_kbps(Duration::from_secs(10)), Some(1.0));
        held.count_bytes(110 * 1024);
        let average = held.throughput_kbps(Duration::from_secs(20)).unwrap();
        assert!((average - 3.0).abs() < 1e-9, "{average}");
    }

    #[test]
    fn what_was_taken_anew_is_not_removed() {
        let holdings = Holdings::default();
        let (old, new) = (Arc::new(held()), Arc::new(held()));
        holdings.insert(old.clone());
        holdings.insert(new.clone());
        holdings.remove(&old);
        assert!(holdings.contains(&new.key));
        holdings.remove(&new);
        assert!(!holdings.contains(&new.key));
    }
}
