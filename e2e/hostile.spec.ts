import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { hostile, record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

const user = '=HYPERLINK("http://x.example","<img src=x onerror=alert(1)>")';
const agent = '{{7*7}}${7*7}"><svg onload=alert(2)>\u202E';
const bucket = 'javascript:alert(3)';

/** What a spreadsheet would run, a page would draw, and nobody could wait for. */
const records = () => [
  ...hostile(),
  ...[4, 6].map((ago) =>
    record({
      eventName: '<img src=x onerror=alert(4)>',
      source: 's3',
      user,
      ago,
      error: '@SUM(1)',
      more: {
        userAgent: agent,
        sourceIPAddress: '＝1+1',
        requestID: '\t=1',
        resources: [{ ARN: bucket, type: 'AWS::S3::Bucket' }],
        requestParameters: {
          bucketName: `+1"\r\n${bucket}`,
          marks: `e${'\u0301'.repeat(10_000)}`,
          long: 'x'.repeat(200_000),
        },
      },
    }),
  ),
];

/** Nothing ran, nothing was drawn, and no link leads to a script. */
async function inert(page: Page, dialogs: readonly string[]): Promise<void> {
  const drawn = page.locator('svg[onload], img[src="x"], a[href^="javascript"], [onerror]');
  await expect(drawn).toHaveCount(0);
  await expect(page).toHaveTitle(/Trailglass/);
  expect(dialogs).toEqual([]);
}

test('hostile events stay text in files, differences, policies, pages of their own, bookmarks, views and the palette', async ({
  start,
  history,
  page,
}) => {
  // Nine views of one product.
  test.slow();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { url } = await start({ records: records() });
  const q = encodeURIComponent('-userAgent:"a/b\\"X: y"');
  const columns = 'eventName,userAgent,requestParameters.marks,requestParameters.long';
  await history.open(url, `q=${q}&range=12h&cols=${columns}`, /3 events/);
  const row = history.row('7*7').first();
  expect((await row.boundingBox())?.height).toBeLessThan(40);
  await inert(page, dialogs);

  const save = async (button: RegExp | string, format: RegExp) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^cloudtrail-[\w.-]+\.csv$/);
    return readFile(await file.path(), 'utf8');
  };
  await row.getByRole('checkbox').check();
  for (const csv of [
    await save('Download', /console’s columns/),
    await save('Download the selected events', /console’s columns/),
  ]) {
    expect(csv).toContain(`"'${user.replaceAll('"', '""')}"`);
    expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+\-@\t＝＋－＠]/);
  }
  await page.getByRole('button', { name: 'What is different?' }).click();
  const view = page.getByRole('region', { name: /^What is different about/ });
  await expect(view).toContainText(/2 other events/);
  await inert(page, dialogs);
  await view.getByRole('button', { name: 'Back to the list' }).click();

  await row.click();
  await history.drawer.getByRole('button', { name: 'Bookmark' }).click();
  await expect(row.getByTitle('Bookmarked')).toBeVisible();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('"><img src=x onerror=alert(5)>');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Saved views' })).toContainText('<img src=x');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /<img src=x/ })).toBeVisible();
  await inert(page, dialogs);

  const visible = async (path: string, words: string): Promise<void> => {
    await page.goto(url + path);
    await expect(page.getByText(words).first()).toBeVisible();
    await inert(page, dialogs);
  };
  await visible('/bookmarks', '<img src=x onerror=alert(4)>');
  await visible(`/entity?kind=user&value=${encodeURIComponent(user)}`, '=HYPERLINK');
  await visible(`/entity?kind=resource&value=${encodeURIComponent(bucket)}`, bucket);
  await visible(`/policy?q=&range=12h`, '<img src=x onerror=alert(4)> of s3.amazonaws.com');
  await visible(`/events?q=&group=userAgent,errorCode`, '@SUM(1)');
});
