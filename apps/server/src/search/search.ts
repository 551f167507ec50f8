import type { Frame } from '@trailglass/api';
import { type Filter, printFilter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { SearchRequest } from '../service.types.ts';
import { readCursor, type SearchIdentity } from './cursor.ts';
import { planSearch } from './plan.ts';
import type { Position } from './position.ts';
import type { RecentEvents } from './recent-events.ts';
import { runSearch } from './run.ts';
import { ArchivedSource } from './archived-source.ts';
import type { LookupSource } from '../reading/kept-pages.ts';
import type { PageSource } from './search.types.ts';
import { keyOf, targetsOf, type Places } from './targets.ts';

export interface SearchParts {
  readonly places: Places;
  readonly source: LookupSource;
  /** Absent: nothing is kept, everything is asked of AWS. */
  readonly archive?: Archive | undefined;
  readonly recent: RecentEvents;
  readonly now: () => EpochMs;
}

/** Throws at once for a request that is wrong; what fails later is in the frames. */
export function search(
  request: SearchRequest,
  parts: SearchParts,
  signal: AbortSignal,
): AsyncIterable<Frame> {
  const plan = planSearch(request.filter, request, parts.now());
  const targets = targetsOf(request.scopes, parts.places);
  const identity: SearchIdentity = {
    filter: printFilter(request.filter),
    from: request.from,
    to: plan.to,
    scopes: targets.map(keyOf),
  };
  const positions: readonly Position[] =
    request.cursor === undefined ? [] : readCursor(request.cursor, identity);
  return runSearch(
    {
      plan,
      identity,
      targets,
      // The edge of the 90 days moves on: a scope that stood behind it has nothing left to read.
      positions: positions.map((position) =>
        position !== 'done' && position.at < plan.from ? 'done' : position,
      ),
      limit: request.limit,
      source: sourceOf(parts, request.filter),
      onRow: (event) => parts.recent.add(event),
    },
    signal,
  );
}

const sourceOf = ({ source, archive, now }: SearchParts, filter: Filter): PageSource =>
  archive === undefined ? source : new ArchivedSource(archive, source, filter, now);
