// Fleets of the Kinesis Client Library, 2 or 3, unmodified: worker processes over one stream while records come in without a pause.
//
//   java Fleet life polling|fan-out      8 shards, four workers: two are killed, one joins, a split, a merge, all killed and two new ones
//   java Fleet recovery polling|fan-out  32 shards, three workers: a follower and then the leader killed (KCL 2 has none: who worked longest),
//                                        `-Drounds=N` times, and how long each took
//
// Every record is processed at least once, those of a key in their order, a child only after its parents' ends. Workers say what they
// do, a line each (`Processing`); this process puts, kills, reshards and judges. It is compiled against either library (`test.sh`).

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.kinesis.common.KinesisClientUtil;

public class Fleet {
  static final KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(Setup.with(KinesisAsyncClient.builder()));
  static final DynamoDbAsyncClient tables = Setup.with(DynamoDbAsyncClient.builder()).build();
  static final int KEYS = 211;

  public static void main(String[] arguments) {
    int status = 0;
    Fleet fleet = new Fleet(arguments[0], arguments[1]);
    try {
      if (arguments[0].equals("life")) fleet.life();
      else fleet.recovery(Integer.getInteger("rounds", 1), Boolean.getBoolean("mark"));
    } catch (Throwable problem) {
      problem.printStackTrace(System.out);
      status = 1;
    } finally {
      fleet.workers.values().forEach(WorkerProcess::kill);
    }
    System.exit(status);
  }

  final String mode;
  final String stream;
  final Map<String, WorkerProcess> workers = new TreeMap<>();
  // All below is guarded by this object.
  /** Numbers by key as they were first processed; a lease that moves repeats some. */
  final Map<String, List<Integer>> firsts = new HashMap<>();
  final Set<Integer> seen = new HashSet<>();
  /** Every number a worker processed, repeats too. */
  final Map<String, Set<Integer>> byWorker = new HashMap<>();
  final Map<String, String> holders = new TreeMap<>();
  /** Who last processed a record of a shard. */
  final Map<String, String> lastReaders = new TreeMap<>();
  final Map<String, Set<String>> parents = new HashMap<>();
  final Set<String> ended = new HashSet<>();
  final List<String> wrongs = new ArrayList<>();
  int sent = 0;
  int repeats = 0;

  Fleet(String what, String mode) {
    this.mode = mode;
    this.stream = "fleet-" + what + "-" + mode + "-" + Long.toHexString(System.nanoTime());
  }

  // ---------------------------------------------------------------- what is tested

  void life() throws Exception {
    begin(8, List.of("a", "b", "c", "d"));
    long first = recover("b");
    System.out.println(mode + ": one of four killed; taken over in " + first + " ms, shared as " + counts());

    split(0);
    start("e");
    eventually("who joins gets a share of what is open", 180, () -> put(20) && counts().getOrDefault("e", 0L) > 0);
    System.out.println(mode + ": shard 0 split, a fifth joined; shared as " + counts());
    long second = recover("a");
    System.out.println(mode + ": the first worker killed; taken over in " + second + " ms");
    merge(4, 5);
    for (int i = 0; i < 20; i += 1) put(50);
    eventually("everything is processed", 120, () -> seen.size() == sent);
    eventually("the children are worked on", 180, () -> put(20) && holders.keySet().containsAll(shards(8, 9, 10)));
    eventually("everything is processed", 120, () -> seen.size() == sent);
    synchronized (this) {
      check(ended.containsAll(shards(0, 4, 5)), "the parents ended: " + ended);
    }
    checkpointsAreKept();
    judge();
    Metrics.check(stream + "-application", sent);
    System.out.println("ok: KCL " + Setup.VERSION + " fleet, " + mode + ": " + sent + " records (" + repeats + " twice), 3 of 7 workers killed, "
        + "all leases moved, a split, a merge, children after parents, nothing read again behind a checkpoint");
  }

  /** Whoever begins after all have gone reads what came since, and nothing of what was checkpointed. */
  void checkpointsAreKept() throws Exception {
    Thread.sleep(3_000);
    workers.values().forEach(WorkerProcess::kill);
    int before;
    synchronized (this) {
      before = sent;
      holders.clear();
    }
    put(200);
    start("x");
    eventually("the first of the new workers begins", 180, () -> !holders.isEmpty());
    start("y");
    eventually("the new workers process what came meanwhile", 300, () -> seen.size() == sent);
    synchronized (this) {
      for (String worker : List.of("x", "y")) {
        Set<Integer> old = byWorker.getOrDefault(worker, Set.of()).stream().filter(number -> number < before).collect(Collectors.toSet());
        check(old.isEmpty(), worker + " processes again what was checkpointed: " + old.size() + " of " + before);
      }
    }
  }

