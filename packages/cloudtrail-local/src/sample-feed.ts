import { setImmediate as breathe } from 'node:timers/promises';
import { ninetyDays } from './events/ninety-days.ts';
import type { EventStore } from './events/event-store.ts';
import { loadRecord } from './records/loaded-record.ts';
import type { SkippedRecords } from './records/skipped.ts';
import type { SampleSource } from './samples.types.ts';

const second = 1000;
const day = 86_400_000;

export interface SampleFeed {
  /** The samples of the last 90 days are there. */
  readonly loaded: Promise<void>;
  stop(): void;
}

/** Serves the samples of the last 90 days, and from then on each new one when its time has come. */
export function feedSamples(
  source: SampleSource,
  store: EventStore,
  skipped: SkippedRecords,
  today: () => number,
): SampleFeed {
  const stopping = new AbortController();
  let last = today() - ninetyDays;
  const load = (to: number) => {
    for (const { account, text } of source.between(last, to)) {
      // Each text is one record and nothing else, so there is nothing to cut.
      const record = loadRecord({ start: 0, text, looked: false });
      if (typeof record === 'string') skipped.add('samples', 1, record);
      else store.add({ account, region: record.region }, record.event);
    }
    last = to;
  };
  // A day at a time, so that requests which need no events are answered in between.
  const loadAll = async () => {
    // A fixed end: today moves on while this works, and on a slow machine it would never be reached.
    const end = today();
    for (let from = last; from < end && !stopping.signal.aborted; from += day) {
      load(Math.min(from + day, end));
      await breathe();
    }
  };
  const loaded = loadAll();
  void loaded.then(() => {
    const timer = setInterval(() => load(today()), second);
    timer.unref();
    stopping.signal.addEventListener('abort', () => clearInterval(timer));
    return undefined;
  });
  return { loaded, stop: () => stopping.abort() };
}
