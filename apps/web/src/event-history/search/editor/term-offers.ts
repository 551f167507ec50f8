import type { Completion, CompletionResult } from '@codemirror/autocomplete';
import { catalogue, type Field, type FieldName } from '@trailglass/record';
import type { Expected } from './expected.ts';
import { fieldWords, pathStarts } from './field-words.ts';
import { offer } from './offer.ts';

const fields = { name: 'Fields', rank: 0 };
const paths = { name: 'Paths in the record', rank: 1 };
const joins = { name: 'Joining', rank: 2 };

const joinWords = [
  ['OR', 'one or the other'],
  ['NOT', 'all but; -field:value is the same'],
  ['AND', 'both; may be left out'],
] as const;

/** How well a field answers what was typed: by a name, by a word of its label, or somewhere within; 0 for not. */
function fit({ name, alias, label }: Field<FieldName>, typed: string): number {
  const names = [name, ...alias].map((one) => one.toLowerCase());
  if (names.some((one) => one === typed)) return 4;
  if (names.some((one) => one.startsWith(typed))) return 3;
  const words = label.toLowerCase();
  if (words.startsWith(typed) || words.includes(` ${typed}`)) return 2;
  return names.some((one) => one.includes(typed)) ? 1 : 0;
}

/** Fields, the beginnings of paths, and the words that join conditions. */
export function termOffers(at: Expected, explicit: boolean): CompletionResult | null {
  const typed = at.typed.toLowerCase();
  if (typed === '' && !explicit) return null;
  const found = catalogue
    .map((field) => ({ field, score: fit(field, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ field: { name } }) =>
      offer(
        { label: name, detail: fieldWords[name], section: fields, type: 'field' },
        { text: `${name}:`, goesOn: true },
      ),
    );
  const options: readonly Completion[] = [
    ...found,
    ...pathStarts
      .filter(([start]) => start.toLowerCase().startsWith(typed) && start.toLowerCase() !== typed)
      .map(([start, words]) =>
        offer(
          { label: start, detail: words, section: paths, type: 'path' },
          { text: start, goesOn: true },
        ),
      ),
    // What stands at the very beginning joins nothing.
    ...joinWords
      .filter(([word]) => word.toLowerCase().startsWith(typed))
      .filter(([word]) => at.from > 0 || word === 'NOT')
      .map(([word, words]) =>
        offer({ label: word, detail: words, section: joins, type: 'join' }, { text: `${word} ` }),
      ),
  ];
  return options.length === 0 ? null : { from: at.from, to: at.to, options, filter: false };
}
