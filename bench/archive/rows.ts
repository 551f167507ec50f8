import { interleaved, ms } from '../figures/interleaved.ts';
import { quantile } from '../figures/quantile.ts';
import type { Line } from '../figures/report.ts';
import { rowsOf } from './ask.ts';
import { type ByHand, newest } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import { questions } from './questions.ts';
import type { Served } from './serve.ts';

/** The first rows at the server, under no filter and under all others in turns. */
export async function firstRows({ url }: Served, made: Made): Promise<Line[]> {
  const filters = ['', ...questions.map(({ q }) => q)];
  const ask = (q: string) => rowsOf(url, { q, scopes: made.scopes, limit: 50 });
  for (const q of filters) await ask(q);
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1)
    for (const q of filters) times.push((await ask(q)).firstMs);
  const p95 = quantile(times, 0.95);
  const limit = made.events > 2_000_000 ? 100 : 50;
  console.log(`  first rows: p50 ${ms(quantile(times, 0.5))}, p95 ${ms(p95)}`);
  return [{ what: `first rows: p95 ÷ ${limit} ms`, ratio: p95 / limit, target: 1 }];
}

/** The newest 200 of each question, whole through HTTP, against the statement by hand. */
export async function newestRows(served: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { q, sql } of questions) {
    const asked = { q, scopes: made.scopes, limit: 200 };
    const { rows } = await rowsOf(served.url, asked);
    const wanted = (await hand.rows(newest(sql))).length;
    if (rows < wanted) throw new Error(`${q}: ${rows} rows, by hand ${wanted}`);
    const { ours, theirs, ratio } = await interleaved(
      9,
      () => rowsOf(served.url, asked),
      () => hand.rows(newest(sql)),
    );
    console.log(`  ${rows} of ${q}: ${ms(ours)}, by hand ${ms(theirs)}`);
    lines.push({ what: `newest 200 of ${q.slice(0, 32)}… ÷ by hand`, ratio, target: 1.3 });
  }
  return lines;
}
