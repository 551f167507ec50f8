import { earliest, type EpochSecond, moved } from '@trailglass/record';
import {
  gaps,
  SETTLED_AFTER_S,
  union,
  within,
  type Coverage,
  type Span,
  type Spans,
} from '../archive/coverage.ts';

/** A window that ends no longer ago than this is read up to about now: following sees to the rest. */
const ABOUT_NOW_S = 30 * 60;

/** What was read, whether or not it can be believed yet. */
const readOf = ({ settled, provisional }: Coverage): Spans => provisional.reduce(union, settled);

/** The seconds that pass while others are read are not worth a call each: so many together are. */
const UNREAD_S = 60;
const UNTRUSTED_S = 5 * 60;

/**
 * What has to be looked up of a window for all of it to be read: what never was, and what was read too early to be
 * believed and is old enough by now. Newest first; nothing of it is a mere sliver at the newest end.
 * @param aside what is not to be tried again
 */
export function missing(
  coverage: Coverage,
  window: Span,
  now: EpochSecond,
  aside: Spans = [],
): readonly Span[] {
  const edge = earliest(window.to, settledTo(now));
  const unread = gaps(window, aside.reduce(union, readOf(coverage)));
  const untrusted = gaps({ ...window, to: edge }, aside.reduce(union, coverage.settled));
  return untrusted
    .filter(({ from }) => from <= edge - UNTRUSTED_S)
    .reduce(
      union,
      unread.filter(({ from }) => from <= now - UNREAD_S),
    )
    .toReversed();
}

/** The newest second whose late events are believed to be there when it is read now. */
export const settledTo = (now: EpochSecond): EpochSecond => moved(now, -SETTLED_AFTER_S);

/** From where on everything up to about `now` has been read; undefined where the newest has not. */
export function readTo(coverage: Coverage, now: EpochSecond): EpochSecond | undefined {
  const newest = readOf(coverage).at(-1);
  return newest !== undefined && newest.to >= now - ABOUT_NOW_S ? newest.from : undefined;
}

export const secondsIn = (spans: Spans): number =>
  spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** The next second that is to be read below the one where a page has ended; undefined when none is. */
export const nextBelow = (
  spans: Spans,
  { from }: Span,
  reached: EpochSecond,
): EpochSecond | undefined => within(spans, { from, to: reached })[0]?.to;
