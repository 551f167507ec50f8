import type { Difference } from '@trailglass/api';
import { counted } from '../../ui/numbers/count.ts';
import { percent } from '../../ui/numbers/percent.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';
import type { Differ } from '../../address/page-state.ts';

/** `these 214 events` */
export const theseWords = ({ selected }: Pick<Difference, 'selected'>): string =>
  selected === 1 ? 'this event' : `these ${counted(selected, 'event')}`;

/** `2026-11-08 04:00:00 to 04:59:59` */
export function whichWords(differ: Differ, zone: TimeZone): string {
  if (differ.kind === 'events') return 'The selected events';
  const [from, to] = [Date.parse(differ.from), Date.parse(differ.to)];
  const sameDay = zone.date(from) === zone.date(to);
  return `${zone.dateTime(from)} to ${sameDay ? zone.time(to) : zone.dateTime(to)}`;
}

/** Against what, and from how much of the question that was counted. */
export function againstWords({ others, covered }: Difference): string {
  const read = covered < 1 ? `, counted over the ${percent(covered)} that is read` : '';
  return `against the ${counted(others, 'other event')} of this question${read}`;
}

/** A share in words: some is never none, nearly all is never all. */
export function shareWords(part: number, whole: number): string {
  if (part === 0) return 'none';
  if (part >= whole) return 'all';
  const share = (part / whole) * 100;
  if (share < 1) return 'under 1%';
  return share > 99 ? 'over 99%' : `${Math.round(share)}%`;
}
