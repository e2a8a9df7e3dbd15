//! UpdateStreamMode.

use crate::prelude::*;

const OPERATION: &str = "UpdateStreamMode";

fn to(mode: &str) -> Value {
    json!({"StreamARN": arn("s"), "StreamModeDetails": {"StreamMode": mode}})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            ARN,
            ID,
            ("StreamModeDetails", Structure),
            ("StreamModeDetails.StreamMode", Text),
            ("WarmThroughputMiBps", Integer),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            to("ON_DEMAND")
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_named_by_arn(OPERATION, json!({"StreamModeDetails": {"StreamMode": "ON_DEMAND"}})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({
            "StreamARN": "x", "StreamId": "z", "StreamModeDetails": {"StreamMode": "NONE"}, "WarmThroughputMiBps": -1,
        });
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
            not_of("streamModeDetails.streamMode", "NONE", "PROVISIONED, ON_DEMAND"),
            below("warmThroughputMiBps", -1, 0),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("streamARN"), is_null("streamModeDetails")])
            .await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn the_mode_changes_and_the_shards_stay() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        for mode in ["ON_DEMAND", "PROVISIONED"] {
            assert_eq!(rig.ok(OPERATION, to(mode)).await, Value::Null);
            let summary = rig.summary("s").await;
            assert_eq!(summary["StreamModeDetails"], json!({"StreamMode": mode}));
            assert_eq!(summary["OpenShardCount"], 3);
        }
    }

    #[tokio::test]
    async fn two_changes_a_day_are_made() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok(OPERATION, to("ON_DEMAND")).await;
        rig.ok(OPERATION, to("ON_DEMAND")).await;
        rig.ok(OPERATION, to("PROVISIONED")).await;
        rig.assert_code(OPERATION, to("ON_DEMAND"), "LimitExceededException").await;
        rig.pass(86_400_000);
        rig.ok(OPERATION, to("ON_DEMAND")).await;
    }

    #[tokio::test]
    async fn only_an_active_stream_is_changed_and_is_updating_then() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let busy = async |status| {
            let text = not_active("s", status);
            rig.assert_refused(OPERATION, to("ON_DEMAND"), "ResourceInUseException", &text).await;
        };
        busy("CREATING").await;
        rig.pass(1_000);
        rig.ok(OPERATION, to("ON_DEMAND")).await;
        busy("UPDATING").await;
    }

    #[tokio::test]
    async fn a_provisioned_stream_goes_by_keys_again() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        let auto = json!({"StreamARN": arn("s"), "RecordDistributionStrategy": "AUTO"});
        rig.ok("UpdateStreamRecordDistributionStrategy", auto).await;
        rig.ok(OPERATION, to("PROVISIONED")).await;
        assert_eq!(rig.summary("s").await["RecordDistributionStrategy"], "USER_PARTITION_KEY");
    }
}
