import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdb, type Filter, type Sql, sql, toSql } from '@trailglass/query';
import type { FieldName } from '@trailglass/record';
import type { Alike } from '../../protocol/emptiness.ts';
import { count } from '../../statements/column.ts';
import { allOfEvents } from '../../statements/event-row.ts';
import { rowOf, separated } from '../../statements/statement.ts';

const MOST = 2;

/** What a value looks like tells where else it may belong: an ARN or an account's number sought as a user name. */
const shapes: readonly (readonly [RegExp, readonly FieldName[]])[] = [
  [/^arn:/, ['principalArn', 'resourceName', 'resourceArn']],
  [/^\d{12}$/, ['account', 'principalId']],
  [/^A[A-Z]{3}[A-Z\d]{8,}/, ['accessKeyId', 'principalId']],
  [/^(?:\d+\.){3}\d+$|^[\da-f:]*:[\da-f:]*$/i, ['sourceIPAddress']],
  [/\.(?:amazonaws|amazon|aws)\.com$/, ['eventSource', 'invokedBy', 'sourceIPAddress']],
  [/^AWS::/, ['resourceType']],
  [/^[a-z]{2}(?:-[a-z]+)+-\d$/, ['awsRegion']],
  [/^/, ['username', 'role', 'eventName', 'errorCode', 'resourceName']],
];

const countsRow = allOfEvents('count(*)', count);

/** Where else the very value of a condition stands. */
export async function inOtherFields(
  connection: DuckDBConnection,
  { subject, value }: Extract<Filter, { kind: 'is' }>,
  events: Sql,
): Promise<readonly Alike[]> {
  const [, like = []] = shapes.find(([shape]) => shape.test(value)) ?? [];
  const fields = like.filter((name) => subject.kind === 'path' || subject.name !== name);
  if (fields.length === 0) return [];
  const counts = fields.map((name) => {
    const { sure } = toSql({ kind: 'is', subject: { kind: 'field', name }, value }, duckdb);
    return sql`count(*) FILTER (${sure})`;
  });
  const found = await rowOf(
    connection,
    countsRow,
    sql`SELECT ${separated(counts)} FROM archive.events WHERE ${events}`,
  );
  return fields
    .map((field, n) => ({ value, field, count: found[n] ?? 0 }))
    .filter(({ count }) => count > 0)
    .slice(0, MOST);
}
