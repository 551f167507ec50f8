import { hostile } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

const table = { name: 'Events compared' };

test('by keyboard: select with x, compare with c, and come back to the same list', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=');
  await expect(history.said(/72 events/)).toBeVisible();
  for (const who of ['alice', 'mallory']) {
    await history.row(who).first().getByRole('gridcell').nth(1).focus();
    await page.keyboard.press('x');
  }
  await expect(page.getByRole('toolbar', { name: 'Selected events' })).toContainText('2 events');
  await page.keyboard.press('c');
  const compared = page.getByRole('table', table);
  await expect(
    compared.getByRole('row', { name: /^User name .*mallory.*alice|^User name .*alice.*mallory/ }),
  ).toBeVisible();
  await expect(compared.getByRole('row', { name: /^bucketName/ })).toBeVisible();
  await expect(compared.getByRole('row', { name: /^maxResults/ })).toBeHidden();
  await page.getByText('Only differences').click();
  await expect(compared.getByRole('row', { name: /^maxResults/ })).toBeVisible();
  await expectAccessible(history);
  await page.reload();
  await expect(compared.getByRole('row', { name: /^bucketName/ })).toBeVisible();
  await page.goBack();
  await expect(history.said(/72 events/)).toBeVisible();
});

test('390 px: boxes are there, values stand below each other, nothing overflows', async ({
  two,
  history,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await history.open(two.url, 'q=username:alice');
  for (const at of [0, 1, 2]) await history.row('alice').nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(
    page.getByRole('table', table).getByRole('row', { name: /^Event ID/ }),
  ).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(history);
});

test('hostile text in a comparison is text, and a link that names nothing says so', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records: [...hostile(), ...hostile()] });
  await history.open(product.url, 'q=');
  await expect(history.row(/./).nth(1)).toBeVisible();
  for (const at of [0, 1]) await history.row(/./).nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('table', table)).toBeVisible();
  expect(await page.locator('svg[onload], img[src=x]').count()).toBe(0);
  await page.goto(`${product.url}/compare?events=%3Cscript%3E,x`);
  await expect(page.getByText('Two to five events are compared')).toBeVisible();
});
