import { memberEndpoints } from '@trailglass/api';
import { expect, test, vi } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { clientOf } from '../../test/over-http.ts';
import { ago, HOUR, record, SCOPE } from '../../test/records.ts';
import { framesOf, request } from '../../test/searches.ts';

// Starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const records = [
  record(0, HOUR, {
    eventName: 'RunInstances',
    requestParameters: {
      instanceType: 't3.nano',
      instancesSet: { items: [{ imageId: 'ami-1' }, { imageId: 'ami-2', minCount: 1 }] },
    },
  }),
  record(1, HOUR + 60, {
    eventName: 'RunInstances',
    requestParameters: JSON.parse('{"instanceType":"m7i.large","__proto__":{"x":1},"a.b":2}'),
  }),
  record(2, HOUR + 120, { eventName: 'ListBuckets', requestParameters: null }),
];
const window = { from: ago(24 * HOUR), to: ago(HOUR) };

test('what stands below a path is told with how many events have it, and whether more stands below', async () => {
  const { service } = await serviceWithArchive({ records });
  await framesOf(service, request({ ...window, limit: 1000 }));
  const client = await clientOf(service);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const ask = (below: string, q = '') =>
    client.call(memberEndpoints.members, {
      body: { q, from: iso(window.from), to: iso(window.to), scope: [SCOPE], below },
    });
  expect(await ask('requestParameters')).toEqual({
    events: 3,
    members: [
      { name: 'instanceType', events: 2, holds: false },
      { name: '__proto__', events: 1, holds: true },
      { name: 'a.b', events: 1, holds: false },
      { name: 'instancesSet', events: 1, holds: true },
    ],
  });
  // Through lists, each event counted once.
  expect(await ask('requestParameters.instancesSet.items')).toEqual({
    events: 3,
    members: [
      { name: 'imageId', events: 1, holds: false },
      { name: 'minCount', events: 1, holds: false },
    ],
  });
  expect(await ask('requestParameters', 'name:ListBuckets')).toEqual({ events: 1, members: [] });
  await expect(ask('username')).rejects.toMatchObject({ problem: { type: 'bad-request' } });
});
