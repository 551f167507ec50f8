import type { Page } from '@playwright/test';
import type { EventHistory } from '../pages/event-history.ts';
import { lesson } from './lesson.ts';
import { expect, test } from './picture.ts';

/** The newest sample events, with nothing more on the way. */
async function arrived(history: EventHistory, url: string, search = ''): Promise<void> {
  await history.open(url, search);
  await expect(history.said(/older ones load as you scroll|complete from/)).toBeVisible({
    timeout: 30_000,
  });
}
const drawn = (history: EventHistory) =>
  expect(history.drawer.getByRole('tree', { name: 'Event record' })).toBeVisible();

test('the list', async ({ demo, history, shoot }) => {
  await arrived(history, demo.url);
  await shoot('list');
});

test('what a telephone folds away', async ({ demo, history, page, shoot }) => {
  test.skip((page.viewportSize()?.width ?? 0) >= 600, 'folds nothing there');
  await arrived(history, demo.url);
  await history.unfold('actions');
  await history.unfold('filter');
  await shoot('list-unfolded');
});

test('the list with comfortable rows', async ({ demo, history, page, shoot }) => {
  await page.addInitScript(() => {
    localStorage.setItem('trailglass.density', '{"version":1,"value":"comfortable"}');
  });
  await arrived(history, demo.url);
  await shoot('list-comfortable');
});

test('the lesson’s event', async ({ demo, history, shoot, page }) => {
  await arrived(history, demo.url, lesson.search(new Date()));
  await drawn(history);
  await shoot('drawer-run-instances');
  await history.drawer.getByRole('heading', { name: 'Event record' }).scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  await shoot('drawer-record');
});

test('a denied call', async ({ demo, history, shoot }) => {
  await arrived(history, demo.url, 'q=name:CreateUser+error:*');
  await history.row('CreateUser').first().click();
  await drawn(history);
  await shoot('drawer-access-denied');
});

test('a service’s own event', async ({ demo, history, shoot }) => {
  await arrived(history, demo.url, 'q=eventType:AwsServiceEvent&range=2d');
  await history.row(/./).first().click();
  await drawn(history);
  await shoot('drawer-service-event');
});

test('the filter as text', async ({ demo, history, page, shoot }) => {
  await page.addInitScript(() => {
    localStorage.setItem('trailglass.filter-mode', '{"version":1,"value":"text"}');
  });
  await arrived(history, demo.url, 'q=user:kodekloud+-name:Describe*');
  await shoot('filter-text');
});

test('a wrong filter', async ({ demo, page, shoot }) => {
  await page.goto(`${demo.url}/events?q=user:alice+nofield:x`);
  await expect(page.getByText(/nofield/).first()).toBeVisible();
  await shoot('filter-wrong');
});

test('filter suggestions: fields, then values', async ({ demo, history, page, shoot }) => {
  await arrived(history, demo.url);
  await history.unfold('filter');
  await history.filter.click();
  await expect(page.getByRole('option', { name: 'User name' }).first()).toBeVisible();
  await shoot('filter-fields');
  await history.filter.fill('User name = ');
  await expect(page.getByRole('option', { name: 'User name = ' }).nth(1)).toBeVisible();
  await shoot('filter-values');
});

test('three conditions', async ({ demo, history, shoot }) => {
  await arrived(
    history,
    demo.url,
    'q=name:(RunInstances+OR+Terminate*)+-user:kodekloud+source:ec2.amazonaws.com',
  );
  await shoot('filter-tokens');
});

const open: Record<string, (page: Page, history: EventHistory) => Promise<void>> = {
  'range-picker': async (page) => {
    await page.getByRole('button', { name: /Last 90 days/ }).click();
    await expect(page.getByText('Choose a range')).toBeVisible();
  },
  columns: async (page, history) => {
    await history.unfold('actions');
    await page.getByRole('button', { name: 'Columns' }).click();
    await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  },
  'value-menu': async (page, history) => {
    const row = history.row(/./).nth(4);
    await row.locator('[data-subject=username]').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Filter for' })).toBeVisible();
  },
  settings: (page) => page.getByRole('button', { name: 'Settings' }).click(),
  help: async (page) => {
    await page.getByRole('button', { name: 'Open help panel' }).first().click();
    await expect(page.getByText('Filter syntax')).toBeVisible();
  },
};
for (const [name, act] of Object.entries(open)) {
  test(`open: ${name}`, async ({ demo, history, page, shoot }) => {
    await arrived(history, demo.url);
    await act(page, history);
    await shoot(`open-${name}`);
  });
}

test('open: accounts, Regions, time zone', async ({ demo, history, page, shoot }) => {
  await arrived(history, demo.url);
  const narrow = (page.viewportSize()?.width ?? 0) < 800;
  if (narrow) await page.getByRole('button', { name: 'Scope', exact: true }).click();
  const pickers = [
    ['accounts', /accounts/],
    ['regions', /Regions/],
    ['zone', /UTC/],
  ] as const;
  for (const [name, label] of pickers) {
    await page.getByRole('button', { name: label }).first().click();
    await shoot(`open-${name}`);
    await page.keyboard.press('Escape');
  }
});

test('open: a column’s menu', async ({ demo, history, page, shoot }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 600, 'no columns there');
  await arrived(history, demo.url);
  const header = history.grid.getByRole('columnheader', { name: 'User name' });
  await header.hover();
  await header.getByRole('button').click();
  await shoot('open-column-menu');
});
