import { Client, type EventRow } from '@trailglass/api';

/** Every event that the server lists in the 90 days to its today, whatever the page would show first. */
export async function listEvents(url: string): Promise<readonly EventRow[]> {
  const client = new Client(url);
  const { accounts, regions, now } = await client.about();
  const scopes = accounts.flatMap(({ id }) => regions.map((region) => `${id}:${region}`));
  const from = new Date(Date.parse(now) - 90 * 24 * 3_600_000 + 60_000).toISOString();
  const rows: EventRow[] = [];
  let cursor: string | undefined;
  do {
    const asked = { q: '', from, to: now, scopes, limit: 1000, ...(cursor && { cursor }) };
    cursor = undefined;
    for await (const frame of client.events(asked)) {
      if (frame.type === 'rows') rows.push(...frame.events);
      if (frame.type === 'problem') throw new Error(frame.problem.detail);
      if (frame.type === 'end') cursor = frame.next;
    }
  } while (cursor !== undefined);
  return rows;
}
