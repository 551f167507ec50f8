import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import { isRead, type Stretch } from '../coverage/stretch.ts';

/** CloudTrail delivers about so late: of the last minutes nobody has everything. */
const LATE_MS = 15 * 60_000;

/** Until when all of a range was read, where only its newest minutes are missing; ISO. */
export function readUpTo(coverage: readonly Stretch[], to: string): string | undefined {
  const last = coverage.at(-1);
  const end = parseTime(to);
  if (!last || end === undefined || isRead(last) || end - last.start > LATE_MS) return undefined;
  return coverage.slice(0, -1).every(isRead) && coverage.length > 1
    ? printTime(last.start as EpochMs)
    : undefined;
}
