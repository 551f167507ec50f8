import { everything, matcher, parseFilter, parseSubject, type Subject } from '@trailglass/query';
import { readRecord } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { ago, NOW, scope } from '../../test/records.ts';
import { never } from '../../test/searches.ts';
import { groupedByHand, talliedByHand } from '../../test/groups/by-hand.ts';
import type { Grouping } from './groups-protocol.ts';
import type { Listed } from './stored-event.ts';

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
const facts = fc.record({
  secondsAgo: fc.integer({ min: 60, max: 7_200 }),
  eventName: fc.constantFrom('RunInstances', 'DescribeInstances', '__proto__'),
  readOnly: fc.constantFrom(true, false, undefined),
  errorCode: words('AccessDenied'),
  userAgent: words('aws-cli/2', 'İ', ''),
  bucketName: value,
  names: fc.array(fc.constantFrom('one', 'two', 'constructor'), { maxLength: 3 }),
});

const FROM = NOW - 3_600_000;

const listed = (all: readonly (typeof facts extends fc.Arbitrary<infer F> ? F : never)[]) =>
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

const subjects = [
  'eventName',
  'userAgent',
  'readOnly',
  'eventTime',
  'resourceArn',
  'requestParameters.bucketName',
  'requestParameters.bucketName.deep',
].map((text) => parseSubject(text)!);
const grouping: fc.Arbitrary<Grouping> = fc.record({
  subjects: fc.array(fc.constantFrom<Subject>(...subjects), { minLength: 1, maxLength: 2 }),
  order: fc.constantFrom('count', 'value', 'first', 'last', 'errors', 'writes'),
  ascending: fc.boolean(),
  limit: fc.constantFrom(1, 3, 1_000),
  onlyNew: fc.boolean(),
  present: fc.boolean(),
});
const filters = ['', 'name:*Instances', '-requestParameters.bucketName:a', 'agent:* error:*'];

test('groups are those of a count by hand: any field or path, one or two, in any order', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 40 }),
      fc.array(grouping, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...filters),
      fc.boolean(),
      async (all, groupings, q, before) => {
        // Each run has a Region of its own.
        const place = { ...scope, region: `us-east-${(runs += 1)}` as typeof scope.region };
        const events = listed(all);
        await archive.write(place, events);
        const { filter = everything } = parseFilter(q);
        const asked = {
          scopes: [place],
          filter,
          from: FROM / 1000,
          to: NOW / 1000,
          ...(before && { since: (FROM - 3_600_000) / 1000 }),
          groupings,
        };
        const found = await archive.groups(asked, never);
        const matches = matcher(filter);
        const wanted = events.filter(({ event, at }) => (before || at >= FROM) && matches(event));
        if ('tooMany' in found) throw new Error('There are few.');
        expect(found.groupings).toEqual(groupings.map((one) => groupedByHand(wanted, one, FROM)));
        expect(found.all).toEqual(talliedByHand(wanted, FROM));
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);
