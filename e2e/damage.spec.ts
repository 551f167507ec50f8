import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './fixtures/records.ts';
import { expect, test } from './fixtures/test.ts';

test('an archive that cannot be read is set aside, and every page says so until it is dismissed', async ({
  start,
  history,
  page,
}) => {
  const product = await start({
    records: [record({ eventName: 'StopLogging', source: 'cloudtrail', user: 'mallory', ago: 5 })],
    keeps: true,
  });
  writeFileSync(eventsIn(product.data), 'This is no database. '.repeat(1_000));
  await history.open(await product.restart());
  await expect(page.getByRole('link', { name: 'StopLogging' })).toBeVisible();
  const notice = page.getByText(/could not be read .* set aside in .*quarantine.* a new one begun/);
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: 'Archive' }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});

/** Each source of events has a folder of its own below. */
function eventsIn(data: string): string {
  const file = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('events.duckdb'),
  );
  return join(data, file ?? '');
}
