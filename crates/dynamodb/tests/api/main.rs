//! The face over a store in memory: what needs a clock in hand, a restart, or a race that a client cannot time.

mod faithful;
mod rig;

use std::sync::Arc;
use std::time::Duration;

use headwater_dynamodb::EngineConfig;
use headwater_store::Store;
use serde_json::{Value, json};

use rig::{Rig, START_MS, table};

fn index_of_owner() -> Value {
    json!({
        "TableName": "leases",
        "AttributeDefinitions": [{"AttributeName": "owner", "AttributeType": "S"}],
        "GlobalSecondaryIndexUpdates": [{"Create": {
            "IndexName": "by-owner",
            "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"},
        }}],
    })
}

#[tokio::test]
async fn a_new_table_is_creating_for_as_long_as_configured() {
    let rig = Rig::with(EngineConfig { transition: Duration::from_secs(2) }).await;
    let made = rig.ok("CreateTable", table("leases")).await;
    assert_eq!(made["TableDescription"]["TableStatus"], "CREATING");
    let described = || async {
        rig.ok("DescribeTable", json!({"TableName": "leases"})).await["Table"]["TableStatus"].clone()
    };
    assert_eq!(described().await, "CREATING");
    let put = json!({"TableName": "leases", "Item": {"k": {"S": "a"}}});
    let (code, message) = rig.refused("PutItem", put.clone()).await;
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("ResourceNotFoundException", "Requested resource not found")
    );
    let (code, message) = rig.refused("DeleteTable", json!({"TableName": "leases"})).await;
    assert_eq!(code, "ResourceInUseException");
    assert_eq!(message, "Attempt to change a resource which is still in use: Table is being created: leases");
    rig.time.advance(Duration::from_secs(2));
    assert_eq!(described().await, "ACTIVE");
    rig.ok("PutItem", put).await;
}

