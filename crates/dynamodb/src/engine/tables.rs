//! Tables: made, changed and deleted, each as one commit that names what it was decided from.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::Clock;
use headwater_store::{Commit, CommitError, Expect, Precondition, StateChange, Store};
use headwater_types::Scope;
use headwater_types::limits::{DYNAMODB_TABLES_MAX, DYNAMODB_TAGS_MAX};
use parking_lot::RwLock;

use super::model::{Billing, IndexRecord, TableRecord, Throughput};
use super::read::Figures;
use super::{EngineError, keys};
use crate::names::TableArn;

/// Concurrent writers of one item wait for each other; those of two items rarely do.
const STRIPES: usize = 1024;

/// Names a table.
pub type TableId = TableArn;

/// What a start may choose.
#[derive(Clone, Copy, Debug, Default)]
pub struct EngineConfig {
    /// How long a new table is CREATING.
    pub transition: Duration,
}

/// All tables. Cheap to clone.
#[derive(Clone)]
pub struct Engine(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Clock,
    config: EngineConfig,
    tables: RwLock<BTreeMap<TableId, Arc<Table>>>,
    /// Held while a table is changed, until the change is published above. Holds the next table's uid.
    control: tokio::sync::Mutex<u64>,
    pub(super) stripes: Vec<tokio::sync::Mutex<()>>,
    pub(super) tokens: super::write::Tokens,
    pub(super) upkeep: super::upkeep::Upkeep,
}

/// A table as it stands, with the bytes of its record: the precondition of every commit that relies on it.
#[derive(Debug)]
pub struct Table {
    pub id: TableId,
    pub record: TableRecord,
    pub(super) stored: Bytes,
    pub(super) figures: Arc<Figures>,
}

impl Table {
    fn new(id: TableId, record: TableRecord, figures: Arc<Figures>) -> Self {
        let stored = serde_json::to_vec(&record).expect("a record of plain fields").into();
        Self { id, record, stored, figures }
    }

    fn key(&self) -> Bytes {
        table_key(&self.id)
    }

    /// Holds as long as the table stays as it is.
    pub(super) fn unchanged(&self) -> Precondition {
        Precondition { key: self.key(), expect: Expect::Value(self.stored.clone()) }
    }

    pub fn index(&self, name: &str) -> Option<&IndexRecord> {
        self.record.indexes.iter().find(|index| index.name == name)
    }
}

fn table_key(id: &TableId) -> Bytes {
    format!("{}{}/{}/{}", keys::TABLE_PREFIX, id.scope.account, id.scope.region, id.name).into()
}

fn parse_table_key(key: &[u8]) -> Option<TableId> {
    let text = std::str::from_utf8(key).ok()?.strip_prefix(keys::TABLE_PREFIX)?;
    let mut parts = text.splitn(3, '/');
    let (account, region, name) = (parts.next()?, parts.next()?, parts.next()?);
    let scope = Scope {
        account: headwater_types::AccountId::parse(account)?,
        region: headwater_types::Region::parse(region)?,
    };
    Some(TableId { scope, name: crate::names::TableName::parse(name)? })
}

/// What a new table is made of; checked.
#[derive(Clone, Debug)]
pub struct NewTable {
    pub key: super::model::KeySchema,
    pub attributes: Vec<super::model::KeyAttribute>,
    pub billing: Billing,
    pub throughput: Throughput,
    /// Their numbers are given here.
    pub indexes: Vec<IndexRecord>,
    pub deletion_protection: bool,
    pub tags: BTreeMap<String, String>,
    pub infrequent_access: bool,
}