  void recovery(int rounds, boolean mark) throws Exception {
    begin(32, List.of("w01", "w02", "w03"));
    List<Recovery> followers = new ArrayList<>(), leaders = new ArrayList<>();
    int started = 3;
    for (int round = 0; round < rounds; round += 1) {
      for (boolean ofLeader : new boolean[] {false, true}) {
        String leader = leader();
        String victim = ofLeader ? leader : workers.keySet().stream().filter(name -> !name.equals(leader)).findFirst().orElseThrow();
        Recovery recovery = timed(victim);
        (ofLeader ? leaders : followers).add(recovery);
        System.out.println("round " + round + ": " + (ofLeader ? "the leader " : "a follower ") + victim + " killed; its shards had owners after "
            + recovery.ownedMs + " ms and were processed after " + recovery.processedMs + " ms");
        String next = String.format("w%02d", started += 1);
        start(next);
        eventually("the replacement gets its share", 180, () -> put(64) && counts().getOrDefault(next, 0L) >= 8);
      }
    }
    eventually("everything is processed", 120, () -> seen.size() == sent);
    judge();
    long bound = Setup.FAILOVER_MS + 5_000;
    List<Long> all = new ArrayList<>(times(followers, recovery -> recovery.processedMs));
    all.addAll(times(leaders, recovery -> recovery.processedMs));
    System.out.println("ok: KCL " + Setup.VERSION + ", " + mode + ", 3 workers over 32 shards, failover time " + Setup.FAILOVER_MS + " ms: "
        + all.size() + " times kill -9, every shard processed again after " + Collections.min(all) + " to " + Collections.max(all) + " ms; "
        + sent + " records, none lost");
    System.out.println("{\"kcl\": \"" + Setup.VERSION + "\", \"mode\": \"" + mode + "\", \"failover_ms\": " + Setup.FAILOVER_MS
        + ", \"bound_ms\": " + bound + ", \"records\": " + sent
        + ", \"follower_ms\": " + times(followers, recovery -> recovery.processedMs)
        + ", \"leader_ms\": " + times(leaders, recovery -> recovery.processedMs)
        + ", \"follower_owned_ms\": " + times(followers, recovery -> recovery.ownedMs)
        + ", \"leader_owned_ms\": " + times(leaders, recovery -> recovery.ownedMs) + "}");
    if (mark) check(Collections.max(all) <= bound, "recovered within the failover time and 5 s, " + bound + " ms");
  }

  static List<Long> times(List<Recovery> recoveries, ToLongFunction<Recovery> which) {
    return recoveries.stream().mapToLong(which).boxed().collect(Collectors.toList());
  }

  /** Who has KCL 3's lock of leaders. KCL 2 has no such item; who worked longest stands for it. */
  String leader() {
    Map<String, AttributeValue> lock = tables.getItem(r -> r.tableName(stream + "-application").consistentRead(true)
        .key(Map.of("leaseKey", AttributeValue.fromS("Leader")))).join().item();
    String owner = lock == null || !lock.containsKey("ownerName") ? null : lock.get("ownerName").s();
    return owner != null && workers.containsKey(owner) ? owner : workers.keySet().iterator().next();
  }

  /** Leases that this worker still has. */
  long leasesOf(String worker) {
    return tables.scan(r -> r.tableName(stream + "-application").consistentRead(true)).join().items().stream()
        .filter(item -> item.containsKey("leaseOwner") && worker.equals(item.get("leaseOwner").s())).count();
  }

  /** Makes the stream and starts the workers, the first alone: those that make an application's tables together trip each other up. */
  void begin(int shards, List<String> names) throws Exception {
    kinesis.createStream(r -> r.streamName(stream).shardCount(shards)).join();
    active();
    start(names.get(0));
    eventually("the first worker begins", 180, () -> put(20) && !holders.isEmpty());
    for (String name : names.subList(1, names.size())) start(name);
    long most = (shards + names.size() - 1) / names.size() + 1;
    eventually(names.size() + " workers share " + shards + " shards alike", 300, () -> put(20) && holders.size() == shards
        && counts().size() == names.size() && Collections.max(counts().values()) <= most);
    System.out.println(mode + ": shared as " + counts());
  }

  long recover(String victim) throws Exception {
    return timed(victim).processedMs;
  }

  /** How long after a worker's death all its leases had another owner, and a record of every shard it had was processed by another. */
  static class Recovery {
    long ownedMs = -1;
    long processedMs;
  }

  /** Kills a worker without a word, and waits until the others do what it did. */
  Recovery timed(String victim) throws Exception {
    Set<String> orphans;
    synchronized (this) {
      orphans = holders.keySet().stream().filter(shard -> holders.get(shard).equals(victim)).collect(Collectors.toSet());
      check(!orphans.isEmpty(), victim + " has shards");
    }
    Recovery recovery = new Recovery();
    long killed = System.nanoTime();
    workers.remove(victim).kill();
    synchronized (this) {
      orphans.forEach(shard -> lastReaders.put(shard, victim));
    }
    eventually("the others take over the " + orphans.size() + " shards of " + victim, 240, () -> {
      if (recovery.ownedMs < 0 && leasesOf(victim) == 0) recovery.ownedMs = (System.nanoTime() - killed) / 1_000_000;
      return putEverywhere() && orphans.stream().noneMatch(shard -> lastReaders.get(shard).equals(victim) && !ended.contains(shard));
    });
    recovery.processedMs = (System.nanoTime() - killed) / 1_000_000;
    return recovery;
  }

