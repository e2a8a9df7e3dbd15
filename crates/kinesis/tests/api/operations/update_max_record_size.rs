//! UpdateMaxRecordSize.

use crate::prelude::*;

const OPERATION: &str = "UpdateMaxRecordSize";

fn kib(kib: i64) -> Value {
    json!({"StreamARN": arn("s"), "MaxRecordSizeInKiB": kib})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[ARN, ID, ("MaxRecordSizeInKiB", Integer)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            kib(2_048)
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": "x", "StreamId": "z", "MaxRecordSizeInKiB": 1_023});
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
            below("maxRecordSizeInKiB", 1_023, 1_024),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        rig.assert_violations(OPERATION, kib(10_241), &[above("maxRecordSizeInKiB", 10_241, 10_240)]).await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("maxRecordSizeInKiB")]).await;
    }

    #[tokio::test]
    async fn a_stream_is_named_by_its_arn() {
        let rig = Rig::new().await;
        rig.assert_code(OPERATION, json!({"MaxRecordSizeInKiB": 2_048}), "InvalidArgumentException").await;
        rig.assert_refused(OPERATION, kib(2_048), "ResourceNotFoundException", &not_found("s")).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_larger_limit_lets_larger_records_in_and_a_smaller_one_keeps_them() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        let large = "x".repeat(10 * 1_048_576 - 1);
        let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64(&large)});
        rig.assert_code("PutRecord", put.clone(), "ValidationException").await;
        assert_eq!(rig.ok(OPERATION, kib(10_240)).await, Value::Null);
        assert_eq!(rig.summary("s").await["MaxRecordSizeInKiB"], 10_240);
        rig.ok("PutRecord", put.clone()).await;
        rig.ok(OPERATION, kib(1_024)).await;
        let text = "1 validation error detected: Value at 'data' failed to satisfy constraint: Member must have length less than \
                    or equal to 1048576";
        rig.assert_refused("PutRecord", put, "ValidationException", text).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert_eq!(rig.read(&iterator).await.0, [large]);
    }

    /// The tank is as deep as the largest record, and fills by a mebibyte a second.
    #[tokio::test]
    async fn a_large_record_is_a_burst_that_is_paid_off() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok(OPERATION, kib(10_240)).await;
        rig.pass(10_000);
        rig.put("s", "k", &"x".repeat(10 * 1_048_576 - 1)).await;
        let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64(&"x".repeat(1_048_575))});
        rig.assert_code("PutRecord", put.clone(), "ProvisionedThroughputExceededException").await;
        rig.pass(1_000);
        rig.ok("PutRecord", put).await;
    }

    #[tokio::test]
    async fn only_an_active_stream_is_changed_and_is_updating_then() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let busy = async |status| {
            rig.assert_refused(OPERATION, kib(2_048), "ResourceInUseException", &not_active("s", status))
                .await;
        };
        busy("CREATING").await;
        rig.pass(1_000);
        rig.ok(OPERATION, kib(2_048)).await;
        busy("UPDATING").await;
    }
}
