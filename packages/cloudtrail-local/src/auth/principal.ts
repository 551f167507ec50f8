import { createHash } from 'node:crypto';
import type { SessionPolicy } from './session-policy.ts';

/** Who signed a request. */
export interface Principal {
  readonly account: string;
  readonly arn: string;
  /** As GetCallerIdentity gives it: AIDA… for a user, AROA…:session for a role session. */
  readonly userId: string;
  /** Only for a role session. */
  readonly session?: Session;
}

export interface Session {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly expires: number;
  readonly policy: SessionPolicy | undefined;
}

export const userPrincipal = (account: string, arn: string): Principal => ({
  account,
  arn,
  userId: `AIDA${idPart(arn)}`,
});

export const roleId = (roleArn: string): string => `AROA${idPart(roleArn)}`;

/** Seventeen letters and digits as in AWS's unique ids; the same for the same name. */
function idPart(name: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bytes = createHash('sha256').update(name).digest().subarray(0, 17);
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('');
}
