import { DuckDBInstance } from '@duckdb/node-api';

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** What a statement gives in this database, which nobody else has open. */
async function rowsOf(database: string, sql: string): Promise<Rows> {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every column of every event in an archive that is closed. */
export const archiveRows = (file: string): Promise<Rows> =>
  rowsOf(file, 'SELECT * FROM events ORDER BY event_id');

/** The rows of a Parquet file, by its own types. */
export const parquetRows = (file: string): Promise<Rows> =>
  rowsOf(':memory:', `SELECT * FROM read_parquet('${file}') ORDER BY "eventId"`);

/** The fields of a CSV as RFC 4180 has them, each a text, those of the event with the least id first. */
export async function csvLines(file: string, heads: readonly string[]): Promise<string[][]> {
  const rows = await rowsOf(
    ':memory:',
    `SELECT * FROM read_csv('${file}', auto_detect = false, header = true, all_varchar = true,
       delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', nullstr = 'no such text',
       columns = {${heads.map((head) => `'${head}': 'VARCHAR'`).join(', ')}})
     ORDER BY "Event ID"`,
  );
  return rows.map((row) => heads.map((head) => String(row[head])));
}
