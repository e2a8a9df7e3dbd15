//! What a table is: the record under `dynamodb/table/…`, as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A table. Fields added later have defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRecord {
    /// Never reused, so that a table made again under an old name has no old items.
    pub uid: u64,
    pub created_ms: i64,
    /// CREATING until then.
    pub active_ms: i64,
    pub key: KeySchema,
    /// In the order in which they were given; indexes use some of them.
    pub attributes: Vec<KeyAttribute>,
    pub billing: Billing,
    #[serde(default)]
    pub throughput: Throughput,
    #[serde(default)]
    pub indexes: Vec<IndexRecord>,
    #[serde(default)]
    pub next_index: u32,
    #[serde(default)]
    pub deletion_protection: bool,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// The attribute that says in seconds when an item ends.
    #[serde(default)]
    pub expires_by: Option<String>,
    /// When point-in-time recovery was asked for.
    #[serde(default)]
    pub backups_since_ms: Option<i64>,
    #[serde(default)]
    pub infrequent_access: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Billing {
    Provisioned,
    PayPerRequest,
}

/// Units per second; kept and shown, not enforced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Throughput {
    pub read: i64,
    pub write: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySchema {
    pub partition: KeyAttribute,
    #[serde(default)]
    pub sort: Option<KeyAttribute>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAttribute {
    pub name: String,
    pub kind: KeyKind,
}

/// The types a key may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyKind {
    S,
    N,
    B,
}

impl KeyKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::N => "N",
            Self::B => "B",
        }
    }
}

impl KeySchema {
    pub fn attributes(&self) -> impl Iterator<Item = &KeyAttribute> {
        std::iter::once(&self.partition).chain(&self.sort)
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes().any(|attribute| attribute.name == name)
    }

    pub fn sort_name(&self) -> Option<&str> {
        self.sort.as_ref().map(|sort| sort.name.as_str())
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexRecord {
    /// Unique within its table for ever.
    pub number: u32,
    pub name: String,
    /// A local one has the table's partition key.
    pub local: bool,
    pub key: KeySchema,
    pub projected: Projected,
    /// Whether all items that were there when it was made have their entries.
    pub complete: bool,
    #[serde(default)]
    pub throughput: Throughput,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Projected {
    All,
    KeysOnly,
    Include(Vec<String>),
}

impl IndexRecord {
    /// What an entry carries of its item.
    pub fn project(&self, table: &KeySchema, item: &crate::value::Item) -> crate::value::Item {
        let wanted = |name: &str| match &self.projected {
            Projected::All => true,
            Projected::KeysOnly => self.key.has(name) || table.has(name),
            Projected::Include(names) => {
                self.key.has(name) || table.has(name) || names.iter().any(|other| other == name)
            }
        };
        let kept = item.iter().filter(|(name, _)| wanted(name));
        kept.map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}
