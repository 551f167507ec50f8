import { Client, emptinessEndpoints } from '@trailglass/api';
import { expect, onTestFinished, test } from 'vitest';
import { archiveIn } from '../../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';
import { ACCOUNT, record, REGION, SCOPE } from '../../../test/records.ts';
import { framesOf, request } from '../../../test/searches.ts';
import { testServer } from '../test/parts.ts';

const asked = {
  q: 'user:alice',
  from: '2026-11-20T11:00:00Z',
  to: '2026-11-20T11:30:00Z',
  scopes: [SCOPE],
};

test('the figures as a page asks for them', { timeout: 30_000 }, async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const records = [record(1, 2_401), record(2, 2_459, { readOnly: false }), record(3, 7_200)];
  const { service } = await serviceAgainstLocal({ archive, records });
  await framesOf(service, request());
  const client = await clientOf(service);
  expect(await client.histogram(asked, 30)).toEqual({
    from: asked.from,
    to: asked.to,
    bucketSeconds: 60,
    buckets: [{ at: '2026-11-20T11:19:00Z', reads: 1, writes: 1, errors: 0 }],
    matched: 2,
    covered: 1,
  });
  expect(await client.facets(asked, ['readOnly', 'error'], { limit: 1 })).toEqual({
    facets: [
      { subject: 'readOnly', values: [{ value: 'false', count: 1 }], distinct: 2, without: 0 },
      { subject: 'error', values: [], distinct: 0, without: 2 },
    ],
    matched: 2,
    covered: 1,
  });
  expect(await client.coverage(asked)).toEqual({
    from: asked.from,
    to: asked.to,
    scopes: [
      {
        account: ACCOUNT,
        region: REGION,
        intervals: [{ from: asked.from, to: asked.to, state: 'read' }],
      },
    ],
  });
  const { scopes, ...window } = { ...asked, q: 'user:Alice' };
  const query = { ...window, scope: scopes.join(',') };
  expect(await client.call(emptinessEndpoints.emptiness, { query })).toMatchObject({
    held: 2,
    conditions: [{ nearest: [{ value: 'alice', count: 2, filter: 'username:alice' }] }],
    lastDays: 0,
  });
  expect(await client.archive()).toMatchObject({ state: 'open', events: 3 });
  await expect(client.histogram({ ...asked, q: 'user:(' }, 30)).rejects.toMatchObject({
    problem: { type: 'bad-filter' },
  });
});

test('a page that leaves ends its count, and that is no failure', async () => {
  const server = await testServer();
  onTestFinished(() => server.close());
  server.service.frames = async function* (signal) {
    yield { type: 'rows', events: [] };
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  const leaving = new AbortController();
  const count = new Client(server.origin).histogram(asked, 30, leaving.signal);
  while (server.service.aborted.length === 0)
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  leaving.abort();
  await expect(count).rejects.toThrow(/abort/i);
  await server.service.aborted[0];
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(server.logged()).toBe('');
});
