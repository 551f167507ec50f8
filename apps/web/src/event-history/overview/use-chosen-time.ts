import type { Asked } from '@trailglass/api';
import { useCallback, useMemo, useState } from 'react';
import type { PageState } from '../page-state.ts';
import { useAddress } from '../use-page-state.ts';
import type { Span } from './bars.ts';
import type { Absolute } from './brush.ts';

interface Chosen {
  /** The time that is set against the rest, in milliseconds. */
  readonly marked: Span | undefined;
  /** Sets the time in hand against the one from which the reader looked closer; absent where they did not. */
  readonly here: (() => void) | undefined;
  readonly onZoom: (range: Absolute) => void;
  readonly onDiffer: (range: Absolute) => void;
}
type Stretch = Pick<Asked, 'from' | 'to'>;

/** What becomes of a time that is chosen on the timeline: looked at closer, or set against the rest. */
export function useChosenTime(
  asked: Asked | undefined,
  onChange: (change: Partial<PageState>) => void,
): Chosen {
  const { differ } = useAddress().state;
  const [closer, setCloser] = useState<{ readonly inner: Stretch; readonly outer: Stretch }>();
  const [from, to] = [asked?.from, asked?.to];
  const onZoom = useCallback(
    (range: Absolute) => {
      const inner = { from: range.from, to: range.to };
      if (from !== undefined && to !== undefined) setCloser({ inner, outer: { from, to } });
      onChange({ range, differ: undefined });
    },
    [from, to, onChange],
  );
  const onDiffer = useCallback(
    (range: Absolute) => onChange({ differ: { kind: 'span', from: range.from, to: range.to } }),
    [onChange],
  );
  const isHere = closer !== undefined && closer.inner.from === from && closer.inner.to === to;
  const here = useCallback(() => {
    if (closer === undefined) return;
    const { inner, outer } = closer;
    onChange({ range: { kind: 'absolute', ...outer }, differ: { kind: 'span', ...inner } });
  }, [closer, onChange]);
  const marked = useMemo(
    () =>
      differ?.kind === 'span'
        ? { start: Date.parse(differ.from), end: Date.parse(differ.to) + 1000 }
        : undefined,
    [differ],
  );
  return { marked, here: isHere && differ === undefined ? here : undefined, onZoom, onDiffer };
}
