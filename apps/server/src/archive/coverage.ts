import { earliest, type EpochSecond, latest, moved } from '@trailglass/record';

/**
 * What is known to be read whole: whole seconds, both ends inclusive. The seconds of a span are those that
 * LookupEvents gave its events, not always those that the records name.
 */
export interface Span {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly from: EpochSecond;
  readonly to: EpochSecond;
}

/** Events come up to this late: what was read earlier than this after it happened is looked up again. */
export const SETTLED_AFTER_S = 15 * 60;

/** A span that was read whole by one look-up. */
export interface Claim extends Span {
  /** When AWS was asked, in seconds: later events are not in the answer. */
  readonly fetchedAt: EpochSecond;
}

/** Sorted, disjoint and not touching: one span where two would say the same. */
export type Spans = readonly Span[];

export interface Coverage {
  /** Read late enough after it happened to be believed. */
  readonly settled: Spans;
  /** Read too early to be believed; may overlap with what is settled by now. */
  readonly provisional: Spans;
}
export const nothingCovered: Coverage = { settled: [], provisional: [] };

/** Adds what a look-up has read; its newest part stays provisional, and nobody has read what was yet to happen. */
export function withClaim(coverage: Coverage, { from, to, fetchedAt }: Claim): Coverage {
  const edge = moved(fetchedAt, -SETTLED_AFTER_S);
  return {
    settled: union(coverage.settled, { from, to: earliest(to, edge) }),
    provisional: union(coverage.provisional, {
      from: latest(from, moved(edge, 1)),
      to: earliest(to, fetchedAt),
    }),
  };
}

/** A span without a second in it adds nothing. */
export function union(spans: Spans, { from, to }: Span): Spans {
  if (from > to) return spans;
  const before = spans.filter((span) => span.to < from - 1);
  const after = spans.filter((span) => span.from > to + 1);
  const touched = spans.slice(before.length, spans.length - after.length);
  const joined = {
    from: earliest(from, touched[0]?.from ?? from),
    to: latest(to, touched.at(-1)?.to ?? to),
  };
  return [...before, joined, ...after];
}

/** The parts of spans that lie within a window. */
export const within = (spans: Spans, window: Span): Spans =>
  spans.flatMap(({ from, to }) => {
    const part = { from: latest(from, window.from), to: earliest(to, window.to) };
    return part.from > part.to ? [] : [part];
  });

/** The parts of spans that do not lie before a second. */
export const since = (spans: Spans, from: EpochSecond): Spans =>
  within(spans, { from, to: Infinity as EpochSecond });

/** The parts of a window that no span covers. */
export function gaps(window: Span, spans: Spans): Spans {
  const found: Span[] = [];
  let next = window.from;
  for (const { from, to } of within(spans, window)) {
    if (next < from) found.push({ from: next, to: moved(from, -1) });
    next = moved(to, 1);
  }
  if (next <= window.to) found.push({ from: next, to: window.to });
  return found;
}
