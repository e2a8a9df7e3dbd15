//! The lease table: every write is one item's, on condition of what its writer last saw, so that of two workers one wins.
//!
//! Renewals and checkpoints are on condition of the counter, and move it. Version 3 of the Kinesis Client Library adds a gentle way to
//! move a lease (`handoff`): its leader names the next owner, puts the present one into `checkpointOwner` and leaves the counter. The
//! present owner finds out by its next renewal, which is on condition that there is no such attribute; it finishes and takes
//! the attribute away, upon which the next owner begins.
//! <https://docs.aws.amazon.com/streams/latest/dev/kcl-dynamoDB.html>

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::{Clock, Entropy};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::lease::{Item, LEASE_KEY, Lease};
use super::position::Position;
use super::retry::patiently;
use crate::transport::{CallError, Transport};

/// Pages of a scan, of a megabyte each: more leases than a stream may have shards.
const PAGES_MAX: usize = 1_000;
/// How long a new table may take to be there.
const CREATION_PAUSE: Duration = Duration::from_millis(500);
const CREATION_LOOKS_MAX: usize = 240;

pub struct LeaseTable<D> {
    transport: Arc<D>,
    pub name: String,
    clock: Clock,
    entropy: Entropy,
}

/// What the table held.
#[derive(Debug, Default)]
pub struct Scanned {
    pub leases: Vec<Lease>,
    /// What version 3.5 keeps beside them.
    pub others: Vec<Item>,
}

/// What came of a renewal or checkpoint.
#[derive(Debug, PartialEq, Eq)]
pub enum Written {
    Kept,
    /// Kept, and to be given to another when this worker is done with what it has in hand.
    HandOff,
    Lost,
}

impl<D: Transport> LeaseTable<D> {
    pub fn new(transport: Arc<D>, name: String, clock: Clock, entropy: Entropy) -> Self {
        Self { transport, name, clock, entropy }
    }

    /// Makes the table where there is none, and waits until it can be used.
    pub async fn ensure(&self) -> Result<(), CallError> {
        for _ in 0..CREATION_LOOKS_MAX {
            let described = self.call("DescribeTable", json!({ "TableName": self.name })).await;
            match described {
                Ok(answer) => {
                    let answer: Value = read(&answer)?;
                    // A table whose indexes change serves as before.
                    if matches!(answer["Table"]["TableStatus"].as_str(), Some("ACTIVE" | "UPDATING")) {
                        return Ok(());
                    }
                }
                Err(error) if error.code() == "ResourceNotFoundException" => self.create_table().await?,
                Err(error) => return Err(error),
            }
            self.clock.sleep(CREATION_PAUSE).await;
        }
        Err(CallError::NoAnswer(format!("table {} does not become active", self.name)))
    }

    async fn create_table(&self) -> Result<(), CallError> {
        let body = json!({
            "TableName": self.name,
            "AttributeDefinitions": [{ "AttributeName": LEASE_KEY, "AttributeType": "S" }],
            "KeySchema": [{ "AttributeName": LEASE_KEY, "KeyType": "HASH" }],
            "BillingMode": "PAY_PER_REQUEST",
        });
        match self.call("CreateTable", body).await {
            // Another worker was faster.
            Err(error) if error.code() == "ResourceInUseException" => Ok(()),
            other => other.map(|_| ()),
        }
    }

    /// All items; those of this moment where it is `consistent`, else of a moment ago at half the price.
    pub async fn scan(&self, consistent: bool) -> Result<Scanned, CallError> {
        let mut scanned = Scanned::default();
        let mut start = None::<Value>;
        for _ in 0..PAGES_MAX {
            let mut body = json!({ "TableName": self.name, "ConsistentRead": consistent });
            if let Some(start) = start.take() {
                body["ExclusiveStartKey"] = start;
            }
            let mut page: Value = read(&self.call("Scan", body).await?)?;
            for item in page["Items"].as_array_mut().into_iter().flatten() {
                let Value::Object(item) = item.take() else { continue };
                match Lease::read(&item) {
                    Some(lease) => scanned.leases.push(lease),
                    None => scanned.others.push(item),
                }
            }
            match page["LastEvaluatedKey"].take() {
                Value::Null => break,
                key => start = Some(key),
            }
        }
        Ok(scanned)
    }

