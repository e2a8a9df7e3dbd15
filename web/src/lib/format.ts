// Numbers, sizes and times as people read them.

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** 1,234 or 3.4: a count or a rate. */
export function count(value: number): string {
  return value < 10 && value % 1 !== 0 ? tenth.format(value) : whole.format(value);
}

/** 12.3k, 4.5M: where space is short. */
export function short(value: number): string {
  if (value < 10_000) return count(value);
  if (value < 999_950) return `${tenth.format(value / 1_000)}k`;
  if (value < 1_000_000_000) return `${(value / 1_000_000).toFixed(1)}M`;
  return `${tenth.format(value / 1_000_000_000)}G`;
}

/** A size as number and unit; a KB is 1,024 bytes, as in the service's own limits. */
export function size(bytes: number): [string, string] {
  if (bytes < 1024) return [whole.format(bytes), 'B'];
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return [value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : whole.format(value), units[unit] ?? 'TB'];
}

export function sizeText(bytes: number): string {
  return size(bytes).join(' ');
}

export function percent(fraction: number): string {
  return `${whole.format(fraction * 100)}%`;
}

/** A length of time in at most two units. */
export function span(ms: number): string {
  if (ms < 1000) return `${whole.format(Math.max(0, ms))} ms`;
  const s = ms / 1000;
  if (s < 10) return `${s.toFixed(1)} s`;
  if (s < 60) return `${Math.floor(s)} s`;
  const min = Math.floor(s / 60);
  if (min < 60) return `${min} min ${Math.floor(s % 60)} s`;
  const h = Math.floor(min / 60);
  if (h < 48) return `${h} h ${min % 60} min`;
  return `${Math.floor(h / 24)} d ${h % 24} h`;
}

/** Local wall-clock time with milliseconds. */
export function clock(at: number, withMillis = true): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return withMillis ? `${text}.${String(date.getMilliseconds()).padStart(3, '0')}` : text;
}

/** Event time, which has no zone: as it stands in the data. */
export function eventTime(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}

/** The digits of a shard id that tell it from its siblings. */
export function shardNumber(id: string): string {
  const digits = /^shardId-0*(\d+)$/.exec(id);
  return digits?.[1] ?? id;
}

/** The ends of a long number. */
export function ends(text: string, first: number, last: number): string {
  return text.length <= first + last + 1 ? text : `${text.slice(0, first)}…${text.slice(-last)}`;
}
