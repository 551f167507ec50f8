import { span } from '../../../../test/seconds.ts';
import { everything, matcher, parseFilter, type Subject } from '@trailglass/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveIn } from '../../../../test/against-archive.ts';
import { NOW, scope } from '../../../../test/records.ts';
import { never } from '../../../../test/searches.ts';
import { groupedByHand } from '../../../../test/groups/by-hand.ts';
import { facts, filters, listed, subjects } from '../../../../test/groups/events.ts';
import type { Facets } from '../../protocol/figures.ts';
import type { Listed } from '../../stored-event.ts';

const from = NOW - 3_600_000;

function facetByHand(events: readonly Listed[], subject: Subject, search: string, limit: number) {
  const grouping = { subjects: [subject], order: 'count', ascending: false } as const;
  const { rows, long } = groupedByHand(
    events,
    { ...grouping, limit: 1_000, onlyNew: false, present: false },
    from,
  );
  const wanted = rows.flatMap(({ values: [value = null], count }) =>
    value && value.toLowerCase().includes(search) ? [{ value, count }] : [],
  );
  const facet: Facets['facets'][number] = {
    values: wanted.slice(0, limit),
    // The one that is too long to be told consists of x.
    distinct: wanted.length + ('x'.includes(search) ? long : 0),
    without: rows.find(({ values }) => values[0] === null)?.count ?? 0,
  };
  return facet;
}

test('facets are those of a count by hand: fields, lists and paths together, any of them twice', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 40 }),
      fc.array(fc.constantFrom<Subject>(...subjects), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...filters),
      fc.constantFrom('', 'a', 'i', 'con'),
      fc.constantFrom(1, 3, 200),
      async (all, wanted, q, search, limit) => {
        // Each run has a Region of its own.
        const place = { ...scope, region: `us-east-${(runs += 1)}` as typeof scope.region };
        const events = listed(all);
        await archive.write(place, events);
        const { filter = everything } = parseFilter(q);
        const asked = { scopes: [place], filter, ...span(from / 1000, NOW / 1000) };
        const found = await archive.facets({ ...asked, subjects: wanted, search, limit }, never);
        const matches = matcher(filter);
        const there = events.filter(({ event, at }) => at >= from && matches(event));
        expect(found).toEqual({
          matched: there.length,
          facets: wanted.map((subject) => facetByHand(there, subject, search, limit)),
        });
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);
