// What the library's workers told of themselves (its own CloudWatch metrics, in detail) is there to be asked for.

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

public class Metrics {
  /** Workers that were killed took up to a buffer's time of figures with them, so there may be fewer records than were processed. */
  static void check(String application, int records) throws Exception {
    CloudWatchClient cloudwatch = Setup.with(CloudWatchClient.builder()).build();
    Instant since = Instant.now().minus(Duration.ofHours(1));
    double processed = 0;
    List<Metric> metrics = List.of();
    for (int tries = 0; tries < 60 && processed < records / 2.0; tries += 1) {
      Thread.sleep(500);
      metrics = cloudwatch.listMetricsPaginator(r -> r.namespace(application)).metrics().stream().collect(Collectors.toList());
      processed = 0;
      List<MetricDataQuery> queries = queries(metrics.stream().filter(Metrics::countsRecords).collect(Collectors.toList()));
      for (int from = 0; from < queries.size(); from += 100) {
        List<MetricDataQuery> some = queries.subList(from, Math.min(from + 100, queries.size()));
        processed += cloudwatch.getMetricDataPaginator(r -> r.startTime(since).endTime(Instant.now().plusSeconds(60)).metricDataQueries(some))
            .stream().flatMap(page -> page.metricDataResults().stream()).flatMap(result -> result.values().stream())
            .mapToDouble(Double::doubleValue).sum();
      }
    }
    Set<String> names = metrics.stream().map(Metric::metricName).collect(Collectors.toSet());
    Set<String> wanted = Set.of("RecordsProcessed", "DataBytesProcessed", "MillisBehindLatest", "CurrentLeases", "Success", "Time");
    Fleet.check(names.containsAll(wanted), "the metrics " + wanted + " are among " + names);
    // Repeats count again.
    Fleet.check(processed >= records / 2.0, "the workers tell of at least half of " + records + " records: " + processed);
    System.out.println("metrics: " + metrics.size() + " of " + names.size() + " names; " + (long) processed + " records processed by their count");
  }

  /** The library's count of one shard; detailed metrics have the shard as a dimension. */
  static boolean countsRecords(Metric metric) {
    return metric.metricName().equals("RecordsProcessed") && metric.dimensions().stream().anyMatch(each -> each.name().equals("ShardId"));
  }

  static List<MetricDataQuery> queries(List<Metric> metrics) {
    return java.util.stream.IntStream.range(0, metrics.size())
        .mapToObj(n -> MetricDataQuery.builder().id("m" + n).metricStat(s -> s.metric(metrics.get(n)).period(3600).stat("Sum")).build())
        .collect(Collectors.toList());
  }
}
