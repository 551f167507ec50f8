import type { Request } from '@playwright/test';
import { prod, record } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';
import type { ProductChoices } from './fixtures/product.ts';

const choices: ProductChoices = {
  keeps: true,
  // Few, and old enough to be settled.
  records: Array.from({ length: 520 }, (_, minute) =>
    record({ eventName: 'PutBucketPolicy', source: 's3', user: 'alice', ago: 20 + minute }),
  ),
};
const day = 'q=&range=1d';

test('after a restart with expired credentials all that was kept is in reach, and the page says since when nothing new came', async ({
  listOf,
  history,
  page,
}) => {
  // Three waits of up to 20 s.
  test.slow();
  const product = await listOf(choices, day);
  await page.getByRole('button', { name: 'Read everything' }).click();
  await expect(history.said(/520 events · complete from/)).toBeVisible({ timeout: 20_000 });

  await product.setFaults([{ kind: 'expired', p: 1 }]);
  const url = await product.restart();
  await history.open(url, day);
  await expect(history.row('alice').first()).toBeVisible();
  await expect(page.getByText('prod: The AWS credentials have expired')).toBeVisible();
  await expect(page.getByText(/AWS last answered for prod at \d{4}-\d\d-\d\d/)).toBeVisible();

  // Scrolled to its end, though the newest quarter of an hour cannot be asked for.
  const scroller = history.grid.locator('..');
  await expect(async () => {
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(history.said(/520 events/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(history.said(/complete from/)).toHaveCount(0);

  await history.row('PutBucketPolicy').last().click();
  await expect(history.drawer.getByText('alice-bucket').first()).toBeVisible();

  await page.goto(`${url}/accounts`);
  await expect(page.getByText(prod).first()).toBeVisible();
  await expect(page.getByText(/AWS last answered for prod at/)).toBeVisible();

  // Renewed, it goes on by itself.
  await product.setFaults([]);
  await expect(async () => {
    await history.open(url, day);
    await expect(history.said(/newest events|complete from/)).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
});

test('without a network everything that was kept is in reach', async ({
  listOf,
  history,
  page,
}) => {
  test.setTimeout(120_000);
  const product = await listOf(choices, day);
  await page.getByRole('button', { name: 'Read everything' }).click();
  await expect(history.said(/520 events · complete from/)).toBeVisible({ timeout: 20_000 });
  await product.cut();
  await history.open(await product.restart(), 'q=user:alice&range=1d');
  await expect(history.row('alice').first()).toBeVisible();
  await expect(page.getByText('prod (us-east-1): AWS cannot be reached')).toBeVisible();
  // It is tried a few times more before it counts as failed.
  await expect(page.getByText(/AWS last answered for prod at/)).toBeVisible({ timeout: 80_000 });
});

test('before the 90 days of AWS the archive is all there is, and the page says how much that is', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records: choices.records.slice(0, 30) });
  const daysAgo = (days: number): string =>
    encodeURIComponent(new Date(Date.now() - days * 86_400_000).toISOString());
  await history.open(product.url, `q=&from=${daysAgo(120)}&to=${daysAgo(0)}`);
  await expect(
    page.getByText(/AWS keeps 90 days. Before .* only what the archive holds is shown: it is not/),
  ).toBeVisible();
  await expect(history.said(/30 events · complete from .* as far as they were kept/)).toBeVisible();
  await expect(page.getByText('These are all that were kept')).toBeVisible();
});

test('when the server is gone, the page stands with all that is on it, and code that does not come is told', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records: choices.records.slice(0, 30) });
  // Never idle: what is not needed yet is still to be loaded.
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  const assets = () => [...underWay].map((one) => one.url()).filter((url) => /assets/.test(url));
  let refused = false;
  await page.route('**/assets/*.js', (route) => (refused ? route.abort() : route.continue()));
  await history.open(product.url, day, /30 events · complete from/);
  await expect(
    page.getByRole('button', { name: 'Filter for User name alice, 30 events' }),
  ).toBeVisible();
  // Notices are loaded at the first touch.
  await Promise.all([page.waitForRequest(/flashbar/), page.mouse.move(10, 300)]);
  await expect.poll(assets).toEqual([]);
  refused = true;
  await product.stop();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('The Trailglass server does not answer').first()).toBeVisible();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByText('Part of this page could not be loaded')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeVisible();
  await expect(history.row('alice').first()).toBeVisible();
  // What was counted before is still told.
  await expect(
    page.getByRole('button', { name: 'Filter for User name alice, 30 events' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Archive' }).click();
  await expect(page.getByText('This page could not be loaded', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Event history' }).first()).toBeVisible();
});

test('an event that lies in another Region than its link says is looked for everywhere, and opened', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=name:PutBucketPolicy');
  const link = await history.row('PutBucketPolicy').first().getByRole('link').getAttribute('href');
  const [path = ''] = (link ?? '').split('?');
  const [, , account = '', region = '', id = ''] = path.split('/');
  const other = region === 'eu-west-1' ? 'us-east-1' : 'eu-west-1';
  await page.goto(`${two.url}/events/${account}/${other}/${id}`);
  await page.getByRole('button', { name: 'Look everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'PutBucketPolicy', level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(path);

  await page.goto(`${two.url}/events/${account}/${region}/00000000-0000-4000-8000-000000000000`);
  await page.getByRole('button', { name: 'Look everywhere' }).click();
  await expect(page.getByText('Asked 5 of 5 places: 5 do not have it')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/AWS cannot say whether an older event ever was/)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'What each place answered' }).getByText(/^Not in dev: /),
  ).toContainText('eu-west-1');
  await expectAccessible(history);
});
