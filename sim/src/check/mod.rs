//! What must hold of everything that the clients saw, whatever went wrong meanwhile.

mod deliveries;
mod records;
mod registers;

use std::time::Duration;

use headwater_connect::object::MemoryObjects;
use serde_json::{Value, json};

use self::deliveries::Delivered;
use crate::client::{Answer, Client};
use crate::history::{Handed, HandedOutcome, History, OnRegister, Record, Seen};
use crate::workload::{DIRECT, FROM_STREAM, KEYS, STREAMS, open_shards, read_page, read_register, start_of};

/// How often a page is asked for in the end.
const READ_TRIES: u32 = 20;

/// What the server holds after all.
pub struct Final {
    pub shards: Vec<Shard>,
    /// What lies in the buckets of the two delivery streams.
    pub direct: Delivered,
    pub from_stream: Delivered,
}

/// A shard with all its records.
pub struct Shard {
    pub stream: &'static str,
    pub name: String,
    pub parents: Vec<String>,
    /// First and last hash key.
    pub range: (u128, u128),
    pub records: Vec<Record>,
}

/// Holds what was seen against what is there in the end.
pub fn all(seen: &Seen, ended: &Final) -> Result<(), String> {
    if let Some(violation) = seen.violations.first() {
        return Err(violation.clone());
    }
    records::check(seen, ended)?;
    deliveries::check(seen, ended)?;
    registers::check(seen)
}

/// Reads everything, in peace; each item once more, as the history's last reads.
pub async fn read_back(
    client: &mut Client,
    history: &History,
    objects: &MemoryObjects,
) -> Result<Final, String> {
    let mut shards = Vec::new();
    for stream in STREAMS {
        let listing = client.insist("Kinesis_20131202.ListShards", &json!({"StreamName": stream})).await;
        tile(stream, &listing)?;
        for shard in listing["Shards"].as_array().into_iter().flatten() {
            shards.push(read_shard(client, stream, shard).await?);
        }
    }
    for key in KEYS {
        let called = history.moment();
        let Some(value) = read_register(client, key).await else {
            return Err(format!("item {key} cannot be read in the end"));
        };
        history.on_register(key, OnRegister::Read(value), called, Some(history.moment()));
    }
    let acknowledged = |handed: &&Handed| handed.outcome == HandedOutcome::Acknowledged;
    let handed = history.note(|seen| seen.handed.iter().filter(acknowledged).count());
    let direct = deliveries::wait(objects, DIRECT.1, handed).await;
    let of_stream = shards.iter().filter(|shard: &&Shard| shard.stream == FROM_STREAM.1);
    let records = of_stream.map(|shard| shard.records.len()).sum();
    let from_stream = deliveries::wait(objects, FROM_STREAM.2, records).await;
    Ok(Final { shards, direct, from_stream })
}

/// Looks at the shards every now and then; after a crash as well as in a reshard they cover all hash keys, once.
pub async fn watch_shards(mut client: Client, history: History) {
    loop {
        tokio::time::sleep(Duration::from_millis(150)).await;
        for stream in STREAMS {
            let listing = client.call("Kinesis_20131202.ListShards", &json!({"StreamName": stream})).await;
            let Answer::Done(listing) = listing else { continue };
            if let Err(gap) = tile(stream, &listing) {
                history.note(|seen| seen.violations.push(gap));
            }
        }
    }
}

fn tile(stream: &str, listing: &Value) -> Result<(), String> {
    let mut open = open_shards(listing);
    open.sort();
    let mut next = Some(0);
    for (from, to, name) in &open {
        if next != Some(*from) {
            return Err(format!("the shards of {stream} do not tile the hash keys: {name} begins at {from}"));
        }
        next = to.checked_add(1);
    }
    if next.is_some() { Err(format!("the last shard of {stream} ends early: {open:?}")) } else { Ok(()) }
}

async fn read_shard(client: &mut Client, stream: &'static str, shard: &Value) -> Result<Shard, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let name = text(&shard["ShardId"]);
    let parents = [&shard["ParentShardId"], &shard["AdjacentParentShardId"]];
    let parents = parents.into_iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let hash = |end: &str| shard["HashKeyRange"][end].as_str().and_then(|text| text.parse().ok());
    let range = hash("StartingHashKey").zip(hash("EndingHashKey")).ok_or("a shard without a range")?;
    let iterator = client.insist("Kinesis_20131202.GetShardIterator", &start_of(stream, &name, None)).await;
    let mut next = Some(text(&iterator["ShardIterator"]));
    let mut records = Vec::new();
    while let Some(iterator) = next {
        let mut tries = 0;
        let page = loop {
            tries += 1;
            match read_page(client, &iterator, 1_000).await {
                Some(page) => break page,
                None if tries == READ_TRIES => {
                    return Err(format!("{stream} {name} cannot be read to its end"));
                }
                // Limits of the service may be on.
                None => tokio::time::sleep(Duration::from_millis(250)).await,
            }
        };
        next = page.next.filter(|_| !page.records.is_empty());
        records.extend(page.records);
    }
    Ok(Shard { stream, name, parents, range, records })
}
