import { claim as claimOf } from '../../test/seconds.ts';
import type { Mark, Novelty } from '@trailglass/api';
import { type EpochMs, readRecord } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { ACCOUNT, ago, DAY, HOUR, NOW, record, REGION, scope, SCOPE } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 60_000 });

const user = (userName: string) => ({
  userIdentity: {
    type: 'IAMUser',
    userName,
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/${userName}`,
  },
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-cli/2.13.0 Python/3.11',
});

type Given = ReturnType<typeof record>;
const askedOf = ({ eventID, eventTime }: Given) => ({
  scope: SCOPE,
  eventId: eventID,
  time: Date.parse(eventTime) as EpochMs,
});
const told = ({ marks }: Novelty): string[] =>
  marks.map(({ kind, of, value }) => `${kind} ${of} ${value}`);

/** Every six hours the same for forty days, then what `last` says. */
const habits = (more: ReturnType<typeof user>, from = 40) =>
  Array.from({ length: from * 4 }, (_, n) => record(1_000 + n, (n + 4) * 6 * HOUR, more));

async function read(records: readonly Given[], q?: 'alice') {
  const { service } = await serviceWithArchive({
    records,
  });
  const filter = {
    kind: 'is',
    subject: { kind: 'field', name: 'username' },
    value: 'alice',
  } as const;
  const read = (days: number) =>
    framesOf(service, request({ from: ago(days * DAY), ...(q && { filter }) }));
  const ask = async (...asked: Given[]) => service.novelty(asked.map(askedOf), never);
  return { read, ask };
}

const odd = record(1, 60, {
  ...user('alice'),
  eventName: 'CreateAccessKey',
  eventSource: 'iam.amazonaws.com',
  sourceIPAddress: '198.51.100.7',
  userAgent: 'Boto3/1.34.0 md/Botocore#1.34.0',
});

test('what a principal never did before is marked, and against what; not before a week was read whole', async () => {
  const { read: readBack, ask } = await read([odd, ...habits(user('alice'))]);
  await readBack(6);
  expect(await ask(odd)).toEqual([{ marks: [] }]);
  await readBack(12);
  const [after] = await ask(odd);
  expect(told(after!)).toEqual([
    'new api iam.amazonaws.com:CreateAccessKey',
    'new network 198.51.100.0/24',
    'new agent Boto3',
  ]);
  expect(after!.against).toEqual({
    principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
    q: `principalArn:arn:aws:iam::${ACCOUNT}:user/alice`,
    from: '2026-11-08T12:00:00Z',
    to: '2026-11-20T11:58:59Z',
    whole: 'everything',
  });
  await readBack(40);
  expect((await ask(odd))[0]!.against!.from).toBe('2026-10-21T11:59:00Z');
});

test('a read of everything that the principal did is enough', async () => {
  const { read: readBack, ask } = await read([odd, ...habits(user('alice'))], 'alice');
  await readBack(30);
  const [one] = await ask(odd);
  expect(one!.against!.whole).toBe('principal');
});

test('somebody who was never here is one mark on the first event; services are none', async () => {
  const service = { userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' } };
  const linked = {
    type: 'AssumedRole',
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForECS/ecs`,
    sessionContext: { sessionIssuer: { type: 'Role', userName: 'AWSServiceRoleForECS' } },
  };
  const stranger = (session: string) => ({
    userIdentity: { type: 'AWSAccount', principalId: `AROAEXAMPLE:${session}` },
  });
  const events = [
    record(1, 60, user('mallory')),
    record(2, 30, { ...user('mallory'), eventName: 'RunInstances' }),
    record(3, 60, service),
    record(4, 60, { userIdentity: linked }),
    record(5, 60, { userIdentity: 'nobody' }),
    record(6, 60, stranger('run-1')),
    record(7, 30, stranger('run-2')),
  ];
  const { read: readBack, ask } = await read([...events, ...habits(user('alice'))]);
  await readBack(30);
  const marks = await ask(...events);
  expect(marks.map(told)).toEqual([
    [`new principal arn:aws:iam::${ACCOUNT}:user/mallory`],
    [],
    [],
    [],
    [],
    ['new principal AROAEXAMPLE:'],
    [],
  ]);
  expect(await ask(record(77, 60, user('alice')))).toEqual([{ marks: [] }]);
});

