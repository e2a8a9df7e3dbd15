// Kinesis Data Streams with the AWS SDK for Java, which speaks CBOR by default: the synchronous client over HTTP/1.1, the asynchronous
// one over HTTP/2, in the clear with prior knowledge and over TLS by ALPN, as the Kinesis Client Library uses it; and both over the
// HTTP clients of the AWS common runtime (native code), in the clear.

import java.io.FileInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.*;
import software.amazon.awssdk.services.kinesis.model.Record;

public class KinesisTest {
  static final String PLAIN = System.getenv("HEADWATER_ENDPOINT");
  static final String TLS = System.getenv("HEADWATER_TLS_ENDPOINT");
  static final String SHARD = "shardId-000000000000";
  static final Set<String> contentTypes = ConcurrentHashMap.newKeySet();

  interface Test {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    try (KinesisClient client = with(KinesisClient.builder(), PLAIN).build()) {
      test("HTTP/1.1: records and iterators", () -> recordsAndIterators(client));
      test("HTTP/1.1: refusals", () -> refusals(client));
    }
    for (String endpoint : List.of(PLAIN, TLS)) {
      String way = endpoint.equals(PLAIN) ? "HTTP/2 with prior knowledge" : "HTTP/2 over TLS";
      try (KinesisAsyncClient client = async(endpoint)) {
        test(way + ": records are pushed until the shard's end", () -> subscription(client));
        test(way + ": a second subscription is refused", () -> secondSubscription(client));
        test(way + ": two hundred calls at once", () -> manyCalls(client));
      }
    }
    try (KinesisClient client = with(KinesisClient.builder(), PLAIN).httpClient(AwsCrtHttpClient.create()).build()) {
      test("CRT: records and iterators", () -> recordsAndIterators(client));
      test("CRT: refusals", () -> refusals(client));
    }
    try (KinesisAsyncClient client = with(KinesisAsyncClient.builder(), PLAIN).httpClient(AwsCrtAsyncHttpClient.create()).build()) {
      test("CRT, asynchronous: two hundred calls at once", () -> manyCalls(client));
    }
    // What answers with an event stream is asked for in JSON, and answers in JSON.
    Set<String> others = contentTypes.stream().filter(type -> !type.endsWith(" application/x-amz-cbor-1.1")).collect(Collectors.toSet());
    check(others.equals(Set.of("Kinesis_20131202.SubscribeToShard application/x-amz-json-1.1")), "all else was CBOR: " + others);
    System.exit(0);
  }