#[tokio::test]
async fn tables_items_and_indexes_outlive_a_restart() {
    let rig = Rig::new().await;
    rig.make_table("leases").await;
    rig.put("leases", "a", json!({"owner": {"S": "w"}})).await;
    rig.ok("UpdateTable", index_of_owner()).await;
    // Right away: what was not filled is filled after the start.
    let rig = rig.restarted().await;
    rig.put("leases", "b", json!({"owner": {"S": "w"}})).await;
    let index = || async {
        let table = rig.ok("DescribeTable", json!({"TableName": "leases"})).await;
        table["Table"]["GlobalSecondaryIndexes"][0]["IndexStatus"].clone()
    };
    while index().await != "ACTIVE" {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let query = json!({
        "TableName": "leases",
        "IndexName": "by-owner",
        "KeyConditionExpression": "#o = :o",
        "ExpressionAttributeNames": {"#o": "owner"},
        "ExpressionAttributeValues": {":o": {"S": "w"}},
    });
    assert_eq!(rig.ok("Query", query).await["Count"], 2);
}

#[tokio::test]
async fn an_index_made_under_writers_has_every_item_once() {
    let rig = Arc::new(Rig::new().await);
    rig.make_table("leases").await;
    for n in 0..600 {
        rig.put("leases", &format!("k{n}"), json!({"owner": {"S": "old"}})).await;
    }
    let writer = {
        let rig = rig.clone();
        tokio::spawn(async move {
            for n in 0..600 {
                let owner = if n % 2 == 0 { "SET #o = :w" } else { "REMOVE #o" };
                let mut update = json!({
                    "TableName": "leases",
                    "Key": {"k": {"S": format!("k{n}")}},
                    "UpdateExpression": owner,
                    "ExpressionAttributeNames": {"#o": "owner"},
                });
                if n % 2 == 0 {
                    update["ExpressionAttributeValues"] = json!({":w": {"S": "new"}});
                }
                rig.ok("UpdateItem", update).await;
            }
        })
    };
    rig.ok("UpdateTable", index_of_owner()).await;
    writer.await.expect("the writer ends well");
    loop {
        let table = rig.ok("DescribeTable", json!({"TableName": "leases"})).await;
        if table["Table"]["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let entries = rig.ok("Scan", json!({"TableName": "leases", "IndexName": "by-owner"})).await;
    let items = entries["Items"].as_array().expect("items");
    assert_eq!(items.len(), 300);
    assert!(items.iter().all(|item| item["owner"]["S"] == "new"), "{items:?}");
}

#[tokio::test]
async fn items_end_when_their_time_has_come() {
    let rig = Rig::new().await;
    rig.make_table("sessions").await;
    let time_to_live = json!({
        "TableName": "sessions",
        "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "ends"},
    });
    rig.ok("UpdateTimeToLive", time_to_live.clone()).await;
    let (_, message) = rig.refused("UpdateTimeToLive", time_to_live).await;
    assert_eq!(message, "TimeToLive is already enabled");
    let now_s = START_MS / 1000;
    let ends = |seconds: i64| json!({"ends": {"N": (now_s + seconds).to_string()}});
    rig.put("sessions", "soon", ends(10)).await;
    rig.put("sessions", "later", ends(1000)).await;
    rig.put("sessions", "never", json!({})).await;
    rig.put("sessions", "text", json!({"ends": {"S": "1"}})).await;
    rig.put("sessions", "mistaken", json!({"ends": {"N": "5"}})).await;
    rig.engine.expire_items().await;
    assert_eq!(rig.count("sessions").await, 5);
    rig.time.advance(Duration::from_secs(11));
    rig.engine.expire_items().await;
    assert_eq!(rig.count("sessions").await, 4);
    let gone = rig.ok("GetItem", json!({"TableName": "sessions", "Key": {"k": {"S": "soon"}}})).await;
    assert_eq!(gone, json!({}));
}

#[tokio::test]
async fn what_a_deleted_table_leaves_is_swept() {
    let rig = Rig::new().await;
    rig.make_table("leases").await;
    rig.ok("UpdateTable", index_of_owner()).await;
    for n in 0..700 {
        rig.put("leases", &format!("k{n}"), json!({"owner": {"S": "w"}})).await;
    }
    let gone = rig.ok("DeleteTable", json!({"TableName": "leases"})).await;
    assert_eq!(gone["TableDescription"]["TableStatus"], "DELETING");
    let rig = rig.restarted().await;
    loop {
        let range = bytes::Bytes::from_static(b"dynamodb/")..bytes::Bytes::from_static(b"dynamodb0");
        let left = rig.store.scan(range, 10).await.expect("readable");
        if left.len() == 1 {
            assert_eq!(left[0].0, "dynamodb/allocator");
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn many_writers_of_one_item_lose_nothing() {
    let rig = Arc::new(Rig::new().await);
    rig.make_table("leases").await;
    let writers: Vec<_> = (0..16)
        .map(|_| {
            let rig = rig.clone();
            tokio::spawn(async move {
                for _ in 0..25 {
                    let update = json!({
                        "TableName": "leases",
                        "Key": {"k": {"S": "a"}},
                        "AttributeUpdates": {"n": {"Action": "ADD", "Value": {"N": "1"}}},
                    });
                    rig.ok("UpdateItem", update).await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.expect("ends well");
    }
    let item = rig.ok("GetItem", json!({"TableName": "leases", "Key": {"k": {"S": "a"}}})).await;
    assert_eq!(item["Item"]["n"]["N"], "400");
}

#[tokio::test]
async fn a_failed_condition_shows_the_item_only_where_asked() {
    let rig = Rig::new().await;
    rig.make_table("leases").await;
    rig.put("leases", "a", json!({"n": {"N": "1"}})).await;
    let mut update = json!({
        "TableName": "leases",
        "Key": {"k": {"S": "a"}},
        "AttributeUpdates": {"n": {"Action": "PUT", "Value": {"N": "2"}}},
        "Expected": {"n": {"Value": {"N": "7"}}},
    });
    let (status, answer) = rig.ask("UpdateItem", update.clone()).await;
    let code = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException";
    let message = "The conditional request failed";
    assert_eq!((status, answer), (400, json!({"__type": code, "message": message})));
    update["ReturnValuesOnConditionCheckFailure"] = json!("ALL_OLD");
    let (_, answer) = rig.ask("UpdateItem", update).await;
    let item = json!({"k": {"S": "a"}, "n": {"N": "1"}});
    assert_eq!(answer, json!({"__type": code, "message": message, "Item": item}));
}

#[tokio::test]
async fn values_that_are_none_are_refused_in_the_services_words() {
    let rig = Rig::new().await;
    rig.make_table("items").await;
    let invalid = |rest: &str| format!("One or more parameter values were invalid: {rest}");
    let mut deep = json!({"S": "x"});
    for _ in 0..33 {
        deep = json!({"L": [deep]});
    }
    for (value, message) in [
        (
            json!({}),
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes".to_owned(),
        ),
        (
            json!({"S": "a", "N": "1"}),
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
                .to_owned(),
        ),
        (json!({"NULL": false}), invalid("Null attribute value types must have the value of true")),
        (json!({"SS": []}), invalid("An string set  may not be empty")),
        (json!({"SS": ["a", "a"]}), invalid("Input collection [a, a] contains duplicates.")),
        (json!({"NS": ["1", "1.0"]}), "Input collection contains duplicates".to_owned()),
        (json!({"N": ""}), "The parameter cannot be converted to a numeric value".to_owned()),
        (
            json!({"N": "1e126"}),
            "Number overflow. Attempting to store a number with magnitude larger than supported range".to_owned(),
        ),
        (deep, "Nesting Levels have exceeded supported limits".to_owned()),
    ] {
        let put = json!({"TableName": "items", "Item": {"k": {"S": "a"}, "v": value}});
        let (code, found) = rig.refused("PutItem", put).await;
        assert_eq!((code.as_str(), found), ("ValidationException", message));
    }
    let (_, message) = rig.refused("PutItem", json!({"TableName": "items", "Item": {"k": {"S": ""}}})).await;
    assert_eq!(
        message,
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string \
         value. Key: k"
    );
}

#[tokio::test]
async fn tables_that_make_no_sense_are_refused() {
    let rig = Rig::new().await;
    let with = |member: &str, value: Value| {
        let mut made = table("items");
        made[member] = value;
        made
    };
    let two =
        json!([{"AttributeName": "k", "AttributeType": "S"}, {"AttributeName": "x", "AttributeType": "S"}]);
    for (request, message) in [
        (with("AttributeDefinitions", two), "does not exactly match number of attributes defined"),
        (
            with("KeySchema", json!([{"AttributeName": "z", "KeyType": "HASH"}])),
            "Keys: [z], AttributeDefinitions: [k]",
        ),
        (with("KeySchema", json!([{"AttributeName": "k", "KeyType": "RANGE"}])), "is not a HASH key type"),
        (
            with("ProvisionedThroughput", json!({"ReadCapacityUnits": 1, "WriteCapacityUnits": 1})),
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified",
        ),
        (with("BillingMode", json!("PROVISIONED")), "must both be specified when BillingMode is PROVISIONED"),
        (with("TableName", json!("a")), "must be between 3 and 255 characters long"),
        (
            with("StreamSpecification", json!({"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"})),
            "StreamSpecification is not offered",
        ),
        (with("KeySchema", json!([])), "failed to satisfy constraint"),
    ] {
        let (code, found) = rig.refused("CreateTable", request).await;
        assert_eq!(code, "ValidationException");
        assert!(found.contains(message), "{found}");
    }
}
