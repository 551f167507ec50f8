import { expect, test } from './picture.ts';

test('events grouped by a field', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/events?q=&range=7d&group=userAgent`);
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible({ timeout: 30_000 });
  await shoot('groups');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot('groups');
});
