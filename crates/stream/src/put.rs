//! Puts: records find their shards by hash, become one batch per shard, and all batches of a call are one commit.
//!
//! Each record is copied once, into its batch. A call that a reshard overtakes is fenced by the store whole, so it is
//! routed again and retried; nothing of it was written. Calls of one producer that wait for each other keep their order.

use std::sync::Arc;

use bytes::Bytes;
use headwater_kafka_wire::BatchBuilder;
use headwater_store::{Append, Commit, CommitError, Receipt};
use headwater_types::{Offset, SequenceNumber, ShardId, StreamArn, Timestamp, limits};

use crate::encryption::DataKey;
use crate::engine::{StreamCell, Streams};
use crate::error::{PutFault, StreamError};
use crate::model::{RecordDistribution, StreamMode};
use crate::record::{self, NewRecord};
use crate::view::{ShardEntry, StreamView};

/// How often a put is routed again before it gives up; each time means that another reshard came in between.
const ATTEMPTS_MAX: usize = 16;

/// Where a record was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub shard: ShardId,
    pub sequence_number: SequenceNumber,
    pub offset: Offset,
    /// Whether it lies encrypted.
    pub encrypted: bool,
}

impl Streams {
    /// Puts records, in order per shard, durable when it returns; one answer per record in the order of the request.
    /// A shard over its rate refuses the records that are too many and takes the others.
    ///
    /// # Errors
    /// The whole call is refused where the stream is missing or CREATING, a record is larger than the stream allows, or
    /// all together are over 10 MiB.
    pub async fn put(
        &self,
        stream: &StreamArn,
        records: Vec<NewRecord>,
    ) -> Result<Vec<Result<Placed, PutFault>>, StreamError> {
        let (mut cell, mut view) = self.data_cell(stream)?;
        check_records(&view, &records)?;
        check_total(&records)?;
        let metering = if self.0.config.enforces_limits() { Metering::On } else { Metering::Off };
        let mut admitted: Option<Vec<bool>> = None;
        for _ in 0..ATTEMPTS_MAX {
            let pass = cell.gate.read().await;
            view = cell.view();
            let metering = if admitted.is_some() { Metering::Decided } else { metering };
            let built = self.build(&cell, &view, &records, metering, &mut admitted)?;
            if built.groups.is_empty() {
                return Ok(built.outcomes);
            }
            let Built { groups, appends, mut outcomes } = built;
            let committed = self.0.store.commit(Commit { appends, ..Commit::default() }).await;
            drop(pass);
            match committed {
                Ok(receipt) => {
                    groups.place(&receipt, &mut outcomes);
                    return Ok(outcomes);
                }
                Err(CommitError::Fenced { .. }) => {
                    (cell, view) = self.data_cell(stream)?;
                }
                Err(error) => {
                    // The store tells once that the disk is full; clients that try again fill no log.
                    match error {
                        CommitError::DiskFull => {
                            tracing::debug!(%stream, %error, "records could not be stored")
                        }
                        _ => tracing::warn!(%stream, %error, "records could not be stored"),
                    }
                    groups.refuse(Arc::new(error), &mut outcomes);
                    return Ok(outcomes);
                }
            }
        }
        drop(view);
        Err(StreamError::Contended)
    }

    /// Checks the minimum that PutRecord's `SequenceNumberForOrdering` names: a number of this stream, not of the future.
    pub fn check_ordering_number(
        &self,
        stream: &StreamArn,
        number: SequenceNumber,
    ) -> Result<(), StreamError> {
        let (_, view) = self.data_cell(stream)?;
        let origin = number.origin();
        let now_s = self.now().as_secs().max(0) as u64;
        // A child shard may be created a moment ahead of the clock, and its records with it.
        let known = view.shards.get(&origin.shard).map(|entry| entry.shard.created_s);
        let latest_s =
            known.filter(|created| *created == origin.shard_created_s).map_or(now_s, |s| s.max(now_s));
        if number.seconds().max(origin.shard_created_s) > latest_s {
            return Err(StreamError::OrderingNumberInvalid(number, view.arn.clone()));
        }
        Ok(())
    }

    /// Turns records into appends without storing them, so that an engine can commit them together with its own state:
    /// exactly-once output. Not metered. When the commit fails with [`CommitError::Fenced`], a reshard came in between and
    /// nothing was written: wait until it is [`Streams::settled`] and prepare again. [`Streams::put_with`] does all that.
    pub fn prepare(&self, stream: &StreamArn, records: &[NewRecord]) -> Result<Prepared, StreamError> {
        let prepared = self.prepare_unbounded(stream, records)?;
        check_total(records)?;
        Ok(prepared)
    }

    fn prepare_unbounded(&self, stream: &StreamArn, records: &[NewRecord]) -> Result<Prepared, StreamError> {
        let (cell, view) = self.data_cell(stream)?;
        check_records(&view, records)?;
        let Built { groups, appends, .. } = self.build(&cell, &view, records, Metering::Off, &mut None)?;
        Ok(Prepared { appends, groups, records: records.len() })
    }

