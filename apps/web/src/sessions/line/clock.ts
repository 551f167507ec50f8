import type { SessionNode } from '@trailglass/api';

/** Milliseconds. */
export interface Clock {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

/** From when a key was handed out, or was first used, to its last use. */
export function spanOf({ handed, first, last }: SessionNode): Clock | undefined {
  const times = [handed?.at[0]?.time, first, last]
    .map((time) => Date.parse(time ?? ''))
    .filter((time) => !Number.isNaN(time));
  return times.length === 0 ? undefined : { from: Math.min(...times), to: Math.max(...times) };
}

const around = (spans: readonly Clock[]): Clock | undefined => {
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const margin = Math.max(1_000, (to - from) * 0.03);
  return { from: from - margin, to: to + margin };
};

/** One clock for the whole tree. */
export const wholeClock = (nodes: readonly SessionNode[]): Clock | undefined =>
  around(nodes.flatMap((node) => spanOf(node) ?? []));

/** The hours around what is followed: a key lives for months, and the session that matters for minutes. */
export function nearClock(nodes: readonly SessionNode[]): Clock | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const near: Clock[] = [];
  const seen = new Set<string>();
  for (let at = nodes.find(({ focus }) => focus); at; at = byId.get(at.parent ?? '')) {
    if (seen.has(at.id)) break;
    seen.add(at.id);
    const span = spanOf(at);
    if (span && span.to - span.from <= DAY_MS) near.push(span);
    else break;
  }
  return around(near);
}

/** Where a span lies on the clock, in percent; undefined when it lies outside. */
export function barOf(
  span: Clock,
  { from, to }: Clock,
): { readonly start: number; readonly width: number } | undefined {
  if (span.to < from || span.from > to || to <= from) return undefined;
  const share = (time: number): number =>
    Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100));
  const start = share(span.from);
  return { start, width: share(span.to) - start };
}
