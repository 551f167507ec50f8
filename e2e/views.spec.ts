import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './fixtures/test.ts';
import { twoAccounts } from './fixtures/records.ts';

test('a view is saved, opened from its tab, handed over as a file and deleted', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: twoAccounts() }, 'q=user:mallory&range=7d', /5 events/);
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/Enter 1 to 80 characters/)).toBeVisible();
  const name = '<b>Denied</b> __proto__';
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  const tabs = page.getByRole('navigation', { name: 'Saved views' });
  const tab = tabs.getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expectAccessible(history);

  await history.clearFilter();
  await expect(tab).not.toHaveAttribute('aria-current');
  await page.reload();
  await tab.click();
  await expect(history.said(/5 events/)).toBeVisible();
  expect(page.url()).toContain('q=user:mallory&range=7d');

  const more = page.getByRole('button', { name: 'More for views' });
  await more.click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export all as a file' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8')).views).toMatchObject([{ name }]);
  await more.click();
  await page.getByRole('menuitem', { name }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete view' });
  await deleting.getByRole('button', { name: 'Cancel' }).click();
  await expect(tab).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name }).click();
  await deleting.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(tabs).toBeHidden();

  await page.getByRole('button', { name: 'Save view' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Other');
  await page.keyboard.press('Enter');
  await more.click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Import from a file' }).click();
  await (await choosing).setFiles(file);
  await expect(tabs.getByRole('link')).toHaveText(['Other', name]);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('denied');
  await page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-current', 'page');
});

test('what was searched for is found again in the palette', async ({ two, history, page }) => {
  await history.open(two.url, 'q=user:mallory', /5 events/);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('trailglass.recent-searches')))
    .toContain('user:mallory');
  await history.clearFilter();
  await page.keyboard.press('Control+k');
  await page.getByRole('group', { name: 'Recent searches' }).getByText('user:mallory').click();
  await expect(history.said(/5 events/)).toBeVisible();
});
