import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * From the producer's call to the record's arrival at a consumer, on a Kafka broker: what `headwater bench end-to-end` measures on
 * Headwater, in the same way. Records are sent on a fixed schedule and timed from when each was due, so that a stall is not hidden
 * by the records it held back; each carries that moment, and producer and consumer read one clock. What is sent before the
 * window (while both virtual machines compile their code) is not counted.
 *
 * <p>Arguments: bootstrap servers, topic, flush.messages (0 for the broker's default), records a second, warm-up seconds, seconds.
 */
public final class EndToEnd {
    private static final int PARTITIONS = 4;
    private static final int RECORD_BYTES = 1024;
    private static final Duration ARRIVAL_GRACE = Duration.ofSeconds(10);

    public static void main(String[] args) throws Exception {
        String servers = args[0], topic = args[1], flush = args[2];
        int rate = Integer.parseInt(args[3]);
        int warm = rate * Integer.parseInt(args[4]);
        int total = warm + rate * Integer.parseInt(args[5]);
        createTopic(servers, topic, flush);

        long[] latencies = new long[total - warm];
        AtomicInteger arrived = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch reading = new CountDownLatch(1), done = new CountDownLatch(1);
        Thread consumer = new Thread(() -> consume(servers, topic, total, warm, latencies, arrived, reading, done));
        consumer.setDaemon(true);
        consumer.start();
        reading.await();

        produce(servers, topic, total, rate, failure);
        done.await(ARRIVAL_GRACE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not acknowledged", failure.get());
        }
        if (arrived.get() != total) {
            throw new IllegalStateException(arrived.get() + " of " + total + " records arrived");
        }
        Arrays.sort(latencies);
        System.out.printf(
                "{\"records\": %d, \"latency_ms\": {\"p50\": %.3f, \"p99\": %.3f, \"p99_9\": %.3f, \"max\": %.3f}}%n",
                latencies.length, at(latencies, 0.5), at(latencies, 0.99), at(latencies, 0.999), at(latencies, 1));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] / 1e6;
    }

    private static void createTopic(String servers, String topic, String flush) throws Exception {
        NewTopic made = new NewTopic(topic, PARTITIONS, (short) 1);
        if (!flush.equals("0")) {
            made.configs(Map.of("flush.messages", flush));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(made)).all().get();
        }
    }

    private static void produce(
            String servers, String topic, int total, int rate, AtomicReference<Throwable> failure) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers,
                "acks", "all",
                "linger.ms", "0",
                "key.serializer", ByteArraySerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
            producer.partitionsFor(topic);
            long began = System.nanoTime();
            for (int n = 0; n < total; n++) {
                long due = began + n * 1_000_000_000L / rate;
                for (long left; (left = due - System.nanoTime()) > 0; ) {
                    LockSupport.parkNanos(left);
                }
                byte[] value = new byte[RECORD_BYTES];
                ByteBuffer.wrap(value).putLong(due).putInt(n);
                producer.send(new ProducerRecord<>(topic, n % PARTITIONS, null, value), (placed, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
            }
        }
    }

    private static void consume(
            String servers, String topic, int total, int warm, long[] latencies, AtomicInteger arrived,
            CountDownLatch reading, CountDownLatch done) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers,
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> all =
                    IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            all.forEach(consumer::position);
            reading.countDown();
            while (arrived.get() < total) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    ByteBuffer value = ByteBuffer.wrap(record.value());
                    long latency = System.nanoTime() - value.getLong();
                    int n = value.getInt();
                    if (n >= warm) {
                        latencies[n - warm] = latency;
                    }
                    arrived.incrementAndGet();
                }
            }
        }
        done.countDown();
    }

    private EndToEnd() {}
}
