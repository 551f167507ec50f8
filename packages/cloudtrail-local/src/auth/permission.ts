import type { AccountSettings } from '../accounts.ts';
import { AwsError } from '../aws-error.ts';
import type { Caller } from './authenticate.ts';
import type { Principal } from './principal.ts';
import { policyDecision } from './session-policy.ts';

const lookup = 'cloudtrail:LookupEvents';

/** Throws AWS's AccessDeniedException when the account's settings or the session's policy forbid LookupEvents. */
export function requireLookup(settings: AccountSettings | undefined, caller: Caller): void {
  const { principal, region } = caller;
  if (settings?.deny === true) throw lookupDenied(principal, 'identity-based');
  if (settings?.deny?.includes(region)) throw lookupDenied(principal, 'service control', true);
  const policy = principal.session?.policy;
  const decision = policy ? policyDecision(policy, lookup, region) : 'allowed';
  if (decision !== 'allowed') throw lookupDenied(principal, 'session', decision === 'explicit');
}

export const lookupDenied = (principal: Principal, kind: string, explicit = false): AwsError =>
  denied(
    principal,
    lookup,
    explicit
      ? `with an explicit deny in a ${kind} policy`
      : `because no ${kind} policy allows the ${lookup} action`,
  );

export const denied = (principal: Principal, action: string, why: string): AwsError =>
  new AwsError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} ${why}`,
  );
