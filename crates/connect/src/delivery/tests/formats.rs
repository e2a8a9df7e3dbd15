//! What lies in the objects: compression, delimiters, columns, failed records.

use arrow_array::{Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use base64::Engine as _;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::*;
use crate::delivery::error::DeliveryError;
use crate::delivery::model::{JsonInput, ParquetOutput, TableRef};
use crate::s3::Compression;

struct Tables;

#[async_trait::async_trait]
impl SchemaSource for Tables {
    async fn columns(&self, _: &Scope, database: &str, table: &str) -> Result<SchemaRef, String> {
        match (database, table) {
            ("shop", "orders") => Ok(Arc::new(Schema::new(vec![
                Field::new("id", DataType::Int64, false),
                Field::new("customer", DataType::Utf8, true),
            ]))),
            _ => Err("no such table".into()),
        }
    }
}

fn converting(table: &str) -> CreateDelivery {
    let mut request = direct(64, 0);
    request.destination.processing = None;
    request.destination.error_output_prefix = Some("bad/!{firehose:error-output-type}/".into());
    request.destination.conversion = Some(Conversion {
        enabled: true,
        schema: Some(TableRef {
            database: Some("shop".into()),
            table: Some(table.into()),
            ..TableRef::default()
        }),
        input: Some(JsonInput::OpenX { dots_to_underscores: None, case_insensitive: None, keys: None }),
        parquet: Some(ParquetOutput::default()),
    });
    request
}

fn rows(parquet: Vec<u8>) -> Vec<(Option<i64>, Option<String>)> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(parquet)).unwrap().build().unwrap();
    let mut rows = Vec::new();
    for batch in reader {
        let batch = batch.unwrap();
        assert_eq!(
            batch.schema().fields().iter().map(|f| f.name().as_str()).collect::<Vec<_>>(),
            ["id", "customer"]
        );
        let ids = batch.column(0).as_any().downcast_ref::<Int64Array>().unwrap();
        let names = batch.column(1).as_any().downcast_ref::<StringArray>().unwrap();
        for row in 0..batch.num_rows() {
            let id = ids.is_valid(row).then(|| ids.value(row));
            rows.push((id, names.is_valid(row).then(|| names.value(row).to_owned())));
        }
    }
    rows
}

#[tokio::test]
async fn gzip_objects_say_so_and_hold_the_records_as_they_came() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    let mut request = direct(1, 0);
    request.destination.compression = Some(Compression::Gzip);
    request.destination.processing = None;
    process.create("orders", request).await;
    process.put_lines("orders", ["{\"a\":1}".to_owned(), "{\"a\":2}".to_owned()]).await;
    settle(&mut process.worker("orders")).await;
    let objects = world.objects(BUCKET);
    let (key, plain) = objects.first_key_value().unwrap();
    assert!(key.ends_with(".gz"), "{key}");
    assert_eq!(plain, b"{\"a\":1}{\"a\":2}", "no delimiter unless one is asked for");
    let info = process.buckets.head(BUCKET, key).await.unwrap();
    assert_eq!(info.attributes.content_encoding.as_deref(), Some("gzip"));
    assert_eq!(info.attributes.content_type.as_deref(), Some("application/octet-stream"));
}

#[tokio::test]
async fn json_becomes_columns_and_what_does_not_fit_goes_below_the_error_prefix() {
    let mut world = World::new();
    world.schemas = Arc::new(Tables);
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", converting("orders")).await;
    let records = [
        "{\"id\":1,\"customer\":\"ada\",\"more\":[1]}",
        "not json",
        "{\"id\":2}{\"id\":3,\"customer\":null}",
        "{\"id\":\"many\"}",
        "[{\"id\":9}]",
        "{\"id\":4,\"customer\":\"bob\"}",
        "{\"id\":5}{\"id\":",
    ];
    process.put_lines("orders", records.map(str::to_owned)).await;
    settle(&mut process.worker("orders")).await;

    let objects = world.objects(BUCKET);
    assert_eq!(objects.len(), 2, "{:?}", objects.keys());
    let (good, bad): (Vec<_>, Vec<_>) = objects.into_iter().partition(|(key, _)| key.ends_with(".parquet"));
    let names = |names: &[(i64, Option<&str>)]| {
        names.iter().map(|(id, name)| (Some(*id), name.map(str::to_owned))).collect::<Vec<_>>()
    };
    assert_eq!(rows(good[0].1.clone()), names(&[(1, Some("ada")), (2, None), (3, None), (4, Some("bob"))]));

    assert!(bad[0].0.starts_with("bad/format-conversion-failed/orders-1-"), "{}", bad[0].0);
    let lines = String::from_utf8(bad[0].1.clone()).unwrap();
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let raw: Vec<String> = lines
        .iter()
        .map(|line| {
            base64::engine::general_purpose::STANDARD.decode(line["rawData"].as_str().unwrap()).unwrap()
        })
        .map(|raw| String::from_utf8(raw).unwrap())
        .collect();
    assert_eq!(raw, [records[1], records[3], records[4], records[6]]);
    assert_eq!(lines[0]["lastErrorCode"], "DataFormatConversion.ParseError");
    assert_eq!(lines[0]["arrivalTimestamp"], START.as_millis());
    assert_eq!(lines[0]["dataCatalogTable"]["tableName"], "orders");
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.failed_records), (3, 4));
    assert_eq!(status.format, "parquet");
}

