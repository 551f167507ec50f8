import { expect, test } from 'vitest';
import { startLocal } from '../src/index.ts';
import { openSamples } from '../src/samples/index.ts';
import { allEvents, cloudTrail } from './clients.ts';

const now = Date.parse('2026-06-01T12:00:00Z');

test('each sample account shows its own events to its own key, and local is the first', async () => {
  const source = openSamples({ seed: 3, now });
  await using local = await startLocal({ samples: true, seed: 3, now, ratePerSecond: 0 });
  const window = { StartTime: new Date(now - 6 * 3_600_000), EndTime: new Date(now) };
  const made = source.between(window.StartTime.getTime() - 1, now);
  const sent = (account: string) =>
    made
      .filter((event) => event.account === account)
      .map((event) => JSON.parse(event.text) as { eventID: string; awsRegion: string })
      .filter((record) => record.awsRegion === 'us-east-1')
      .map((record) => record.eventID)
      .sort();
  const seen = async (credentials?: { accessKeyId: string; secretAccessKey: string }) => {
    const events = await allEvents(cloudTrail(local, 'us-east-1', credentials), window);
    return events.map((event) => event.EventId ?? '').sort();
  };
  for (const account of source.accounts) expect(await seen(account)).toEqual(sent(account.id));
  expect(await seen()).toEqual(sent(source.accounts[0]?.id ?? ''));
  expect(local.about()).toMatchObject({ samples: true, skipped: [] });
}, 120_000);
