import type { Asked } from '@trailglass/api';
import { useCallback, useMemo } from 'react';
import type { PageState } from '../../address/page-state.ts';
import { useAddress } from '../../address/use-page-state.ts';
import type { Absolute } from '../../timeline/brush.ts';
import type { Span } from '../../time-range/span.ts';

interface Chosen {
  /** The time that is set against the rest, in milliseconds. */
  readonly marked: Span | undefined;
  /** Sets the time in hand against the one from which the reader looked closer; absent where they did not. */
  readonly here: (() => void) | undefined;
  readonly onZoom: (range: Absolute) => void;
  readonly onDiffer: (range: Absolute) => void;
}

/** What becomes of a time that is chosen on the timeline: looked at closer, or set against the rest. */
export function useChosenTime(
  asked: Asked | undefined,
  onChange: (change: Partial<PageState>) => void,
): Chosen {
  const { differ, around, range } = useAddress().state;
  const [from, to] = [asked?.from, asked?.to];
  const onZoom = useCallback(
    (range: Absolute) => {
      const around = from !== undefined && to !== undefined ? { from, to } : undefined;
      onChange({ range, around, differ: undefined });
    },
    [from, to, onChange],
  );
  const onDiffer = useCallback(
    (range: Absolute) => onChange({ differ: { kind: 'span', from: range.from, to: range.to } }),
    [onChange],
  );
  const isHere =
    around !== undefined && range.kind === 'absolute' && range.from === from && range.to === to;
  const here = useCallback(() => {
    if (around === undefined || range.kind !== 'absolute') return;
    const { from, to } = range;
    onChange({ range: { kind: 'absolute', ...around }, differ: { kind: 'span', from, to } });
  }, [around, range, onChange]);
  const marked = useMemo(
    () =>
      differ?.kind === 'span'
        ? { start: Date.parse(differ.from), end: Date.parse(differ.to) + 1000 }
        : undefined,
    [differ],
  );
  return { marked, here: isHere && differ === undefined ? here : undefined, onZoom, onDiffer };
}
