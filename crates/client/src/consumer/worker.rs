//! What a worker does beside its shards: looks at the table, takes what is its to take, makes leases for shards that lack one and
//! deletes those that have served. Renewals run beside it, for a scan may take longer than a lease lives.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures::stream::{self, StreamExt};
use headwater_runtime::{Clock, Entropy};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::checkpointer::Book;
use super::cloudwatch::{self, Operation};
use super::config::ConsumerConfig;
use super::fleet::{self, Figures, Fleet, Processors};
use super::held::{Held, Holdings, Order};
use super::lease::{Item, Lease};
use super::metrics::Counters;
use super::processor::ProcessorFactory;
use super::shard::{self, ShardTask};
use super::stream_api;
use super::sync::{first_leases, has_served, missing_leases};
use super::table::{LeaseTable, Written};
use super::taking::{Decision, Observed, Rules};
use crate::transport::{CallError, Transport};

/// Renewals under way together.
const RENEWALS_MAX: usize = 32;
/// How many looks at the lease table come between two at a coordinator's table that was not there.
const LOOKS_WITHOUT_OWN_TABLE: u32 = 12;
/// How often is looked whether all shards are given up, when the consumer is shut down.
const CLOSING_PAUSE: Duration = Duration::from_millis(20);

pub struct Worker<K, D, F> {
    pub kinesis: Arc<K>,
    pub table: Arc<LeaseTable<D>>,
    pub config: Arc<ConsumerConfig>,
    pub factory: Arc<F>,
    pub clock: Clock,
    pub entropy: Entropy,
    pub counters: Arc<Counters>,
    pub consumer_arn: Option<Arc<str>>,
    pub holdings: Holdings,
    observed: Observed,
    fleet: Fleet,
    figures: Figures,
    figures_due: Duration,
    sync_due: Duration,
    looks_until_own_table: u32,
    listed: Option<HashSet<String>>,
    room: Arc<Semaphore>,
    shards: JoinSet<()>,
}

