import { counted } from '../../ui/numbers/count.ts';
import { percent } from '../../ui/numbers/percent.ts';
import { fieldLabel } from '../../fields/field-label.ts';
import type { Grouped } from './use-groups.ts';

/** `1,204 events in 12 groups by User agent`, and how much of the question that was counted from. */
export function groupWords(
  { total, all, covered }: Grouped,
  by: readonly string[],
  reading: boolean,
): string {
  const groups = `${counted(all.count, 'event')} in ${counted(total, 'group')} by ${by.map(fieldLabel).join(' and ')}`;
  const read = covered < 1 ? ` · counted over the ${percent(covered)} that is read` : '';
  return `${groups}${read}${reading ? ' so far' : ''}`;
}
