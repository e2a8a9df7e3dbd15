//! Every limit of the product: named, with its unit last in the name and its source above the number.

/// Largest frame of the journal, and so the largest batch one append can carry. Kafka's and Kinesis's largest requests
/// (10 MiB of records) fit with their overhead.
pub const STORE_FRAME_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Largest HTTP request body any face reads: PutRecords carries 10 MiB of data, base64 makes it 13.4 MiB, and 500
/// partition keys of 256 characters with JSON around them add less than 1 MiB.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>
pub const HTTP_BODY_BYTES_MAX: usize = 16 * 1024 * 1024;

/// How deeply a JSON record may nest before it counts as malformed. Jackson, which Flink reads with, stops at 1,000; no
/// table type comes near either.
pub const JSON_DEPTH_MAX: usize = 128;

/// Largest JSON message (stream record or file line) a SQL table reads. Records end at 10 MiB; lines of files may be
/// longer, but one that does not end is not read into memory for ever.
pub const JSON_MESSAGE_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Most message bytes a decoder gathers into one batch of columns, far below where Arrow's 32-bit offsets end.
pub const DECODE_BATCH_BYTES_MAX: usize = 256 * 1024 * 1024;

// Kinesis Data Streams. <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>

/// Records of one PutRecords call.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>
pub const PUT_RECORDS_COUNT_MAX: usize = 500;
/// Data and partition keys of one PutRecords call together.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>
pub const PUT_RECORDS_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Data and partition key of one record, unless the stream is configured otherwise.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateMaxRecordSize.html>
pub const RECORD_KIB_DEFAULT: u32 = 1024;
pub const RECORD_KIB_MIN: u32 = 1024;
pub const RECORD_KIB_MAX: u32 = 10 * 1024;
/// Unicode characters of a partition key.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html>
pub const PARTITION_KEY_CHARS_MAX: usize = 256;
/// What a shard takes each second.
/// <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>
pub const SHARD_WRITE_RECORDS_PER_S: u32 = 1_000;
/// What a shard takes each second, partition keys included.
pub const SHARD_WRITE_BYTES_PER_S: u64 = 1024 * 1024;
/// GetRecords calls a shard answers each second, over all its readers.
pub const SHARD_READS_PER_S: u32 = 5;
/// What GetRecords gives out of one shard each second, and what each fan-out subscription gives.
pub const SHARD_READ_BYTES_PER_S: u64 = 2 * 1024 * 1024;
/// Records of one GetRecords answer.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>
pub const GET_RECORDS_COUNT_MAX: usize = 10_000;
/// Data of one GetRecords answer.
pub const GET_RECORDS_BYTES_MAX: usize = 10 * 1024 * 1024;
/// How long a shard iterator is good for.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html>
pub const ITERATOR_LIFETIME_MS: i64 = 300_000;
/// GetShardIterator calls per shard and second.
pub const SHARD_ITERATORS_PER_S: u32 = 5;
/// How long one SubscribeToShard call pushes.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>
pub const SUBSCRIPTION_LIFETIME_MS: u64 = 300_000;
/// A second subscription of the same consumer to the same shard is refused this long after the first.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>
pub const SUBSCRIPTION_EXCLUSIVE_MS: u64 = 5_000;
/// Registered consumers of one stream.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html>
pub const CONSUMERS_PER_STREAM_MAX: usize = 20;
/// The same in accounts with the on-demand advantage mode.
pub const CONSUMERS_PER_STREAM_MAX_ADVANTAGE: usize = 50;
/// Consumers of one stream that may be in state CREATING at once.
pub const CONSUMERS_CREATING_MAX: usize = 5;
/// Streams of one account and region that may be in state CREATING at once.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html>
pub const STREAMS_CREATING_MAX: usize = 5;
/// Streams of one account and region that may be in state DELETING at once.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteStream.html>
pub const STREAMS_DELETING_MAX: usize = 5;
/// Shards of a stream that is created without a count.
pub const SHARDS_DEFAULT: u32 = 4;
/// Open shards UpdateShardCount may aim at.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html>
pub const SHARDS_PER_STREAM_MAX: u32 = 10_000;
/// UpdateShardCount calls per stream and rolling day.
pub const SCALINGS_PER_DAY_MAX: usize = 10;
/// Changes of the capacity mode per stream and rolling day.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamMode.html>
pub const MODE_CHANGES_PER_DAY_MAX: usize = 2;
/// Starts of a stream's encryption, and stops of it, per rolling day.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html>
pub const ENCRYPTION_CHANGES_PER_DAY_MAX: usize = 25;
/// On-demand streams of one account and region.
pub const ON_DEMAND_STREAMS_MAX: usize = 50;
/// Write throughput an on-demand stream grows to, in MiB/s: three large regions allow more than the others.
/// <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>
pub const ON_DEMAND_MIBPS_MAX_LARGE_REGIONS: u32 = 10 * 1024;
pub const ON_DEMAND_MIBPS_MAX: u32 = 200;
/// Warm throughput of one on-demand stream.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html>
pub const WARM_THROUGHPUT_MIBPS_MAX: u32 = 10 * 1024;
/// How long a commitment to a minimum throughput lasts at least.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_MinimumThroughputBillingCommitmentInput.html>
pub const COMMITMENT_MS_MIN: i64 = 86_400_000;
/// Retention of a stream.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html>
pub const RETENTION_HOURS_MIN: u32 = 24;
pub const RETENTION_HOURS_MAX: u32 = 8_760;
/// The least that retention by size may leave to a shard: an offer of our own, so small that it is a mistake below.
pub const SHARD_BYTES_KEPT_MIN: u64 = 1 << 20;
/// Tags of one stream or consumer.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html>
pub const TAGS_PER_RESOURCE_MAX: usize = 50;
/// Open shards of one account in a region: three large regions have more than the others.
/// <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>
pub const ACCOUNT_SHARDS_MAX_LARGE_REGIONS: u32 = 20_000;
pub const ACCOUNT_SHARDS_MAX: u32 = 6_000;