// What an address and an agent are one kind with.
const networks = [
  ['203.0.113.9', '203.0.113.0/24'],
  ['203.0.113.200', '203.0.113.0/24'],
  ['198.51.100.1', '198.51.100.0/24'],
  ['2001:db8:1:2::5', '2001:db8:1::/48'],
  ['2001:0DB8:0001::9', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['1::2:3:4:5:6:7', '1:0:2::/48'],
  ['cloudformation.amazonaws.com', 'cloudformation.amazonaws.com'],
] as const;
const agents = [
  ['aws-cli/2.13.0 Python/3.11', 'aws-cli'],
  ['aws-cli/1.2.9 Python/2.7', 'aws-cli'],
  ['APN/1.0 HashiCorp/1.0 Terraform/1.5.7 (+https://www.terraform.io)', 'Terraform'],
  ['[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12]', 'S3Console'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/130.0 Safari/537.36', 'Chrome on macOS'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge on Windows'],
  ['AWS Internal', 'AWS Internal'],
  ['cloudformation.amazonaws.com', 'cloudformation.amazonaws.com'],
] as const;
const apis = ['DescribeInstances', 'RunInstances', 'StopInstances', '__proto__'] as const;
const regions = [REGION, 'us-east-1', 'ap-southeast-2'] as const;
/** Who, and as whom we know them. */
const callers = (run: number) =>
  [
    ['alice', `arn:aws:iam::${ACCOUNT}:user/alice-${run}`],
    ['ci', `arn:aws:sts::${ACCOUNT}:assumed-role/ci-${run}/i-0abc1234567890abc`],
    ['ci', `arn:aws:sts::${ACCOUNT}:assumed-role/ci-${run}/i-0ffc1234567890def`],
    ['deploy', `arn:aws:sts::${ACCOUNT}:assumed-role/ci-${run}/deploy`],
  ] as const;

interface Made {
  readonly caller: number;
  readonly api: number;
  readonly region: number;
  readonly network: number;
  readonly agent: number;
  readonly hour: number;
}
/** Mostly what everybody does. */
const often = (most: number) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: most - 1 }));
const made: fc.Arbitrary<Made> = fc.record({
  caller: often(4),
  api: often(apis.length),
  region: often(regions.length),
  network: often(networks.length),
  agent: often(agents.length),
  hour: fc.integer({ min: 0, max: 40 * 24 }),
});

/** The rules as they are written down, one event against all others. */
function naive(one: Made, all: readonly Made[], readFromHour: number, run: number): string[] {
  const who = ({ caller }: Made): string => callers(run)[caller]![0];
  const start = Math.min(readFromHour, one.hour + 30 * 24);
  if (start - one.hour < 7 * 24) return [];
  const before = all.filter(
    (other) => who(other) === who(one) && other.hour > one.hour && other.hour <= start,
  );
  if (before.length === 0) return ['principal'];
  if (before.length < 20 || Math.max(...before.map(({ hour }) => hour)) < one.hour + 24) return [];
  const traits: Record<Exclude<Mark['of'], 'principal'>, (made: Made) => string> = {
    api: ({ api }) => apis[api]!,
    region: ({ region }) => regions[region]!,
    network: ({ network }) => networks[network]![1],
    agent: ({ agent }) => agents[agent]![1],
  };
  return Object.entries(traits).flatMap(([name, of]) => {
    const same = before.filter((other) => of(other) === of(one));
    const values = new Set(before.map(of)).size;
    if (values * 4 > before.length || (name !== 'api' && values > 16)) return [];
    if (name === 'agent' && of(one) === traits.network(one)) return [];
    if (same.length === 0) return [`new ${name} 0`];
    const isRare =
      same.length <= 3 &&
      same.length * 100 <= before.length &&
      Math.min(...same.map(({ hour }) => hour)) >= one.hour + 24;
    return isRare ? [`rare ${name} ${same.length}`] : [];
  });
}

test('marks equal those of comparing each event with each other one', async () => {
  const { archive, service } = await serviceWithArchive();
  let run = 0;
  const seconds = (hour: number): number => NOW / 1000 - (hour + 1) * HOUR;
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(made, { minLength: 1, maxLength: 60 }),
        fc.array(made, { minLength: 200, maxLength: 260, size: 'max' }),
      ),
      fc.integer({ min: 0, max: 42 * 24 }),
      async (all, readFromHour) => {
        run += 1;
        const records = all.map((one, n) =>
          record(run * 1_000 + n, (one.hour + 1) * HOUR, {
            userIdentity: {
              type: one.caller === 0 ? 'IAMUser' : 'AssumedRole',
              arn: callers(run)[one.caller]![1],
              userName: `alice-${run}`,
            },
            eventName: apis[one.api],
            awsRegion: regions[one.region],
            sourceIPAddress: networks[one.network]![0],
            userAgent: agents[one.agent]![0],
          }),
        );
        const listed = records.map((one) => {
          const { event } = readRecord(JSON.stringify(one), scope);
          return { event: event!, at: Date.parse(one.eventTime) as EpochMs };
        });
        // Only of alice it is claimed that everything was read.
        const claim = {
          kind: `Username=alice-${run}`,
          ...claimOf(seconds(readFromHour), NOW / 1000, NOW / 1000),
        };
        await archive.write(scope, listed, claim);
        const asked = all.flatMap((one, n) => (one.caller === 0 ? [n] : [])).slice(0, 50);
        if (asked.length === 0) return;
        const answers = await service.novelty(
          asked.map((n) => askedOf(records[n]!)),
          never,
        );
        const marks = answers.map((answer) =>
          answer.marks.map(({ kind, of, before }) =>
            of === 'principal' ? of : `${kind} ${of} ${before}`,
          ),
        );
        expect(marks).toEqual(asked.map((n) => naive(all[n]!, all, readFromHour, run)));
        for (const mark of marks.flat()) kinds.add(mark.split(' ').slice(0, 2).join(' '));
      },
    ),
    // One in which each kind of mark comes up.
    { numRuns: 20, seed: 7 },
  );
  // Worth nothing if none of it came up.
  expect(kinds).toContain('new api');
  expect([...kinds].some((kind) => kind.startsWith('rare'))).toBe(true);
  expect(kinds).toContain('principal');
});
