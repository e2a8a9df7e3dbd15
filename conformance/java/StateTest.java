// The neighbours of the streams with the AWS SDK for Java, synchronous and asynchronous: a lease table as a consumer keeps it (DynamoDB),
// metrics (CloudWatch) and the caller's identity (STS). What each service's client writes is recorded, so that the test says which
// dialect it has tested.

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.sts.StsClient;

public class StateTest {
  static final Set<String> dialects = new ConcurrentSkipListSet<>();

  interface Test {
    void run() throws Exception;
  }

  public static void main(String[] arguments) {
    try (DynamoDbClient tables = with(DynamoDbClient.builder()).build();
        DynamoDbAsyncClient tablesLater = with(DynamoDbAsyncClient.builder()).build();
        CloudWatchClient cloudwatch = with(CloudWatchClient.builder()).build();
        StsClient sts = with(StsClient.builder()).build()) {
      test("a lease is taken by one of sixteen", () -> oneTakesTheLease(tables, tablesLater));
      test("a table is scanned page by page; errors are of their type", () -> pages(tables));
      test("metrics come back, with their mean", () -> metrics(cloudwatch));
      test("the caller is known", () -> check(sts.getCallerIdentity().account().equals("000000000000"), "the account"));
    }
    check(dialects.stream().map(each -> each.split(" ")[0]).collect(Collectors.toSet()).equals(Set.of("DynamoDb", "CloudWatch", "Sts")),
        "each was called: " + dialects);
    System.out.println("spoken: " + dialects);
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

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder) {
    String service = builder.getClass().getSimpleName().replaceFirst("^Default", "").replaceFirst("(Async)?ClientBuilder$", "");
    ExecutionInterceptor spy = new ExecutionInterceptor() {
      @Override
      public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        dialects.add(service + " " + context.httpRequest().firstMatchingHeader("Content-Type").orElse(""));
      }
    };
    return builder
        .endpointOverride(URI.create(System.getenv("HEADWATER_ENDPOINT")))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key")))
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(spy));
  }

  static String leaseTable(DynamoDbClient client) {
    String name = "java-leases-" + System.nanoTime();
    client.createTable(b -> b.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(a -> a.attributeName("leaseKey").attributeType(ScalarAttributeType.S))
        .keySchema(k -> k.attributeName("leaseKey").keyType(KeyType.HASH)));
    client.waiter().waitUntilTableExists(b -> b.tableName(name));
    return name;
  }

  static Map<String, AttributeValue> lease(String key, int counter) {
    return new HashMap<>(Map.of("leaseKey", AttributeValue.fromS(key), "leaseCounter", AttributeValue.fromN("" + counter)));
  }

  static void oneTakesTheLease(DynamoDbClient client, DynamoDbAsyncClient later) {
    String table = leaseTable(client);
    PutItemRequest create = PutItemRequest.builder().tableName(table).item(lease("shard", 0))
        .conditionExpression("attribute_not_exists(leaseKey)").build();
    client.putItem(create);
    try {
      client.putItem(create);
      throw new AssertionError("it is there");
    } catch (ConditionalCheckFailedException there) {
      check(there.statusCode() == 400, "status " + there.statusCode());
    }
    List<CompletableFuture<String>> takers = IntStream.range(0, 16).mapToObj(n -> later.updateItem(b -> b.tableName(table)
        .key(Map.of("leaseKey", AttributeValue.fromS("shard")))
        .updateExpression("SET leaseOwner = :me, leaseCounter = leaseCounter + :one")
        .conditionExpression("leaseCounter = :seen")
        .expressionAttributeValues(Map.of(":me", AttributeValue.fromS("worker-" + n), ":one", AttributeValue.fromN("1"), ":seen",
            AttributeValue.fromN("0")))
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .handle((done, problem) -> {
          if (problem == null) return "worker-" + n;
          ConditionalCheckFailedException lost = (ConditionalCheckFailedException) problem.getCause();
          check(lost.item().containsKey("leaseOwner"), "the loser is told who has it");
          return "";
        })).collect(Collectors.toList());
    List<String> owners = takers.stream().map(CompletableFuture::join).filter(owner -> !owner.isEmpty()).collect(Collectors.toList());
    check(owners.size() == 1, "one takes it: " + owners);
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(Map.of("leaseKey", AttributeValue.fromS("shard"))).consistentRead(true)).item();
    check(item.get("leaseOwner").s().equals(owners.get(0)) && item.get("leaseCounter").n().equals("1"), "" + item);
  }

  static void pages(DynamoDbClient client) {
    String table = leaseTable(client);
    for (int start = 0; start < 100; start += 25) {
      List<WriteRequest> puts = IntStream.range(start, start + 25)
          .mapToObj(n -> WriteRequest.builder().putRequest(p -> p.item(lease("shard-" + n, n))).build()).collect(Collectors.toList());
      client.batchWriteItem(b -> b.requestItems(Map.of(table, puts)));
    }
    Set<String> keys = new TreeSet<>();
    int[] pages = {0};
    client.scanPaginator(b -> b.tableName(table).limit(7).filterExpression("leaseCounter >= :n")
        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("40")))).forEach(page -> {
          pages[0] += 1;
          page.items().forEach(item -> keys.add(item.get("leaseKey").s()));
        });
    check(keys.size() == 60 && pages[0] >= 100 / 7, keys.size() + " leases in " + pages[0] + " pages");
    try {
      client.getItem(b -> b.tableName("nowhere").key(Map.of("leaseKey", AttributeValue.fromS("a"))));
      throw new AssertionError("there is no such table");
    } catch (ResourceNotFoundException missing) {
      check(missing.statusCode() == 400, "status " + missing.statusCode());
    }
    try {
      client.transactWriteItems(b -> b.transactItems(
          TransactWriteItem.builder().put(p -> p.tableName(table).item(lease("new", 0))).build(),
          TransactWriteItem.builder().conditionCheck(c -> c.tableName(table).key(Map.of("leaseKey", AttributeValue.fromS("none")))
              .conditionExpression("attribute_exists(leaseKey)")).build()));
      throw new AssertionError("the condition does not hold");
    } catch (TransactionCanceledException cancelled) {
      List<String> codes = cancelled.cancellationReasons().stream().map(CancellationReason::code).collect(Collectors.toList());
      check(codes.equals(List.of("None", "ConditionalCheckFailed")), "" + codes);
    }
  }

  static void metrics(CloudWatchClient client) {
    String namespace = "Java/" + System.nanoTime();
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.MINUTES);
    // So many that the SDK compresses them.
    List<MetricDatum> data = new ArrayList<>();
    for (int n = 0; n < 500; n += 1) {
      double value = n;
      data.add(MetricDatum.builder().metricName("Time").value(value).unit(StandardUnit.MILLISECONDS).timestamp(minute)
          .dimensions(d -> d.name("Operation").value("ProcessTask")).build());
    }
    client.putMetricData(b -> b.namespace(namespace).metricData(data));
    List<Metric> listed = client.listMetrics(b -> b.namespace(namespace)).metrics();
    check(listed.size() == 1 && listed.get(0).dimensions().get(0).value().equals("ProcessTask"), "" + listed);
    List<MetricDataQuery> queries = new ArrayList<>();
    for (String statistic : List.of("Sum", "SampleCount", "Maximum")) {
      queries.add(MetricDataQuery.builder().id(statistic.toLowerCase()).metricStat(s -> s.metric(listed.get(0)).period(60).stat(statistic)).build());
    }
    queries.add(MetricDataQuery.builder().id("mean").expression("sum / samplecount").build());
    Map<String, List<Double>> found = client.getMetricData(b -> b.startTime(minute).endTime(minute.plusSeconds(60)).metricDataQueries(queries))
        .metricDataResults().stream().collect(Collectors.toMap(result -> result.id(), result -> result.values()));
    check(found.equals(Map.of("sum", List.of(124750.0), "samplecount", List.of(500.0), "maximum", List.of(499.0), "mean", List.of(249.5))), "" + found);
    try {
      client.putMetricData(b -> b.namespace("AWS/Kinesis").metricData(data.get(0)));
      throw new AssertionError("the namespace is the service's own");
    } catch (CloudWatchException refused) {
      check(refused.awsErrorDetails().errorCode().equals("InvalidParameterValue"), refused.awsErrorDetails().errorCode());
    }
  }
}
