import type { EventRow } from '@trailglass/api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRows } from './merge.ts';
import { indexOfRow, rowsSince } from './order.ts';
import { eventKey } from '../../event/event-key.ts';

const row = (eventTime: string, eventId: string, account = '111122223333'): EventRow => ({
  account,
  region: 'eu-west-1',
  eventId,
  eventTime,
});

/** Few seconds, few ids: collisions are the rule. The time follows from the id, as one event has one time. */
const anyRow = fc
  .record({ id: fc.integer({ min: 0, max: 60 }), account: fc.constantFrom('1', '2') })
  .map(({ id, account }) => {
    const second = String(id % 7).padStart(2, '0');
    const fraction = id % 3 === 0 ? '.500' : '';
    return row(`2026-11-22T15:40:${second}${fraction}Z`, `e${id}`, account);
  });

describe('the list of events', () => {
  it('is the same whatever the order and the batches in which events arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyRow, { maxLength: 12 }), { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (batches, shuffle) => {
          const merge = (order: readonly (readonly EventRow[])[]): readonly EventRow[] =>
            order.reduce<readonly EventRow[]>((rows, batch) => mergeRows(rows, batch), []);
          const moved = batches.toSorted(
            (a, b) => (shuffle[batches.indexOf(a)] ?? 0) - (shuffle[batches.indexOf(b)] ?? 0),
          );
          const list = merge(batches);
          expect(merge(moved)).toEqual(list);
          expect(merge([batches.flat()])).toEqual(list);
          const keys = list.map(eventKey);
          expect(new Set(keys)).toEqual(new Set(batches.flat().map(eventKey)));
          expect(keys).toHaveLength(new Set(keys).size);
          const times = list.map((one) => Date.parse(one.eventTime));
          expect(times).toEqual(times.toSorted((a, b) => b - a));
          for (const [index, one] of list.entries()) expect(indexOfRow(list, one)).toBe(index);
        },
      ),
    );
  });

  it('puts the newest first, milliseconds counted, then sorts by event ID', () => {
    const list = mergeRows(
      [],
      [
        row('2026-11-22T15:40:02Z', 'b'),
        row('2026-11-22T15:40:02Z', 'a'),
        row('2026-11-22T15:40:02.250Z', 'c'),
        row('2026-11-22T15:40:03Z', 'd'),
      ],
    );
    expect(list.map((one) => one.eventId)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('keeps the same list when nothing new arrives, so that nothing is drawn again', () => {
    const list = mergeRows([], [row('2026-11-22T15:40:02Z', 'a')]);
    expect(mergeRows(list, [row('2026-11-22T15:40:02Z', 'a')])).toBe(list);
  });

  it('drops what a window that moved on no longer holds', () => {
    const list = mergeRows(
      [],
      [row('2026-11-22T15:40:02Z', 'a'), row('2026-11-22T15:30:00Z', 'b')],
    );
    expect(rowsSince(list, '2026-11-22T15:30:01Z').map((one) => one.eventId)).toEqual(['a']);
    expect(rowsSince(list, '2026-11-22T15:30:00Z')).toBe(list);
  });
});
