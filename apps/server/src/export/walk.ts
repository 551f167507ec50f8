import type { Problem } from '@trailglass/api';
import { type Filter, printFilter } from '@trailglass/query';
import {
  downToSecond,
  type EpochMs,
  printTime,
  secondOf,
  type TrailEvent,
} from '@trailglass/record';
import { planSearch, type SearchPlan } from '../search/plan/plan.ts';
import { Stretches } from '../search/source/stretches.ts';
import { sourceOf, type SearchParts } from '../search/search.ts';
import { targetsOf } from '../search/targets.ts';
import type { Report } from './format.types.ts';
import { mergeNewest } from './merge-newest.ts';
import { ScopeStanding } from './standing.ts';
import { walkScope } from './walk-scope.ts';

/** Which events. */
export interface WalkRequest {
  readonly filter: Filter;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** `account:region`, the account by id or by name. */
  readonly scopes: readonly string[];
}

/** Held at a time, over all scopes and before the page that is on its way. */
const HELD = 8_000;
/** Fewer than a page of LookupEvents make no sense. */
const FEWEST = 50;

/** Events that go into a file, and how far they have been read. */
export interface Source {
  /** As the report says what was asked. */
  readonly asked: Report['query'];
  readonly plan: { readonly from: EpochMs; readonly to: EpochMs };
  readonly scopes: readonly Pick<ScopeStanding, 'label' | 'state' | 'events' | 'wholeTo'>[];
  /** Of events that were named: how many. */
  readonly named?: number;
  /** Newest first. */
  events(signal: AbortSignal): AsyncGenerator<readonly TrailEvent[]>;
  readonly wholeTo: EpochMs;
  /** Everything that was asked for was given. */
  readonly complete: boolean;
  readonly failed: boolean;
  readonly problems: readonly Problem[];
}

/** A search walked to its end, newest first, in as much memory for a million events as for ten thousand. */
export class Walk implements Source {
  readonly scopes: readonly ScopeStanding[];
  readonly plan: SearchPlan;
  readonly #targets;

  /** Throws bad-request and unknown-scope. */
  constructor(
    private readonly request: WalkRequest,
    private readonly parts: SearchParts,
  ) {
    this.#targets = targetsOf(request.scopes, parts.places);
    this.plan = planSearch(request.filter, request, parts.now(), parts.archive ? 'archive' : 'aws');
    const { from, to } = this.plan;
    this.scopes = this.#targets.map(({ label }) => new ScopeStanding(label, from, to));
  }

  async *events(signal: AbortSignal): AsyncGenerator<readonly TrailEvent[]> {
    const cut = this.plan.from > downToSecond(this.request.from);
    const source = sourceOf(this.parts, this.request.filter, cut);
    const limit = Math.max(FEWEST, Math.floor(HELD / this.#targets.length));
    const stretches = new Stretches(secondOf(this.plan.from), secondOf(this.plan.to));
    const left = new AbortController();
    const until = AbortSignal.any([signal, left.signal]);
    try {
      yield* mergeNewest(
        this.#targets.map((target, n) =>
          walkScope({
            target,
            plan: this.plan,
            source,
            limit,
            stretches,
            signal: until,
            standing: this.scopes[n] as ScopeStanding,
          }),
        ),
      );
    } finally {
      left.abort();
    }
  }

  get asked(): Report['query'] {
    const { from, to } = this.plan;
    return {
      filter: printFilter(this.request.filter),
      from: printTime(from),
      to: printTime(to),
      scopes: this.scopes.map(({ label }) => `${label.account}:${label.region}`),
    };
  }

  /** Everything from here up was read in every scope. */
  get wholeTo(): EpochMs {
    return Math.max(...this.scopes.map(({ wholeTo }) => wholeTo)) as EpochMs;
  }

  /** Every event of every scope in the window was given. */
  get complete(): boolean {
    return this.scopes.every(({ state }) => state === 'complete');
  }

  get failed(): boolean {
    return this.scopes.some(({ state }) => state === 'failed');
  }

  /** Each once: credentials are the whole account's. */
  get problems(): readonly Problem[] {
    const all = this.scopes.flatMap(({ problems }) => problems);
    return [...new Map(all.map((problem) => [problem.type + problem.detail, problem])).values()];
  }
}
