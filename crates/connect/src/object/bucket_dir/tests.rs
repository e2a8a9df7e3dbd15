//! The directory as an object store, against a plain map of keys where that is the clearest oracle.

#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;

use bytes::Bytes;
use futures::StreamExt;
use headwater_runtime::{Clock, Entropy};

use super::*;
use crate::object::Objects;

const BUCKET: &str = "bucket";

async fn open(root: &tempfile::TempDir) -> BucketDir {
    BucketDir::open(root.path(), Clock::system(), Entropy::system()).await.unwrap()
}

async fn with_bucket() -> (tempfile::TempDir, BucketDir) {
    let root = tempfile::tempdir().unwrap();
    let dir = open(&root).await;
    dir.create_bucket(BUCKET).await.unwrap();
    (root, dir)
}

async fn put(dir: &BucketDir, key: &str, body: &str) -> ObjectInfo {
    let mut writer = dir.writer(BUCKET, key, Attributes::default()).await.unwrap();
    writer.write(Bytes::copy_from_slice(body.as_bytes())).await.unwrap();
    writer.finish().await.unwrap()
}

async fn get(dir: &BucketDir, key: &str) -> Option<String> {
    match Objects::Embedded(dir.clone()).get(BUCKET, key).await {
        Ok(mut stream) => {
            let mut body = Vec::new();
            while let Some(chunk) = stream.next().await {
                body.extend_from_slice(&chunk.unwrap());
            }
            Some(String::from_utf8(body).unwrap())
        }
        Err(ObjectError::NoSuchKey { .. }) => None,
        Err(error) => panic!("{key}: {error}"),
    }
}

/// Pages of `keys_max`, joined: keys and common prefixes in one list, in order.
async fn list(dir: &BucketDir, prefix: &str, delimiter: Option<&str>, keys_max: usize) -> Vec<String> {
    let mut query = ListQuery {
        prefix: prefix.into(),
        delimiter: delimiter.map(str::to_owned),
        keys_max,
        ..ListQuery::default()
    };
    let mut all = Vec::new();
    loop {
        let page = dir.list(BUCKET, query.clone()).await.unwrap();
        let mut names: Vec<String> = page.objects.into_iter().map(|object| object.key).collect();
        names.extend(page.common_prefixes);
        assert!(names.len() <= keys_max);
        names.sort();
        all.extend(names);
        match page.next_after {
            Some(after) => query.after = Some(after),
            None => return all,
        }
    }
}

#[tokio::test]
async fn a_finished_object_is_a_plain_file_with_what_s3_knows_of_it() {
    let (root, dir) = with_bucket().await;
    let attributes = Attributes {
        content_type: Some("text/plain".into()),
        user: [("k".to_owned(), "v".to_owned())].into(),
        ..Attributes::default()
    };
    let mut writer = dir.writer(BUCKET, "a/b.txt", attributes.clone()).await.unwrap();
    writer.write(Bytes::from_static(b"hello ")).await.unwrap();
    writer.write(Bytes::from_static(b"world")).await.unwrap();
    assert_eq!(get(&dir, "a/b.txt").await, None, "nothing shows before it is finished");
    let info = writer.finish().await.unwrap();
    assert_eq!((info.size, info.etag.as_str()), (11, "5eb63bbbe01eeed093cb22bb8f5acdc3"));
    assert_eq!(std::fs::read(root.path().join("bucket/a/b.txt")).unwrap(), b"hello world");
    // Another process sees the same.
    let again = open(&root).await.head(BUCKET, "a/b.txt").await.unwrap();
    assert_eq!((again.etag, again.attributes), (info.etag, attributes));
}