    pub async fn get(&self, key: &str) -> Result<Option<Lease>, CallError> {
        Ok(self.item(&self.name, LEASE_KEY, key).await?.as_ref().and_then(Lease::read))
    }

    /// An item of any table, by a key of text. `None` also where there is no such table.
    pub async fn item(&self, table: &str, name: &str, key: &str) -> Result<Option<Item>, CallError> {
        let body = json!({ "TableName": table, "Key": { name: { "S": key } }, "ConsistentRead": true });
        let answer = match self.call("GetItem", body).await {
            Err(error) if error.code() == "ResourceNotFoundException" => return Ok(None),
            answer => read::<Value>(&answer?)?,
        };
        Ok(answer["Item"].as_object().cloned())
    }

    /// Whether it was not there.
    pub async fn create(&self, lease: &Lease) -> Result<bool, CallError> {
        let body = json!({
            "TableName": self.name,
            "Item": lease.item(),
            "ConditionExpression": "attribute_not_exists(leaseKey)",
        });
        self.conditionally("PutItem", body).await
    }

    /// Makes the lease `me`'s, if it is still as it was seen.
    pub async fn take(&self, seen: &Lease, me: &str) -> Result<Option<Lease>, CallError> {
        let mut lease = seen.clone();
        lease.counter += 1;
        lease.owner = Some(me.to_owned());
        lease.checkpoint_owner = None;
        let mut update = "SET leaseOwner = :me, leaseCounter = :next REMOVE checkpointOwner".to_owned();
        let mut values = json!({ ":me": { "S": me }, ":seen": n(seen.counter), ":next": n(lease.counter) });
        if seen.owner.as_deref().is_some_and(|owner| owner != me) {
            lease.owner_switches += 1;
            update.push_str(" ADD ownerSwitchesSinceCheckpoint :one");
            values[":one"] = n(1);
        }
        let is_taken = self.update(&seen.key, &update, "leaseCounter = :seen", values).await?;
        Ok(is_taken.then_some(lease))
    }

    /// Says that the owner lives. `throughput_kbps` is what it lately read of the shard.
    pub async fn renew(
        &self,
        lease: &mut Lease,
        me: &str,
        throughput_kbps: Option<f64>,
    ) -> Result<Written, CallError> {
        let mut update = "SET leaseCounter = :next".to_owned();
        let mut values = json!({ ":seen": n(lease.counter), ":next": n(lease.counter + 1) });
        if let Some(throughput) = throughput_kbps.filter(|throughput| throughput.is_finite()) {
            update.push_str(", throughputKBps = :throughput");
            values[":throughput"] = json!({ "N": format!("{throughput:.4}") });
        }
        if lease.checkpoint_owner.is_none() {
            let condition = "leaseCounter = :seen AND attribute_not_exists(checkpointOwner)";
            if self.update(&lease.key, &update, condition, values.clone()).await? {
                lease.counter += 1;
                return Ok(Written::Kept);
            }
            match self.get(&lease.key).await? {
                Some(found) if found.checkpoint_owner.as_deref() == Some(me) => {
                    (lease.owner, lease.checkpoint_owner) = (found.owner, found.checkpoint_owner);
                }
                // The answer to the last write got lost, not the write.
                Some(found) if found.owner.as_deref() == Some(me) && found.counter == lease.counter + 1 => {
                    lease.counter = found.counter;
                    return Ok(Written::Kept);
                }
                _ => return Ok(Written::Lost),
            }
        }
        match self.update(&lease.key, &update, "leaseCounter = :seen", values).await? {
            true => {
                lease.counter += 1;
                Ok(Written::HandOff)
            }
            false => Ok(Written::Lost),
        }
    }

