import { startTrailglass } from '@trailglass/dev-env';
import { dev } from '../fixtures/records.ts';
import { expect, test } from './picture.ts';
import { bothAccounts, devExpired } from '../fixtures/two-accounts.ts';

test('loading: nothing yet, then the first rows', async ({ history, page, shoot }) => {
  await using product = await startTrailglass({ local: ['--samples', '--latency', '6000'] });
  await page.goto(`${product.url}/events`);
  await expect(history.said(/Reading|so far/)).toBeVisible();
  await expect(history.row(/./)).toHaveCount(0);
  await shoot('loading');
  await expect(history.row(/./).first()).toBeVisible({ timeout: 30_000 });
  await shoot('loading-first-rows');
});

test('nothing happened', async ({ start, page, shoot }) => {
  const product = await start(bothAccounts());
  await page.goto(`${product.url}/events?q=&range=5m&accounts=${dev}&regions=us-east-2`);
  await expect(page.getByText(/No events in/).first()).toBeVisible();
  await shoot('empty-nothing-happened');
});

test('nothing matched, by far or nearly', async ({ listOf, page, shoot }) => {
  const product = await listOf(bothAccounts(), 'q=', /72 events/);
  await page.goto(`${product.url}/events?q=user:Alice+name:Put*&range=2h&regions=us-east-1`);
  await expect(page.getByRole('button', { name: 'Use alice' })).toBeVisible();
  await shoot('empty-nothing-matched');
  await page.goto(`${product.url}/events?q=user:bob+readOnly:false`);
  await expect(page.getByText(/together they match none/)).toBeVisible();
  await shoot('empty-never-together');
});

test('no match so far', async ({ start, page, shoot }) => {
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'denied', region: 'eu-west-1' }]);
  await page.goto(`${product.url}/events?q=user:nobody&range=7d`);
  await expect(page.getByText('No match so far')).toBeVisible();
  await page.getByRole('button', { name: 'Show gaps' }).click();
  await shoot('empty-not-all-read');
});

test('one Region denied', async ({ start, history, page, shoot }) => {
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'denied', account: dev, region: 'eu-west-1' }]);
  await history.open(product.url, 'q=', /68 events/);
  await shoot('denied-region');
  await page.getByRole('button', { name: 'Show the policy to attach' }).click();
  await shoot('denied-region-policy');
});

test('everything denied', async ({ start, page, shoot }) => {
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'denied' }]);
  await page.goto(`${product.url}/events?q=`);
  await expect(page.getByText('Nothing could be read')).toBeVisible();
  await expect(page.getByText('Show the policy to attach').first()).toBeVisible();
  await shoot('denied-everywhere');
});

test('throttled', async ({ start, history, page, shoot }) => {
  const product = await start(bothAccounts());
  await product.setFaults([{ kind: 'throttle', region: 'us-east-1' }]);
  await history.open(product.url, 'q=');
  await expect(page.getByText(/is throttling the calls/).first()).toBeVisible();
  await expect(history.row('RunInstances').first()).toBeVisible();
  await shoot('throttled');
});

test('expired credentials', async ({ listOf, history, page, shoot }) => {
  const product = await listOf(devExpired(), 'q=');
  await expect(page.getByText(/expired/i).first()).toBeVisible();
  await expect(history.row('alice').first()).toBeVisible();
  await shoot('expired');
  await page.goto(`${product.url}/accounts`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot('accounts-expired');
});

test('the server is gone', async ({ listOf, history, page, shoot }) => {
  const product = await listOf(bothAccounts(), 'q=', /72 events/);
  await product.stop();
  await history.unfold('actions');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('does not answer').first()).toBeVisible();
  await shoot('server-gone');
});
