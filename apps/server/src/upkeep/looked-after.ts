import type { Archive } from '../archive/archive.ts';
import { Retention, type RetentionClock, retaining } from './retention.ts';
import { Tidying } from './tidying.ts';

export interface LookedAfter {
  /** As everybody uses it. */
  readonly archive: Archive | undefined;
  readonly stop: () => void;
}

/** The archive, put in order by itself, and rid of what is too old where that was wanted. */
export function lookedAfter(archive: Archive | undefined, clock: RetentionClock): LookedAfter {
  if (archive === undefined) return { archive, stop: () => undefined };
  const { keepDays } = archive;
  const tidying = new Tidying(archive);
  const retention = keepDays === undefined ? undefined : new Retention(archive, keepDays, clock);
  return {
    archive: keepDays === undefined ? archive : retaining(archive, keepDays, () => clock.now()),
    stop: () => {
      tidying.close();
      retention?.close();
    },
  };
}
