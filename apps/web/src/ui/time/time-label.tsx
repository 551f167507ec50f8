import type { ReactNode } from 'react';
import { age } from './age.ts';
import { useTimeZone } from './time-zone.tsx';

interface TimeLabelProps {
  /** ISO 8601. */
  readonly iso: string;
  /** Says the offset too; leave it out where a header says it for all. */
  readonly offset?: boolean;
}

// On hover and not before: it would be wrong a minute later.
const tellAge = (label: HTMLElement, ms: number): void => {
  label.title = age(ms, Date.now());
};

/** A moment in the reader's zone; how long ago it was, on hover. */
export function TimeLabel({ iso, offset = false }: TimeLabelProps): ReactNode {
  const zone = useTimeZone();
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return iso;
  const shown = zone.dateTime(ms);
  return (
    <time dateTime={iso} onPointerEnter={(event) => tellAge(event.currentTarget, ms)}>
      {shown}
      {offset && ` ${zone.offset(ms)}`}
    </time>
  );
}
