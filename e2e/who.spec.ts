import { dev, prod, record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

const role = 'AWSReservedSSO_Operations_1b74cd717d47002b';
const call = (eventName: string, ago: number, userIdentity: object, more: object = {}) =>
  record({ eventName, source: 's3', user: 'x', ago, more: { userIdentity, ...more } });

test('who stands behind a call is read at a glance, in the drawer and on the event’s page', async ({
  start,
  history,
  page,
}) => {
  const { url } = await start({
    records: [
      call('DeleteBucket', 2, {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLEEXAMPLEEX:mia',
        arn: `arn:aws:sts::${prod}:assumed-role/${role}/mia`,
        accountId: prod,
        accessKeyId: 'ASIAEXAMPLEEXAMPLEEX',
        sessionContext: { sessionIssuer: { type: 'Role', userName: role } },
        invokedBy: 'cloudformation.amazonaws.com',
      }),
      call(
        'PutBucketPolicy',
        5,
        { type: 'AWSAccount', principalId: 'AIDAEXAMPLEEXAMPLEEX', accountId: dev },
        { errorCode: 'AccessDenied' },
      ),
    ],
  });
  const who = page.getByText('Who', { exact: true }).locator('xpath=..');
  const glance = page.locator('dl').filter({ has: who });
  await history.open(url);
  await history.row('DeleteBucket').click();
  await expect(who).toContainText(/mia\s*Identity Center user.*Operations\s*permission set/);
  await expect(who).toContainText(/CloudFormation\s*AWS service.*temporary key ASIAEXAMPLE/);
  await expect(glance).toContainText('Succeeded');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(who).toContainText(`${dev}another account`);
  await expect(glance).toContainText('Denied');
  await page.getByRole('link', { name: 'Open on a page of its own' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('PutBucketPolicy');
  await expect(who).toContainText(`${dev}another account`);
});
