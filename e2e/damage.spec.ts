import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductChoices } from './fixtures/product.ts';
import { record } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

/** One event, which is kept. */
const oneKept = (): ProductChoices => ({
  records: [record({ eventName: 'StopLogging', source: 'cloudtrail', user: 'mallory', ago: 5 })],
  keeps: true,
});

test('an archive that cannot be read is set aside, and every page says so until it is dismissed', async ({
  start,
  history,
  page,
}) => {
  const product = await start(oneKept());
  writeFileSync(eventsIn(product.data), 'This is no database. '.repeat(1_000));
  await history.open(await product.restart());
  await expect(page.getByRole('link', { name: 'StopLogging' })).toBeVisible();
  const notice = page.getByText(/could not be read .* set aside in .*quarantine.* a new one begun/);
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: 'Archive' }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});

test('a new archive is begun: the one before lies aside whole, notes go along, and AWS is asked again', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf(oneKept());
  await page.getByRole('link', { name: 'StopLogging' }).click();
  const star = history.drawer.getByRole('button', { name: 'Bookmark' });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Begin a new archive…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Begin a new archive' });
  await expect(dialog).toContainText('with its 1 event');
  await expect(dialog).toContainText('AWS still has everything that is kept');
  await expectAccessible(history, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Set aside and begin anew' }).click();
  const aside = page.getByText(/The one before lies in .*quarantine.*, as it was/);
  await expect(aside).toBeVisible();
  const [, folder = ''] = /lies in (.*), as it was/.exec(await aside.innerText()) ?? [];
  expect(existsSync(join(folder, 'events.duckdb'))).toBe(true);
  const before = (await product.requests()).length;
  await history.open(product.url);
  await expect(page.getByRole('link', { name: 'StopLogging' })).toBeVisible();
  expect((await product.requests()).length).toBeGreaterThan(before);
  await page.getByRole('link', { name: 'Bookmarks' }).click();
  await expect(page.getByRole('table').getByText('StopLogging')).toBeVisible();
});

/** Each source of events has a folder of its own below. */
function eventsIn(data: string): string {
  const file = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('events.duckdb'),
  );
  return join(data, file ?? '');
}
