import { production } from '../cast/accounts.ts';
import { siteAt } from '../cast/sites.ts';
import type { Caller } from '../caller.ts';
import { iamUser, stamp, userArn } from '../identity.ts';
import { draw } from '../random.ts';
import type { Sample } from '../record.ts';
import { passwordLogin } from '../sign-in.ts';
import { Tape } from '../tape.ts';
import { runInstances } from './lesson-request.ts';

const dayMs = 86_400_000;
const clock = (hours: number, minutes: number, seconds: number): number =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000;

const user = {
  type: 'IAMUser',
  principalId: 'AIDAZFDZ2ZUTSWJCHYKF',
  arn: userArn(production, 'kodekloud'),
  accountId: production,
  accessKeyId: 'ASIAZFDZ2ZUTSYABGGX',
  userName: 'kodekloud',
};
const address = '70.175.135.47';
const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/**
 * The event that the lesson reads, and the quarter of an hour around it: the user `kodekloud` signs in, finds
 * the launch page and starts Server1 in us-east-2. Dated yesterday, at the lesson's own time of day.
 */
export function lesson(now: number, seed: number): readonly Sample[] {
  const yesterday = Math.floor(now / dayMs) * dayMs - dayMs;
  const signedIn = yesterday + clock(17, 21, 45);
  const launched = yesterday + clock(17, 50, 24);
  const tape = new Tape(draw(seed, 'lesson'));

  passwordLogin(tape, signedIn, {
    account: production,
    identity: { ...iamUser(production, 'kodekloud'), principalId: user.principalId },
    ip: address,
    agent: browser,
  });
  const sessionContext = {
    sessionIssuer: {},
    webIdFederationData: {},
    attributes: { creationDate: stamp(signedIn), mfaAuthenticated: 'false' },
  };
  const caller: Caller = {
    identity: { ...user, sessionContext },
    account: production,
    arn: user.arn,
    ip: address,
    agent: 'AWS Internal',
    direct: false,
    console: true,
  };
  const site = siteAt(production, 'us-east-2');
  const before = (minutes: number, seconds: number): number =>
    yesterday + clock(17, minutes, seconds);
  tape.call(before(46, 2), site, caller, 'ec2:DescribeInstances');
  tape.call(before(46, 3), site, caller, 'ec2:DescribeAccountAttributes');
  tape.call(before(47, 11), site, caller, 'ec2:DescribeKeyPairs');
  tape.call(before(47, 12), site, caller, 'ec2:DescribeVpcs');
  tape.call(before(47, 40), site, caller, 'ec2:DescribeSecurityGroups');

  tape.put({
    version: '1.08',
    identity: { ...user, sessionContext },
    time: launched,
    source: 'ec2.amazonaws.com',
    name: 'RunInstances',
    region: 'us-east-2',
    ip: address,
    agent: 'AWS Internal',
    ...runInstances(launched - 1000),
    requestId: 'b3116925-dea3-43fd-9b10-19932ce1925',
    eventId: 'e2f69382-7637-4deb-83ed-e6ee31cac1c4',
    readOnly: false,
    recipient: production,
    fromConsole: true,
  });
  tape.call(launched + 3000, site, caller, 'ec2:DescribeInstances', {
    request: { instancesSet: { items: [{ instanceId: 'i-0123456789abcdef0' }] }, filterSet: {} },
  });
  return tape.events;
}
