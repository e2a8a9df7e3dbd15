//! The operation table: complete, documented, and sound for every operation in it; accounts and regions kept apart.

use crate::rig::Rig;
use headwater_kinesis::TABLE;
use serde_json::json;

#[test]
fn every_operation_of_the_model_is_offered_or_has_a_reason() {
    assert_eq!(TABLE.gaps(), Vec::<String>::new());
    assert_eq!(TABLE.offered.len() + TABLE.not_offered.len(), 57);
}

#[test]
fn the_coverage_page_is_what_the_table_says() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md");
    headwater_aws_wire::coverage::check_section(&path, "Kinesis Data Streams", &TABLE.coverage());
}

#[tokio::test]
async fn what_is_not_offered_says_so() {
    let rig = Rig::new().await;
    for operation in TABLE.not_offered {
        let message = format!("{} is not offered: {}", operation.name, operation.reason);
        rig.assert_refused(operation.name, json!({}), "UnknownOperationException", &message).await;
    }
    assert_eq!(
        rig.refused("MakeCoffee", json!({})).await,
        ("UnknownOperationException".into(), String::new())
    );
}

#[tokio::test]
async fn no_operation_panics_on_an_empty_or_strange_body() {
    let rig = Rig::new().await;
    for operation in TABLE.offered {
        for body in
            [json!({}), json!([]), json!({"StreamName": 7}), json!({"StreamARN": "arn:aws:kinesis:::x"})]
        {
            let (status, answer) = rig.ask(operation.schema.name, body).await;
            assert!(
                status == 200 || (status == 400 && answer["__type"].is_string()),
                "{}",
                operation.schema.name
            );
        }
    }
}

#[tokio::test]
async fn accounts_and_regions_do_not_see_each_other() {
    let rig = Rig::new().await;
    rig.create("mine", 1).await;
    for other in ["123456789012/20261123/us-east-1", "AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1"] {
        let (_, answer) = rig.ask_as(other, "ListStreams", json!({})).await;
        assert_eq!(answer["StreamNames"], json!([]));
        let (status, _) = rig.ask_as(other, "DescribeStreamSummary", json!({"StreamName": "mine"})).await;
        assert_eq!(status, 400);
        // An ARN speaks for itself.
        let arn = crate::rig::arn("mine");
        let (status, answer) = rig.ask_as(other, "DescribeStreamSummary", json!({"StreamARN": arn})).await;
        assert_eq!((status, &answer["StreamDescriptionSummary"]["StreamARN"]), (200, &json!(arn)));
    }
}
