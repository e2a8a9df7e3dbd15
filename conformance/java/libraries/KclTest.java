// The Kinesis Client Library, unmodified, with its leases in the server's own tables: two workers of one application share the shards of
// a stream, one of them ends, shards are split and merged meanwhile; by polling, and by fan-out over HTTP/2. Every record is processed,
// those of a key in order.

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

public class KclTest {
  static final URI ENDPOINT = URI.create(System.getenv("HEADWATER_ENDPOINT"));
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key"));
  static final int KEYS = 61;

  static final KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(
      KinesisAsyncClient.builder().endpointOverride(ENDPOINT).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS));
  static final DynamoDbAsyncClient tables = DynamoDbAsyncClient.builder()
      .endpointOverride(ENDPOINT).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS).build();
  static final CloudWatchAsyncClient metrics = CloudWatchAsyncClient.builder()
      .endpointOverride(ENDPOINT).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS).build();

  /** What was processed of each key, in order, whoever did it. A record may be processed again after a lease moved. */
  static final Map<String, List<Integer>> processed = new ConcurrentHashMap<>();
  static final Map<String, String> shardsOf = new ConcurrentHashMap<>();
  static int sent;
  static String STREAM;
  static String APPLICATION;

  public static void main(String[] arguments) throws Exception {
    try {
      for (boolean fansOut : new boolean[] {false, true}) {
        run(fansOut);
        System.out.println("ok: KCL 3, " + (fansOut ? "fan-out" : "polling") + ": two workers, a split, a merge and the end of a worker lose nothing");
      }
    } catch (Throwable problem) {
      problem.printStackTrace(System.out);
      System.exit(1);
    }
    System.exit(0);
  }

  static void run(boolean fansOut) throws Exception {
    STREAM = "kcl-" + (fansOut ? "fan-out" : "polling");
    APPLICATION = STREAM + "-application";
    processed.clear();
    shardsOf.clear();
    sent = 0;
    kinesis.createStream(r -> r.streamName(STREAM).shardCount(4)).join();
    active();
    put(2_000);
    Scheduler first = start("worker-1", fansOut);
    eventually("one worker processes all", 180, () -> distinct() == sent);
    Scheduler second = start("worker-2", fansOut);
    eventually("the second worker gets shards", 240, () -> shardsOf.containsValue("worker-2"));
    put(2_000);
    reshard();
    put(2_000);
    eventually("all is processed through a split and a merge", 240, () -> distinct() == sent);
    check(first.startGracefulShutdown().get(120, TimeUnit.SECONDS), "the first worker hands over");
    put(2_000);
    eventually("the second worker takes everything over", 240, () -> distinct() == sent);
    check(second.startGracefulShutdown().get(120, TimeUnit.SECONDS), "the second worker ends");
    processed.forEach((key, numbers) -> {
      List<Integer> firsts = numbers.stream().distinct().collect(Collectors.toList());
      check(firsts.equals(firsts.stream().sorted().collect(Collectors.toList())), "the records of " + key + " are in order: " + numbers);
    });
    List<Map<String, AttributeValue>> leases = tables.scan(r -> r.tableName(APPLICATION)).join().items();
    long checkpoints = leases.stream().filter(lease -> lease.containsKey("checkpoint")).count();
    check(checkpoints >= 4, "every open shard has its checkpoint: " + leases);
    long ended = leases.stream().filter(lease -> AttributeValue.fromS("SHARD_END").equals(lease.get("checkpoint"))).count();
    check(ended >= 3, "the split and merged shards are finished: " + leases);
    boolean keeps = tables.describeContinuousBackups(r -> r.tableName(APPLICATION)).join().continuousBackupsDescription()
        .pointInTimeRecoveryDescription().pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED;
    check(keeps == fansOut, "point-in-time recovery is as asked");
  }

  static Scheduler start(String worker, boolean fansOut) {
    ConfigsBuilder configs = new ConfigsBuilder(
        new SingleStreamTracker(STREAM, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
        APPLICATION, kinesis, tables, metrics, worker, () -> new Processor(worker));
    var leases = configs.leaseManagementConfig().failoverTimeMillis(3_000).shardSyncIntervalMillis(3_000)
        .leasesRecoveryAuditorExecutionFrequencyMillis(5_000)
        .leaseTablePitrEnabled(fansOut).leaseTableDeletionProtectionEnabled(fansOut);
    leases.workerUtilizationAwareAssignmentConfig().inMemoryWorkerMetricsCaptureFrequencyMillis(1_000)
        .workerMetricsReporterFreqInMillis(2_000);
    var retrieval = configs.retrievalConfig();
    if (!fansOut) {
      retrieval.retrievalSpecificConfig(new PollingConfig(STREAM, kinesis).idleTimeBetweenReadsInMillis(300));
    }
    Scheduler scheduler = new Scheduler(
        configs.checkpointConfig(),
        configs.coordinatorConfig().parentShardPollIntervalMillis(1_000),
        leases,
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
        configs.processorConfig(),
        retrieval);
    Thread thread = new Thread(scheduler, worker);
    thread.setDaemon(true);
    thread.start();
    return scheduler;
  }

  static void put(int count) {
    for (int from = 0; from < count; from += 250) {
      List<PutRecordsRequestEntry> entries = new ArrayList<>();
      for (int i = 0; i < 250; i++, sent++) {
        String key = "key-" + sent % KEYS;
        byte[] data = (key + ":" + sent).getBytes(StandardCharsets.UTF_8);
        entries.add(PutRecordsRequestEntry.builder().partitionKey(key).data(SdkBytes.fromByteArray(data)).build());
      }
      PutRecordsResponse answer = kinesis.putRecords(r -> r.streamName(STREAM).records(entries)).join();
      check(answer.failedRecordCount() == 0, "every record is put");
    }
  }

  static void reshard() throws Exception {
    kinesis.splitShard(r -> r.streamName(STREAM).shardToSplit("shardId-000000000000")
        .newStartingHashKey("42535295865117307932921825928971026432")).join();
    active();
    kinesis.mergeShards(r -> r.streamName(STREAM).shardToMerge("shardId-000000000002").adjacentShardToMerge("shardId-000000000003")).join();
    active();
  }

  static void active() throws Exception {
    eventually("the stream is active", 30, () -> kinesis.describeStreamSummary(r -> r.streamName(STREAM)).join()
        .streamDescriptionSummary().streamStatus() == StreamStatus.ACTIVE);
  }

  static long distinct() {
    return processed.values().stream().mapToLong(numbers -> {
      synchronized (numbers) {
        return numbers.stream().distinct().count();
      }
    }).sum();
  }

  static void eventually(String what, int seconds, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      check(System.nanoTime() < deadline, what + " within " + seconds + " s; processed " + distinct() + " of " + sent + ", shards " + shardsOf);
      Thread.sleep(200);
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not so: " + what);
    }
  }

  static class Processor implements ShardRecordProcessor {
    final String worker;
    String shard;

    Processor(String worker) {
      this.worker = worker;
    }

    @Override
    public void initialize(InitializationInput input) {
      shard = input.shardId();
      shardsOf.put(shard, worker);
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
      input.records().forEach(record -> {
        String[] parts = StandardCharsets.UTF_8.decode(record.data()).toString().split(":");
        List<Integer> numbers = processed.computeIfAbsent(parts[0], key -> new ArrayList<>());
        synchronized (numbers) {
          numbers.add(Integer.valueOf(parts[1]));
        }
      });
      try {
        input.checkpointer().checkpoint();
      } catch (Exception problem) {
        System.out.println(worker + " does not checkpoint " + shard + ": " + problem);
      }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {}

    @Override
    public void shardEnded(ShardEndedInput input) {
      try {
        input.checkpointer().checkpoint();
      } catch (Exception problem) {
        System.out.println(worker + " does not end " + shard + ": " + problem);
      }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
      try {
        input.checkpointer().checkpoint();
      } catch (Exception problem) {
        System.out.println(worker + " does not checkpoint " + shard + " at its end: " + problem);
      }
    }
  }
}
