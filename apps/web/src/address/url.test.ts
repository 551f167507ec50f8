import { groupOrders } from '@trailglass/api';
import { catalogue } from '@trailglass/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch, printSearch } from './search-params.ts';
import { arrival, type EventAddress, type PageState, type TimeRange } from './page-state.ts';
import { buildPageState, parsePageState } from './url.ts';

const parse = (search: string) => parsePageState(parseSearch(search));
const print = (state: PageState): string => printSearch(buildPageState(state));

const second = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((s) => new Date(s * 1000).toISOString().replace('.000Z', 'Z'));
const text = (maxLength: number) => fc.string({ minLength: 1, maxLength, unit: 'binary' });
const region = fc.constantFrom('us-east-1', 'eu-west-1', 'us-gov-west-1', 'test-1');
const list = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 6 });
const range: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.record({
    kind: fc.constant('relative' as const),
    amount: fc.integer({ min: 1, max: 99_999 }),
    unit: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const),
  }),
  fc.tuple(second, second).map(([a, b]) => ({
    kind: 'absolute' as const,
    from: a < b ? a : b,
    to: a < b ? b : a,
  })),
);
const event: fc.Arbitrary<EventAddress> = fc.record(
  {
    account: fc.oneof(fc.constant('111122223333'), text(40)),
    region,
    eventId: fc.oneof(fc.uuid(), fc.stringMatching(/^[\x21-\x7e]{1,40}$/)),
    time: second,
  },
  { requiredKeys: ['account', 'region', 'eventId'] },
);
const pageState: fc.Arbitrary<PageState> = fc.record(
  {
    q: fc.string({ maxLength: 200, unit: 'binary' }),
    range,
    accounts: list(fc.oneof(fc.constantFrom('111122223333', '__proto__'), text(40))),
    regions: list(region),
    columns: list(fc.oneof(fc.constantFrom(...catalogue.map(({ name }) => name)), text(60))),
    group: fc.uniqueArray(fc.constantFrom('userAgent', 'requestParameters."a,b"', 'errorCode'), {
      minLength: 1,
      maxLength: 2,
    }),
    sort: fc.record({ by: fc.constantFrom(...groupOrders), ascending: fc.boolean() }),
    differ: fc.oneof(
      fc.tuple(second, second).map(([a, b]) => ({
        kind: 'span' as const,
        from: a < b ? a : b,
        to: a < b ? b : a,
      })),
      fc.record({
        kind: fc.constant('events' as const),
        ids: fc.uniqueArray(fc.stringMatching(/^[\x21-\x7e]{1,40}$/), {
          minLength: 1,
          maxLength: 5,
        }),
      }),
    ),
    around: fc.tuple(second, second).map(([a, b]) => ({
      from: a < b ? a : b,
      to: a < b ? b : a,
    })),
    selected: fc.uniqueArray(event, {
      minLength: 1,
      maxLength: 5,
      selector: ({ account, eventId }) => `${account} ${eventId}`,
    }),
    event,
  },
  { requiredKeys: ['q', 'range', 'accounts', 'regions'] },
);

test('an address gives back the state it was built from', () => {
  fc.assert(
    fc.property(pageState, (state) => {
      expect(parse(print(state))).toEqual({ state, notices: [] });
    }),
    { numRuns: 500 },
  );
});

test('a state survives a browser that writes the address its own way', () => {
  fc.assert(
    fc.property(pageState, (state) => {
      const { search } = new URL(`http://127.0.0.1:4517/events${print(state)}`);
      expect(parse(search).state).toEqual(state);
    }),
  );
});

test('no text throws, and what is read can be built again', () => {
  const name = fc.constantFrom(
    'q',
    'range',
    'from',
    'to',
    'accounts',
    'regions',
    'cols',
    'group',
    'sort',
    'event',
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }).map((s) => `?${s}`),
    fc
      .array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 5 })
      .map((pairs) => `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
  );
  fc.assert(
    fc.property(hostile, (search) => {
      const { state } = parse(search);
      expect(parse(print(state)).state).toEqual(state);
    }),
    { numRuns: 500 },
  );
});

describe('an address as people write and read it', () => {
  test('nothing said: read-only events are left out, 90 days, as in the console', () => {
    expect(parse('')).toEqual({ state: arrival, notices: [] });
    expect(print(arrival)).toBe('');
  });

  test('an empty filter is no filter, not the first one', () => {
    expect(parse('?q=').state.q).toBe('');
    expect(print({ ...arrival, q: '' })).toBe('?q=');
  });

  test('it can be read', () => {
    const state: PageState = {
      q: 'user:alice name:(Run* OR Stop*)',
      range: { kind: 'relative', amount: 12, unit: 'hour' },
      accounts: ['111122223333'],
      regions: ['us-east-1', 'eu-west-1'],
      event: {
        account: '111122223333',
        region: 'us-east-1',
        eventId: 'e-1',
        time: '2026-11-22T15:40:02Z',
      },
    };
    expect(print(state)).toBe(
      '?q=user:alice+name:(Run*+OR+Stop*)&range=12h&accounts=111122223333&regions=us-east-1,eu-west-1' +
        '&event=111122223333:us-east-1:e-1:2026-11-22T15:40:02Z',
    );
  });

  test('absolute times with an offset are the same moments in UTC', () => {
    expect(parse('?from=2026-11-01T01:00:00%2B01:00&to=2026-11-02T00:00:00Z').state.range).toEqual({
      kind: 'absolute',
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
    });
  });
});

describe('a hostile or outdated link gives a default and says so', () => {
  test.each([
    ['a filter of 100 KB', `?q=${'a'.repeat(100_000)}`],
    ['a range of another version', '?range=quarter'],
    ['half a range', '?from=2026-11-01T00:00:00Z'],
    ['a range that runs backwards', '?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z'],
    ['a day that does not exist', '?from=2026-02-30T00:00:00Z&to=2026-11-01T00:00:00Z'],
    ['a Region that is none', '?regions=../../etc'],
    ['a broken escape in a list', '?accounts=%25E0%25A4%25A'],
    ['an event without its id', '?event=111122223333:us-east-1'],
    ['an unknown part', '?__proto__=1'],
  ])('%s', (_name, search) => {
    const { state, notices } = parse(search);
    expect(state).toEqual(arrival);
    expect(notices).toHaveLength(1);
  });
});
