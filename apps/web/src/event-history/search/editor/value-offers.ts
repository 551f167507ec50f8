import type { Completion, CompletionResult } from '@codemirror/autocomplete';
import { parseSubject } from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import { safeString } from '../../../ui/safe-text/marks.ts';
import type { Expected } from './expected.ts';
import { offer } from './offer.ts';
import type { ValueCounts } from '../values/value-counts.ts';
import { countedWords, FEWEST, searched } from '../values/value-words.ts';
import { writtenValue } from '../values/written-value.ts';

/** Values that events in hand have, most frequent first, each with how many have it. */
export async function valueOffers(
  at: Expected,
  counts: ValueCounts,
  signal: AbortSignal,
): Promise<CompletionResult | null> {
  const subject = parseSubject(at.of);
  if (!subject) return null;
  const type = subject.kind === 'field' ? fieldNamed(subject.name)?.type : undefined;
  // Every event has a time of its own.
  if (type === 'time') return null;
  const search = searched(at.typed);
  const found = await counts.of(subject, search, signal);
  const flags =
    type === 'flag' ? ['true', 'false'].filter((value) => value.startsWith(search)) : [];
  const seen = new Map(found?.values.map(({ value, count }) => [value, count]));
  const section = { name: found ? countedWords(found) : 'Values', rank: 1 };
  const options = [...new Set([...seen.keys(), ...flags])].flatMap((value): Completion[] => {
    const text = writtenValue(subject, value);
    if (text === undefined) return [];
    const count = seen.get(value);
    const label = safeString(value, 120);
    return [
      offer(
        {
          label,
          section,
          type: 'value',
          ...(count !== undefined && { detail: count.toLocaleString('en') }),
        },
        { text },
      ),
    ];
  });
  return listed(at, options, search);
}

/** Whole conditions for a word that may be a value: `eventName:RunInstances` for `RunIn`. */
export async function wordOffers(
  at: Expected,
  counts: ValueCounts,
  signal: AbortSignal,
): Promise<CompletionResult | null> {
  if (at.typed.length < FEWEST || !/^[^"*?<>()\\:]+$/.test(at.typed)) return null;
  const found = await counts.anywhere(at.typed, signal);
  if (!found) return null;
  const { facets, matched, covered } = found;
  const section = { name: countedWords({ events: matched, covered }), rank: 3 };
  const options = facets.flatMap(({ subject: name, values }): Completion[] => {
    const subject = parseSubject(name);
    if (!subject) return [];
    return values.flatMap(({ value, count }) => {
      const text = writtenValue(subject, value);
      if (text === undefined) return [];
      const label = `${name}:${safeString(value, 120)}`;
      const detail = count.toLocaleString('en');
      return [offer({ label, detail, section, type: 'value' }, { text: `${name}:${text}` })];
    });
  });
  return listed(at, options, at.typed);
}

function listed(
  { from, to }: Expected,
  options: readonly Completion[],
  search: string,
): CompletionResult | null {
  if (options.length === 0) return null;
  return {
    from,
    to,
    options,
    filter: false,
    getMatch: ({ label }) => {
      const place = label.toLowerCase().lastIndexOf(search.toLowerCase());
      return search === '' || place < 0 ? [] : [place, place + search.length];
    },
  };
}
