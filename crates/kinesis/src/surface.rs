//! What this face offers, and what it does not and why. Routing, UnknownOperationException and `docs/coverage.md` derive from
//! it; a test holds that every operation of the model stands here exactly once.

use headwater_aws_shapes::kinesis as model;
use headwater_aws_wire::cost::{throughput_exceeded, unavailable};
use headwater_aws_wire::fast::{GetRecordsCodec, PutRecordCodec, PutRecordsCodec};
use headwater_aws_wire::{AnswerCost, NotOffered, Offered, OperationTable};

use headwater_types::limits::GET_RECORDS_BYTES_MAX;

use crate::Kinesis;

/// The operations of the service.
pub static TABLE: OperationTable<Kinesis> = OperationTable {
    service: &model::SERVICE,
    offered: OFFERED,
    not_offered: NOT_OFFERED,
    admit: Kinesis::admit,
};

/// What is read, and the same in base64 between quotes. Readers may be given less at any time.
const GET_RECORDS_COST: AnswerCost = AnswerCost::of(answer_bytes(GET_RECORDS_BYTES_MAX), throughput_exceeded)
    .or_reduced(answer_bytes(REDUCED_READ_BYTES));
const REDUCED_READ_BYTES: usize = 256 * 1024;
/// Ten thousand shards of three hundred bytes, as values and as text.
const SHARDS_COST: AnswerCost = AnswerCost::of(8 * 1024 * 1024, unavailable);

const fn answer_bytes(read_bytes: usize) -> usize {
    read_bytes + read_bytes / 3 * 4
}

/// How much a reader may read whose answer may take so much memory.
pub(crate) const fn read_bytes(answer_bytes: usize) -> usize {
    answer_bytes / 7 * 3
}

const OFFERED: &[Offered<Kinesis>] = &[
    // The data path first: routing looks from the top.
    Offered::with_codec::<model::PutRecords, PutRecordsCodec>(),
    Offered::with_codec::<model::PutRecord, PutRecordCodec>(),
    Offered::with_codec::<model::GetRecords, GetRecordsCodec>().costing(GET_RECORDS_COST),
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
    Offered::new::<model::DescribeStream>().costing(SHARDS_COST),
    Offered::new::<model::DescribeStreamConsumer>(),
    Offered::new::<model::DescribeStreamSummary>(),
    Offered::new::<model::DisableEnhancedMonitoring>(),
    Offered::new::<model::EnableEnhancedMonitoring>(),
    Offered::new::<model::GetResourcePolicy>(),
    Offered::new::<model::IncreaseStreamRetentionPeriod>(),
    Offered::new::<model::ListShards>().costing(SHARDS_COST),
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
