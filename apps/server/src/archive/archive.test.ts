import { everything } from '@trailglass/query';
import {
  type EpochMs,
  type EpochSecond,
  readEvent,
  type Region,
  secondOf,
} from '@trailglass/record';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { ago, NOW, record, scope } from '../../test/records.ts';
import { named, never } from '../../test/searches.ts';
import type { Listed } from './stored-event.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 30_000 });

const second = (secondsAgo: number): EpochSecond => secondOf(ago(secondsAgo));
const whole = { from: second(86_400), to: second(0) };
const listed = (id: number, secondsAgo: number, more: object = {}, beside: object = {}): Listed => {
  const inner = record(id, secondsAgo, { ...more });
  const EventTime = new Date(NOW - secondsAgo * 1000);
  const { event } = readEvent(
    { EventId: inner.eventID, EventTime, CloudTrailEvent: JSON.stringify(inner), ...beside },
    scope,
  );
  return { event: event!, at: EventTime.getTime() as EpochMs };
};
const all = { ...whole, filter: everything, limit: 100 };

test('events come back as they went in: record to the byte, envelope, flaws, newest first', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const odd = '{"eventID": "x", "a":"\\u0000 é 🙂 \\ud800", "n":12345678901234567890,"n":1}';
  const events = [
    listed(1, 30, {}, { Username: 'alice', Resources: [{ ResourceType: 'T', ResourceName: 'N' }] }),
    listed(2, 20, { userAgent: 'quote \' " ; \u2028 \u0000' }),
    listed(3, 10, {}, { CloudTrailEvent: odd }),
    listed(4, 5, {}, { CloudTrailEvent: undefined }),
    listed(5, 5, { eventTime: '2026-11-20T11:00:00Z' }),
  ];
  await archive.write(scope, events);
  const { found, examined, below } = await archive.read(scope, all, never);
  expect(found.map(({ event }) => event.eventId)).toEqual(
    [5, 4, 3, 2, 1].map((id) => record(id, 0).eventID),
  );
  for (const one of events) expect(found).toContainEqual(one);
  expect([examined, below]).toEqual([5, undefined]);
});

test('an event written twice is there once; the same id in another Region is another listing', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const one = listed(1, 10);
  await archive.write(scope, [one, one]);
  await archive.write(scope, [listed(2, 12), one, listed(3, 8)]);
  const there = { ...scope, region: 'us-east-1' as Region };
  await archive.write(there, [{ ...one, event: { ...one.event, ...there } }]);
  expect((await archive.read(scope, all, never)).found).toHaveLength(3);
  expect((await archive.read(there, all, never)).found).toHaveLength(1);
});

test('reading goes on behind the last event, in the middle of a second too, and counts what it looked at', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const events = Array.from({ length: 25 }, (_, n) =>
    listed(n, n < 12 ? 10 : 20, n % 5 === 0 ? { eventName: 'RunInstances' } : {}),
  );
  await archive.write(scope, events);
  const seen: string[] = [];
  let looked = 0;
  let below;
  do {
    const slice = await archive.read(
      scope,
      { ...whole, filter: named('RunInstances'), limit: 2, below },
      never,
    );
    seen.push(...slice.found.map(({ event }) => event.eventId));
    looked += slice.examined;
    below = slice.below;
  } while (below !== undefined);
  expect(seen).toEqual([10, 5, 0, 20, 15].map((id) => record(id, 0).eventID));
  expect(looked).toBe(25);
});

test('what is covered is kept with the events, for each kind apart, and is there after a restart', async () => {
  const folder = emptyFolder();
  const first = await archiveIn(inFolder(folder));
  const claim = { from: second(500), to: second(0), fetchedAt: second(0) };
  await first.write(scope, [listed(1, 10)], { ...claim, from: second(2_000), kind: '' });
  await first.write(scope, [listed(2, 3_000)], {
    from: second(4_000),
    to: second(2_001),
    fetchedAt: second(0),
    kind: 'Username=alice',
  });
  const answers = async (archive: typeof first) => [
    await archive.coverage(scope, [''], whole),
    await archive.coverage(scope, ['', 'Username=alice'], whole),
    await archive.coverage({ ...scope, region: 'us-east-1' as Region }, [''], whole),
  ];
  const known = await answers(first);
  const provisional = [{ from: second(899), to: second(0) }];
  expect(known).toEqual([
    { settled: [{ from: second(2_000), to: second(900) }], provisional },
    { settled: [{ from: second(4_000), to: second(900) }], provisional },
    { settled: [], provisional: [] },
  ]);
  await first.close();
  const again = await archiveIn(inFolder(folder));
  expect(await answers(again)).toEqual(known);
  expect((await again.read(scope, all, never)).found).toHaveLength(2);
});

test('a passing claim is known until the store ends, its events for ever', async () => {
  const folder = emptyFolder();
  const first = await archiveIn(inFolder(folder));
  const claim = { from: second(500), to: second(0), fetchedAt: second(0), kind: '' };
  await first.write(scope, [listed(1, 10)], { ...claim, passing: true });
  await first.write(scope, [], { ...claim, from: second(800), to: second(500), passing: true });
  const provisional = [{ from: second(800), to: second(0) }];
  expect((await first.coverage(scope, [''], whole)).provisional).toEqual(provisional);
  await first.close();
  const again = await archiveIn(inFolder(folder));
  expect((await again.coverage(scope, [''], whole)).provisional).toEqual([]);
  expect((await again.read(scope, all, never)).found).toHaveLength(1);
});

test('nobody else can read the folder or its files', async () => {
  const folder = join(emptyFolder(), 'aws');
  const archive = await archiveIn(inFolder(folder));
  await archive.write(scope, [listed(1, 10)]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(folder))
    expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
});

test('S11: a second one on the same folder is refused and names the owner', async () => {
  const folder = emptyFolder();
  await archiveIn(inFolder(folder));
  await expect(archiveIn(inFolder(folder))).rejects.toThrow(
    new RegExp(`process ${process.pid}\\) keeps its events in ${folder}`),
  );
});

test('S14: killed while it is asked, the store fails that question only; what was acknowledged is there', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await archive.write(scope, [listed(1, 10)], { ...whole, fetchedAt: second(0), kind: '' });
  process.kill(archive.storePid()!, 'SIGKILL');
  await expect(archive.read(scope, all, never)).rejects.toThrow(/event archive/);
  await expect
    .poll(
      () =>
        archive.read(scope, all, never).then(
          ({ found }) => found.length,
          () => 'down',
        ),
      {
        timeout: 20_000,
      },
    )
    .toBe(1);
  expect((await archive.coverage(scope, [''], whole)).settled).toHaveLength(1);
});
