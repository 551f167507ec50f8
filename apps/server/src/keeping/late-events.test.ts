import { span } from '../../test/seconds.ts';
import { scopeKey } from '@trailglass/record';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { NOW, record, scope } from '../../test/records.ts';
import { never } from '../../test/searches.ts';

const records = Array.from({ length: 10 }, (_, n) => record(n, n * 600));
/** Twenty minutes old when reading begins, so believed to be read whole, and never looked at by following. */
const late = record('99', 20 * 60);

/** The server in a folder, so long after {@link NOW}, until its scope is followed and what is due has been read. */
async function run(
  folder: string,
  minutes: number,
  there: readonly (typeof late)[],
  is: { readonly due: boolean } = { due: false },
) {
  const archive = await archiveIn(inFolder(folder));
  const hourlyAt = async () => (await archive.kept()).scopes[0]?.hourlyAt;
  const before = await hourlyAt();
  const { service } = await serviceAgainstLocal({
    local: { ratePerSecond: 0, now: NOW + minutes * 60_000 },
    lookup: { perSecond: 1_000 },
    keeping: { keepReading: [scopeKey(scope)], checkMs: 50 },
    records: there,
    archive,
  });
  await expect
    .poll(async () => (await service.keeping()).scopes[0]?.state, { timeout: 10_000 })
    .toBe('following');
  if (is.due) await expect.poll(hourlyAt, { timeout: 10_000 }).not.toBe(before);
  else await sleep(500);
  await service.close();
  const settled = span(NOW / 1000 - 86_400, NOW / 1000 - 20 * 60);
  const found = {
    late: (await archive.event(scope, late.eventID, undefined, never)) !== undefined,
    hourlyAt: await hourlyAt(),
    coverage: await archive.coverage(scope, [''], settled),
  };
  await archive.close();
  return found;
}

test('an event that came too late for the first reading is found by a re-read, due by what is remembered', async () => {
  const folder = emptyFolder();
  const first = await run(folder, 0, records);
  const early = await run(folder, 29, [...records, late]);
  expect(early).toEqual({ ...first, late: false });

  const due = await run(folder, 31, [...records, late], { due: true });
  expect(due).toEqual({ ...first, late: true, hourlyAt: expect.any(Number) });
  const since = due.hourlyAt! - NOW / 1000;
  expect(since).toBeGreaterThanOrEqual(31 * 60);
  expect(since).toBeLessThan(32 * 60);
  // Nothing is read again that was read again a minute ago.
  expect(await run(folder, 33, records)).toEqual(due);
}, 40_000);