    /// Stores records of several streams and `rest` (state keys, their preconditions) in one commit, routing again when a
    /// reshard comes in between. The exactly-once way out for engines; bounded by what a commit and an append carry, not by
    /// what PutRecords takes in one call.
    pub async fn put_with(
        &self,
        outputs: &[(StreamArn, Vec<NewRecord>)],
        rest: Commit,
    ) -> Result<Vec<Vec<Placed>>, StreamError> {
        let mut streams: Vec<_> = outputs.iter().map(|(stream, _)| stream).collect();
        streams.sort_unstable();
        streams.dedup();
        for _ in 0..ATTEMPTS_MAX {
            // In order and once each, so that two callers and two reshards cannot wait for each other in a ring.
            let mut passes = Vec::with_capacity(streams.len());
            for stream in &streams {
                passes.push(self.data_cell(stream)?.0.pass().await);
            }
            let mut commit = rest.clone();
            let mut prepared = Vec::with_capacity(outputs.len());
            for (stream, records) in outputs {
                let mut output = self.prepare_unbounded(stream, records)?;
                let first = commit.appends.len();
                commit.appends.append(&mut output.appends);
                prepared.push((first, output));
            }
            match self.0.store.commit(commit).await {
                Ok(receipt) => {
                    return Ok(prepared
                        .iter()
                        .map(|(first, output)| output.placed_from(&receipt, *first))
                        .collect());
                }
                Err(CommitError::Fenced { .. }) => continue,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StreamError::Contended)
    }

    /// Waits out a reshard that is under way: what to do before preparing again after [`CommitError::Fenced`].
    pub async fn settled(&self, stream: &StreamArn) -> Result<(), StreamError> {
        drop(self.data_cell(stream)?.0.pass().await);
        Ok(())
    }

    fn build(
        &self,
        cell: &StreamCell,
        view: &StreamView,
        records: &[NewRecord],
        metering: Metering,
        admitted: &mut Option<Vec<bool>>,
    ) -> Result<Built, StreamError> {
        let sealing = self.0.vault.sealing(&view.meta)?;
        let order = route(cell, view, records);
        let samples = view.meta.mode == StreamMode::OnDemand
            && view.meta.distribution == RecordDistribution::UserPartitionKey;
        let stream_now = self.now();
        let monotonic = self.monotonic();
        let mut admissions = match metering {
            Metering::On => vec![true; records.len()],
            Metering::Off => Vec::new(),
            Metering::Decided => admitted.take().unwrap_or_default(),
        };
        let mut groups = Vec::new();
        let mut appends = Vec::new();
        let mut outcomes = Vec::new();
        outcomes.resize_with(records.len(), || Err(PutFault::Throttled { shard: ShardId(0) }));
        for same_shard in order.chunk_by(|a, b| a.route == b.route) {
            let entry = view.routed(same_shard[0].route as usize);
            if metering == Metering::On {
                meter(entry, records, same_shard, monotonic, &mut admissions);
            }
            let taken = |routed: &&Routed| admissions.get(routed.index as usize).copied().unwrap_or(true);
            let indexes: Vec<u32> = same_shard.iter().filter(taken).map(|routed| routed.index).collect();
            if indexes.len() < same_shard.len() {
                for routed in same_shard.iter().filter(|routed| !taken(routed)) {
                    outcomes[routed.index as usize] = Err(PutFault::Throttled { shard: entry.shard.id });
                }
            }
            if samples && let Some(&first) = indexes.first() {
                let mut traffic = entry.live.traffic.lock();
                let picked = indexes.get(traffic.pick(indexes.len())).copied().unwrap_or(first);
                traffic.note(records[picked as usize].hash_key());
            }
            if let Some((append, bytes)) = batch(entry, records, &indexes, stream_now, sealing.as_deref()) {
                appends.push(append);
                groups.push(Group { entry: entry.clone(), indexes, bytes, encrypted: sealing.is_some() });
            }
        }
        if metering != Metering::Off {
            *admitted = Some(admissions);
        }
        Ok(Built { groups: Groups(groups), appends, outcomes })
    }
}

/// Records ready to be committed together with somebody's own state.
#[derive(Debug)]
pub struct Prepared {
    /// To be put into the commit, in this order.
    pub appends: Vec<Append>,
    groups: Groups,
    records: usize,
}

impl Prepared {
    /// Where the records are, from the receipt of a commit whose first appends were these.
    pub fn placed(&self, receipt: &Receipt) -> Vec<Placed> {
        self.placed_from(receipt, 0)
    }

