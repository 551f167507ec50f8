import type { Asked, Facet, Facets } from '@trailglass/api';
import {
  allOf,
  conjuncts,
  type Filter,
  parseFilter,
  printFilter,
  type Subject,
  subjectText,
} from '@trailglass/query';
import { client } from '../../../api/client.ts';

/** A field's values in the events that the rest of the search finds. */
export interface CountedValues {
  readonly values: Facet['values'];
  /** Events that the rest of the search finds. */
  readonly events: number;
  /** Share of the range that is read. */
  readonly covered: number;
}

const MOST = 40;

/** Where a word that names no field is looked for among values: what people know events by. */
const familiar = ['eventName', 'username', 'eventSource', 'resourceName', 'errorCode', 'role'];
const MOST_EACH = 3;

const mentions = (filter: Filter, name: string): boolean =>
  'of' in filter
    ? [filter.of].flat().some((part: Filter) => mentions(part, name))
    : 'subject' in filter && subjectText(filter.subject) === name;

/** The search without its conditions about a field: with them, only the value there is would be found. */
export function without(q: string, name: string): string {
  const { filter } = parseFilter(q);
  if (!filter) return '';
  return printFilter(allOf(conjuncts(filter).filter((part) => !mentions(part, name))));
}

/** Asks for values while they are typed; where a field has few, they are asked for once. */
export class ValueCounts {
  #all: { readonly key: string; readonly found: CountedValues } | undefined;

  constructor(private readonly asked: () => Asked | undefined) {}

  /**
   * @param search a part of the value, in any case
   * @returns undefined where nothing can be counted: no search has begun, or the path cannot be asked for
   * @throws ProblemError
   */
  async of(
    subject: Subject,
    search: string,
    signal: AbortSignal,
  ): Promise<CountedValues | undefined> {
    const asked = this.asked();
    const name = subjectText(subject);
    // Names are sent in one list, parted by commas.
    if (!asked || name.includes(',')) return undefined;
    const about = { ...asked, q: without(asked.q, name) };
    const key = JSON.stringify([name, about]);
    if (this.#all?.key === key) return containing(this.#all.found, search);
    const { facets, matched, covered } = await client.facets(
      about,
      [name],
      { limit: MOST, ...(search !== '' && { search: search.slice(0, 256) }) },
      signal,
    );
    const values = facets[0]?.values ?? [];
    const found = { values, events: matched, covered };
    if (search === '' && facets[0]?.distinct === values.length) this.#all = { key, found };
    return found;
  }

  /**
   * The most frequent values that contain a word, in the fields that people know events by.
   * @returns undefined before a search has begun
   * @throws ProblemError
   */
  async anywhere(word: string, signal: AbortSignal): Promise<Facets | undefined> {
    const asked = this.asked();
    const options = { limit: MOST_EACH, search: word.slice(0, 256) };
    return asked && client.facets(asked, familiar, options, signal);
  }
}

function containing(found: CountedValues, search: string): CountedValues {
  const part = search.toLowerCase();
  return {
    ...found,
    values: found.values.filter(({ value }) => value.toLowerCase().includes(part)),
  };
}
