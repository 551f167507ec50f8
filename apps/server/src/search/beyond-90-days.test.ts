import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { lookups, serviceAgainstLocal, unlimited } from '../../test/against-local.ts';
import { ACCOUNT, ago, DAY, NOW, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, named, never, ofType, request } from '../../test/searches.ts';

const daysAgo = (days: number): EpochMs => ago(days * DAY);
/** One event a quarter of a day, 0 to 130 days ago. */
const records = Array.from({ length: 520 }, (_, n) =>
  record(n, n * (DAY / 4), { eventName: n % 3 === 0 ? 'RunInstances' : 'DescribeInstances' }),
);
const between = (older: number, newer: number): string[] =>
  records
    .filter((_, n) => n / 4 >= newer && n / 4 <= older)
    .map(({ eventID }) => eventID)
    .toSorted();
const EDGE = '2026-08-22T12:01:00Z';

/** An archive that was filled 40 days ago with these days, counted from now, and the service of today. */
async function readThen(...spans: (readonly [older: number, newer: number])[]) {
  const archive = await archiveIn({ kind: 'memory' });
  const then = await serviceAgainstLocal({
    ...unlimited,
    local: { ...unlimited.local, now: daysAgo(40) },
    records,
    archive,
  });
  for (const [older, newer] of spans)
    await framesOf(then.service, request({ from: daysAgo(older), to: daysAgo(newer) }));
  await then.service.close();
  return serviceAgainstLocal({ ...unlimited, records, archive });
}

test('what was read while AWS had it is complete without AWS, as far as it was read', async () => {
  const { local, service } = await readThen([125, 80]);
  const frames = await framesOf(service, request({ from: daysAgo(120), to: daysAgo(95) }));
  expect(idsOf(frames).toSorted()).toEqual(between(120, 95));
  expect(endOf(frames)).toEqual({ type: 'end', complete: true, matched: 101 });
  expect(lookups(local)).toBe(0);
  const [{ plan }] = ofType(frames, 'plan') as [ReturnType<typeof ofType<'plan'>>[0]];
  expect(plan.from).toBe('2026-07-23T12:00:00Z');
  expect(plan.archiveOnly).toEqual({ before: '2026-08-17T12:00:01Z', completeFrom: plan.from });
  expect(plan.notices.join()).toMatch(/only what the archive holds is shown: it is complete\.$/);
});

test('across the edge AWS is asked down to it and no further, the archive below', async () => {
  const { local, service } = await readThen([125, 60]);
  const frames = await framesOf(service, request({ from: daysAgo(120), to: daysAgo(0) }));
  expect(idsOf(frames).toSorted()).toEqual(between(120, 0));
  expect(endOf(frames).complete).toBe(true);
  // 60 days are left to look up, four events each.
  expect(lookups(local)).toBe(5);
});

test('where it was not read the search never ends complete, and says from when on it is', async () => {
  const { service } = await readThen([125, 115], [105, 80]);
  const asked = request({ from: daysAgo(120), to: daysAgo(0), limit: 150 });
  const frames = [];
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await framesOf(service, { ...asked, ...(cursor && { cursor }) });
    frames.push(...page);
    ids.push(...idsOf(page));
    cursor = endOf(page).next;
    expect(endOf(page).complete).toBe(false);
    if (cursor === undefined) break;
  }
  // Rows that are known come first, and again in their place.
  expect([...new Set(ids)].toSorted()).toEqual(
    [...between(105, 0), ...between(120, 115)].toSorted(),
  );
  expect(ofType(frames, 'progress').at(-1)?.scopes).toEqual([
    expect.objectContaining({ state: 'partial', readTo: '2026-08-07T12:00:00Z' }),
  ]);
  expect(ofType(frames, 'plan')[0]?.plan).toMatchObject({
    archiveOnly: { before: EDGE, completeFrom: '2026-08-07T12:00:00Z' },
    notices: [
      `Before ${EDGE} only what the archive holds is shown: it is complete from 2026-08-07T12:00:00Z on, not before.`,
    ],
  });
});

test('an archive that holds nothing there says so, and nothing is complete', async () => {
  const { service } = await readThen();
  const frames = await framesOf(service, request({ from: daysAgo(120), to: daysAgo(100) }));
  expect(endOf(frames)).toEqual({ type: 'end', complete: false, matched: 0 });
  expect(ofType(frames, 'plan')[0]?.plan.archiveOnly).toEqual({ before: '2026-08-12T12:00:01Z' });
  expect(ofType(frames, 'plan')[0]?.plan.notices.join()).toContain('it is not complete there');
});

test('what was read for one attribute is complete for a filter that requires it', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const { service } = await serviceAgainstLocal({
    ...unlimited,
    local: { ...unlimited.local, now: daysAgo(40) },
    records,
    archive,
  });
  const asked = { from: daysAgo(120), to: daysAgo(100) };
  const filter = named('RunInstances');
  await framesOf(service, request({ ...asked, filter }));
  const today = await serviceAgainstLocal({ ...unlimited, records, archive });
  expect(endOf(await framesOf(today.service, request({ ...asked, filter }))).complete).toBe(true);
  expect(endOf(await framesOf(today.service, request(asked))).complete).toBe(false);
});

test('the last 90 days stay cut at their edge, and complete, when they are read on later', async () => {
  const { service, local } = await readThen();
  const from = ago(90 * DAY);
  const first = await framesOf(service, request({ from, limit: 300 }));
  expect(endOf(first).next).toBeDefined();
  // An hour later, to the endpoint and to the service.
  const later = await serviceAgainstLocal({
    ...unlimited,
    local: { ...unlimited.local, now: NOW + 3_600_000 },
    records,
    archive: await archiveIn({ kind: 'memory' }),
  });
  const rest = await framesOf(later.service, request({ from, cursor: endOf(first).next! }));
  expect(endOf(rest)).toEqual({ type: 'end', complete: true, matched: 60 });
  expect(local.requests().length).toBeGreaterThan(0);
});

test('the last 90 days are complete although their edge moves on while they are read', async () => {
  const { service } = await serviceAgainstLocal({
    ...unlimited,
    local: { ...unlimited.local, latencyMs: 400 },
    records,
    archive: await archiveIn({ kind: 'memory' }),
  });
  const from = ago(90 * DAY);
  const frames = await framesOf(service, request({ from, limit: 1_000 }));
  expect(endOf(frames)).toEqual({ type: 'end', complete: true, matched: 360 });
});

test('counts and coverage reach as far back as the search does', async () => {
  const { service } = await readThen([125, 100]);
  const { filter, scopes } = request();
  const asked = { filter, scopes, from: daysAgo(120), to: daysAgo(110) };
  expect(await service.histogram({ ...asked, buckets: 10 }, never)).toMatchObject({
    matched: 41,
    covered: 1,
  });
  expect(await service.facets({ ...asked, fields: ['eventName'], limit: 5 }, never)).toMatchObject({
    matched: 41,
  });
  expect((await service.coverage(asked, never)).scopes).toEqual([
    {
      account: ACCOUNT,
      region: REGION,
      intervals: [{ from: '2026-07-23T12:00:00Z', to: '2026-08-02T12:00:00Z', state: 'read' }],
    },
  ]);
});
