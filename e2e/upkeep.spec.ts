import { Archive } from './pages/archive.ts';
import { record } from './fixtures/records.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './fixtures/test.ts';

const DAY = 24 * 60;
const old = (ago: number) =>
  record({ eventName: 'StopLogging', source: 'cloudtrail', user: 'mallory', ago });
const records = [
  ...Array.from({ length: 7 }, (_, index) => old(5 * DAY + index)),
  ...Array.from({ length: 12 }, (_, index) =>
    record({ eventName: 'PutObject', source: 's3', user: 'alice', ago: 30 + index }),
  ),
];
const at = (days: number): string => new Date(Date.now() - days * DAY * 60_000).toISOString();

test('older events are deleted: previewed, confirmed by a word, and read again when asked for', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records });
  const archive = new Archive(page);
  const range = `q=&from=${encodeURIComponent(at(10))}&to=${encodeURIComponent(at(0.02))}`;
  await history.open(product.url, range, /complete from/);
  const lookups = async () =>
    (await product.requests()).filter(({ operation }) => operation === 'LookupEvents');
  const calls = (await lookups()).length;

  await archive.open(product.url);
  await expect(archive.fact('Events')).toHaveText('19');
  await page.getByRole('button', { name: 'Delete older events…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete older events' });
  await expect(dialog.getByText(/holds no events from before/)).toBeVisible();
  await expectAccessible(history);

  await dialog.getByRole('button', { name: /Which events/ }).click();
  await page.getByRole('option', { name: 'From before a date' }).click();
  const day = at(3).slice(0, 10);
  await dialog.getByLabel('Date', { exact: true }).fill(day.replaceAll('-', '/'));
  await expect(
    dialog.getByText(/^7 events from before \d+ \w+ \d+ in 1 scope will be deleted/),
  ).toBeVisible();
  const confirm = dialog.getByRole('button', { name: 'Delete 7 events' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/To confirm/).fill('delete');
  await confirm.click();
  await expect(page.getByText(/^7 events from before .* were deleted/)).toBeVisible();
  await expect(archive.fact('Events')).toHaveText('12');
  expect(await lookups()).toHaveLength(calls);

  await history.open(product.url, range);
  await expect(history.row('StopLogging')).toHaveCount(7);
  const again = (await lookups()).slice(calls);
  expect(again.length).toBeGreaterThan(0);
  for (const { to } of again) expect(to && to < `${day}T00:00:00Z`).toBe(true);
});

test('verification reads every record and says so; the page passes axe', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records }, 'q=', /complete from/);
  await new Archive(page).open(product.url);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText('All 19 records are as they were written')).toBeVisible();
  await expectAccessibleInBothThemes(history);
});
