import { DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import type { ColumnValue } from '@trailglass/query';
import { placedRow } from '../../statements/event-row.ts';
import { storedColumns } from '../tables/schema.ts';
import { fromStored, type Listed, type StoredEvent } from '../../stored-event.ts';

/**
 * What is wrong with a row, in words, or undefined: every column must say what its record and its envelope say when they
 * are read again. What AWS itself delivered flawed was kept so, and is not wrong.
 */
export function flawOf(row: ReadonlyMap<string, DuckDBValue>): string | undefined {
  let stored: StoredEvent;
  let listed: Listed;
  try {
    const placed = placedRow.read(placedRow.names.map((name) => row.get(name) ?? null));
    stored = placed.stored;
    listed = fromStored(stored, placed);
  } catch (error) {
    return `It cannot be read: ${(error as Error).message}`;
  }
  const other = storedColumns.find(
    ({ name, read }) => !isSame(read(listed, stored), row.get(name) ?? null),
  );
  if (other === undefined) return undefined;
  const [known] = listed.event.flaws;
  return known ?? `The column ${other.name} says something else than the record.`;
}

function isSame(expected: ColumnValue, found: DuckDBValue): boolean {
  if (expected === null) return found === null;
  if (typeof expected === 'boolean') return found === expected;
  if (typeof expected === 'number') return typeof found === 'bigint' && Number(found) === expected;
  if (typeof expected === 'string') return found === asKept(expected);
  return (
    found instanceof DuckDBListValue &&
    found.items.length === expected.length &&
    expected.every((text, n) => found.items[n] === asKept(text))
  );
}

/** Half a character has no place in UTF-8. */
const asKept = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
