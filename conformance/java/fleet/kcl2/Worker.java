// A worker of KCL 2, configured so that one machine shows in seconds what a data centre shows in minutes.

import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

public class Worker {
  public static void main(String[] arguments) {
    String worker = arguments[0], stream = arguments[1], mode = arguments[2];
    KinesisAsyncClient kinesis = Fleet.kinesis;
    ConfigsBuilder configs = new ConfigsBuilder(
        new SingleStreamTracker(stream, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
        stream + "-application", kinesis, Setup.with(DynamoDbAsyncClient.builder()).build(), Setup.with(CloudWatchAsyncClient.builder()).build(),
        worker, Processing::new);
    // Every worker looks for leases that nobody renews every two failover times, which cannot be set otherwise.
    var leases = configs.leaseManagementConfig().failoverTimeMillis(Setup.FAILOVER_MS).maxLeasesToStealAtOneTime(4)
        .shardSyncIntervalMillis(5_000).leasesRecoveryAuditorExecutionFrequencyMillis(5_000);
    var retrieval = mode.equals("polling")
        ? new PollingConfig(stream, kinesis).idleTimeBetweenReadsInMillis(300)
        : new FanOutConfig(kinesis).streamName(stream).applicationName(stream + "-application");
    new Scheduler(
        configs.checkpointConfig(),
        configs.coordinatorConfig().parentShardPollIntervalMillis(1_000).shardConsumerDispatchPollIntervalMillis(200),
        leases,
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsLevel(MetricsLevel.DETAILED).metricsBufferTimeMillis(2_000),
        configs.processorConfig(),
        configs.retrievalConfig().retrievalSpecificConfig(retrieval)).run();
  }
}
