import { expect, test } from 'vitest';
import { serviceAgainstLocal, serviceOf } from '../../test/against-local.ts';
import { record } from '../../test/records.ts';
import { endOf, framesOf, request } from '../../test/searches.ts';

test('U27: two servers that read the same Region throttle each other for a while, and settle about the quota together', async () => {
  const records = Array.from({ length: 500 }, (_, n) => record(n, n));
  const { local, service } = await serviceAgainstLocal({ records });
  const other = await serviceOf(local);
  const both = await Promise.all([framesOf(service, request()), framesOf(other, request())]);
  for (const frames of both) expect(endOf(frames)).toMatchObject({ complete: true, matched: 500 });
  const calls = local.requests().filter(({ operation }) => operation === 'LookupEvents');
  const throttled = calls.filter(({ error }) => error !== undefined);
  expect(throttled.length).toBeGreaterThan(0);
  expect(throttled.length).toBeLessThan(calls.length / 3);
  // Two a second over five seconds, and those that find out whether there is room.
  const settled = calls.map(({ at }) => at).filter((at) => at > calls[0]!.at + 2_000);
  for (const from of settled)
    expect(settled.filter((at) => at >= from && at < from + 5_000).length).toBeLessThanOrEqual(13);
}, 90_000);
