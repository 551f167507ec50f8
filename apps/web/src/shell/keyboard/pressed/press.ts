/** What single keys do, wherever they are pressed; the grid has keys of its own. */
const keys = {
  '/': 'search',
  t: 'time',
  j: 'down',
  k: 'up',
  '[': 'previous',
  ']': 'next',
  x: 'select',
  c: 'compare',
  y: 'link',
  '?': 'sheet',
} as const;
/** After g, within a moment. */
const pages = { e: 'events', b: 'bookmarks', a: 'archive', s: 'accounts' } as const;

export type Press = (typeof keys)[keyof typeof keys] | (typeof pages)[keyof typeof pages];

/** What of a keyboard event matters. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const of = <T extends object>(known: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(known, key) ? known[key as keyof T] : undefined;

/** Milliseconds in which the second key of two is waited for. */
const PATIENCE = 1500;

/** Reads keys one after another; `g` begins a word of two. */
export function keyReader(): (key: Key, at: number) => Press | 'palette' | 'begun' | undefined {
  let began = -Infinity;
  return ({ key, ctrlKey, metaKey, altKey }, at) => {
    const second = at - began < PATIENCE;
    began = -Infinity;
    // Many keyboards have no key of their own for a bracket: Alt writes it.
    if (altKey) return key === '[' || key === ']' ? of(keys, key) : undefined;
    if (ctrlKey || metaKey)
      return ctrlKey !== metaKey && key.toLowerCase() === 'k' ? 'palette' : undefined;
    if (second) return of(pages, key);
    if (key !== 'g') return of(keys, key);
    began = at;
    return 'begun';
  };
}
