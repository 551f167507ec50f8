import { setImmediate } from 'node:timers/promises';
import { type LeastPrivilege, policyLimits, ProblemError, type WholeEvent } from '@trailglass/api';
import {
  type EpochMs,
  printTime,
  readRecord,
  type Scope,
  type TrailEvent,
} from '@trailglass/record';
import type { Archive, Below } from '../archive/archive.ts';
import { type About, aboutOf, coverageOf, knownScopes, dueOf } from '../figures/about.ts';
import { Asking } from '../figures/asking.ts';
import { coveredShare } from '../figures/covered.ts';
import type { FigureParts, FigureRequest } from '../figures/figures.types.ts';
import type { EventAddress } from '../search/search.types.ts';
import { IamData } from './iam-data.ts';
import { LeastPrivilegeOf } from './least-privilege.ts';

const PAGE = 1_000;
const BREATH = 50;
/** Reading thousands of records takes longer than counting them. */
const BUDGET_MS = 60_000;

export interface PoliciesParts extends FigureParts {
  readonly find: (at: EventAddress, signal: AbortSignal) => Promise<WholeEvent>;
}

/** Policies of what events did. */
export class Policies {
  readonly #data = new IamData();
  readonly #asking: Asking;

  constructor(private readonly parts: PoliciesParts) {
    this.#asking = new Asking(parts.archive, parts.budgetMs ?? BUDGET_MS);
  }

  /** Of what the archive holds of a search, the newest events first; `covered` says how much was read. */
  async ofSearch(request: FigureRequest, signal: AbortSignal): Promise<LeastPrivilege> {
    const about = await aboutOf(request, this.parts, signal);
    const covered = coveredShare(await coverageOf(about, this.#asking), dueOf(about));
    const made = new LeastPrivilegeOf(this.#data);
    const { onlyFrom } = await this.#asking.count(
      async (archive, until) => ({ onlyFrom: await addNewest(about, archive, made, until) }),
      signal,
    );
    return {
      ...(await made.result()),
      covered,
      ...(onlyFrom !== undefined && { onlyFrom: printTime(onlyFrom) }),
    };
  }

  /** Of events by name; those that are not found are said. */
  async ofEvents(events: readonly EventAddress[], signal: AbortSignal): Promise<LeastPrivilege> {
    const made = new LeastPrivilegeOf(this.#data);
    const missing: string[] = [];
    for (const at of events) {
      const event = await this.#found(at, signal);
      if (event) await made.add(event);
      else missing.push(at.eventId);
    }
    const result = await made.result();
    return { ...result, leftOut: { ...result.leftOut, missing } };
  }

  async #found(at: EventAddress, signal: AbortSignal): Promise<TrailEvent | undefined> {
    try {
      const { record, row } = await this.parts.find(at, signal);
      return readRecord(record, row as unknown as Scope).event;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.type === 'not-found') return undefined;
      throw error;
    }
  }
}

/** The newest of all scopes together. @returns the oldest one's time where there are more */
async function addNewest(
  about: About,
  archive: Archive,
  made: LeastPrivilegeOf,
  signal: AbortSignal,
): Promise<EpochMs | undefined> {
  const scopes = knownScopes(about);
  // As many of each scope: so no scope is left out for another one's many events.
  const each = Math.max(PAGE, Math.floor(policyLimits.events / Math.max(1, scopes.length)));
  let onlyFrom: EpochMs | undefined;
  for (const scope of scopes) {
    let below: Below | undefined;
    let taken = 0;
    do {
      const limit = Math.min(PAGE, each - taken);
      const read = { ...about.window, filter: about.filter, limit, below };
      const slice = await archive.read(scope, read, signal);
      for (const [n, { event }] of slice.found.entries()) {
        await made.add(event);
        // Others are served meanwhile.
        if (n % BREATH === 0) await setImmediate();
      }
      taken += slice.found.length;
      below = slice.below;
      const oldest = slice.found.at(-1)?.at;
      if (taken >= each && below !== undefined && oldest !== undefined) {
        onlyFrom = Math.max(oldest, onlyFrom ?? 0) as EpochMs;
        break;
      }
    } while (below !== undefined);
  }
  return onlyFrom;
}
