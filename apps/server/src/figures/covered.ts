import {
  gaps,
  nothingCovered,
  union,
  within,
  type Coverage,
  type Span,
  type Spans,
} from '../archive/coverage.ts';

const secondsOf = (spans: Spans): number =>
  spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** How much of a window has been read in all of these scopes together, 0 to 1; what is provisional has been read. */
export function coveredShare(scopes: readonly Coverage[], window: Span): number {
  const read = scopes.map(({ settled, provisional }) =>
    secondsOf(within(provisional.reduce(union, settled), window)),
  );
  return read.reduce((sum, seconds) => sum + seconds, 0) / (scopes.length * secondsOf([window]));
}

export interface Interval extends Span {
  readonly state: 'read' | 'provisional';
}

/** Oldest first, each second once: what is settled by now is provisional no more. */
export const intervalsOf = ({
  settled,
  provisional,
}: Coverage = nothingCovered): readonly Interval[] =>
  [
    ...settled.map((span) => ({ ...span, state: 'read' as const })),
    ...provisional
      .flatMap((span) => gaps(span, settled))
      .map((span) => ({ ...span, state: 'provisional' as const })),
  ].toSorted((a, b) => a.from - b.from);
