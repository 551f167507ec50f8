import { type OriginFound, problem, type Problem, ProblemError } from '@trailglass/api';
import {
  at,
  type EpochMs,
  type EpochSecond,
  handout,
  type Region,
  secondOf,
  text,
  type TrailEvent,
} from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { EVERYTHING } from '../archive/protocol/protocol.ts';
import { edgeOf } from '../reading/edge.ts';
import { keptPages, type KeepingParts } from '../reading/kept-pages.ts';
import { scopeOf } from '../reading/scope-of.ts';
import { Turns } from '../waiting/turns.ts';
import { type Places, targetOf } from '../search/targets.ts';
import type { Target } from '../search/search.types.ts';
import { addressOf } from './shown.ts';

export interface OriginParts extends Pick<KeepingParts, 'aws' | 'now'> {
  readonly places: Places;
  readonly archive: Archive | undefined;
  /** Milliseconds for all Regions together. */
  readonly budgetMs?: number;
}

/** Somebody waits, and AWS answers two calls a second. */
const BUDGET_MS = 90_000;
const REGIONS_AT_ONCE = 4;
/** IAM and the global endpoint of STS write here, so most keys were made here. */
const GLOBAL: ReadonlySet<string> = new Set(['us-east-1', 'us-gov-west-1', 'cn-north-1']);

/** Asks AWS which call named a key as its resource: that handed it out. Every page is kept. */
export class OriginLookup {
  readonly #turns = new Turns(2, 16);

  constructor(private readonly parts: OriginParts) {}

  find(asked: { key: string; account: string }, signal: AbortSignal): Promise<OriginFound> {
    return this.#turns.take(() => this.#find(asked, signal), signal);
  }

  async #find(
    { key, account }: { readonly key: string; readonly account: string },
    signal: AbortSignal,
  ): Promise<OriginFound> {
    const { archive, places, budgetMs = BUDGET_MS } = this.parts;
    if (archive === undefined) throw new ProblemError(notKept);
    const enough = new AbortController();
    const late = AbortSignal.timeout(budgetMs);
    const until = AbortSignal.any([signal, late, enough.signal]);
    const [use] = await archive.keyUses({ keys: [key], addresses: 1 }, signal);
    const searched: string[] = [];
    const failed: Problem[] = [];
    let event: TrailEvent | undefined;
    const waiting = inOrder(places.regions, use?.oldest.region).map((region) =>
      targetOf(account, region, places),
    );
    const reader = async (): Promise<void> => {
      for (let target = waiting.shift(); target; target = waiting.shift()) {
        if (until.aborted) {
          if (late.aborted) failed.push(tookTooLong(target));
          continue;
        }
        try {
          const found = await this.#lookUp(target, key, archive, until);
          event ??= found;
          searched.push(target.region);
          if (event !== undefined) enough.abort();
        } catch (error) {
          signal.throwIfAborted();
          if (enough.signal.aborted) continue;
          failed.push(late.aborted ? tookTooLong(target) : problemOf(error, target));
        }
      }
    };
    await Promise.all(Array.from({ length: REGIONS_AT_ONCE }, reader));
    if (event !== undefined) await this.#otherSide(event, key, archive, signal, failed);
    return {
      ...(event && { found: addressOf(event) }),
      before: event !== undefined && (await isBeforeRead(event, archive, this.parts.now())),
      account: places.find(account)?.id ?? account,
      searched,
      failed,
    };
  }

  async #lookUp(
    target: Target,
    key: string,
    archive: Archive,
    signal: AbortSignal,
  ): Promise<TrailEvent | undefined> {
    const { aws, now } = this.parts;
    const scope = await scopeOf(target, signal);
    if (scope === undefined) throw new ProblemError(unidentified(target));
    const question = {
      attribute: { key: 'ResourceName', value: key } as const,
      from: edgeOf(now()),
      to: now(),
    };
    let found: TrailEvent | undefined;
    const onUnkept = (error: ArchiveError): never => {
      throw error;
    };
    for await (const page of keptPages(
      { aws, archive, now },
      { place: target, scope, question },
      { signal, onUnkept },
    ))
      found ??= page.found.find(({ event }) => handout(event.record)?.key === key)?.event;
    return found;
  }

  /** A caller from another account has a record of its own there, which says more. */
  async #otherSide(
    event: TrailEvent,
    key: string,
    archive: Archive,
    signal: AbortSignal,
    failed: Problem[],
  ): Promise<void> {
    const identity = event.record['userIdentity'];
    const other = text(at(identity, ['accountId']));
    if (text(at(identity, ['type'])) !== 'AWSAccount' || other === undefined) return;
    if (other === event.account || this.parts.places.find(other) === undefined) return;
    const target = targetOf(other, event.region, this.parts.places);
    try {
      await this.#lookUp(target, key, archive, signal);
    } catch (error) {
      signal.throwIfAborted();
      failed.push(problemOf(error, target));
    }
  }
}

/** Where a key was used it was often made. */
function inOrder(regions: readonly Region[], used: Region | undefined): readonly Region[] {
  const rank = (region: Region): number => (GLOBAL.has(region) ? 0 : region === used ? 1 : 2);
  return [...regions].sort((a, b) => rank(a) - rank(b));
}

async function isBeforeRead(event: TrailEvent, archive: Archive, now: EpochMs): Promise<boolean> {
  const window = { from: 0 as EpochSecond, to: secondOf(now) };
  const { settled, provisional } = await archive.coverage(event, [EVERYTHING], window);
  const second = secondOf(event.time);
  return [...settled, ...provisional].every(({ from }) => second < from);
}

const problemOf = (error: unknown, { label }: Target): Problem => {
  if (error instanceof ProblemError) return { ...error.problem, ...label };
  if (error instanceof ArchiveError)
    return problem('archive-failed', `${error.message} What AWS answered was not kept.`, label);
  throw error;
};
const tookTooLong = ({ label }: Target): Problem =>
  problem('upstream-timeout', `${label.region} was not searched in time. Ask again.`, label);
const unidentified = ({ label }: Target): Problem =>
  problem(
    'credentials-invalid',
    `The credentials for the account ${label.account} do not work, so it cannot be asked.`,
    label,
  );
const notKept = problem(
  'archive-failed',
  'This server keeps no events, so what AWS says could not be kept.',
);
