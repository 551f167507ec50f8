import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { isAccountId, type AccountId } from '@trailglass/record';
import { clientOptions } from './client-options.ts';
import type { Clock } from './clock.ts';
import type { Credentials } from './credentials.types.ts';
import { failureOf } from './failure.ts';
import { InvalidAnswer } from './invalid-answer.ts';
import { observation, observe } from './observe.ts';

/** Who AWS says is calling. */
export interface Caller {
  readonly account: AccountId;
  readonly arn: string;
}

export interface StsPlace {
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly clock: Clock;
}

const DEADLINE_MS = 8_000;

/** Makes the call a second time when the first has only taught the SDK what time it is. */
async function asking<T>(
  place: StsPlace,
  credentials: Credentials,
  send: (sts: STSClient, abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  const sts = new STSClient({ ...clientOptions(place.region, place.endpoint), credentials });
  sts.middlewareStack.add(observe({ onAnswer: (date) => place.clock.learn(date) }), observation);
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  try {
    return await send(sts, deadline);
  } catch (error) {
    if (failureOf(error).remedy !== 'again') throw error;
    return await send(sts, deadline);
  } finally {
    sts.destroy();
  }
}

export async function callerIdentity(place: StsPlace, credentials: Credentials): Promise<Caller> {
  const answer = await asking(place, credentials, (sts, abortSignal) =>
    sts.send(new GetCallerIdentityCommand({}), { abortSignal }),
  );
  const { Account: account = '', Arn: arn } = answer;
  if (!isAccountId(account) || arn === undefined)
    throw new InvalidAnswer('STS GetCallerIdentity answered without an account.');
  return { account, arn };
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
  const { Credentials: given } = await asking(place, base, (sts, abortSignal) =>
    sts.send(
      new AssumeRoleCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName ?? 'trailglass',
        ExternalId: request.externalId,
        DurationSeconds: request.durationSeconds,
        Policy: request.policy,
      }),
      { abortSignal },
    ),
  );
  if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
    throw new InvalidAnswer(`STS AssumeRole of ${request.roleArn} answered without credentials.`);
  return {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
    ...(given.Expiration === undefined ? {} : { expiration: given.Expiration }),
  };
}
