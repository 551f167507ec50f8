import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { isAccountId, type AccountId } from '@trailglass/record';
import { clientOptions } from './client-options.ts';
import type { Credentials } from './credentials.types.ts';
import { InvalidAnswer } from './invalid-answer.ts';

/** Who AWS says is calling. */
export interface Caller {
  readonly account: AccountId;
  readonly arn: string;
}

export interface StsPlace {
  readonly region: string;
  readonly endpoint: string | undefined;
}

const DEADLINE_MS = 8_000;

const client = (place: StsPlace, credentials: Credentials): STSClient =>
  new STSClient({ ...clientOptions(place.region, place.endpoint), credentials });

export async function callerIdentity(place: StsPlace, credentials: Credentials): Promise<Caller> {
  const sts = client(place, credentials);
  try {
    const answer = await sts.send(new GetCallerIdentityCommand({}), {
      abortSignal: AbortSignal.timeout(DEADLINE_MS),
    });
    const { Account: account = '', Arn: arn } = answer;
    if (!isAccountId(account) || arn === undefined)
      throw new InvalidAnswer('STS GetCallerIdentity answered without an account.');
    return { account, arn };
  } finally {
    sts.destroy();
  }
}

export interface RoleRequest {
  readonly roleArn: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  readonly durationSeconds?: number | undefined;
  /** Absent only for a role in the middle of a chain, which must be able to assume the next. */
  readonly policy?: string | undefined;
}

export async function assumeRole(
  place: StsPlace,
  base: Credentials,
  request: RoleRequest,
): Promise<Credentials> {
  const sts = client(place, base);
  try {
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName ?? 'trailglass',
        ExternalId: request.externalId,
        DurationSeconds: request.durationSeconds,
        Policy: request.policy,
      }),
      { abortSignal: AbortSignal.timeout(DEADLINE_MS) },
    );
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
      throw new InvalidAnswer(`STS AssumeRole of ${request.roleArn} answered without credentials.`);
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
      ...(given.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  } finally {
    sts.destroy();
  }
}
