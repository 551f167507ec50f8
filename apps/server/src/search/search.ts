import type { Frame } from '@trailglass/api';
import { type Filter, printFilter } from '@trailglass/query';
import { downToSecond, type EpochMs } from '@trailglass/record';
import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { readCursor, type SearchIdentity, type Standing } from './cursor/cursor.ts';
import { knownBefore } from './plan/known-before.ts';
import { planSearch } from './plan/plan.ts';
import { endOf, hasEnded } from './cursor/position.ts';
import type { RecentEvents } from './recent-events.ts';
import { rowsWith } from './row.ts';
import { runSearch, type SearchRun } from './run/run.ts';
import { ArchivedSource } from './source/archived-source.ts';
import type { LookupSource } from '../reading/kept-pages.ts';
import type { PageSource, SearchRequest } from './search.types.ts';
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
  const { archive } = parts;
  const targets = targetsOf(request.scopes, parts.places);
  const identity: SearchIdentity = {
    filter: printFilter(request.filter),
    from: request.from,
    to: downToSecond(request.to),
    scopes: targets.map(keyOf),
  };
  const standing = request.cursor === undefined ? begun : readCursor(request.cursor, identity);
  const reach = archive === undefined || standing.cut ? 'aws' : 'archive';
  const plan = planSearch(request.filter, request, parts.now(), reach);
  const cut = standing.cut || plan.from > downToSecond(request.from);
  const run: Omit<SearchRun, 'plan'> = {
    identity,
    cursor: request.cursor,
    cut,
    targets,
    // The edge of the 90 days moves on: a scope that stood behind it has nothing left to read.
    positions: standing.positions.map((position) =>
      !hasEnded(position) && position.at < plan.from ? endOf(position.unread) : position,
    ),
    limit: request.limit,
    rowOf: rowsWith(request.columns),
    source: sourceOf(parts, request.filter, cut, identity.scopes),
    onRow: (event) => parts.recent.add(event),
  };
  const { edge } = plan;
  if (edge === undefined || archive === undefined) return runSearch({ ...run, plan }, signal);
  return (async function* beyondEdge() {
    const known = await knownBefore({ ...plan, edge }, targets, request.filter, archive);
    yield* runSearch({ ...run, plan: { ...plan, shown: { ...plan.shown, ...known } } }, signal);
  })();
}

const begun: Standing = { positions: [], cut: false };

/** Where the events of a search come from. */
export const sourceOf = (
  { source, archive, now }: SearchParts,
  filter: Filter,
  cut: boolean,
  /** Of a list that is paged: these are read together. */
  scopes?: readonly string[],
): PageSource =>
  archive === undefined
    ? { pages: source.pages.bind(source), known: nothing }
    : new ArchivedSource(archive, source, filter, now, cut, scopes && nameOf(scopes));

const nameOf = (scopes: readonly string[]): string =>
  createHash('sha256').update(scopes.join(',')).digest('base64');

async function* nothing(): AsyncGenerator<never> {}
