import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EpochMs } from '@trailglass/record';
import { pino } from 'pino';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { ACCOUNT, NOW, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';
import type { AccountSource } from '../config/types.ts';
import { createService } from '../service.ts';

const OTHER = '444455556666';
const bothAccounts = [
  { id: ACCOUNT, name: 'main', accessKeyId: 'local', secretAccessKey: 'local' },
  { id: OTHER, name: 'audit', accessKeyId: 'audit', secretAccessKey: 'audit', records: 'own' },
] as const;

let folder: string;
const profiles = (config: string): void => writeFileSync(join(folder, 'config'), config);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trailglass-aws-'));
  profiles('');
  writeFileSync(join(folder, 'credentials'), '');
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', folder);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

const profile = (name: string): AccountSource => ({ kind: 'profile', name, profile: name });

/** Notes every request that it gets, and refuses it. */
async function listener(): Promise<{ url: string; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      bodies.push(body);
      response.writeHead(403, { 'content-type': 'text/xml' });
      response.end('<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

test('a role is assumed from the base credentials and its account is read', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const roleArn = `arn:aws:iam::${OTHER}:role/Audit`;
  const theirs = record(1, 60, { recipientAccountId: OTHER });
  const { service } = await serviceAgainstLocal({
    local: { accounts: bothAccounts },
    records: [theirs],
    accounts: [{ kind: 'role', name: 'audit', roleArn }],
  });
  const { accounts } = await service.about({ check: false });
  expect(accounts).toEqual([
    { id: OTHER, name: 'audit', caller: `arn:aws:sts::${OTHER}:assumed-role/Audit/trailglass` },
  ]);
  expect(idsOf(await framesOf(service, request({ scopes: [`audit:${REGION}`] })))).toEqual([
    theirs.eventID,
  ]);
});

test('every role, a profile’s own too, is assumed with a session policy of what is called and no more', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  profiles(`
[profile base]
aws_access_key_id = local
aws_secret_access_key = local
[profile middle]
role_arn = arn:aws:iam::${OTHER}:role/Admin
source_profile = base
`);
  const { url, bodies } = await listener();
  const roleArn = `arn:aws:iam::${OTHER}:role/Audit`;
  const service = await createService(
    {
      mode: 'endpoint',
      endpoint: url,
      accounts: [{ kind: 'role', name: 'audit', roleArn, externalId: 'x-1' }, profile('middle')],
    },
    pino({ level: 'silent' }),
  );
  onTestFinished(() => service.close());
  const asked = bodies.filter((body) => body !== '').map((body) => new URLSearchParams(body));
  expect(asked.map((body) => body.get('Action'))).toEqual(['AssumeRole', 'AssumeRole']);
  for (const body of asked)
    expect(JSON.parse(body.get('Policy') ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['cloudtrail:LookupEvents'], Resource: '*' }],
    });
  expect(asked.find((body) => body.get('RoleArn') === roleArn)?.get('ExternalId')).toBe('x-1');
});

test('an expired sign-in is explained with the command that mends it, of the profile that signs in', async () => {
  profiles(`
[profile dev]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = ${ACCOUNT}
sso_role_name = Reader
[profile prod]
role_arn = arn:aws:iam::${OTHER}:role/Audit
source_profile = dev
`);
  const { service } = await serviceAgainstLocal({ accounts: [profile('dev'), profile('prod')] });
  const { accounts } = await service.about({ check: false });
  expect(accounts).toMatchObject([
    { id: 'dev', problem: { type: 'credentials-expired', command: 'aws sso login --profile dev' } },
    {
      id: 'prod',
      problem: { type: 'credentials-expired', command: 'aws sso login --profile dev' },
    },
  ]);
  const frames = await framesOf(service, request({ scopes: [`dev:${REGION}`] }));
  expect(ofType(frames, 'problem')[0]?.problem).toMatchObject({
    type: 'credentials-expired',
    account: 'dev',
    command: 'aws sso login --profile dev',
  });
  expect(endOf(frames).complete).toBe(false);
});

test('expired keys of a profile are renewed in the file where they stand', async () => {
  const credentials = join(folder, 'credentials');
  writeFileSync(credentials, '[dev]\naws_access_key_id = old\naws_secret_access_key = old\n');
  profiles(`
[profile prod]
role_arn = arn:aws:iam::${OTHER}:role/Audit
source_profile = dev
`);
  const { service } = await serviceAgainstLocal({
    local: {
      accounts: [
        { id: ACCOUNT, name: 'dev', accessKeyId: 'old', secretAccessKey: 'old', expired: true },
      ],
    },
    accounts: [profile('dev'), profile('prod')],
  });
  const { accounts } = await service.about({ check: false });
  for (const { problem } of accounts) {
    expect(problem?.type).toBe('credentials-expired');
    expect(problem?.detail).toContain(`Put new keys for profile dev into ${credentials};`);
  }
});

