import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denial, readDenial } from './denial.ts';

const principal = 'arn:aws:iam::123456789012:user/John';
const action = 'codedeploy:ListDeployments';
const resource = 'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*';
const start = `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`;
const policies = [
  ['an', 'identity-based policy'],
  ['a', 'resource-based policy'],
  ['a', 'service control policy'],
  ['a', 'resource control policy'],
  ['a', 'permissions boundary'],
  ['a', 'session policy'],
  ['a', 'VPC endpoint policy'],
  ['the', 'role trust policy'],
] as const;

test.each(policies)('an explicit deny in %s %s', (article, policy) => {
  const message = `${start} with an explicit deny in ${article} ${policy}`;
  const by = { policy, explicit: true };
  expect(readDenial(message)).toEqual({ principal, action, resource, by });
  expect(readDenial(`${message}.`)).toEqual({ principal, action, resource, by });
  const arn = 'arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-abcd1234';
  expect(readDenial(`${message}: ${arn}`)?.by).toEqual({ ...by, arn });
});

test.each(policies)('no %s %s that allows it', (_, policy) => {
  expect(readDenial(`${start} because no ${policy} allows the ${action} action`)).toEqual({
    principal,
    action,
    resource,
    by: { policy, explicit: false },
  });
});

test('messages as records have them', () => {
  const role = 'arn:aws:sts::111122223333:assumed-role/app/i-0abc';
  expect(
    readDenial(
      `User: ${role} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k.txt" with an explicit deny in a resource control policy`,
    ),
  ).toMatchObject({ principal: role, resource: 'arn:aws:s3:::b/k.txt' });
  expect(
    readDenial(
      `User: ${role} is not authorized to perform: ecr:GetAuthorizationToken on resource: *`,
    ),
  ).toEqual({ principal: role, action: 'ecr:GetAuthorizationToken', resource: '*' });
  expect(
    readDenial(
      `User: ${role} is not authorized to perform: kms:GenerateDataKey on this resource because the resource does not exist in this Region`,
    ),
  ).toEqual({ principal: role, action: 'kms:GenerateDataKey' });
  expect(
    readDenial(
      `User: ${role} is not authorized to perform: dynamodb:Query because no VPC endpoint policy allows the dynamodb:Query action`,
    ),
  ).toEqual({
    principal: role,
    action: 'dynamodb:Query',
    by: { policy: 'VPC endpoint policy', explicit: false },
  });
});

test.each([
  'Access Denied',
  'You are not authorized to perform this operation. Encoded authorization failure message: aGVsbG8',
  `mallory says: ${start} with an explicit deny in a session policy`,
  'User: is not authorized to perform: on resource:',
  '',
])('nothing is guessed from %j', (message) => {
  expect(readDenial(message)).toBeUndefined();
});

test('a reason within a name, of another action or of an unknown policy is no reason', () => {
  const hostile = start.replace('*', '"with_an_explicit_deny_in_a_session_policy');
  expect(readDenial(hostile)?.by).toBeUndefined();
  expect(
    readDenial(`${start} because no session policy allows the s3:GetObject action`)?.by,
  ).toBeUndefined();
  expect(readDenial(`${start} with an explicit deny in a galactic policy`)?.by).toBeUndefined();
});

test('only of a call that was denied', () => {
  const errorMessage = `${start} with an explicit deny in a session policy`;
  expect(denial({ errorCode: 'AccessDenied', errorMessage })?.action).toBe(action);
  expect(denial({ errorCode: 'Client.UnauthorizedOperation', errorMessage })?.action).toBe(action);
  expect(denial({ errorCode: 'NoSuchBucket', errorMessage })).toBeUndefined();
  expect(denial({ errorMessage })).toBeUndefined();
});

test('whatever is said is a part of the message', () => {
  const word = fc.stringMatching(/^[\w:/*.-]{1,30}$/);
  fc.assert(
    fc.property(
      word,
      word,
      fc.constantFrom(...policies),
      fc.boolean(),
      fc.string(),
      (who, what, [article, policy], explicit, tail) => {
        const does = 's3:GetObject';
        const why = explicit
          ? `with an explicit deny in ${article} ${policy}`
          : `because no ${policy} allows the ${does} action`;
        const message = `User: ${who} is not authorized to perform: ${does} on resource: "${what}" ${why}`;
        expect(readDenial(message)).toEqual({
          principal: who,
          action: does,
          resource: what,
          by: { policy, explicit },
        });
        for (const text of [tail, message.slice(0, tail.length), tail + message]) {
          const read = readDenial(text);
          for (const part of [read?.principal, read?.action, read?.resource, read?.by?.policy])
            if (part !== undefined) expect(text).toContain(part);
        }
      },
    ),
  );
});
