import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { problem, type WholeEvent } from '@trailglass/api';
import {
  deriveResources,
  parseRecord,
  readEvent,
  readFields,
  type Scope,
} from '@trailglass/record';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resetPreferences } from '../../ui/preference/preference.ts';
import { EventSections } from './event-sections.tsx';
import { lessonRecord } from '../../event/lesson-record.ts';
import { readWhole } from '../../event/whole.ts';

const scope = { account: '629470242021', region: 'us-east-2' } as Scope;

/** As the server answers: the event read from what LookupEvents says of the record. */
function answered(raw: string, username = 'kodekloud'): WholeEvent {
  const derived = deriveResources(parseRecord(raw).record ?? {});
  const item = {
    EventId: 'e2f69382-7637-4deb-83ed-e6ee31cac1c4',
    EventTime: new Date('2023-10-08T17:50:24Z'),
    EventName: 'RunInstances',
    Username: username,
    Resources: derived.map(({ type, name }) => ({ ResourceType: type, ResourceName: name })),
    CloudTrailEvent: raw,
  };
  const { event } = readEvent(item, scope);
  if (!event) throw new Error('no event');
  const { account, region, eventId, flaws } = event;
  const row = { ...readFields(event), account, region, eventId, eventTime: '2023-10-08T17:50:24Z' };
  return {
    row: flaws.length > 0 ? { ...row, flaws } : row,
    record: raw,
    resources: [...event.envelope.resources],
  };
}
const changed = (change: object): string =>
  JSON.stringify({ ...(JSON.parse(lessonRecord) as object), ...change });
const show = (raw: string, username?: string): void =>
  void render(<EventSections whole={readWhole(answered(raw, username))} onRetry={() => {}} />);

beforeEach(resetPreferences);
afterEach(cleanup);

const section = (name: RegExp | string): HTMLElement => screen.getByRole('region', { name });
/** The value beside a label. */
const labelled = (within_: HTMLElement, label: string): string | null | undefined =>
  within(within_).getByText(label, { selector: 'dt span' }).closest('dt')?.nextElementSibling
    ?.textContent;

test.each([
  ['Event time', '2023-10-08 17:50:24 UTC'],
  ['IAM user or role', 'kodekloud'],
  ['Access key', 'ASIAZFDZ2ZUTSYABGGX'],
  ['Event source', 'ec2.amazonaws.com'],
  ['Source IP address', '70.175.135.47'],
  ['AWS Region', 'us-east-2'],
])('the lesson’s summary: %s is %s', (label, value) => {
  show(lessonRecord);
  // Beside a key stands the way to its session.
  expect(labelled(section('Summary'), label)?.replace('Follow this session', '')).toBe(value);
});

test('the lesson’s words are there: timestamp, user identity, service, resources count', () => {
  show(lessonRecord);
  const summary = section('Summary');
  expect(summary.textContent).toMatch(/timestamp.*User identity.*service.*Source IP.*Region/);
  const rows = within(section(/Resources referenced/)).getAllByRole('row').length - 1;
  expect(rows).toBeGreaterThan(3);
  expect(labelled(summary, 'Resources count')).toBe(String(rows));
});

test('request parameters and response elements are trees with every item of the lesson', () => {
  show(lessonRecord);
  const request = screen.getByRole('tree', { name: 'Request parameters' });
  for (const line of ['imageId: ami-036f5574583e16426', 'minCount: 1', 'keyName: Ohio-Key'])
    expect(request.textContent).toContain(line);
  const response = screen.getByRole('tree', { name: 'Response elements' });
  for (const line of [
    'instanceId: i-0123456789abcdef0',
    'availabilityZone: us-east-2b',
    'name: pending',
    'groupName: Webserver_SG',
    'value: Server1',
    'attachTime: 1696787423000',
    'autoRecovery: default',
    'hostnameType: ip-name',
  ])
    expect(response.textContent).toContain(line);
});

