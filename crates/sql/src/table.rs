//! What a catalog knows of tables and views: plain data, so that it can be stored and shown as it stands.
//!
//! Expressions inside a definition (computed columns, watermarks, views) are kept as SQL text and bound anew for each
//! query: a definition then survives an upgrade of the engine, and `SHOW CREATE TABLE` gives back what the user wrote.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ast::TableOption;
use crate::changelog::ChangelogMode;
use crate::error::Position;
use crate::types::DataType;

/// A table as `CREATE TABLE` declared it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableDef {
    pub name: String,
    /// In the order of declaration, which is the order of `SELECT *`.
    pub columns: Vec<TableColumn>,
    pub watermark: Option<WatermarkDef>,
    /// `PRIMARY KEY (…) NOT ENFORCED`; empty for none. The columns are NOT NULL.
    pub primary_key: Vec<String>,
    pub partitioned_by: Vec<String>,
    /// `WITH ('connector' = …)`, and what an `OPTIONS` hint of the statement put over it.
    pub options: BTreeMap<String, String>,
    pub comment: Option<String>,
    /// Lives as long as the session that declared it.
    pub temporary: bool,
    #[serde(skip)]
    pub places: Places,
}

/// Where a table stands in the text at hand, for errors that are found after it was bound. No part of what a table is: never stored, and
/// the same of all tables. What came from elsewhere (the catalog, a stored view) has no place but where the text names it.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Its name in `CREATE TABLE`.
    pub defined: Position,
    /// Its name in the query or INSERT.
    pub used: Position,
    /// Each option's name and value.
    pub options: BTreeMap<String, (Position, Position)>,
    pub columns: BTreeMap<String, Position>,
}

impl PartialEq for Places {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Places {
    pub fn add_options<'o>(&mut self, options: impl IntoIterator<Item = &'o TableOption>) {
        let places = options.into_iter().map(|o| (o.key.clone(), (o.position, o.value_position)));
        self.options.extend(places);
    }

    /// The definition, or the use of one that came from elsewhere.
    pub fn table(&self) -> Position {
        if self.defined == Position::NONE { self.used } else { self.defined }
    }

    pub fn key(&self, option: &str) -> Position {
        self.options.get(option).map_or(self.used, |(key, _)| *key)
    }

    pub fn value(&self, option: &str) -> Position {
        self.options.get(option).map_or(self.used, |(_, value)| *value)
    }

    pub fn column(&self, name: &str) -> Position {
        self.columns.get(name).copied().unwrap_or(self.used)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    pub name: String,
    /// Of a computed column, the type that its expression had when the table was declared.
    pub data_type: DataType,
    pub kind: ColumnKind,
    pub comment: Option<String>,
}

/// Where a column's values come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// The record's payload, under the column's name.
    Physical,
    /// The connector, under `key` (`METADATA FROM 'key'`); written back on INSERT unless virtual.
    Metadata { key: String, is_virtual: bool },
    /// `name AS expression`, over the other columns.
    Computed { sql: String },
}

/// `WATERMARK FOR column AS expression`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatermarkDef {
    pub column: String,
    pub sql: String,
}

/// A view as `CREATE VIEW` declared it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewDef {
    pub name: String,
    /// New names for the query's columns; empty keeps the query's.
    pub columns: Vec<String>,
    pub sql: String,
    pub comment: Option<String>,
    pub temporary: bool,
}

impl TableDef {
    pub fn column(&self, name: &str) -> Option<&TableColumn> {
        self.columns.iter().find(|c| c.name == name)
    }

    pub fn column_index(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The definition with options put over its own, as a query or INSERT at `used` names it.
    pub fn used_at(&self, used: Position, hints: &[TableOption]) -> Self {
        let mut table = self.clone();
        table.options.extend(hints.iter().map(|hint| (hint.key.clone(), hint.value.clone())));
        table.places.used = used;
        table.places.add_options(hints);
        table
    }

    /// `'connector'` of the options.
    pub fn connector(&self) -> Option<&str> {
        self.options.get("connector").map(String::as_str)
    }

    /// The columns an INSERT writes, in order: physical ones and metadata that is not virtual.
    pub fn written_columns(&self) -> impl Iterator<Item = (usize, &TableColumn)> {
        self.columns.iter().enumerate().filter(|(_, c)| c.kind.is_written())
    }
}

impl ColumnKind {
    pub fn is_written(&self) -> bool {
        matches!(self, Self::Physical | Self::Metadata { is_virtual: false, .. })
    }
}

/// What the binder asks of whoever keeps tables and runs connectors.
pub trait CatalogView {
    fn table(&self, name: &str) -> Option<Arc<TableDef>>;

    fn view(&self, _name: &str) -> Option<Arc<ViewDef>> {
        None
    }

    /// Names of all tables and views, for `SHOW TABLES` and to suggest the nearest one.
    fn names(&self) -> Vec<String>;

    /// What a source table's rows may be. Every connector of today appends.
    fn source_emits(&self, _table: &TableDef) -> ChangelogMode {
        ChangelogMode::APPEND
    }

    /// Whether a source table ends by itself.
    fn source_is_bounded(&self, _table: &TableDef) -> bool {
        false
    }

    /// What kinds of rows a sink table takes; a query that emits more is refused.
    fn sink_accepts(&self, table: &TableDef) -> ChangelogMode {
        match table.connector() {
            Some("print" | "blackhole") => ChangelogMode::ALL,
            _ => ChangelogMode::APPEND,
        }
    }
}
