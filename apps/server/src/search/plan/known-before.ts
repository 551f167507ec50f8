import type { Plan } from '@trailglass/api';
import type { Filter } from '@trailglass/query';
import {
  earliest,
  type EpochMs,
  type EpochSecond,
  latest,
  moved,
  printSecond,
  secondOf,
} from '@trailglass/record';
import { ArchiveError } from '../../archive/archive-error.ts';
import type { Archive } from '../../archive/archive.ts';
import { gaps, type Span, type Spans } from '../../archive/coverage.ts';
import type { SearchPlan } from './plan.ts';
import type { Target } from '../search.types.ts';
import { coveringKinds } from '../source/steps.ts';

/** What a plan says of its part before AWS's 90 days: from when on everything there is known. */
export async function knownBefore(
  { edge, from, to, shown }: SearchPlan & { readonly edge: EpochMs },
  targets: readonly Target[],
  filter: Filter,
  archive: Archive,
): Promise<Pick<Plan, 'archiveOnly' | 'notices'>> {
  const window = { from: secondOf(from), to: secondOf(earliest(to, moved(edge, -1000))) };
  const settled = await Promise.all(
    targets.map(async ({ account: { known }, region }) =>
      known ? settledOf(archive, { account: known.account, region }, filter, window) : [],
    ),
  );
  const since = wholeSince(window, settled);
  const archiveOnly = {
    before: printSecond(moved(window.to, 1)),
    ...(since === undefined ? {} : { completeFrom: printSecond(since) }),
  };
  return { archiveOnly, notices: [...shown.notices, words(archiveOnly, shown.from)] };
}

async function settledOf(
  archive: Archive,
  scope: Parameters<Archive['coverage']>[0],
  filter: Filter,
  window: Span,
): Promise<Spans> {
  try {
    return (await archive.coverage(scope, coveringKinds(filter), window)).settled;
  } catch (error) {
    // The search itself says so.
    if (error instanceof ArchiveError) return [];
    throw error;
  }
}

/** Seconds at the end of a window that are too few to be worth a word: the edge moves on while one reads. */
const FEW_S = 600;

/** The second from which on a window is covered in all of them up to its end; undefined when hardly its end is. */
export function wholeSince(window: Span, covered: readonly Spans[]): EpochSecond | undefined {
  const since = latest(
    ...covered.map((spans) => {
      const gap = gaps(window, spans).at(-1);
      return gap === undefined ? window.from : moved(gap.to, 1);
    }),
  );
  const worthwhile = since === window.from || since <= window.to - FEW_S;
  return worthwhile ? since : undefined;
}

function words({ before, completeFrom }: NonNullable<Plan['archiveOnly']>, from: string): string {
  const only = `Before ${before} only what the archive holds is shown`;
  if (completeFrom === undefined) return `${only}: it is not complete there.`;
  return completeFrom === from
    ? `${only}: it is complete.`
    : `${only}: it is complete from ${completeFrom} on, not before.`;
}
