import { policyEndpoints } from '@trailglass/api';
import { expect, test } from 'vitest';
import { serviceWithArchive } from '../../../test/against-local.ts';
import { clientOf } from '../../../test/over-http.ts';
import { ACCOUNT, record, REGION, SCOPE } from '../../../test/records.ts';

const { leastPrivilege } = policyEndpoints;
const parameters = { requestParameters: { userName: 'bob' }, eventSource: 'iam.amazonaws.com' };
const records = [
  record(1, 3_600, { ...parameters, eventName: 'GetUser' }),
  record(2, 7_200, { ...parameters, eventName: 'DeleteUser' }),
  record(3, 100_000, { ...parameters, eventName: 'CreateUser' }),
];
const scope = [SCOPE];
const window = { from: '2026-11-19T12:00:00Z', to: '2026-11-20T12:00:00Z' };

test('a policy of a search over what was read, and of events by name', async () => {
  const { service } = await serviceWithArchive({ records });
  const client = await clientOf(service);
  const search = { ...window, scope };
  expect(await client.call(leastPrivilege, { body: search })).toMatchObject({
    covered: 0,
    events: 0,
    policy: { Statement: [] },
  });
  for await (const frame of client.events({ q: '', ...window, scopes: scope }))
    expect(frame.type).not.toBe('problem');
  const actions = ['iam:DeleteUser', 'iam:GetUser'];
  const all = await client.call(leastPrivilege, { body: search });
  expect(all).toMatchObject({ events: 2, used: 2, policy: { Statement: [{ Action: actions }] } });
  expect(all.covered).toBeCloseTo(1, 2);
  const some = await client.call(leastPrivilege, { body: { ...search, q: 'eventName:GetUser' } });
  expect(some.policy.Statement).toMatchObject([{ Action: ['iam:GetUser'] }]);

  const at = { account: ACCOUNT, region: REGION };
  const nobody = '00000000-0000-4000-8000-00000000dead';
  const events = [
    { ...at, eventId: records[2]!.eventID },
    { ...at, eventId: nobody },
  ];
  expect(await client.call(leastPrivilege, { body: { events } })).toMatchObject({
    events: 1,
    policy: { Statement: [{ Action: ['iam:CreateUser'] }] },
    leftOut: { missing: [nobody] },
  });
  await expect(
    client.call(leastPrivilege, { body: { ...search, q: 'nofield:x' } }),
  ).rejects.toMatchObject({ problem: { type: 'bad-filter' } });
});