    /// Writes how far the shard is processed, and at its end its children.
    pub async fn checkpoint(
        &self,
        lease: &mut Lease,
        me: &str,
        position: &Position,
        children: &[String],
    ) -> Result<Written, CallError> {
        let mut update =
            "SET leaseCounter = :next, #checkpoint = :checkpoint, checkpointSubSequenceNumber = :sub, \
                          ownerSwitchesSinceCheckpoint = :zero"
                .to_owned();
        let mut values = json!({
            ":seen": n(lease.counter), ":next": n(lease.counter + 1), ":zero": n(0),
            ":checkpoint": { "S": position.checkpoint() }, ":sub": n(position.sub_sequence()),
        });
        if !children.is_empty() {
            update.push_str(", childShardIds = :children");
            values[":children"] = json!({ "SS": children });
        }
        update.push_str(
            " REMOVE pendingCheckpoint, pendingCheckpointSubSequenceNumber, pendingCheckpointState",
        );
        let mut body = self.update_body(&lease.key, &update, "leaseCounter = :seen", values);
        body["ExpressionAttributeNames"] = json!({ "#checkpoint": "checkpoint" });
        if !self.conditionally("UpdateItem", body).await? {
            let found = self.get(&lease.key).await?;
            let is_ours = |found: &Lease| {
                found.counter == lease.counter + 1
                    && (found.owner.as_deref() == Some(me) || found.checkpoint_owner.as_deref() == Some(me))
                    && found.checkpoint == *position
            };
            if !found.as_ref().is_some_and(is_ours) {
                return Ok(Written::Lost);
            }
        }
        lease.counter += 1;
        lease.owner_switches = 0;
        lease.checkpoint = position.clone();
        if !children.is_empty() {
            lease.children = children.to_vec();
        }
        Ok(if lease.checkpoint_owner.is_some() { Written::HandOff } else { Written::Kept })
    }

    /// Gives the lease up: to the owner that a leader has named, else to whoever comes. Whether it was ours to give.
    pub async fn release(&self, lease: &Lease, me: &str) -> Result<bool, CallError> {
        let values = json!({ ":me": { "S": me }, ":one": n(1) });
        let given = self
            .update(
                &lease.key,
                "REMOVE checkpointOwner ADD leaseCounter :one",
                "checkpointOwner = :me",
                values.clone(),
            )
            .await?;
        if given {
            return Ok(true);
        }
        let condition = "leaseOwner = :me AND attribute_not_exists(checkpointOwner)";
        self.update(&lease.key, "REMOVE leaseOwner ADD leaseCounter :one", condition, values).await
    }

    /// Deletes the lease of a shard that is done with, if it is still so.
    pub async fn delete(&self, lease: &Lease) -> Result<bool, CallError> {
        let body = json!({
            "TableName": self.name,
            "Key": { LEASE_KEY: { "S": lease.key } },
            "ConditionExpression": "#checkpoint = :end",
            "ExpressionAttributeNames": { "#checkpoint": "checkpoint" },
            "ExpressionAttributeValues": { ":end": { "S": Position::ShardEnd.checkpoint() } },
        });
        self.conditionally("DeleteItem", body).await
    }

    async fn update(
        &self,
        key: &str,
        update: &str,
        condition: &str,
        values: Value,
    ) -> Result<bool, CallError> {
        self.conditionally("UpdateItem", self.update_body(key, update, condition, values)).await
    }

    fn update_body(&self, key: &str, update: &str, condition: &str, values: Value) -> Value {
        json!({
            "TableName": self.name,
            "Key": { LEASE_KEY: { "S": key } },
            "UpdateExpression": update,
            "ConditionExpression": condition,
            "ExpressionAttributeValues": values,
        })
    }

    /// Whether the condition held.
    async fn conditionally(&self, operation: &'static str, body: Value) -> Result<bool, CallError> {
        match self.call(operation, body).await {
            Err(error) if error.code() == "ConditionalCheckFailedException" => Ok(false),
            answer => answer.map(|_| true),
        }
    }

    /// A call of the tables' API, tried again a few times where it failed for the moment.
    pub async fn call(&self, operation: &'static str, body: Value) -> Result<Bytes, CallError> {
        let body = Bytes::from(body.to_string());
        patiently(&self.clock, &self.entropy, || self.transport.call(operation, body.clone())).await
    }
}

fn n(number: u64) -> Value {
    json!({ "N": number.to_string() })
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, CallError> {
    serde_json::from_slice(answer).map_err(|error| CallError::Malformed(error.to_string()))
}
