import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace, type Priority } from './pace.ts';

const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Calls one after another; when they reach AWS, `way()` ms after they were sent and `latency()` before the answer. */
async function read(
  pace: Pace,
  calls: number,
  latency: () => number,
  way: () => number = () => 0,
  connecting: () => number = () => 0,
): Promise<number[]> {
  const arrivals: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const turn = await whileTimePasses(pace.turn('interactive', never));
    await vi.advanceTimersByTimeAsync(connecting());
    turn.sent();
    const late = way();
    arrivals.push(performance.now() + late);
    await vi.advanceTimersByTimeAsync(latency() + late);
    turn.answered();
    turn.done('answered');
  }
  return arrivals;
}

async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
  const pending = Symbol('pending');
  const state = (): Promise<unknown> => Promise.race([work, Promise.resolve(pending)]);
  await vi.advanceTimersByTimeAsync(0);
  while ((await state()) === pending) await vi.advanceTimersByTimeAsync(1);
  return work;
}

/** Seeded (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const mostInASecond = (times: readonly number[]): number =>
  Math.max(...times.map((start) => times.filter((t) => t >= start && t < start + 1000).length));

test('never more than two calls arrive in any second, whatever the network does to them', async () => {
  const random = mulberry32(1);
  const arrivals = await read(
    new Pace(),
    300,
    () => 200,
    () => random() * 40,
  );
  expect(mostInASecond(arrivals)).toBe(2);
});

test('on a busy machine never more than two arrive at its own endpoint, however late each is', async () => {
  const random = mulberry32(2);
  const starved = (ms: number) => () => (random() < 0.5 ? random() * 5 : random() * ms);
  const arrivals = await read(new Pace({ here: true }), 300, () => 150, starved(600), starved(200));
  expect(mostInASecond(arrivals)).toBe(2);
});

test('a call that had to connect first counts from when it went out', async () => {
  const connecting = [300, 250];
  const arrivals = await read(
    new Pace(),
    20,
    () => 60,
    () => 0,
    () => connecting.shift() ?? 0,
  );
  expect(mostInASecond(arrivals)).toBe(2);
});

test('a call without an answer holds up the next ones for a second at most', async () => {
  const pace = new Pace({ here: true });
  for (let n = 0; n < 2; n += 1) (await pace.turn('interactive', never)).sent();
  const asked = performance.now();
  await whileTimePasses(pace.turn('interactive', never));
  expect(performance.now() - asked).toBeLessThanOrEqual(2_020);
});

test.each([{ here: false }, { here: true }])(
  'a whole Region is read at no less than 98 % of the quota: %o',
  async (where) => {
    const started = performance.now();
    await read(new Pace(where), 200, () => 200);
    const quota = (200 / 2) * 1000;
    expect((performance.now() - started) / quota).toBeLessThanOrEqual(1.02);
  },
);

test('answers of AWS that take their time cost one turn in twenty at most', async () => {
  const random = mulberry32(3);
  const started = performance.now();
  await read(new Pace(), 200, () => 50 + random() * 400);
  expect((performance.now() - started) / ((200 / 2) * 1000)).toBeLessThanOrEqual(1.053);
});

test('interactive calls go before background ones, each in the order of arrival', async () => {
  const pace = new Pace();
  const order: string[] = [];
  const ask = async (name: string, priority: Priority): Promise<void> => {
    const turn = await pace.turn(priority, never);
    order.push(name);
    turn.done('answered');
  };
  const asked = [
    ask('first', 'background'),
    ask('second', 'background'),
    ask('sync', 'background'),
    ask('page', 'interactive'),
    ask('page 2', 'interactive'),
  ];
  await vi.advanceTimersByTimeAsync(5_000);
  await Promise.all(asked);
  expect(order).toEqual(['first', 'page', 'page 2', 'second', 'sync']);
});

test('who gives up leaves the queue at once and uses up no call', async () => {
  const pace = new Pace();
  for (let n = 0; n < 2; n += 1) (await pace.turn('interactive', never)).done('answered');
  const gone = new AbortController();
  const left = pace.turn('interactive', gone.signal);
  const stays = pace.turn('interactive', never);
  gone.abort(new Error('closed'));
  await expect(left).rejects.toThrow('closed');
  expect(pace.waiting).toBe(1);
  await vi.advanceTimersByTimeAsync(1_050);
  await expect(stays).resolves.toBeDefined();
});

test('a throttle halves the pace; successes bring it back to full within a minute', async () => {
  const pace = new Pace();
  for (let n = 0; n < 2; n += 1)
    (await whileTimePasses(pace.turn('interactive', never))).done('throttled');
  expect(pace.perSecond).toBe(0.5);
  const started = performance.now();
  const arrivals = await read(pace, 16, () => 200);
  expect(arrivals[0]).toBeGreaterThanOrEqual(started + 1_900);
  expect(pace.perSecond).toBe(2);
  expect(performance.now() - started).toBeLessThan(60_000);
});

test('a pause that AWS asked for holds for all who wait', async () => {
  const pace = new Pace();
  pace.pause(30_000);
  expect(pace.waitMs).toBe(30_000);
  const turn = pace.turn('interactive', never);
  await vi.advanceTimersByTimeAsync(29_990);
  expect(pace.waiting).toBe(1);
  await vi.advanceTimersByTimeAsync(20);
  await expect(turn).resolves.toBeDefined();
});

test('a clock that is set back an hour does not matter', async () => {
  const pace = new Pace();
  await read(pace, 4, () => 200);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(pace.waitMs).toBeLessThan(1_050);
});

test('background reading uses the whole quota, evenly; who comes between waits half a second at most', async () => {
  const pace = new Pace();
  const sent: number[] = [];
  const reading = (async () => {
    for (let n = 0; n < 20; n += 1) {
      const turn = await pace.turn('background', never);
      sent.push(performance.now());
      turn.done('answered');
    }
  })();
  await whileTimePasses(reading);
  expect(mostInASecond(sent)).toBe(2);
  expect(sent.at(-1)! - sent[0]!).toBeLessThanOrEqual(19 * 510);
  const asked = performance.now();
  await whileTimePasses(pace.turn('interactive', never));
  expect(performance.now() - asked).toBeLessThanOrEqual(510);
});

test('while somebody is asking, background reading leaves a turn of every second free', async () => {
  const pace = new Pace();
  (await pace.turn('interactive', never)).done('answered');
  const started = performance.now();
  const reading = (async () => {
    for (let n = 0; n < 2; n += 1) (await pace.turn('background', never)).done('answered');
  })();
  await vi.advanceTimersByTimeAsync(1_300);
  const asked = performance.now();
  await whileTimePasses(pace.turn('interactive', never));
  expect(performance.now()).toBe(asked);
  await whileTimePasses(reading);
  expect(performance.now() - started).toBeGreaterThanOrEqual(2_000);
});
