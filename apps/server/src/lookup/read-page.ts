import type { LookupEventsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { member, readEvent, type EpochMs, type Scope } from '@trailglass/record';
import { InvalidAnswer } from '../aws/invalid-answer.ts';
import type { Found, Question } from './question.types.ts';

export interface ReadPage {
  readonly found: readonly Found[];
  readonly token: string | undefined;
  /** Events that have no usable id or time. */
  readonly unreadable: number;
}

/**
 * Checks what the SDK lets through (an empty 200, `{"Events":{}}`) and reads each event for itself,
 * so that a bad one costs nothing but itself.
 */
export function readPage(
  answer: LookupEventsCommandOutput,
  scope: Scope,
  question: Question,
): ReadPage {
  const events: unknown = answer.Events;
  const token: unknown = answer.NextToken;
  if (!Array.isArray(events)) throw new InvalidAnswer('The answer has no list of events.');
  if (token !== undefined && token !== null && typeof token !== 'string')
    throw new InvalidAnswer('The answer has a NextToken that is not text.');
  const found = events.flatMap((item: unknown) => readFound(item, scope, question));
  return { found, token: token || undefined, unreadable: events.length - found.length };
}

function readFound(item: unknown, scope: Scope, { from, to }: Question): Found[] {
  const { event } = readEvent(item, scope);
  if (event === undefined) return [];
  const stated: unknown = member(item, 'EventTime');
  const ms = stated instanceof Date ? stated.getTime() : Number.NaN;
  const at = Number.isFinite(ms) ? (ms as EpochMs) : event.time;
  if (at >= from && at <= to) return [{ event, at }];
  const flaw = 'LookupEvents gave it although it is outside the time range that was asked for.';
  // Counted at the window's edge: it must not make the scan believe that it has read further than it has.
  const edge = at > to ? to : from;
  return [{ event: { ...event, flaws: [...event.flaws, flaw] }, at: edge, outside: true }];
}
