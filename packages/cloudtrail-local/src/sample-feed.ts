import { ninetyDays } from './events/ninety-days.ts';
import type { EventStore } from './events/event-store.ts';
import { loadRecord } from './records/loaded-record.ts';
import type { SkippedRecords } from './records/skipped.ts';
import type { SampleSource } from './samples.types.ts';

const second = 1000;

/** Serves the samples of the last 90 days, and from then on each new one when its time has come. */
export function feedSamples(
  source: SampleSource,
  store: EventStore,
  skipped: SkippedRecords,
  today: () => number,
): { stop(): void } {
  let last = today() - ninetyDays;
  const load = () => {
    const now = today();
    for (const { account, text } of source.between(last, now)) {
      // Each text is one record and nothing else, so there is nothing to cut.
      const record = loadRecord({ start: 0, text, looked: false });
      if (typeof record === 'string') skipped.add('samples', 1, record);
      else store.add({ account, region: record.region }, record.event);
    }
    last = now;
  };
  load();
  const timer = setInterval(load, second);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