/// Largest SQL text one submission carries, far above any script written by hand or by a generator.
pub const SQL_TEXT_BYTES_MAX: usize = 1024 * 1024;

/// How deeply expressions, queries and types of a SQL text may nest, so that no text can exhaust a thread's stack. Chains of AND, OR
/// and UNION ALL count as one level.
pub const SQL_DEPTH_MAX: usize = 100;

/// Deepest nesting any wire format may have. DynamoDB's attribute values may have 32 levels, each of two levels of JSON, within a
/// batch of items. <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>
pub const WIRE_DEPTH_MAX: usize = 80;

/// Most values (numbers, strings, lists, maps and their members) one request may hold, so that a body of `[[],[],…]` cannot take a
/// hundred times its size in memory. PutRecords at its largest holds 2,503.
pub const WIRE_VALUES_MAX: usize = 262_144;

/// Largest frame and largest headers of an event stream. <https://smithy.io/2.0/aws/amazon-eventstream.html>
pub const EVENT_FRAME_BYTES_MAX: usize = 24 * 1024 * 1024;
pub const EVENT_HEADERS_BYTES_MAX: usize = 128 * 1024;

/// Rows of a query's result that are kept for whoever begins to watch, and that a slow watcher may fall behind.
pub const ROW_FEED_ROWS_MAX: usize = 1_024;

