// The API's JSON, as docs/API.md describes it.

export interface Rates {
  in_records: number;
  in_bytes: number;
  out_records: number;
  out_bytes: number;
  write_throttles: number;
  read_throttles: number;
}

export interface Server {
  address: string;
  version: string;
  limits: 'aws' | 'off';
  uptime_ms: number;
}

export interface Hot {
  reason: 'throttled' | 'near_limit' | 'skewed';
  split_at: string | null;
}

export interface Shard {
  id: string;
  parents: string[];
  starting_hash_key: string;
  ending_hash_key: string;
  from: number;
  share: number;
  open: boolean;
  rates: Rates;
  load: number;
  hot: Hot | null;
  throttled_last_minute: number;
  behind_ms: number | null;
  in_records_total: number;
  in_bytes_total: number;
}

export interface Stream {
  id: string;
  account: string;
  region: string;
  name: string;
  arn: string;
  state: string;
  mode: string;
  retention_hours: number;
  consumers: number;
  created_at: number;
  rates: Rates;
  shards_open: number;
  shards_hot: number;
  behind_ms: number | null;
  shards: Shard[];
}

export interface Job {
  id: string;
  name: string;
  sql: string;
  state: string;
  active: boolean;
  is_query: boolean;
  /** The tables it writes; empty of a bare SELECT. */
  sinks: string[];
  error?: string;
  restarts: number;
  submitted_at: number;
  finished_at: number | null;
  watermark: number | null;
  late_dropped: number;
  records_skipped: number;
  fields_nulled: number;
  records_expired: number;
  records_in: number;
  records_out: number;
  records_in_rate: number;
  records_out_rate: number;
  state_bytes: number;
  checkpoints: number;
  last_checkpoint_at: number | null;
  splits: { name: string; records_in: number; idle: boolean; behind_ms: number | null }[];
}

export interface DeliveredObject {
  key: string;
  bytes: number;
  records: number;
  at: number;
}

export interface Delivery {
  id: string;
  name: string;
  state: string;
  source: string;
  destination: string;
  format: string;
  buffered_records: number;
  buffered_bytes: number;
  buffered_since: number | null;
  delivered_records: number;
  delivered_bytes: number;
  delivered_objects: number;
  failed_records: number;
  expired_records: number;
  delivered_records_rate: number;
  last_objects: DeliveredObject[];
  last_error: { message: string; at: number; current: boolean } | null;
}

export interface Series {
  in_records: number[];
  in_bytes: number[];
  out_records: number[];
  out_bytes: number[];
  throttles: number[];
}

export interface StreamHistory {
  series: Series;
  shard_load: Record<string, number[]>;
}

export interface Overview {
  at: number;
  server: Server;
  totals: Rates;
  streams: Stream[];
  jobs: Job[];
  deliveries: Delivery[];
  history?: { step_ms: number; totals: Series; streams: Record<string, StreamHistory> };
}

export interface StreamRecord {
  shard: string;
  sequence_number: string;
  partition_key: string;
  arrival: number;
  bytes: number;
  text?: string;
  hex?: string;
  cut: boolean;
}

export interface Column {
  name: string;
  type: string;
}

export interface Row {
  op: '+I' | '-U' | '+U' | '-D';
  row: unknown[];
}

export interface Fault {
  code: string;
  message: string;
  line?: number;
  column?: number;
  hint?: string;
}

export type Message =
  | { type: 'snapshot'; overview: Overview }
  | {
      type: 'tick';
      at: number;
      server: Server;
      totals: Rates;
      streams: Stream[];
      streams_gone: string[];
      jobs: Job[];
      jobs_gone: string[];
      deliveries: Delivery[];
      deliveries_gone: string[];
    }
  | { type: 'records'; stream: string; records: StreamRecord[]; skipped: number }
  | { type: 'columns'; job: string; columns: Column[] }
  | { type: 'rows'; job: string; rows: Row[]; skipped: number; ended: boolean }
  | { type: 'fault'; about: string; error: Fault };
