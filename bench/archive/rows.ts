import { interleaved, ms } from '../figures/interleaved.ts';
import { quantile } from '../figures/quantile.ts';
import type { Line } from '../figures/report.ts';
import { rowsOf } from './ask.ts';
import { type ByHand, newest } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import { questions } from './questions.ts';
import type { Served } from './serve.ts';

interface Question {
  readonly q: string;
  readonly sql: string;
}
const everything: Question = { q: '', sql: 'TRUE' };

let turn = 0;
/** A question that nobody has asked yet: what was asked before is answered from what was kept. */
export function anew({ q, sql }: Question): Question {
  const nobody = `nobody-${(turn += 1)}`;
  return {
    q: `${q} -user:${nobody}`,
    sql: `${sql} AND username IS DISTINCT FROM '${nobody}'`,
  };
}

/** The first rows at the server, under no filter and under all others in turns: asked for once, and once more. */
export async function firstRows({ url }: Served, made: Made): Promise<Line[]> {
  const ask = (q: string) => rowsOf(url, { q, scopes: made.scopes, limit: 50 });
  const first: number[] = [];
  const again: number[] = [];
  for (const one of [everything, ...questions]) await ask(one.q);
  for (let round = 0; round < 8; round += 1)
    for (const one of [everything, ...questions]) {
      const { q } = anew(one);
      first.push((await ask(q)).firstMs);
      again.push((await ask(q)).firstMs);
    }
  const limit = made.events > 2_000_000 ? 100 : 50;
  return Object.entries({ 'asked once': first, 'asked again': again }).map(([what, times]) => {
    const p95 = quantile(times, 0.95);
    console.log(`  first rows, ${what}: p50 ${ms(quantile(times, 0.5))}, p95 ${ms(p95)}`);
    return { what: `first rows, ${what}: p95 ÷ ${limit} ms`, ratio: p95 / limit, target: 1 };
  });
}

/** The newest 200 of each question, whole through HTTP, against the statement by hand. */
export async function newestRows(served: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const lines: Line[] = [];
  for (const question of questions) {
    const { q, sql } = question;
    const asked = { q, scopes: made.scopes, limit: 200 };
    const { rows } = await rowsOf(served.url, asked);
    const wanted = (await hand.rows(newest(sql))).length;
    if (rows < wanted) throw new Error(`${q}: ${rows} rows, by hand ${wanted}`);
    const { ours, theirs, ratio } = await interleaved(
      9,
      () => rowsOf(served.url, { ...asked, q: anew(question).q }),
      () => hand.rows(newest(anew(question).sql)),
    );
    console.log(`  ${rows} of ${q}: ${ms(ours)}, by hand ${ms(theirs)}`);
    lines.push({ what: `newest 200 of ${q.slice(0, 32)}… ÷ by hand`, ratio, target: 1.3 });
  }
  return lines;
}
