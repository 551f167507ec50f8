import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { problem, ProblemError } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { z } from 'zod';
import type { Position } from './position.ts';

/** Everything that makes a search this search; a cursor of another is refused. */
export interface SearchIdentity {
  /** The filter's text. */
  readonly filter: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly scopes: readonly string[];
}

const Body = z.object({
  v: z.literal(1),
  s: z.string(),
  /** In the order of the search's scopes. 0: done; otherwise milliseconds before the window's end, and the marks of what was sent of that time. */
  p: z.array(z.union([z.literal(0), z.tuple([z.int().min(0), z.string()])])),
});
type Body = z.infer<typeof Body>;

const CHECK_BYTES = 8;
const MARK_CHARACTERS = 7;
const MAX_BODY_BYTES = 1_000_000;

/** Where each scope of a search goes on, in the search's order of them. */
export function printCursor(positions: readonly Position[], identity: SearchIdentity): string {
  const body: Body = {
    v: 1,
    s: hashOf(identity),
    p: positions.map((position) =>
      position === 'done' ? 0 : [identity.to - position.at, [...position.sent].join('')],
    ),
  };
  const packed = deflateRawSync(JSON.stringify(body));
  return Buffer.concat([checksum(packed), packed]).toString('base64url');
}

/** Throws bad-cursor for one that was altered, cut or made for another search. */
export function readCursor(text: string, identity: SearchIdentity): readonly Position[] {
  const body = readBody(text);
  if (body === undefined) throw bad('The cursor is damaged; search again from the start.');
  if (body.s !== hashOf(identity) || body.p.length !== identity.scopes.length)
    throw bad(
      'The cursor belongs to another filter, time range or choice of accounts and Regions.',
    );
  return body.p.map((position) =>
    position === 0
      ? 'done'
      : { at: (identity.to - position[0]) as EpochMs, sent: new Set(marksOf(position[1])) },
  );
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
const hashOf = ({ filter, from, to, scopes }: SearchIdentity): string =>
  createHash('sha256')
    .update(JSON.stringify([filter, from, to, scopes]))
    .digest('base64url')
    .slice(0, 16);
const bad = (detail: string): ProblemError => new ProblemError(problem('bad-cursor', detail));
