// The page in a real browser against a real server. Run by web/test.sh.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withBrowser } from './browser.mjs';
import { Server } from './server.mjs';

const PORT = Number(process.env.CONSOLE_TEST_PORT ?? 14520);
const server = new Server(PORT);
const HOT = 'shardId-000000000001';
const LOWER = '1';
const UPPER = '255211775190703847597530955573826158592'; // three quarters: in the second of two shards

/** Puts at a steady pace until it is stopped. */
function producer(work, everyMs) {
  let going = true;
  const done = (async () => {
    while (going) {
      await work().catch(() => {});
      await new Promise((next) => setTimeout(next, everyMs));
    }
  })();
  return () => {
    going = false;
    return done;
  };
}

/** Opens the page and collects whatever goes wrong in it. */
async function open(context, url = `${server.url}/_console/`) {
  const page = await context.newPage();
  const wrongs = [];
  page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== 'data:' && host !== `127.0.0.1:${PORT}`) wrongs.push(`asked a foreign host: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector('#streams-title');
  return { page, wrongs };
}

const desk = { viewport: { width: 1440, height: 1000 }, colorScheme: 'light' };
const number = (text) => Number(text.replaceAll(/[^\d.]/g, ''));

before(() => server.start());
after(async () => {
  await server.stop();
  server.forget();
});

test('a new server teaches its first steps with its own address', () =>
  withBrowser(desk, async (context) => {
    const { page, wrongs } = await open(context);
    const text = await page.locator('#streams').innerText();
    assert.match(text, new RegExp(`AWS_ENDPOINT_URL=http://127.0.0.1:${PORT}`));
    assert.match(text, /aws kinesis create-stream/);
    assert.match(await page.locator('#sql').innerText(), /headwater sql submit/);
    assert.match(await page.locator('#deliveries').innerText(), /create-delivery-stream/);
    assert.deepEqual(wrongs, []);
  }));

describe('with streams', () => {
  test('a stream appears without a reload, and its rates move', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      await server.createStream('clicks', 2);
      await page.waitForSelector('[data-stream="clicks"]', { timeout: 5_000 });
      assert.equal(await page.locator('.large .tank').count(), 2);
      const stop = producer(
        () => server.put('clicks', Array.from({ length: 40 }, (_, n) => ({ key: `user-${n}`, data: JSON.stringify({ user_id: `user-${n}`, n }) }))),
        200,
      );
      await page.waitForFunction(() => Number(document.getElementById('total-in')?.textContent?.replaceAll(',', '')) > 50, null, { timeout: 10_000 });
      const rate = number(await page.locator('#total-in').innerText());
      assert.ok(rate > 50 && rate < 1_000, `${rate}`);
      await page.waitForSelector('.records li button .key');
      await stop();
      await page.waitForFunction(() => document.getElementById('total-in')?.textContent === '0', null, { timeout: 10_000 });
      assert.deepEqual(wrongs, []);
    }));

  test('a hot shard cannot be overlooked, and the way out is given', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      // Well over 1,000 records/s into one shard: the server refuses the rest.
      const batch = Array.from({ length: 250 }, (_, n) => ({ key: `k${n}`, data: 'x'.repeat(64), hash: UPPER }));
      const stop = producer(() => server.put('clicks', [...batch, { key: 'other', data: 'y', hash: LOWER }]), 100);
      await page.waitForSelector(`.large .tank.hot[data-shard="${HOT}"]`, { timeout: 20_000 });
      assert.equal(await page.locator('.large .tank.hot').count(), 1);
      const advice = page.locator(`[data-hot="${HOT}"]`);
      await page.waitForFunction((id) => /refused [\d,]+ writes/.test(document.querySelector(`[data-hot="${id}"]`)?.textContent ?? ''), HOT, { timeout: 10_000 });
      const text = await advice.innerText();
      assert.match(text, /Recommend splitting/);
      const splitAt = /--new-starting-hash-key (\d+)/.exec(text)?.[1];
      await stop();
      // The advice is taken as it stands, and the page shows what it led to.
      await server.kinesis('SplitShard', { StreamName: 'clicks', ShardToSplit: HOT, NewStartingHashKey: splitAt });
      await page.waitForFunction(() => document.querySelectorAll('.large .tank').length === 3, null, { timeout: 10_000 });
      assert.match(await page.locator('.closed').first().innerText(), /1 closed/);
      assert.deepEqual(wrongs, []);
    }));

  test('a record that is markup stays text', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      const evil = `<script>window.owned = 1</script><img src=x onerror="window.owned = 1">`;
      await page.click('[data-stream="clicks"]');
      await server.put('clicks', [
        { key: evil.slice(0, 60), data: evil },
        { key: 'json', data: JSON.stringify({ note: evil, [evil]: true }) },
        { key: 'binary', data: Uint8Array.from([0, 159, 146, 150]) },
      ]);
      await page.waitForFunction(() => document.querySelector('.records')?.textContent?.includes('00 9f 92 96'), null, { timeout: 10_000 });
      const records = page.locator('.records');
      assert.ok((await records.innerText()).includes(evil), 'the record is shown as it is');
      await records.locator('button', { hasText: 'json' }).last().click();
      await page.waitForSelector('.records pre');
      assert.match(await records.locator('pre').first().innerText(), /\n {2}"note": /, 'json is set out over lines');
      assert.equal(await page.evaluate(() => window.owned), undefined);
      assert.equal(await page.locator('.records img, .records script').count(), 0);
      assert.deepEqual(wrongs, []);
    }));

  test('records can be held still', () =>
    withBrowser(desk, async (context) => {
      const { page } = await open(context);
      await page.click('[data-stream="clicks"]');
      const put = (key) => server.put('clicks', [{ key, data: key }]);
      await put('before');
      await page.waitForFunction(() => document.querySelector('.records')?.textContent?.includes('before'));
      await page.keyboard.press('p');
      assert.equal(await page.locator('#pause').getAttribute('aria-pressed'), 'true');
      await put('meanwhile');
      await page.waitForTimeout(2_500);
      assert.ok(!(await page.locator('.records').innerText()).includes('meanwhile'));
      await page.click('#pause');
      await put('afterwards');
      await page.waitForFunction(() => document.querySelector('.records')?.textContent?.includes('afterwards'));
    }));
});

