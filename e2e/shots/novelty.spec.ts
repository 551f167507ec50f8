import { expect, test } from './picture.ts';

test('what is new, in the list and in the drawer', async ({ demo, history, shoot }) => {
  test.setTimeout(400_000);
  await history.open(demo.url, 'q=username:svc-release-bot+readOnly:false');
  const odd = history.row('CreateUser').first();
  // The sample events are read in the background first.
  await expect(odd.getByText(/^New\./)).toBeVisible({ timeout: 300_000 });
  await odd.click();
  await expect(history.drawer.getByText(/^First time/).first()).toBeVisible();
  await shoot('novelty');
});
