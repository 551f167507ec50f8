import type { Filter } from '@trailglass/query';
import { type EpochSecond, latest, moved, msOf, type Scope } from '@trailglass/record';
import type { Archive, Below, Slice } from '../../archive/archive.ts';
import type { Span } from '../../archive/coverage.ts';
import type { ReadOptions, ReadPage } from '../search.types.ts';

/** Rows asked of the archive at a time. */
const MOST = 500;

interface Asked {
  readonly scope: Scope;
  readonly filter: Filter;
  /** See ArchiveRead. */
  readonly search: string | undefined;
  readonly options: ReadOptions;
  /** Throws when what was just read may not be all. */
  readonly expectStill: () => Promise<void>;
}

/** What the archive has of one scope within a time, newest first: page by page, or in stretches. */
export async function* archivedPages(
  archive: Archive,
  { from, to }: Span,
  { scope, filter, search, options, expectStill }: Asked,
): AsyncGenerator<ReadPage> {
  const { stretches, signal } = options;
  const how = { filter, limit: Math.min(options.limit, MOST), search, whole: stretches && true };
  let until = to;
  let start: EpochSecond;
  do {
    const stretch = stretches?.startOf(until) ?? from;
    start = latest(from, stretch);
    let below: Below | undefined;
    do {
      const begun = performance.now();
      const slice = await archive.read(scope, { ...how, from: start, to: until, below }, signal);
      stretches?.held(stretch, { ...weightOf(slice), ms: performance.now() - begun });
      await expectStill();
      below = slice.below;
      yield {
        found: slice.found,
        readTo: below?.listedMs ?? msOf(start),
        last: below === undefined && start === from,
        unreadable: 0,
        calls: 0,
        examined: slice.examined,
      };
    } while (below !== undefined);
    until = moved(start, -1);
  } while (start > from);
}

const weightOf = ({ found }: Slice): { readonly events: number; readonly characters: number } => ({
  events: found.length,
  characters: found.reduce((sum, { event }) => sum + event.raw.length, 0),
});
