import type { AccountSettings } from '../accounts.ts';
import type { Caller } from '../auth/authenticate.ts';
import type { KeyRing } from '../auth/key-ring.ts';
import { denied } from '../auth/permission.ts';
import { roleId } from '../auth/principal.ts';
import { parseSessionPolicy } from '../auth/session-policy.ts';
import { AwsError } from '../aws-error.ts';
import type { XmlTree } from './xml.ts';

const hour = 3600;

/** AssumeRole: any role of a known account can be assumed, as far as the account's externalId allows. */
export function assumeRole(
  form: URLSearchParams,
  caller: Caller,
  accounts: ReadonlyMap<string, AccountSettings>,
  keys: KeyRing,
  now: number,
): XmlTree {
  const roleArn = required(form, 'RoleArn');
  const name = required(form, 'RoleSessionName');
  if (!/^[\w+=,.@-]{2,64}$/.test(name))
    throw invalid(`Value '${name}' at 'roleSessionName' must match [\\w+=,.@-]{2,64}`);
  const seconds = duration(form, caller);

  const role = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]{1,64})$/.exec(roleArn);
  if (!role) throw new AwsError('ValidationError', `${roleArn} is invalid`);
  const [, partition = 'aws', id = '', roleName = ''] = role;
  const account = accounts.get(id);
  const externalId = form.get('ExternalId') ?? undefined;
  if (!account || (account.externalId !== undefined && account.externalId !== externalId))
    throw denied(caller.principal, 'sts:AssumeRole', `on resource: ${roleArn}`);

  const policy = form.get('Policy');
  const key = keys.mint(
    {
      account: id,
      arn: `arn:${partition}:sts::${id}:assumed-role/${roleName}/${name}`,
      userId: `${roleId(roleArn)}:${name}`,
    },
    { expires: now + seconds * 1000, policy: policy ? parseSessionPolicy(policy) : undefined },
    now,
  );
  const { session, arn, userId } = key.principal;
  return {
    Credentials: {
      AccessKeyId: key.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: session.token,
      Expiration: new Date(session.expires).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    SourceIdentity: form.get('SourceIdentity') ?? undefined,
  };
}

function duration(form: URLSearchParams, caller: Caller): number {
  const given = form.get('DurationSeconds') ?? String(hour);
  const seconds = Number(given);
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > 12 * hour)
    throw invalid(`Value '${given}' at 'durationSeconds' must be from 900 to 43200`);
  if (caller.principal.session && seconds > hour) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  return seconds;
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  const member = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  throw invalid(`Value null at '${member}' failed to satisfy constraint: Member must not be null`);
}

const invalid = (message: string) =>
  new AwsError('ValidationError', `1 validation error detected: ${message}`);
