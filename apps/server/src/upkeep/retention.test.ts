import { second, span } from '../../test/seconds.ts';
import { everything } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect, test, vi } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { serviceAgainstLocal, serviceWithArchive, unlimited } from '../../test/against-local.ts';
import { DAY, NOW, record, scope } from '../../test/records.ts';
import { endOf, framesOf, idsOf, never, request } from '../../test/searches.ts';
import type { Listed } from '../archive/stored-event.ts';
import { edgeOf, Retention } from './retention.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 60_000 });

const ago = (days: number): EpochMs => (NOW - days * DAY * 1000) as EpochMs;
const whole = request({ from: ago(80) });
const records = [1, 5, 20, 40, 70].map((days) => record(days, days * DAY));
const edge = Date.parse('2026-11-10T00:00:00Z') / 1000;

test('the edge moves once a day, at midnight in UTC', () => {
  expect(edgeOf(NOW, 10)).toBe(edge);
  expect(edgeOf((NOW + 11 * 3_600_000) as EpochMs, 10)).toBe(edge);
  expect(edgeOf((NOW + 12 * 3_600_000) as EpochMs, 10)).toBe(edge + DAY);
});

test('what is too old goes by itself at start, with the claim that it was read, and the archive says how long it keeps', async () => {
  const archive = await archiveIn({ kind: 'memory' }, 10);
  // Written when more was kept.
  const { service: before } = await serviceAgainstLocal({
    ...unlimited,
    records,
    archive: { ...archive, keepDays: undefined },
  });
  await framesOf(before, whole);
  expect((await archive.summary()).events).toBe(5);
  const { service } = await serviceAgainstLocal({ ...unlimited, records, archive });
  await expect
    .poll(async () => (await archive.summary()).events, { timeout: 15_000, interval: 1_500 })
    .toBe(2);
  const window = span(ago(80) / 1000, NOW / 1000);
  const { settled } = await archive.coverage(scope, [''], window);
  expect(settled.map(({ from }) => from)).toEqual([edge]);
  expect(await service.archive(never)).toMatchObject({ keepDays: 10, events: 2 });
});

test('a search beyond the edge shows all of it, and keeps nothing that would be deleted again', async () => {
  const archive = await archiveIn({ kind: 'memory' }, 10);
  const { local, service } = await serviceAgainstLocal({ ...unlimited, records, archive });
  const callsOf = async (): Promise<number> => {
    const before = local.requests().length;
    const frames = await framesOf(service, whole);
    expect(idsOf(frames)).toEqual(records.map(({ eventID }) => eventID));
    expect(endOf(frames).complete).toBe(true);
    return local.requests().length - before;
  };
  await callsOf();
  // The newest fifteen minutes, and what lies beyond the edge.
  expect([await callsOf(), await callsOf()]).toEqual([2, 2]);
  expect((await archive.summary()).events).toBe(2);
});

test('background reading ends at the edge, too', async () => {
  const archive = await archiveIn({ kind: 'memory' }, 10);
  const { service } = await serviceAgainstLocal({
    ...unlimited,
    records,
    archive,
    keeping: { keepReading: 'all', checkMs: 200 },
  });
  const shown = async () => (await service.keeping()).scopes[0];
  await expect.poll(async () => (await shown())?.state, { timeout: 15_000 }).toBe('following');
  expect((await shown())?.readTo).toBe('2026-11-10T00:00:00Z');
  expect((await archive.summary()).events).toBe(2);
});

test('a clock that nobody has confirmed deletes nothing', async () => {
  const { archive, service } = await serviceWithArchive({ records });
  await framesOf(service, whole);
  const clock = { now: () => (NOW + 3_650 * DAY * 1000) as EpochMs, isSure: false };
  const retention = new Retention(archive, 10, clock, 20);
  await new Promise((resolve) => {
    setTimeout(resolve, 1_500);
  });
  expect((await archive.summary()).events).toBe(5);
  clock.isSure = true;
  await expect
    .poll(async () => (await archive.summary()).events, { timeout: 15_000, interval: 1_500 })
    .toBe(0);
  retention.close();
});

test('a page that was deleted while the next was looked up is not claimed by it', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  // Two pages, the end of the first and the beginning of the second in one second.
  const many = Array.from({ length: 100 }, (_, n) => record(n, 3_600 + Math.floor(n / 40)));
  const slow = { local: { ratePerSecond: 0 }, lookup: { perSecond: 1 } };
  const { service } = await serviceAgainstLocal({ ...slow, records: many, archive });
  const asked = request({ from: ago(2), to: (NOW - 3_600_000) as EpochMs });
  const read = service.search(asked, never)[Symbol.asyncIterator]();
  while ((await archive.summary()).events < 50) await read.next();
  expect(await archive.upkeep.forget(second(NOW / 1000), 50)).toEqual({ deleted: 50 });
  while (!(await read.next()).done);
  expect(idsOf(await framesOf(service, asked)).length).toBe(100);
});

test('events that are deleted while a search reads them are asked of AWS', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const many = Array.from({ length: 1_300 }, (_, n) => record(n, 3_600 + n * 60));
  const { local, service } = await serviceAgainstLocal({
    ...unlimited,
    records: many,
    // Between two of its reads, everything but the newest is deleted.
    archive: {
      ...archive,
      read: async (...asked): Promise<{ found: readonly Listed[]; examined: number }> => {
        const slice = await archive.read(...asked);
        const before = second(NOW / 1000 - 3_600 - 600 * 60);
        const { events } = await archive.upkeep.older(before, never);
        if (asked[1].below === undefined) await archive.upkeep.forget(before, events);
        return slice;
      },
    },
  });
  const asked = request({ from: ago(2), to: (NOW - 3_600_000) as EpochMs, limit: 2_000 });
  await framesOf(service, asked);
  const before = local.requests().length;
  const frames = await framesOf(service, { ...asked, filter: everything });
  expect(new Set(idsOf(frames)).size).toBe(1_300);
  expect(endOf(frames).complete).toBe(true);
  expect(local.requests().length).toBeGreaterThan(before);
});
