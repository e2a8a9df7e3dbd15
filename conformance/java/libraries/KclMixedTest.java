// One application, workers of two libraries: the Kinesis Client Library, unmodified, and Headwater's own in Rust (its example `consume`). They
// share eight shards; leases move both ways, by a leader's hand-over and by the death of either; a split and a merge meanwhile.
// Every record is processed at least once, those of a key in their order, a child only after its parents' ends.
//
//   java KclMixedTest.java [MODE…]
//
// A mode is whose rules and how records come: `3` (version 3, its own rules), `3-as-2` (version 3 that keeps to version 2's) or `2` (version 2 itself,
// the fleets' worker), each with `/polling` or `/fan-out`.

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
import software.amazon.kinesis.coordinator.CoordinatorConfig.ClientVersionConfig;
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

public class KclMixedTest {
  static final URI ENDPOINT = URI.create(System.getenv("HEADWATER_ENDPOINT"));
  static final String ACCESS_KEY = "AKIDOPERATOR";
  static final String SECRET_KEY = "operator/secret+key";
  static final long FAILOVER_MS = 5_000;
  static final int KEYS = 211;
  static final int SHARDS = 8;
  static final String[] MODES = {"3/polling", "3/fan-out", "3-as-2/polling", "2/polling", "2/fan-out"};

