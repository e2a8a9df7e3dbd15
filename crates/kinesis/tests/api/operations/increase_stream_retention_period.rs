//! IncreaseStreamRetentionPeriod.

use crate::prelude::*;

const OPERATION: &str = "IncreaseStreamRetentionPeriod";

fn hours(hours: i64) -> Value {
    json!({"StreamName": "s", "RetentionPeriodHours": hours})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("RetentionPeriodHours", Integer)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            hours(24)
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"RetentionPeriodHours": 24})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let [pattern, length] = empty_name("streamName");
        let broken = [pattern, length, is_null("retentionPeriodHours")];
        rig.assert_violations(OPERATION, json!({"StreamName": ""}), &broken).await;
    }

    #[tokio::test]
    async fn retention_is_of_a_day_to_a_year() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for short in [23, 0, -1] {
            let text = format!(
                "Minimum allowed retention period is 24 hours. Requested retention period ({short} hours) is too short."
            );
            rig.assert_refused(OPERATION, hours(short), "InvalidArgumentException", &text).await;
        }
        let text = "Maximum allowed retention period is 8760 hours. Requested retention period (8761 hours) is too long.";
        rig.assert_refused(OPERATION, hours(8_761), "InvalidArgumentException", text).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn it_grows_and_may_stay() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for asked in [24, 48, 48, 8_760] {
            assert_eq!(rig.ok(OPERATION, hours(asked)).await, Value::Null);
            assert_eq!(rig.summary("s").await["RetentionPeriodHours"], asked);
        }
        let text = "Requested retention period (36 hours) for stream s can not be shorter than existing retention period \
                    (8760 hours). Use DecreaseRetentionPeriod API.";
        rig.assert_refused(OPERATION, hours(36), "InvalidArgumentException", text).await;
    }

    #[tokio::test]
    async fn what_had_expired_does_not_come_back_and_what_had_not_stays() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        rig.put("s", "k", "gone").await;
        rig.pass(10 * 3_600_000);
        rig.put("s", "k", "kept").await;
        rig.pass(15 * 3_600_000);
        rig.ok(OPERATION, hours(72)).await;
        let read = async || {
            let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
            rig.read(&iterator).await.0
        };
        assert_eq!(read().await, ["kept"]);
        rig.pass(40 * 3_600_000);
        assert_eq!(read().await, ["kept"], "fifty-five hours old");
        rig.pass(18 * 3_600_000);
        assert!(read().await.is_empty());
    }

    #[tokio::test]
    async fn only_an_active_stream_is_changed_and_is_updating_then() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let busy = async |status| {
            rig.assert_refused(OPERATION, hours(24), "ResourceInUseException", &not_active("s", status))
                .await;
        };
        busy("CREATING").await;
        rig.pass(1_000);
        rig.ok(OPERATION, hours(24)).await;
        busy("UPDATING").await;
        rig.pass(1_000);
        rig.ok(OPERATION, hours(24)).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        busy("DELETING").await;
    }
}
