import type { SessionNode } from '@trailglass/api';
import { expect, test, vi } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { ACCOUNT, ago, DAY, HOUR, record, REGION } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const CI = 'AKIACI0000000000';
const DEPLOY = 'ASIADEPLOY000000';
const AUDIT = 'ASIAAUDIT0000000';
const role = (name: string, session: string, key: string, more: object = {}) => ({
  userIdentity: {
    type: 'AssumedRole',
    principalId: `AROA:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/${session}`,
    accountId: ACCOUNT,
    accessKeyId: key,
    sessionContext: {
      sessionIssuer: { type: 'Role', userName: name, accountId: ACCOUNT },
      attributes: { creationDate: '2026-11-20T10:00:00Z', mfaAuthenticated: 'false' },
    },
    ...more,
  },
});
const user = (userName: string, key: string) => ({
  userIdentity: { type: 'IAMUser', userName, accountId: ACCOUNT, accessKeyId: key },
});
const gave = (key: string, name: string, session: string) => ({
  eventName: 'AssumeRole',
  eventSource: 'sts.amazonaws.com',
  responseElements: {
    credentials: { accessKeyId: key, expiration: 'Nov 20, 2026, 11:00:00 AM' },
    assumedRoleUser: { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/${session}` },
  },
});
const created = {
  ...user('tomas', 'AKIATOMAS0000000'),
  eventName: 'CreateAccessKey',
  eventSource: 'iam.amazonaws.com',
  awsRegion: 'us-east-1',
  readOnly: false,
  responseElements: { accessKey: { accessKeyId: CI, userName: 'ci' } },
};
const records = [
  record(1, 70 * DAY, created),
  record(2, 2 * HOUR, {
    ...user('ci', CI),
    ...gave(DEPLOY, 'deploy', 'run-7'),
    sourceIPAddress: '198.51.100.7',
  }),
  record(3, 2 * HOUR - 5, {
    ...role('deploy', 'run-7', DEPLOY),
    readOnly: false,
    sourceIPAddress: '198.51.100.7',
  }),
  record(4, 2 * HOUR - 6, {
    ...role('deploy', 'run-7', DEPLOY),
    errorCode: 'AccessDenied',
    sourceIPAddress: '192.0.2.66',
  }),
  record(5, 2 * HOUR - 9, {
    ...role('deploy', 'run-7', DEPLOY),
    ...gave(AUDIT, 'audit', 'check'),
  }),
  record(6, 2 * HOUR - 9, {
    ...role('deploy', 'run-7', DEPLOY),
    ...gave('ASIANO0000000000', 'audit', 'no'),
    errorCode: 'AccessDenied',
  }),
];

async function start() {
  const { local, service } = await serviceWithArchive({
    regions: [REGION, 'us-east-1'],
    records,
  });
  const scopes = [REGION, 'us-east-1'].map((region) => `${ACCOUNT}:${region}`);
  const from = ago(DAY);
  await framesOf(service, request({ scopes, from }));
  return { local, service };
}
const lines = (nodes: readonly SessionNode[]) =>
  nodes.map(({ id, parent, holder, handed }) => [id, parent, holder.label, handed?.name]);

test('from a refused call up to the key that began it, and down to what it handed out, with counts', async () => {
  const { service } = await start();
  const at = { account: ACCOUNT, region: REGION, eventId: records[3]!.eventID };
  const tree = await service.sessionTree({ event: at }, never);
  expect(lines(tree.nodes)).toEqual([
    [CI, undefined, 'ci', undefined],
    [DEPLOY, CI, 'run-7', 'AssumeRole'],
    [AUDIT, DEPLOY, 'check', 'AssumeRole'],
  ]);
  expect(tree.cut).toEqual([]);
  const [ci, deploy, audit] = tree.nodes;
  expect(deploy).toMatchObject({
    focus: true,
    holder: { kind: 'session', roleName: 'deploy', sessionName: 'run-7', account: ACCOUNT },
    handed: { kind: 'temporary', sourceIp: '198.51.100.7', at: [{ eventId: records[1]!.eventID }] },
    events: 4,
    writes: 1,
    errors: 2,
    first: '2026-11-20T10:00:05Z',
    last: '2026-11-20T10:00:09Z',
    sources: [
      { address: '192.0.2.66', events: 1 },
      { address: '198.51.100.7', events: 1 },
    ],
    addresses: 2,
    more: 0,
  });
  expect(audit).toMatchObject({ events: 0, holder: { roleName: 'audit' } });
  expect(ci).toMatchObject({
    person: true,
    missing: { state: 'unread', key: CI, account: ACCOUNT, askable: true, before: true },
  });
  // The whole day was read in both Regions.
  expect(ci!.missing!.readFrom).toBe('2026-11-19T12:00:00Z');
});

test('the origin that was not read is looked up at AWS, kept, and said to lie before what was read', async () => {
  const { service } = await start();
  const found = await service.findOrigin(CI, ACCOUNT, never);
  expect(found).toMatchObject({
    found: { eventId: records[0]!.eventID, region: 'us-east-1' },
    before: true,
    account: ACCOUNT,
    failed: [],
  });
  const { nodes } = await service.sessionTree({ key: CI }, never);
  expect(lines(nodes).slice(0, 2)).toEqual([
    ['AKIATOMAS0000000', undefined, 'tomas', undefined],
    [CI, 'AKIATOMAS0000000', 'ci', 'CreateAccessKey'],
  ]);
  expect(nodes[1]!.handed!.kind).toBe('long-lived');
  const again = await service.findOrigin('AKIATOMAS0000000', ACCOUNT, never);
  expect(again).toMatchObject({ before: false, searched: ['us-east-1', REGION], failed: [] });
  expect(again.found).toBeUndefined();
  const [top] = (await service.sessionTree({ key: CI }, never)).nodes;
  expect(top!.missing).toMatchObject({ state: 'absent', before: false });
});

test('a Region that cannot be asked is told with its reason; a key that nobody used is not found', async () => {
  const { local, service } = await start();
  local.setFaults([{ kind: 'denied', region: REGION }]);
  const found = await service.findOrigin('AKIATOMAS0000000', ACCOUNT, never);
  expect(found.searched).toEqual(['us-east-1']);
  expect(found.failed).toMatchObject([{ type: 'access-denied', region: REGION }]);
  await expect(service.sessionTree({ key: 'ASIANOBODY000000' }, never)).rejects.toMatchObject({
    problem: { type: 'not-found' },
  });
});