  static final KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(with(KinesisAsyncClient.builder()));

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder) {
    return builder.endpointOverride(ENDPOINT).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("worker")) {
      work(arguments[1], arguments[2], arguments[3], arguments[4]);
      return;
    }
    int status = 0;
    for (String mode : arguments.length > 0 ? arguments : MODES) {
      KclMixedTest test = new KclMixedTest(mode);
      try {
        test.run();
        System.out.println("ok: KCL " + mode + " and the Rust consumer: " + test.sent + " records, leases moved both ways, a split, a merge");
      } catch (Throwable problem) {
        problem.printStackTrace(System.out);
        status = 1;
      } finally {
        test.workers.values().forEach(Process::destroyForcibly);
      }
    }
    System.exit(status);
  }

  // ---------------------------------------------------------------- the Java worker's process: says what it does, a line each

  static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  static void work(String worker, String stream, String rules, String retrieval) {
    ConfigsBuilder configs = new ConfigsBuilder(
        new SingleStreamTracker(stream, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
        stream + "-application", kinesis, with(DynamoDbAsyncClient.builder()).build(), with(CloudWatchAsyncClient.builder()).build(),
        worker, Processor::new);
    var leases = configs.leaseManagementConfig().failoverTimeMillis(FAILOVER_MS).shardSyncIntervalMillis(5_000)
        .leasesRecoveryAuditorExecutionFrequencyMillis(5_000)
        // Of the workers only the Java one leads; the Rust one waits for its lock to expire before it takes leases itself.
        .dynamoDbLockBasedLeaderLeaseDurationInMillis(6_000).dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(2_000);
    // By utilization (the default) processes of one machine look alike, and what the first of them got stays there.
    leases.leaseAssignmentStrategy(LeaseAssignmentStrategy.LEASE_COUNT_BASED);
    leases.workerUtilizationAwareAssignmentConfig().inMemoryWorkerMetricsCaptureFrequencyMillis(1_000)
        .workerMetricsReporterFreqInMillis(5_000);
    var coordination = configs.coordinatorConfig().parentShardPollIntervalMillis(1_000);
    if (rules.equals("3-as-2")) coordination.clientVersionConfig(ClientVersionConfig.CLIENT_VERSION_CONFIG_COMPATIBLE_WITH_2X);
    var specific = retrieval.equals("polling")
        ? new PollingConfig(stream, kinesis).idleTimeBetweenReadsInMillis(300)
        : new FanOutConfig(kinesis).streamName(stream).applicationName(stream + "-application");
    new Scheduler(
        configs.checkpointConfig(), coordination, leases, configs.lifecycleConfig(),
        configs.metricsConfig().metricsFactory(new NullMetricsFactory()), configs.processorConfig(),
        configs.retrievalConfig().retrievalSpecificConfig(specific)).run();
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
        say("no-checkpoint " + lost);
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
        say("no-checkpoint " + lost);
      }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
      try {
        input.checkpointer().checkpoint();
      } catch (Exception lost) {
        say("no-checkpoint " + lost);
      }
      say("gives " + shard);
    }
  }

  // ---------------------------------------------------------------- the test

  final String rules;
  final String retrieval;
  final String stream;
  final Map<String, Process> workers = new TreeMap<>();
  final Map<String, Thread> readers = new TreeMap<>();
  /** All below is guarded by this object. Numbers by key as they were first processed; a lease that moves repeats some. */
  final Map<String, List<Integer>> firsts = new HashMap<>();
  final Set<Integer> seen = new HashSet<>();
  final Map<String, String> holders = new TreeMap<>();
  final Set<String> ended = new HashSet<>();
  final List<String> wrongs = new ArrayList<>();
  final Map<String, Set<String>> parents = new HashMap<>();
  /** What workers gave up when they were asked to, by worker. */
  final Map<String, Integer> given = new TreeMap<>();
  int sent = 0;

  KclMixedTest(String mode) {
    this.rules = mode.split("/")[0];
    this.retrieval = mode.split("/")[1];
    this.stream = "mixed-" + rules + "-" + retrieval + "-" + Long.toHexString(System.nanoTime());
  }

  void run() throws Exception {
    kinesis.createStream(r -> r.streamName(stream).shardCount(SHARDS)).join();
    active();
    java("java-1");
    eventually("the Java worker has all", 180, () -> put(20) && has("java-1", SHARDS));
    rust("rust-1");
    eventually("both share", 240, () -> put(20) && has("java-1", 3) && has("rust-1", 3));
    say(rules + "/" + retrieval + ": shared as " + counts() + ", given up when asked " + given);

    kill("rust-1");
    eventually("the Java worker goes on with what the Rust worker had", 180, () -> put(20) && has("java-1", SHARDS));
    all();

    rust("rust-2");
    eventually("both share again", 240, () -> put(20) && has("java-1", 3) && has("rust-2", 3));
    kill("java-1");
    eventually("the Rust worker goes on with what the Java worker had", 180, () -> put(20) && has("rust-2", SHARDS));
    all();

    reshard();
    java("java-2");
    eventually("both share the children, too", 300, () -> put(20) && has("java-2", 3) && has("rust-2", 3)
        && List.of(8, 9, 10).stream().allMatch(n -> holders.containsKey(shard(n))));
    all();

    // SIGINT: the Rust worker gives up in order what it has, down to the last checkpoint.
    new ProcessBuilder("kill", "-INT", Long.toString(workers.get("rust-2").pid())).start().waitFor();
    check(workers.get("rust-2").waitFor(60, TimeUnit.SECONDS), "the Rust worker ends when it is told");
    eventually("the Java worker has all again", 180, () -> put(20) && has("java-2", SHARDS));
    all();
    synchronized (this) {
      check(given.getOrDefault("rust-2", 0) >= 3, "the Rust worker gave its shards up: " + given);
      check(wrongs.isEmpty(), String.join("; ", wrongs));
      check(ended.containsAll(List.of(shard(0), shard(4), shard(5))), "the parents ended: " + ended);
      firsts.forEach((key, numbers) -> check(
          numbers.equals(numbers.stream().sorted().collect(Collectors.toList())), key + " is in order: " + numbers));
    }
    figures();
  }

  /** The Rust workers report to CloudWatch in the library's names, beside the Java workers where those do. */
  void figures() {
    CloudWatchAsyncClient cloudwatch = with(CloudWatchAsyncClient.builder()).build();
    Set<String> reporting = cloudwatch.listMetrics(r -> r.namespace(stream + "-application").metricName("CurrentLeases")).join().metrics().stream()
        .flatMap(metric -> metric.dimensions().stream()).filter(each -> each.name().equals("WorkerIdentifier")).map(each -> each.value())
        .collect(Collectors.toSet());
    Set<String> wanted = rules.equals("2") ? Set.of("rust-2", "java-1", "java-2") : Set.of("rust-2");
    check(reporting.containsAll(wanted), wanted + " report their leases: " + reporting);
  }

  /** Holds, of the shards that are open and begun, as many as this or more. */
  boolean has(String worker, int count) {
    return counts().getOrDefault(worker, 0L) >= count;
  }

  void all() throws Exception {
    for (int i = 0; i < 10; i += 1) put(50);
    eventually("everything is processed", 240, () -> seen.size() == sent);
  }

  void java(String worker) throws Exception {
    String java = ProcessHandle.current().info().command().get();
    if (rules.equals("2")) {
      ProcessBuilder builder = new ProcessBuilder(
          java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", System.getenv("HEADWATER_KCL2"),
          "Worker", worker, stream, retrieval);
      builder.environment().put("KCL_FAILOVER_MS", Long.toString(FAILOVER_MS));
      start(worker, builder);
      return;
    }
    start(worker, new ProcessBuilder(
        java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", System.getProperty("java.class.path"),
        "KclMixedTest.java", "worker", worker, stream, rules, retrieval));
  }

  void rust(String worker) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
        System.getenv("HEADWATER_CONSUME"), stream, stream + "-application", worker, retrieval);
    builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
        "HEADWATER_FAILOVER_MS", Long.toString(FAILOVER_MS), "HEADWATER_METRICS", "1"));
    start(worker, builder);
  }

  void start(String worker, ProcessBuilder builder) throws Exception {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
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
    readers.put(worker, reader);
  }

  /** SIGKILL from outside: of a pipe whose process Java itself ends, Java drops what was not read, though a checkpoint may follow it. */
  void kill(String worker) throws Exception {
    new ProcessBuilder("kill", "-KILL", Long.toString(workers.get(worker).pid())).start().waitFor();
    workers.get(worker).waitFor();
    readers.get(worker).join();
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
      case "gives" -> given.merge(worker, 1, Integer::sum);
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
