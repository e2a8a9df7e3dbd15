//! Reads of items: one by its key, and pages of many in order.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};

use bytes::Bytes;
use headwater_types::limits::DYNAMODB_PAGE_BYTES_MAX;

use super::model::{IndexRecord, KeySchema, TableRecord};
use super::tables::{Engine, Table};
use super::write::{Written, check_key, item_key};
use super::{EngineError, keys};
use crate::expression::{Condition, evaluate};
use crate::value::{Item, codec, item_size};

/// Entries taken from the store at once, so that a page neither asks for each nor holds more than a few pages.
const CHUNK_MIN: usize = 16;
const CHUNK_MAX: usize = 4096;

/// A page to read.
#[derive(Clone, Debug)]
pub struct PageQuery {
    pub range: Range<Bytes>,
    /// From the end of the range.
    pub backward: bool,
    /// Entries to look at, before the filter.
    pub limit: Option<usize>,
    pub filter: Option<Condition>,
}

#[derive(Clone, Debug, Default)]
pub struct Page {
    pub items: Vec<Item>,
    /// Entries looked at.
    pub scanned: usize,
    /// Bytes looked at.
    pub bytes: usize,
    /// The last entry looked at, where there may be more behind it.
    pub last: Option<Item>,
}

impl Engine {
    pub async fn get(&self, table: &Table, key: &Item) -> Result<Option<Item>, EngineError> {
        check_key(&table.record.key, key)?;
        let stored = self.0.store.get(item_key(&table.record, key)?).await?;
        Ok(stored.as_ref().map(codec::decode).transpose()?)
    }

    /// Items in order up to the limit or one page's bytes.
    pub async fn page(&self, query: PageQuery) -> Result<Page, EngineError> {
        if query.backward { self.page_backward(query).await } else { self.page_forward(query).await }
    }

    async fn page_forward(&self, query: PageQuery) -> Result<Page, EngineError> {
        let mut page = Page::default();
        let Range { mut start, end } = query.range;
        let limit = query.limit.unwrap_or(usize::MAX);
        let mut chunk = CHUNK_MIN.min(limit);
        loop {
            let entries = self.0.store.scan(start.clone()..end.clone(), chunk).await?;
            let exhausted = entries.len() < chunk;
            if let Some((key, _)) = entries.last() {
                start = successor(key);
            }
            for (_, value) in entries {
                if page.take(codec::decode(&value)?, limit, query.filter.as_ref()) {
                    return Ok(page);
                }
            }
            if exhausted {
                return Ok(page);
            }
            let average = (page.bytes / page.scanned.max(1)).max(1);
            let rest = (DYNAMODB_PAGE_BYTES_MAX - page.bytes) / average + 1;
            chunk = rest.clamp(CHUNK_MIN, CHUNK_MAX).min(limit - page.scanned);
        }
    }

    /// The store reads forward only: the range is passed over with no more kept than a page holds.
    async fn page_backward(&self, query: PageQuery) -> Result<Page, EngineError> {
        let Range { mut start, end } = query.range;
        let limit = query.limit.unwrap_or(usize::MAX);
        let mut tail: VecDeque<(usize, Bytes)> = VecDeque::new();
        let (mut tail_bytes, mut chunk) = (0, CHUNK_MIN);
        loop {
            let entries = self.0.store.scan(start.clone()..end.clone(), chunk).await?;
            let exhausted = entries.len() < chunk;
            if let Some((key, _)) = entries.last() {
                start = successor(key);
            }
            for (_, value) in entries {
                tail_bytes += value.len();
                tail.push_back((value.len(), value));
                // Stored bytes may be fewer than counted ones, by no more than a few for each attribute.
                while tail.len() > limit.saturating_add(1) || tail_bytes > 4 * DYNAMODB_PAGE_BYTES_MAX {
                    let Some((bytes, _)) = tail.pop_front() else { break };
                    tail_bytes -= bytes;
                }
            }
            if exhausted {
                break;
            }
            let average = (tail_bytes / tail.len().max(1)).max(1);
            chunk = (DYNAMODB_PAGE_BYTES_MAX / average).clamp(CHUNK_MIN, CHUNK_MAX);
        }
        let mut page = Page::default();
        for (_, value) in tail.into_iter().rev() {
            if page.take(codec::decode(&value)?, limit, query.filter.as_ref()) {
                break;
            }
        }
        Ok(page)
    }

