// A worker of KCL 3, configured so that one machine shows in seconds what a data centre shows in minutes.

import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseAssignmentStrategy;
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
    var leases = configs.leaseManagementConfig().failoverTimeMillis(Setup.FAILOVER_MS)
        // The leader looks for leases that nobody renews; by itself every two failover times. The workers look for what they are given
        // twice as often.
        .leaseAssignmentIntervalMillis(500L)
        // When the leader dies its lock is waited for, and the next leader sees every lease as just renewed.
        .dynamoDbLockBasedLeaderLeaseDurationInMillis(1_500).dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(500)
        .shardSyncIntervalMillis(5_000).leasesRecoveryAuditorExecutionFrequencyMillis(5_000)
        // By utilization (the default) processes of one machine look alike, and what the first of them got stays there.
        .leaseAssignmentStrategy(LeaseAssignmentStrategy.LEASE_COUNT_BASED);
    leases.workerUtilizationAwareAssignmentConfig().inMemoryWorkerMetricsCaptureFrequencyMillis(1_000)
        .workerMetricsReporterFreqInMillis(1_000);
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