#[tokio::test]
async fn keys_are_found_whatever_their_case_and_by_the_given_mapping() {
    let mut world = World::new();
    world.schemas = Arc::new(Tables);
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    let mut request = converting("orders");
    let keys = BTreeMap::from([("customer".to_owned(), "who".to_owned())]);
    request.destination.conversion.as_mut().unwrap().input =
        Some(JsonInput::OpenX { dots_to_underscores: None, case_insensitive: None, keys: Some(keys) });
    process.create("orders", request).await;
    process.put_lines("orders", ["{\"ID\":7,\"Who\":\"ada\"}".to_owned()]).await;
    settle(&mut process.worker("orders")).await;
    let parquet = world.objects(BUCKET).into_values().next().unwrap();
    assert_eq!(rows(parquet), [(Some(7), Some("ada".to_owned()))]);
}

#[tokio::test]
async fn a_table_that_does_not_exist_is_refused_when_it_is_named() {
    let mut world = World::new();
    world.schemas = Arc::new(Tables);
    let process = world.start().await;
    let error = process.deliveries.create(arn("orders"), converting("nothing")).await.unwrap_err();
    assert!(matches!(&error, DeliveryError::NoSuchTable { .. }), "{error}");
    assert!(process.deliveries.describe(&arn("orders")).is_err());

    process.create("orders", converting("orders")).await;
    let patch = converting("nothing").destination;
    let updated = process.deliveries.update_destination(&arn("orders"), "1", DESTINATION_ID, patch).await;
    assert!(matches!(updated, Err(DeliveryError::NoSuchTable { .. })), "{updated:?}");
    assert_eq!(process.deliveries.describe(&arn("orders")).unwrap().version, 1);

    // What is switched off is kept and not judged.
    let mut off = converting("nothing");
    off.destination.conversion.as_mut().unwrap().enabled = false;
    process.create("later", off).await;
}

#[tokio::test]
async fn a_table_that_is_dropped_holds_the_records_back_and_says_so() {
    let mut world = World::new();
    world.schemas = Arc::new(Tables);
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", converting("orders")).await;
    process.crash();
    world.schemas = Arc::new(NoTables);
    let process = world.start().await;
    process.put_lines("orders", ["{\"id\":1}".to_owned()]).await;
    let mut worker = process.worker("orders");
    assert!(matches!(settle(&mut worker).await, Turn::Retry(_)));
    let status = process.status("orders");
    assert!(status.last_error.unwrap().message.contains("the schema of shop.orders"), "named");
    assert_eq!(status.buffered_records, 1);
}

#[tokio::test]
async fn a_conversion_made_again_gives_the_same_bytes() {
    let mut world = World::new();
    world.schemas = Arc::new(Tables);
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", converting("orders")).await;
    let lines = (0..2000).map(|i| if i % 100 == 7 { "broken".to_owned() } else { format!("{{\"id\":{i}}}") });
    process.put_lines("orders", lines).await;
    let mut worker = process.worker("orders");
    while world.objects(BUCKET).is_empty() {
        assert_eq!(worker.turn().await, Turn::Again);
    }
    let before = world.objects(BUCKET);
    assert_eq!(before.len(), 2);
    drop(worker);
    process.crash();
    world.time.advance(Duration::from_secs(60));
    let process = world.start().await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(world.objects(BUCKET), before);
    let pending = load::<PendingObject>(&*process.store, keys::pending(DeliveryId(1))).await.unwrap();
    assert!(pending.is_none());
}
