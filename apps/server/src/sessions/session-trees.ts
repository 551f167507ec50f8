import { problem, ProblemError, type SessionTree } from '@trailglass/api';
import {
  at,
  type EpochMs,
  handout,
  member,
  readRecord,
  text,
  type TrailEvent,
} from '@trailglass/record';
import type { Archive, KeyUsed } from '../archive/archive.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { edgeOf } from '../reading/edge.ts';
import { Turns } from '../waiting/turns.ts';
import { findEvent } from '../search/find-event.ts';
import type { SearchParts } from '../search/search.ts';
import type { EventAddress } from '../search/search.types.ts';
import { missingOf, type Missing } from './missing.ts';
import { beganAt, callerKey } from './origin.ts';
import { showAlone, showTree } from './shown.ts';
import { Growing, type Grown } from './walk.ts';

/** What a session tree is asked for. */
export type SessionStart = { readonly key: string } | { readonly event: EventAddress };

export interface TreeParts {
  readonly archive: Archive | undefined;
  readonly search: SearchParts;
  readonly bounds?: { readonly depth: number; readonly keys: number };
  /** Milliseconds that a tree may grow; what is there then is told. */
  readonly budgetMs?: number;
}

const BOUNDS = { depth: 12, keys: 200 };
const BUDGET_MS = 6_000;
/** For the counts of what was found, whatever time was left. */
const COUNTING_MS = 8_000;
const ADDRESSES = 5;

/** Who handed which key to whom, from what the archive holds of all accounts and Regions. */
export class SessionTrees {
  /** Each walk asks many things of the archive, one after the other. */
  readonly #turns = new Turns(2, 16);

  constructor(private readonly parts: TreeParts) {}

  async tree(start: SessionStart, signal: AbortSignal): Promise<SessionTree> {
    const { archive, search } = this.parts;
    if (archive === undefined) throw new ProblemError(notKept);
    const found = 'key' in start ? { key: start.key } : await this.#keyOf(start, signal);
    if (found.key === undefined) return showAlone(found.event);
    const { key, event } = { event: undefined, ...found };
    try {
      const near = event?.time ?? search.now();
      return await this.#turns.take(() => this.#grow(archive, key, near, signal), signal);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const detail = `${error.message} The tree needs it: try again in a moment.`;
      throw new ProblemError(problem('archive-failed', detail));
    }
  }

  /** The key of an event's caller, or the one that it handed out. */
  async #keyOf(start: { readonly event: Parameters<typeof findEvent>[0] }, signal: AbortSignal) {
    const { row, record } = await findEvent(start.event, this.parts.search, signal);
    const scope = { account: row.account, region: row.region } as TrailEvent;
    const { event } = readRecord(record, scope);
    if (event === undefined)
      throw new ProblemError(
        problem(
          'bad-request',
          'The record of this event cannot be read, so nothing follows from it.',
        ),
      );
    const key = callerKey(event) ?? handout(event.record)?.key;
    return key === undefined ? { key, event } : { key, event };
  }

  async #grow(
    archive: Archive,
    focus: string,
    near: EpochMs,
    signal: AbortSignal,
  ): Promise<SessionTree> {
    const late = AbortSignal.timeout(this.parts.budgetMs ?? BUDGET_MS);
    const until = AbortSignal.any([signal, late]);
    const bounds = this.parts.bounds ?? BOUNDS;
    const grown = new Growing(focus, { held: archive, near, bounds, signal: until });
    try {
      await grown.up();
      await grown.down();
    } catch (error) {
      signal.throwIfAborted();
      if (!late.aborted) throw error;
      grown.cut.add('time');
    }
    const keys = [...new Set([focus, grown.top, ...grown.parents.keys()])];
    const counting = AbortSignal.any([signal, AbortSignal.timeout(COUNTING_MS)]);
    const used = await archive.keyUses({ keys, addresses: ADDRESSES }, counting);
    const uses = new Map(used.map((use) => [use.key, use]));
    if (!uses.has(focus) && !grown.origins.has(focus)) throw new ProblemError(unknown(focus));
    return showTree({ grown, focus, uses, missing: await this.#missing(archive, grown, uses) });
  }

  /** What is not known of the top's origin; undefined where all of it is. */
  async #missing(
    archive: Archive,
    grown: Grown,
    uses: ReadonlyMap<string, KeyUsed>,
  ): Promise<Missing | undefined> {
    const { places, now } = this.parts.search;
    const { top } = grown;
    const origin = grown.origins.get(top);
    const other = origin && accountThatCalled(origin.event);
    if (origin !== undefined && other === undefined) return undefined;
    const use = uses.get(top);
    const account = other ?? (use && text(at(use.oldest.record, ['userIdentity', 'accountId'])));
    return missingOf(
      {
        key: top,
        account,
        askable: account !== undefined && places.find(account) !== undefined,
        regions: origin ? [origin.event.region] : places.regions,
        began: origin?.event.time ?? (use && beganAt(use.oldest)),
        used: use && use.first,
        edge: edgeOf(now()),
        now: now(),
      },
      archive,
    );
  }
}

/** The owner of a role sees of a stranger only the account: who it was stands in that account's own record. */
function accountThatCalled({ record }: TrailEvent): string | undefined {
  const identity = member(record, 'userIdentity');
  if (text(member(identity, 'type')) !== 'AWSAccount') return undefined;
  return text(member(identity, 'accountId'));
}

const notKept = problem(
  'archive-failed',
  'This server keeps no events, so nothing can be followed through them.',
);
const unknown = (key: string) =>
  problem(
    'not-found',
    `The archive holds no event of the access key ${key}, and none that handed it out. Search for it first, in the account and Region where it was used.`,
  );
