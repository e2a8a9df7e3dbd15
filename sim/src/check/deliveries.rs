//! Deliveries: everything acknowledged lies in the bucket, once; nothing else does.

use std::collections::BTreeMap;
use std::time::Duration;

use headwater_connect::object::MemoryObjects;

use super::Final;
use crate::history::{HandedOutcome, Seen};
use crate::workload::{DIRECT, FROM_STREAM};

/// How long, after all is well, what was acknowledged may take to its bucket.
const PATIENCE_S: u64 = 60;

/// How often each record lies in a bucket.
pub type Delivered = BTreeMap<String, u64>;

/// Waits until as many records as are to come lie in a bucket. What lies there is checked later.
pub async fn wait(objects: &MemoryObjects, bucket: &str, expected: usize) -> Delivered {
    for _ in 0..PATIENCE_S * 10 {
        let delivered = count(objects, bucket);
        if delivered.len() >= expected {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // A record too many may come a little later.
    tokio::time::sleep(Duration::from_millis(400)).await;
    count(objects, bucket)
}

fn count(objects: &MemoryObjects, bucket: &str) -> Delivered {
    let mut delivered = Delivered::new();
    for object in objects.list(bucket, "") {
        let bytes = objects.get(bucket, &object.key).unwrap_or_default();
        for line in String::from_utf8_lossy(&bytes).split_inclusive('\n') {
            *delivered.entry(line.to_owned()).or_default() += 1;
        }
    }
    delivered
}

pub fn check(seen: &Seen, ended: &Final) -> Result<(), String> {
    let mut may = BTreeMap::new();
    for handed in &seen.handed {
        may.insert(handed.data.as_str(), handed.outcome == HandedOutcome::Acknowledged);
        if handed.outcome == HandedOutcome::Refused {
            may.remove(handed.data.as_str());
        }
    }
    compare(DIRECT.1, &may, &ended.direct)?;
    let of_stream = ended.shards.iter().filter(|shard| shard.stream == FROM_STREAM.1);
    let must = of_stream.flat_map(|shard| &shard.records).map(|record| (record.data.as_str(), true));
    compare(FROM_STREAM.2, &must.collect(), &ended.from_stream)
}

/// `may` says of each record that can be there whether it must.
fn compare(bucket: &str, may: &BTreeMap<&str, bool>, delivered: &Delivered) -> Result<(), String> {
    let outline = |data: &str| data.split(':').next().unwrap_or_default().to_owned();
    for (data, times) in delivered {
        if !may.contains_key(data.as_str()) {
            return Err(format!("{bucket} holds {}, which nobody put", outline(data)));
        }
        if *times > 1 {
            return Err(format!("{bucket} holds {} {times} times", outline(data)));
        }
    }
    let missing = may.iter().find(|(data, must)| **must && !delivered.contains_key(**data));
    missing.map_or(Ok(()), |(data, _)| {
        Err(format!("{} was acknowledged and is not in {bucket} after {PATIENCE_S} s", outline(data)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_doubled_or_foreign_in_a_bucket_is_seen() {
        let may = BTreeMap::from([("1:\n", true), ("2:\n", false)]);
        let holds = |records: &[&str]| {
            let mut delivered = Delivered::new();
            records.iter().for_each(|data| *delivered.entry((*data).to_owned()).or_default() += 1);
            compare("b", &may, &delivered).err().unwrap_or_default()
        };
        assert_eq!(holds(&["1:\n"]), "");
        assert_eq!(holds(&["1:\n", "2:\n"]), "");
        assert!(holds(&["2:\n"]).contains("1 was acknowledged"));
        assert!(holds(&["1:\n", "1:\n"]).contains("2 times"));
        assert!(holds(&["1:\n", "3:\n"]).contains("nobody put"));
    }
}
