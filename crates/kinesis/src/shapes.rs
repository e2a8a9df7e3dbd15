//! The engine's words as the API's shapes.

use std::collections::{BTreeMap, BTreeSet};

use headwater_aws_shapes::kinesis as model;
use headwater_stream::model::{RecordDistribution, Shard, StreamMeta, StreamMode, StreamStatus};
use headwater_stream::{AccountSettings, ChildShard, CommitmentStatus, ConsumerInfo, Record, StreamInfo};
use headwater_types::HashKeyRange;

pub(crate) fn shard(shard: &Shard) -> model::Shard {
    model::Shard {
        shard_id: shard.id.to_string(),
        parent_shard_id: shard.parent.map(|id| id.to_string()),
        adjacent_parent_shard_id: shard.adjacent_parent.map(|id| id.to_string()),
        hash_key_range: range(&shard.range),
        sequence_number_range: model::SequenceNumberRange {
            starting_sequence_number: shard.starting_sequence_number().to_string(),
            ending_sequence_number: shard.ending_sequence_number().map(|number| number.to_string()),
        },
    }
}

pub(crate) fn range(range: &HashKeyRange) -> model::HashKeyRange {
    model::HashKeyRange {
        starting_hash_key: range.start().to_string(),
        ending_hash_key: range.end().to_string(),
    }
}

/// Only an ended read has children: an empty list is left out, as clients take its presence for the end.
pub(crate) fn children(children: &[ChildShard]) -> Option<Vec<model::ChildShard>> {
    let child = |child: &ChildShard| model::ChildShard {
        shard_id: child.shard.to_string(),
        parent_shards: child.parents.iter().map(ToString::to_string).collect(),
        hash_key_range: range(&child.range),
    };
    (!children.is_empty()).then(|| children.iter().map(child).collect())
}

pub(crate) fn records(records: Vec<Record>) -> Vec<model::Record> {
    let record = |record: Record| model::Record {
        sequence_number: record.sequence_number.digits().as_str().to_owned(),
        approximate_arrival_timestamp: Some(record.arrival),
        data: record.data,
        partition_key: (!record.partition_key.is_absent()).then(|| record.partition_key.as_str().to_owned()),
        encryption_type: kms_if(record.encrypted),
    };
    records.into_iter().map(record).collect()
}

/// What puts and records say of their encryption: nothing where there is none.
pub(crate) fn kms_if(encrypted: bool) -> Option<model::EncryptionType> {
    encrypted.then_some(model::EncryptionType::Kms)
}

pub(crate) fn encryption_type(meta: &StreamMeta) -> model::EncryptionType {
    kms_if(meta.encryption.is_some()).unwrap_or(model::EncryptionType::None)
}

/// What the stream keeps ready and what it takes now: a shard takes a MiB each second. Absent where nothing was asked for.
pub(crate) fn warm_throughput(info: &StreamInfo) -> Option<model::WarmThroughputObject> {
    info.meta.warm_throughput_mibps.map(|target| model::WarmThroughputObject {
        target_mi_bps: i32::try_from(target).ok(),
        current_mi_bps: i32::try_from(info.open_shards).ok(),
    })
}

pub(crate) fn commitment(settings: &AccountSettings) -> model::MinimumThroughputBillingCommitmentOutput {
    use model::MinimumThroughputBillingCommitmentOutputStatus as Status;
    let status = match settings.status {
        CommitmentStatus::Enabled => Status::Enabled,
        CommitmentStatus::Disabled => Status::Disabled,
        CommitmentStatus::EnabledUntilEarliestEnd => Status::EnabledUntilEarliestAllowedEnd,
    };
    model::MinimumThroughputBillingCommitmentOutput {
        status,
        started_at: settings.started,
        ended_at: settings.ended,
        earliest_allowed_end_at: settings.earliest_end,
    }
}

