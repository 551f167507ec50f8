import { type KeptScope, problem } from '@trailglass/api';
import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { askAgainIn, keepingWords, keptWords } from './keeping-words.ts';

const kept = (state: KeptScope['state'], more: Partial<KeptScope> = {}): KeptScope => ({
  account: '111122223333',
  region: 'eu-west-1',
  state,
  ...more,
});
const readTo = '2026-11-12T03:14:00Z';

const back = 'read back to 2026-11-12 03:14';
test.each<[string, string | undefined, KeptScope]>([
  ['Off', undefined, kept('off')],
  ['Paused', back, kept('paused', { readTo })],
  ['Waiting for its turn', undefined, kept('waiting')],
  ['Reading', undefined, kept('reading')],
  ['Reading, about 2 min left', back, kept('reading', { readTo, etaMs: 120_000 })],
  ['Up to date', 'follows new events', kept('following', { readTo })],
  [
    'Expired',
    back,
    kept('failed', {
      readTo,
      problem: problem('credentials-expired', 'The session of profile prod has expired.'),
    }),
  ],
])('%s (%s)', (state, more, scope) => {
  expect(keptWords(scope, utc)).toEqual({ state, more });
});

test('the whole is told in a sentence: how many, what they do, how long it takes', () => {
  expect(keepingWords({ scopes: [kept('off')], paused: false })).toBe(
    'Nothing is read in the background: searches read what they need.',
  );
  const scopes = [
    kept('off'),
    kept('following'),
    kept('reading', { etaMs: 120_000 }),
    kept('waiting', { etaMs: 600_000 }),
    kept('failed'),
  ];
  expect(keepingWords({ scopes, paused: false })).toBe(
    '4 of 5 scopes kept read: 1 up to date, 2 on the way back through the 90 days, 1 cannot be read now, about 10 min left.',
  );
  expect(keepingWords({ scopes: [kept('paused')], paused: true })).toBe(
    '1 of 1 scope kept read; paused.',
  );
});

test('it is asked again while something moves, the sooner the faster it does', () => {
  const asked = (...states: KeptScope['state'][]) =>
    askAgainIn({ scopes: states.map((state) => kept(state)), paused: false });
  expect(asked('off', 'paused')).toBe(false);
  expect(asked('off', 'following')).toBe(30_000);
  expect(asked('following', 'reading')).toBe(2000);
  expect(asked('waiting')).toBe(2000);
  expect(asked('failed', 'following')).toBe(10_000);
  expect(askAgainIn(undefined)).toBe(false);
});
