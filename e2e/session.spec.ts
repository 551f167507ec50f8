import type { Locator, Page } from '@playwright/test';
import { startProgram } from '@trailglass/dev-env';
import { expect, expectAccessible, test } from './fixtures/test.ts';

const lookItUp = (page: Page): Locator => page.getByRole('button', { name: 'Look it up at AWS' });
const line = (page: Page, name: RegExp): Locator => page.getByRole('treeitem', { name });

test('the leaked key: from machines in a Region that nobody uses to who made the key, by clicks alone', async ({
  history,
  page,
}) => {
  test.setTimeout(120_000);
  // Nothing is read in the background, so that the origins are still to be looked up.
  const flags = ['--port', '0', '--keep-reading', 'none'];
  await using demo = await startProgram('apps/server/dist/main.js', flags);
  await history.open(demo.url, 'q=eventName:RunInstances&range=7d&regions=ap-southeast-2');
  await history.row('RunInstances', 'botocore-session-2').first().click();
  await history.drawer.getByRole('link', { name: 'Follow this session' }).click();
  await expect(line(page, /batch-compute-admin, this session/)).toBeVisible();

  await test.step('each key whose origin was not read is looked up, one hand-over at a time', async () => {
    const top = page.getByRole('treeitem').first();
    // How many that are depends on what the search had to read.
    while (await lookItUp(page).isVisible()) {
      const before = await top.getAttribute('data-id');
      await lookItUp(page).click();
      await expect(top).not.toHaveAttribute('data-id', before ?? '', { timeout: 30_000 });
    }
    for (const [n, name] of [
      /^tomas\.ferreira.*first person, no access key/,
      /^tomas\.ferreira.*AdministratorAccess/,
      /^svc-release-bot/,
      /legacy-release-admin/,
      /^svc-backup-sync/,
      /batch-compute-admin, this session/,
    ].entries())
      await expect(line(page, name).last()).toHaveAttribute('aria-level', String(n + 1));
    await expect(page.getByText(/before what had been read/)).toBeVisible();
  });

  await test.step('the first person is marked, and the way down from them is one path', async () => {
    const tree = page.getByRole('tree');
    await expect(tree.getByRole('treeitem').first()).toHaveAccessibleName(/tomas.*first person/);
    await expect(tree.getByText('First person')).toHaveCount(1);
    const levels = await tree
      .getByRole('treeitem')
      .evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-level'))));
    expect(Math.max(...levels)).toBe(6);
    await expectAccessible(history);
  });

  await test.step('keys of the keyboard walk the tree, and a line leads to its events', async () => {
    await line(page, /this session/).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(line(page, /^svc-backup-sync/)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(line(page, /this session/)).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(line(page, /this session/)).toHaveCount(1);
    await line(page, /^svc-release-bot/).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/events\?q=accessKeyId:AKIA/);
    await expect(history.row('svc-release-bot').first()).toBeVisible();
  });
});

test('an address without a key, and a key that nobody knows, say what to do', async ({
  demo,
  page,
}) => {
  await page.goto(`${demo.url}/session`);
  await expect(page.getByText('This link names no session')).toBeVisible();
  await page.goto(`${demo.url}/session?key=ASIANOBODYHASTHIS`);
  await expect(page.getByText(/holds no event of the access key ASIANOBODYHASTHIS/)).toBeVisible();
});
