import type { Locator, Page } from '@playwright/test';
import type { EventHistory } from '../pages/event-history.ts';
import { expect } from '../fixtures/test.ts';

/** Where the walk stands; what is on the page then is what the README shows. */
export type Scene = 'region' | 'event' | 'session' | 'origin' | 'deeds' | 'leak';

/**
 * The sample events' incident, from its first alarming event to where the key came from, as somebody on call would go:
 * by clicks alone, from the page as it opens.
 */
export async function solveLeakedKey(
  page: Page,
  history: EventHistory,
  at: (scene: Scene) => Promise<void>,
): Promise<void> {
  const line = (name: RegExp): Locator => page.getByRole('treeitem', { name });

  // Writes in a Region that nobody uses.
  await page
    .getByRole('complementary', { name: 'Facets' })
    .getByText('ap-southeast-2', { exact: true })
    .click();
  const machines = history.row('RunInstances', 'VcpuLimitExceeded', 'botocore-session-2');
  await expect(machines).toHaveCount(2, { timeout: 30_000 });
  await at('region');

  // Large machines, asked for until the limit allowed some, by a session that nobody knows.
  await machines.last().click();
  await expect(history.drawer.getByText('p4d.24xlarge').first()).toBeAttached();
  await at('event');

  // Who is behind it: a key made by a session of another key.
  await history.drawer.getByRole('link', { name: 'Follow this session' }).click();
  await expect(line(/batch-compute-admin, this session/)).toBeVisible();
  await at('session');

  // What was not read yet is looked up, one hand-over at a time, until a person stands at the top.
  const top = page.getByRole('treeitem').first();
  const person = top.and(page.getByRole('treeitem', { name: /first person/ }));
  const lookUp = page.getByRole('button', { name: 'Look it up at AWS' });
  for (;;) {
    // With every answer there is either a way on, or nobody before.
    await expect(lookUp.or(person).first()).toBeVisible({ timeout: 30_000 });
    if (!(await lookUp.isVisible())) break;
    const before = await top.getAttribute('data-id');
    await lookUp.click();
    await expect(top).not.toHaveAttribute('data-id', before ?? '', { timeout: 30_000 });
  }
  await expect(top).toHaveAccessibleName(/tomas\.ferreira.*first person/);
  await at('origin');

  // What was done with the old role: a user of its own, secrets, a bucket opened, the trail switched off.
  await line(/legacy-release-admin/).click();
  for (const name of ['CreateUser', 'AttachUserPolicy', 'PutBucketPolicy', 'StopLogging'])
    await expect(history.row(name).first()).toBeVisible();
  await at('deeds');

  // Where the key came from: a person made it, eleven weeks before, for a user of the old pipeline.
  await history.row('StopLogging').first().click();
  await history.drawer.getByRole('link', { name: 'Follow this session' }).click();
  await line(/^svc-release-bot/)
    .getByRole('link', { name: 'CreateAccessKey' })
    .click();
  await expect(page.getByRole('heading', { name: 'CreateAccessKey' })).toBeVisible();
  await expect(page.getByText('tomas.ferreira@larkhill.example').first()).toBeVisible();
  await at('leak');
}