  static void test(String name, Test test) {
    try {
      test.run();
      System.out.println("ok: " + name);
    } catch (Throwable problem) {
      System.out.println("FAILED: " + name);
      problem.printStackTrace(System.out);
      System.exit(1);
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError(what);
  }

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder, String endpoint) {
    ExecutionInterceptor spy = new ExecutionInterceptor() {
      @Override
      public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String target = context.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        String type = context.httpRequest().firstMatchingHeader("Content-Type").orElse("");
        contentTypes.add(target + " " + type);
      }
    };
    return builder
        .endpointOverride(URI.create(endpoint))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key")))
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(spy));
  }

  static KinesisAsyncClient async(String endpoint) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (FileInputStream authority = new FileInputStream(System.getenv("HEADWATER_CA"))) {
      trusted.setCertificateEntry("headwater", CertificateFactory.getInstance("X.509").generateCertificate(authority));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    NettyNioAsyncHttpClient.Builder http = NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2);
    if (endpoint.equals(TLS)) http.tlsTrustManagersProvider(trust::getTrustManagers);
    return with(KinesisAsyncClient.builder(), endpoint).httpClientBuilder(http).build();
  }

  static String name(String what) {
    return "java-" + what + "-" + System.nanoTime();
  }

  static String text(Record record) {
    return record.data().asUtf8String();
  }

  static void recordsAndIterators(KinesisClient client) throws Exception {
    String stream = name("records");
    client.createStream(b -> b.streamName(stream).shardCount(1));
    client.waiter().waitUntilStreamExists(b -> b.streamName(stream));
    byte[] everyByte = new byte[256];
    for (int i = 0; i < 256; i += 1) everyByte[i] = (byte) i;
    List<String> numbers = new ArrayList<>();
    numbers.add(client.putRecord(b -> b.streamName(stream).partitionKey("schlüssel").data(SdkBytes.fromByteArray(everyByte)))
        .sequenceNumber());
    Thread.sleep(3);
    List<PutRecordsRequestEntry> entries = List.of("b", "c").stream()
        .map(data -> PutRecordsRequestEntry.builder().partitionKey("k").data(SdkBytes.fromUtf8String(data)).build())
        .collect(Collectors.toList());
    PutRecordsResponse put = client.putRecords(b -> b.streamName(stream).records(entries));
    check(put.failedRecordCount() == 0, "none failed");
    put.records().forEach(each -> numbers.add(each.sequenceNumber()));

    List<Record> all = read(client, stream, b -> b.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    check(Arrays.equals(all.get(0).data().asByteArray(), everyByte), "every byte comes back");
    check(all.get(0).partitionKey().equals("schlüssel"), all.get(0).partitionKey());
    check(all.stream().map(Record::sequenceNumber).collect(Collectors.toList()).equals(numbers), "the numbers are those of the puts");
    long age = System.currentTimeMillis() - all.get(0).approximateArrivalTimestamp().toEpochMilli();
    check(age >= 0 && age < 60_000, "arrived " + age + " ms ago");

    check(read(client, stream, b -> b.shardIteratorType(ShardIteratorType.LATEST)).isEmpty(), "LATEST is behind them");
    check(texts(read(client, stream, b -> b.shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
        .startingSequenceNumber(numbers.get(1)))).equals("bc"), "AT_SEQUENCE_NUMBER");
    check(texts(read(client, stream, b -> b.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
        .startingSequenceNumber(numbers.get(1)))).equals("c"), "AFTER_SEQUENCE_NUMBER");
    check(texts(read(client, stream, b -> b.shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
        .timestamp(all.get(1).approximateArrivalTimestamp()))).equals("bc"), "AT_TIMESTAMP");
  }

  static String texts(List<Record> records) {
    return records.stream().map(KinesisTest::text).collect(Collectors.joining());
  }

  static List<Record> read(KinesisClient client, String stream, java.util.function.Consumer<GetShardIteratorRequest.Builder> from) {
    GetShardIteratorRequest.Builder request = GetShardIteratorRequest.builder().streamName(stream).shardId(SHARD);
    from.accept(request);
    String iterator = client.getShardIterator(request.build()).shardIterator();
    return client.getRecords(b -> b.shardIterator(iterator)).records();
  }

  static void refusals(KinesisClient client) {
    try {
      client.describeStreamSummary(b -> b.streamName("nowhere"));
      throw new AssertionError("it is not there");
    } catch (ResourceNotFoundException refused) {
      check(refused.statusCode() == 400, "status " + refused.statusCode());
      check(refused.awsErrorDetails().errorMessage().equals("Stream nowhere under account 000000000000 not found."),
          refused.awsErrorDetails().errorMessage());
      check(refused.requestId() != null, "it has an id");
    }
    try {
      client.getRecords(b -> b.shardIterator("AAAA"));
      throw new AssertionError("it is forged");
    } catch (InvalidArgumentException refused) {
      check(refused.awsErrorDetails().errorMessage().equals("Invalid ShardIterator."), refused.getMessage());
    }
  }

  /** A stream of one shard with a consumer that may subscribe; gives the consumer's ARN. */
  static String consumer(KinesisAsyncClient client, String stream) throws Exception {
    client.createStream(b -> b.streamName(stream).shardCount(1)).join();
    client.waiter().waitUntilStreamExists(b -> b.streamName(stream)).join();
    String arn = client.describeStreamSummary(b -> b.streamName(stream)).join().streamDescriptionSummary().streamARN();
    String consumer = client.registerStreamConsumer(b -> b.streamARN(arn).consumerName("fan")).join().consumer().consumerARN();
    while (client.describeStreamConsumer(b -> b.consumerARN(consumer)).join().consumerDescription().consumerStatus()
        != ConsumerStatus.ACTIVE) {
      Thread.sleep(50);
    }
    return consumer;
  }

  static CompletableFuture<Void> subscribe(KinesisAsyncClient client, String consumer, ShardIteratorType from,
      java.util.function.Consumer<SubscribeToShardEvent> onEvent) {
    SubscribeToShardResponseHandler handler = SubscribeToShardResponseHandler.builder()
        .subscriber(SubscribeToShardResponseHandler.Visitor.builder().onSubscribeToShardEvent(onEvent).build())
        .build();
    return client.subscribeToShard(
        b -> b.consumerARN(consumer).shardId(SHARD).startingPosition(position -> position.type(from)), handler);
  }

  static void put(KinesisAsyncClient client, String stream, String data) {
    client.putRecord(b -> b.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String(data))).join();
  }

  static void subscription(KinesisAsyncClient client) throws Exception {
    String stream = name("fan-out");
    String consumer = consumer(client, stream);
    put(client, stream, "there");
    List<SubscribeToShardEvent> events = new ArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(2);
    CompletableFuture<Void> over = subscribe(client, consumer, ShardIteratorType.TRIM_HORIZON, event -> {
      synchronized (events) {
        events.add(event);
      }
      event.records().forEach(record -> {
        first.countDown();
        second.countDown();
      });
    });
    check(first.await(20, TimeUnit.SECONDS), "what is there comes");
    put(client, stream, "later");
    check(second.await(20, TimeUnit.SECONDS), "and what comes later");
    client.splitShard(b -> b.streamName(stream).shardToSplit(SHARD).newStartingHashKey("1000")).join();
    over.get(20, TimeUnit.SECONDS);
    List<String> seen = events.stream().flatMap(event -> event.records().stream()).map(KinesisTest::text).collect(Collectors.toList());
    check(seen.equals(List.of("there", "later")), "" + seen);
    SubscribeToShardEvent last = events.get(events.size() - 1);
    check(last.continuationSequenceNumber() == null, "the end has no continuation");
    List<String> children = last.childShards().stream().map(ChildShard::shardId).collect(Collectors.toList());
    check(children.equals(List.of("shardId-000000000001", "shardId-000000000002")), "" + children);
    check(last.childShards().get(0).parentShards().equals(List.of(SHARD)), "the children name their parent");
  }

  static void secondSubscription(KinesisAsyncClient client) throws Exception {
    String consumer = consumer(client, name("second"));
    CountDownLatch opened = new CountDownLatch(1);
    CompletableFuture<Void> running = client.subscribeToShard(
        b -> b.consumerARN(consumer).shardId(SHARD).startingPosition(position -> position.type(ShardIteratorType.LATEST)),
        SubscribeToShardResponseHandler.builder()
            .onResponse(response -> opened.countDown())
            .subscriber(event -> {})
            .build());
    check(opened.await(20, TimeUnit.SECONDS), "the first is open");
    try {
      subscribe(client, consumer, ShardIteratorType.LATEST, event -> {}).join();
      throw new AssertionError("the first holds the shard");
    } catch (CompletionException refused) {
      check(refused.getCause() instanceof ResourceInUseException, "" + refused.getCause());
    }
    running.cancel(true);
  }

  static void manyCalls(KinesisAsyncClient client) {
    String stream = name("many");
    client.createStream(b -> b.streamName(stream).shardCount(1)).join();
    client.waiter().waitUntilStreamExists(b -> b.streamName(stream)).join();
    List<CompletableFuture<PutRecordResponse>> calls = IntStream.range(0, 200)
        .mapToObj(n -> client.putRecord(b -> b.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String("" + n))))
        .collect(Collectors.toList());
    long numbers = calls.stream().map(CompletableFuture::join).map(PutRecordResponse::sequenceNumber).distinct().count();
    check(numbers == 200, numbers + " numbers");
  }
}
