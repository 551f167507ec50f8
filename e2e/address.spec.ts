import { prod, record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

test('a colleague’s link opens the same event, whole', async ({ two, history, page, context }) => {
  await history.open(two.url, 'q=user:alice');
  await history.row('PutBucketPolicy').first().click();
  await expect(history.drawer.getByRole('heading', { name: 'PutBucketPolicy' })).toBeVisible();
  const link = page.url();
  const colleague = await context.newPage();
  await colleague.goto(link);
  await expect(colleague.getByRole('heading', { name: 'PutBucketPolicy' }).first()).toBeVisible();
  await expect(
    colleague.getByText('"alice-bucket"').or(colleague.getByText('alice-bucket')).first(),
  ).toBeVisible();
});

test('reload, back and forward keep filter, range and the open event', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=');
  await history.addCondition('User name = alice');
  await expect(history.said(/20 events/)).toBeVisible();
  await history.row('RunInstances').first().click();
  await expect(history.drawer).toBeVisible();
  await page.reload();
  await expect(history.drawer.getByRole('heading', { name: 'RunInstances' })).toBeVisible();
  await page.goBack();
  await expect(history.drawer).toBeHidden();
  await page.goBack();
  await expect(history.said(/72 events/)).toBeVisible();
  await page.goForward();
  await expect(history.said(/20 events/)).toBeVisible();
});

test('a hostile or outdated link gives a notice and a sane default', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'range=9999999d&regions=..%2F..&event=%3Cscript%3E');
  await expect(page.getByText(/Last 90 days/).first()).toBeVisible();
  await expect(page.getByText(/address|link/i).first()).toBeVisible();
  await expect(history.row(/./).first()).toBeVisible();
});

test('an unknown page says so', async ({ two, page }) => {
  await page.goto(`${two.url}/nothing-here`);
  await expect(page.getByRole('link', { name: 'Event history' }).first()).toBeVisible();
});

test('a link to an event shows it in the list, too, wherever it stands there', async ({
  start,
  history,
  page,
}) => {
  const records = Array.from({ length: 150 }, (_, minute) =>
    record({ eventName: 'PutObject', source: 's3', user: `user-${minute}`, ago: minute }),
  );
  const product = await start({ records });
  const { eventID, eventTime } = records[120] as { eventID: string; eventTime: string };
  const event = encodeURIComponent(`${prod}:us-east-1:${eventID}:${eventTime}`);
  await history.open(product.url, `q=&event=${event}`);
  const row = history.row('user-120');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toBeInViewport();
  await expect(history.row('user-119')).toBeInViewport();
  await expect(history.drawer.getByText('user-120-bucket').first()).toBeVisible();
  // The Tab key reaches it, and the keys go on from there.
  await expect(row.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
});