describe('with sql', () => {
  test('an error stands at its line and column', () =>
    withBrowser(desk, async (context) => {
      const { page } = await open(context);
      if (await page.locator('#new-query[aria-pressed=false]').count()) await page.click('#new-query');
      await page.fill('#sql-text', "CREATE TABLE t (a INT)\n  WITH ('connector' = 'kinesis');\nSELEC a FROM t");
      await page.click('#sql-run');
      await page.waitForSelector('#sql-fault');
      assert.match(await page.locator('#sql-fault').innerText(), /line 3, column 1/);
      assert.equal(await page.locator('.gutter .wrong').innerText(), '3');
      await page.click('#sql-fault .place');
      const at = await page.evaluate(() => document.getElementById('sql-text').selectionStart);
      assert.equal((await page.inputValue('#sql-text')).slice(at, at + 5), 'SELEC');
    }));

  test('a query is explained, run, shows its rows and is cancelled', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      await page.click('[data-stream="clicks"]');
      const sql = `CREATE TABLE clicks (user_id VARCHAR, n INT) WITH ('connector' = 'kinesis', 'stream' = 'clicks', 'aws.region' = 'us-east-1', 'scan.stream.initpos' = 'LATEST', 'format' = 'json', 'json.ignore-parse-errors' = 'true');
SELECT user_id, n FROM clicks WHERE n > 5;`;
      await page.fill('#sql-text', sql);
      await page.click('#sql-explain');
      await page.waitForSelector('pre.plan');
      assert.ok((await page.locator('pre.plan').innerText()).trim().length > 20);
      await page.focus('#sql-text');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('[data-job][aria-pressed=true]', { timeout: 10_000 });
      const stop = producer(() => server.put('clicks', [{ key: 'a', data: '{"user_id": "<b>ann</b>", "n": 9}' }, { key: 'b', data: '{"user_id": "ben", "n": 1}' }]), 200);
      await page.waitForSelector('#job-rows tbody tr', { timeout: 15_000 });
      await stop();
      const rows = await page.locator('#job-rows tbody').innerText();
      assert.match(rows, /<b>ann<\/b>\s+9/);
      assert.ok(!rows.includes('ben'));
      await page.click('#cancel-job');
      await page.waitForSelector('.state-canceled', { timeout: 10_000 });
      assert.deepEqual(wrongs, []);
    }));
});

