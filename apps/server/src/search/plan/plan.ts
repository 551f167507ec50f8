import { eventLimits, problem, ProblemError, type Plan } from '@trailglass/api';
import { matcher, printFilter, pushDown, type Filter, type PushDown } from '@trailglass/query';
import { downToSecond, type EpochMs, printTime, type TrailEvent } from '@trailglass/record';
import { edgeOf } from '../../reading/edge.ts';

export interface SearchPlan {
  readonly attribute?: PushDown['attribute'];
  readonly matches: (event: TrailEvent) => boolean;
  /** Both ends inclusive, whole seconds, as LookupEvents has them. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Where AWS's 90 days begin, when the window begins before: below, only the archive is read. */
  readonly edge?: EpochMs;
  readonly shown: Plan;
}

/** How far back a window may go: as far as AWS does, or as far as events are kept. */
export type Reach = 'aws' | 'archive';

/** "The last 90 days" is as much as there is, not too much: only a start well before it is meant. */
const MEANT_MS = 10 * 60_000;

/** What AWS is asked and what is applied here. Throws bad-request for a time range that cannot be searched. */
export function planSearch(
  filter: Filter,
  window: { readonly from: EpochMs; readonly to: EpochMs },
  now: EpochMs,
  reach: Reach = 'aws',
): SearchPlan {
  const { from, to, edge, notices } = frameWindow(window, now, reach);
  const { attribute, residual } = pushDown(filter);
  return {
    ...(attribute === undefined ? {} : { attribute }),
    matches: matcher(residual),
    from,
    to,
    ...(edge === undefined ? {} : { edge }),
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
  reach: Reach,
): Pick<SearchPlan, 'from' | 'to' | 'edge'> & { readonly notices: string[] } {
  const from = downToSecond(window.from);
  const to = downToSecond(window.to);
  if (from > to) throw bad('The time range starts after it ends.');
  if (from > now)
    throw bad(`The time range starts in the future: it is ${printTime(downToSecond(now))} now.`);
  const edge = edgeOf(now);
  if (from >= edge) return { from, to, notices: [] };
  const meant = edge - from > MEANT_MS;
  if (reach === 'archive' && (meant || to < edge)) return { from, to, edge, notices: [] };
  const kept = `Event history goes back ${eventLimits.days} days`;
  if (to < edge) throw bad(`${kept}, to ${printTime(edge)}; the time range ends before that.`);
  return {
    from: edge,
    to,
    notices: meant ? [`${kept}; the search starts at ${printTime(edge)}.`] : [],
  };
}

const bad = (detail: string): ProblemError => new ProblemError(problem('bad-request', detail));
