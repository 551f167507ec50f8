import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { Asked } from '@trailglass/api';
import { useEffect, useRef, useState } from 'react';
import type { Phase } from './results.ts';

/** How often a figure is asked for while events are being read. */
const EVERY = 3000;
/** And while what is kept grows for other reasons (background reading, another reader): more and more seldom. */
const LATER = 6000;
const LATEST = 60_000;

export interface Figure<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

/**
 * A figure about the events of a search: asked for beside it, again every few seconds while it reads, and once more when
 * it is done. Another question aborts it; the figure before stays until the new one is here,
 * and where that fails, as long as it is about the same question at an earlier time.
 * @param what its name and whatever else it depends on
 * @param grows whether more may come of it when nothing is being read here
 */
export function useFigure<T>(
  what: readonly unknown[],
  asked: Asked | undefined,
  phase: Phase,
  ask: (asked: Asked, signal: AbortSignal) => Promise<T>,
  grows: (figure: T) => boolean = () => false,
): Figure<T> {
  const query = useQuery({
    queryKey: ['figure', ...what, asked],
    queryFn: asked ? ({ signal }) => ask(asked, signal) : skipToken,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (phase === 'reading') return EVERY;
      return data !== undefined && grows(data) && Math.min(LATER * dataUpdateCount, LATEST);
    },
    gcTime: 60_000,
  });
  const { refetch } = query;
  const before = useRef(phase);
  useEffect(() => {
    const ended = before.current === 'reading' && phase !== 'reading';
    before.current = phase;
    // A failure is the query's own and is shown with it.
    if (ended && asked) refetch().catch(() => undefined);
  }, [phase, asked, refetch]);
  const topic = asked && JSON.stringify([...what, asked.q, asked.scopes]);
  const { data, error, isPlaceholderData } = query;
  const [kept, keep] = useState<{ readonly topic: string; readonly data: T }>();
  if (topic !== undefined && data !== undefined && !isPlaceholderData && kept?.data !== data)
    keep({ topic, data });
  return { data: data ?? (kept?.topic === topic ? kept?.data : undefined), error, refetch };
}