describe('with jobs that write', () => {
  test('an insert shows its latest rows, and a statement set those of each table', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      if (await page.locator('#new-query[aria-pressed=false]').count()) await page.click('#new-query');
      await page.fill(
        '#sql-text',
        `CREATE TABLE seen (user_id VARCHAR, n INT) WITH ('connector' = 'kinesis', 'stream' = 'clicks', 'aws.region' = 'us-east-1', 'scan.stream.initpos' = 'LATEST', 'format' = 'json', 'json.ignore-parse-errors' = 'true');
CREATE TABLE people (person VARCHAR) WITH ('connector' = 'blackhole');
CREATE TABLE numbers (n INT, doubled INT) WITH ('connector' = 'blackhole');
EXECUTE STATEMENT SET BEGIN
  INSERT INTO people SELECT user_id FROM seen WHERE n >= 70;
  INSERT INTO numbers SELECT n, n * 2 FROM seen WHERE n >= 70;
END;`,
      );
      await page.click('#sql-run');
      await page.waitForSelector('[data-job][aria-pressed=true]', { timeout: 10_000 });
      const stop = producer(() => server.put('clicks', [{ key: 'a', data: '{"user_id": "cleo", "n": 77}' }, { key: 'b', data: '{"user_id": "dan", "n": "seventy"}' }]), 200);
      await page.waitForSelector('#job-rows tbody tr', { timeout: 15_000 });
      assert.equal(await page.locator('#job-rows th').first().innerText(), 'person');
      assert.match(await page.locator('#job-rows tbody').innerText(), /cleo/);
      await page.click('.caption button:has-text("numbers")');
      await page.waitForFunction(() => /77\s+154/.test(document.querySelector('#job-rows tbody')?.textContent?.replace(/(\d\d)(\d\d\d)/, '$1 $2') ?? ''), null, { timeout: 10_000 });
      await stop();
      await page.waitForFunction(() => /Unreadable, NULL/.test(document.querySelector('#sql dl')?.textContent ?? ''), null, { timeout: 10_000 });
      assert.deepEqual(wrongs, []);
    }));

  test('a job that failed says why, and is started again from the page', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      const directory = join(server.data, '..', `headwater-console-in-${process.pid}`);
      mkdirSync(directory, { recursive: true });
      const file = join(directory, 'lines.json');
      writeFileSync(file, 'not json');
      try {
        if (await page.locator('#new-query[aria-pressed=false]').count()) await page.click('#new-query');
        await page.fill(
          '#sql-text',
          `CREATE TABLE lines (word VARCHAR) WITH ('connector' = 'filesystem', 'path' = '${directory}', 'format' = 'json');
CREATE TABLE words (word VARCHAR) WITH ('connector' = 'blackhole');
INSERT INTO words SELECT word FROM lines;`,
        );
        await page.click('#sql-run');
        await page.waitForSelector('#restart-job', { timeout: 10_000 });
        assert.match(await page.locator('#sql article .fault').innerText(), /lines\.json/);
        writeFileSync(file, '{"word": "mended"}\n');
        await page.click('#restart-job');
        await page.waitForSelector('.state-finished', { timeout: 10_000 });
        await page.waitForFunction(() => document.querySelector('#job-rows tbody')?.textContent?.includes('mended'), null, { timeout: 10_000 });
        assert.equal(await page.locator('#sql article .fault').count(), 0);
        assert.deepEqual(wrongs, []);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    }));
});

