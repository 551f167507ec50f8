import { earliest, type EpochSecond, latest, moved } from '@trailglass/record';
import { conjuncts, pushDown, type Filter } from '@trailglass/query';
import { gaps, type Span, type Spans, within } from '../../archive/coverage.ts';
import { EVERYTHING, kindOf } from '../../archive/protocol/protocol.ts';

/** A part of one scope's window, in whole seconds, and where its events are read. */
export interface ReadingStep extends Span {
  readonly where: 'archive' | 'aws';
  /** The newest second of what is missing here and cannot be asked for any more. */
  readonly unread?: EpochSecond;
}

/**
 * Newest first: from the archive what was read whole and late enough, from AWS the rest, as far back as AWS goes. What
 * is older comes from the archive, whole or not. Together exactly the window.
 * @param edge the oldest second that AWS is asked for
 */
export function planSteps(
  window: Span,
  settled: Spans,
  edge: EpochSecond = window.from,
): readonly ReadingStep[] {
  const recent = { from: latest(window.from, edge), to: window.to };
  const old = { from: window.from, to: earliest(window.to, moved(edge, -1)) };
  return [
    ...within(settled, recent).map((span) => ({ ...span, where: 'archive' as const })),
    ...gaps(recent, settled).map((span) => ({ ...span, where: 'aws' as const })),
    ...(old.from > old.to ? [] : [beyond(old, settled)]),
  ].toSorted((a, b) => b.from - a.from);
}

function beyond(old: Span, settled: Spans): ReadingStep {
  const unread = gaps(old, settled).at(-1)?.to;
  return { ...old, where: 'archive', ...(unread === undefined ? {} : { unread }) };
}

/**
 * The kinds of coverage that are enough for a filter: of everything, and of every attribute that each match must have,
 * whichever of them AWS would be asked by.
 */
export const coveringKinds = (filter: Filter): readonly string[] => [
  EVERYTHING,
  ...conjuncts(filter).flatMap((condition) => {
    const { attribute } = pushDown(condition);
    return attribute === undefined ? [] : [kindOf(attribute)];
  }),
];
