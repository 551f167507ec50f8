import { wholeWindow } from './write-day.ts';

export interface Asked {
  readonly q: string;
  readonly scopes: readonly string[];
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

const textOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
const get = (url: string): Promise<Response> =>
  fetch(url, { headers: { 'x-requested-by': 'trailglass' } });

function queryOf({ q, scopes }: Asked): Record<string, string> {
  return {
    q,
    from: textOf(wholeWindow.from),
    to: textOf(wholeWindow.to),
    scope: scopes.join(','),
  };
}

export interface Rows {
  /** Milliseconds until the first rows, and until the end; the first is the end where no row came. */
  readonly firstMs: number;
  readonly ms: number;
  readonly rows: number;
  /** Goes on behind these. */
  readonly next: string | undefined;
}

/** One search through the server's HTTP to its end. Throws for a problem. */
export async function rowsOf(url: string, asked: Asked): Promise<Rows> {
  const begun = performance.now();
  const query = new URLSearchParams({ ...queryOf(asked), limit: String(asked.limit ?? 200) });
  if (asked.cursor !== undefined) query.set('cursor', asked.cursor);
  const response = await get(`${url}/api/events?${query}`);
  if (!response.ok || response.body === null) throw new Error(await response.text());
  let firstMs: number | undefined;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (firstMs === undefined && text.includes('"type":"rows"'))
      firstMs = performance.now() - begun;
  }
  const ms = performance.now() - begun;
  const frames = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; events?: unknown[]; next?: string });
  const problem = frames.find(({ type }) => type === 'problem');
  if (problem) throw new Error(JSON.stringify(problem));
  const rows = frames.reduce((sum, { events }) => sum + (events?.length ?? 0), 0);
  return { firstMs: firstMs ?? ms, ms, rows, next: frames.at(-1)?.next };
}

/** Milliseconds of a figure through the server's HTTP, and its answer. */
export async function figureOf(
  url: string,
  name: 'histogram' | 'facets',
  asked: Asked,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly ms: number; readonly answer: unknown }> {
  const begun = performance.now();
  const response = await get(
    `${url}/api/${name}?${new URLSearchParams({ ...queryOf(asked), ...more })}`,
  );
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return { ms: performance.now() - begun, answer: JSON.parse(text) };
}

/** A table of groups through the server's HTTP. @returns how many events it was counted over */
export async function groupsOf(
  url: string,
  { q, scopes }: Asked,
  by: string,
): Promise<{ readonly events: number }> {
  const { from, to } = queryOf({ q, scopes });
  const response = await fetch(`${url}/api/groups`, {
    method: 'POST',
    headers: { 'x-requested-by': 'trailglass', 'content-type': 'application/json' },
    body: JSON.stringify({ q, from, to, scope: scopes, groupings: [{ by: [by] }] }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return { events: (JSON.parse(text) as { all: { count: number } }).all.count };
}
