import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Glance } from './glance.tsx';
import { lessonRecord } from '../../../event/lesson-record.ts';
import { eventOfRow, readWhole } from '../../../event/whole.ts';

afterEach(cleanup);

const address = { account: '629470242021', region: 'us-east-2', eventId: 'e' };
const session = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:mia',
  arn: 'arn:aws:sts::629470242021:assumed-role/AWSReservedSSO_Admin_1b74cd717d47002b/mia',
  accountId: '629470242021',
  accessKeyId: 'ASIAZFDZ2ZUTSYABGGX',
  invokedBy: 'cloudformation.amazonaws.com',
};
const row = {
  ...address,
  eventTime: '2023-10-08T17:50:24Z',
  eventName: 'RunInstances',
  eventSource: 'ec2.amazonaws.com',
  readOnly: false,
  sourceIPAddress: '70.175.135.47',
  awsRegion: 'us-east-2',
};
const lines = (): string[] =>
  screen
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
const show = (userIdentity: object, more: object = {}): void => {
  const record = JSON.stringify({ ...JSON.parse(lessonRecord), userIdentity, ...more });
  const { event } = readWhole({ row, record, resources: [] });
  render(<Glance row={row} event={event} />);
};

test('who, did what, from where, with which result, in five lines', () => {
  show(session);
  expect(lines()).toEqual([
    'Who: miaIdentity Center user, then Adminpermission set, then CloudFormationAWS service' +
      'account 629470242021temporary key ASIAZFDZ2ZUTSYABGGX',
    'Did: RunInstancesEC2write',
    'From: 70.175.135.47us-east-2',
    'Result: Succeeded',
  ]);
});

test('a refused call, by somebody of another account', () => {
  show(
    { type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: '444455556666' },
    { errorCode: 'AccessDenied' },
  );
  expect(lines()[0]).toBe('Who: AIDAEXAMPLEunique ID, then 444455556666another account');
  expect(lines().at(-1)).toBe('Result: Denied');
});

test('a row alone says who, as the record will', () => {
  const known = { identityType: 'AssumedRole', username: 'mia', principalArn: session.arn };
  const role = 'AWSReservedSSO_Admin_1b74cd717d47002b';
  const invokedBy = session.invokedBy;
  const { principalId, accessKeyId } = session;
  const whole = { ...row, ...known, role, invokedBy, principalId, accessKeyId };
  render(<Glance row={whole} event={eventOfRow(whole)} />);
  const [first] = lines();
  cleanup();
  show(session);
  expect(first).toBe(lines()[0]);
});

test('hostile names are text', () => {
  show({ type: 'IAMUser', userName: '<img src=x onerror=alert(1)>\u202E' });
  expect(document.querySelector('img')).toBeNull();
  expect(lines()[0]).toContain('<img src=x onerror=alert(1)>RLO');
});
