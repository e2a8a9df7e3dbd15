//! What takes longer than a request: filling a new index, sweeping what a deleted table or index left, ending items whose time has
//! come. Everything is taken up again after a restart, from what the state says.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use headwater_store::{Commit, Expect, Precondition, StateChange};

use super::read::successor;
use super::tables::{Engine, Table, TableId, is_overtaken};
use super::write::{Change, Write, entry_of};
use super::{EngineError, keys};
use crate::expression::{Comparison, Condition, Operand, Path};
use crate::value::{Item, Number, Value, codec};

/// Entries of one commit.
const STEP: usize = 256;
/// The service ends items "within a few days"; here about a minute after their time.
const EXPIRY_INTERVAL: Duration = Duration::from_secs(60);
/// Items whose time is longer ago are taken for a mistake, and kept.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html>
const EXPIRY_AGE_MAX_S: i64 = 5 * 365 * 24 * 60 * 60;
const RETRY_AFTER: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
pub(super) struct Upkeep {
    sweeping: AtomicBool,
    sweep_again: AtomicBool,
}

impl Engine {
    /// Starts everything that the state says is not finished, and the watch over items with an end.
    pub(super) fn resume_upkeep(&self) {
        for table in self.all() {
            for index in table.record.indexes.iter().filter(|index| !index.complete) {
                self.fill_index(table.id.clone(), index.number);
            }
        }
        self.sweep_doomed();
        let weak = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(EXPIRY_INTERVAL).await;
                let Some(inner) = weak.upgrade() else { return };
                Engine(inner).expire_items().await;
            }
        });
    }

    /// Fills a new index beside the writers, who keep it from the moment it is in the table's record.
    pub fn fill_index(&self, id: TableId, number: u32) {
        let weak = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            let mut from = Bytes::new();
            loop {
                let Some(inner) = weak.upgrade() else { return };
                let engine = Engine(inner);
                match engine.fill_step(&id, number, &from).await {
                    Ok(Step::Done) => return,
                    Ok(Step::Next(next)) => from = next,
                    Err(EngineError::Commit(error)) if is_overtaken(&error) => {}
                    Err(error) => {
                        tracing::warn!(table = %id, %error, "an index cannot be filled; trying again");
                        drop(engine);
                        tokio::time::sleep(RETRY_AFTER).await;
                    }
                }
            }
        });
    }

    async fn fill_step(&self, id: &TableId, number: u32, from: &Bytes) -> Result<Step, EngineError> {
        let Ok(table) = self.describe(id) else { return Ok(Step::Done) };
        if !table.record.indexes.iter().any(|index| index.number == number && !index.complete) {
            return Ok(Step::Done);
        }
        let Range { start, end } = keys::all_of(keys::items_prefix(table.record.uid));
        let start = start.max(from.clone());
        let entries = self.0.store.scan(start..end, STEP).await?;
        let Some((last, _)) = entries.last() else {
            return self.finish_index(id, number).await.map(|()| Step::Done);
        };
        let next = successor(last);
        let mut commit = Commit { preconditions: vec![table.unchanged()], ..Commit::default() };
        for (key, value) in entries {
            if let Some(entry) = entry_of(&table.record, number, &codec::decode(&value)?) {
                commit.preconditions.push(Precondition { key, expect: Expect::Value(value) });
                commit.state.push(entry);
            }
        }
        if !commit.state.is_empty() {
            self.0.store.commit(commit).await?;
        }
        Ok(Step::Next(next))
    }

    async fn finish_index(&self, id: &TableId, number: u32) -> Result<(), EngineError> {
        let done = self
            .change(id, |record| {
                if let Some(index) = record.indexes.iter_mut().find(|index| index.number == number) {
                    index.complete = true;
                }
                Ok(Vec::new())
            })
            .await;
        match done {
            Ok(_) | Err(EngineError::TableNotFound(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Deletes what stands behind doomed prefixes. Runs at most once at a time.
    pub(super) fn sweep_doomed(&self) {
        let upkeep = &self.0.upkeep;
        upkeep.sweep_again.store(true, Ordering::SeqCst);
        if upkeep.sweeping.swap(true, Ordering::SeqCst) {
            return;
        }
        let weak = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            loop {
                let Some(inner) = weak.upgrade() else { return };
                let engine = Engine(inner);
                engine.0.upkeep.sweep_again.store(false, Ordering::SeqCst);
                if let Err(error) = engine.sweep().await {
                    tracing::warn!(%error, "what deleted tables left cannot be swept; trying again");
                    drop(engine);
                    tokio::time::sleep(RETRY_AFTER).await;
                    continue;
                }
                let upkeep = &engine.0.upkeep;
                upkeep.sweeping.store(false, Ordering::SeqCst);
                // Whoever asked in between found the sweep running.
                let asked = upkeep.sweep_again.load(Ordering::SeqCst);
                if !asked || upkeep.sweeping.swap(true, Ordering::SeqCst) {
                    return;
                }
            }
        });
    }

    async fn sweep(&self) -> Result<(), EngineError> {
        let store = &self.0.store;
        loop {
            let doomed = store.scan(keys::all_of(keys::DOOMED_PREFIX.into()), 1).await?;
            let Some((mark, _)) = doomed.into_iter().next() else { return Ok(()) };
            let range = keys::all_of(mark[keys::DOOMED_PREFIX.len()..].to_vec());
            loop {
                let entries = store.scan(range.clone(), STEP).await?;
                let mut state: Vec<_> =
                    entries.into_iter().map(|(key, _)| StateChange::Delete { key }).collect();
                let last = state.len() < STEP;
                if last {
                    state.push(StateChange::Delete { key: mark.clone() });
                }
                store.commit(Commit { state, ..Commit::default() }).await?;
                if last {
                    break;
                }
            }
        }
    }

    /// Deletes items whose time has come, each only if it still has.
    pub async fn expire_items(&self) {
        for table in self.all() {
            if let Err(error) = self.expire_items_of(&table).await {
                tracing::warn!(table = %table.id, %error, "items whose time has come cannot be deleted");
            }
        }
    }

    async fn expire_items_of(&self, table: &Table) -> Result<(), EngineError> {
        let Some(attribute) = &table.record.expires_by else { return Ok(()) };
        let now_s = self.now_ms() / 1000;
        let number = |seconds: i64| Operand::Value(Value::Number(Number::from(seconds)));
        let path = Operand::Path(Path::attribute(attribute));
        let over = Condition::And(vec![
            Condition::Compare(path.clone(), Comparison::Less, number(now_s)),
            Condition::Compare(path, Comparison::Greater, number(now_s - EXPIRY_AGE_MAX_S)),
        ]);
        let Range { mut start, end } = keys::all_of(keys::items_prefix(table.record.uid));
        loop {
            let entries = self.0.store.scan(start.clone()..end.clone(), STEP).await?;
            let Some((last, _)) = entries.last() else { return Ok(()) };
            start = successor(last);
            for (_, value) in entries {
                let item = codec::decode(&value)?;
                if crate::expression::evaluate::holds(&over, &item) {
                    self.expire(table, item, over.clone()).await?;
                }
            }
        }
    }

    async fn expire(&self, table: &Table, item: Item, over: Condition) -> Result<(), EngineError> {
        let key = super::read::position(&table.record, None, &item);
        let write = Write { table: table.id.clone(), change: Change::Delete(key), condition: Some(over) };
        match self.write(&write).await {
            Ok(_) | Err(EngineError::ConditionFailed(_) | EngineError::TableNotFound(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

enum Step {
    Next(Bytes),
    Done,
}
