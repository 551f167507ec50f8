import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { timeZone, utc } from '../ui/time/time-format.ts';
import { absoluteRange, longerPresets, presets, rangeLabel } from './time-range.ts';

const now = Date.parse('2026-11-22T15:40:02.900Z') as EpochMs;
const paris = timeZone('local', (ms) => (ms < Date.parse('2026-10-25T01:00:00Z') ? 120 : 60));
const absolute = {
  kind: 'absolute',
  from: '2026-11-21T23:30:00Z',
  to: '2026-11-22T15:40:02Z',
} as const;

test('a relative range ends at the server’s now, in whole seconds', () => {
  expect(absoluteRange({ kind: 'relative', amount: 90, unit: 'day' }, now)).toEqual({
    from: '2026-08-24T15:40:02Z',
    to: '2026-11-22T15:40:02Z',
  });
  expect(absoluteRange({ kind: 'relative', amount: 30, unit: 'minute' }, now).from).toBe(
    '2026-11-22T15:10:02Z',
  );
});

test('an absolute range is taken as it is', () => {
  expect(absoluteRange(absolute, now)).toEqual({ from: absolute.from, to: absolute.to });
});

test('presets are called as in the console', () => {
  expect(presets.map((preset) => rangeLabel(preset, utc))).toEqual([
    'Last 30 minutes',
    'Last hour',
    'Last 12 hours',
    'Last day',
    'Last 7 days',
    'Last 30 days',
    'Last 90 days',
  ]);
});

test('there are longer presets as far back as the archive goes', () => {
  const labels = (oldest: string) =>
    longerPresets(Date.parse(oldest), now).map((preset) => rangeLabel(preset, utc));
  expect(labels('2026-08-25T00:00:00Z')).toEqual([]);
  expect(labels('2026-08-01T00:00:00Z')).toEqual(['Last 180 days']);
  expect(labels('2025-12-01T00:00:00Z')).toEqual(['Last 180 days', 'Last 365 days']);
});

test('an absolute range is shown in the reader’s zone with its offset', () => {
  expect(rangeLabel(absolute, utc)).toBe('2026-11-21 23:30:00 – 2026-11-22 15:40:02 UTC');
  expect(rangeLabel(absolute, paris)).toBe('2026-11-22 00:30:00 – 2026-11-22 16:40:02 UTC+01:00');
});

test('a range across the change of clocks says both offsets', () => {
  const across = {
    kind: 'absolute',
    from: '2026-10-24T12:00:00Z',
    to: '2026-10-26T12:00:00Z',
  } as const;
  expect(rangeLabel(across, paris)).toBe(
    '2026-10-24 14:00:00 UTC+02:00 – 2026-10-26 13:00:00 UTC+01:00',
  );
});
