//! One operation, one file. `FILES` is what `coverage` holds against the operation table.

mod add_tags_to_stream;
mod create_stream;
mod decrease_stream_retention_period;
mod delete_resource_policy;
mod delete_stream;
mod deregister_stream_consumer;
mod describe_account_settings;
mod describe_limits;
mod describe_stream;
mod describe_stream_consumer;
mod describe_stream_summary;
mod disable_enhanced_monitoring;
mod enable_enhanced_monitoring;
mod get_records;
mod get_resource_policy;
mod get_shard_iterator;
mod increase_stream_retention_period;
mod list_shards;
mod list_stream_consumers;
mod list_streams;
mod list_tags_for_resource;
mod list_tags_for_stream;
mod merge_shards;
mod put_record;
mod put_records;
mod put_resource_policy;
mod register_stream_consumer;
mod remove_tags_from_stream;
mod split_shard;
mod start_stream_encryption;
mod stop_stream_encryption;
mod subscribe_to_shard;
mod tag_resource;
mod untag_resource;
mod update_account_settings;
mod update_max_record_size;
mod update_shard_count;
mod update_stream_mode;
mod update_stream_record_distribution_strategy;
mod update_stream_warm_throughput;

/// The operations that have a file, and its text.
pub const FILES: &[(&str, &str)] = &[
    ("AddTagsToStream", include_str!("operations/add_tags_to_stream.rs")),
    ("CreateStream", include_str!("operations/create_stream.rs")),
    ("DecreaseStreamRetentionPeriod", include_str!("operations/decrease_stream_retention_period.rs")),
    ("DeleteResourcePolicy", include_str!("operations/delete_resource_policy.rs")),
    ("DeleteStream", include_str!("operations/delete_stream.rs")),
    ("DeregisterStreamConsumer", include_str!("operations/deregister_stream_consumer.rs")),
    ("DescribeAccountSettings", include_str!("operations/describe_account_settings.rs")),
    ("DescribeLimits", include_str!("operations/describe_limits.rs")),
    ("DescribeStream", include_str!("operations/describe_stream.rs")),
    ("DescribeStreamConsumer", include_str!("operations/describe_stream_consumer.rs")),
    ("DescribeStreamSummary", include_str!("operations/describe_stream_summary.rs")),
    ("DisableEnhancedMonitoring", include_str!("operations/disable_enhanced_monitoring.rs")),
    ("EnableEnhancedMonitoring", include_str!("operations/enable_enhanced_monitoring.rs")),
    ("GetRecords", include_str!("operations/get_records.rs")),
    ("GetResourcePolicy", include_str!("operations/get_resource_policy.rs")),
    ("GetShardIterator", include_str!("operations/get_shard_iterator.rs")),
    ("IncreaseStreamRetentionPeriod", include_str!("operations/increase_stream_retention_period.rs")),
    ("ListShards", include_str!("operations/list_shards.rs")),
    ("ListStreamConsumers", include_str!("operations/list_stream_consumers.rs")),
    ("ListStreams", include_str!("operations/list_streams.rs")),
    ("ListTagsForResource", include_str!("operations/list_tags_for_resource.rs")),
    ("ListTagsForStream", include_str!("operations/list_tags_for_stream.rs")),
    ("MergeShards", include_str!("operations/merge_shards.rs")),
    ("PutRecord", include_str!("operations/put_record.rs")),
    ("PutRecords", include_str!("operations/put_records.rs")),
    ("PutResourcePolicy", include_str!("operations/put_resource_policy.rs")),
    ("RegisterStreamConsumer", include_str!("operations/register_stream_consumer.rs")),
    ("RemoveTagsFromStream", include_str!("operations/remove_tags_from_stream.rs")),
    ("SplitShard", include_str!("operations/split_shard.rs")),
    ("StartStreamEncryption", include_str!("operations/start_stream_encryption.rs")),
    ("StopStreamEncryption", include_str!("operations/stop_stream_encryption.rs")),
    ("SubscribeToShard", include_str!("operations/subscribe_to_shard.rs")),
    ("TagResource", include_str!("operations/tag_resource.rs")),
    ("UntagResource", include_str!("operations/untag_resource.rs")),
    ("UpdateAccountSettings", include_str!("operations/update_account_settings.rs")),
    ("UpdateMaxRecordSize", include_str!("operations/update_max_record_size.rs")),
    ("UpdateShardCount", include_str!("operations/update_shard_count.rs")),
    ("UpdateStreamMode", include_str!("operations/update_stream_mode.rs")),
    (
        "UpdateStreamRecordDistributionStrategy",
        include_str!("operations/update_stream_record_distribution_strategy.rs"),
    ),
    ("UpdateStreamWarmThroughput", include_str!("operations/update_stream_warm_throughput.rs")),
];
