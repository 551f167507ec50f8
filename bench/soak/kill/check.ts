import { Client } from '@trailglass/api';
import { readToEnd, searchOf } from './asking.ts';
import type { Seeded } from './seeded.ts';
import { ACCOUNT, DAYS, type Upstream } from './upstream.ts';

/**
 * What the server itself says when AWS denies every call: a window that it claims to have read is searched and must
 * come whole, and events that were shown must open. To be called while nobody else asks, and with AWS refusing.
 * @returns what is wrong, in words
 */
export async function complaintsOf(
  url: string,
  upstream: Upstream,
  promised: ReadonlySet<string>,
  random: Seeded,
): Promise<string[]> {
  const client = new Client(url);
  const wrong: string[] = [];
  const now = Math.floor(Date.now() / 1000);
  const region = random.one(upstream.regions);
  const asked = searchOf('', now - DAYS * 86_400, now, [region], 1000);
  const { scopes } = await client.coverage(asked);
  const read = scopes.flatMap(({ intervals }) => intervals.filter(({ state }) => state === 'read'));
  if (read.length > 0) {
    const { from, to } = random.one(read);
    const window = { from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 };
    const ids = await readToEnd(client, searchOf('', window.from, window.to, [region], 1000)).catch(
      (error: Error) => {
        wrong.push(`${region} ${from} to ${to} is claimed, and ${error.message}`);
        return undefined;
      },
    );
    const expected = upstream
      .of(region)
      .filter(({ second }) => second >= window.from && second <= window.to);
    if (ids && (new Set(ids).size !== ids.length || ids.length !== expected.length))
      wrong.push(`${region} ${from} to ${to}: ${ids.length} rows of ${expected.length}`);
  }
  const ids = [...promised];
  for (let n = 0; n < Math.min(3, ids.length); n += 1) {
    const eventId = random.one(ids);
    const place = { account: ACCOUNT, region: upstream.byId.get(eventId)?.region ?? '', eventId };
    await client
      .event(place)
      .catch((error: Error) => wrong.push(`${eventId} does not open: ${error.message}`));
  }
  return wrong;
}
