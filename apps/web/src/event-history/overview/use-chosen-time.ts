import type { Asked } from '@trailglass/api';
import { useCallback, useMemo, useState } from 'react';
import type { PageState, TimeRange } from '../page-state.ts';
import { useAddress } from '../use-page-state.ts';
import type { Span } from './bars.ts';
import type { Choice } from './use-brush.ts';

interface Chosen {
  /** The time that is set against the rest, in milliseconds. */
  readonly marked: Span | undefined;
  /** Sets the time in hand against the one from which the reader looked closer; absent where they did not. */
  readonly here: (() => void) | undefined;
  readonly choose: (range: TimeRange, how: Choice) => void;
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
  const choose = useCallback(
    (range: TimeRange, how: Choice) => {
      if (range.kind !== 'absolute') return;
      const inner = { from: range.from, to: range.to };
      if (how === 'differ') {
        onChange({ differ: { kind: 'span', ...inner } });
        return;
      }
      if (from !== undefined && to !== undefined) setCloser({ inner, outer: { from, to } });
      onChange({ range, differ: undefined });
    },
    [from, to, onChange],
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
  return { marked, here: isHere && differ === undefined ? here : undefined, choose };
}
