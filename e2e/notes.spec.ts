import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './fixtures/test.ts';
import { twoAccounts } from './fixtures/records.ts';

test('an event is bookmarked and noted, found again by its mark and on its page', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: twoAccounts() }, 'q=eventName:PutBucketPolicy');
  await history.row('PutBucketPolicy').nth(1).click();
  const star = history.drawer.getByRole('button', { name: 'Bookmark' });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(history.row('PutBucketPolicy').nth(1).getByTitle('Bookmarked')).toBeVisible();
  await history.writeNote('<img src=x onerror=alert(1)> first step\nasked alice');
  // Walking on loses nothing of what was begun.
  await history.drawer.getByRole('button', { name: 'Next event' }).click();
  await expect(history.drawer.getByRole('button', { name: 'Add a note' })).toBeVisible();
  await history.drawer.getByRole('button', { name: 'Previous event' }).click();
  await expectAccessible(history);
  // Whoever saves and closes at once finds it saved, too, and no draft of it.
  await page.route('**/api/notes*', async (route) => {
    if (route.request().method() !== 'GET') await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  await history.saveNote();
  await page.keyboard.press('Escape');
  await expect(history.drawer).toBeHidden();
  await history.row('PutBucketPolicy').nth(1).click();
  await expect(history.drawer.getByRole('button', { name: 'Edit note' })).toBeVisible();
  await expect(history.drawer.getByText('asked alice')).toBeVisible();
  expect(await page.locator('img[src=x]').count()).toBe(0);

  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  const table = page.getByRole('table', { name: 'Bookmarked and noted events' });
  await expect(table.getByText('asked alice')).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await page.getByRole('searchbox', { name: 'Find notes' }).fill('nothing like it');
  await expect(table.getByText('No note and no bookmark matches.')).toBeVisible();
  await expect(page).toHaveURL(/find=nothing/);
  await table.getByRole('button', { name: 'Show all' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await downloading).suggestedFilename()).toBe('trailglass-notes.json');
  await table.getByRole('link', { name: 'PutBucketPolicy' }).click();
  await expect(page.getByRole('region', { name: 'Note', exact: true })).toContainText('first step');
});

test('two tabs that write about one event: the second is shown both, and nothing is lost', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: twoAccounts() }, 'q=eventName:DeleteTrail');
  await history.row('DeleteTrail').first().click();
  await history.writeNote('mine');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Add a note' }).click();
  await other.getByRole('textbox', { name: 'Note' }).fill('theirs');
  await other.getByRole('button', { name: 'Save note' }).click();
  await expect(other.getByRole('button', { name: 'Edit note' })).toBeVisible();
  await other.close();

  await history.saveNote();
  await expect(history.drawer.getByText('This note was changed elsewhere')).toBeVisible();
  await expect(history.drawer.getByText('theirs')).toBeVisible();
  await history.drawer.getByRole('button', { name: 'Put both together' }).click();
  await expect(history.drawer.getByRole('textbox', { name: 'Note' })).toHaveValue('theirs\n\nmine');
  await history.saveNote();
  const saved = history.drawer.getByRole('region', { name: 'Note', exact: true });
  await expect(saved).toContainText(/theirs.*mine/);
});

test('an exported file is imported: where words differ, both are shown and nothing is written over', async ({
  listOf,
  history,
  page,
}) => {
  const { url } = await listOf({ records: twoAccounts() }, 'q=eventName:DeleteTrail');
  await history.row('DeleteTrail').first().click();
  await history.writeNote('<b>first step</b>');
  await history.saveNote();
  await expect(history.drawer.getByText('first step')).toBeVisible();
  await page.goto(`${url}/bookmarks`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await downloading).path();

  const table = page.getByRole('table', { name: 'Bookmarked and noted events' });
  await table.getByRole('button', { name: 'Edit note' }).click();
  const editor = page.getByRole('dialog', { name: /^Note on/ });
  await editor.getByRole('textbox', { name: 'Note' }).fill('other words');
  await editor.getByRole('button', { name: 'Save note' }).click();
  await expect(table.getByText('other words')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import' }).click();
  await (await choosing).setFiles(file);
  const differs = page.getByRole('dialog', { name: '1 note here says something else' });
  await expect(differs).toContainText('other words');
  await expect(differs).toContainText('<b>first step</b>');
  await expectAccessible(history);
  await differs.getByRole('button', { name: 'Put both together' }).click();
  await editor.getByRole('button', { name: 'Save note' }).click();
  await expect(table.getByText('first step')).toBeVisible();
  await expect(table.getByText('other words')).toBeVisible();
});
