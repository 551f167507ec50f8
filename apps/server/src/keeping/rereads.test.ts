import { type EpochSecond, moved } from '@trailglass/record';
import { second } from '../../test/seconds.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { union, type Spans } from '../archive/coverage.ts';
import { dueReread, firstTimes, rereadAt, type RereadTimes } from './rereads.ts';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const begun = second(1_000 * DAY);
const times: RereadTimes = { hourlyAt: begun, dailyAt: begun };

test('within the hour nothing is due', () => {
  expect(dueReread(times, moved(begun, HOUR - 1))).toBeUndefined();
});

test('every hour the hour before, as far as late events are believed to be there', () => {
  const now = moved(begun, HOUR);
  expect(dueReread(times, now)).toEqual({
    kind: 'hourlyAt',
    spans: [{ from: now - 75 * MINUTE, to: now - 15 * MINUTE }],
  });
});

test('the first comes half an hour after reading began, and sees the half hour before', () => {
  const now = moved(begun, HOUR / 2);
  expect(dueReread(firstTimes(begun), moved(now, -1))).toBeUndefined();
  expect(dueReread(firstTimes(begun), now)?.spans).toEqual([
    { from: begun - 45 * MINUTE, to: begun + 15 * MINUTE },
  ]);
});

test('every day the day before; the hour is part of it', () => {
  const now = moved(begun, DAY);
  expect(dueReread({ ...times, hourlyAt: moved(now, -2 * HOUR) }, now)).toEqual({
    kind: 'dailyAt',
    spans: [{ from: now - DAY - 15 * MINUTE, to: now - 15 * MINUTE }],
  });
  expect(rereadAt(times, 'dailyAt', now)).toEqual({ hourlyAt: now, dailyAt: now });
  expect(rereadAt(times, 'hourlyAt', now)).toEqual({ hourlyAt: now, dailyAt: begun });
});

test('after ten days off: the last day, and the day after the re-read that was the last before', () => {
  const now = moved(begun, 10 * DAY);
  expect(dueReread(times, now)?.spans).toEqual([
    { from: now - DAY - 15 * MINUTE, to: now - 15 * MINUTE },
    { from: begun - 15 * MINUTE, to: begun + DAY - 15 * MINUTE },
  ]);
});

test('a server that looks now and then leaves no second of its days unread, and never reads more than it must', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 * HOUR }), { maxLength: 60 }), (waits) => {
      let now: EpochSecond = begun;
      let last = times;
      let daily: Spans = [];
      let read = 0;
      for (const wait of waits) {
        now = moved(now, wait);
        const due = dueReread(last, now);
        if (due === undefined) continue;
        if (due.kind === 'dailyAt') daily = due.spans.reduce(union, daily);
        read += due.spans.reduce((sum, { from, to }) => sum + to - from, 0);
        last = rereadAt(last, due.kind, now);
      }
      // One unbroken span, from where reading began to a quarter of an hour before the last daily one.
      if (last.dailyAt > begun) expect(daily).toHaveLength(1);
      expect(read).toBeLessThanOrEqual(3 * (now - begun) + 2 * DAY);
    }),
  );
});
