import { record } from './fixtures/records.ts';
import { expect, expectAccessibleInBothThemes, test } from './fixtures/test.ts';

const hour = 60;
const day = 24 * hour;

/** Every six hours the same for three weeks, and then something else. */
const habits = () => [
  ...Array.from({ length: 84 }, (_, n) =>
    record({ eventName: 'PutObject', source: 's3', user: 'alice', ago: (n + 2) * 6 * hour }),
  ),
  record({
    eventName: 'CreateAccessKey',
    source: 'iam',
    user: 'alice',
    ago: 3,
    more: { sourceIPAddress: '198.51.100.77' },
  }),
  record({ eventName: 'PutObject', source: 's3', user: 'alice', ago: 2 }),
  record({ eventName: 'ListBuckets', source: 's3', user: 'mallory', ago: 1 }),
];

test('what somebody never did before is marked once everything before it was read, and told with its baseline', async ({
  listOf,
  history,
}) => {
  // axe looks at everything, and in both themes.
  test.slow();
  await listOf({ records: habits() }, 'q=', /87 events/);
  const odd = history.row('CreateAccessKey');
  await expect(odd.getByText(/^New /)).toBeVisible();
  await expect(odd).toContainText('First time alice called CreateAccessKey (iam)');
  await expect(odd).toContainText('Compared with the 30 days before it');
  await expect(history.row('ListBuckets')).toContainText('First time mallory did anything');
  // Calm: what alice does all day is not marked.
  await expect(history.grid.getByText(/^New /)).toHaveCount(2);
  // Without a mouse: the cell that has the focus says it in full.
  const why = odd.getByText(/Compared with/);
  const shown = () => why.evaluate((words) => words.getBoundingClientRect().width);
  expect(await shown()).toBeLessThan(2);
  await history.row('ListBuckets').getByRole('gridcell').first().focus();
  await history.page.keyboard.press('ArrowDown');
  await history.page.keyboard.press('ArrowDown');
  await expect(odd.getByRole('gridcell').first()).toBeFocused();
  expect(await shown()).toBeGreaterThan(100);
  await odd.click();
  const told = history.drawer.getByRole('region', { name: 'New or rare for its principal' });
  await expect(told).toContainText('First time alice came from 198.51.100.0/24');
  await expect(told).toContainText('all events of prod in us-east-1 were read');
  await expectAccessibleInBothThemes(history);
  await told.getByRole('link', { name: 'Earlier events of alice' }).click();
  await expect(history.said(/84 events/)).toBeVisible();
  await expect(history.row('CreateAccessKey')).toHaveCount(0);
});

test('nothing is marked where too little was read to tell, nor when marks are hidden', async ({
  start,
  history,
  page,
}) => {
  const product = await start({ records: habits() });
  const asked = page.waitForResponse(/\/api\/novelty$/);
  await history.open(product.url, `q=&range=${(6 * day) / day}d`);
  await asked;
  await expect(history.row('CreateAccessKey')).toBeVisible();
  await expect(history.grid.getByText(/^New /)).toHaveCount(0);
  await history.open(product.url, 'q=');
  await expect(history.grid.getByText(/^New /)).toHaveCount(2);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Hide new and rare');
  await page.keyboard.press('Enter');
  await expect(history.grid.getByText(/^New /)).toHaveCount(0);
});
