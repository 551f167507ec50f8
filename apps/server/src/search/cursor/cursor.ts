import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { problem, ProblemError } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { z } from 'zod';
import { hasEnded, type Position, type Spot } from './position.ts';

/** Everything that makes a search this search; a cursor of another is refused. */
export interface SearchIdentity {
  /** The filter's text. */
  readonly filter: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly scopes: readonly string[];
}

/** Milliseconds before the window's end. */
const back = z.int().min(0);
/** And the marks of what was sent of that time. */
const Spot = z.tuple([back, z.string()]);
const Body = z.object({
  v: z.literal(2),
  s: z.string(),
  /** The window was cut where AWS's 90 days begin. */
  c: z.literal(1).optional(),
  /**
   * In the order of the search's scopes. 0: done; `d`: all is read that there still is, and down to there nothing
   * is missing; otherwise where reading goes on, with `u` and `k` as `unread` and `known` of a position, 0 for all.
   */
  p: z.array(
    z.union([
      z.literal(0),
      z.object({ d: back }),
      z.object({
        a: Spot,
        u: back.optional(),
        k: z.union([z.literal(0), Spot]).optional(),
      }),
    ]),
  ),
});
type Body = z.infer<typeof Body>;

const CHECK_BYTES = 8;
const MARK_CHARACTERS = 7;
const MAX_BODY_BYTES = 1_000_000;
/** A few hundred characters need no memory for a quarter of a megabyte: to get that takes longer than packing them. */
const SMALL = { windowBits: 11, memLevel: 4, chunkSize: 4_096 };

/** Where a search goes on. */
export interface Standing {
  /** One a scope, in the search's order of them. */
  readonly positions: readonly Position[];
  /** The window was cut where AWS's 90 days begin, and so it stays while they move on. */
  readonly cut: boolean;
}

export function printCursor({ positions, cut }: Standing, identity: SearchIdentity): string {
  const before = (at: EpochMs): number => identity.to - at;
  const spot = ({ at, sent }: Spot): z.infer<typeof Spot> => [before(at), [...sent].join('')];
  const body: Body = {
    v: 2,
    s: hashOf(identity),
    ...(cut ? { c: 1 } : {}),
    p: positions.map((position) => {
      if (hasEnded(position)) return position === 'done' ? 0 : { d: before(position.partial) };
      const { unread, known } = position;
      return {
        a: spot(position),
        ...(unread === undefined ? {} : { u: before(unread) }),
        ...(known === undefined ? {} : { k: known === 'all' ? 0 : spot(known) }),
      };
    }),
  };
  const packed = deflateRawSync(JSON.stringify(body), SMALL);
  return Buffer.concat([checksum(packed), packed]).toString('base64url');
}

/** Throws bad-cursor for one that was altered, cut or made for another search. */
export function readCursor(text: string, identity: SearchIdentity): Standing {
  const body = readBody(text);
  if (body === undefined) throw bad('The cursor is damaged; search again from the start.');
  if (body.s !== hashOf(identity) || body.p.length !== identity.scopes.length)
    throw bad(
      'The cursor belongs to another filter, time range or choice of accounts and Regions.',
    );
  const time = (ms: number): EpochMs => (identity.to - ms) as EpochMs;
  const spot = ([at, marks]: z.infer<typeof Spot>): Spot => ({
    at: time(at),
    sent: new Set(marksOf(marks)),
  });
  const positions = body.p.map((stored): Position => {
    if (stored === 0) return 'done';
    if ('d' in stored) return { partial: time(stored.d) };
    const { a, u, k } = stored;
    return {
      ...spot(a),
      ...(u === undefined ? {} : { unread: time(u) }),
      ...(k === undefined ? {} : { known: k === 0 ? 'all' : spot(k) }),
    };
  });
  return { positions, cut: body.c === 1 };
}

function readBody(text: string): Body | undefined {
  try {
    const bytes = Buffer.from(text, 'base64url');
    // Buffer.from passes over what is not base64url; a cursor has one spelling only.
    if (bytes.toString('base64url') !== text) return undefined;
    const packed = bytes.subarray(CHECK_BYTES);
    if (!checksum(packed).equals(bytes.subarray(0, CHECK_BYTES))) return undefined;
    const json = inflateRawSync(packed, { maxOutputLength: MAX_BODY_BYTES }).toString();
    return Body.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const marksOf = (joined: string): string[] =>
  joined.match(new RegExp(`.{${MARK_CHARACTERS}}`, 'g')) ?? [];
const checksum = (bytes: Buffer): Buffer =>
  createHash('sha256').update('trailglass cursor').update(bytes).digest().subarray(0, CHECK_BYTES);
function hashOf(identity: SearchIdentity): string {
  const { filter, from, to, scopes } = identity;
  const hash =
    hashes.get(identity) ??
    createHash('sha256')
      .update(JSON.stringify([filter, from, to, scopes]))
      .digest('base64url')
      .slice(0, 16);
  hashes.set(identity, hash);
  return hash;
}
/** Of a search under way, which prints more than one cursor. */
const hashes = new WeakMap<SearchIdentity, string>();
const bad = (detail: string): ProblemError => new ProblemError(problem('bad-cursor', detail));
