import type { Download } from '@trailglass/api';
import { problem } from '@trailglass/api';
import { expect, test } from 'vitest';
import { utc as zone } from '../../ui/time/time-format.ts';
import { downloadWords, percentRead } from './download-words.ts';

const download = (more: Partial<Download>): Download => ({
  id: 'd',
  fileName: 'a-events.csv',
  state: 'done',
  events: 1_204,
  bytes: 1_834_000,
  readTo: '2026-11-20T14:00:00Z',
  problems: [],
  ...more,
});

test('how it goes, and how it ended', () => {
  expect(downloadWords(download({ state: 'running' }), zone).content).toBe(
    '1,204 events, 1.8 MB · read back to 2026-11-20 14:00',
  );
  expect(downloadWords(download({ complete: true }), zone)).toEqual({
    type: 'success',
    header: 'Downloaded a-events.csv',
    content: '1,204 events, 1.8 MB. Every event of the time range is in it.',
  });
  expect(downloadWords(download({ complete: true, manifest: 'ab12' }), zone).content).toContain(
    'Keep its manifest’s SHA-256 apart from the file: ab12',
  );
});

test('a file of selected events speaks of these, not of a time range', () => {
  expect(downloadWords(download({ complete: true, selected: 1_204 }), zone).content).toBe(
    '1,204 events, 1.8 MB. Each of the 1204 selected events is in it.',
  );
  const problems = [problem('not-found', 'Neither the archive nor AWS has 1 of the 2.')];
  const failed = download({ state: 'failed', complete: false, selected: 2, problems });
  expect(downloadWords(failed, zone).content).toBe(
    'It has 1,204 events, 1.8 MB. Neither the archive nor AWS has 1 of the 2.',
  );
});

test('a file that is not complete says from when on it is, and why', () => {
  const problems = [problem('access-denied', 'alice may not.')];
  expect(downloadWords(download({ state: 'failed', complete: false, problems }), zone)).toEqual({
    type: 'warning',
    header: 'a-events.csv is not complete',
    content:
      'It has 1,204 events, 1.8 MB, and is complete from 2026-11-20 14:00 on. alice may not.',
  });
});

test('progress is how much of the time range was read', () => {
  const window = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
  expect(percentRead({ readTo: '2026-11-20T06:00:00Z' }, window)).toBe(75);
  expect(percentRead({}, window)).toBe(0);
});
