// The Kinesis Producer Library's own metrics, in detail: its native daemon puts them over TLS to the CloudWatch API of the same server,
// where they can be asked for.

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.kinesis.producer.KinesisProducer;
import software.amazon.kinesis.producer.KinesisProducerConfiguration;

public class KplMetricsTest {
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key"));
  static final int RECORDS = 5_000;

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder) {
    return builder.endpointOverride(URI.create(System.getenv("HEADWATER_ENDPOINT"))).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS);
  }

  public static void main(String[] arguments) {
    try {
      run();
      System.exit(0);
    } catch (Throwable problem) {
      problem.printStackTrace(System.out);
      System.exit(1);
    }
  }

  static void run() throws Exception {
    String stream = "kpl-metrics-" + System.nanoTime();
    String namespace = "Producer/" + stream;
    KinesisClient kinesis = with(KinesisClient.builder()).build();
    kinesis.createStream(r -> r.streamName(stream).shardCount(2));
    kinesis.waiter().waitUntilStreamExists(r -> r.streamName(stream));
    URI endpoint = URI.create(System.getenv("HEADWATER_TLS_ENDPOINT"));
    KinesisProducer producer = new KinesisProducer(new KinesisProducerConfiguration()
        .setKinesisEndpoint(endpoint.getHost()).setKinesisPort(endpoint.getPort())
        .setCloudwatchEndpoint(endpoint.getHost()).setCloudwatchPort(endpoint.getPort())
        .setCaCertFile(System.getenv("HEADWATER_CA"))
        .setRegion("us-east-1")
        .setCredentialsProvider(CREDENTIALS)
        .setMetricsCredentialsProvider(CREDENTIALS)
        .setMetricsNamespace(namespace).setMetricsLevel("detailed").setMetricsGranularity("shard").setMetricsUploadDelay(1_000)
        .setRecordTtl(120_000).setRequestTimeout(30_000).setLogLevel("warning"));
    for (int i = 0; i < RECORDS; i += 1) {
      byte[] data = ("record " + i).getBytes(StandardCharsets.UTF_8);
      producer.addUserRecord(stream, "key-" + i, ByteBuffer.wrap(data));
    }
    producer.flushSync();

    CloudWatchClient cloudwatch = with(CloudWatchClient.builder()).build();
    double put = 0;
    long deadline = System.nanoTime() + Duration.ofSeconds(150).toNanos();
    while (put < RECORDS && System.nanoTime() < deadline) {
      Thread.sleep(1_000);
      put = sum(cloudwatch, namespace, "UserRecordsPut", stream);
    }
    check(put == RECORDS, "the daemon tells of " + RECORDS + " user records put: " + put);
    List<Metric> metrics = cloudwatch.listMetricsPaginator(r -> r.namespace(namespace)).metrics().stream().collect(Collectors.toList());
    Set<String> names = metrics.stream().map(Metric::metricName).collect(Collectors.toSet());
    Set<String> wanted = Set.of("UserRecordsReceived", "UserRecordsPut", "KinesisRecordsPut", "KinesisRecordsDataPut", "AllErrors", "RequestTime",
        "BufferingTime", "UserRecordsPerKinesisRecord");
    check(names.containsAll(wanted), "the metrics " + wanted + " are among " + names);
    Set<String> shards = metrics.stream().flatMap(metric -> metric.dimensions().stream()).filter(each -> each.name().equals("ShardId"))
        .map(Dimension::value).collect(Collectors.toSet());
    check(shards.size() == 2, "they are told for each of two shards: " + shards);
    producer.destroy();
    System.out.println("ok: KPL: its detailed metrics are there over TLS: " + metrics.size() + " of " + names.size() + " names; UserRecordsPut is "
        + (long) put);
  }

  static double sum(CloudWatchClient cloudwatch, String namespace, String name, String stream) {
    Instant now = Instant.now();
    Metric metric = Metric.builder().namespace(namespace).metricName(name)
        .dimensions(Dimension.builder().name("StreamName").value(stream).build()).build();
    MetricDataQuery query = MetricDataQuery.builder().id("m").metricStat(s -> s.metric(metric).period(3600).stat("Sum")).build();
    return cloudwatch.getMetricData(r -> r.startTime(now.minus(Duration.ofHours(1))).endTime(now.plusSeconds(60)).metricDataQueries(query))
        .metricDataResults().stream().flatMap(result -> result.values().stream()).mapToDouble(Double::doubleValue).sum();
  }

  static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError("not so: " + what);
  }
}
