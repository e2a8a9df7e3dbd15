//! UpdateAccountSettings.

use crate::prelude::*;

const OPERATION: &str = "UpdateAccountSettings";
const DAY_MS: u64 = 86_400_000;

fn to(status: &str) -> Value {
    json!({"MinimumThroughputBillingCommitment": {"Status": status}})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            ("MinimumThroughputBillingCommitment", Structure),
            ("MinimumThroughputBillingCommitment.Status", Text),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |_| to("ENABLED"));
        assert_eq!(answer.await["MinimumThroughputBillingCommitment"]["Status"], "ENABLED");
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_status_is_one_of_two() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("minimumThroughputBillingCommitment")]).await;
        for bad in ["ENABLED_UNTIL_EARLIEST_ALLOWED_END", "on"] {
            let broken = not_of("minimumThroughputBillingCommitment.status", bad, "ENABLED, DISABLED");
            rig.assert_violations(OPERATION, to(bad), &[broken]).await;
        }
    }
}

mod behaviour {
    use super::*;

    fn seconds(ms: i64) -> Value {
        json!(ms as f64 / 1000.0)
    }

    #[tokio::test]
    async fn a_commitment_lasts_a_day_and_a_pending_end_can_be_taken_back() {
        let rig = Rig::new().await;
        let enabled = rig.commit_to_throughput("ENABLED").await;
        let day_later = seconds(START_MS + DAY_MS as i64);
        let expected = json!({
            "Status": "ENABLED", "StartedAt": seconds(START_MS), "EarliestAllowedEndAt": day_later,
        });
        assert_eq!(enabled, expected);
        assert_eq!(
            rig.commit_to_throughput("DISABLED").await["Status"],
            "ENABLED_UNTIL_EARLIEST_ALLOWED_END"
        );
        assert_eq!(rig.commit_to_throughput("ENABLED").await, expected);
        rig.commit_to_throughput("DISABLED").await;
        rig.pass(DAY_MS);
        let over = json!({"Status": "DISABLED", "StartedAt": seconds(START_MS), "EndedAt": day_later});
        let described = rig.ok("DescribeAccountSettings", json!({})).await;
        assert_eq!(described["MinimumThroughputBillingCommitment"], over);
    }

    #[tokio::test]
    async fn a_commitment_that_has_lasted_a_day_ends_at_once() {
        let rig = Rig::new().await;
        assert_eq!(rig.commit_to_throughput("DISABLED").await, json!({"Status": "DISABLED"}));
        rig.commit_to_throughput("ENABLED").await;
        rig.pass(DAY_MS + 5);
        let ended = rig.commit_to_throughput("DISABLED").await;
        assert_eq!(ended["Status"], "DISABLED");
        assert_eq!(ended["EndedAt"], seconds(START_MS + DAY_MS as i64 + 5));
    }

    #[tokio::test]
    async fn a_committed_account_registers_fifty_consumers() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let register = |n: u32| json!({"StreamARN": arn("s"), "ConsumerName": format!("c{n}")});
        for n in 0..20 {
            rig.ok("RegisterStreamConsumer", register(n)).await;
        }
        rig.assert_code("RegisterStreamConsumer", register(20), "LimitExceededException").await;
        rig.commit_to_throughput("ENABLED").await;
        for n in 20..50 {
            rig.ok("RegisterStreamConsumer", register(n)).await;
        }
        rig.assert_code("RegisterStreamConsumer", register(50), "LimitExceededException").await;
    }
}
