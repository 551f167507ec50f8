import { dev, prod, record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';
import { bothAccounts, devExpired } from './fixtures/two-accounts.ts';
import { EventHistory } from './pages/event-history.ts';

test('two accounts and three Regions, one denied: it is named, the others are read', async ({
  start,
  history,
  page,
}) => {
  const product = await start(bothAccounts());
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
  // Getting over it alone may take 40 s.
  test.slow();
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'throttle', p: 1, region: 'us-east-1' }]);
  await history.open(product.url, 'q=');
  await expect(page.getByText(/throttl/i).first()).toBeVisible();
  await expect(history.row('RunInstances').first()).toBeVisible();
  await product.setFaults([]);
  await expect(history.said(/72 events/)).toBeVisible({ timeout: 40_000 });
});

test('expired credentials: what mends them, and the rest stays usable', async ({
  listOf,
  history,
  page,
}) => {
  await listOf(devExpired(), 'q=');
  await expect(page.getByText(/dev.*credentials have expired/i).first()).toBeVisible();
  await expect(page.getByText(/Put new keys for profile dev/)).toBeVisible();
  await expect(history.row('alice').first()).toBeVisible();
});

test('one account and one Region chosen: only they are asked, and the address keeps it', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf(bothAccounts(), `q=&accounts=${prod}&regions=us-east-2`, /6 events/);
  const asked = (await product.requests()).filter(
    (request) => request.operation === 'LookupEvents',
  );
  expect(new Set(asked.map(({ account, region }) => `${account}:${region}`))).toEqual(
    new Set([`${prod}:us-east-2`]),
  );
  await page.reload();
  await expect(history.said(/6 events/)).toBeVisible();
});

/** So many events of each, a minute apart, from a quarter of an hour on. */
const many = (count: number, region: string, account: string, user: string) =>
  Array.from({ length: count }, (_, minute) =>
    record({
      eventName: 'PutBucketPolicy',
      source: 's3',
      user,
      ago: 20 + minute,
      region,
      account,
    }),
  );

test('of two accounts one fails half way, is named while the other goes on, and recovers by itself', async ({
  start,
  history,
  page,
}) => {
  const product = await start({
    ...bothAccounts(),
    regions: ['us-east-1', 'eu-west-1'],
    records: [...many(120, 'us-east-1', prod, 'alice'), ...many(260, 'eu-west-1', dev, 'dave')],
    local: ['--latency', '200'],
  });
  // Getting over it alone may take half a minute.
  test.slow();
  const calls = async (account: string, region: string): Promise<number> =>
    (await product.requests()).filter(
      (call) =>
        call.account === account && call.region === region && call.operation === 'LookupEvents',
    ).length;
  await history.open(product.url, 'q=');
  // Half way: it waits by itself for somebody who wants more.
  await expect(history.said(/older ones load as you scroll/)).toBeVisible();
  expect(await calls(dev, 'eu-west-1')).toBeGreaterThan(0);
  await product.setFaults([{ kind: 'error503', p: 1, account: dev, region: 'eu-west-1' }]);
  await page.getByRole('button', { name: 'Read everything' }).click();
  await expect(page.getByText('dev (eu-west-1): AWS answered with an error')).toBeVisible();
  // 120 events are three pages.
  await expect.poll(() => calls(prod, 'us-east-1')).toBeGreaterThanOrEqual(3);
  await expect(history.row('alice').first()).toBeVisible();
  await expect(history.said(/complete from/)).toHaveCount(0);
  await product.setFaults([]);
  // Nobody does anything about it.
  await expect(history.said(/380 events · complete from/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('dev (eu-west-1): AWS answered with an error')).toHaveCount(0);
});

test('the same search from two browsers at once stays within two calls a second', async ({
  start,
  history,
  context,
}) => {
  const product = await start({
    ...bothAccounts(),
    regions: ['us-east-1'],
    accounts: [{ id: prod, name: 'prod' }],
    records: many(190, 'us-east-1', prod, 'alice'),
    local: ['--latency', '150'],
  });
  const at = (minutes: number): string =>
    encodeURIComponent(new Date(Date.now() - minutes * 60_000).toISOString());
  const search = `q=&from=${at(600)}&to=${at(18)}`;
  const second = new EventHistory(await context.newPage());
  await Promise.all([history.open(product.url, search), second.open(product.url, search)]);
  for (const one of [history, second])
    await expect(one.said(/190 events · complete from/)).toBeVisible({ timeout: 20_000 });
  const times = (await product.requests())
    .filter(({ operation }) => operation === 'LookupEvents')
    .map(({ at: when }) => when);
  // As they arrived: a busy machine holds single calls back, and the others wait for it.
  for (const first of times)
    expect(times.filter((when) => when >= first && when < first + 1_000).length).toBeLessThan(3);
  // 190 events are four pages; what both ask at the same time is one call.
  expect(times.length).toBeLessThan(8);
});
