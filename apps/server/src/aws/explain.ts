import { problem, type Problem } from '@trailglass/api';
import type { Failure } from './failure.ts';
import { lookupDenied } from './lookup-denied.ts';
import { neededPolicy } from './session-policy.ts';
import type { KeysPlace } from './shared-config.ts';

/** Where a call failed, in the words that a message needs. */
export interface Whereabouts {
  readonly name: string;
  /** Twelve digits when known. */
  readonly account: string;
  readonly region?: string;
  readonly caller?: string;
  /** The profile that `aws sso login` mends, when the account signs in that way. */
  readonly ssoProfile?: string;
  /** Where the access key stands, when a file has it. */
  readonly keys?: KeysPlace;
  readonly profile?: string;
  readonly endpoint?: string;
}

/** A failure as a problem document: what happened, in which account and Region, and what mends it. */
export function explain(failure: Failure, at: Whereabouts): Problem {
  const detail = words[failure.type]?.(failure, at) ?? fallback(failure, at);
  const command = commandFor(failure, at);
  return problem(failure.type, detail, {
    account: at.account,
    ...(at.region === undefined ? {} : { region: at.region }),
    ...(command === undefined ? {} : { command }),
    ...(failure.type === 'access-denied' ? { policy: neededPolicy() } : {}),
    ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
  });
}

/** Of credentials, which are the whole account's, whichever Region was asked with them. */
const account = (at: Whereabouts): string =>
  `account ${at.name === at.account ? at.name : `${at.name} (${at.account})`}`;
const place = (at: Whereabouts): string =>
  account(at) + (at.region === undefined ? '' : ` in ${at.region}`);
const target = (at: Whereabouts): string => at.endpoint ?? 'AWS';
const said = (failure: Failure): string =>
  failure.message === '' ? failure.name : `${failure.name}: ${failure.message}`;

const isHanging = ({ name }: Failure): boolean => name === 'CredentialsTimeout';

function renew({ ssoProfile, keys }: Whereabouts): string {
  if (ssoProfile !== undefined) return 'Sign in again; Trailglass goes on by itself.';
  return keys === undefined
    ? 'Renew them where they came from; Trailglass picks them up by itself.'
    : `Put new keys for profile ${keys.profile} into ${keys.file}; Trailglass picks them up by itself.`;
}

const fallback = (failure: Failure, at: Whereabouts): string =>
  `The call failed for ${place(at)}. ${target(at)} answered ${said(failure)}`;

const words: Partial<Record<Failure['type'], (failure: Failure, at: Whereabouts) => string>> = {
  'access-denied': (failure, at) =>
    failure.message.includes('sts:AssumeRole')
      ? `The role for ${place(at)} could not be assumed. AWS said: ${failure.message}`
      : lookupDenied(failure.message, at.caller, place(at)),
  'credentials-missing': (failure, at) =>
    isHanging(failure)
      ? `What gives the credentials for ${account(at)} does not answer. ${failure.message} Look whether it waits for ` +
        'something (a sign-in, a code, a VPN); Trailglass goes on by itself when it has answered.'
      : failure.message.startsWith('ForbiddenException')
        ? `IAM Identity Center gives no credentials for ${account(at)}: the profile's role is not, or no more, assigned to ` +
          `whoever signed in. It said: ${failure.message}`
        : `No credentials were found for ${account(at)}. ${failure.message}`,
  'wrong-account': (failure, at) =>
    `${failure.message} Nothing more is read for ${account(at)}, so that accounts never mix. ` +
    'Sign in to the account that Trailglass was started with, or restart it.',
  'credentials-expired': (_, at) => `The credentials for ${account(at)} have expired. ${renew(at)}`,
  'credentials-invalid': (failure, at) =>
    `The credentials for ${account(at)} are not accepted. ` +
    `${at.ssoProfile === undefined ? 'Check the access key and its secret.' : 'Sign in again.'} AWS said: ${said(failure)}`,
  'region-disabled': (_, at) =>
    `The Region is not enabled for ${place(at)}. Enable it under Account › AWS Regions, or leave it out.`,
  'clock-skewed': (_, at) =>
    `AWS refused the call for ${place(at)} because this machine's clock is wrong. Set the clock and try again.`,
  throttled: (_, at) =>
    `AWS is throttling look-ups in ${place(at)}: two a second are allowed, shared with everything else that reads ` +
    'its event history.',
  'upstream-timeout': (failure, at) =>
    /establish a connection/.test(failure.message)
      ? `No connection to ${target(at)} came about for ${place(at)}: what is sent there is not answered at all. ` +
        'A firewall, a VPN or a proxy may stand in the way.'
      : `${target(at)} did not answer in time for ${place(at)}.`,
  'upstream-invalid': (failure, at) =>
    `What came back for ${place(at)} is not an answer of CloudTrail (${failure.message || failure.name}). ` +
    'A proxy or a sign-in page of the network may stand in between.',
  unreachable: (failure, at) =>
    `${failure.before === 'credentials' ? 'What gives the credentials' : target(at)} cannot be reached for ${place(at)}: ${reach(failure.name)}`,
};

function reach(name: string): string {
  if (name === 'HTTP 407')
    return 'a proxy in between wants a sign-in (407). Let it pass calls to AWS, or use another network.';
  if (name === 'ENOTFOUND' || name === 'EAI_AGAIN')
    return 'its name is not found. Check the network, the DNS and the Region.';
  if (name === 'ECONNREFUSED') return 'the connection was refused. Check that it is running.';
  if (name.includes('CERT') || name.includes('VERIFY') || name.includes('ISSUER'))
    return `its certificate is not trusted (${name}). If your network inspects TLS, set NODE_EXTRA_CA_CERTS.`;
  return `the connection broke (${name}). Check the network.`;
}

function commandFor(failure: Failure, at: Whereabouts): string | undefined {
  if (isHanging(failure)) return undefined;
  if (failure.type.startsWith('credentials-') && at.ssoProfile !== undefined)
    return `aws sso login --profile ${at.ssoProfile}`;
  if (failure.type === 'credentials-missing' || failure.type === 'credentials-invalid')
    return at.profile === undefined ? 'aws configure' : `aws configure --profile ${at.profile}`;
  return undefined;
}
