// How many user records a second the Kinesis Producer Library puts: numbered records of 100 bytes, aggregated, so many outstanding at a
// time; `bench/producers` runs it beside the same program on Headwater's producer (crates/client/examples/producer_rate.rs).
//
//   java KplRate STREAM RECORDS KEYS OUTSTANDING WARM_UP
//
// HEADWATER_TLS_ENDPOINT and HEADWATER_CA say where. The last line is what was measured, in JSON.

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.kinesis.producer.KinesisProducer;
import software.amazon.kinesis.producer.KinesisProducerConfiguration;
import software.amazon.kinesis.producer.UserRecordResult;

public class KplRate {
  final KinesisProducer producer;
  final String stream;
  final int keys;
  final int outstanding;
  final AtomicLong failed = new AtomicLong();

  KplRate(String stream, int keys, int outstanding) {
    this.stream = stream;
    this.keys = keys;
    this.outstanding = outstanding;
    URI endpoint = URI.create(System.getenv("HEADWATER_TLS_ENDPOINT"));
    producer = new KinesisProducer(new KinesisProducerConfiguration()
        .setKinesisEndpoint(endpoint.getHost())
        .setKinesisPort(endpoint.getPort())
        .setCaCertFile(System.getenv("HEADWATER_CA"))
        .setRegion("us-east-1")
        .setCredentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        // As many as the server takes; by itself the library keeps to one and a half times a shard's limits.
        .setRateLimit(100_000)
        .setRecordTtl(120_000)
        .setRequestTimeout(30_000)
        .setMetricsLevel("none")
        .setLogLevel("warning"));
  }

  void put(long records) throws Exception {
    Semaphore room = new Semaphore(outstanding);
    FutureCallback<UserRecordResult> answered = new FutureCallback<>() {
      @Override
      public void onSuccess(UserRecordResult result) {
        if (!result.isSuccessful()) failed.incrementAndGet();
        room.release();
      }

      @Override
      public void onFailure(Throwable problem) {
        failed.incrementAndGet();
        room.release();
      }
    };
    for (long number = 0; number < records; number += 1) {
      String key = "key-" + number % keys;
      byte[] data = new byte[100];
      Arrays.fill(data, (byte) ' ');
      byte[] text = (number + " of " + key).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(text, 0, data, 0, text.length);
      room.acquire();
      Futures.addCallback(producer.addUserRecord(stream, key, ByteBuffer.wrap(data)), answered, MoreExecutors.directExecutor());
    }
    producer.flush();
    room.acquire(outstanding);
  }

  public static void main(String[] arguments) throws Exception {
    KplRate rate = new KplRate(arguments[0], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    long records = Long.parseLong(arguments[1]);
    rate.put(Long.parseLong(arguments[4]));
    long began = System.nanoTime();
    rate.put(records);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("{\"records\": %d, \"failed\": %d, \"seconds\": %.3f}%n", records, rate.failed.get(), seconds);
    System.out.flush();
    rate.producer.destroy();
    System.exit(0);
  }
}
