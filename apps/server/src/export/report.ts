import { printFilter } from '@trailglass/query';
import { printTime } from '@trailglass/record';
import type { Report } from './format.types.ts';
import type { Walk } from './walk.ts';

/** What a walk has come to. */
export function reportOf(
  walk: Walk,
  made: Pick<Report, 'version' | 'started' | 'ended' | 'problems'>,
): Report {
  const { plan, scopes } = walk;
  return {
    ...made,
    query: {
      filter: printFilter(walk.request.filter),
      from: printTime(plan.from),
      to: printTime(plan.to),
      scopes: scopes.map(({ label }) => `${label.account}:${label.region}`),
    },
    complete: walk.complete,
    completeFrom: printTime(walk.wholeTo),
    coverage: scopes.map(({ label, state, events, wholeTo }) => ({
      ...label,
      state,
      events,
      completeFrom: printTime(wholeTo),
    })),
  };
}
