import type { ScopeProgress } from '@trailglass/api';
import { isGap, type Stretch, type StripState, wholeFrom } from './stretch.ts';
import type { Gap } from './gap.ts';
import type { Span } from '../time-range/span.ts';
import type { Gaps, GapReading } from './gap-reading.ts';
import { scopeOf } from '../address/scope.ts';

const ofScope = (scopes: readonly ScopeProgress[], scope: string): ScopeProgress | undefined =>
  scopes.find((one) => scopeOf(one) === scope);

const readings = ({ active, last }: Gaps): readonly GapReading[] =>
  [active, last].filter((reading) => reading !== undefined);

/** What has been read of a scope in its gaps; coverage says so too, a moment later. */
export function readInGaps(gaps: Gaps, scope: string): readonly Stretch[] {
  const whole = gaps.done.filter(({ scopes }) => scopes.includes(scope));
  const parts = readings(gaps).flatMap(({ gap, scopes }): readonly Span[] => {
    const progress = ofScope(scopes, scope);
    if (progress?.state === 'complete') return [gap];
    const start = progress && wholeFrom(progress);
    return start === undefined ? [] : [{ start, end: gap.end }];
  });
  return [...whole, ...parts].map(({ start, end }): Stretch => ({ start, end, state: 'read' }));
}

/** The holes of a scope with what becomes of them now: the newest of an active gap is being read, those of a failed one failed. */
export function toldOfGaps(
  stretches: readonly Stretch[],
  gaps: Gaps,
  scope: string,
): readonly Stretch[] {
  let told = stretches;
  for (const { gap, state, scopes } of readings(gaps)) {
    if (!gap.scopes.includes(scope)) continue;
    const at = ofScope(scopes, scope)?.state;
    const held = at === 'waiting' || at === 'complete';
    if (state === 'failed' && (at === undefined || at === 'failed'))
      told = within(told, gap, 'failed');
    if (state === 'reading' && at === 'failed') told = within(told, gap, 'failed');
    if (state === 'reading' && at !== 'failed' && !held) told = within(told, gap, 'reading', true);
  }
  return told;
}

/** Holes, as far as they lie in a gap, in another state; all of them or the newest alone. */
function within(
  stretches: readonly Stretch[],
  gap: Gap,
  state: StripState,
  newest = false,
): readonly Stretch[] {
  const inside = (one: Stretch): boolean =>
    isGap(one) && one.start < gap.end && one.end > gap.start;
  const last = stretches.findLastIndex(inside);
  return stretches.flatMap((one, index) => {
    if (!inside(one) || (newest && index !== last)) return [one];
    const start = Math.max(one.start, gap.start);
    const end = Math.min(one.end, gap.end);
    return [
      ...(one.start < start ? [{ ...one, end: start }] : []),
      { start, end, state },
      ...(one.end > end ? [{ ...one, start: end }] : []),
    ];
  });
}
