//! A lease: who processes a shard and how far that is, as an item of the table that the Kinesis Client Library keeps. Names and
//! forms are the library's, so that its workers and ours share one table; what they do not know they leave alone.
//!
//! | attribute | |
//! |---|---|
//! | `leaseKey` | the shard's id |
//! | `leaseOwner` | a worker's id; absent while nobody has it |
//! | `leaseCounter` | goes up with every write of the owner; every such write is on condition of the last |
//! | `checkpoint`, `checkpointSubSequenceNumber` | [`Position`] |
//! | `pendingCheckpoint…` | of applications that prepare checkpoints; ours take them away with the next one |
//! | `ownerSwitchesSinceCheckpoint` | |
//! | `parentShardId`, `childShardIds` | sets |
//! | `startingHashKey`, `endingHashKey` | the shard's range |
//! | `checkpointOwner` | version 3: who still has it, when the owner is already another; see `handoff` in [`super::table`] |
//! | `throughputKBps` | version 3: what the owner lately read |
//! | `entityType` | version 3.5: `LEASE`; other items of the table are no leases |

use headwater_types::{HashKey, HashKeyRange};
use serde_json::{Map, Value, json};

use super::position::Position;

/// An item in the table API's own JSON: a type's letter beside every value.
pub type Item = Map<String, Value>;

pub const LEASE_KEY: &str = "leaseKey";
const LEASE: &str = "LEASE";

#[derive(Clone, Debug, PartialEq)]
pub struct Lease {
    pub key: String,
    pub owner: Option<String>,
    pub counter: u64,
    pub checkpoint: Position,
    pub owner_switches: u64,
    pub parents: Vec<String>,
    pub children: Vec<String>,
    pub range: Option<HashKeyRange>,
    pub checkpoint_owner: Option<String>,
}

impl Lease {
    /// Of a shard that nobody has processed yet.
    pub fn new(shard: &str, parents: Vec<String>, range: Option<HashKeyRange>, checkpoint: Position) -> Self {
        Self {
            key: shard.to_owned(),
            owner: None,
            counter: 0,
            checkpoint,
            owner_switches: 0,
            parents,
            children: Vec::new(),
            range,
            checkpoint_owner: None,
        }
    }

    /// `None` where the item is no lease.
    pub fn read(item: &Item) -> Option<Self> {
        if text(item, "entityType").is_some_and(|kind| kind != LEASE) {
            return None;
        }
        let hash_key = |name| text(item, name).and_then(HashKey::parse);
        let range = match (hash_key("startingHashKey"), hash_key("endingHashKey")) {
            (Some(start), Some(end)) => HashKeyRange::new(start, end),
            _ => None,
        };
        let sub_sequence = number(item, "checkpointSubSequenceNumber").unwrap_or(0);
        Some(Self {
            key: text(item, LEASE_KEY)?.to_owned(),
            owner: text(item, "leaseOwner").map(str::to_owned),
            counter: number(item, "leaseCounter")?,
            checkpoint: Position::read(text(item, "checkpoint")?, sub_sequence)?,
            owner_switches: number(item, "ownerSwitchesSinceCheckpoint").unwrap_or(0),
            parents: texts(item, "parentShardId"),
            children: texts(item, "childShardIds"),
            range,
            checkpoint_owner: text(item, "checkpointOwner").map(str::to_owned),
        })
    }

    /// As it is created.
    pub fn item(&self) -> Item {
        let mut item = Item::new();
        let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
        put(LEASE_KEY, json!({ "S": self.key }));
        put("leaseCounter", json!({ "N": self.counter.to_string() }));
        put("checkpoint", json!({ "S": self.checkpoint.checkpoint() }));
        put("checkpointSubSequenceNumber", json!({ "N": self.checkpoint.sub_sequence().to_string() }));
        put("ownerSwitchesSinceCheckpoint", json!({ "N": self.owner_switches.to_string() }));
        put("entityType", json!({ "S": LEASE }));
        if let Some(owner) = &self.owner {
            put("leaseOwner", json!({ "S": owner }));
        }
        if let Some(owner) = &self.checkpoint_owner {
            put("checkpointOwner", json!({ "S": owner }));
        }
        // There are no empty sets.
        if !self.parents.is_empty() {
            put("parentShardId", json!({ "SS": self.parents }));
        }
        if !self.children.is_empty() {
            put("childShardIds", json!({ "SS": self.children }));
        }
        if let Some(range) = self.range {
            put("startingHashKey", json!({ "S": range.start().to_string() }));
            put("endingHashKey", json!({ "S": range.end().to_string() }));
        }
        item
    }

    pub fn is_done(&self) -> bool {
        self.checkpoint == Position::ShardEnd
    }
}

pub fn text<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.get("S")?.as_str()
}

pub fn number(item: &Item, name: &str) -> Option<u64> {
    item.get(name)?.get("N")?.as_str()?.parse().ok()
}

fn texts(item: &Item, name: &str) -> Vec<String> {
    let set = item.get(name).and_then(|value| value.get("SS")).and_then(Value::as_array);
    set.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_reads_back_as_it_is_written() {
        let range = HashKeyRange::new(HashKey::MIN, HashKey(7)).unwrap();
        let mut lease = Lease::new("shardId-000000000003", Vec::new(), Some(range), Position::TrimHorizon);
        assert_eq!(Lease::read(&lease.item()), Some(lease.clone()));
        lease.owner = Some("worker".into());
        lease.checkpoint_owner = Some("other".into());
        lease.checkpoint = Position::record("49", Some(5));
        lease.parents = vec!["shardId-000000000001".into(), "shardId-000000000002".into()];
        lease.children = vec!["shardId-000000000004".into()];
        lease.counter = 12;
        lease.owner_switches = 2;
        assert_eq!(Lease::read(&lease.item()), Some(lease));
    }

    #[test]
    fn a_lease_of_the_java_library_is_read() {
        // As its versions 2 and 3 write one, with attributes that we do not keep.
        let item = json!({
            "leaseKey": { "S": "shardId-000000000000" }, "leaseOwner": { "S": "java" }, "leaseCounter": { "N": "41" },
            "checkpoint": { "S": "4966" }, "checkpointSubSequenceNumber": { "N": "3" },
            "ownerSwitchesSinceCheckpoint": { "N": "1" }, "throughputKBps": { "N": "12.5" },
            "pendingCheckpoint": { "S": "4967" }, "startingHashKey": { "S": "0" },
            "endingHashKey": { "S": "340282366920938463463374607431768211455" }
        });
        let lease = Lease::read(item.as_object().unwrap()).unwrap();
        assert_eq!((lease.owner.as_deref(), lease.counter), (Some("java"), 41));
        assert_eq!(lease.checkpoint, Position::record("4966", Some(3)));
        assert_eq!(lease.range, Some(HashKeyRange::WHOLE));
    }

    #[test]
    fn other_items_of_the_table_are_no_leases() {
        for kind in ["WORKER_METRIC_STATS", "LEADER", "CLIENT_VERSION_MIGRATION", "STREAM"] {
            let item = json!({ "leaseKey": { "S": "Leader" }, "entityType": { "S": kind } });
            assert_eq!(Lease::read(item.as_object().unwrap()), None, "{kind}");
        }
        let unfinished = json!({ "leaseKey": { "S": "shardId-000000000000" } });
        assert_eq!(Lease::read(unfinished.as_object().unwrap()), None);
    }
}
