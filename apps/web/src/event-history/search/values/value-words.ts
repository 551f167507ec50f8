import { counted } from '../../../ui/numbers/count.ts';
import { percent } from '../../../ui/numbers/percent.ts';
import type { CountedValues } from './value-counts.ts';

/** Characters that a word has before values are looked for. */
export const FEWEST = 3;

/** What is looked for within values: what was typed, without quotes, escapes and wildcards. */
export const searched = (typed: string): string =>
  typed
    .replace(/^"/, '')
    .replaceAll(/\\(.)|[*?]/gs, '$1')
    .replace(/"$/, '');

/** `Values in 1,204 events, counted over the 62% that is read` */
export const countedWords = ({
  events,
  covered,
}: Pick<CountedValues, 'events' | 'covered'>): string =>
  `Values in ${counted(events, 'event')}${
    covered < 1 ? `, counted over the ${percent(covered)} that is read` : ''
  }`;
