import { matcher, printFilter } from '@trailglass/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, filter } from '../../test/to-sql/arbitrary.ts';
import { eventsTable } from '../../test/to-sql/events-table.ts';

const perTable = 20;
/** `npm run bench -- agree` asks for 100,000. */
const pairs = Number(process.env['TRAILGLASS_PAIRS'] ?? 4000);

test(
  'SQL finds what match finds, and says where it cannot tell',
  { timeout: 3_600_000 },
  async () => {
    using table = await eventsTable();
    const seen = { filters: 0, exact: 0, matched: 0, sure: 0, doubtful: 0 };
    const events = fc.array(event, { minLength: perTable, maxLength: perTable });
    await fc.assert(
      fc.asyncProperty(filter, events, async (tree, rows) => {
        await table.fill(rows);
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
      }),
      { numRuns: Math.ceil(pairs / perTable) },
    );
    console.info(`${pairs} pairs:`, seen);
  },
);
