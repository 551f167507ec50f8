import { ProblemError, problem } from '@trailglass/api';
import { type Filter, parseFilter } from '@trailglass/query';
import { type EpochMs, parseTime } from '@trailglass/record';
import type { EventAddress } from '../../search/search.types.ts';

/** Which events a request is about, as a query says it. */
interface EventsQuery {
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly scope: readonly string[];
}
interface EventsAsked {
  readonly filter: Filter;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly scopes: readonly string[];
}

/** Throws bad-filter with the place in the text, and bad-request for times that are none. */
export function eventsOf(query: EventsQuery): EventsAsked {
  const filter = filterOf(query.q);
  const [from, to] = [timeOf('from', query.from), timeOf('to', query.to)];
  if (from > to) throw new ProblemError(problem('bad-request', '`from` is later than `to`.'));
  return { filter, from, to, scopes: query.scope };
}

/** Events by name; their times as the service has them. */
export const namedEvents = (
  events: readonly {
    readonly account: string;
    readonly region: string;
    readonly eventId: string;
    readonly time?: string | undefined;
  }[],
): readonly EventAddress[] =>
  events.map(({ time, ...at }) => {
    const ms = parseTime(time);
    return { ...at, ...(ms !== undefined && { time: ms }) };
  });

/** Throws bad-filter. */
export function filterOf(q: string): Filter {
  const { filter, problem: wrong } = parseFilter(q);
  if (wrong === undefined) return filter;
  const { reason, from, to } = wrong;
  throw new ProblemError(problem('bad-filter', reason, { from, to }));
}

export function timeOf(name: string, text: string): EpochMs {
  const time = parseTime(text);
  if (time === undefined) {
    throw new ProblemError(problem('bad-request', `\`${name}\` is not a time: ${text}`));
  }
  return time;
}
