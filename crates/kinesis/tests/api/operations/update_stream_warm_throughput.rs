//! UpdateStreamWarmThroughput.

use crate::prelude::*;

const OPERATION: &str = "UpdateStreamWarmThroughput";

fn warm(mibps: i64) -> Value {
    json!({"StreamName": "d", "WarmThroughputMiBps": mibps})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [ARN, NAME, ID, ("WarmThroughputMiBps", Integer)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.commit_to_throughput("ENABLED").await;
            rig.create_on_demand("d").await;
            warm(8)
        });
        assert_eq!(answer.await["WarmThroughput"], json!({"TargetMiBps": 8, "CurrentMiBps": 8}));
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": "x", "StreamName": "a b", "StreamId": "z", "WarmThroughputMiBps": -1});
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamName", "a b", "[a-zA-Z0-9_.-]+"),
            unlike("streamId", "z", STREAM_ID_PATTERN),
            below("warmThroughputMiBps", -1, 0),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("warmThroughputMiBps")]).await;
    }

    #[tokio::test]
    async fn a_stream_is_named() {
        let rig = Rig::new().await;
        rig.commit_to_throughput("ENABLED").await;
        let unnamed = json!({"WarmThroughputMiBps": 5});
        rig.assert_code(OPERATION, unnamed, "InvalidArgumentException").await;
        let missing = json!({"StreamARN": arn("missing"), "WarmThroughputMiBps": 5});
        rig.assert_code(OPERATION, missing, "ResourceNotFoundException").await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn it_is_for_on_demand_streams_of_committed_accounts() {
        let rig = Rig::new().await;
        rig.create_on_demand("d").await;
        rig.assert_code(OPERATION, warm(8), "ValidationException").await;
        let on_demand = json!({"StreamMode": "ON_DEMAND"});
        let create = json!({"StreamName": "e", "StreamModeDetails": on_demand, "WarmThroughputMiBps": 8});
        rig.assert_code("CreateStream", create.clone(), "ValidationException").await;
        rig.commit_to_throughput("ENABLED").await;
        let answer = rig.ok(OPERATION, warm(8)).await;
        let throughput = json!({"TargetMiBps": 8, "CurrentMiBps": 8});
        assert_eq!(answer, json!({"StreamARN": arn("d"), "StreamName": "d", "WarmThroughput": throughput}));
        rig.ok("CreateStream", create).await;
        for name in ["d", "e"] {
            let summary = rig.summary(name).await;
            assert_eq!((&summary["WarmThroughput"], &summary["OpenShardCount"]), (&throughput, &json!(8)));
        }
        rig.create("p", 1).await;
        let provisioned = json!({"StreamName": "p", "WarmThroughputMiBps": 8});
        rig.assert_code(OPERATION, provisioned, "ValidationException").await;
        let mode = json!({"StreamARN": arn("p"), "StreamModeDetails": on_demand, "WarmThroughputMiBps": 6});
        rig.ok("UpdateStreamMode", mode).await;
        assert_eq!(rig.shards("p").await.len(), 11, "one shard became six: five splits");
    }

    #[tokio::test]
    async fn ten_gibibytes_a_second_are_the_most() {
        let rig = Rig::new().await;
        rig.create_on_demand("d").await;
        rig.commit_to_throughput("ENABLED").await;
        rig.assert_code(OPERATION, warm(10_241), "LimitExceededException").await;
    }

    #[tokio::test]
    async fn only_an_active_stream_is_changed_and_is_updating_then() {
        let rig = Rig::slow().await;
        rig.commit_to_throughput("ENABLED").await;
        rig.create_on_demand("d").await;
        rig.assert_refused(OPERATION, warm(5), "ResourceInUseException", &not_active("d", "CREATING")).await;
        rig.pass(1_000);
        rig.ok(OPERATION, warm(5)).await;
        rig.assert_refused(OPERATION, warm(6), "ResourceInUseException", &not_active("d", "UPDATING")).await;
    }
}
