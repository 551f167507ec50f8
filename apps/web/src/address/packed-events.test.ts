import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, printSearch } from './search-params.ts';
import type { EventAddress } from './page-state.ts';
import { parseEvents, printEvents } from './packed-events.ts';
import { packIds, unpackIds } from './packed-ids.ts';
import { eventKey } from '../event/event-key.ts';

const time = fc
  .integer({ min: 1, max: 4_000_000_000 })
  .map((second) => new Date(second * 1000).toISOString().replace('.000Z', 'Z'));
const event: fc.Arbitrary<EventAddress> = fc.record(
  {
    account: fc.oneof(
      fc.constant('111122223333'),
      fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
    ),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    eventId: fc.oneof(fc.uuid(), fc.stringMatching(/^[\x21-\x7e]{1,40}$/)),
    time,
  },
  { requiredKeys: ['account', 'region', 'eventId'] },
);
const sorted = (events: readonly EventAddress[]) =>
  events.toSorted((a, b) => (eventKey(a) < eventKey(b) ? -1 : 1));

test('events are read back from the address that names them, however many', () => {
  const events = fc.uniqueArray(event, { maxLength: 40, selector: eventKey });
  fc.assert(
    fc.property(events, (events) => {
      const search = printSearch({ events: printEvents(events) });
      const read = parseEvents(parseSearch(search)['events'] ?? '', 200);
      expect(sorted(read.events)).toEqual(sorted(events));
      expect(read.leftOut).toBe(0);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 6, maxLength: 200 }), (ids) => {
      expect(unpackIds(packIds(ids)!, 200)).toEqual(ids);
    }),
  );
});

test('two hundred events of four scopes are an address that a mail does not break', () => {
  const events = Array.from({ length: 200 }, (_, n) => ({
    account: n % 2 ? '111122223333' : '444455556666',
    region: n % 3 ? 'us-east-1' : 'eu-west-1',
    eventId: `0f0e0d0c-0b0a-4908-8706-${String(n).padStart(12, '0')}`,
    time: '2026-11-20T14:02:11Z',
  }));
  expect(printEvents(events).length).toBeLessThan(5_600);
});

test('whatever stands in an address, it is read, and what is too much is counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...':,%Az09-_.'.split('')) }), (text) => {
      expect(parseEvents(text, 3).events.length).toBeLessThanOrEqual(3);
      expect(unpackIds(`ids:${text}`, 3)?.length ?? 0).toBeLessThanOrEqual(3);
    }),
  );
  expect(parseEvents('<script>,%,111122223333:eu-west-1::AAAA', 5)).toEqual({
    events: [],
    leftOut: 3,
  });
});
