import { readDenial } from '@trailglass/record';
import { expect, test } from 'vitest';
import { denialWords } from './denial-words.ts';

const start =
  'User: arn:aws:iam::111122223333:user/bob is not authorized to perform: iam:CreateUser on resource:';
const words = (message: string): string =>
  denialWords(readDenial(message)!)
    .map(({ said, value }) => [said, value].filter(Boolean).join(' '))
    .join('\n');

test.each([
  [
    'with an explicit deny in an identity-based policy',
    'An identity-based policy denies it explicitly.',
  ],
  ['with an explicit deny in the role trust policy', 'The role trust policy denies it explicitly.'],
  [
    'with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1',
    'A service control policy denies it explicitly: arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1',
  ],
  ['because no session policy allows the iam:CreateUser action', 'No session policy allows it.'],
])('%s', (reason, said) => {
  expect(words(`${start} arn:aws:iam::111122223333:user/eve ${reason}`)).toContain(said);
});

test('who, what and on what; of the reason nothing where AWS gives none', () => {
  expect(words(`${start} *`)).toBe(
    'Principal arn:aws:iam::111122223333:user/bob\nAction iam:CreateUser\nResource *',
  );
});
