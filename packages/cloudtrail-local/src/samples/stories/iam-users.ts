import type { ApiName } from '../apis/catalogue.ts';
import { longDate } from '../apis/api.ts';
import type { Caller } from '../caller.ts';
import { globalRegion, production, staging } from '../cast/accounts.ts';
import { awsCli, browsers } from '../cast/agents.ts';
import { siteAt } from '../cast/sites.ts';
import { iamUser, rootUser, userArn } from '../identity.ts';
import { arn, idOf, newId, sessionToken } from '../ids.ts';
import { draw, type Draw } from '../random.ts';
import type { Sample } from '../record.ts';
import { inOfficeHours, steadily, type Story, walk } from '../rhythm.ts';
import { passwordLogin } from '../sign-in.ts';
import { Tape } from '../tape.ts';

/** The users that were there before single sign-on, each with a device. */
const users = [
  { account: production, name: 'backup-operator', ip: '203.0.113.90', region: 'eu-west-1' },
  { account: staging, name: 'vendor-loadtest', ip: '198.51.100.190', region: 'eu-central-1' },
] as const;

const looked: readonly ApiName[] = [
  'backup:ListBackupVaults',
  'backup:ListRecoveryPointsByBackupVault',
  'rds:DescribeDBSnapshots',
  'ec2:DescribeSnapshots',
  'backup:StartBackupJob',
];

/** In the console with password and device, or in a terminal with GetSessionToken. */
function work(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const user = from.pick(users);
  const { account, name, ip } = user;
  const device = arn('iam', '', account, `mfa/${name}-phone`);
  const site = siteAt(account, user.region);
  const key = newId('ASIA', account, from);
  const inConsole = from.chance(0.5);
  const agent = inConsole ? browsers['chrome-windows'] : awsCli('windows');
  if (inConsole) {
    passwordLogin(tape, start, {
      account,
      identity: iamUser(account, name),
      mfa: device,
      ip,
      agent: browsers['chrome-windows'],
    });
  } else {
    const longLived = idOf('AKIA', account, name);
    const caller: Caller = {
      identity: iamUser(account, name, longLived),
      account,
      arn: userArn(account, name),
      ip,
      agent,
      direct: true,
    };
    tape.rare(start, siteAt(account, globalRegion), caller, 'sts:GetSessionToken', true, {
      request: { serialNumber: device, durationSeconds: 14_400 },
      answer: {
        credentials: {
          accessKeyId: key,
          sessionToken: sessionToken(from),
          expiration: longDate(start + 14_400_000),
        },
      },
    });
  }
  const caller: Caller = {
    identity: iamUser(account, name, key, { created: start, mfa: true }),
    account,
    arn: userArn(account, name),
    ip,
    agent,
    direct: true,
    console: inConsole,
  };
  for (const name of looked) if (from.chance(0.7)) tape.call(next(1, 90), site, caller, name);
  return tape.events;
}

/** Wrong passwords: of a known user, and of names that are none. */
function wrongPassword(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const known = from.chance(0.4);
  const user = from.pick(users);
  const account = known ? user.account : production;
  const ip = known
    ? user.ip
    : from.pick(['192.0.2.201', '198.51.100.252', '203.0.113.246', '2001:db8:bad::17']);
  const agent = from.pick([browsers['chrome-windows'], browsers.firefox]);
  const tries = from.int(1, 3);
  for (let i = 0; i < tries; i++) {
    passwordLogin(tape, next(4, 30), {
      account,
      ip,
      agent,
      identity: known
        ? { type: 'IAMUser', accountId: account, accessKeyId: '', userName: user.name }
        : {
            type: 'IAMUser',
            accountId: account,
            accessKeyId: '',
            userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
          },
      failure: {
        message: known ? 'Failed authentication' : 'No username found in supplied account',
      },
    });
  }
  return tape.events;
}

export const iamUserStories: readonly Story[] = [
  { name: 'iam user', rhythm: inOfficeHours(1, 1), haste: 1, tell: work },
  { name: 'wrong password', rhythm: steadily(0.6), haste: 4, tell: wrongPassword },
];

/** Once, weeks ago, somebody opened the safe: root signs in, looks at the account and leaves. */
export function rootSignIn(now: number, seed: number): readonly Sample[] {
  const from = draw(seed, 'root');
  const tape = new Tape(from);
  const day = 86_400_000;
  const start = Math.floor(now / day) * day - 41 * day + 9 * 3_600_000 + from.int(0, 3_000_000);
  const next = walk(start, from);
  const identity = rootUser(production);
  const ip = '203.0.113.42';
  const agent = browsers['chrome-mac'];
  passwordLogin(tape, start, {
    account: production,
    identity,
    ip,
    agent,
    mfa: arn('iam', '', production, 'mfa/root-account-mfa-device'),
  });
  const caller: Caller = {
    identity: {
      ...identity,
      accessKeyId: newId('ASIA', production, from),
      sessionContext: {
        attributes: {
          creationDate: new Date(Math.floor(start / 1000) * 1000)
            .toISOString()
            .replace('.000Z', 'Z'),
          mfaAuthenticated: 'true',
        },
      },
    },
    account: production,
    arn: arn('iam', '', production, 'root'),
    ip,
    agent,
    direct: true,
    console: true,
  };
  const site = siteAt(production, globalRegion);
  tape.call(next(8, 20), site, caller, 'iam:GetAccountSummary');
  tape.call(next(2, 9), site, caller, 'iam:ListMFADevices', { request: {} });
  tape.call(next(30, 90), site, caller, 'health:DescribeEventAggregates');
  return tape.events;
}
