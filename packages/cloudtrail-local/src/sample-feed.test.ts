import { expect, test } from 'vitest';
import { ninetyDays } from './events/ninety-days.ts';
import { EventStore } from './events/event-store.ts';
import { SkippedRecords } from './records/skipped.ts';
import { feedSamples } from './sample-feed.ts';
import type { SampleSource } from './samples.types.ts';

const hour = 3_600_000;
const scope = { account: '111122223333', region: 'us-east-1' };

/** One event at every full hour. */
const hourly: SampleSource = {
  accounts: [],
  regions: ['us-east-1'],
  between: (from, to) => {
    const events = [];
    for (let time = (Math.floor(from / hour) + 1) * hour; time <= to; time += hour) {
      const eventTime = new Date(time).toISOString();
      const record = { eventID: eventTime, eventTime, awsRegion: 'us-east-1' };
      events.push({ account: scope.account, text: JSON.stringify(record) });
    }
    return events;
  },
};

test('the samples of 90 days are there, then each when its time has come, and none twice', async () => {
  const start = Date.parse('2026-06-01T12:30:00Z');
  let now = start;
  const store = new EventStore();
  const skipped = new SkippedRecords();
  const feed = feedSamples(hourly, store, skipped, () => now);
  await feed.loaded;
  expect(store.size).toBe(ninetyDays / hour);
  now = start + 5 * hour;
  await expect.poll(() => store.size, { timeout: 5000 }).toBe(ninetyDays / hour + 5);
  feed.stop();
  const [newest] = store.in(scope, false).all.down(-Infinity, Infinity);
  expect(newest?.id).toBe('2026-06-01T17:00:00.000Z');
  expect(skipped.list()).toEqual([]);
});
