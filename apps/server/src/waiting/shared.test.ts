import { expect, test } from 'vitest';
import { Shared } from './shared.ts';

const never = new AbortController().signal;

test('who asks the same at once gets one answer; the next asks anew, also after a failure', async () => {
  const shared = new Shared();
  let asked = 0;
  const find = (): Promise<number> => {
    asked += 1;
    return asked === 2 ? Promise.reject(new Error('failed')) : Promise.resolve(asked);
  };
  const at = (question: string): Promise<number> => shared.ask(question, find, never);
  expect(await Promise.all([at('a'), at('a')])).toEqual([1, 1]);
  const both = await Promise.allSettled([at('a'), at('a')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await Promise.all([at('a'), at('b')])).toEqual([3, 4]);
});

test('one that leaves is told at once and disturbs nobody; when the last leaves, the work is given up', async () => {
  const shared = new Shared();
  const signals: AbortSignal[] = [];
  const find = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('given up')));
      setTimeout(resolve, 50, 'found');
    });
  };
  const [one, other] = [new AbortController(), new AbortController()];
  const first = shared.ask('q', find, one.signal);
  const second = shared.ask('q', find, other.signal);
  one.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  expect(signals[0]!.aborted).toBe(false);
  expect(await second).toBe('found');
  const third = shared.ask('q', find, other.signal);
  other.abort(new Error('left too'));
  await expect(third).rejects.toThrow('left too');
  expect(signals[1]!.aborted).toBe(true);
  expect(await shared.ask('q', find, never)).toBe('found');
});
