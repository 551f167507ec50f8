import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startProgram } from '@trailglass/dev-env';
import { type Scene, solveLeakedKey } from '../stories/leaked-key.ts';
import { lesson } from './lesson.ts';
import { expect, picture, schemes, test } from './picture.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const most = 300_000;
const mostOfStory = 200_000;

test('the README’s pictures: the list with the lesson’s event open', async ({
  demo,
  history,
  page,
}) => {
  test.skip(page.viewportSize()?.width !== 1440, 'one size is enough');
  await history.open(demo.url, lesson.search(new Date()));
  await expect(history.drawer.getByRole('tree', { name: 'Event record' })).toBeVisible();
  await expect(history.said(/older ones load as you scroll/)).toBeVisible();
  for (const scheme of schemes) {
    const path = `${folder}event-history-${scheme}.png`;
    await picture(page, scheme, path);
    expect((await stat(path)).size).toBeLessThan(most);
  }
});

/** What the README tells; the walk has more. */
const told: readonly Scene[] = ['region', 'event', 'origin', 'deeds', 'leak'];

test('the README’s story: the leaked key', async ({ history, page }) => {
  test.skip(page.viewportSize()?.width !== 1440, 'one size is enough');
  await page.setViewportSize({ width: 1280, height: 760 });
  const flags = ['--port', '0', '--keep-reading', 'none'];
  await using demo = await startProgram('apps/server/dist/main.js', flags);
  await page.goto(demo.url);
  await solveLeakedKey(page, history, async (scene) => {
    if (!told.includes(scene)) return;
    // What the pointer left behind is no part of it.
    await page.mouse.move(0, 0);
    if (scene === 'deeds') await expect(history.said(/complete from/)).toBeVisible();
    const path = `${folder}leaked-key-${told.indexOf(scene) + 1}-${scene}.png`;
    // Without what is around every page.
    await picture(page, 'light', path, { x: 221, y: 114, width: 1059, height: 646 });
    expect((await stat(path)).size).toBeLessThan(mostOfStory);
  });
});
