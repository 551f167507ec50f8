import { problem, type Problem, ProblemError } from '@trailglass/api';
import { earliest, type EpochMs, latest, printTime, type TrailEvent } from '@trailglass/record';
import { findTrailEvent } from '../search/find-event.ts';
import type { SearchParts } from '../search/search.ts';
import { targetOf } from '../search/targets.ts';
import type { EventAddress } from '../search/search.types.ts';
import type { Report } from './format.types.ts';
import type { Source } from './walk.ts';

export interface NamedRequest {
  readonly events: readonly EventAddress[];
}

/** Of the events that are not there, so many are named. */
const NAMED = 5;

type Standing = Source['scopes'][number];

/** Events by name, each looked for in the archive and then at AWS; few enough to be held together. */
export class NamedEvents implements Source {
  readonly plan: { readonly from: EpochMs; readonly to: EpochMs };
  readonly #named: readonly EventAddress[];
  readonly #missing: string[] = [];
  readonly #troubles = new Map<string, Problem>();
  readonly #scopes: ReadonlyMap<string, { -readonly [K in keyof Standing]: Standing[K] }>;
  #state: 'reading' | 'complete' | 'failed' = 'reading';

  /** Throws unknown-scope. */
  constructor(
    { events }: NamedRequest,
    private readonly parts: SearchParts,
  ) {
    const byId = events.map((at) => [JSON.stringify([at.account, at.eventId]), at] as const);
    this.#named = [...new Map(byId).values()];
    const now = parts.now();
    const times = this.#named.map(({ time }) => time ?? now);
    this.plan = { from: earliest(...times), to: latest(...times) };
    this.#scopes = new Map(
      this.#named.map((at) => {
        const { label } = targetOf(at.account, at.region, parts.places);
        const standing: Standing = { label, state: 'reading', events: 0, wholeTo: this.plan.to };
        return [keyOf(at), { ...standing }];
      }),
    );
  }

  get named(): number {
    return this.#named.length;
  }

  get scopes(): readonly Standing[] {
    return [...this.#scopes.values()];
  }

  get asked(): Report['query'] {
    return {
      filter: '',
      from: printTime(this.plan.from),
      to: printTime(this.plan.to),
      scopes: this.scopes.map(({ label }) => `${label.account}:${label.region}`),
      selected: this.#named.map(({ eventId }) => eventId),
    };
  }

  async *events(signal: AbortSignal): AsyncGenerator<readonly TrailEvent[]> {
    const found: TrailEvent[] = [];
    for (const at of this.#named) {
      const event = await this.#find(at, signal);
      const scope = this.#scopes.get(keyOf(at));
      if (event) found.push(event);
      if (event && scope) scope.events += 1;
      if (!event && scope) scope.state = 'failed';
    }
    this.#state = found.length < this.named ? 'failed' : 'complete';
    for (const scope of this.#scopes.values()) {
      if (scope.state === 'reading') scope.state = 'complete';
      if (scope.state === 'complete') scope.wholeTo = this.plan.from;
    }
    yield found.toSorted((a, b) => b.time - a.time || (a.eventId < b.eventId ? -1 : 1));
  }

  get wholeTo(): EpochMs {
    return this.complete ? this.plan.from : this.plan.to;
  }

  get complete(): boolean {
    return this.#state === 'complete';
  }

  get failed(): boolean {
    return this.#state === 'failed';
  }

  get problems(): readonly Problem[] {
    return [...(this.#missing.length > 0 ? [this.#notFound()] : []), ...this.#troubles.values()];
  }

  #notFound(): Problem {
    const ids = this.#missing.slice(0, NAMED).join(', ');
    const more = this.#missing.length > NAMED ? ` and ${this.#missing.length - NAMED} more` : '';
    return problem(
      'not-found',
      `Neither the archive nor AWS has ${this.#missing.length} of the ${this.named} selected events: ${ids}${more}.`,
    );
  }

  /** An event that is not there, or cannot be read now, is said and costs no other. */
  async #find(at: EventAddress, signal: AbortSignal): Promise<TrailEvent | undefined> {
    try {
      return await findTrailEvent(at, this.parts, signal);
    } catch (error) {
      signal.throwIfAborted();
      const told =
        error instanceof ProblemError
          ? error.problem
          : problem('internal', `Looking for the event ${at.eventId} failed.`);
      if (told.type === 'not-found') this.#missing.push(at.eventId);
      else this.#troubles.set(told.type + told.detail, told);
      return undefined;
    }
  }
}

const keyOf = ({ account, region }: EventAddress): string => JSON.stringify([account, region]);
