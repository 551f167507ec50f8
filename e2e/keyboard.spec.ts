import { expect, test } from './fixtures/test.ts';

test('by keyboard only: into the grid, along it, open, walk, close', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=', /72 events/);
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.textContent()) === 'Skip to the events') break;
  }
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-colindex', '1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-colindex', '2');
  await page.keyboard.press('Enter');
  await expect(history.drawer).toBeVisible();
  const opened = page.url();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.url()).not.toBe(opened);
  await page.keyboard.press('Escape');
  await expect(history.drawer).toBeHidden();
  await expect(focused).toHaveAttribute('aria-colindex', '2');
  await page.keyboard.press('Control+End');
  await expect(history.row(/./).last()).toBeVisible();
});

test('filter for a value from its menu, by keyboard', async ({ two, history, page }) => {
  await history.open(two.url, 'q=', /72 events/);
  await history.row('mallory').first().getByRole('gridcell').nth(2).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Filter for' }).press('Enter');
  await expect(history.said(/5 events/)).toBeVisible();
});
