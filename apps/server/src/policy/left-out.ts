import { caller, type Caller, outcome, text, member, type TrailEvent } from '@trailglass/record';

/** Why an event gives no permission; undefined for a call that somebody was allowed to make. */
export type Reason = 'denied' | 'by-service' | 'no-call';

/** Sign-ins, reports of services and Insights ask IAM for nothing. */
const calls = new Set(['AwsApiCall', 'AwsConsoleAction']);

export function reasonToLeaveOut(
  { record }: TrailEvent,
  by: Caller | undefined,
): Reason | undefined {
  const type = text(member(record, 'eventType')) ?? 'AwsApiCall';
  if (!calls.has(type) || text(member(record, 'eventName')) === undefined) return 'no-call';
  if (by?.kind === 'service') return 'by-service';
  // Its policy is the service's own.
  if (by?.chain.some(({ as }) => as === 'service-role') === true) return 'by-service';
  return outcome(record).kind === 'denied' ? 'denied' : undefined;
}

export const callerOf = ({ record }: TrailEvent): Caller | undefined => caller(record);

/** The name of whoever's policy it would be: the role of a session, else the user. */
export function policyHolder(by: Caller | undefined): string {
  const role = by?.chain.find(({ as }) => as === 'role' || as === 'permission-set');
  return (role ?? by?.chain[0])?.name ?? 'an unknown caller';
}
