import type { Coverage, ScopeProgress } from '@trailglass/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utc } from '../ui/time/time-format.ts';
import { isGap } from './stretch.ts';
import { shareRead, stripsOf, summaryOf } from './strip.ts';
import { stripWords, summaryWords } from './strip-words.ts';
import { spanOf } from '../time-range/span.ts';

const hour = (n: number): string => `2026-11-22T${String(n).padStart(2, '0')}:00:00Z`;
const last = (n: number): string => `2026-11-22T${String(n).padStart(2, '0')}:59:59Z`;
/** 10:00:00 to 19:59:59, ten hours. */
const span = spanOf({ from: hour(10), to: last(19) });

type Interval = Coverage['scopes'][number]['intervals'][number];
const covered = (intervals: Interval[], region = 'us-east-1'): Coverage => ({
  from: hour(10),
  to: last(19),
  scopes: [{ account: '1', region, intervals }],
});
const progress = (change: Partial<ScopeProgress>): ScopeProgress => ({
  account: '1',
  region: 'us-east-1',
  state: 'paused',
  events: 0,
  requests: 0,
  ...change,
});
const strip = (coverage: Coverage | undefined, ...scopes: ScopeProgress[]) =>
  stripsOf(['1:us-east-1'], coverage, scopes, span)[0] ?? expect.fail('no strip');
const cut = (coverage: Coverage | undefined, ...scopes: ScopeProgress[]): string[] =>
  strip(coverage, ...scopes).stretches.map(
    ({ start, end, state }) =>
      `${state} ${utc.time(start).slice(0, 5)}–${utc.time(end).slice(0, 5)}`,
  );

const middle: Interval = { from: hour(12), to: last(14), state: 'read' };
const newest: Interval = { from: hour(19), to: last(19), state: 'provisional' };

test('what no interval covers is missing', () => {
  expect(cut(covered([middle, newest]))).toEqual([
    'missing 10:00–12:00',
    'read 12:00–15:00',
    'missing 15:00–19:00',
    'provisional 19:00–20:00',
  ]);
  expect(cut(undefined)).toEqual(['missing 10:00–20:00']);
});

test('the moments by which AWS’s 90 days have moved on since the search began are no gap', () => {
  const whole: Interval = { from: '2026-11-22T10:00:07Z', to: last(19), state: 'read' };
  const later = { ...covered([whole]), from: '2026-11-22T10:00:07Z' };
  expect(strip(later).stretches.map(({ state }) => state)).toEqual(['read']);
  expect(summaryWords([strip(later)])).toBe('Everything read');
  // A longer one is: such an answer was to another question.
  expect(cut({ ...covered([newest]), from: hour(19) })[0]).toBe('missing 10:00–19:00');
});

test('reading goes from new to old: the newest gap is the one being read', () => {
  expect(cut(covered([middle]), progress({ state: 'reading' }))).toEqual([
    'missing 10:00–12:00',
    'read 12:00–15:00',
    'reading 15:00–20:00',
  ]);
});

test('what the search itself has read counts at once; what is provisional stays so', () => {
  expect(cut(covered([newest]), progress({ readTo: hour(17) }))).toEqual([
    'missing 10:00–17:00',
    'read 17:00–19:00',
    'provisional 19:00–20:00',
  ]);
  expect(cut(undefined, progress({ state: 'complete' }))).toEqual(['read 10:00–20:00']);
});

test('the second in which a page ended is not claimed: the next page may have more of it', () => {
  const { stretches } = strip(undefined, progress({ readTo: hour(17) }));
  expect(stretches.map(({ end }) => new Date(end).toISOString())[0]).toBe(
    '2026-11-22T17:00:01.000Z',
  );
});

test('what was never read and is older than AWS keeps is gone: no gap, nothing offers to read it', () => {
  const edge = Date.parse(hour(16));
  const [one] = stripsOf(['1:us-east-1'], covered([middle]), [], span, undefined, edge);
  const { stretches } = one ?? expect.fail('no strip');
  const hours = (of: typeof stretches) =>
    of.map(({ start, end, state }) => [
      state,
      utc.time(start).slice(0, 2),
      utc.time(end).slice(0, 2),
    ]);
  expect(hours(stretches)).toEqual([
    ['gone', '10', '12'],
    ['read', '12', '15'],
    ['gone', '15', '16'],
    ['missing', '16', '20'],
  ]);
  expect(hours(stretches.filter(isGap))).toEqual([['missing', '16', '20']]);
});

test('the gaps of a scope that failed say so', () => {
  expect(cut(covered([middle]), progress({ state: 'failed' }))).toEqual([
    'failed 10:00–12:00',
    'read 12:00–15:00',
    'failed 15:00–20:00',
  ]);
});

test('coverage beyond the window is cut to it', () => {
  expect(cut(covered([{ from: hour(1), to: last(23), state: 'read' }]))).toEqual([
    'read 10:00–20:00',
  ]);
});

const second = fc.integer({ min: -3600, max: 40_000 });
const interval = fc.tuple(second, second).map(([a, b]): Interval => {
  const iso = (seconds: number): string => new Date(span.start + seconds * 1000).toISOString();
  return { from: iso(Math.min(a, b)), to: iso(Math.max(a, b)), state: 'read' };
});
const scopeState = fc.constantFrom('reading' as const, 'failed' as const, 'paused' as const);

test('whatever is covered, a strip fills the window without hole or overlap, and a summary is never better', () => {
  fc.assert(
    fc.property(fc.array(interval), fc.array(interval), scopeState, (one, two, state) => {
      const coverage = {
        ...covered([]),
        scopes: [...covered(one).scopes, ...covered(two, 'eu-west-1').scopes],
      };
      const strips = stripsOf(
        ['1:us-east-1', '1:eu-west-1'],
        coverage,
        [progress({ state })],
        span,
      );
      const summary = summaryOf(strips);
      for (const stretches of [...strips.map((each) => each.stretches), summary]) {
        expect(stretches[0]?.start).toBe(span.start);
        expect(stretches.at(-1)?.end).toBe(span.end);
        for (const [index, stretch] of stretches.slice(1).entries())
          expect(stretch.start).toBe(stretches[index]?.end);
      }
      const alone = [{ account: '', region: '', events: 0, stretches: summary }];
      expect(shareRead(alone)).toBeLessThanOrEqual(shareRead(strips) + 1e-9);
    }),
  );
});

test('a strip in words names Region, account, and every stretch', () => {
  expect(stripWords(strip(covered([middle])), 'production', utc)).toBe(
    'us-east-1 of production: missing from 2026-11-22 10:00 to 2026-11-22 11:59; ' +
      'read from 2026-11-22 12:00 to 2026-11-22 14:59; missing from 2026-11-22 15:00 to 2026-11-22 19:59',
  );
  const whole = strip(undefined, progress({ state: 'complete' }));
  expect(stripWords(whole, 'production', utc)).toBe('us-east-1 of production: everything read');
  expect(summaryWords([whole, strip(undefined, progress({ state: 'failed' }))])).toBe(
    '1 of 2 scopes read · 1 failed',
  );
});
