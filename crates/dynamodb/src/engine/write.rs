//! Writes of items: read, decide, commit with what was read as the precondition. One item or a hundred, the road is the same, so a
//! transaction is no more than a write of several items.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bytes::Bytes;
use headwater_store::{Commit, CommitError, Expect, Precondition, StateChange};
use headwater_types::Scope;
use headwater_types::limits::{DYNAMODB_ITEM_BYTES_MAX, DYNAMODB_TOKEN_LIFETIME_MS, DYNAMODB_TOKENS_MAX};
use md5::{Digest, Md5};
use parking_lot::Mutex;
use tokio::sync::MutexGuard;

use super::error::{Reason, invalid};
use super::model::{IndexRecord, KeySchema, TableRecord};
use super::tables::{Engine, Table, TableId, is_overtaken};
use super::{EngineError, keys};
use crate::expression::update::UpdateError;
use crate::expression::{Condition, Update, evaluate};
use crate::value::{Item, Value, codec, item_size};

/// How often a write is decided anew because others came first. Writers of one item queue up, so only changes of the table and
/// writes of several items ever meet.
const ATTEMPTS_MAX: usize = 64;

/// One item to write, checked against nothing yet.
#[derive(Clone, Debug)]
pub struct Write {
    pub table: TableId,
    pub change: Change,
    pub condition: Option<Condition>,
}

#[derive(Clone, Debug)]
pub enum Change {
    Put(Item),
    /// The rest have a key.
    Delete(Item),
    Update {
        key: Item,
        update: Update,
        legacy: bool,
    },
    /// Only the condition counts.
    Check(Item),
}

/// An item before and after.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub old: Option<Item>,
    pub new: Option<Item>,
    /// Bytes of the larger of both.
    pub size: usize,
}

/// The item of a write at its place.
struct Target<'a> {
    table: Arc<Table>,
    write: &'a Write,
    key: Bytes,
}

impl Engine {
    /// Writes one item.
    pub async fn write(&self, write: &Write) -> Result<Written, EngineError> {
        let mut outcomes = self.attempt(std::slice::from_ref(write)).await?;
        outcomes.pop().unwrap_or(Err(EngineError::Contended))
    }

