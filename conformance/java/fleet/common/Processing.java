// What a worker does with records: says each, checkpoints every batch.

import java.nio.charset.StandardCharsets;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;

public class Processing implements ShardRecordProcessor {
  String shard;

  static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

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
      say("no checkpoint: " + lost);
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
      say("no checkpoint: " + lost);
    }
  }

  /** A lease that is asked for is handed over with what was processed. */
  @Override
  public void shutdownRequested(ShutdownRequestedInput input) {
    try {
      input.checkpointer().checkpoint();
    } catch (Exception lost) {
      say("no checkpoint: " + lost);
    }
    say("loses " + shard);
  }
}
