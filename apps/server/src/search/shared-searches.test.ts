import type { Frame } from '@trailglass/api';
import { setTimeout as sleep } from 'node:timers/promises';
import { everything } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { searchKey, SharedSearches } from './shared-searches.ts';

const never = new AbortController().signal;
const end = (matched: number): Frame => ({ type: 'end', complete: true, matched });

/** Searches that can be counted, each with so many frames, one every `ms`. */
function counted(frames: number, ms = 0) {
  const seen = { begun: 0, taken: 0, left: false };
  const begin = async function* (signal: AbortSignal): AsyncGenerator<Frame> {
    try {
      for (let n = 1; n <= frames; n += 1) {
        await sleep(ms, undefined, { signal });
        seen.taken += 1;
        yield end(n);
      }
    } finally {
      seen.left = signal.aborted;
    }
  };
  const asking = (signal: AbortSignal): AsyncIterable<Frame> => {
    seen.begun += 1;
    return begin(signal);
  };
  return { seen, asking };
}

async function all(frames: AsyncIterable<Frame>): Promise<Frame[]> {
  const read: Frame[] = [];
  for await (const frame of frames) read.push(frame);
  return read;
}

test('the same search asked several times in one moment is read once, and each gets all of it', async () => {
  const searches = new SharedSearches();
  const { seen, asking } = counted(3, 10);
  const first = all(searches.ask('q', asking, never));
  await sleep(15);
  const others = [1, 2].map(() => all(searches.ask('q', asking, never)));
  const three = [end(1), end(2), end(3)];
  expect(await Promise.all([first, ...others])).toEqual([three, three, three]);
  expect(seen).toMatchObject({ begun: 1, taken: 3 });
});

test('another search, one that is not to be shared, and the same a moment later are read by themselves', async () => {
  const searches = new SharedSearches();
  const { seen, asking } = counted(2);
  await Promise.all(
    ['a', 'b', undefined, undefined].map((key) => all(searches.ask(key, asking, never))),
  );
  expect(seen.begun).toBe(4);
  await sleep(300);
  await all(searches.ask('a', asking, never));
  expect(seen.begun).toBe(5);
});

test('who leaves takes nothing from the others; with the last of them it ends', async () => {
  const searches = new SharedSearches();
  const { seen, asking } = counted(1_000, 5);
  const [one, two] = [new AbortController(), new AbortController()];
  const first = all(searches.ask('q', asking, one.signal));
  const second = all(searches.ask('q', asking, two.signal));
  await sleep(50);
  one.abort();
  const before = (await first).length;
  await sleep(50);
  two.abort();
  expect((await second).length).toBeGreaterThan(before);
  await sleep(20);
  expect(seen.left).toBe(true);
  expect(await all(searches.ask('q', counted(1).asking, never))).toEqual([end(1)]);
});

test('a search that nobody reads on is ended where it stands', async () => {
  let ended = false;
  const begin = async function* (): AsyncGenerator<Frame> {
    try {
      yield end(1);
      yield end(2);
    } finally {
      ended = true;
    }
  };
  for await (const _ of new SharedSearches().ask('q', begin, never)) break;
  expect(ended).toBe(true);
});

test('a slow reader holds up nobody', async () => {
  const searches = new SharedSearches();
  const { asking } = counted(50);
  const slow = searches.ask('q', asking, never)[Symbol.asyncIterator]();
  expect(await slow.next()).toMatchObject({ value: end(1) });
  expect(await all(searches.ask('q', asking, never))).toHaveLength(50);
  expect(await slow.next()).toMatchObject({ value: end(2) });
});

test('a failure is everybody’s', async () => {
  const searches = new SharedSearches();
  const failing = async function* (): AsyncGenerator<Frame> {
    yield end(1);
    throw new Error('no more');
  };
  const both = [1, 2].map(() => all(searches.ask('q', failing, never)));
  for (const one of both) await expect(one).rejects.toThrow('no more');
});

test('a search is the same with the same question and nothing deleted meanwhile', () => {
  const request = {
    filter: everything,
    from: 0 as EpochMs,
    to: 1_000 as EpochMs,
    scopes: ['a:b'],
    limit: 50,
  };
  const key = searchKey(request, 1);
  expect(searchKey({ ...request }, 1)).toBe(key);
  for (const other of [{ limit: 51 }, { cursor: 'c' }, { columns: ['a'] }, { scopes: ['a:c'] }])
    expect(searchKey({ ...request, ...other }, 1)).not.toBe(key);
  expect(searchKey(request, 2)).not.toBe(key);
  expect(searchKey(request, undefined)).toBeUndefined();
});