    /// Writes all items or none.
    pub async fn write_all(&self, writes: &[Write]) -> Result<Vec<Written>, EngineError> {
        let outcomes = self.attempt(writes).await?;
        if outcomes.iter().all(Result::is_ok) {
            return Ok(outcomes.into_iter().flatten().collect());
        }
        let mut reasons = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            reasons.push(match outcome {
                Ok(_) => Reason::None,
                Err(EngineError::ConditionFailed(old)) => Reason::ConditionFailed { old },
                Err(EngineError::Invalid(text)) => Reason::Invalid(text),
                Err(other) => return Err(other),
            });
        }
        Err(EngineError::Cancelled(reasons))
    }

    /// The place of a write's item, which tells two items apart.
    pub fn key_of(&self, write: &Write) -> Result<Bytes, EngineError> {
        let table = self.active(&write.table)?;
        checked_key(&table.record, write)
    }

    /// Items as of one moment: no writer is between two of them.
    pub async fn get_all(&self, keys: &[(TableId, Item)]) -> Result<Vec<Option<Item>>, EngineError> {
        let checks: Vec<Write> = keys
            .iter()
            .map(|(table, key)| Write {
                table: table.clone(),
                change: Change::Check(key.clone()),
                condition: None,
            })
            .collect();
        Ok(self.write_all(&checks).await?.into_iter().map(|written| written.old).collect())
    }

    /// What became of each item. Where one failed nothing was written.
    async fn attempt(&self, writes: &[Write]) -> Result<Vec<Result<Written, EngineError>>, EngineError> {
        let mut tables = BTreeMap::new();
        for write in writes {
            if !tables.contains_key(&write.table) {
                tables.insert(write.table.clone(), self.active(&write.table)?);
            }
        }
        for _ in 0..ATTEMPTS_MAX {
            let targets = targets(&tables, writes)?;
            let _turns = self.take_turns(&targets).await;
            match self.decide_and_commit(&targets).await {
                Err(EngineError::Commit(error)) if is_overtaken(&error) => {}
                done => return done,
            }
            for (id, table) in &mut tables {
                *table = self.settled(id).await?;
            }
        }
        Err(EngineError::Contended)
    }

    /// Locks are taken in one order, so that two writes never wait for each other.
    async fn take_turns(&self, targets: &[Target<'_>]) -> Vec<MutexGuard<'_, ()>> {
        let stripes = &self.0.stripes;
        let place = |target: &Target<'_>| {
            let digest = Md5::digest(&target.key);
            usize::from(u16::from_le_bytes([digest[0], digest[1]])) % stripes.len()
        };
        let places: BTreeSet<usize> = targets.iter().map(place).collect();
        let mut turns = Vec::with_capacity(places.len());
        for place in places {
            turns.push(stripes[place].lock().await);
        }
        turns
    }

    async fn decide_and_commit(
        &self,
        targets: &[Target<'_>],
    ) -> Result<Vec<Result<Written, EngineError>>, EngineError> {
        let mut outcomes = Vec::with_capacity(targets.len());
        let mut commit = Commit::default();
        let mut guarded = BTreeSet::new();
        for target in targets {
            let stored = self.0.store.get(target.key.clone()).await?;
            let old = stored.as_ref().map(codec::decode).transpose()?;
            let outcome = decide(&target.table.record, target.write, old);
            if let Ok(written) = &outcome {
                if guarded.insert(&target.table.id) {
                    commit.preconditions.push(target.table.unchanged());
                }
                let expect = stored.map_or(Expect::Absent, Expect::Value);
                commit.preconditions.push(Precondition { key: target.key.clone(), expect });
                stage(&mut commit.state, target, written);
            }
            outcomes.push(outcome);
        }
        // A check alone, or a delete of nothing, changes nothing: what was read was durable already.
        if outcomes.iter().all(Result::is_ok) && !commit.state.is_empty() {
            self.0.store.commit(commit).await?;
            for (target, outcome) in targets.iter().zip(&outcomes) {
                if let Ok(written) = outcome {
                    target.table.figures.count(written);
                }
            }
        }
        Ok(outcomes)
    }

    /// Writes without conditions, together where they fit into one commit. Neither all nor nothing is promised.
    pub async fn write_batch(&self, writes: &[Write]) -> Result<Vec<Written>, EngineError> {
        match self.attempt(writes).await {
            Err(EngineError::Commit(CommitError::TooLarge { .. })) if writes.len() > 1 => {
                let mut all = Vec::with_capacity(writes.len());
                for write in writes {
                    all.push(self.write(write).await?);
                }
                Ok(all)
            }
            Err(error) => Err(error),
            Ok(outcomes) => outcomes.into_iter().collect(),
        }
    }
}

fn targets<'a>(
    tables: &BTreeMap<TableId, Arc<Table>>,
    writes: &'a [Write],
) -> Result<Vec<Target<'a>>, EngineError> {
    let target = |write: &'a Write| {
        let table = tables.get(&write.table).ok_or(EngineError::Contended)?.clone();
        let key = checked_key(&table.record, write)?;
        Ok(Target { table, write, key })
    };
    writes.iter().map(target).collect()
}

fn checked_key(record: &TableRecord, write: &Write) -> Result<Bytes, EngineError> {
    match &write.change {
        Change::Put(item) => {
            check_put_key(&record.key, item)?;
            item_key(record, item)
        }
        Change::Delete(key) | Change::Check(key) | Change::Update { key, .. } => {
            check_key(&record.key, key)?;
            item_key(record, key)
        }
    }
}

/// The whole key of an item in the store.
pub fn item_key(record: &TableRecord, item: &Item) -> Result<Bytes, EngineError> {
    let mut key = keys::items_prefix(record.uid);
    key.extend(keys::primary(&record.key, item).ok_or_else(mismatch)?);
    Ok(key.into())
}

pub fn mismatch() -> EngineError {
    EngineError::Invalid("The provided key element does not match the schema".to_owned())
}

/// A key given by itself: exactly the key's attributes, of their types.
pub fn check_key(schema: &KeySchema, key: &Item) -> Result<(), EngineError> {
    let right = |name: &str, kind: &str| key.get(name).is_some_and(|value| value.type_name() == kind);
    let all = schema.attributes().all(|attribute| right(&attribute.name, attribute.kind.name()));
    if !all || key.len() != schema.attributes().count() {
        return Err(mismatch());
    }
    check_key_sizes(schema, key)
}

