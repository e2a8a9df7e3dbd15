// A real `headwater serve` on a fresh data directory, and as much of an AWS client as the tests need.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The binary under test: HEADWATER_BIN, else the newest build of the checkout. */
function binary() {
  const found = [process.env.HEADWATER_BIN, join(root, 'target/release/headwater'), join(root, 'target/debug/headwater')].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error('there is no headwater binary: run cargo build, or set HEADWATER_BIN');
  return found;
}

export class Server {
  /** `config` is the text of a configuration file. */
  constructor(port, config = '') {
    this.port = port;
    this.config = config;
    this.url = `http://127.0.0.1:${port}`;
    this.data = mkdtempSync(join(tmpdir(), 'headwater-console-'));
  }

  async start() {
    const args = ['serve', '--data-dir', this.data, '--port', String(this.port), '--limits', 'aws'];
    if (this.config) {
      const file = join(this.data, 'headwater.toml');
      writeFileSync(file, this.config);
      args.push('--config', file);
    }
    this.process = spawn(binary(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.output = '';
    this.process.stdout.on('data', (text) => (this.output += text));
    this.process.stderr.on('data', (text) => (this.output += text));
    for (let tries = 0; tries < 200; tries += 1) {
      const up = await fetch(`${this.url}/_api/v1/overview`).then((answer) => answer.ok, () => false);
      if (up) return;
      if (this.process.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the server did not start:\n${this.output}`);
  }

  async stop() {
    if (!this.process || this.process.exitCode !== null) return;
    const gone = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(patience);
  }

  forget() {
    rmSync(this.data, { recursive: true, force: true });
  }

  async #aws(service, target, body) {
    const credential = `test/20260101/us-east-1/${service}/aws4_request`;
    const answer = await fetch(`${this.url}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${target} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : {};
  }

  kinesis(operation, body) {
    return this.#aws('kinesis', `Kinesis_20131202.${operation}`, body);
  }

  firehose(operation, body) {
    return this.#aws('firehose', `Firehose_20150804.${operation}`, body);
  }

  async createStream(name, shards) {
    await this.kinesis('CreateStream', { StreamName: name, ShardCount: shards });
    for (let tries = 0; tries < 100; tries += 1) {
      const { StreamDescriptionSummary } = await this.kinesis('DescribeStreamSummary', { StreamName: name });
      if (StreamDescriptionSummary.StreamStatus === 'ACTIVE') return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`stream ${name} did not become active`);
  }

  /** Puts records of `{ key, data, hash }`, data as text or bytes. */
  put(stream, records) {
    return this.kinesis('PutRecords', {
      StreamName: stream,
      Records: records.map(({ key, data, hash }) => ({
        PartitionKey: key,
        Data: Buffer.from(data).toString('base64'),
        ...(hash ? { ExplicitHashKey: hash } : {}),
      })),
    });
  }
}
