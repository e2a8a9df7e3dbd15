// Record batches by Kafka's own client library, with each of its codecs.
//
//   java Batches.java write DIR     NAME.batch as a producer writes it, NAME.cleaned as Kafka's log cleaner leaves it with only the
//                                   records of every third offset, and empty.batch where it leaves none
//   java Batches.java check DIR     that NAME.retained (by `cargo run --example retain`) is, to Kafka's readers, what NAME.cleaned is

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.*;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.MemoryRecords.RecordFilter;
import org.apache.kafka.common.utils.BufferSupplier;

public class Batches {
    static final int RECORDS = 300;
    static final long TIME = 1_700_000_000_000L;

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        for (CompressionType type : CompressionType.values()) {
            if (arguments[0].equals("write")) {
                write(directory, type);
            } else {
                check(directory, type);
            }
        }
        if (arguments[0].equals("write")) {
            ByteBuffer empty = ByteBuffer.allocate(100);
            DefaultRecordBatch.writeEmptyHeader(empty, (byte) 2, 77, (short) 3, 12, 0, 41, 5, TimestampType.CREATE_TIME, TIME, false, false);
            empty.flip();
            put(directory.resolve("empty.batch"), empty);
        }
    }

    // Small records, and some that no block of a codec holds; a producer with a sequence; keys that come again, tombstones, headers.
    static void write(Path directory, CompressionType type) throws Exception {
        MemoryRecordsBuilder builder = MemoryRecords.builder(ByteBuffer.allocate(1 << 20), (byte) 2, Compression.of(type).build(),
            TimestampType.CREATE_TIME, 0, TIME, 4242, (short) 7, 1000, false, 5);
        for (int number = 0; number < RECORDS; number++) {
            byte[] key = number % 10 == 9 ? null : ("key" + number % 17).getBytes();
            byte[] value = number % 11 == 10 ? null : value(type, number);
            Header[] headers = number % 5 > 0 ? new Header[0] : new Header[] {
                new RecordHeader("name", ("of " + number).getBytes()), new RecordHeader("null", null)};
            builder.append(TIME + number * 3 % 50, key, value, headers);
        }
        MemoryRecords records = builder.build();
        put(directory.resolve(type.name + ".batch"), records.buffer().duplicate());
        ByteBuffer cleaned = ByteBuffer.allocate(1 << 20);
        records.filterTo(new RecordFilter(TIME, 0) {
            protected BatchRetentionResult checkBatchRetention(RecordBatch batch) {
                return new BatchRetentionResult(BatchRetention.RETAIN_EMPTY, false);
            }

            protected boolean shouldRetainRecord(RecordBatch batch, Record record) {
                return record.offset() % 3 == 0;
            }
        }, cleaned, BufferSupplier.NO_CACHING);
        cleaned.flip();
        put(directory.resolve(type.name + ".cleaned"), cleaned);
    }

    // One value of 150 kB that packs well, and only where it is packed.
    static byte[] value(CompressionType type, int number) {
        boolean large = number == 150 && type != CompressionType.NONE;
        return ("value " + number + ";").repeat(large ? 15_000 : number % 4).getBytes();
    }

    static void check(Path directory, CompressionType type) throws Exception {
        List<String> ours = told(directory.resolve(type.name + ".retained"), type);
        List<String> cleaned = told(directory.resolve(type.name + ".cleaned"), type);
        if (!ours.equals(cleaned) || ours.size() != RECORDS / 3 + 1) {
            for (int at = 0; at < Math.min(ours.size(), cleaned.size()); at++) {
                if (!ours.get(at).equals(cleaned.get(at))) {
                    System.err.println("ours:  " + ours.get(at) + "\nkafka: " + cleaned.get(at));
                }
            }
            throw new AssertionError(type + ": " + ours.size() + " and " + cleaned.size());
        }
        System.out.println(type.name + ": " + (ours.size() - 1) + " records are the same to Kafka");
    }

    // The header's fields, then the records.
    static List<String> told(Path path, CompressionType type) throws Exception {
        List<String> told = new ArrayList<>();
        for (MutableRecordBatch batch : MemoryRecords.readableRecords(ByteBuffer.wrap(Files.readAllBytes(path))).batches()) {
            batch.ensureValid();
            if (batch.compressionType() != type) {
                throw new AssertionError(path + " is packed with " + batch.compressionType());
            }
            told.add(batch.baseOffset() + " to " + batch.lastOffset() + " by " + batch.producerId() + "/" + batch.producerEpoch() + " from "
                + batch.baseSequence() + " until " + batch.maxTimestamp() + " of " + batch.countOrNull());
            for (Record record : batch) {
                record.ensureValid();
                String headers = "";
                for (Header header : record.headers()) {
                    headers += header.key() + "=" + (header.value() == null ? null : new String(header.value())) + " ";
                }
                told.add(record.offset() + " " + record.timestamp() + " " + text(record.key()) + " " + text(record.value()) + " " + headers);
            }
        }
        return told;
    }

    static String text(ByteBuffer bytes) {
        if (bytes == null) {
            return null;
        }
        byte[] copied = new byte[bytes.remaining()];
        bytes.duplicate().get(copied);
        return new String(copied);
    }

    static void put(Path path, ByteBuffer bytes) throws Exception {
        byte[] copied = new byte[bytes.remaining()];
        bytes.get(copied);
        Files.write(path, copied);
    }
}
