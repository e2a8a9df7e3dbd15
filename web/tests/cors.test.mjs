// What browsers let web pages do with the AWS APIs: pages of this machine and of configured origins may call them, no other.
// The requests carry the headers that the AWS SDK for JavaScript sends.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { withBrowser } from './browser.mjs';
import { Server } from './server.mjs';

const PORT = Number(process.env.CONSOLE_TEST_PORT ?? 14520) + 20;
const PAGES = PORT + 4;
// Both names lead to the page's server below; a browser tells them apart as it does real ones.
const ALLOWED = `http://app.test:${PAGES}`;
const FOREIGN = `http://foreign.test:${PAGES}`;
const rules = `--host-resolver-rules=MAP app.test 127.0.0.1, MAP foreign.test 127.0.0.1`;

const server = new Server(PORT, `origins = ["${ALLOWED}"]\n`);
const pages = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html');
  answer.end('<!doctype html><title>a page</title>');
});

before(async () => {
  await new Promise((done) => pages.listen(PAGES, '127.0.0.1', done));
  await server.start();
  await server.createStream('clicks', 1);
});
after(async () => {
  pages.close();
  await server.stop();
  server.forget();
});

/** In the page: one call as the SDK makes it, with what a page may see of its answer. */
async function call({ url, operation, body }) {
  const credential = 'test/20260101/us-east-1/kinesis/aws4_request';
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Kinesis_20131202.${operation}`,
        'x-amz-date': '20260101T000000Z',
        'x-amz-content-sha256': '0'.repeat(64),
        'x-amz-user-agent': 'aws-sdk-js/3.1143.0',
        'amz-sdk-invocation-id': '00000000-0000-4000-8000-000000000000',
        'amz-sdk-request': 'attempt=1; max=3',
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, id: answer.headers.get('x-amzn-requestid'), text: await answer.text() };
  } catch (error) {
    return { refused: String(error) };
  }
}

function from(origin, asked) {
  return withBrowser({ args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', rules] }, async (context) => {
    const page = await context.newPage();
    await page.goto(origin);
    return page.evaluate(call, { url: `${server.url}/`, ...asked });
  });
}

const put = { operation: 'PutRecord', body: { StreamName: 'clicks', PartitionKey: 'k', Data: 'eA==' } };

for (const origin of [`http://127.0.0.1:${PAGES}`, `http://localhost:${PAGES}`, ALLOWED]) {
  test(`a page of ${origin} calls the API and reads its answers and errors`, async () => {
    const done = await from(origin, put);
    assert.equal(done.status, 200, JSON.stringify(done));
    assert.match(done.id, /^[0-9a-f-]{36}$/);
    assert.equal(JSON.parse(done.text).ShardId, 'shardId-000000000000');
    const missing = await from(origin, { operation: 'DescribeStream', body: { StreamName: 'none' } });
    assert.equal(missing.status, 400);
    assert.match(missing.text, /ResourceNotFoundException/);
  });
}

test('a page of another origin is kept from it by the browser, and nothing is put', async () => {
  const { ShardIterator } = await server.kinesis('GetShardIterator', {
    StreamName: 'clicks',
    ShardId: 'shardId-000000000000',
    ShardIteratorType: 'LATEST',
  });
  const done = await from(FOREIGN, put);
  assert.match(done.refused ?? JSON.stringify(done), /Failed to fetch/);
  const { Records } = await server.kinesis('GetRecords', { ShardIterator });
  assert.deepEqual(Records, []);
});
