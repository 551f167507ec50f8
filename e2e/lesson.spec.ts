import { expect, test } from './fixtures/test.ts';

test.describe('the lesson, step by step', () => {
  test('event history → the list → RunInstances → its whole record', async ({
    demo,
    history,
    page,
  }) => {
    await page.goto(demo.url);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: 'Event history', exact: true })
      .last()
      .click();

    await test.step('a searchable list: event name, time, user name, event source, resources', async () => {
      for (const column of [
        'Event name',
        'Event time',
        'User name',
        'Event source',
        'Resource type',
        'Resource name',
      ])
        await expect(history.grid.getByRole('columnheader', { name: column })).toBeVisible();
      await expect(history.row(/./).first()).toBeVisible();
    });

    await test.step('the last 90 days by default, Read-only = false on arrival', async () => {
      await expect(page.getByText('Last 90 days').first()).toBeVisible();
      await expect(page.getByText('Read-only = false').first()).toBeVisible();
    });

    await test.step('select the RunInstances event of kodekloud', async () => {
      await history.addCondition('User name = kodekloud');
      // Not into a list that is just replaced by its filtered self.
      await expect(history.row(/./).filter({ hasNotText: 'kodekloud' })).toHaveCount(0);
      await history.row('RunInstances', 'kodekloud').first().click();
      await expect(history.drawer.getByRole('heading', { name: 'RunInstances' })).toBeVisible();
    });

    await test.step('the summary: timestamp, user identity and access key, service, source IP, Region, resources', async () => {
      const { drawer } = history;
      await expect(drawer.getByText('Event time', { exact: true }).first()).toBeVisible();
      await expect(drawer).toContainText(/17:50:24/);
      await expect(drawer).toContainText('kodekloud');
      await expect(drawer).toContainText('ASIAZFDZ2ZUTSYABGGX');
      await expect(drawer).toContainText('ec2.amazonaws.com');
      await expect(drawer).toContainText('70.175.135.47');
      await expect(drawer).toContainText('us-east-2');
      await expect(drawer.getByText(/Resources referenced/).first()).toBeVisible();
    });

    await test.step('request parameters and response elements', async () => {
      const { drawer } = history;
      await expect(drawer).toContainText('ami-036f5574583e16426');
      await expect(drawer).toContainText('i-0123456789abcdef0');
    });

    await test.step('the management details at the bottom of the record', async () => {
      for (const detail of [
        'b3116925-dea3-43fd-9b10-19932ce1925',
        'e2f69382-7637-4deb-83ed-e6ee31cac1c4',
        'AwsApiCall',
        'sessionCredentialFromConsole',
      ])
        await expect(history.drawer).toContainText(detail);
    });
  });
});