impl Engine {
    /// Reads all tables, and takes up again what a crash interrupted.
    pub async fn open(
        store: Arc<dyn Store>,
        clock: Clock,
        config: EngineConfig,
    ) -> Result<Self, EngineError> {
        let all = keys::all_of(keys::TABLE_PREFIX.into());
        let mut tables = BTreeMap::new();
        for (key, value) in store.scan(all, DYNAMODB_TABLES_MAX + 1).await? {
            let damaged = || EngineError::DamagedRecord(String::from_utf8_lossy(&key).into_owned());
            let id = parse_table_key(&key).ok_or_else(damaged)?;
            let record = serde_json::from_slice(&value).map_err(|_| damaged())?;
            let table = Table { id: id.clone(), record, stored: value, figures: Arc::default() };
            tables.insert(id, Arc::new(table));
        }
        let next_uid = match store.get(Bytes::from_static(keys::ALLOCATOR)).await? {
            Some(text) => std::str::from_utf8(&text)
                .ok()
                .and_then(|text| text.parse().ok())
                .ok_or_else(|| EngineError::DamagedRecord("dynamodb/allocator".to_owned()))?,
            None => 1,
        };
        let engine = Self(Arc::new(Inner {
            store,
            clock,
            config,
            tables: RwLock::new(tables),
            control: tokio::sync::Mutex::new(next_uid),
            stripes: (0..STRIPES).map(|_| tokio::sync::Mutex::default()).collect(),
            tokens: Default::default(),
            upkeep: Default::default(),
        }));
        engine.resume_upkeep();
        Ok(engine)
    }

    pub fn now_ms(&self) -> i64 {
        self.0.clock.now().as_millis()
    }

    /// A table whatever its status.
    pub fn describe(&self, id: &TableId) -> Result<Arc<Table>, EngineError> {
        let found = self.0.tables.read().get(id).cloned();
        found.ok_or_else(|| EngineError::TableNotFound(id.name.to_string()))
    }

    /// A table whose items can be used.
    pub fn active(&self, id: &TableId) -> Result<Arc<Table>, EngineError> {
        self.describe(id)
            .ok()
            .filter(|table| !self.is_creating(table))
            .ok_or_else(|| EngineError::TableNotFound(id.name.to_string()))
    }

    pub fn is_creating(&self, table: &Table) -> bool {
        // A clock that was set back before the table was made says nothing of it.
        (table.record.created_ms..table.record.active_ms).contains(&self.now_ms())
    }

    /// Names of a scope's tables in order, behind `after`, at most `limit`; and whether there are more.
    pub fn list(&self, scope: &Scope, after: Option<&str>, limit: usize) -> (Vec<String>, bool) {
        let tables = self.0.tables.read();
        let names = tables.keys().filter(|id| id.scope == *scope).map(|id| id.name.as_str());
        let mut names = names.skip_while(|name| after.is_some_and(|after| *name <= after));
        let page: Vec<String> = names.by_ref().take(limit).map(str::to_owned).collect();
        let more = names.next().is_some();
        (page, more)
    }

    /// Every table, for upkeep.
    pub(super) fn all(&self) -> Vec<Arc<Table>> {
        self.0.tables.read().values().cloned().collect()
    }

    pub async fn create(&self, id: &TableId, new: NewTable) -> Result<Arc<Table>, EngineError> {
        let mut next_uid = self.0.control.lock().await;
        if self.0.tables.read().contains_key(id) {
            return Err(EngineError::TableExists(id.name.to_string()));
        }
        let in_scope = self.0.tables.read().keys().filter(|other| other.scope == id.scope).count();
        if in_scope >= headwater_types::limits::DYNAMODB_TABLES_PER_SCOPE_MAX
            || self.0.tables.read().len() >= DYNAMODB_TABLES_MAX
        {
            return Err(EngineError::LimitExceeded(format!(
                "Subscriber limit exceeded: There is a limit of {} tables per subscriber",
                headwater_types::limits::DYNAMODB_TABLES_PER_SCOPE_MAX
            )));
        }
        let uid = *next_uid;
        let created_ms = self.now_ms();
        let mut indexes = new.indexes;
        for (number, index) in indexes.iter_mut().enumerate() {
            index.number = number as u32;
        }
        let record = TableRecord {
            uid,
            created_ms,
            active_ms: created_ms.saturating_add(self.0.config.transition.as_millis() as i64),
            key: new.key,
            attributes: new.attributes,
            billing: new.billing,
            throughput: new.throughput,
            next_index: indexes.len() as u32,
            indexes,
            deletion_protection: new.deletion_protection,
            tags: new.tags,
            expires_by: None,
            backups_since_ms: None,
            infrequent_access: new.infrequent_access,
        };
        let table = Table::new(id.clone(), record, Arc::default());
        let commit = Commit {
            preconditions: vec![Precondition { key: table.key(), expect: Expect::Absent }],
            state: vec![
                StateChange::Put { key: table.key(), value: table.stored.clone() },
                StateChange::Put {
                    key: Bytes::from_static(keys::ALLOCATOR),
                    value: (uid + 1).to_string().into(),
                },
            ],
            ..Commit::default()
        };
        self.0.store.commit(commit).await?;
        *next_uid = uid + 1;
        Ok(self.publish(table))
    }

