import { span } from '../../test/seconds.ts';
import { matcher, parseFilter, printFilter } from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { ACCOUNT, ago, HOUR, NOW, record, REGION, SCOPE } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';

const REGIONS = [REGION, 'us-east-1'] as const;
const names = ['alice', 'ALICE', 'alice@example.com', 'bob', 'a"b\\c', 'constructor', '10.0.0.0/8'];
const buckets = [
  '__proto__',
  'prod logs',
  'Prod',
  50,
  null,
  ['prod', 'x'],
  { a: 'alice' },
  'al\u0007x',
];

/** Names that a filter must quote, values that SQL reads differently, every seventh record one it cannot look into. */
const records = Array.from({ length: 210 }, (_, n) =>
  record(n, HOUR + n * 1_200, {
    awsRegion: REGIONS[n % 5 === 0 ? 1 : 0],
    readOnly: [true, false, undefined][n % 3],
    eventName: ['RunInstances', 'DescribeInstances', 'PutObject'][n % 3],
    eventSource: ['ec2.amazonaws.com', 's3.amazonaws.com'][n % 2],
    userIdentity: { type: 'IAMUser', userName: names[n % names.length] },
    sourceIPAddress: ['10.1.2.3', '2001:db8::1', 'ec2.amazonaws.com'][n % 3],
    requestParameters: { bucketName: buckets[n % buckets.length] },
    ...(n % 7 === 0 && { additionalEventData: { matrix: [[n % 2]] } }),
  }),
);
const conditions = [
  'user:Alice',
  'user:alice',
  'user:"A\\"B\\\\C"',
  'user:Constructor',
  'user:"10.0.0.0"',
  'user:10.1.2.3',
  'source:s3',
  'name:runinstances',
  'name:Run*',
  'readOnly:false',
  '-readOnly:true',
  'ip:10.0.0.0/8',
  'ip:2001:db8::/32',
  'ip:10.1.2',
  '-error:*',
  'ALICE',
  'nowhere',
  'requestParameters.bucketName:prod',
  'requestParameters.bucketName:PROD',
  'requestParameters.bucketName:5e1',
  'requestParameters.bucketName:5',
  'requestParameters.bucketName:__PROTO__',
  '-requestParameters.bucketName:*',
  'additionalEventData.matrix:1',
  '(user:alice OR name:PutObject)',
] as const;

test(
  'every number is that of the matcher, and every way out gives at least what it says',
  { timeout: 120_000 },
  async () => {
    const { archive, service } = await serviceWithArchive({
      regions: REGIONS,
      records,
    });
    await framesOf(service, request({ scopes: REGIONS.map((region) => `${ACCOUNT}:${region}`) }));
    const eventsIn = async (region: string): Promise<readonly TrailEvent[]> => {
      const { filter } = parseFilter('');
      const read = { filter: filter!, ...span(0, NOW / 1000), limit: 1000 };
      const { found } = await archive.read({ account: ACCOUNT, region } as never, read, never);
      return found.map(({ event }) => event);
    };
    const [here, other] = [await eventsIn(REGIONS[0]), await eventsIn(REGIONS[1])];
    const from = ago(40 * HOUR);
    const to = ago(10 * HOUR);
    const inWindow = ({ time }: TrailEvent) => time >= from && time <= to;
    const count = (q: string, events: readonly TrailEvent[]) =>
      events.filter(matcher(parseFilter(q).filter!)).length;
    expect([here.length, other.length]).toEqual([168, 42]);

    const asked = fc.uniqueArray(fc.constantFrom(...conditions), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(asked, async (parts) => {
        const filter = parseFilter(parts.join(' ')).filter!;
        const q = printFilter(filter);
        const why = await service.emptiness({ filter, from, to, scopes: [SCOPE] }, never);
        const held = here.filter(inWindow);
        expect(why.held).toBe(held.length);
        expect(why.conditions).toHaveLength(parts.length);
        for (const { text, alone, without, rest, nearest } of why.conditions) {
          expect([text, alone]).toEqual([text, count(text, held)]);
          expect([rest, without]).toEqual([rest, count(rest, held)]);
          for (const offer of nearest) {
            expect(offer.count).toBeGreaterThan(0);
            expect(count(offer.filter, held), offer.filter).toBeGreaterThanOrEqual(offer.count);
          }
        }
        expect(why.before?.events).toBe(
          count(
            q,
            here.filter(({ time }) => time < from),
          ),
        );
        expect(why.after?.events).toBe(
          count(
            q,
            here.filter(({ time }) => time > to),
          ),
        );
        expect(why.lastDays).toBe(count(q, here));
        const there = count(q, other.filter(inWindow));
        expect(why.elsewhere?.map(({ region, events }) => [region, events])).toEqual(
          there > 0 ? [[REGIONS[1], there]] : [],
        );
      }),
      { numRuns: 60 },
    );
  },
);
