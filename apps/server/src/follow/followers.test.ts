import { second, span } from '../../test/seconds.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocal, type Local, type LocalOptions } from '@trailglass/cloudtrail-local';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { lookups } from '../../test/against-local.ts';
import { ACCOUNT, NOW, record, type Record, REGION, scope } from '../../test/records.ts';
import type { Archive } from '../archive/archive.ts';
import { EVERYTHING } from '../archive/protocol/protocol.ts';
import { Accounts } from '../aws/accounts.ts';
import { Clock } from '../aws/clock.ts';
import { Lookup } from '../lookup/lookup.ts';
import { targetOf } from '../search/targets.ts';
import type { FollowListener, FollowState } from './follow.types.ts';
import { Followers } from './followers.ts';
import type { Rhythm } from './rhythm.ts';
import { timeGiven } from '../../test/time-given.ts';

vi.setConfig({ testTimeout: 30_000 });

const quick: Rhythm = { tailMs: 40, sweepMs: 300, retryMs: 50 };

async function following(
  setting: { local?: LocalOptions; rhythm?: Rhythm; archive?: Archive } = {},
): Promise<{ local: Local; follow: (listener: FollowListener) => () => void }> {
  const local = await startLocal({ now: NOW, ratePerSecond: 0, ...setting.local });
  onTestFinished(() => local[Symbol.asyncDispose]());
  const clock = new Clock();
  clock.pinToday(NOW);
  const places = await Accounts.open(
    {
      mode: 'endpoint',
      endpoint: local.url,
      accounts: [{ kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' }],
      regions: [REGION],
    },
    clock,
  );
  onTestFinished(() => places.close());
  const log = pino({ level: 'silent' });
  const perSecond = setting.local?.ratePerSecond ?? 1_000;
  const followers = new Followers({
    source: new Lookup(clock, log, { perSecond, backoff: { baseMs: 30, capMs: 60 } }),
    archive: setting.archive,
    now: () => clock.now(),
    log,
    rhythm: setting.rhythm ?? quick,
  });
  onTestFinished(() => followers.close());
  const target = targetOf(ACCOUNT, REGION, places);
  return { local, follow: (listener) => followers.follow(target, listener) };
}

/** A listener that remembers what it was told. */
function listening(more: Partial<FollowListener> = {}): {
  listener: FollowListener;
  ids: string[];
  states: FollowState[];
} {
  const ids: string[] = [];
  const states: FollowState[] = [];
  const listener: FollowListener = {
    onEvents: (events) => ids.push(...events.map(({ event }) => event.eventId)),
    onState: (state) => states.push(state),
    ...more,
  };
  return { listener, ids, states };
}

const idsOf = (records: readonly Record[]): string[] => records.map(({ eventID }) => eventID);
const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 });

test('every event of the newest 15 minutes is told once, however many come between two looks, and late ones too', async () => {
  const { local, follow } = await following();
  const before = Array.from({ length: 120 }, (_, n) => record(n, 5 + n));
  const old = record(900, 16 * 60);
  local.add([...before, old]);
  const { listener, ids } = listening();
  follow(listener);
  await eventually(() => expect(ids.toSorted()).toEqual(idsOf(before)));

  const burst = Array.from({ length: 130 }, (_, n) => record(200 + n, n % 3));
  const late = [record(500, 60), record(501, 14 * 60)];
  local.add([...burst, ...late]);
  await eventually(() =>
    expect(ids.toSorted()).toEqual(idsOf([...before, ...burst, ...late]).toSorted()),
  );
});

test('however many listen, AWS is asked once; when the last has left, not at all', async () => {
  const { local, follow } = await following({ rhythm: { ...quick, sweepMs: 60_000 } });
  local.add([record(1, 10)]);
  const first = listening();
  const one = follow(first.listener);
  await eventually(() => expect(first.ids).toHaveLength(1));
  const alone = lookups(local);
  const others = Array.from({ length: 20 }, () => listening());
  const stops = others.map(({ listener }) => follow(listener));
  // Who joins later is told what was new of late, at once.
  for (const other of others) expect(other.ids).toEqual(first.ids);
  const started = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(lookups(local) - alone).toBeLessThanOrEqual(
    Math.ceil((performance.now() - started) / quick.tailMs) + 1,
  );

  one();
  for (const stop of stops) stop();
  // What was under way still arrives.
  await eventually(async () => {
    const left = lookups(local);
    await sleep(500);
    expect(lookups(local)).toBe(left);
  });

  // Back again, with what was seen: one look, and the event that came meanwhile is the only new one.
  local.add([record(2, 0)]);
  const again = listening();
  follow(again.listener);
  expect(again.ids).toEqual(first.ids);
  await eventually(() => expect(again.ids).toEqual([...first.ids, record(2, 0).eventID]));
});

