import {
  BIGINT,
  BOOLEAN,
  DuckDBInstance,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import {
  type ColumnValue,
  duckdb,
  eventColumns,
  type Filter,
  type Sql,
  toSql,
} from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';

// Given with each value, as neither null nor an empty list tells what it is.
const types = { VARCHAR, BIGINT, BOOLEAN, 'VARCHAR[]': LIST(VARCHAR) };
const bound = (value: ColumnValue): DuckDBValue => {
  if (typeof value === 'number') return BigInt(value);
  return typeof value === 'object' && value !== null ? listValue([...value]) : value;
};

/** A real DuckDB with the table `events`, its columns those of the query package and each row's place. */
export async function eventsTable() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = eventColumns.map(({ name, type }) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE events (${columns.join(', ')}, place INTEGER)`);

  const places = async ({ sql, params }: Sql): Promise<readonly number[]> => {
    const text = `SELECT place FROM events WHERE ${sql} ORDER BY place`;
    const found = await connection.runAndReadAll(text, [...params]);
    return found.getRows().map(([place]) => Number(place));
  };
  return {
    places,
    async write(events: readonly TrailEvent[]): Promise<void> {
      await connection.run('DELETE FROM events');
      const appender = await connection.createAppender('events');
      for (const [place, event] of events.entries()) {
        for (const { read, type } of eventColumns)
          appender.appendValue(bound(read(event)), types[type]);
        appender.appendInteger(place);
        appender.endRow();
      }
      appender.closeSync();
    },
    /** The places of the rows that may match, and of those that must. */
    async find(filter: Filter) {
      const { sure, exact, ...may } = toSql(filter, duckdb);
      return { exact, may: await places(may), must: await places(sure) };
    },
    [Symbol.dispose]: () => connection.closeSync(),
  };
}
