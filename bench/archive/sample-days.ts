import { type EpochMs, type EpochSecond, moved, secondOf } from '@trailglass/record';
import type { SampleEvent } from '../../packages/cloudtrail-local/src/samples.types.ts';
import { openSamples } from '../../packages/cloudtrail-local/src/samples/index.ts';

/** Newest event of every archive that is made here, so that the same archive is made each time. */
export const now = Date.parse('2026-11-18T15:40:12Z') as EpochMs;
export const days = 90;
const dayMs = 86_400_000;
/** What one seed tells in ninety days. */
const eachSeed = 29_700;

export interface Day {
  /** Whole seconds since 1970, both ends inclusive. */
  readonly from: EpochSecond;
  readonly to: EpochSecond;
  readonly events: readonly SampleEvent[];
}

const idOf = ({ text }: SampleEvent): string => /"eventID":"([^"]+)"/.exec(text)?.[1] ?? '';

/** What the companies have in common once, and so many refused that four in a hundred have failed. */
function unlike(events: readonly SampleEvent[]): readonly SampleEvent[] {
  const unique = new Map(events.map((event) => [idOf(event), event]));
  return [...unique].map(([id, event]) =>
    Number.parseInt(id.slice(0, 3), 16) < refused ? withError(event) : event,
  );
}

/** Of 4096 events, besides those that fail in the samples. */
const refused = 56;

const withError = ({ account, text }: SampleEvent): SampleEvent => ({
  account,
  text: text.includes('"errorCode":')
    ? text
    : text.replace(
        ',"requestParameters":',
        () =>
          ',"errorCode":"ThrottlingException","errorMessage":"Rate exceeded","requestParameters":',
      ),
});

/**
 * About so many events over ninety days, newest day first. The company of cloudtrail-local's samples many times over,
 * each seed another course of the same people and machines: its few busy principals, its errors, its accounts and
 * Regions, no eventID twice.
 */
export function* sampleDays(about: number): Generator<Day> {
  const seeds = Math.max(1, Math.round(about / eachSeed));
  const companies = Array.from({ length: seeds }, (_, n) => openSamples({ seed: n + 1, now }));
  for (let day = 0; day < days; day += 1) {
    const to = moved(now, -day * dayMs);
    yield {
      from: moved(secondOf(moved(to, -dayMs)), 1),
      to: secondOf(to),
      events: unlike(companies.flatMap((company) => company.between(to - dayMs, to))),
    };
  }
}
