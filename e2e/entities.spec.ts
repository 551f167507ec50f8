import { record } from './fixtures/records.ts';
import { expect, expectAccessibleInBothThemes, expectNoOverflow, test } from './fixtures/test.ts';

const day = 24 * 60;
const call = (eventName: string, daysAgo: number, more: Record<string, unknown> = {}) =>
  record({ eventName, source: 's3', user: 'alice', ago: 5 + daysAgo * day, more });

/** A week of alice, and the month before it: GetObject is old, PutBucketPolicy, another agent and address are new. */
const records = () => [
  call('GetObject', 1, { readOnly: true }),
  call('PutBucketPolicy', 2, { userAgent: 'curl/8', sourceIPAddress: '198.51.100.9' }),
  call('PutBucketPolicy', 2, { errorCode: 'AccessDenied', errorMessage: 'no' }),
  call('GetObject', 20, { readOnly: true }),
  call('ListBuckets', 21, { readOnly: true }),
];

test('a user’s page: what was done, from where, and what is new against the time before', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: records() }, 'q=&range=7d');
  await history.row('PutBucketPolicy').first().click();
  await history.drawer
    .getByRole('link', { name: 'Activity of alice', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/entity\?kind=user&value=alice&range=7d/);
  await expect(page.getByRole('heading', { level: 1, name: 'User alice' })).toBeVisible();

  // The week was read by the search; of the month before, nothing was: nothing is claimed of it.
  await expect(page.getByText(/^Read up to /)).toBeVisible();
  await expect(
    page.getByText(/What is new cannot be told: of the time before .*, [01]% is read/),
  ).toBeVisible();
  await expect(page.getByText('New', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Read the time before' }).click();
  await expect(history.row('ListBuckets')).toBeVisible();
  await expect(history.said(/2 events/)).toBeVisible();
  await page.goBack();

  const news = (title: string) => page.getByRole('region', { name: `New ${title}` });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(news('APIs')).toContainText('1 new APIPutBucketPolicy · s3.amazonaws.com');
  await expect(news('User agents')).toContainText('curl/8');
  await expect(news('Source IP addresses')).toContainText('198.51.100.9');
  await expect(news('Regions')).toHaveCount(0);
  await expect(
    page.getByText(/Against the time before: .*, 100% of it read, with 2 events/),
  ).toBeVisible();

  const apis = page.getByRole('table', { name: 'APIs' });
  await expect(apis.getByRole('row').filter({ hasText: 'PutBucketPolicy' })).toContainText(
    /New.*2.*50% 1/,
  );
  await expect(apis.getByRole('row').filter({ hasText: 'GetObject' })).not.toContainText('New');
  await expect(page.getByRole('table', { name: 'Errors by code' })).toContainText('AccessDenied');

  // Every figure leads to its events; the way back is the same page.
  await page.getByRole('link', { name: '1 errors' }).click();
  await expect(history.row('PutBucketPolicy')).toHaveCount(1);
  await page.goBack();
  await news('User agents').getByRole('link', { name: 'curl/8' }).click();
  await expect(page).toHaveURL(/q=username:alice\+userAgent:curl\/8&range=7d/);
  await expect(history.row('PutBucketPolicy')).toHaveCount(1);
});

test('pages of a resource, a key, an address: from the drawer and the menu of a value; the AWS console beside', async ({
  listOf,
  history,
  page,
}) => {
  const product = await listOf({ records: records() }, 'q=&range=7d');
  await history.row('GetObject').first().click();
  const bucket = history.drawer.getByRole('row').filter({ hasText: 'alice-bucket' });
  const console = bucket.getByRole('link', { name: /in the AWS console/ });
  await expect(console).toHaveAttribute(
    'href',
    'https://us-east-1.console.aws.amazon.com/s3/buckets/alice-bucket?region=us-east-1',
  );
  await expect(console).toHaveAttribute('target', '_blank');
  await expect(console).toHaveAttribute('rel', 'noopener noreferrer');
  await bucket.getByRole('link', { name: /^Activity of/ }).click();
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  await expect(title('Resource alice-bucket')).toBeVisible();
  await expect(page.getByRole('link', { name: /in the AWS console/ })).toHaveAttribute(
    'href',
    'https://us-east-1.console.aws.amazon.com/s3/buckets/alice-bucket?region=us-east-1',
  );

  const who = page.getByRole('table', { name: 'Principals' });
  await who.getByRole('button', { name: /user\/alice/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Open its page' }).click();
  await expect(title('Principal arn:aws:iam::111122223333:user/alice')).toBeVisible();
  await page
    .getByRole('table', { name: 'Source IP addresses' })
    .getByRole('button', { name: '203.0.113.7' })
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Open its page' }).click();
  await expect(title('Source IP address 203.0.113.7')).toBeVisible();
  await page
    .getByRole('table', { name: 'Access keys' })
    .getByRole('button', { name: 'AKIAEXAMPLEEXAMPLEEX' })
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Open its page' }).click();
  await expect(title('Access key AKIAEXAMPLEEXAMPLEEX')).toBeVisible();
  await page.getByRole('button', { name: 'Follow this session' }).click();
  await page.getByRole('treeitem').getByRole('link', { name: 'alice', exact: true }).click();
  await expect(title('User alice')).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(title('Access key AKIAEXAMPLEEXAMPLEEX')).toBeVisible();

  await page.goto(`${product.url}/entity?kind=__proto__&value=x`);
  await expect(page.getByText('This link names nothing to show')).toBeVisible();
});

test('a page of activity passes axe in both themes, and 390 px hold it', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=&range=7d', /72 events/);
  await page.goto(`${two.url}/entity?kind=user&value=alice&range=7d`);
  await expect(page.getByRole('table', { name: 'APIs' }).getByText('RunInstances')).toBeVisible();
  await expectAccessibleInBothThemes(history);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
});
