import type { SessionNode } from '@trailglass/api';
import { expect, test } from 'vitest';
import { barOf, nearClock, wholeClock } from './clock.ts';

const at = (minute: number): string => new Date(minute * 60_000).toISOString();
const node = (id: string, parent: string | undefined, from: number, to: number, focus?: true) =>
  ({ id, parent, first: at(from), last: at(to), focus }) as unknown as SessionNode;

test('a key of months does not make the hour around a session a hair', () => {
  const nodes = [node('key', undefined, 0, 100_000), node('session', 'key', 50_000, 50_060, true)];
  const near = nearClock(nodes)!;
  expect([near.from / 60_000, near.to / 60_000]).toEqual([50_000 - 1.8, 50_060 + 1.8]);
  const whole = wholeClock(nodes)!;
  expect(whole.to - whole.from).toBe(100_000 * 60_000 * 1.06);
});

test('a bar lies within its clock, is cut at its ends, and is none outside of it', () => {
  const clock = { from: 100, to: 200 };
  expect(barOf({ from: 110, to: 160 }, clock)).toEqual({ start: 10, width: 50 });
  expect(barOf({ from: 0, to: 1_000 }, clock)).toEqual({ start: 0, width: 100 });
  expect(barOf({ from: 200, to: 200 }, clock)).toEqual({ start: 100, width: 0 });
  expect(barOf({ from: 201, to: 300 }, clock)).toBeUndefined();
});
