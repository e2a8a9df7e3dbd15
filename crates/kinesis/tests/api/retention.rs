//! IncreaseStreamRetentionPeriod and DecreaseStreamRetentionPeriod.

use serde_json::{Value, json};

use crate::rig::Rig;

fn hours(hours: i64) -> Value {
    json!({"StreamName": "s", "RetentionPeriodHours": hours})
}

#[tokio::test]
async fn retention_moves_within_a_day_and_a_year() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.ok("IncreaseStreamRetentionPeriod", hours(24)).await;
    rig.ok("IncreaseStreamRetentionPeriod", hours(8_760)).await;
    rig.ok("DecreaseStreamRetentionPeriod", hours(48)).await;
    let summary = rig.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await;
    assert_eq!(summary["StreamDescriptionSummary"]["RetentionPeriodHours"], 48);

    let refuse = async |operation: &str, asked: i64, text: &str| {
        rig.assert_refused(operation, hours(asked), "InvalidArgumentException", text).await;
    };
    let short =
        "Minimum allowed retention period is 24 hours. Requested retention period (23 hours) is too short.";
    refuse("DecreaseStreamRetentionPeriod", 23, short).await;
    let long = "Maximum allowed retention period is 8760 hours. Requested retention period (8761 hours) is too long.";
    refuse("IncreaseStreamRetentionPeriod", 8_761, long).await;
    let shorter = "Requested retention period (36 hours) for stream s can not be shorter than existing retention period (48 \
                   hours). Use DecreaseRetentionPeriod API.";
    refuse("IncreaseStreamRetentionPeriod", 36, shorter).await;
    let longer = "Requested retention period (60 hours) for stream s can not be longer than existing retention period (48 \
                  hours). Use IncreaseRetentionPeriod API.";
    refuse("DecreaseStreamRetentionPeriod", 60, longer).await;
    refuse("DecreaseStreamRetentionPeriod", -1, &short.replace("(23", "(-1")).await;
}

#[tokio::test]
async fn the_hours_must_be_there() {
    let text = "Value null at 'retentionPeriodHours' failed to satisfy constraint: Member must not be null";
    Rig::new()
        .await
        .assert_violations("IncreaseStreamRetentionPeriod", json!({"StreamName": "s"}), &[text])
        .await;
}
