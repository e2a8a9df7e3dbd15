// Kinesis Data Streams with the AWS SDK for JavaScript, over every transport it has.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  DeleteStreamCommand,
  DescribeStreamConsumerCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  ListShardsCommand,
  ListStreamsCommand,
  MergeShardsCommand,
  paginateListStreamConsumers,
  paginateListStreams,
  PutRecordCommand,
  PutRecordsCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  SplitShardCommand,
  SubscribeToShardCommand,
  waitUntilStreamNotExists,
} from '@aws-sdk/client-kinesis';

import { bytes, client, iterator, operator, read, reader, register, shard, stream, text, ways } from './clients.mjs';

const HALF = String(2n ** 127n);

const put = (kinesis, name, data, more = {}) =>
  kinesis.send(new PutRecordCommand({ StreamName: name, PartitionKey: 'k', Data: bytes(data), ...more }));

const subscribe = async (kinesis, ConsumerARN, ShardId, StartingPosition) => {
  const answer = await kinesis.send(new SubscribeToShardCommand({ ConsumerARN, ShardId, StartingPosition }));
  return answer.EventStream;
};

/** Events until so many records have come. */
async function take(events, count) {
  const records = [];
  for await (const { SubscribeToShardEvent: event } of events) {
    records.push(...event.Records);
    if (records.length >= count) return [records, event];
  }
  throw new Error(`the subscription ended after ${records.length} records`);
}

for (const way of Object.keys(ways)) {
  test(`over ${way}`, async (t) => {
    const kinesis = client(way);
    t.after(() => kinesis.destroy());

    await t.test('records of every byte come back as they were put', async () => {
      const name = await stream(kinesis);
      const data = Uint8Array.from({ length: 256 }, (_, i) => i);
      const placed = await kinesis.send(new PutRecordCommand({ StreamName: name, PartitionKey: 'schlüssel 🔑', Data: data }));
      assert.equal(placed.ShardId, shard(0));
      const [[record]] = await read(kinesis, await iterator(kinesis, name, shard(0), 'TRIM_HORIZON'));
      assert.deepEqual(record.Data, data);
      assert.equal(record.PartitionKey, 'schlüssel 🔑');
      assert.equal(record.SequenceNumber, placed.SequenceNumber);
      const age = Date.now() - record.ApproximateArrivalTimestamp.getTime();
      assert.ok(age >= 0 && age < 60_000, `arrived ${age} ms ago`);
    });

    await t.test('the five iterators begin where they say', async () => {
      const name = await stream(kinesis);
      const numbers = [];
      for (const data of ['a', 'b', 'c']) {
        numbers.push((await put(kinesis, name, data)).SequenceNumber);
        await new Promise((done) => setTimeout(done, 3));
      }
      const [all] = await read(kinesis, await iterator(kinesis, name, shard(0), 'TRIM_HORIZON'));
      const from = async (type, more) => {
        const [records] = await read(kinesis, await iterator(kinesis, name, shard(0), type, more));
        return records.map((record) => text(record.Data)).join('');
      };
      assert.equal(await from('TRIM_HORIZON'), 'abc');
      assert.equal(await from('LATEST'), '');
      assert.equal(await from('AT_SEQUENCE_NUMBER', { StartingSequenceNumber: numbers[1] }), 'bc');
      assert.equal(await from('AFTER_SEQUENCE_NUMBER', { StartingSequenceNumber: numbers[1] }), 'c');
      assert.equal(await from('AT_TIMESTAMP', { Timestamp: all[1].ApproximateArrivalTimestamp }), 'bc');
    });

    await t.test('a subscription brings what is there and what comes', async () => {
      const name = await stream(kinesis);
      const consumer = await register(kinesis, name);
      for (const data of ['a', 'b']) await put(kinesis, name, data);
      const events = (await subscribe(kinesis, consumer, shard(0), { Type: 'TRIM_HORIZON' }))[Symbol.asyncIterator]();
      const both = { [Symbol.asyncIterator]: () => ({ next: () => events.next() }) };
      const [there, event] = await take(both, 2);
      assert.deepEqual(there.map((record) => text(record.Data)), ['a', 'b']);
      assert.ok(BigInt(event.ContinuationSequenceNumber) >= BigInt(there[1].SequenceNumber));
      await put(kinesis, name, 'later');
      const [later] = await take(both, 1);
      assert.equal(text(later[0].Data), 'later');
      await kinesis.send(new SplitShardCommand({ StreamName: name, ShardToSplit: shard(0), NewStartingHashKey: HALF }));
      let last;
      for await (const { SubscribeToShardEvent: next } of both) last = next;
      assert.equal(last.ContinuationSequenceNumber, undefined);
      assert.deepEqual(last.ChildShards.map((child) => child.ShardId), [shard(1), shard(2)]);
    });

    await t.test('a signature is verified and a policy obeyed', async () => {
      const refused = (credentials, name, command) => {
        const other = client(way, credentials);
        t.after(() => other.destroy());
        return assert.rejects(other.send(command), { name });
      };
      const look = new ListStreamsCommand({});
      await refused({ ...operator, secretAccessKey: 'another' }, 'InvalidSignatureException', look);
      await refused({ ...operator, accessKeyId: 'AKIDNOBODY' }, 'UnrecognizedClientException', look);
      await refused(reader, 'AccessDeniedException', new DeleteStreamCommand({ StreamName: 'nowhere' }));
      const other = client(way, reader);
      t.after(() => other.destroy());
      await other.send(look);
    });

    await t.test('refusals are exceptions of their class', async () => {
      const missing = new DescribeStreamSummaryCommand({ StreamName: 'nowhere' });
      await assert.rejects(kinesis.send(missing), (error) => {
        assert.ok(error instanceof ResourceNotFoundException);
        assert.equal(error.message, 'Stream nowhere under account 000000000000 not found.');
        assert.equal(error.$metadata.httpStatusCode, 400);
        assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
        return true;
      });
      const illegal = new DescribeStreamSummaryCommand({ StreamName: 'a b' });
      await assert.rejects(kinesis.send(illegal), { name: 'ValidationException' });
      const forged = new GetRecordsCommand({ ShardIterator: 'AAAA' });
      await assert.rejects(kinesis.send(forged), { name: 'InvalidArgumentException', message: 'Invalid ShardIterator.' });
    });
  });
}

