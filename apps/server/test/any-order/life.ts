import { everything, type Filter } from '@trailglass/query';
import fc from 'fast-check';
import { named } from '../searches.ts';

/** Events of one second: more of them than a page has, so that pages end within it. */
export interface Burst {
  readonly region: 0 | 1;
  readonly minutesAgo: number;
  readonly count: number;
  readonly eventName: string;
  readonly userName: string;
}
export interface Search {
  readonly do: 'search';
  readonly regions: readonly (0 | 1)[];
  /** Minutes before now; which of them is the start does not matter. */
  readonly ends: readonly [number, number];
  readonly filter: Filter;
  readonly limit: number;
  /** After so many frames the reader goes, or says that it wants no more. */
  readonly leaves: number | undefined;
  readonly aborts: boolean;
}
export interface Trouble {
  readonly kind: 'duplicate' | 'reset' | 'badtoken' | 'denied' | 'truncated' | 'error500';
  readonly p: number;
  /** Only there; absent: everywhere. */
  readonly region: 0 | 1 | undefined;
}
export type Step =
  | { readonly do: 'ask'; readonly searches: readonly Search[]; readonly trouble?: Trouble }
  /** Events come that happened up to 15 minutes ago. */
  | { readonly do: 'late'; readonly of: Burst }
  /** As late as an event can come, in a second of its own. */
  | { readonly do: 'latest'; readonly of: Burst }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'restart'; readonly what: 'server' | 'store' };
export interface Life {
  readonly before: readonly Burst[];
  readonly steps: readonly Step[];
}

export const LONGEST_AGO = 45;

const is = (name: 'username' | 'eventName', value: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name },
  value,
});
/** AWS is asked by one attribute, by another, by one of two, or by none; what remains is applied here. */
const filters: readonly Filter[] = [
  everything,
  is('username', 'alice'),
  named('RunInstances'),
  { kind: 'and', of: [is('username', 'alice'), named('RunInstances')] },
  { kind: 'and', of: [named('RunInstances'), { kind: 'not', of: is('username', 'bob') }] },
  { kind: 'or', of: [is('username', 'bob'), named('RunInstances')] },
  { kind: 'not', of: is('username', 'alice') },
  { kind: 'anywhere', text: 'runinst' },
];

const region = fc.constantFrom(0 as const, 1 as const);
const burst = (longestAgo: number): fc.Arbitrary<Burst> =>
  fc.record({
    region,
    minutesAgo: fc.integer({ min: 0, max: longestAgo }),
    count: fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 3 }), weight: 3 },
      { arbitrary: fc.integer({ min: 47, max: 53 }), weight: 1 },
    ),
    eventName: fc.constantFrom('RunInstances', 'DescribeInstances'),
    userName: fc.constantFrom('alice', 'bob'),
  });
const minutesAgo = fc.integer({ min: 0, max: LONGEST_AGO });
const search: fc.Arbitrary<Search> = fc.record({
  do: fc.constant('search' as const),
  regions: fc.constantFrom([0], [1], [0, 1], [0, 1]) as fc.Arbitrary<readonly (0 | 1)[]>,
  ends: fc.tuple(
    fc.oneof(fc.constant(LONGEST_AGO), minutesAgo),
    fc.oneof(fc.constant(0), minutesAgo),
  ),
  filter: fc.constantFrom(...filters),
  limit: fc.constantFrom(30, 75, 1000, 1000),
  leaves: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 1 },
  ),
  aborts: fc.boolean(),
});
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('duplicate' as const, 'reset' as const, 'badtoken' as const),
    p: fc.constant(0.3),
    region: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constantFrom('denied' as const, 'truncated' as const, 'error500' as const),
    p: fc.constantFrom(0.2, 1),
    region: fc.option(region, { nil: undefined }),
  }),
);
const ask: fc.Arbitrary<Step> = fc.record(
  {
    do: fc.constant('ask' as const),
    searches: fc.oneof(
      { arbitrary: fc.tuple(search), weight: 4 },
      { arbitrary: fc.tuple(search, search), weight: 1 },
    ),
    trouble,
  },
  { requiredKeys: ['do', 'searches'] },
);

const passing = (minutes: number): Step => ({ do: 'pass', minutes });

/** What may happen in two Regions where nothing was read before. */
export const life: fc.Arbitrary<Life> = fc.record({
  before: fc.array(burst(LONGEST_AGO), { minLength: 1, maxLength: 5 }),
  steps: fc.array(
    fc.oneof(
      { arbitrary: ask, weight: 80 },
      { arbitrary: burst(14).map((of): Step => ({ do: 'late', of })), weight: 20 },
      { arbitrary: burst(0).map((of): Step => ({ do: 'latest', of })), weight: 8 },
      { arbitrary: fc.integer({ min: 1, max: 30 }).map(passing), weight: 16 },
      { arbitrary: fc.constant<Step>({ do: 'restart', what: 'server' }), weight: 8 },
      { arbitrary: fc.constant<Step>({ do: 'restart', what: 'store' }), weight: 1 },
    ),
    { minLength: 2, maxLength: 6 },
  ),
});
