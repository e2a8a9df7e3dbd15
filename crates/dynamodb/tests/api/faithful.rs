//! Answers that are told apart by little, as recorded from the service by those who test against it.

use serde_json::{Value, json};

use crate::rig::{Rig, table};

const INVALID: &str = "One or more parameter values were invalid: ";

async fn with_item() -> Rig {
    let rig = Rig::new().await;
    rig.make_table("items").await;
    rig.put("items", "a", json!({"n": {"N": "5"}, "t": {"S": "text"}, "s": {"SS": ["x", "y"]}})).await;
    rig
}

/// Whether an update under this condition is done.
async fn holds(rig: &Rig, condition: &str, values: Value) -> bool {
    let mut body = json!({
        "TableName": "items", "Key": {"k": {"S": "a"}}, "UpdateExpression": "SET done = :done",
        "ConditionExpression": condition, "ExpressionAttributeValues": values,
    });
    body["ExpressionAttributeValues"][":done"] = json!({"BOOL": true});
    let (status, answer) = rig.ask("UpdateItem", body).await;
    let code = answer["__type"].as_str().unwrap_or_default();
    assert!(status == 200 || code.ends_with("#ConditionalCheckFailedException"), "{condition}: {answer}");
    status == 200
}

#[tokio::test]
async fn an_update_that_only_takes_away_makes_no_item() {
    let rig = Rig::new().await;
    rig.make_table("items").await;
    let update = |more: Value| {
        let mut body = json!({"TableName": "items", "Key": {"k": {"S": "new"}}, "ReturnValues": "ALL_NEW"});
        body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        body
    };
    for taking in [
        json!({"AttributeUpdates": {"x": {"Action": "DELETE"}}}),
        json!({"AttributeUpdates": {"x": {"Action": "DELETE", "Value": {"SS": ["a"]}}}}),
        json!({"UpdateExpression": "REMOVE x"}),
        json!({"UpdateExpression": "DELETE x :s", "ExpressionAttributeValues": {":s": {"SS": ["a"]}}}),
    ] {
        assert_eq!(rig.ok("UpdateItem", update(taking)).await, json!({}));
        assert_eq!(rig.count("items").await, 0);
    }
    let answer = rig.ok("UpdateItem", update(json!({"AttributeUpdates": {}}))).await;
    assert_eq!(answer, json!({"Attributes": {"k": {"S": "new"}}}), "what does nothing makes it");
}

#[tokio::test]
async fn older_key_conditions_go_with_newer_filters_and_projections() {
    let rig = with_item().await;
    let conditions = json!({"k": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "a"}]}});
    let answer = rig.ok(
        "Query",
        json!({
            "TableName": "items", "KeyConditions": conditions, "FilterExpression": "n = :five",
            "ProjectionExpression": "t", "ExpressionAttributeValues": {":five": {"N": "5"}},
        }),
    );
    assert_eq!(answer.await["Items"], json!([{"t": {"S": "text"}}]));
    let both = json!({
        "TableName": "items", "KeyConditions": conditions, "KeyConditionExpression": "k = :a",
        "ExpressionAttributeValues": {":a": {"S": "a"}},
    });
    let (_, message) = rig.refused("Query", both).await;
    assert_eq!(
        message,
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: \
         {KeyConditions} Expression parameters: {KeyConditionExpression}"
    );
}

#[tokio::test]
async fn what_is_not_there_is_unequal_to_all_but_neither_contains_nor_lacks() {
    let rig = with_item().await;
    assert!(holds(&rig, "gone <> absent", json!({})).await);
    assert!(!holds(&rig, "gone = absent", json!({})).await);
    for (operator, wanted) in [("NOT_CONTAINS", false), ("CONTAINS", false), ("NE", true)] {
        let body = json!({
            "TableName": "items", "Key": {"k": {"S": "a"}}, "AttributeUpdates": {},
            "Expected": {"gone": {"ComparisonOperator": operator, "AttributeValueList": [{"S": "x"}]}},
        });
        assert_eq!(rig.ask("UpdateItem", body).await.0 == 200, wanted, "{operator}");
    }
}

