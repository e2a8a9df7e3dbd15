// The page's one picture of the server: a snapshot, kept current by what the socket says. Components read it; only this
// file writes it.

import type {
  Column,
  Delivery,
  Fault,
  Job,
  Message,
  Overview,
  Rates,
  Row,
  Series,
  Server,
  Stream,
  StreamHistory,
  StreamRecord,
} from './types';

export const SAMPLES = 300;
const RECORDS_KEPT = 80;
const ROWS_KEPT = 200;
const SILENCE_MS = 5_000;

const noRates: Rates = {
  in_records: 0,
  in_bytes: 0,
  out_records: 0,
  out_bytes: 0,
  write_throttles: 0,
  read_throttles: 0,
};
export const noSeries = (): Series => ({ in_records: [], in_bytes: [], out_records: [], out_bytes: [], throttles: [] });

/** A row with a number of its own, so that a list of rows knows which are new. */
export type NumberedRow = Row & { n: number };

export type Connection = 'connecting' | 'live' | 'lost';

class Live {
  connection = $state<Connection>('connecting');
  /** Whether a snapshot has ever come. */
  known = $state(false);
  at = $state(0);
  server = $state.raw<Server | null>(null);
  totals = $state.raw<Rates>(noRates);
  streams = $state.raw<Stream[]>([]);
  jobs = $state.raw<Job[]>([]);
  deliveries = $state.raw<Delivery[]>([]);
  /** Replaced each second; the arrays inside are kept and grow. */
  history = $state.raw<{ totals: Series; streams: Record<string, StreamHistory> }>({ totals: noSeries(), streams: {} });

  watchedStream = $state<string | null>(null);
  records = $state.raw<StreamRecord[]>([]);
  skippedRecords = $state(0);
  paused = $state(false);

  watchedJob = $state<string | null>(null);
  watchedSink = $state<string | null>(null);
  columns = $state.raw<Column[]>([]);
  rows = $state.raw<NumberedRow[]>([]);
  skippedRows = $state(0);
  rowsEnded = $state(false);
  rowsFault = $state.raw<Fault | null>(null);

  #socket: WebSocket | null = null;
  #attempts = 0;
  #rowsSeen = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;

  connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/_api/v1/live`);
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempts = 0;
      this.#sayWatches();
    };
    socket.onmessage = (event) => {
      this.#heard();
      this.#take(JSON.parse(String(event.data)) as Message);
    };
    socket.onclose = () => {
      clearTimeout(this.#silence);
      if (this.#socket !== socket) return;
      this.connection = this.known ? 'lost' : 'connecting';
      const wait = Math.min(8_000, 400 * 2 ** this.#attempts++);
      setTimeout(() => this.connect(), wait);
    };
  }

  watchStream(id: string | null): void {
    if (id === this.watchedStream) return;
    this.watchedStream = id;
    this.records = [];
    this.skippedRecords = 0;
    this.#say({ type: 'watch_stream', id });
  }

  /** `sink`: which of the tables the job writes; the first where it is null. */
  watchJob(id: string | null, sink: string | null): void {
    if (id === this.watchedJob && sink === this.watchedSink) return;
    this.watchedJob = id;
    this.watchedSink = sink;
    this.#sayJob();
  }

  #sayJob(): void {
    this.#clearRows();
    this.#say({ type: 'watch_job', id: this.watchedJob, sink: this.watchedSink });
  }

  #sayWatches(): void {
    this.records = [];
    this.#say({ type: 'watch_stream', id: this.watchedStream });
    this.#sayJob();
  }

  #clearRows(): void {
    this.columns = [];
    this.rows = [];
    this.skippedRows = 0;
    this.rowsEnded = false;
    this.rowsFault = null;
  }

  #say(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** A tick comes every second; a socket that is silent for long is dead, whatever it says. */
  #heard(): void {
    this.connection = 'live';
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket?.close(), SILENCE_MS);
  }

  #take(message: Message): void {
    switch (message.type) {
      case 'snapshot':
        return this.#takeSnapshot(message.overview);
      case 'tick': {
        this.at = message.at;
        this.server = message.server;
        this.totals = message.totals;
        this.streams = merged(this.streams, message.streams, message.streams_gone);
        const before = this.jobs.find((job) => job.id === this.watchedJob);
        this.jobs = merged(this.jobs, message.jobs, message.jobs_gone);
        this.deliveries = merged(this.deliveries, message.deliveries, message.deliveries_gone);
        // A job that had ended and was started again has new rows to show, even if it has ended again since.
        if (before?.active === false && message.jobs.some((job) => job.id === before.id && job.state !== before.state)) this.#sayJob();
        return this.#growHistory();
      }
      case 'records':
        if (message.stream === this.watchedStream && !this.paused) {
          this.records = [...message.records.reverse(), ...this.records].slice(0, RECORDS_KEPT);
          this.skippedRecords += message.skipped;
        }
        return;
      case 'columns':
        if (message.job === this.watchedJob) this.columns = message.columns;
        return;
      case 'rows':
        if (message.job === this.watchedJob) {
          const fresh = message.rows.map((row) => ({ ...row, n: this.#rowsSeen++ }));
          this.rows = [...fresh.reverse(), ...this.rows].slice(0, ROWS_KEPT);
          this.skippedRows += message.skipped;
          this.rowsEnded = message.ended;
        }
        return;
      case 'fault':
        if (message.about === 'job') this.rowsFault = message.error;
        return;
    }
  }

  #takeSnapshot(overview: Overview): void {
    this.at = overview.at;
    this.server = overview.server;
    this.totals = overview.totals;
    this.streams = overview.streams;
    this.jobs = overview.jobs;
    this.deliveries = overview.deliveries;
    this.history = {
      totals: overview.history?.totals ?? noSeries(),
      streams: overview.history?.streams ?? {},
    };
    this.known = true;
  }

  #growHistory(): void {
    grow(this.history.totals, this.totals);
    const streams: Record<string, StreamHistory> = {};
    for (const stream of this.streams) {
      const past = this.history.streams[stream.id] ?? { series: noSeries(), shard_load: {} };
      grow(past.series, stream.rates);
      for (const shard of stream.shards) {
        if (!shard.open) continue;
        const loads = (past.shard_load[shard.id] ??= []);
        push(loads, Math.max(shard.rates.in_records / 1_000, shard.rates.in_bytes / 1_048_576));
      }
      streams[stream.id] = past;
    }
    this.history = { totals: this.history.totals, streams };
  }
}

function merged<T extends { id: string }>(before: T[], changed: T[], gone: string[]): T[] {
  if (changed.length === 0 && gone.length === 0) return before;
  const all = new Map(before.map((one) => [one.id, one]));
  for (const id of gone) all.delete(id);
  for (const one of changed) all.set(one.id, one);
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function grow(series: Series, rates: Rates): void {
  push(series.in_records, rates.in_records);
  push(series.in_bytes, rates.in_bytes);
  push(series.out_records, rates.out_records);
  push(series.out_bytes, rates.out_bytes);
  push(series.throttles, rates.write_throttles + rates.read_throttles);
}

function push(values: number[], value: number): void {
  values.push(value);
  if (values.length > SAMPLES) values.shift();
}

export const live = new Live();
