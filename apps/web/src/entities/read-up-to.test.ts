import { expect, test } from 'vitest';
import type { Stretch, StripState } from '../coverage/stretch.ts';
import { readUpTo } from './read-up-to.ts';

const to = '2026-11-23T12:00:00Z';
const at = (minutesBefore: number): number => Date.parse(to) - minutesBefore * 60_000;
const stretch = (state: StripState, from: number, until: number): Stretch => ({
  state,
  start: at(from),
  end: at(until),
});

test.each([
  [
    'all but the newest',
    [stretch('read', 600, 20), stretch('provisional', 20, 2), stretch('missing', 2, 0)],
    '2026-11-23T11:58:00Z',
  ],
  ['all of it', [stretch('read', 600, 0)], undefined],
  [
    'more is missing than comes late',
    [stretch('read', 600, 16), stretch('missing', 16, 0)],
    undefined,
  ],
  [
    'a hole before',
    [stretch('missing', 600, 500), stretch('read', 500, 2), stretch('missing', 2, 0)],
    undefined,
  ],
  ['nothing of a short range', [stretch('missing', 2, 0)], undefined],
  ['not known yet', [], undefined],
])('%s', (_, coverage, wanted) => {
  expect(readUpTo(coverage, to)).toBe(wanted);
});
