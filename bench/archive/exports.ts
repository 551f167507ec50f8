import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ms } from '../figures/interleaved.ts';
import { quantile } from '../figures/quantile.ts';
import type { Line } from '../figures/report.ts';
import { rowsOf } from './ask.ts';
import { type ByHand, inWindow } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import { questions } from './questions.ts';
import { anew } from './rows.ts';
import type { Served } from './serve.ts';
import { wholeWindow } from './write-day.ts';

const TENTH = (wholeWindow.to - wholeWindow.from) / 10;

/** Everything as a file of each kind, as a browser fetches it; in as much memory for all of it as for a tenth. */
export async function exports(served: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const lines: Line[] = [];
  // What the first of all fills, it would be charged for.
  await file(served, made, 'ndjson', wholeWindow.to - TENTH);
  const began = performance.now();
  const read = await hand.rows(
    `SELECT count(*), sum(strlen(record)) FROM (
       SELECT record FROM events WHERE ${inWindow} ORDER BY listed_ms DESC, event_id DESC)`,
  );
  const byHand = performance.now() - began;
  const there = Number(read[0]?.[0]);
  console.log(`  every record read by hand, and written nowhere: ${ms(byHand)}`);
  for (const format of ['ndjson', 'console-csv', 'parquet', 'bundle'] as const) {
    const tenth = await file(served, made, format, wholeWindow.to - TENTH);
    const all = await file(served, made, format, wholeWindow.from);
    if (all.events !== there) throw new Error(`${format}: ${all.events} of ${there}`);
    const rate = Math.round((all.events / all.ms) * 1000).toLocaleString('en');
    const told = all.peakMb === undefined ? '' : `, at most ${all.peakMb.toFixed(0)} MB`;
    console.log(
      `  ${format}: ${(all.bytes / 1e6).toFixed(0)} MB in ${(all.ms / 1000).toFixed(1)} s, ${rate} events/s${told}`,
    );
    if (tenth.peakMb !== undefined && all.peakMb !== undefined)
      lines.push({
        what: `${format}: memory for all ÷ for a tenth`,
        ratio: all.peakMb / tenth.peakMb,
        target: 1.25,
      });
    if (all.peakMb !== undefined)
      lines.push({
        what: `${format}: memory for all ÷ 600 MB`,
        ratio: all.peakMb / 600,
        target: 1,
      });
    if (format === 'ndjson')
      lines.push({
        what: 'ndjson: an event ÷ 25 µs',
        ratio: (all.ms * 1_000) / all.events / 25,
        target: 1,
      });
  }
  return [...lines, await rowsBeside(served, made)];
}

/** The first rows while a file of everything is fetched, against the same before and after it. */
async function rowsBeside(served: Served, made: Made): Promise<Line> {
  const first = async (one: (typeof questions)[number]): Promise<number> =>
    (await rowsOf(served.url, { q: anew(one).q, scopes: made.scopes, limit: 50 })).firstMs;
  const alone: number[] = [];
  const beside: number[] = [];
  const round = async (): Promise<void> => {
    for (const one of questions) alone.push(await first(one));
  };
  for (let n = 0; n < 4; n += 1) await round();
  const exporting = new AbortController();
  const whole = file(served, made, 'ndjson', wholeWindow.from).finally(() => exporting.abort());
  for (let n = 0; !exporting.signal.aborted; n += 1)
    beside.push(await first(questions[n % questions.length] as (typeof questions)[number]));
  await whole;
  for (let n = 0; n < 4; n += 1) await round();
  const [before, during] = [quantile(alone, 0.95), quantile(beside, 0.95)];
  console.log(
    `  first rows: p95 ${ms(before)}, beside a file ${ms(during)} (${beside.length} times)`,
  );
  return { what: 'first rows beside a file ÷ without, p95', ratio: during / before, target: 2 };
}

interface Fetched {
  readonly events: number;
  readonly bytes: number;
  readonly ms: number;
  /** Of the server and its store together; absent where the system does not tell. */
  readonly peakMb: number | undefined;
}

async function file(
  { url, pid }: Served,
  { scopes }: Made,
  format: string,
  from: number,
): Promise<Fetched> {
  const headers = { 'x-requested-by': 'trailglass', 'content-type': 'application/json' };
  const processes = pid === undefined ? [] : [pid, ...childrenOf(pid)];
  for (const one of processes) forgetPeak(one);
  const begun = performance.now();
  const made = await fetch(`${url}/api/downloads`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      q: '',
      from: new Date(from * 1000).toISOString(),
      to: new Date(wholeWindow.to * 1000).toISOString(),
      scope: scopes,
      format,
    }),
  });
  const { id, ticket } = (await made.json()) as { id: string; ticket: string };
  const response = await fetch(`${url}/download/${ticket}`);
  if (!response.ok || response.body === null) throw new Error(await response.text());
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  const took = performance.now() - begun;
  const end = await fetch(`${url}/api/downloads/${id}`, { headers });
  const { state, events } = (await end.json()) as { state: string; events: number };
  if (state !== 'done') throw new Error(`${format}: ${state}`);
  const peaks = processes.map(peakOf);
  const peakMb =
    processes.length === 0 || peaks.includes(undefined)
      ? undefined
      : peaks.reduce<number>((sum, peak) => sum + (peak ?? 0), 0) / 1024;
  return { events, bytes, ms: took, peakMb };
}

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Linux: from now on the peak is counted anew. */
const forgetPeak = (pid: number): void =>
  attempt(() => writeFileSync(`/proc/${pid}/clear_refs`, '5'));

const statusOf = (pid: number): string => readFileSync(`/proc/${pid}/status`, 'utf8');

/** kB. */
const peakOf = (pid: number): number | undefined =>
  attempt(() => Number(/^VmHWM:\s+(\d+)/m.exec(statusOf(pid))?.[1] ?? Number.NaN));

const childrenOf = (parent: number): number[] =>
  (attempt(() => readdirSync('/proc')) ?? [])
    .map(Number)
    .filter((pid) => pid > 0 && attempt(() => statusOf(pid))?.includes(`\nPPid:\t${parent}\n`));