pub(crate) fn status(status: StreamStatus) -> model::StreamStatus {
    match status {
        StreamStatus::Creating => model::StreamStatus::Creating,
        StreamStatus::Active => model::StreamStatus::Active,
        StreamStatus::Updating => model::StreamStatus::Updating,
        StreamStatus::Deleting => model::StreamStatus::Deleting,
    }
}

pub(crate) fn mode_details(mode: StreamMode) -> model::StreamModeDetails {
    let stream_mode = match mode {
        StreamMode::Provisioned => model::StreamMode::Provisioned,
        StreamMode::OnDemand => model::StreamMode::OnDemand,
    };
    model::StreamModeDetails { stream_mode }
}

/// The validator has checked the value against the model, so what is not on demand is provisioned.
pub(crate) fn mode(details: &model::StreamModeDetails) -> StreamMode {
    match details.stream_mode {
        model::StreamMode::OnDemand => StreamMode::OnDemand,
        model::StreamMode::Provisioned | model::StreamMode::Other(_) => StreamMode::Provisioned,
    }
}

pub(crate) fn distribution(distribution: RecordDistribution) -> model::RecordDistributionStrategy {
    match distribution {
        RecordDistribution::UserPartitionKey => model::RecordDistributionStrategy::UserPartitionKey,
        RecordDistribution::Auto => model::RecordDistributionStrategy::Auto,
    }
}

pub(crate) fn distribution_of(asked: &model::RecordDistributionStrategy) -> RecordDistribution {
    match asked {
        model::RecordDistributionStrategy::Auto => RecordDistribution::Auto,
        model::RecordDistributionStrategy::UserPartitionKey | model::RecordDistributionStrategy::Other(_) => {
            RecordDistribution::UserPartitionKey
        }
    }
}

pub(crate) fn monitoring(meta: &StreamMeta) -> Vec<model::EnhancedMetrics> {
    vec![model::EnhancedMetrics { shard_level_metrics: Some(metrics(&meta.shard_metrics)) }]
}

pub(crate) fn metrics<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<model::MetricsName> {
    names.into_iter().cloned().map(model::MetricsName::from).collect()
}

/// The metrics a request names, with `ALL` spelled out.
pub(crate) fn asked_metrics(asked: &[model::MetricsName]) -> BTreeSet<String> {
    use model::MetricsName::*;
    let all = [
        IncomingBytes,
        IncomingRecords,
        OutgoingBytes,
        OutgoingRecords,
        WriteProvisionedThroughputExceeded,
        ReadProvisionedThroughputExceeded,
        IteratorAgeMilliseconds,
    ];
    let asked = if asked.contains(&All) { &all[..] } else { asked };
    asked.iter().map(ToString::to_string).collect()
}

pub(crate) fn summary(info: &StreamInfo) -> model::StreamSummary {
    model::StreamSummary {
        stream_name: info.arn.stream.to_string(),
        stream_arn: info.arn.to_string(),
        stream_status: status(info.status),
        stream_mode_details: Some(mode_details(info.meta.mode)),
        stream_creation_timestamp: Some(info.meta.created),
    }
}

pub(crate) fn consumer_status(info: &ConsumerInfo) -> model::ConsumerStatus {
    use headwater_stream::model::ConsumerStatus;
    match info.status {
        ConsumerStatus::Creating => model::ConsumerStatus::Creating,
        ConsumerStatus::Active => model::ConsumerStatus::Active,
        ConsumerStatus::Deleting => model::ConsumerStatus::Deleting,
    }
}

pub(crate) fn consumer(info: &ConsumerInfo) -> model::Consumer {
    model::Consumer {
        consumer_name: info.arn.consumer.to_string(),
        consumer_arn: info.arn.to_string(),
        consumer_status: consumer_status(info),
        consumer_creation_timestamp: info.created,
    }
}

pub(crate) fn tags(tags: &BTreeMap<String, String>) -> Vec<model::Tag> {
    tags.iter().map(|(key, value)| model::Tag { key: key.clone(), value: Some(value.clone()) }).collect()
}
