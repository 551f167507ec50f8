import { hostile, record } from './fixtures/records.ts';
import { expect, expectAccessible, expectNoOverflow, test } from './fixtures/test.ts';

const table = { name: 'Events compared' };

test('by keyboard: select with x, compare with c, and come back to the same list', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=', /72 events/);
  for (const who of ['alice', 'mallory']) {
    await history.row(who).first().getByRole('gridcell').nth(1).focus();
    await page.keyboard.press('x');
  }
  await expect(history.selected).toContainText('2 events');
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
  await history.open(two.url, 'q=username:alice', /20 events/);
  for (const at of [0, 1, 2]) await history.row('alice').nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(
    page.getByRole('table', table).getByRole('row', { name: /^Event ID/ }),
  ).toBeVisible();
  await expectNoOverflow(page);
  await expectAccessible(history);
});

test('hostile text in a comparison is text, and a link that names nothing says so', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records: [...hostile(), ...hostile()] }, 'q=');
  await expect(history.row(/./).nth(1)).toBeVisible();
  for (const at of [0, 1]) await history.row(/./).nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('table', table)).toBeVisible();
  expect(await page.locator('svg[onload], img[src=x]').count()).toBe(0);
  await page.goto(`${product.url}/compare?events=%3Cscript%3E,x`);
  await expect(page.getByText('Two to five events are compared')).toBeVisible();
});

test('any member of the record becomes a column, in the address too', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=username:alice');
  await history.row('alice').first().click();
  const leaf = history.drawer.getByRole('tree', { name: 'Request parameters' });
  await expect(leaf.getByText('50', { exact: true })).toBeVisible();
  await leaf.getByText('50', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add as column' }).press('Enter');
  await expect(
    history.grid.getByRole('columnheader', { name: 'requestParameters.maxResults' }),
  ).toBeVisible();
  await expect(history.row('alice', /50$/).first()).toBeVisible();
  await page.reload();
  await expect(history.row('alice', /50$/).first()).toBeVisible();
});

test('the previous call of the same API on the same resource is one press away', async ({
  listOf,
  history,
  page,
}) => {
  const rule = (ago: number, port: number) =>
    record({
      eventName: 'AuthorizeSecurityGroupIngress',
      source: 'ec2',
      user: 'alice',
      ago,
      more: { requestParameters: { groupId: 'sg-0123456789abcdef0', fromPort: port } },
    });
  await listOf({ records: [rule(30, 22), rule(20, 443), rule(10, 3389)] }, 'q=');
  await history.row('AuthorizeSecurityGroupIngress').nth(1).click();
  await history.drawer.getByRole('button', { name: 'Previous call' }).click();
  const compared = page.getByRole('table', table);
  await expect(
    compared.getByRole('row', { name: /^fromPort 1 22 2 443|^fromPort 22 443/ }),
  ).toBeVisible();
  await page.goBack();
  await history.drawer.getByRole('button', { name: 'Next call' }).click();
  await expect(
    compared.getByRole('row', { name: /^fromPort 1 443 2 3389|^fromPort 443 3389/ }),
  ).toBeVisible();
});
