//! DisableEnhancedMonitoring.

use crate::prelude::*;

const OPERATION: &str = "DisableEnhancedMonitoring";

/// All of them, in the order in which they are shown.
const METRICS: [&str; 7] = [
    "IncomingBytes",
    "IncomingRecords",
    "IteratorAgeMilliseconds",
    "OutgoingBytes",
    "OutgoingRecords",
    "ReadProvisionedThroughputExceeded",
    "WriteProvisionedThroughputExceeded",
];

fn metrics(names: &[&str]) -> Value {
    json!({"StreamName": "s", "ShardLevelMetrics": names})
}

fn shown(current: &[&str], desired: &[&str]) -> Value {
    json!({
        "StreamName": "s", "StreamARN": arn("s"), "CurrentShardLevelMetrics": current, "DesiredShardLevelMetrics": desired,
    })
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [NAME, ARN, ID, ("ShardLevelMetrics", List), ("ShardLevelMetrics[]", Text)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            metrics(&["ALL"])
        });
        assert_eq!(answer.await["StreamName"], "s");
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"ShardLevelMetrics": ["ALL"]})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "a b", "StreamARN": "x"});
        let broken = [
            unlike("streamName", "a b", NAME_PATTERN),
            is_null("shardLevelMetrics"),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        rig.assert_violations(OPERATION, metrics(&[]), &[shorter_than("shardLevelMetrics", "[]", 1)]).await;
        let values = "IncomingBytes, IncomingRecords, OutgoingBytes, OutgoingRecords, WriteProvisionedThroughputExceeded, \
                      ReadProvisionedThroughputExceeded, IteratorAgeMilliseconds, ALL";
        let enumeration = format!("Member must satisfy enum value set: [{values}]");
        let eight = ["a", "b", "c", "d", "e", "f", "g", "ALL"];
        let list = "[a, b, c, d, e, f, g, ALL]";
        let broken = [
            longer_than("shardLevelMetrics", list, 7),
            elements_break("shardLevelMetrics", list, &enumeration),
        ];
        rig.assert_violations(OPERATION, metrics(&eight), &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn metrics_are_taken_from_those_before() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok("EnableEnhancedMonitoring", metrics(&["ALL"])).await;
        let asked = metrics(&["IncomingBytes", "IncomingRecords"]);
        assert_eq!(rig.ok(OPERATION, asked).await, shown(&METRICS, &METRICS[2..]));
        assert_eq!(rig.ok(OPERATION, metrics(&["IncomingBytes"])).await, shown(&METRICS[2..], &METRICS[2..]));
        assert_eq!(rig.ok(OPERATION, metrics(&["ALL"])).await, shown(&METRICS[2..], &[]));
        assert_eq!(rig.summary("s").await["EnhancedMonitoring"], json!([{"ShardLevelMetrics": []}]));
    }

    #[tokio::test]
    async fn a_stream_that_is_going_is_not_changed() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let text = not_active("s", "DELETING");
        rig.assert_refused(OPERATION, metrics(&["ALL"]), "ResourceInUseException", &text).await;
    }
}
