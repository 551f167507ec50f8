import { isGap, isRead, type ScopeStrip } from './stretch.ts';
import type { Span } from '../time-range/span.ts';
import { scopeOf } from '../address/scope.ts';

/** A stretch of time of some scopes that is to be read, in milliseconds; `end` does not belong to it. */
export interface Gap extends Span {
  /** `account:region` each. */
  readonly scopes: readonly string[];
}

export const sameGap = (a: Gap, b: Gap): boolean =>
  a.start === b.start && a.end === b.end && a.scopes.join() === b.scopes.join();

/** What is missing of a stretch, in the scopes where something is; undefined where nothing is. */
export function gapWithin(strips: readonly ScopeStrip[], { start, end }: Span): Gap | undefined {
  const scopes = strips
    .filter(({ stretches }) =>
      stretches.some((one) => isGap(one) && one.start < end && one.end > start),
    )
    .map(scopeOf);
  return scopes.length === 0 ? undefined : { scopes, start, end };
}

/** All that is missing, as one: from the first gap of any scope to the end of the last. What was read is not asked for again. */
export function everyGap(strips: readonly ScopeStrip[]): Gap | undefined {
  const gaps = strips.flatMap(({ stretches }) => stretches.filter(isGap));
  if (gaps.length === 0) return undefined;
  return gapWithin(strips, {
    start: Math.min(...gaps.map(({ start }) => start)),
    end: Math.max(...gaps.map(({ end }) => end)),
  });
}

export const everythingRead = (strips: readonly ScopeStrip[]): boolean =>
  strips.length > 0 && strips.every(({ stretches }) => stretches.every(isRead));
