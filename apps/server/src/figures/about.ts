import type { Filter } from '@trailglass/query';
import {
  earliest,
  type EpochMs,
  type EpochSecond,
  latest,
  moved,
  type Scope,
  scopeKey,
  secondOf,
} from '@trailglass/record';
import { type Coverage, nothingCovered, type Span } from '../archive/coverage.ts';
import { planSearch } from '../search/plan/plan.ts';
import { scopeOf } from '../reading/scope-of.ts';
import type { Target } from '../search/search.types.ts';
import { coveringKinds } from '../search/source/steps.ts';
import { targetsOf, type Places } from '../search/targets.ts';
import type { Asking } from './asking.ts';
import type { FigureRequest } from './figures.types.ts';

/** What a figure is about, in the archive's terms: the same window and scopes as a search for it has. */
export interface About {
  readonly filter: Filter;
  /** Whole seconds, both ends inclusive. */
  readonly window: Span;
  readonly now: EpochSecond;
  readonly places: readonly Placed[];
}
/** A scope that was asked for, and under which its events are kept; absent while its account was never known. */
export interface Placed {
  readonly label: Target['label'];
  readonly scope?: Scope;
}

/** Throws unknown-scope, and bad-request for a window that cannot be searched. */
export async function aboutOf(
  request: FigureRequest,
  { places, now }: { readonly places: Places; readonly now: () => EpochMs },
  signal: AbortSignal,
): Promise<About> {
  const { filter } = request;
  const { from, to } = planSearch(filter, request, now(), 'archive');
  const placed = await Promise.all(
    targetsOf(request.scopes, places).map(async (target): Promise<Placed> => {
      const scope = await scopeOf(target, signal);
      return scope ? { label: { ...scope }, scope } : { label: target.label };
    }),
  );
  return {
    filter,
    window: { from: secondOf(from), to: secondOf(to) },
    now: secondOf(now()),
    // Two profiles of one account are one scope.
    places: [...new Map(placed.map((one) => [keyOf(one), one])).values()],
  };
}

const keyOf = ({ label, scope }: Placed): string =>
  scope ? scopeKey(scope) : `${label.account}:${label.region}`;

export const knownScopes = ({ places }: About): readonly Scope[] =>
  places.flatMap(({ scope }) => scope ?? []);

/** The part of the window that has happened: nobody can have read the rest. */
const pastOf = ({ window, now }: About): Span => ({
  from: window.from,
  to: latest(window.from, earliest(window.to, now)),
});

/** No event is at AWS within a minute of its call: nobody misses what was not read of so short a time. */
const AT_AWS_AFTER_S = 60;

/** The part of the window of which there can be events to read. */
export function dueOf(about: About): Span {
  const { from, to } = pastOf(about);
  return { from, to: latest(from, earliest(to, moved(about.now, -AT_AWS_AFTER_S))) };
}

/** What has been read of each scope for this filter, in the order of the places. */
export const coverageOf = (about: About, asking: Asking): Promise<readonly Coverage[]> =>
  asking.look((archive) =>
    Promise.all(
      about.places.map(({ scope }) =>
        scope
          ? archive.coverage(scope, coveringKinds(about.filter), pastOf(about))
          : Promise.resolve(nothingCovered),
      ),
    ),
  );
