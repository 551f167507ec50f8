import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { record, REGION } from '../../test/records.ts';
import { endOf, framesOf, ofType, request } from '../../test/searches.ts';
import { emptyHome } from '../../test/empty-home.ts';
import { timeGiven } from '../../test/time-given.ts';

const DEADLINE = 2_000;

/** A profile whose credentials take so many seconds to come; each time it is asked is noted. */
function slowProfile(seconds: number): { asked: () => number } {
  const home = emptyHome();
  const [keys, count] = [join(home, 'keys.json'), join(home, 'asked')];
  writeFileSync(
    keys,
    JSON.stringify({ Version: 1, AccessKeyId: 'local', SecretAccessKey: 'local' }),
  );
  const script = join(home, 'slow.sh');
  writeFileSync(script, `echo asked >> ${count}\nsleep ${seconds}\ncat ${keys}\n`);
  writeFileSync(join(home, 'config'), `[profile slow]\ncredential_process = sh ${script}\n`);
  const asked = (): number =>
    existsSync(count) ? readFileSync(count, 'utf8').trim().split('\n').length : 0;
  return { asked };
}

const start = () =>
  serviceAgainstLocal({
    records: [record(1, 60)],
    accounts: [{ kind: 'profile', name: 'slow', profile: 'slow' }],
    lookup: { deadlineMs: DEADLINE, backoff: { baseMs: 1, capMs: 2 } },
  });
const asked = request({ scopes: [`slow:${REGION}`] });

test('U19: a source of credentials that hangs fails its requests at their deadline, asked once for all of them', async () => {
  const source = slowProfile(9);
  const { service } = await start();
  for (let round = 0; round < 2; round += 1) {
    const begun = timeGiven();
    const all = await Promise.all(Array.from({ length: 8 }, () => framesOf(service, asked)));
    expect(begun()).toBeLessThan(2 * DEADLINE + 500);
    for (const frames of all) {
      expect(endOf(frames).complete).toBe(false);
      const problems = ofType(frames, 'problem').map(({ problem }) => problem);
      expect(problems).toMatchObject([{ type: 'credentials-missing', account: 'slow' }]);
      expect(problems[0]?.detail).toContain(
        'What gives the credentials for account slow does not answer.',
      );
      expect(problems[0]?.command).toBeUndefined();
    }
    expect(source.asked()).toBe(1);
  }
});

test('an answer that came too late for those who waited is there for who asks next', async () => {
  const source = slowProfile(3);
  const { service } = await start();
  expect(endOf(await framesOf(service, asked)).complete).toBe(false);
  await expect
    .poll(async () => endOf(await framesOf(service, asked)).complete, { timeout: 12_000 })
    .toBe(true);
  expect(source.asked()).toBe(1);
}, 20_000);
