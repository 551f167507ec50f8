import { everything, type Filter } from '@trailglass/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceAgainstLocal, unlimited } from '../../test/against-local.ts';
import { ACCOUNT, record } from '../../test/records.ts';
import { endOf, framesOf, idsOf, named, ofType, request } from '../../test/searches.ts';

const regions = ['eu-west-1', 'us-east-1', 'ap-south-1'];
const scopes = regions.map((region) => `${ACCOUNT}:${region}`);
/** An endpoint without a limit, so that a test may read hundreds of pages. */

/** Up to 260 events in a few seconds: pages end in the middle of them. */
const busySeconds = fc
  .array(
    fc.record({
      secondsAgo: fc.integer({ min: 0, max: 12 }),
      awsRegion: fc.constantFrom(...regions),
      eventName: fc.constantFrom('RunInstances', 'DescribeInstances'),
    }),
    { minLength: 1, maxLength: 260 },
  )
  .map((events) => events.map(({ secondsAgo, ...more }, id) => record(id, 60 + secondsAgo, more)));

test('what is read equals what is there, whatever the page boundaries; paging by cursor loses and repeats nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      busySeconds,
      fc.integer({ min: 1, max: 90 }),
      fc.boolean(),
      async (records, limit, filtered) => {
        const { service, local } = await serviceAgainstLocal({ ...unlimited, records, regions });
        const filter: Filter = filtered ? named('RunInstances') : everything;
        const there = records
          .filter(({ eventName }) => !filtered || eventName === 'RunInstances')
          .map(({ eventID }) => eventID)
          .toSorted();

        const whole = await framesOf(service, request({ filter, scopes }));
        expect(idsOf(whole).toSorted()).toEqual(there);
        expect(endOf(whole).complete).toBe(true);

        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const frames = await framesOf(
            service,
            request({ filter, scopes, limit, ...(cursor === undefined ? {} : { cursor }) }),
          );
          paged.push(...idsOf(frames));
          cursor = endOf(frames).next;
        } while (cursor !== undefined);
        expect(paged.toSorted()).toEqual(there);
        await service.close();
        await local[Symbol.asyncDispose]();
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test('one scope gives exactly the newest `limit` rows, and the next page goes on behind them', async () => {
  const records = Array.from({ length: 130 }, (_, n) => record(n, Math.floor(n / 40)));
  const { service } = await serviceAgainstLocal({ ...unlimited, records });
  const first = await framesOf(service, request({ limit: 70 }));
  expect(idsOf(first)).toHaveLength(70);
  expect(endOf(first)).toMatchObject({ complete: false, matched: 70 });
  expect(ofType(first, 'progress').at(-1)?.scopes[0]?.state).toBe('paused');
  const second = await framesOf(service, request({ limit: 70, cursor: endOf(first).next! }));
  expect(idsOf(second)).toHaveLength(60);
  expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(130);
  expect(endOf(second)).toEqual({ type: 'end', complete: true, matched: 60 });
});

test('a stream that is left early goes on from the last progress, on another server too', async () => {
  const records = Array.from({ length: 400 }, (_, n) => record(n, Math.floor(n / 9)));
  const one = await serviceAgainstLocal({
    ...unlimited,
    local: { ...unlimited.local, latencyMs: 100 },
    records,
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  for await (const frame of one.service.search(request(), new AbortController().signal)) {
    if (frame.type === 'rows') seen.push(...frame.events.map((row) => row.eventId));
    if (frame.type === 'progress') cursor = frame.next;
    if (frame.type === 'progress' && seen.length >= 100) break;
  }
  expect(seen.length).toBeLessThan(400);
  const other = await serviceAgainstLocal({ ...unlimited, records });
  const rest = await framesOf(other.service, request({ cursor: cursor! }));
  expect([...seen, ...idsOf(rest)].toSorted()).toEqual(records.map((r) => r.eventID).toSorted());
});

test('a Region whose part of the list is already older than the others waits for them', async () => {
  const busy = Array.from({ length: 300 }, (_, n) => record(n, n));
  const quiet = Array.from({ length: 300 }, (_, n) =>
    record(1000 + n, 86_400 * 2 + n * 600, { awsRegion: 'us-east-1' }),
  );
  const { service, local } = await serviceAgainstLocal({
    ...unlimited,
    regions,
    records: [...busy, ...quiet],
  });
  const asked = request({ scopes: scopes.slice(0, 2), limit: 100 });
  const first = await framesOf(service, asked);
  const before = local.requests().length;
  const second = await framesOf(service, { ...asked, cursor: endOf(first).next! });
  expect(
    new Set(
      local
        .requests()
        .slice(before)
        .map(({ region }) => region),
    ),
  ).toEqual(new Set(['eu-west-1']));
  expect(idsOf(second)).toEqual(busy.slice(100, 200).map(({ eventID }) => eventID));
});

test('a Region of which nothing can be among the newest any more is not read to its end', async () => {
  const busy = Array.from({ length: 50 }, (_, n) => record(n, n));
  const old = Array.from({ length: 500 }, (_, n) =>
    record(1000 + n, 86_400 + n, { awsRegion: 'us-east-1' }),
  );
  const { service, local } = await serviceAgainstLocal({
    ...unlimited,
    regions,
    records: [...busy, ...old],
  });
  await framesOf(service, request({ scopes: scopes.slice(0, 2), limit: 50 }));
  const asked = local.requests().filter(({ region }) => region === 'us-east-1');
  expect(asked.length).toBeLessThanOrEqual(3);
});
