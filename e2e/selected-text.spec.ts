import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures/test.ts';

/** Selects a part of a text with the pointer's outcome: a selection, and the button let go. */
async function select(page: Page, element: Locator, part: string): Promise<void> {
  await element.evaluate((node, wanted) => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const at = text.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      text.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
      return;
    }
    throw new Error(`There is no ${wanted} here.`);
  }, part);
  await page.mouse.up();
}

test('text selected in an event is searched: anywhere in the record, or in its field', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=readOnly:false');
  await history.row('PutBucketPolicy').first().click();
  const tree = history.drawer.getByRole('tree', { name: 'Event record' });
  await expect(tree).toContainText('alice-bucket');
  await select(page, tree, 'alice-buck');
  const button = page.getByRole('button', { name: 'Search events for “alice-buck”' });
  await expect(button).toBeVisible();
  await expectAccessible(history, '[data-part=selected-text]');
  await button.click();
  await expect(page).toHaveURL(/q=readOnly(%3A|:)false(\+|%20)alice-buck/);
  await expect(history.row('PutBucketPolicy').first()).toBeVisible();
  await expect(button).toBeHidden();
  // All of a value: its field is meant.
  await select(page, tree, 'PutBucketPolicy');
  await expect(
    page.getByRole('button', { name: 'Filter for Event name = PutBucketPolicy' }),
  ).toBeVisible();
  // The same from the palette, by keyboard.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('selected');
  await page
    .getByRole('option', { name: /Search the selected text: Event name = PutBuck/ })
    .click();
  await expect(page).toHaveURL(/eventName(%3A|:)PutBucketPolicy/);
  // As text from top to bottom, what lies between the words is the page's own writing.
  await history.drawer.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = history.drawer.getByRole('region', { name: 'Event record as JSON' });
  await select(page, text, '"bucketName": "alice-bucket"');
  await page.getByRole('button', { name: 'Search events for “bucketName” and “alice-' }).click();
  await expect(page).toHaveURL(/bucketName(\+|%20)alice-bucket/);
  await expect(history.row('PutBucketPolicy').first()).toBeVisible();
});

test('every value has the same menu: facets by keyboard, leaves of the record', async ({
  two,
  history,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await history.open(two.url, 'q=');
  const facet = page.getByRole('button', { name: /^Filter for User name alice/ });
  await facet.focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'User name: alice' });
  for (const name of ['Filter for', 'Filter out', 'Only this', 'Add as column'])
    await expect(menu.getByRole('menuitem', { name, exact: true })).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Only this' }).press('Enter');
  await expect(page).toHaveURL(/q=username(%3A|:)alice/);
  await history.row('PutBucketPolicy').first().click();
  const tree = history.drawer.getByRole('tree', { name: 'Request parameters' });
  // What moves does not leave the button over its neighbour.
  const button = page.getByRole('button', { name: 'Actions for this value' });
  await tree.getByText('alice-bucket').hover();
  await expect(button).toBeVisible();
  await tree.evaluate((element) => {
    element.style.marginBlockStart = '40px';
  });
  await expect(button).toBeHidden();
  await tree.getByText('alice-bucket').click({ button: 'right' });
  const leaf = page.getByRole('menu', { name: 'requestParameters.bucketName: alice-bucket' });
  await leaf.getByRole('menuitem', { name: 'Add as column' }).click();
  await expect(history.grid.getByRole('columnheader', { name: /bucketName/ })).toBeVisible();
});
