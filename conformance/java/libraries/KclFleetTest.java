// A fleet of the Kinesis Client Library, unmodified: three worker processes over eight shards, by polling and by enhanced fan-out, while
// records come in without a pause. One worker is killed, one shard is split, two are merged. Every record is processed at least once,
// those of a key in their order, a child only after its parents' ends; the workers that live share what the dead one had.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseAssignmentStrategy;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

public class KclFleetTest {
  static final URI ENDPOINT = URI.create(System.getenv("HEADWATER_ENDPOINT"));
  static final long FAILOVER_MS = 5_000;
  static final int KEYS = 211;

  static final KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(with(KinesisAsyncClient.builder()));

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder) {
    return builder.endpointOverride(ENDPOINT).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key")));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("worker")) {
      work(arguments[1], arguments[2], arguments[3]);
      return;
    }
    int status = 0;
    for (String mode : arguments.length > 0 ? arguments : new String[] {"polling", "fan-out"}) {
      KclFleetTest test = new KclFleetTest(mode);
      try {
        test.run();
        System.out.println("ok: KCL 3 fleet, " + mode + ": " + test.sent + " records, one worker of three killed, a split, a merge; taken over in "
            + test.recovered + " ms");
      } catch (Throwable problem) {
        problem.printStackTrace(System.out);
        status = 1;
      } finally {
        test.workers.values().forEach(Process::destroyForcibly);
      }
    }
    System.exit(status);
  }

  // ---------------------------------------------------------------- the worker process: says what it does, a line each

  static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  static void work(String worker, String stream, String mode) {
    ConfigsBuilder configs = new ConfigsBuilder(
        new SingleStreamTracker(stream, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
        stream + "-application", kinesis, with(DynamoDbAsyncClient.builder()).build(), with(CloudWatchAsyncClient.builder()).build(),
        worker, Processor::new);
    var leases = configs.leaseManagementConfig().failoverTimeMillis(FAILOVER_MS).shardSyncIntervalMillis(5_000)
        .leasesRecoveryAuditorExecutionFrequencyMillis(5_000)
        // Only the leader gives leases away. Should the worker that is killed lead, its lock would be waited for two minutes.
        .dynamoDbLockBasedLeaderLeaseDurationInMillis(6_000).dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(2_000);
    // By utilization (the default) processes of one machine look alike, and what the first of them got stays there.
    leases.leaseAssignmentStrategy(LeaseAssignmentStrategy.LEASE_COUNT_BASED);
    leases.workerUtilizationAwareAssignmentConfig().inMemoryWorkerMetricsCaptureFrequencyMillis(1_000)
        .workerMetricsReporterFreqInMillis(2_000);
    var retrieval = mode.equals("polling")
        ? new PollingConfig(stream, kinesis).idleTimeBetweenReadsInMillis(300)
        : new FanOutConfig(kinesis).streamName(stream).applicationName(stream + "-application");
    new Scheduler(
        configs.checkpointConfig(),
        configs.coordinatorConfig().parentShardPollIntervalMillis(1_000),
        leases,
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
        configs.processorConfig(),
        configs.retrievalConfig().retrievalSpecificConfig(retrieval)).run();
  }

  static class Processor implements ShardRecordProcessor {
    String shard;

    @Override
    public void initialize(InitializationInput input) {
      shard = input.shardId();
      say("begins " + shard);
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
      input.records().forEach(record -> say("record " + shard + " " + StandardCharsets.UTF_8.decode(record.data())));
      try {
        input.checkpointer().checkpoint();
      } catch (Exception lost) {
        say("no checkpoint: " + lost);
      }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
      say("loses " + shard);
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
      say("ends " + shard);
      try {
        input.checkpointer().checkpoint();
      } catch (Exception lost) {
        say("no checkpoint: " + lost);
      }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {}
  }

  // ---------------------------------------------------------------- the test

  final String mode;
  final String stream;
  final Map<String, Process> workers = new TreeMap<>();
  /** All below is guarded by this object. Numbers by key as they were first processed; a lease that moves repeats some. */
  final Map<String, List<Integer>> firsts = new HashMap<>();
  final Set<Integer> seen = new HashSet<>();
  final Map<String, String> holders = new TreeMap<>();
  final Set<String> ended = new HashSet<>();
  final List<String> wrongs = new ArrayList<>();
  final Map<String, Set<String>> parents = new HashMap<>();
  int sent = 0;
  long recovered;

  KclFleetTest(String mode) {
    this.mode = mode;
    this.stream = "fleet-" + mode + "-" + Long.toHexString(System.nanoTime());
  }

  void run() throws Exception {
    kinesis.createStream(r -> r.streamName(stream).shardCount(8)).join();
    active();
    // Workers that make a new application's tables together trip each other up, and the library does not always recover.
    start("a");
    eventually("the first worker begins", 120, () -> put(20) && !holders.isEmpty());
    for (String worker : List.of("b", "c")) start(worker);
    eventually("three workers share eight shards", 300, () -> put(20) && counts().size() == 3 && holders.size() == 8);
    System.out.println(mode + ": shared as " + counts());

    String victim = counts().keySet().iterator().next();
    Set<String> orphans = holders.entrySet().stream().filter(each -> each.getValue().equals(victim)).map(Map.Entry::getKey)
        .collect(Collectors.toSet());
    long killed = System.nanoTime();
    workers.get(victim).destroyForcibly().waitFor();
    eventually("the others take its shards over", 180,
        () -> put(20) && orphans.stream().noneMatch(shard -> holders.get(shard).equals(victim)));
    recovered = (System.nanoTime() - killed) / 1_000_000;

    reshard();
    for (int i = 0; i < 20; i += 1) put(50);
    eventually("everything is processed", 300, () -> seen.size() == sent);
    eventually("the children are worked on", 120, () -> List.of(8, 9, 10).stream().allMatch(n -> holders.containsKey(shard(n))));
    synchronized (this) {
      check(wrongs.isEmpty(), String.join("; ", wrongs));
      check(ended.containsAll(List.of(shard(0), shard(4), shard(5))), "the parents ended: " + ended);
      firsts.forEach((key, numbers) -> check(
          numbers.equals(numbers.stream().sorted().collect(Collectors.toList())), key + " is in order: " + numbers));
    }
  }

  void start(String worker) throws Exception {
    Process process = new ProcessBuilder(
        ProcessHandle.current().info().command().get(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", System.getProperty("java.class.path"), "KclFleetTest.java",
        "worker", worker, stream, mode).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    workers.put(worker, process);
    Thread reader = new Thread(() -> {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) hear(worker, line);
      } catch (Exception gone) {
        // The worker was killed.
      }
    });
    reader.setDaemon(true);
    reader.start();
  }

  synchronized void hear(String worker, String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "record" -> {
        int number = Integer.parseInt(words[3]);
        if (seen.add(number)) firsts.computeIfAbsent(words[2], key -> new ArrayList<>()).add(number);
      }
      case "begins" -> {
        holders.put(words[1], worker);
        Set<String> wanted = parents.getOrDefault(words[1], Set.of());
        if (!ended.containsAll(wanted)) wrongs.add(words[1] + " begins before " + wanted + " ended: " + ended);
      }
      case "ends" -> {
        ended.add(words[1]);
        holders.remove(words[1]);
      }
      default -> {}
    }
  }

  synchronized Map<String, Long> counts() {
    return holders.values().stream().collect(Collectors.groupingBy(worker -> worker, TreeMap::new, Collectors.counting()));
  }

  boolean put(int count) {
    List<PutRecordsRequestEntry> entries = new ArrayList<>();
    synchronized (this) {
      for (int i = 0; i < count; i += 1, sent += 1) {
        String key = "key-" + sent % KEYS;
        SdkBytes data = SdkBytes.fromUtf8String(key + " " + sent);
        entries.add(PutRecordsRequestEntry.builder().partitionKey(key).data(data).build());
      }
    }
    check(kinesis.putRecords(r -> r.streamName(stream).records(entries)).join().failedRecordCount() == 0, "every record is put");
    return true;
  }

  void reshard() throws Exception {
    // Known before any worker can see the children, whose ids follow in the order of the calls.
    synchronized (this) {
      parents.putAll(Map.of(shard(8), Set.of(shard(0)), shard(9), Set.of(shard(0)), shard(10), Set.of(shard(4), shard(5))));
    }
    Shard first = kinesis.listShards(r -> r.streamName(stream)).join().shards().get(0);
    String middle = new BigInteger(first.hashKeyRange().endingHashKey()).shiftRight(1).toString();
    kinesis.splitShard(r -> r.streamName(stream).shardToSplit(shard(0)).newStartingHashKey(middle)).join();
    active();
    put(200);
    kinesis.mergeShards(r -> r.streamName(stream).shardToMerge(shard(4)).adjacentShardToMerge(shard(5))).join();
    active();
    put(200);
  }

  static String shard(int number) {
    return String.format("shardId-%012d", number);
  }

  void active() {
    kinesis.waiter().waitUntilStreamExists(r -> r.streamName(stream)).join();
  }

  void eventually(String what, int seconds, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      synchronized (this) {
        if (condition.getAsBoolean()) return;
        check(System.nanoTime() < deadline,
            what + " within " + seconds + " s; processed " + seen.size() + " of " + sent + ", shards " + holders);
      }
      Thread.sleep(200);
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError("not so: " + what);
  }
}
