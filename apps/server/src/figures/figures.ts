import type {
  Archive as ArchiveShown,
  Counts,
  Coverage,
  Emptiness,
  Facets,
  Histogram,
  Members,
} from '@trailglass/api';
import { printSecond, secondOf } from '@trailglass/record';
import type { EmptinessFound } from '../archive/protocol/emptiness.ts';
import { edgeOf } from '../reading/edge.ts';
import { aboutOf, coverageOf, knownScopes, dueOf } from './about.ts';
import { showArchive } from './archive-shown.ts';
import { Asking } from './asking.ts';
import { bucketSize } from './bucket-size.ts';
import { emptinessOf } from './emptiness.ts';
import { countEach } from './counts.ts';
import { coveredShare, intervalsOf } from './covered.ts';
import { membersBelow } from './members.ts';
import { Shared } from '../waiting/shared.ts';
import { subjectOf } from './subject-of.ts';
import type {
  FacetsRequest,
  FigureParts,
  FigureRequest,
  HistogramRequest,
  MembersRequest,
} from './figures.types.ts';

/** Whoever looks at an empty list has been waiting already. */
const REASONS_MS = 2_000;

/**
 * Counts over what the archive holds, each a request of its own that no row waits for. They count what matches within
 * the window, whether or not all of it was read; `covered`, looked at before, says how much was.
 */
export class Figures {
  readonly #asking: Asking;
  readonly #shared = new Shared();

  constructor(private readonly parts: FigureParts) {
    this.#asking = new Asking(parts.archive, parts.budgetMs);
  }

  histogram(request: HistogramRequest, signal: AbortSignal): Promise<Histogram> {
    return this.#shared.ask(
      JSON.stringify(['histogram', request]),
      (until) => this.#histogram(request, until),
      signal,
    );
  }

  facets(request: FacetsRequest, signal: AbortSignal): Promise<Facets> {
    return this.#shared.ask(
      JSON.stringify(['facets', request]),
      (until) => this.#facets(request, until),
      signal,
    );
  }

  async #histogram(request: HistogramRequest, signal: AbortSignal): Promise<Histogram> {
    const about = await aboutOf(request, this.parts, signal);
    const { from, to } = about.window;
    const bucketSeconds = bucketSize(to - from, request.buckets);
    const covered = coveredShare(await coverageOf(about, this.#asking), dueOf(about));
    const scopes = knownScopes(about);
    const { buckets } = await this.#asking.count(
      async (archive, until) =>
        scopes.length === 0
          ? { buckets: [] }
          : archive.histogram({ scopes, from, to, filter: about.filter, bucketSeconds }, until),
      signal,
    );
    return {
      from: printSecond(from),
      to: printSecond(to),
      bucketSeconds,
      buckets: buckets.map((bucket) => ({ ...bucket, at: printSecond(bucket.at) })),
      matched: buckets.reduce((sum, { reads, writes, errors }) => sum + reads + writes + errors, 0),
      covered,
    };
  }

  async #facets(request: FacetsRequest, signal: AbortSignal): Promise<Facets> {
    const subjects = request.fields.map(subjectOf);
    const about = await aboutOf(request, this.parts, signal);
    const covered = coveredShare(await coverageOf(about, this.#asking), dueOf(about));
    const scopes = knownScopes(about);
    const { search, limit } = request;
    const { matched, facets } = await this.#asking.count(
      async (archive, until) =>
        scopes.length === 0
          ? { matched: 0, facets: subjects.map(() => noValues) }
          : archive.facets(
              { scopes, ...about.window, filter: about.filter, subjects, search, limit },
              until,
            ),
      signal,
    );
    return {
      facets: facets.map((facet, n) => ({ subject: request.fields[n] ?? '', ...facet })),
      matched,
      covered,
    };
  }

  counts(questions: readonly FigureRequest[], signal: AbortSignal): Promise<Counts> {
    return this.#shared.ask(
      JSON.stringify(['counts', questions]),
      (until) => countEach(questions, this.parts, this.#asking, until),
      signal,
    );
  }

  members(request: MembersRequest, signal: AbortSignal): Promise<Members> {
    return this.#shared.ask(
      JSON.stringify(['members', request]),
      (until) => membersBelow(request, this.parts, this.#asking, until),
      signal,
    );
  }

  async coverage(request: FigureRequest, signal: AbortSignal): Promise<Coverage> {
    const about = await aboutOf(request, this.parts, signal);
    const known = await coverageOf(about, this.#asking);
    return {
      from: printSecond(about.window.from),
      to: printSecond(about.window.to),
      scopes: about.places.map(({ label }, n) => ({
        ...label,
        intervals: intervalsOf(known[n]).map(({ from, to, state }) => ({
          from: printSecond(from),
          to: printSecond(to),
          state,
        })),
      })),
    };
  }

  /** What was not found in its time is left out: words without numbers are better than none. */
  async emptiness(request: FigureRequest, signal: AbortSignal): Promise<Emptiness> {
    const about = await aboutOf(request, this.parts, signal);
    const covered = coveredShare(await coverageOf(about, this.#asking), dueOf(about));
    const scopes = knownScopes(about);
    const { window, filter } = about;
    const found = await this.#asking.count(
      async (archive, until): Promise<EmptinessFound> =>
        scopes.length === 0
          ? {}
          : archive.emptiness(
              {
                scopes,
                ...window,
                filter,
                since: secondOf(edgeOf(this.parts.now())),
                budgetMs: this.parts.reasonsMs ?? REASONS_MS,
              },
              until,
            ),
      signal,
    );
    return emptinessOf(filter, found, covered, this.parts.places);
  }

  archive(signal: AbortSignal): Promise<ArchiveShown> {
    return showArchive(this.parts.archive, this.#asking, signal);
  }
}

const noValues = { values: [], distinct: 0, without: 0 };
