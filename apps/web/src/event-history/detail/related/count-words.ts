import type { Counts } from '@trailglass/api';
import { counted } from '../../../ui/numbers/count.ts';

/** `41 events`, with this one; `at least` where not all was read, and never none where there may be more. */
export function countWords({ events, covered }: Counts['counts'][number]): string {
  if (events === undefined) return 'too many to count';
  const all = covered >= 1;
  if (events <= 1) return all ? 'only this one' : 'no other read so far';
  return all ? counted(events, 'event') : `at least ${counted(events, 'event')}`;
}
