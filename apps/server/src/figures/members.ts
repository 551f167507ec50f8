import { type Members, memberLimits, problem, ProblemError } from '@trailglass/api';
import { all, isObject, type Json, type TrailEvent } from '@trailglass/record';
import { filterLimits } from '@trailglass/query';
import { setImmediate } from 'node:timers/promises';
import { aboutOf, knownScopes } from './about.ts';
import type { Asking } from './asking.ts';
import type { FigureParts, MembersRequest } from './figures.types.ts';
import { subjectOf } from './subject-of.ts';

/** Records that are parsed before others get a turn. */
const BREATH = 50;

/** What stands below a path, in the newest events of each scope: a sample, never the whole archive. */
export async function membersBelow(
  request: MembersRequest,
  parts: FigureParts,
  asking: Asking,
  signal: AbortSignal,
): Promise<Members> {
  const subject = subjectOf(request.below);
  if (subject.kind !== 'path') {
    const detail = `${subject.name} is a field, and has nothing below it. Name a path such as requestParameters.`;
    throw new ProblemError(problem('bad-request', detail));
  }
  const about = await aboutOf(request, parts, signal);
  const scopes = knownScopes(about);
  const limit = Math.ceil(memberLimits.events / Math.max(1, scopes.length));
  return asking.count(async (archive, until) => {
    const seen = new Seen(subject.path);
    for (const scope of scopes) {
      const { found } = await archive.read(
        scope,
        { ...about.window, filter: about.filter, limit },
        until,
      );
      for (const [n, { event }] of found.entries()) {
        if (n % BREATH === 0) await setImmediate();
        until.throwIfAborted();
        seen.add(event);
      }
    }
    return seen.told();
  }, signal);
}

/** Names are what their writers chose: `__proto__` is one like any other, hence no object. */
class Seen {
  readonly #names = new Map<string, { events: number; holds: boolean }>();
  #events = 0;

  constructor(private readonly path: readonly string[]) {}

  add(event: TrailEvent): void {
    this.#events += 1;
    const here = new Map<string, boolean>();
    for (const value of all(event.record, this.path)) {
      if (!isObject(value)) continue;
      for (const name of Object.keys(value)) {
        if (name === '' || name.length > filterLimits.valueCharacters) continue;
        here.set(name, (here.get(name) ?? false) || all(value, [name]).some(hasMembers));
      }
    }
    for (const [name, holds] of here) {
      const known = this.#names.get(name);
      this.#names.set(name, {
        events: (known?.events ?? 0) + 1,
        holds: holds || (known?.holds ?? false),
      });
    }
  }

  told(): Members {
    const members = [...this.#names]
      .map(([name, known]) => ({ name, ...known }))
      .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
    return { members: members.slice(0, memberLimits.names), events: this.#events };
  }
}

const hasMembers = (value: Json): boolean => isObject(value) && Object.keys(value).length > 0;
