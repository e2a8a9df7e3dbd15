//! UpdateStreamRecordDistributionStrategy.

use crate::prelude::*;

const OPERATION: &str = "UpdateStreamRecordDistributionStrategy";

fn to(strategy: &str) -> Value {
    json!({"StreamARN": arn("s"), "RecordDistributionStrategy": strategy})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[ARN, ID, ("RecordDistributionStrategy", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create_on_demand("s").await;
            to("AUTO")
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_named_by_arn(OPERATION, json!({"RecordDistributionStrategy": "AUTO"})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let broken = [is_null("streamARN"), is_null("recordDistributionStrategy")];
        rig.assert_violations(OPERATION, json!({}), &broken).await;
        let broken = [not_of("recordDistributionStrategy", "NONE", "AUTO, USER_PARTITION_KEY")];
        rig.assert_violations(OPERATION, to("NONE"), &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn records_spread_evenly_or_go_by_their_key() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        let shards = async || {
            let records = vec![json!({"PartitionKey": "one key", "Data": ""}); 8];
            let answer = rig.ok("PutRecords", json!({"StreamName": "s", "Records": records})).await;
            let records = answer["Records"].as_array().expect("a list");
            records.iter().map(|r| string(&r["ShardId"])).collect::<std::collections::BTreeSet<_>>().len()
        };
        assert_eq!(shards().await, 1);
        assert_eq!(rig.ok(OPERATION, to("AUTO")).await, Value::Null);
        assert_eq!(rig.summary("s").await["RecordDistributionStrategy"], "AUTO");
        assert_eq!(shards().await, 4);
        rig.ok(OPERATION, to("USER_PARTITION_KEY")).await;
        assert_eq!(shards().await, 1);
    }

    #[tokio::test]
    async fn a_record_without_a_key_is_read_without_one() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        rig.ok(OPERATION, to("AUTO")).await;
        let put = rig.ok("PutRecord", json!({"StreamName": "s", "Data": base64("x")})).await;
        let iterator = rig.iterator("s", &string(&put["ShardId"]), "TRIM_HORIZON").await;
        let (_, answer) = rig.read(&iterator).await;
        assert!(answer["Records"][0].get("PartitionKey").is_none());
    }

    #[tokio::test]
    async fn a_provisioned_stream_goes_by_keys_alone() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let text = format!("Request is invalid. Stream s under account {ACCOUNT} is in Provisioned mode.");
        rig.assert_refused(OPERATION, to("AUTO"), "ValidationException", &text).await;
        rig.ok(OPERATION, to("USER_PARTITION_KEY")).await;
    }

    #[tokio::test]
    async fn a_stream_that_is_going_is_not_changed() {
        let rig = Rig::slow().await;
        rig.create_on_demand("s").await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        rig.assert_refused(OPERATION, to("AUTO"), "ResourceInUseException", &not_active("s", "DELETING"))
            .await;
    }
}
