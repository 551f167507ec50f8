import { matcher, type Filter } from '@trailglass/query';
import { readRecord, type Region, type Scope } from '@trailglass/record';
import { startLocal, type Local } from '@trailglass/cloudtrail-local';
import { pino } from 'pino';
import type { Archive } from '../../src/archive/archive.ts';
import { createService } from '../../src/service.ts';
import type { Service } from '../../src/service.types.ts';
import { ACCOUNT, NOW, record, type Record } from '../records.ts';
import type { Burst, Trouble } from './life.ts';

const MINUTE_S = 60;
/** The latest that an event can come after it happened. */
const LATEST_S = 15 * MINUTE_S;

export interface Upstream {
  readonly scope: Scope;
  readonly record: Record;
  readonly second: number;
}

/** The endpoint with what has happened, and the server before it; time passes when it is told to. */
export class World implements AsyncDisposable {
  readonly upstream: Upstream[] = [];
  /** Seconds, moved by whole minutes only: what happens and what is asked meets in the same seconds. */
  #now = NOW / 1000;
  /** Ids of the events that a search has given. */
  readonly shown = new Set<string>();
  #local: Local | undefined;
  #service: Service | undefined;
  /** A call has failed since the server was started. */
  troubled = false;

  constructor(
    readonly regions: readonly [Region, Region],
    private readonly archive: Archive,
    private readonly nextId: () => number,
  ) {}

  get service(): Service {
    if (this.#service === undefined) throw new Error('The server is not running.');
    return this.#service;
  }
  /** Whole seconds, as searches are cut by; never in the endpoint's future. */
  get now(): number {
    return this.#now;
  }
  /** The endpoint's own clock, in seconds: it goes on while this runs, and never back. */
  get #today(): number {
    return Math.max(this.#now, Date.parse(this.#local?.about().now ?? '') / 1000 || 0);
  }

  async start(): Promise<void> {
    const today = this.#today;
    await this[Symbol.asyncDispose]();
    this.#local = await startLocal({ now: today * 1000, ratePerSecond: 0 });
    this.#local.add(this.upstream.map(({ record }) => record));
    this.#service = await createService(
      {
        mode: 'endpoint',
        endpoint: this.#local.url,
        accounts: [{ kind: 'keys', name: 'local', accessKeyId: 'local', secretAccessKey: 'local' }],
        regions: [...this.regions],
      },
      pino({ level: 'silent' }),
      { perSecond: 1_000, backoff: { baseMs: 1, capMs: 2 } },
      this.archive,
    );
    this.troubled = false;
  }

  pass(minutes: number): Promise<void> {
    this.#now += minutes * MINUTE_S;
    return this.start();
  }

  /** Before anything was read. */
  happened(of: Burst): void {
    this.#add(of, this.#now - of.minutesAgo * MINUTE_S);
  }
  /** Now, of some minutes ago. */
  happenLate(of: Burst): void {
    this.#add(of, Math.max(this.#now - of.minutesAgo * MINUTE_S, this.#latest));
  }
  happenAsLateAsCanBe(of: Burst): void {
    this.#add(of, this.#latest);
  }
  get #latest(): number {
    return Math.floor(this.#today) - LATEST_S + 1;
  }

  #add({ region, count, eventName, userName }: Burst, at: number): void {
    const scope = this.scopeOf(region);
    const userIdentity = { type: 'IAMUser', userName, accountId: ACCOUNT };
    const more = { eventName, userIdentity, awsRegion: scope.region };
    const events = Array.from({ length: count }, () => ({
      scope,
      record: record(this.nextId(), NOW / 1000 - at, more),
      second: at,
    }));
    this.upstream.push(...events);
    this.#local?.add(events.map(({ record }) => record));
  }

  trouble(trouble: Trouble | undefined): void {
    this.troubled ||= trouble !== undefined && trouble.kind !== 'duplicate';
    if (trouble === undefined) return this.#local?.setFaults([]);
    const { kind, p, region } = trouble;
    return this.#local?.setFaults([
      { kind, p, ...(region === undefined ? {} : { region: this.regions[region] }) },
    ]);
  }

  scopeOf(region: 0 | 1): Scope {
    return { account: ACCOUNT, region: this.regions[region] };
  }

  /** Ids of what matches, both ends inclusive, in order. */
  idsOf(regions: readonly (0 | 1)[], filter: Filter, from: number, to: number): string[] {
    const matches = matcher(filter);
    const asked = new Set(regions.map((region) => this.regions[region]));
    return this.upstream
      .filter(({ scope, second, record }) => {
        if (!asked.has(scope.region) || second < from || second > to) return false;
        const { event } = readRecord(JSON.stringify(record), scope);
        return event !== undefined && matches(event);
      })
      .map(({ record }) => record.eventID)
      .toSorted();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#service?.close();
    await this.#local?.[Symbol.asyncDispose]();
  }
}
