import { second, span } from '../../../../test/seconds.ts';
import { everything, matcher, parseFilter, type Subject } from '@trailglass/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveIn } from '../../../../test/against-archive.ts';
import { NOW, scope } from '../../../../test/records.ts';
import { never } from '../../../../test/searches.ts';
import { groupedByHand, talliedByHand } from '../../../../test/groups/by-hand.ts';
import { facts, filters, listed, subjects } from '../../../../test/groups/events.ts';
import type { Grouping } from '../../protocol/groups.ts';

const FROM = NOW - 3_600_000;

const grouping: fc.Arbitrary<Grouping> = fc.record({
  subjects: fc.array(fc.constantFrom<Subject>(...subjects), { minLength: 1, maxLength: 2 }),
  order: fc.constantFrom('count', 'value', 'first', 'last', 'errors', 'writes'),
  ascending: fc.boolean(),
  limit: fc.constantFrom(1, 3, 1_000),
  onlyNew: fc.boolean(),
  present: fc.boolean(),
});

test('groups are those of a count by hand: any field or path, one or two, in any order', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 40 }),
      fc.array(grouping, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...filters),
      fc.boolean(),
      async (all, groupings, q, before) => {
        // Each run has a Region of its own.
        const place = { ...scope, region: `us-east-${(runs += 1)}` as typeof scope.region };
        const events = listed(all);
        await archive.write(place, events);
        const { filter = everything } = parseFilter(q);
        const asked = {
          scopes: [place],
          filter,
          ...span(FROM / 1000, NOW / 1000),
          ...(before && { since: second((FROM - 3_600_000) / 1000) }),
          groupings,
        };
        const found = await archive.groups(asked, never);
        const matches = matcher(filter);
        const wanted = events.filter(({ event, at }) => (before || at >= FROM) && matches(event));
        if ('tooMany' in found) throw new Error('There are few.');
        expect(found.groupings).toEqual(groupings.map((one) => groupedByHand(wanted, one, FROM)));
        expect(found.all).toEqual(talliedByHand(wanted, FROM));
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);
