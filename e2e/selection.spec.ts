import { readFile } from 'node:fs/promises';
import { record } from './fixtures/records.ts';
import { expect, expectAccessibleInBothThemes, expectNoOverflow, test } from './fixtures/test.ts';

const records = () => [
  ...Array.from({ length: 240 }, (_, n) =>
    record({ eventName: 'PutObject', source: 's3', user: 'alice', ago: 40 + n }),
  ),
  ...Array.from({ length: 12 }, (_, n) =>
    record({ eventName: 'DeleteTrail', source: 'cloudtrail', user: 'mallory', ago: 2 + n }),
  ),
];

test('a range of events is selected, kept in the link, and taken along: difference, policy, file', async ({
  listOf,
  history,
  page,
}) => {
  // axe looks at everything, and in both themes.
  test.slow();
  await listOf({ records: records() }, 'q=&range=12h');
  await history.row('mallory').nth(1).getByRole('checkbox').check();
  await history
    .row('mallory')
    .nth(8)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(history.selected).toContainText('8 events selected');
  const compare = history.selected.getByRole('button', { name: 'Compare' });
  await expect(compare).toBeDisabled();
  await compare.focus();
  await expect(page.getByRole('tooltip')).toContainText('Two to five events can be compared');

  await history.row('mallory').nth(9).getByRole('gridcell').nth(1).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(history.selected).toContainText('10 events selected');
  await expectAccessibleInBothThemes(history);
  await expect(page).toHaveURL(/selected=/);
  await page.reload();
  await expect(history.selected).toContainText('10 events selected');
  await expect(history.row('mallory').getByRole('checkbox', { checked: true })).toHaveCount(10);

  const downloading = page.waitForEvent('download');
  await history.selected.getByRole('button', { name: 'Download the selected events' }).click();
  await page.getByRole('menuitem', { name: /^NDJSON/ }).click();
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trimEnd().split('\n');
  const names = lines.map((line) => (JSON.parse(line) as { eventName: string }).eventName);
  expect(names).toEqual(Array<string>(10).fill('DeleteTrail'));
  await expect(page.getByText('Each of the 10 selected events is in it.')).toBeVisible();

  await history.selected.getByRole('button', { name: 'IAM policy' }).click();
  await expect(page.getByText(/Made from 10 of 10 events, all by mallory/)).toBeVisible();
  await page.goBack();
  await history.selected.getByRole('button', { name: 'What is different?' }).click();
  const view = page.getByRole('region', { name: 'What is different about these 10 events' });
  await expect(view.getByRole('table', { name: 'Event name' })).toContainText('DeleteTrail');
  await page.reload();
  await expect(view.getByRole('table', { name: 'Event name' })).toContainText('DeleteTrail');
});

test('all that is listed is selected as far as the limit, which is said, and the link holds it', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: records() }, 'q=&range=12h');
  await history.row('mallory').first().getByRole('gridcell').nth(1).focus();
  // Lists grow as one goes down.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+End');
    await expect(history.said(/252 events/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(history.selected).toContainText('200 events selected');
  await expect(
    page.getByText('200 events are selected, and no more can be. Of these 252 events'),
  ).toBeVisible();
  await expect(page).toHaveURL(/selected=/);
  expect(page.url().length).toBeLessThan(6_000);
  await page.reload();
  await expect(history.selected).toContainText('200 events selected');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
  // An event taken out while another is open stays out when that one is closed.
  await history.selected.getByRole('button', { name: 'Clear selection' }).click();
  await history.row('mallory').first().click();
  await expect(history.drawer).toBeVisible();
  await page.keyboard.press('x');
  await page.goBack();
  await expect(history.selected).toContainText('1 event selected');
  await expect(page).toHaveURL(/selected=/);
});
