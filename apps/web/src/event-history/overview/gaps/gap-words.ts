import { counted } from '../../../ui/numbers/count.ts';
import { dayTimeWords } from '../../../ui/time/day-words.ts';
import { roughly } from '../../../ui/numbers/roughly.ts';
import type { TimeZone } from '../../../ui/time/time-zone.ts';
import { remainingMs } from '../../results/progress.ts';
import type { ScopeStrip, Stretch } from '../../../coverage/stretch.ts';
import type { Gap } from '../../../coverage/gap.ts';
import type { Span } from '../../../time-range/span.ts';
import type { GapReading } from '../../../coverage/gap-reading.ts';
import { scopeOf } from '../../../address/scope.ts';

/** `prod, eu-west-1` or `3 scopes` */
export function whereWords(scopes: readonly string[], names: ReadonlyMap<string, string>): string {
  const [scope = '', ...others] = scopes;
  if (others.length > 0) return counted(scopes.length, 'scope');
  const at = scope.indexOf(':');
  const account = scope.slice(0, at);
  return `${names.get(account) ?? account}, ${scope.slice(at + 1)}`;
}

/** `3 Nov 04:00 to 5 Nov 12:10` */
export const whenWords = ({ start, end }: Span, zone: TimeZone): string =>
  `${dayTimeWords(start, zone)} to ${dayTimeWords(end, zone)}`;

const placeWords = (gap: Gap, names: ReadonlyMap<string, string>, zone: TimeZone): string =>
  `${whereWords(gap.scopes, names)}, ${whenWords(gap, zone)}`;

/**
 * What a stretch that is not read is called, and what choosing it does.
 * @param row the scopes that share its row
 * @param gap what choosing it reads; absent while it is being read
 */
export function gapLabel(
  row: readonly Pick<ScopeStrip, 'account' | 'region'>[],
  stretch: Stretch,
  gap: Gap | undefined,
  names: ReadonlyMap<string, string>,
  zone: TimeZone,
): string {
  const all = row.map(scopeOf);
  const when = whenWords(stretch, zone);
  if (!gap) return `Being read: ${whereWords(all, names)}, ${when}`;
  if (all.length > 1) {
    const some = `${gap.scopes.length.toLocaleString('en')} of ${counted(all.length, 'scope')}`;
    return `Not read in ${some}: ${when}. Read it`;
  }
  const state = stretch.state === 'failed' ? 'Could not be read' : 'Not read';
  return `${state}: ${whereWords(all, names)}, ${when}. Read it`;
}

/** The one being read, in a line. */
export function readingWords(
  { gap, scopes }: GapReading,
  names: ReadonlyMap<string, string>,
  zone: TimeZone,
): string {
  const events = scopes.reduce((sum, scope) => sum + scope.events, 0);
  const left = remainingMs(scopes);
  const parts = [
    events > 0 && `${events.toLocaleString('en')} so far`,
    left !== undefined && left > 2000 && `${roughly(left)} left`,
  ].filter((part) => part !== false);
  return [`Reading ${placeWords(gap, names, zone)}`, ...parts].join(' · ');
}

/** What became of the last one. */
export function endWords(
  { gap, state, found, scopes }: GapReading,
  names: ReadonlyMap<string, string>,
  zone: TimeZone,
): string {
  const where = whereWords(gap.scopes, names);
  switch (state) {
    case 'done': {
      const events = scopes.reduce((sum, scope) => sum + scope.events, 0);
      const sifted = events > found ? ` of ${counted(events, 'event')}` : '';
      return `Read ${placeWords(gap, names, zone)}: ${counted(found, 'match', 'matches')}${sifted}`;
    }
    case 'failed':
      return `${where} could not be read`;
    case 'stopped':
      return `Stopped reading ${where}`;
    case 'reading':
      return readingWords({ gap, state, found, scopes, problems: [] }, names, zone);
  }
}
