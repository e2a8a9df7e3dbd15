//! Readings turned into what the page shows: shares of the key space, rates since the view before, and the verdict on a shard.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::history::{LOAD_WINDOW_SAMPLES, Ring, Sample, THROTTLE_WINDOW_SAMPLES};
use crate::source::{DeliveryReading, JobReading, ShardReading};
use crate::view::{DeliveryView, Hot, HotReason, JobView, ShardView, rounded};

/// From here on a shard is hot: the alarm threshold the service's own guidance gives, 80 % of capacity.
const LOAD_HOT: f64 = 0.8;
/// With limits off, a shard is hot when it takes more than this many times its share of the key space.
const SKEW_HOT: f64 = 2.0;
/// Skew among a few records is chance.
const SKEW_RECORDS_PER_S_MIN: f64 = 50.0;

pub(super) fn shard_view(reading: &ShardReading, sample: &Sample, history: Option<&Ring>) -> ShardView {
    const SPACE: f64 = 340_282_366_920_938_463_463_374_607_431_768_211_456.0; // 2^128
    let (first, last) = reading.hash_range;
    ShardView {
        id: reading.id.clone(),
        parents: reading.parents.clone(),
        starting_hash_key: first.to_string(),
        ending_hash_key: last.to_string(),
        from: first as f64 / SPACE,
        share: (last.saturating_sub(first) as f64 + 1.0) / SPACE,
        open: reading.open,
        rates: sample.rates(),
        load: rounded(history.map_or_else(|| sample.load(), Ring::load)),
        hot: None,
        throttled_last_minute: history.map_or(0, |ring| ring.write_throttles(THROTTLE_WINDOW_SAMPLES)),
        behind_ms: reading.behind_ms,
        in_records_total: reading.counters.in_records,
        in_bytes_total: reading.counters.in_bytes,
    }
}

pub(super) fn verdict(
    view: &ShardView,
    reading: &ShardReading,
    history: Option<&Ring>,
    stream: &Sample,
    limits_on: bool,
) -> Option<Hot> {
    if !view.open {
        return None;
    }
    let throttled = history.is_some_and(|ring| ring.write_throttles(LOAD_WINDOW_SAMPLES) > 0);
    let traffic_share = f64::from((view.rates.in_bytes as f32) / stream.in_bytes.max(1.0));
    let busy = view.rates.in_records >= SKEW_RECORDS_PER_S_MIN;
    let reason = match limits_on {
        true if throttled => HotReason::Throttled,
        true if view.load >= LOAD_HOT => HotReason::NearLimit,
        false if busy && traffic_share > SKEW_HOT * view.share => HotReason::Skewed,
        _ => return None,
    };
    let (first, last) = reading.hash_range;
    // SplitShard wants a key above the first one of the range.
    let split_at = (last > first).then(|| (first + (last - first) / 2 + 1).to_string());
    Some(Hot { reason, split_at })
}

/// Replaces the views by new ones; the ids of what changed and of what is gone.
pub(super) fn take<R, V: PartialEq>(
    views: &mut BTreeMap<String, V>,
    readings: Vec<R>,
    make: impl Fn(R, &BTreeMap<String, V>) -> (String, V),
) -> (Vec<String>, Vec<String>) {
    let next: BTreeMap<String, V> = readings.into_iter().map(|reading| make(reading, views)).collect();
    let changed =
        next.iter().filter(|(id, view)| views.get(*id) != Some(view)).map(|(id, _)| id.clone()).collect();
    let gone = views.keys().filter(|id| !next.contains_key(*id)).cloned().collect();
    *views = next;
    (changed, gone)
}

/// Per second since the view before; 0 for what is seen for the first time.
fn grown(before: Option<u64>, now: u64, elapsed: Duration) -> f64 {
    let by = before.and_then(|before| now.checked_sub(before)).unwrap_or(0);
    rounded(by as f64 / elapsed.as_secs_f64().max(1e-3))
}

pub(super) fn job_view(
    reading: JobReading,
    before: &BTreeMap<String, JobView>,
    elapsed: Duration,
) -> (String, JobView) {
    let old = before.get(&reading.id).map(|job| &job.reading);
    let view = JobView {
        records_in_rate: grown(old.map(|job| job.records_in), reading.records_in, elapsed),
        records_out_rate: grown(old.map(|job| job.records_out), reading.records_out, elapsed),
        reading,
    };
    (view.reading.id.clone(), view)
}

pub(super) fn delivery_view(
    reading: DeliveryReading,
    before: &BTreeMap<String, DeliveryView>,
    elapsed: Duration,
) -> (String, DeliveryView) {
    let id = format!("{}/{}/{}", reading.scope.account, reading.scope.region, reading.name);
    let old = before.get(&id).map(|delivery| delivery.reading.delivered_records);
    let view = DeliveryView {
        delivered_records_rate: grown(old, reading.delivered_records, elapsed),
        id: id.clone(),
        reading,
    };
    (id, view)
}