/// Bytes of rows that are kept for whoever begins to watch a query's result.
pub const ROW_FEED_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Longest string a SQL function such as REPEAT or LPAD makes: what one record could carry.
pub const SQL_STRING_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Delivery streams of one account and region. <https://docs.aws.amazon.com/firehose/latest/dev/limits.html>
pub const DELIVERY_STREAMS_MAX: usize = 5_000;
/// Tags of one delivery stream.
/// <https://docs.aws.amazon.com/firehose/latest/APIReference/API_TagDeliveryStream.html>
pub const DELIVERY_TAGS_MAX: usize = 50;
/// Bytes of one record put to a delivery stream, before base64.
/// <https://docs.aws.amazon.com/firehose/latest/APIReference/API_Record.html>
pub const DELIVERY_RECORD_BYTES_MAX: usize = 1_024_000;
/// Records and bytes of one PutRecordBatch.
/// <https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html>
pub const DELIVERY_BATCH_RECORDS_MAX: usize = 500;
pub const DELIVERY_BATCH_BYTES_MAX: usize = 4 * 1024 * 1024;
/// What a delivery stream takes each second by direct put: three large regions take more than the others.
/// <https://docs.aws.amazon.com/firehose/latest/dev/limits.html>
pub const DELIVERY_PUT_BYTES_PER_S_LARGE_REGIONS: u64 = 5 * 1024 * 1024;
pub const DELIVERY_PUT_REQUESTS_PER_S_LARGE_REGIONS: u64 = 2_000;
pub const DELIVERY_PUT_RECORDS_PER_S_LARGE_REGIONS: u64 = 500_000;
pub const DELIVERY_PUT_BYTES_PER_S: u64 = 1024 * 1024;
pub const DELIVERY_PUT_REQUESTS_PER_S: u64 = 1_000;
pub const DELIVERY_PUT_RECORDS_PER_S: u64 = 100_000;
/// How long records put to a delivery stream are kept while they cannot be delivered.
/// <https://docs.aws.amazon.com/firehose/latest/dev/limits.html>
pub const DELIVERY_UNDELIVERED_HOURS_MAX: u64 = 24;
/// Buffering of an S3 destination. <https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html>
pub const DELIVERY_SIZE_MBS_DEFAULT: u32 = 5;
pub const DELIVERY_INTERVAL_SECS_DEFAULT: u32 = 300;
/// With data format conversion.
/// <https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html>
pub const DELIVERY_SIZE_MBS_CONVERSION_DEFAULT: u32 = 128;
pub const DELIVERY_CONVERSION_SIZE_MBS_MIN: u32 = 64;

/// How long a list's NextToken is good for.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html>
pub const NEXT_TOKEN_LIFETIME_MS: i64 = 300_000;
/// Shards of one ListShards answer, and what it gives without a MaxResults.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html>
pub const LIST_SHARDS_MAX: usize = 1_000;
/// Items of one answer of the other lists (DescribeStream's shards, ListStreams, ListStreamConsumers).
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html>
pub const LIST_ITEMS_MAX: usize = 100;
/// An idle SubscribeToShard sends an event this often: SDKs give up on a connection that is silent for ten seconds.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>
pub const SUBSCRIPTION_HEARTBEAT_MS: u64 = 4_000;

/// How many windows one row of a SQL job may fall into. A hop of a day by seconds would be 86,400.
pub const SQL_WINDOWS_PER_ROW_MAX: i64 = 10_000;

/// Longest request body the console's API reads. SQL scripts are the only large ones.
pub const CONSOLE_REQUEST_BYTES_MAX: usize = 256 * 1024;
/// Console pages connected at once.
pub const CONSOLE_PAGES_MAX: usize = 64;
/// Samples of rates the console keeps: five minutes, one second apart.
pub const CONSOLE_SAMPLES_MAX: usize = 300;
/// Shards whose past rates the console keeps, over all streams; 24 bytes a sample.
pub const CONSOLE_SHARDS_WITH_HISTORY_MAX: usize = 2_000;
/// Bytes of a record's data the console shows; the rest stays on the server.
pub const CONSOLE_RECORD_BYTES_SHOWN: usize = 4 * 1024;
/// Bytes of a record's data the console shows where it is binary.
pub const CONSOLE_BINARY_BYTES_SHOWN: usize = 512;
/// Records one request of the console's API may ask for.
pub const CONSOLE_RECORDS_PER_REQUEST_MAX: usize = 500;

/// Largest part file a SQL job gathers before it writes it; the rows of an open part stand in the job's checkpoints.
pub const SQL_PART_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Bytes of all open part files of one SQL sink together, beyond which all of them are written.
pub const SQL_OPEN_PARTS_BYTES_MAX: usize = 128 * 1024 * 1024;

/// Open part files (directories written to at once) of one SQL sink, beyond which all of them are written.
pub const SQL_OPEN_PARTS_MAX: usize = 256;

