import { expect, test } from './fixtures/test.ts';

test('an address without a key, and a key that nobody knows, say what to do', async ({
  demo,
  page,
}) => {
  await page.goto(`${demo.url}/session`);
  await expect(page.getByText('This link names no session')).toBeVisible();
  await page.goto(`${demo.url}/session?key=ASIANOBODYHASTHIS`);
  await expect(page.getByText(/holds no event of the access key ASIANOBODYHASTHIS/)).toBeVisible();
});
