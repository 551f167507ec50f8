import type { DuckDBConnection } from '@duckdb/node-api';
import { type Scope, scopeKey } from '@trailglass/record';
import type { StoredEvent } from '../../stored-event.ts';
import { placedRow } from '../../statements/event-row.ts';
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
  const rows = await reading.stream(`SELECT ${placedRow.names.join(', ')} FROM archive.events`);
  const again = { name: 'events_again', catalog: 'archive' };
  let waiting = new Map<string, { readonly scope: Scope; readonly events: StoredEvent[] }>();
  let held = 0;
  const flush = async (): Promise<void> => {
    for (const { scope, events } of waiting.values())
      await appendEvents(connection, again, scope, events);
    waiting = new Map();
    held = 0;
  };
  for await (const chunk of rows.yieldRows()) {
    for (const row of chunk) {
      const { stored, ...scope } = placedRow.read(row);
      const of = waiting.get(scopeKey(scope)) ?? { scope, events: [] };
      waiting.set(scopeKey(scope), of);
      of.events.push(stored);
      held += 1;
    }
    if (held >= CHUNK) await flush();
  }
  await flush();
  await connection.run('DROP TABLE archive.events');
  await connection.run('ALTER TABLE archive.events_again RENAME TO events');
  await connection.run('COMMIT');
}
