//! Who gives leases away. Workers of the Kinesis Client Library's second version take them, each for itself; in the third version a leader
//! does, elected by a lock, from figures that every worker writes about itself. What an application is at stands in its tables,
//! and changes while it runs.
//!
//! | item | says |
//! |---|---|
//! | `Migration3.0`, `cv` | the version by whose rules the workers go; absent where none of the third ever ran |
//! | `Leader`, `recordVersionNumber` | changes as long as the leader lives; `leaseDuration` milliseconds without mean that there is none |
//! | `TableMigration3.5`, `tm` | whether such items stand in the lease table (`COMPLETE`, and where there is no such item and no table of their own) or in tables of their own: `…-CoordinatorState`, `…-WorkerMetricStats` |
//! | a worker's figures | `lut` seconds of the last update, `sts` and `opr` figures and their bounds, `sup`, `slu` what its version can do |
//!
//! We never lead: who leads gives leases to workers of the client library too, by its rules, and those elect one of theirs as soon as there is one.
//! Where there is no leader, or no sign of one for the time of its lock, ours take leases as in the second version, which the third
//! understands; and before that what nobody gave away for so long that whoever has the lock must be dead (`taking`).

use std::collections::VecDeque;
use std::time::Duration;

use headwater_types::Timestamp;
use serde_json::{Value, json};

use super::lease::{Item, LEASE_KEY, text};

pub const MIGRATION: &str = "Migration3.0";
pub const TABLE_MIGRATION: &str = "TableMigration3.5";
pub const LEADER: &str = "Leader";
/// Keys of the tables that items have of their own.
pub const COORDINATOR_KEY: &str = "key";
const WORKER_KEY: &str = "wid";

/// What the client library's leader assumes where its lock says nothing.
const LEADER_LEASE: Duration = Duration::from_secs(120);
/// The highest of the client library's numbered abilities that we have: items of all kinds in one table.
const ABILITY: u64 = 1;
/// Figures that are written.
const FIGURES_MAX: usize = 10;

pub fn coordinator_table(application: &str) -> String {
    format!("{application}-CoordinatorState")
}

#[derive(Debug, Default)]
pub struct Fleet {
    version: Option<String>,
    has_own_tables: bool,
    leader: Option<Leader>,
}

#[derive(Debug)]
struct Leader {
    lock_version: String,
    changed: Duration,
    lease: Duration,
    is_released: bool,
}

impl Fleet {
    /// Takes in what the lease table and, where there is one, the coordinator's own table held at `now`.
    pub fn see(&mut self, lease_table: &[Item], own_table: &[Item], now: Duration) {
        let named = |items: &'_ [Item], key: &str, name: &str| -> Option<Item> {
            items.iter().find(|item| text(item, key) == Some(name)).cloned()
        };
        let find = |name: &str| {
            let own = named(own_table, COORDINATOR_KEY, name);
            let shared = named(lease_table, LEASE_KEY, name);
            (own, shared)
        };
        let (own, shared) = find(TABLE_MIGRATION);
        let state = shared.or(own).and_then(|item| text(&item, "tm").map(str::to_owned));
        let is_single = state.as_deref().is_some_and(|state| state.ends_with("_COMPLETE"));
        let writes_single = is_single || state.as_deref().is_some_and(|state| state.ends_with("_PENDING"));
        let pick = |name: &str| {
            let (own, shared) = find(name);
            if is_single { shared } else { own.or(shared) }
        };
        self.has_own_tables = !own_table.is_empty() && !writes_single;
        self.version = pick(MIGRATION).and_then(|item| text(&item, "cv").map(str::to_owned));
        self.leader = pick(LEADER).and_then(|item| self.see_leader(&item, now));
    }

    fn see_leader(&self, item: &Item, now: Duration) -> Option<Leader> {
        let lock_version = text(item, "recordVersionNumber")?.to_owned();
        let known = self.leader.as_ref().filter(|leader| leader.lock_version == lock_version);
        let millis = text(item, "leaseDuration").and_then(|millis| millis.parse().ok());
        Some(Leader {
            changed: known.map_or(now, |leader| leader.changed),
            lock_version,
            lease: millis.map_or(LEADER_LEASE, Duration::from_millis),
            is_released: item.contains_key("isReleased"),
        })
    }

    /// Whether a leader that lives gives leases away; else every worker takes its share.
    pub fn is_led(&self, now: Duration) -> bool {
        let by_rules =
            matches!(self.version.as_deref(), Some("CLIENT_VERSION_3X" | "CLIENT_VERSION_3X_WITH_ROLLBACK"));
        let is_alive =
            |leader: &Leader| !leader.is_released && now.saturating_sub(leader.changed) <= leader.lease;
        by_rules && self.leader.as_ref().is_some_and(is_alive)
    }

    /// Whether workers write figures about themselves. Those of the second version would take them for damaged leases.
    pub fn wants_figures(&self) -> bool {
        matches!(
            self.version.as_deref(),
            Some("CLIENT_VERSION_UPGRADE_FROM_2X" | "CLIENT_VERSION_3X_WITH_ROLLBACK" | "CLIENT_VERSION_3X")
        )
    }

    /// The table of workers' figures, and the name of its key.
    pub fn figures_table(&self, application: &str) -> (String, &'static str) {
        match self.has_own_tables {
            true => (format!("{application}-WorkerMetricStats"), WORKER_KEY),
            false => (application.to_owned(), LEASE_KEY),
        }
    }
}

/// What a worker says about itself: how busy its machine's processors are, where that is known. A leader shares load out by it.
#[derive(Debug, Default)]
pub struct Figures {
    last: Option<Processors>,
    percents: VecDeque<f64>,
}

/// Time that all processors together were busy and idle since the machine started, in some unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Processors {
    busy: u64,
    idle: u64,
}

