import { prod } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';
import { bothAccounts } from './fixtures/two-accounts.ts';

test('an empty list offers what does occur: a user in the right case, more time, another Region', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf(bothAccounts(), 'q=', /72 events/);

  await history.open(product.url, 'q=user:Alice');
  await expect(
    page.getByText('Of 72 events kept here, User name = Alice matches none; alice has 20.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove this condition (72)' })).toBeVisible();
  await expectAccessible(history);
  await page.getByRole('button', { name: 'Use alice' }).click();
  await expect(history.said(/20 events/)).toBeVisible();
  await expect(history.row('alice').first()).toBeVisible();

  await history.open(product.url, 'q=user:mallory&range=10m');
  await page.getByRole('button', { name: 'Search the 90 days (5 there)' }).click();
  await expect(history.row('mallory')).toHaveCount(5);

  await history.open(product.url, `q=user:carol&accounts=${prod}&regions=us-east-1`);
  await page.getByRole('button', { name: 'Search all Regions (6 in us-east-2)' }).click();
  await expect(history.row('carol')).toHaveCount(6);

  await history.open(product.url, `q=user:dave&accounts=${prod}&regions=us-east-1`);
  await page.getByRole('button', { name: 'Search all accounts (7 in dev)' }).click();
  await expect(history.row('dave')).toHaveCount(7);
});

test('where not all could be read: the gaps are a click away', async ({ start, history, page }) => {
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'denied', region: 'eu-west-1' }]);
  await history.open(product.url, 'q=user:nobody&range=7d');
  await expect(page.getByText('No match so far')).toBeVisible();
  await expect(page.getByText('2 of 6 scopes are not fully read.')).toBeVisible();
  await page.getByRole('button', { name: 'Show gaps' }).click();
  await expect(page.getByText('dev · eu-west-1')).toBeVisible();
});
