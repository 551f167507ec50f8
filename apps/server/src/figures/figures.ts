import type { Archive as ArchiveShown, Coverage, Facets, Histogram } from '@trailglass/api';
import { ProblemError, problem } from '@trailglass/api';
import { parseSubject, type Subject } from '@trailglass/query';
import { type EpochMs, printTime, type Scope } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Places } from '../search/targets.ts';
import { aboutOf, coverageOf, pastOf, type About } from './about.ts';
import { showArchive } from './archive-shown.ts';
import { Asking } from './asking.ts';
import { bucketSize } from './bucket-size.ts';
import { coveredShare, intervalsOf } from './covered.ts';
import type { FacetsRequest, FigureRequest, HistogramRequest } from './figures.types.ts';

export interface FigureParts {
  readonly places: Places;
  /** Absent: nothing is kept, and nothing can be counted. */
  readonly archive?: Archive | undefined;
  readonly now: () => EpochMs;
  /** Milliseconds that a count may take. */
  readonly budgetMs?: number;
}

/**
 * Counts over what the archive holds, each a request of its own that no row waits for. They count what matches within
 * the window, whether or not all of it was read there; `covered` says how much was.
 */
export class Figures {
  readonly #asking: Asking;

  constructor(private readonly parts: FigureParts) {
    this.#asking = new Asking(parts.archive, parts.budgetMs);
  }

  async histogram(request: HistogramRequest, signal: AbortSignal): Promise<Histogram> {
    const about = await aboutOf(request, this.parts, signal);
    const { from, to } = about.window;
    const bucketSeconds = bucketSize(to - from + 1, request.buckets);
    const { buckets } = await this.#count(about, { buckets: [] }, (archive, asked) =>
      archive.histogram({ ...asked, bucketSeconds }, signal),
    );
    return {
      from: textOf(from),
      to: textOf(to),
      bucketSeconds,
      buckets: buckets.map((bucket) => ({ ...bucket, at: textOf(bucket.at) })),
      matched: buckets.reduce((sum, { reads, writes, errors }) => sum + reads + writes + errors, 0),
      covered: await this.#covered(about),
    };
  }
}
