import { dev, prod, twoAccounts } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

const regions = ['us-east-1', 'us-east-2', 'eu-west-1'];
const choices = {
  records: twoAccounts(),
  accounts: [
    { id: prod, name: 'prod' },
    { id: dev, name: 'dev' },
  ],
  regions,
};

test('two accounts and three Regions, one denied: it is named, the others are read', async ({
  start,
  history,
  page,
}) => {
  const product = await start(choices);
  await product.setFaults([{ kind: 'denied', account: dev, region: 'eu-west-1', p: 1 }]);
  await history.open(product.url, 'q=');
  const alert = page.getByText(/dev \(eu-west-1\)/).first();
  await expect(alert).toBeVisible();
  await expect(page.getByText(/cloudtrail:LookupEvents/).first()).toBeVisible();
  await expect(history.said(/68 events/)).toBeVisible();
  await expect(history.row('dave').first()).toBeVisible();
  await expect(history.row('StopInstances')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the policy to attach' }).click();
  await expect(page.getByText('"Effect": "Allow"').first()).toBeVisible();
});

test('throttling is told and gets over by itself', async ({ start, history, page }) => {
  const product = await start(choices);
  await product.setFaults([{ kind: 'throttle', p: 1, region: 'us-east-1' }]);
  await history.open(product.url, 'q=');
  await expect(page.getByText(/throttl/i).first()).toBeVisible();
  await expect(history.row('RunInstances').first()).toBeVisible();
  await product.setFaults([]);
  await expect(history.said(/72 events/)).toBeVisible({ timeout: 40_000 });
});

test('expired credentials: what mends them, and the rest stays usable', async ({
  start,
  history,
  page,
}) => {
  const product = await start({
    ...choices,
    accounts: [
      { id: prod, name: 'prod' },
      { id: dev, name: 'dev', expired: true },
    ],
  });
  await history.open(product.url, 'q=');
  await expect(page.getByText(/dev.*credentials have expired/i).first()).toBeVisible();
  await expect(page.getByText(/Put new keys for profile dev/)).toBeVisible();
  await expect(history.row('alice').first()).toBeVisible();
});

test('one account and one Region chosen: only they are asked, and the address keeps it', async ({
  start,
  history,
  page,
}) => {
  const product = await start(choices);
  await history.open(product.url, `q=&accounts=${prod}&regions=us-east-2`);
  await expect(history.said(/6 events/)).toBeVisible();
  const asked = (await product.requests()).filter(
    (request) => request.operation === 'LookupEvents',
  );
  expect(new Set(asked.map(({ account, region }) => `${account}:${region}`))).toEqual(
    new Set([`${prod}:us-east-2`]),
  );
  await page.reload();
  await expect(history.said(/6 events/)).toBeVisible();
});