test('five hundred records of a call and a megabyte in one record', async (t) => {
  const kinesis = client();
  t.after(() => kinesis.destroy());
  const name = await stream(kinesis, 4);
  const Records = Array.from({ length: 500 }, (_, n) => ({ PartitionKey: `key-${n}`, Data: bytes(`${n}`) }));
  const answer = await kinesis.send(new PutRecordsCommand({ StreamName: name, Records }));
  assert.equal(answer.FailedRecordCount, 0);
  const seen = [];
  for (let n = 0; n < 4; n += 1) {
    const [records] = await read(kinesis, await iterator(kinesis, name, shard(n), 'TRIM_HORIZON'));
    records.forEach((record) => assert.equal(answer.Records[text(record.Data)].ShardId, shard(n)));
    seen.push(...records.map((record) => Number(text(record.Data))));
  }
  assert.deepEqual(seen.sort((a, b) => a - b), Records.map((_, n) => n));

  const large = bytes('x'.repeat(1_048_575));
  const placed = await put(kinesis, name, 'x'.repeat(1_048_575));
  const at = { StartingSequenceNumber: placed.SequenceNumber };
  const [[record]] = await read(kinesis, await iterator(kinesis, name, placed.ShardId, 'AT_SEQUENCE_NUMBER', at));
  assert.deepEqual(record.Data, large);
});