impl<K: Transport, D: Transport, F: ProcessorFactory> Worker<K, D, F> {
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        kinesis: Arc<K>,
        table: Arc<LeaseTable<D>>,
        config: Arc<ConsumerConfig>,
        factory: Arc<F>,
        clock: Clock,
        entropy: Entropy,
        counters: Arc<Counters>,
        consumer_arn: Option<Arc<str>>,
    ) -> Self {
        let room = shard::room(&config);
        Self {
            kinesis,
            table,
            config,
            factory,
            clock,
            entropy,
            counters,
            consumer_arn,
            holdings: Holdings::default(),
            observed: Observed::default(),
            fleet: Fleet::default(),
            figures: Figures::default(),
            figures_due: Duration::ZERO,
            sync_due: Duration::ZERO,
            looks_until_own_table: 0,
            listed: None,
            room,
            shards: JoinSet::new(),
        }
    }

    /// Works until `stop` comes, then gives everything up.
    pub async fn run(mut self, stop: impl Future<Output = ()>) {
        let renewals = tokio::spawn(self.renewals());
        let _ends_with_us = EndsWithUs(renewals.abort_handle());
        tokio::pin!(stop);
        let mut due = Duration::ZERO;
        loop {
            let next = if self.fleet.wants_figures() { due.min(self.figures_due) } else { due };
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(ended) = self.shards.join_next(), if !self.shards.is_empty() => self.collect(ended),
                () = self.clock.sleep(next.saturating_sub(self.clock.monotonic())) => {
                    let now = self.clock.monotonic();
                    let looks = now >= due;
                    if looks {
                        due = now + self.config.scan_interval();
                    }
                    // A call that takes long is not to keep the consumer from ending.
                    tokio::select! {
                        biased;
                        () = &mut stop => break,
                        () = self.turn(looks) => {}
                    }
                }
            }
        }
        self.close().await;
    }

    async fn turn(&mut self, looks: bool) {
        if looks && let Err(error) = self.look().await {
            tracing::warn!(table = self.table.name, %error, "the leases cannot be looked at, trying again");
            self.counters.error(error.code());
        }
        if let Err(error) = self.write_figures().await {
            tracing::warn!(%error, "the worker's figures are not written, trying again");
            self.counters.error(error.code());
        }
    }

    /// Renews all that is held, thrice within the failover time.
    fn renewals(&self) -> impl Future<Output = ()> + Send + 'static {
        let (books, interval) = (self.bookmaker(), self.config.renewal_interval());
        let (clock, holdings, counters) = (self.clock.clone(), self.holdings.clone(), self.counters.clone());
        async move {
            let mut lost_before = 0;
            loop {
                let began = clock.monotonic();
                stream::iter(holdings.all())
                    .for_each_concurrent(RENEWALS_MAX, |held| {
                        let book = books(held);
                        async move { book.renew().await }
                    })
                    .await;
                let took = clock.monotonic() - began;
                let lost = counters.read().leases_lost;
                let operation = || Operation::RenewAllLeases;
                counters.meter.add(operation, cloudwatch::LOST_LEASES, (lost - lost_before) as f64);
                counters.meter.add(operation, cloudwatch::CURRENT_LEASES, holdings.len() as f64);
                counters.meter.call(operation, cloudwatch::WHOLE, true, took);
                lost_before = lost;
                clock.sleep(interval.saturating_sub(took)).await;
            }
        }
    }

    fn bookmaker(&self) -> impl Fn(Arc<Held>) -> Book<D> + Send + 'static {
        let worker: Arc<str> = self.config.worker.as_str().into();
        let (table, holdings, failover) =
            (self.table.clone(), self.holdings.clone(), self.config.failover_time);
        let (clock, counters) = (self.clock.clone(), self.counters.clone());
        move |held| Book {
            table: table.clone(),
            held,
            holdings: holdings.clone(),
            worker: worker.clone(),
            failover,
            clock: clock.clone(),
            counters: counters.clone(),
        }
    }

    async fn look(&mut self) -> Result<(), CallError> {
        self.sync_shards().await?;
        // Whatever is done about them is on condition that they are as they were seen.
        let scanned = self.table.scan(false).await?;
        let now = self.clock.monotonic();
        self.observed.see(&scanned.leases, now);
        let own_items = self.own_items().await?;
        self.fleet.see(&scanned.others, &own_items, now);
        self.adopt(&scanned.leases).await?;
        self.take(&scanned.leases, now).await?;
        self.clean(&scanned.leases).await
    }

    /// Compares the stream's shards with the leases, when it is time or there are none.
    async fn sync_shards(&mut self) -> Result<(), CallError> {
        if self.clock.monotonic() < self.sync_due {
            return Ok(());
        }
        let stream = &self.config.stream;
        // Before the leases, so that what is done meanwhile is seen as done.
        let shards = stream_api::shards(&*self.kinesis, stream, None).await?;
        let leases = self.table.scan(true).await?.leases;
        let initial = self.config.initial_position;
        let missing = match leases.is_empty() {
            true => first_leases(&stream_api::shards(&*self.kinesis, stream, Some(initial)).await?, initial),
            false => missing_leases(&shards, &leases, initial),
        };
        for lease in missing {
            if self.table.create(&lease).await? {
                tracing::info!(shard = lease.key, position = %lease.checkpoint, "a lease is made");
            }
        }
        self.listed = Some(shards.into_iter().map(|shard| shard.id).collect());
        // Not all workers at once.
        let interval = self.config.shard_sync_interval;
        self.sync_due = self.clock.monotonic() + interval + interval * self.entropy.below(250) as u32 / 1_000;
        Ok(())
    }

    /// What stands in a coordinator's own table, where there is one.
    async fn own_items(&mut self) -> Result<Vec<Item>, CallError> {
        if self.looks_until_own_table > 0 {
            self.looks_until_own_table -= 1;
            return Ok(Vec::new());
        }
        let table = fleet::coordinator_table(&self.config.application);
        let mut items = Vec::new();
        for name in [fleet::MIGRATION, fleet::LEADER, fleet::TABLE_MIGRATION] {
            items.extend(self.table.item(&table, fleet::COORDINATOR_KEY, name).await?);
        }
        if items.is_empty() {
            self.looks_until_own_table = LOOKS_WITHOUT_OWN_TABLE;
        }
        Ok(items)
    }

    async fn write_figures(&mut self) -> Result<(), CallError> {
        let now = self.clock.monotonic();
        if !self.fleet.wants_figures() || now < self.figures_due {
            return Ok(());
        }
        self.figures_due = now + self.config.worker_metrics_interval;
        let stat = tokio::fs::read_to_string("/proc/stat").await.unwrap_or_default();
        self.figures.add(Processors::read(&stat));
        let (table, key) = self.fleet.figures_table(&self.config.application);
        let update = self.figures.update(&table, key, &self.config.worker, self.clock.now());
        self.table.call("UpdateItem", update).await.map(|_| ())
    }

    /// Begins what is this worker's and not held yet: a leader gave it, or a worker of the same id had it before.
    async fn adopt(&mut self, leases: &[Lease]) -> Result<(), CallError> {
        let me = self.config.worker.clone();
        for lease in leases {
            let is_ours = lease.owner.as_deref() == Some(&*me) && lease.checkpoint_owner.is_none();
            if !is_ours || self.holdings.contains(&lease.key) {
                continue;
            }
            let (mut lease, asked) = (lease.clone(), self.clock.monotonic());
            if self.table.renew(&mut lease, &me, None).await? == Written::Kept {
                self.begin(lease, asked);
            }
        }
        Ok(())
    }

    async fn take(&mut self, leases: &[Lease], now: Duration) -> Result<(), CallError> {
        let rules = Rules {
            failover: self.config.failover_time,
            leases_max: self.config.leases_max,
            steal_max: self.config.leases_to_steal_max,
            is_led: self.fleet.is_led(now),
        };
        let me = self.config.worker.clone();
        let by_key: HashMap<&str, &Lease> = leases.iter().map(|lease| (lease.key.as_str(), lease)).collect();
        let decision = self.observed.decide(leases, &me, now, &rules, &self.entropy);
        self.measure(&decision, leases.len());
        for key in decision.keys {
            let asked = self.clock.monotonic();
            if self.holdings.contains(&key) {
                continue;
            }
            let taken = self.table.take(by_key[key.as_str()], &me).await?;
            let measure = if taken.is_some() { cloudwatch::TAKEN_LEASES } else { cloudwatch::UNTAKEN_LEASES };
            self.counters.meter.add(|| Operation::TakeLeases, measure, 1.0);
            let Some(taken) = taken else { continue };
            let from = by_key[key.as_str()].owner.as_deref().unwrap_or("nobody");
            tracing::info!(shard = key, worker = me, from, position = %taken.checkpoint, "a lease is taken");
            self.begin(taken, asked);
        }
        Ok(())
    }

    /// For CloudWatch.
    fn measure(&self, decision: &Decision, leases: usize) {
        for (measure, value) in [
            (cloudwatch::TOTAL_LEASES, leases),
            (cloudwatch::EXPIRED_LEASES, decision.free),
            (cloudwatch::VERY_OLD_LEASES, decision.very_old),
            (cloudwatch::NUM_WORKERS, decision.workers),
            (cloudwatch::NEEDED_LEASES, decision.needed),
            (cloudwatch::LEASES_TO_TAKE, decision.keys.len()),
        ] {
            self.counters.meter.add(|| Operation::TakeLeases, measure, value as f64);
        }
    }

    fn begin(&mut self, lease: Lease, now: Duration) {
        self.counters.add(|metrics| metrics.leases_taken += 1);
        let held = Arc::new(Held::new(lease.clone(), now));
        self.holdings.insert(held.clone());
        let task = ShardTask {
            book: self.bookmaker()(held.clone()),
            kinesis: self.kinesis.clone(),
            config: self.config.clone(),
            factory: self.factory.clone(),
            entropy: self.entropy.clone(),
            room: self.room.clone(),
            consumer_arn: self.consumer_arn.clone(),
        };
        // Should the processor panic, the lease is still this worker's, and begun anew when it is looked at next.
        let holdings = self.holdings.clone();
        self.shards.spawn(async move {
            let mut on_panic = RemovedOnPanic { holdings, held, is_running: true };
            task.run(lease).await;
            on_panic.is_running = false;
        });
    }

    /// Deletes leases of this worker's that have served.
    async fn clean(&mut self, leases: &[Lease]) -> Result<(), CallError> {
        let by_key: HashMap<&str, &Lease> = leases.iter().map(|lease| (lease.key.as_str(), lease)).collect();
        for held in self.holdings.all().into_iter().filter(|held| held.is_done()) {
            let Some(lease) = by_key.get(held.key.as_str()) else {
                self.holdings.remove(&held);
                continue;
            };
            // Made when the listing was: a shard that came since is not in it.
            let listed = self.listed.as_ref().filter(|_| lease.children.is_empty());
            if has_served(lease, &by_key, listed) && self.table.delete(lease).await? {
                tracing::info!(shard = held.key, "a lease that has served is deleted");
                self.holdings.remove(&held);
            }
        }
        Ok(())
    }

    fn collect(&self, ended: Result<(), tokio::task::JoinError>) {
        if let Err(error) = ended
            && error.is_panic()
        {
            tracing::error!(%error, "a processor panicked, its shard is begun anew");
        }
    }

    /// Gives up all shards, and says that this worker is gone.
    async fn close(mut self) {
        let limit = self.config.shutdown_time + self.config.failover_time;
        let deadline = self.clock.monotonic() + limit;
        for held in self.holdings.all() {
            held.tell(Order::Stop);
        }
        while !self.shards.is_empty() && self.clock.monotonic() < deadline {
            tokio::select! {
                Some(ended) = self.shards.join_next() => self.collect(ended),
                () = self.clock.sleep(CLOSING_PAUSE) => {}
            }
        }
        // Finished shards' leases have no task any more.
        let books = self.bookmaker();
        for held in self.holdings.all() {
            books(held).release().await;
        }
        if self.fleet.wants_figures() {
            let (table, key) = self.fleet.figures_table(&self.config.application);
            let body = serde_json::json!({ "TableName": table, "Key": { key: { "S": self.config.worker } } });
            if let Err(error) = self.table.call("DeleteItem", body).await {
                tracing::warn!(%error, "the worker's figures are not deleted, they will expire");
            }
        }
    }
}

struct EndsWithUs(tokio::task::AbortHandle);

impl Drop for EndsWithUs {
    fn drop(&mut self) {
        self.0.abort();
    }
}

struct RemovedOnPanic {
    holdings: Holdings,
    held: Arc<Held>,
    is_running: bool,
}

impl Drop for RemovedOnPanic {
    fn drop(&mut self) {
        if self.is_running {
            self.holdings.remove(&self.held);
        }
    }
}
