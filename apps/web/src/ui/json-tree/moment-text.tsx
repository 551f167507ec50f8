import type { ReactNode } from 'react';
import { age } from '../time/age.ts';
import { useTimeZone } from '../time/time-zone.tsx';

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** The moment that a text names, or undefined. */
export const momentOf = (text: string): number | undefined => {
  const ms = text.length < 40 && iso.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
};

/** A time as the record writes it; in the reader's zone, and how long ago, on hover. */
export function MomentText({
  ms,
  children,
}: {
  readonly ms: number;
  readonly children: ReactNode;
}): ReactNode {
  const zone = useTimeZone();
  return (
    <span
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = `${zone.dateTime(ms)} ${zone.offset(ms)}, ${age(ms, Date.now())}`;
      }}
    >
      {children}
    </span>
  );
}
