//! DescribeAccountSettings.

use crate::prelude::*;

const OPERATION: &str = "DescribeAccountSettings";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn it_has_no_members() {
        assert_kinds(OPERATION, &[]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.commit_to_throughput("ENABLED").await;
            json!({})
        });
        assert_eq!(answer.await["MinimumThroughputBillingCommitment"]["Status"], "ENABLED");
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
    async fn what_was_never_set_is_disabled() {
        let answer = Rig::new().await.ok(OPERATION, json!({})).await;
        assert_eq!(answer, json!({"MinimumThroughputBillingCommitment": {"Status": "DISABLED"}}));
    }

    #[tokio::test]
    async fn settings_are_of_one_account_and_region() {
        let rig = Rig::new().await;
        let enabled = rig.commit_to_throughput("ENABLED").await;
        let described = rig.ok(OPERATION, json!({})).await;
        assert_eq!(described["MinimumThroughputBillingCommitment"], enabled);
        for elsewhere in ["AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1", "123456789012/20261123/us-east-1"] {
            let (_, answer) = rig.ask_as(elsewhere, OPERATION, json!({})).await;
            assert_eq!(answer["MinimumThroughputBillingCommitment"]["Status"], "DISABLED", "{elsewhere}");
        }
    }
}
