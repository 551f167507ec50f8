import { Client, type EventRow, type Frame, type Plan } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRows } from './order.ts';
import type { Question } from './question.ts';
import { createResults } from './store.ts';
import { eventKey } from '../../event/event-key.ts';

const START = Date.parse('2026-11-22T15:00:00Z');
const iso = (second: number): string =>
  new Date(START + second * 1000).toISOString().replace('.000Z', 'Z');
const row = (second: number, id: number): EventRow => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId: `e${id}`,
  eventTime: iso(second),
});
/** The list's window: 60 seconds. */
const plan: Plan = { residual: '', from: iso(0), to: iso(60), notices: [] };
const question: Question = {
  q: '',
  range: { kind: 'relative', amount: 1, unit: 'minute' },
  scopes: ['111122223333:eu-west-1'],
};

/** A store whose search says what the test says, a request at a time. */
function searching(): {
  store: ReturnType<typeof createResults>;
  say: (...frames: readonly Frame[]) => Promise<void>;
  shown: () => ReturnType<ReturnType<typeof createResults>['snapshot']>;
} {
  const answers: ((frames: readonly Frame[]) => void)[] = [];
  const flushes: (() => void)[] = [];
  const fetcher: typeof fetch = () =>
    new Promise((resolve) => {
      answers.push((frames) =>
        resolve(new Response(frames.map((frame) => `${JSON.stringify(frame)}\n`).join(''))),
      );
    });
  const store = createResults(new Client('', undefined, fetcher), (flush) => {
    flushes.push(flush);
    return () => flushes.splice(flushes.indexOf(flush), 1);
  });
  const shown = (): ReturnType<typeof store.snapshot> => {
    for (const flush of flushes.slice()) flush();
    return store.snapshot();
  };
  return {
    store,
    say: async (...frames) => {
      answers.shift()?.(frames);
      do await new Promise((resolve) => setTimeout(resolve, 1));
      while (shown().phase === 'reading');
    },
    shown,
  };
}
const now = (): EpochMs => (START + 60_000) as EpochMs;
const page = (events: readonly EventRow[], next?: string): Frame[] => [
  { type: 'plan', plan },
  { type: 'rows', events },
  {
    type: 'end',
    complete: next === undefined,
    matched: events.length,
    ...(next !== undefined && { next }),
  },
];

describe('events that come by themselves', () => {
  it('stand in their place by time, each once, and none stands below what the list has come to', async () => {
    await fc.assert(
      fc.asyncProperty(
        // What the search finds, page by page, and what comes between its pages.
        fc.uniqueArray(
          fc.record({ id: fc.nat({ max: 60 }), at: fc.integer({ min: 0, max: 60 }) }),
          {
            selector: ({ id }) => id,
            maxLength: 40,
          },
        ),
        fc.array(
          fc.array(fc.record({ id: fc.nat({ max: 90 }), at: fc.integer({ min: -20, max: 80 }) }), {
            maxLength: 8,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.integer({ min: 1, max: 20 }),
        async (there, coming, size) => {
          const known = new Map(there.map(({ id, at }) => [id, at]));
          const found = there.map(({ id, at }) => row(at, id)).toSorted(compareRows);
          // One event has one time.
          const news = coming.map((batch) =>
            batch.map(({ id, at }) => {
              known.set(id, known.get(id) ?? at);
              return row(known.get(id) ?? at, id);
            }),
          );
          const { store, say, shown } = searching();
          store.show(question, now);
          for (let from = 0; ; from += size) {
            store.news(news.shift() ?? []);
            const whole = from + size >= found.length;
            await say(...page(found.slice(from, from + size), whole ? undefined : `p${from}`));
            store.news(news.shift() ?? []);
            const { rows, phase } = shown();
            expect(rows.toSorted(compareRows)).toEqual(rows);
            expect(new Set(rows.map(eventKey)).size).toBe(rows.length);
            if (whole) break;
            expect(phase).toBe('more');
            const end = found[from + size - 1];
            expect(rows.filter((one) => end && compareRows(end, one) < 0)).toEqual([]);
            store.loadMore();
          }
          for (const batch of news) store.news(batch);
          const expected = [...known]
            .map(([id, at]) => row(at, id))
            .filter(({ eventTime }) => eventTime >= plan.from);
          expect(shown().rows).toEqual(expected.toSorted(compareRows));
          store.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('wait for the first answer to a new question, instead of passing for it', async () => {
    const { store, say, shown } = searching();
    store.show(question, now);
    await say(...page([row(10, 1)]));
    shown();
    store.show({ ...question, q: 'user:alice' }, now);
    store.news([row(61, 2)]);
    expect(shown()).toMatchObject({ stale: true, rows: [{ eventId: 'e1' }] });
    await say(...page([row(20, 3)]));
    expect(shown().rows.map(({ eventId }) => eventId)).toEqual(['e2', 'e3']);
  });

  it('move the question’s time on, never back, and not beyond the end of one that has an end', async () => {
    const { store, say, shown } = searching();
    const range = { kind: 'absolute', from: iso(0), to: iso(65) } as const;
    store.show({ ...question, range }, now);
    await say(...page([]));
    store.news([row(64, 1), row(66, 2)], iso(63));
    expect(shown()).toMatchObject({ plan: { to: iso(63) }, rows: [{ eventId: 'e1' }] });
    store.news([], iso(61));
    expect(shown().plan?.to).toBe(iso(63));
  });
});
