import { resolve } from 'node:path';
import { startTrailglass } from '@trailglass/dev-env';
import type { Page } from 'playwright';
import { report } from './figures/report.ts';
import { openBrowser } from './page/browser.ts';
import { member, readRecords } from './records/files.ts';
import { listEvents } from './records/list-events.ts';
import { openRecord } from './records/open-record.ts';
import { byReason, skippedBy, type Skipped } from './records/skipped.ts';
import { todays } from './records/windows.ts';

/** Opens every record of a folder's .ndjson files in the drawer of a real browser. `npm run bench -- records FOLDER` */
const folder = process.argv[3];
if (folder === undefined) throw new Error('npm run bench -- records FOLDER');
const records = readRecords(resolve(folder));
// Of several with one eventID the first keeps it; the others get one of their own, and the list's name is taken for theirs.
const names = new Map(
  records.toReversed().map(({ id, value }) => [id, member(value, 'eventName')]),
);
const windows = todays(records.flatMap(({ time }) => (time === undefined ? [] : [time])));
console.log(
  `${records.length} records, ${new Set(records.flatMap(({ id }) => id ?? [])).size} different eventIDs; within event history on ${windows.length} days`,
);

await using browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
// Every section is open, so that every label is looked at.
await page.addInitScript(() => {
  localStorage.setItem('trailglass.event-sections', '{"version":1,"value":[]}');
});
const said: string[] = [];
page.on('console', (message) => said.push(`console: ${message.text()}`));
page.on('pageerror', (error) => said.push(`page error: ${error.message}`));

const listed = new Set<string>();
const failures: string[] = [];
let skipped: readonly Skipped[] = [];
const begun = performance.now();
for (const today of windows) {
  await using product = await startTrailglass({
    local: [
      '--records',
      resolve(folder),
      '--new-ids',
      '--now',
      new Date(today).toISOString(),
      '--rate',
      '0',
    ],
  });
  skipped = await skippedBy(product.localUrl);
  const before = listed.size;
  const found = await openAll(page, product.url);
  failures.push(...found);
  const day = new Date(today).toISOString().slice(0, 10);
  console.log(`  ${day}: ${listed.size - before} opened, ${found.length} with something wrong`);
}

async function openAll(page: Page, url: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const rows = (await listEvents(url)).filter(({ eventId }) => !listed.has(eventId));
  await page.goto(`${url}/events?q=`);
  await page.getByRole('grid', { name: 'Events' }).waitFor();
  for (const row of rows) {
    listed.add(row.eventId);
    said.length = 0;
    const name = names.has(row.eventId) ? names.get(row.eventId) : row.eventName;
    const faults = await openRecord(page, row, typeof name === 'string' ? name : undefined);
    wrong.push(...[...faults, ...said].map((fault) => `${row.eventId} ${String(name)}: ${fault}`));
  }
  return wrong;
}

const count = skipped.reduce((sum, one) => sum + one.count, 0);
for (const failure of failures) console.log(`  ${failure}`);
console.log(`the endpoint left out ${count} of ${records.length}:`);
for (const [reason, times] of byReason(skipped)) console.log(`  ${times} ${reason}`);
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
report(`records: ${listed.size} opened of ${records.length}, in ${minutes} min`, [
  { what: 'opened with something wrong', ratio: failures.length, target: 0 },
  {
    what: 'neither opened nor left out with a reason',
    ratio: records.length - count - listed.size,
    target: 0,
  },
]);
