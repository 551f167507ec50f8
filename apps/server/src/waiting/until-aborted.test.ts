import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { orAborted, untilAborted } from './until-aborted.ts';

const reason = new Error('left');

test('work is waited for until its end or until the signal aborts, whichever comes first', async () => {
  const leaving = new AbortController();
  await expect(untilAborted(sleep(1, 'done'), leaving.signal)).resolves.toBe('done');
  await expect(untilAborted(Promise.reject(new Error('no')), leaving.signal)).rejects.toThrow('no');
  const long = untilAborted(sleep(60_000, 'late', { ref: false }), leaving.signal);
  leaving.abort(reason);
  await expect(long).rejects.toBe(reason);
});

test('what fails after everybody has left disturbs nobody', async () => {
  const failed: unknown[] = [];
  const onFailed = (error: unknown): number => failed.push(error);
  process.on('unhandledRejection', onFailed);
  const work = sleep(5).then(() => {
    throw new Error('late');
  });
  await expect(untilAborted(work, AbortSignal.abort(reason))).rejects.toBe(reason);
  await sleep(20);
  process.off('unhandledRejection', onFailed);
  expect(failed).toEqual([]);
});

test('what was begun is taken back once, when the signal aborts and not when it has come to its end', async () => {
  const told: string[] = [];
  const begin = (resolve: (value: string) => void) => {
    told.push('begun');
    end = resolve;
    return () => told.push('left');
  };
  let end: (value: string) => void = () => undefined;
  const leaving = new AbortController();
  const first = orAborted(leaving.signal, begin);
  end('now');
  expect(await first).toBe('now');
  const second = orAborted(leaving.signal, begin);
  leaving.abort(reason);
  end('too late');
  await expect(second).rejects.toBe(reason);
  await expect(orAborted(leaving.signal, begin)).rejects.toBe(reason);
  expect(told).toEqual(['begun', 'begun', 'left']);
});
