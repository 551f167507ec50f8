import { expect, test } from './picture.ts';

test('the page of a role', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/entity?kind=role&value=terraform-deploy&range=7d`);
  await expect(page.getByRole('table', { name: 'APIs' })).toBeVisible({ timeout: 30_000 });
  await shoot('entity');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot('entity');
});
