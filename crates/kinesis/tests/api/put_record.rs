//! PutRecord: routing, sequence numbers, the shard's rate, the order of refusals.

use serde_json::json;

use crate::rig::{ACCOUNT, Rig, base64, not_found};

mod serialization {
    use super::*;

    #[tokio::test]
    async fn data_must_be_base64_text() {
        let rig = Rig::new().await;
        let text =
            "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to a Blob";
        rig.assert_type_error("PutRecord", json!({"Data": 23}), text).await;
        let text = "'23456' can not be converted to a Blob: Base64 encoded length is expected a multiple of 4 bytes but found: 5";
        rig.assert_type_error("PutRecord", json!({"Data": "23456"}), text).await;
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_reported_in_the_services_order() {
        let rig = Rig::new().await;
        rig.assert_violations(
            "PutRecord",
            json!({"StreamName": "", "PartitionKey": "", "ExplicitHashKey": "", "SequenceNumberForOrdering": ""}),
            &[
                "Value '' at 'sequenceNumberForOrdering' failed to satisfy constraint: Member must satisfy regular expression \
                 pattern: ^(0|([1-9]\\d{0,128}))$",
                "Value '' at 'partitionKey' failed to satisfy constraint: Member must have length greater than or equal to 1",
                "Value '' at 'explicitHashKey' failed to satisfy constraint: Member must satisfy regular expression pattern: \
                 ^(0|([1-9]\\d{0,38}))$",
                "Value null at 'data' failed to satisfy constraint: Member must not be null",
                "Value '' at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern: \
                 [a-zA-Z0-9_.-]+",
                "Value '' at 'streamName' failed to satisfy constraint: Member must have length greater than or equal to 1",
            ],
        )
        .await;
    }

    #[tokio::test]
    async fn a_missing_stream_hides_other_faults() {
        let rig = Rig::new().await;
        let put =
            json!({"StreamName": "s", "PartitionKey": "k", "Data": "", "ExplicitHashKey": "9".repeat(39)});
        rig.assert_refused("PutRecord", put.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let text = format!(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {}",
            "9".repeat(39)
        );
        rig.assert_refused("PutRecord", put, "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn an_ordering_number_must_be_one_of_ours_and_not_of_the_future() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let (number, _) = rig.put("s", "k", "a").await;
        let put = |number: &str| json!({"StreamName": "s", "PartitionKey": "k", "Data": "", "SequenceNumberForOrdering": number});
        rig.ok("PutRecord", put(&number)).await;
        rig.ok("PutRecord", put("0")).await;
        let text = format!(
            "ExclusiveMinimumSequenceNumber 123 used in PutRecord on stream s under account {ACCOUNT} is invalid."
        );
        rig.assert_refused("PutRecord", put("123"), "InvalidArgumentException", &text).await;
    }
}

#[tokio::test]
async fn records_go_where_their_key_hashes() {
    let rig = Rig::new().await;
    rig.create("s", 3).await;
    // MD5 of the keys, against thirds of the hash space.
    for (key, shard) in [("a", 0), ("b", 1), ("e", 2), ("f", 1)] {
        assert_eq!(rig.put("s", key, "x").await.1, format!("shardId-{shard:012}"), "{key}");
    }
    let body = json!({
        "StreamName": "s", "PartitionKey": "a", "Data": "", "ExplicitHashKey": "340282366920938463463374607431768211455",
    });
    assert_eq!(rig.ok("PutRecord", body).await["ShardId"], "shardId-000000000002");
}

#[tokio::test]
async fn sequence_numbers_have_the_services_layout_and_rise() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let mut last = String::new();
    for _ in 0..5 {
        let (number, _) = rig.put("s", "k", "x").await;
        assert_eq!(number.len(), 56);
        assert!(number.starts_with("49") && number > last, "{number}");
        last = number;
    }
}

#[tokio::test]
async fn a_shard_takes_a_thousand_records_a_second() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    for _ in 0..1_000 {
        rig.put("s", "k", "x").await;
    }
    let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("x")});
    let text = format!("Rate exceeded for shard shardId-000000000000 in stream s under account {ACCOUNT}.");
    rig.assert_refused("PutRecord", put.clone(), "ProvisionedThroughputExceededException", &text).await;
    rig.pass(1_000);
    rig.ok("PutRecord", put).await;
}

#[tokio::test]
async fn a_dry_run_stores_nothing() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": "", "DryRun": true});
    assert_eq!(rig.refused("PutRecord", put).await.0, "DryRunOperationException");
    let iterator = rig.iterator("s", "shardId-000000000000", "TRIM_HORIZON").await;
    assert!(rig.read(&iterator).await.0.is_empty());
    let put = json!({"StreamName": "missing", "PartitionKey": "k", "Data": "", "DryRun": true});
    assert_eq!(rig.refused("PutRecord", put).await.0, "ResourceNotFoundException");
}
