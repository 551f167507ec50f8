import { interleaved, ms } from '../figures/interleaved.ts';
import type { Line } from '../figures/report.ts';
import { figureOf, rowsOf } from './ask.ts';
import { type ByHand, facetFields, figures, inWindow } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import { questions } from './questions.ts';
import type { Served } from './serve.ts';

const fields = Object.keys(facetFields).join(',');
const bucketSeconds = 86_400;

/** Histogram and twelve facets at once, as the page asks them, against thirteen statements by hand. */
export async function counts({ url }: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { q, sql, what } of [
    { q: '', sql: 'TRUE', what: 'everything' },
    { ...questions[1], what: 'three clauses' },
  ]) {
    const asked = { q, scopes: made.scopes };
    const ours = () =>
      Promise.all([
        figureOf(url, 'histogram', asked, { buckets: '90' }),
        figureOf(url, 'facets', asked, { fields }),
      ]);
    const matched = (await ours()).map(({ answer }) => (answer as { matched: number }).matched);
    const [[all] = []] = await hand.rows(
      `SELECT count(*) FROM events WHERE ${inWindow} AND ${sql}`,
    );
    if (matched.some((count) => count !== Number(all)))
      throw new Error(`${q}: ${matched.join(' and ')}, by hand ${String(all)}`);
    const took = await interleaved(7, ours, async () => {
      for (const statement of figures(sql, bucketSeconds)) await hand.rows(statement);
    });
    console.log(`  histogram and 12 facets, ${what}: ${ms(took.ours)}, by hand ${ms(took.theirs)}`);
    lines.push({
      what: `histogram + 12 facets, ${what} ÷ by hand`,
      ratio: took.ratio,
      target: 1.3,
    });
  }
  return lines;
}

/** Rows that are asked for together with all figures, against rows alone. */
export async function rowsBesideCounts({ url }: Served, made: Made): Promise<Line[]> {
  const asked = { q: '', scopes: made.scopes, limit: 50 };
  const alone = () => rowsOf(url, asked);
  const beside = async (): Promise<number> => {
    const figures = [
      figureOf(url, 'facets', asked, { fields }),
      figureOf(url, 'histogram', asked, { buckets: '90' }),
    ];
    const { firstMs } = await rowsOf(url, asked);
    await Promise.all(figures);
    return firstMs;
  };
  await alone();
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) times.push(await beside());
  const worst = Math.max(...times);
  const limit = made.events > 2_000_000 ? 100 : 50;
  console.log(`  first rows while all figures are counted: worst ${ms(worst)} of 9`);
  return [
    { what: `first rows beside figures ÷ 2 × ${limit} ms`, ratio: worst / limit / 2, target: 1 },
  ];
}
