import { Archive } from './pages/archive.ts';
import { dev, prod, twoAccounts } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

const choices = {
  records: twoAccounts(),
  accounts: [
    { id: prod, name: 'prod' },
    { id: dev, name: 'dev' },
  ],
  regions: ['us-east-1', 'eu-west-1'],
};

// Reading 90 days takes its time, behind everything else.
test.setTimeout(120_000);

test('a scope is kept read: all of its 90 days, and no search asks for them again', async ({
  start,
  history,
  page,
}) => {
  const product = await start(choices);
  const archive = new Archive(page);
  await archive.open(product.url);
  const row = archive.scope('prod', 'us-east-1');
  await expect(row).toContainText('Off');
  await expect(row).toContainText('Nothing yet');
  await expect(page.getByText('Nothing is read in the background')).toBeVisible();

  await archive.keeps('prod', 'us-east-1').click();
  await expect(row).toContainText('Up to date', { timeout: 30_000 });
  await expect(row).toContainText('All of it', { timeout: 30_000 });
  await expect(row).toContainText('47');
  await expect(archive.scope('dev', 'us-east-1')).toContainText('Off');
  await expect(page.getByText('1 of 4 scopes kept read: 1 up to date.')).toBeVisible();

  const asked = (await product.requests()).filter(({ operation }) => operation === 'LookupEvents');
  expect(new Set(asked.map(({ account, region }) => `${account}:${region}`))).toEqual(
    new Set([`${prod}:us-east-1`]),
  );
  const at = (hours: number): string =>
    encodeURIComponent(new Date(Date.now() - hours * 3_600_000).toISOString());
  await history.open(
    product.url,
    `q=&accounts=prod&regions=us-east-1&from=${at(2000)}&to=${at(0.3)}`,
  );
  await expect(history.said(/complete from/)).toBeVisible();
  const before = Date.now() - 16 * 60_000;
  const again = (await product.requests())
    .slice(asked.length)
    .filter(({ from }) => from !== undefined && Date.parse(from) < before - 3_600_000);
  expect(again).toEqual([]);
});

test('many scopes at once: selected, all, paused, resumed', async ({ start, history, page }) => {
  const product = await start(choices);
  const archive = new Archive(page);
  await archive.open(product.url);
  await expect(archive.scope('dev', 'eu-west-1')).toContainText('Off');
  await page.getByRole('checkbox', { name: 'Select dev, us-east-1' }).check();
  await page.getByRole('checkbox', { name: 'Select dev, eu-west-1' }).check();
  await page.getByRole('button', { name: 'Keep selected read' }).click();
  await expect(archive.keeps('dev', 'us-east-1')).toBeChecked();
  await expect(archive.keeps('dev', 'eu-west-1')).toBeChecked();
  await expect(archive.keeps('prod', 'us-east-1')).not.toBeChecked();

  await page.getByRole('button', { name: 'Pause all' }).click();
  await expect(archive.scope('dev', 'us-east-1')).toContainText('Paused');
  await page.reload();
  await expect(archive.scope('dev', 'us-east-1')).toContainText('Paused');
  await expectAccessible(history);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('checkbox', { name: 'Keep all read' }).check();
  for (const account of ['prod', 'dev'])
    for (const region of choices.regions)
      await expect(archive.keeps(account, region)).toBeChecked();
  await page.getByRole('checkbox', { name: 'Keep all read' }).uncheck();
  await expect(archive.scope('prod', 'us-east-1')).toContainText('Off');
  await expect(page.getByText('Nothing is read in the background')).toBeVisible();
});