test('a failure is told with when it is tried again, and ends by itself', async () => {
  const { local, follow } = await following();
  local.add([record(1, 10)]);
  const { listener, ids, states } = listening();
  follow(listener);
  await eventually(() => expect(states.at(-1)).toMatchObject({ state: 'following' }));
  expect(states[0]).toMatchObject({ state: 'waiting' });

  local.setFaults([{ kind: 'throttle' }]);
  await eventually(() =>
    expect(states.at(-1)).toMatchObject({
      state: 'waiting',
      answeredAt: expect.any(Number),
      problem: { type: 'throttled', region: REGION, retryAfterMs: expect.any(Number) },
    }),
  );
  local.setFaults([{ kind: 'denied' }]);
  await eventually(() =>
    expect(states.at(-1)).toMatchObject({
      state: 'failed',
      problem: { type: 'access-denied', retryAfterMs: expect.any(Number) },
    }),
  );
  local.add([record(2, 5)]);
  local.setFaults([]);
  await eventually(() => expect(states.at(-1)?.state).toBe('following'));
  expect(states.at(-1)?.problem).toBeUndefined();
  await eventually(() => expect(ids).toContain(record(2, 5).eventID));
});

test('at the pace that AWS allows it is never throttled', async () => {
  const { local, follow } = await following({ local: { ratePerSecond: 2 } });
  local.add(Array.from({ length: 120 }, (_, n) => record(n, 5 + n)));
  const { listener, ids } = listening();
  follow(listener);
  await eventually(() => expect(ids).toHaveLength(120));
  expect(local.requests().filter(({ error }) => error === 'ThrottlingException')).toEqual([]);
});

test('where nothing happens and nobody waits it looks six times less often, until somebody waits', async () => {
  const { local, follow } = await following({ rhythm: { ...quick, tailMs: 60, sweepMs: 60_000 } });
  follow(listening().listener);
  const callsIn = async (ms: number): Promise<number> => {
    const before = lookups(local);
    await sleep(ms);
    return lookups(local) - before;
  };
  await sleep(1_500);
  expect(await callsIn(1_200)).toBeLessThanOrEqual(4);
  const [before, given] = [lookups(local), timeGiven()];
  follow({ ...listening().listener, eager: true });
  await eventually(() => expect(lookups(local) - before).toBeGreaterThan(6));
  expect(given()).toBeLessThan(1_200);
});

test('what is followed is kept; up to now it is known as read, though an idle scope writes nothing between sweeps', async () => {
  const kept = await archiveIn({ kind: 'memory' });
  const writes: { readonly events: number; readonly passing: boolean | undefined }[] = [];
  const archive: Archive = {
    ...kept,
    write: (to, events, claim, life) => {
      writes.push({ events: events.length, passing: claim?.passing });
      return kept.write(to, events, claim, life);
    },
  };
  const { local, follow } = await following({ archive, rhythm: { ...quick, sweepMs: 60_000 } });
  local.add(Array.from({ length: 70 }, (_, n) => record(n, 5 + n)));
  const { listener, ids, states } = listening();
  const stop = follow({ ...listener, eager: true });
  await eventually(() => expect(ids).toHaveLength(70));
  await eventually(() => expect(states.at(-1)?.state).toBe('following'));
  expect(await archive.summary()).toMatchObject({ events: 70 });
  const before = { writes: writes.length, calls: lookups(local) };
  await eventually(() => expect(lookups(local)).toBeGreaterThan(before.calls + 25));
  for (const idle of writes.slice(before.writes))
    expect(idle).toEqual({ events: 0, passing: true });
  const window = span(NOW / 1000 - 14 * 60, (states.at(-1)?.answeredAt ?? 0) / 1000);
  expect(window.to).toBeGreaterThan(NOW / 1000);
  expect(await archive.coverage(scope, [EVERYTHING], window)).toEqual({
    settled: [],
    provisional: [window],
  });
  local.add([record(99, 1)]);
  await eventually(() => expect(ids).toHaveLength(71));
  expect(await archive.summary()).toMatchObject({ events: 71 });
  stop();
});

test('what was kept and has been deleted since is kept again before it is known as read', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const { local, follow } = await following({ archive });
  local.add(Array.from({ length: 20 }, (_, n) => record(n, 60 + n)));
  const { listener, ids } = listening();
  const stop = follow({ ...listener, eager: true });
  await eventually(() => expect(ids).toHaveLength(20));
  await eventually(async () => expect(await archive.summary()).toMatchObject({ events: 20 }));
  await archive.upkeep.forget(second(NOW / 1000), 20);
  const window = span(NOW / 1000 - 100, NOW / 1000 - 50);
  await eventually(async () =>
    expect((await archive.coverage(scope, [EVERYTHING], window)).provisional).toEqual([window]),
  );
  expect(await archive.summary()).toMatchObject({ events: 20 });
  expect(ids).toHaveLength(20);
  stop();
});
