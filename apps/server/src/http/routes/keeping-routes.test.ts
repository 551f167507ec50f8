import { type Client, keepingEndpoints } from '@trailglass/api';
import { expect, test } from 'vitest';
import { archiveIn } from '../../../test/against-archive.ts';
import { serviceAgainstLocal, type Setting } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';
import { ACCOUNT, REGION, SCOPE } from '../../../test/records.ts';

const { keeping, keep, pauseKeeping } = keepingEndpoints;
const scopes = [SCOPE];

async function clientWith(setting: Setting): Promise<Client> {
  const { service } = await serviceAgainstLocal(setting);
  return clientOf(service);
}

test('what is kept read is asked, chosen and paused', { timeout: 30_000 }, async () => {
  const client = await clientWith({ archive: await archiveIn({ kind: 'memory' }) });
  const off = { account: ACCOUNT, region: REGION, state: 'off' };
  expect(await client.call(keeping, {})).toEqual({ scopes: [off], paused: false });
  await client.call(pauseKeeping, { body: { paused: true } });
  expect(await client.call(keep, { body: { scopes, keep: true } })).toEqual({
    scopes: [{ ...off, state: 'paused' }],
    paused: true,
  });
  const going = await client.call(pauseKeeping, { body: { paused: false } });
  expect(going).toMatchObject({ scopes: [{ state: 'waiting' }], paused: false });
  await expect(
    client.call(keep, { body: { scopes: ['111122223333:mars-1'], keep: true } }),
  ).rejects.toMatchObject({ problem: { type: 'unknown-scope' } });
});

test('without an archive there is nothing to keep, and that is said', async () => {
  const client = await clientWith({});
  await expect(client.call(keeping, {})).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('keeps no events') },
  });
});
