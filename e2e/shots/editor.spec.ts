import { expect, test } from './picture.ts';

// Deeper than tokens can show: text at every width.
const deep = 'readOnly:false (error:* OR (name:Put* -source:s3*))';

test('the filter as text: completion, and a mistake', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, `q=${encodeURIComponent(deep)}`);
  const editor = page.getByRole('textbox', { name: 'Filter as text' });
  const offers = page.getByRole('listbox', { name: 'Fields, operators and values' });
  await expect(history.row(/./).first()).toBeVisible();
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
