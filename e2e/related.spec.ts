import { record } from './fixtures/records.ts';
import { expect, expectAccessible, test } from './fixtures/test.ts';

test('from one event to those like it and around it, each counted before it is opened', async ({
  listOf,
  history,
  page,
}) => {
  const call = (eventName: string, user: string, ago: number) =>
    record({ eventName, source: 's3', user, ago });
  await listOf(
    {
      records: [
        call('PutBucketPolicy', 'alice', 20),
        call('DeleteBucket', 'alice', 22),
        call('PutBucketPolicy', 'bob', 40),
        call('CreateBucket', 'bob', 300),
      ],
    },
    'q=',
    /4 events/,
  );
  await history.row('DeleteBucket').click();
  const related = history.drawer.getByRole('region', { name: 'Related events' });
  await history.section('Related events').click();
  const line = (name: string | RegExp) =>
    related.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
  await expect(line(/^Same principal/)).toContainText(/^Same principal.*alice2 events$/);
  await expect(line(/^Same API/)).toContainText('only this one');
  await expect(line(/^Same request/)).toContainText('only this one');
  await expect(line('5 minutes before and after')).toContainText('2 events');
  await expect(line('30 minutes before and after')).toContainText(/3 events/);
  await expectAccessible(history);
  await line('5 minutes before and after').getByRole('link').click();
  await expect(history.said(/2 events/)).toBeVisible();
  await expect(history.drawer).toBeHidden();
  await page.goBack();
  await expect(history.drawer).toBeVisible();
  await line(/^Same principal/)
    .getByRole('link')
    .click();
  await expect(history.row('alice')).toHaveCount(2);
  await expect(history.row('bob')).toHaveCount(0);
});

test('a denial is told in words: who, which action, on what, and the policy that denied it', async ({
  listOf,
  history,
}) => {
  const arn = 'arn:aws:iam::111122223333:user/mallory';
  await listOf(
    {
      records: [
        record({
          eventName: 'CreateUser',
          source: 'iam',
          user: 'mallory',
          ago: 5,
          more: {
            errorCode: 'AccessDenied',
            errorMessage: `User: ${arn} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/eve with an explicit deny in a service control policy`,
          },
        }),
      ],
    },
    'q=',
  );
  await history.row('CreateUser').click();
  const told = history.drawer.getByRole('list', { name: 'The denial in words' });
  await expect(told).toContainText(arn);
  await expect(told).toContainText('A service control policy denies it explicitly.');
});
