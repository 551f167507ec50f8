import { matcher, parseFilter } from '@trailglass/query';
import { readRecord, type Scope } from '@trailglass/record';
import { expect, test } from 'vitest';
import { groupFilter } from './group-filter.ts';

const path = 'requestParameters.bucketName';

test.each([
  ['', ['userAgent'], ['aws-cli/2'], undefined, 'userAgent:aws-cli/2'],
  ['readOnly:false', ['errorCode'], [null], undefined, 'readOnly:false -errorCode:*'],
  ['', [path, 'username'], ['__proto__', 'a b'], undefined, `${path}:__proto__ username:"a b"`],
  ['error:*', ['username'], ['*'], 'error:*', 'errorCode:* username:"*"'],
  ['', ['username'], ['alice'], 'readOnly:false', 'username:alice readOnly:false'],
])('%j by %j with %j: %j', (q, by, values, also, wanted) => {
  expect(groupFilter(q, by, values, also)).toBe(wanted);
});

test.each([
  ['what is no filter', 'user:(', ['userAgent'], ['x']],
  ['an object', '', [path], ['']],
  ['a value with a control character', '', [path], ['a\u0000b']],
  ['half a character', '', [path], ['\ud83d']],
])('%s: there is no way to its events', (_, q, by, values) => {
  expect(groupFilter(q, by, values)).toBeUndefined();
});

test('a group of events without a value finds those that have none', () => {
  const { filter } = parseFilter(groupFilter('', [path], [null]) ?? '');
  const scope = { account: '111122223333', region: 'eu-west-1' } as Scope;
  const found = [null, '', undefined, 'x', { a: 1 }].map((bucketName) =>
    matcher(filter!)(
      readRecord(
        JSON.stringify({
          eventID: '00000000-0000-4000-8000-000000000001',
          eventTime: '2026-11-01T10:00:00Z',
          requestParameters: { bucketName },
        }),
        scope,
      ).event!,
    ),
  );
  expect(found).toEqual([true, true, true, false, false]);
});
