import type { ProblemType } from '@trailglass/api';
import { member, text } from '@trailglass/record';

/** What to do about a failed call by itself, before any person is asked. */
export type Remedy =
  /** The call came too soon: slow down, then again. */
  | 'slow-down'
  /** May work when tried again. */
  | 'retry'
  /** Ask the source for new credentials, then again once. */
  | 'new-credentials'
  /** The SDK has just corrected its clock from the answer: again once. */
  | 'again'
  /** The scan's token is not accepted: start again by time. */
  | 'new-token'
  | 'none';

export interface Failure {
  readonly type: ProblemType;
  readonly remedy: Remedy;
  /** AWS's or Node's own name for it: ThrottlingException, ENOTFOUND. */
  readonly name: string;
  readonly message: string;
  /** What a Retry-After header asked for. */
  readonly retryAfterMs?: number;
  /** It came on the way to credentials, before CloudTrail was asked. */
  readonly before?: 'credentials';
}

const rows = (type: ProblemType, remedy: Remedy, ...names: string[]) =>
  names.map((name) => [name, { type, remedy }] as const);

/** By the error's name. The HTTP status says little: CloudTrail throttles with 400 (cloudtrail.md 1.6). */
const byName = new Map<string, { readonly type: ProblemType; readonly remedy: Remedy }>([
  ...rows('throttled', 'slow-down', 'ThrottlingException', 'Throttling', 'ThrottledException'),
  ...rows('throttled', 'slow-down', 'TooManyRequestsException', 'RequestLimitExceeded', 'SlowDown'),
  ...rows('credentials-expired', 'new-credentials', 'ExpiredTokenException', 'ExpiredToken'),
  ...rows('credentials-invalid', 'new-credentials', 'UnrecognizedClientException'),
  ...rows('credentials-invalid', 'new-credentials', 'InvalidClientTokenId', 'InvalidAccessKeyId'),
  ...rows('credentials-invalid', 'none', 'SignatureDoesNotMatch', 'IncompleteSignature'),
  ...rows('credentials-invalid', 'again', 'InvalidSignatureException'),
  ...rows('credentials-invalid', 'none', 'MissingAuthenticationTokenException'),
  ...rows('clock-skewed', 'again', 'RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'),
  ...rows('access-denied', 'none', 'AccessDeniedException', 'AccessDenied', 'NotAuthorized'),
  ...rows('access-denied', 'none', 'UnauthorizedOperation', 'OperationNotPermittedException'),
  ...rows('region-disabled', 'none', 'OptInRequired', 'OptInRequiredException'),
  ...rows('region-disabled', 'none', 'RegionDisabledException', 'UnsupportedOperationException'),
  ...rows('upstream-failed', 'new-token', 'InvalidNextTokenException'),
  ...rows('upstream-failed', 'none', 'InvalidTimeRangeException', 'ValidationException'),
  ...rows(
    'upstream-failed',
    'none',
    'InvalidLookupAttributesException',
    'InvalidMaxResultsException',
  ),
  ...rows('upstream-failed', 'retry', 'InternalFailure', 'InternalServerError', 'InternalError'),
  ...rows('upstream-failed', 'retry', 'ServiceUnavailable', 'ServiceUnavailableException'),
  ...rows('upstream-invalid', 'retry', 'InvalidAnswer', 'BodyCutShort'),
  ...rows('upstream-invalid', 'none', 'BodyTooLarge'),
  ...rows('upstream-timeout', 'retry', 'TimeoutError', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'),
  ...rows('unreachable', 'retry', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'EAI_AGAIN'),
  ...rows(
    'unreachable',
    'retry',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNABORTED',
    'ERR_STREAM_PREMATURE_CLOSE',
  ),
  ...rows('credentials-expired', 'none', 'UnauthorizedException'),
  ...rows('credentials-missing', 'none', 'CredentialsProviderError', 'TokenProviderError'),
  ...rows('credentials-missing', 'none', 'CredentialsTimeout'),
  ...rows('wrong-account', 'none', 'WrongAccount'),
  ...rows('unreachable', 'none', 'ENOTFOUND', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED'),
  ...rows(
    'unreachable',
    'none',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  ),
  ...rows('unreachable', 'none', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'),
]);

/** What a failed SDK call was. `error` is whatever was thrown. */
export function failureOf(error: unknown): Failure {
  const name = text(property(error, 'name')) ?? 'Error';
  const code = text(property(error, 'code'));
  const message = (text(property(error, 'message')) ?? '').split('\n')[0]?.slice(0, 500) ?? '';
  const metadata = property(error, '$metadata');
  const status = Number(member(metadata, 'httpStatusCode'));
  const retryAfterMs = retryAfter(property(error, '$response'));
  const more = {
    name: code ?? name,
    message,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  // A page from a proxy has a status and no name that AWS gives; the parser's own error hides it.
  const isAwsName = byName.has(name);
  // Neither does AWS: something in between wants to know who asks.
  if (status === 407) return { type: 'unreachable', remedy: 'none', ...more, name: 'HTTP 407' };
  if (!isAwsName && status === 429) return { type: 'throttled', remedy: 'slow-down', ...more };
  if (!isAwsName && status >= 500) return { type: 'upstream-failed', remedy: 'retry', ...more };
  // Not even HTTP: a header too large, or with characters that no header has.
  if (code?.startsWith('HPE_')) return { type: 'upstream-invalid', remedy: 'retry', ...more };
  // The SDK could not read the answer: HTML, half a JSON text, a time that is none.
  if (name === 'SyntaxError' || name === 'TypeError')
    return property(error, '$response') === undefined
      ? { type: 'internal', remedy: 'none', ...more }
      : { type: 'upstream-invalid', remedy: 'retry', ...more };
  // The clock's own complaint comes under the signature's name.
  if (
    /^(InvalidSignature|SignatureDoesNotMatch)/.test(name) &&
    /expired|not yet|current/i.test(message)
  )
    return { type: 'clock-skewed', remedy: 'again', ...more };
  if (name.endsWith('ProviderError')) {
    // "The SSO session … has expired", "Token is expired", "SSO session token … was not found or is invalid";
    // and what IAM Identity Center itself says of a sign-in that was ended there.
    if (/expired|sso login|sso session|aws login|^UnauthorizedException/i.test(message))
      return { type: 'credentials-expired', remedy: 'none', ...more };
    const [unreached] =
      /\b(?:ENOTFOUND|EAI_AGAIN|E[A-Z]+(?:REFUSED|RESET|UNREACH))\b/.exec(message) ?? [];
    const row = byName.get(unreached ?? '');
    if (unreached !== undefined && row)
      return { ...row, ...more, name: unreached, before: 'credentials' };
  }
  const known = byName.get(name) ?? (code === undefined ? undefined : byName.get(code));
  return { ...(known ?? { type: 'upstream-failed', remedy: 'none' }), ...more };
}

/** Milliseconds from `Retry-After: 30` or a date. */
function retryAfter(response: unknown): number | undefined {
  const header = text(property(property(response, 'headers'), 'retry-after'));
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return ms > 0 ? ms : undefined;
}

/** Members of an Error are no JSON: name and message may stand on its prototype. */
const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
