//! What this face offers, and what it does not and why. Routing, UnknownOperationException and `docs/coverage.md` derive from
//! it; a test holds that every operation of the model stands here exactly once.

use headwater_aws_shapes::kinesis as model;
use headwater_aws_wire::fast::{GetRecordsCodec, PutRecordCodec, PutRecordsCodec};
use headwater_aws_wire::{NotOffered, Offered, OperationTable};

use crate::Kinesis;

/// The operations of the service.
pub static TABLE: OperationTable<Kinesis> = OperationTable {
    service: &model::SERVICE,
    offered: OFFERED,
    not_offered: NOT_OFFERED,
    admit: Kinesis::admit,
};

const OFFERED: &[Offered<Kinesis>] = &[
    // The data path first: routing looks from the top.
    Offered::with_codec::<model::PutRecords, PutRecordsCodec>(),
    Offered::with_codec::<model::PutRecord, PutRecordCodec>(),
    Offered::with_codec::<model::GetRecords, GetRecordsCodec>(),
    Offered::new::<model::GetShardIterator>(),
    Offered::streaming::<model::SubscribeToShard>(),
    Offered::new::<model::AddTagsToStream>(),
    Offered::new::<model::CreateStream>(),
    Offered::new::<model::DecreaseStreamRetentionPeriod>(),
    Offered::new::<model::DeleteResourcePolicy>(),
    Offered::new::<model::DeleteStream>(),
    Offered::new::<model::DeregisterStreamConsumer>(),
    Offered::new::<model::DescribeAccountSettings>(),
    Offered::new::<model::DescribeLimits>(),
    Offered::new::<model::DescribeStream>(),
    Offered::new::<model::DescribeStreamConsumer>(),
    Offered::new::<model::DescribeStreamSummary>(),
    Offered::new::<model::DisableEnhancedMonitoring>(),
    Offered::new::<model::EnableEnhancedMonitoring>(),
    Offered::new::<model::GetResourcePolicy>(),
    Offered::new::<model::IncreaseStreamRetentionPeriod>(),
    Offered::new::<model::ListShards>(),
    Offered::new::<model::ListStreamConsumers>(),
    Offered::new::<model::ListStreams>(),
    Offered::new::<model::ListTagsForResource>(),
    Offered::new::<model::ListTagsForStream>(),
    Offered::new::<model::MergeShards>(),
    Offered::new::<model::PutResourcePolicy>(),
    Offered::new::<model::RegisterStreamConsumer>(),
    Offered::new::<model::RemoveTagsFromStream>(),
    Offered::new::<model::SplitShard>(),
    Offered::new::<model::StartStreamEncryption>(),
    Offered::new::<model::StopStreamEncryption>(),
    Offered::new::<model::TagResource>(),
    Offered::new::<model::UntagResource>(),
    Offered::new::<model::UpdateAccountSettings>(),
    Offered::new::<model::UpdateMaxRecordSize>(),
    Offered::new::<model::UpdateShardCount>(),
    Offered::new::<model::UpdateStreamMode>(),
    Offered::new::<model::UpdateStreamRecordDistributionStrategy>(),
    Offered::new::<model::UpdateStreamWarmThroughput>(),
];

const QUEUES: &str = "queues over a stream are not part of Headwater yet";
const CHANNELS: &str =
    "channels are not part of Headwater yet; a Firehose delivery stream can read from the stream instead";

const NOT_OFFERED: &[NotOffered] = &[
    NotOffered { name: "AcknowledgeDeadLetterQueueRecords", reason: QUEUES },
    NotOffered { name: "AcknowledgeQueueRecords", reason: QUEUES },
    NotOffered { name: "CreateChannel", reason: CHANNELS },
    NotOffered { name: "CreateQueue", reason: QUEUES },
    NotOffered { name: "DeleteChannel", reason: CHANNELS },
    NotOffered { name: "DeleteQueue", reason: QUEUES },
    NotOffered { name: "DescribeChannel", reason: CHANNELS },
    NotOffered { name: "DescribeQueue", reason: QUEUES },
    NotOffered { name: "ListChannels", reason: CHANNELS },
    NotOffered { name: "ListQueues", reason: QUEUES },
    NotOffered { name: "ReceiveDeadLetterQueueRecords", reason: QUEUES },
    NotOffered { name: "ReceiveQueueRecords", reason: QUEUES },
    NotOffered { name: "RestoreDeadLetterQueueRecords", reason: QUEUES },
    NotOffered { name: "UpdateChannel", reason: CHANNELS },
    NotOffered { name: "UpdateDeadLetterQueueRecordsVisibility", reason: QUEUES },
    NotOffered { name: "UpdateQueue", reason: QUEUES },
    NotOffered { name: "UpdateQueueRecordsVisibility", reason: QUEUES },
];
