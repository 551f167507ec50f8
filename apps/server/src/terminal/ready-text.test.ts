import type { About } from '@trailglass/api';
import { problem } from '@trailglass/api';
import { expect, test } from 'vitest';
import { linkText, readyText } from './ready-text.ts';

const listen = { bind: '127.0.0.1', port: 4517, remote: false, publicOrigins: [] };
const about: About = {
  version: '0.1.0',
  mode: 'aws',
  accounts: [
    {
      id: '111122223333',
      name: 'prod',
      caller: 'arn:aws:sts::111122223333:assumed-role/Audit/alice',
    },
    {
      id: 'sandbox',
      name: 'sandbox',
      problem: problem('credentials-expired', 'The session of profile sandbox has expired.', {
        command: 'aws sso login --profile sandbox',
      }),
    },
  ],
  regions: ['eu-west-1', 'us-east-1'],
  now: '2026-11-22T12:00:00Z',
};

test('address, mode, accounts and callers, Regions, under one another', () => {
  expect(readyText({ listen, about, mode: 'aws' }))
    .toBe(`Trailglass is ready at http://127.0.0.1:4517/

  Mode      event history of AWS
  Accounts  prod     111122223333  arn:aws:sts::111122223333:assumed-role/Audit/alice
            sandbox  The session of profile sandbox has expired.
                     aws sso login --profile sandbox
  Regions   eu-west-1, us-east-1
`);
});

test('an endpoint is shown, and a long list of Regions is cut', () => {
  const regions = Array.from({ length: 17 }, (_, n) => `eu-west-${n + 1}`);
  const text = readyText({
    listen,
    mode: 'endpoint',
    about: { ...about, mode: 'endpoint', endpoint: 'http://127.0.0.1:4599', regions },
  });
  expect(text).toContain('  Endpoint  http://127.0.0.1:4599\n');
  expect(text).toContain('eu-west-5 and 12 more\n');
});

test('an address that others reach says what it exposes, and is shown under its public origin', () => {
  const remote = {
    bind: '0.0.0.0',
    port: 80,
    remote: true,
    publicOrigins: ['https://trail.example'],
  };
  const text = readyText({ listen: remote, about, mode: 'aws' });
  expect(text).toMatch(/^Trailglass is ready at https:\/\/trail\.example\/\n/);
  expect(text).toMatch(
    /Exposed {3}Other machines can reach port 80 of 0\.0\.0\.0\. Whoever signs in/,
  );
  expect(text).toContain('not encrypted');
});

test('names cannot move the cursor of the terminal', () => {
  const accounts = [{ id: '111122223333', name: 'a\u001B[2Jb\u202E' }];
  const text = readyText({ listen, about: { ...about, accounts }, mode: 'aws' });
  expect(text).toContain('a\uFFFD[2Jb\uFFFD');
});

test('the link carries its token behind #', () => {
  expect(linkText(listen, 'TOKEN', 'Press Enter for a new one.'))
    .toBe(`  Sign in   http://127.0.0.1:4517/#k=TOKEN
            Works once, for 5 minutes. Press Enter for a new one.
`);
});