/// The key within an item.
fn check_put_key(schema: &KeySchema, item: &Item) -> Result<(), EngineError> {
    for attribute in schema.attributes() {
        match item.get(&attribute.name) {
            None => return Err(invalid(format!("Missing the key {} in the item", attribute.name))),
            Some(value) if value.type_name() != attribute.kind.name() => {
                return Err(invalid(format!(
                    "Type mismatch for key {} expected: {} actual: {}",
                    attribute.name,
                    attribute.kind.name(),
                    value.type_name()
                )));
            }
            Some(_) => {}
        }
    }
    check_key_sizes(schema, item)
}

/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys>
fn check_key_sizes(schema: &KeySchema, item: &Item) -> Result<(), EngineError> {
    for attribute in schema.attributes() {
        if let Some(kind) = item.get(&attribute.name).and_then(empty_kind) {
            return Err(EngineError::Invalid(format!(
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an \
                 empty {kind} value. Key: {}",
                attribute.name
            )));
        }
    }
    match keys::oversized(schema, item) {
        None => Ok(()),
        // The missing space is the service's.
        Some((_, keys::PARTITION_KEY_BYTES_MAX)) => {
            Err(invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes"))
        }
        Some(_) => {
            Err(invalid("Aggregated size of all range keys has exceeded the size limit of 1024 bytes"))
        }
    }
}

fn empty_kind(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(text) if text.is_empty() => Some("string"),
        Value::Binary(bytes) if bytes.is_empty() => Some("binary"),
        _ => None,
    }
}

/// What a write makes of an item.
fn decide(record: &TableRecord, write: &Write, old: Option<Item>) -> Result<Written, EngineError> {
    if let Some(condition) = &write.condition
        && !evaluate::holds(condition, old.as_ref().unwrap_or(&Item::new()))
    {
        return Err(EngineError::ConditionFailed(old));
    }
    let new = match &write.change {
        Change::Put(item) => {
            check_item(record, item, "Item size has exceeded the maximum allowed size")?;
            Some(item.clone())
        }
        Change::Delete(_) => None,
        Change::Check(_) => old.clone(),
        Change::Update { key, update, legacy } => {
            let new = updated(record, key, update, *legacy, old.as_ref())?;
            // What only takes away from an item that is not there does not make it.
            (old.is_some() || !update.only_removes()).then_some(new)
        }
    };
    let size = [&old, &new].into_iter().flatten().map(item_size).max().unwrap_or_default();
    Ok(Written { old, new, size })
}

fn updated(
    record: &TableRecord,
    key: &Item,
    update: &Update,
    legacy: bool,
    old: Option<&Item>,
) -> Result<Item, EngineError> {
    for action in &update.actions {
        let name = &action.path().attribute;
        if record.key.has(name) {
            return Err(invalid(format!(
                "Cannot update attribute {name}. This attribute is part of the key"
            )));
        }
    }
    let new = update.apply(old.unwrap_or(key)).map_err(|error| {
        EngineError::Invalid(match error {
            UpdateError::WrongType if legacy => "Type mismatch for attribute to update".to_owned(),
            other => other.to_string(),
        })
    })?;
    check_item(record, &new, "Item size to update has exceeded the maximum allowed size")?;
    Ok(new)
}

/// Size, and the types of what indexes are ordered by.
fn check_item(record: &TableRecord, item: &Item, too_large: &str) -> Result<(), EngineError> {
    if item_size(item) > DYNAMODB_ITEM_BYTES_MAX {
        return Err(EngineError::Invalid(too_large.to_owned()));
    }
    if item.contains_key("") {
        return Err(invalid("Empty attribute name"));
    }
    for index in &record.indexes {
        check_index_key_sizes(index, item)?;
        for attribute in index.key.attributes() {
            let Some(value) = item.get(&attribute.name) else { continue };
            if value.type_name() != attribute.kind.name() {
                return Err(invalid(format!(
                    "Type mismatch for Index Key {} Expected: {} Actual: {} IndexName: {}",
                    attribute.name,
                    attribute.kind.name(),
                    value.type_name(),
                    index.name
                )));
            }
            if let Some(kind) = empty_kind(value) {
                return Err(EngineError::Invalid(format!(
                    "One or more parameter values are not valid. A value specified for a secondary index key is not \
                     supported. The AttributeValue for a key attribute cannot contain an empty {kind} value. IndexName: \
                     {}, IndexKey: {}",
                    index.name, attribute.name
                )));
            }
        }
    }
    Ok(())
}

