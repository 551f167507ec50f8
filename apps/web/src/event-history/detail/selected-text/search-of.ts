import {
  allOf,
  type Filter,
  filterLimits,
  matcher,
  parseFilter,
  printFilter,
} from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';
import type { ShownValue } from '../../../ui/value-menu/value-actions.ts';

/** What the reader selected on the page. */
export interface SelectedText {
  /** As it is shown. */
  readonly text: string;
  /** The value it lies in, or the only one it holds. */
  readonly value?: ShownValue | undefined;
  /** All of that value is selected. */
  readonly whole: boolean;
}

/** A search that finds the event it was selected in: by the field whose value it is, else by its words anywhere. */
export type SearchOf =
  | { readonly by: 'value'; readonly value: ShownValue }
  | { readonly by: 'words'; readonly words: readonly string[]; readonly filter: Filter };

const MOST_WORDS = 6;

/** Where the page's writing of JSON stands between the words of the record. */
const between = /["{}[\],:]*[\r\n\t]+["{}[\],:\s]*|"?\s*[:,]\s+"?|^[\s"{}[\],:]+|[\s"{}[\],:]+$/;

const anywhere = (words: readonly string[]): Filter =>
  allOf(words.map((text): Filter => ({ kind: 'anywhere', text })));

/** @param event the whole event; without it, the text is taken at its word */
export function searchOf(
  { text, value, whole }: SelectedText,
  event: TrailEvent | undefined,
): SearchOf | undefined {
  const selected = text.trim();
  // A megabyte is no search, and would take long to find that out.
  if (selected === '' || selected.length > filterLimits.characters) return undefined;
  if (value && fits(value.value) && (whole || selected === value.value.trim()))
    return { by: 'value', value };
  for (const words of [[selected], selected.split(between).filter((word) => word !== '')]) {
    if (words.length === 0 || words.length > MOST_WORDS || !words.every(fits)) continue;
    const filter = anywhere(words);
    const finds = parseFilter(printFilter(filter)).filter && (!event || matcher(filter)(event));
    if (finds) return { by: 'words', words, filter };
  }
  // What is shown is not what is written, such as a time in the reader's zone: its value is.
  return value && fits(value.value) ? { by: 'value', value } : undefined;
}

const fits = (value: string): boolean =>
  value !== '' && value.length <= filterLimits.valueCharacters;
