// The Kinesis Producer Library, unmodified: its native daemon aggregates user records and puts them over TLS, verified against the
// server's own authority. What was put is what is read back once the Kinesis Client Library's own decoder has taken the records apart.

import com.google.common.util.concurrent.ListenableFuture;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.producer.KinesisProducer;
import software.amazon.kinesis.producer.KinesisProducerConfiguration;
import software.amazon.kinesis.producer.UserRecordResult;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

public class KplTest {
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key"));
  static final int KEYS = 97;

  static KinesisAsyncClient client;

  public static void main(String[] arguments) throws Exception {
    client = KinesisAsyncClient.builder()
        .endpointOverride(URI.create(System.getenv("HEADWATER_ENDPOINT")))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2))
        .build();
    try {
      everyUserRecordComesBack();
      System.out.println("ok: KPL: user records put are user records read, in the order answered");
      keysThatWaitKeepTheirOrder();
      System.out.println("ok: KPL: records of a key are in order");
      aSplitBetweenLosesNothing();
      System.out.println("ok: KPL: a split while the library still predicts the parent loses nothing");
      if (System.getenv("HEADWATER_PRODUCE") != null) {
        ourProducersRecordsAreRead();
        System.out.println("ok: headwater-client: the client library's decoder reads what it puts, in order for every key, over a split");
      }
    } catch (Throwable problem) {
      problem.printStackTrace(System.out);
      System.exit(1);
    }
    System.exit(0);
  }

  static void everyUserRecordComesBack() throws Exception {
    String stream = create("kpl-bulk", 4);
    KinesisProducer producer = producer();
    List<ListenableFuture<UserRecordResult>> results = put(producer, stream, 0, 20_000);
    producer.flushSync();
    List<BigInteger> numbers = new ArrayList<>();
    for (Future<UserRecordResult> result : results) {
      check(result.get().isSuccessful(), "every record is put: " + result.get().getAttempts());
      numbers.add(new BigInteger(result.get().getSequenceNumber()));
    }
    producer.destroy();

    Read read = read(stream);
    check(read.stored.equals(new HashSet<>(numbers)), "the sequence numbers that were answered are those of the stored records");
    check(read.stored.size() < 2_000, "records are aggregated: " + read.stored.size());
    read.values.forEach((key, values) -> {
      List<BigInteger> answered = values.stream().map(numbers::get).collect(Collectors.toList());
      check(answered.equals(answered.stream().sorted().collect(Collectors.toList())), "records are read in the order answered");
      check(new HashSet<>(values).equals(wanted(20_000).get(key)), "the records of " + key + " are those put");
    });
    check(read.values.values().stream().mapToInt(List::size).sum() == 20_000, "no more and no fewer are read");
  }

  static Map<String, Set<Integer>> wanted(int records) {
    return IntStream.range(0, records).boxed().collect(Collectors.groupingBy(KplTest::key, Collectors.toSet()));
  }

  /** The library keeps no order among records that are under way together, so a key's next follows the answer to its last. */
  static void keysThatWaitKeepTheirOrder() throws Exception {
    String stream = create("kpl-order", 4);
    KinesisProducer producer = producer();
    for (int round = 0; round < 20; round += 1) {
      List<ListenableFuture<UserRecordResult>> results = put(producer, stream, round * KEYS, (round + 1) * KEYS);
      producer.flush();
      for (Future<UserRecordResult> result : results) check(result.get().isSuccessful(), "every record is put");
    }
    producer.destroy();

    Read read = read(stream);
    check(read.values.size() == KEYS && read.stored.size() < 20 * KEYS, "all keys are there, aggregated");
    read.values.forEach((key, values) -> check(
        values.size() == 20 && values.equals(values.stream().sorted().collect(Collectors.toList())), key + " is in order: " + values));
  }

  static void aSplitBetweenLosesNothing() throws Exception {
    String stream = create("kpl-split", 2);
    KinesisProducer producer = producer();
    List<ListenableFuture<UserRecordResult>> results = put(producer, stream, 0, 4_000);
    producer.flushSync();
    Shard parent = shards(stream).get(0);
    String middle = new BigInteger(parent.hashKeyRange().endingHashKey()).shiftRight(1).toString();
    client.splitShard(b -> b.streamName(stream).shardToSplit(parent.shardId()).newStartingHashKey(middle)).join();
    active(stream);
    results.addAll(put(producer, stream, 4_000, 8_000));
    producer.flushSync();
    for (Future<UserRecordResult> result : results) check(result.get().isSuccessful(), "every record is put");
    producer.destroy();

    // Where an aggregate of the parent's records went to a child, the library puts again what the child does not own, and the client
    // library's decoder, told the child's range, drops even the rest of that aggregate. What the server answered is all there.
    Read read = read(stream, false);
    Set<Integer> seen = read.values.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    check(seen.size() == 8_000, "every user record is read after the split: " + seen.size());
  }

  /** Headwater's own producer, a process of its own, over TLS; a shard is split while it puts. */
  static void ourProducersRecordsAreRead() throws Exception {
    String stream = create("client", 4);
    ProcessBuilder builder = new ProcessBuilder(System.getenv("HEADWATER_PRODUCE"), stream, "200000", "97").inheritIO();
    builder.environment().putAll(Map.of(
        "HEADWATER_ENDPOINT", System.getenv("HEADWATER_TLS_ENDPOINT"),
        "AWS_ACCESS_KEY_ID", CREDENTIALS.resolveCredentials().accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", CREDENTIALS.resolveCredentials().secretAccessKey()));
    Process produce = builder.start();
    Shard parent = shards(stream).get(1);
    while (read(stream).stored.size() < 20) Thread.sleep(20);
    BigInteger low = new BigInteger(parent.hashKeyRange().startingHashKey());
    String middle = low.add(new BigInteger(parent.hashKeyRange().endingHashKey())).shiftRight(1).toString();
    client.splitShard(b -> b.streamName(stream).shardToSplit(parent.shardId()).newStartingHashKey(middle)).join();
    check(produce.waitFor() == 0, "it ends well");

    Read read = read(stream);
    check(read.values.values().stream().mapToInt(List::size).sum() == 200_000, "every user record is read once");
    check(read.stored.size() < 20_000, "records are aggregated: " + read.stored.size());
    read.values.forEach((key, values) -> check(
        values.equals(values.stream().sorted().collect(Collectors.toList())), key + " is in order"));
  }

  static KinesisProducer producer() {
    URI endpoint = URI.create(System.getenv("HEADWATER_TLS_ENDPOINT"));
    KinesisProducerConfiguration configuration = new KinesisProducerConfiguration()
        .setKinesisEndpoint(endpoint.getHost())
        .setKinesisPort(endpoint.getPort())
        .setCaCertFile(System.getenv("HEADWATER_CA"))
        .setVerifyCertificate(true)
        .setRegion("us-east-1")
        .setCredentialsProvider(CREDENTIALS)
        .setAggregationEnabled(true)
        .setRecordTtl(120_000)
        .setRequestTimeout(30_000)
        .setMetricsLevel("none")
        .setLogLevel("warning");
    return new KinesisProducer(configuration);
  }

  static List<ListenableFuture<UserRecordResult>> put(KinesisProducer producer, String stream, int from, int to) throws Exception {
    List<ListenableFuture<UserRecordResult>> results = new ArrayList<>();
    for (int i = from; i < to; i += 1) {
      while (producer.getOutstandingRecordsCount() > 5_000) Thread.sleep(1);
      ByteBuffer data = ByteBuffer.wrap((i + " of " + key(i)).getBytes(StandardCharsets.UTF_8));
      results.add(producer.addUserRecord(stream, key(i), data));
    }
    return results;
  }

  static String key(int i) {
    return "schlüssel-" + i * 31 % KEYS;
  }

  static String create(String what, int shards) throws Exception {
    String stream = what + "-" + System.nanoTime();
    client.createStream(b -> b.streamName(stream).shardCount(shards)).join();
    active(stream);
    return stream;
  }

  static void active(String stream) {
    client.waiter().waitUntilStreamExists(b -> b.streamName(stream)).join();
  }

  static List<Shard> shards(String stream) {
    return client.listShards(b -> b.streamName(stream)).join().shards();
  }

  /** Numbers of the stored records, and the user records' numbers by key, in the order in which the shards hold them. */
  static class Read {
    final Set<BigInteger> stored = new HashSet<>();
    final Map<String, List<Integer>> values = new TreeMap<>();
  }

  /** Reads all shards, parents before children as their ids have it. */
  static Read read(String stream) throws Exception {
    return read(stream, true);
  }

  static Read read(String stream, boolean ofShardOnly) throws Exception {
    Read read = new Read();
    AggregatorUtil decoder = new AggregatorUtil();
    for (Shard shard : shards(stream)) {
      String iterator = client.getShardIterator(
          b -> b.streamName(stream).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).join().shardIterator();
      while (iterator != null) {
        String at = iterator;
        GetRecordsResponse response = client.getRecords(b -> b.shardIterator(at)).join();
        response.records().forEach(record -> read.stored.add(new BigInteger(record.sequenceNumber())));
        List<KinesisClientRecord> records =
            response.records().stream().map(KinesisClientRecord::fromRecord).collect(Collectors.toList());
        // With the shard's range, as the library reads: what does not belong there is dropped.
        List<KinesisClientRecord> users = !ofShardOnly ? decoder.deaggregate(records) : decoder.deaggregate(
            records, shard.hashKeyRange().startingHashKey(), shard.hashKeyRange().endingHashKey());
        for (KinesisClientRecord record : users) {
          String[] words = StandardCharsets.UTF_8.decode(record.data()).toString().trim().split(" of ");
          check(words[1].equals(record.partitionKey()), "the record lies under its key");
          read.values.computeIfAbsent(record.partitionKey(), key -> new ArrayList<>()).add(Integer.parseInt(words[0]));
        }
        iterator = response.nextShardIterator();
        if (response.records().isEmpty() && response.millisBehindLatest() == 0) break;
      }
    }
    return read;
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError(what);
  }
}
