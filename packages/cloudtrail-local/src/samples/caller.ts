import type { JsonObject } from '@trailglass/record';
import { assumedRole, awsService, type Session, sessionArn } from './identity.ts';

/** Who calls, from where and with what. */
export interface Caller {
  readonly identity: JsonObject;
  readonly account: string;
  /** How a refusal names them. */
  readonly arn: string;
  readonly ip: string;
  /** The AWS CLI writes the command into its user agent. */
  readonly agent: string | ((command: string, operation: string) => string);
  /** False where a service or the console stands between: then no TLS details are written. */
  readonly direct: boolean;
  readonly console?: boolean;
  readonly endpoint?: { readonly id: string; readonly account: string };
}

interface Means {
  readonly ip: string;
  readonly agent: Caller['agent'];
  readonly console?: boolean;
  readonly endpoint?: Caller['endpoint'];
}

export const asSession = (session: Session, means: Means): Caller => ({
  identity: assumedRole(session),
  account: session.role.account,
  arn: sessionArn(session),
  direct: true,
  ip: means.ip,
  agent: means.agent,
  ...(means.console && { console: true }),
  ...(means.endpoint && { endpoint: means.endpoint }),
});

/** A service that acts with the rights of a session: its name stands for address and agent. */
export const onBehalf = (session: Session, service: string): Caller => ({
  identity: assumedRole({ ...session, invokedBy: service }),
  account: session.role.account,
  arn: sessionArn(session),
  ip: service,
  agent: service,
  direct: false,
});

/** A service in its own name. */
export const asService = (service: string, account: string): Caller => ({
  identity: awsService(service),
  account,
  arn: service,
  ip: service,
  agent: service,
  direct: false,
});
