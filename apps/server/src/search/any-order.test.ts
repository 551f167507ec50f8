import { everything, matcher, type Filter } from '@trailglass/query';
import { readRecord, type AccountId, type EpochMs, type Region } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import {
  ACCOUNT,
  endOf,
  framesOf,
  idsOf,
  named,
  NOW,
  record,
  request,
  serviceAgainstLocal,
  type Record,
} from '../../test/against-local.ts';

const RUNS = Number(process.env['TRAILGLASS_RUNS'] ?? 200);
const is = (name: 'username' | 'eventName', value: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name },
  value,
});
const filters: readonly Filter[] = [
  everything,
  is('username', 'alice'),
  named('RunInstances'),
  { kind: 'and', of: [is('username', 'alice'), named('RunInstances')] },
  { kind: 'not', of: is('username', 'alice') },
  { kind: 'anywhere', text: 'runinst' },
];

/** Up to 70 events in one second: pages of 50 end within it. Old enough to be settled, or not yet. */
const burst = (secondsAgo: fc.Arbitrary<number>) =>
  fc.record({
    secondsAgo,
    count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 40, max: 70 })),
    eventName: fc.constantFrom('RunInstances', 'DescribeInstances'),
    userName: fc.constantFrom('alice', 'bob'),
  });
const minutesAgo = fc.integer({ min: 0, max: 40 });
const search = fc.record({
  do: fc.constant('search' as const),
  older: fc.oneof(fc.constant(40), minutesAgo),
  newer: fc.oneof(fc.constant(0), minutesAgo),
  filter: fc.constantFrom(...filters),
  limit: fc.constantFrom(20, 75, 1000),
  /** Leaves after so many frames. */
  leaves: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 1 },
  ),
  fault: fc.constantFrom(undefined, undefined, 'duplicate', 'reset', 'badtoken', 'denied'),
});
const late = burst(fc.integer({ min: 0, max: 600 })).map((of) => ({ do: 'late' as const, of }));
const life = fc.record({
  events: fc.array(burst(fc.integer({ min: 0, max: 40 }).map((minute) => minute * 60)), {
    minLength: 1,
    maxLength: 8,
  }),
  steps: fc.array(fc.oneof({ arbitrary: search, weight: 3 }, { arbitrary: late, weight: 1 }), {
    minLength: 2,
    maxLength: 6,
  }),
});

test('a search that ends complete has every event that AWS has, each once, whatever was read before in whatever order', async () => {
  const regions = Array.from({ length: RUNS + 500 }, (_, n) => `eu-test-${n + 1}`);
  const { local, service } = await serviceAgainstLocal({
    local: { ratePerSecond: 0 },
    lookup: { perSecond: 1_000, backoff: { baseMs: 1, capMs: 2 } },
    archive: await archiveIn({ kind: 'memory' }),
    regions,
  });
  let lives = 0;
  let ids = 0;
  let complete = 0;
  await fc.assert(
    fc.asyncProperty(life, async ({ events, steps }) => {
      // Each in a Region of its own, where nothing has been read before.
      const region = regions[lives++] as Region;
      const scope = { account: ACCOUNT as AccountId, region };
      const upstream: Record[] = [];
      const happen = ({ secondsAgo, count, eventName, userName }: (typeof events)[number]) => {
        const userIdentity = { type: 'IAMUser', userName, accountId: ACCOUNT };
        for (let n = 0; n < count; n += 1) {
          ids += 1;
          upstream.push(record(ids, secondsAgo, { eventName, userIdentity, awsRegion: region }));
        }
        local.add(upstream.slice(-count));
      };
      const expected = (filter: Filter, from: number, to: number): string[] => {
        const matches = matcher(filter);
        return upstream
          .filter((one) => {
            const { event } = readRecord(JSON.stringify(one), scope);
            return event && event.time >= from && event.time <= to && matches(event);
          })
          .map(({ eventID }) => eventID)
          .toSorted();
      };
      events.forEach(happen);
      for (const step of steps) {
        if (step.do === 'late') {
          happen(step.of);
          continue;
        }
        const { filter, limit, leaves, fault } = step;
        const from = (NOW - Math.max(step.older, step.newer) * 60_000) as EpochMs;
        const to = (NOW - Math.min(step.older, step.newer) * 60_000) as EpochMs;
        const wanted = expected(filter, from, to);
        const got = new Set<string>();
        const asked = request({ filter, from, to, limit, scopes: [`${ACCOUNT}:${region}`] });
        local.setFaults(
          fault === undefined ? [] : [{ kind: fault, p: fault === 'denied' ? 1 : 0.3 }],
        );
        if (leaves !== undefined) {
          let frames = 0;
          for await (const _ of service.search(asked, new AbortController().signal)) {
            frames += 1;
            if (frames === leaves) break;
          }
          continue;
        }
        let cursor: string | undefined;
        for (;;) {
          const frames = await framesOf(service, { ...asked, ...(cursor && { cursor }) });
          const page = idsOf(frames);
          expect(new Set(page).size).toBe(page.length);
          for (const id of page) got.add(id);
          const end = endOf(frames);
          if (end.complete) {
            complete += 1;
            expect([...got].toSorted()).toEqual(wanted);
          }
          if (end.next === undefined || end.next === cursor) break;
          cursor = end.next;
        }
        // Failed or not: what was shown is there, and asked for.
        expect(wanted).toEqual(expect.arrayContaining([...got]));
      }
      local.setFaults([]);
    }),
    { numRuns: RUNS },
  );
  expect(complete).toBeGreaterThan(RUNS);
}, 600_000);
