//! DescribeLimits.

use crate::prelude::*;

const OPERATION: &str = "DescribeLimits";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn it_has_no_members() {
        assert_kinds(OPERATION, &[]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 3).await;
            json!({})
        });
        assert_eq!(answer.await["OpenShardCount"], 3);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn nothing_can_be_wrong() {
        Rig::new().await.ok(OPERATION, json!({})).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn what_is_used_and_allowed_is_counted() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        rig.create_on_demand("d").await;
        let answer = rig.ok(OPERATION, json!({})).await;
        assert_eq!((&answer["ShardLimit"], &answer["OpenShardCount"]), (&json!(20_000), &json!(7)));
        assert_eq!(
            (&answer["OnDemandStreamCount"], &answer["OnDemandStreamCountLimit"]),
            (&json!(1), &json!(50))
        );
    }

    #[tokio::test]
    async fn closed_shards_and_other_accounts_do_not_count() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.split("s", SHARD, "1000").await;
        assert_eq!(rig.ok(OPERATION, json!({})).await["OpenShardCount"], 2);
        let (_, other) = rig.ask_as("123456789012/20261123/us-east-1", OPERATION, json!({})).await;
        assert_eq!(other["OpenShardCount"], 0);
    }

    #[tokio::test]
    async fn a_small_region_has_a_smaller_quota() {
        let rig = Rig::new().await;
        let (_, answer) = rig.ask_as("AKIA/20261123/eu-north-1", OPERATION, json!({})).await;
        assert_eq!(answer["ShardLimit"], 6_000);
    }

    #[tokio::test]
    async fn a_server_without_quotas_says_the_models_largest_number() {
        let unlimited = Rig::without_limits().await.ok(OPERATION, json!({})).await;
        assert_eq!(unlimited["ShardLimit"], 1_000_000);
    }
}
