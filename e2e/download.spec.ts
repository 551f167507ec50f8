import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { record } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

const verify = join(import.meta.dirname, '../apps/launch/verify-bundle.mjs');
const header =
  'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category';

test('the whole result as the console’s CSV, and as a bundle that can be verified', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=', /complete from/);

  const open = page.getByRole('button', { name: 'Download', exact: true });
  const choose = async (name: RegExp) => {
    await open.click();
    await expect(page.getByText(/events?, all of them read/)).toBeVisible();
    const started = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    return started;
  };

  const csv = await choose(/console’s columns/);
  expect(csv.suggestedFilename()).toMatch(/-events\.csv$/);
  const lines = (await readFile(await csv.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe(header);
  const ended = page.getByText(/Every event of the time range is in it/);
  await expect(ended).toHaveCount(1);
  const told = Number(/^(\d+) event/.exec((await ended.textContent()) ?? '')?.[1]);
  expect(lines.length).toBe(told + 1);
  expect(told).toBeGreaterThan(3);

  const bundle = await choose(/Evidence bundle/);
  const file = await bundle.path();
  await expect(page.getByText(/Keep its manifest’s SHA-256/)).toBeVisible();
  const seal = /apart from the file: ([0-9a-f]{64})/.exec(
    await page.getByText(/Keep its manifest’s SHA-256/).innerText(),
  )?.[1];
  const { status, stdout } = spawnSync(process.execPath, [verify, file], { encoding: 'utf8' });
  expect(stdout).toContain(`ok: ${told} records, unchanged`);
  expect(stdout).toContain(`manifest SHA-256: ${seal}`);
  expect(status).toBe(0);
  await expectAccessible(history);
});

test('a download that takes long shows how far it is, and can be cancelled', async ({
  listOf,
  history,
  page,
}) => {
  const records = Array.from({ length: 1_500 }, (_, n) =>
    record({ eventName: 'ListBuckets', source: 's3', user: 'bob', ago: 20 + n }),
  );
  await listOf({ records }, 'q=');
  await history.row('').first().waitFor();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByText(/known so far; the rest is read first/)).toBeVisible();
  await page.getByRole('menuitem', { name: /^JSON/ }).click();
  await expect(page.getByText(/read back to/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/was cancelled/)).toBeVisible();
});
