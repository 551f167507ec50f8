import { Client, keepingEndpoints } from '@trailglass/api';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { archiveIn } from '../../../test/against-archive.ts';
import { ACCOUNT, REGION, serviceAgainstLocal } from '../../../test/against-local.ts';
import { serve } from '../serve.ts';

const { keeping, keep, pauseKeeping } = keepingEndpoints;
const scopes = [`${ACCOUNT}:${REGION}`];

async function clientOf(setting: Parameters<typeof serviceAgainstLocal>[0]): Promise<Client> {
  const { service } = await serviceAgainstLocal(setting);
  const { port, close } = await serve({
    service,
    log: pino({ level: 'silent' }),
    listen: { bind: '127.0.0.1', port: 0, publicOrigins: [] },
    signIn: false,
    webFolder: '/nowhere',
  });
  onTestFinished(close);
  return new Client(`http://127.0.0.1:${port}`);
}

test('what is kept read is asked, chosen and paused', { timeout: 30_000 }, async () => {
  const client = await clientOf({ archive: await archiveIn({ kind: 'memory' }) });
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
  const client = await clientOf({});
  await expect(client.call(keeping, {})).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('keeps no events') },
  });
});
