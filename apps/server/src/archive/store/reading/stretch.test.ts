import { span } from '../../../../test/seconds.ts';
import { everything } from '@trailglass/query';
import { type EpochMs, readRecord, type Region } from '@trailglass/record';
import { expect, test } from 'vitest';
import { archiveIn } from '../../../../test/against-archive.ts';
import { NOW, record, scope } from '../../../../test/records.ts';
import type { Below } from '../../archive.ts';
import type { Listed } from '../../stored-event.ts';

const other = { ...scope, region: 'eu-central-1' as Region };
const signal = new AbortController().signal;

/** An event so many seconds ago, of so many bytes. */
const eventAt = (id: number, ago: number, bytes: number, more: object = {}): Listed => {
  const text = JSON.stringify(record(id, ago, { requestParameters: 'x'.repeat(bytes), ...more }));
  return { event: readRecord(text, scope).event!, at: (NOW - ago * 1_000) as EpochMs };
};

test('a window that is too much for one message is read in parts, and nothing is lost where they meet', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  // 15 MB, then 20 MB within one second, then little.
  const events = [
    ...Array.from({ length: 50 }, (_, n) => eventAt(n, 100 + n, 300_000)),
    ...Array.from({ length: 50 }, (_, n) => eventAt(100 + n, 200, 400_000)),
    ...Array.from({ length: 50 }, (_, n) => eventAt(200 + n, 300 + n, 100)),
  ];
  for (let at = 0; at < events.length; at += 10)
    await archive.write(scope, events.slice(at, at + 10));
  await archive.write(other, events.slice(140));
  const window = span(NOW / 1_000 - 1_000, NOW / 1_000);

  for (const [one, there] of [
    [scope, events],
    [other, events.slice(140)],
  ] as const) {
    const read: Listed[] = [];
    let below: Below | undefined;
    let parts = 0;
    do {
      const asked = { ...window, filter: everything, limit: 1, whole: true, below };
      const slice = await archive.read(one, asked, signal);
      const bytes = slice.found.reduce((sum, { event }) => sum + event.raw.length, 0);
      expect(bytes).toBeLessThan(22_000_000);
      read.push(...slice.found);
      below = slice.below;
      parts += 1;
    } while (below !== undefined);
    const sorted = there.toSorted(
      (a, b) => b.at - a.at || (a.event.eventId > b.event.eventId ? -1 : 1),
    );
    expect(read.map(({ event }) => event.raw)).toEqual(sorted.map(({ event }) => event.raw));
    if (one === scope) expect(parts).toBeGreaterThan(2);
    else expect(parts).toBe(1);
  }
});

test('an event whose record waits to be read is the event', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const odd =
    '{ "eventID":"odd","eventTime":"2026-11-20T11:00:00Z", "eventTime":"2026-11-20T11:00:01Z"}';
  const events = [
    eventAt(1, 10, 5),
    eventAt(2, 20, 5, { userAgent: '\u2028 "é' }),
    { event: readRecord(odd, scope).event!, at: (NOW - 30_000) as EpochMs },
  ];
  await archive.write(scope, events);
  const window = span(NOW / 1_000 - 1_000, NOW / 1_000);
  const asked = { ...window, filter: everything, limit: 10 };
  const plain = await archive.read(scope, asked, signal);
  const late = await archive.read(scope, { ...asked, whole: true }, signal);
  const shown = ({ found }: typeof late) =>
    found.map(({ at, event: { account, region, eventId, time, raw, record, envelope, flaws } }) => {
      const event = { account, region, eventId, time, raw, record, envelope, flaws };
      return { at, event };
    });
  expect(plain.found).toHaveLength(3);
  expect(shown(late)).toEqual(shown(plain));
});
