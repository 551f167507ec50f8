import type { Coverage, ScopeProgress } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { readInGaps, toldOfGaps } from './gap-layers.ts';
import { isRead, type ScopeStrip, type Stretch, type StripState, wholeFrom } from './stretch.ts';
import type { Span } from '../time-range/span.ts';
import type { Gaps } from './gap-reading.ts';
import { scopeOf } from '../address/scope.ts';

const noGaps: Gaps = { waiting: [], done: [] };

/**
 * Every scope's window cut into what is read and what is not. Coverage is asked for every few seconds; the search's own
 * progress is newer, and is all there is when nothing is kept.
 */
export function stripsOf(
  scopes: readonly string[],
  coverage: Coverage | undefined,
  progress: readonly ScopeProgress[],
  span: Span,
  gaps: Gaps = noGaps,
  /** AWS has nothing from before. */
  edge = -Infinity,
): readonly ScopeStrip[] {
  const covered = new Map(coverage?.scopes.map((scope) => [scopeOf(scope), scope.intervals]));
  const reading = new Map(progress.map((scope) => [scopeOf(scope), scope]));
  const filling = new Map(
    (gaps.active ?? gaps.last)?.scopes.map((scope) => [scopeOf(scope), scope]),
  );
  return scopes.map((scope) => {
    const at = scope.indexOf(':');
    const now = reading.get(scope);
    const known = [
      ...slidAway(coverage, span),
      ...readJustNow(now, span),
      ...readInGaps(gaps, scope),
      ...(covered.get(scope) ?? []).map(({ from, to, state }): Stretch => ({
        start: parseTime(from) ?? 0,
        end: (parseTime(to) ?? 0) + 1000,
        state,
      })),
    ];
    return {
      account: scope.slice(0, at),
      region: scope.slice(at + 1),
      stretches: joined(
        toldOfGaps(withGaps(painted(known, span), span, edge, now?.state), gaps, scope),
      ),
      events: (now?.events ?? 0) + (filling.get(scope)?.events ?? 0),
      etaMs: filling.get(scope)?.etaMs ?? now?.etaMs,
    };
  });
}

/** AWS's 90 days move on while a list of them stands here: for so long their first moments are nobody's gap. */
const SLID_AT_MOST = 10 * 60_000;

function slidAway(coverage: Coverage | undefined, { start }: Span): readonly Stretch[] {
  const end = parseTime(coverage?.from) ?? start;
  return end > start && end - start <= SLID_AT_MOST ? [{ start, end, state: 'read' }] : [];
}

function readJustNow(scope: ScopeProgress | undefined, span: Span): readonly Stretch[] {
  const start = scope && (scope.state === 'complete' ? span.start : wholeFrom(scope));
  return start === undefined ? [] : [{ start, end: span.end, state: 'read' }];
}

/** Later stretches over earlier ones, clipped to the window, oldest first. */
function painted(layers: readonly Stretch[], span: Span): readonly Stretch[] {
  let canvas: Stretch[] = [];
  for (const layer of layers) {
    const start = Math.max(layer.start, span.start);
    const end = Math.min(layer.end, span.end);
    if (start >= end) continue;
    canvas = canvas.flatMap((below) => [
      ...(below.start < start ? [{ ...below, end: Math.min(below.end, start) }] : []),
      ...(below.end > end ? [{ ...below, start: Math.max(below.start, end) }] : []),
    ]);
    canvas.push({ ...layer, start, end });
  }
  return canvas.toSorted((a, b) => a.start - b.start);
}

/** Reading goes from new to old: the newest hole is the one being read. */
function withGaps(
  known: readonly Stretch[],
  span: Span,
  edge: number,
  state: ScopeProgress['state'] | undefined,
): readonly Stretch[] {
  const whole: Stretch[] = [];
  const missing = (start: number, end: number): void => {
    if (start < edge) whole.push({ start, end: Math.min(end, edge), state: 'gone' });
    const from = Math.max(start, edge);
    if (from < end)
      whole.push({ start: from, end, state: state === 'failed' ? 'failed' : 'missing' });
  };
  let at = span.start;
  for (const stretch of known) {
    if (stretch.start > at) missing(at, stretch.start);
    whole.push(stretch);
    at = stretch.end;
  }
  if (at < span.end) missing(at, span.end);
  if (state === 'reading' || state === 'throttled') {
    const newest = whole.findLastIndex((stretch) => stretch.state === 'missing');
    const found = whole[newest];
    if (found) whole[newest] = { ...found, state: 'reading' };
  }
  return whole;
}

/** Neighbours of one state are one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const runs: Stretch[] = [];
  for (const stretch of stretches) {
    const before = runs.at(-1);
    if (before?.state === stretch.state && before.end >= stretch.start) {
      runs[runs.length - 1] = { ...before, end: stretch.end };
    } else runs.push(stretch);
  }
  return runs;
}

/** What weighs most where scopes differ: a summary must not look better than its worst scope. */
const weight: readonly StripState[] = [
  'read',
  'provisional',
  'reading',
  'gone',
  'missing',
  'failed',
];

/** All scopes in one row. */
export function summaryOf(strips: readonly ScopeStrip[]): readonly Stretch[] {
  const all = strips.flatMap((strip) => strip.stretches);
  const cuts = [...new Set(all.flatMap(({ start, end }) => [start, end]))].toSorted(
    (a, b) => a - b,
  );
  const cursors = strips.map(() => 0);
  const pieces: Stretch[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    let worst = 0;
    for (const [row, strip] of strips.entries()) {
      while ((strip.stretches[cursors[row] ?? 0]?.end ?? Infinity) <= start)
        cursors[row] = (cursors[row] ?? 0) + 1;
      const state = strip.stretches[cursors[row] ?? 0]?.state ?? 'read';
      worst = Math.max(worst, weight.indexOf(state));
    }
    pieces.push({ start, end: cuts[index + 1] ?? start, state: weight[worst] ?? 'missing' });
  }
  return joined(pieces);
}

/** How much of all scopes' time has been read, 0 to 1; of a part of it when `within` is given. */
export function shareRead(strips: readonly ScopeStrip[], within?: Span): number {
  const { start = -Infinity, end = Infinity } = within ?? {};
  let read = 0;
  let whole = 0;
  for (const { stretches } of strips) {
    for (const stretch of stretches) {
      const ms = Math.max(0, Math.min(stretch.end, end) - Math.max(stretch.start, start));
      whole += ms;
      if (isRead(stretch)) read += ms;
    }
  }
  return whole === 0 ? 1 : read / whole;
}
