import { expect, test } from 'vitest';
import { lookupDenied } from './lookup-denied.ts';

const caller = 'arn:aws:iam::111122223333:user/alice';
const call = 'cloudtrail:LookupEvents';
const place = 'account prod (111122223333) in eu-west-1';
const told = (why: string, known: string | undefined = caller): string =>
  lookupDenied(`User: ${caller} is not authorized to perform: ${call}${why}`, known, place);

test.each(['', ` because no identity-based policy allows the ${call} action`])(
  'a missing permission is told once, with caller, call and place: “%s”',
  (why) => {
    for (const known of [caller, undefined])
      expect(told(why, known)).toBe(
        `${caller} may not call ${call} for ${place}. Attach the policy below to it, or ask whoever manages its permissions.`,
      );
  },
);

test('what else stands in the way is told in AWS’s words', () => {
  expect(told(` because no permissions boundary allows the ${call} action`)).toBe(
    `${caller} may not call ${call} for ${place} because no permissions boundary allows the ${call} action. Ask whoever manages its permissions to allow it there.`,
  );
  expect(told(' on resource: * with an explicit deny in a service control policy')).toBe(
    `${caller} may not call ${call} for ${place}: AWS refuses it with an explicit deny in a service control policy. No policy that allows it lifts that; ask whoever manages the permissions.`,
  );
});

test('words of another form are kept whole', () => {
  expect(lookupDenied('Not today.', caller, place)).toContain(' AWS said: Not today.');
});
