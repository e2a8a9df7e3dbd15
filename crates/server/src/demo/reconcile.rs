//! Reading the results back as a user would, over the APIs, and comparing them with what was acknowledged.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::{BufRead, BufReader};
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use futures::TryStreamExt;
use headwater_types::Timestamp;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::{ObjectStore, ObjectStoreExt};
use serde_json::{Value, json};

use super::ledger::BitSet;
use crate::http_client::HttpClient;

/// One line of the report: what was expected, what was found, and whether they are the same.
#[derive(Debug)]
pub struct Finding {
    pub subject: &'static str,
    pub expected: String,
    pub found: String,
    pub equal: bool,
}

/// Ids found in the bucket, and how often one was found again.
#[derive(Debug, Default)]
pub struct Archive {
    pub ids: BitSet,
    pub objects: usize,
    pub duplicates: u64,
}

/// The bucket behind `endpoint`, read over its S3 API.
pub fn bucket(endpoint: &str, name: &str) -> Result<Arc<AmazonS3>> {
    let store = AmazonS3Builder::new()
        .with_endpoint(endpoint)
        .with_bucket_name(name)
        .with_region("us-east-1")
        .with_access_key_id("000000000000")
        .with_secret_access_key("local")
        .with_allow_http(true)
        .build()
        .context("opening the bucket")?;
    Ok(Arc::new(store))
}

/// Reads every object of the archive: gzip, one JSON event a line.
pub async fn read_archive(bucket: &AmazonS3) -> Result<Archive> {
    let mut archive = Archive::default();
    let objects: Vec<_> = bucket.list(None).try_collect().await.context("listing the bucket")?;
    for object in objects {
        let bytes = bucket.get(&object.location).await?.bytes().await?;
        for line in BufReader::new(flate2::read::MultiGzDecoder::new(&bytes[..])).lines() {
            let line = line.with_context(|| format!("object {} is not gzip", object.location))?;
            let event: Value =
                serde_json::from_str(&line).with_context(|| format!("a line of {}", object.location))?;
            let id =
                event["id"].as_u64().with_context(|| format!("an event of {} has no id", object.location))?;
            archive.duplicates += u64::from(!archive.ids.insert(id));
        }
        archive.objects += 1;
    }
    Ok(archive)
}

/// Compares what was acknowledged with what lies in the bucket.
pub fn compare_archive(acknowledged: &BitSet, archive: &Archive) -> Vec<Finding> {
    let missing = acknowledged.missing_in(&archive.ids);
    let unknown = archive.ids.missing_in(acknowledged);
    vec![
        Finding {
            subject: "events acknowledged, each in the bucket",
            expected: acknowledged.len().to_string(),
            found: archive.ids.len().to_string(),
            equal: missing == 0 && unknown == 0,
        },
        Finding {
            subject: "events in the bucket twice",
            expected: "0".to_owned(),
            found: archive.duplicates.to_string(),
            equal: archive.duplicates == 0,
        },
    ]
}

/// Compares what was acknowledged with what the consumer application has seen, of which it may have seen some twice.
pub fn compare_consumed(acknowledged: &BitSet, consumed: &BitSet) -> Finding {
    Finding {
        subject: "events acknowledged, each consumed",
        expected: acknowledged.len().to_string(),
        found: consumed.len().to_string(),
        equal: acknowledged.missing_in(consumed) == 0 && consumed.missing_in(acknowledged) == 0,
    }
}