/// What an index is ordered by has the bounds of a table's keys.
fn check_index_key_sizes(index: &IndexRecord, item: &Item) -> Result<(), EngineError> {
    let Some((attribute, bytes_max)) = keys::oversized(&index.key, item) else { return Ok(()) };
    let (kind, name) =
        (if bytes_max == keys::PARTITION_KEY_BYTES_MAX { "hash" } else { "range" }, &index.name);
    Err(invalid(format!(
        "Size of {kind}key has exceeded the maximum size limit of {bytes_max} bytes. IndexName: {name}, IndexKey: \
         {}",
        attribute.name
    )))
}

/// The changes of an item and of its entries in the table's indexes.
fn stage(state: &mut Vec<StateChange>, target: &Target<'_>, written: &Written) {
    if written.old == written.new {
        return;
    }
    let key = target.key.clone();
    state.push(match &written.new {
        Some(item) => StateChange::Put { key, value: codec::encode(item) },
        None => StateChange::Delete { key },
    });
    stage_entries(state, &target.table.record, written.old.as_ref(), written.new.as_ref());
}

fn stage_entries(state: &mut Vec<StateChange>, record: &TableRecord, old: Option<&Item>, new: Option<&Item>) {
    for index in &record.indexes {
        let entry_of = |item: Option<&Item>| {
            let item = item?;
            let behind = keys::entry(index, &record.key, item)?;
            let key: Bytes = [keys::index_prefix(record.uid, index.number), behind].concat().into();
            Some((key, codec::encode(&index.project(&record.key, item))))
        };
        let (old, new) = (entry_of(old), entry_of(new));
        if old == new && index.complete {
            continue;
        }
        if let Some((key, _)) = old
            && new.as_ref().is_none_or(|(kept, _)| *kept != key)
        {
            state.push(StateChange::Delete { key });
        }
        if let Some((key, value)) = new {
            state.push(StateChange::Put { key, value });
        }
    }
}

/// The entry of an item in an index that is being filled.
pub(super) fn entry_of(record: &TableRecord, number: u32, item: &Item) -> Option<StateChange> {
    let index = record.indexes.iter().find(|index| index.number == number)?;
    let behind = keys::entry(index, &record.key, item)?;
    let key = [keys::index_prefix(record.uid, number), behind].concat().into();
    Some(StateChange::Put { key, value: codec::encode(&index.project(&record.key, item)) })
}

/// Tokens of transactions of the last minutes, so that one that is sent twice is done once.
///
/// They are forgotten at a restart, which the service's ten minutes otherwise outlive.
#[derive(Debug, Default)]
pub(super) struct Tokens(Mutex<BTreeMap<(Scope, String), Done>>);

/// When a transaction was done, and what it was.
#[derive(Debug)]
struct Done {
    at_ms: i64,
    digest: [u8; 16],
}

impl Engine {
    /// Whether a transaction with this token was done already.
    pub fn is_done(&self, scope: &Scope, token: &str, digest: [u8; 16]) -> Result<bool, EngineError> {
        let now = self.now_ms();
        let mut tokens = self.0.tokens.0.lock();
        tokens.retain(|_, done| now - done.at_ms < DYNAMODB_TOKEN_LIFETIME_MS);
        match tokens.get(&(scope.clone(), token.to_owned())) {
            Some(done) if done.digest == digest => Ok(true),
            Some(_) => Err(EngineError::TokenReused),
            None => Ok(false),
        }
    }

    pub fn remember_done(&self, scope: &Scope, token: &str, digest: [u8; 16]) {
        let mut tokens = self.0.tokens.0.lock();
        if tokens.len() >= DYNAMODB_TOKENS_MAX {
            let oldest = tokens.iter().min_by_key(|(_, done)| done.at_ms).map(|(key, _)| key.clone());
            oldest.map(|key| tokens.remove(&key));
        }
        tokens.insert((scope.clone(), token.to_owned()), Done { at_ms: self.now_ms(), digest });
    }
}