#[tokio::test]
async fn functions_take_values_where_the_service_does() {
    let rig = with_item().await;
    assert!(holds(&rig, "attribute_type(:v, :t)", json!({":v": {"N": "1"}, ":t": {"S": "N"}})).await);
    assert!(!holds(&rig, "attribute_type(:v, :t)", json!({":v": {"N": "1"}, ":t": {"S": "S"}})).await);
    assert!(holds(&rig, "size(:v) = :three", json!({":v": {"S": "abc"}, ":three": {"N": "3"}})).await);
    let body = json!({
        "TableName": "items", "Key": {"k": {"S": "a"}}, "UpdateExpression": "SET b = :n",
        "ConditionExpression": "size(:n) = :n", "ExpressionAttributeValues": {":n": {"N": "3"}},
    });
    let (_, message) = rig.refused("UpdateItem", body).await;
    assert_eq!(
        message,
        "Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: size, \
         operand type: N"
    );
}

#[tokio::test]
async fn older_comparisons_want_arguments_that_go_together() {
    let rig = with_item().await;
    let of_one_type = format!("{INVALID}AttributeValues inside AttributeValueList must be of same type");
    let upside_down =
        "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
            .to_owned();
    let lacking = format!(
        "{INVALID}Value or AttributeValueList must be used with ComparisonOperator: LT for Attribute: n"
    );
    for (expected, message) in [
        (
            json!({"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "4"}, {"N": "3"}]}),
            upside_down,
        ),
        (
            json!({"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "4"}, {"S": "x"}]}),
            of_one_type.clone(),
        ),
        (json!({"ComparisonOperator": "IN", "AttributeValueList": [{"N": "4"}, {"S": "x"}]}), of_one_type),
        (json!({"ComparisonOperator": "LT"}), lacking),
    ] {
        let body = json!({
            "TableName": "items", "Key": {"k": {"S": "a"}}, "AttributeUpdates": {}, "Expected": {"n": expected},
        });
        assert_eq!(rig.refused("UpdateItem", body).await, ("ValidationException".to_owned(), message));
    }
}

#[tokio::test]
async fn paths_and_names_are_read_as_the_services_lexer_reads_them() {
    let rig = with_item().await;
    let project = async |expression: &str| {
        let body =
            json!({"TableName": "items", "Key": {"k": {"S": "a"}}, "ProjectionExpression": expression});
        rig.refused("GetItem", body).await.1
    };
    assert_eq!(
        project("t[99999999999999]").await,
        "Invalid ProjectionExpression: List index is not within the allowable range; index: [99999999999999]"
    );
    assert!(project("_t").await.starts_with("Invalid ProjectionExpression: Syntax error; token: \"_\""));
    assert_eq!(
        project(&format!("t{}", ".a".repeat(32))).await,
        "Invalid ProjectionExpression: The document path has too many nesting levels; nesting levels: 33"
    );
    let put = json!({"TableName": "items", "Item": {"k": {"S": "a"}, "": {"S": "x"}}});
    assert_eq!(rig.refused("PutItem", put).await.1, format!("{INVALID}Empty attribute name"));
}

#[tokio::test]
async fn a_value_that_is_none_is_told_with_its_key() {
    let rig = with_item().await;
    let body = json!({
        "TableName": "items", "Key": {"k": {"S": "a"}}, "UpdateExpression": "SET b = :b",
        "ExpressionAttributeValues": {":b": {"NULL": false}},
    });
    let (_, message) = rig.refused("UpdateItem", body).await;
    assert_eq!(
        message,
        format!(
            "ExpressionAttributeValues contains invalid value: {INVALID}Null attribute value types must have the value \
             of true for key :b"
        )
    );
    let put = json!({"TableName": "items", "Item": {"k": {"S": "a"}, "b": {"BS": ["Yg==", "Yg=="]}}});
    let text = format!("{INVALID}Input collection [Yg==, Yg==]of type BS contains duplicates.");
    assert_eq!(rig.refused("PutItem", put).await.1, text);
}

fn add_index(definitions: Value, name: &str, key: &str) -> Value {
    json!({
        "TableName": "items", "AttributeDefinitions": definitions,
        "GlobalSecondaryIndexUpdates": [{"Create": {
            "IndexName": name, "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"},
        }}],
    })
}

#[tokio::test]
async fn changes_of_indexes_are_refused_in_the_services_words() {
    let rig = with_item().await;
    let refused = async |body: Value| rig.refused("UpdateTable", body).await;
    let delete =
        json!({"TableName": "items", "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "none"}}]});
    assert_eq!(refused(delete).await.0, "ResourceNotFoundException");
    for nothing in
        [json!({"TableName": "items"}), json!({"TableName": "items", "GlobalSecondaryIndexUpdates": []})]
    {
        assert!(refused(nothing).await.1.starts_with("At least one of ProvisionedThroughput, BillingMode"));
    }
    let other_type = json!([{"AttributeName": "k", "AttributeType": "N"}]);
    assert!(refused(add_index(other_type, "by-k", "k")).await.1.contains("Attributes cannot be redefined."));
    let undefined = refused(add_index(json!([]), "by-k", "k")).await.1;
    assert!(undefined.ends_with("Keys: [k], AttributeDefinitions: []"), "{undefined}");
    let both = json!({"TableName": "items", "GlobalSecondaryIndexUpdates": [{
        "Delete": {"IndexName": "none"},
        "Update": {"IndexName": "none", "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}},
    }]});
    assert!(refused(both).await.1.contains("Only one of GlobalSecondaryIndexUpdate.Update"));
}

#[tokio::test]
async fn keys_of_an_index_have_the_bounds_of_keys() {
    let rig = with_item().await;
    let large = "x".repeat(2049);
    rig.put("items", "before", json!({"o": {"S": large}})).await;
    rig.put("items", "small", json!({"o": {"S": "x"}})).await;
    let definitions = json!([{"AttributeName": "o", "AttributeType": "S"}]);
    rig.ok("UpdateTable", add_index(definitions, "by-o", "o")).await;
    while rig.ok("DescribeTable", json!({"TableName": "items"})).await["Table"]["TableStatus"] != "ACTIVE" {
        tokio::task::yield_now().await;
    }
    let found = rig.ok("Scan", json!({"TableName": "items", "IndexName": "by-o"})).await;
    assert_eq!(found["Items"], json!([{"k": {"S": "small"}, "o": {"S": "x"}}]), "the large one is not in it");
    let put = json!({"TableName": "items", "Item": {"k": {"S": "after"}, "o": {"S": large}}});
    let (code, message) = rig.refused("PutItem", put).await;
    assert_eq!(code, "ValidationException");
    assert!(message.contains("maximum size limit of 2048 bytes. IndexName: by-o, IndexKey: o"), "{message}");
}

#[tokio::test]
async fn the_codes_of_all_services_carry_their_package() {
    let rig = with_item().await;
    let code = async |operation: &str, body: Value| rig.ask(operation, body).await.1["__type"].clone();
    let query = json!({"TableName": "items"});
    assert_eq!(code("Query", query).await, "com.amazon.coral.validate#ValidationException");
    let (_, answer) = rig.ask("GetItem", json!({"TableName": true})).await;
    assert_eq!(answer["__type"], "com.amazon.coral.service#SerializationException");
    assert!(answer["Message"].is_string(), "with a capital: {answer}");
    assert_eq!(code("Dance", json!({})).await, "com.amazon.coral.service#UnknownOperationException");
}

#[tokio::test]
async fn tables_are_told_apart_in_the_services_words() {
    let rig = with_item().await;
    let made = |member: &str, value: Value| {
        let mut made = table("other");
        made[member] = value;
        made
    };
    for (request, message) in [
        (
            made("LocalSecondaryIndexes", json!([])),
            format!("{INVALID}List of LocalSecondaryIndexes is empty"),
        ),
        (
            made("AttributeDefinitions", json!([])),
            "Invalid KeySchema: Some index key attribute have no definition".to_owned(),
        ),
    ] {
        assert_eq!(rig.refused("CreateTable", request).await, ("ValidationException".to_owned(), message));
    }
    let missing = json!({"TableName": "none"});
    assert_eq!(rig.refused("DescribeContinuousBackups", missing).await.0, "TableNotFoundException");
    let batch = json!({"RequestItems": {"items": [{"PutRequest": {"Item": {"x": {"S": "a"}}}}]}});
    assert_eq!(
        rig.refused("BatchWriteItem", batch).await.1,
        "The provided key element does not match the schema"
    );
    let deleted = rig.ok("DeleteTable", json!({"TableName": "items"})).await["TableDescription"].clone();
    assert_eq!((&deleted["TableStatus"], &deleted["KeySchema"]), (&json!("DELETING"), &Value::Null));
}
