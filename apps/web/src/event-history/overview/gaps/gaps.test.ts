import type { Coverage, ScopeProgress } from '@trailglass/api';
import { expect, test } from 'vitest';
import { utc } from '../../../ui/time/time-format.ts';
import { scopeWords, stripWords } from '../../../coverage/strip-words.ts';
import { stripsOf } from '../../../coverage/strip.ts';
import { everyGap, everythingRead, gapWithin } from '../../../coverage/gap.ts';
import { endWords, gapLabel, readingWords } from './gap-words.ts';
import { spanOf } from '../../../time-range/span.ts';
import type { Gaps, GapReading } from '../../../coverage/gap-reading.ts';

const names = new Map([['1', 'prod']]);
const hour = (n: number): string => `2026-11-22T${String(n).padStart(2, '0')}:00:00Z`;
const last = (n: number): string => `2026-11-22T${String(n).padStart(2, '0')}:59:59Z`;
/** 10:00 to 20:00; 12:00 to 15:00 has been read of the first scope, all of the second. */
const span = spanOf({ from: hour(10), to: last(19) });
const scopes = ['1:us-east-1', '1:eu-west-1'];
const coverage: Coverage = {
  from: hour(10),
  to: last(19),
  scopes: [
    {
      account: '1',
      region: 'us-east-1',
      intervals: [{ from: hour(12), to: last(14), state: 'read' }],
    },
    {
      account: '1',
      region: 'eu-west-1',
      intervals: [{ from: hour(10), to: last(19), state: 'read' }],
    },
  ],
};
const older = { scopes: ['1:us-east-1'], start: Date.parse(hour(10)), end: Date.parse(hour(12)) };
const progress = (change: Partial<ScopeProgress>): ScopeProgress => ({
  account: '1',
  region: 'us-east-1',
  state: 'reading',
  events: 1204,
  requests: 25,
  ...change,
});
const reading = (change: Partial<GapReading>): GapReading => ({
  gap: older,
  state: 'reading',
  scopes: [],
  found: 0,
  problems: [],
  ...change,
});
const strips = (gaps: Partial<Gaps> = {}) =>
  stripsOf(scopes, coverage, [], span, { waiting: [], done: [], ...gaps });
const cut = (gaps: Partial<Gaps>): string[] =>
  strips(gaps)[0]!.stretches.map(
    ({ start, end, state }) =>
      `${state} ${utc.time(start).slice(0, 5)}–${utc.time(end).slice(0, 5)}`,
  );

test('while a gap is read, it and no other says so; what has been read of it counts at once', () => {
  expect(cut({ active: reading({}) })).toEqual([
    'reading 10:00–12:00',
    'read 12:00–15:00',
    'missing 15:00–20:00',
  ]);
  expect(cut({ active: reading({ scopes: [progress({ readTo: hour(11) })] }) })).toEqual([
    'reading 10:00–11:00',
    'read 11:00–15:00',
    'missing 15:00–20:00',
  ]);
  expect(cut({ done: [older] })).toEqual(['read 10:00–15:00', 'missing 15:00–20:00']);
});

test('a gap that failed says so, one that was stopped is missing again', () => {
  const half = { scopes: [progress({ state: 'failed', readTo: hour(11) })] };
  expect(cut({ last: reading({ state: 'failed', ...half }) })[0]).toBe('failed 10:00–11:00');
  expect(cut({ last: reading({ state: 'stopped', ...half }) })[0]).toBe('missing 10:00–11:00');
});

test('all gaps are one, from the first to the last, in the scopes that have any', () => {
  expect(everyGap(strips())).toEqual({ ...older, end: Date.parse(hour(20)) });
  expect(gapWithin(strips(), { start: Date.parse(hour(12)), end: Date.parse(hour(15)) })).toBe(
    undefined,
  );
  expect(everythingRead(strips())).toBe(false);
  const newer = { ...older, start: Date.parse(hour(15)), end: Date.parse(hour(20)) };
  expect(everythingRead(strips({ done: [older, newer] }))).toBe(true);
});

test('a gap is named by account, Region and time, and says what choosing it does', () => {
  const [strip] = strips();
  const stretch = strip!.stretches[0]!;
  expect(gapLabel([strip!], stretch, older, names, utc)).toBe(
    'Not read: prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00. Read it',
  );
  expect(gapLabel([strip!], { ...stretch, state: 'failed' }, older, names, utc)).toBe(
    'Could not be read: prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00. Read it',
  );
  expect(gapLabel([strip!], { ...stretch, state: 'reading' }, undefined, names, utc)).toBe(
    'Being read: prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00',
  );
  expect(gapLabel(strips(), stretch, older, names, utc)).toBe(
    'Not read in 1 of 2 scopes: 22 Nov 10:00 to 22 Nov 12:00. Read it',
  );
});

test('progress, end and failure in words', () => {
  const under = reading({ scopes: [progress({ etaMs: 120_000 })] });
  expect(readingWords(under, names, utc)).toBe(
    'Reading prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00 · 1,204 so far · about 2 min left',
  );
  expect(endWords({ ...under, state: 'done', found: 3 }, names, utc)).toBe(
    'Read prod, us-east-1, 22 Nov 10:00 to 22 Nov 12:00: 3 matches of 1,204 events',
  );
  expect(endWords({ ...under, state: 'failed' }, names, utc)).toBe(
    'prod, us-east-1 could not be read',
  );
});

test('a scope counts its events and says how long it takes', () => {
  const [strip] = strips({ active: reading({ scopes: [progress({ etaMs: 120_000 })] }) });
  expect(scopeWords(strip!)).toBe('30% read · being read · 1,204 events · about 2 min left');
  expect(stripWords(strip!, 'prod', utc)).toMatch(
    /^us-east-1 of prod, 1,204 events, about 2 min left: being read from /,
  );
  expect(scopeWords(strips()[1]!)).toBe('Everything read');
});
