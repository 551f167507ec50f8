import { type Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, test } from './fixtures/test.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Filter as text' });
const offers = (page: Page) => page.getByRole('listbox', { name: 'Fields, operators and values' });
const asText = (page: Page) => page.getByRole('button', { name: 'Text', exact: true });
const asTokens = (page: Page) => page.getByRole('button', { name: 'Tokens', exact: true });

test('a filter written with completion, by keyboard only, and back to tokens', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=', /72 events/);
  await asText(page).click();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('use');
  await expect(offers(page).getByRole('option', { name: /^username/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveText('username:');
  // Real values, counted over what is read.
  const alice = offers(page).getByRole('option', { name: /^alice/ });
  await expect(alice).toContainText('20');
  await expect(offers(page)).toContainText('Values in 72 events');
  await page.keyboard.type('ali');
  await expect(offers(page).getByRole('option', { name: 'ali* begins with' })).toBeVisible();
  await expect(alice).toBeVisible();
  await expect(offers(page).getByRole('option', { name: /^bob/ })).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveText('username:alice');
  await expect(page.getByText('Not run yet')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=username(%3A|:)alice/);
  await expect(history.said(/20 events/)).toBeVisible();
  // A word that names no field is looked for among the values.
  await page.keyboard.type(' PutBuck');
  await expect(
    offers(page).getByRole('option', { name: 'eventName:PutBucketPolicy 12' }),
  ).toBeVisible();
  for (let key = 0; key < ' PutBuck'.length; key += 1) await page.keyboard.press('Backspace');
  // Below a path stand the names that the newest records have there.
  await page.keyboard.type(' requestParameters.buck');
  await expect(
    offers(page).getByRole('option', { name: /^requestParameters\.bucketName/ }),
  ).toBeVisible();
  await expect(offers(page)).toContainText('Below it in the newest 20 events read');
  for (let key = 0; key < ' requestParameters.buck'.length; key += 1)
    await page.keyboard.press('Backspace');
  await asTokens(page).click();
  await expect(page.getByRole('button', { name: /^Remove User name = alice/ })).toBeVisible();
  // The choice is kept for the next visit.
  await asText(page).click();
  await page.reload();
  await expect(editor(page)).toHaveText('username:alice');
  await page.keyboard.press('/');
  await expect(editor(page)).toBeFocused();
});

test('Escape closes the list first, Shift Enter breaks the line, Tab moves on', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=user:alice');
  await asText(page).click();
  await editor(page).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('-na');
  await expect(offers(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offers(page)).toBeHidden();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('me:Run*');
  await page.keyboard.press('Enter');
  await expect(history.row('RunInstances')).toHaveCount(0);
  await expect(page).toHaveURL(/q=user(%3A|:)alice(%0A|\n)-name/);
  // What the console's single keys mean elsewhere is text here.
  await page.keyboard.type(' t');
  await expect(editor(page)).toContainText('-name:Run* t');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor(page)).toBeFocused();
  // Tokens run what was written, so that nothing of it is lost.
  await asTokens(page).click();
  await expect(page).toHaveURL(/Run\*\+t|Run\*%20t/);
  await expect(page.getByRole('group', { name: /t$/ })).toBeVisible();
});

test('Tab goes past the list, and values counted after it open none', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=user:alice', /20 events/);
  await asText(page).click();
  await editor(page).focus();
  await page.keyboard.press('End');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/facets?*', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/api/facets?*');
  await page.keyboard.type(' source:');
  await asked;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Time range, / })).toBeFocused();
  const answered = page.waitForResponse('**/api/facets?*');
  answer();
  await (await answered).finished();
  await expect(offers(page)).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await expect(editor(page)).toBeFocused();
  // Open, it is not on the way either.
  await page.keyboard.type('s');
  await expect(offers(page).getByRole('option', { name: /s3\.amazonaws/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Time range, / })).toBeFocused();
  await expect(offers(page)).toBeHidden();
});

test('what is typed fast on a slow machine is all there, also what follows Enter', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=', /72 events/);
  await asText(page).click();
  await expect(editor(page)).toBeFocused();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  const typing: Promise<void>[] = [];
  const press = (key: string): number => typing.push(page.keyboard.press(key));
  for (const letter of 'user:alicexyz') press(letter);
  for (let n = 0; n < 3; n += 1) press('Backspace');
  press('Escape');
  press('Enter');
  for (const letter of ' name:Put*') press(letter);
  await Promise.all(typing);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(page).toHaveURL(/q=user(%3A|:)alice(&|$)/);
  await expect(history.said(/20 events/)).toBeVisible();
  await expect(editor(page)).toHaveText('user:alice name:Put*');
  await expect(page.getByText('Not run yet')).toBeVisible();
});

test('what cannot be read, or shown as tokens, stays text and says why', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, `q=${encodeURIComponent('user:alice nofield:x')}`);
  await expect(editor(page)).toHaveText('user:alice nofield:x');
  await expect(page.getByText('“nofield”: There is no field “nofield”.').first()).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText('nofield');
  await expect(editor(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(asTokens(page)).toBeDisabled();
  await editor(page).press('ControlOrMeta+a');
  await page.keyboard.type('user:alice (name:Run* OR (error:* source:s3*))');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Shown as text: Tokens cannot show all')).toBeVisible();
  await expect(history.row('RunInstances', 'alice').first()).toBeVisible();
  // Another filter takes the place of what was being written; undo brings that back.
  await page.keyboard.type(' half');
  await page.goBack();
  await expect(editor(page)).toHaveText('user:alice nofield:x');
  await editor(page).press('ControlOrMeta+z');
  await expect(editor(page)).toHaveText(/source:s3\*\)\) half$/);
});

test('values that cannot be counted are no obstacle, and that is said', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=user:alice', /20 events/);
  await asText(page).click();
  await page.route('**/api/facets?*', (route) => route.fulfill({ status: 500, body: '' }));
  await editor(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' source:');
  await expect(page.getByText(/^Values could not be counted: /)).toBeVisible();
  await expect(offers(page).getByRole('option', { name: /there is a value/ })).toBeVisible();
});

test('the editor passes axe in both themes, with its list open and with a mistake', async ({
  two,
  history,
  page,
}) => {
  await history.open(two.url, 'q=user:alice');
  await asText(page).click();
  await editor(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' -source:');
  await expect(offers(page)).toContainText('ec2.amazonaws.com');
  await expectAccessibleInBothThemes(history, '[data-part=filter]');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/There is no value right after/).first()).toBeVisible();
  await expectAccessibleInBothThemes(history, '[data-part=filter]');
});
