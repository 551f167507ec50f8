import type { DuckDBConnection } from '@duckdb/node-api';
import type { AccountId, Region } from '@trailglass/record';
import type { StoredEvent } from '../../stored-event.ts';
import { eventsTable } from '../tables/schema.ts';
import { appendEvents } from './staging.ts';

const CHUNK = 2_048;

/**
 * Columns follow the field catalogue. Where that has changed, every event is read again from what LookupEvents gave,
 * in one transaction: whoever interrupts it finds the table as it was.
 */
export async function rebuildEvents(
  connection: DuckDBConnection,
  reading: DuckDBConnection,
): Promise<void> {
  await connection.run('BEGIN');
  await connection.run(eventsTable('archive.events_again'));
  const rows = await reading.stream(
    'SELECT account, region, event_id, listed_ms, envelope, record FROM archive.events',
  );
  const again = { name: 'events_again', catalog: 'archive' };
  let waiting = new Map<string, StoredEvent[]>();
  let held = 0;
  const flush = async (): Promise<void> => {
    for (const [key, events] of waiting) {
      const [account, region] = key.split(' ') as [AccountId, Region];
      await appendEvents(connection, again, { account, region }, events);
    }
    waiting = new Map();
    held = 0;
  };
  for await (const chunk of rows.yieldRows()) {
    for (const [account, region, eventId, listedMs, envelope, record] of chunk) {
      const key = `${String(account)} ${String(region)}`;
      const events = waiting.get(key) ?? [];
      waiting.set(key, events);
      events.push({
        eventId: String(eventId),
        listedMs: Number(listedMs),
        envelope: String(envelope),
        record: String(record),
      });
      held += 1;
    }
    if (held >= CHUNK) await flush();
  }
  await flush();
  await connection.run('DROP TABLE archive.events');
  await connection.run('ALTER TABLE archive.events_again RENAME TO events');
  await connection.run('COMMIT');
}
