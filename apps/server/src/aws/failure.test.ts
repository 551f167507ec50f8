import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { failureOf } from './failure.ts';

/** As the SDK's provider for IAM Identity Center throws it: what it met, as text. */
const provider = (message: string) =>
  Object.assign(new Error(message), { name: 'CredentialsProviderError' });
const corp = { name: 'corp', account: 'corp', profile: 'corp', ssoProfile: 'corp' };
const signIn = 'aws sso login --profile corp';

test.each([
  ['The SSO session associated with this profile has expired.', 'credentials-expired', signIn],
  ['UnauthorizedException: Session token not found or invalid', 'credentials-expired', signIn],
  ['ForbiddenException: No access', 'credentials-missing', signIn],
  ['Profile corp could not be found in shared credentials file.', 'credentials-missing', signIn],
  ['Error: getaddrinfo ENOTFOUND portal.sso.eu-west-1.amazonaws.com', 'unreachable', undefined],
  ['Error: connect ECONNREFUSED 10.0.0.7:443', 'unreachable', undefined],
])('a profile that signs in: %s', (message, type, command) => {
  const told = explain(failureOf(provider(message)), corp);
  expect(told.type).toBe(type);
  expect(told.command).toBe(command);
});

test('not reached on the way to credentials is not told of the endpoint', () => {
  const { detail } = explain(failureOf(provider('Error: connect ECONNREFUSED 10.0.0.7:443')), {
    ...corp,
    endpoint: 'http://127.0.0.1:4566',
  });
  expect(detail).toMatch(/^What gives the credentials cannot be reached for account corp/);
  expect(detail).not.toContain('4566');
});
