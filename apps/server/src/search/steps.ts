import { conjuncts, pushDown, type Filter } from '@trailglass/query';
import { gaps, type Span, type Spans, within } from '../archive/coverage.ts';
import { EVERYTHING, kindOf } from '../archive/protocol.ts';

/** A part of one scope's window, in whole seconds, and where its events are read. */
export interface ReadingStep extends Span {
  readonly from: number;
  readonly to: number;
  readonly where: 'archive' | 'aws';
}

/** Newest first: from the archive what was read whole and late enough, from AWS the rest. Together exactly the window. */
export const planSteps = (window: Span, settled: Spans): readonly ReadingStep[] =>
  [
    ...within(settled, window).map((span) => ({ ...span, where: 'archive' as const })),
    ...gaps(window, settled).map((span) => ({ ...span, where: 'aws' as const })),
  ].toSorted((a, b) => b.from - a.from);

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