    /// How many items a table has and how many bytes, counted again now and then: never more than a hundredth of the time goes
    /// into it.
    pub async fn figures(&self, table: &Table) -> Result<(i64, i64), EngineError> {
        let figures = &table.figures;
        let now = self.0.clock.monotonic().as_millis() as i64;
        if now < figures.count_again_ms.load(Ordering::Relaxed) {
            return Ok(figures.now());
        }
        // Others answer what is known while this one counts; if its caller goes away, one of them counts later.
        figures.count_again_ms.store(now + 60_000, Ordering::Relaxed);
        let counted = self.count(table).await;
        let took = self.0.clock.monotonic().as_millis() as i64 - now;
        figures.count_again_ms.store(now + 10_000 + 100 * took, Ordering::Relaxed);
        let (items, bytes) = counted?;
        figures.items.store(items, Ordering::Relaxed);
        figures.bytes.store(bytes, Ordering::Relaxed);
        Ok((items, bytes))
    }

    async fn count(&self, table: &Table) -> Result<(i64, i64), EngineError> {
        let Range { mut start, end } = keys::all_of(keys::items_prefix(table.record.uid));
        let (mut items, mut bytes) = (0, 0);
        loop {
            let entries = self.0.store.scan(start.clone()..end.clone(), CHUNK_MIN * 8).await?;
            for (_, value) in &entries {
                items += 1;
                bytes += item_size(&codec::decode(value)?) as i64;
            }
            match entries.last() {
                Some((key, _)) if entries.len() == CHUNK_MIN * 8 => start = successor(key),
                _ => return Ok((items, bytes)),
            }
        }
    }
}

impl Page {
    /// Looks at one more entry; says whether the page ends with it.
    fn take(&mut self, item: Item, limit: usize, filter: Option<&Condition>) -> bool {
        self.scanned += 1;
        self.bytes += item_size(&item);
        let full = self.scanned >= limit || self.bytes >= DYNAMODB_PAGE_BYTES_MAX;
        if full {
            self.last = Some(item.clone());
        }
        if filter.is_none_or(|filter| evaluate::holds(filter, &item)) {
            self.items.push(item);
        }
        full
    }
}

/// The first key behind another.
pub(super) fn successor(key: &Bytes) -> Bytes {
    [key.as_ref(), &[0]].concat().into()
}

/// The attributes that say where a page ended: the index's and the table's keys.
pub fn position(record: &TableRecord, index: Option<&IndexRecord>, item: &Item) -> Item {
    let wanted = |name: &str| record.key.has(name) || index.is_some_and(|index| index.key.has(name));
    item.iter().filter(|(name, _)| wanted(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The whole key of the entry that a position names; `None` where it is not one of this table or index.
pub fn position_key(record: &TableRecord, index: Option<&IndexRecord>, position: &Item) -> Option<Bytes> {
    let names: std::collections::BTreeSet<&str> = schemas(record, index)
        .flat_map(KeySchema::attributes)
        .map(|attribute| attribute.name.as_str())
        .collect();
    if position.len() != names.len() || !names.iter().all(|name| position.contains_key(*name)) {
        return None;
    }
    let table_key = keys::primary(&record.key, position)?;
    let (mut key, behind) = match index {
        None => (keys::items_prefix(record.uid), table_key),
        Some(index) => {
            (keys::index_prefix(record.uid, index.number), keys::entry(index, &record.key, position)?)
        }
    };
    key.extend(behind);
    Some(key.into())
}

fn schemas<'a>(
    record: &'a TableRecord,
    index: Option<&'a IndexRecord>,
) -> impl Iterator<Item = &'a KeySchema> {
    std::iter::once(&record.key).chain(index.map(|index| &index.key))
}

/// What DescribeTable tells of a table's size. Writes keep it about right between two counts.
#[derive(Debug, Default)]
pub(super) struct Figures {
    items: AtomicI64,
    bytes: AtomicI64,
    count_again_ms: AtomicI64,
}

impl Figures {
    fn now(&self) -> (i64, i64) {
        (self.items.load(Ordering::Relaxed).max(0), self.bytes.load(Ordering::Relaxed).max(0))
    }

    pub(super) fn count(&self, written: &Written) {
        let size = |item: &Option<Item>| item.as_ref().map_or(0, |item| item_size(item) as i64);
        let items = i64::from(written.new.is_some()) - i64::from(written.old.is_some());
        self.items.fetch_add(items, Ordering::Relaxed);
        self.bytes.fetch_add(size(&written.new) - size(&written.old), Ordering::Relaxed);
    }
}
