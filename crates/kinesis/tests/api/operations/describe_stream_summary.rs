//! DescribeStreamSummary.

use crate::prelude::*;

const OPERATION: &str = "DescribeStreamSummary";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            json!({"StreamARN": arn("s")})
        });
        let created = &answer.await["StreamDescriptionSummary"]["StreamCreationTimestamp"];
        assert_eq!(created, &json!(1_700_000_000.123));
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({})).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_summed_up() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        rig.split("s", SHARD, "1000").await;
        rig.register("s", "c").await;
        let expected = json!({
            "StreamName": "s", "StreamARN": arn("s"), "StreamStatus": "ACTIVE",
            "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "RetentionPeriodHours": 24,
            "StreamCreationTimestamp": 1_700_000_000.123, "EnhancedMonitoring": [{"ShardLevelMetrics": []}],
            "EncryptionType": "NONE", "OpenShardCount": 3, "ConsumerCount": 1, "MaxRecordSizeInKiB": 1024,
            "ChannelCount": 0, "RecordDistributionStrategy": "USER_PARTITION_KEY", "QueueCount": 0,
        });
        let answer = rig.ok(OPERATION, json!({"StreamARN": arn("s")})).await;
        assert_eq!(answer, json!({"StreamDescriptionSummary": expected}));
    }

    #[tokio::test]
    async fn a_consumer_that_is_going_still_counts() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        let consumer = rig.register("s", "c").await;
        assert_eq!(rig.summary("s").await["ConsumerCount"], 1);
        rig.pass(1_000);
        rig.ok("DeregisterStreamConsumer", json!({"ConsumerARN": consumer})).await;
        rig.pass(1_000);
        assert_eq!(rig.summary("s").await["ConsumerCount"], 0);
    }
}
