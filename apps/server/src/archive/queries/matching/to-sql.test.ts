import { type Filter, matcher, printFilter } from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, filter } from '../../../../test/to-sql/arbitrary.ts';
import { eventsTable } from '../../../../test/to-sql/events-table.ts';

const [perTable, perRun] = [20, 5];
/** `npm run bench -- agree` asks for 100,000. */
const pairs = Number(process.env['TRAILGLASS_PAIRS'] ?? 4000);
const many = <T>(of: fc.Arbitrary<T>, count: number) =>
  fc.array(of, { minLength: count, maxLength: count });

test(
  'SQL finds what match finds, and says where it cannot tell',
  { timeout: 3_600_000 },
  async ({ annotate }) => {
    using table = await eventsTable();
    const seen = { filters: 0, exact: 0, matched: 0, sure: 0, doubtful: 0 };
    const agree = async (tree: Filter, rows: readonly TrailEvent[]): Promise<void> => {
      const { exact, may, must } = await table.find(tree);
      const matches = matcher(tree);
      for (const [place, row] of rows.entries()) {
        const [least, most] = [must.includes(place), may.includes(place)];
        const about = `${printFilter(tree)} on ${JSON.stringify(row.envelope)} ${row.raw}`;
        if (matches(row)) expect(most, about).toBe(true);
        else expect(least, about).toBe(false);
        if (exact) expect(most, about).toBe(least);
        if (matches(row)) seen.matched++;
      }
      seen.filters++;
      if (exact) seen.exact++;
      seen.sure += must.length;
      seen.doubtful += may.length - must.length;
    };
    await fc.assert(
      fc.asyncProperty(many(event, perTable), many(filter, perRun), async (rows, trees) => {
        await table.write(rows);
        for (const tree of trees) await agree(tree, rows);
      }),
      { numRuns: Math.ceil(pairs / perTable / perRun), endOnFailure: true },
    );
    await annotate(`${pairs} pairs: ${JSON.stringify(seen)}`);
    expect(seen.exact).toBeGreaterThan(seen.filters / 4);
    expect(seen.sure).toBeGreaterThan(seen.matched / 2);
  },
);
