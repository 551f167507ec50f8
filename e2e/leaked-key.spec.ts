import type { Page } from '@playwright/test';
import { startProgram } from '@trailglass/dev-env';
import { expect, expectAccessible, test } from './fixtures/test.ts';
import { solveLeakedKey } from './stories/leaked-key.ts';

test('the leaked key: from machines in a Region that nobody uses to who made the key, by clicks alone', async ({
  history,
  page,
}) => {
  test.setTimeout(120_000);
  // Nothing is read in the background, so that the origins are still to be looked up.
  const flags = ['--port', '0', '--keep-reading', 'none'];
  await using demo = await startProgram('apps/server/dist/main.js', flags);
  await page.goto(demo.url);
  await solveLeakedKey(page, history, async (scene) => {
    if (scene !== 'origin') return;
    await expectWholeTree(page);
    await expectAccessible(history);
    await walkByKeys(page);
  });
});

/** From the first person, who is marked, to the session that the search began with: one path. */
async function expectWholeTree(page: Page): Promise<void> {
  const tree = page.getByRole('tree');
  for (const [n, name] of [
    /^tomas\.ferreira.*first person, no access key/,
    /^tomas\.ferreira.*AdministratorAccess/,
    /^svc-release-bot/,
    /legacy-release-admin/,
    /^svc-backup-sync/,
    /batch-compute-admin, this session/,
  ].entries())
    await expect(tree.getByRole('treeitem', { name }).last()).toHaveAttribute(
      'aria-level',
      String(n + 1),
    );
  await expect(tree.getByText('First person')).toHaveCount(1);
  const levels = await tree
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-level'))));
  expect(Math.max(...levels)).toBe(6);
  await expect(page.getByText(/before what had been read/)).toBeVisible();
}

/** The tree is walked as trees are, and is what it was afterwards. */
async function walkByKeys(page: Page): Promise<void> {
  const line = (name: RegExp) => page.getByRole('treeitem', { name });
  await line(/this session/).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(line(/^svc-backup-sync/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(line(/this session/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(line(/this session/)).toHaveCount(1);
}
