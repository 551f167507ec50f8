import { expect, test } from './picture.ts';

// Deeper than tokens can show: text at every width.
const deep = 'readOnly:false (error:* OR (name:Put* -source:s3*))';

test('the filter as text: completion, and a mistake', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, `q=${encodeURIComponent(deep)}`);
  const editor = page.getByRole('textbox', { name: 'Filter as text' });
  const offers = page.getByRole('listbox', { name: 'Fields, operators and values' });
  await expect(history.row(/./).first()).toBeVisible();
  await history.unfold('filter');
  await editor.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' us');
  await expect(offers).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await shoot('editor-fields');
  await page.keyboard.press('Enter');
  await expect(offers).toContainText('Values in');
  await shoot('editor-values');
  await page.keyboard.press('Escape');
  await page.keyboard.type('"a b" nofield:x ip:10.0.0.0/8');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('nofield');
  await shoot('editor-mistake');
});

test('text selected in an event, and what can be done with a facet', async ({
  demo,
  history,
  page,
  shoot,
}) => {
  await history.open(demo.url, 'q=eventName%3APutParameter');
  await history.row('PutParameter').first().click();
  const tree = history.drawer.getByRole('tree', { name: 'Request parameters' });
  const value = tree.getByRole('treeitem').first();
  await value.scrollIntoViewIfNeeded();
  await value.locator('[data-menu]').first().click({ clickCount: 2 });
  await expect(
    page.getByRole('button', { name: /^(Search events|Filter) for / }).last(),
  ).toBeVisible();
  await shoot('selected-text');
});
