//! Items as registers: read, written, and written under the condition of what was read before.

use serde_json::{Value, json};

use super::{TABLE, Worker};
use crate::client::{Answer, Client};
use crate::history::OnRegister;

pub const KEYS: [&str; 4] = ["a", "b", "c", "d"];
const CONDITION_FAILED: &str = "ConditionalCheckFailedException";

impl Worker {
    pub async fn touch_register(&mut self) {
        let key = *self.one_of(&KEYS);
        match self.entropy.below(10) {
            0..=2 => drop(self.read(key).await),
            3 => {
                let to = self.fresh();
                let body = json!({"TableName": TABLE, "Item": item(key, to)});
                self.write("PutItem", &body, key, OnRegister::Write(Some(to)), None).await;
            }
            _ => {
                let Some(from) = self.read(key).await else { return };
                self.swap(key, from).await;
            }
        }
    }

    /// Writes under the condition that the value is still the one that was read.
    async fn swap(&mut self, key: &str, from: Option<u64>) {
        let deletes = from.is_some() && self.entropy.below(6) == 0;
        let to = (!deletes).then(|| self.fresh());
        let condition = if from.is_some() { "v = :from" } else { "attribute_not_exists(id)" };
        let mut body = json!({"TableName": TABLE, "ConditionExpression": condition});
        let mut values = serde_json::Map::new();
        if let Some(from) = from {
            values.insert(":from".to_owned(), number(from));
        }
        let operation = match (to, self.entropy.below(2)) {
            (None, _) => {
                body["Key"] = json!({"id": {"S": key}});
                "DeleteItem"
            }
            (Some(to), 0) => {
                body["Item"] = item(key, to);
                "PutItem"
            }
            (Some(to), _) => {
                body["Key"] = json!({"id": {"S": key}});
                body["UpdateExpression"] = json!("SET v = :to");
                values.insert(":to".to_owned(), number(to));
                "UpdateItem"
            }
        };
        if !values.is_empty() {
            body["ExpressionAttributeValues"] = Value::Object(values);
        }
        let failed = OnRegister::NotSwapped { from };
        self.write(operation, &body, key, OnRegister::Swap { from, to }, Some(failed)).await;
    }

    async fn write(
        &mut self,
        operation: &str,
        body: &Value,
        key: &str,
        happened: OnRegister,
        failed: Option<OnRegister>,
    ) {
        let called = self.history.moment();
        let answer = self.client.call(&format!("DynamoDB_20120810.{operation}"), body).await;
        let answered = self.history.moment();
        match (answer, failed) {
            (Answer::Done(_), _) => self.history.on_register(key, happened, called, Some(answered)),
            (Answer::Refused { code, .. }, Some(failed)) if code == CONDITION_FAILED => {
                self.history.on_register(key, failed, called, Some(answered));
            }
            // It did not happen, and says nothing of the item.
            (Answer::Refused { .. }, _) => {}
            (Answer::Unknown(_), _) => self.history.on_register(key, happened, called, None),
        }
    }

    async fn read(&mut self, key: &str) -> Option<Option<u64>> {
        let called = self.history.moment();
        let value = read_register(&mut self.client, key).await?;
        self.history.on_register(key, OnRegister::Read(value), called, Some(self.history.moment()));
        Some(value)
    }
}

/// A strongly consistent read; `None` where it was not answered.
pub async fn read_register(client: &mut Client, key: &str) -> Option<Option<u64>> {
    let body = json!({"TableName": TABLE, "Key": {"id": {"S": key}}, "ConsistentRead": true});
    match client.call("DynamoDB_20120810.GetItem", &body).await {
        Answer::Done(value) => Some(value["Item"]["v"]["N"].as_str().and_then(|text| text.parse().ok())),
        _ => None,
    }
}

fn number(value: u64) -> Value {
    json!({"N": value.to_string()})
}

fn item(key: &str, value: u64) -> Value {
    json!({"id": {"S": key}, "v": number(value)})
}
