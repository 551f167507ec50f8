import { expect, expectAccessibleInBothThemes, expectNoOverflow, test } from './fixtures/test.ts';

// Of alice 20 writes, of bob 30 reads, of mallory 5 denials, and more; see twoAccounts.

test('events grouped by a field, sorted by keyboard, each figure leads to its events, and back', async ({
  two,
  history,
  page,
}) => {
  await page.goto(`${two.url}/events?q=&group=username`);
  const table = page.getByRole('table', { name: 'Events by User name' });
  const line = (name: string) => table.getByRole('row').filter({ hasText: name });
  await expect(page.getByText('72 events in 5 groups by User name')).toBeVisible();
  await expect(line('bob')).toContainText(/bob.*30.*–.*–/);
  await expect(line('mallory')).toContainText(/mallory.*5.*100% 5.*100% 5/);
  await expect(table.getByRole('row').nth(1)).toContainText('bob');

  const errors = table.getByRole('columnheader', { name: 'Errors' });
  await errors.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('row').nth(1)).toContainText('mallory');
  await expect(page).toHaveURL(/sort=errors/);
  await expect(errors).toHaveAttribute('aria-sort', 'descending');

  await line('mallory').getByRole('link', { name: '5 errors of User name mallory' }).click();
  await expect(history.row('mallory')).toHaveCount(5);
  await expect(page).toHaveURL(/q=username:mallory\+errorCode:\*/);
  await page.goBack();
  await expect(line('mallory')).toBeVisible();

  // The same menu as every value's; what it filters stays grouped.
  await line('bob').getByRole('button', { name: 'bob' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Filter out' }).click();
  await expect(page.getByText('42 events in 4 groups by User name')).toBeVisible();

  await page.getByRole('combobox', { name: 'Then by' }).fill('requestParameters.bucketName');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/group=username,requestParameters.bucketName/);
  const both = page.getByRole('table', {
    name: 'Events by User name, requestParameters.bucketName',
  });
  await expect(both.getByRole('row').filter({ hasText: 'alice-bucket' })).toContainText('20');
  await page.getByRole('button', { name: 'Show the list' }).click();
  await expect(history.row('alice').first()).toBeVisible();
});

test('grouping is a step from a facet, from a column and from the palette; nothing and failure are told', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=');
  await history.row(/./).first().waitFor();
  const grouped = (label: string) => page.getByRole('table', { name: `Events by ${label}` });
  const facet = page.getByRole('region', { name: 'Event source' });
  await facet.hover();
  await facet.getByRole('button', { name: 'Group by Event source' }).click();
  await expect(grouped('Event source').getByText('ec2.amazonaws.com')).toBeVisible();
  await page.getByRole('button', { name: 'Show the list' }).click();

  await history.grid.getByRole('columnheader', { name: 'User name' }).hover();
  await page.getByRole('button', { name: 'Column User name' }).click();
  await page.getByRole('menuitem', { name: 'Group by this column' }).click();
  await expect(grouped('User name').getByText('carol')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('group by error code');
  await page.keyboard.press('Enter');
  await expect(grouped('Error code').getByText('AccessDenied')).toBeVisible();
  await expect(grouped('Error code').getByText('no value')).toBeVisible();

  await page.goto(`${two.url}/events?q=username:nobody&group=username`);
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible();

  const detail = 'The event archive stopped while it was asked.';
  const json = { type: 'archive-failed', title: 'The event archive failed', detail, status: 503 };
  await page.route('**/api/groups', (route) => route.fulfill({ status: 503, json }));
  await page.goto(`${two.url}/events?q=&group=username`);
  await expect(page.getByText(detail)).toBeVisible();
  // When reading ends it is asked for once more, which would answer before the button is pressed.
  await expect(history.said('complete from')).toBeVisible();
  await page.unroute('**/api/groups');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(grouped('User name').getByText('carol')).toBeVisible();
});

test('groups pass axe in both themes, also at 390 px, and nothing overflows', async ({
  two,
  history,
  page,
}) => {
  await page.goto(`${two.url}/events?q=&group=username,eventName`);
  await expect(page.getByRole('table').getByText('carol')).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
  await expectAccessibleInBothThemes(history);
});
