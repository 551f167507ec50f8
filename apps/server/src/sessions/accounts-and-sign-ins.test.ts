import { type AccountId, type JsonObject, readRecord, type Region } from '@trailglass/record';
import { expect, test, vi } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { ACCOUNT, HOUR, record, REGION } from '../../test/records.ts';
import { never } from '../../test/searches.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const THEIRS = '999900001111';
const KEY = 'ASIACROSS0000000';

/** A service whose archive holds these records, each in the scope that its own members name. */
async function holding(records: readonly ReturnType<typeof record>[]) {
  const archive = await archiveIn({ kind: 'memory' });
  for (const one of records) {
    const scope = {
      account: one['recipientAccountId'] as AccountId,
      region: one['awsRegion'] as Region,
    };
    const { event } = readRecord(JSON.stringify(one), scope);
    await archive.write(scope, [{ event: event!, at: event!.time }]);
  }
  return (await serviceAgainstLocal({ archive })).service;
}

const crossing = (id: number, recipientAccountId: string, userIdentity: JsonObject) =>
  record(id, HOUR, {
    recipientAccountId,
    userIdentity,
    eventName: 'AssumeRole',
    eventSource: 'sts.amazonaws.com',
    awsRegion: 'us-east-1',
    sharedEventID: 'shared-1',
    requestParameters: { sourceIdentity: 'dana' },
    responseElements: {
      credentials: { accessKeyId: KEY },
      assumedRoleUser: { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/visit` },
    },
  });
const caller = {
  type: 'IAMUser',
  userName: 'dana',
  accountId: THEIRS,
  accessKeyId: 'AKIADANA00000000',
};
const stranger = { type: 'AWSAccount', principalId: 'AIDADANA', accountId: THEIRS };

test('a call that two accounts saw is one hand-over, whose caller stands in the record of the account that called', async () => {
  const both = await holding([crossing(1, ACCOUNT, stranger), crossing(2, THEIRS, caller)]);
  const { nodes } = await both.sessionTree({ key: KEY }, never);
  expect(nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ['AKIADANA00000000', undefined],
    [KEY, 'AKIADANA00000000'],
  ]);
  expect(nodes[1]!.handed!.at.map(({ account }) => account)).toEqual([THEIRS, ACCOUNT]);
  expect(nodes[1]!.holder).toMatchObject({
    label: 'visit',
    roleName: 'reader',
    sourceIdentity: 'dana',
  });

  const ours = await holding([crossing(1, ACCOUNT, stranger)]);
  const [top] = (await ours.sessionTree({ key: KEY }, never)).nodes;
  expect(top).toMatchObject({
    holder: { kind: 'account', account: THEIRS },
    missing: { key: KEY, account: THEIRS, askable: false },
  });
});

const user = (attributes?: JsonObject, accessKeyId?: string): JsonObject => ({
  type: 'IAMUser',
  principalId: 'AIDABOB',
  userName: 'bob',
  accountId: ACCOUNT,
  ...(accessKeyId !== undefined && { accessKeyId }),
  ...(attributes && { sessionContext: { attributes } }),
});
const signIn = (id: number, secondsAgo: number, result: string) =>
  record(id, secondsAgo, {
    eventName: 'ConsoleLogin',
    eventSource: 'signin.amazonaws.com',
    eventType: 'AwsConsoleSignIn',
    awsRegion: 'us-east-1',
    userIdentity: user(),
    sourceIPAddress: '203.0.113.9',
    responseElements: { ConsoleLogin: result },
  });

test('a console session, whose key no answer names, is joined to the sign-in with which it began', async () => {
  const service = await holding([
    signIn(1, HOUR + 20, 'Failure'),
    signIn(2, HOUR, 'Success'),
    signIn(3, 3 * HOUR, 'Success'),
    record(4, HOUR - 60, {
      userIdentity: user({ creationDate: '2026-11-20T11:00:00Z' }, 'ASIACONSOLE00000'),
    }),
  ]);
  const at = { account: ACCOUNT, region: REGION, eventId: record(4, 0).eventID };
  const { nodes } = await service.sessionTree({ event: at }, never);
  expect(nodes).toMatchObject([
    { id: 'caller', person: true, holder: { kind: 'user', label: 'bob' } },
    {
      id: 'ASIACONSOLE00000',
      parent: 'caller',
      focus: true,
      handed: {
        name: 'ConsoleLogin',
        kind: 'sign-in',
        at: [{ eventId: record(2, 0).eventID }],
        sourceIp: '203.0.113.9',
      },
    },
  ]);
  expect(nodes[0]!.missing).toBeUndefined();
});
