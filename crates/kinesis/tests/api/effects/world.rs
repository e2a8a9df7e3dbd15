//! A server with streams in many states, asked one thing, and all that can be seen of it afterwards.

use serde_json::{Value, json};

use crate::events::subscription;
use crate::rig::{JSON, POLICY, Rig, SHARD, arn, base64, string};

/// The policy of consumer `d`.
pub const CONSUMER_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"kinesis:SubscribeToShard","Resource":"*"}]}"#;

pub struct World {
    pub status: u16,
    pub answer: Value,
    after: Value,
}

/// What a case cannot know beforehand, by the words that stand for it.
struct Words(Vec<(&'static str, String)>);

impl World {
    /// Prepares a server, asks it, and looks around.
    pub async fn after(operation: &str, body: &Value) -> Self {
        let rig = Rig::new().await;
        let words = prepare(&rig).await;
        let body = words.filled_in(body);
        rig.pass(1_000);
        let (status, answer) = ask(&rig, operation, &body).await;
        rig.pass(1_000);
        Self { status, answer, after: look_around(&rig).await }
    }

    pub fn seen(&self) -> (&Value, &Value) {
        (&self.answer, &self.after)
    }
}

impl Words {
    fn filled_in(&self, body: &Value) -> Value {
        let mut text = body.to_string();
        for (word, meaning) in &self.0 {
            text = text.replace(word, meaning);
        }
        serde_json::from_str(&text).expect("JSON")
    }
}

/// Stream `s`: shards 0, 2 and 3 are open, 1 is closed; records `a` and `b` in shard 0, a second apart; tags, a policy, a
/// metric, 48 hours, consumers `c` and `d`. Stream `o` is on demand with consumer `c`, stream `e` encrypted.
async fn prepare(rig: &Rig) -> Words {
    rig.commit_to_throughput("ENABLED").await;
    let tags = json!({"a": "1", "b": "2"});
    rig.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 2, "Tags": tags})).await;
    rig.create_on_demand("o").await;
    rig.create("e", 1).await;
    rig.ok(
        "StartStreamEncryption",
        json!({"StreamName": "e", "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}),
    )
    .await;
    rig.keys.add(Some("alias/mine")).expect("made");
    let hours = json!({"StreamName": "s", "RetentionPeriodHours": 48});
    rig.ok("IncreaseStreamRetentionPeriod", hours).await;
    let metrics = json!({"StreamName": "s", "ShardLevelMetrics": ["IncomingBytes"]});
    rig.ok("EnableEnhancedMonitoring", metrics).await;
    rig.ok("PutResourcePolicy", json!({"ResourceARN": arn("s"), "Policy": POLICY})).await;
    let (c, d, of_o) =
        (rig.register("s", "c").await, rig.register("s", "d").await, rig.register("o", "c").await);
    rig.ok("PutResourcePolicy", json!({"ResourceARN": d, "Policy": CONSUMER_POLICY})).await;
    rig.ok("TagResource", json!({"ResourceARN": d, "Tags": {"x": "1"}})).await;
    let in_shard_0 = async |data: &str| {
        let body =
            json!({"StreamName": "s", "PartitionKey": "k", "ExplicitHashKey": "0", "Data": base64(data)});
        string(&rig.ok("PutRecord", body).await["SequenceNumber"])
    };
    let a = in_shard_0("a").await;
    rig.pass(1_000);
    let b = in_shard_0("b").await;
    rig.split("s", "shardId-000000000001", &(u128::MAX / 4 * 3).to_string()).await;
    rig.pass(1_000);
    let token = async |operation: &str, body: Value| string(&rig.ok(operation, body).await["NextToken"]);
    Words(vec![
        ("$A", a),
        ("$B", b),
        ("$CONSUMER_C", c),
        ("$CONSUMER_D", d),
        ("$CONSUMER_O", of_o),
        ("$FROM_SHARD_0", rig.iterator("s", SHARD, "TRIM_HORIZON").await),
        ("$FROM_LATEST", rig.iterator("s", SHARD, "LATEST").await),
        ("$ONE_SHARD", token("ListShards", json!({"StreamName": "s", "MaxResults": 1})).await),
        ("$TWO_SHARDS", token("ListShards", json!({"StreamName": "s", "MaxResults": 2})).await),
        (
            "$ONE_CONSUMER",
            token("ListStreamConsumers", json!({"StreamARN": arn("s"), "MaxResults": 1})).await,
        ),
        ("$ONE_STREAM", token("ListStreams", json!({"Limit": 1})).await),
    ])
}

/// Asks, and follows iterators and subscriptions to what they give.
async fn ask(rig: &Rig, operation: &str, body: &Value) -> (u16, Value) {
    if operation != "SubscribeToShard" {
        let (status, mut answer) = rig.ask(operation, body.clone()).await;
        if let Some(iterator) = answer.get("ShardIterator").and_then(Value::as_str) {
            answer = records(rig, iterator).await;
        }
        without_iterator(&mut answer);
        return (status, answer);
    }
    let response = rig.send(operation, JSON, body.to_string()).await;
    if response.status() != 200 {
        let bytes = response.body().whole().expect("whole").clone();
        return (response.status().as_u16(), serde_json::from_slice(&bytes).expect("JSON"));
    }
    let mut events = subscription(response, JSON).await;
    // What is put now comes whatever the position is.
    let last = json!({"StreamName": "s", "PartitionKey": "k", "ExplicitHashKey": "0", "Data": base64("now")});
    rig.ok("PutRecord", last.clone()).await;
    let mut elsewhere = last;
    elsewhere["StreamName"] = json!("o");
    rig.ok("PutRecord", elsewhere).await;
    (200, events.next_event().await)
}

async fn records(rig: &Rig, iterator: &str) -> Value {
    rig.pass(1_000);
    let mut answer = rig.ok("GetRecords", json!({"ShardIterator": iterator})).await;
    without_iterator(&mut answer);
    answer
}

/// Iterators are sealed with chance.
fn without_iterator(answer: &mut Value) {
    if let Some(members) = answer.as_object_mut() {
        members.remove("NextShardIterator");
    }
}

async fn look_around(rig: &Rig) -> Value {
    let mut seen = vec![
        rig.ok("DescribeAccountSettings", json!({})).await,
        rig.ok("DescribeLimits", json!({})).await,
        rig.ok("ListStreams", json!({})).await,
    ];
    let names = seen[2]["StreamNames"].as_array().expect("names").clone();
    for name in names {
        let (named, resource) = (json!({"StreamName": name}), json!({"ResourceARN": arn(&string(&name))}));
        for operation in ["DescribeStream", "DescribeStreamSummary", "ListTagsForStream"] {
            seen.push(rig.ok(operation, named.clone()).await);
        }
        seen.push(rig.ok("GetResourcePolicy", resource).await);
        let of_stream = json!({"StreamARN": arn(&string(&name))});
        let consumers = rig.ok("ListStreamConsumers", of_stream).await;
        for consumer in consumers["Consumers"].as_array().expect("a list") {
            for operation in ["GetResourcePolicy", "ListTagsForResource"] {
                seen.push(rig.ok(operation, json!({"ResourceARN": consumer["ConsumerARN"]})).await);
            }
        }
        seen.push(consumers);
        for shard in rig.shards(&string(&name)).await {
            let iterator = rig.iterator(&string(&name), &string(&shard["ShardId"]), "TRIM_HORIZON").await;
            seen.push(records(rig, &iterator).await);
        }
    }
    seen.into()
}