describe('with deliveries', () => {
  const role = 'arn:aws:iam::000000000000:role/firehose';
  const create = (name, bucket) =>
    server.firehose('CreateDeliveryStream', {
      DeliveryStreamName: name,
      DeliveryStreamType: 'DirectPut',
      ExtendedS3DestinationConfiguration: {
        BucketARN: `arn:aws:s3:::${bucket}`,
        RoleARN: role,
        Prefix: 'in/',
        BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 1 },
      },
    });
  const put = (name, count) =>
    server.firehose('PutRecordBatch', {
      DeliveryStreamName: name,
      Records: Array.from({ length: count }, (_, n) => ({ Data: Buffer.from(`{"n": ${n}}\n`).toString('base64') })),
    });

  test('what was delivered is counted, and its object is named', () =>
    withBrowser(desk, async (context) => {
      const { page, wrongs } = await open(context);
      const made = await fetch(`${server.url}/lake`, { method: 'PUT' });
      assert.ok(made.ok, `${made.status}`);
      await create('to-lake', 'lake');
      await page.waitForSelector('[data-delivery="to-lake"]');
      assert.match(await page.locator('[data-delivery="to-lake"]').innerText(), /s3:\/\/lake/);
      await put('to-lake', 25);
      await page.waitForFunction(() => /25\s+records/.test(document.querySelector('[data-delivery="to-lake"]')?.textContent ?? ''), null, { timeout: 10_000 });
      await page.waitForSelector('[data-delivery="to-lake"] ol li', { timeout: 15_000 });
      assert.match(await page.locator('[data-delivery="to-lake"] ol').innerText(), /to-lake-1-/);
      assert.match(await page.locator('[data-delivery="to-lake"]').innerText(), /1 object,/);
      assert.deepEqual(wrongs, []);
    }));

  test('a delivery that fails says why and keeps what it holds', () =>
    withBrowser(desk, async (context) => {
      const { page } = await open(context);
      await create('to-nowhere', 'nowhere');
      await put('to-nowhere', 10);
      await page.waitForSelector('[data-delivery="to-nowhere"] .fault', { timeout: 20_000 });
      const text = await page.locator('[data-delivery="to-nowhere"]').innerText();
      assert.match(text, /nowhere/);
      assert.match(text, /Buffered\s+10\s+records/);
    }));
});

describe('the page itself', () => {
  test('light and dark follow the system until the user chooses, and the choice lasts', () =>
    withBrowser({ ...desk, colorScheme: 'dark' }, async (context) => {
      const { page } = await open(context);
      const brightness = () => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)[0]));
      assert.ok((await brightness()) < 60);
      await page.click('#theme-toggle');
      assert.ok((await brightness()) > 200);
      await page.reload();
      await page.waitForSelector('#streams-title');
      assert.ok((await brightness()) > 200);
      await page.keyboard.press('t');
      assert.ok((await brightness()) < 60);
    }));

  test('fits a phone without scrolling sideways', () =>
    withBrowser({ viewport: { width: 360, height: 740 }, colorScheme: 'light' }, async (context) => {
      const { page } = await open(context);
      await page.waitForSelector('.large .tank');
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} > ${window}`);
    }));

  test('is reached by the keyboard alone', () =>
    withBrowser(desk, async (context) => {
      const { page } = await open(context);
      await server.createStream('quiet', 1);
      await page.waitForSelector('[data-stream="quiet"]');
      const met = [];
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press('Tab');
        met.push(await page.evaluate(() => document.activeElement.dataset.stream ?? document.activeElement.id ?? ''));
        if (met.at(-1) === 'quiet') break;
      }
      assert.equal(met.at(-1), 'quiet', met.join(' '));
      assert.ok(met.includes('theme-toggle'));
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.getElementById('stream-name')?.textContent === 'quiet');
    }));

  test('says when the server is gone, and finds it again with everything it kept', () =>
    withBrowser(desk, async (context) => {
      const { page } = await open(context);
      await page.waitForSelector('.state.live');
      await server.stop();
      await page.waitForSelector('.state.lost', { timeout: 10_000 });
      await server.start();
      await page.waitForSelector('.state.live', { timeout: 15_000 });
      await page.waitForSelector('[data-stream="clicks"]');
    }));

  test('another origin can neither listen nor act', () =>
    withBrowser(desk, async (context) => {
      const page = await context.newPage();
      // A page without an origin of its own stands for any foreign page.
      await page.goto('data:text/html,<title>elsewhere</title>');
      const heard = await page.evaluate(
        (port) =>
          new Promise((answer) => {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/_api/v1/live`);
            socket.onopen = () => answer('open');
            socket.onerror = () => answer('refused');
          }),
        PORT,
      );
      assert.equal(heard, 'refused');
      const jobs = async () => (await (await fetch(`${server.url}/_api/v1/sql/jobs`)).json()).jobs.length;
      const count = await jobs();
      await page.evaluate(
        (port) => fetch(`http://127.0.0.1:${port}/_api/v1/sql/jobs`, { method: 'POST', mode: 'no-cors', body: '{"sql": "SELECT 1"}' }).catch(() => {}),
        PORT,
      );
      assert.equal(await jobs(), count);
    }));
});