test('a family of shards is read from parents to children without loss', async (t) => {
  const kinesis = client();
  t.after(() => kinesis.destroy());
  const name = await stream(kinesis);
  let sent = 0;
  const some = async () => {
    for (let n = 0; n < 10; n += 1, sent += 1) await put(kinesis, name, `${sent}`);
  };
  await some();
  await kinesis.send(new SplitShardCommand({ StreamName: name, ShardToSplit: shard(0), NewStartingHashKey: HALF }));
  await some();
  await kinesis.send(
    new MergeShardsCommand({ StreamName: name, ShardToMerge: shard(1), AdjacentShardToMerge: shard(2) }),
  );
  await some();
  const seen = [];
  const waiting = [shard(0)];
  const done = new Set();
  while (waiting.length > 0) {
    const next = waiting.shift();
    if (done.has(next)) continue;
    done.add(next);
    const [records, end] = await read(kinesis, await iterator(kinesis, name, next, 'TRIM_HORIZON'));
    seen.push(...records.map((record) => Number(text(record.Data))));
    waiting.push(...(end.ChildShards ?? []).map((child) => child.ShardId));
  }
  assert.deepEqual(seen, Array.from({ length: sent }, (_, n) => n));
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName: name, ShardFilter: { Type: 'AT_LATEST' } }));
  assert.deepEqual(Shards.map((open) => open.ShardId), [shard(3)]);
});

test('paginators go through all pages', async (t) => {
  const kinesis = client();
  t.after(() => kinesis.destroy());
  const names = [];
  for (let n = 0; n < 3; n += 1) names.push(await stream(kinesis));
  const listed = [];
  for await (const page of paginateListStreams({ client: kinesis, pageSize: 1 }, {})) {
    assert.ok(page.StreamNames.length <= 1);
    listed.push(...page.StreamNames);
  }
  names.forEach((name) => assert.ok(listed.includes(name), `${name} in ${listed}`));

  const consumers = ['a', 'b', 'c'];
  let arn;
  for (const consumer of consumers) arn = await register(kinesis, names[0], consumer);
  const described = await kinesis.send(new DescribeStreamConsumerCommand({ ConsumerARN: arn }));
  const { StreamARN } = described.ConsumerDescription;
  const found = [];
  for await (const page of paginateListStreamConsumers({ client: kinesis, pageSize: 2 }, { StreamARN })) {
    found.push(...page.Consumers.map((consumer) => consumer.ConsumerName));
  }
  assert.deepEqual(found, consumers);
});

test('a stream is waited for until it is gone', async (t) => {
  const kinesis = client();
  t.after(() => kinesis.destroy());
  const name = await stream(kinesis);
  await register(kinesis, name);
  await assert.rejects(kinesis.send(new DeleteStreamCommand({ StreamName: name })), ResourceInUseException);
  await kinesis.send(new DeleteStreamCommand({ StreamName: name, EnforceConsumerDeletion: true }));
  await waitUntilStreamNotExists({ client: kinesis, maxWaitTime: 20, minDelay: 1 }, { StreamName: name });
});

test('a second subscription is refused, and a hundred stand side by side on one connection', async (t) => {
  const kinesis = client();
  t.after(() => kinesis.destroy());
  const shards = 50;
  const name = await stream(kinesis, shards);
  const consumers = [await register(kinesis, name, 'a'), await register(kinesis, name, 'b')];
  const subscriptions = [];
  for (const consumer of consumers) {
    for (let n = 0; n < shards; n += 1) {
      subscriptions.push(await subscribe(kinesis, consumer, shard(n), { Type: 'LATEST' }));
    }
  }
  await assert.rejects(subscribe(kinesis, consumers[0], shard(0), { Type: 'LATEST' }), ResourceInUseException);
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName: name }));
  const Records = Shards.map((each) => ({
    PartitionKey: 'k',
    Data: bytes(each.ShardId),
    ExplicitHashKey: each.HashKeyRange.StartingHashKey,
  }));
  await kinesis.send(new PutRecordsCommand({ StreamName: name, Records }));
  const first = await Promise.all(subscriptions.map((events) => take(events, 1)));
  first.forEach(([[record]], at) => assert.equal(text(record.Data), shard(at % shards)));
});
