import type { AccountId, EpochMs, Region } from '@trailglass/record';
import { expect, test } from 'vitest';
import { RecentlyRevived } from './recently-revived.ts';
import type { StoredEvent } from './stored-event.ts';

const scope = { account: '111122223333' as AccountId, region: 'eu-west-1' as Region };
const elsewhere = { ...scope, region: 'us-east-1' as Region };

const stored = (n: number, more = ''): StoredEvent => {
  const eventId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    eventId,
    listedMs: (1_700_000_000_000 + n) as EpochMs,
    envelope: '{"EventName":"RunInstances"}',
    record: JSON.stringify({ eventName: 'RunInstances', eventID: eventId, more }),
  };
};

test('what was read lately is not parsed again, and is the event that it was', () => {
  const recently = new RecentlyRevived();
  const first = recently.revive(stored(1), scope);
  expect(recently.revive(stored(1), scope)).toBe(first);
  expect(first.event.record['eventID']).toBe(stored(1).eventId);
});

test('the same id with another record, another time or in another scope is another event', () => {
  const recently = new RecentlyRevived();
  recently.revive(stored(1), scope);
  expect(recently.revive(stored(1, 'changed'), scope).event.record['more']).toBe('changed');
  expect(recently.revive({ ...stored(1), listedMs: 1_700_000_060_000 as EpochMs }, scope).at).toBe(
    1_700_000_060_000,
  );
  expect(recently.revive(stored(1), elsewhere).event.region).toBe('us-east-1');
});

test('no more is held than so many events, and so much text', () => {
  const recently = new RecentlyRevived();
  const first = recently.revive(stored(0), scope);
  for (let n = 1; n < 4_000; n += 1) recently.revive(stored(n), scope);
  expect(recently.revive(stored(0), scope)).toBe(first);
  recently.revive(stored(4_000), scope);
  const second = recently.revive(stored(1), scope);
  expect(recently.revive(stored(1), scope)).toBe(second);
  expect(recently.revive(stored(0), scope)).toBe(first);
  // The text of nine of these is more than is held.
  for (let n = 1; n < 10; n += 1) recently.revive(stored(n, 'x'.repeat(1_000_000)), scope);
  expect(recently.revive(stored(0), scope)).not.toBe(first);
});
