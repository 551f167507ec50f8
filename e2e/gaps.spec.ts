import { record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

const HOUR = 3_600_000;
const now = Math.floor(Date.now() / 1000) * 1000;
const iso = (hoursAgo: number): string => new Date(now - hoursAgo * HOUR).toISOString();
const range = (from: number, to: number): string =>
  `from=${encodeURIComponent(iso(from))}&to=${encodeURIComponent(iso(to))}`;
const minutes = (from: number, count: number, step: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index * step);

/** Enough new events that a search stops by itself, and few old ones. */
const records = [
  ...minutes(30, 400, 0.25).map((ago) =>
    record({ eventName: 'PutObject', source: 's3', user: 'busy', ago }),
  ),
  ...minutes(18 * 60, 5, 1).map((ago) =>
    record({ eventName: 'RunInstances', source: 'ec2', user: 'island', ago }),
  ),
  ...minutes(30 * 60, 7, 1).map((ago) =>
    record({ eventName: 'StopLogging', source: 'cloudtrail', user: 'mallory', ago }),
  ),
];

test('a gap is read by choosing it, and only the gap is asked for', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records });
  const calls = async () =>
    (await product.requests()).filter(({ operation }) => operation === 'LookupEvents');
  await history.open(product.url, `q=&${range(20, 16)}`, /complete from/);
  await history.open(product.url, `q=&${range(48, 0.4)}`, /older ones load as you scroll/);

  const gaps = page.getByRole('button', { name: /^Not read: prod, us-east-1, .* Read it$/ });
  await expect(gaps).toHaveCount(2);
  const facets = page.getByRole('complementary', { name: 'Facets' });
  await expect(facets.getByText('mallory')).toHaveCount(0);
  const first = await history.row(/./).first().innerText();

  await product.setFaults([{ kind: 'denied', p: 1 }]);
  await gaps.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('prod, us-east-1 could not be read').first()).toBeVisible();
  await page.getByRole('button', { name: 'AWS denied the call' }).click();
  await expect(page.getByText(/LookupEvents/).last()).toBeVisible();
  await page.keyboard.press('Escape');

  await product.setFaults([]);
  const before = (await calls()).length;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(facets.getByText('mallory')).toBeVisible();
  await expect(gaps).toHaveCount(1);
  const asked = (await calls()).slice(before);
  expect(asked.length).toBeGreaterThan(0);
  for (const { from, to, region } of asked) {
    expect(region).toBe('us-east-1');
    expect(from).toBe(iso(48));
    expect(Date.parse(to ?? '')).toBeLessThan(Date.parse(iso(20)));
  }
  expect(await history.row(/./).first().innerText()).toBe(first);

  await page.getByRole('button', { name: 'Read the gap' }).click();
  await expect(page.getByText('Everything read', { exact: true }).first()).toBeVisible();
  const rest = (await calls()).slice(before + asked.length);
  expect(rest.length).toBeGreaterThan(0);
  for (const { from } of rest) expect(Date.parse(from ?? '')).toBeGreaterThan(Date.parse(iso(16)));

  const all = (await calls()).length;
  await page.reload();
  await expect(page.getByText('Everything read', { exact: true }).first()).toBeVisible();
  expect((await calls()).slice(all)).toEqual([]);
});
