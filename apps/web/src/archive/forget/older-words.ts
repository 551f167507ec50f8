import type { Older } from '@trailglass/api';
import { eventLimits } from '@trailglass/api';
import { parseTime, type EpochMs } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import { dayWords } from '../../ui/time/day-words.ts';
import type { TimeZone } from '../../ui/time/time-zone.ts';

const HISTORY = eventLimits.days * 86_400_000;

/**
 * What deleting takes away, and whether it can be had again.
 * @param keptRead some scopes are read in the background, which fills what is missing of the 90 days
 */
export function olderWords(older: Older, keptRead: boolean, now: EpochMs, zone: TimeZone): string {
  const { before, events, scopes, newest } = older;
  const day = dayWords(parseTime(before) ?? 0, zone);
  if (events === 0) return `The archive holds no events from before ${day}.`;
  const what = `${counted(events, 'event')} from before ${day} in ${counted(scopes, 'scope')} will be deleted.`;
  const last = parseTime(newest ?? before) ?? 0;
  if (last < now - HISTORY) return `${what} AWS has them no more: they cannot be read again.`;
  return keptRead
    ? `${what} Where background reading is on, it reads again what AWS still has.`
    : `${what} They can be read again only as far as AWS still has them.`;
}