  synchronized void judge() {
    check(wrongs.isEmpty(), String.join("; ", wrongs));
    check(seen.size() == sent, "all " + sent + " are processed: " + seen.size());
    firsts.forEach((key, numbers) ->
        check(numbers.equals(numbers.stream().sorted().collect(Collectors.toList())), key + " is in order: " + numbers));
  }

  // ---------------------------------------------------------------- workers

  void start(String worker) throws Exception {
    workers.put(worker, new WorkerProcess(worker, stream, mode, this::hear));
  }

  synchronized void hear(String worker, String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "record" -> {
        int number = Integer.parseInt(words[3]);
        lastReaders.put(words[1], worker);
        // Who lost a lease and got it again may say so in the other order.
        if (!ended.contains(words[1])) holders.put(words[1], worker);
        byWorker.computeIfAbsent(worker, name -> new HashSet<>()).add(number);
        if (seen.add(number)) firsts.computeIfAbsent(words[2], key -> new ArrayList<>()).add(number);
        else repeats += 1;
      }
      case "begins" -> {
        holders.put(words[1], worker);
        Set<String> wanted = parents.getOrDefault(words[1], Set.of());
        if (!ended.containsAll(wanted)) wrongs.add(words[1] + " begins before " + wanted + " ended: " + ended);
      }
      case "loses" -> holders.remove(words[1], worker);
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

  // ---------------------------------------------------------------- the stream

  /** Records by key, as an application has them. */
  boolean put(int count) {
    List<PutRecordsRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i += 1) entries.add(entry("key-" + sent % KEYS, null));
    return send(entries);
  }

  /** One record for each open shard. */
  boolean putEverywhere() {
    List<PutRecordsRequestEntry> entries = new ArrayList<>();
    for (Shard shard : kinesis.listShards(r -> r.streamName(stream)).join().shards()) {
      if (shard.sequenceNumberRange().endingSequenceNumber() == null) {
        entries.add(entry("of-" + shard.shardId(), shard.hashKeyRange().startingHashKey()));
      }
    }
    return send(entries);
  }

  synchronized PutRecordsRequestEntry entry(String key, String hash) {
    SdkBytes data = SdkBytes.fromUtf8String(key + " " + sent++);
    return PutRecordsRequestEntry.builder().partitionKey(key).explicitHashKey(hash).data(data).build();
  }

  boolean send(List<PutRecordsRequestEntry> entries) {
    check(kinesis.putRecords(r -> r.streamName(stream).records(entries)).join().failedRecordCount() == 0, "every record is put");
    return true;
  }

  /** What the children wait for is known before any worker can see them: their ids follow in the order of the calls. */
  void split(int number) {
    synchronized (this) {
      parents.putAll(Map.of(shard(8), Set.of(shard(number)), shard(9), Set.of(shard(number))));
    }
    Shard parent = kinesis.listShards(r -> r.streamName(stream)).join().shards().get(number);
    BigInteger low = new BigInteger(parent.hashKeyRange().startingHashKey());
    String middle = low.add(new BigInteger(parent.hashKeyRange().endingHashKey())).shiftRight(1).toString();
    kinesis.splitShard(r -> r.streamName(stream).shardToSplit(shard(number)).newStartingHashKey(middle)).join();
    active();
    put(200);
  }

  void merge(int one, int other) {
    synchronized (this) {
      parents.put(shard(10), Set.of(shard(one), shard(other)));
    }
    kinesis.mergeShards(r -> r.streamName(stream).shardToMerge(shard(one)).adjacentShardToMerge(shard(other))).join();
    active();
    put(200);
  }

  static String shard(int number) {
    return String.format("shardId-%012d", number);
  }

  static List<String> shards(int... numbers) {
    return IntStream.of(numbers).mapToObj(Fleet::shard).collect(Collectors.toList());
  }

  void active() {
    kinesis.waiter().waitUntilStreamExists(r -> r.streamName(stream)).join();
  }

  // ---------------------------------------------------------------- waiting and judging

  void eventually(String what, int seconds, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      synchronized (this) {
        if (condition.getAsBoolean()) return;
        check(System.nanoTime() < deadline,
            what + " within " + seconds + " s; processed " + seen.size() + " of " + sent + ", not " + missing() + "; shards " + holders
                + ", ended " + ended);
      }
      Thread.sleep(100);
    }
  }

  /** The first of what was put and not processed. */
  List<Integer> missing() {
    return IntStream.range(0, sent).filter(number -> !seen.contains(number)).limit(20).boxed().collect(Collectors.toList());
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError("not so: " + what);
  }
}
