import { expect, test } from 'vitest';
import { parseSearch } from '../search-params.ts';
import { parseEvents } from '../packed-events.ts';
import { compareLimits, comparePath } from './compare-link.ts';

const event = (last: number, more: object = {}) => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId: `00000000-0000-4000-8000-00000000000${last}`,
  ...more,
});
const parse = (text: string) => parseEvents(text, compareLimits.most);
const read = (path: string) => parse(parseSearch(path.split('?')[1] ?? '')['events'] ?? '');

test('a link names its events in order, with the times that find them sooner', () => {
  const events = [event(2, { time: '2026-11-22T15:40:02Z' }), event(1, { account: 'a,b:c' })];
  expect(read(comparePath(events))).toEqual({ events, leftOut: 0 });
});

test('an event that is named twice is one; a sixth, and what is no event, is left out and counted', () => {
  const events = [1, 1, 2, 3, 4, 5, 6].map((last) => event(last));
  expect(read(comparePath(events))).toEqual({
    events: [1, 2, 3, 4, 5].map((last) => event(last)),
    leftOut: 1,
  });
  expect(parse('<script>,%')).toEqual({ events: [], leftOut: 2 });
  expect(parse('')).toEqual({ events: [], leftOut: 0 });
});