/// Bytes of output a SQL job gathers for one stream before it makes a checkpoint early: well below what one commit carries.
pub const SQL_OUTPUT_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Bytes of state one commit of a SQL checkpoint carries; larger checkpoints are several commits, the last of which counts.
pub const SQL_STATE_COMMIT_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Files one source table reads at most: their names are listed when a job starts and kept in its checkpoint.
pub const SQL_SOURCE_FILES_MAX: usize = 100_000;

/// Finished, failed and cancelled SQL jobs that are remembered.
pub const SQL_ENDED_JOBS_MAX: usize = 100;

/// SQL jobs that run at once, each on a thread of its own.
pub const SQL_RUNNING_JOBS_MAX: usize = 64;

/// Bytes of one item: names and values.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items>
pub const DYNAMODB_ITEM_BYTES_MAX: usize = 400 * 1024;
/// Bytes of items that one Query or Scan looks at.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html>
pub const DYNAMODB_PAGE_BYTES_MAX: usize = 1024 * 1024;
/// Tables of one account in one region.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html>
pub const DYNAMODB_TABLES_PER_SCOPE_MAX: usize = 2_500;
/// Tables of all accounts and regions of a server: their records are held in memory.
pub const DYNAMODB_TABLES_MAX: usize = 100_000;
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-secondary-indexes>
pub const DYNAMODB_GLOBAL_INDEXES_MAX: usize = 20;
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-secondary-indexes>
pub const DYNAMODB_LOCAL_INDEXES_MAX: usize = 5;
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html>
pub const DYNAMODB_TAGS_MAX: usize = 50;
/// Items of one BatchWriteItem.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html>
pub const DYNAMODB_BATCH_WRITE_MAX: usize = 25;
/// Items of one BatchGetItem.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>
pub const DYNAMODB_BATCH_GET_MAX: usize = 100;
/// Bytes of items that one BatchGetItem answers with; the rest is unprocessed.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>
pub const DYNAMODB_BATCH_GET_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Items of one transaction.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html>
pub const DYNAMODB_TRANSACTION_ITEMS_MAX: usize = 100;
/// Bytes of the items of one transaction.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html>
pub const DYNAMODB_TRANSACTION_BYTES_MAX: usize = 4 * 1024 * 1024;
/// How long a transaction's token is remembered: ten minutes.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>
pub const DYNAMODB_TOKEN_LIFETIME_MS: i64 = 10 * 60 * 1000;
/// Tokens remembered at once; the oldest are forgotten first.
pub const DYNAMODB_TOKENS_MAX: usize = 100_000;

// CloudWatch. <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html>

/// Data of one PutMetricData call.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html>
pub const METRIC_DATA_COUNT_MAX: usize = 1_000;
/// `Values` of one datum.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html>
pub const METRIC_VALUES_COUNT_MAX: usize = 150;
/// Values lie between minus and plus two to the power of this.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html>
pub const METRIC_VALUE_EXPONENT_MAX: i32 = 360;
/// How old a datum may be, and how far ahead of the server's clock.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html>
pub const METRIC_AGE_S_MAX: i64 = 14 * 86_400;
pub const METRIC_AHEAD_S_MAX: i64 = 2 * 3_600;
/// Metrics of one page of ListMetrics.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html>
pub const METRICS_LISTED_MAX: usize = 500;
/// Data points of one GetMetricStatistics answer.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html>
pub const METRIC_STATISTICS_POINTS_MAX: usize = 1_440;
/// Queries and data points of one GetMetricData call.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html>
pub const METRIC_QUERIES_COUNT_MAX: usize = 500;
pub const METRIC_QUERY_POINTS_MAX: usize = 100_800;
/// Series a server keeps, ours: each costs some hundred bytes of memory and, over its 15 months, one or two MB of disk.
pub const METRIC_SERIES_COUNT_MAX: usize = 100_000;
/// Points in memory that wait to be folded into blocks, ours: at the first bound they are folded early, at the second puts
/// are refused until they were.
pub const METRIC_WAITING_BYTES_FOLD: usize = 16 * 1024 * 1024;
pub const METRIC_WAITING_BYTES_MAX: usize = 64 * 1024 * 1024;
