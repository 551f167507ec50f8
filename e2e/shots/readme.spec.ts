import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lesson } from './lesson.ts';
import { expect, picture, schemes, test } from './picture.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const most = 300_000;

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
