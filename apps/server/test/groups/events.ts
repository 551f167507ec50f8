import { parseSubject } from '@trailglass/query';
import { readRecord } from '@trailglass/record';
import fc from 'fast-check';
import type { Listed } from '../../src/archive/stored-event.ts';
import { ago, scope } from '../records.ts';

// Few values, so that groups have many events; each is there because some engine could take it for another.
const value = fc.constantFrom<unknown>(
  '__proto__',
  'constructor',
  'a',
  'A',
  '',
  null,
  'x'.repeat(2049),
  '💥',
  '\uffee',
  7,
  true,
  { a: 1 },
  [],
  ['a', 'a', 'b'],
  [{ deep: 'a' }, { deep: 'b' }],
  // SQL does not look into records with these.
  1e21,
  [['a']],
);
const words = (...of: readonly string[]) => fc.constantFrom(undefined, ...of);
/** What events are made of. */
export const facts = fc.record({
  secondsAgo: fc.integer({ min: 60, max: 7_200 }),
  eventName: fc.constantFrom('RunInstances', 'DescribeInstances', '__proto__'),
  readOnly: fc.constantFrom(true, false, undefined),
  errorCode: words('AccessDenied'),
  userAgent: words('aws-cli/2', 'İ', ''),
  bucketName: value,
  names: fc.array(fc.constantFrom('one', 'two', 'constructor'), { maxLength: 3 }),
});

/** The events, each with an id of its own. */
export const listed = (all: readonly (typeof facts extends fc.Arbitrary<infer F> ? F : never)[]) =>
  all.map(({ secondsAgo, bucketName, names, ...fields }, n): Listed => {
    const at = ago(secondsAgo);
    const record = {
      eventVersion: '1.08',
      eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      eventTime: new Date(at).toISOString().replace('.000Z', 'Z'),
      eventSource: 'ec2.amazonaws.com',
      requestParameters: { bucketName },
      resources: names.map((name) => ({ ARN: `arn:aws:s3:::${name}` })),
      ...fields,
    };
    return { event: readRecord(JSON.stringify(record), scope).event!, at };
  });

export const subjects = [
  'eventName',
  'userAgent',
  'readOnly',
  'eventTime',
  'resourceArn',
  'requestParameters.bucketName',
  'requestParameters.bucketName.deep',
].map((text) => parseSubject(text)!);
export const filters = [
  '',
  'name:*Instances',
  '-requestParameters.bucketName:a',
  'agent:* error:*',
];
