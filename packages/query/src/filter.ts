import type { FieldName } from '@trailglass/record';

/** What a condition looks at: a field of the catalogue, or a path of keys into the record. */
export type Subject =
  | { readonly kind: 'field'; readonly name: FieldName }
  | { readonly kind: 'path'; readonly path: readonly string[] };

export type Comparison = '<' | '<=' | '>' | '>=';

/**
 * A filter as data. The search box, the address bar, the server's match, SQL and lookup attributes
 * are printers of this one tree; nothing else in the product knows what a filter means.
 */
export type Filter =
  /** `and` of nothing matches every event: the empty filter. */
  | { readonly kind: 'and'; readonly of: readonly Filter[] }
  | { readonly kind: 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  /**
   * The value exactly, case-sensitive: `user:alice`. Of several values one is enough, here and below.
   * A time is a period as long as it is precise: `time:2026-11-01` is that day in UTC (see timeSpan).
   * A number within the record equals its value however written: `n:50` finds 50 and 5e1.
   */
  | { readonly kind: 'is'; readonly subject: Subject; readonly value: string }
  /** `*` any characters, `?` one, whole value, case-sensitive: `name:Describe*`. A literal `*` is written `\*`. */
  | { readonly kind: 'like'; readonly subject: Subject; readonly pattern: string }
  /** `error:*`: there is a value; null, "" and an empty list are none. */
  | { readonly kind: 'present'; readonly subject: Subject }
  /**
   * `ip:10.0.0.0/8`, IPv4 and IPv6; an IPv4-mapped address is its IPv4 address. On a path it also finds the network
   * itself as text: `requestParameters.cidrIp:0.0.0.0/0`. Quoted, a network is text only.
   */
  | { readonly kind: 'within'; readonly subject: Subject; readonly network: string }
  /** `time:>=2026-11-01`, `requestParameters.maxResults:>50`. Times and numbers only; `time:<=2026-11-30` has all of the 30th. */
  | {
      readonly kind: 'compare';
      readonly subject: Subject;
      readonly op: Comparison;
      readonly value: string;
    }
  /** A bare or quoted word anywhere in the record's text, in any case, also as JSON escapes it (see needles). */
  | { readonly kind: 'anywhere'; readonly text: string };

export const everything: Filter = { kind: 'and', of: [] };
export const isEverything = (filter: Filter): boolean =>
  filter.kind === 'and' && filter.of.length === 0;

/** What a filter may not exceed; a larger one is refused with `too-complex`. */
export const filterLimits = {
  characters: 8192,
  nodes: 256,
  depth: 32,
  valueCharacters: 2048,
  /** `?` of one value. */
  singles: 64,
  /** `?` of a value in which more than one `*` is followed by something. */
  singlesAmongStars: 12,
} as const;

/** Where a filter's text is wrong: characters `from`…`to` of it, and why, in words for people. */
export interface FilterProblem {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}