impl Processors {
    /// From the first line of Linux's `/proc/stat`.
    pub fn read(stat: &str) -> Option<Self> {
        let mut words = stat.lines().next()?.split_whitespace();
        if words.next() != Some("cpu") {
            return None;
        }
        let [user, nice, system, idle, wait] = std::array::from_fn(|_| words.next()?.parse::<u64>().ok());
        Some(Self { busy: user? + nice? + system?, idle: idle? + wait? })
    }
}

impl Figures {
    pub fn add(&mut self, now: Option<Processors>) {
        if let (Some(last), Some(now)) = (self.last, now) {
            let busy = now.busy.saturating_sub(last.busy) as f64;
            let all = busy + now.idle.saturating_sub(last.idle) as f64;
            if all > 0.0 {
                self.percents.push_back(100.0 * busy / all);
            }
        }
        self.last = now.or(self.last);
        while self.percents.len() > FIGURES_MAX {
            self.percents.pop_front();
        }
    }

    /// The UpdateItem that writes them.
    pub fn update(&self, table: &str, key: &str, worker: &str, now: Timestamp) -> Value {
        let seconds = now.as_secs().to_string();
        let mut update = "SET entityType = :kind, lut = :now, slu = :now, sup = :ability".to_owned();
        let mut values = json!({
            ":kind": { "S": "WORKER_METRIC_STATS" }, ":now": { "N": seconds }, ":ability": { "N": ABILITY.to_string() },
        });
        if !self.percents.is_empty() {
            let percents: Vec<Value> =
                self.percents.iter().map(|percent| json!({ "N": format!("{percent:.2}") })).collect();
            update.push_str(", sts = :figures, opr = :bounds");
            values[":figures"] = json!({ "M": { "C": { "L": percents } } });
            values[":bounds"] = json!({ "M": { "C": { "L": [{ "N": "100" }] } } });
        }
        json!({
            "TableName": table,
            "Key": { key: { "S": worker } },
            "UpdateExpression": update,
            "ExpressionAttributeValues": values,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(value: Value) -> Item {
        value.as_object().unwrap().clone()
    }

    fn shared(version: &str, lock: &str) -> Vec<Item> {
        vec![
            item(json!({ "leaseKey": { "S": MIGRATION }, "cv": { "S": version } })),
            item(json!({
                "leaseKey": { "S": LEADER }, "recordVersionNumber": { "S": lock }, "leaseDuration": { "S": "6000" }
            })),
        ]
    }

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn workers_of_the_second_version_take_for_themselves() {
        let mut fleet = Fleet::default();
        fleet.see(&[], &[], at(0));
        assert!(!fleet.is_led(at(0)) && !fleet.wants_figures());
        for (version, figures) in [("CLIENT_VERSION_2X", false), ("CLIENT_VERSION_UPGRADE_FROM_2X", true)] {
            fleet.see(&shared(version, "one"), &[], at(0));
            assert!(!fleet.is_led(at(0)), "{version}");
            assert_eq!(fleet.wants_figures(), figures, "{version}");
        }
    }

    #[test]
    fn a_leader_gives_leases_away_as_long_as_its_lock_moves() {
        for version in ["CLIENT_VERSION_3X", "CLIENT_VERSION_3X_WITH_ROLLBACK"] {
            let mut fleet = Fleet::default();
            for (second, lock) in [(0, "one"), (5, "two"), (10, "two")] {
                fleet.see(&shared(version, lock), &[], at(second));
            }
            assert!(fleet.is_led(at(11)) && fleet.wants_figures(), "{version}");
            assert!(!fleet.is_led(at(12)), "{version}: the leader is gone");
            let mut released = shared(version, "three");
            released[1].insert("isReleased".into(), json!({ "S": "1" }));
            fleet.see(&released, &[], at(13));
            assert!(!fleet.is_led(at(13)), "{version}: it went in peace");
        }
    }

    #[test]
    fn items_stand_in_their_own_tables_until_they_have_moved() {
        let own = |state: Option<&str>| {
            let mut items =
                vec![item(json!({ "key": { "S": MIGRATION }, "cv": { "S": "CLIENT_VERSION_3X" } }))];
            items.extend(
                state.map(|state| item(json!({ "key": { "S": TABLE_MIGRATION }, "tm": { "S": state } }))),
            );
            items
        };
        for (state, table) in [
            (None, "app-WorkerMetricStats"),
            (Some("TABLE_MIGRATION_STATUS_DEPLOYED"), "app-WorkerMetricStats"),
            (Some("TABLE_MIGRATION_STATUS_PENDING"), "app"),
        ] {
            let mut fleet = Fleet::default();
            fleet.see(&[], &own(state), at(0));
            assert!(fleet.wants_figures());
            assert_eq!(fleet.figures_table("app").0, table, "{state:?}");
        }
    }

    #[test]
    fn figures_are_of_the_time_between_two_looks() {
        let mut figures = Figures::default();
        let look =
            |busy: u64, idle: u64| Processors::read(&format!("cpu  {busy} 0 0 {idle} 0 0 0\ncpu0 1 2 3"));
        figures.add(look(100, 900));
        assert_eq!(figures.percents.len(), 0);
        figures.add(look(130, 970));
        let update = figures.update("app", "leaseKey", "me", Timestamp(5_000));
        assert_eq!(update["ExpressionAttributeValues"][":figures"]["M"]["C"]["L"][0]["N"], "30.00");
        assert_eq!(update["ExpressionAttributeValues"][":now"]["N"], "5");
        for _ in 0..30 {
            figures.add(look(1, 1));
            figures.add(look(2, 2));
        }
        assert_eq!(figures.percents.len(), FIGURES_MAX);
        assert_eq!(Processors::read("intr 5"), None);
    }
}
