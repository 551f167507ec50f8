import { startProgram } from '@trailglass/dev-env';
import { expect, expectAccessible, test } from './fixtures/test.ts';

test('where sign-in is needed: the one-time link lets in once, and leaves no trace', async ({
  history,
  page,
  browser,
}) => {
  await using server = await startProgram('apps/server/dist/main.js', ['--port', '0'], {
    TRAILGLASS_BIND: '0.0.0.0',
    TRAILGLASS_ALLOW_REMOTE: 'true',
  });
  await expect.poll(() => server.output()).toContain('#k=');
  const link = /http:\S+#k=\S+/.exec(server.output())?.[0] ?? '';

  await test.step('without the link nothing is shown', async () => {
    await page.goto(server.url);
    await expect(page.getByRole('heading', { name: /sign in/i })).toBeVisible();
    await expect(history.grid).toBeHidden();
    await expectAccessible(history);
  });

  await test.step('with it the events are, and the token is gone from the address', async () => {
    await page.goto(link);
    await expect(history.row(/./).first()).toBeVisible();
    expect(page.url()).not.toContain('k=');
    await page.reload();
    await expect(history.row(/./).first()).toBeVisible();
  });

  await test.step('a second use is refused and says what to do', async () => {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { name: /sign in/i })).toBeVisible();
    await stranger.context().close();
  });
});
