import { readFile } from 'node:fs/promises';
import { record } from './fixtures/records.ts';
import { expect, expectAccessibleInBothThemes, test } from './fixtures/test.ts';

const iam = (eventName: string, ago: number, userName: string, error?: string) =>
  record({
    eventName,
    source: 'iam',
    user: 'alice',
    ago,
    ...(error && { error }),
    more: { requestParameters: { userName } },
  });

test('the least policy of a search, of chosen events, and what events cannot tell', async ({
  listOf,
  history,
  page,
}) => {
  await listOf(
    {
      records: [
        iam('DeleteUser', 2, 'bob'),
        iam('CreateUser', 5, '<img src=x onerror=alert(1)>*'),
        iam('CreateLoginProfile', 9, 'bob', 'AccessDenied'),
      ],
    },
    'q=&range=12h',
    /3 events/,
  );
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: /IAM policy/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Least-privilege policy');
  const text = page.getByRole('region', { name: 'Policy JSON' });
  await expect(text).toContainText('"iam:DeleteUser"');
  await expect(page.getByText(/Made from 2 of 3 events, all by alice/)).toBeVisible();
  await expect(page.getByText('iam:CreateLoginProfile · 1 event')).toBeVisible();
  expect(await page.locator('img[src=x]').count()).toBe(0);
  await expectAccessibleInBothThemes(history);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    Version: '2012-10-17',
    Statement: [
      { Action: ['iam:CreateUser'], Resource: [expect.stringMatching(/user\/<img.*\$\{\*\}$/)] },
      { Action: ['iam:DeleteUser'], Resource: ['arn:aws:iam::111122223333:user/bob'] },
    ],
  });

  await page.goBack();
  await history.row('DeleteUser').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'IAM policy' }).click();
  await expect(text).toContainText('"iam:DeleteUser"');
  await expect(text).not.toContainText('CreateUser');
  expect(page.url()).toContain('/policy?events=');
});
