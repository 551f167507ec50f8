import type { Plan } from '@trailglass/api';
import { expect, test } from 'vitest';
import { timeZone, utc } from '../../ui/time/time-format.ts';
import { windowWords } from './window-words.ts';

const plan: Plan = {
  residual: '',
  from: '2026-05-01T00:00:00Z',
  to: '2026-11-22T15:40:00Z',
  notices: ['as the server says it'],
};
const before = '2026-08-25T12:01:00Z';

test('before the 90 days: since when the archive is complete, in the reader’s zone', () => {
  const words = (completeFrom?: string, zone = utc) =>
    windowWords({ ...plan, archiveOnly: { before, ...(completeFrom && { completeFrom }) } }, zone);
  const only = 'Before 2026-08-25 12:01 UTC only what the archive holds is shown';
  expect(words()).toContain(`${only}: it is not complete there.`);
  expect(words(plan.from)).toContain(`${only}: it is complete.`);
  const late = '2026-07-01T00:00:00Z';
  expect(words(late)).toContain(
    `${only}: it is complete from 2026-07-01 00:00 UTC on, not before.`,
  );
  expect(
    words(
      late,
      timeZone('local', () => 120),
    ),
  ).toContain('from 2026-07-01 02:00 UTC+02:00 on');
});

test('whatever else was changed about the range is said as it is; mostly nothing is', () => {
  expect(windowWords(plan, utc)).toBe('as the server says it');
  expect(windowWords({ ...plan, notices: [] }, utc)).toBeUndefined();
});
