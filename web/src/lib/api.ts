// What the page asks the server to do.

import type { Fault } from './types';

async function send(method: string, path: string, body?: object): Promise<Response> {
  const init: RequestInit = { method };
  if (body) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/_api/v1/${path}`, init);
  } catch {
    throw { code: 'unreachable', message: 'the server does not answer' } satisfies Fault;
  }
  if (response.ok) return response;
  const answer = (await response.json().catch(() => null)) as { error?: Fault } | null;
  throw answer?.error ?? ({ code: 'http', message: `the server answered ${response.status}` } satisfies Fault);
}

export type Outcome =
  | { kind: 'done'; message: string }
  | { kind: 'text'; text: string }
  | { kind: 'listing'; columns: string[]; rows: string[][] }
  | { kind: 'job'; id: string; name: string; is_query: boolean };

export async function submit(sql: string): Promise<Outcome[]> {
  const answer = (await (await send('POST', 'sql/jobs', { sql })).json()) as { results: Outcome[] };
  return answer.results;
}

export async function explain(sql: string): Promise<string> {
  const answer = (await (await send('POST', 'sql/explain', { sql })).json()) as { plan: string };
  return answer.plan;
}

export async function cancel(job: string): Promise<void> {
  await send('DELETE', `sql/jobs/${encodeURIComponent(job)}`);
}

export async function restart(job: string): Promise<void> {
  await send('POST', `sql/jobs/${encodeURIComponent(job)}/restart`, {});
}
