//! Who is subscribed to what: at most one subscription per consumer and shard.
//!
//! A second one within five seconds of the first is refused; later it takes over and the first one ends.
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use headwater_types::{ConsumerName, ShardId, limits};
use parking_lot::Mutex;
use tokio::sync::watch;

use crate::error::StreamError;

/// Entries kept before those that can refuse nobody any more are dropped.
const ENTRIES_BEFORE_PURGE: usize = 1_024;

/// Why a subscription is over.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SubscriptionEnd {
    /// Its five minutes are up; subscribe again from the last continuation.
    #[error("the subscription's time is up")]
    Expired,
    /// The closed shard was read to its end, which the last page said.
    #[error("the shard's end was reached")]
    ShardEnd,
    #[error("another subscription of this consumer took over")]
    TakenOver,
    #[error("the consumer was deregistered")]
    ConsumerGone,
    #[error("the stream was deleted")]
    StreamGone,
    #[error(transparent)]
    Failed(#[from] StreamError),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot {
    pub uid: u64,
    pub consumer: ConsumerName,
    pub shard: ShardId,
}

struct Active {
    started: Duration,
    generation: u64,
    is_live: bool,
    end: watch::Sender<Option<SubscriptionEnd>>,
}

#[derive(Default)]
struct Slots {
    active: HashMap<Slot, Active>,
    last_generation: u64,
}

#[derive(Default, Clone)]
pub(crate) struct Registry(Arc<Mutex<Slots>>);

/// A place in the registry; given back when dropped.
pub(crate) struct Lease {
    registry: Registry,
    slot: Slot,
    generation: u64,
    pub end: watch::Receiver<Option<SubscriptionEnd>>,
}

impl Registry {
    /// `None` while another subscription holds the slot. `is_strict` counts five seconds from the last successful call
    /// even where that subscription has ended, as the service does.
    pub fn begin(&self, slot: Slot, now: Duration, is_strict: bool) -> Option<Lease> {
        let exclusive = Duration::from_millis(limits::SUBSCRIPTION_EXCLUSIVE_MS);
        let mut slots = self.0.lock();
        if let Some(held) = slots.active.get(&slot) {
            let is_recent = now.saturating_sub(held.started) < exclusive;
            if is_recent && (held.is_live || is_strict) {
                return None;
            }
            held.end.send_replace(Some(SubscriptionEnd::TakenOver));
        }
        if slots.active.len() >= ENTRIES_BEFORE_PURGE {
            slots.active.retain(|_, held| held.is_live || now.saturating_sub(held.started) < exclusive);
        }
        slots.last_generation += 1;
        let generation = slots.last_generation;
        let (sender, end) = watch::channel(None);
        slots.active.insert(slot.clone(), Active { started: now, generation, is_live: true, end: sender });
        Some(Lease { registry: self.clone(), slot, generation, end })
    }

    /// Ends every subscription of a consumer that is gone.
    pub fn end_consumer(&self, uid: u64, consumer: &ConsumerName) {
        self.0.lock().active.retain(|slot, held| {
            let ends = slot.uid == uid && slot.consumer == *consumer;
            if ends {
                held.end.send_replace(Some(SubscriptionEnd::ConsumerGone));
            }
            !ends
        });
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut slots = self.registry.0.lock();
        if let Some(held) = slots.active.get_mut(&self.slot)
            && held.generation == self.generation
        {
            held.is_live = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot() -> Slot {
        let consumer = ConsumerName::parse("c").expect("legal");
        Slot { uid: 1, consumer, shard: ShardId(0) }
    }

    #[test]
    fn a_second_subscription_waits_five_seconds_and_then_takes_over() {
        let registry = Registry::default();
        let first = registry.begin(slot(), Duration::from_secs(100), true).expect("free");
        assert!(registry.begin(slot(), Duration::from_millis(104_999), true).is_none());
        assert!(first.end.borrow().is_none());
        let second = registry.begin(slot(), Duration::from_secs(105), true).expect("five seconds are over");
        assert!(matches!(*first.end.borrow(), Some(SubscriptionEnd::TakenOver)));
        drop(first);
        assert!(second.end.borrow().is_none());
        assert!(registry.begin(slot(), Duration::from_secs(106), false).is_none(), "the second is live");
    }

    #[test]
    fn an_ended_subscription_blocks_only_where_limits_are_the_services() {
        let registry = Registry::default();
        drop(registry.begin(slot(), Duration::from_secs(100), true).expect("free"));
        assert!(registry.begin(slot(), Duration::from_secs(101), true).is_none());
        assert!(registry.begin(slot(), Duration::from_secs(101), false).is_some());
    }
}