test('a profile that is not there or has no credentials says so', async () => {
  const { service } = await serviceAgainstLocal({ accounts: [profile('nowhere')] });
  expect((await service.about({ check: false })).accounts).toMatchObject([
    { id: 'nowhere', problem: { type: 'credentials-missing', account: 'nowhere' } },
  ]);
});

test('keys that AWS does not know are invalid, not expired', async () => {
  const { service } = await serviceAgainstLocal({
    accounts: [{ kind: 'keys', name: 'old', accessKeyId: 'nobody', secretAccessKey: 'x' }],
  });
  expect((await service.about({ check: false })).accounts).toMatchObject([
    { id: 'old', problem: { type: 'credentials-invalid' } },
  ]);
});

/** A profile whose credentials are what the file says at the time. */
function processProfile(name: string): (key: string, secondsLeft: number) => void {
  const file = join(folder, 'keys.json');
  profiles(`[profile ${name}]\ncredential_process = cat ${file}\n`);
  return (key, secondsLeft) =>
    writeFileSync(
      file,
      JSON.stringify({
        Version: 1,
        AccessKeyId: key,
        SecretAccessKey: key,
        Expiration: new Date(Date.now() + secondsLeft * 1000).toISOString(),
      }),
    );
}

test('U20: credentials that now belong to another account stop the reading', async () => {
  const renew = processProfile('prod');
  renew('local', 2);
  const mine = record(1, 60);
  const { service } = await serviceAgainstLocal({
    local: { accounts: bothAccounts },
    records: [mine, record(2, 60, { recipientAccountId: OTHER })],
    accounts: [profile('prod')],
  });
  expect(idsOf(await framesOf(service, request()))).toContain(mine.eventID);
  renew('audit', 3600);
  await sleep(2_100);
  const frames = await framesOf(service, request());
  expect(idsOf(frames)).toEqual([]);
  expect(ofType(frames, 'problem')[0]?.problem).toMatchObject({
    type: 'wrong-account',
    account: ACCOUNT,
  });
});

test('credentials that are mended work without a restart', async () => {
  const renew = processProfile('prod');
  const { service } = await serviceAgainstLocal({
    records: [record(1, 60)],
    accounts: [profile('prod')],
  });
  expect((await service.about({ check: false })).accounts[0]?.problem).toBeDefined();
  renew('local', 3600);
  await sleep(5_000);
  expect((await service.about({ check: true })).accounts).toMatchObject([
    { id: ACCOUNT, name: 'prod', caller: expect.any(String) },
  ]);
  expect(endOf(await framesOf(service, request())).matched).toBe(1);
}, 15_000);

test('an endpoint in the environment or in a profile is not followed', async () => {
  const { url, bodies } = await listener();
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  vi.stubEnv('AWS_ENDPOINT_URL_STS', url);
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDTRAIL', url);
  profiles(`
[profile base]
aws_access_key_id = local
aws_secret_access_key = local
endpoint_url = ${url}
[profile prod]
role_arn = arn:aws:iam::${OTHER}:role/Audit
source_profile = base
endpoint_url = ${url}
`);
  const { service, local } = await serviceAgainstLocal({ accounts: [profile('prod')] });
  await framesOf(service, request({ scopes: [`prod:${REGION}`], from: NOW, to: NOW }));
  expect(local.requests().length).toBeGreaterThan(0);
  expect(bodies).toEqual([]);
});

test.each([-3_600_000, 3_600_000])(
  'U23: a clock that is %i ms wrong is corrected from what AWS answers',
  async (off) => {
    const right = () => performance.timeOrigin + performance.now();
    vi.spyOn(Date, 'now').mockImplementation(() => right() + off);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const { service } = await serviceAgainstLocal({
      local: { realTime: right, now: undefined },
      records: [{ ...record(1, 0), eventTime: new Date(right() - 60_000).toISOString() }],
    });
    const { accounts, now } = await service.about({ check: false });
    expect(accounts).toMatchObject([{ id: ACCOUNT, caller: expect.any(String) }]);
    expect(Math.abs(Date.parse(now) - right())).toBeLessThan(5_000);
    const window = { from: (right() - 3_600_000) as EpochMs, to: right() as EpochMs };
    expect(endOf(await framesOf(service, request(window)))).toMatchObject({ matched: 1 });
  },
);