/// Compares the rows of a job with what they must be; `total` is summed over both sides for the report.
pub fn compare_windows<V: PartialEq + Debug>(
    subject: [&'static str; 2],
    expected: &BTreeMap<(Timestamp, String), V>,
    found: &BTreeMap<(Timestamp, String), V>,
    total: impl Fn(&V) -> u64,
) -> Vec<Finding> {
    let sum = |rows: &BTreeMap<(Timestamp, String), V>| rows.values().map(&total).sum::<u64>();
    vec![
        Finding {
            subject: subject[0],
            expected: expected.len().to_string(),
            found: found.len().to_string(),
            equal: expected == found,
        },
        Finding {
            subject: subject[1],
            expected: sum(expected).to_string(),
            found: sum(found).to_string(),
            equal: sum(expected) == sum(found),
        },
    ]
}

/// All records of a stream from its beginning, as JSON, in the order of each shard.
pub async fn read_stream(client: &HttpClient, stream: &str) -> Result<Vec<Value>> {
    let listed = client.aws("Kinesis_20131202.ListShards", &json!({ "StreamName": stream })).await?;
    let mut rows = Vec::new();
    for shard in listed["Shards"].as_array().context("ListShards answers shards")? {
        let request = json!({
            "StreamName": stream, "ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON",
        });
        let answer = client.aws("Kinesis_20131202.GetShardIterator", &request).await?;
        let mut iterator = answer["ShardIterator"].clone();
        while iterator.is_string() {
            let page =
                client.aws("Kinesis_20131202.GetRecords", &json!({ "ShardIterator": iterator })).await?;
            for record in page["Records"].as_array().into_iter().flatten() {
                let data = record["Data"].as_str().context("a record has data")?;
                rows.push(serde_json::from_slice(&BASE64.decode(data)?).context("a record holds JSON")?);
            }
            if page["MillisBehindLatest"].as_i64() == Some(0) {
                break;
            }
            iterator = page["NextShardIterator"].clone();
        }
    }
    Ok(rows)
}

/// Rows keyed by window start and the given column; a key that comes twice is a duplicate output and an error.
pub fn by_window<V>(
    rows: &[Value],
    column: &str,
    value: impl Fn(&Value) -> Option<V>,
) -> Result<BTreeMap<(Timestamp, String), V>> {
    let mut keyed = BTreeMap::new();
    for row in rows {
        let start = row["window_start"].as_str().and_then(parse_sql_timestamp);
        let key =
            (start.context("a row has a window start")?, row[column].as_str().unwrap_or_default().to_owned());
        let value = value(row).with_context(|| format!("a row without its columns: {row}"))?;
        ensure!(keyed.insert(key, value).is_none(), "window put out twice: {row}");
    }
    Ok(keyed)
}

fn parse_sql_timestamp(text: &str) -> Option<Timestamp> {
    let time = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()?;
    Some(Timestamp(time.and_utc().timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_a_foreign_and_a_repeated_event_each_show() {
        let mut acknowledged = BitSet::default();
        acknowledged.insert(1);
        acknowledged.insert(2);
        let archive = |ids: &[u64]| {
            let mut archive = Archive::default();
            for id in ids {
                archive.duplicates += u64::from(!archive.ids.insert(*id));
            }
            archive
        };
        let equal = |ids| compare_archive(&acknowledged, &archive(ids)).iter().all(|finding| finding.equal);
        assert!(equal(&[2, 1]));
        assert!(!equal(&[1]));
        assert!(!equal(&[1, 2, 3]));
        assert!(!equal(&[1, 2, 2]));
    }

    #[test]
    fn an_event_that_is_not_consumed_shows_and_one_consumed_twice_does_not() {
        let set = |ids: &[u64]| {
            let mut set = BitSet::default();
            ids.iter().for_each(|id| {
                set.insert(*id);
            });
            set
        };
        let acknowledged = set(&[1, 2]);
        for (consumed, equal) in [(&[2, 1, 2][..], true), (&[1], false), (&[1, 2, 3], false)] {
            assert_eq!(compare_consumed(&acknowledged, &set(consumed)).equal, equal, "{consumed:?}");
        }
    }

    #[test]
    fn a_window_that_comes_twice_is_an_error_and_a_wrong_sum_shows() {
        let row = |count: u64| json!({ "page": "/a", "window_start": "2026-01-01 00:00:05", "n": count });
        let n = |row: &Value| row["n"].as_u64();
        assert!(by_window(&[row(1), row(1)], "page", n).is_err());
        let expected = by_window(&[row(3)], "page", n).expect("legal");
        let found = by_window(&[row(4)], "page", n).expect("legal");
        let findings = compare_windows(["rows", "sum"], &expected, &found, |n| *n);
        assert_eq!(findings.iter().map(|finding| finding.equal).collect::<Vec<_>>(), [false, false]);
    }
}
