import { expect, test } from './fixtures/test.ts';
import { bothAccounts } from './fixtures/two-accounts.ts';

/** A window whose end is older than the 15 minutes in which late events may still come. */
const settled = (): string => {
  const at = (minutes: number): string =>
    encodeURIComponent(new Date(Date.now() - minutes * 60_000).toISOString());
  return `from=${at(24 * 60)}&to=${at(18)}`;
};

test('what was read is never asked for again: refined, repeated, by a second browser', async ({
  start,
  history,
  page,
  context,
}) => {
  const product = await start(bothAccounts());
  const range = settled();
  const calls = async (): Promise<number> =>
    (await product.requests()).filter(({ operation }) => operation === 'LookupEvents').length;

  await history.open(product.url, `q=&${range}`, /complete from/);
  const once = await calls();
  expect(once).toBeGreaterThan(0);

  await history.addCondition('User name = alice');
  await expect(history.row('bob')).toHaveCount(0);
  await expect(history.said(/complete from/)).toBeVisible();
  await page.reload();
  await expect(history.row('alice').first()).toBeVisible();
  await history.row('RunInstances').first().click();
  await expect(history.drawer.getByText('alice-bucket').first()).toBeVisible();

  const second = await context.newPage();
  await second.goto(`${product.url}/events?q=source:ec2.amazonaws.com&${range}`);
  await expect(second.getByText(/complete from/).first()).toBeVisible();
  expect(await calls()).toBe(once);
});

test('timeline, coverage and facets count what was read; a facet filters', async ({
  listOf,
  history,
  page,
}) => {
  await listOf(bothAccounts(), `q=&${settled()}`, /complete from/);
  const facets = page.getByRole('complementary', { name: 'Facets' });
  await expect(facets.getByText('mallory')).toBeVisible();
  await expect(page.getByRole('table', { name: /events over time/i })).toBeAttached();
  await facets.getByRole('button', { name: /filter for.*mallory/i }).click();
  await expect(history.row('alice')).toHaveCount(0);
  await expect(history.row('mallory').first()).toBeVisible();
});

test('credentials that expire leave what was read in reach', async ({ start, history, page }) => {
  const product = await start(bothAccounts());
  const range = settled();
  await history.open(product.url, `q=&${range}`, /complete from/);
  await product.setFaults([{ kind: 'expired', p: 1 }]);
  await history.open(product.url, `q=user:alice&${range}`);
  await expect(history.row('alice').first()).toBeVisible();
  await page.goto(`${product.url}/archive`);
  await expect(page.getByRole('heading', { level: 1, name: /archive/i })).toBeVisible();
  await expect(page.getByText('us-east-1').first()).toBeVisible();
});
