import { useDeferredValue, useMemo, useState } from 'react';
import type { JsonDocument } from '../../../ui/json/read.ts';
import { hitLimit, hits, searchFor } from '../../../ui/json/search.ts';

export interface RecordSearch {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly pattern: RegExp | undefined;
  /** The node that the search is at. */
  readonly current: number | undefined;
  /** `2 of 17`, `none`; '' without a search. */
  readonly words: string;
  readonly count: number;
  /** The node that many places on or back, around the ends. */
  readonly step: (by: number) => number | undefined;
}

/** A search within a document: where it found something, and at which of those places the reader is. */
export function useSearch(document: JsonDocument, root: number): RecordSearch {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const [at, setAt] = useState({ document, root, wanted, index: 0 });
  const found = useMemo(() => hits(document, root, wanted), [document, root, wanted]);
  const pattern = useMemo(() => searchFor(wanted), [wanted]);
  const index = at.document === document && at.root === root && at.wanted === wanted ? at.index : 0;
  const count = found.length;
  const step = (by: number): number | undefined => {
    const next = count === 0 ? 0 : (index + by + count) % count;
    setAt({ document, root, wanted, index: next });
    return found[next];
  };
  const all = count >= hitLimit ? `${hitLimit.toLocaleString('en')}+` : count.toLocaleString('en');
  const words = wanted === '' ? '' : count === 0 ? 'None found' : `${index + 1} of ${all}`;
  return { text, setText, pattern, current: found[index], words, count, step };
}
