import type { SessionNode } from '@trailglass/api';
import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import { arrival, type TimeRange } from '../address/page-state.ts';

const HOUR = 3_600_000;
/** No temporary key lives longer: GetSessionToken and GetFederationToken give 36 hours, AssumeRole 12. */
const LONGEST = 36 * HOUR;

/**
 * The time in which a key can have been used. The events that are known of it are those that happen to be read; a list
 * from the first to the last of them would call itself complete and leave out the rest.
 * @param now of the server, ms
 */
export function keyRange(
  { key = '', handed, missing, first, last }: SessionNode,
  now: number,
): TimeRange {
  const seen = [parseTime(first), parseTime(last)].filter((time) => time !== undefined);
  const oldest = Math.min(...seen, now);
  const newest = Math.max(...seen);
  if (!key.startsWith('ASIA'))
    return oldest < now - 90 * 24 * HOUR ? between(oldest, now) : arrival.range;
  const began = parseTime(handed?.at[0]?.time) ?? parseTime(missing?.began);
  const ends = expiry(handed?.expires) ?? (began ?? oldest) + LONGEST;
  return between(
    Math.min(began ?? newest - LONGEST, oldest),
    Math.min(Math.max(ends, newest), now),
  );
}

/** As records write it, in UTC: `Jul 30, 2024, 9:46:15 PM`. */
function expiry(text: string | undefined): number | undefined {
  const written = /^[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d{2}:\d{2}\s[AP]M$/.exec(text ?? '');
  const ms = written ? Date.parse(`${written[0]} UTC`) : Number.NaN;
  return Number.isNaN(ms) ? parseTime(text) : ms;
}

const between = (from: number, to: number): TimeRange => ({
  kind: 'absolute',
  from: printTime(from as EpochMs),
  to: printTime(to as EpochMs),
});
