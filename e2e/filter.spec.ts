import { twoAccounts } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

test('filter by user: only that user’s events, and AWS is asked for them', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url);
  await history.addCondition('User name = alice');
  await expect(history.row('bob')).toHaveCount(0);
  await expect(page.getByText('AWS answers:')).toContainText('User name = alice');
  await expect(history.said(/20 events/)).toBeVisible();
});

test('filter by event source', async ({ two, history }) => {
  await history.open(two.url, 'q=');
  await history.addCondition('Event source = lambda.amazonaws.com');
  await expect(history.said(/6 events/)).toBeVisible();
  await expect(history.row('carol').first()).toBeVisible();
});

test('values are offered from all that is read, each with its number, not from the rows on the page alone', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=');
  await expect(history.said(/complete/)).toBeVisible();
  await history.open(two.url, 'q=user:alice');
  await expect(history.row('bob')).toHaveCount(0);
  await history.filter.click();
  await history.filter.fill('User name = bo');
  await expect(page.getByRole('option', { name: /User name = bob.*30 events/ })).toBeVisible();
  await expect(page.getByText(/^Values in \d+ events$/)).toBeVisible();
});

test('three conditions, one of them with NOT', async ({ two, history }) => {
  await history.open(two.url, 'q=');
  await history.addCondition('Event source = ec2.amazonaws.com');
  await history.addCondition('User name != bob');
  await history.addCondition('Event name ^ Run');
  await expect(history.said(/8 events/)).toBeVisible();
  await expect(history.row('RunInstances', 'alice')).toHaveCount(8);
  await expect(history.row('bob')).toHaveCount(0);
});

test('clearing the arrival filter shows reads too', async ({ two, history }) => {
  await history.open(two.url);
  await expect(history.row('DescribeInstances')).toHaveCount(0);
  await history.clearFilter();
  await expect(history.row('DescribeInstances').first()).toBeVisible();
});

test('an empty result says why and offers the way out', async ({ listOf, history, page }) => {
  // A product of its own: only where nothing was read before is all of the answer AWS's.
  await listOf({ records: twoAccounts() }, 'q=user:Alice&range=1d');
  await expect(page.getByText('No event matches')).toBeVisible();
  await expect(page.getByText(/AWS was asked for User name = Alice and has none/)).toBeVisible();
  await expect(page.getByText(/upper and lower case told apart/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove this condition' }).click();
  await expect(history.row('alice').first()).toBeVisible();
});

test('a wrong filter in the address says where it is wrong', async ({ two, page, history }) => {
  await history.open(two.url, `q=${encodeURIComponent('user:alice nofield:x')}`);
  await expect(page.getByText(/nofield/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Filter as text' })).toHaveText(
    'user:alice nofield:x',
  );
});
