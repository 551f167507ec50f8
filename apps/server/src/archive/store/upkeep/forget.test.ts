import { everything } from '@trailglass/query';
import {
  type EpochMs,
  type EpochSecond,
  readEvent,
  type Region,
  secondOf,
} from '@trailglass/record';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { ago, NOW, record, scope } from '../../../../test/records.ts';
import { never } from '../../../../test/searches.ts';
import type { Archive } from '../../archive.ts';
import type { Listed } from '../../stored-event.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 60_000 });

const elsewhere = { ...scope, region: 'us-east-1' as Region };
const second = (secondsAgo: number): EpochSecond => secondOf(ago(secondsAgo));
const whole = { from: second(86_400), to: second(0) };
const listed = (id: number, secondsAgo: number, place = scope): Listed => {
  const CloudTrailEvent = JSON.stringify(record(id, secondsAgo, { awsRegion: place.region }));
  const EventTime = new Date(NOW - secondsAgo * 1000);
  const EventId = record(id, 0).eventID;
  const { event } = readEvent({ EventId, EventTime, CloudTrailEvent }, place);
  return { event: event!, at: EventTime.getTime() as EpochMs };
};
const agesIn = async (archive: Archive, place = scope): Promise<number[]> => {
  const all = { ...whole, filter: everything, limit: 1000 };
  const { found } = await archive.read(place, all, new AbortController().signal);
  return found.map(({ at }) => (NOW - at) / 1000);
};
/** One event a hundred seconds, of two Regions and two kinds of reading, read whole. */
async function fill(archive: Archive): Promise<void> {
  const claim = { from: second(10_000), to: second(0), fetchedAt: second(-3_600) };
  for (const [n, place] of [scope, elsewhere].entries()) {
    const events = Array.from({ length: 100 }, (_, at) => listed(n * 100 + at, at * 100, place));
    await archive.write(place, events, { ...claim, kind: '' });
    await archive.write(place, [], { ...claim, to: second(6_000), kind: 'Username=alice' });
  }
}

test('what is older is counted before it is deleted: events, scopes, the first and the last of them', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  await fill(archive);
  expect(await archive.upkeep.older(second(5_000), never)).toEqual({
    events: 98,
    scopes: 2,
    oldest: NOW - 9_900_000,
    newest: NOW - 5_100_000,
  });
  expect(await archive.upkeep.older(second(20_000), never)).toEqual({ events: 0, scopes: 0 });
});

test('deleting takes the events, and that they were read, of every scope and kind; both stay gone', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await fill(archive);
  expect(await archive.upkeep.forget(second(5_000), 98)).toEqual({ deleted: 98 });
  const expectGone = async (one: Archive): Promise<void> => {
    for (const place of [scope, elsewhere]) {
      expect(await agesIn(one, place)).toEqual(Array.from({ length: 51 }, (_, at) => at * 100));
      expect((await one.coverage(place, [''], whole)).settled).toEqual([
        { from: second(5_000), to: second(0) },
      ]);
      expect((await one.coverage(place, ['Username=alice'], whole)).settled).toEqual([]);
    }
  };
  await expectGone(archive);
  process.kill(archive.storePid()!, 'SIGKILL');
  await archive.close();
  await expectGone(await archiveIn(inFolder(folder)));
});

test('another number than the preview’s deletes nothing', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  await fill(archive);
  await archive.write(scope, [listed(999, 7_777)]);
  expect(await archive.upkeep.forget(second(5_000), 98)).toEqual({ differs: 99 });
  expect(await agesIn(archive)).toHaveLength(101);
  expect((await archive.coverage(scope, [''], whole)).settled).toHaveLength(1);
});

test('S22: deleting by itself goes oldest first, and killed half way it claims what is there, and goes on', async () => {
  const folder = emptyFolder();
  const first = await archiveIn(inFolder(folder));
  const many = Array.from({ length: 45_000 }, (_, n) => listed(n, Math.floor(n / 10)));
  for (let at = 0; at < many.length; at += 5_000)
    await first.write(scope, many.slice(at, at + 5_000));
  await first.write(scope, [], {
    from: second(5_000),
    to: second(0),
    fetchedAt: second(-3_600),
    kind: '',
  });
  const { deleted, more } = await first.upkeep.trim(second(99));
  expect([deleted >= 20_000 && deleted < 21_000, more]).toEqual([true, true]);
  const late = first.upkeep.trim(second(99)).catch(() => undefined);
  process.kill(first.storePid()!, 'SIGKILL');
  await late;
  await first.close();

  const again = await archiveIn(inFolder(folder));
  const [{ events }, coverage] = [await again.summary(), await again.coverage(scope, [''], whole)];
  const [span] = coverage.settled;
  // Ten events a second, all that is claimed, and nothing beside it.
  expect(events).toBe((span!.to - span!.from + 1) * 10);
  expect(events).toBeLessThanOrEqual(25_000);
  let last;
  do last = await again.upkeep.trim(second(99));
  while (last.more);
  expect((await again.summary()).events).toBe(1_000);
  expect((await again.coverage(scope, [''], whole)).settled).toEqual([
    { from: second(99), to: second(0) },
  ]);
});

test('S24: who reads while others delete sees all of one moment or all of another, and no error', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  await fill(archive);
  const seen = new Set<number>();
  const reading = Promise.all(
    Array.from({ length: 30 }, async () => seen.add((await agesIn(archive)).length)),
  );
  const [one, other] = await Promise.all([
    archive.upkeep.forget(second(5_000), 98),
    archive.upkeep.forget(second(5_000), 98),
  ]);
  await reading;
  expect([one, other]).toEqual([{ deleted: 98 }, { differs: 0 }]);
  for (const count of seen) expect([100, 51]).toContain(count);
});
