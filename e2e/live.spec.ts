import type { Locator, Page } from '@playwright/test';
import { record, type RecordChoices } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

test.describe.configure({ timeout: 90_000 });

const soon = { timeout: 15_000 };
const event = (eventName: string, more: Partial<RecordChoices> = {}): ReturnType<typeof record> =>
  record({ eventName, source: 'ec2', user: 'alice', ago: 0, ...more });
const before = (count: number): ReturnType<typeof record>[] =>
  Array.from({ length: count }, (_, n) => event(`Before${n}x`, { ago: 1 + n }));

const live = (page: Page): Locator => page.getByRole('button', { name: 'Live', exact: true });
const following = (page: Page): Locator => page.getByText(/^Live · \d\d:\d\d:\d\d$/);
async function follow(page: Page): Promise<void> {
  await live(page).click();
  await expect(following(page)).toBeVisible();
}
const topOf = async (row: Locator): Promise<number> => (await row.boundingBox())?.y ?? Number.NaN;

test('live: new events appear, late ones in their place, for another filter too, until it is switched off', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records: before(3) }, 'q=user:alice&range=1h', /complete from/);
  await expect(live(page)).toHaveAttribute('aria-pressed', 'false');
  await live(page).click();
  await expect(live(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(following(page)).toBeVisible();

  await product.addRecords([event('NewOne'), event('NotAsked', { user: 'bob' })]);
  await expect(history.row('NewOne')).toBeVisible(soon);
  await product.addRecords([event('LateOne', { ago: 1.5 })]);
  await expect(history.row('LateOne')).toBeVisible(soon);
  const names = await history.grid.locator('tbody').getByRole('row').allInnerTexts();
  expect(names.map((text) => /(New|Late)One|Before\dx/.exec(text)?.[0])).toEqual([
    'NewOne',
    'Before0x',
    'LateOne',
    'Before1x',
    'Before2x',
  ]);

  await expectAccessible(history);
  await history.addCondition('Event source = s3.amazonaws.com');
  await expect(history.row('NewOne')).toHaveCount(0);
  await product.addRecords([event('AnotherNew', { source: 's3' })]);
  await expect(history.row('AnotherNew')).toBeVisible(soon);

  await live(page).click();
  await expect(following(page)).toHaveCount(0);
  const lookups = async (): Promise<number> =>
    (await product.requests()).filter(({ operation }) => operation === 'LookupEvents').length;
  // A call that was under way still arrives; then there is none for longer than it rested between two.
  await expect(async () => {
    const left = await lookups();
    await page.waitForTimeout(7_000);
    expect(await lookups()).toBe(left);
  }).toPass({ timeout: 30_000 });
});

test('live: what is being read does not move, in a scrolled list and beside an open event; what came is counted', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records: before(80) }, 'q=&range=1d', /complete from/);
  await follow(page);

  await history.row('Before5x').hover();
  await page.mouse.wheel(0, 600);
  const scrolled = () => history.grid.locator('..').evaluate((scroller) => scroller.scrollTop);
  await expect.poll(scrolled).toBe(600);
  const read = history.row('Before25x');
  await expect(read).toBeVisible();
  const at = await topOf(read);
  await product.addRecords([event('NewOne'), event('NewTwo')]);
  await expect(page.getByRole('button', { name: '2 new events' })).toBeVisible(soon);
  expect(await topOf(read)).toBe(at);
  await product.addRecords([event('NewThree')]);
  await page.getByRole('button', { name: '3 new events' }).click(soon);
  await expect(history.row('NewThree')).toBeVisible();
  await expect(page.getByRole('button', { name: /new event/ })).toHaveCount(0);

  await history.row('NewOne').click();
  await expect(history.drawer).toBeVisible();
  const beside = await topOf(history.row('NewOne'));
  await product.addRecords([event('NewFour')]);
  await expect(page.getByRole('button', { name: '1 new event', exact: true })).toBeVisible(soon);
  expect(await topOf(history.row('NewOne'))).toBe(beside);
});

test('live: a list shorter than its view stands still beside an open event, too', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records: before(2) }, 'q=&range=1h', /complete from/);
  await follow(page);
  await history.row('Before0x').click();
  await expect(history.drawer).toBeVisible();
  const at = await topOf(history.row('Before0x'));
  await product.addRecords([event('NewOne')]);
  const came = page.getByRole('button', { name: '1 new event', exact: true });
  await expect(came).toBeVisible(soon);
  expect(await topOf(history.row('Before0x'))).toBe(at);
  await came.click();
  await expect(history.row('NewOne')).toBeVisible();
});

test('live: says what stands in the way and goes on by itself; a range that has ended is not followed', async ({
  listOf,
  page,
}) => {
  const product = await listOf({ records: before(2) }, 'q=&range=1h', /complete from/);
  await follow(page);
  await product.setFaults([{ kind: 'throttle' }]);
  await page.getByText('Live: us-east-1 is throttled by AWS').click(soon);
  await expect(page.getByText(/Next try in|Trying again/)).toBeVisible();
  await product.setFaults([]);
  await expect(following(page)).toBeVisible({ timeout: 30_000 });

  await page.goto(`${product.url}/events?q=&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z`);
  await expect(live(page)).toHaveAttribute('aria-disabled', 'true');
});