#[tokio::test]
async fn an_unfinished_write_leaves_nothing() {
    let (root, dir) = with_bucket().await;
    put(&dir, "k", "old").await;
    let mut writer = dir.writer(BUCKET, "k", Attributes::default()).await.unwrap();
    writer.write(Bytes::from(vec![0; 1 << 20])).await.unwrap();
    drop(writer);
    assert_eq!(get(&dir, "k").await.as_deref(), Some("old"));
    assert_eq!(std::fs::read_dir(root.path().join(".headwater/tmp")).unwrap().count(), 0);
    // What a killed process left is cleared away.
    std::fs::write(root.path().join(".headwater/tmp/left"), b"x").unwrap();
    open(&root).await;
    assert_eq!(std::fs::read_dir(root.path().join(".headwater/tmp")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_replaced_object_keeps_no_trace_of_the_old_one() {
    let (root, dir) = with_bucket().await;
    for i in 0..20 {
        put(&dir, "k", &format!("v{i:02}")).await;
        let info = dir.head(BUCKET, "k").await.unwrap();
        assert_eq!(info.etag.len(), 32, "its own ETag, also for versions of one size within a millisecond");
    }
    let sidecars = std::fs::read_dir(root.path().join(".headwater/meta/bucket")).unwrap();
    let count: usize = sidecars.map(|dir| std::fs::read_dir(dir.unwrap().path()).unwrap().count()).sum();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn a_file_put_there_by_hand_is_an_object_and_an_edited_one_loses_its_etag() {
    let (root, dir) = with_bucket().await;
    std::fs::write(root.path().join("bucket/by-hand"), b"abc").unwrap();
    assert_eq!(get(&dir, "by-hand").await.as_deref(), Some("abc"));
    let info = put(&dir, "k", "abc").await;
    std::fs::write(root.path().join("bucket/k"), b"edited").unwrap();
    let edited = dir.head(BUCKET, "k").await.unwrap();
    assert_ne!(edited.etag, info.etag);
    assert_eq!(edited.size, 6);
}

#[tokio::test]
async fn keys_that_a_file_system_cannot_hold_are_objects_like_others() {
    let (_root, dir) = with_bucket().await;
    let long = "x".repeat(1000);
    let keys = ["a", "a/b", "a/b/c", "a/", "a//b", "/a", "..", "../up", "100%", "ü/\n", &long];
    for (i, key) in keys.iter().enumerate() {
        put(&dir, key, &i.to_string()).await;
    }
    for (i, key) in keys.iter().enumerate() {
        assert_eq!(get(&dir, key).await, Some(i.to_string()), "{key}");
    }
    let mut sorted: Vec<String> = keys.iter().map(|key| key.to_string()).collect();
    sorted.sort();
    assert_eq!(list(&dir, "", None, 3).await, sorted);
    for key in keys {
        dir.delete(BUCKET, key).await.unwrap();
        dir.delete(BUCKET, key).await.unwrap();
        assert_eq!(get(&dir, key).await, None, "{key}");
    }
    dir.delete_bucket(BUCKET).await.unwrap();
}

#[tokio::test]
async fn a_name_that_was_object_and_directory_at_once_serves_both_whatever_came_first() {
    for directory_first in [true, false] {
        let (_root, dir) = with_bucket().await;
        let mut keys = ["a/b", "a"];
        if !directory_first {
            keys.reverse();
        }
        for key in keys {
            put(&dir, key, key).await;
        }
        put(&dir, "a", "a2").await;
        assert_eq!(get(&dir, "a").await.as_deref(), Some("a2"));
        assert_eq!(get(&dir, "a/b").await.as_deref(), Some("a/b"));
        dir.delete(BUCKET, "a/b").await.unwrap();
        assert_eq!(get(&dir, "a").await.as_deref(), Some("a2"));
        put(&dir, "a", "a3").await;
        assert_eq!(get(&dir, "a").await.as_deref(), Some("a3"));
        assert_eq!(list(&dir, "", None, 10).await, ["a"], "one object, not two");
    }
}

#[tokio::test]
async fn listings_are_those_of_a_sorted_map_of_keys() {
    let (_root, dir) = with_bucket().await;
    let keys = [
        "a",
        "a-b",
        "a/1",
        "a/2",
        "a/b/1",
        "a/b/2",
        "a0",
        "b/",
        "b/c/d/e",
        "c",
        "logs/2026/11/23/x.gz",
        "logs/2026/11/23/y.gz",
        "logs/2026/11/24/z.gz",
        "logs-old/x",
        "z",
    ];
    for key in keys {
        put(&dir, key, key).await;
    }
    for prefix in ["", "a", "a/", "a/b", "b/", "logs/", "logs/2026/11/2", "none"] {
        for delimiter in [None, Some("/"), Some("-"), Some("2026/")] {
            let expected: std::collections::BTreeSet<String> = keys
                .iter()
                .filter(|key| key.starts_with(prefix))
                .map(|key| match delimiter.and_then(|d| key[prefix.len()..].find(d).map(|at| (d, at))) {
                    Some((d, at)) => key[..prefix.len() + at + d.len()].to_owned(),
                    None => key.to_string(),
                })
                .collect();
            for keys_max in [1, 2, 1000] {
                let listed = list(&dir, prefix, delimiter, keys_max).await;
                let expected: Vec<String> = expected.iter().cloned().collect();
                assert_eq!(listed, expected, "{prefix:?} {delimiter:?} {keys_max}");
            }
        }
    }
}

#[tokio::test]
async fn buckets_have_rules_and_are_deleted_only_when_empty() {
    let (_root, dir) = with_bucket().await;
    assert!(matches!(dir.create_bucket(BUCKET).await, Err(ObjectError::BucketExists { .. })));
    assert!(matches!(dir.create_bucket("No").await, Err(ObjectError::InvalidBucketName { .. })));
    assert!(matches!(dir.require_bucket("missing").await, Err(ObjectError::NoSuchBucket { .. })));
    assert!(matches!(dir.open_object("missing", "k").await, Err(ObjectError::NoSuchBucket { .. })));
    put(&dir, "x/y", "1").await;
    assert!(matches!(dir.delete_bucket(BUCKET).await, Err(ObjectError::BucketNotEmpty { .. })));
    dir.create_bucket("another").await.unwrap();
    let names: Vec<String> = dir.buckets().await.unwrap().into_iter().map(|bucket| bucket.name).collect();
    assert_eq!(names, ["another", BUCKET]);
    dir.delete(BUCKET, "x/y").await.unwrap();
    dir.delete_bucket(BUCKET).await.unwrap();
    assert!(matches!(dir.delete_bucket(BUCKET).await, Err(ObjectError::NoSuchBucket { .. })));
}

#[tokio::test]
async fn conditions_are_judged_when_the_object_would_appear() {
    let (_root, dir) = with_bucket().await;
    let write = async |condition| {
        let mut writer = dir.writer(BUCKET, "k", Attributes::default()).await.unwrap();
        writer.write(Bytes::from_static(b"x")).await.unwrap();
        writer.finish_if(condition).await
    };
    assert!(matches!(write(Condition::Present).await, Err(ObjectError::ConditionFailed { .. })));
    let etag = write(Condition::Absent).await.unwrap().etag;
    assert!(matches!(write(Condition::Absent).await, Err(ObjectError::ConditionFailed { .. })));
    assert!(matches!(write(Condition::Etag("other".into())).await, Err(ObjectError::ConditionFailed { .. })));
    write(Condition::Etag(etag)).await.unwrap();
}

#[tokio::test]
async fn of_many_who_create_one_key_one_succeeds() {
    let (_root, dir) = with_bucket().await;
    let mut tasks = Vec::new();
    for i in 0..16 {
        let dir = dir.clone();
        tasks.push(tokio::spawn(async move {
            let mut writer = dir.writer(BUCKET, "d/k", Attributes::default()).await.unwrap();
            writer.write(Bytes::from(format!("{i}"))).await.unwrap();
            writer.finish_if(Condition::Absent).await.is_ok()
        }));
    }
    let mut winners = 0;
    for task in tasks {
        winners += usize::from(task.await.unwrap());
    }
    assert_eq!(winners, 1);
}

#[tokio::test]
async fn puts_and_deletes_of_one_directory_at_once_never_fail() {
    let (_root, dir) = with_bucket().await;
    let mut tasks = Vec::new();
    for i in 0..8 {
        let dir = dir.clone();
        tasks.push(tokio::spawn(async move {
            for _ in 0..20 {
                put(&dir, &format!("deep/er/{i}"), "x").await;
                dir.delete(BUCKET, &format!("deep/er/{i}")).await.unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert!(list(&dir, "", None, 10).await.is_empty());
    dir.delete_bucket(BUCKET).await.unwrap();
}

#[tokio::test]
async fn parts_are_joined_in_order_and_only_as_they_were_uploaded() {
    let (root, dir) = with_bucket().await;
    let attributes = Attributes { content_type: Some("x/y".into()), ..Attributes::default() };
    let upload = dir.create_upload(BUCKET, "big", attributes.clone()).await.unwrap();
    let part = async |number: u32, body: Vec<u8>| {
        let mut writer = dir.part_writer(BUCKET, "big", &upload, number).await.unwrap();
        writer.write(body.into()).await.unwrap();
        writer.finish().await.unwrap().etag
    };
    let five_mib = 5 * 1024 * 1024;
    let first = part(1, vec![b'a'; five_mib]).await;
    part(2, b"replaced".to_vec()).await;
    let second = part(2, b"end".to_vec()).await;
    let small = part(3, b"unused".to_vec()).await;
    // The upload outlives a restart.
    let dir = open(&root).await;
    let numbers: Vec<u32> =
        dir.parts(BUCKET, "big", &upload).await.unwrap().iter().map(|p| p.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    let complete = async |parts: &[(u32, &str)]| {
        let parts: Vec<_> = parts.iter().map(|(number, etag)| (*number, Some(etag.to_string()))).collect();
        dir.complete_upload(BUCKET, "big", &upload, &parts, Condition::Always).await
    };
    assert!(matches!(complete(&[(2, &second), (1, &first)]).await, Err(ObjectError::PartOrder)));
    assert!(matches!(complete(&[(1, &second)]).await, Err(ObjectError::InvalidPart { part: 1 })));
    assert!(matches!(
        complete(&[(2, &second), (3, &small)]).await,
        Err(ObjectError::PartTooSmall { part: 2 })
    ));
    let object = complete(&[(1, &first), (2, &second)]).await.unwrap();
    assert_eq!(object.size as usize, five_mib + 3);
    assert!(object.etag.ends_with("-2"), "{}", object.etag);
    assert_eq!(object.attributes, attributes);
    assert!(get(&dir, "big").await.unwrap().ends_with("aend"));
    assert!(matches!(complete(&[(1, &first)]).await, Err(ObjectError::NoSuchUpload { .. })));
    assert!(matches!(dir.parts(BUCKET, "big", "../../x").await, Err(ObjectError::NoSuchUpload { .. })));
}

#[tokio::test]
async fn a_reader_goes_on_reading_the_version_it_opened() {
    let (_root, dir) = with_bucket().await;
    put(&dir, "k", "first").await;
    let mut open = dir.open_object(BUCKET, "k").await.unwrap();
    put(&dir, "k", "second").await;
    dir.delete(BUCKET, "k").await.unwrap();
    let mut body = String::new();
    tokio::io::AsyncReadExt::read_to_string(&mut open.file, &mut body).await.unwrap();
    assert_eq!(body, "first");
}

/// Random puts and deletes over keys that get into each other's way, against a map.
#[tokio::test]
async fn any_history_leaves_what_a_map_would_hold() {
    for seed in 0..8 {
        let (_root, dir) = with_bucket().await;
        let entropy = Entropy::seeded(seed);
        let mut map: BTreeMap<String, String> = BTreeMap::new();
        for step in 0..60 {
            let depth = 1 + entropy.below(3);
            let key: Vec<&str> =
                (0..depth).map(|_| ["a", "b", "", "%o"][entropy.below(4) as usize]).collect();
            let key = key.join("/");
            if key.is_empty() {
                continue;
            }
            if entropy.below(3) == 0 {
                dir.delete(BUCKET, &key).await.unwrap();
                map.remove(&key);
            } else {
                put(&dir, &key, &step.to_string()).await;
                map.insert(key, step.to_string());
            }
        }
        let keys: Vec<String> = map.keys().cloned().collect();
        assert_eq!(list(&dir, "", None, 7).await, keys, "seed {seed}");
        for (key, value) in map {
            assert_eq!(get(&dir, &key).await, Some(value), "seed {seed} key {key}");
        }
    }
}
