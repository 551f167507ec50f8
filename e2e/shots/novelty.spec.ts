import { expect, test } from './picture.ts';

test('what is new, in the list and in the drawer', async ({ demo, history, shoot }) => {
  test.setTimeout(400_000);
  await history.open(demo.url, 'q=username:svc-release-bot+readOnly:false');
  const odd = history.row('CreateUser').first();
  // The sample events are read in the background first.
  await expect(odd.getByText(/^New /)).toBeVisible({ timeout: 300_000 });
  await odd.click();
  await expect(history.drawer.getByText(/First time/).first()).toBeVisible();
  await shoot('novelty');
});

test('what is different about a time', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=readOnly:false&range=30d');
  await history.row(/./).first().waitFor();
  const timeline = page.getByRole('slider', { name: /^Timeline/ });
  await timeline.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Shift+Enter');
  const told = page.getByRole('heading', { name: /^What is different about these [\d,]+ events/ });
  await told.waitFor({ timeout: 80_000 });
  await shoot('difference');
});
