import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { Asked, Facet } from '@trailglass/api';
import { parseSubject, type Subject, subjectText } from '@trailglass/query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { asProblem } from '../../../event/use-event.ts';
import type { Suggestion } from './suggestions.ts';
import { ValueCounts } from './value-counts.ts';
import { countedWords, FEWEST, searched } from './value-words.ts';
import { writtenValue } from './written-value.ts';

interface Counted {
  readonly status: 'finished' | 'loading' | 'error';
  readonly values: readonly Suggestion[];
  /** Of how many events, or what went wrong; absent where nothing was counted. */
  readonly words?: string;
}

const nothing: Counted = { status: 'finished', values: [] };

/** Values in everything that is read, not in the rows alone, while a condition is being written as a token. */
export function useCountedValues(asked: Asked | undefined) {
  const [counted, setCounted] = useState(nothing);
  const about = useEffectEvent(() => asked);
  const counts = useRef<ValueCounts>(undefined);
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    counts.current = new ValueCounts(() => about());
    return () => running.current?.abort();
  }, []);

  const load = useCallback(
    async ({
      filteringProperty,
      filteringText,
    }: PropertyFilterProps.LoadItemsDetail): Promise<void> => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const subject = filteringProperty && parseSubject(filteringProperty.key);
      const word = searched(filteringText.trim());
      if (!counts.current || (!subject && word.length < FEWEST)) {
        setCounted(nothing);
        return;
      }
      setCounted(({ values }) => ({ status: 'loading', values }));
      try {
        const found = await (subject
          ? valuesOf(counts.current, subject, word, signal)
          : valuesAnywhere(counts.current, word, signal));
        if (!signal.aborted) setCounted(found);
      } catch (error) {
        if (signal.aborted) return;
        setCounted({
          status: 'error',
          values: [],
          words: `Values could not be counted: ${asProblem(error).title}`,
        });
      }
    },
    [],
  );
  return { ...counted, load };
}

async function valuesOf(
  counts: ValueCounts,
  subject: Subject,
  word: string,
  signal: AbortSignal,
): Promise<Counted> {
  const found = await counts.of(subject, word, signal);
  if (!found) return nothing;
  return { status: 'finished', values: offered(subject, found.values), words: countedWords(found) };
}

async function valuesAnywhere(
  counts: ValueCounts,
  word: string,
  signal: AbortSignal,
): Promise<Counted> {
  const found = await counts.anywhere(word, signal);
  if (!found) return nothing;
  const values = found.facets.flatMap((facet) => {
    const subject = parseSubject(facet.subject);
    return subject ? offered(subject, facet.values) : [];
  });
  const words = countedWords({ events: found.matched, covered: found.covered });
  return { status: 'finished', values, words };
}

const offered = (subject: Subject, values: Facet['values']): readonly Suggestion[] =>
  values
    .filter(({ value }) => writtenValue(subject, value) !== undefined)
    .map(({ value, count }) => ({ subject: subjectText(subject), value, count }));
