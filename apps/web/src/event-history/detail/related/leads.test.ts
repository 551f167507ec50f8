import {
  deriveResources,
  type EpochMs,
  parseRecord,
  readEvent,
  readFields,
} from '@trailglass/record';
import { expect, test } from 'vitest';
import { arrival, type PageState } from '../../../address/page-state.ts';
import { lessonRecord } from '../../../event/lesson-record.ts';
import { readWhole, type Whole } from '../../../event/whole.ts';
import { countWords } from './count-words.ts';
import { leadsOf } from './leads.ts';

const now = Date.parse('2023-10-09T00:00:00Z') as EpochMs;

function wholeOf(change: object = {}): Whole {
  const raw = JSON.stringify({ ...(JSON.parse(lessonRecord) as object), ...change });
  const derived = deriveResources(parseRecord(raw).record ?? {});
  const { event } = readEvent(
    {
      EventId: 'e2f69382-7637-4deb-83ed-e6ee31cac1c4',
      EventTime: new Date('2023-10-08T17:50:24Z'),
      Resources: derived.map(({ type, name }) => ({ ResourceType: type, ResourceName: name })),
      CloudTrailEvent: raw,
    },
    { account: '629470242021', region: 'us-east-2' } as never,
  );
  if (!event) throw new Error('no event');
  const { account, region, eventId } = event;
  return readWhole({
    row: { ...readFields(event), account, region, eventId, eventTime: '2023-10-08T17:50:24Z' },
    record: raw,
    resources: [...event.envelope.resources],
  });
}
const lead = (label: string, whole = wholeOf(), list: PageState = arrival) =>
  leadsOf(whole, list, now).find((one) => one.label === label);

test('what is the same is sought in the list’s own time, with its scopes and columns and no event open', () => {
  const list: PageState = {
    q: 'name:x',
    range: { kind: 'relative', amount: 1, unit: 'day' },
    accounts: ['629470242021'],
    regions: ['us-east-2'],
    columns: ['eventName'],
    event: { account: 'a', region: 'us-east-2', eventId: 'e' },
  };
  const { event: _, ...rest } = list;
  expect(lead('Same API', wholeOf(), list)).toEqual({
    group: 'same',
    label: 'Same API',
    value: 'RunInstances · ec2.amazonaws.com',
    page: { ...rest, q: 'eventName:RunInstances eventSource:ec2.amazonaws.com' },
  });
  expect(lead('Same source IP')?.page.q).toBe('sourceIPAddress:70.175.135.47');
  expect(lead('Same session')?.page.q).toBe('accessKeyId:ASIAZFDZ2ZUTSYABGGX');
});

test('a list that does not reach the event is made longer, as little as is needed', () => {
  const range = {
    kind: 'absolute',
    from: '2023-10-08T20:00:00Z',
    to: '2023-10-08T21:00:00Z',
  } as const;
  expect(lead('Same API', wholeOf(), { ...arrival, range })?.page.range).toEqual({
    ...range,
    from: '2023-10-08T17:50:24Z',
  });
});

test('around: everything, whoever did it, as long before as after', () => {
  const windows = leadsOf(wholeOf(), arrival, now)
    .filter(({ group }) => group === 'around')
    .map(({ page }) => [page.q, page.range]);
  expect(windows).toEqual([
    ['', { kind: 'absolute', from: '2023-10-08T17:45:24Z', to: '2023-10-08T17:55:24Z' }],
    ['', { kind: 'absolute', from: '2023-10-08T17:20:24Z', to: '2023-10-08T18:20:24Z' }],
    ['', { kind: 'absolute', from: '2023-10-08T11:50:24Z', to: '2023-10-08T23:50:24Z' }],
  ]);
});

test('no lead for what the event does not say, at most five resources, a long-lived key is no session', () => {
  expect(
    leadsOf(wholeOf(), arrival, now).filter(({ label }) => label === 'Same resource'),
  ).toHaveLength(5);
  const bare = wholeOf({
    userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
    requestID: undefined,
    requestParameters: null,
    responseElements: null,
  });
  expect(leadsOf(bare, arrival, now).map(({ label }) => label)).toEqual([
    'Same source IP',
    'Same API',
    '5 minutes before and after',
    '30 minutes before and after',
    '6 hours before and after',
  ]);
  const key = wholeOf({ userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAEXAMPLEEXAMPLEEX' } });
  expect(lead('Same access key', key)?.value).toBe('AKIAEXAMPLEEXAMPLEEX');
});

test('hostile values stay one value of the filter', () => {
  const value = '10.0.0.1" OR name:* (';
  const { page } = lead('Same source IP', wholeOf({ sourceIPAddress: value }))!;
  expect(page.q).toBe(String.raw`sourceIPAddress:"10.0.0.1\" OR name:* ("`);
});

test.each([
  [{ events: 1_204, covered: 1 }, '1,204 events'],
  [{ events: 1, covered: 1 }, 'only this one'],
  [{ events: 0, covered: 1 }, 'only this one'],
  [{ events: 41, covered: 0.999 }, 'at least 41 events'],
  [{ events: 1, covered: 0.5 }, 'no other read so far'],
  [{ covered: 1 }, 'too many to count'],
])('%j is told as “%s”', (count, words) => {
  expect(countWords(count)).toBe(words);
});
