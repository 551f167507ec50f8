import { asSession, type Caller } from '../caller.ts';
import { globalRegion, production } from '../cast/accounts.ts';
import { awsCli, browsers } from '../cast/agents.ts';
import { personNamed, type PermissionSet } from '../cast/people.ts';
import { ssoRole } from '../cast/roles.ts';
import { siteAt } from '../cast/sites.ts';
import { longDate } from '../apis/api.ts';
import { assumeWithSaml } from '../handover.ts';
import { arn } from '../ids.ts';
import { consoleLogin } from '../sign-in.ts';
import type { Tape } from '../tape.ts';
import { backdoorUser, leakedKey, leakedUser, legacyTrail, miningRegion } from './incident-cast.ts';

const home = siteAt(production, globalRegion);
const mining = siteAt(production, miningRegion);
type At = (clock: string) => number;

function comeIn(tape: Tape, time: number, name: string, set: PermissionSet): Caller {
  const person = personNamed(name);
  const ip = person.addresses[0] ?? '';
  const session = assumeWithSaml(tape, time, ssoRole(production, set), person.email);
  const agent = browsers[person.browser];
  consoleLogin(tape, time + 2000, { session, ip, agent });
  return asSession(session, { ip, agent, console: true });
}

function trace(
  tape: Tape,
  time: number,
  caller: Caller,
  site: typeof home,
  key: string,
  value: string,
): void {
  tape.call(time, site, caller, 'cloudtrail:LookupEvents', {
    request: {
      lookupAttributes: [{ attributeKey: key, attributeValue: value }],
      startTime: longDate(time - 86_400_000),
      endTime: longDate(time),
      maxResults: 50,
    },
    smooth: true,
  });
}

interface Damage {
  readonly backdoorKey: string;
  readonly instances: readonly string[];
}

/** Sam is on call: find the key, shut it, close the sessions it made, then undo what they did. */
export function respond(tape: Tape, at: At, damage: Damage): void {
  const sam = comeIn(tape, at('02:46:50'), 'sam.whitlock', 'AdministratorAccess');
  tape.call(at('02:47:20'), home, sam, 'guardduty:ListFindings');
  tape.call(at('02:47:22'), home, sam, 'guardduty:GetFindings');
  trace(tape, at('02:48:05'), sam, home, 'AccessKeyId', leakedKey);
  trace(tape, at('02:48:50'), sam, home, 'Username', leakedUser);
  tape.call(at('02:49:30'), home, sam, 'iam:ListAccessKeys', { request: { userName: leakedUser } });
  tape.call(at('02:49:31'), home, sam, 'iam:GetAccessKeyLastUsed', {
    request: { accessKeyId: leakedKey },
  });
  const inactive = (time: number, userName: string, accessKeyId: string): void =>
    tape.rare(time, home, sam, 'iam:UpdateAccessKey', false, {
      request: { userName, accessKeyId, status: 'Inactive' },
    });
  inactive(at('02:50:12'), leakedUser, leakedKey);
  for (const [clock, roleName] of [
    ['02:51:40', 'legacy-release-admin'],
    ['02:52:08', 'batch-compute-admin'],
  ] as const) {
    tape.call(at(clock), home, sam, 'iam:PutRolePolicy', {
      request: {
        roleName,
        policyName: 'AWSRevokeOlderSessions',
        policyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              Action: ['*'],
              Resource: ['*'],
              Condition: {
                DateLessThan: { 'aws:TokenIssueTime': new Date(at(clock)).toISOString() },
              },
            },
          ],
        }),
      },
    });
  }
  inactive(at('02:53:02'), backdoorUser, damage.backdoorKey);
  undo(tape, at, sam, damage);
  const omar = comeIn(tape, at('03:01:15'), 'omar.haddad', 'SecurityAudit');
  trace(tape, at('03:02:10'), omar, home, 'AccessKeyId', damage.backdoorKey);
  trace(tape, at('03:03:30'), omar, mining, 'EventName', 'RunInstances');
}

function undo(tape: Tape, at: At, sam: Caller, damage: Damage): void {
  const backdoor = { userName: backdoorUser };
  tape.rare(at('02:54:10'), home, sam, 'iam:DeleteUser', false, {
    failure: {
      code: 'DeleteConflictException',
      message: 'Cannot delete entity, must delete access keys first.',
    },
    request: backdoor,
  });
  tape.rare(at('02:54:36'), home, sam, 'iam:DeleteAccessKey', false, {
    request: { ...backdoor, accessKeyId: damage.backdoorKey },
  });
  tape.rare(at('02:54:50'), home, sam, 'iam:DetachUserPolicy', false, {
    request: { ...backdoor, policyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
  });
  tape.rare(at('02:55:04'), home, sam, 'iam:DeleteUser', false, { request: backdoor });
  tape.rare(at('02:56:20'), home, sam, 'cloudtrail:StartLogging', false, {
    request: { name: legacyTrail },
  });
  const bucketName = 'larkhill-prod-exports';
  tape.rare(at('02:57:45'), home, sam, 's3:DeleteBucketPolicy', false, {
    request: { bucketName, Host: `${bucketName}.s3.amazonaws.com`, policy: '' },
    touches: [{ type: 'AWS::S3::Bucket', arn: `arn:aws:s3:::${bucketName}` }],
  });
  clearMine(tape, at, sam, damage.instances);
  for (const [clock, name] of [
    ['03:06:12', 'prod/checkout/payment-provider'],
    ['03:06:40', 'prod/orders/db'],
  ] as const) {
    const secretId = arn('secretsmanager', globalRegion, production, `secret:${name}-Qm3xVb`);
    const clientRequestToken = tape.from.uuid();
    tape.rare(at(clock), home, sam, 'secretsmanager:RotateSecret', false, {
      request: { secretId, clientRequestToken, rotateImmediately: true },
      answer: { arn: secretId, name, versionId: clientRequestToken },
    });
  }
}

/** The instances were launched with termination protection: it comes off first. */
function clearMine(tape: Tape, at: At, sam: Caller, instances: readonly string[]): void {
  const terminal: Caller = { ...sam, agent: awsCli('mac'), console: false };
  const items = instances.map((instanceId) => ({ instanceId }));
  tape.call(at('02:58:30'), mining, terminal, 'ec2:DescribeInstances');
  tape.rare(at('02:59:02'), mining, terminal, 'ec2:TerminateInstances', false, {
    request: { instancesSet: { items } },
    failure: {
      code: 'Client.OperationNotPermitted',
      message: `The instance '${instances[0]}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
    },
  });
  instances.forEach((instanceId, i) =>
    tape.rare(at(`02:59:${40 + i * 4}`), mining, terminal, 'ec2:ModifyInstanceAttribute', false, {
      request: { instanceId, disableApiTermination: { value: false } },
      answer: { requestId: tape.from.uuid(), _return: true },
    }),
  );
  tape.rare(at('03:00:20'), mining, terminal, 'ec2:TerminateInstances', false, {
    request: { instancesSet: { items } },
    answer: {
      requestId: tape.from.uuid(),
      instancesSet: {
        items: items.map(({ instanceId }) => ({
          instanceId,
          currentState: { code: 32, name: 'shutting-down' },
          previousState: { code: 16, name: 'running' },
        })),
      },
    },
  });
  tape.rare(at('03:04:11'), mining, terminal, 'ec2:DeleteKeyPair', false, {
    request: { keyName: 'ubuntu-au' },
    answer: { requestId: tape.from.uuid(), _return: true },
  });
}
