import type { Groups as GroupsShown } from '@trailglass/api';
import { problem, ProblemError } from '@trailglass/api';
import { type EpochMs, moved, msOf, printSecond, printTime } from '@trailglass/record';
import type { GroupsFound } from '../archive/protocol/groups.ts';
import { type About, aboutOf, coverageOf, knownScopes, dueOf } from '../figures/about.ts';
import { Asking } from '../figures/asking.ts';
import { coveredShare } from '../figures/covered.ts';
import type { FigureParts } from '../figures/figures.types.ts';
import { Shared } from '../waiting/shared.ts';
import { subjectOf } from '../figures/subject-of.ts';
import type { GroupsRequest } from './groups.types.ts';

/** Events by their values, counted over what the archive holds; `covered`, looked at before, says how much that is. */
export class Groups {
  readonly #asking: Asking;
  readonly #shared = new Shared();

  constructor(private readonly parts: FigureParts) {
    this.#asking = new Asking(parts.archive, parts.budgetMs);
  }

  /** Throws bad-request for a field that there is not, and for a time before that is none. */
  ask(request: GroupsRequest, signal: AbortSignal): Promise<GroupsShown> {
    return this.#shared.ask(
      JSON.stringify(request),
      (until) => this.#count(request, until),
      signal,
    );
  }

  async #count(request: GroupsRequest, signal: AbortSignal): Promise<GroupsShown> {
    const groupings = request.groupings.map(({ by, ...how }) => ({
      ...how,
      subjects: by.map(subjectOf),
    }));
    const about = await aboutOf(request, this.parts, signal);
    const before = await this.#before(request, about, signal);
    const covered = await this.#covered(about);
    const coveredBefore = before && (await this.#covered(before));
    const scopes = knownScopes(about);
    const { all, groupings: found } = await this.#asking.count(
      async (archive, until): ReturnType<typeof archive.groups> =>
        scopes.length === 0
          ? { all: none, groupings: groupings.map(() => noGroups) }
          : archive.groups(
              {
                scopes,
                ...about.window,
                filter: about.filter,
                ...(before && { since: before.window.from }),
                groupings,
              },
              until,
            ),
      signal,
    );
    return {
      from: printSecond(about.window.from),
      to: printSecond(about.window.to),
      all: shown(all),
      covered,
      ...(before && {
        before: {
          from: printSecond(before.window.from),
          to: printSecond(before.window.to),
          count: all.before,
          covered: coveredBefore ?? 0,
        },
      }),
      groupings: found.map(({ rows, fresh, ...totals }) => ({
        ...totals,
        ...(before && { fresh }),
        rows: rows.map((row) => ({
          values: row.values,
          ...shown(row),
          ...(before && { before: row.before }),
        })),
      })),
    };
  }

  /** The same question about the time before the window. */
  async #before(
    { since, ...request }: GroupsRequest,
    about: About,
    signal: AbortSignal,
  ): Promise<About | undefined> {
    if (since === undefined) {
      if (request.groupings.every(({ onlyNew }) => !onlyNew)) return undefined;
      throw new ProblemError(problem('bad-request', 'What is new is told against `since`.'));
    }
    const to = msOf(moved(about.window.from, -1));
    if (since > to)
      throw new ProblemError(problem('bad-request', '`since` must be before `from`.'));
    return aboutOf({ ...request, from: since, to }, this.parts, signal);
  }

  async #covered(about: About): Promise<number> {
    return coveredShare(await coverageOf(about, this.#asking), dueOf(about));
  }
}

const none = { count: 0, errors: 0, writes: 0, before: 0 };
const noGroups = { rows: [], total: 0, fresh: 0, long: 0 };

const textOf = (time: EpochMs): string => printTime(time);

const shown = ({ count, errors, writes, first, last }: GroupsFound['all']) => ({
  count,
  errors,
  writes,
  ...(first !== undefined && { first: textOf(first) }),
  ...(last !== undefined && { last: textOf(last) }),
});
