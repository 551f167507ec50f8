import type { DuckDBConnection } from '@duckdb/node-api';
import { epochMs, flag, named, text } from '../../statements/column.ts';
import { rowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { NotePlace, StoredNote } from '../../protocol/notes.ts';

/** Apart from the events: what somebody wrote outlives the event that it is about. */
export const notesTable = `CREATE TABLE IF NOT EXISTS archive.notes (
  account VARCHAR, region VARCHAR, event_id VARCHAR, event_ms BIGINT, about VARCHAR, bookmarked BOOLEAN,
  text VARCHAR, made_ms BIGINT, changed_ms BIGINT, version VARCHAR)`;

const noteRow = rowIn('archive.notes', {
  account: text,
  region: text,
  eventId: named('event_id', text),
  eventMs: named('event_ms', epochMs),
  about: text,
  bookmarked: flag,
  text,
  madeMs: named('made_ms', epochMs),
  changedMs: named('changed_ms', epochMs),
  version: text,
  kept: flag,
});

type Listed = StoredNote & { readonly kept: boolean };

export async function readNotes(connection: DuckDBConnection): Promise<{ notes: Listed[] }> {
  const notes = await rowsOf(
    connection,
    noteRow,
    `SELECT account, region, event_id, event_ms, about, bookmarked, text, made_ms, changed_ms, version,
       (account, region, event_id) IN (
         SELECT (account, region, event_id) FROM archive.events
         WHERE event_id IN (SELECT event_id FROM archive.notes))
     FROM archive.notes ORDER BY event_ms DESC, event_id`,
  );
  return { notes };
}

/** To be called within a transaction. */
export async function writeNote(connection: DuckDBConnection, note: StoredNote): Promise<void> {
  await deleteNote(connection, note);
  await connection.run('INSERT INTO archive.notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    note.account,
    note.region,
    note.eventId,
    BigInt(note.eventMs),
    note.about,
    note.bookmarked,
    note.text,
    BigInt(note.madeMs),
    BigInt(note.changedMs),
    note.version,
  ]);
}

export async function deleteNote(
  connection: DuckDBConnection,
  { account, region, eventId }: NotePlace,
): Promise<void> {
  await connection.run(
    'DELETE FROM archive.notes WHERE account = ? AND region = ? AND event_id = ?',
    [account, region, eventId],
  );
}
