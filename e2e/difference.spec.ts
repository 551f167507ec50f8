import { record } from './fixtures/records.ts';
import { expect, expectAccessibleInBothThemes, expectNoOverflow, test } from './fixtures/test.ts';

/** Three days of alice, every half hour, and within the last half hour twenty denials of mallory. */
const records = () => [
  ...Array.from({ length: 140 }, (_, n) =>
    record({ eventName: 'PutObject', source: 's3', user: 'alice', ago: 40 + n * 30 }),
  ),
  ...Array.from({ length: 20 }, (_, n) =>
    record({
      eventName: 'DeleteTrail',
      source: 'cloudtrail',
      user: 'mallory',
      ago: 2 + n,
      error: 'AccessDenied',
    }),
  ),
];

test('a peak on the timeline is set against the rest: by keyboard, after looking closer, and each value leads on', async ({
  listOf,
  history,
  page,
}) => {
  // axe looks at everything, and in both themes.
  test.slow();
  await listOf({ records: records() }, 'q=&range=3d', /160 events/);
  const timeline = page.getByRole('slider', { name: /^Timeline/ });
  await timeline.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Shift+Enter');
  const view = page.getByRole('region', { name: /^What is different about these \d+ events$/ });
  await expect(view.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(/[?&]differ=/);
  const user = view.getByRole('table', { name: 'User name' });
  await expect(user.getByRole('row', { name: /mallory/ })).toContainText(/20none/);
  await expect(view.getByRole('table', { name: 'Error code' })).toContainText('no value');
  await expect(view).toContainText(/Not different: .*AWS Region/);
  await expectAccessibleInBothThemes(history);

  await user.getByRole('link', { name: 'Show events with User name: mallory' }).click();
  await expect(history.said(/20 events/)).toBeVisible();
  await expect(history.row('alice')).toHaveCount(0);
  await page.goBack();
  await expect(view).toBeVisible();
  await view.getByRole('button', { name: 'Back to the list' }).click();
  await expect(history.row('mallory').first()).toBeVisible();

  await timeline.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Enter');
  const here = page.getByRole('button', { name: 'What is different here?' });
  await expect(here).toBeVisible();
  await page.reload();
  await here.click();
  await expect(user.getByRole('row', { name: /mallory/ })).toBeVisible();
});

test('selected events are set against the others; on 390 px nothing overflows', async ({
  listOf,
  history,
  page,
}) => {
  await listOf({ records: records() }, 'q=&range=3d', /160 events/);
  for (const at of [0, 1, 2]) await history.row('mallory').nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'What is different?' }).click();
  const view = page.getByRole('region', { name: 'What is different about these 3 events' });
  await expect(view).toContainText('against the 157 other events of this question');
  await expect(view.getByRole('table', { name: 'Event name' })).toContainText('DeleteTrail');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
  // Under a filter that leaves none of them.
  await page.goto(page.url().replace('q=', 'q=username%3Aalice'));
  await expect(page.getByText('None of these events is in the archive')).toBeVisible();
});
