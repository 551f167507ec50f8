import { expect, expectAccessible, test } from './fixtures/test.ts';

test('keys lead through the list, the event and the pages, and never while one types', async ({
  two,
  history,
  page,
}) => {
  // axe looks at everything before some twenty keys are pressed.
  test.slow();
  await history.open(two.url, 'q=', /72 events/);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next event')).toBeVisible();
  await expectAccessible(history);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('j');
  await expect(page.locator(':focus')).toHaveAttribute('aria-colindex', '1');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(history.drawer).toBeVisible();
  const opened = page.url();
  await history.drawer.getByRole('heading').first().click();
  await page.keyboard.press(']');
  await expect.poll(() => page.url()).not.toBe(opened);
  const next = page.url();
  await page.keyboard.press('[');
  await expect.poll(() => page.url()).toBe(opened);
  // Pressed faster than the page is drawn, none is lost.
  await page.evaluate(() => {
    for (const key of [']', ']', '['])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect.poll(() => page.url()).toBe(next);
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await expect(history.filter).toBeFocused();
  await page.keyboard.type('?t/ga');
  await expect(history.filter).toHaveValue('?t/ga');
  await expect(sheet).toBeHidden();
  await history.filter.fill('');
  await page.keyboard.press('Escape');
  await history.filter.blur();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Archive', level: 1 })).toBeVisible();
});

test('single keys can be switched off', async ({ two, history, page }) => {
  await history.open(two.url, 'q=');
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await expect(history.filter).not.toBeFocused();
});

test('what is typed before the palette is there stands in it, and nowhere else; Escape gives it up', async ({
  two,
  history,
  page,
}) => {
  let send = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/\/assets\/palette-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await history.open(two.url, 'q=', /72 events/);
  await history.filter.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nothing');
  await page.keyboard.press('Escape');
  await page.keyboard.type('x');
  await expect(history.filter).toHaveValue('x');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('user:mallory');
  await page.keyboard.press('Enter');
  send();
  await expect(history.said(/5 events/)).toBeVisible();
  await expect(page).toHaveURL(/q=user:mallory/);
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
});

test('the palette finds what can be done, and does it', async ({ two, history, page }) => {
  await history.open(two.url, 'q=', /72 events/);
  await history.filter.focus();
  await page.keyboard.press('Control+k');
  const find = page.getByRole('combobox', { name: 'Find a command' });
  await expect(find).toBeFocused();
  await expectAccessible(history);
  await page.keyboard.type('30 min');
  await expect(page.getByRole('option', { selected: true })).toContainText('Last 30 minutes');
  await page.keyboard.press('Enter');
  await expect(find).toBeHidden();
  await expect.poll(() => new URL(page.url()).searchParams.get('range')).toBe('30m');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('user:mallory');
  await page.keyboard.press('Enter');
  await expect(history.said(/5 events/)).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('archive');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Archive', level: 1 })).toBeVisible();
});
