import type { Novelty } from '@trailglass/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoveltyAsker, type Timed } from './asker.ts';

const event: Timed = {
  account: '111122223333',
  region: 'us-east-1',
  eventId: 'e1',
  time: '2026-11-22T12:00:00Z',
};
const marked: Novelty = {
  marks: [{ kind: 'new', of: 'api', value: 'iam.amazonaws.com:CreateUser', before: 0 }],
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks about one event that has no marks until it is asked about for the third time. */
function asking() {
  const times: number[] = [];
  const asker = new NoveltyAsker({
    ask: () => Promise.resolve([times.push(Date.now()) < 3 ? { marks: [] } : marked]),
    most: 50,
    stillMs: 400,
    againMs: 120_000,
  });
  return { asker, times };
}

it('an event without marks that stays on the screen is asked about again, as more may have been read; one with marks is not', async () => {
  const { asker, times } = asking();
  const began = Date.now();
  asker.want(event);
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(asker.of(event)).toBe(marked);
  expect(times.map((at) => at - began)).toEqual([400, 120_400, 240_400]);
});

it('an event that has left the screen is not', async () => {
  const { asker, times } = asking();
  const leave = asker.want(event);
  await vi.advanceTimersByTimeAsync(1_000);
  leave();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(times).toHaveLength(1);
});
