//! What Query and Scan have in common: of which table or index, from where, what is kept, and how the answer is put together.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_shapes::dynamodb as model;

use crate::engine::error::invalid;
use crate::engine::model::{IndexRecord, Projected};
use crate::engine::read::{PageQuery, position, position_key};
use crate::engine::{Engine, EngineError, Table};
use crate::expression::{Condition, Projection};
use crate::requests::{self, Attributes};
use crate::shapes::{self, Used};
use crate::value::{Item, wire};

/// A table, or one of its indexes.
pub(crate) struct Source {
    pub(crate) table: Arc<Table>,
    index: Option<IndexRecord>,
}

/// What both operations ask for alike.
pub(crate) struct Wanted {
    pub(crate) filter: Option<Condition>,
    pub(crate) projection: Option<Projection>,
    pub(crate) select: Option<model::Select>,
    pub(crate) limit: Option<i32>,
    pub(crate) start: Option<Attributes>,
    pub(crate) consistent: bool,
    pub(crate) backward: bool,
    pub(crate) capacity: Option<model::ReturnConsumedCapacity>,
}

/// Query and Scan answer alike, but with types of their own.
pub(crate) struct Answer {
    pub(crate) items: Option<Vec<Item>>,
    pub(crate) count: i32,
    pub(crate) scanned: i32,
    pub(crate) last: Option<Attributes>,
    pub(crate) capacity: Option<model::ConsumedCapacity>,
}

impl Source {
    pub(crate) fn new(table: Arc<Table>, index: Option<&str>, consistent: bool) -> Result<Self, EngineError> {
        let Some(name) = index else { return Ok(Self { table, index: None }) };
        let index = table.index(name).cloned().ok_or_else(|| EngineError::IndexNotFound(name.to_owned()))?;
        if consistent && !index.local {
            return Err(EngineError::Invalid(
                "Consistent reads are not supported on global secondary indexes".to_owned(),
            ));
        }
        if !index.complete {
            return Err(EngineError::Invalid(format!(
                "Cannot read from backfilling global secondary index: {name}"
            )));
        }
        Ok(Self { table, index: Some(index) })
    }

    /// The keys by which its entries are ordered.
    pub(crate) fn key(&self) -> &crate::engine::model::KeySchema {
        self.index.as_ref().map_or(&self.table.record.key, |index| &index.key)
    }

    /// What its entries stand behind.
    pub(crate) fn prefix(&self) -> Vec<u8> {
        let uid = self.table.record.uid;
        match &self.index {
            None => crate::engine::keys::items_prefix(uid),
            Some(index) => crate::engine::keys::index_prefix(uid, index.number),
        }
    }

    /// Cuts a range at where the last page ended. `None` where that is outside the range.
    fn start_at(
        &self,
        range: Range<Bytes>,
        start: &Item,
        backward: bool,
    ) -> Result<Option<Range<Bytes>>, EngineError> {
        let key = position_key(&self.table.record, self.index.as_ref(), start).ok_or_else(|| {
            EngineError::Invalid(
                "The provided starting key is invalid: The provided key element does not match the schema"
                    .to_owned(),
            )
        })?;
        if !range.contains(&key) {
            return Ok(None);
        }
        Ok(Some(if backward {
            range.start..key
        } else {
            Bytes::from([key.as_ref(), &[0]].concat())..range.end
        }))
    }

    /// Checks what is to be shown against what the source has. Whether items must be completed from the table.
    fn check_select(&self, wanted: &Wanted) -> Result<bool, EngineError> {
        use model::Select::*;
        let projected_only = self.index.as_ref().is_some_and(|index| index.projected != Projected::All);
        match (&wanted.select, &wanted.projection) {
            (Some(SpecificAttributes), None) => {
                return Err(EngineError::Invalid(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
                        .to_owned(),
                ));
            }
            (Some(select @ (AllAttributes | AllProjectedAttributes | Count)), Some(_)) => {
                return Err(EngineError::Invalid(format!(
                    "Cannot specify the AttributesToGet or ProjectionExpression when choosing to get {}",
                    if *select == Count { "only the Count" } else { select.as_str() }
                )));
            }
            (Some(AllProjectedAttributes), None) if self.index.is_none() => {
                return Err(invalid(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
                ));
            }
            _ => {}
        }
        let Some(index) = self.index.as_ref().filter(|_| projected_only) else { return Ok(false) };
        if wanted.select == Some(AllAttributes) {
            if index.local {
                return Ok(true);
            }
            return Err(invalid(format!(
                "Select type ALL_ATTRIBUTES is not supported for global secondary index {} because its projection type is \
                 not ALL",
                index.name
            )));
        }
        let Some(projection) = &wanted.projection else { return Ok(false) };
        let has = |name: &str| {
            self.table.record.key.has(name)
                || index.key.has(name)
                || matches!(&index.projected, Projected::Include(names) if names.iter().any(|n| n == name))
        };
        let missing: Vec<&str> =
            projection.paths.iter().map(|path| path.attribute.as_str()).filter(|name| !has(name)).collect();
        if missing.is_empty() || index.local {
            return Ok(!missing.is_empty());
        }
        Err(invalid(format!(
            "One or more attributes are not projected into global secondary index {}: [{}]",
            index.name,
            missing.join(", ")
        )))
    }

    /// Reads one page of a range.
    pub(crate) async fn read(
        &self,
        engine: &Engine,
        range: Range<Bytes>,
        wanted: Wanted,
        outside: &str,
    ) -> Result<Answer, EngineError> {
        let complete_from_table = self.check_select(&wanted)?;
        let range = match wanted.start {
            None => range,
            Some(start) => {
                let start = requests::item(start)?;
                let cut = self.start_at(range, &start, wanted.backward)?;
                cut.ok_or_else(|| EngineError::Invalid(outside.to_owned()))?
            }
        };
        let query = PageQuery {
            range,
            backward: wanted.backward,
            limit: wanted.limit.and_then(|limit| usize::try_from(limit).ok()),
            filter: wanted.filter,
        };
        let page = engine.page(query).await?;
        let count = page.items.len();
        let items = match wanted.select {
            Some(model::Select::Count) => None,
            _ => Some(self.shown(engine, page.items, wanted.projection.as_ref(), complete_from_table).await?),
        };
        let last = page.last.map(|item| position(&self.table.record, self.index.as_ref(), &item));
        let used = Used::Read { bytes: page.bytes, consistent: wanted.consistent };
        Ok(Answer {
            items,
            count: i32::try_from(count).unwrap_or(i32::MAX),
            scanned: i32::try_from(page.scanned).unwrap_or(i32::MAX),
            last: last.map(wire::to_attributes),
            capacity: shapes::capacity(wanted.capacity.as_ref(), self.table.id.name.as_str(), used.units()),
        })
    }

    async fn shown(
        &self,
        engine: &Engine,
        items: Vec<Item>,
        projection: Option<&Projection>,
        complete_from_table: bool,
    ) -> Result<Vec<Item>, EngineError> {
        if projection.is_none() && !complete_from_table {
            return Ok(items);
        }
        let mut out = Vec::with_capacity(items.len());
        for mut item in items {
            if complete_from_table {
                let key = position(&self.table.record, None, &item);
                item = engine.get(&self.table, &key).await?.unwrap_or(item);
            }
            let item = match projection {
                Some(projection) => projection.apply(&item),
                None => item,
            };
            out.push(item);
        }
        Ok(out)
    }
}
