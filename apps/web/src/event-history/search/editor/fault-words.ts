import type { FilterProblem } from '@trailglass/query';
import { safeString } from '../../../ui/safe-text/marks.ts';

/** What is wrong, where, and why. */
export const faultWords = (text: string, { from, to, reason }: FilterProblem): string => {
  const wrong = safeString(text.slice(from, to).trim(), 80);
  return `${wrong === '' ? `At character ${from + 1}` : `“${wrong}”`}: ${reason}`;
};
