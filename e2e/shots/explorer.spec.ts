import { twoAccounts } from '../fixtures/records.ts';
import { expect, test } from './picture.ts';

test('live', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=');
  await history.unfold('actions');
  await page.getByRole('button', { name: 'Live' }).click();
  await expect(page.getByText(/new events? since|Live/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Live', pressed: true })).toBeVisible();
  await shoot('live');
});

test('the palette, and the sheet of shortcuts', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=user:kodekloud');
  await expect(history.row('kodekloud').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group').first()).toBeVisible();
  await shoot('palette');
  await page.keyboard.type('arch');
  await shoot('palette-found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible();
  await shoot('shortcuts');
});

test('saved views', async ({ listOf, history, page, shoot }) => {
  await listOf({ records: twoAccounts() }, 'q=user:mallory&range=7d');
  await history.unfold('actions');
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  for (const name of ['Mallory this week', 'Everything denied', 'Console sign-ins']) {
    await page.getByRole('button', { name: 'Save view' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (name.startsWith('Console')) await shoot('views-save');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await shoot('views');
  await page.getByRole('button', { name: 'More for views' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await shoot('views-menu');
});

test('downloads', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=user:kodekloud&range=7d');
  await expect(history.said(/complete from/)).toBeVisible({ timeout: 30_000 });
  await history.unfold('actions');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByText(/events?, all of them read/)).toBeVisible();
  await shoot('download');
  await page.getByRole('menuitem', { name: /Evidence bundle/ }).click();
  await expect(page.getByText(/Keep its manifest’s SHA-256/)).toBeVisible();
  await shoot('download-ended');
});

test('a session tree', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=eventName:RunInstances&range=7d&regions=ap-southeast-2');
  await history.row('RunInstances', 'botocore-session-2').first().click();
  await history.drawer.getByRole('link', { name: 'Follow this session' }).click();
  await expect(page.getByRole('treeitem', { name: /this session/ })).toBeVisible();
  const lookUp = page.getByRole('button', { name: 'Look it up at AWS' });
  if (await lookUp.isVisible()) await shoot('session-not-read');
  await expect(async () => {
    if (await lookUp.isVisible()) await lookUp.click({ timeout: 1_000 });
    await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(/first person/, {
      timeout: 3_000,
    });
  }).toPass({ timeout: 60_000 });
  await shoot('session');
});

test('related events, and what a value can be used for', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=eventName:AuthorizeSecurityGroupIngress&range=30d');
  await history.row('AuthorizeSecurityGroupIngress').first().click();
  const related = history.drawer.getByRole('heading', { name: 'Related events' });
  await related.scrollIntoViewIfNeeded();
  await expect(history.drawer.getByText(/counting/i)).toHaveCount(0);
  await shoot('drawer-related');
  const parameters = history.drawer.getByRole('tree', { name: 'Request parameters' });
  await parameters.getByText('tcp', { exact: true }).first().click({ button: 'right' });
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await shoot('drawer-leaf-menu');
});
