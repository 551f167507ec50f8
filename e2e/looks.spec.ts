import { hostile, hostileSession } from './fixtures/records.ts';
import {
  expect,
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNoOverflow,
  test,
} from './fixtures/test.ts';

test('every page and the open drawer pass axe in both themes', async ({ two, history, page }) => {
  // axe looks at each element of six pages.
  test.slow();
  await history.open(two.url);
  await expect(history.row(/./).first()).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await history.row('PutBucketPolicy').first().click();
  await expect(history.drawer.getByText('alice-bucket').first()).toBeVisible();
  await expectAccessibleInBothThemes(history);
  const link = await history.row('PutBucketPolicy').first().getByRole('link').getAttribute('href');
  for (const path of [link ?? '', '/accounts', '/archive', '/nothing-here']) {
    await page.goto(two.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessibleInBothThemes(history);
  }
});

test('390 px wide: list, event full screen and back, nothing overflows', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url);
  await expect(history.row(/./).first()).toBeVisible();
  const bars = page.locator('.uplot').first();
  await expect(bars).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
  // The timeline has become as narrow as the window, and is not cut off by it.
  await expect
    .poll(() => bars.evaluate((shown) => shown.getBoundingClientRect().right - innerWidth))
    .toBeLessThanOrEqual(0);
  await history.row('PutBucketPolicy').first().click();
  await expect(history.drawer.getByRole('heading', { name: 'PutBucketPolicy' })).toBeVisible();
  await expectNoOverflow(page);
  await expectAccessible(history);
  await page.goBack();
  await expect(history.row(/./).first()).toBeVisible();
});

test('390 px wide: the rows are the page, and nothing is more than one tap or Tab away', async ({
  two,
  history,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await history.open(two.url, 'q=readOnly:false+-user:nobody+-user:someone&range=90d');
  await expect(page.locator('.uplot').first()).toBeVisible();
  const room = () =>
    history.grid.evaluate((grid) => innerHeight - grid.getBoundingClientRect().top);
  // Rows have 48 px at most.
  await expect.poll(room).toBeGreaterThanOrEqual(6 * 48);
  await expect(history.filter).toBeHidden();
  await history.unfold('actions');
  for (const name of ['Live', 'Refresh', 'Save view', 'Download', 'Columns']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeHidden();
  await history.grid.focus();
  await page.keyboard.press('/');
  await expect(history.filter).toBeFocused();
  await expect(page.getByRole('button', { name: /^3 filters: / })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(page.getByText(/^AWS answers/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(history);
  await expectNoOverflow(page);
  // A filter that only text can show is longer than the line that it is folded into.
  const deep = 'readOnly:false (errorCode:* OR (eventName:Put* -eventSource:s3.amazonaws.com))';
  await history.open(two.url, `q=${encodeURIComponent(deep)}`);
  await history.unfold('filter');
  await page.getByRole('textbox', { name: 'Filter as text' }).focus();
  await page.keyboard.press('End');
  await expectNoOverflow(page);
});

test('hostile text is text: nothing runs, nothing hides', async ({ start, history, page }) => {
  const product = await start({ records: hostile() });
  await history.open(product.url);
  await history.row('CreateUser').first().click();
  await expect(history.drawer).toContainText('<img src=x onerror=');
  await expect(history.drawer).toContainText(/U\+202E|RLO/);
  await expect(page).not.toHaveTitle(/owned/);
  expect(await page.locator('svg[onload], img[src=x]').count()).toBe(0);
});

test('hostile text is text in what follows from an event, too: related, session, activity, groups', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records: [...hostileSession(), ...hostile()] });
  const inert = async (): Promise<void> => {
    expect(await page.locator('svg[onload], img[src=x], body script').count()).toBe(scripts);
    await expect(page).not.toHaveTitle(/owned/);
  };
  await history.open(product.url, 'q=');
  const scripts = await page.locator('body script').count();
  await history.row('CreateUser', 'old').or(history.row('CreateUser', 'img src')).last().click();
  await expect(history.drawer.getByRole('heading', { name: 'Related events' })).toBeVisible();
  await inert();
  await history.drawer.getByRole('link', { name: 'Follow this session' }).first().click();
  await expect(page.getByRole('treeitem', { name: /<img src=x/ }).first()).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /svg onload/ }).first()).toBeVisible();
  await inert();
  await page.getByRole('link', { name: 'Activity' }).first().click();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await inert();
  await page.goto(`${product.url}/events?q=&group=userAgent`);
  await expect(page.getByText('{{7*7}}').first()).toBeVisible();
  await inert();
});
