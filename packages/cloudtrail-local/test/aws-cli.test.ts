import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Local, startLocal } from '../src/index.ts';
import { awsVersion, output } from './foreign-tools.ts';
import { record, today } from './records.ts';

const at = (seconds: number): string =>
  `${new Date(today - seconds * 1000).toISOString().slice(0, 19)}Z`;
const plain = Array.from({ length: 120 }, (_, n) => record({ eventTime: at(10 + n) }));
const special = record({
  eventID: 'special',
  eventTime: at(5),
  eventName: 'CreateUser',
  eventSource: 'iam.amazonaws.com',
  readOnly: false,
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAIOSFODNN7EXAMPLE0:deploy session',
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  },
  requestParameters: { userName: 'Zoë, the 2nd' },
});
const newestFirst = [special, ...plain].map((made) => made['eventID']);

let local: Local;
beforeAll(async () => {
  local = await startLocal({ now: today, ratePerSecond: 0 });
  local.add([...plain.toReversed(), special, record({ eventID: 'far', awsRegion: 'eu-west-1' })]);
});
afterAll(() => local[Symbol.asyncDispose]());

const aws = (...args: string[]): Promise<string> =>
  output('aws', [...args, '--endpoint-url', local.url, '--output', 'json']);
async function lookup(...args: string[]): Promise<unknown[]> {
  const answer = await aws('cloudtrail', 'lookup-events', '--query', 'Events[].EventId', ...args);
  return JSON.parse(answer || '[]') as unknown[];
}

const title = awsVersion ?? 'the AWS CLI (not here; apt-get install awscli)';
describe.skipIf(awsVersion === undefined)(title, { timeout: 60_000 }, () => {
  test('lists what was loaded, newest first, page after page', async () => {
    expect(await lookup()).toEqual(newestFirst);
    expect(await lookup('--page-size', '7')).toEqual(newestFirst);
    expect(await lookup('--region', 'eu-west-1')).toEqual(['far']);
  });

  test('stops after so many and goes on from its own token', async () => {
    const page = async (...args: string[]) => {
      const answer = await aws('cloudtrail', 'lookup-events', '--max-items', '70', ...args);
      return JSON.parse(answer) as { Events: { EventId: string }[]; NextToken?: string };
    };
    const first = await page();
    const second = await page('--starting-token', first.NextToken ?? '');
    const ids = [...first.Events, ...second.Events].map((event) => event.EventId);
    expect(ids).toEqual(newestFirst);
    expect(second.NextToken).toBeUndefined();
  });

  test.each([
    ['EventId', 'special'],
    ['EventName', 'CreateUser'],
    ['EventSource', 'iam.amazonaws.com'],
    ['ReadOnly', 'false'],
    ['Username', 'deploy session'],
    ['AccessKeyId', 'ASIAIOSFODNN7EXAMPLE'],
    ['ResourceType', 'AWS::IAM::User'],
    ['ResourceName', 'Zoë, the 2nd'],
  ])('finds by %s', async (AttributeKey, AttributeValue) => {
    const attributes = JSON.stringify([{ AttributeKey, AttributeValue }]);
    expect(await lookup('--lookup-attributes', attributes)).toEqual(['special']);
  });

  test('takes times in its own spelling, both ends included', async () => {
    const found = await lookup('--start-time', at(12), '--end-time', at(10));
    expect(found).toEqual(newestFirst.slice(1, 4));
  });

  describe('shows the errors as those of CloudTrail', () => {
    const failing = async (...args: string[]) =>
      lookup(...args).catch((error: Error) => error.message);

    test('InvalidLookupAttributesException', async () => {
      const told = await failing(
        '--event-category',
        'insight',
        '--lookup-attributes',
        '[{"AttributeKey":"Username","AttributeValue":"x"}]',
      );
      expect(told).toContain(
        'An error occurred (InvalidLookupAttributesException) when calling the LookupEvents operation',
      );
    });

    test('InvalidTimeRangeException', async () => {
      const told = await failing('--start-time', at(10), '--end-time', at(12));
      expect(told).toContain('(InvalidTimeRangeException)');
    });

    test.each([
      ['throttle', /\(ThrottlingException\).*: Rate exceeded/],
      ['denied', /\(AccessDeniedException\)/],
      ['expired', /\(ExpiredTokenException\)/],
    ] as const)('%s', async (kind, told) => {
      onTestFinished(() => local.setFaults([]));
      local.setFaults([{ kind }]);
      expect(await failing()).toMatch(told);
    });
  });

  test('knows who it is, and assumes a role', async () => {
    expect(JSON.parse(await aws('sts', 'get-caller-identity'))).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:iam::111122223333:user/local',
    });
    const role = 'arn:aws:iam::111122223333:role/Reader';
    const assumed = await aws(
      'sts',
      'assume-role',
      '--role-arn',
      role,
      '--role-session-name',
      'cli',
    );
    expect(JSON.parse(assumed)).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::111122223333:assumed-role/Reader/cli' },
    });
  });
});
