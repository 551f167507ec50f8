import type { EventRow } from '@trailglass/api';
import { compareRows, placeOf } from './order.ts';

/**
 * `rows` (sorted, unique) and a batch in any order as one sorted, unique list. An event that is already
 * there stays as it is, unless the new row carries values of paths. Compares batch × log(rows) times, so a page dropped into 100,000 rows costs a copy.
 */
export function mergeRows(
  rows: readonly EventRow[],
  batch: readonly EventRow[],
): readonly EventRow[] {
  if (batch.length === 0) return rows;
  const incoming = batch.toSorted(compareRows);
  const merged: EventRow[] = [];
  let from = 0;
  let replaced = false;
  for (const row of incoming) {
    const last = merged.at(-1);
    const place = placeOf(rows, row, from);
    for (; from < place; from += 1) merged.push(rows[from] as EventRow);
    const there = rows[place];
    if (there && compareRows(there, row) === 0) {
      if (row.paths === undefined) continue;
      from += 1;
      replaced = true;
    }
    if (last && place === from && compareRows(last, row) === 0) continue;
    merged.push(row);
  }
  for (; from < rows.length; from += 1) merged.push(rows[from] as EventRow);
  return merged.length === rows.length && !replaced ? rows : merged;
}
