import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStore } from '../events/event-store.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { lookupEvents, type LookupPage } from './lookup-events.ts';
import { PageTokens } from './page-token.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const scope = { account: '111122223333', region: 'us-east-1' };

// Few times and names, so that many events share them.
const made = fc.record({
  time: fc.integer({ min: now - 20_000, max: now + 2000 }).map((ms) => ms - (ms % 500)),
  eventName: fc.constantFrom('RunInstances', 'StopInstances', undefined),
});
const asked = fc.record({
  start: fc.option(fc.integer({ min: now - 20_000, max: now }), { nil: undefined }),
  length: fc.nat(20_000),
  name: fc.option(fc.constantFrom('RunInstances', 'runinstances'), { nil: undefined }),
  maxResults: fc.integer({ min: 1, max: 7 }),
});

const event = ({ time, eventName }: { time: number; eventName: string | undefined }, n: number) =>
  ({
    id: `e${n}`,
    time,
    text: '{}',
    insight: false,
    envelope: { eventName, resources: [] },
  }) satisfies StoredEvent;

test('all pages together are what a plain filter finds, whatever arrives meanwhile', () => {
  fc.assert(
    fc.property(
      fc.array(made),
      fc.array(made),
      asked,
      (first, later, { start, length, name, maxResults }) => {
        const store = new EventStore();
        const loaded = first.map(event);
        for (const one of loaded) store.add(scope, one);
        // What arrives between two pages is newer than all that is there.
        const arriving = later.map((one, n) =>
          event({ ...one, time: now + 3000 }, first.length + n),
        );

        const request = {
          attribute: name === undefined ? undefined : ({ key: 'EventName', value: name } as const),
          start,
          end: start === undefined ? undefined : start + length,
          insight: false,
          maxResults,
        };
        const context = {
          ...scope,
          store,
          tokens: new PageTokens(),
          arrived: () => true,
          duplicate: false,
        };
        const found: StoredEvent[] = [];
        let page: LookupPage | undefined;
        let today = now;
        do {
          page = lookupEvents(
            { ...context, now: today },
            { ...request, nextToken: page?.nextToken },
          );
          expect(page.events.length).toBeLessThanOrEqual(maxResults);
          found.push(...page.events);
          for (const one of arriving) store.add(scope, one);
          today += 5000;
        } while (page.nextToken !== undefined);

        const wanted = loaded.filter(
          ({ time, envelope }) =>
            time <= now &&
            time >= (start ?? -Infinity) &&
            time <= (request.end ?? Infinity) &&
            (name === undefined || envelope.eventName === name),
        );
        const ids = (events: readonly StoredEvent[]) => events.map(({ id }) => id);
        expect(ids(found).sort()).toEqual(ids(wanted).sort());
        const times = found.map(({ time }) => time);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      },
    ),
  );
});
