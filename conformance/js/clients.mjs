// Clients of the AWS SDK for JavaScript over each way it can reach the server, and what several tests do with them.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';

import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  RegisterStreamConsumerCommand,
  waitUntilStreamExists,
} from '@aws-sdk/client-kinesis';
import { NodeHttp2Handler, NodeHttpHandler } from '@smithy/node-http-handler';

const { HEADWATER_ENDPOINT: plain, HEADWATER_TLS_ENDPOINT: tls, HEADWATER_CA: authority } = process.env;
if (!plain) throw new Error('run conformance/js/test.sh: it starts the server');

const ca = readFileSync(authority);
// Node's HTTP/2 client asks for no authority of its own, so it is told whom to trust by the handler's options.
const secureHttp2 = () => new NodeHttp2Handler({ nodeHttp2ConnectOptions: { ca } });

/** Name to [endpoint, request handler]; the SDK's own choice for Kinesis is HTTP/2, cleartext with prior knowledge. */
export const ways = {
  'HTTP/2 without TLS': [plain, () => new NodeHttp2Handler()],
  'HTTP/1.1 without TLS': [plain, () => new NodeHttpHandler()],
  'HTTP/2 over TLS': [tls, secureHttp2],
  'HTTP/1.1 over TLS': [tls, () => new NodeHttpHandler({ httpsAgent: new Agent({ ca, keepAlive: true }) })],
};

export const operator = { accessKeyId: 'AKIDOPERATOR', secretAccessKey: 'operator/secret+key' };
export const reader = { accessKeyId: 'AKIDREADER', secretAccessKey: 'reader/secret+key' };

export function client(way = 'HTTP/2 without TLS', credentials = operator) {
  const [endpoint, handler] = ways[way];
  return new KinesisClient({
    endpoint,
    region: 'us-east-1',
    credentials,
    requestHandler: handler(),
    maxAttempts: 1,
  });
}

let made = 0;

/** Creates a stream and waits for it with the SDK's waiter; gives its name. */
export async function stream(kinesis, shards = 1) {
  made += 1;
  const name = `js-${process.pid}-${made}`;
  await kinesis.send(new CreateStreamCommand({ StreamName: name, ShardCount: shards }));
  await waitUntilStreamExists({ client: kinesis, maxWaitTime: 20, minDelay: 1 }, { StreamName: name });
  return name;
}

export const shard = (number) => `shardId-${String(number).padStart(12, '0')}`;
export const bytes = (text) => new TextEncoder().encode(text);
export const text = (data) => new TextDecoder().decode(data);

export async function iterator(kinesis, name, ShardId, ShardIteratorType, more = {}) {
  const command = new GetShardIteratorCommand({ StreamName: name, ShardId, ShardIteratorType, ...more });
  return (await kinesis.send(command)).ShardIterator;
}

/** The records from an iterator to the tip or to its shard's end, and the last answer. */
export async function read(kinesis, from) {
  const records = [];
  let answer;
  for (let next = from; next; next = answer.NextShardIterator) {
    answer = await kinesis.send(new GetRecordsCommand({ ShardIterator: next }));
    records.push(...answer.Records);
    if (answer.Records.length === 0 && answer.MillisBehindLatest === 0) break;
  }
  return [records, answer];
}

export async function register(kinesis, name, consumer = 'fan') {
  const summary = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name }));
  const command = new RegisterStreamConsumerCommand({
    StreamARN: summary.StreamDescriptionSummary.StreamARN,
    ConsumerName: consumer,
  });
  return (await kinesis.send(command)).Consumer.ConsumerARN;
}
