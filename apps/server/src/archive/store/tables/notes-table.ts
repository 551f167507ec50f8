import type { DuckDBConnection } from '@duckdb/node-api';
import type { NotePlace, StoredNote } from '../../protocol/notes.ts';

/** Apart from the events: what somebody wrote outlives the event that it is about. */
export const notesTable = `CREATE TABLE IF NOT EXISTS archive.notes (
  account VARCHAR, region VARCHAR, event_id VARCHAR, event_ms BIGINT, about VARCHAR, bookmarked BOOLEAN,
  text VARCHAR, made_ms BIGINT, changed_ms BIGINT, version VARCHAR)`;

type Listed = StoredNote & { readonly kept: boolean };

export async function readNotes(connection: DuckDBConnection): Promise<{ notes: Listed[] }> {
  const rows = await connection.runAndReadAll(
    `SELECT account, region, event_id, event_ms, about, bookmarked, text, made_ms, changed_ms, version,
       (account, region, event_id) IN (
         SELECT (account, region, event_id) FROM archive.events
         WHERE event_id IN (SELECT event_id FROM archive.notes))
     FROM archive.notes ORDER BY event_ms DESC, event_id`,
  );
  return {
    notes: rows.getRows().map((row) => ({
      account: String(row[0]),
      region: String(row[1]),
      eventId: String(row[2]),
      eventMs: Number(row[3]),
      about: String(row[4]),
      bookmarked: row[5] === true,
      text: String(row[6]),
      madeMs: Number(row[7]),
      changedMs: Number(row[8]),
      version: String(row[9]),
      kept: row[10] === true,
    })),
  };
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