    /// As [`Prepared::placed`], for a commit in which these appends begin at index `first`.
    pub fn placed_from(&self, receipt: &Receipt, first: usize) -> Vec<Placed> {
        let mut placed: Vec<Option<Placed>> = vec![None; self.records];
        let own = Receipt { lsn: receipt.lsn, appends: receipt.appends[first..].to_vec() };
        self.groups.each_placed(&own, |index, place| placed[index] = Some(place));
        placed.into_iter().flatten().collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Metering {
    On,
    Off,
    /// An earlier attempt of the same call has asked the meters.
    Decided,
}

struct Built {
    groups: Groups,
    appends: Vec<Append>,
    outcomes: Vec<Result<Placed, PutFault>>,
}

/// A record on its way: the place of its shard among the open ones, and its own place in the request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Routed {
    route: u32,
    index: u32,
}

/// Records of one call for one shard.
#[derive(Debug)]
struct Group {
    entry: Arc<ShardEntry>,
    indexes: Vec<u32>,
    bytes: usize,
    encrypted: bool,
}

#[derive(Debug)]
struct Groups(Vec<Group>);

impl Groups {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells each record's place, and counts what was taken in.
    fn each_placed(&self, receipt: &Receipt, mut tell: impl FnMut(usize, Placed)) {
        for (group, append) in self.0.iter().zip(&receipt.appends) {
            let Group { entry, indexes, bytes, encrypted } = group;
            let shard = &entry.shard;
            for (delta, index) in indexes.iter().enumerate() {
                let offset = append.base_offset.plus(delta as u64);
                let sequence_number = shard.sequence_number(offset, append.append_time);
                tell(
                    *index as usize,
                    Placed { shard: shard.id, sequence_number, offset, encrypted: *encrypted },
                );
            }
            entry.live.counters.took_in(indexes.len() as u64, *bytes as u64, append.append_time);
        }
    }

    fn place(&self, receipt: &Receipt, outcomes: &mut [Result<Placed, PutFault>]) {
        self.each_placed(receipt, |index, placed| outcomes[index] = Ok(placed));
    }

    fn refuse(&self, error: Arc<CommitError>, outcomes: &mut [Result<Placed, PutFault>]) {
        for index in self.0.iter().flat_map(|group| &group.indexes) {
            outcomes[*index as usize] = Err(PutFault::NotStored(error.clone()));
        }
    }
}

fn check_records(view: &StreamView, records: &[NewRecord]) -> Result<(), StreamError> {
    let bytes_max = view.meta.record_bytes_max();
    let keyless_ok = view.meta.distribution == RecordDistribution::Auto;
    for (index, record) in records.iter().enumerate() {
        let bytes = record.len_bytes();
        if bytes > bytes_max {
            return Err(StreamError::RecordTooLarge { index, bytes, bytes_max });
        }
        if record.partition_key.is_absent() && record.explicit_hash_key.is_none() && !keyless_ok {
            return Err(StreamError::PartitionKeyMissing { stream: view.arn.clone(), index });
        }
    }
    Ok(())
}

/// What PutRecords takes in one call.
fn check_total(records: &[NewRecord]) -> Result<(), StreamError> {
    let total: usize = records.iter().map(NewRecord::len_bytes).sum();
    if total > limits::PUT_RECORDS_BYTES_MAX {
        return Err(StreamError::RequestTooLarge { bytes: total, bytes_max: limits::PUT_RECORDS_BYTES_MAX });
    }
    Ok(())
}

/// Records grouped by shard, in the order of the request within each.
fn route(cell: &StreamCell, view: &StreamView, records: &[NewRecord]) -> Vec<Routed> {
    let open = view.open_count();
    let evenly = view.meta.distribution == RecordDistribution::Auto;
    let index_of = |index: usize, record: &NewRecord| {
        let route = if evenly {
            cell.next_even.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % open
        } else if open == 1 {
            0
        } else {
            view.route_index(record.hash_key())
        };
        Routed { route: route as u32, index: index as u32 }
    };
    let mut order: Vec<Routed> =
        records.iter().enumerate().map(|(index, record)| index_of(index, record)).collect();
    order.sort_unstable();
    order
}

fn meter(
    entry: &ShardEntry,
    records: &[NewRecord],
    same_shard: &[Routed],
    now: std::time::Duration,
    admissions: &mut [bool],
) {
    let mut meter = entry.live.write.lock();
    let mut refused = 0;
    for routed in same_shard {
        let index = routed.index as usize;
        admissions[index] = meter.admit(records[index].len_bytes(), now);
        refused += u64::from(!admissions[index]);
    }
    drop(meter);
    if refused > 0 {
        entry.live.counters.throttled_writes(refused);
    }
}

/// One shard's records as one append, with the bytes of their data and keys; `None` where there are none.
fn batch(
    entry: &ShardEntry,
    records: &[NewRecord],
    indexes: &[u32],
    now: Timestamp,
    sealing: Option<&DataKey>,
) -> Option<(Append, usize)> {
    if indexes.is_empty() {
        return None;
    }
    let bytes: usize = indexes.iter().map(|index| records[*index as usize].len_bytes()).sum();
    let overhead: usize =
        indexes.iter().map(|index| record::overhead_bytes_max(&records[*index as usize])).sum();
    let mut builder = BatchBuilder::with_capacity(bytes + overhead, now.as_millis());
    for index in indexes {
        record::push_to(&records[*index as usize], &mut builder);
    }
    let shard = &entry.shard;
    let record_count = indexes.len() as u32;
    let plain: Bytes = builder.finish();
    let payload = sealing.map(|key| key.seal(shard.partition, record_count, &plain)).unwrap_or(plain);
    let append = Append {
        partition: shard.partition,
        expected_offset: None,
        epoch: shard.epoch,
        payload,
        record_count,
    };
    Some((append, bytes))
}
