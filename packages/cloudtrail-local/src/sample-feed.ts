import { ninetyDays } from './events/ninety-days.ts';
import type { EventStore } from './events/event-store.ts';
import { loadText } from './records/load-records.ts';
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
      loadText(text, 'samples', 1, skipped, ({ event, region }) => {
        store.add({ account, region }, event);
      });
    }
    last = now;
  };
  load();
  const timer = setInterval(load, second);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
