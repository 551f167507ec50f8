import { startProgram } from '@trailglass/dev-env';
import { hostile, twoAccounts } from '../fixtures/records.ts';
import { lesson } from './lesson.ts';
import { expect, test } from './picture.ts';

test('an event’s own page', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}${lesson.path(new Date())}`);
  await expect(page.getByRole('tree', { name: 'Event record' })).toBeVisible();
  await shoot('event-page');
});

test('an event that is not there', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/events/629470242021/us-east-2/00000000-0000-4000-8000-000000000000`);
  await expect(page.getByText('AWS has no event').first()).toBeVisible({ timeout: 30_000 });
  await shoot('event-page-missing');
  await page.getByRole('button', { name: 'Look everywhere' }).click();
  await expect(page.getByText('Asked 14 of 14 places')).toBeVisible({ timeout: 30_000 });
  await shoot('event-page-nowhere');
});

test('two events compared', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url, 'q=eventName:AuthorizeSecurityGroupIngress');
  for (const at of [0, 1, 2]) {
    await history.row('AuthorizeSecurityGroupIngress').nth(at).getByRole('checkbox').check();
  }
  await shoot('selection');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('table', { name: 'Events compared' })).toBeVisible();
  await shoot('compare');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot('compare');
});

test('bookmarks, and a note beside its event', async ({ demo, history, page, shoot }) => {
  await history.open(demo.url);
  await history.row(/./).nth(2).click();
  await history.drawer.getByRole('button', { name: 'Bookmark' }).click();
  await history.drawer.getByRole('button', { name: 'Add a note' }).click();
  const words = 'First call with the new key.\nAsked alice: not hers.';
  await history.drawer.getByRole('textbox', { name: 'Note' }).fill(words);
  await shoot('note-editor');
  await history.drawer.getByRole('button', { name: 'Save note' }).click();
  await expect(history.drawer.getByText('not hers')).toBeVisible();
  await page.goto(`${demo.url}/bookmarks`);
  await expect(page.getByText('not hers')).toBeVisible();
  await shoot('bookmarks');
});

test('the least policy of a search', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/events?q=user:kodekloud`);
  await expect(page.getByText(/read back to|complete/).first()).toBeVisible();
  await page.goto(`${demo.url}/policy?q=user:kodekloud`);
  await expect(page.getByRole('region', { name: 'Policy JSON' })).toBeVisible();
  await shoot('policy');
});

test('accounts', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/accounts`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot('accounts');
});

test('the archive, read in the background, and deleting from it', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/archive`);
  await expect(page.getByText(/scopes kept read/)).toBeVisible();
  await expect(page.getByText(/ left\.|[Uu]p to date/).first()).toBeVisible({ timeout: 30_000 });
  await shoot('archive');
  await page.getByRole('button', { name: 'Delete older events…' }).click();
  await expect(page.getByText(/holds no events|will be deleted/)).toBeVisible();
  await shoot('archive-delete');
});

test('a new archive is begun', async ({ start, page, shoot }) => {
  const product = await start({ records: twoAccounts(), keeps: true });
  await page.goto(product.url);
  await expect(page.getByRole('link', { name: 'PutBucketPolicy' }).first()).toBeVisible();
  await page.goto(`${product.url}/archive`);
  await page.getByRole('button', { name: 'Begin a new archive…' }).click();
  await expect(page.getByText(/AWS still has everything|older than 90 days would/)).toBeVisible();
  await shoot('archive-begin');
  await page.getByRole('button', { name: 'Set aside and begin anew' }).click();
  await expect(page.getByText(/The one before lies in/)).toBeVisible();
  await shoot('archive-begun');
});

test('no such page', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/nothing-here`);
  await expect(page.getByRole('link', { name: 'Event history' }).first()).toBeVisible();
  await shoot('not-found');
});

test('signing in', async ({ page, shoot }) => {
  // Events of another machine than this one: whoever reads them must sign in. That machine is never there.
  await using server = await startProgram(
    'apps/server/dist/main.js',
    ['--port', '0', '--endpoint', 'http://cloudtrail.invalid', '--regions', 'us-east-1'],
    { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' },
  );
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: /Sign in/ })).toBeVisible();
  await shoot('sign-in');
  await page.goto('about:blank');
  await page.goto(`${server.url}/#k=a-link-that-was-used-before`);
  await expect(page.getByText('That link did not work')).toBeVisible();
  await shoot('sign-in-refused');
});

test('hostile text', async ({ start, history, shoot }) => {
  const product = await start({ records: hostile() });
  await history.open(product.url);
  await history.row('CreateUser').first().click();
  await expect(history.drawer.getByRole('tree', { name: 'Event record' })).toBeVisible();
  await shoot('hostile');
});