test('the management details stand under the record’s own names', () => {
  show(lessonRecord);
  fireEvent.click(screen.getByRole('button', { name: 'Further details' }));
  const details = section('Further details');
  for (const [name, value] of [
    ['requestID', 'b3116925-dea3-43fd-9b10-19932ce1925'],
    ['eventID', 'e2f69382-7637-4deb-83ed-e6ee31cac1c4'],
    ['readOnly', 'false'],
    ['eventType', 'AwsApiCall'],
    ['managementEvent', 'true'],
    ['recipientAccountId', '629470242021'],
    ['eventCategory', 'Management'],
    ['sessionCredentialFromConsole', 'true'],
  ] as const)
    expect(labelled(details, name)).toBe(value);
});

test('the first line is a sentence', () => {
  show(lessonRecord);
  expect(screen.getByText(/launched/).closest('p')?.textContent).toMatch(
    /^kodekloud launched .*from 70\.175\.135\.47$/,
  );
});

test('a failed call says so first, with AWS’s own words', () => {
  const errorMessage = 'You are not authorized to perform this operation.';
  show(changed({ errorCode: 'AccessDenied', errorMessage, responseElements: null }));
  expect(screen.getByText('was denied')).toBeTruthy();
  const lead = document.querySelector('[data-subject=errorMessage]');
  expect(lead?.textContent).toBe(errorMessage);
  expect(lead?.closest('section')).toBeNull();
  expect(labelled(section('Summary'), 'Error code')).toBe('AccessDenied');
  expect(section('Response elements').textContent).toContain('None: the call did not succeed.');
});

test('the code of a denial is said once above the summary', () => {
  show(changed({ errorCode: 'AccessDenied', errorMessage: 'No.', responseElements: null }));
  const lead = screen.getByText('was denied').closest('p');
  expect(lead?.textContent).toMatch(/ and was denied$/);
  expect(lead?.parentElement?.textContent?.match(/AccessDenied/g)).toHaveLength(1);
});

test.each([{ type: 'AWSService' }, {}])(
  'a service is no user and has no access key: %j',
  (type) => {
    const service = 'secretsmanager.amazonaws.com';
    const userIdentity = { ...type, accountId: '629470242021', invokedBy: service };
    show(changed({ userIdentity, eventType: 'AwsServiceEvent', eventSource: service }), '');
    const summary = section('Summary');
    expect(labelled(summary, 'Service')).toBe(service);
    expect(summary.textContent).not.toContain('IAM user or role');
    expect(summary.textContent).not.toContain('Access key');
  },
);

test('a read-only call without response elements says why there are none', () => {
  show(changed({ readOnly: true, eventName: 'DescribeInstances', responseElements: null }));
  expect(section('Response elements').textContent).toContain(
    'None: CloudTrail writes no response elements for read-only calls.',
  );
});

test('a section that was folded away stays so for the next event', () => {
  show(lessonRecord);
  fireEvent.click(screen.getByRole('button', { name: 'Request parameters' }));
  expect(screen.queryByRole('tree', { name: 'Request parameters' })).toBeNull();
  cleanup();
  show(lessonRecord);
  expect(screen.queryByRole('tree', { name: 'Request parameters' })).toBeNull();
  expect(screen.getByRole('tree', { name: 'Response elements' })).toBeTruthy();
});

test('hostile content is text, and what would hide is named', () => {
  show(changed({ userAgent: '<img src=x onerror=alert(1)>\u202E' }));
  expect(document.querySelector('img')).toBeNull();
  expect(labelled(section('Summary'), 'User agent')).toBe('<img src=x onerror=alert(1)>RLO');
});

test('a record that is not JSON is shown as it is, with a notice', () => {
  show('{"eventName": broken');
  expect(screen.getByText('The record is not JSON.')).toBeTruthy();
  expect(section('Event record').textContent).toContain('{"eventName": broken');
});

test('a row alone paints the summary at once', () => {
  const { row } = answered(lessonRecord);
  render(<EventSections row={row} onRetry={() => {}} />);
  expect(labelled(section('Summary'), 'IAM user or role')).toBe('kodekloud');
  expect(screen.getByLabelText('Loading event record')).toBeTruthy();
});

test('a problem says what to do, and can be tried again', () => {
  let retried = 0;
  const expired = problem('credentials-expired', 'The session of profile prod has expired.', {
    command: 'aws sso login --profile prod',
  });
  render(<EventSections problem={expired} onRetry={() => (retried += 1)} />);
  expect(screen.getByText('aws sso login --profile prod')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retried).toBe(1);
});
