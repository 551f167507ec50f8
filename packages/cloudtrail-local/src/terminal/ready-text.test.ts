import { expect, test } from 'vitest';
import { startLocal } from '../start-local.ts';
import { readyText } from './ready-text.ts';

test('the first line is the address; then what is served, to whom, and what is left out', async () => {
  await using local = await startLocal({
    now: Date.parse('2026-06-01T13:00:00Z'),
    accounts: [
      { id: '111111111111', name: 'first', accessKeyId: 'AKIAFIRST', secretAccessKey: 'one' },
      { id: '222222222222', name: 'second', accessKeyId: 'AKIASECOND', secretAccessKey: 'two' },
    ],
  });
  const line = (eventID: string, eventTime: string) =>
    JSON.stringify({ eventID, eventTime, awsRegion: 'us-east-1' });
  local.add([
    line('new', '2026-06-01T12:00:00Z'),
    line('old', '2020-01-01T00:00:00Z'),
    Array.from({ length: 30 }, () => '{}').join('\n'),
  ]);
  expect(readyText(local)).toBe(
    `cloudtrail-local is ready at ${local.url}
  4 events in 1 Region: us-east-1
  only 2 of them happened in the 90 days to 2026-06-01T13:00:00Z: choose another today with --now, or --redate
  account 111111111111 (first): access key local, secret local
  account 222222222222 (second): access key AKIASECOND
  left out: 30 records
    added lines 1, 2, 3, 4, 5, 6 and 24 more: has no eventID
`,
  );
});