    /// Changes a table's record. What the change gives up (entries of indexes) is to be swept behind these prefixes.
    pub async fn change(
        &self,
        id: &TableId,
        change: impl FnOnce(&mut TableRecord) -> Result<Vec<Vec<u8>>, EngineError> + Send,
    ) -> Result<Arc<Table>, EngineError> {
        let _changing = self.0.control.lock().await;
        let old = self.describe(id)?;
        let mut record = old.record.clone();
        let given_up = change(&mut record)?;
        if record == old.record {
            return Ok(old);
        }
        let table = Table::new(id.clone(), record, old.figures.clone());
        let mut state = vec![StateChange::Put { key: table.key(), value: table.stored.clone() }];
        state.extend(given_up.iter().map(|prefix| doom(prefix)));
        let commit = Commit { preconditions: vec![old.unchanged()], state, ..Commit::default() };
        self.0.store.commit(commit).await?;
        let table = self.publish(table);
        if !given_up.is_empty() {
            self.sweep_doomed();
        }
        Ok(table)
    }

    /// Deletes a table at once; its items are swept later.
    pub async fn delete(&self, id: &TableId) -> Result<Arc<Table>, EngineError> {
        let _changing = self.0.control.lock().await;
        let table = self.describe(id)?;
        if self.is_creating(&table) {
            return Err(EngineError::TableInUse { name: id.name.to_string(), why: "Table is being created" });
        }
        if table.record.deletion_protection {
            return Err(EngineError::Invalid(
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection \
                 first."
                    .to_owned(),
            ));
        }
        let uid = table.record.uid;
        let indexes = table.record.indexes.iter().map(|index| keys::index_prefix(uid, index.number));
        let prefixes = std::iter::once(keys::items_prefix(uid)).chain(indexes);
        let mut state = vec![StateChange::Delete { key: table.key() }];
        state.extend(prefixes.map(|prefix| doom(&prefix)));
        let commit = Commit { preconditions: vec![table.unchanged()], state, ..Commit::default() };
        self.0.store.commit(commit).await?;
        self.0.tables.write().remove(id);
        self.sweep_doomed();
        Ok(table)
    }

    pub async fn add_tags(&self, id: &TableId, tags: BTreeMap<String, String>) -> Result<(), EngineError> {
        let added = |record: &mut TableRecord| {
            record.tags.extend(tags);
            if record.tags.len() > DYNAMODB_TAGS_MAX {
                return Err(EngineError::Invalid(format!(
                    "One or more parameter values were invalid: Too many tags: {}, limit: {DYNAMODB_TAGS_MAX}",
                    record.tags.len()
                )));
            }
            Ok(Vec::new())
        };
        self.change(id, added).await.map(drop)
    }

    /// A table that a commit found changed: waits until the change is known here.
    pub(super) async fn settled(&self, id: &TableId) -> Result<Arc<Table>, EngineError> {
        drop(self.0.control.lock().await);
        self.active(id)
    }

    fn publish(&self, table: Table) -> Arc<Table> {
        let table = Arc::new(table);
        self.0.tables.write().insert(table.id.clone(), table.clone());
        table
    }
}

/// Marks everything behind a prefix for the sweep.
fn doom(prefix: &[u8]) -> StateChange {
    let key = [keys::DOOMED_PREFIX.as_bytes(), prefix].concat().into();
    StateChange::Put { key, value: Bytes::new() }
}

/// Whether a commit failed for its preconditions, so that deciding again may succeed.
pub(super) fn is_overtaken(error: &CommitError) -> bool {
    matches!(error, CommitError::PreconditionFailed { .. })
}
