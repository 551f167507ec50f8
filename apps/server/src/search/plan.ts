import { eventLimits, problem, ProblemError, type Plan } from '@trailglass/api';
import { matcher, printFilter, pushDown, type Filter, type PushDown } from '@trailglass/query';
import { printTime, type EpochMs, type TrailEvent } from '@trailglass/record';

export interface SearchPlan {
  readonly attribute?: PushDown['attribute'];
  readonly matches: (event: TrailEvent) => boolean;
  /** Both ends inclusive, whole seconds, as LookupEvents has them. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly shown: Plan;
}

const DAY_MS = 86_400_000;

/** What AWS is asked and what is applied here. Throws bad-request for a time range that cannot be searched. */
export function planSearch(
  filter: Filter,
  window: { readonly from: EpochMs; readonly to: EpochMs },
  now: EpochMs,
): SearchPlan {
  const { from, to, notices } = frameWindow(window, now);
  const { attribute, residual } = pushDown(filter);
  return {
    ...(attribute === undefined ? {} : { attribute }),
    matches: matcher(residual),
    from,
    to,
    shown: {
      ...(attribute === undefined ? {} : { attribute }),
      residual: printFilter(residual),
      from: printTime(from),
      to: printTime(to),
      notices,
    },
  };
}

/** Frozen for the whole search: LookupEvents refuses a token whose window has moved. */
function frameWindow(
  window: { readonly from: EpochMs; readonly to: EpochMs },
  now: EpochMs,
): { from: EpochMs; to: EpochMs; notices: string[] } {
  const to = second(window.to);
  let from = second(window.from);
  if (from > to) throw bad('The time range starts after it ends.');
  // A minute inside the edge, so that the oldest second does not fall out of it while it is read.
  const oldest = (second(now) - eventLimits.days * DAY_MS + 60_000) as EpochMs;
  const kept = `Event history goes back ${eventLimits.days} days`;
  if (to < oldest) throw bad(`${kept}, to ${printTime(oldest)}; the time range ends before that.`);
  if (from > now)
    throw bad(`The time range starts in the future: it is ${printTime(second(now))} now.`);
  const notices: string[] = [];
  if (from < oldest) {
    // "The last 90 days" is as much as there is, not too much: only a start well before it is worth a word.
    if (oldest - from > 10 * 60_000)
      notices.push(`${kept}; the search starts at ${printTime(oldest)}.`);
    from = oldest;
  }
  return { from, to, notices };
}

const second = (time: number): EpochMs => (Math.floor(time / 1000) * 1000) as EpochMs;
const bad = (detail: string): ProblemError => new ProblemError(problem('bad-request', detail));
