import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const never = new AbortController().signal;
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many at once, the others in their order; one that is cancelled leaves at once, a failed one too', async () => {
  const turns = new Turns(2, 10);
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  const start = (name: string, signal = never): Promise<void> =>
    turns.take(async () => {
      log.push(name);
      await new Promise<void>((resolve, reject) => {
        finish.set(name, name === 'b' ? () => reject(new Error('b failed')) : resolve);
      });
    }, signal);
  const leaving = new AbortController();
  const [a, b, c, d] = [start('a'), start('b'), start('c', leaving.signal), start('d')];
  await soon();
  expect(log).toEqual(['a', 'b']);
  leaving.abort(new Error('left'));
  await expect(c).rejects.toThrow('left');
  finish.get('b')!();
  await expect(b).rejects.toThrow('b failed');
  await soon();
  expect(log).toEqual(['a', 'b', 'd']);
  finish.get('a')!();
  await a;
  const e = start('e');
  finish.get('d')!();
  await d;
  finish.get('e')!();
  await e;
  expect(log).toEqual(['a', 'b', 'd', 'e']);
});

test('a queue that is full turns away at once, and takes the next when there is room', async () => {
  const turns = new Turns(1, 1);
  let finish = (): void => undefined;
  const running = turns.take(() => new Promise<void>((resolve) => (finish = resolve)), never);
  const waiting = turns.take(() => Promise.resolve('waited'), never);
  const late = () => turns.take(() => Promise.resolve('late'), never);
  await expect(late()).rejects.toMatchObject({ problem: { type: 'too-many-requests' } });
  finish();
  await running;
  expect([await waiting, await late()]).toEqual(['waited', 'late']);
});
